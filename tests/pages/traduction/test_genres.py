"""Every type of page: it is translated from end to end, or says in words why it is not."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from pages.models import AccueilPage
from pages.publication import actions, relecture
from pages.publication.constats import bloquants
from pages.publication.regles import TRADUCTION
from pages.traduction.depart import commencer
from pages.traduction.memoire import traduction_de
from pages.traduction.refus import Intraduisible
from pages.traduction.soumission import soumettre
from tests.fabriques.genres import genres_de_pages, parent_de, une_page
from tests.fabriques.pages import accueil, publier, une_image
from tests.fabriques.pistes import un_enregistrement
from tests.fabriques.presse import une_autorisation
from tests.fabriques.roles import une_relectrice, une_superutilisatrice, une_traductrice
from tests.pages.publication.gestes import agir

from .gestes import anglais, relue, traduire_les_phrases

pytestmark = pytest.mark.django_db

GENRES = genres_de_pages()
MOTS = "Une table, du pain"


@pytest.fixture(autouse=True)
def portes_de_la_traduction(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave one gate: what a made-up page lacks is the matter of others."""

    def de_la_traduction(objet: Any) -> list[Any]:
        return [constat for constat in bloquants(objet) if constat.regle == TRADUCTION.nom]

    monkeypatch.setattr(relecture, "bloquants", de_la_traduction)
    monkeypatch.setattr(actions, "bloquants", de_la_traduction)


def une_publique(genre: Any) -> Any:
    """Return a public page of a type, with words everywhere."""
    une_image()
    une_autorisation()
    un_enregistrement()
    if genre is AccueilPage:
        page = accueil()
        page.corps = une_page(AccueilPage, MOTS, "Accueil").corps
        return publier(page)
    page = une_page(genre, MOTS, "Le pain du mardi", slug="le-pain-du-mardi", live=False)
    parent_de(genre).add_child(instance=page)
    return publier(page)


@pytest.mark.parametrize("genre", GENRES, ids=lambda genre: genre.__name__)
def test_chaque_genre_va_du_brouillon_au_public_ou_se_refuse_en_mots(genre: Any, client: Client) -> None:
    page = une_publique(genre)
    if genre.raison_intraduisible:
        with pytest.raises(Intraduisible) as refus:
            commencer(page=page, langue=anglais(), par=une_traductrice())
        assert refus.value.message == str(genre.raison_intraduisible)
        return
    traductrice = une_traductrice()
    jumelle = relue(commencer(page=page, langue=anglais(), par=traductrice))
    assert (jumelle.live, jumelle.alias_of_id, jumelle.locale.language_code) == (False, None, "en")
    assert jumelle.confidentialite == page.confidentialite
    assert traduire_les_phrases(jumelle, traductrice)
    client.force_login(une_superutilisatrice())
    ecran = client.get(reverse("wagtailadmin_pages:edit", args=[jumelle.pk]))
    assert ecran.status_code == 200, ecran
    soumettre(page=jumelle, par=traductrice)
    assert not relue(jumelle).live
    agir(relue(jumelle), une_relectrice())
    publiee = relue(jumelle)
    assert publiee.live
    assert publiee.title == f"{page.title}*"
    assert relue(page).title == page.title


@pytest.mark.parametrize("genre", GENRES, ids=lambda genre: genre.__name__)
def test_chaque_phrase_a_traduire_a_sa_place_dans_l_editeur(genre: Any) -> None:
    if genre.raison_intraduisible:
        return
    page = une_publique(genre)
    jumelle = relue(commencer(page=page, langue=anglais(), par=une_traductrice()))
    traduction = traduction_de(jumelle)
    assert traduction is not None
    from wagtail_localize.views.edit_translation import TabHelper, get_segment_location_info  # noqa: PLC0415

    onglets = TabHelper(page)
    for segment in traduction.source.stringsegment_set.select_related("context"):
        chemin = segment.context.get_field_path(page)
        get_segment_location_info(page, onglets, segment.context.path, chemin)
