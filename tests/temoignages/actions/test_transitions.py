"""Every action in every state: what the table does not allow is refused, and changes nothing."""

from collections.abc import Callable

import pytest
from django.forms.models import model_to_dict

from reseau.models import Compte
from temoignages.actions import (
    Refus,
    accepter,
    approuver,
    caviarder,
    demander_changement,
    ecarter_rafale,
    liberer,
    prendre,
    ramener,
    recommencer,
    refuser,
    renvoyer,
    retirer,
    retoucher,
    soumettre,
)
from temoignages.actions.prendre import ouvrir_textes
from temoignages.etats import TRANSITIONS, EtatDepot, MotifRefus, MotifRenvoi
from temoignages.models import Depot, Temoignage
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, une_personne

pytestmark = pytest.mark.django_db

Geste = Callable[[Depot, Compte], object]


def _vue(depot: Depot) -> str:
    try:
        return ouvrir_textes(depot).empreinte
    except Refus:
        return ""


GESTES: dict[str, Geste] = {
    "prendre": lambda depot, par: prendre(depot=depot, par=par),
    "liberer": lambda depot, par: liberer(depot=depot, par=par),
    "caviarder": lambda depot, par: caviarder(depot=depot, par=par, empreinte_vue=_vue(depot)),
    "retoucher": lambda depot, par: retoucher(depot=depot, par=par, empreinte_vue=_vue(depot), texte="autres mots"),
    "recommencer": lambda depot, par: recommencer(depot=depot, par=par, empreinte_vue=_vue(depot)),
    "soumettre": lambda depot, par: soumettre(depot=depot, par=par, empreinte_vue=_vue(depot)),
    "approuver": lambda depot, par: approuver(depot=depot, par=par, empreinte_vue=_vue(depot)),
    "renvoyer": lambda depot, par: renvoyer(depot=depot, par=par, motif=MotifRenvoi.SENS),
    "refuser": lambda depot, par: refuser(depot=depot, par=par, motif=MotifRefus.HORS_SUJET),
    "ramener": lambda depot, par: ramener(depot=depot, par=par),
    "retirer": lambda depot, par: retirer(empreinte_code=depot.empreinte_code, par=par),
    "accepter": lambda depot, _par: accepter(depot=depot, auteur=depot.auteur, empreinte_vue=_vue(depot)),
    "demander": lambda depot, _par: demander_changement(
        depot=depot, auteur=depot.auteur, empreinte_vue=_vue(depot), demande="Autrement."
    ),
}
# Where each action leads; from anywhere else it is refused. « pris » is the state of who holds the deposit.
PERMIS: dict[str, dict[EtatDepot, EtatDepot]] = {
    "prendre": {EtatDepot.RECU: EtatDepot.EN_LECTURE, EtatDepot.EN_LECTURE: EtatDepot.EN_LECTURE},
    "liberer": {EtatDepot.EN_LECTURE: EtatDepot.RECU},
    "caviarder": {EtatDepot.EN_LECTURE: EtatDepot.EN_LECTURE},
    "retoucher": {EtatDepot.EN_LECTURE: EtatDepot.EN_LECTURE},
    "recommencer": {EtatDepot.EN_LECTURE: EtatDepot.EN_LECTURE},
    "soumettre": {EtatDepot.EN_LECTURE: EtatDepot.SOUMIS},
    "approuver": {EtatDepot.SOUMIS: EtatDepot.PUBLIE},
    "renvoyer": {EtatDepot.SOUMIS: EtatDepot.EN_LECTURE},
    "refuser": {EtatDepot.EN_LECTURE: EtatDepot.REFUSE, EtatDepot.SOUMIS: EtatDepot.REFUSE},
    "ramener": {EtatDepot.ECARTE: EtatDepot.RECU},
    "retirer": dict.fromkeys(EtatDepot, EtatDepot.RETIRE),
    "accepter": {EtatDepot.SOUMIS: EtatDepot.SOUMIS},
    "demander": {EtatDepot.SOUMIS: EtatDepot.EN_LECTURE},
}


def amener(etat: EtatDepot, lectrice: Compte, seconde: Compte) -> Depot:
    """Return a deposit brought to `etat` by the actions themselves, held by `lectrice` where someone holds it."""
    depot = un_depot()
    if etat == EtatDepot.ECARTE:
        ecarter_rafale(depots=[depot.pk])
    if etat in (EtatDepot.EN_LECTURE, EtatDepot.REFUSE):
        prendre(depot=depot, par=lectrice)
    if etat == EtatDepot.REFUSE:
        refuser(depot=depot, par=lectrice, motif=MotifRefus.POURRIEL)
    if etat in (EtatDepot.SOUMIS, EtatDepot.PUBLIE):
        depot = soumettre_depot(depot, lectrice)
    if etat == EtatDepot.PUBLIE:
        approuver_depot(depot, seconde)
    if etat == EtatDepot.RETIRE:
        retirer(empreinte_code=depot.empreinte_code)
    depot.refresh_from_db()
    assert depot.etat == etat
    return depot


@pytest.mark.parametrize("etat", EtatDepot)
@pytest.mark.parametrize("nom", GESTES)
def test_chaque_geste_dans_chaque_etat(nom: str, etat: EtatDepot) -> None:
    lectrice, seconde = une_personne(), une_personne()
    depot = amener(etat, lectrice, seconde)
    par = seconde if etat == EtatDepot.SOUMIS else lectrice
    avant, publies = model_to_dict(depot), Temoignage.objects.count()

    if etat in PERMIS[nom]:
        GESTES[nom](depot, par)
        depot.refresh_from_db()
        assert depot.etat == PERMIS[nom][etat]
        return
    with pytest.raises(Refus):
        GESTES[nom](depot, par)
    depot.refresh_from_db()
    assert model_to_dict(depot) == avant
    assert Temoignage.objects.count() == publies


@pytest.mark.parametrize(("nom", "arrivees"), PERMIS.items())
def test_les_gestes_ne_suivent_que_la_table(nom: str, arrivees: dict[EtatDepot, EtatDepot]) -> None:
    for depart, arrivee in arrivees.items():
        assert arrivee == depart or arrivee in TRANSITIONS[depart], nom


def test_la_table_connait_chaque_etat_et_rien_ne_sort_de_retire() -> None:
    assert set(TRANSITIONS) == set(EtatDepot)
    assert TRANSITIONS[EtatDepot.RETIRE] == frozenset()
    assert all(EtatDepot.RETIRE in suites for etat, suites in TRANSITIONS.items() if etat != EtatDepot.RETIRE)
    assert [etat for etat, suites in TRANSITIONS.items() if EtatDepot.PUBLIE in suites] == [EtatDepot.SOUMIS]


GESTES_DE_ROLE = {
    "prendre": (EtatDepot.RECU, "moderer_depot"),
    "liberer": (EtatDepot.EN_LECTURE, "moderer_depot"),
    "caviarder": (EtatDepot.EN_LECTURE, "moderer_depot"),
    "retoucher": (EtatDepot.EN_LECTURE, "moderer_depot"),
    "soumettre": (EtatDepot.EN_LECTURE, "moderer_depot"),
    "approuver": (EtatDepot.SOUMIS, "approuver_depot"),
    "renvoyer": (EtatDepot.SOUMIS, "approuver_depot"),
    "refuser": (EtatDepot.SOUMIS, "approuver_depot"),
    "ramener": (EtatDepot.ECARTE, "moderer_depot"),
    "retirer": (EtatDepot.PUBLIE, "retirer_depot"),
}


@pytest.mark.parametrize(("nom", "etat", "droit"), [(nom, *place) for nom, place in GESTES_DE_ROLE.items()])
def test_chaque_geste_demande_son_droit(nom: str, etat: EtatDepot, droit: str) -> None:
    tous = {"moderer_depot", "approuver_depot", "importer_depot", "retirer_depot"}
    depot = amener(etat, une_personne(), une_personne())
    sans = une_personne(*tous - {droit})
    Depot.objects.filter(pk=depot.pk, pris_par__isnull=False).update(pris_par=sans)
    depot.refresh_from_db()
    with pytest.raises(Refus) as refus:
        GESTES[nom](depot, sans)
    assert refus.value.regle == "permission"
    depot.refresh_from_db()
    assert depot.etat == etat
