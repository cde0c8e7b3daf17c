"""`/sante/mesures/`: not there without its token; with it, numbers that Prometheus reads and that say nobody."""

import re
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, Settings

from site_campagne.etat import mesures as module
from site_campagne.planification.modeles import TachePlanifiee
from site_campagne.planification.taches import NOMS
from site_campagne.planification.tenir import tenir
from tests.fabriques.temoignages import un_depot

pytestmark = pytest.mark.django_db
JETON = "un-jeton-assez-long-pour-personne"
LIGNE = re.compile(r'(campagne_[a-z_]+)(?:\{((?:[a-z]+="[\w.-]+",?)+)\})? (-?\d[\d.e+]*)')


@pytest.fixture(autouse=True)
def ouverte(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MESURES_JETON = JETON
    monkeypatch.setattr(module, "migrations_manquantes", list)  # the safe of the tests is made without


def demander(autorisation: str | None = f"Bearer {JETON}") -> tuple[int, str]:
    entetes = {} if autorisation is None else {"Authorization": autorisation}
    reponse = Client(headers=entetes).get("/sante/mesures/")
    assert reponse.status_code == 404 or "no-store" in reponse["Cache-Control"]
    return reponse.status_code, reponse.content.decode()


def lire() -> dict[str, float]:
    """Return each number under its name and its words. Fails on a line that Prometheus would refuse."""
    statut, texte = demander()
    assert statut == 200
    assert texte.endswith("\n")
    lues: dict[str, float] = {}
    annonces: list[str] = []
    for ligne in texte.splitlines():
        if ligne.startswith("#"):
            annonces.append(ligne.split()[2])
            continue
        trouvee = LIGNE.fullmatch(ligne)
        assert trouvee, ligne
        assert trouvee[1] in annonces
        lues[f"{trouvee[1]} {trouvee[2] or ''}".strip()] = float(trouvee[3])
    assert len(annonces) == 2 * len(set(annonces)), "one HELP and one TYPE for each name, together"
    return lues


@pytest.mark.parametrize(
    "autorisation", [None, "", "Bearer", "Bearer ", f"Bearer {JETON}x", JETON[:-1], "Basic x", "é"]
)
def test_sans_le_jeton_l_adresse_n_existe_pas(autorisation: str | None) -> None:
    statut, texte = demander(autorisation)
    assert statut == 404
    assert "campagne_" not in texte


@pytest.mark.parametrize("autorisation", [None, "", "Bearer ", f"Bearer {JETON}"])
def test_elle_n_existe_pas_tant_que_personne_ne_l_a_ouverte(autorisation: str | None, settings: Settings) -> None:
    settings.MESURES_JETON = ""
    assert demander(autorisation)[0] == 404


def test_un_jeton_court_est_refuse_au_demarrage(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 - here alone

    from site_campagne.settings.journal import lire_jeton  # noqa: PLC0415 - idem

    assert lire_jeton("") == ""
    assert lire_jeton(JETON) == JETON
    with pytest.raises(ImproperlyConfigured, match="MESURES_JETON"):
        lire_jeton("court")


def test_chaque_nombre_dit_l_etat_du_site() -> None:
    avant = lire()
    assert avant["campagne_taches_en_attente"] == avant["campagne_taches_ratees"] == 0
    assert [avant[f'campagne_planifiee_en_retard tache="{nom}"'] for nom in NOMS] == [1] * len(NOMS)
    assert avant['campagne_base_octets base="default"'] > 0
    assert avant["campagne_disque_libre_octets"] > 0
    assert avant["campagne_processus_memoire_octets"] > 10**6
    tenir(forcer=True)
    for statut in ("READY", "FAILED", "FAILED"):
        DBTaskResult.objects.create(task_path="a.b", args_kwargs={}, backend_name="default", status=statut)
    apres = lire()
    assert [apres[f'campagne_planifiee_en_retard tache="{nom}"'] for nom in NOMS] == [0] * len(NOMS)
    assert (apres["campagne_taches_en_attente"], apres["campagne_taches_ratees"]) == (1, 2)
    assert 0 <= apres['campagne_planifiee_age_secondes tache="menage"'] < 60


def test_l_age_de_la_sauvegarde_ne_se_dit_que_s_il_y_en_a(settings: Settings) -> None:
    il_y_a = timezone.now() - timedelta(hours=2)
    TachePlanifiee.objects.create(nom="sauvegarder", reussie_le=il_y_a)
    assert 'campagne_planifiee_age_secondes tache="sauvegarder"' not in lire()
    settings.SAUVEGARDES = "ailleurs"
    assert lire()['campagne_planifiee_age_secondes tache="sauvegarder"'] == pytest.approx(7200, abs=60)


def test_rien_n_y_compte_des_personnes(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    """The same names with or without deposits, and no number that follows them but the size of the files."""
    avant = lire()
    for rang in range(3):
        un_depot(f"une chaise dans le couloir {rang}")
    with django_assert_max_num_queries(8):
        apres = lire()
    changes = {nom for nom in avant if avant[nom] != apres.get(nom)}
    assert apres.keys() == avant.keys()
    assert {nom.split()[0] for nom in changes} <= {
        "campagne_base_octets", "campagne_disque_libre_octets", "campagne_processus_memoire_octets"
    }  # fmt: skip


def test_une_base_absente_se_dit_sans_un_mot(monkeypatch: pytest.MonkeyPatch) -> None:
    def en_panne() -> list[str]:
        raise OperationalError("base-a-nous.exemple.org")

    monkeypatch.setattr(module, "migrations_manquantes", en_panne)
    assert demander() == (503, "")


@pytest.mark.parametrize("methode", ["post", "put", "delete"])
def test_on_ne_fait_que_lire(methode: str) -> None:
    assert getattr(Client(headers={"Authorization": f"Bearer {JETON}"}), methode)("/sante/mesures/").status_code == 405
