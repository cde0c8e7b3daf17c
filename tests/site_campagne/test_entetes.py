"""Every kind of answer says what the browser may do with it; cookies, where there are some, are for us alone."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from site_campagne.entetes import origine_permise
from site_campagne.settings import securite
from tests.fabriques.evenements import AgendaPageFactory
from tests.fabriques.pages import ContenuPageFactory, une_image
from tests.fabriques.temoignages import une_personne

pytestmark = pytest.mark.django_db
# One of each kind: page, list in a frame, intake, code, feed, plan of the site, health, search, door of the staff, door
# of resources, shared link, what does not exist.
ADRESSES = (
    "/", "/agenda/", "/agenda/integration/", "/agenda/calendrier.ics", "/agenda/evenements.json", "/temoigner/",
    "/temoigner/suivi/", "/sitemap.xml", "/robots.txt", "/sante/", "/recherche/?q=chaise", "/admin/login/",
    "/espace/connexion/", "/partage/inconnu/", "/nulle-part/", "/admin/", "/en/nowhere/",
)  # fmt: skip


@pytest.fixture
def production(settings: Settings) -> None:
    """Take back what development lets go: the secure address and its cookies."""
    for nom in ("SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"):
        setattr(settings, nom, getattr(securite, nom))


@pytest.mark.usefixtures("production")
@pytest.mark.parametrize("adresse", ADRESSES)
def test_chaque_genre_de_reponse_a_ses_entetes(client: Client, adresse: str) -> None:
    AgendaPageFactory.create(slug="agenda")
    reponse: Any = client.get(adresse, secure=True)
    assert reponse.status_code in {200, 302, 403, 404}
    assert reponse["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert reponse["X-Content-Type-Options"] == "nosniff"
    assert reponse["Cross-Origin-Opener-Policy"] == "same-origin"
    assert reponse["Cross-Origin-Resource-Policy"] == "same-origin"
    assert reponse["Referrer-Policy"] in {"same-origin", "no-referrer", "no-referrer, same-origin"}
    assert "default-src 'none'" in reponse["Content-Security-Policy"]
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(reponse["Permissions-Policy"].split(", "))
    en_cadre = adresse == "/agenda/integration/"
    assert ("X-Frame-Options" in reponse) is not en_cadre
    assert ("frame-ancestors *" in reponse["Content-Security-Policy"]) is en_cadre
    for temoin in reponse.cookies.values():
        assert temoin["secure"], temoin.key
        assert temoin["httponly"], temoin.key
        assert temoin["samesite"] == "Lax"


@pytest.mark.usefixtures("production")
def test_une_adresse_qui_n_est_pas_sure_mene_a_celle_qui_l_est(client: Client) -> None:
    reponse = client.get("/temoigner/")
    assert reponse.status_code == 301
    assert reponse["Location"] == "https://testserver/temoigner/"


@pytest.mark.usefixtures("production")
def test_la_session_de_l_equipe_est_a_nous_seuls(client: Client, settings: Settings) -> None:
    client.force_login(une_personne())
    reponse = client.get("/admin/", secure=True)
    assert "Permissions-Policy" in reponse
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"


def test_une_image_publique_se_montre_ailleurs_et_une_qui_ne_l_est_pas_chez_nous_seuls(client: Client) -> None:
    page = ContenuPageFactory.create()
    assert client.get(f"{page.url}carte.png")["Cross-Origin-Resource-Policy"] == "cross-origin"
    cachee = une_image()
    reponse = client.get(cachee.get_rendition("width-100").url)
    attendue = "cross-origin" if reponse.status_code == 200 else "same-origin"
    assert reponse["Cross-Origin-Resource-Policy"] == attendue


@pytest.mark.parametrize(
    ("chemin", "statut", "cache", "attendue"),
    [
        ("/media/enregistrements/a.mp3", 200, "public, max-age=1", "cross-origin"),
        ("/media/enregistrements/a.mp3", 200, "private, no-store", "same-origin"),
        ("/documents/1/a.pdf", 404, "private, no-store", "same-origin"),
        ("/", 200, "no-cache", "same-origin"),
    ],
)
def test_seul_un_fichier_public_se_montre_ailleurs(
    rf: RequestFactory, chemin: str, statut: int, cache: str, attendue: str
) -> None:
    reponse = HttpResponse(status=statut, headers={"Cache-Control": cache})
    assert origine_permise(rf.get(chemin), reponse) == attendue
