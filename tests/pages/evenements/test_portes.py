"""The gates of events: each finds what it is for, in its field, and nothing else; what looks alike is said."""

from datetime import timedelta
from typing import Any

import pytest

from pages.evenements.portes import REGLES
from pages.evenements.regles import se_ressemblent
from pages.evenements.semblables import reperer, semblables_de
from pages.models import Evenement
from pages.publication.constats import examiner
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.reseau import RessourceFactory

from .gestes import LAVAL, bientot, propose, un_brouillon, une_ressource

pytestmark = pytest.mark.django_db


def un_evenement(**champs: Any) -> Evenement:
    """Return an event of the coming month, not saved."""
    moments = {"debut": bientot(), "fin": bientot(heure=16)}
    ressource = champs.pop("ressource", None) or RessourceFactory.create()
    return EvenementFactory.build(**{**moments, "live": False, "ressource": ressource, **champs})


def test_rien_a_dire_d_un_evenement_ordinaire() -> None:
    assert examiner(un_evenement()) == []


@pytest.mark.parametrize(
    ("champs", "regle", "champ"),
    [
        ({"municipalite": ""}, "validite", "municipalite"),
        ({"titre": "x" * 5000}, "validite", "titre"),
        ({"lien_inscription": "javascript:alert(1)"}, "validite", "lien_inscription"),
        ({"debut": bientot(30, 16), "fin": bientot(30, 13)}, "validite", "fin"),
        ({"annule_le": bientot(-1)}, "maintenu", "titre"),
        ({"debut": bientot(-400), "fin": bientot(-399)}, "dates", "debut"),
        ({"fin": bientot(62)}, "dates", "fin"),
        ({"telephone_public": "12"}, "joindre", "telephone_public"),
        ({"courriel_public": ""}, "sans_contact", "courriel_public"),
        ({"modalite": "en_ligne"}, "sans_contact", "lien_en_ligne"),
        ({"description": "Avec Zélinda Marchemort, zelinda@exemple.org."}, "identifiants", "description"),
        ({"description": "Comment il s’est pendu."}, "prudence", "description"),
    ],
)
def test_chaque_porte_trouve_ce_qu_elle_cherche(champs: dict[str, Any], regle: str, champ: str) -> None:
    trouves = {(constat.regle, constat.champ) for constat in examiner(un_evenement(**champs))}
    assert (regle, champ) in trouves
    assert {nom for nom, _champ in trouves} <= {regle, "identifiants"}


def test_un_lieu_masque_ne_se_montre_pas() -> None:
    refuge = RessourceFactory.create(lieu_masque=True)
    assert [c.regle for c in examiner(un_evenement(ressource=refuge))] == ["lieu"]
    assert examiner(un_evenement(ressource=refuge, lieu_masque=True)) == []


def test_ce_qui_est_public_et_passe_se_corrige_encore() -> None:
    passe = EvenementFactory.create(debut=bientot(-30), fin=bientot(-30, 16))
    assert examiner(passe) == []


def test_chaque_porte_a_son_nom() -> None:
    assert len({regle.nom for regle in REGLES}) == len(REGLES) == 10


@pytest.mark.parametrize(
    ("champs", "attendu"),
    [
        ({"titre": "Cafe et visite"}, True),
        ({"titre": "CAFÉ ET VISITES", "municipalite": "granby "}, True),
        ({"titre": "Marche de nuit"}, False),
        ({"titre": "Café et visite", "municipalite": "Laval"}, False),
        ({"titre": "Café et visite", "municipalite": ""}, False),
        ({"titre": "Café et visite", "debut": bientot(31), "fin": bientot(31, 16)}, False),
    ],
)
def test_le_meme_jour_dans_la_meme_ville_sous_un_titre_proche(champs: dict[str, Any], attendu: bool) -> None:
    un = un_evenement(titre="Café et visite")
    assert se_ressemblent(un, un_evenement(**champs)) is attendu


@pytest.mark.parametrize(("heures", "attendu"), [((14, 15), True), ((16, 18), False), ((10, 13), False)])
def test_la_meme_ressource_a_deux_endroits_a_la_fois(heures: tuple[int, int], attendu: bool) -> None:
    un = un_evenement(titre="Café")
    autre = un_evenement(
        ressource=un.ressource, titre="Marche", municipalite="Laval",
        debut=bientot(heure=heures[0]), fin=bientot(heure=heures[1]),
    )  # fmt: skip
    assert se_ressemblent(un, autre) is attendu


def test_ce_qui_ressemble_est_nomme_s_il_est_public_et_tu_sinon() -> None:
    propose(titre="Café et visite", description="Secret")
    constat = next(c for c in examiner(un_evenement(titre="Café et visite")) if c.regle == "semblables")
    assert "Café" not in constat.message
    assert not constat.est_bloquant
    EvenementFactory.create(titre="Marche de nuit", debut=bientot(), fin=bientot(heure=16))
    constats = examiner(un_evenement(titre="Marche de nuit"))
    assert "« Marche de nuit »" in constats[0].message


def test_ni_un_brouillon_ni_un_annule_ni_soi_meme_ne_ressemblent() -> None:
    ressource = une_ressource()
    un_brouillon(titre="Café et visite")
    EvenementFactory.create(titre="Café et visite", debut=bientot(), fin=bientot(heure=16), annule_le=bientot(-1))
    assert semblables_de(propose(ressource, titre="Café et visite")) == []


def test_les_semblables_se_lisent_en_une_requete_et_par_jour(django_assert_num_queries: Any) -> None:
    for jour in range(40):
        debut = bientot(30 + jour)
        EvenementFactory.create(titre="Café", debut=debut, fin=debut + timedelta(hours=2), region=LAVAL)
    demandes = [un_evenement(titre="Café"), un_evenement(titre="Café", debut=bientot(31), fin=bientot(31, 15))]
    for cle, evenement in enumerate(demandes):
        evenement.pk = 900_000 + cle
    with django_assert_num_queries(1):
        trouves = reperer(demandes)
    assert [len(trouves[evenement.pk]) for evenement in demandes] == [1, 1]
