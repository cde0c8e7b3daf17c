"""The words of an episode as podcast clients take them: few marks, whole addresses, no control character."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from django.utils.html import format_html
from wagtail.rich_text import expand_db_html
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

from .sorties import mention_de_prudence

# XML 1.0 holds none of them: one, pasted in a name, would bring the whole feed down.
_INTERDITS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# One of them, then: no text keeps it.
_ENTRE_DEUX: Final = "\x1e"
_ADRESSE_DU_SITE: Final = re.compile(r'(<a\b[^>]*\bhref=")(/[^"]*)')


class _Marques(Whitelister):
    """What Apple lets in the description of an episode, and nothing that a client could run."""

    element_rules: Final = {
        "[document]": allow_without_attributes,
        "a": attribute_rule({"href": check_url}),
        **dict.fromkeys(("b", "br", "em", "i", "li", "ol", "p", "strong", "ul"), allow_without_attributes),
    }


def net(texte: str) -> str:
    """Return a text that XML may hold."""
    return _INTERDITS.sub("", texte)


def notes_pour_le_flux(pages: Sequence[Any], entiere: Callable[[str], str]) -> list[str]:
    """Return the notes of each episode as HTML, what to warn of first.

    All are read together: the pages they link to cost the same questions, whatever the number of episodes.

    Args:
        pages: the episodes.
        entiere: makes a whole address of one of this site.
    """
    developpees = expand_db_html(_ENTRE_DEUX.join(page.notes.replace(_ENTRE_DEUX, "") for page in pages))
    return [_notes(*paire, entiere) for paire in zip(pages, developpees.split(_ENTRE_DEUX), strict=False)]


def _notes(page: Any, developpees: str, entiere: Callable[[str], str]) -> str:
    html = _Marques().clean(developpees)
    html = _ADRESSE_DU_SITE.sub(lambda lien: lien[1] + entiere(lien[2]), html)
    prudence = mention_de_prudence(page)
    avant = format_html("<p>{}</p>", prudence) if prudence else ""
    return net(avant + (html or format_html("<p>{}</p>", page.chapeau)))
