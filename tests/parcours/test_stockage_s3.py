"""In a browser, with the files on an S3 server: it follows the way there, and the policy opens nothing else."""

import io
import wave
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.fabriques.pages import ContenuPageFactory, publier, une_image
from tests.medias.pieces import deposer, publier_avec
from tests.medias.test_service import en_bloc
from tests.services.s3 import ServeurS3

JOUER = """async adresse => {
    const son = new Audio(adresse);
    await new Promise((bien, mal) => { son.onloadedmetadata = bien; son.onerror = () => mal(son.error.message); });
    return son.duration;
}"""
ESSAYER = """adresse => new Promise(finir => {
    document.addEventListener("securitypolicyviolation", e => finir(e.violatedDirective), {once: true});
    new Image().src = adresse;
})"""


def une_seconde() -> bytes:
    sortie = io.BytesIO()
    with wave.open(sortie, "wb") as son:
        son.setnchannels(1)
        son.setsampwidth(2)
        son.setframerate(8000)
        son.writeframes(bytes(16_000))
    return sortie.getvalue()


@pytest.fixture
def page(navigateur: Browser, live_server: LiveServer) -> Iterator[Any]:
    """Return a page of a visitor whose requests to the S3 server are no fault."""
    contexte = navigateur.new_context(base_url=live_server.url)
    yield contexte.new_page()
    contexte.close()


def test_le_navigateur_suit_l_adresse_signee_et_rien_d_autre(page: Any, serveur_s3: ServeurS3) -> None:
    image, son = une_image(), deposer("son.wav", une_seconde())
    image.get_renditions("format-avif", "format-webp")
    adresse = publier(ContenuPageFactory.create(corps=en_bloc(image))).url
    publier_avec(son)
    demandees: list[str] = []
    page.on("request", lambda requete: demandees.append(requete.url))
    page.goto(adresse)
    page.wait_for_function("() => document.querySelector('main img').naturalWidth > 0")
    assert any(demandee.startswith(f"{serveur_s3.adresse}/prive/images/") for demandee in demandees)
    assert page.evaluate(JOUER, son.url) == pytest.approx(1, abs=0.1)
    assert page.evaluate(ESSAYER, f"{serveur_s3.adresse}/un-autre-seau/a.png") == "img-src"
