import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.blocs import MurExtraitBlock
from temoignages.models import Amorce, Consentement, Temoignage
from tests.fabriques.pages import MurPageFactory, des_temoignages, retirer_temoignage, une_amorce

from .rendu import flux, rendre

pytestmark = pytest.mark.django_db


def extrait(amorce: Amorce | None = None, edition: int | None = None, nombre: int = 3) -> tuple[str, dict[str, object]]:
    cle = amorce.pk if amorce else None
    return "mur_extrait", {"titre": "Sur le mur", "amorce": cle, "edition": edition, "nombre": nombre}


def adresses(html: str) -> list[str]:
    return re.findall(r"/paroles/\w+/", html)


def test_l_extrait_montre_les_plus_recents_dans_l_ordre_du_mur() -> None:
    des_temoignages(6, "ancien", edition=2025)
    des_temoignages(6, "récent")
    html = rendre(extrait(nombre=5))
    places = [html.index(parole.url) for parole in Temoignage.objects.publies()[:5]]
    assert places == sorted(places)
    assert html.count("<blockquote>") == 5
    assert "ancien" not in html


def test_l_extrait_d_une_phrase_et_d_une_edition_mene_au_mur_ainsi_filtre() -> None:
    MurPageFactory.create()
    amorce = une_amorce()
    des_temoignages(6, "voulu", amorce=amorce)
    des_temoignages(6, "écarté", amorce=amorce, edition=2025)
    des_temoignages(6, "écarté")
    html = rendre(extrait(amorce, 2026, nombre=9))
    assert html.count("<blockquote>") == 6
    assert "écarté" not in html
    assert f'href="/temoignages/?phrase={amorce.pk}&amp;edition=2026"' in html


def test_chaque_extrait_d_une_page_a_les_siens() -> None:
    une, autre = une_amorce("Ici, je prends…"), une_amorce("Ici, je laisse…")
    des_temoignages(8, "pris", amorce=une)
    des_temoignages(8, "laissé", amorce=autre)
    seuls = [adresses(rendre(bloc)) for bloc in (extrait(une), extrait(autre), extrait(nombre=9))]
    ensemble = adresses(rendre(extrait(une), extrait(autre), extrait(nombre=9)))
    assert ensemble == [adresse for seul in seuls for adresse in seul]
    assert len(ensemble) == 15


def test_moins_de_cinq_temoignages_n_en_montrent_aucun() -> None:
    amorce = une_amorce()
    des_temoignages(4, amorce=amorce)
    des_temoignages(9)
    assert rendre(extrait(amorce)).strip() == ""
    assert "quelqu’un pourrait être reconnu" in rendre(extrait(amorce), apercu=True)


@pytest.mark.parametrize("cause", ["retrait", "echeance", "aucun"])
def test_un_extrait_vide_ne_laisse_rien(cause: str) -> None:
    if cause != "aucun":
        for temoignage in des_temoignages(6):
            if cause == "retrait":
                retirer_temoignage(temoignage)
    Consentement.objects.update(jusqu_au="2026-11-21")
    assert rendre(extrait()).strip() == ""


def test_un_temoignage_retire_cede_sa_place() -> None:
    temoignages = des_temoignages(8)
    retirer_temoignage(temoignages[0])
    html = rendre(extrait(nombre=9))
    assert temoignages[0].pk not in html
    assert html.count("<blockquote>") == 7


def test_sans_mur_publie_l_extrait_n_a_pas_de_lien() -> None:
    des_temoignages(6)
    assert "Lire la suite" not in rendre(extrait())


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_d_extraits() -> None:
    MurPageFactory.create()
    amorces = [une_amorce(f"Phrase {rang}") for rang in range(6)]
    for amorce in amorces:
        des_temoignages(6, amorce=amorce)
    rendre(extrait())  # the addresses of the site are then in cache
    comptes = []
    for choisies in (amorces[:1], amorces):
        blocs = [extrait(amorce, edition) for amorce in choisies for edition in (None, 2026)]
        with CaptureQueriesContext(connection) as requetes:
            rendre(extrait(), *blocs)
        comptes.append(len(requetes))
    assert comptes == [5, 5]  # the four of the blocks, and the site, for the address of the wall


def test_l_extrait_saisi_dans_l_editeur_se_lit_comme_l_enregistre() -> None:
    amorce = une_amorce()
    des_temoignages(6, amorce=amorce)
    bloc = MurExtraitBlock()
    donnees = {"x-titre": "Sur le mur", "x-amorce": str(amorce.pk), "x-edition": "", "x-nombre": "3"}
    valeur = bloc.clean(bloc.value_from_datadict(donnees, {}, "x"))
    assert valeur["amorce"] == amorce
    assert len(valeur.paroles) == 3
    assert valeur.mur is None
    assert bloc.get_form_state(valeur)["amorce"] == [str(amorce.pk)]
    sans = bloc.clean(bloc.value_from_datadict(donnees | {"x-amorce": ""}, {}, "x"))
    assert sans["amorce"] is None
    assert bloc.get_form_state(sans)["amorce"] == [""]


@pytest.mark.parametrize(("champ", "valeur"), [("nombre", 2), ("nombre", 10), ("edition", 2012), ("titre", "")])
def test_un_extrait_hors_des_bornes_est_refuse(champ: str, valeur: object) -> None:
    bloc = MurExtraitBlock()
    with pytest.raises(StructBlockValidationError):
        bloc.clean(bloc.to_python({**extrait()[1], champ: valeur}))


def test_aucun_texte_n_est_copie_ni_indexe() -> None:
    des_temoignages(6, "un perron où pleurer")
    valeur = flux(extrait())
    assert "perron" not in str(valeur.get_prep_value())
    assert valeur.stream_block.get_searchable_content(valeur) == ["Sur le mur"]


def test_l_apercu_du_bloc_n_emploie_les_mots_de_personne() -> None:
    publie = des_temoignages(1, "un perron où pleurer")[0]
    assert publie.texte not in {parole.texte for parole in MurExtraitBlock().get_preview_value().paroles}
