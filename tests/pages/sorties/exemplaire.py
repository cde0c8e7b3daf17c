"""An outline that holds one of everything, and a reader of PDFs."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pikepdf
from PIL import Image

from pages.publication.sortie import (
    Bloc,
    Chiffre,
    Citation,
    Document,
    Element,
    Encadre,
    Figure,
    Fragment,
    Lignes,
    Liste,
    Note,
    Paragraphe,
    Tableau,
    Titre,
    ligne,
)
from pages.sorties.composition import composer
from pages.sorties.donnees import donnees_de
from pages.sorties.images import Illustration

LE = datetime(2026, 10, 10, 12, tzinfo=UTC)
COURTEPOINTE = 7


def para(texte: str) -> Paragraphe:
    """Return a paragraph of plain words."""
    return Paragraphe(ligne(texte))


def document(*blocs: Bloc, **champs: Any) -> Document:
    """Return a document with a title and some blocks."""
    vide: dict[str, Any] = {"titre": "Une chaise de plus", "genre": "Plateforme", "tete_courante": "Une chaise de plus"}
    return Document(blocs=blocs, **(vide | champs))


def complet() -> Document:
    """Return a document that holds every kind of block."""
    appel = (Fragment("Du monde s’assoit"), Fragment("1", note=1), Fragment(" puis parle"), Fragment("1", note=1))
    lien = (
        Fragment("voir "),
        Fragment("la source", lien="#ref-1"),
        Fragment(" et le site", lien="https://exemple.org"),
    )
    return document(
        para("Premier paragraphe."),
        Titre(1, "Un toit", "1", "toit"),
        Paragraphe((*appel, Fragment(" en "), Fragment("gras", gras=True), Fragment(" et "), *lien)),
        Titre(4, "Moyens"),
        Liste((Element((para("Ouvrir le soir."),), "1.1", "m1"), Element((para("Fermer tard."),), "1.2"))),
        Liste(
            (Element((para("une puce"),)), Element((para("une autre"), Liste((Element((para("dedans"),)),))))),
        ),
        Citation((para("Ici, on me laisse finir mes phrases."),), ligne("Une personne de Lanaudière")),
        Encadre("Bon à savoir", (para("La porte est ouverte."),)),
        Figure(COURTEPOINTE, "Une courtepointe verte sur une table", "La courtepointe", "Atelier"),
        Figure(404, "Une image perdue", "Sa légende"),
        Chiffre("plus de 20 000", "tasses lavées", "En date du 10 octobre 2026."),
        Tableau("Horizon", ("Axe", "2027"), ((ligne("Accueil"), ligne("ouvrir")), (ligne("Réseau"),))),
        Lignes(3, "Votre réponse à la question 1"),
        Titre(1, "Bibliographie", ancre="bibliographie"),
        Liste((Element((para("Ardouin, L. (2019). La chaise d’à côté."),), ancre="ref-1"),)),
        chapeau="Ce qu’on demande.",
        preambule=(ligne("POUR DIFFUSION IMMÉDIATE"),),
        notes=(Note(1, ligne("On l’a compté.")), Note(2, ligne("Jamais appelée."))),
        fin=(para("– 30 –"),),
        adresse="https://exemple.org/plateforme/",
    )


class _Fichier:
    def __init__(self, octets: bytes) -> None:
        self.octets = octets

    def open(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self.octets)


def une_illustration(octets: bytes | None = None) -> Illustration:
    """Return an image of a document; `octets`: what its file holds instead of a picture."""
    tampon = io.BytesIO()
    Image.new("RGB", (600, 400), "#b4d3aa").save(tampon, "JPEG")
    return Illustration("courtepointe.jpg", 600, 400, _Fichier(tampon.getvalue() if octets is None else octets))


def pdf_de(plan: Document, **champs: Any) -> bytes:
    """Return the PDF of a document, with its image."""
    image = une_illustration()
    return composer(donnees_de(replace(plan, **champs), {COURTEPOINTE: image}, "La Rallonge", LE), [image], LE)


def ouvrir(octets: bytes) -> pikepdf.Pdf:
    """Open a PDF."""
    return pikepdf.open(io.BytesIO(octets))


def balises(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Return the kind and the alternative text of each tag, in reading order."""
    trouvees: list[tuple[str, str]] = []

    def parcourir(noeud: Any) -> None:
        if isinstance(noeud, pikepdf.Array):
            for enfant in noeud:
                parcourir(enfant)
        elif isinstance(noeud, pikepdf.Dictionary):
            if "/S" in noeud and noeud.get("/Type", pikepdf.Name.StructElem) == pikepdf.Name.StructElem:
                trouvees.append((str(noeud.S).lstrip("/"), str(noeud.get("/Alt", ""))))
            if "/K" in noeud:
                parcourir(noeud.K)

    parcourir(pdf.Root.StructTreeRoot)
    return trouvees
