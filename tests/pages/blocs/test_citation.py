import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.blocs import CitationBlock
from temoignages.models import Consentement, Temoignage
from tests.fabriques.pages import des_temoignages, retirer_temoignage, un_temoignage_publie, une_amorce

from .rendu import flux, rendre

pytestmark = pytest.mark.django_db


def citation(temoignage: Temoignage | None) -> tuple[str, dict[str, str | None]]:
    return "citation", {"temoignage": temoignage.pk if temoignage else None}


def test_un_temoignage_publie_est_cite_tel_quel_avec_son_adresse() -> None:
    temoignage = un_temoignage_publie("l'hiver : long !", amorce=une_amorce(couleur="mousse"))
    html = rendre(citation(temoignage))
    assert "l&#x27;hiver : long !" in html
    assert "champ--mousse" in html
    assert f'href="/paroles/{temoignage.pk}/"' in html


def test_un_temoignage_retire_ne_laisse_rien() -> None:
    temoignage = un_temoignage_publie()
    retirer_temoignage(temoignage)
    assert rendre(citation(temoignage)).strip() == ""


def test_un_temoignage_dont_l_autorisation_est_echue_ne_laisse_rien() -> None:
    temoignage = un_temoignage_publie("un perron")
    Consentement.objects.update(jusqu_au="2026-11-21")
    assert rendre(citation(temoignage)).strip() == ""


@pytest.mark.parametrize("valeur", [None, "zzzzz"])
def test_un_temoignage_absent_ne_laisse_rien(valeur: str | None) -> None:
    assert rendre(("citation", {"temoignage": valeur})).strip() == ""


def test_l_apercu_dit_pourquoi_la_citation_ne_parait_pas() -> None:
    temoignage = un_temoignage_publie()
    retirer_temoignage(temoignage)
    assert "ne paraît pas" in rendre(citation(temoignage), apercu=True)


def test_un_avertissement_cache_le_texte_sans_l_oter() -> None:
    temoignage = un_temoignage_publie("une nuit sans fin", avertissement="deuil")
    html = rendre(citation(temoignage))
    assert html.index("<details>") < html.index("Ce texte parle de\u00a0: deuil") < html.index("une nuit sans fin")


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_citations() -> None:
    comptes = []
    for nombre in (1, 12):
        temoignages = des_temoignages(nombre, amorce=une_amorce())
        with CaptureQueriesContext(
            connection,
        ) as requetes:
            rendre(*(citation(temoignage) for temoignage in temoignages))
        comptes.append(len(requetes))
    assert comptes == [2, 2]


def test_le_texte_cite_n_est_ni_copie_ni_indexe() -> None:
    temoignage = un_temoignage_publie("un perron où pleurer")
    valeur = flux(citation(temoignage))
    assert "perron" not in str(valeur.get_prep_value())
    assert valeur.stream_block.get_searchable_content(valeur) == []


def test_l_apercu_du_bloc_n_emploie_les_mots_de_personne() -> None:
    un_temoignage_publie("un perron où pleurer")
    valeur = CitationBlock().get_preview_value()
    assert valeur.publie is not None
    assert valeur.publie.texte != "un perron où pleurer"
