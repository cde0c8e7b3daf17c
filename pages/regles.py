"""Judgements of the room, as pure functions: no database, no request, no clock."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol, TypeVar

from .etats import EtatEdition

PREMIERE_EDITION: Final = 2013
DERNIERE_EDITION: Final = 2100
MOIS_ET_JOUR: Final = (10, 10)

LIGNES_DU_TITRE: Final = 3
SIGNES_PAR_LIGNE: Final = 12

PAR_PAGE: Final = 24
SEUIL_DE_DISCRETION: Final = 5  # VIE_PRIVEE, section 4: under five, neither a count nor a filtered list.

VALIDITE_DES_LIGNES: Final = datetime.timedelta(days=180)
# SYSTEMES, section 4. The text line and suicide.ca stand under the first number.
ORDRE_DES_LIGNES: Final = ("18662773553", "811", "988", "911")

C = TypeVar("C")
_ADRESSE: Final = re.compile(r"(?:https?://[^\s/]\S*|mailto:[^\s@]+@\S+|tel:\+?[\d-]+|#[\w-]+|/(?!/)\S*)")


def ordinal(annee: int) -> int:
    """Return the rank of the edition of `annee`: 2013 is the 1st, 2026 the 14th.

    Raises:
        ValueError: before the first edition.
    """
    if annee < PREMIERE_EDITION:
        raise ValueError(f"no edition before {PREMIERE_EDITION}: {annee}")
    return annee - PREMIERE_EDITION + 1


def jour_de_la_journee(annee: int) -> datetime.date:
    """Return the usual day of the edition of `annee`, 10 October."""
    return datetime.date(annee, *MOIS_ET_JOUR)


def etat_edition(jour: datetime.date, aujourdhui: datetime.date) -> EtatEdition:
    """Say whether the day `jour` is ahead, is today or is over."""
    if jour == aujourdhui:
        return EtatEdition.JOUR
    return EtatEdition.AVANT if jour > aujourdhui else EtatEdition.APRES


def lignes_du_titre(accroche: str) -> list[str]:
    """Return the lines of a hero title, without the empty ones."""
    return [ligne.strip() for ligne in accroche.splitlines() if ligne.strip()]


def lignes_trop_longues(accroche: str) -> list[str]:
    """Return the lines that would not stand beside the net at full size."""
    return [ligne for ligne in lignes_du_titre(accroche) if len(ligne) > SIGNES_PAR_LIGNE]


def est_trop_rare(compte: int) -> bool:
    """Say whether a count, or the list behind it, is too small to be shown."""
    return compte < SEUIL_DE_DISCRETION


def parts_montrables(comptes: Mapping[C, int], offertes: Iterable[C]) -> set[C]:
    """Return the parts of a list that a filter may show alone (VIE_PRIVEE, section 4, against differencing).

    Two conditions. A part holds at least five. And what no part shows holds none, or at least five: otherwise the
    list less its parts would tell a small count; the smallest part is then withheld too, which hides both.

    The rule bears on what filters tell. A card says by itself its sentence and its place: no rule on lists hides
    from a reader of the whole wall what each card shows, which is why the attribution ladder comes first.

    Args:
        comptes: how many each part holds; the parts make up the list, and each item is in one part only.
        offertes: the parts that a filter can name. The others (no sentence, no region shown) are counted, never shown.
    """
    montrees = [part for part in offertes if not est_trop_rare(comptes.get(part, 0))]
    montrees.sort(key=lambda part: (-comptes[part], str(part)))
    reste = sum(comptes.values()) - sum(comptes[part] for part in montrees)
    if montrees and 0 < reste < SEUIL_DE_DISCRETION:
        montrees.pop()
    return set(montrees)


def une_ligne(tapes: str, longueur: int) -> str:
    """Return typed words on one line, `longueur` signs at most, without the NUL that a database would refuse."""
    return " ".join(tapes.replace("\0", "").split())[:longueur]


def edition_choisie(demandee: str) -> int | None:
    """Return the campaign year that a query asks for, or nothing for what cannot be one."""
    if not re.fullmatch(r"20\d\d", demandee, re.ASCII):
        return None
    annee = int(demandee)
    return annee if PREMIERE_EDITION <= annee <= DERNIERE_EDITION else None


def cle_choisie(demandee: str, offertes: Iterable[int]) -> int | None:
    """Return the sentence or the theme that a query asks for, by its key, or nothing for one that is not offered."""
    return next((cle for cle in offertes if str(cle) == demandee), None)


class Parole(Protocol):
    """What the choice of the large piece looks at."""

    @property
    def taille(self) -> str: ...
    @property
    def avertissement(self) -> str: ...


P = TypeVar("P", bound=Parole)


def vedette_en_tete(paroles: Sequence[P]) -> tuple[list[P], bool]:
    """Bring to the front the first short text without a content warning, and say whether there is one.

    A text too long would fill the screen at that size; one that needs a warning is never the first thing read.
    """
    liste = list(paroles)
    for rang, parole in enumerate(liste):
        if parole.taille and not parole.avertissement:
            return [parole, *liste[:rang], *liste[rang + 1 :]], True
    return liste, False


def est_adresse_permise(adresse: str) -> bool:
    """Say whether a button may lead to `adresse`: a web, mail or phone address, an anchor, a path of this site."""
    return bool(_ADRESSE.fullmatch(adresse))


def verification_a_refaire(verifie_le: datetime.date | None, aujourdhui: datetime.date) -> bool:
    """Say whether the help lines were never verified, or more than 180 days ago."""
    return verifie_le is None or aujourdhui - verifie_le > VALIDITE_DES_LIGNES


def chiffres_du_numero(numero: str) -> str:
    """Return the digits to dial, with the country code when there is an area code: « 514 555-0100 » → 15145550100.

    Empty when `numero` is not a phone number: 3 digits, 10, or 11 from 1.
    """
    chiffres = re.sub(r"[\s().\u2011-]", "", numero.strip().removeprefix("+"))
    if re.fullmatch(r"[2-9]11|988", chiffres) or re.fullmatch(r"1\d{10}", chiffres):
        return chiffres
    return f"1{chiffres}" if re.fullmatch(r"\d{10}", chiffres) else ""


def est_en_ordre(numeros: Sequence[str]) -> bool:
    """Say whether the numbers hold those of `ORDRE_DES_LIGNES`, all of them and in that order; others may be added."""
    return tuple(numero for numero in numeros if numero in ORDRE_DES_LIGNES) == ORDRE_DES_LIGNES


def un_an_apres(jour: datetime.date) -> datetime.date:
    """Return the same day a year later; 1 March after a 29 February."""
    try:
        return jour.replace(year=jour.year + 1)
    except ValueError:
        return datetime.date(jour.year + 1, 3, 1)


def echeance_du_suivi(depot: datetime.date, retour: datetime.date | None) -> datetime.date:
    """Return when news of a deposited work are due: on its planned return, at the latest a year after its deposit."""
    return min(retour or datetime.date.max, un_an_apres(depot))


def est_figee(jour: datetime.date, aujourdhui: datetime.date) -> bool:
    """Say whether the edition of a day is frozen: from the first of January that follows it."""
    return aujourdhui.year > jour.year
