import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.admin.forms.pages import WagtailAdminPageForm

from pages.etats import EtatEdition
from pages.models import EditionPage
from tests.fabriques.pages import (
    CampagnePageFactory,
    EditionPageFactory,
    corps,
    des_temoignages,
    mettre_en_vedette,
    retirer_temoignage,
    un_temoignage_publie,
)

pytestmark = pytest.mark.django_db


def test_l_adresse_et_le_jour_decoulent_de_l_annee() -> None:
    edition = EditionPageFactory.create(annee=2027, slug="autre-chose")
    assert edition.slug == "2027"
    assert edition.url == "/journee/2027/"
    assert edition.jour == datetime.date(2027, 10, 10)


def test_l_adresse_d_un_brouillon_est_aussi_son_annee() -> None:
    assert EditionPageFactory.create(annee=2027, live=False).slug == "2027"


def test_un_jour_deplace_est_garde() -> None:
    edition = EditionPageFactory.create(annee=2027, jour=datetime.date(2027, 10, 12))
    assert edition.jour == datetime.date(2027, 10, 12)


def test_une_nouvelle_edition_est_celle_de_l_annee_suivante() -> None:
    assert EditionPage().annee == 2026
    EditionPageFactory.create(annee=2031)
    assert EditionPage().annee == 2032


@pytest.mark.parametrize(
    ("champs", "champ", "message"),
    [
        ({"annee": 2012}, "annee", "La première Journée a eu lieu en 2013."),
        ({"annee": 2101}, "annee", "Une année avant 2100."),
        ({"annee": 2026}, "annee", "L’édition 2026 existe déjà."),
        ({"annee": 2027, "jour": datetime.date(2026, 10, 10)}, "jour", "Ce jour n’est pas en 2027."),
    ],
)
def test_une_edition_impossible_est_refusee(champs: dict[str, object], champ: str, message: str) -> None:
    existante = EditionPageFactory.create(annee=2026)
    edition = EditionPage(title="Essai", path=existante.path[:-1] + "2", depth=existante.depth, **champs)
    with pytest.raises(ValidationError) as refus:
        edition.full_clean()
    assert message in refus.value.message_dict[champ]


def test_le_formulaire_accepte_un_jour_laisse_vide() -> None:
    campagne = CampagnePageFactory.create()
    formulaire: type[WagtailAdminPageForm] = EditionPage.get_edit_handler().get_form_class()
    assert not formulaire(instance=EditionPage(), parent_page=campagne).fields["jour"].required
    assert "slug" not in formulaire.base_fields


@pytest.mark.parametrize(
    ("aujourdhui", "etat", "phrase"),
    [
        ("2026-10-09", EtatEdition.AVANT, "C’est demain"),
        ("2026-10-10", EtatEdition.JOUR, "C’est aujourd’hui"),
        ("2026-10-11", EtatEdition.APRES, "Journée a eu lieu le samedi"),
    ],
)
def test_la_page_dit_ou_en_est_la_journee(
    client: Client, settings: Settings, aujourdhui: str, etat: EtatEdition, phrase: str
) -> None:
    edition = EditionPageFactory.create()
    settings.AUJOURDHUI = aujourdhui
    assert edition.etat == etat
    assert phrase in client.get("/journee/2026/").content.decode()


@pytest.mark.parametrize(
    ("instant", "etat"),
    [("2026-10-11T03:59:00+00:00", EtatEdition.JOUR), ("2026-10-11T04:01:00+00:00", EtatEdition.APRES)],
)
def test_la_journee_finit_a_minuit_au_quebec(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, instant: str, etat: EtatEdition
) -> None:
    edition = EditionPageFactory.create()
    settings.AUJOURDHUI = ""
    monkeypatch.setattr(timezone, "now", lambda: datetime.datetime.fromisoformat(instant))
    assert edition.etat == etat


def test_l_edition_courante_est_la_prochaine_sinon_la_derniere(settings: Settings) -> None:
    assert EditionPage.objects.courante() is None
    for annee in (2025, 2026, 2027):
        EditionPageFactory.create(annee=annee)
    EditionPageFactory.create(annee=2028, live=False)
    for aujourdhui, annee in (("2025-10-10", 2025), ("2025-10-11", 2026), ("2026-11-22", 2027), ("2029-01-01", 2027)):
        settings.AUJOURDHUI = aujourdhui
        courante = EditionPage.objects.courante()
        assert courante is not None
        assert courante.annee == annee


def test_une_edition_passee_le_dit_et_mene_a_la_courante(client: Client) -> None:
    EditionPageFactory.create(annee=2026)
    EditionPageFactory.create(annee=2027)
    passee, courante = (client.get(f"/journee/{annee}/").content.decode() for annee in (2026, 2027))
    assert "Édition passée." in passee
    assert '<a href="/journee/2027/">Voir l’édition 2027</a>' in passee
    assert "Édition passée." not in courante


def test_le_rang_est_calcule_et_se_dit(client: Client) -> None:
    EditionPageFactory.create(annee=2026)
    page = client.get("/journee/2026/").content.decode()
    assert '<span aria-hidden="true">14<sup>e</sup></span><span class="masque">quatorzième</span>' in page


def test_un_temoignage_en_vedette_parait_puis_disparait_au_retrait(client: Client) -> None:
    edition = EditionPageFactory.create()
    garde, retire = un_temoignage_publie("une soupe qui ne juge pas"), un_temoignage_publie("un perron où pleurer")
    mettre_en_vedette(edition, retire, garde)
    assert "un perron où pleurer" in client.get(edition.url).content.decode()
    retirer_temoignage(retire)
    page = client.get(edition.url).content.decode()
    assert "un perron où pleurer" not in page
    assert retire.pk not in page
    assert "une soupe qui ne juge pas" in page


def test_les_vedettes_gardent_l_ordre_choisi() -> None:
    edition = EditionPageFactory.create()
    choisis = des_temoignages(4)
    mettre_en_vedette(edition, *reversed(choisis))
    assert EditionPage.objects.get().temoignages_vedettes == choisis[::-1]


def test_une_copie_ouvre_l_annee_suivante_sans_les_vedettes() -> None:
    edition = EditionPageFactory.create(annee=2026, jour=datetime.date(2026, 10, 12))
    mettre_en_vedette(edition, *des_temoignages(2))
    copie = edition.copy(update_attrs={"title": "Copie", "slug": "copie"}, keep_live=False)
    copie.refresh_from_db()
    assert (copie.annee, copie.slug, copie.jour) == (2027, "2027", datetime.date(2027, 10, 10))
    assert copie.theme == edition.theme
    assert not copie.vedettes.exists()


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_temoignages(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    edition = EditionPageFactory.create()
    comptes = []
    for nombre in (2, 12):
        temoignages = des_temoignages(nombre)
        edition.corps = corps(*(("citation", {"temoignage": temoignage.pk}) for temoignage in temoignages))
        mettre_en_vedette(edition, *temoignages)
        client.get(edition.url)
        with django_assert_max_num_queries(22) as requetes:
            assert client.get(edition.url).content.decode().count("du monde qui écoute") >= 2 * nombre
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
