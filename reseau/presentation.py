"""The language of the network, in the language of the reader: places, and who speaks, as text and as HTML."""

from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from medias.langues import Langue, autre_langue, langue_active

from .langue.attribution import Echelon, attribuer, attribuer_en_anglais
from .langue.inclusif import Ecriture, decouper
from .langue.regions import Lieu, Region, region_par_code

if TYPE_CHECKING:
    from .models import Ressource


def en_lieu(lieu: Region | Lieu) -> str:
    """Return where: « en Estrie », “in Estrie”. English keeps the French name, without its article."""
    return f"in {lieu.nom}" if langue_active() == Langue.ANGLAIS else lieu.en_lieu


def de_lieu(lieu: Region | Lieu) -> str:
    """Return from where, after a noun: « de l’Estrie », “in Estrie”."""
    return f"in {lieu.nom}" if langue_active() == Langue.ANGLAIS else lieu.de_lieu


def de_la_ressource(ressource: "Ressource") -> str:
    """Return whose, after a noun: « de La Passerelle », “of La Passerelle”."""
    return f"of {ressource.nom}" if langue_active() == Langue.ANGLAIS else ressource.forme_de or f"– {ressource.nom}"


def inclusif_html(texte: str) -> SafeString:
    """Return escaped HTML where each word with a middle dot is seen as written and heard as a full doublet.

    « Un·e membre » → `<span class="masque">Un ou une</span><span aria-hidden="true">Un·e</span> membre`: what is seen
    stays in one piece, to be found and copied.
    """
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span class="masque">{}</span><span aria-hidden="true">{}</span>', dit, ecrit),)
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
    ou = region_par_code(ressource.region if ressource else region)
    lieu = ressource.lieu if ressource else None
    if langue_active() == Langue.ANGLAIS:
        return attribuer_en_anglais(Echelon(echelon), ressource.nom if ressource else "", ou, lieu=lieu)
    ligne = attribuer(Echelon(echelon), ressource.forme_de if ressource else "", ou, lieu=lieu, mode=mode)
    return ligne[:1].upper() + ligne[1:]


def attribution_html(echelon: str, region: str, ressource: "Ressource | None") -> SafeString:
    """Return who speaks, as escaped HTML with a pronounceable form; arguments of `attribution_texte`."""
    texte = attribution_texte(echelon, region, ressource)
    lang = autre_langue(Langue.FRANCAIS)
    if lang and ressource and ressource.nom in texte:  # a voice says the name of a resource in French
        avant, nom, apres = texte.partition(ressource.nom)
        return format_html('{}<span lang="{}">{}</span>{}', avant, lang, nom, apres)
    debut, _espace, reste = texte.partition(" ")
    # Names keep their own dots: only our first word, « Un·e », is doubled.
    return format_html("{} {}", inclusif_html(debut), reste)
