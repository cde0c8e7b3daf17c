"""A library, invented: the same mix of kinds, readers, languages and words whatever the number of tools."""

import random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from wagtail.models import Page

from medias.models import DocumentCampagne
from pages.boite.etats import GenreOutil, Lecture, PublicVise
from pages.boite.indexation import reconstruire
from pages.models import AccueilPage, BoitePage, FichierOutil, OutilPage
from pages.publication.porte import ouvrir
from temoignages.models import Theme

GRAINE = 20261122
DUREES = (None, None, 10, 15, 45, 90, 240)
LANGUES = ("fr", "fr", "fr", "fr", "en", "es", "iu")
# A few words are everywhere, others are rare: as in a language, a word half as frequent as the one before it.
VOCABULAIRE = [f"mot{rang}" for rang in range(4000)]
MOTS_PAR_TEXTE, DOCUMENTS = 250, 60


def peupler(nombre: int) -> None:
    """Fill an empty database with `nombre` public tools, each with a document of a few pages."""
    hasard = random.Random(GRAINE)  # noqa: S311 - a drawing that can be made again
    themes = [Theme.objects.create(nom=f"thème {rang}", ordre=rang) for rang in range(12)]
    documents = [_document(hasard, rang) for rang in range(DOCUMENTS)]
    with ouvrir("banc de mesure"):
        boite = BoitePage(title="Boîte à outils", slug="boite-a-outils", show_in_menus=True)
        AccueilPage.objects.get().add_child(instance=boite)
    outils = _placer(boite, [_outil(hasard, rang) for rang in range(nombre)])
    lien = OutilPage.themes.through
    paires = [(outil, theme) for outil in outils for theme in hasard.sample(themes, hasard.randint(1, 3))]
    lien.objects.bulk_create(lien(outilpage_id=outil.pk, theme_id=theme.pk) for outil, theme in paires)
    FichierOutil.objects.bulk_create(
        FichierOutil(page=outil, locale=boite.locale, libelle="Brochure", document=hasard.choice(documents))
        for outil in outils
    )
    reconstruire()


def _placer(boite: BoitePage, outils: list[OutilPage]) -> list[OutilPage]:
    """Write tools under the library at once: one by one, thousands take minutes."""
    genre = ContentType.objects.get_for_model(OutilPage)
    for rang, outil in enumerate(outils, 1):
        outil.content_type, outil.locale, outil.draft_title = genre, boite.locale, outil.title
        outil.depth, outil.path = boite.depth + 1, OutilPage._get_path(boite.path, boite.depth + 1, rang)
        outil.url_path = f"{boite.url_path}{outil.slug}/"
    champs = [champ.attname for champ in Page._meta.concrete_fields if not champ.primary_key]
    nues = Page.objects.bulk_create(Page(**{nom: getattr(outil, nom) for nom in champs}) for outil in outils)
    for nue, outil in zip(nues, outils, strict=True):
        outil.pk = outil.id = nue.pk
        outil.save_base(raw=True)
    Page.objects.filter(pk=boite.pk).update(numchild=len(outils))
    return outils


def _outil(hasard: random.Random, rang: int) -> OutilPage:
    return OutilPage(
        title=f"Outil {hasard.choice('abcdefgh')} {rang}",
        slug=f"outil-{rang}",
        live=True,
        genre=hasard.choice(GenreOutil.values),
        publics=hasard.sample(PublicVise.values, hasard.randint(1, 3)),
        duree=hasard.choice(DUREES),
        niveau=hasard.choice(Lecture.values),
        resume=_texte(hasard, 30),
        licence="cc-by",
        attribution="La Grande Rallonge",
    )


def _document(hasard: random.Random, rang: int) -> DocumentCampagne:
    texte = ContentFile(_texte(hasard, MOTS_PAR_TEXTE).encode(), name="a.txt")
    champs: dict[str, Any] = {"title": f"Document {rang}", "file": texte, "langue": hasard.choice(LANGUES)}
    document: DocumentCampagne = DocumentCampagne.objects.create(**champs)
    return document


def _texte(hasard: random.Random, nombre: int) -> str:
    rangs = (min(int(hasard.paretovariate(0.6)) - 1, len(VOCABULAIRE) - 1) for _ in range(nombre))
    return " ".join(VOCABULAIRE[rang] for rang in rangs)
