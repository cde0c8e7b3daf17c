"""A recording goes up with its progress; nothing typed is lost when it is refused, or the network cut."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from medias.models import Enregistrement, EtatPreparation
from site_campagne.roles import REDACTION
from tests.fabriques.roles import une_personne_de
from tests.medias.enregistrements.sons import enregistrement

from .conftest import Ouvrir
from .redaction import ouvrir_le_bureau

AJOUT = reverse("wagtailmedia:add", args=["audio"])
TITRE = "La porte d’en arrière"


@pytest.fixture
def son(tmp_path: Path) -> Path:
    chemin = tmp_path / "gaetane.mp3"
    chemin.write_bytes(enregistrement("mp3"))
    return chemin


def remplir(page: Page, fichier: Path | None) -> None:
    """Fill in the form of a sound where nobody can be recognised."""
    page.goto(AJOUT)
    page.locator("#id_title").fill(TITRE)
    page.get_by_label("Personne n’y est reconnaissable").check()
    if fichier:
        page.locator("input[type=file]").set_input_files(fichier)


def envoyer(page: Page) -> None:
    page.locator("form[enctype] button[type=submit]").last.click()


def test_un_son_part_avec_sa_progression_et_se_prepare(ouvrir: Ouvrir, son: Path) -> None:
    page = ouvrir_le_bureau(ouvrir(), une_personne_de(REDACTION))
    remplir(page, son)
    envoyer(page)
    expect(page).to_have_url(re.compile(reverse("wagtailmedia:index") + "$"))
    expect(page.get_by_text(f"« {TITRE} »").or_(page.locator(".messages"))).to_contain_text(TITRE)
    assert Enregistrement.objects.get().etat == EtatPreparation.PRET


def test_un_refus_garde_ce_qui_est_ecrit_et_le_fichier_choisi(ouvrir: Ouvrir, son: Path, tmp_path: Path) -> None:
    page = ouvrir_le_bureau(ouvrir(), une_personne_de(REDACTION))
    faux = tmp_path / "faux.mp3"
    faux.write_bytes(b"<html>" * 50)
    remplir(page, faux)
    envoyer(page)
    alerte = page.get_by_role("alert").filter(has_text="Le fichier n’a pas été gardé")
    expect(alerte).to_contain_text("ni un son")
    expect(alerte).to_be_focused()
    assert page.locator("#id_title").input_value() == TITRE
    assert page.locator("input[type=file]").evaluate("champ => champ.files.length") == 1
    page.locator("input[type=file]").set_input_files(son)
    envoyer(page)
    expect(page).to_have_url(re.compile(reverse("wagtailmedia:index") + "$"))
    assert Enregistrement.objects.count() == 1


def test_une_coupure_se_dit_et_l_on_recommence(ouvrir: Ouvrir, son: Path) -> None:
    page = ouvrir_le_bureau(ouvrir(), une_personne_de(REDACTION))
    remplir(page, son)

    def couper(route: Route) -> None:
        route.abort() if route.request.method == "POST" else route.continue_()

    page.route(f"**{AJOUT}", couper)
    envoyer(page)
    expect(page.get_by_role("alert").filter(has_text="La connexion s’est coupée")).to_be_focused()
    assert page.locator("#id_title").input_value() == TITRE
    expect(page.locator("form[enctype] button[type=submit]").last).to_be_enabled()
    assert not Enregistrement.objects.exists()


def test_sans_javascript_le_formulaire_part_comme_un_autre(ouvrir: Ouvrir, son: Path) -> None:
    page = ouvrir_le_bureau(ouvrir(java_script_enabled=False), une_personne_de(REDACTION))
    remplir(page, son)
    envoyer(page)
    expect(page).to_have_url(re.compile(reverse("wagtailmedia:index") + "$"))
    assert Enregistrement.objects.get().title == TITRE
