"""Each look sees the fault that it is there for, and leaves a good page alone."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .inventaire import INTROUVABLE, servir_les_pannes
from .regards import Condition, Regard, au_clavier, coupes, deborde, effaces, espacee, mouvements

LIEN = '<a id="a" href="#b">un lien</a>'
BONNE = f"<p>des mots</p>{LIEN}<button>un bouton</button>"


@pytest.fixture
def montrer(navigateur: Browser) -> Iterator[Any]:
    """Return the function that shows a page made of this body, in a window 400 CSS pixels wide."""
    contextes = []

    def montrer(corps: str, **options: Any) -> Page:
        contextes.append(navigateur.new_context(viewport={"width": 400, "height": 300}, **options))
        page = contextes[-1].new_page()
        page.set_content(f"<!doctype html><html lang=fr><body>{corps}</body></html>")
        return page

    yield montrer
    for contexte in contextes:
        contexte.close()


@pytest.mark.parametrize(
    ("regard", "corps", "faute"),
    [
        (deborde, "<p style='width: 900px'>large</p>", "défile de côté"),
        (coupes, "<p style='overflow: hidden; height: 5px'>des mots coupés</p>", "coupé par p"),
        (espacee, "<p style='overflow: hidden; width: 4.1em; white-space: nowrap'>dix lettres</p>", "coupé par p"),
        (mouvements, "<p style='transition: color 1s'>bouge</p>", "transition de p"),
        (mouvements, "<style>@keyframes k {to {left: 9px}}</style><p style='animation: k 9s'>a</p>", "animation de p"),
        (mouvements, "<style>html {scroll-behavior: smooth}</style>", "défilement animé"),
        (au_clavier, f"<style>:focus {{outline: none}}</style>{LIEN}", "focus invisible : a#a"),
        (au_clavier, f"{LIEN}<div style='position: fixed; inset: 0; background: red'></div>", "focus caché"),
        (au_clavier, f"<div style='position: absolute; left: -999px'>{LIEN}</div>", "focus hors de l’écran : a#a"),
        (au_clavier, f"<a id=z href=#z onfocus='this.blur()'>z</a>{LIEN}", "jamais atteint au clavier"),
    ],
)
def test_une_faute_est_vue(montrer: Any, regard: Regard, corps: str, faute: str) -> None:
    assert any(vue.startswith(faute) for vue in regard(montrer(corps)))


@pytest.mark.parametrize("regard", [deborde, coupes, espacee, mouvements, au_clavier])
def test_une_bonne_page_n_a_pas_de_faute(montrer: Any, regard: Regard) -> None:
    assert regard(montrer(BONNE)) == []


def test_un_dessin_que_les_couleurs_forcees_effacent_est_vu(montrer: Any) -> None:
    forcees = partial(montrer, forced_colors="active")
    dessin = "mask-image: linear-gradient(red, red); background: red; width: 9px; height: 9px"
    assert effaces(forcees(f"<i style='display: block; {dessin}'></i>"))[0].startswith("dessin effacé")
    assert effaces(forcees(f"<i style='display: block; {dessin}; forced-color-adjust: none'></i>")) == []


@pytest.mark.parametrize(
    ("chemin", "statut", "passe"),
    [(INTROUVABLE, 404, True), (INTROUVABLE, 200, False), ("agenda/", 404, False), ("panne/500/", 503, True)],
)
def test_une_seule_adresse_repond_404_et_elle_le_doit(montrer: Any, chemin: str, statut: int, passe: bool) -> None:
    page = montrer(BONNE)
    page.route("**/*", lambda route: route.fulfill(status=statut, body=BONNE))
    servir_les_pannes(page)
    adresse = f"http://site.example/{chemin}"
    sans_regard = Condition("ouvrir", {}, ())
    if passe:
        assert sans_regard.parcourir(page, [adresse]) == []
    else:
        with pytest.raises(AssertionError, match=chemin):
            sans_regard.parcourir(page, [adresse])
