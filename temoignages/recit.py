"""A longer text: how much of it a card shows, and how long it takes to read. Pure functions."""

import math
import re

LONGUEUR_ENTIERE = 420  # characters: a card shows a text up to here whole
LONGUEUR_DEBUT = 320  # otherwise, at most this much of it, up to the end of a sentence
DEBUT_MINIMAL = 80  # a first sentence shorter than this does not open a story: the cut goes between words
# Adults read non-fiction in silence at 175 to 300 words a minute, 238 on average (Brysbaert 2019, a review of 190
# studies, doi:10.1016/j.jml.2019.104047), older ones slower; aloud, at 184 over 17 languages, French among them (IReST,
# Trauzettel-Klosinski 2012, doi:10.1167/iovs.11-8284). Rather a minute too many than one too few.
MOTS_PAR_MINUTE = 200

# The end of a sentence: its mark, what closes it, then a space or the end of the text.
_FIN = re.compile(r"[.!?…][»”\"’)\s]*(?=\s|$)")


def debut_de(texte: str) -> str:
    """Return the beginning of a text for a card: all of it, or whole sentences; « […] » after a cut between words."""
    if len(texte) <= LONGUEUR_ENTIERE:
        return texte
    tete = texte[: LONGUEUR_DEBUT + 1]
    fins = [fin.end() for fin in _FIN.finditer(texte, 0, LONGUEUR_DEBUT + 1) if fin.end() <= LONGUEUR_DEBUT]
    if fins and fins[-1] >= DEBUT_MINIMAL:
        return texte[: fins[-1]].rstrip()
    mots = tete.rpartition(" ")[0] or tete[:LONGUEUR_DEBUT]
    return f"{mots.rstrip()} […]"


def minutes_de_lecture(texte: str) -> int:
    """Return how many minutes a text takes at 200 words a minute: 1 at least."""
    return max(1, math.ceil(len(texte.split()) / MOTS_PAR_MINUTE))
