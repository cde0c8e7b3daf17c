"""How the tests of the wall look at it."""

from django.test import Client


def lire(client: Client, requete: str = "") -> str:
    reponse = client.get(f"/temoignages/{requete}")
    assert reponse.status_code == 200
    return reponse.content.decode()


def pieces(html: str) -> int:
    return html.count("<blockquote>")
