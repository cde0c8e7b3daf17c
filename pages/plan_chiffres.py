"""The page of key figures as an outline."""

from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from reseau.typographie import typographier

from .plan_page import document_de
from .plan_savant import chiffre
from .publication.sortie import Bloc, Document, Paragraphe, Titre, ligne

if TYPE_CHECKING:
    from .models.page_chiffres import ChiffresPage


def plan_des_chiffres(page: "ChiffresPage") -> Document:
    """Return the outline: a heading a series, its definition, its values."""
    blocs: list[Bloc] = []
    for serie, valeurs in page.series:
        blocs += [Titre(1, capfirst(typographier(serie.libelle)), ancre=serie.ancre)]
        blocs += [Paragraphe(ligne(typographier(serie.definition))), *(chiffre(valeur) for valeur in valeurs)]
    return document_de(page, _("Chiffres clés"), blocs, chapeau=page.chapeau)
