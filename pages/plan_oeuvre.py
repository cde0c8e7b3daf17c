"""A collective work as an outline: what its plain text and its PDF are made from."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from reseau.typographie import typographier

from .plan_page import document_de, fait
from .publication.sortie import Bloc, Document, Figure, Paragraphe, Titre, ligne
from .references.lecture import lire_html


def plan_de_l_oeuvre(page: Any) -> Document:
    """Return the outline of a work."""
    return document_de(page, _("Œuvre collective"), _blocs(page), chapeau=page.chapeau)


def _blocs(page: Any) -> Iterator[Bloc]:
    yield from lire_html(page.description)
    for photo in page.photographies:
        if not photo.image.est_montrable:
            continue
        alternative, legende = photo.image.default_alt_text, typographier(photo.legende)
        yield Figure(photo.image_id, alternative, legende, photo.image.credit)
        if photo.description_longue:
            yield Paragraphe(ligne(typographier(photo.description_longue)))
    for nom, valeur in page.faits:
        yield fait(nom, valeur)
    if page.suivi_montre:
        yield Titre(1, _("Ce qu’elle est devenue"))
        yield from lire_html(page.suivi)
        yield Paragraphe(ligne(_("Nouvelles du %(jour)s") % {"jour": page.suivi_ecrit_le}))
