"""The library: documents, tools that give them, kits."""

from typing import Any

import factory
from django.core.files.base import ContentFile

from medias.models import DocumentCampagne
from pages.models import BoitePage, FichierOutil, OutilDeTrousse, OutilPage, TroussePage

from .pages import PublieeFactory, accueil, publier


class BoitePageFactory(PublieeFactory):
    class Meta:
        model = BoitePage

    title = "Boîte à outils"
    slug = "boite-a-outils"
    show_in_menus = True
    parent = factory.LazyFunction(accueil)


def la_boite() -> BoitePage:
    """Return the public library, made once."""
    boite: BoitePage = BoitePage.objects.first() or BoitePageFactory.create()
    return boite


def une_feuille(titre: str = "Brochure", texte: str = "Une table, du pain.", **champs: Any) -> DocumentCampagne:
    """Return a document of plain text."""
    fichier = ContentFile(texte.encode(), name="a.txt")
    document: DocumentCampagne = DocumentCampagne.objects.create(title=titre, file=fichier, **champs)
    return document


def remplacer(document: DocumentCampagne, texte: str, changement: str = "") -> DocumentCampagne:
    """Give another file to a document, and return it."""
    document.file = ContentFile(texte.encode(), name="b.txt")
    document.changement = changement
    document.save()
    return DocumentCampagne.objects.get(pk=document.pk)


def un_fichier(libelle: str = "Brochure", **champs: Any) -> FichierOutil:
    """Return a row of a tool, in memory: a link to another site when nothing is said."""
    quoi = {} if {"document", "enregistrement"} & champs.keys() else {"adresse": "https://exemple.org/", "langue": "fr"}
    return FichierOutil(libelle=libelle, **{**quoi, **champs})


def un_outil(titre: str = "L’entraide à plusieurs", *fichiers: FichierOutil, **champs: Any) -> OutilPage:
    """Return a public tool; one link when no file is given."""
    themes = champs.pop("themes", ())
    rang = OutilPage.objects.count()
    valeurs = {"slug": f"outil-{rang}", "licence": "cc-by", "attribution": "Le Tisonnier, 2026", **champs}
    outil: Any = OutilPage(title=titre, live=False, **valeurs)
    la_boite().add_child(instance=outil)
    outil.fichiers = list(fichiers) or [un_fichier(est_accessible=True)]
    outil.themes = themes
    public: OutilPage = publier(outil)
    return public


def une_trousse(titre: str = "Pour commencer", *outils: OutilPage, **champs: Any) -> TroussePage:
    """Return a public kit."""
    trousse: Any = TroussePage(title=titre, live=False, **{"slug": f"trousse-{TroussePage.objects.count()}", **champs})
    la_boite().add_child(instance=trousse)
    trousse.choisis = [OutilDeTrousse(outil=outil) for outil in outils]
    publique: TroussePage = publier(trousse)
    return publique
