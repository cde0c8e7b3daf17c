"""The corrections of a page, at the end of its documents: paper travels without the page."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from medias.ponctuation import deux_points

from ..publication.errata import Erratum
from ..publication.sortie import Bloc, Document, Fragment, Paragraphe, Titre


def avec_errata(page: Any, document: Document) -> Document:
    """Return a document followed by what was corrected in it; no query for a page that never was."""
    if not page.rectifie_le:
        return document
    blocs: list[Bloc] = [Titre(1, _("Rectifications"))]
    for erratum in Erratum.objects.filter(page_id=page.pk).publies():
        blocs.append(Titre(2, _("Rectifié le %(date)s") % {"date": erratum.date_courte}))
        blocs += [
            Paragraphe((Fragment(f"{deux_points(nom)} ", gras=True), Fragment(texte)))
            for nom, texte in (
                (_("Il était écrit"), erratum.avant),
                (_("Il fallait lire"), erratum.apres),
                (_("Raison"), erratum.raison),
            )
        ]
    return replace(document, blocs=(*document.blocs, *blocs))
