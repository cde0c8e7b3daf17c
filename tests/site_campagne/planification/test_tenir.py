"""Each job alone, once, at its hour; what fails is said by its kind and stops nobody; a dead process holds nothing."""

import io
from unittest.mock import Mock

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from site_campagne.planification import taches, tenir
from site_campagne.planification.modeles import TachePlanifiee
from site_campagne.planification.taches import TACHES
from site_campagne.planification.tenir import Issue
from site_campagne.sauvegarde.fermeture import fermer

from .monde import SECRET, Heure, des_taches, rater, une_tache

pytestmark = pytest.mark.django_db


@pytest.fixture
def heure(monkeypatch: pytest.MonkeyPatch) -> Heure:
    return Heure(monkeypatch, tenir)


def issues(**options: bool) -> list[Issue]:
    return [bilan.issue for bilan in tenir.tenir(**options)]  # type: ignore[arg-type]  # only booleans are given here


def lancer(*arguments: str) -> str:
    sortie = io.StringIO()
    call_command("taches_planifiees", *arguments, stdout=sortie)
    return sortie.getvalue()


def test_toutes_les_taches_du_site_tournent_deux_fois_de_suite() -> None:
    assert set(issues(forcer=True)) == {Issue.FAITE}
    assert set(issues(forcer=True)) == {Issue.FAITE}
    assert TachePlanifiee.objects.exclude(reussie_le=None).count() == len(TACHES)


def test_une_tache_faite_attend_son_heure(monkeypatch: pytest.MonkeyPatch, heure: Heure) -> None:
    geste = Mock(return_value=2)
    des_taches(monkeypatch, une_tache("a", geste))
    assert issues() == [Issue.FAITE]
    heure.avancer(minutes=30)
    assert issues() == [Issue.PAS_DUE]
    heure.avancer(minutes=29, seconds=30)  # a timer that beats a little early
    assert issues() == [Issue.FAITE]
    assert geste.call_count == 2


def test_ce_qui_rate_n_arrete_pas_les_autres_se_dit_et_se_reessaie(
    monkeypatch: pytest.MonkeyPatch, heure: Heure, caplog: pytest.LogCaptureFixture
) -> None:
    des_taches(monkeypatch, une_tache("a", rater), une_tache("b", Mock(return_value=1)))
    with pytest.raises(CommandError, match=r"^Ratées : a\."):
        lancer()
    assert "« a » : échec, ValueError" in caplog.text
    assert SECRET not in caplog.text
    ligne = TachePlanifiee.objects.get(nom="a")
    assert (ligne.echec, ligne.reussie_le, ligne.tenue_jusqu_au) == ("ValueError", None, None)
    assert issues() == [Issue.PAS_DUE, Issue.PAS_DUE]  # not at every minute
    heure.avancer(minutes=10)
    assert issues() == [Issue.RATEE, Issue.PAS_DUE]


def test_un_echec_s_oublie_au_succes_suivant(monkeypatch: pytest.MonkeyPatch, heure: Heure) -> None:
    des_taches(monkeypatch, une_tache("a", Mock(side_effect=[OSError, 1])))
    assert issues() == [Issue.RATEE]
    heure.avancer(minutes=11)
    assert issues() == [Issue.FAITE]
    assert not TachePlanifiee.objects.get(nom="a").echec


def test_deux_a_la_fois_une_seule_fait(monkeypatch: pytest.MonkeyPatch, heure: Heure) -> None:
    pendant: list[Issue] = []
    des_taches(monkeypatch, une_tache("a", lambda: pendant.extend(issues(forcer=True))))
    assert issues(forcer=True) == [Issue.FAITE]
    assert pendant == [Issue.PAS_DUE]


def test_le_verrou_d_un_processus_mort_se_libere(monkeypatch: pytest.MonkeyPatch, heure: Heure) -> None:
    des_taches(monkeypatch, une_tache("a", Mock(side_effect=[KeyboardInterrupt, 1])))
    with pytest.raises(KeyboardInterrupt):
        tenir.tenir()
    heure.avancer(minutes=29)
    assert issues(forcer=True) == [Issue.PAS_DUE]
    heure.avancer(minutes=2)
    assert issues() == [Issue.FAITE]


def test_celui_qui_a_tarde_ne_rend_pas_ce_qu_un_autre_tient(monkeypatch: pytest.MonkeyPatch, heure: Heure) -> None:
    def tarder() -> None:
        heure.avancer(minutes=31)
        TachePlanifiee.objects.update(jeton="autre", tenue_jusqu_au=heure.now())

    des_taches(monkeypatch, une_tache("a", tarder))
    tenir.tenir()
    ligne = TachePlanifiee.objects.get(nom="a")
    assert (ligne.jeton, ligne.reussie_le) == ("autre", None)


@pytest.mark.parametrize(("a_heure", "attendue"), [(6, Issue.PAS_DUE), (7, Issue.FAITE)])
def test_un_courriel_du_jour_attend_le_matin(a_heure: int, attendue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    des_taches(monkeypatch, une_tache("a", Mock(return_value=0), des=taches.MATIN))
    monkeypatch.setattr(tenir, "maintenant", lambda: Mock(hour=a_heure))
    assert issues() == [attendue]


def test_rien_ne_tourne_pendant_que_le_site_est_ferme(settings: Settings, tmp_path: object) -> None:
    settings.FICHIER_DE_FERMETURE = f"{tmp_path}/site-ferme"
    fermer()
    assert tenir.tenir(forcer=True) == []
    assert "Le site est fermé" in lancer()


def test_la_liste_nomme_tout_et_ne_fait_rien() -> None:
    dite = lancer("--liste")
    assert len(dite.splitlines()) == len(TACHES)
    assert not TachePlanifiee.objects.exists()


def test_une_tache_demandee_se_fait_seule() -> None:
    assert "ménage : faite" in lancer("--seulement", "menage")
    assert TachePlanifiee.objects.count() == 1


def test_la_destruction_passe_avant_les_courriels() -> None:
    noms = [tache.nom for tache in TACHES]
    assert noms.index("detruire") < noms.index("menage") < noms.index("rappels")


def test_la_tache_des_archives_n_ouvre_rien_sans_lieu(settings: Settings) -> None:
    settings.SAUVEGARDES = settings.SAUVEGARDES_COFFRE = ""
    assert taches.oublier_les_archives_du_coffre() == 0
