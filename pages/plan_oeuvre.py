"""A collective work as an outline: what its plain text and its PDF are made from."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from reseau.langue.typographie import typographier

from .publication.confidentialite import mentions
from .publication.sortie import Bloc, Document, Figure, Fragment, Paragraphe, Titre, ligne
from .references.lecture import lire_html


def plan_de_l_oeuvre(page: Any) -> Document:
    """Return the outline of a work."""
    return Document(
        titre=typographier(page.title),
        genre=_("Œuvre collective"),
        tete_courante=typographier(page.title),
        mentions=tuple(mentions(page)),
        chapeau=typographier(page.chapeau),
        blocs=tuple(_blocs(page)),
        adresse=page.full_url or "" if page.live else "",
    )


def _blocs(page: Any) -> Iterator[Bloc]:
    yield from lire_html(page.description)
    for photo in page.photographies:
        alternative, legende = photo.image.default_alt_text, typographier(photo.legende)
        yield Figure(photo.image_id, alternative, legende, photo.image.credit)
        if photo.description_longue:
            yield Paragraphe(ligne(typographier(photo.description_longue)))
    for nom, valeur in page.faits:
        yield Paragraphe((Fragment(f"{nom}\u00a0: ", gras=True), Fragment(typographier(valeur))))
    if page.suivi_montre:
        yield Titre(1, _("Ce qu’elle est devenue"))
        yield from lire_html(page.suivi)
        yield Paragraphe(ligne(_("Nouvelles du %(jour)s") % {"jour": page.suivi_ecrit_le}))
