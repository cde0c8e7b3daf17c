"""The contract: what each field, row and block becomes in the other language. `contrat.txt` is read by a person.

A word says what happens: « traduit », « copié » (the same in both), « remplaçable » (copied, unless the translator
chooses another), « à soi ». A new field needs its line: the message names the lines that differ.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import get_translatable_fields

from pages.traduction.champs import Garde
from pages.traduction.depart import commencer
from pages.traduction.memoire import traduction_de
from pages.traduction.soumission import version_en_memoire
from tests.fabriques.genres import genres_de_pages
from tests.fabriques.roles import une_traductrice

from .gestes import anglais, relue, traduire_les_phrases
from .test_genres import une_publique

TABLE = Path(__file__).with_name("contrat.txt")
GENRES = [genre for genre in genres_de_pages() if not genre.raison_intraduisible]
TEXTES = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
REMPLACABLES = (blocks.PageChooserBlock, ImageChooserBlock, DocumentChooserBlock, blocks.URLBlock, blocks.EmailBlock)


def sort_du_champ(champ: Any, modele: Any) -> str:
    """Say what happens to a field, as wagtail-localize would do it."""
    reel = champ.get_field(modele)
    if champ.is_translated(None):
        return "traduit"
    if not champ.is_synchronized(None):
        return "à soi"
    est_texte = isinstance(reel, models.CharField | models.TextField) and not reel.choices
    return (
        "remplaçable" if champ.is_overridable(None) and (est_texte or isinstance(reel, models.ForeignKey)) else "copié"
    )


def sort_du_bloc(bloc: Any) -> str:
    """Say what happens to a block that holds no other."""
    if isinstance(bloc, Garde):
        return "copié"
    if isinstance(bloc, TEXTES):
        return "traduit"
    return "remplaçable" if isinstance(bloc, REMPLACABLES) else "copié"


def lignes() -> Iterator[str]:
    """Yield the contract, as the code has it today."""
    for genre in GENRES:
        yield from _du_modele(genre, genre.__name__)


def _du_modele(modele: Any, nom: str) -> Iterator[str]:
    for champ in get_translatable_fields(modele):
        reel = champ.get_field(modele)
        if issubclass(modele, Page) and champ.field_name in {c.name for c in Page._meta.get_fields()} - {
            "slug",
            "title",
        }:
            continue
        if isinstance(reel, models.ManyToOneRel) and issubclass(reel.related_model, TranslatableMixin):
            yield from _du_modele(reel.related_model, f"{nom}.{champ.field_name}[]")
        elif isinstance(reel, StreamField):
            yield from _du_flux(reel.stream_block, f"{nom}.{champ.field_name}")
        elif not isinstance(reel, ParentalKey):
            yield f"{nom}.{champ.field_name} {sort_du_champ(champ, modele)}"


def _du_flux(bloc: Any, nom: str) -> Iterator[str]:
    match bloc:
        case blocks.ListBlock():
            yield from _du_flux(bloc.child_block, f"{nom}[]")
        case blocks.StructBlock() | blocks.StreamBlock():
            for sien, enfant in bloc.child_blocks.items():
                yield from _du_flux(enfant, f"{nom}.{sien}")
        case _:
            yield f"{nom} {sort_du_bloc(bloc)}"


def test_chaque_champ_dit_ce_qu_il_devient() -> None:
    ecrites = {ligne for ligne in TABLE.read_text().splitlines() if ligne and not ligne.startswith("#")}
    assert sorted(ecrites ^ set(lignes())) == []


def test_ni_les_mots_ni_le_nom_d_une_personne_ne_sont_des_phrases() -> None:
    # Testimonies and people are chosen, never typed; what is typed beside them is kept.
    for ligne in lignes():
        chemin, _espace, sort = ligne.partition(" ")
        if chemin.endswith((".temoignage", ".autorisation", ".citation_nommee.texte", ".credit", ".auteurs")):
            assert sort == "copié", ligne


@pytest.mark.django_db
@pytest.mark.parametrize("genre", GENRES, ids=lambda genre: genre.__name__)
def test_chaque_bloc_tient_ce_que_dit_le_contrat(genre: Any) -> None:
    page = une_publique(genre)
    jumelle = relue(commencer(page=page, langue=anglais(), par=une_traductrice()))
    traduire_les_phrases(jumelle)
    traduction: Any = traduction_de(jumelle)
    source, version = traduction.source.as_instance(), version_en_memoire(traduction)
    for champ in genre._meta.get_fields():
        if isinstance(champ, StreamField):
            avant, apres = (champ.stream_block.get_prep_value(getattr(une, champ.name)) for une in (source, version))
            comparer(champ.stream_block, _ecrit(avant), _ecrit(apres), champ.name)


def _ecrit(flux: Any) -> Any:
    return json.loads(json.dumps(flux, cls=DjangoJSONEncoder))


def comparer(bloc: Any, avant: Any, apres: Any, chemin: str) -> None:
    """Walk a body and its translation together; each end is what the contract says."""
    match bloc:
        case blocks.StreamBlock():
            for rang, (une, autre) in enumerate(zip(avant, apres, strict=True)):
                assert (une["id"], une["type"]) == (autre["id"], autre["type"])
                comparer(bloc.child_blocks[une["type"]], une["value"], autre["value"], f"{chemin}.{rang}")
        case blocks.ListBlock():
            for une, autre in zip(avant, apres, strict=True):
                comparer(bloc.child_block, une["value"], autre["value"], f"{chemin}[]")
        case blocks.StructBlock():
            for nom, enfant in bloc.child_blocks.items():
                comparer(enfant, avant.get(nom), apres.get(nom), f"{chemin}.{nom}")
        case _ if sort_du_bloc(bloc) == "traduit" and avant:
            assert apres.replace("*", "") == avant, chemin
            assert "*" in apres, chemin
        case _:
            assert apres == avant, chemin
