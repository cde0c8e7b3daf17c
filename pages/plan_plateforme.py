"""A platform, and a demand, as outlines; what the comparison of two years reads."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from reseau.typographie import typographier

from .comparaison import Section
from .plan_page import document_de
from .plan_savant import bibliographie, blocs_du_corps, notes_de, riche
from .presentation import date_courte
from .publication.sortie import Bloc, Document, Element, Ligne, Liste, Paragraphe, Titre, ligne, mots, tous
from .references.apparat import Apparat

if TYPE_CHECKING:
    from .models.plateforme import PlateformePage
    from .models.revendication import RevendicationPage


def plan_de_la_plateforme(page: "PlateformePage") -> Document:
    """Return the outline of a platform: everything, in the order of the long page."""
    apparat = Apparat(page.entrees)
    blocs: list[Bloc] = [*riche(page.introduction, apparat), *blocs_du_corps(page.chiffres, apparat)]
    if page.enjeux:
        blocs += [Titre(1, _("Ce qui traverse tout"), ancre="enjeux"), *riche(page.enjeux, apparat)]
    for revendication in page.revendications:
        blocs += _de_la_revendication(revendication, apparat, niveau=1)
    if page.remerciements:
        blocs += [Titre(1, _("Remerciements")), *riche(page.remerciements, apparat)]
    sources = bibliographie(apparat, entiere=True)
    return document_de(
        page, _("Plateforme de revendications"), (*blocs, *sources), chapeau=page.chapeau, notes=notes_de(apparat)
    )


def plan_de_la_revendication(page: "RevendicationPage") -> Document:
    """Return the outline of one demand, with the sources that it cites."""
    apparat = Apparat(page.entrees)
    blocs = list(_de_la_revendication(page, apparat, niveau=0))
    sources = bibliographie(apparat, entiere=False)
    return document_de(
        page,
        _("Revendication %(numero)s") % {"numero": page.numero},
        (*blocs, *sources),
        chapeau=page.resume,
        notes=notes_de(apparat),
    )


def _de_la_revendication(page: "RevendicationPage", apparat: Apparat, niveau: int) -> Iterator[Bloc]:
    if niveau:
        yield Titre(niveau, typographier(page.title), str(page.numero), page.ancre)
        if page.resume:
            yield Paragraphe(ligne(typographier(page.resume)))
    yield from blocs_du_corps(page.corps, apparat, niveau)
    moyens = tuple(
        Element((*riche(moyen.bloc.value["texte"], apparat), *_suivi(moyen.bloc.value)), moyen.numero, moyen.ancre)
        for moyen in page.moyens_numerotes
    )
    if moyens:
        yield Titre(niveau + 1, _("Moyens"))
        yield Liste(moyens)


def _suivi(valeur: Any) -> Iterator[Bloc]:
    if valeur["cible"]:
        yield Paragraphe(ligne(typographier(_("À : %(cible)s") % {"cible": valeur["cible"]})))
    for suivi in valeur.suivis[:1]:
        yield Paragraphe(ligne(etat_du_moyen(suivi)))


def etat_du_moyen(suivi: Any) -> str:
    """Return « Où en est-on, le 10 octobre 2026 : promis. Source : … »."""
    dit = _("Où en est-on, le %(date)s : %(etat)s. %(precision)s Source : %(source)s.") % {
        "date": date_courte(suivi["date"]),
        "etat": suivi.etat_texte,
        "precision": suivi["precision"] or "",
        "source": suivi["source"].removesuffix("."),
    }
    return typographier(dit.replace(".  ", ". "))


def paragraphes_de(page: "PlateformePage") -> list[Section]:
    """Return the parts of a platform, as words: a demand is known by its line, or else by its slug."""
    apparat = Apparat(page.entrees)
    generales = (
        ("introduction", _("Introduction"), riche(page.introduction, apparat)),
        ("enjeux", _("Ce qui traverse tout"), riche(page.enjeux, apparat)),
    )
    sections = [Section((cle, cle), titre, tuple(_mots_des(blocs))) for cle, titre, blocs in generales if blocs]
    for revendication in page.revendications:
        moyens: list[Bloc] = []
        for moyen in revendication.moyens_numerotes:
            moyens += riche(moyen.bloc.value["texte"], apparat)
        blocs = (*blocs_du_corps(revendication.corps, apparat), *moyens)
        titre = typographier(revendication.title)
        textes = (titre, typographier(revendication.resume), *_mots_des(blocs))
        cles = (f"r/{revendication.lignee}", f"r/{revendication.slug}")
        sections.append(Section(cles, titre, tuple(filter(None, textes))))
    return sections


def _mots_des(blocs: tuple[Bloc, ...]) -> Iterator[str]:
    for bloc in tous(blocs):
        match bloc:
            case Paragraphe(contenu=contenu):
                yield _nu(contenu)
            case Titre(texte=texte):
                yield texte


def _nu(contenu: Ligne) -> str:
    return mots(contenu).strip()
