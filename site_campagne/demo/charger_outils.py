"""Load the library of the demo. What is there is left as the staff made it."""

from collections.abc import Iterator
from typing import Any, Final

from django.core.files.base import ContentFile
from wagtail.rich_text import RichText

from medias.licences import Licence
from medias.models import DocumentCampagne, ImageCampagne
from pages.boite.etats import GenreOutil
from pages.models import BoitePage, FichierOutil, OutilDeTrousse, OutilPage, TroussePage
from reseau.models import Ressource
from temoignages.models import Theme

from .charger_pages import accueil_francais, page_de, publier
from .dessins import DESSINS
from .outils.boite import CHAPEAU, CREDIT, OUTILS, TROUSSES
from .outils.composer import pdf_de, texte_de
from .outils.gabarits import Fichier, Outil, Trousse

ANNEE_DE_LA_DEMO: Final = 2026  # the tools of before came from a resource


def charger_outils() -> Iterator[str]:
    """Create the library, its tools and its kits that are not there."""
    boite = page_de(accueil_francais(), BoitePage, "boite-a-outils", "Boîte à outils", chapeau=CHAPEAU)
    # The one that another sends to is made before it.
    for demo in sorted(OUTILS, key=lambda outil: bool(outil.simple)):
        if not OutilPage.objects.child_of(boite).filter(slug=demo.slug).exists():
            _charger_outil(boite, demo)
        yield demo.slug
    for trousse in TROUSSES:
        if not TroussePage.objects.child_of(boite).filter(slug=trousse.slug).exists():
            _charger_trousse(boite, trousse)
        yield trousse.slug


def _charger_outil(boite: BoitePage, demo: Outil) -> None:
    licence = Licence(demo.licence)
    page: Any = OutilPage(
        title=demo.titre,
        slug=demo.slug,
        genre=demo.genre,
        resume=demo.resume,
        couverture=ImageCampagne.objects.filter(title=DESSINS[demo.dessin].titre).first() if demo.dessin else None,
        corps=[("texte", RichText(demo.corps))] if demo.corps else [],
        publics=list(demo.publics),
        duree=demo.duree,
        niveau=demo.niveau,
        version_simple=OutilPage.objects.child_of(boite).filter(slug=demo.simple).first(),
        licence=licence,
        attribution=CREDIT.format(annee=demo.edition, licence=licence.label),
        edition=demo.edition,
        ressource=Ressource.objects.actives().order_by("cle").first() if demo.edition < ANNEE_DE_LA_DEMO else None,
        raison_sans_accessible=demo.sans_accessible,
        live=False,
    )
    boite.add_child(instance=page)
    page.fichiers = [_rangee(demo, fichier) for fichier in demo.fichiers]
    if demo.lien:
        site = FichierOutil(libelle="Site pour les proches", adresse=demo.lien, langue="fr", est_accessible=True)
        page.fichiers.add(site)
    page.themes = Theme.objects.filter(nom=demo.theme)
    publier(page)


def _rangee(demo: Outil, fichier: Fichier) -> FichierOutil:
    document = DocumentCampagne.objects.filter(title=fichier.titre).first() or _document(demo, fichier)
    return FichierOutil(libelle=fichier.libelle, note=fichier.note, document=document, est_accessible=True)


def _document(demo: Outil, fichier: Fichier) -> DocumentCampagne:
    """Compose a document, and the version that it replaced when there was one."""
    document = DocumentCampagne(title=fichier.titre, langue=fichier.langue)
    for texte in filter(None, (fichier.avant, fichier.texte)):
        document.file = ContentFile(_octets(demo, fichier, texte), name=f"outil.{fichier.format}")
        document.changement = fichier.changement if document.pk else ""
        document.save()
    return document


def _octets(demo: Outil, fichier: Fichier, texte: str) -> bytes:
    if fichier.format == "txt":
        return texte_de(fichier.titre, texte)
    genre = str(GenreOutil(demo.genre).label) if fichier.langue == "fr" else "Brochure"
    return pdf_de(fichier.titre, genre.capitalize(), texte, fichier.langue)


def _charger_trousse(boite: BoitePage, demo: Trousse) -> None:
    page: Any = TroussePage(
        title=demo.titre, slug=demo.slug, chapeau=demo.chapeau, introduction=demo.introduction, live=False
    )
    boite.add_child(instance=page)
    outils = {outil.slug: outil for outil in OutilPage.objects.child_of(boite).live()}
    page.choisis = [OutilDeTrousse(outil=outils[slug]) for slug in demo.outils if slug in outils]
    publier(page)
