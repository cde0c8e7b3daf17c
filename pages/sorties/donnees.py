"""An outline as plain data for the template: every word is a string, every link has somewhere to go."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..publication.sortie import (
    Bloc,
    Chiffre,
    Citation,
    Document,
    Element,
    Encadre,
    Figure,
    Fragment,
    Ligne,
    Lignes,
    Liste,
    Paragraphe,
    Tableau,
    Titre,
)
from .images import Illustration
from .signes import ecrire

Donnees = dict[str, Any]
NIVEAU_MAX: Final = 6
TITRES_POUR_UN_SOMMAIRE: Final = 4
SIGNES_POUR_UN_SOMMAIRE: Final = 2500  # about a page and a half: on less, the eye finds its way alone
SIGNES_D_UNE_LIGNE: Final = 90
SANS_MOTS: Final = {"genre", "ancre", "lien", "fichier", "alternative"}
LIGNES_MAX: Final = 60


def donnees_de(document: Document, images: Mapping[int, Illustration], organisme: str, date: datetime) -> Donnees:
    """Return the data of a document.

    Args:
        document: its outline.
        images: what the figures show, by key; a figure without its image is told by its alternative text.
        organisme: who publishes it.
        date: when this version was written.
    """
    with override(document.langue.split("-")[0]):
        return _Traduction(document, images).rendre(organisme, date)


class _Traduction:
    """Serves once: it remembers the anchors, notes and headings that it has met."""

    def __init__(self, document: Document, images: Mapping[int, Illustration]) -> None:
        self.document = document
        self.images = images
        self.cibles = _ancres(document)
        self.posees: set[str] = set()
        self.notes = {note.numero: note.contenu for note in document.notes}
        self.appelees: set[int] = set()
        self.titres: list[tuple[int, str]] = []

    def rendre(self, organisme: str, date: datetime) -> Donnees:
        """Return the data, in reading order: a footnote belongs where it is first called."""
        document = self.document
        langue, _tiret, region = document.langue.partition("-")
        titre = ecrire(document.titre).strip() or ecrire(document.genre).strip() or _("Sans titre")
        preambule = [self._ligne(ligne) for ligne in document.preambule]
        blocs = self._blocs(document.blocs)
        premiers, seconds = ([texte for n, texte in self.titres if n == niveau] for niveau in (1, 2))
        fin = self._blocs(document.fin)
        seules = [note for note in document.notes if note.numero not in self.appelees]
        return {
            "titre": titre,
            "genre": ecrire(document.genre),
            "tete": ecrire(document.tete_courante or document.titre),
            "chapeau": ecrire(document.chapeau),
            "mentions": [ecrire(mention) for mention in document.mentions if mention],
            "langue": langue or "fr",
            "region": region or None,
            "organisme": ecrire(organisme),
            "adresse": ecrire(document.adresse),
            "date": [date.year, date.month, date.day],
            "sommaire": _("Sommaire") if len(premiers) >= TITRES_POUR_UN_SOMMAIRE and _est_long(blocs) else None,
            # « Moyens » under each demand says nothing in a table of contents.
            "profondeur": 2 if len(set(seconds)) == len(seconds) else 1,
            "titre_des_notes": _("Notes"),
            "preambule": preambule,
            "blocs": blocs,
            "seules": [[note.numero, self._ligne(note.contenu)] for note in seules],
            "fin": fin,
        }

    def _blocs(self, blocs: Iterable[Bloc]) -> list[Donnees]:
        return [self._bloc(bloc) for bloc in blocs]

    def _bloc(self, bloc: Bloc) -> Donnees:  # noqa: PLR0911 - one case a kind of block, and nothing else
        match bloc:
            case Titre():
                return self._titre(bloc)
            case Paragraphe():
                return {"genre": "paragraphe", "contenu": self._ligne(bloc.contenu)}
            case Liste():
                elements = [self._element(element) for element in bloc.elements]
                return {"genre": "liste", "ordonnee": bloc.ordonnee, "elements": elements}
            case Citation():
                return {"genre": "citation", "blocs": self._blocs(bloc.blocs), "source": self._ligne(bloc.source)}
            case Encadre():
                return {"genre": "encadre", "titre": ecrire(bloc.titre), "blocs": self._blocs(bloc.blocs)}
            case Figure():
                return self._figure(bloc)
            case Chiffre():
                return {
                    "genre": "chiffre",
                    "valeur": ecrire(bloc.valeur),
                    "libelle": ecrire(bloc.libelle),
                    "precision": ecrire(bloc.precision),
                    "ancre": self._poser(bloc.ancre),
                }
            case Tableau():
                return self._tableau(bloc)
            case Lignes():
                return {"genre": "lignes", "nombre": min(bloc.nombre, LIGNES_MAX), "etiquette": bloc.etiquette}

    def _titre(self, titre: Titre) -> Donnees:
        # PDF/UA-1 skips no level: an editor may.
        texte = ecrire(f"{titre.numero} {titre.texte}").strip()
        if not texte:
            return {"genre": "paragraphe", "contenu": [self._fragment(Fragment("", ancre=titre.ancre))]}
        precedent = self.titres[-1][0] if self.titres else 0
        niveau = max(1, min(titre.niveau, precedent + 1, NIVEAU_MAX))
        self.titres.append((niveau, texte))
        return {"genre": "titre", "niveau": niveau, "texte": texte, "ancre": self._poser(titre.ancre)}

    def _element(self, element: Element) -> Donnees:
        return {
            "blocs": self._blocs(element.blocs),
            "marque": ecrire(element.marque),
            "ancre": self._poser(element.ancre),
        }

    def _figure(self, figure: Figure) -> Donnees:
        image = self.images.get(figure.image)
        if image is None:
            dite = _("[Image : %(alternative)s]") % {"alternative": figure.alternative}
            return {"genre": "paragraphe", "contenu": [_mots(" ".join(filter(None, [dite, figure.legende])))]}
        legende = ecrire(" – ".join(filter(None, [figure.legende, figure.credit])))
        return {
            "genre": "figure",
            "fichier": image.nom,
            "rapport": image.largeur / image.hauteur,
            "alternative": figure.alternative,
            "legende": legende,
        }

    def _tableau(self, tableau: Tableau) -> Donnees:
        largeur = max(1, len(tableau.entetes))
        # A row as wide as its headings, whatever was typed.
        rangees = [[self._ligne(c) for c in [*rangee, *[()] * largeur][:largeur]] for rangee in tableau.rangees]
        entetes = [ecrire(entete) for entete in tableau.entetes]
        return {"genre": "tableau", "legende": ecrire(tableau.legende), "entetes": entetes, "rangees": rangees}

    def _ligne(self, ligne: Ligne) -> list[Donnees]:
        return [self._fragment(fragment) for fragment in ligne]

    def _fragment(self, fragment: Fragment) -> Donnees:
        if fragment.note is not None:
            return self._appel(fragment)
        dit = _mots(fragment.texte)
        if fragment.gras:
            dit["gras"] = True
        if fragment.italique:
            dit["italique"] = True
        if lien := self._lien(fragment.lien):
            dit["lien"] = lien
        if ancre := self._poser(fragment.ancre):
            dit["ancre"] = ancre
        return dit

    def _appel(self, fragment: Fragment) -> Donnees:
        numero = fragment.note or 0
        if numero not in self.notes:
            return _mots(f"[{fragment.texte or numero}]")
        if numero in self.appelees:
            return {"rappel": numero}
        self.appelees.add(numero)
        appel: Donnees = {"note": numero, "contenu": self._ligne(self.notes[numero])}
        if ancre := self._poser(fragment.ancre):
            appel["ancre"] = ancre
        return appel

    def _lien(self, lien: str) -> str:
        if lien.startswith("#"):
            return lien if lien[1:] in self.cibles else ""
        return self.document.cible(lien)

    def _poser(self, ancre: str) -> str:
        """Return an anchor the first time, and nothing again: a label is unique."""
        if not ancre or ancre in self.posees:
            return ""
        self.posees.add(ancre)
        return ancre


def _est_long(blocs: Any) -> bool:
    return _signes(blocs) >= SIGNES_POUR_UN_SOMMAIRE


def _signes(valeur: Any) -> int:
    """Count the characters that blocks print; ruled lines take the place of as many."""
    match valeur:
        case {"genre": "lignes", "nombre": nombre}:
            return int(nombre) * SIGNES_D_UNE_LIGNE
        case dict():
            return sum(_signes(sous) for nom, sous in valeur.items() if nom not in SANS_MOTS)
        case list():
            return sum(_signes(sous) for sous in valeur)
        case str():
            return len(valeur)
    return 0


def _mots(texte: str) -> Donnees:
    return {"mots": ecrire(texte)}


def _ancres(document: Document) -> Collection[str]:
    """Return the anchors that will be placed: those of the body, and of the notes that something calls."""
    trouvees: set[str] = set()
    _chercher([document.blocs, document.preambule, document.fin, document.notes], trouvees)
    return trouvees


def _chercher(valeur: Any, trouvees: set[str]) -> None:
    if isinstance(valeur, list | tuple):
        for sous in valeur:
            _chercher(sous, trouvees)
    elif hasattr(valeur, "__slots__"):
        for nom in valeur.__slots__:
            if nom == "ancre" and valeur.ancre:
                trouvees.add(valeur.ancre)
            else:
                _chercher(getattr(valeur, nom), trouvees)
