"""A strategic plan as an outline: its issues, then the grid made from the same data."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from reseau.typographie import typographier

from .arbre_plan_strategique import EnjeuLu, ObjectifLu, ResultatLu
from .plan_page import document_de
from .plan_savant import bibliographie, blocs_du_corps, gras, ligne_marquee, notes_de, riche
from .presentation import date_courte
from .publication.sortie import Bloc, Document, Element, Liste, Paragraphe, Tableau, Titre, ligne
from .references.apparat import Apparat

if TYPE_CHECKING:
    from .models.plan_strategique import PlanPage


def plan_du_plan_strategique(page: "PlanPage") -> Document:
    """Return the outline of a strategic plan, in the order of its page."""
    apparat = Apparat(page.entrees)
    blocs: list[Bloc] = [*_tete(page, apparat)]
    for enjeu in page.enjeux_lus:
        blocs += _de_l_enjeu(enjeu, apparat)
    if page.enjeux_lus:
        blocs += [Titre(1, _("Le plan en un coup d’œil"), ancre="grille"), *map(_grille, page.enjeux_lus)]
    sources = bibliographie(apparat, entiere=True)
    return document_de(
        page, typographier(_genre(page)), (*blocs, *sources), chapeau=page.chapeau, notes=notes_de(apparat)
    )


def _genre(page: "PlanPage") -> str:
    """Return what the document is, the first thing that anyone reads of it."""
    adoption = page.adoption
    dite = _("adopté le %(date)s") % {"date": date_courte(adoption)} if adoption else _("projet, pas encore adopté")
    return _("Plan stratégique %(periode)s, %(etat)s") % {"periode": page.periode, "etat": dite}


def _tete(page: "PlanPage", apparat: Apparat) -> Iterator[Bloc]:
    if page.preambule:
        yield Titre(1, _("Préambule"), ancre="preambule")
        yield from riche(page.preambule, apparat)
    for titre, ancre, texte in ((_("Mission"), "mission", page.mission), (_("Vision"), "vision", page.vision)):
        if texte:
            yield Titre(1, titre, ancre=ancre)
            yield Paragraphe(ligne_marquee(texte, apparat))
    for bloc in page.principes:
        yield Titre(1, typographier(bloc.value["titre"]), ancre="principes")
        yield Liste(
            tuple(
                Element((gras(typographier(item["nom"])), Paragraphe(ligne_marquee(item["sens"], apparat))))
                for item in bloc.value["valeurs"]
            )
        )


def _de_l_enjeu(enjeu: EnjeuLu, apparat: Apparat) -> Iterator[Bloc]:
    numero = _("Enjeu %(numero)s.") % {"numero": enjeu.numero}
    yield Titre(1, typographier(enjeu.titre), numero, enjeu.ancre)
    yield from blocs_du_corps(enjeu.analyse, apparat, 1)
    for objectif in enjeu.objectifs:
        yield Titre(2, typographier(objectif.titre), objectif.numero, objectif.ancre)
        if objectif.resultats:
            yield Liste(
                tuple(
                    Element(tuple(_du_resultat(resultat, apparat)), f"{resultat.lettre})", resultat.ancre)
                    for resultat in objectif.resultats
                )
            )


def _du_resultat(resultat: ResultatLu, apparat: Apparat) -> Iterator[Bloc]:
    yield Paragraphe(ligne_marquee(resultat.texte, apparat))
    indicateurs = tuple(Element((_de_l_indicateur(i.value, apparat),)) for i in resultat.indicateurs)
    if indicateurs:
        yield Liste(indicateurs)
    for suivi in resultat.suivis:
        yield Paragraphe(ligne(etat_de_l_annee(suivi)))


def _de_l_indicateur(valeur: Any, apparat: Apparat) -> Paragraphe:
    cible = _(" – cible : %(cible)s") % {"cible": valeur["cible"]} if valeur["cible"] else ""
    return Paragraphe((*ligne_marquee(valeur["texte"].rstrip("."), apparat), *ligne(typographier(cible))))


def etat_de_l_annee(suivi: Any) -> str:
    """Return « 2027 : en cours, le 1er décembre 2027. Un soir sur deux. Source : … »."""
    dit = _("%(annee)s : %(etat)s, le %(date)s. %(precision)s Source : %(source)s.") % {
        "annee": suivi["annee"],
        "etat": suivi.etat_texte,
        "date": suivi.date_texte,
        "precision": suivi["precision"] or "",
        "source": (suivi["source"] or "").removesuffix("."),
    }
    return typographier(dit.replace(".  ", ". "))


def _grille(enjeu: EnjeuLu) -> Tableau:
    legende = _("Enjeu %(numero)s. %(titre)s") % {"numero": enjeu.numero, "titre": enjeu.titre}
    entetes = (_("Objectif"), _("Résultats attendus"), _("Indicateurs"))
    return Tableau(typographier(legende), entetes, tuple(_rangee(objectif) for objectif in enjeu.objectifs))


def _rangee(objectif: ObjectifLu) -> tuple[Any, ...]:
    resultats = (f"{resultat.lettre}) {resultat.mots}" for resultat in objectif.resultats)
    mesures = (f"{r.lettre}) {'; '.join(r.mesures)}" for r in objectif.resultats if r.indicateurs)
    cellules = (f"{objectif.numero} {objectif.titre}", "\n".join(resultats), "\n".join(mesures))
    return tuple(ligne(typographier(cellule)) for cellule in cellules)
