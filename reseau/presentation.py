"""The language of the network, as HTML: what is seen, and what a voice says."""

from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .langue.attribution import Echelon, attribuer
from .langue.inclusif import Ecriture, decouper
from .langue.regions import region_par_code

if TYPE_CHECKING:
    from .models import Ressource


def inclusif_html(texte: str) -> SafeString:
    """Return escaped HTML where each word with a middle dot is seen as written and heard as a full doublet.

    « Un·e membre » → `<span aria-hidden="true">Un·e</span><span class="masque">Un ou une</span> membre`.
    """
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span aria-hidden="true">{}</span><span class="masque">{}</span>', ecrit, dit),)
            if dit
            else (ecrit,)
            for ecrit, dit in decouper(texte)
        ),
    )


def attribution_texte(echelon: str, region: str, ressource: "Ressource | None", mode: Ecriture = Ecriture.POINT) -> str:
    """Return who speaks, as plain text with a capital: feeds, press, exports.

    Args:
        echelon: a value of `Echelon`.
        region: an official code, or nothing.
        ressource: the resource, when the ladder allows its name; its own region wins over `region`.
        mode: the inclusive spelling.
    """
    code = ressource.region if ressource else region
    ligne = attribuer(
        Echelon(echelon),
        ressource.forme_de if ressource else "",
        region_par_code(code),
        lieu=ressource.lieu if ressource else None,
        mode=mode,
    )
    return ligne[:1].upper() + ligne[1:]


def attribution_html(echelon: str, region: str, ressource: "Ressource | None") -> SafeString:
    """Return who speaks, as escaped HTML with a pronounceable form; arguments of `attribution_texte`."""
    debut, _espace, reste = attribution_texte(echelon, region, ressource).partition(" ")
    # Names keep their own dots: only our first word, « Un·e », is doubled.
    return format_html("{} {}", inclusif_html(debut), reste)
