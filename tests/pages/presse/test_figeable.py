"""The agenda of a day and the work of a past year: as they were read, at their address, with every output."""

import datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from pages.publication.constats import bloquants
from pages.publication.errata import rectifier
from pages.publication.regles.edition_figee import EDITION_FIGEE
from pages.regles import jour_de_la_journee
from tests.fabriques.pages import EditionPageFactory, publier
from tests.fabriques.presse import OeuvrePageFactory, ProgrammePageFactory, plages, une_photo
from tests.fabriques.roles import une_redactrice, une_relectrice

pytestmark = pytest.mark.django_db
JOUR = jour_de_la_journee(2025)
NE_CHANGE_PLUS = "Cette page ne change plus"
SUIVI = {"suivi": "<p>Elle est accrochée.</p>", "suivi_le": datetime.date(2026, 11, 1)}


@pytest.fixture
def programme(settings: Settings) -> Any:
    """Return the agenda of 2025, seen from 2026."""
    settings.AUJOURDHUI = "2026-11-22"
    page: Any = ProgrammePageFactory.create(jour=JOUR)
    page.plages = plages(("9:00", "10:00"))
    return publier(page)


@pytest.fixture
def oeuvre(settings: Settings) -> Any:
    """Return the work of 2025, seen from 2026."""
    settings.AUJOURDHUI = "2026-11-22"
    page: Any = OeuvrePageFactory.create(edition=2025, description="<p>Du lin.</p>", lieu="Mairie")
    page.photos = [une_photo()]
    return publier(page)


def est_refusee(page: Any) -> bool:
    return "edition_figee" in {constat.regle for constat in bloquants(page)}


@pytest.mark.parametrize(("annee", "figee"), [(2025, True), (2026, False)])
def test_un_programme_se_fige_au_premier_janvier(settings: Settings, annee: int, *, figee: bool) -> None:
    settings.AUJOURDHUI = "2026-01-01" if annee == 2025 else "2026-12-31"
    assert ProgrammePageFactory.create(jour=jour_de_la_journee(annee)).est_figee is figee


@pytest.mark.parametrize(
    ("champs", "sous", "figee"),
    [
        ({"edition": 2025}, None, True),
        ({"edition": 2026}, None, False),
        ({}, 2025, True),
        ({}, 2026, False),
        ({"edition": 2026}, 2025, False),
        ({}, None, False),
    ],
)
def test_une_oeuvre_se_fige_avec_son_edition(
    settings: Settings, champs: dict[str, Any], sous: int | None, *, figee: bool
) -> None:
    settings.AUJOURDHUI = "2026-11-22"
    parent = {"parent": EditionPageFactory.create(annee=sous)} if sous else {}
    assert OeuvrePageFactory.create(**champs, **parent).est_figee is figee


def test_les_pages_figees_le_disent_et_gardent_leurs_adresses(client: Client, programme: Any, oeuvre: Any) -> None:
    for adresse in (programme.url, oeuvre.url):
        assert NE_CHANGE_PLUS in client.get(adresse).content.decode()
    for adresse in (f"{programme.url}pdf/", f"{programme.url}agenda.ics", f"{oeuvre.url}pdf/"):
        assert client.get(adresse).status_code == 200
    assert "DTSTART;TZID=America/Toronto:20251010T090000" in client.get(f"{programme.url}agenda.ics").content.decode()


def test_les_pages_de_l_annee_ne_le_disent_pas(client: Client, settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-11-22"
    for page in (ProgrammePageFactory.create(), OeuvrePageFactory.create(edition=2026)):
        assert NE_CHANGE_PLUS not in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("nom", "valeur"),
    [
        ("title", "Autre"),
        ("lieu", "Ailleurs"),
        ("slug", "autre-adresse"),
        ("jour", jour_de_la_journee(2027)),
        ("plages", plages(("10:00", "11:00"))),
    ],
)
def test_un_programme_fige_ne_change_pas_sans_erratum(programme: Any, nom: str, valeur: Any) -> None:
    assert not est_refusee(programme.get_latest_revision_as_object())
    setattr(programme, nom, valeur)
    assert est_refusee(programme)


@pytest.mark.parametrize(
    ("nom", "valeur"),
    [("title", "Autre"), ("description", "<p>De la laine.</p>"), ("edition", 2027), ("edition", None), ("photos", [])],
)
def test_une_oeuvre_figee_ne_change_pas_sans_erratum(oeuvre: Any, nom: str, valeur: Any) -> None:
    assert not est_refusee(oeuvre.get_latest_revision_as_object())
    setattr(oeuvre, nom, valeur)
    assert est_refusee(oeuvre)


def test_les_nouvelles_d_une_oeuvre_figee_s_ecrivent(client: Client, oeuvre: Any) -> None:
    redactrice = une_redactrice()
    assert oeuvre.permissions_for_user(redactrice).can_edit()
    for nom, valeur in SUIVI.items():
        setattr(oeuvre, nom, valeur)
    assert not est_refusee(oeuvre)
    assert "Elle est accrochée." in client.get(publier(oeuvre).url).content.decode()
    oeuvre.lieu = "Ailleurs"
    assert [constat.champ for constat in EDITION_FIGEE.chercher(oeuvre)] == ["lieu"]


def test_l_editeur_d_un_programme_fige_est_ferme_sauf_pour_un_erratum(programme: Any) -> None:
    redactrice = une_redactrice()
    assert not programme.permissions_for_user(redactrice).can_edit()
    rectifier(page=programme, par=redactrice, avant="9 h", apres="10 h", raison="Une erreur.")
    relu = type(programme).objects.get(pk=programme.pk)
    assert relu.permissions_for_user(redactrice).can_edit()
    relu.lieu = "Ailleurs"
    assert not est_refusee(relu)


def test_un_programme_fige_se_retire_encore(programme: Any) -> None:
    for personne in (une_redactrice(), une_relectrice()):
        assert programme.permissions_for_user(personne).peut_depublier()


def test_un_programme_passe_jamais_publie_se_redige(settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-11-22"
    brouillon = ProgrammePageFactory.create(jour=JOUR, live=False)
    assert brouillon.permissions_for_user(une_redactrice()).can_edit()
    assert not est_refusee(brouillon)
