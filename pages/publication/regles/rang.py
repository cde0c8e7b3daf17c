"""The rank of an edition: computed from the first one, 2013, and refused where a text says otherwise (SYSTEMES, 1)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from ...presentation import ordinal_en_mots, ordinal_texte
from ...regles import DERNIERE_EDITION, PREMIERE_EDITION, ordinal
from ..constats import Constat, Regle, Severite
from ..pieces import pieces

RANGS = range(1, DERNIERE_EDITION - PREMIERE_EDITION + 2)
EN_MOTS = {ordinal_en_mots(rang): rang for rang in RANGS} | {"premier": 1}
_MOTS = "|".join(sorted(EN_MOTS, key=len, reverse=True))
_RANG = re.compile(
    rf"\b(?:(?P<chiffres>\d{{1,2}})\s?(?:re|er|ère|ere|e|è|ème|eme|ième|ieme)|(?P<mots>{_MOTS}))"
    r"\s+(?:(?:grande|belle)\s+)?(?:édition|journée)\b",
    re.IGNORECASE,
)
_ANNEE = re.compile(r"\b20\d\d\b")
_PHRASE = re.compile(r"[^.!?\n]+")


def chercher(page: Page) -> Iterator[Constat]:
    """Yield the ranks that disagree with the year of their sentence, or else with the edition that the page is."""
    annee = getattr(page, "annee", None)
    for piece in pieces(page):
        for dit, attendue in rangs_faux(piece.texte, annee):
            message = _("« %(dit)s » : l’édition %(annee)s est la %(rang)s.")
            yield Constat(piece.chemin, message % {"dit": dit, "annee": attendue, "rang": ordinal_texte(attendue)})


def rangs_faux(texte: str, annee: int | None) -> Iterator[tuple[str, int]]:
    """Yield each wrong rank of a text, with the year that it should agree with.

    A sentence with one year speaks of that year; one with none speaks of `annee`; one with several is left to readers.
    """
    for phrase in _PHRASE.findall(texte):
        annees = {int(trouvee) for trouvee in _ANNEE.findall(phrase)} or ({annee} if annee else set())
        if len(annees) != 1 or not PREMIERE_EDITION <= (attendue := annees.pop()) <= DERNIERE_EDITION:
            continue
        for trouve in _RANG.finditer(phrase):
            rang = int(trouve["chiffres"]) if trouve["chiffres"] else EN_MOTS[trouve["mots"].lower()]
            if rang != ordinal(attendue):
                yield trouve[0], attendue


RANG = Regle("rang_de_l_edition", Severite.BLOQUANT, chercher)
