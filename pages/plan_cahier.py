"""A workbook as an outline: its ruled lines included."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from reseau.typographie import typographier

from .plan_page import document_de
from .plan_savant import bibliographie, blocs_du_corps, gras, ligne_marquee, notes_de, riche, source
from .publication.sortie import (
    Bloc,
    Citation,
    Document,
    Element,
    Encadre,
    Fragment,
    Lignes,
    Liste,
    Paragraphe,
    Titre,
    ligne,
)
from .references.apparat import Apparat
from .references.lecture import lire_html

if TYPE_CHECKING:
    from .blocs.section import Contenu
    from .models.cahier import CahierPage


def plan_du_cahier(page: "CahierPage") -> Document:
    """Return the outline of a workbook."""
    apparat = Apparat(page.entrees, page.nombre_d_annexes)
    blocs: list[Bloc] = [*riche(page.contexte, apparat)]
    for rang, section in page.sections_numerotees:
        blocs.append(Titre(1, typographier(section.value["titre"]), str(rang), f"section-{rang}"))
        blocs += riche(section.value["introduction"], apparat)
        for partie in section.value.parties_numerotees:
            if partie.titre:
                blocs.append(Titre(2, typographier(partie.titre), partie.lettre))
            for contenu in partie.contenus:
                blocs += _du_contenu(contenu, apparat)
    for rang, annexe in page.annexes_numerotees:
        titre = _("Annexe %(rang)s : %(titre)s") % {"rang": rang, "titre": annexe.value["titre"]}
        blocs.append(Titre(1, typographier(titre), ancre=f"annexe-{rang}"))
        blocs += riche(annexe.value["texte"], apparat, 1)
        if document := annexe.value["document"]:
            blocs.append(Paragraphe((Fragment(document.title, lien=document.url),)))
    sources = bibliographie(apparat, entiere=True)
    return document_de(
        page, _("Cahier de rencontre"), (*blocs, *sources), chapeau=page.chapeau, notes=notes_de(apparat)
    )


def _du_contenu(contenu: "Contenu", apparat: Apparat) -> Iterator[Bloc]:
    valeur = contenu.bloc.value
    match contenu.bloc.block_type:
        case "question":
            yield from _de_la_question(valeur, str(contenu.numero), apparat)
        case "valeurs":
            paires = [
                Element((gras(typographier(item["nom"])), Paragraphe(ligne_marquee(item["sens"], apparat))))
                for item in valeur["valeurs"]
            ]
            yield Encadre(typographier(valeur["titre"]), (Liste(tuple(paires)),))
        case "mot":
            yield Citation((Paragraphe(ligne(valeur["texte"])),), ligne(typographier(valeur["de"])))
        case "definition":
            yield from de_la_definition(valeur, apparat)
        case _:
            yield from blocs_du_corps([contenu.bloc], apparat, 2)


def de_la_definition(valeur: Any, apparat: Apparat) -> Iterator[Bloc]:
    """Yield a term, and each of its definitions with its source."""
    citations: list[Bloc] = []
    for item in valeur["definitions"]:
        dite = source(item["source"], apparat, _("Notre traduction.") if item["est_traduite"] else "")
        citations.append(Citation(lire_html(str(item["texte"].source)), dite))
    yield Encadre(typographier(valeur["terme"]), tuple(citations))


def _de_la_question(valeur: Any, numero: str, apparat: Apparat) -> Iterator[Bloc]:
    question = Paragraphe(ligne_marquee(valeur["question"], apparat))
    dites = _("Votre réponse à la question %(numero)s")
    if not valeur["sous_questions"]:
        lignes = Lignes(valeur["lignes"], dites % {"numero": numero})
        yield Liste((Element((question, lignes), f"{numero}."),))
        return
    sous = tuple(
        Element(
            (
                Paragraphe(ligne_marquee(texte, apparat)),
                Lignes(valeur["lignes"], dites % {"numero": f"{numero} {lettre}"}),
            ),
            f"{lettre})",
        )
        for lettre, texte in zip("abcdefghijklmnopqrstuvwxyz", valeur["sous_questions"], strict=False)
    )
    yield Liste((Element((question, Liste(sous)), f"{numero}."),))
