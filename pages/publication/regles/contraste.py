"""The contrast of a palette, by the formula of WCAG 2.2 (relative luminance); 4.5:1 or more (SYSTEMES, 1)."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from ..constats import Constat, Regle, Severite

MINIMUM: Final = 4.5
SEUIL_LINEAIRE: Final = 0.04045  # of sRGB


def chercher(page: Any) -> Iterator[Constat]:
    """Yield the pairs of colours of a page that are too close; it gives (name, colour, ground) in hexadecimal."""
    for nom, couleur, fond in page.couples_de_couleurs:
        if (rapport := contraste(couleur, fond)) < MINIMUM:
            message = _("« %(nom)s » : contraste de %(rapport)s pour 1, il en faut 4,5.")
            yield Constat("palette", message % {"nom": nom, "rapport": f"{rapport:.1f}".replace(".", ",")})


def contraste(couleur: str, fond: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    clair, sombre = sorted((_luminance(couleur), _luminance(fond)), reverse=True)
    return (clair + 0.05) / (sombre + 0.05)


def _luminance(couleur: str) -> float:
    rouge, vert, bleu = (_lineaire(int(couleur[rang : rang + 2], 16) / 255) for rang in (1, 3, 5))
    return 0.2126 * rouge + 0.7152 * vert + 0.0722 * bleu


def _lineaire(part: float) -> float:
    return part / 12.92 if part <= SEUIL_LINEAIRE else float(((part + 0.055) / 1.055) ** 2.4)


CONTRASTE = Regle("contraste_de_la_palette", Severite.BLOQUANT, chercher)
