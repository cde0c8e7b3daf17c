"""The French sentences of the interface: Babel reads Python, and what Django's own `templatize` makes of a template."""

import io
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from tests.coherence.arbre import court, gabarits, sources_python

from .fichiers import nouveau

# What each argument of a function is: a sentence, the plural of it, or its context (« c »).
MOTS_CLES: Final[Mapping[str, tuple[int | tuple[int, str], ...] | None]] = {
    **dict.fromkeys(("_", "_now", "_maintenant", "_lazy", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}


class Phrase(NamedTuple):
    """One sentence of the interface, and the files that say it."""

    fichier: str
    message: str | tuple[str, ...]
    contexte: str | None


def phrases_de(source: str, fichier: str) -> Iterator[Phrase]:
    """Yield the sentences of a Python source, or of a template that `templatize` turned into calls."""
    trouvees = extract("python", io.BytesIO(source.encode()), MOTS_CLES, (), {"encoding": "utf-8"})
    for _ligne, message, _commentaires, contexte in trouvees:
        yield Phrase(fichier, message, contexte)


def appels(gabarit: str) -> str:
    """Return a template as calls of gettext, one a line: what stands around means nothing to Python."""
    return "\n".join(ligne.strip() for ligne in templatize(gabarit).splitlines())


def phrases() -> Iterator[Phrase]:
    """Yield every sentence of the five rooms, in the order of the files."""
    for chemin in sources_python():
        yield from phrases_de(chemin.read_text(), court(chemin))
    for chemin in gabarits().values():
        yield from phrases_de(appels(chemin.read_text()), court(chemin))


def extraire(langue: str, source: Iterator[Phrase] | None = None) -> Catalog:
    """Return the catalogue of `langue` with nothing translated, each sentence once, in the order of the files."""
    catalogue = nouveau(langue)
    for phrase in sorted(phrases() if source is None else source, key=lambda phrase: phrase.fichier):
        catalogue.add(phrase.message, locations=[(phrase.fichier, 0)], context=phrase.contexte)
    return catalogue


def pluriels(phrases: Catalog) -> Catalog:
    """Return the French catalogue: the sentences with a number, as they are; the code says the others in French.

    French says « 0 mot », gettext « 0 mots » as long as no catalogue tells it the rule of French.
    """
    catalogue = nouveau("fr")
    for phrase in phrases:
        if phrase.pluralizable:
            catalogue.add(phrase.id, phrase.id, phrase.locations, context=phrase.context)
    return catalogue
