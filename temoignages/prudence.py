"""Words about suicide that can hurt who reads them: flags with an advice, never a refusal.

What is flagged follows the safe-messaging guidance shared by the prevention world (World Health Organization,
« Prévenir le suicide: indications pour les professionnels des médias », 2023): the method, the place, the note, a death
told as a success or a failed attempt, a death made beautiful. To have thought of suicide, to mourn, to be angry, to
accuse a hospital or psychiatry is never flagged: those words are why the site exists.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Prudence(TextChoices):
    """What is flagged."""

    METHODE = "methode", _("moyen")
    LIEU = "lieu", _("lieu")
    NOTE = "note", _("lettre d’adieu")
    REUSSITE = "reussite", _("réussite ou échec")
    EMBELLI = "embelli", _("mort embellie")


CONSEILS: dict[str, Promise] = {
    Prudence.METHODE: _("Le moyen peut donner une idée à qui va mal. « A tenté de mourir » suffit, sans dire comment."),
    Prudence.LIEU: _("Un lieu connu attire. Dites où la personne en était, pas l’endroit."),
    Prudence.NOTE: _("Une lettre d’adieu se dit sans être citée ni racontée. Voyez si la phrase tient sans elle."),
    Prudence.REUSSITE: _(
        "Mourir n’est pas une réussite, survivre n’est pas un échec. « Est mort par suicide », « a survécu »."
    ),
    Prudence.EMBELLI: _(
        "La mort y paraît belle, brave ou libératrice. Gardez la peine et l’amour; voyez si un avertissement convient."
    ),
}

# Who wants to die, in the flat spelling that `_aplatir` gives: « me », « se », « m'est », « s'était »…
_SOI = r"(?:(?:m'|s'|t')(?:est|ai|etais?|etait|etaient|en va|en vais)?|me|se|te|nous|vous) ?(?:\w+ment )?"
_MORT = (
    r"(?:suicid\w*|me tuer|se tuer|m'enlever la vie|s'enlever la vie|s'est enleve la vie|mettre fin a (?:mes|ses) jours"
    r"|mis fin a (?:mes|ses) jours|en finir|mourir|la mort)"
)
_MEDICAMENTS = r"(?:pilules?|medicaments?|comprimes?|cachets?|somniferes|tylenols?|advils?|antidepresseurs|benzos?)"
# As far as the end of the sentence, not further: what is linked to a death is told with it.
_MEME_PHRASE = r"[^.!?\n]{0,120}?"
_LIEUX = (
    r"(?:(?:en bas |du haut )?(?:d'un|du|d'une|de la|de l'|des|sur le|sur la) ?"
    r"(?:pont|viaduc|falaise|toit|balcon|tour|edifice)(?: \w+)?|dans le (?:metro|fleuve|canal)"
    r"|(?:(?:devant|sous) (?:un|une|le|la)|en avant (?:du|de la|d'une?)) "
    r"(?:metro|train|camion|voiture|auto|char|autobus)"
    r"|sur (?:les rails|la voie ferree|l'autoroute))"
)

_MOTIFS: dict[str, str] = {
    Prudence.METHODE: (
        rf"\b{_SOI}(?:suis |etais |sont |etaient )?"
        r"(?:pend(?:re|u|ue|us|ait|ais)(?! au (?:nez|cou))|(?:immol|asphyxi|defenestr)\w+)\b"
        rf"|\b{_SOI}(?:suis |etais )?(?:tir(?:er|e|ee|ait) (?:une balle|dans la tete)|empoisonn\w+|electrocut\w+)"
        r"|\b(?:ouvrir|ouvert|taillade\w*|taillader|tranche\w*|trancher|coupe\w*|couper) "
        r"(?:les|ses|mes) (?:veines|poignets)"
        r"|\bla corde au cou|\bnoeud coulant|\bmonoxyde"
        r"|\b(?:avale\w*|pris|prendre) (?:toute? )?(?:une|deux|trois|quatre|plein de|des|la|ma) "
        rf"(?:boites?|bouteilles?|flacons?|poignees?) (?:pleines? )?(?:d[e']s? ?|mes |ses |les )+{_MEDICAMENTS}"
        rf"|\bavale\w* (?:tou(?:s|te|tes) )(?:mes|ses|les) {_MEDICAMENTS}"
        rf"|\b(?:pris|prendre) tou(?:s|tes) (?:mes|ses|les) {_MEDICAMENTS}(?={_MEME_PHRASE}\b"
        r"(?:d'un coup|d'une (?:shot|claque|traite)|en meme temps|pour (?:mourir|en finir)))"
        rf"|\bsurdose (?:volontaire|de {_MEDICAMENTS})|\boverdose volontaire"
        rf"|\b{_MORT}{_MEME_PHRASE}\b(?:avec (?:une? |des |son |sa |ses |mes |mon |ma |les? |la |l')"
        rf"(?:corde|couteau|lame|fusil|carabine|arme|ceinture|drap|{_MEDICAMENTS})|par (?:pendaison|noyade))"
        r"|\b(?:mort|morte|morts|decede|decedee) par (?:pendaison|asphyxie)|\bpendaison\b"
        rf"|\b{_SOI}(?:suis |etais )?noye[er]*(?={_MEME_PHRASE}\b(?:expres|volontairement|pour (?:mourir|en finir)))"
        r"|\b(?:mort|trouve)\w* pendue?s?\b|\bautomutil\w+ avec (?:une? |des |mon |ma |mes )\w+"
    ),
    Prudence.LIEU: (
        rf"\b(?:{_SOI}(?:suis |sont )?(?:jet|lanc|garroch|precipit|pitch)\w+|saut(?:er|e|ait|ais|erai))"
        rf" (?:en bas )?{_LIEUX}"
        r"|\bsaut(?:er|e|ee|ait|ais) (?:en bas )?(?:du|d'un|de (?:son|mon)) (?:\w+ )?(?:etage|balcon|toit)\b"
        rf"|(?<!prevention du )\b{_MORT}{_MEME_PHRASE}\b(?:au|sur le|du) (?:pont|viaduc)\b(?: \w+)?"
        rf"|(?<!prevention du )\b{_MORT}{_MEME_PHRASE}\bdans le metro\b(?: \w+)?"
    ),
    Prudence.NOTE: (
        r"\b(?:lettres?|notes?|mots?|messages?) (?:d'adieux?|de suicide)"
        r"|\b(?:laiss|ecri)\w+ (?:un mot|une lettre|une note)" + _MEME_PHRASE + r"\bavant de (?:mourir|partir pour"
        r"|se tuer|me tuer|s'enlever|m'enlever|mettre fin|en finir)"
    ),
    Prudence.REUSSITE: (
        r"\b(?:reussi\w*|manqu\w+|rat\w+|echou\w+) (?:a |dans )?(?:son|sa|mon|ma|leur|un|une|ses|mes|a)? ?"
        r"(?:suicide|tentative|coup pour (?:mourir|de bon)|(?:se |me |s'|m')(?:tuer|suicider|enlever la vie|pendre))"
        r"|\b(?:suicides?|tentatives?)(?: de suicide)? (?:rate|manque|reussi|echoue|completee?|infructueu)\w*"
        r"|\bcomm(?:is|ettre|et|ettait|ettent|ise) (?:un |le )?(?:suicide|l'irreparable)"
        rf"|\b(?:me|s'est|m'|se) ?(?:suis |etait )?manque\w*(?={_MEME_PHRASE}\b(?:{_MORT}|tentative))"
        r"|\btentatives?(?: de suicide)?(?: qui)? (?:a|ont|n'a pas) (?:rate|echoue|marche|fonctionne|reussi)\w*"
        r"|\btentative,? (?:je|il|elle) l'(?:ai|a) (?:rate|manque|reussi)\w*"
    ),
    Prudence.EMBELLI: (
        r"\b(?:le |son |un |ce )?suicide (?:est|etait|a ete|serait|reste|fut)\b(?: (?!pas\b)\w+){0,2} "
        r"(?:delivrance|liberation|liberte|solution|beau|courage|romantique|paix|choix|geste d'amour)"
        r"|\b(?:beau|noble|heroique|romantique) suicide\b"
        r"|\b(?:belle|noble|heroique) mort(?=" + _MEME_PHRASE + r"\bsuicid)"
        r"|\b(?:eu|avoir) le courage (?:de )?(?:se |me |s'|m')(?:tuer|suicider|enlever la vie|en aller pour de bon)"
        r"|\b(?:le courage|la force) (?:de mettre fin|d'en finir)"
        rf"|\bsuicid\w+{_MEME_PHRASE}\b(?:enfin (?:en paix|libre|delivree?|heureu\w+)|est (?:un ange|une etoile)"
        r"|n'a plus mal (?:maintenant|la-haut)|repose enfin)"
        r"|\b(?:enfin (?:en paix|libre|delivree?))" + _MEME_PHRASE + r"\bsuicid\w+"
        r"|\bsuicid\w+,? (?:est|etait|a ete|c'est|c'etait) (?:un |une )(?:vrai |bel )?"
        r"(?:acte (?:de courage|courageux|d'amour|de liberte)|belle (?:facon|mort|fin))"
    ),
}
_COMPILES = {genre: re.compile(motif) for genre, motif in _MOTIFS.items()}


@dataclass(frozen=True)
class Alerte:
    """Characters `debut` to `fin` of the text deserve a second look, for the reason `genre`."""

    debut: int
    fin: int
    genre: Prudence

    @property
    def conseil(self) -> Promise:
        """One sentence of advice."""
        return CONSEILS[self.genre]


def signaler_prudence(texte: str) -> list[Alerte]:
    """Return what deserves a second look before `texte` is published, in order and disjoint.

    Never a refusal: a person tells their own life, and whoever reads decides with them.
    """
    plat = _aplatir(texte)
    trouvees = [
        Alerte(*trouve.span(), Prudence(genre)) for genre, motif in _COMPILES.items() for trouve in motif.finditer(plat)
    ]
    alertes: list[Alerte] = []
    for alerte in sorted(trouvees, key=lambda a: (a.debut, -a.fin)):
        if not alertes or alerte.debut >= alertes[-1].fin:
            alertes.append(alerte)
    return alertes


def _aplatir(texte: str) -> str:
    """Return `texte` in lower case, without accents, its blanks made plain; each character keeps its place."""
    return "".join(_plate(c) for c in texte)


def _plate(c: str) -> str:
    if c == "’":
        return "'"
    if c.isspace():
        return "\n" if c == "\n" else " "
    return unicodedata.normalize("NFD", c)[0].lower()[0]
