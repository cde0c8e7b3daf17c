"""The two content security policies: nothing inline for the public, what Wagtail needs under the admin."""

import pytest
from django.test import Client

from tests.fabriques.temoignages import une_personne

PUBLIC = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def politique(client: Client, adresse: str) -> set[str]:
    """Return the directives of the answer at an address."""
    return set(client.get(adresse)["Content-Security-Policy"].split("; "))


@pytest.mark.django_db
@pytest.mark.parametrize("adresse", ["/", "/temoigner/", "/temoigner/suivi/", "/sante/", "/nulle-part/"])
def test_le_cote_public_ne_permet_rien_en_ligne_ni_d_ailleurs(client: Client, adresse: str) -> None:
    directives = politique(client, adresse)
    assert directives >= PUBLIC
    assert not any("unsafe" in directive or "http" in directive or "data:" in directive for directive in directives)


@pytest.mark.django_db
def test_l_administration_permet_ce_que_wagtail_ecrit_en_ligne_et_rien_d_ailleurs(client: Client) -> None:
    client.force_login(une_personne())
    directives = politique(client, "/admin/")
    assert {"script-src 'self' 'unsafe-inline'", "style-src 'self' 'unsafe-inline'"} <= directives
    assert "default-src 'none'" in directives
    assert not any("http" in directive or "unsafe-eval" in directive for directive in directives)
