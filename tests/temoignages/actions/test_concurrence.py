"""Two people at the same second: one of them is refused, and nothing is done twice."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connections

from temoignages.actions import Refus, approuver, lire, prendre, retirer
from temoignages.coffre.models import RetraitConsigne
from temoignages.etats import EtatDepot, EtatTemoignage, MotifLecture
from temoignages.models import Depot, Temoignage, Trace
from tests.fabriques.temoignages import soumettre_depot, un_depot, un_temoignage, une_personne

pytestmark = pytest.mark.django_db(transaction=True)


def ensemble(gestes: Sequence[Callable[[], object]]) -> list[str]:
    """Run each gesture in a thread of its own, all at once; return the rule that refused each, or nothing."""
    depart = Barrier(len(gestes))

    def faire(geste: Callable[[], object]) -> str:
        try:
            depart.wait(20)
            geste()
        except Refus as refus:
            return refus.regle
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(len(gestes)) as fils:
        return sorted(fils.map(faire, gestes))


def test_deux_approbations_ensemble_publient_un_seul_temoignage() -> None:
    depot = soumettre_depot(un_depot(), une_personne())
    personnes = [une_personne() for _ in range(4)]
    vue = lire(depot=depot, par=personnes[0], motif=MotifLecture.APPROBATION).empreinte

    issues = ensemble([partial(approuver, depot=depot, par=par, empreinte_vue=vue) for par in personnes])

    assert issues == ["", "etat", "etat", "etat"]
    assert Temoignage.objects.count() == 1
    assert Trace.objects.filter(verbe="approuver").count() == 1
    assert Depot.objects.get().decide_par in personnes


def test_deux_moderatrices_qui_prennent_ensemble_une_seule_tient() -> None:
    depot, personnes = un_depot(), [une_personne() for _ in range(4)]
    issues = ensemble([partial(prendre, depot=depot, par=par) for par in personnes])
    assert issues == ["", "pris", "pris", "pris"]
    assert Depot.objects.get().pris_par in personnes


def test_un_retrait_double_ne_retire_qu_une_fois() -> None:
    temoignage = un_temoignage()
    issues = ensemble([lambda: retirer(empreinte_code=temoignage.empreinte_code)] * 4)
    assert issues == [""] * 4
    assert Trace.objects.filter(verbe="retirer").count() == 1
    assert RetraitConsigne.objects.count() == 1


@pytest.mark.parametrize("essai", range(3))
def test_un_retrait_pendant_l_approbation_l_emporte(essai: int) -> None:
    depot, seconde = soumettre_depot(un_depot(), une_personne()), une_personne()
    vue = lire(depot=depot, par=seconde, motif=MotifLecture.APPROBATION).empreinte
    issues = ensemble(
        [
            lambda: approuver(depot=depot, par=seconde, empreinte_vue=vue),
            lambda: retirer(empreinte_code=depot.empreinte_code),
        ]
    )
    assert issues in (["", ""], ["", "etat"], ["", "detruit"])
    assert Depot.objects.get().etat == EtatDepot.RETIRE
    assert not Temoignage.objects.filter(etat=EtatTemoignage.PUBLIE).exists()
    assert not Temoignage.objects.exclude(texte="").exists()
