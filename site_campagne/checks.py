"""What Django's system checks refuse at start: a page type or a block that says too little of itself."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Avis
from django.db import DatabaseError
from django.db.models import Model
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.blocks import BaseStreamBlock, Block
from wagtail.fields import StreamField
from wagtail.models import Page

from pages.publication.page import PagePubliable

# Rooms whose page types and blocks are checked.
APPLICATIONS = ("pages", "temoignages", "reseau", "medias")
# Wagtail's icon for a block that names none.
ICONE_PAR_DEFAUT = "placeholder"


@register("site_campagne")
def verifier_types_de_page(**_contexte: object) -> list[CheckMessage]:
    """Check every page type of the site (see `defauts_de_page`)."""
    return [defaut for modele in nos_modeles() if issubclass(modele, Page) for defaut in defauts_de_page(modele)]


@register("site_campagne")
def verifier_blocs(**_contexte: object) -> list[CheckMessage]:
    """Check every block that an editor is offered, once each (see `defauts_de_bloc`)."""
    champs = (champ for modele in nos_modeles() for champ in modele._meta.get_fields())
    flux = (champ.stream_block for champ in champs if isinstance(champ, StreamField))
    offerts = {type(bloc): bloc for racine in flux for bloc in blocs_offerts(racine)}
    return [defaut for bloc in offerts.values() for defaut in defauts_de_bloc(bloc)]


@register(Tags.database)
def verifier_la_responsable(databases: Iterable[str] | None = None, **_contexte: object) -> list[CheckMessage]:
    """Warn at each migration in production when the public cannot write to anyone about personal information."""
    if settings.CREER_SECRETS or "default" not in (databases or ()):
        return []
    from .models import ResponsableSetting  # noqa: PLC0415 - not loaded before the checks are registered

    try:
        reglage = ResponsableSetting.objects.first()
    except DatabaseError:  # before the first migration
        return []
    if reglage and reglage.est_complet:
        return []
    message = "Personne n’est inscrite comme responsable des renseignements personnels."
    return [Avis(message, hint="Réglages, « Responsable de la vie privée ».", id="site_campagne.W001")]


@register("site_campagne")
def verifier_le_second_facteur(**_contexte: object) -> list[CheckMessage]:
    """Refuse a site where a password alone opens the admin, but for a demonstration, whose passwords are public."""
    if settings.EXIGER_SECOND_FACTEUR or settings.CREER_SECRETS:
        return []
    return [Error("EXIGER_SECOND_FACTEUR is off outside a demonstration", id="site_campagne.E005")]


def nos_modeles() -> Iterator[type[Model]]:
    """Yield the models of our rooms."""
    for application in APPLICATIONS:
        yield from apps.get_app_config(application).get_models()


def defauts_de_page(modele: type[Page]) -> Iterator[CheckMessage]:
    """Yield what the page type leaves unsaid: its parents, its children, its gates (on itself), its template."""
    for attribut in ("parent_page_types", "subpage_types"):
        if attribut not in vars(modele):
            yield Error(f"{modele.__name__} does not declare {attribut} itself", obj=modele, id="site_campagne.E001")
    if not issubclass(modele, PagePubliable) or "regles_de_publication" not in vars(modele):
        message = f"{modele.__name__} is not a PagePubliable that declares regles_de_publication itself"
        yield Error(message, obj=modele, id="site_campagne.E004")
    if not gabarit_existe(modele.template):
        yield Error(f"{modele.__name__} has no template {modele.template}", obj=modele, id="site_campagne.E002")


def blocs_offerts(bloc: Block) -> Iterator[Block]:
    """Yield the blocks that an editor can add, at any depth under `bloc`: the children of each stream."""
    enfants: Iterable[Any] = getattr(bloc, "child_blocks", {}).values()
    if isinstance(bloc, BaseStreamBlock):
        yield from enfants
    for enfant in (*enfants, *filter(None, [getattr(bloc, "child_block", None)])):
        yield from blocs_offerts(enfant)


def defauts_de_bloc(bloc: Block) -> Iterator[CheckMessage]:
    """Yield what the block leaves unsaid: icon, label, description, preview, template."""
    manques = {
        "icon": bloc.meta.icon in {None, "", ICONE_PAR_DEFAUT},
        "label": not bloc.meta.label,
        "description": not bloc.get_description(),
        "preview": not bloc.is_previewable,
        "template": not gabarit_existe(getattr(bloc.meta, "template", None)),
    }
    for manque in (nom for nom, vrai in manques.items() if vrai):
        yield Error(f"{type(bloc).__name__} has no {manque}", obj=type(bloc), id="site_campagne.E003")


def gabarit_existe(nom: str | None) -> bool:
    """Say whether the template `nom` can be loaded."""
    if not nom:
        return False
    try:
        get_template(nom)
    except TemplateDoesNotExist:
        return False
    return True
