"""Hiding by hand what the detector did not see: the words say where, and nothing of them is kept."""

import pytest

from reseau.models import Compte
from temoignages.actions import (
    Garde,
    Marque,
    Passage,
    Refus,
    Remplacement,
    caviarder,
    constats_ouverts,
    lire,
    masquer,
    prendre,
)
from temoignages.actions.masquer import SUGGESTIONS, trouver
from temoignages.etats import MotifLecture, TypeMarque
from temoignages.models import DecisionConstat, Depot, Trace
from tests.fabriques.temoignages import un_depot, une_personne

pytestmark = pytest.mark.django_db
TEXTE = "La dame aux chats m’aide. La dame aux chats chante."


@pytest.fixture
def lectrice() -> Compte:
    return une_personne()


@pytest.fixture
def depot(lectrice: Compte) -> Depot:
    """Return a deposit that one holds, where the detector finds nothing."""
    depot = prendre(depot=un_depot(TEXTE), par=lectrice)
    assert constats_ouverts(depot, TEXTE) == []
    return depot


def vue(depot: Depot, par: Compte) -> tuple[str, str]:
    textes = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    return textes.propose, textes.empreinte


def cacher(depot: Depot, par: Compte, mots: str, **champs: object) -> Depot:
    passage = Passage(mots, **{"type": TypeMarque.PERSONNE, **champs})  # type: ignore[arg-type]
    return masquer(depot=depot, par=par, empreinte_vue=vue(depot, par)[1], passage=passage)


def refus_de(depot: Depot, par: Compte, mots: str, **champs: object) -> str:
    with pytest.raises(Refus) as refus:
        cacher(depot, par, mots, **champs)
    assert (vue(depot, par)[0], DecisionConstat.objects.count()) == (TEXTE, 0)
    return refus.value.regle


@pytest.mark.parametrize(
    ("laquelle", "reste"),
    [
        (1, "[prénom retiré] m’aide. La dame aux chats chante."),
        (2, "La dame aux chats m’aide. [prénom retiré] chante."),
        (0, "[prénom retiré] m’aide. [prénom retiré] chante."),
    ],
)
def test_on_dit_laquelle_ou_toutes_les_fois(depot: Depot, lectrice: Compte, laquelle: int, reste: str) -> None:
    cacher(depot, lectrice, "La dame aux chats", laquelle=laquelle)
    assert vue(depot, lectrice)[0] == reste


def test_la_decision_est_consignee_sans_un_mot(depot: Depot, lectrice: Compte) -> None:
    cacher(depot, lectrice, "chante", texte="[…]", type=TypeMarque.FAIT)
    decision = DecisionConstat.objects.get()
    assert (decision.type, decision.niveau, decision.regle, decision.par) == ("EVENT", "direct", "main", lectrice)
    assert (decision.empreinte, decision.raison_garde) == ("", "")
    assert "chante" not in repr([list(modele.objects.values()) for modele in (DecisionConstat, Trace)])


def test_les_mots_reviennent_plusieurs_fois_et_rien_ne_dit_laquelle(depot: Depot, lectrice: Compte) -> None:
    assert refus_de(depot, lectrice, "La dame aux chats") == "plusieurs"


@pytest.mark.parametrize(
    "mots", ["le monsieur aux chats", "la dame aux chats", "chant", "", "  ", "La dame aux chats m’aide x"]
)
def test_des_mots_absents_sont_refuses(depot: Depot, lectrice: Compte, mots: str) -> None:
    assert refus_de(depot, lectrice, mots, laquelle=0) == "introuvable"


@pytest.mark.parametrize("laquelle", [3, 10**6])
def test_une_fois_qui_n_existe_pas_est_refusee(depot: Depot, lectrice: Compte, laquelle: int) -> None:
    assert refus_de(depot, lectrice, "La dame aux chats", laquelle=laquelle) == "introuvable"


@pytest.mark.parametrize("type_", ["", "PHONE", "personne", "La dame"])
def test_un_type_hors_de_la_liste_est_refuse(depot: Depot, lectrice: Compte, type_: str) -> None:
    assert refus_de(depot, lectrice, "chante", type=type_) == "motif"


def test_une_autre_personne_ne_masque_rien(depot: Depot) -> None:
    with pytest.raises(Refus) as refus:
        masquer(depot=depot, par=une_personne(), empreinte_vue="", passage=Passage("chante", TypeMarque.FAIT))
    assert refus.value.regle == "pris"


def test_un_texte_qu_on_n_a_pas_vu_n_est_pas_masque(depot: Depot, lectrice: Compte) -> None:
    with pytest.raises(Refus) as refus:
        masquer(depot=depot, par=lectrice, empreinte_vue="0" * 64, passage=Passage("chante", TypeMarque.FAIT))
    assert refus.value.regle == "texte_change"


@pytest.mark.parametrize("marque", [(-1, 2), (5, 5), (9, 3), (0, 10**6)])
def test_une_marque_hors_du_texte_est_refusee(depot: Depot, lectrice: Compte, marque: tuple[int, int]) -> None:
    with pytest.raises(Refus) as refus:
        caviarder(
            depot=depot,
            par=lectrice,
            empreinte_vue=vue(depot, lectrice)[1],
            marques=[Marque(*marque, TypeMarque.FAIT, "x")],
        )
    assert refus.value.regle == "texte_change"
    assert not DecisionConstat.objects.exists()


def test_une_marque_qui_chevauche_un_remplacement_est_refusee(lectrice: Compte) -> None:
    depot = prendre(depot=un_depot("Merci à Gaétane Vermillon."), par=lectrice)
    propose, empreinte = vue(depot, lectrice)
    (nom,) = constats_ouverts(depot, propose)
    for marque in (Marque(0, nom.fin, TypeMarque.FAIT, "x"), Marque(nom.debut, nom.fin, TypeMarque.FAIT, "x")):
        with pytest.raises(Refus) as refus:
            caviarder(
                depot=depot,
                par=lectrice,
                empreinte_vue=empreinte,
                remplacements=[Remplacement(nom.debut, nom.fin, "une amie")],
                marques=[marque],
            )
        assert refus.value.regle == "texte_change"
    gardes = [Garde(nom.debut, nom.fin, "public")]
    marques = [Marque(0, 5, TypeMarque.FAIT, "Bravo")]
    depot = caviarder(depot=depot, par=lectrice, empreinte_vue=empreinte, gardes=gardes, marques=marques)
    assert vue(depot, lectrice)[0] == "Bravo à Gaétane Vermillon."


def test_chaque_type_a_sa_mention() -> None:
    assert set(SUGGESTIONS) == set(TypeMarque)


@pytest.mark.parametrize(
    ("texte", "passage", "places"),
    [
        ("l’an dernier, l'an passé", "l'an", [(0, 4), (14, 18)]),
        ("au Café  du\nCoin", "Café du Coin", [(3, 16)]),
        ("Anne, Annette et Anne", "Anne", [(0, 4), (17, 21)]),
        ("(555) et (555)", "(555)", [(0, 5), (9, 14)]),
        ("a.b", "a+b", []),
        ("été", "é", []),
    ],
)
def test_trouver_des_mots_entiers(texte: str, passage: str, places: list[tuple[int, int]]) -> None:
    assert trouver(texte, passage) == places
