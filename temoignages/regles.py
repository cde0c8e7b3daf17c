"""Judgements on words and people, as data and pure functions: no database, no request."""

import calendar
import datetime
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from .etats import Duree, Echelon, Risque

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
# Words that nobody decides of do not wait for ever: a year, or the end of what their author allows, never so soon that
# nobody could be warned. A judgement of this project; VIE_PRIVEE, section 7, fixes the warnings.
ATTENTE_MAXIMALE = datetime.timedelta(days=365)
PREAVIS = (datetime.timedelta(days=14), datetime.timedelta(days=3))
PREAVIS_CONSENTEMENT = datetime.timedelta(days=30)
# A search that follows a withdrawal takes minutes; a deposit half written, less.
CLE_SANS_LIGNE = datetime.timedelta(days=1)

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
        return str(message) % {"total": _groupe(len(texte)), "limite": _groupe(LONGUEUR_MAX)}
    if not any(c.isalnum() or unicodedata.category(c) == "So" for c in texte):
        return str(_("Il faut au moins un mot."))
    return ""


def _groupe(nombre: int) -> str:
    return number_format(nombre, force_grouping=True)


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


def echeance_sans_decision(recu_le: datetime.date, fin: datetime.date | None) -> datetime.date:
    """Return the day when words that nobody decided of are destroyed.

    `fin`: the last day of the longest consent that stands, None when none does. What may no longer be published has no
    reason to be kept; whoever waits for it is warned a fortnight before.
    """
    lendemain = fin + datetime.timedelta(days=1) if fin else recu_le
    return max(min(recu_le + ATTENTE_MAXIMALE, lendemain), recu_le + PREAVIS[0])


def rappels_dus(echeance: datetime.date, jour: datetime.date) -> int:
    """Return how many warnings should have been sent by `jour` for a destruction on `echeance`: 0, 1 or 2."""
    return sum(echeance - jour <= preavis for preavis in PREAVIS)


def taille_de(texte: str) -> str:
    """Return the size of a quote card: large up to 40 characters, medium up to 90."""
    return next((taille for limite, taille in TAILLES if len(texte) <= limite), "")


@dataclass(frozen=True)
class Entourage:
    """What the attribution ladder knows of the network around one text. Unknown is zero: coarser.

    `membres_ressources_region`: of the resources of the region that speak without their name this year only. A reader
    who sees a resource named looks elsewhere for the author of an unnamed text.
    """

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


def est_nommable(membres: int, participants: int, auteurs: int) -> bool:
    """Whether a resource's own name may stand under a text of the year."""
    return membres >= MEMBRES_RESSOURCE and participants >= PARTICIPANTS and auteurs >= AUTEURS


def echelon_permis(entourage: Entourage, *, a_ressource: bool, a_region: bool) -> Echelon:
    """Return the finest attribution that the network allows (VIE_PRIVEE, section 4)."""
    ressource_ok = est_nommable(entourage.membres_ressource, entourage.participants, entourage.auteurs)
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


def echelon_attribue(
    entourage: Entourage, *, voulu: str, theme_sensible: bool, a_ressource: bool, a_region: bool
) -> Echelon:
    """Return the attribution of one text: the whole ladder (VIE_PRIVEE, section 4).

    A text that only steps back to its region, by choice or for its theme, needs the region's own crowd: that its
    resource could be named says nothing of how many people the region stands for. And it appears on the same day as
    those that do name its resource, when a workshop is approved alone: that resource then needs, by itself, the crowd
    that a region promises.
    """
    permis = echelon_permis(entourage, a_ressource=a_ressource, a_region=a_region)
    echelon = echelon_final(voulu=voulu, permis=permis, theme_sensible=theme_sensible)
    if echelon == Echelon.REGION:
        if permis == Echelon.RESSOURCE and entourage.membres_ressource < MEMBRES_REGION:
            return Echelon.QUEBEC
        return echelon_permis(entourage, a_ressource=False, a_region=a_region)
    return echelon


# The anonymisation register: thresholds are judgements of this project, on the regulation's three criteria.
CANDIDATS_MOYEN = 50
LONGUEUR_RECIT = 140
LONGUEUR_LONG_RECIT = 1000
PASSAGES_GARDES = 3
RISQUES = (Risque.FAIBLE, Risque.MOYEN, Risque.ELEVE)
MOIS_ENTRE_EVALUATIONS = {Risque.FAIBLE: 12, Risque.MOYEN: 6, Risque.ELEVE: 6}


@dataclass(frozen=True)
class Exposition:
    """What is public of one text, as the register weighs it.

    `candidats`: how many members the ladder counts around it, None at the level of Québec, where nobody counts them.
    `gardes`: passages that the detector flagged and a person kept.
    """

    echelon: str
    candidats: int | None
    longueur: int
    gardes: int
    theme_sensible: bool


@dataclass(frozen=True)
class Evaluation:
    """The three criteria of the regulation, and what remains of the risk."""

    individualisation: Risque
    correlation: Risque
    inference: Risque
    risque_residuel: Risque


def evaluer(exposition: Exposition) -> Evaluation:
    """Weigh one text on the criteria of the Québec regulation on anonymisation (2024, s. 5 and 6).

    - Individualisation, is one person told apart: fewer than 20 candidates is high, fewer than 50 middling; three kept
      passages or more add a step, each a detail that narrows the crowd.
    - Corrélation, can the text be matched with another source: a story says more than a completed sentence, a long
      story more still; three kept passages add a step, and so does the name of a resource: a place to look in.
    - Inférence, does it teach something about somebody known to be in the crowd: a sensitive theme does, more so in
      a small crowd.
    - What remains is the highest of the three; three middling criteria together count as high.

    Monotone: a smaller crowd, a finer attribution, a longer text or one more kept passage never lowers a risk.
    """
    peu = _petitesse(exposition.candidats)
    details = exposition.gardes >= PASSAGES_GARDES
    recit = (exposition.longueur > LONGUEUR_RECIT) + (exposition.longueur > LONGUEUR_LONG_RECIT)
    nommee = exposition.echelon == Echelon.RESSOURCE and recit > 0
    rangs = (peu + details, recit + details + nommee, exposition.theme_sensible * (1 + (peu > 0)))
    individualisation, correlation, inference = (RISQUES[min(rang, len(RISQUES) - 1)] for rang in rangs)
    reste = RISQUES[-1] if all(rangs) else RISQUES[min(max(rangs), len(RISQUES) - 1)]
    return Evaluation(individualisation, correlation, inference, reste)


def _petitesse(candidats: int | None) -> int:
    if candidats is None:
        return 0
    return (candidats < CANDIDATS_MOYEN) + (candidats < MEMBRES_RESSOURCE)


def date_de_reevaluation(jour: datetime.date, risque: str) -> datetime.date:
    """Return when someone looks again: a year after `jour`, six months when the residual risk is not « faible »."""
    mois = jour.month - 1 + MOIS_ENTRE_EVALUATIONS[Risque(risque)]
    annee, mois = jour.year + mois // 12, mois % 12 + 1
    return datetime.date(annee, mois, min(jour.day, calendar.monthrange(annee, mois)[1]))


def candidats_de(entourage: Entourage, echelon: str) -> int | None:
    """Return how many members the ladder counts behind an attribution; None at the level of Québec."""
    return {
        Echelon.RESSOURCE: entourage.membres_ressource,
        Echelon.REGION: sum(entourage.membres_ressources_region),
    }.get(Echelon(echelon))


def echelon_revu(publie: str, permis: Echelon) -> Echelon:
    """Return the attribution of a published text once the network has changed: never finer than what was published."""
    return max(Echelon(publie), permis, key=ECHELLE.index)


# How long a text may wait. No law fixes it: judgements of this project. A possible danger cannot wait for Monday; a
# fortnight keeps the promise of a first reading by a small team; a second one is shorter, the hard part is done.
DELAI_DANGER = datetime.timedelta(hours=24)
DELAI_PREMIERE = datetime.timedelta(days=14)
DELAI_SECONDE = datetime.timedelta(days=7)


def delai_de_lecture(*, urgent: bool, seconde: bool) -> datetime.timedelta:
    """Return how long a text may wait: from its reception for a first reading, from its submission for a second."""
    if urgent:
        return DELAI_DANGER
    return DELAI_SECONDE if seconde else DELAI_PREMIERE
