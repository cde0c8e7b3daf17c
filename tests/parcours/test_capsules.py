"""Capsules in a browser: nothing is asked elsewhere before a click; readable by all, and on a narrow phone."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from medias.models import Langue
from tests.fabriques.capsules import (
    AILLEURS,
    CapsulePageFactory,
    SerieCapsulesPageFactory,
    ailleurs,
    faire_paraitre,
)
from tests.fabriques.pages import une_image
from tests.fabriques.pistes import octets_de, un_enregistrement, une_piste
from tests.fabriques.presse import une_autorisation

pytestmark = pytest.mark.django_db(transaction=True)
VTT = "WEBVTT\n\nNOTE titre: Le matin\n\n00:00.200 --> 00:00.900\n<v Une membre>On ouvre à huit heures.\n"


def des_adresses() -> dict[str, str]:
    """Return the addresses of the list, of a series, of a capsule of the site and of one that is elsewhere."""
    serie = SerieCapsulesPageFactory.create(title="Portes ouvertes", chapeau="Le matin.", affiche=une_image())
    video = un_enregistrement("video", octets_de("video"))
    une_piste(video, VTT, langue=Langue.FRANCAIS)
    ici = CapsulePageFactory.create(title="Ici", parent=serie, enregistrement=video, edition=2026)
    la_bas = CapsulePageFactory.create(title="Là-bas", parent=serie, avertissement="deuil", **ailleurs())
    faire_paraitre(la_bas, une_autorisation("Odile Fictive"))
    return {"liste": "/capsules/", "serie": serie.url, "ici": ici.url, "la_bas": la_bas.url}


def test_rien_n_est_demande_a_l_autre_site_avant_un_clic(page_sans_js: Page) -> None:
    hotes: set[str] = set()

    def noter(requete: Request) -> None:
        hotes.add(urlsplit(requete.url).netloc)

    page_sans_js.on("request", noter)
    for adresse in des_adresses().values():
        page_sans_js.goto(adresse, wait_until="networkidle")
    lien = page_sans_js.get_by_role("link", name="Voir « Là-bas » sur videos.exemple.org")
    expect(lien).to_have_attribute("href", AILLEURS)
    lien.focus()
    lien.hover()
    page_sans_js.wait_for_timeout(300)
    assert hotes == {urlsplit(page_sans_js.url).netloc}
    expect(page_sans_js.get_by_text("Ici, on ouvre à huit heures.")).to_be_visible()


def test_les_pages_ne_violent_aucune_regle_d_axe(page_ecran: Page, axe: Callable[[Page], None]) -> None:
    for adresse in des_adresses().values():
        page_ecran.goto(adresse)
        axe(page_ecran)


def test_rien_ne_defile_de_cote_a_320_pixels(ouvrir: Callable[..., Page]) -> None:
    page = ouvrir(viewport={"width": 320, "height": 640})
    for adresse in des_adresses().values():
        page.goto(adresse)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, adresse


def test_on_va_d_une_liste_a_une_capsule_par_son_titre(page_js: Page) -> None:
    des_adresses()
    page_js.goto("/capsules/")
    page_js.get_by_role("link", name="Portes ouvertes").click()
    page_js.get_by_role("link", name="Ici", exact=True).click()
    expect(page_js.get_by_role("heading", level=1)).to_have_text("Ici")
    page_js.get_by_text("Transcription", exact=True).click()
    expect(page_js.get_by_text("On ouvre à huit heures.")).to_be_visible()
