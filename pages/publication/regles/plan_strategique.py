"""A strategic plan: its years in order, its follow-up dated and sourced, its objectives waiting for something."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from reseau.horloge import aujourdhui

from ...blocs.enjeu import EnjeuBlock
from ...blocs.objectif import ObjectifBlock
from ...blocs.resultat import SuiviAnnuelValue
from ..constats import Constat, Regle, Severite
from ..pieces import Piece, pieces


def periode(page: Any) -> Iterator[Constat]:
    """Yield a period that ends before it begins, and an adoption that has not happened yet."""
    if page.debut and page.fin and page.fin <= page.debut:
        yield Constat("fin", _("Le plan finit avant d’avoir duré : sa dernière année suit la première."))
    if page.adopte_le and page.adopte_le > aujourdhui():
        yield Constat("adopte_le", _("L’adoption est à venir : datez-la quand elle aura eu lieu."))


def _suivis(page: Any) -> Iterator[Piece]:
    return (piece for piece in pieces(page) if isinstance(piece.valeur, SuiviAnnuelValue))


def suivi(page: Any) -> Iterator[Constat]:
    """Yield the follow-ups of a year outside the plan, those without a date or a source, or dated ahead."""
    for piece in _suivis(page):
        annee, date, dit = piece.valeur["annee"], piece.valeur["date"], {"annee": piece.valeur["annee"] or "?"}
        if annee and page.debut and page.fin and not page.debut <= annee <= page.fin:
            message = _("Le suivi de %(annee)s est hors de la période du plan (%(debut)s à %(fin)s).")
            yield Constat(f"{piece.chemin}.annee", message % {**dit, "debut": page.debut, "fin": page.fin})
        if not date:
            yield Constat(f"{piece.chemin}.date", _("Le suivi de %(annee)s n’a pas de date.") % dit)
        elif date > aujourdhui():
            yield Constat(f"{piece.chemin}.date", _("Le suivi de %(annee)s est daté de l’avenir.") % dit)
        if not (piece.valeur["source"] or "").strip():
            yield Constat(f"{piece.chemin}.source", _("Le suivi de %(annee)s n’a pas de source.") % dit)


def attentes(page: Any) -> Iterator[Constat]:
    """Yield an advice for each issue without an objective, and each objective without an expected result."""
    for piece in pieces(page):
        if isinstance(piece.bloc, EnjeuBlock) and not piece.valeur["objectifs"]:
            message = _("L’enjeu « %(titre)s » n’a aucun objectif.")
            yield Constat(f"{piece.chemin}.objectifs", message % {"titre": piece.valeur["titre"]})
        if isinstance(piece.bloc, ObjectifBlock) and not piece.valeur["resultats"]:
            message = _("L’objectif « %(titre)s » n’attend aucun résultat : comment saura-t-on qu’il est atteint?")
            yield Constat(f"{piece.chemin}.resultats", message % {"titre": piece.valeur["titre"]})


def suivi_tu(page: Any) -> Iterator[Constat]:
    """Yield, once, an advice when a project holds a follow-up, which nobody will read before its adoption."""
    premier = next(_suivis(page), None)
    if premier and not page.est_adopte:
        yield Constat(premier.chemin, _("Ce plan n’est pas adopté : son suivi ne paraîtra pas."))


PERIODE = Regle("periode_du_plan", Severite.BLOQUANT, periode)
SUIVI = Regle("suivi_du_plan", Severite.BLOQUANT, suivi)
ATTENTES = Regle("attentes_du_plan", Severite.CONSEIL, attentes)
SUIVI_TU = Regle("suivi_avant_l_adoption", Severite.CONSEIL, suivi_tu)
PLAN = (PERIODE, SUIVI, ATTENTES, SUIVI_TU)
