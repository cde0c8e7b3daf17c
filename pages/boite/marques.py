"""What the index keeps of a tool: the values of its axes, and the words by which it is found."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.utils.html import strip_tags

from medias.transcription import en_texte, lire

from .etats import MOT, TOUT, bande_de
from .fichiers import Fichier, documents_de, fichiers_de
from .mots import mots

if TYPE_CHECKING:
    from ..models.outil import OutilPage


def marques_de(outil: "OutilPage", jumelles: Iterable["OutilPage"] = ()) -> set[tuple[str, str]]:
    """Return the pairs (axis, value) of a public tool, as it stands in memory.

    Args:
        outil: the tool.
        jumelles: its public twins: it is found by their words too, and exists in the languages of their files.
    """
    fichiers = list(fichiers_de(outil))
    marques = {*_axes(outil, fichiers), *_mots(outil, fichiers)}
    for jumelle in jumelles:
        siens = list(fichiers_de(jumelle))
        marques |= {("langue", fichier.langue) for fichier in siens if fichier.langue} | {*_mots(jumelle, siens)}
    return marques


def _mots(outil: "OutilPage", fichiers: Iterable[Fichier]) -> Iterator[tuple[str, str]]:
    return ((MOT, mot) for texte in _textes(outil, fichiers) for mot in mots(texte))


def _axes(outil: "OutilPage", fichiers: Iterable[Fichier]) -> Iterator[tuple[str, str]]:
    yield TOUT, ""
    yield "genre", outil.genre
    yield "niveau", outil.niveau
    yield "duree", bande_de(outil.duree).value
    yield from (("public", public) for public in outil.publics)
    yield from (("theme", str(theme.pk)) for theme in outil.themes.all())
    for fichier in fichiers:
        yield "format", fichier.format.value
        if fichier.langue:
            yield "langue", fichier.langue
        if fichier.est_accessible:
            yield "accessible", "oui"


def _textes(outil: "OutilPage", fichiers: Iterable[Fichier]) -> Iterator[str]:
    """Yield what may be looked for: the page, its files, the words inside them, what is said in its recordings."""
    yield from (outil.title, outil.resume, outil.attribution)
    if outil.ressource:
        yield outil.ressource.nom
    yield from (theme.nom for theme in outil.themes.all())
    # What a block quotes by reference is not there: it would be found after a withdrawal.
    yield from map(strip_tags, outil.corps.stream_block.get_searchable_content(outil.corps))
    yield from (document.texte for document in documents_de(outil))
    for fichier in fichiers:
        yield from (fichier.nom, fichier.note)
        if fichier.enregistrement:
            yield from (en_texte(lire(piste.vtt)) for piste in fichier.enregistrement.pistes_relues)
