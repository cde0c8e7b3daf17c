"""Each night: by a timer of the machine, or by the site itself; late is said in three places, on every deployment."""

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from site_campagne import sante
from site_campagne.etat import dependances
from site_campagne.etat.promesses import examiner_les_taches
from site_campagne.management.commands import travailler
from site_campagne.planification import retards, tenir
from site_campagne.planification.modeles import TachePlanifiee
from site_campagne.planification.retards import taches_en_retard
from site_campagne.planification.taches import NUIT, SAUVEGARDER
from site_campagne.planification.tenir import Issue
from site_campagne.roles import ADMINISTRATION
from tests.fabriques.roles import une_personne_de
from tests.site_campagne.planification.monde import Heure

from .gestes import archives, lancer

pytestmark = pytest.mark.django_db(transaction=True)
NUIT_DU_22 = datetime(2026, 11, 22, 9, 10, tzinfo=UTC)  # ten past four in Québec


@pytest.fixture(autouse=True)
def un_vrai_site(settings: Settings) -> None:
    """Make a site that has something to lose, and its key."""
    settings.CREER_SECRETS = False
    Path(settings.CLE_SAUVEGARDES).write_text(f"cle-1 {base64.b64encode(bytes(32)).decode()}\n")


@pytest.fixture
def heure(monkeypatch: pytest.MonkeyPatch) -> Heure:
    """Return the clock of the jobs, at night."""
    horloge = Heure(monkeypatch, tenir, retards)
    horloge.instant = NUIT_DU_22
    monkeypatch.setattr(tenir, "maintenant", lambda: timezone.localtime(horloge.instant))
    return horloge


def passer() -> Issue:
    (bilan,) = tenir.tenir(seules=[SAUVEGARDER])
    return bilan.issue


def en_retard() -> bool:
    return SAUVEGARDER in {retard.tache.nom for retard in taches_en_retard()}


def test_le_site_fait_ses_archives_la_nuit_une_fois(heure: Heure) -> None:
    heure.avancer(hours=-1)
    assert passer() is Issue.PAS_DUE, f"before {NUIT} o’clock, a timer of the machine may do it"
    heure.avancer(hours=1)
    assert passer() is Issue.FAITE
    assert [len(archives()), len(archives("coffre"))] == [1, 1]
    heure.avancer(hours=20)
    assert passer() is Issue.PAS_DUE
    heure.avancer(hours=4)
    assert passer() is Issue.FAITE


def test_ce_qu_un_minuteur_a_fait_n_est_pas_refait(heure: Heure) -> None:
    heure.avancer(hours=-1)
    assert "relue" in lancer("sauvegarder")
    heure.avancer(hours=1)
    assert passer() is Issue.PAS_DUE
    assert len(archives()) == 1
    assert not en_retard()


def test_une_sauvegarde_qui_rate_se_reessaie_et_finit_par_sonner(heure: Heure, settings: Settings) -> None:
    assert passer() is Issue.FAITE
    settings.SAUVEGARDES_COFFRE = ""
    heure.avancer(hours=24)
    assert passer() is Issue.RATEE
    heure.avancer(minutes=5)
    assert passer() is Issue.PAS_DUE
    heure.avancer(minutes=5)
    assert passer() is Issue.RATEE
    assert not en_retard()
    heure.avancer(hours=6)
    assert en_retard()
    assert TachePlanifiee.objects.get(nom=SAUVEGARDER).echec == "SauvegardeImpossible"


def test_un_refus_a_la_main_ne_compte_pas_pour_un_succes(settings: Settings) -> None:
    settings.SAUVEGARDES_COFFRE = ""
    assert "REFUS" in lancer("sauvegarder")
    assert en_retard()


@pytest.mark.parametrize("taches", ["immediates", "travailleur"])
def test_le_retard_se_dit_partout_quel_que_soit_le_deploiement(
    taches: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.TACHES = taches
    monkeypatch.setattr(dependances, "migrations_manquantes", list)
    monkeypatch.setattr(sante, "_reponses", {})
    tenir.tenir(forcer=True)
    retards.battre()
    equipe = Client()
    equipe.force_login(une_personne_de(ADMINISTRATION))

    def dits() -> list[bool]:
        return [
            any(f"--seulement {SAUVEGARDER}" in constat.geste for constat in examiner_les_taches()),
            Client().get("/sante/pret/").json()["taches"] == "retard",
            "sauvegarde de chaque nuit" in equipe.get("/admin/").content.decode(),
        ]

    assert dits() == [False, False, False]
    TachePlanifiee.objects.filter(nom=SAUVEGARDER).update(reussie_le=timezone.now() - timedelta(hours=31))
    assert dits() == [True, True, True]


def test_une_demonstration_ne_sauvegarde_rien_seule(settings: Settings) -> None:
    settings.CREER_SECRETS = True
    tenir.tenir(forcer=True)
    assert archives() == []
    assert not en_retard()


def test_le_travailleur_attend_le_schema_puis_travaille(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    restent = [["pages.9999_neuve"], ["pages.9999_neuve"], []]
    monkeypatch.setattr(travailler, "migrations_manquantes", lambda: restent.pop(0))
    travailler.attendre_le_schema(pas=0)
    assert restent == []
    assert caplog.text.count("1 migrations à faire") == 2


def test_chaque_tache_a_un_fil_et_un_seul() -> None:
    """What `travailler` repeats: each job in one of its threads, backups and publications alone in theirs."""
    nommees = [geste.keywords for geste in travailler.GESTES if hasattr(geste, "keywords")]
    seules = [mots["seules"] for mots in nommees if "seules" in mots]
    (sauf,) = [mots["sauf"] for mots in nommees if "sauf" in mots]
    assert sorted(sauf) == sorted(nom for noms in seules for nom in noms)
    assert [len(noms) for noms in seules] == [1, 1]
