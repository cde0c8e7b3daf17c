"""The words of a recording, from one WebVTT text: captions, transcript and plain text all come from `lire`.

Pure: no Django. What is wrong in a text is found by `medias.examen`. Comments, styles and regions of a file are for the
people who write it: nothing of them goes out, but the headings (`NOTE titre: …`).
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import webvtt
from webvtt.errors import MalformedFileError

# Rules of this project, so that a transcript reads like a page: a silence ends a paragraph, and so does the first end
# of a sentence past that many characters.
PAUSE_S = 4.0
PARAGRAPHE_MAX = 600

BALISE = re.compile(r"<([^<>]*)>")
_TITRE = re.compile(r"titre\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)
_FINS_DE_PHRASE = (".", "!", "?", "…", "»")


@dataclass(frozen=True, slots=True)
class Replique:
    """What one voice says from `debut` to `fin`, in seconds, line by line. Plain text, to escape where it is written.

    `titre`: the heading that stands before it. `place`: where the caption stands on the picture (WebVTT settings).
    """

    debut: float
    fin: float
    texte: str
    voix: str = ""
    titre: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Titre:
    """A heading of the transcript, and where it begins, in seconds."""

    texte: str
    debut: float
    genre: str = "titre"


@dataclass(frozen=True, slots=True)
class Paragraphe:
    """What one voice says without a long silence; `voix` is empty when the file does not name it."""

    voix: str
    texte: str
    debut: float
    fin: float
    genre: str = "paragraphe"


Morceau = Titre | Paragraphe


def normaliser(texte: str) -> str:
    """Return a text in composed form, its lines ended by a line feed, without invisible controls or outer spaces."""
    texte = unicodedata.normalize("NFC", texte).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    signes = (" " if unicodedata.category(s) in {"Zl", "Zp"} else s for s in texte)
    visibles = "".join(s for s in signes if s == "\n" or unicodedata.category(s) not in {"Cc", "Cs"})
    lignes = (ligne.rstrip() for ligne in visibles.removeprefix("\ufeff").split("\n"))
    return "\n".join(lignes).strip("\n") + "\n"


def lire(vtt: str) -> list[Replique]:
    """Return what is said, in the order of the text; two voices in one caption are two, at the same time.

    Args:
        vtt: a WebVTT text. Whatever `medias.examen` refuses may be left out; one without a header says nothing.
    """
    try:
        fichier = webvtt.WebVTT.from_string(normaliser(vtt))
    except MalformedFileError:
        return []
    notes = fichier.header_comments
    repliques: list[Replique] = []
    for legende in fichier.captions:
        titre, notes = _titre([*notes, *legende.comments]), []
        debut, fin = (temps.in_milliseconds() / 1000 for temps in (legende.start_time, legende.end_time))
        for voix, texte in voix_de(legende.raw_text):
            repliques.append(Replique(debut, fin, texte, voix, titre, _place(legende.settings)))
            titre = ""
    return repliques


def voix_de(brut: str) -> Iterator[tuple[str, str]]:
    """Yield each voice of a caption and what it says, without any mark."""
    voix, dit = "", ""
    for rang, part in enumerate(BALISE.split(brut)):
        if rang % 2 == 0:
            dit += part
        elif nom_de_balise(part) == "v":
            if mots := _mots(dit):
                yield voix, mots
            voix, dit = "" if part.startswith("/") else _une_ligne(part.partition(" ")[2]), ""
    if mots := _mots(dit):
        yield voix, mots


def nom_de_balise(contenu: str) -> str:
    """Return the name of a mark: « v » for `<v.fort Ana>` and for `</v>`."""
    return re.split(r"[.\s]", contenu.removeprefix("/"), maxsplit=1)[0]


def ecrire(repliques: Iterable[Replique]) -> str:
    """Return a WebVTT text that says it all and nothing else: what goes out, whatever file came in."""
    parts = ["WEBVTT"]
    avant: Replique | None = None
    for replique in repliques:
        suite = avant is not None and _va_avec(avant, replique)
        if replique.titre:
            parts.append(f"NOTE titre: {_echapper(replique.titre)}")
        dit = _echapper(replique.texte)
        dit = f"<v {_echapper(replique.voix)}>{dit}</v>" if replique.voix else dit
        temps = f"{_horloge(replique.debut)} --> {_horloge(replique.fin)} {replique.place}".rstrip()
        if suite:
            parts[-1] += f"\n{dit}"
        else:
            parts.append(f"{temps}\n{dit}")
        avant = replique
    return "\n\n".join(parts) + "\n"


def paragraphes(repliques: Iterable[Replique]) -> list[Morceau]:
    """Return the transcript: headings, and paragraphs where one voice speaks."""
    morceaux: list[Morceau] = []
    for replique in repliques:
        if replique.titre:
            morceaux.append(Titre(replique.titre, replique.debut))
        dernier = morceaux[-1] if morceaux else None
        dit = _une_ligne(replique.texte)
        if isinstance(dernier, Paragraphe) and _continue(dernier, replique):
            dit = f"{dernier.texte} {dit}"
            morceaux[-1] = Paragraphe(dernier.voix, dit, dernier.debut, max(dernier.fin, replique.fin))
        else:
            morceaux.append(Paragraphe(replique.voix, dit, replique.debut, replique.fin))
    return morceaux


def en_texte(repliques: Iterable[Replique]) -> str:
    """Return the transcript as plain text: one line a paragraph, its voice first; for a search or a text output."""
    return "\n\n".join(
        f"{m.voix}\u00a0: {m.texte}" if isinstance(m, Paragraphe) and m.voix else m.texte
        for m in paragraphes(repliques)
    )


def _titre(notes: Sequence[str]) -> str:
    trouves = (_TITRE.fullmatch(note) for note in reversed(notes))
    return next((_une_ligne(trouve[1]) for trouve in trouves if trouve), "")


def _place(reglages: webvtt.CueSettings) -> str:
    valeurs = {nom: getattr(reglages, nom) for nom in ("line", "position", "size", "align")}
    return " ".join(f"{nom}:{valeur}" for nom, valeur in valeurs.items() if valeur)


def _mots(brut: str) -> str:
    lignes = (" ".join(html.unescape(ligne).split()) for ligne in brut.split("\n"))
    return "\n".join(filter(None, lignes))


def _une_ligne(brut: str) -> str:
    return " ".join(html.unescape(brut).split())


def _echapper(texte: str) -> str:
    return html.escape(texte, quote=False)


def _horloge(secondes: float) -> str:
    return str(webvtt.models.Timestamp.from_seconds(secondes))


def _va_avec(avant: Replique, replique: Replique) -> bool:
    """Say whether both stand in one caption: the same moment and place, another voice, no heading between."""
    ensemble = (avant.debut, avant.fin, avant.place) == (replique.debut, replique.fin, replique.place)
    return ensemble and not replique.titre and bool(avant.voix or replique.voix)


def _continue(paragraphe: Paragraphe, replique: Replique) -> bool:
    fini = len(paragraphe.texte) >= PARAGRAPHE_MAX and paragraphe.texte.endswith(_FINS_DE_PHRASE)
    return paragraphe.voix == replique.voix and replique.debut - paragraphe.fin < PAUSE_S and not fini
