"""The interface in English: every sentence of the code is translated, well formed, and compiled."""

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from django.utils import translation

from tests.catalogue.extraction import appels, extraire, phrases_de, pluriels
from tests.catalogue.fichiers import en_mo, en_po, est_traduite, fichier, fusionner, lire

from .arbre import court

MARQUES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
BALISES = re.compile(r"</?[a-z][^<>]*>")
LANGUE = re.compile(r' lang="\w+"')
# Guillemets, a space before a mark or a percent sign, straight marks, the small words that no English sentence has.
FRANCAIS = re.compile(
    r"[«»]|[^\W\d_][ \u00a0\u202f][:;!?](?!\w)|[ \u00a0]%%|\w'\w|\b(?:des|une|dans|avec|cette|vous|nous|aux|est)\b"
)
CITE = re.compile(r"“[^“”]*”")  # what is quoted may be French
LETTRES = re.compile(r"[^\W\d_]{2,}")
# What English says as French does: names, codes, words of both languages, in lower case.
IDENTIQUES = frozenset((Path(__file__).parent / "identiques.txt").read_text().splitlines())


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    """The sentences of the code, with the translations of the repository."""
    anglais = extraire("en")
    fusionner(anglais, lire("en"))
    return anglais


def formes(phrase: Message) -> list[tuple[str, str]]:
    """Return each form of a sentence beside its translation."""
    return list(zip(_toutes(phrase.id), _toutes(phrase.string), strict=True))


def _toutes(dit: object) -> list[str]:
    return [str(forme) for forme in dit] if isinstance(dit, tuple | list) else [str(dit or "")]


def balises(texte: str) -> list[str]:
    """Return the tags of a text; the language of a word may change with the language around it."""
    return sorted(LANGUE.sub("", balise) for balise in BALISES.findall(texte))


def fautes(phrase: Message) -> Iterator[str]:
    """Yield what is wrong in the translation of one sentence."""
    for francais, anglais in formes(phrase):
        voulues, ecrites = set(MARQUES.findall(francais)), set(MARQUES.findall(anglais))
        if ecrites - voulues:
            yield f"placeholders: {anglais}"
        if balises(francais) != balises(anglais):
            yield f"tags: {anglais}"
        if trouve := FRANCAIS.search(MARQUES.sub("x", CITE.sub("x", anglais))):
            yield f"French left ({trouve[0]}): {anglais}"
        if francais[-1:].isspace() != anglais[-1:].isspace():
            yield f"space at the end: {anglais!r}"
        if francais == anglais and LETTRES.search(MARQUES.sub("", francais)) and francais.casefold() not in IDENTIQUES:
            yield f"as in French: {anglais}"
    francais, anglais = formes(phrase)[-1]
    if set(MARQUES.findall(francais)) != set(MARQUES.findall(anglais)):
        yield f"placeholders: {anglais}"


def test_chaque_phrase_est_traduite(catalogue: Catalog) -> None:
    assert [phrase.id for phrase in catalogue if phrase.id and not est_traduite(phrase)] == []


def test_chaque_traduction_est_bien_formee(catalogue: Catalog) -> None:
    assert [faute for phrase in catalogue if phrase.id and est_traduite(phrase) for faute in fautes(phrase)] == []


def test_les_fichiers_sont_ceux_de_make_messages(catalogue: Catalog) -> None:
    attendus = {
        fichier(langue, suffixe): octets
        for langue, contenu in (("en", catalogue), ("fr", pluriels(catalogue)))
        for suffixe, octets in (("po", en_po(contenu)), ("mo", en_mo(contenu)))
    }
    assert [court(chemin) for chemin, octets in attendus.items() if chemin.read_bytes() != octets] == []


def test_le_fichier_compile_se_lit(catalogue: Catalog) -> None:
    with fichier("en", "mo").open("rb") as compile_:
        lu = gettext.GNUTranslations(compile_)
    assert lu.gettext("Besoin d’aide?") == "Need help?"
    for phrase in catalogue:
        if phrase.pluralizable and phrase.context is None:
            un, plusieurs = _toutes(phrase.id)
            assert [lu.ngettext(un, plusieurs, nombre) for nombre in (1, 0)] == _toutes(phrase.string)


def test_zero_est_singulier_en_francais_et_pluriel_en_anglais() -> None:
    with translation.override("fr"):
        assert translation.ngettext("%(n)s mot", "%(n)s mots", 0) == "%(n)s mot"
    with translation.override("en"):
        assert translation.ngettext("%(n)s mot", "%(n)s mots", 0) == "%(n)s words"


def test_aucune_bibliotheque_ne_recouvre_nos_phrases(catalogue: Catalog) -> None:
    with translation.override("fr"):
        recouvertes = {p.id: translation.gettext(p.id) for p in catalogue if isinstance(p.id, str) and p.id}
    assert {dit: lu for dit, lu in recouvertes.items() if dit.casefold() != lu.casefold()} == {}


def test_les_identiques_servent_encore(catalogue: Catalog) -> None:
    dites = {anglais.casefold() for phrase in catalogue if phrase.id for _francais, anglais in formes(phrase)}
    assert sorted(IDENTIQUES - dites) == []


def test_l_extraction_lit_le_python_et_les_gabarits() -> None:
    source = (
        '_("Une phrase, " "et sa suite")\nngettext("%(n)s mot", "%(n)s mots", n)\n'
        'pgettext("verbe", "lire")\n_(variable)\n'
    )
    assert [(phrase.message, phrase.contexte) for phrase in phrases_de(source, "a.py")] == [
        ("Une phrase, et sa suite", None),
        (("%(n)s mot", "%(n)s mots"), None),
        ("lire", "verbe"),
    ]
    gabarit = (
        '{% load i18n %}<p>Il dit : "L\'eau"</p>\n    {% translate "Le titre" %} {{ "ici"|capfirst }}\n'
        "{% blocktranslate trimmed count n=n %}\n  Un mot\n{% plural %}\n  {{ n }} mots\n{% endblocktranslate %}"
    )
    trouvees = [phrase.message for phrase in phrases_de(appels(gabarit), "a.html")]
    assert trouvees == ["Le titre", ("Un mot", "%(n)s mots")]


@pytest.mark.parametrize(
    ("francais", "anglais"),
    [
        ("Il reste %(n)s mots", "%(nombre)s words left"),
        ("Lire <b>tout</b>", "Read it all"),
        ("Lire : tout", "Read : everything"),
        ("« Lire »", "« Read »"),
        ("L’eau", "It's water"),
        ("Lire", "Lire"),
        ("Lire ", "Read"),
        ("Lire un mot", "Lire une page"),
    ],
)
def test_une_traduction_fautive_est_vue(francais: str, anglais: str) -> None:
    assert list(fautes(Message(francais, anglais)))
    assert not est_traduite(Message(francais, anglais, flags={"fuzzy"}))


def test_une_traduction_juste_passe() -> None:
    assert list(fautes(Message("Lire <b>%(n)s mots</b> : oui", "Read <b>%(n)s words</b>: yes"))) == []
    assert list(fautes(Message(("Un mot", "%(n)s mots"), ("One word", "%(n)s words")))) == []
