import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pages.models import AccueilPage
from pages.models.accueil import valider_accroche
from tests.fabriques.pages import (
    EditionPageFactory,
    MurPageFactory,
    accueil,
    corps,
    des_temoignages,
    enregistrer,
    un_temoignage_publie,
    une_amorce,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> AccueilPage:
    """The home page, its two sentences chosen."""
    page = accueil()
    page.amorce_recu = une_amorce("Autour de la table, je trouve…")
    page.amorce_donne = une_amorce("Sur la table, je dépose…", couleur="eglantine")
    enregistrer(page)
    return page


def test_une_base_neuve_repond_a_la_racine(client: Client) -> None:
    reponse = client.get("/")
    assert reponse.status_code == 200
    assert "<title>Accueil · Journée de l’alternative en santé mentale</title>" in reponse.content.decode()


@pytest.mark.parametrize("accroche", ["Un fil", "Du monde,\ndu temps,\nune table", "douze signes\n\nici"])
def test_un_grand_titre_court_est_accepte(accroche: str) -> None:
    valider_accroche(accroche)


@pytest.mark.parametrize(
    ("accroche", "message"),
    [
        ("a\nb\nc\nd", "trois lignes au plus"),
        (" \n ", "trois lignes au plus"),
        ("Personne ne tient seul", "«\u00a0Personne ne tient seul\u00a0» compte 22\u00a0caractères"),
    ],
)
def test_un_grand_titre_qui_ne_tient_pas_est_refuse(accroche: str, message: str) -> None:
    with pytest.raises(ValidationError) as refus:
        valider_accroche(accroche)
    assert message in refus.value.messages[0].replace(" caractères", "\u00a0caractères")


def test_les_deux_phrases_doivent_differer(page: AccueilPage) -> None:
    page.amorce_donne = page.amorce_recu
    with pytest.raises(ValidationError) as refus:
        page.full_clean()
    assert refus.value.message_dict["amorce_donne"] == ["Choisissez deux phrases différentes."]


def test_l_accueil_annonce_l_edition_courante(client: Client) -> None:
    EditionPageFactory.create(annee=2026)
    EditionPageFactory.create(annee=2027)
    html = client.get("/").content.decode()
    assert '<a class="bouton" href="/journee/2027/">Découvrir l’édition 2027</a>' in html
    assert "Dans 322\u00a0jours, le dimanche 10\u00a0octobre 2027." in html


def test_trois_paroles_de_chaque_phrase_alternent(client: Client, page: AccueilPage) -> None:
    des_temoignages(5, "reçu", amorce=page.amorce_recu)
    des_temoignages(2, "donné", amorce=page.amorce_donne)
    assert [rang.est_recu for rang in page.rangs] == [True, False, True, False, True]
    assert client.get("/").content.decode().count('<span class="masque">Reçu') == 3


def test_le_va_et_vient_ne_montre_ni_long_texte_ni_texte_avec_avertissement(page: AccueilPage) -> None:
    un_temoignage_publie("mot " * 60, amorce=page.amorce_recu)
    un_temoignage_publie("une nuit sans fin", amorce=page.amorce_recu, avertissement="deuil")
    un_temoignage_publie("du café", amorce=page.amorce_recu)
    un_temoignage_publie("ma soupe", amorce=page.amorce_donne)
    assert [rang.temoignage.texte for rang in page.rangs] == ["du café", "ma soupe"]


def test_sans_reponse_a_l_une_des_phrases_le_va_et_vient_est_absent(client: Client, page: AccueilPage) -> None:
    des_temoignages(3, amorce=page.amorce_recu)
    assert page.rangs == []
    assert "croise__rangs" not in client.get("/").content.decode()


def test_une_parole_est_montree_telle_quelle_et_echappee(client: Client, page: AccueilPage) -> None:
    un_temoignage_publie("<b>pas 'gras' !</b>", amorce=page.amorce_recu)
    un_temoignage_publie("ma soupe", amorce=page.amorce_donne)
    assert "&lt;b&gt;pas &#x27;gras&#x27; !&lt;/b&gt;" in client.get("/").content.decode()


def test_l_accueil_tient_en_vingt_requetes(
    client: Client, page: AccueilPage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    EditionPageFactory.create(annee=2027)
    MurPageFactory.create()
    des_temoignages(10, amorce=page.amorce_recu)
    temoignages = des_temoignages(10, amorce=page.amorce_donne)
    page.refresh_from_db()
    page.corps = corps(*(("citation", {"temoignage": temoignage.pk}) for temoignage in temoignages))
    enregistrer(page)
    with django_assert_max_num_queries(20):
        client.get("/")
