"""Stored rich text, read into blocks of an outline (`publication.sortie`)."""

from html.parser import HTMLParser

from wagtail.rich_text import expand_db_html

from reseau.typographie import typographier_html

from ..publication.sortie import Bloc, Citation, Element, Fragment, Ligne, Liste, Paragraphe, Titre

_GRAS, _ITALIQUE = {"b", "strong"}, {"i", "em", "cite"}
_PARAGRAPHES = {"p", "div"}
APPEL_DE_NOTE = "#note-"


def lire_html(html: str, niveau: int = 0) -> tuple[Bloc, ...]:
    """Return the blocks of a rich text, its links expanded and its typography applied.

    Args:
        html: as stored, or already marked by an `Apparat`.
        niveau: added to the headings, of which `h2` is level 1.
    """
    lecteur = _Lecteur(niveau)
    lecteur.feed(typographier_html(expand_db_html(html)))
    lecteur.close()
    return lecteur.rendre()


def lire_ligne(html: str) -> Ligne:
    """Return a text of one paragraph as a line; several paragraphs follow one another on it."""
    fragments: list[Fragment] = []
    for bloc in lire_html(html):
        if isinstance(bloc, Paragraphe):
            fragments += [*([Fragment(" ")] if fragments else []), *bloc.contenu]
    return tuple(fragments)


class _Lecteur(HTMLParser):
    """Keeps a stack of open containers; words go to the innermost one."""

    def __init__(self, niveau: int) -> None:
        super().__init__()
        self.niveau = niveau
        self.piles: list[tuple[str, list[Bloc | Element]]] = [("", [])]
        self.fragments: list[Fragment] = []
        self.ouverts: list[str] = []
        self.liens: list[tuple[str, str]] = []

    def rendre(self) -> tuple[Bloc, ...]:
        """Close what is open, and return the blocks."""
        while len(self.piles) > 1:
            self._fermer_conteneur()
        self._fermer_paragraphe()
        return _blocs(self.piles[0][1])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ul", "ol", "li", "blockquote"}:
            self._fermer_paragraphe()
            self.piles.append((tag, []))
        elif tag in _PARAGRAPHES or self._niveau_de(tag):
            self._fermer_paragraphe()
        elif tag == "a":
            valeurs = dict(attrs)
            self.liens.append((valeurs.get("href") or "", valeurs.get("id") or ""))
        elif tag == "br":
            self.fragments.append(Fragment("\n"))
        else:
            self.ouverts.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol", "li", "blockquote"}:
            if len(self.piles) > 1:
                self._fermer_conteneur()
        elif tag in _PARAGRAPHES:
            self._fermer_paragraphe()
        elif niveau := self._niveau_de(tag):
            texte = "".join(fragment.texte for fragment in self.fragments).strip()
            self.fragments.clear()
            if texte:
                self.piles[-1][1].append(Titre(niveau, texte))
        elif tag == "a" and self.liens:
            self.liens.pop()
        elif tag in self.ouverts:
            self.ouverts.remove(tag)

    def handle_data(self, data: str) -> None:
        if not data.strip() and not self.fragments:
            return
        lien, ancre = self.liens[-1] if self.liens else ("", "")
        if lien.startswith(APPEL_DE_NOTE) and not data.isdecimal():
            return  # « note », for who hears the call
        gras, italique = bool(_GRAS & {*self.ouverts}), bool(_ITALIQUE & {*self.ouverts})
        note = int(data) if lien.startswith(APPEL_DE_NOTE) else None
        self.fragments.append(Fragment(data, gras, italique, "" if note else lien, note, ancre))

    def _niveau_de(self, tag: str) -> int:
        est_un_titre = len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal()  # noqa: PLR2004 - « h2 »
        return max(1, int(tag[1]) - 1) + self.niveau if est_un_titre else 0

    def _fermer_paragraphe(self) -> None:
        if any(fragment.texte.strip() for fragment in self.fragments):
            self.piles[-1][1].append(Paragraphe(tuple(self.fragments)))
        self.fragments.clear()

    def _fermer_conteneur(self) -> None:
        self._fermer_paragraphe()
        genre, contenu = self.piles.pop()
        dessus = self.piles[-1][1]
        match genre:
            case "li":
                dessus.append(Element(_blocs(contenu)))
            case "blockquote":
                dessus.append(Citation(_blocs(contenu)))
            case _:
                elements = tuple(item for item in contenu if isinstance(item, Element))
                if elements:
                    dessus.append(Liste(elements, ordonnee=genre == "ol"))


def _blocs(contenu: list[Bloc | Element]) -> tuple[Bloc, ...]:
    return tuple(bloc for bloc in contenu if not isinstance(bloc, Element))
