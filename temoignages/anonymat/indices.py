"""Words that announce a name, and words that never are one, read from ``donnees/indices.txt``."""

from .lexique import lire_liste

_LISTES = {rubrique: frozenset(mots) for rubrique, mots in lire_liste("indices").items()}

# Titles: a name follows, even without a capital.
TITRES = _LISTES["titres"]
# Only a capital after these announces a name.
TITRES_FAIBLES = _LISTES["titres_faibles"]
# Kin, friends, staff: the word right after is their name.
PROCHES = _LISTES["proches"]
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
