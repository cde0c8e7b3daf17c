"""Strings that nobody uses any more are forgotten; those of a page that is translated stay."""

import pytest
from wagtail_localize.models import (
    String,
    StringTranslation,
    Template,
    Translation,
    TranslationContext,
    TranslationSource,
)

from pages.traduction.memoire import phrases_a_traduire, traduction_de
from pages.traduction.oubli import oublier_phrases
from pages.traduction.soumission import mettre_a_jour
from site_campagne.menage import faire_le_menage

from .gestes import CORPS, commencee, relue, republier, traduire_les_phrases, une_page_publique

pytestmark = pytest.mark.django_db


def test_ce_que_la_page_ne_dit_plus_est_oublie() -> None:
    page = une_page_publique("Chez Untel")
    jumelle = commencee(page)
    traduire_les_phrases(jumelle)
    republier(page, title="Chez nous")
    mettre_a_jour(page=relue(jumelle))
    assert String.objects.filter(data="Chez Untel").exists()
    assert oublier_phrases() > 0
    assert not String.objects.filter(data="Chez Untel").exists()
    assert not StringTranslation.objects.filter(data="Chez Untel*").exists()
    assert [reste.string.data for reste in phrases_a_traduire(traduction_de(jumelle))] == ["Chez nous"]


def test_une_page_traduite_garde_tout() -> None:
    jumelle = commencee(une_page_publique(corps=CORPS))
    traduire_les_phrases(jumelle)
    avant = [modele.objects.count() for modele in (String, StringTranslation, TranslationContext, Template)]
    assert oublier_phrases() == 0
    assert [modele.objects.count() for modele in (String, StringTranslation, TranslationContext, Template)] == avant


def test_une_page_supprimee_emporte_ses_phrases_et_celles_de_l_accueil_restent() -> None:
    page = une_page_publique("Chez Untel")
    jumelle = commencee(page)
    traduire_les_phrases(jumelle)
    jumelle.delete()
    relue(page).delete()
    faire_le_menage()
    assert not String.objects.filter(data="Chez Untel").exists()
    assert not TranslationSource.objects.filter(object_id=page.translation_key).exists()
    assert Translation.objects.count() == 1  # the home page
