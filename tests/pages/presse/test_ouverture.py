"""The next edition: the frame of the last one, and nothing of what filled it."""

import datetime
import json

import pytest
from django.test import Client

from pages.actions import EditionDejaOuverte, OuvertureInterdite, ouvrir_prochaine_edition
from pages.models import CampagnePage, EditionPage
from reseau.models import Compte
from tests.fabriques.pages import (
    CampagnePageFactory,
    EditionPageFactory,
    corps,
    mettre_en_vedette,
    un_temoignage_publie,
)
from tests.fabriques.presse import ProgrammePageFactory
from tests.fabriques.roles import une_redactrice, une_relectrice, une_superutilisatrice, une_traductrice

pytestmark = pytest.mark.django_db
PAROLE = "une chaise qui m’attend"


@pytest.fixture
def edition() -> EditionPage:
    """Return an edition with one of everything that a year holds."""
    temoignage = un_temoignage_publie(PAROLE)
    blocs = corps(
        ("texte", "<h2>Une place à table</h2><p>Le 10 octobre, 90 tables.</p><h3>En 2026</h3><h2>« Paroles »</h2>"),
        ("citation", {"temoignage": temoignage.pk}),
        ("selection", {"titre": "Choix", "temoignages": [temoignage.pk]}),
        ("mur_extrait", {"titre": "Le mur 2026", "amorce": None, "edition": 2026, "nombre": 6}),
        ("encadre", {"titre": "Bon à savoir", "texte": "<p>La fête commence à 17 h.</p>", "ton": "gaude"}),
        ("appel", {"titre": "Venez", "texte": "Le 10 octobre.", "bouton": "Lire", "page": None, "adresse": "/x/2026/"}),
    )
    neuve: EditionPage = EditionPageFactory.create(
        annee=2026,
        jour=datetime.date(2026, 10, 12),
        theme="La recette",
        slogan="Ça mijote",
        palette="mousse",
        introduction="<p>En 2026, 90 chaudrons.</p>",
        corps=blocs,
    )
    mettre_en_vedette(neuve, temoignage)
    ProgrammePageFactory.create(parent=neuve)
    return neuve


@pytest.fixture
def ouverte(edition: EditionPage) -> EditionPage:
    """Return the next edition, as its editor finds it."""
    neuve = ouvrir_prochaine_edition(edition=edition, par=une_redactrice())
    brouillon: EditionPage = neuve.get_latest_revision_as_object()
    return brouillon


def test_le_cadre_est_copie(ouverte: EditionPage) -> None:
    assert (ouverte.annee, ouverte.slug, ouverte.palette, ouverte.live) == (2027, "2027", "mousse", False)
    assert [bloc.block_type for bloc in ouverte.corps] == ["texte", "encadre", "appel"]
    assert ouverte.corps[0].value.source == "<h2>Une place à table</h2>"
    assert ouverte.corps[1].value["titre"] == "Bon à savoir"
    assert ouverte.corps[1].value["ton"] == "gaude"


def test_aucun_accord_ni_aucune_citation_n_est_copie(ouverte: EditionPage) -> None:
    assert not ouverte.vedettes.all()
    assert not {"citation", "selection", "mur_extrait"} & {bloc.block_type for bloc in ouverte.corps}
    ecrit = json.dumps(ouverte.serializable_data(), default=str, ensure_ascii=False)
    assert PAROLE not in ecrit
    assert "Paroles" not in ecrit


def test_aucun_evenement_n_est_copie(ouverte: EditionPage) -> None:
    assert not EditionPage.objects.get(annee=2027).get_children().exists()


def test_aucun_chiffre_n_est_copie(ouverte: EditionPage) -> None:
    assert not [bloc for bloc in ouverte.corps if "90" in json.dumps(bloc.get_prep_value()["value"])]
    assert ouverte.introduction == ""


def test_aucune_date_n_est_copiee(ouverte: EditionPage) -> None:
    assert ouverte.jour == datetime.date(2027, 10, 10)
    valeurs = json.dumps([bloc.get_prep_value()["value"] for bloc in ouverte.corps], ensure_ascii=False)
    assert "octobre" not in valeurs
    assert "2026" not in valeurs
    assert (ouverte.theme, ouverte.slogan) == ("", "")


def test_une_edition_qui_existe_deja_n_est_pas_rouverte(edition: EditionPage) -> None:
    redactrice = une_redactrice()
    ouvrir_prochaine_edition(edition=edition, par=redactrice)
    with pytest.raises(EditionDejaOuverte):
        ouvrir_prochaine_edition(edition=edition, par=redactrice)
    assert EditionPage.objects.filter(annee=2027).count() == 1


@pytest.mark.parametrize("personne", [une_relectrice, une_traductrice])
def test_qui_n_ecrit_pas_n_ouvre_pas(edition: EditionPage, personne: type[Compte]) -> None:
    with pytest.raises(OuvertureInterdite):
        ouvrir_prochaine_edition(edition=edition, par=personne())
    assert not EditionPage.objects.filter(annee=2027).exists()


def test_un_clic_ouvre_depuis_l_edition_et_depuis_la_campagne(client: Client, edition: EditionPage) -> None:
    client.force_login(une_redactrice())
    campagne = CampagnePage.objects.get()
    for page, annee in ((edition, 2027), (campagne, 2028)):
        assert f'formaction="/admin/publication/{page.pk}/ouvrir/"' in client.get(_editeur(page)).content.decode()
        reponse = client.post(f"/admin/publication/{page.pk}/ouvrir/")
        neuve = EditionPage.objects.get(annee=annee)
        assert reponse["Location"] == _editeur(neuve)
        assert client.get(_editeur(neuve)).status_code == 200


def test_un_second_clic_le_dit_sans_rien_ouvrir(client: Client, edition: EditionPage) -> None:
    client.force_login(une_superutilisatrice())
    client.post(f"/admin/publication/{edition.pk}/ouvrir/")
    reponse = client.post(f"/admin/publication/{edition.pk}/ouvrir/", follow=True)
    assert "L’édition 2027 est déjà ouverte." in reponse.content.decode()
    assert EditionPage.objects.count() == 2


def test_une_campagne_sans_edition_le_dit(client: Client) -> None:
    campagne = CampagnePageFactory.create()
    client.force_login(une_redactrice())
    reponse = client.post(f"/admin/publication/{campagne.pk}/ouvrir/", follow=True)
    assert "pas encore d’édition" in reponse.content.decode()


def test_l_adresse_ne_s_ouvre_ni_en_lisant_ni_sans_compte(client: Client, edition: EditionPage) -> None:
    assert client.post(f"/admin/publication/{edition.pk}/ouvrir/").status_code == 302
    client.force_login(une_redactrice())
    assert client.get(f"/admin/publication/{edition.pk}/ouvrir/").status_code == 405
    assert not EditionPage.objects.filter(annee=2027).exists()


def test_qui_approuve_ne_voit_pas_le_bouton(client: Client, edition: EditionPage) -> None:
    client.force_login(une_relectrice())
    assert "ouvrir/" not in client.get(_editeur(edition)).content.decode()


def _editeur(page: CampagnePage | EditionPage) -> str:
    return f"/admin/pages/{page.pk}/edit/"
