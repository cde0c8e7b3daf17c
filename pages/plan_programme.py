"""The agenda of a day as an outline: what its plain text and its PDF are made from."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from reseau.typographie import typographier

from .plan_page import document_de
from .publication.sortie import Bloc, Document, Paragraphe, Titre, ligne


def plan_du_programme(page: Any) -> Document:
    """Return the outline of a day."""
    quand = ", ".join(filter(None, [page.date_longue, page.lieu]))
    blocs = (Paragraphe(ligne(capfirst(typographier(quand)))), *_plages(page))
    return document_de(page, _("Programme de la journée"), blocs, chapeau=page.chapeau)


def _plages(page: Any) -> Iterator[Bloc]:
    for plage in page.deroulement:
        yield Titre(1, typographier(f"{plage.heures} : {plage.nom}"))
        if plage.description:
            yield Paragraphe(ligne(typographier(plage.description)))
