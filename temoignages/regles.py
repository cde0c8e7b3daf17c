"""Judgements on words and people, as data and pure functions: no database, no request."""

import datetime
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .etats import Duree, Echelon

LONGUEUR_MIN = 2
LONGUEUR_MAX = 10_000
AGE_MINIMAL = 14  # Québec: from 14 a person consents alone (Act respecting privacy, private sector, s. 4.1).

JOUR_JOURNEE = (10, 10)
FIN_DE_COLLECTE = (10, 31)
EDITIONS = range(2013, 2101)

# Rooms keep raw words at most this long after the decision (VIE_PRIVEE, section 1); the job runs every hour,
# so a day less keeps the promise.
CONSERVATION = datetime.timedelta(days=59)
LOT_ABANDONNE = datetime.timedelta(days=7)

TAILLES = ((40, "g"), (90, "m"))

# Zero-width (but the joiner of emoji and Arabic), soft hyphen, byte order mark, direction overrides.
_INVISIBLES = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_FINS_DE_LIGNE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SAUTS = re.compile(r"\n{3,}")

# Words of immediate danger: a deposit that holds one is read first. Wide on purpose: a false alarm costs a glance.
_DANGER = re.compile(
    r"\b(?:"
    r"(?:vais|vas|va|veux|m'as|viens d[e']|envie de|pens\w+ (?:a|de)|song\w+ a) ?(?:me |m')"
    r"(?:tuer|suicider|pendre|flinguer|crisser en bas|jeter (?:en bas|devant|sous)|enlever la vie|ouvrir les veines)"
    r"|(?:vais|vas|veux) sauter (?:en bas )?du pont"
    r"|(?:j'?ai|je viens d[e']) ?(?:tout )?(?:pris|avale|prendre|avaler) (?:toutes? )?"
    r"(?:mes|les|des|(?:une|la|ma) (?:boite|bouteille) d[e']) ?(?:pilules?|medicaments?|comprimes?|tylenols?|advils?)"
    r"|en finir|finir mes jours|mettre fin a (?:mes jours|ma vie)"
    r"|(?:ce soir|a soir|cette nuit|demain) "
    r"(?:c'?est fini|je (?:pars|m'?en vais) pour toujours|je (?:ne )?serai plus la)"
    r"|(?:plus|pus?) (?:envie|le gout) de vivre|tanne(?:e|s)? de vivre|veux (?:plus|pus?) vivre"
    r"|envie de (?:mourir|crever)|veux (?:mourir|crever)|vais mourir ce soir"
    r"|(?:je vais|je vas|je veux) (?:le|la|les|te) tuer"
    r")\b"
)


def nettoyer(texte: str) -> str:
    """Return `texte` without control or invisible characters; words, spelling and emoji are left as typed."""
    visible = _INVISIBLES.sub("", _FINS_DE_LIGNE.sub("\n", texte))
    garde = "".join(c for c in visible if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs", "Co", "Cn"})
    return _SAUTS.sub("\n\n", unicodedata.normalize("NFC", garde)).strip()


def defaut_de_texte(texte: str) -> str:
    """Return why a cleaned text cannot be received, in a French sentence; empty when it can."""
    if not texte:
        return str(_("Écrivez quelques mots avant d’envoyer."))
    if len(texte) < LONGUEUR_MIN:
        return str(_("Il faut au moins deux caractères."))
    if len(texte) > LONGUEUR_MAX:
        message = _("Votre texte fait %(total)s caractères; la limite est de %(limite)s. Raccourcissez-le un peu.")
        return str(message) % {"total": _espace(len(texte)), "limite": _espace(LONGUEUR_MAX)}
    if not any(c.isalnum() or unicodedata.category(c) == "So" for c in texte):
        return str(_("Il faut au moins un mot."))
    return ""


def _espace(nombre: int) -> str:
    return f"{nombre:,}".replace(",", "\u00a0")


def danger_immediat(texte: str) -> bool:
    """Whether the words may speak of an immediate danger. Never refuses anything: it orders the queue."""
    plat = unicodedata.normalize("NFKD", texte.casefold().replace("’", "'"))
    return bool(_DANGER.search(" ".join("".join(c for c in plat if not unicodedata.combining(c)).split())))


def edition_de(jour: datetime.date) -> int:
    """Return the campaign year that words received on `jour` belong to: the next one from 1 November."""
    return jour.year + ((jour.month, jour.day) > FIN_DE_COLLECTE)


def fin_de_consentement(edition: int, duree: str) -> datetime.date:
    """Return the last day of a consent: the eve of the next Journée, or three years after this one."""
    mois, jour = JOUR_JOURNEE
    if duree == Duree.TROIS_ANS:
        return datetime.date(edition + 3, mois, jour)
    return datetime.date(edition + 1, mois, jour) - datetime.timedelta(days=1)


def taille_de(texte: str) -> str:
    """Return the size of a quote card: large up to 40 characters, medium up to 90."""
    return next((taille for limite, taille in TAILLES if len(texte) <= limite), "")


@dataclass(frozen=True)
class Entourage:
    """What the attribution ladder knows of the network around one text. Unknown is zero: coarser."""

    membres_ressource: int = 0
    participants: int = 0
    auteurs: int = 0
    membres_ressources_region: Sequence[int] = ()


MEMBRES_RESSOURCE = 20
PARTICIPANTS = 5
AUTEURS = 3
RESSOURCES_REGION = 3
MEMBRES_REGION = 50
ECHELLE = (Echelon.RESSOURCE, Echelon.REGION, Echelon.QUEBEC)


def echelon_permis(entourage: Entourage, *, a_ressource: bool, a_region: bool) -> Echelon:
    """Return the finest attribution that the network allows (VIE_PRIVEE, section 4)."""
    ressource_ok = (
        entourage.membres_ressource >= MEMBRES_RESSOURCE
        and entourage.participants >= PARTICIPANTS
        and entourage.auteurs >= AUTEURS
    )
    if a_ressource and a_region and ressource_ok:
        return Echelon.RESSOURCE
    membres = entourage.membres_ressources_region
    if a_region and len(membres) >= RESSOURCES_REGION and sum(membres) >= MEMBRES_REGION:
        return Echelon.REGION
    return Echelon.QUEBEC


def echelon_final(*, voulu: str, permis: Echelon, theme_sensible: bool) -> Echelon:
    """Return the coarsest of what the author accepts and what the network allows, one step more if sensitive."""
    rang = max(ECHELLE.index(Echelon(voulu)), ECHELLE.index(permis))
    return ECHELLE[min(rang + theme_sensible, len(ECHELLE) - 1)]
