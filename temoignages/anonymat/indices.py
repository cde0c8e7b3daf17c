"""Words that announce a name, and words that never are one, read from ``donnees/indices.txt``."""

from .lexique import lire_liste
from .normalisation import plier

# Those who leave out accents announce names with the same words.
_SANS_ACCENT = ("titres", "titres_faibles", "proches", "nommer", "humains", "salutations")

_LISTES = {
    rubrique: frozenset([*mots, *map(plier, mots)]) if rubrique in _SANS_ACCENT else frozenset(mots)
    for rubrique, mots in lire_liste("indices").items()
}

# Titles: a name follows, even without a capital.
TITRES = _LISTES["titres"]
# Only a capital after these announces a name.
TITRES_FAIBLES = _LISTES["titres_faibles"]
# Kin, friends, staff: the word right after is their name.
PROCHES = _LISTES["proches"]
ROLES = PROCHES | TITRES
# Naming verbs and nouns.
NOMMER = _LISTES["nommer"]
# A name has no determiner, except in nicknames and after a possessive.
DETERMINANTS = _LISTES["determinants"]
ARTICLES = _LISTES["articles"]
# Unstressed pronouns: what stands before them, without article, is a subject.
AVANT_PRONOM = _LISTES["pronoms"]
# Particles that continue a name, and those that only follow another particle.
PARTICULES = _LISTES["particules"]
PARTICULES_SECONDES = _LISTES["particules_secondes"]
MOIS_ET_JOURS = _LISTES["mois_et_jours"]
# Words that open a sentence without a determiner before "m'a" and name nobody.
PERSONNE = _LISTES["personne"]
# Capitals that French gives to institutions, beings and notions rather than to people.
INSTITUTIONS = _LISTES["institutions"]
# Among them, those that stand without article; the others, bare after "avec" or "à", are somebody's nickname.
SANS_ARTICLE = _LISTES["sans_article"]
# What a feast does, and a person too.
FETES = _LISTES["fetes"]
# First names that are first a notion when they open a sentence; what one calls one's own.
NOTIONS = _LISTES["notions"]
FAMILIERS = _LISTES["familiers"]
# English: capitals that name nobody, and tool words by which a passage is known to be English.
ANGLAIS = _LISTES["anglais"]
MOTS_ANGLAIS = _LISTES["mots_anglais"]
# Greetings and apostrophes: a name follows.
SALUTATIONS = _LISTES["salutations"]
# Adjectives that stand before a name in nicknames: "la grosse Ginette", "le beau Marcel".
EPITHETES = _LISTES["epithetes"]
# Words after which a clause, hence a subject, begins.
AMORCES = _LISTES["amorces"]
# Prepositions and conjunctions after which a person may be named without article.
RAPPORTS = _LISTES["rapports"]
# What people do, rather than feasts, countries or qualities; and what they are, after a comma or "est".
HUMAINS = _LISTES["humains"]
ETATS = _LISTES["etats"]
# Acronyms that name nobody.
SIGLES = _LISTES["sigles"]
