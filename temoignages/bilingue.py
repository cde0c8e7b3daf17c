"""The words to show on a page in one language: those of a person, translated or not, and the staff's own."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from medias.langues import Langue, autre_langue, langue_active
from reseau.langue.amorces import joindre

from .recit import LONGUEUR_ENTIERE, debut_de, minutes_de_lecture
from .regles import LONGUEUR_RECIT, taille_de

MOTS_D_UN_LIEN: Final = 8
_TRADUIT: Final[dict[str, Promise]] = {
    Langue.FRANCAIS: _("Traduit du français"),
    Langue.ANGLAIS: _("Traduit de l’anglais"),
    Langue.ESPAGNOL: _("Traduit de l’espagnol"),
    Langue.INUKTITUT: _("Traduit de l’inuktitut"),
    Langue.CRI: _("Traduit du cri"),
    Langue.INNU: _("Traduit de l’innu"),
}


@dataclass(frozen=True, slots=True)
class Dit:
    """A few words, and the language that `lang` must say of them: nothing when it is the page's own."""

    texte: str
    lang: str = ""

    def __str__(self) -> str:
        return self.texte

    @property
    def html(self) -> SafeString:
        """Escaped HTML, which says its language where it is not the page's."""
        return format_html('<span lang="{}">{}</span>', self.lang, self.texte) if self.lang else escape(self.texte)


def dire(francais: str, anglais: str) -> Dit:
    """Return what the staff wrote, in English on an English page when there is any, otherwise in French."""
    if anglais and langue_active() == Langue.ANGLAIS:
        return Dit(anglais)
    return Dit(francais, autre_langue(Langue.FRANCAIS))


@dataclass(frozen=True, slots=True)
class Mots:
    """What a page shows of a testimony: its words or their approved translation, and how to reach the original.

    `langue` is that of `texte`; `original` is empty when `texte` is it. `amorce`: the opener as the page shows it;
    `debut_de_phrase`: the opener in the language of `texte`, empty when nobody wrote it.
    """

    texte: str
    langue: str
    amorce: Dit | None = None
    debut_de_phrase: str = ""
    original: str = ""
    langue_originale: str = ""

    @property
    def lang(self) -> str:
        """What `lang` must say of these words; nothing when they are in the page's language."""
        return autre_langue(self.langue)

    @property
    def lang_de_l_original(self) -> str:
        """What `lang` must say of the words that were translated."""
        return autre_langue(self.langue_originale)

    @property
    def est_traduit(self) -> bool:
        """Whether these are not the words that the person wrote."""
        return bool(self.original)

    @property
    def mention(self) -> str:
        """« Traduit du français »; empty for the person's own words."""
        return str(_TRADUIT[self.langue_originale]) if self.est_traduit else ""

    @property
    def phrase(self) -> str:
        """The whole sentence in one language, for titles: the opener and what completes it."""
        if self.langue == Langue.FRANCAIS:
            return joindre(self.debut_de_phrase, self.texte)
        return " ".join(filter(None, [self.debut_de_phrase.rstrip(" .…"), self.texte]))

    @property
    def premiers_mots(self) -> SafeString:
        """How a link names these words, as escaped HTML: the first ones, in their language."""
        return Dit(Truncator(self.texte).words(MOTS_D_UN_LIEN), self.lang).html

    @property
    def taille(self) -> str:
        """The size of the card, from the length of the text."""
        return taille_de(self.texte)

    @property
    def est_long(self) -> bool:
        """Whether a card shows only its beginning."""
        return len(self.texte) > LONGUEUR_ENTIERE

    @property
    def est_recit(self) -> bool:
        """Whether it is a story: longer than a completed sentence, or in paragraphs."""
        return len(self.texte) > LONGUEUR_RECIT or "\n\n" in self.texte

    @property
    def debut(self) -> str:
        """What a card shows of it."""
        return debut_de(self.texte)

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return minutes_de_lecture(self.texte)
