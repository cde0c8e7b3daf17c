"""A past edition: read at its address for ever, and changed by an erratum only."""

import datetime
from typing import Any

import pytest
from django.template import Context
from django.test import Client
from pytest_django import Settings

from pages.models import EditionPage, TemoignageVedette
from pages.publication.constats import bloquants
from pages.publication.errata import rectifier
from pages.publication.regles.edition_figee import EDITION_FIGEE
from pages.regles import est_figee, jour_de_la_journee
from pages.templatetags.publications import publications_de
from tests.fabriques.pages import EditionPageFactory, corps, publier, un_temoignage_publie
from tests.fabriques.presse import CommuniquePageFactory, OeuvrePageFactory, ProgrammePageFactory
from tests.fabriques.roles import une_redactrice, une_relectrice, une_superutilisatrice

pytestmark = pytest.mark.django_db


@pytest.fixture
def figee(settings: Settings) -> EditionPage:
    """Return the edition of 2025, seen from 2026."""
    settings.AUJOURDHUI = "2026-11-22"
    publiee: EditionPage = publier(EditionPageFactory.create(annee=2025, corps=corps(("texte", "<p>Des chaises.</p>"))))
    return publiee


def test_une_edition_se_fige_au_premier_janvier() -> None:
    jour = jour_de_la_journee(2026)
    assert not est_figee(jour, datetime.date(2026, 12, 31))
    assert est_figee(jour, datetime.date(2027, 1, 1))


def test_la_page_figee_le_dit_et_garde_son_adresse(client: Client, figee: EditionPage) -> None:
    html = client.get("/journee/2025/").content.decode()
    assert "Cette page ne change plus" in html
    EditionPageFactory.create(annee=2026)
    assert "Cette page ne change plus" not in client.get("/journee/2026/").content.decode()


@pytest.mark.parametrize(
    "champs",
    [
        {"title": "Autre titre"},
        {"theme": "Autre thème"},
        {"annee": 2030, "jour": None},
        {"corps": corps(("texte", "<p>Des tables.</p>"))},
        {"corps": "[]"},
    ],
)
def test_un_changement_sans_erratum_est_refuse(figee: EditionPage, champs: dict[str, object]) -> None:
    for nom, valeur in champs.items():
        setattr(figee, nom, valeur)
    assert "edition_figee" in {constat.regle for constat in bloquants(figee)}


def test_une_vedette_ajoutee_est_un_changement(figee: Any) -> None:
    figee.vedettes = [TemoignageVedette(temoignage=un_temoignage_publie())]
    assert [constat.champ for constat in EDITION_FIGEE.chercher(figee)] == ["vedettes"]


def test_rien_de_change_rien_a_dire(figee: EditionPage) -> None:
    assert list(EDITION_FIGEE.chercher(figee.get_latest_revision_as_object())) == []


def test_un_erratum_ouvre_la_correction(figee: EditionPage) -> None:
    redactrice = une_redactrice()
    assert not figee.permissions_for_user(redactrice).can_edit()
    rectifier(page=figee, par=redactrice, avant="Des chaises.", apres="Des tables.", raison="Une erreur.")
    relue = EditionPage.objects.get(pk=figee.pk)
    assert relue.permissions_for_user(redactrice).can_edit()
    relue.theme = "Autre thème"
    assert list(EDITION_FIGEE.chercher(relue)) == []


@pytest.mark.parametrize("personne", [une_redactrice, une_superutilisatrice])
def test_l_editeur_d_une_edition_figee_est_ferme(client: Client, figee: EditionPage, personne: object) -> None:
    client.force_login(personne())  # type: ignore[operator]  # a factory
    reponse = client.post(f"/admin/pages/{figee.pk}/edit/", {"title": "Autre", "annee": 2025})
    assert reponse.status_code == 302
    assert EditionPage.objects.get(pk=figee.pk).get_latest_revision_as_object().title == figee.title


def test_une_edition_figee_se_retire_encore(figee: EditionPage) -> None:
    for personne in (une_redactrice(), une_relectrice()):
        assert figee.permissions_for_user(personne).peut_depublier()


def test_une_edition_passee_jamais_publiee_se_redige(settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-11-22"
    brouillon = EditionPageFactory.create(annee=2024, live=False)
    assert brouillon.permissions_for_user(une_redactrice()).can_edit()
    assert list(EDITION_FIGEE.chercher(brouillon)) == []


def test_la_campagne_liste_les_editions_passees(client: Client, figee: EditionPage) -> None:
    EditionPageFactory.create(annee=2027)
    html = client.get("/journee/").content.decode()
    assert 'href="/journee/2025/"' in html
    assert "archivée" in html


def test_une_edition_liste_ce_qui_a_ete_publie_pour_elle(client: Client) -> None:
    edition = EditionPageFactory.create(annee=2026)
    CommuniquePageFactory.create(title="Texte de 2026", edition=2026, genre="reaction")
    CommuniquePageFactory.create(title="Texte sans édition")
    CommuniquePageFactory.create(title="Brouillon", edition=2026, live=False)
    OeuvrePageFactory.create(title="La nappe", edition=2026)
    ProgrammePageFactory.create(title="La journée", parent=edition)
    publications = publications_de(Context(), edition)
    assert [(p.titre, p.genre) for p in publications] == [
        ("La journée", "Programme"),
        ("La nappe", "Œuvre collective"),
        ("Texte de 2026", "Réaction"),
    ]
    assert 'href="/journee/2026/programme/"' in client.get(edition.url).content.decode()
