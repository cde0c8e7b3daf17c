"""The player by keyboard, in a browser: captions that show, a transcript that leads, nothing lost without a script."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from medias.models import EtatPiste, Langue
from tests.fabriques.pages import ContenuPageFactory, corps, publier
from tests.fabriques.pistes import VTT, octets_de, un_enregistrement, une_piste
from tests.fabriques.roles import une_redactrice

from .clavier import Clavier
from .gestes import appuyer, se_connecter

pytestmark = pytest.mark.usefixtures("nos_vues")
PATIENCE_S = 10
MONTREE = "Array.from(document.querySelector('video').textTracks, piste => piste.mode)"


def une_page(genre: str = "video", langues: tuple[str, ...] = ("fr",), fois: int = 1) -> str:
    """Return the address of a page that shows a recording, `fois` times."""
    enregistrement = un_enregistrement(genre, octets_de(genre))
    for langue in langues:
        une_piste(enregistrement, VTT, langue=langue)
    bloc = ("enregistrement", {"enregistrement": enregistrement.pk, "titre": "La porte rouge"})
    page = ContenuPageFactory.create(title="À écouter", corps=corps(*[bloc] * fois))
    adresse: str = publier(page).url
    return adresse


def ouvrir_page(page: Page, adresse: str) -> Clavier:
    page.goto(adresse)
    expect(page.get_by_role("button", name="Lire").first).to_be_visible()
    attendre(page, "document.querySelector('video, audio').readyState > 0")
    return Clavier(page)


def attendre(page: Page, condition: str) -> None:
    """Wait until it is true of the page; Playwright's own way evaluates text, which the content policy refuses."""
    fin = time.monotonic() + PATIENCE_S
    while not page.evaluate(condition):
        assert time.monotonic() < fin, condition
        page.wait_for_timeout(50)


def media(page: Page, quoi: str) -> Any:
    return page.evaluate(f"document.querySelector('video, audio').{quoi}")


@pytest.mark.django_db(transaction=True)
def test_les_sous_titres_se_montrent_et_la_video_se_conduit_au_clavier(page_js: Page) -> None:
    clavier = ouvrir_page(page_js, une_page())
    assert page_js.evaluate(MONTREE) == ["showing"]
    assert media(page_js, "controls") is False
    clavier.aller("[data-geste=jouer]")
    clavier.presser("Enter")
    attendre(page_js, "document.querySelector('video').textTracks[0].activeCues?.length === 1")
    cue = page_js.evaluate("document.querySelector('video').textTracks[0].activeCues[0].getCueAsHTML().textContent")
    assert cue in {"Bonjour, entrez donc.", "La soupe mijote."}
    expect(page_js.get_by_role("button", name="Pause")).to_be_focused()
    clavier.presser("k")
    expect(page_js.get_by_role("button", name="Lire")).to_be_focused()
    clavier.presser("ArrowLeft")
    assert media(page_js, "currentTime") == 0
    clavier.presser("ArrowRight")
    assert media(page_js, "currentTime") == pytest.approx(3, abs=0.2)
    clavier.presser("m")
    expect(page_js.get_by_role("button", name="Muet")).to_have_attribute("aria-pressed", "true")
    clavier.presser("c")
    assert page_js.evaluate(MONTREE) == ["disabled"]
    clavier.aller("[data-piste]")
    clavier.presser("Space")
    assert page_js.evaluate(MONTREE) == ["showing"]
    expect(page_js.get_by_role("button", name="Sous-titres")).to_have_attribute("aria-pressed", "true")


@pytest.mark.django_db(transaction=True)
def test_la_vitesse_se_choisit_et_les_fleches_du_choix_restent_les_siennes(page_js: Page) -> None:
    clavier = ouvrir_page(page_js, une_page("audio"))
    clavier.aller("select")
    clavier.presser("ArrowDown")
    assert (media(page_js, "playbackRate"), media(page_js, "currentTime")) == (1.25, 0)


@pytest.mark.django_db(transaction=True)
def test_un_moment_de_la_transcription_y_mene(page_js: Page) -> None:
    clavier = ouvrir_page(page_js, une_page("audio"))
    clavier.aller("main summary")
    clavier.presser("Enter")
    clavier.aller("a.transcription__temps[href$='#t=1.5']")
    clavier.presser("Enter")
    attendre(page_js, "document.querySelector('audio').currentTime >= 1.5")
    expect(page_js.locator("[aria-current=true]")).to_contain_text("La soupe mijote.")
    assert "#t=" not in page_js.url


@pytest.mark.django_db(transaction=True)
def test_deux_langues_ont_chacune_leur_bouton(page_js: Page) -> None:
    ouvrir_page(page_js, une_page(langues=(Langue.ANGLAIS, Langue.FRANCAIS)))
    assert page_js.evaluate(MONTREE) == ["showing", "disabled"]
    page_js.get_by_role("button", name="Sous-titres (anglais)").click()
    assert page_js.evaluate(MONTREE) == ["disabled", "showing"]


@pytest.mark.django_db(transaction=True)
def test_un_seul_lecteur_parle_a_la_fois(page_js: Page) -> None:
    ouvrir_page(page_js, une_page("audio", fois=2))
    page_js.get_by_role("button", name="Lire").nth(1).click()
    page_js.get_by_role("button", name="Lire").first.click()
    attendre(page_js, "document.querySelectorAll('audio')[1].paused")


@pytest.mark.django_db(transaction=True)
def test_on_reprend_ou_on_en_etait_dans_cet_onglet(page_js: Page) -> None:
    adresse = une_page("audio")
    page_js.add_init_script("Object.defineProperty(HTMLMediaElement.prototype, 'duration', { get: () => 60 })")
    ouvrir_page(page_js, adresse)
    cle = f"lecteur/{page_js.locator('[data-lecteur]').get_attribute('data-lecteur')}"
    page_js.evaluate("([cle]) => sessionStorage.setItem(cle, '12')", [cle])
    page_js.evaluate("document.querySelector('audio').dispatchEvent(new Event('loadedmetadata'))")
    expect(page_js.get_by_role("button", name="Reprendre au début")).to_be_visible()
    page_js.get_by_role("button", name="Reprendre au début").click()
    attendre(page_js, f"sessionStorage.getItem('{cle}') === null")


@pytest.mark.django_db(transaction=True)
def test_un_fichier_qui_ne_se_lit_pas_le_dit(page_js: Page) -> None:
    bloc = ("enregistrement", {"enregistrement": un_enregistrement("audio").pk, "titre": ""})
    page_js.goto(publier(ContenuPageFactory.create(corps=corps(bloc))).url)
    expect(page_js.get_by_role("alert")).to_contain_text("ne se lit pas dans ce navigateur")


@pytest.mark.django_db(transaction=True)
def test_sans_script_le_navigateur_garde_ses_commandes(page_sans_js: Page) -> None:
    page_sans_js.goto(une_page())
    assert page_sans_js.locator("video[controls]").count() == 1
    expect(page_sans_js.locator("[data-commandes]")).to_be_hidden()
    page_sans_js.get_by_text("Transcription").click()
    expect(page_sans_js.get_by_text("La soupe mijote.")).to_be_visible()
    adresse = page_sans_js.locator("a.transcription__temps").last.get_attribute("href")
    assert (adresse or "").endswith(".mp4#t=1.5")


@pytest.mark.django_db(transaction=True)
def test_le_lecteur_n_a_aucune_violation(page_ecran: Page, axe: Callable[[Page], None]) -> None:
    ouvrir_page(page_ecran, une_page(langues=("fr", "en")))
    page_ecran.locator("main summary").first.click()
    page_ecran.evaluate("scrollTo(0, 0)")  # what the help bar covers is too small, in the eyes of axe
    axe(page_ecran)
    assert page_ecran.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for element in page_ecran.locator(".lecteur__commandes :is(button, select, input)").all():
        boite = element.bounding_box()
        assert boite is None or boite["height"] >= 43.9, element


@pytest.mark.django_db(transaction=True)
def test_les_mots_se_corrigent_et_se_relisent_a_l_ecran(page_js: Page, axe: Callable[[Page], None]) -> None:
    piste = une_piste(un_enregistrement("audio"), etat=EtatPiste.BROUILLON)
    se_connecter(page_js, une_redactrice(), reverse("pistes:edit", args=[piste.pk]))
    page_js.get_by_label("Sous-titres (WebVTT)").fill(VTT.replace("00:01.500 -->", "00:01.000 -->"))
    appuyer(page_js, "Enregistrer et marquer comme relue")
    expect(page_js.get_by_text("Réplique 2 (00:01.000)").first).to_be_visible()
    page_js.wait_for_timeout(1000)  # Wagtail's message fades in: pale for a moment
    axe(page_js)
    page_js.get_by_label("Sous-titres (WebVTT)").fill(VTT.replace("mijote", "refroidit"))
    appuyer(page_js, "Enregistrer et marquer comme relue")
    apercu = page_js.get_by_role("region", name="La transcription")
    expect(apercu).to_contain_text("Relue le")
    expect(apercu).to_contain_text("La soupe refroidit.")
    page_js.reload()  # without Wagtail's own message
    axe(page_js)
