"""Trades: those of the list, and nouns built like one (-eur, -ière, -iste…), where someone is said to have them.

A role of care, justice or school ("mon infirmière", "le juge") points at nobody unless it is given to the author or to
a relative: "je suis infirmière", "ma mère, juge".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from . import indices
from .constats import Constat
from .lexique import lire_liste, marques
from .normalisation import plier

_MOT = re.compile(r"[^\W\d_]+(?:[-'·][^\W\d_]+)*")
_SUFFIXE = re.compile(r"(?:eur|euse|ier|iere|ien|ienne|iste|logue|trice|graphe|tecte|nome|crate)s?$")
# What people are or become when they say their trade.
_ETRE = frozenset(
    "suis chu chus chui jsuis étais etais jétais jetais été ete était etait être etre est cest sont devenir devenu"
    " devenue fut comme rendu rendue rdu ex ancien ancienne métier retraité retraitée poste job serai serait apprenti"
    " apprentie".split()
)
_ARTICLES = frozenset(["un", "une", "d", "de", "des", "le", "la", "l"])
_DEVANT_UN_METIER = frozenset("un une le la au aux mon ma ton ta son sa notre votre vieux vieille petit petite".split())
_SIGNES = frozenset([",", "(", ":", "—", "–"])
_FERMETURE = re.compile(r" ?[,.;:)—–]|$| (?:au|à|de|en|chez) ")
_GENS = indices.PROCHES | {"c", "papa", "maman", "mère", "père"}
_PARENTS = frozenset(
    "mère mere père pere mari oncle tante frère soeur sœur grand-père grand-mère conjoint conjointe".split()
)
_ADVERBES = frozenset(
    ["encore", "juste", "toujours", "longtemps", "pas", "déjà", "aussi", "même", "donc", "jadis", "ben"]
)
# Trades said in two words.
_COMPOSES = re.compile(
    r"\b(?:maître(?:sse)? (?:de poste|d'école|d'hôtel|de chapelle)|paire? aidante?(?: famille)?|laveu(?:r"
    r"|se) de (?:vitres|vaisselle|chars)"
    r"|femme de (?:ménage|chambre)|homme à tout faire|aide (?:cuisini[èe]re?|familiale|de cuisine)"
    r"|chef d'(?:orchestre|équipe)|chef cuisini[èe]re?"
    r"|inspect(?:eur|rice) en bâtiment|garde (?:forestier|malade|paroissiale)|danseu(?:r|se) de [^\s.,;:!?]{4,15}"
    r"|agente? de bord"
    r"|opérat(?:eur|rice) de [^\s.,;:!?]{4,15}|commis (?:de|d'|aux?"
    r"|à la) ?[^\s.,;:!?]{4,15}(?: à la retraite)?)(?! \w+ de ma)",
    re.IGNORECASE,
)
_QUALITE = re.compile(
    r" de (?:métier|profession|formation|carrière|père en fil)| à la retraite| retraitée?\b", re.IGNORECASE
)
_ARRET = (
    "et|pis|quand|mais|dans|pour|chez|qui|que|avant|depuis|avec|sans|pendant|jusqu|toute?|par|la|le|les|en|je|on|il"
    "|elle"
    "|ma|mon|ça|ca|y|où|ou|ni|puis|a|est|était|vit|avait|jusque|durant|alors|dix|quinze|vingt|trente|quarante|cinq"
    "|six|sept|huit|neuf|deux|trois|quatre|ici|icitte|là|au|aux|à|plus|très"
)
_LIAISON = "(?:de la|de l'|de|d'|à l'|en|des|du)"
_COMPLEMENT = re.compile(
    rf"(?:(?: (?!(?:{_ARRET})\b)(?:{_LIAISON} ?)?| (?:aux?|à la|à l'|en) )(?!(?:{_ARRET})\b)[a-zà-öø-ÿœ]{{3,20}}"
    rf"(?:[-'·][a-zà-öø-ÿœ]{{2,20}})?)(?: (?!(?:{_ARRET})\b)(?:{_LIAISON} ?)?(?!(?:{_ARRET})\b)[a-zà-öø-ÿœ]{{3,20}}"
    r"(?:[-·][a-zà-öø-ÿœ]{2,20})?){0,2}(?=[\s.,;:!?»)]|$)"
)
# "directeur d'usine", "éducatrice en garderie" say where; "médecin de famille", "intervenante de nuit" say nothing.
_COMPLEMENT_PRECIS = re.compile(
    r"(?: (?:générale?|principale?|adjointe?|associée?))? (?:d'|d[eu] |des |en |aux |à la |de la |de l')(?!(?:famille"
    r"|garde|crise|rue|milieu|quartier|proximité|psychiatrie|urgence|nuit|jour|soir|étage|santé|groupe|métier|un|une"
    r"|la nuit|l'|mon|ma|mes|ton|son|sa|ses|nos|notre|pleurs|service|chambre|plus|moi|toi|lui|elle|vie|ce|cette"
    r"|tout)\b)"
)
_RAISON = "Métier : avec un lieu ou un âge, il désigne quelqu’un."


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trade stands: its match, the three words before (the nearest last), what separates the last two."""

    texte: str
    trouve: re.Match[str]
    avant: tuple[str, str, str]
    entre: str
    entre_avant: str

    @property
    def est_jointe(self) -> bool:
        """Whether nothing but space or an elision stands before the trade."""
        return not self.entre.strip(" '")

    @property
    def ouvre(self) -> bool:
        """Whether a sentence opens on the trade."""
        return not self.avant[-1] or re.search(r"[.!?…\n«]", self.entre) is not None


def chercher_metiers(texte: str) -> Iterator[Constat]:
    """Yield the trades that a normalised text gives to somebody."""
    for trouve in _COMPOSES.finditer(texte):
        yield Constat(*trouve.span(), "OCCUPATION", "quasi", _RAISON, "un emploi", "metier")
    avant = ("", "", "")
    fin_precedente = 0
    entre_avant = ""
    for trouve in _MOT.finditer(texte):
        bas = trouve[0].lower()
        entre = texte[fin_precedente : trouve.start()]
        if est_un_metier(bas):
            place = Place(texte, trouve, avant, entre, entre_avant)
            if not _est_un_nom(place) and _est_attribue(place):
                yield Constat(trouve.start(), _fin(place), "OCCUPATION", "quasi", _RAISON, "un emploi", "metier")
        avant = (avant[1], avant[2], bas.rpartition("'")[2])
        entre_avant, fin_precedente = entre, trouve.end()


def est_un_metier(bas: str) -> bool:
    """Return whether a word in lower case is a trade, in the list or by its shape (a noun that is no adjective)."""
    mot = plier(bas.partition("·")[0].removeprefix("ex-"))
    singulier = mot.removesuffix("s")
    if mot in _metiers() or singulier in _metiers():
        return True
    if _SUFFIXE.search(mot) is None or mot in _faux() or singulier in _faux():
        return False
    connues = set(marques(bas.partition("·")[0]))
    return "s" in connues and not connues & set("aivpgo")


@lru_cache(maxsize=1)
def _metiers() -> frozenset[str]:
    listes = lire_liste("metiers")
    return frozenset(map(plier, [*listes[""], *listes["roles"]]))


@lru_cache(maxsize=1)
def _roles() -> frozenset[str]:
    """Return the trades met by everyone who is cared for, judged or taught."""
    return frozenset(lire_liste("metiers")["roles"])


@lru_cache(maxsize=1)
def _faux() -> frozenset[str]:
    """Return the nouns that are built like trades and are none."""
    return frozenset(map(plier, lire_liste("metiers")["faux"]))


def _est_un_nom(place: Place) -> bool:
    """Return whether the capital of a trade makes it a surname: "mon boss, Boulanger", "Boucher est venu"."""
    mot, fin = place.trouve[0], place.trouve.end()
    if not mot[0].isupper() or mot.isupper():
        return False
    if not place.ouvre and not re.search(r"[:—–-]", place.entre):
        return True
    suite = _MOT.match(place.texte, fin + 1)
    return suite is not None and place.texte[fin] == " " and "v" in marques(suite[0])


def _est_attribue(place: Place) -> bool:
    """Return whether the trade is somebody's; a role that everyone meets must be given to someone in so many words."""
    if _est_dit(place) or _est_en_apposition(place):
        return True
    if place.trouve[0].lower() in _roles():
        return _COMPLEMENT_PRECIS.match(place.texte, place.trouve.end()) is not None
    return place.ouvre or place.avant[-1] in _DEVANT_UN_METIER


def _est_dit(place: Place) -> bool:
    """Return whether someone is, was or becomes it: "je suis encore une infirmière", "notaire à la retraite"."""
    loin, avant_dernier, dernier = place.avant
    if _QUALITE.match(place.texte, place.trouve.end()):
        return True
    if not place.est_jointe:
        return False
    if dernier in _ETRE | _PARENTS or (dernier in _ADVERBES and avant_dernier in _ETRE):
        return True
    article = dernier in _ARTICLES and not place.entre_avant.strip(" '")
    return article and (avant_dernier in _ETRE or (avant_dernier in _ADVERBES and loin in _ETRE))


def _est_en_apposition(place: Place) -> bool:
    """Return whether the trade stands between commas or brackets: "ma mère, couturière,", "38 ans, infirmière à"."""
    signe = place.entre.strip(" ")
    if signe not in _SIGNES or not _FERMETURE.match(place.texte, place.trouve.end()):
        return False
    attribue = not place.avant[-1] or place.avant[-1] in _GENS or place.avant[-1] == "ans" or signe == "("
    return attribue or place.trouve[0].lower() not in _roles()


def _fin(place: Place) -> int:
    """Return where the trade ends with its complement, without the verb that may follow it."""
    fin = place.trouve.end()
    complement = _COMPLEMENT.match(place.texte, fin)
    if complement is None:
        return fin
    mots = list(_MOT.finditer(place.texte, fin, complement.end()))
    while mots and (lettres := set(marques(mots[-1][0]))) & {"v"} and not lettres & {"s", "a"}:
        mots.pop()
    return mots[-1].end() if mots else fin
