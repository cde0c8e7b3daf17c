"""Events wherever they are shown: the agenda, an edition, the home page, the page of a resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import template
from django.db.models import DateTimeField
from django.template import Context
from django.utils.safestring import SafeString

from medias.preparees import Parametre, preparee
from reseau.horloge import maintenant

from ..evenements.chiffres_du_jour import chiffres_du_jour
from ..evenements.fiche import Fiche
from ..evenements.liste import Jour, a_montrer, par_jour
from ..evenements.presentation import heures, ou
from ..evenements.regles import DUREE_MAXIMALE
from ..models import EditionPage, Evenement, EvenementQuerySet
from ..models.agenda import AgendaPage
from ..models.repertoire import RepertoirePage
from ..sous_etat import retenir
from .navigation import adresse_de, pages_connues

register = template.Library()
AU_PLUS = 5


@dataclass(frozen=True, slots=True)
class Adresses:
    """Where the agenda and the directory stand, ending with « / »; empty when there is none."""

    agenda: str
    repertoire: str


@register.simple_tag(takes_context=True)
def adresses_du_reseau(context: Context) -> Adresses:
    """Return where the agenda and the directory stand, from what the menus read."""
    pages = {page.specific_class: adresse_de(page, context.get("request")) for page in pages_connues(context)}
    return Adresses(pages.get(AgendaPage, ""), pages.get(RepertoirePage, ""))


@register.filter(name="heures")
def ses_heures(evenement: Evenement) -> str:
    """« 13 h à 16 h », under the name of its day."""
    return heures(evenement.debut, evenement.fin)


@register.filter(name="ou")
def ou_c_est(evenement: Evenement) -> str:
    """« Granby, Estrie »."""
    return ou(evenement)


@register.simple_tag
def fiche_de(evenement: Evenement) -> Fiche:
    """Return what the page of an event says beside its fields."""
    return Fiche(evenement)


@register.simple_tag(takes_context=True)
def json_ld_de(context: Context, evenement: Evenement, adresse: str) -> SafeString:
    """Return an event for search engines; `adresse`: its whole address."""
    requete: Any = context["request"]
    repertoire = adresses_du_reseau(context).repertoire
    la_sienne = f"{repertoire}{evenement.ressource.slug}/" if repertoire and evenement.ressource.active else ""
    return Fiche(evenement).json_ld(adresse, requete.build_absolute_uri(la_sienne) if la_sienne else "")


@register.simple_tag
def prochains_evenements() -> list[Jour]:
    """Return the next events that are confirmed, day by day."""
    return par_jour(preparee(_prochains).lire(*_a_present()))


@register.simple_tag
def evenements_de_l_edition(edition: EditionPage) -> list[Jour]:
    """Return a few events of an edition, day by day: the next ones, until its day is over."""
    if edition.est_passee:
        return par_jour(preparee(_de_l_annee, edition.annee).lire())
    return par_jour(preparee(_prochains, edition.annee).lire(*_a_present()))


@register.simple_tag(takes_context=True)
def ampleur(context: Context, edition: EditionPage) -> str:
    """Return how large the day of an edition is, as a sentence without its final period, or nothing."""
    annee = edition.annee
    chiffres = retenir(context.get("request"), (chiffres_du_jour, annee), lambda: chiffres_du_jour(annee))
    return chiffres.phrase(edition.etat)


def _a_present() -> tuple[datetime, datetime]:
    """Return what `_prochains` compares with."""
    moment = maintenant()
    return moment, moment - DUREE_MAXIMALE


def _prochains(annee: int | None = None) -> EvenementQuerySet:
    siens = Evenement.objects.confirmes().non_finis(Parametre(0, DateTimeField()), Parametre(1, DateTimeField()))
    return _premiers(siens if annee is None else siens.d_edition(annee))


def _de_l_annee(annee: int) -> EvenementQuerySet:
    return _premiers(Evenement.objects.confirmes().d_edition(annee))


def _premiers(evenements: EvenementQuerySet) -> EvenementQuerySet:
    return a_montrer(evenements.order_by("debut", "pk")[:AU_PLUS])
