"""A resource sheet as an outline."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from reseau.typographie import typographier

from .plan_cahier import de_la_definition
from .plan_page import document_de
from .plan_savant import bibliographie, notes_de, riche
from .publication.sortie import Bloc, Document, Element, Fragment, Liste, Paragraphe, Titre, ligne
from .references.apparat import Apparat

if TYPE_CHECKING:
    from .models.fiche import FichePage


def plan_de_la_fiche(page: "FichePage") -> Document:
    """Return the outline of a sheet, in the order of its page."""
    apparat = Apparat(page.entrees)
    blocs: list[Bloc] = [*riche(page.introduction, apparat)]
    if page.definitions:
        blocs.append(Titre(1, _("Définitions")))
        for bloc in page.definitions:
            blocs += de_la_definition(bloc.value, apparat)
    if page.initiatives:
        elements = tuple(Element(_initiative(bloc.value)) for bloc in page.initiatives)
        blocs += [Titre(1, _("Initiatives inspirantes")), Liste(elements)]
    if page.outils:
        elements = tuple(Element(_outil(bloc.value)) for bloc in page.outils)
        blocs += [Titre(1, _("Outils disponibles")), Liste(elements)]
    sources = bibliographie(apparat, entiere=True)
    return document_de(page, _("Fiche"), (*blocs, *sources), chapeau=page.chapeau, notes=notes_de(apparat))


def _initiative(valeur: Any) -> tuple[Bloc, ...]:
    faits = [valeur["pays"], valeur["langue"], _("sous-titres français") if valeur["sous_titres"] else ""]
    return (
        Paragraphe((Fragment(typographier(valeur["nom"]), gras=True, lien=valeur["adresse"] or ""),)),
        Paragraphe(ligne(typographier(", ".join(filter(None, faits))))),
        Paragraphe(ligne(typographier(valeur["description"]))),
    )


def _outil(valeur: Any) -> tuple[Bloc, ...]:
    lien = valeur["document"].url if valeur["document"] else valeur["adresse"]
    nom = Paragraphe((Fragment(typographier(valeur["nom"]), gras=True, lien=lien or ""),))
    return (nom, Paragraphe(ligne(typographier(valeur["description"])))) if valeur["description"] else (nom,)
