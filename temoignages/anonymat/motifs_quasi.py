"""The shapes of quasi-identifiers: establishments, schools, employers, streets, ages, rare traits.

Every repetition is bounded. A group ``x`` or ``y`` holds the passage when the pattern also reads what is around it.
"""

import re
from functools import lru_cache

_NOM = r"[A-ZÀ-ÖØ-Þ][^\W_]{0,40}(?:[-'][^\W_]{1,40}){0,8}"
_LIEN = r"(?:(?:de la|de l'|des|du|de|d'|aux|le|la|les|l'|sur|-|–) ?)"
_SUITE = rf"(?:[ ]{{1,2}}(?:{_LIEN}{{0,2}})?(?:l'|d'|L')?{_NOM})"
_PROPRE = rf"(?:{_LIEN}{{0,2}}{_NOM}{_SUITE}{{0,5}})"
_ETFILS = r"(?: et (?:(?i:fils|filles?|fr[èe]res?|s(?:œ|oe)urs?|associés|cie)))?"
_SANTE = re.compile(
    r"(?:\b[Ll]')?\b(?<!MON )(?<!TON )(?<!SON )(?<!UN )(?<!LE )(?:(?:[Cc](?:I?U?SSS|HUM|HUS|HSLD|LSC|HU(?= (?i:de|du"
    r"|d'|saint|ste))|H|RDI?|RDITED|OFQ)\b"
    r"|(?i:h[oô]pital(?: psychiatrique)?|h[oô]pitaux|h[oô]tel-dieu|institut"
    r"(?: universitaire| psychiatrique)?|centre hospitalier(?: universitaire| psychiatrique)?"
    r"|centre jeunesse|urgence|clinique|pavillon|pénitencier"
    rf"|[ée]tablissement de détention|prison|maison(?: de thérapie| de transition| d'hébergement| de répit)?"
    rf"|centre(?: de réadaptation| de crise| d'hébergement| de jour| de thérapie| d'accueil| jeunesse)?|foyer|refuge"
    rf"|villa"
    rf"|manoir|auberge|palais de justice|poste de police|crématorium|cimetière"
    rf"|résidence)) {{0,2}}(?:(?:de la |de l'|des |du |de |d')[a-zà-öø-ÿœ]{{3,20}} )?{_PROPRE}(?: \d{{1,3}})?"
    r"|CHUM\b|CHUS\b|CUSM\b|IUSMM\b|IUSMQ\b|CHUQ\b|IPPM\b|Hôtel-Dieu\b"
    r"|(?i:\bl'institut pinel|robert-giffard|louis-h\.? {0,1}lafontaine|saint-jean-de-dieu"
    r"|st-jean-de-dieu|saint-michel-archange"
    r"|pierre-janet|philippe-pinel|(?<=au )douglas|(?<=du )douglas|douglas(?= hospital)"
    r"|albert-pr[ée]vost|tanguay(?= jail)"
    r"|enfant-jésus|sainte-justine|ste-justine)\b)"
)
_DETENTION = re.compile(r"\bprison (?:de |à )?\(?(?P<x>[^\W\d_]{4,30})\)")
_UNITE = re.compile(
    r"(?:\b[Ll]')?\b(?:[Uu]nité|[Dd]épartement|[Aa]ile|[Éé]tage|[Pp]avillon|[Bb]loc|[Ss]ecteur|[Cc]hambre|[Cc]ellule"
    r"|[Ll]ocal"
    r"|[Ll]it"
    r"|[Ss]alle|[Pp]orte|[Pp]oste)s? {1,2}(?:(?:psychiatrique|de psychiatrie"
    r"|fermée?) )?(?:\d{1,4}(?:[A-Z]|[- ](?:[Nn]ord|[Ss]ud|[Ee]st|[Oo]uest|[A-Z]))?|[A-Z]-\d{1,3}"
    r"|[A-Z]\d{0,3})\b(?![,.]\d| ?\$)"
    r"|\b\d{1,2}(?:e|ième|ème) {1,2}(?:étage|[Nn]ord|[Ss]ud|[Ee]st|[Oo]uest|[A-Z])\b"
    r"|\bau (?:deuxième|troisième|quatrième|cinquième|sixième|septième|huitième) (?:étage|nord|sud|est|ouest)\b"
)
_ECOLE = re.compile(
    r"\b(?i:écoles?(?: (?:primaire|secondaire|polyvalente|hôtelière|normale|de musique|de métiers))?"
    r"|polyvalente|c[ée]gep|coll[èe]ge|universit[ée]"
    rf"|pensionnat|orphelinat|garderie|cpe|académie|séminaire|faculté|high school) {{1,2}}{_PROPRE}"
    r"|\b(?:UQAM|UQAR|UQTR|UQAC|UQAT|UQO|UdeM|ULaval|UdeS|HEC|ÉTS|ENAP|TÉLUQ|McGill|Concordia"
    r"|Polytechnique|Dawson)\b"
)
_ENTREPRISE = re.compile(
    rf"\b(?P<x>(?i:usine|boulangerie|garage|dépanneur|restaurant|resto|ferme|scierie|moulin|mine|pourvoirie|auberge"
    rf"|salon|caisse populaire|marché|épicerie|quincaillerie|pharmacie|pâtisserie|fromagerie|brasserie|bar|café|cantine"
    rf"|casse-croûte|buanderie|entrepôt|compagnie|entreprise|groupe|transports?|constructions?|manufacture|abattoir"
    rf"|aluminerie|papetière|fonderie|imprimerie|hôtel|motel|autobus|meubles|aliments|toitures?|excavation|boutique"
    rf"|centre d'achats?|librairie|fleuriste|érablière|chantier|laiterie|vignoble|pépinière|serres?|théâtre|société"
    rf"|maison funéraire|salon funéraire|journal|poste|coopérative|coop|école de conduite|salon de coiffure|barrage"
    rf"|aréna|fabrique|ranch|camp|chalets?|camping|cirque|orchestre|chorale|radio|station"
    rf"|club)(?:,(?= [Cc]hez))? {_PROPRE}{_ETFILS})"
    rf"|\b[Cc]hez (?P<y>(?:Les? |La )?{_NOM}{_SUITE}{{0,3}}(?: (?i:fr[èe]res?|s(?:œ|oe)urs?))? et (?i:fils|filles?"
    rf"|fr[èe]res?|s(?:œ|oe)urs?|associés|cie)(?: et (?i:fils|filles?|s(?:œ|oe)urs?))?)"
    rf"|(?<![\w'-])(?P<z>{_NOM}{_SUITE}{{0,3}}(?: et (?i:fils|filles?|fr[èe]res?|associés))?,? (?:[Ii]nc|[Ll]tée"
    rf"|[Ee]nr)\b\.?)"
)
_RUE = re.compile(
    r"\b(?:(?i:rue|avenue|boulevard|boul\.|chemin|rang|route|côte|place|montée|parc|quartier|église"
    r"|paroisse|pont)) "
    rf"{_PROPRE}|\b(?:[1-9]\d?)(?:e|ième) (?:Rang|Avenue|Rue|rang|avenue|rue)\b|\b[Rr]ang \d{{1,2}}\b"
    rf"|\b(?:[Cc]oin|entre|angle) (?P<x>(?:la |le |de la |du |des |d')?{_NOM} et (?:la |le |de la |du |des |d')?{_NOM})"
    rf"|\bsur (?P<y>(?:Saint|Sainte|St|Ste)-{_NOM})"
)
_LIEU_COMPOSE = re.compile(
    r"(?<![\w-])(?:[Ll]')?(?:(?:Saint|Sainte|St|Ste|Notre-Dame|Lac|Rivière|Baie|Île|Îles|Cap|Mont|Val"
    r"|Pointe|Port|Anse|Sacré-Cœur|Rang"
    rf"|Ville|Trois|Deux|Sept|Bois)[-. ]{{1,2}}(?<=-)(?:[^\W\d_']+|[dl]')(?:[-'][^\W\d_]+){{0,8}}"
    rf"|(?:St|Ste)[. -] ?{_NOM}"
    r"|(?:st|ste|saint|sainte|notre-dame|lac|rivière|baie|île)-(?!(?:jean|valentin|sylvestre|esprit|bernard|frères?"
    r"|père)\b(?!-))[^\W\d_]{2,}(?:-[^\W\d_]+){0,8})"
)
# Where capitals are missing, the word after the establishment is its name when it is no word of French.
SANS_CAPITALE = re.compile(
    r"\b(?P<tete>c[ée]gep|coll[èe]ge|universit[ée]|polyvalente|[ée]cole|h[oô]pital|clsc|chsld|cisss|ciusss|prison|foyer"
    r"|r[ée]sidence|pavillon|clinique|rue|avenue|boulevard|rang|chemin|parc|usine|garage|restaurant|dépanneur|taverne)"
    r" (?:(?:de la|de l'|de|du|d'|des|à) ?)?(?P<nom>[^\W\d_]{3,30}(?:-[^\W\d_]{2,20}){0,3})",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def employeur() -> re.Pattern[str]:
    """Return the pattern of an employer named after work or a trade; group ``x`` is the employer."""
    return re.compile(
        r"\b(?:(?i:travaill\w{1,6}|job|emploi|ouvrage|embauch\w{1,4}|engag\w{1,4}|contrat|quart|shift|usine|employée?"
        r"|gérante?)(?: [^\s.!?;:,]{1,20}){0,5}? {1,2}(?i:chez|pour|à l'usine|au|à la|à|de l'usine)"
        r"|(?i:[^\W\d_]{3,20}(?:eur|euse|ier|ière|iste|ien|ienne|mis|trice|logue))(?: [^\s.!?;:,]{1,20}){0,3}? {1,2}"
        r"(?i:chez|pour|au)) {1,2}"
        rf"(?P<x>(?:l'|la |le |les )?{_NOM}{_SUITE}{{0,4}}{_ETFILS})"
    )


REGLES: tuple[tuple[str, str, re.Pattern[str], str, str], ...] = (
    ("etablissement", "FACILITY", _SANTE, "Établissement nommé : peu de gens y sont passés.", "un établissement"),
    ("etablissement-entre-parentheses", "FACILITY", _DETENTION, "Prison nommée.", "un établissement"),
    ("ecole", "SCHOOL", _ECOLE, "École nommée.", "une école"),
    ("entreprise", "EMPLOYER", _ENTREPRISE, "Commerce ou entreprise nommé.", "un commerce"),
    ("unite", "UNIT", _UNITE, "Unité ou étage précis d’un établissement.", "une unité"),
    ("rue", "STREET", _RUE, "Rue ou lieu précis.", "une rue de mon quartier"),
    ("lieu-compose", "PLACE", _LIEU_COMPOSE, "Nom d’une localité.", "mon village"),
)  # fmt: skip
