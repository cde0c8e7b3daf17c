"""Where a translation stands: worked out from what is public, in both languages."""

from typing import Any

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from pages.models import SourceTraduite
from pages.traduction.etats import EtatTraduction, compter
from pages.traduction.memoire import francais
from pages.traduction.soumission import mettre_a_jour, soumettre
from tests.fabriques.roles import une_personne_de, une_redactrice, une_relectrice, une_traductrice
from tests.pages.publication.gestes import agir, recrire, texte

from .gestes import (
    CORPS,
    anglais,
    commencee,
    etat_de,
    publique,
    relue,
    republier,
    traduire_les_phrases,
    une_page_publique,
)

pytestmark = pytest.mark.django_db


def etat(page: Any) -> str:
    return str(etat_de(page, anglais()))


def bandeau(page: Any, langue: str = "en", requete: Any = None) -> str:
    """Return what a reader is told above a page."""
    requete = requete or RequestFactory().get("/en/")
    with translation.override(langue):
        gabarit = Template("{% load traduction %}{% bandeau_de_traduction %}")
        return gabarit.render(Context({"request": requete, "page": page}))


def test_d_absente_a_publique() -> None:
    page = une_page_publique()
    assert etat(page) == EtatTraduction.ABSENTE
    traductrice = une_traductrice()
    jumelle = commencee(page, traductrice)
    assert etat(page) == EtatTraduction.EN_COURS
    traduire_les_phrases(jumelle, traductrice)
    soumettre(page=jumelle, par=traductrice)
    assert etat(page) == EtatTraduction.EN_RELECTURE
    agir(relue(jumelle), une_relectrice())
    assert etat(page) == EtatTraduction.PUBLIQUE


def test_des_mots_changes_la_rendent_perimee_jusqu_a_la_nouvelle_version() -> None:
    page = une_page_publique()
    jumelle = publique(page)
    republier(page, title="La soupe du jeudi")
    assert etat(page) == EtatTraduction.PERIMEE
    mettre_a_jour(page=relue(jumelle))
    assert etat(page) == EtatTraduction.PERIMEE
    traductrice = une_traductrice()
    traduire_les_phrases(jumelle, traductrice)
    soumettre(page=relue(jumelle), par=traductrice)
    agir(relue(jumelle), une_relectrice())
    assert etat(page) == EtatTraduction.PUBLIQUE


def test_une_republication_sans_mot_neuf_ne_perime_rien() -> None:
    page = une_page_publique()
    publique(page)
    # Other blocks, same words: nothing to translate again.
    republier(page, show_in_menus=True, corps=texte("<h2>Venez</h2><p>La porte est ouverte.</p>"))
    assert etat(page) == EtatTraduction.PUBLIQUE


def test_un_brouillon_francais_ne_perime_rien() -> None:
    page = une_page_publique()
    publique(page)
    recrire(page, title="Pas encore")
    assert etat(page) == EtatTraduction.PUBLIQUE


def test_revenir_aux_mots_d_avant_la_remet_a_jour() -> None:
    page = une_page_publique()
    publique(page)
    republier(page, title="La soupe du jeudi")
    republier(relue(page), title="La soupe du mardi")
    assert etat(page) == EtatTraduction.PUBLIQUE


def test_le_bandeau_ne_parait_que_sur_une_traduction_perimee() -> None:
    page = une_page_publique()
    jumelle = publique(page)
    assert not bandeau(jumelle).strip()
    republier(page, title="La soupe du jeudi")
    dit = bandeau(relue(jumelle))
    assert page.url in dit
    assert 'hreflang="fr-CA"' in dit
    assert not bandeau(relue(page), "fr").strip()


def test_le_bandeau_coute_une_requete_et_aucune_en_francais(django_assert_num_queries: Any) -> None:
    page = une_page_publique()
    jumelle = publique(page)
    republier(page, title="La soupe du jeudi")
    jumelle = relue(jumelle)
    requete = RequestFactory().get("/en/")
    bandeau(jumelle, requete=requete)  # the roots of sites, which the frame of the page has asked for
    with django_assert_num_queries(1):
        bandeau(jumelle, requete=requete)
    with django_assert_num_queries(0):
        bandeau(page, "fr")


def test_la_matrice_dit_les_etats_et_les_comptes(client: Client) -> None:
    anglais()
    publique(une_page_publique("Publiée"))
    commencee(une_page_publique("Commencée"))
    une_page_publique("Pas faite")
    client.force_login(une_traductrice())
    adresse = reverse("publication:traductions")
    ecran = client.get(adresse).text
    for mots in ("Publiée", "Commencée", "Pas faite", "Publique : 2", "En cours : 1", "Absente : 1"):
        assert mots in ecran, mots
    filtree = client.get(adresse, {"etat_traduction": "en_cours"}).text
    assert "Commencée" in filtree
    assert "Pas faite" not in filtree
    cherchee = client.get(adresse, {"q": "Publiée"}).text
    assert "Pas faite" not in cherchee
    assert compter(type(une_page_publique()).objects.filter(locale=francais()), anglais())[EtatTraduction.PUBLIQUE] == 1


def test_la_matrice_demande_toujours_autant_de_requetes(client: Client, django_assert_max_num_queries: Any) -> None:
    client.force_login(une_traductrice())
    adresse = reverse("publication:traductions")
    commencee(une_page_publique())
    client.get(adresse)
    with CaptureQueriesContext(connection) as peu:
        client.get(adresse)
    for rang in range(6):
        commencee(une_page_publique(f"Page {rang}"))
    with django_assert_max_num_queries(len(peu)):
        client.get(adresse)


@pytest.mark.parametrize(
    ("qui", "permis"), [(une_traductrice, 1), (une_redactrice, 1), (une_relectrice, 1), (une_personne_de, 0)]
)
def test_qui_suit_les_traductions(qui: Any, permis: bool, client: Client) -> None:
    client.force_login(qui())
    assert (client.get(reverse("publication:traductions")).status_code == 200) is bool(permis)


def test_la_source_se_souvient_de_ses_mots() -> None:
    page = une_page_publique()
    commencee(page)
    avant = SourceTraduite.objects.get(page=page)
    republier(page, corps=CORPS)
    assert SourceTraduite.objects.get(page=page).changee_le == avant.changee_le
    republier(relue(page), title="Autre")
    assert SourceTraduite.objects.get(page=page).changee_le > avant.changee_le
