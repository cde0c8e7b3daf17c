"""The system checks refuse what says too little of itself, and accept what says enough."""

import pytest
from django.core.checks import run_checks
from pytest_django.fixtures import Settings
from wagtail import blocks
from wagtail.models import Page

from pages.publication.page import PagePubliable
from site_campagne.checks import blocs_offerts, defauts_de_bloc, defauts_de_page, verifier_le_second_facteur


class BlocMuet(blocks.StructBlock):
    """Says nothing of itself."""


class BlocComplet(blocks.StructBlock):
    """Says everything (the template is one of Wagtail's: any that exists)."""

    class Meta:
        icon = "openquote"
        label = "Citation"
        description = "Une citation."
        template = "wagtailcore/shared/block_preview.html"
        preview_template = "wagtailcore/shared/block_preview.html"


class PageMuette(Page):
    """Inherits its parents and children from Wagtail: everything allowed everywhere."""

    class Meta:
        abstract = True

    template = "pages/absente.html"


class PageComplete(PagePubliable):
    """Declares its place in the tree, and its gates."""

    class Meta:
        abstract = True

    parent_page_types = ("wagtailcore.Page",)
    regles_de_publication = ()
    subpage_types: tuple[str, ...] = ()
    template = "wagtailcore/shared/block_preview.html"


def test_le_site_passe_ses_propres_controles() -> None:
    assert run_checks(tags=["site_campagne"]) == []


def test_un_bloc_muet_est_refuse_point_par_point() -> None:
    refus = [defaut.msg for defaut in defauts_de_bloc(BlocMuet())]
    assert refus == [f"BlocMuet has no {manque}" for manque in ("icon", "label", "description", "preview", "template")]


def test_un_bloc_complet_est_accepte() -> None:
    assert list(defauts_de_bloc(BlocComplet())) == []


def test_une_page_muette_est_refusee() -> None:
    assert [defaut.id for defaut in defauts_de_page(PageMuette)] == [
        "site_campagne.E001",
        "site_campagne.E001",
        "site_campagne.E004",
        "site_campagne.E002",
    ]


def test_une_page_complete_est_acceptee() -> None:
    assert list(defauts_de_page(PageComplete)) == []


@pytest.mark.parametrize(
    "flux",
    [
        blocks.StreamBlock([("muet", BlocMuet())]),
        blocks.StreamBlock([("muet", blocks.StructBlock([("flux", blocks.StreamBlock([("m", BlocMuet())]))]))]),
        blocks.ListBlock(blocks.StreamBlock([("muet", BlocMuet())])),
    ],
)
def test_les_blocs_sont_trouves_a_toute_profondeur(flux: blocks.Block) -> None:
    assert BlocMuet in {type(bloc) for bloc in blocs_offerts(flux)}


def test_les_champs_d_un_bloc_ne_sont_pas_offerts() -> None:
    assert list(blocs_offerts(blocks.StructBlock([("texte", blocks.CharBlock())]))) == []


@pytest.mark.parametrize(("exige", "demonstration", "refus"), [(True, False, 0), (False, True, 0), (False, False, 1)])
def test_un_site_sans_second_facteur_est_refuse_hors_demonstration(
    settings: Settings, exige: bool, demonstration: bool, refus: int
) -> None:
    settings.EXIGER_SECOND_FACTEUR, settings.CREER_SECRETS = exige, demonstration
    assert len(verifier_le_second_facteur()) == refus
