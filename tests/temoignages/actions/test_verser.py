"""The words of a resource: whose they are, and the same slips for the same form, even at the same second."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from reseau.models import Compte
from temoignages.actions import (
    Confirmation,
    Refus,
    Talon,
    Versement,
    confirmer_lot,
    corriger,
    lire_lot,
    retirer_ligne,
    verser,
)
from temoignages.contenus import Saisie, lire
from temoignages.models import Depot, Lot
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import une_personne

TABLEAU = "texte\tpersonne\nun jardin\tA\nune chaise\tB\nun café\tA\n"


def un_lot(collage: str = TABLEAU) -> tuple[Lot, Compte]:
    """Return a batch that waits, and the person who brought it."""
    compte, ressource = CompteFactory.create(), RessourceFactory.create()
    ressource.contacts.add(compte)
    versement = Versement(Saisie(collage=collage, attribution="quebec"))
    return verser(ressource=ressource, versement=versement, par=compte), compte


def confirmer(lot: Lot, par: Compte) -> list[Talon]:
    return confirmer_lot(lot=lot, par=par, grain="g", confirmation=Confirmation(attestation=True))


@pytest.mark.django_db(transaction=True)
def test_le_meme_formulaire_envoye_en_meme_temps_donne_les_memes_talons() -> None:
    lot, par = un_lot()
    depart = Barrier(4)

    def envoyer(_rang: int) -> list[Talon]:
        try:
            depart.wait(20)
            return confirmer(Lot.objects.get(pk=lot.pk), par)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as fils:
        reponses = list(fils.map(envoyer, range(4)))
    assert [talon.lignes for talon in reponses[0]] == [(2, 4), (3,)]
    assert all(reponse == reponses[0] for reponse in reponses)
    assert Depot.objects.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize("qui", ["personnel", "superutilisatrice", "d’ailleurs", "inactive"])
def test_personne_d_autre_ne_touche_a_l_envoi(qui: str) -> None:
    lot, contact = un_lot()
    comptes: dict[str, Callable[[], Compte]] = {
        "personnel": une_personne,
        "superutilisatrice": lambda: CompteFactory.create(is_superuser=True),
        "d’ailleurs": lambda: un_lot("autre chose")[1],
        "inactive": lambda: contact,
    }
    par = comptes[qui]()
    par.is_active = qui != "inactive"
    versement = Versement(Saisie(collage="du monde", attribution="quebec"))
    assert lot.ressource is not None
    gestes = (
        lambda: verser(ressource=lot.ressource, versement=versement, par=par),
        lambda: corriger(lot=lot, versement=versement, par=par),
        lambda: lire_lot(lot=lot, par=par),
        lambda: confirmer(lot, par),
        lambda: retirer_ligne(lot=lot, ligne=2, par=par),
    )
    for geste in gestes:
        with pytest.raises(Refus) as refus:
            geste()
        assert refus.value.regle == "permission"
    assert not Depot.objects.exists()


@pytest.mark.django_db
def test_un_envoi_confirme_ne_se_corrige_plus_et_une_ligne_absente_le_dit() -> None:
    lot, par = un_lot()
    confirmer(lot, par)
    for regle, geste in (
        ("deja_confirme", lambda: corriger(lot=lot, versement=Versement(Saisie(collage="x y")), par=par)),
        ("ligne", lambda: retirer_ligne(lot=lot, ligne=99, par=par)),
    ):
        with pytest.raises(Refus) as refus:
            geste()
        assert refus.value.regle == regle


@pytest.mark.parametrize("texte", ["", "{}", "[]", "50415754", '{"feuille": {"rangees": [{"autre": 1}]}}'])
def test_un_contenu_d_une_autre_forme_est_refuse(texte: str) -> None:
    with pytest.raises(ValueError, match="contenu d’un envoi"):
        lire(texte)
