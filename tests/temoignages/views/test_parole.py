"""`/paroles/<id>/`: the address of one testimony, for as long as its author allows."""

import datetime

import pytest
from django.test import Client

from temoignages.etats import EtatTemoignage, Portee
from temoignages.models import Consentement, Temoignage
from tests.fabriques.temoignages import AmorceFactory, un_temoignage

from .envoi import MOTS, page

pytestmark = pytest.mark.django_db


def test_une_parole_publiee_se_lit() -> None:
    temoignage = un_temoignage(amorce=AmorceFactory.create(texte="Autour de la table, je trouve…"))
    reponse = Client().get(temoignage.url)
    assert reponse.status_code == 200
    source = page(reponse)
    assert MOTS in source
    assert "Autour de la table, je trouve…" in source
    assert "d’une ressource alternative du Québec" in source
    assert "sans nom, selon une procédure d’anonymisation" in source
    assert "noindex" not in source


def test_le_titre_de_la_page_dit_la_phrase_entiere() -> None:
    temoignage = un_temoignage("une chaise", amorce=AmorceFactory.create(texte="Autour de la table, je trouve…"))
    assert "<title>Autour de la table, je trouve une chaise ·" in page(Client().get(temoignage.url))


def test_le_balisage_d_un_texte_n_est_que_du_texte() -> None:
    source = Client().get(un_temoignage("du <script>alert(1)</script> & du <b>gras</b>").url).content.decode()
    assert "<script>alert" not in source
    assert "<b>gras" not in source
    assert "&lt;b&gt;gras" in source


@pytest.mark.parametrize(
    "identifiant", ["zzzzz", "a", "z" * 200, "DROP-TABLE", "2" * 9, "00000000-0000-0000-0000-000000000000"]
)
def test_un_identifiant_inconnu_repond_404(identifiant: str) -> None:
    reponse = Client().get(f"/paroles/{identifiant}/")
    assert reponse.status_code == 404
    assert "Ce fil ne mène nulle part" in reponse.content.decode()


@pytest.mark.parametrize("identifiant", ["a%00b", "a%20b", "%D7%A9", "..%2F..%2Fetc", "a'b"])
def test_un_identifiant_mal_forme_repond_404(identifiant: str) -> None:
    assert Client().get(f"/paroles/{identifiant}/").status_code == 404


def test_une_parole_retiree_repond_410_sans_un_mot() -> None:
    temoignage = un_temoignage()
    Temoignage.objects.update(etat=EtatTemoignage.RETIRE, texte="")
    reponse = Client().get(temoignage.url)
    assert reponse.status_code == 410
    assert "Cette parole n’est plus là" in page(reponse)
    assert MOTS not in page(reponse)


@pytest.mark.parametrize(
    "changement",
    [
        {"jusqu_au": datetime.date(2026, 11, 21)},
        {"retire_le": datetime.date(2026, 11, 20)},
        {"portee": Portee.IMPRIME},
        {"edition": 2019},
    ],
    ids=str,
)
def test_sans_consentement_valable_aujourd_hui_410(changement: dict[str, object]) -> None:
    temoignage = un_temoignage()
    Consentement.objects.update(**changement)
    reponse = Client().get(temoignage.url)
    assert reponse.status_code == 410
    assert MOTS not in page(reponse)


def test_le_dernier_jour_du_consentement_compte_encore() -> None:
    temoignage = un_temoignage()
    Consentement.objects.update(jusqu_au=datetime.date(2026, 11, 22))
    assert Client().get(temoignage.url).status_code == 200


def test_un_avertissement_cache_le_texte_jusque_dans_le_titre() -> None:
    temoignage = un_temoignage()
    Temoignage.objects.update(avertissement="contrainte")
    source = page(Client().get(temoignage.url))
    avant, apres = source.split("<details", 1)
    assert MOTS not in avant
    assert MOTS in apres
    assert "hospitalisation ou traitement forcés" in apres


def test_l_en_tete_seul_repond_comme_la_page() -> None:
    temoignage = un_temoignage()
    assert Client().head(temoignage.url).status_code == 200
    Temoignage.objects.update(etat=EtatTemoignage.RETIRE, texte="")
    assert Client().head(temoignage.url).status_code == 410


@pytest.mark.parametrize("methode", ["post", "put", "delete", "patch"])
def test_rien_ne_s_envoie_a_une_parole(methode: str) -> None:
    assert getattr(Client(), methode)(un_temoignage().url).status_code == 405


def test_la_page_ne_dit_rien_de_plus_que_le_texte_et_son_attribution() -> None:
    temoignage = un_temoignage()
    source = Client().get(temoignage.url).content.decode()
    assert temoignage.empreinte_code not in source
    assert temoignage.empreinte_code[:8] not in source
