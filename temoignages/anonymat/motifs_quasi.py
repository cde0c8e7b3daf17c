"""The shapes of quasi-identifiers: establishments, schools, employers, streets, ages, rare traits.

Every repetition is bounded. A group ``x`` or ``y`` holds the passage when the pattern also reads what is around it.
"""

import re
from functools import lru_cache

from .lexique import lire_liste
from .motifs import DATE

_NOM = r"[A-ZÀ-ÖØ-Þ][^\W_]*(?:[-'][^\W_]+)*"
_LIEN = r"(?:(?:de la|de l'|des|du|de|d'|aux|le|la|les|l'|sur|-|–) ?)"
_SUITE = rf"(?:[ ]{{1,2}}(?:{_LIEN}{{0,2}})?(?:l'|d'|L')?{_NOM})"
_PROPRE = rf"(?:{_LIEN}{{0,2}}{_NOM}{_SUITE}{{0,5}})"
_UNITES = "(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize)"
_DIZAINES = "(?:vingt|trente|quarante|cinquante|soixante|quatre-vingt|septante|octante|nonante)"
_NOMBRE = (
    rf"(?:\d{{1,3}}|(?:{_DIZAINES}(?:(?:-| et |-et-| )(?:dix-)?{_UNITES})?|dix-sept|dix-huit|dix-neuf"
    rf"|{_UNITES}))"
)
_PROCHE = (
    r"(?:fr[eè]res?|s(?:œ|oe)urs?|enfants?|fils|filles?|gars|parents|b[ée]b[ée]s|conjointe?s?|maris?"
    r"|[ée]pou(?:x|ses?))"
)

AGE = re.compile(
    rf"(?:\b(?:j'ai|j'avais|jai|javais|ai|a|avait|avais|avoir|aura|eu|âgée?s? de|ag[ée]e?s? de|mes|ses"
    rf"|[àa]|dès|vers|moi)"
    rf"(?: (?:peine|presque|environ|juste|eu))? {{1,2}}|[,(] {{0,2}})"
    rf"(?P<x>(?:{_NOMBRE} {{1,2}}(?:à|et|ou) {{1,2}})?{_NOMBRE} {{1,2}}ans\b(?: et demie?\b)?)"
    r"(?! {1,2}(?:de |d'|plus|apr|avant|que|comme|sans|à |dans|chez|depuis|en |au |avec))"
    rf"|(?P<y>de {_NOMBRE} {{1,2}}à {{1,2}}{_NOMBRE} {{1,2}}ans\b)",
    re.IGNORECASE,
)
DATE_LIEE = re.compile(rf"\b(?:(?P<lien>depuis le|le|du|au) )?(?P<x>{DATE})", re.IGNORECASE)
_SANTE = re.compile(
    r"(?:\b[Ll]')?\b(?:(?:[Cc](?:I?U?SSS|HUM|HUS|HSLD|LSC|HU|H|RDI?|RDITED|OFQ)\b"
    r"|(?i:h[oô]pital(?: psychiatrique)?|h[oô]pitaux|h[oô]tel-dieu|institut"
    r"(?: universitaire| psychiatrique)?|centre hospitalier(?: universitaire| psychiatrique)?"
    r"|centre jeunesse|urgence|clinique|pavillon|pénitencier"
    rf"|[ée]tablissement de détention|prison|maison de thérapie|centre de réadaptation|foyer"
    rf"|résidence)) {{0,2}}{_PROPRE}(?: \d{{1,3}})?"
    r"|CHUM\b|CHUS\b|CUSM\b|IUSMM\b|IUSMQ\b|CHUQ\b|IPPM\b|Hôtel-Dieu\b"
    r"|(?i:\bl'institut pinel|robert-giffard|louis-h\.? {0,1}lafontaine|saint-jean-de-dieu"
    r"|st-jean-de-dieu|saint-michel-archange"
    r"|pierre-janet|philippe-pinel|(?<=au )douglas|(?<=du )douglas|douglas(?= hospital)"
    r"|albert-pr[ée]vost|tanguay(?= jail)"
    r"|enfant-jésus|sainte-justine|ste-justine)\b)"
)
_DETENTION = re.compile(r"\bprison (?:de |à )?\(?(?P<x>[^\W\d_]{4,30})\)")
_UNITE = re.compile(
    r"\b(?:unité|département|aile|étage|pavillon|bloc|secteur)s? {1,2}(?:(?:psychiatrique|de psychiatrie"
    r"|fermée?) )?(?:\d{1,4}[A-Z]?|[A-Z]\d{0,3}|[A-Z]-\d{1,3})\b"
    r"|\b\d{1,2}(?:e|ième|ème) {1,2}(?:étage|[Nn]ord|[Ss]ud|[Ee]st|[Oo]uest|[A-Z])\b"
    r"|\bau (?:deuxième|troisième|quatrième|cinquième|sixième|septième|huitième) (?:étage|nord|sud|est|ouest)\b"
)
_ECOLE = re.compile(
    r"\b(?i:école(?: (?:primaire|secondaire|polyvalente|hôtelière|normale|de musique|de métiers))?"
    r"|polyvalente|c[ée]gep|coll[èe]ge|universit[ée]"
    rf"|pensionnat|orphelinat|garderie|cpe|académie|séminaire|faculté|high school) {{1,2}}{_PROPRE}"
    r"|\b(?:UQAM|UQAR|UQTR|UQAC|UQAT|UQO|UdeM|ULaval|UdeS|HEC|ÉTS|ENAP|TÉLUQ|McGill|Concordia"
    r"|Polytechnique|Dawson)\b"
)
_ENTREPRISE = re.compile(
    rf"\b(?P<x>(?i:usine|boulangerie|garage|dépanneur|restaurant|ferme|scierie|moulin|mine|pourvoirie"
    rf"|auberge|salon|caisse populaire) {_PROPRE})"
)
_RUE = re.compile(
    r"\b(?:(?i:rue|avenue|boulevard|boul\.|chemin|rang|route|côte|place|montée|parc|quartier|église"
    r"|paroisse|pont)) "
    rf"{_PROPRE}|\b(?:[1-9]\d?)(?:e|ième) (?:Rang|Avenue|Rue|rang|avenue|rue)\b"
)
_LIEU_COMPOSE = re.compile(
    r"(?<![\w-])(?:[Ll]')?(?:(?:Saint|Sainte|St|Ste|Notre-Dame|Lac|Rivière|Baie|Île|Îles|Cap|Mont|Val"
    r"|Pointe|Port|Anse|Sacré-Cœur|Rang"
    rf"|Ville|Trois|Deux|Sept|Bois)[-. ]{{1,2}}(?<=-)(?:[^\W\d_']+|[dl]')(?:[-'][^\W\d_]+){{0,8}}"
    rf"|(?:St|Ste)[. -] ?{_NOM}"
    r"|(?:st|ste|saint|sainte|notre-dame)-(?!(?:jean|valentin|sylvestre|esprit|bernard|frères?"
    r"|père)\b(?!-))[^\W\d_]{2,}(?:-[^\W\d_]+){0,8})"
)
_FAMILLE = re.compile(
    r"\b(?:(?:cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|1?\d(?<=[5-9])"
    r"|1\d) {1,2}(?:enfants|frères|sœurs|soeurs)"
    r"(?: (?:de|avec) (?:\w{1,10} ){1,2}(?:pères|mères|hommes|femmes)(?: différente?s)?)?"
    r"|\w{1,8} {1,2}enfants de \w{1,10} (?:pères|mères)(?: différente?s)?"
    r"|(?:des|mes|ses|de|deux|nos) (?:jumeaux|jumelles|tripl[ée]e?s|quadrupl[ée]e?s|quintupl[ée]e?s|siamois)"
    r"|(?:ma|mon|sa|son) (?:jumelle|jumeau|s(?:œ|oe)ur jumelle|frère jumeau)(?! de )"
    rf"|perdu? (?:mes|ses|nos|les) (?:deux|trois|quatre|cinq|\d) {_PROCHE}(?: (?:dans|à cause|en"
    rf"|lors)[^.!?;,\n]{{1,60}})?"
    r"|(?:fils|fille|femme|veuve|frère|s(?:œ|oe)ur) du (?:maire|curé|député|notaire|juge|ministre"
    r"|chef de police|médecin du village))",
    re.IGNORECASE,
)
_EVENEMENT = re.compile(
    r"\b(?:dans|à la une d[eu]|sur|par) (?:le |la |les )?(?:Journal de \w{4,15}|Soleil|Presse|Droit"
    r"|Nouvelliste|Quotidien|Voix de l'Est|Tribune|TVA|Radio-Canada|télé|journal)\b"
    r"(?: quand [^.!?;\n]{1,60})?"
    r"|\b(?:tuerie|tragédie|fusillade|attentat|déraillement|incendie|explosion|noyade|inondations?"
    r"|meurtre|procès|accident) (?:de |du |à |au |de la |d'){1,2}"
    rf"{_NOM}(?:-{_NOM})*"
)
_ROLE = re.compile(
    r"\b(?:je suis|j'étais|j'suis|chu|chus|étant|suis) (?P<x>l[ea] (?:seule?|premi[eè]re?|unique) (?!à "
    r"|qui |que |personne qui |chose)\w{3,20}(?: \w{3,15})?(?: (?:du|de la|de l'|de|des|au|à l'|dans le"
    r"|d')"
    r" ?[^\s.,;:!?]{2,25}(?: (?:de|d'|du|des) ?[^\s.,;:!?]{3,25})?))"
    r"|\b(?P<y>(?:présidente?|trésori[eè]re?|vice-présidente?|secrétaire|administrat(?:eur|rice)"
    r"|membre) d(?:u|e mon|e notre) (?:c\.?a\.?|conseil d'administration|conseil|comité des us\w+))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _metiers() -> str:
    return "|".join(sorted(map(re.escape, lire_liste("metiers")[""]), key=len, reverse=True))


@lru_cache(maxsize=1)
def metier() -> re.Pattern[str]:
    """Return the pattern of what someone says they do; group ``x`` is the trade with its complement."""
    arret = (
        "et|pis|quand|mais|dans|pour|chez|qui|que|avant|depuis|avec|sans|pendant|jusqu|toute?|par|la|le|les|en|je|on"
    )
    liaison = "(?:de |d'|à l'|aux? |en |des |du )?"
    complement = rf"(?: {liaison}(?!(?:{arret})\b)(?-i:[^A-ZÀ-ÖØ-Þ\s.,;:!?«»])[^\s.,;:!?«»]{{3,19}}){{0,2}}"
    return re.compile(
        r"(?:\b(?:j'étais|j'ai été|j'suis|jsuis|je suis|j'tais|j'serai|chu|chus|chui|étais|suis|comme"
        r"|devenue?s?|redevenue?|métier de|travaille comme|job de)"
        rf" (?:un |une |la |le )?|ans, {{1,2}}|^|, )(?P<x>(?:ancien(?:ne)? "
        rf"|ex-)?(?:{_metiers()}){complement})(?=[\s.,;:!?»]|$)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def employeur() -> re.Pattern[str]:
    """Return the pattern of an employer named after work or a trade; group ``x`` is the employer."""
    return re.compile(
        r"\b(?:(?i:travaill\w{1,6}|job|emploi|ouvrage|embauch\w{1,4}|engag\w{1,4}|contrat|quart|shift|usine|employée?"
        r"|gérante?)(?: [^\s.!?;:,]{1,20}){0,5}? {1,2}(?i:chez|pour|à l'usine|au|à la|à|de l'usine)"
        rf"|(?i:{_metiers()})(?: [^\s.!?;:,]{{1,20}}){{0,3}}? {{1,2}}(?i:chez|pour|au)) {{1,2}}"
        rf"(?P<x>(?:l'|la |le |les )?{_NOM}{_SUITE}{{0,4}})"
    )


REGLES: tuple[tuple[str, str, re.Pattern[str], str, str], ...] = (
    ("etablissement", "FACILITY", _SANTE, "Établissement nommé : peu de gens y sont passés.", "un établissement"),
    ("etablissement-entre-parentheses", "FACILITY", _DETENTION, "Prison nommée.", "un établissement"),
    ("ecole", "SCHOOL", _ECOLE, "École nommée.", "une école"),
    ("entreprise", "EMPLOYER", _ENTREPRISE, "Commerce ou entreprise nommé.", "un commerce"),
    ("unite", "UNIT", _UNITE, "Unité ou étage précis d’un établissement.", "une unité"),
    ("rue", "STREET", _RUE, "Rue ou lieu précis.", "une rue de mon quartier"),
    ("lieu-compose", "PLACE", _LIEU_COMPOSE, "Nom d’une localité.", "mon village"),
    ("famille", "FAMILY", _FAMILLE, "Trait de famille rare : il peut suffire à reconnaître la personne.", "ma famille"),
    ("evenement", "EVENT", _EVENEMENT, "Événement que d’autres peuvent retrouver.", "un événement"),
    ("role", "ROLE", _ROLE, "Place unique dans un petit groupe.", "membre du groupe"),
)  # fmt: skip
