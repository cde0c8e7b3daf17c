"""What a page is looked at for, and under which conditions: each look returns the faults that it saw."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .inventaire import INTROUVABLE

Regard = Callable[[Page], list[str]]

# axe leaves this rule of WCAG 2.2 off unless asked.
OPTIONS_D_AXE: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
REGARDS_JS = Path(__file__).with_name("regards.js").read_text()
# More tabs than that, and nobody would call the page usable.
TABULATIONS_AU_PLUS = 600


def violations(page: Page, **regles: bool) -> list[str]:
    """Return what axe-core finds: « rule: element »; `regles` turns some of its rules off, « - » written « _ »."""
    reglees = {nom.replace("_", "-"): {"enabled": voulue} for nom, voulue in regles.items()}
    options = OPTIONS_D_AXE | {"rules": OPTIONS_D_AXE["rules"] | reglees}
    trouvees = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {noeud['html']}" for v in trouvees for noeud in v["nodes"]]


def regarder_par(quoi: str, page: Page) -> Any:
    """Return what one of the looks of `regards.js` says of the page."""
    return page.evaluate(f"{REGARDS_JS}.{quoi}()")


deborde: Regard = partial(regarder_par, "deborde")
coupes: Regard = partial(regarder_par, "coupes")
mouvements: Regard = partial(regarder_par, "mouvements")
effaces: Regard = partial(regarder_par, "effaces")
# The colours are then the reader's; axe goes on reading those of the sheets.
violations_sauf_contraste: Regard = partial(violations, color_contrast=False)


def espacee(page: Page) -> list[str]:
    """Return what the spacing of WCAG 1.4.12 cuts or pushes out."""
    regarder_par("espacer", page)
    return [*deborde(page), *coupes(page)]


def au_clavier(page: Page) -> list[str]:
    """Go through the whole page by Tab; return each focus that does not show, is covered, or was never reached."""
    regarder_par("retenir", page)
    fautes: list[str] = []
    for _ in range(TABULATIONS_AU_PLUS):
        page.keyboard.press("Tab")
        arret = regarder_par("arret", page)
        if arret.get("fin"):
            return [*fautes, *regarder_par("oublies", page)]
        fautes += arret["fautes"]
    return [*fautes, "la tabulation ne finit pas"]


@dataclass(frozen=True)
class Condition:
    """How someone reads, and what must hold then; `options` are Playwright's, for the context."""

    nom: str
    options: dict[str, Any]
    regards: tuple[Regard, ...]

    def fautes(self, page: Page) -> list[str]:
        """Return the faults of the page that is open."""
        return [f"{page.url}: {faute}" for regard in self.regards for faute in regard(page)]

    def parcourir(self, page: Page, adresses: Iterable[str]) -> list[str]:
        """Open each address; return all that was seen."""
        fautes: list[str] = []
        for adresse in adresses:
            reponse = page.goto(adresse)
            assert reponse is not None
            assert reponse.status == (404 if adresse.endswith(INTROUVABLE) else 200), adresse
            fautes += self.fautes(page)
        return fautes


def ecran(largeur: int, hauteur: int = 800, **options: Any) -> dict[str, Any]:
    """Return the options of a window of that size, in CSS pixels."""
    return {"viewport": {"width": largeur, "height": hauteur}, **options}


IMMOBILE: dict[str, Any] = {"reduced_motion": "reduce"}
FORCEES: dict[str, Any] = {"forced_colors": "active", "color_scheme": "dark"}
CONDITIONS = [
    *(
        Condition(f"axe-{largeur}-{nom}", ecran(largeur, color_scheme=schema), (violations, deborde, coupes))
        for largeur in (320, 390, 1280)
        for nom, schema in (("clair", "light"), ("sombre", "dark"))
    ),
    Condition("couleurs-forcees", ecran(390, **FORCEES), (violations_sauf_contraste, effaces)),
    Condition("mouvement-reduit", ecran(1280, **IMMOBILE), (mouvements,)),
    # A window of 1280 × 800 at 200 %: half the CSS pixels, twice as dense.
    Condition("zoom-200", ecran(640, 400, device_scale_factor=2), (deborde, coupes)),
    Condition("espacement-320", ecran(320), (espacee,)),
    Condition("espacement-1280", ecran(1280), (espacee,)),
    Condition("clavier-390", ecran(390, **IMMOBILE), (au_clavier,)),
    Condition("clavier-1280", ecran(1280, **IMMOBILE), (au_clavier,)),
    Condition("clavier-couleurs-forcees", ecran(1280, **IMMOBILE, **FORCEES), (au_clavier,)),
]
