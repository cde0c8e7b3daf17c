"""A page of any type, with words in each of its fields, rows and blocks: what a type adds is hidden without a list."""

import datetime
import json
from collections.abc import Callable
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page, get_page_models

from medias.models import AutorisationNom, Enregistrement, ImageCampagne
from pages.models import AccueilPage
from pages.publication.publiable import Publiable

from .pages import accueil, publier

JOUR = datetime.date(2026, 10, 10)
MIDI = datetime.time(12)
# Of what a page inherits, the gates' own fields are not for words.
DES_PORTES = ("confidentialite", "rectifie_le")


def genres_de_pages() -> list[type[Page]]:
    """Return every type of page of the site, by introspection, those that stand under others last."""
    return sorted((genre for genre in get_page_models() if issubclass(genre, Publiable)), key=_profondeur)


def _profondeur(genre: Any) -> int:
    parents = [parent for parent in genre.clean_parent_page_models() if issubclass(parent, Publiable)]
    return 1 + min((_profondeur(parent) for parent in parents if parent is not genre), default=0)


def une_page(genre: Any, mots: str, titre: str, fois: int = 1, **champs: Any) -> Any:
    """Return a page in memory, with these words everywhere that words go; `fois`: how many of each row and block."""
    page = genre(title=titre, **{**dict(_champs(genre, mots, Page, fois)), **champs})
    for relation in get_all_child_relations(genre):
        modele: Any = relation.related_model
        if modele._meta.app_label.startswith("wagtail"):
            continue
        valeurs = [dict(_champs(modele, mots, models.Model, fois, rang, relation.field.name)) for rang in range(fois)]
        rangees = [modele(**siennes) for siennes in valeurs]
        setattr(
            page, str(relation.get_accessor_name()), [rangee for rangee in rangees if _est_entiere(rangee, relation)]
        )
    return page


def _est_entiere(rangee: Any, relation: Any) -> bool:
    """Say whether a row has what it refers to: a permission, a testimony; none is made here."""
    liens = (champ for champ in rangee._meta.fields if isinstance(champ, models.ForeignKey) and not champ.null)
    # Its language is that of its page: Wagtail writes it.
    return all(getattr(rangee, champ.attname) for champ in liens if champ != relation.field and champ.name != "locale")


def parent_de(genre: Any) -> Page:
    """Return a public page that such a page may stand under, made when there is none."""
    permis = [parent for parent in genre.clean_parent_page_models() if issubclass(parent, Publiable)]
    if AccueilPage in permis:
        return accueil()
    existante = next((page for parent in permis for page in parent.objects.live()), None)
    if existante is not None:
        return existante
    page = une_page(permis[0], "Public", "Publique", slug=f"public-{permis[0]._meta.model_name}", live=False)
    parent_de(permis[0]).add_child(instance=page)
    public: Page = publier(page)
    return public


def mots_de(page: Any) -> str:
    """Return what the latest draft of a page holds beside its title: its own fields, its rows."""
    contenu = page.get_latest_revision().content
    communs = {champ.name for champ in Page._meta.get_fields()}
    return json.dumps({nom: valeur for nom, valeur in contenu.items() if nom not in communs}, ensure_ascii=False)


def _champs(modele: Any, mots: str, base: Any, fois: int, rang: int = 0, sauf: str = "") -> Any:
    for champ in modele._meta.get_fields():
        siens = isinstance(champ, models.Field) and champ.model is not base and not champ.primary_key
        if siens and champ.name not in (sauf, *DES_PORTES) and (champ.editable or not champ.has_default()):
            valeur = _valeur(champ, mots, fois, rang)
            if valeur is not None:
                yield champ.name, valeur


# What each kind of field holds, once its choices and its default are set aside.
_DES_CHAMPS: dict[Any, Callable[[str], Any]] = {
    models.DateField: lambda _mots: JOUR,
    models.TimeField: lambda _mots: MIDI,
    models.IntegerField: lambda _mots: JOUR.year + 1,
}
_SANS_MOTS = (models.EmailField, models.SlugField, models.URLField)
# What each kind of block stores; the first that fits. Choosers of other things stay empty.
_DES_BLOCS: dict[Any, Callable[[str], Any]] = {
    (ImageChooserBlock, ImageBlock): lambda _mots: ImageCampagne.objects.latest("pk").pk,
    blocks.ChooserBlock: lambda _mots: None,
    blocks.RichTextBlock: lambda mots: f"<p>{mots}</p>",
    blocks.URLBlock: lambda _mots: "https://exemple.org/",
    blocks.DateBlock: lambda _mots: JOUR.isoformat(),
    (blocks.IntegerBlock, blocks.DecimalBlock, blocks.FloatBlock): lambda _mots: 1,
    blocks.BooleanBlock: lambda _mots: False,
    blocks.RegexBlock: lambda _mots: "2019",
    (blocks.CharBlock, blocks.TextBlock): lambda mots: mots,
}


def _valeur(champ: Any, mots: str, fois: int, rang: int) -> Any:
    if isinstance(champ, StreamField):
        return json.dumps(_brut(champ.stream_block, mots, fois))
    if isinstance(champ, models.ForeignKey) and champ.related_model in {AutorisationNom, Enregistrement}:
        return champ.related_model.objects.first()
    if isinstance(champ, models.ForeignKey):
        montre = champ.related_model is ImageCampagne and not champ.null
        return ImageCampagne.objects.latest("pk") if montre else None
    if isinstance(champ, models.CharField | models.TextField) and not isinstance(champ, _SANS_MOTS):
        return _des_mots(champ, mots, rang)
    if champ.null or champ.blank or champ.has_default():
        return None
    return next((donner(mots) for genre, donner in _DES_CHAMPS.items() if isinstance(champ, genre)), None)


def _des_mots(champ: Any, mots: str, rang: int) -> str | None:
    if champ.choices:
        libre = champ.has_default() or champ.blank
        return None if libre else champ.choices[rang % len(champ.choices)][0]
    return f"<p>{mots}</p>" if isinstance(champ, RichTextField) else mots[: champ.max_length]


def _brut(bloc: Any, mots: str, fois: int) -> Any:
    """Return the stored value of a block: each kind once, `fois` times each in a list or a stream."""
    match bloc:
        case ImageBlock():
            return _DES_BLOCS[ImageChooserBlock, ImageBlock](mots)
        case blocks.StructBlock():
            return {nom: _brut(enfant, mots, fois) for nom, enfant in bloc.child_blocks.items()}
        case blocks.StreamBlock():
            return [{"type": nom, "value": _brut(enfant, mots, 1)} for nom, enfant in bloc.child_blocks.items()] * fois
        case blocks.ListBlock():
            return [_brut(bloc.child_block, mots, 1)] * fois
        case BaseChoiceBlock():
            return next((valeur for valeur, _nom in bloc.field.choices if valeur), "")
    return next((donner(mots) for genre, donner in _DES_BLOCS.items() if isinstance(bloc, genre)), None)
