"""Two connections, a barrier, two hundred times: what two people do at the same instant is done by one of them."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from threading import Barrier

import pytest

from reseau.models import Compte
from temoignages.actions import Refus, approuver, renvoyer, retirer, retoucher
from temoignages.actions.prendre import ouvrir_textes
from temoignages.etats import EtatDepot, EtatTemoignage, MotifRenvoi
from temoignages.models import Depot, EntreeRegistre, Temoignage, Trace
from tests.fabriques.temoignages import soumettre_depot, un_depot, une_personne

from .gestes import courir_a_deux

pytestmark = pytest.mark.django_db(transaction=True)

TOURS = 200
Geste = Callable[[Depot], object]


def courir(depots: Sequence[Depot], une: Geste, autre: Geste) -> list[tuple[str, str]]:
    """Make both gestures on each deposit at the same instant, each from a connection of its own.

    Returns, for each deposit, the rule that refused each gesture, empty when it was done.
    """
    return courir_a_deux(depots, partial(_issue, une), partial(_issue, autre))


def _issue(geste: Geste, depot: Depot, depart: Barrier) -> str:
    depart.wait(20)
    try:
        geste(depot)
    except Refus as refus:
        return refus.regle
    return ""


@pytest.fixture
def preparatrice() -> Compte:
    return une_personne(lectures_par_jour=5 * TOURS)


@pytest.fixture
def soumis(preparatrice: Compte) -> list[Depot]:
    return [soumettre_depot(un_depot(f"du monde qui écoute {rang}"), preparatrice) for rang in range(TOURS)]


@pytest.fixture
def vues(soumis: list[Depot]) -> dict[object, str]:
    """Return what a second reader saw of each deposit."""
    return {depot.pk: ouvrir_textes(depot).empreinte for depot in soumis}


def approbation(vues: dict[object, str]) -> Geste:
    """Return the gesture of someone who approves what she saw."""
    par = une_personne()
    return lambda depot: approuver(depot=depot, par=par, empreinte_vue=vues[depot.pk])


def test_deux_approbations_une_seule_publie(soumis: list[Depot], vues: dict[object, str]) -> None:
    issues = courir(soumis, approbation(vues), approbation(vues))

    assert {tuple(sorted(issue)) for issue in issues} == {("", "etat")}
    assert Temoignage.objects.count() == TOURS
    assert Trace.objects.filter(verbe="approuver").count() == TOURS
    assert EntreeRegistre.objects.filter(motif="approuver").count() == TOURS
    assert len({gagnante for gagnante, _perdante in issues}) == 2, "each side won at least once: it was a race"


def test_un_retrait_pendant_l_approbation_l_emporte(
    soumis: list[Depot], vues: dict[object, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The search that follows a withdrawal reads the whole database: once in `test_parcours`, not two hundred times.
    module = import_module("temoignages.actions.retirer")
    monkeypatch.setattr(module, "prendre_empreintes", lambda textes: list(textes) and None)

    issues = courir(soumis, approbation(vues), lambda depot: retirer(empreinte_code=depot.empreinte_code))

    assert {retrait for _approbation, retrait in issues} == {""}, "a withdrawal is never refused"
    assert {approuve for approuve, _retrait in issues} <= {"", "etat", "detruit"}
    assert set(Depot.objects.values_list("etat", flat=True)) == {EtatDepot.RETIRE}
    assert not Temoignage.objects.filter(etat=EtatTemoignage.PUBLIE).exists()
    assert not Temoignage.objects.exclude(texte="").exists()
    assert not Depot.objects.filter(detruit_le=None).exists()


def test_un_caviardage_pendant_l_approbation_ne_publie_jamais_un_autre_texte(
    preparatrice: Compte, soumis: list[Depot], vues: dict[object, str]
) -> None:
    """To redact a submitted text one first takes it back: either it is published as seen, or it goes on as changed."""
    troisieme = une_personne()

    def reprendre(depot: Depot) -> None:
        renvoyer(depot=depot, par=troisieme, motif=MotifRenvoi.SENS)
        retoucher(depot=depot, par=preparatrice, empreinte_vue=vues[depot.pk], texte="d’autres mots")

    issues = courir(soumis, approbation(vues), reprendre)

    assert {tuple(sorted(issue)) for issue in issues} == {("", "etat")}
    publies = [depot.pk for depot, (approuve, _repris) in zip(soumis, issues, strict=True) if not approuve]
    assert set(Depot.objects.filter(etat=EtatDepot.PUBLIE).values_list("pk", flat=True)) == set(publies)
    assert Temoignage.objects.count() == len(publies)
    assert not Temoignage.objects.filter(texte="d’autres mots").exists()
    for depot in Depot.objects.filter(etat=EtatDepot.EN_LECTURE):
        assert ouvrir_textes(depot).propose == "d’autres mots"
