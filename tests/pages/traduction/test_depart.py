"""A translation starts as drafts, those above first; nothing of it is public, nothing is an alias."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation

from medias.niveaux import Niveau
from pages.traduction.depart import commencer
from pages.traduction.etats import EtatTraduction
from pages.traduction.refus import Intraduisible, PasEnFrancais, PasPublique
from tests.fabriques.pages import ContenuPageFactory, accueil, enregistrer
from tests.fabriques.roles import une_redactrice, une_relectrice, une_superutilisatrice, une_traductrice

from .gestes import anglais, commencee, etat_de, relue, une_page_publique

pytestmark = pytest.mark.django_db


def test_les_pages_au_dessus_naissent_aussi_brouillons() -> None:
    page = une_page_publique()
    dessous = une_page_publique("Le pain", parent=page)
    traductrice = une_traductrice()
    jumelle = commencee(dessous, traductrice)
    anglaises = Page.objects.filter(locale=anglais())
    assert set(anglaises.values_list("translation_key", flat=True)) == {
        dessous.translation_key, page.translation_key, accueil().translation_key,
    }  # fmt: skip
    assert not anglaises.filter(live=True).exists()
    assert not anglaises.exclude(alias_of=None).exists()
    assert jumelle.get_parent().translation_key == page.translation_key
    assert jumelle.latest_revision.user == traductrice
    assert Translation.objects.filter(enabled=True).count() == 3
    assert etat_de(dessous, anglais()) == EtatTraduction.EN_COURS


def test_recommencer_ne_cree_rien() -> None:
    page = une_page_publique()
    assert commencee(page) == commencee(page)
    assert Page.objects.filter(locale=anglais()).count() == 2


def test_avec_ce_qui_est_dessous_sans_les_brouillons() -> None:
    page = une_page_publique()
    publie = une_page_publique("Le pain", parent=page)
    ContenuPageFactory.create(title="Le levain", parent=page, live=False)
    commencer(page=page, langue=anglais(), par=une_traductrice(), descendance=True)
    assert etat_de(publie, anglais()) == EtatTraduction.EN_COURS
    assert not Page.objects.filter(locale=anglais(), title="Le levain").exists()


def test_ce_qui_n_est_pas_public_ou_pas_en_francais_est_refuse_en_mots() -> None:
    with pytest.raises(PasPublique) as refus:
        commencer(page=ContenuPageFactory.create(live=False), langue=anglais(), par=une_traductrice())
    assert "on traduit ce qui est public" in refus.value.message
    with pytest.raises(Intraduisible):
        commencer(page=Page.objects.get(depth=1), langue=anglais(), par=une_traductrice())
    jumelle = commencee(une_page_publique())
    with pytest.raises(PasEnFrancais):
        commencer(page=jumelle, langue=anglais(), par=une_traductrice())
    assert not Page.objects.filter(locale=anglais(), title__startswith="Participer").exists()


def test_une_page_au_dessus_en_brouillon_arrete_tout() -> None:
    dessous = une_page_publique("Le pain", parent=ContenuPageFactory.create(live=False))
    with pytest.raises(PasPublique):
        commencer(page=dessous, langue=anglais(), par=une_traductrice())
    assert not Page.objects.filter(locale=anglais()).exists()


def test_le_niveau_est_copie() -> None:
    page = une_page_publique()
    jumelle = commencee(page)
    assert jumelle.confidentialite == Niveau.PUBLIC


def test_l_ecran_demande_la_langue_puis_ouvre_l_editeur(client: Client) -> None:
    anglais()
    page = une_page_publique()
    une_page_publique("Le pain", parent=page)
    client.force_login(une_traductrice())
    adresse = reverse("publication:traduire", args=[page.pk])
    assert "Personne ne le voit" in client.get(adresse).text
    reponse = client.post(adresse, {"langue": "en", "descendance": "on"}, follow=True)
    assert "Soumettre la traduction" in reponse.text
    assert Page.objects.filter(locale=anglais(), live=False).count() == 3
    assert client.post(adresse, {"langue": "es"}).status_code == 404


def test_l_ecran_refuse_en_mots_un_brouillon(client: Client) -> None:
    client.force_login(une_superutilisatrice())
    page = ContenuPageFactory.create(live=False)
    page.save_revision()
    reponse = client.get(reverse("publication:traduire", args=[page.pk]), follow=True)
    assert "on traduit ce qui est public" in reponse.text


@pytest.mark.parametrize(("qui", "permis"), [(une_traductrice, True), (une_redactrice, True), (une_relectrice, False)])
def test_qui_traduit_voit_le_bouton(qui: Any, permis: bool, client: Client) -> None:
    anglais()
    page = une_page_publique()
    client.force_login(qui())
    adresse = reverse("publication:traduire", args=[page.pk])
    assert (client.get(adresse).status_code == 200) is permis
    ecran = client.get(reverse("wagtailadmin_explore", args=[page.pk]))
    assert (adresse in ecran.text) is permis


def test_le_bouton_disparait_quand_tout_est_commence(client: Client) -> None:
    page = une_page_publique()
    jumelle = commencee(page)
    client.force_login(une_superutilisatrice())
    for une in (page, jumelle):
        ecran = client.get(reverse("wagtailadmin_explore", args=[une.pk])).text
        assert reverse("publication:traduire", args=[une.pk]) not in ecran
        assert "localize/submit" not in ecran
        assert "localize/update" not in ecran


def test_une_page_retiree_entretemps_reste_traduite_en_brouillon() -> None:
    page = une_page_publique()
    jumelle = commencee(page)
    enregistrer(page, live=False)
    assert not relue(jumelle).live
