"""The forms of a page, as a browser reads them: what it would send back untouched, and by which button."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

COCHABLES = frozenset({"checkbox", "radio"})
PRESSABLES = frozenset({"submit", "button", "image", "reset"})


@dataclass
class Formulaire:
    """A form: where it goes, its fields as they stand, its buttons by name and value."""

    action: str
    champs: list[tuple[str, str]] = field(default_factory=list)
    boutons: list[tuple[str, str]] = field(default_factory=list)

    def a_le_champ(self, nom: str) -> bool:
        """Say whether it asks for this field."""
        return any(sien == nom for sien, _valeur in self.champs)

    def rempli(self, bouton: tuple[str, str] | None, **reponses: str | list[str]) -> list[tuple[str, str]]:
        """Return what is sent once these fields are answered and this button is pressed.

        A dash of a name is written as two underscores: `participants__3`.
        """
        donnees = {nom.replace("__", "-"): valeur for nom, valeur in reponses.items()}
        gardes = [(nom, valeur) for nom, valeur in self.champs if nom not in donnees]
        for nom, valeur in donnees.items():
            gardes += [(nom, une) for une in (valeur if isinstance(valeur, list) else [valeur])]
        return [*gardes, bouton] if bouton else gardes


class _Lecteur(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.formulaires: list[Formulaire] = []
        self._ouvert: Formulaire | None = None
        self._liste = self._texte = ""
        self._options: list[tuple[str, bool]] = []
        self._mots: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        lus = {nom: valeur or "" for nom, valeur in attrs}
        if tag == "form":
            self._ouvert = Formulaire(lus.get("action", ""))
            self.formulaires.append(self._ouvert)
        if self._ouvert is None:
            return
        if tag == "input":
            self._champ(self._ouvert, lus)
        elif tag == "select":
            self._liste, self._options = lus.get("name", ""), []
        elif tag == "option":
            self._options.append((lus.get("value", ""), "selected" in lus))
        elif tag == "textarea":
            self._texte, self._mots = lus.get("name", ""), []
        elif tag == "button" and lus.get("type", "submit") == "submit":
            self._ouvert.boutons.append((lus.get("name", ""), lus.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self._mots is not None:
            self._mots.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._ouvert is None:
            return
        if tag == "form":
            self._ouvert = None
        elif tag == "select" and self._options:
            choisie = next((valeur for valeur, choisie in self._options if choisie), self._options[0][0])
            self._ouvert.champs.append((self._liste, choisie))
        elif tag == "textarea" and self._mots is not None:
            self._ouvert.champs.append((self._texte, "".join(self._mots).removeprefix("\n")))
            self._mots = None

    def _champ(self, formulaire: Formulaire, lus: dict[str, str]) -> None:
        genre, nom = lus.get("type", "text"), lus.get("name", "")
        if not nom or genre == "file" or (genre in COCHABLES and "checked" not in lus):
            return
        if genre in PRESSABLES:
            formulaire.boutons.append((nom, lus.get("value", "")))
        else:
            formulaire.champs.append((nom, lus.get("value", "on" if genre in COCHABLES else "")))


def lire_formulaires(html: str) -> list[Formulaire]:
    """Return the forms of a page, in order."""
    lecteur = _Lecteur()
    lecteur.feed(html)
    return lecteur.formulaires
