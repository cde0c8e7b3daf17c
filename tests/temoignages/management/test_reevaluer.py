"""`reevaluer_attributions`: says what it made coarser, and what someone must look at again."""

import io

import pytest
from django.core.management import call_command
from pytest_django import Settings

from reseau.models import Ressource
from temoignages.models import EntreeRegistre, Temoignage
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, un_temoignage, une_personne

pytestmark = pytest.mark.django_db
RIEN = ["Attributions rendues plus vagues : 0.", "Textes à réévaluer : 0."]


def lancer() -> list[str]:
    sortie = io.StringIO()
    call_command("reevaluer_attributions", stdout=sortie)
    return sortie.getvalue().splitlines()


def test_sans_changement_rien_ne_bouge() -> None:
    un_temoignage()
    assert lancer() == RIEN
    assert EntreeRegistre.objects.count() == 1


def test_ce_que_le_reseau_ne_protege_plus_devient_plus_vague_une_seule_fois() -> None:
    ressources = RessourceFactory.create_batch(3, region="11")
    depots = [un_depot("une phrase", ressource=r, region="11", attribution="region") for r in ressources]
    soumis = [soumettre_depot(depot, une_personne()) for depot in depots]
    publies = sorted(approuver_depot(depot, une_personne()).pk for depot in soumis)
    assert lancer() == RIEN
    Ressource.objects.filter(pk=ressources[0].pk).update(active=False)

    sortie = lancer()

    assert sorted(sortie[:3]) == [f"{cle} : region → quebec" for cle in publies]
    assert sortie[3:] == ["Attributions rendues plus vagues : 3.", "Textes à réévaluer : 0."]
    assert lancer() == RIEN
    Ressource.objects.update(active=True)
    assert lancer() == RIEN
    assert list(Temoignage.objects.values_list("region", flat=True).distinct()) == [""]


def test_les_textes_dont_la_date_est_venue_sont_listes(settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-11-22"
    temoignage = un_temoignage(duree="trois_ans")
    settings.AUJOURDHUI = "2027-11-21"
    assert lancer() == RIEN
    settings.AUJOURDHUI = "2027-11-22"
    assert lancer() == [
        RIEN[0],
        f"{temoignage.pk} : à réévaluer depuis le 2027-11-22 (risque faible)",
        "Textes à réévaluer : 1.",
    ]
