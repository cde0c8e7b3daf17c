"""The agenda of a day as an outline: what its plain text and its PDF are made from."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from reseau.langue.typographie import typographier

from .publication.confidentialite import mentions
from .publication.sortie import Bloc, Document, Paragraphe, Titre, ligne


def plan_du_programme(page: Any) -> Document:
    """Return the outline of a day."""
    quand = ", ".join(filter(None, [page.date_longue, page.lieu]))
    return Document(
        titre=typographier(page.title),
        genre=_("Programme de la journée"),
        tete_courante=typographier(page.title),
        mentions=tuple(mentions(page)),
        chapeau=typographier(page.chapeau),
        blocs=(Paragraphe(ligne(typographier(quand))), *_plages(page)),
        adresse=page.full_url or "" if page.live else "",
    )


def _plages(page: Any) -> Iterator[Bloc]:
    for plage in page.deroulement:
        yield Titre(1, typographier(f"{plage.heures} : {plage.nom}"))
        if plage.description:
            yield Paragraphe(ligne(typographier(plage.description)))
