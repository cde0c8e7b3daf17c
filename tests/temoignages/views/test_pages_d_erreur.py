"""When something goes wrong: a page in French, with the help lines, under the public's content policy."""

import re

import pytest
from django.db import OperationalError
from django.test import Client

from tests.fabriques.temoignages import un_temoignage

from .envoi import Reponse, page

pytestmark = pytest.mark.django_db
AIDE = ["tel:+18662773553", "sms:535353", "tel:811", "tel:988", "tel:911"]


def introuvable() -> Reponse:
    """Ask for a page that is not there."""
    return Client().get("/une-page-qui-n-existe-pas/")


def incomprise() -> Reponse:
    """Send more than the site accepts."""
    envoi = b"texte=" + b"v" * 3_000_000
    return Client().post("/temoigner/", envoi, content_type="application/x-www-form-urlencoded")


def reservee() -> Reponse:
    """Send from another site."""
    return Client().post("/temoigner/", headers={"Sec-Fetch-Site": "cross-site"})


def en_panne() -> Reponse:
    """Ask for a page whose view raises."""
    adresse = un_temoignage().url
    with pytest.MonkeyPatch.context() as remplacement:
        remplacement.setattr("temoignages.views.parole.render", lambda *_a, **_k: 1 / 0)
        return Client(raise_request_exception=False).get(adresse)


def sans_base() -> Reponse:
    """Ask for a page while the database does not answer any more."""
    with pytest.MonkeyPatch.context() as remplacement:
        remplacement.setattr(
            "django.db.backends.utils.CursorWrapper.execute",
            lambda *_a, **_k: (_ for _ in ()).throw(OperationalError("down")),
        )
        return Client(raise_request_exception=False).get("/paroles/k7q2m/")


PAGES = {
    404: (introuvable, "Ce fil ne mène nulle part"),
    400: (incomprise, "Demande incomprise"),
    403: (reservee, "Cette page est réservée"),
    500: (en_panne, "Une maille a lâché"),
    503: (sans_base, "Le site ne répond pas en ce moment"),
}


@pytest.mark.parametrize("statut", PAGES)
def test_une_erreur_parle_francais_et_montre_les_lignes_d_aide(statut: int) -> None:
    demander, titre = PAGES[statut]
    reponse = demander()
    assert reponse.status_code == statut
    source = page(reponse)
    assert '<html lang="fr-CA">' in source
    assert titre in re.sub(r"\s+", " ", source)
    places = [source.rindex(f'href="{ligne}"') for ligne in AIDE]
    assert places == sorted(places)
    assert "Sortie rapide" in source
    assert 'name="robots" content="noindex"' in source


@pytest.mark.parametrize("statut", PAGES)
def test_une_erreur_ne_dit_rien_de_la_machine_ni_ne_relache_la_politique(statut: int) -> None:
    reponse = PAGES[statut][0]()
    source = page(reponse)
    assert not re.search(r"Traceback|ZeroDivision|OperationalError|\.py\b|Django|Wagtail", source)
    assert "unsafe-inline" not in reponse["Content-Security-Policy"]
    assert "Set-Cookie" not in reponse
    assert not reponse.cookies
    assert " style=" not in source
    assert "<style" not in source


def test_l_administration_a_une_politique_a_elle(chez_premiere: Client) -> None:
    politique = chez_premiere.get("/admin/")["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in politique
    assert "default-src 'none'" in politique
    assert not re.search(r"https?:|\*", politique)


@pytest.mark.parametrize("adresse", ["/administration/", "/admin-x/", "/temoigner/?next=/admin/", "//admin/"])
def test_la_politique_de_l_administration_ne_deborde_pas(adresse: str) -> None:
    assert "unsafe-inline" not in Client().get(adresse)["Content-Security-Policy"]
