"""Where a translation stands: worked out from what is public, in both languages."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from medias.models import ImageCampagne
from pages.models import ContactPresse, SourceTraduite
from pages.publication.refus import PortesFermees
from pages.traduction.etats import EtatTraduction, compter
from pages.traduction.memoire import Ecart, ecart, francais, version_de
from pages.traduction.soumission import mettre_a_jour, soumettre, traduction_exigee
from tests.fabriques.pages import corps, publier, une_image
from tests.fabriques.presse import un_communique
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


def un_lien(adresse: str) -> str:
    return texte(f'<p><a href="https://exemple.org/{adresse}">Venez</a></p>')


def une_photo(credit: str) -> str:
    image = ImageCampagne.objects.first() or une_image()
    return corps(("image", {"image": image.pk, "texte_alternatif": "Une soupe", "legende": "", "credit": credit}))


@pytest.mark.parametrize("corps_de", [un_lien, une_photo])
def test_une_valeur_recopiee_qui_change_la_perime_jusqu_a_la_nouvelle_version(corps_de: Any) -> None:
    page = une_page_publique(corps=corps_de("avant"))
    jumelle = publique(page)
    assert etat(page) == EtatTraduction.PUBLIQUE
    republier(page, corps=corps_de("apres"))
    assert etat(page) == EtatTraduction.PERIMEE
    assert page.url in bandeau(relue(jumelle))
    assert ecart(traduction_exigee(jumelle), version_de(relue(jumelle))) == Ecart.VALEURS
    soumettre(page=relue(jumelle), par=une_traductrice())
    assert etat(page) == EtatTraduction.EN_RELECTURE
    agir(relue(jumelle), une_relectrice())
    assert etat(page) == EtatTraduction.PUBLIQUE
    assert not bandeau(relue(jumelle)).strip()


def test_une_date_un_chiffre_une_rangee_recopies_la_periment() -> None:
    page = publier(un_communique(date=datetime.date(2026, 10, 10)))
    publique(page)
    republier(page, date=datetime.date(2026, 10, 11))
    assert etat(page) == EtatTraduction.PERIMEE
    republier(relue(page), date=datetime.date(2026, 10, 10))
    assert etat(page) == EtatTraduction.PUBLIQUE
    rangee = ContactPresse(role="Relations avec les médias", courriel="presse@exemple.org", telephone="514 555-0196")
    republier(relue(page), contacts=[rangee])
    assert etat(page) == EtatTraduction.PERIMEE


def test_un_bloc_ecrit_avant_qu_il_ait_ce_champ_ne_perime_rien() -> None:
    page = une_page_publique(corps=corps(("mur_extrait", {"titre": "Ce qu’on a écrit"})))
    publique(page)
    assert etat(page) == EtatTraduction.PUBLIQUE
    entier = {"titre": "Ce qu’on a écrit", "amorce": None, "theme": None, "edition": None, "nombre": 6}
    republier(page, corps=corps(("mur_extrait", entier)))
    assert etat(page) == EtatTraduction.PUBLIQUE
    republier(relue(page), corps=corps(("mur_extrait", entier | {"nombre": 3})))
    assert etat(page) == EtatTraduction.PERIMEE


def test_le_panneau_dit_qu_il_n_y_a_pas_de_mot_nouveau(client: Client) -> None:
    page = une_page_publique(corps=un_lien("avant"))
    jumelle = publique(page)
    client.force_login(une_traductrice())
    ecran = reverse("wagtailadmin_pages:edit", args=[jumelle.pk])
    assert "a changé depuis" not in client.get(ecran).text
    republier(page, corps=un_lien("apres"))
    assert "sans mot nouveau" in client.get(ecran).text
    republier(relue(page), title="La soupe du jeudi")
    assert "sans mot nouveau" not in client.get(ecran).text
    assert "Mettez les phrases à jour" in client.get(ecran).text


def test_une_traduction_soumise_avant_que_la_valeur_change_ne_sort_pas() -> None:
    page = une_page_publique(corps=un_lien("avant"))
    jumelle, traductrice = commencee(page), une_traductrice()
    traduire_les_phrases(jumelle, traductrice)
    soumettre(page=jumelle, par=traductrice)
    republier(page, corps=un_lien("apres"))
    with pytest.raises(PortesFermees):
        agir(relue(jumelle), une_relectrice())
    assert not relue(jumelle).live


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
    for mots in ("Publiée", "Commencée", "Pas faite", "Publique\u00a0: 2", "En cours\u00a0: 1", "Absente\u00a0: 1"):
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
