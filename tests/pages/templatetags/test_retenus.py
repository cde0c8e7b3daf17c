"""What every page shows the same is made once under a state; what is given to it, and the language, change it."""

from typing import Any

import pytest
from django.http import HttpRequest
from django.template import Context, Template
from django.template.loader import get_template
from django.utils.translation import override

from pages.sous_etat import ATTRIBUT
from pages.templatetags.navigation import Entree

PIED = '{% load retenus %}{% retenu "composants/pied.html" liens=liens %}'
LIENS = [Entree("À propos", "/a-propos/", courante=False)]


@pytest.fixture
def faits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is made, each time that it is."""
    lus: list[str] = []

    def lire(gabarit: str) -> Any:
        lus.append(gabarit)
        return get_template(gabarit)

    monkeypatch.setattr("pages.templatetags.retenus.get_template", lire)
    return lus


def demande(choses: dict[Any, Any] | None) -> HttpRequest:
    """Return a request, with what is lent to it."""
    requete = HttpRequest()
    if choses is not None:
        setattr(requete, ATTRIBUT, choses)
    return requete


def rendu(requete: HttpRequest, liens: list[Entree] = LIENS) -> str:
    return Template(PIED).render(Context({"request": requete, "liens": liens, "page": "Cette page"}))


def test_deux_pages_sous_un_etat_en_font_un_seul(faits: list[str]) -> None:
    choses: dict[Any, Any] = {}
    premier, second = rendu(demande(choses)), rendu(demande(choses))
    assert premier == second
    assert 'href="/a-propos/"' in premier
    assert "Cette page" not in premier
    assert len(faits) == 1


def test_d_autres_valeurs_ou_une_autre_langue_en_font_un_autre(faits: list[str]) -> None:
    choses: dict[Any, Any] = {}
    ici = rendu(demande(choses), [Entree("À propos", "/a-propos/", courante=True)])
    assert 'aria-current="page"' in ici
    assert 'aria-current="page"' not in rendu(demande(choses))
    with override("en"):
        assert "Footer" in rendu(demande(choses))
    assert len(faits) == 3


def test_sous_un_autre_etat_ou_sans_etat_il_se_refait(faits: list[str]) -> None:
    rendu(demande({}))
    rendu(demande({}))
    rendu(demande(None))
    rendu(demande(None))
    assert len(faits) == 4
