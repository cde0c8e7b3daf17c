"""The command reads on standard input, says where, opens incidents, and its exit code speaks."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from temoignages.actions import retirer
from temoignages.models import Depot, Incident, Trace
from tests.fabriques.pages import ContenuPageFactory
from tests.fabriques.temoignages import un_depot, un_temoignage

pytestmark = pytest.mark.django_db
Chercher = Callable[..., tuple[int, str]]

TEXTE = "pendant que la bouilloire chantait sous les tuques mauves du corridor"
CHAPEAU = "default.pages_contenupage.chapeau"


@pytest.fixture
def chercher(monkeypatch: pytest.MonkeyPatch) -> Chercher:
    """Return a function that runs the command: its exit code and its output."""

    def lancer(entree: str | bytes, *options: str) -> tuple[int, str]:
        octets = entree if isinstance(entree, bytes) else entree.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(octets)))
        sortie = io.StringIO()
        try:
            call_command("chercher_residus", *options, stdout=sortie, stderr=sortie)
        except SystemExit as fin:
            return int(fin.code or 0), sortie.getvalue()
        except CommandError as erreur:
            return erreur.returncode, f"{sortie.getvalue()}{erreur}"
        return 0, sortie.getvalue()

    return lancer


def test_rien_trouve(chercher: Chercher) -> None:
    code, sortie = chercher(TEXTE)
    assert code == 0
    assert "Rien trouvé." in sortie


def test_un_reste_est_dit_sans_un_mot_et_ouvre_un_incident(chercher: Chercher) -> None:
    page = ContenuPageFactory.create(chapeau=TEXTE)
    code, sortie = chercher(f"\ufeff{TEXTE}\n".encode())
    assert code == 1
    assert f"certain\t{CHAPEAU}\t{page.pk}\t4" in sortie
    assert not any(mot in sortie for mot in ("bouilloire", "tuques", "corridor"))
    assert Incident.objects.filter(surface=CHAPEAU, reference=str(page.pk)).count() == 1
    chercher(TEXTE)
    assert Incident.objects.filter(surface=CHAPEAU).count() == 1


def test_sans_incident_et_sauf(chercher: Chercher) -> None:
    ContenuPageFactory.create(chapeau=TEXTE)
    assert chercher(TEXTE, "--sans-incident")[0] == 1
    attendues = [CHAPEAU, "default.wagtailsearch_indexentry", "default.wagtailsearch_indexentry_fts"]
    attendues += ["default.wagtailsearch_indexentry_fts_content", "octets", "default.wagtailcore_revision"]
    code, sortie = chercher(TEXTE, *(f"--sauf={surface}" for surface in attendues))
    assert code == 0, sortie
    assert not Incident.objects.exists()


@pytest.mark.parametrize("forme", ["{pk}", " {pk}\n", "/paroles/{pk}/", "https://exemple.org/paroles/{pk}/"])
def test_un_temoignage_vivant_est_chez_lui_dans_sa_ligne_seulement(chercher: Chercher, forme: str) -> None:
    temoignage = un_temoignage(TEXTE)
    assert chercher(forme.format(pk=temoignage.pk))[0] == 0
    ContenuPageFactory.create(chapeau=TEXTE)
    code, sortie = chercher(forme.format(pk=temoignage.pk))
    assert code == 1
    assert CHAPEAU in sortie
    assert "temoignages_temoignage" not in sortie


def test_un_depot_cherche_ses_deux_textes_scelles_et_la_lecture_est_consignee(chercher: Chercher) -> None:
    depot = un_depot(TEXTE)
    assert chercher(str(depot.pk))[0] == 0, "sealed, it is nowhere"
    assert Trace.objects.get(verbe="lire").motif == "residus"
    ContenuPageFactory.create(chapeau=TEXTE)
    assert chercher(str(depot.pk))[0] == 1


def test_un_texte_court_est_un_avis_sans_incident(chercher: Chercher) -> None:
    ContenuPageFactory.create(chapeau="une tuque mauve")
    code, sortie = chercher("Une tuque mauve!")
    assert code == 1
    assert "avis\t" in sortie
    assert not Incident.objects.exists()


@pytest.mark.parametrize(
    "entree", ["", " \n", "…", b"\xff\xfe", "00000000-0000-4000-8000-000000000000"], ids=lambda e: repr(e)[:12]
)
def test_une_entree_sans_rien_a_chercher_est_un_mauvais_emploi(chercher: Chercher, entree: str | bytes) -> None:
    assert chercher(entree)[0] == 2


def test_un_texte_retire_ou_detruit_doit_etre_donne_lui_meme(chercher: Chercher) -> None:
    temoignage = un_temoignage(TEXTE)
    retirer(empreinte_code=temoignage.empreinte_code)
    code, sortie = chercher(temoignage.pk)
    assert code == 2
    assert "n’existe plus" in sortie
    assert chercher(str(Depot.objects.get().pk))[0] == 2
    assert chercher(TEXTE)[0] == 0


def test_un_journal_absent_est_un_mauvais_emploi_et_un_journal_nomme_est_lu(chercher: Chercher, tmp_path: Path) -> None:
    journal = tmp_path / "serveur.log"
    assert chercher(TEXTE, f"--journal={journal}")[0] == 2
    journal.write_text(f"POST /?texte={TEXTE}")
    code, sortie = chercher(TEXTE, f"--journal={journal}")
    assert code == 1
    assert "certain\tjournaux\t" in sortie


def test_un_texte_en_argument_est_refuse(chercher: Chercher) -> None:
    code, _sortie = chercher("", TEXTE)
    assert code != 0
    assert not Incident.objects.exists()


def test_une_surface_que_rien_ne_lit_est_nommee(chercher: Chercher, settings: Settings) -> None:
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.file"
    _code, sortie = chercher(TEXTE)
    assert "que rien ne lit : sessions" in sortie
