"""A link that says nothing, or leads nowhere. Another site is never called: its address is only read."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from ...blocs.appel import AppelValue
from ...regles import est_adresse_permise
from ..constats import Constat, Regle, Severite
from ..pieces import Piece, pieces


class Lien(NamedTuple):
    """A link of a rich text, as stored: its attributes and its words."""

    attributs: dict[str, str]
    texte: str


class _Lecteur(HTMLParser):
    """Gathers the links of a stored rich text."""

    def __init__(self) -> None:
        super().__init__()
        self.liens: list[Lien] = []
        self._ouvert: tuple[dict[str, str], list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._ouvert = ({nom: valeur or "" for nom, valeur in attrs}, [])

    def handle_data(self, data: str) -> None:
        if self._ouvert:
            self._ouvert[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._ouvert:
            self.liens.append(Lien(self._ouvert[0], "".join(self._ouvert[1])))
            self._ouvert = None


def liens_de(html: str) -> list[Lien]:
    """Return the links of a stored rich text, in order."""
    lecteur = _Lecteur()
    lecteur.feed(html)
    return lecteur.liens


def chercher(page: Page) -> Iterator[Constat]:
    """Yield the links that are empty, dead or badly written."""
    for piece in pieces(page):
        for faute in _fautes(piece, page):
            yield Constat(piece.chemin, faute)


def _fautes(piece: Piece, page: Page) -> Iterator[str]:
    if isinstance(piece.valeur, AppelValue) and piece.valeur["adresse"]:
        yield from _faute_d_adresse(piece.valeur["adresse"], piece.valeur["bouton"])
    elif isinstance(piece.valeur, Page):
        yield from _faute_de_page(piece.valeur.pk, page, piece.etiquette)
    elif isinstance(piece.bloc, blocks.URLBlock) and piece.valeur:
        yield from _faute_d_adresse(piece.valeur, piece.etiquette)
    for lien in liens_de(piece.html) if piece.html else ():
        yield from _faute_de_lien(lien, page)


def _faute_de_lien(lien: Lien, page: Page) -> Iterator[str]:
    if not lien.texte.strip():
        yield _("Un lien n’a pas de mots : on ne peut ni le voir ni l’entendre.")
    attributs = lien.attributs
    if attributs.get("linktype") == "page":
        yield from _faute_de_page(attributs.get("id", ""), page, lien.texte)
    elif attributs.get("linktype") == "document":
        if not _existe(get_document_model(), attributs.get("id", "")):
            yield _("Le lien « %(lien)s » mène à un document qui n’existe plus.") % {"lien": lien.texte}
    else:
        yield from _faute_d_adresse(attributs.get("href", ""), lien.texte)


def _faute_de_page(cle: Any, page: Page, texte: str) -> Iterator[str]:
    if str(cle) != str(page.pk) and not _existe(Page, cle, live=True):
        yield _("Le lien « %(lien)s » mène à une page qui n’est pas publiée.") % {"lien": texte}


def _faute_d_adresse(adresse: str, texte: str) -> Iterator[str]:
    adresse = adresse.strip()
    if not adresse or adresse == "#":
        yield _("Le lien « %(lien)s » ne mène nulle part.") % {"lien": texte}
    elif not est_adresse_permise(adresse):
        yield _("L’adresse du lien « %(lien)s » est mal écrite : %(adresse)s") % {"lien": texte, "adresse": adresse}
    elif adresse.startswith("/") and not mene_quelque_part(adresse):
        yield _("Le lien « %(lien)s » mène à une adresse du site qui ne répond pas : %(adresse)s") % {
            "lien": texte,
            "adresse": adresse,
        }


def mene_quelque_part(adresse: str) -> bool:
    """Say whether a path of this site is one of its own addresses, or that of a public page."""
    chemin = urlsplit(adresse).path
    langue = get_language_from_path(chemin) or settings.LANGUAGE_CODE
    try:
        with override(langue):
            trouve = resolve(chemin if chemin.endswith("/") else f"{chemin}/")
    except Resolver404:
        return False
    if trouve.url_name != "wagtail_serve":
        return True
    accueils = Page.objects.filter(translation_key__in=Site.objects.values("root_page__translation_key"))
    racines = accueils.filter(locale__language_code=langue).values_list("url_path", flat=True)
    reste = trouve.args[0].strip("/")
    urls = [f"{racine}{reste}/" if reste else racine for racine in racines]
    return _existe(Page, None, live=True, url_path__in=urls)


def _existe(modele: Any, cle: Any, **filtre: Any) -> bool:
    if cle is not None:
        if not str(cle).isdecimal():
            return False
        filtre["pk"] = cle
    return bool(modele.objects.filter(**filtre).exists())


LIENS = Regle("liens", Severite.BLOQUANT, chercher)
