"""The privacy page says what the map says, no more than the promise, and who answers for it."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries, Settings

from medias.donnees import Qui
from reseau.models import Compte
from site_campagne.checks import verifier_la_responsable
from site_campagne.models import ResponsableSetting
from site_campagne.sauvegarde.conservation import GARDE_DU_COFFRE, SITE, instant_de, nommer, perimees_du_site
from site_campagne.settings.s3 import AccesS3
from site_campagne.vie_privee.carte import renseignements
from site_campagne.vie_privee.views import ESSENTIEL, mois_des_archives
from tests.fabriques.temoignages import un_depot, une_personne

pytestmark = pytest.mark.django_db

ADRESSE, REGLAGE = "/confidentialite/", "/admin/settings/site_campagne/responsablesetting/"


def page(client: Client) -> str:
    return client.get(ADRESSE).content.decode()


def test_sa_premiere_adresse_mene_a_celle_d_aujourd_hui(client: Client) -> None:
    for langue in ("", "/en"):
        reponse = client.get(f"{langue}/vie-privee/")
        assert (reponse.status_code, reponse["Location"]) == (301, f"{langue}{ADRESSE}")


def test_la_page_dit_ce_que_fait_le_partage(client: Client) -> None:
    assert "que si elle l’a permis pour les médias sociaux" in page(client)


def test_la_page_dit_tout_ce_que_la_carte_declare(client: Client) -> None:
    contenu = page(client)
    for qui, liste in renseignements():
        assert escape(str(qui.value)) in contenu
        for renseignement in liste:
            for phrase in (renseignement.quoi, renseignement.pourquoi, renseignement.duree, renseignement.acces):
                assert escape(str(phrase)) in contenu


def test_chaque_groupe_dit_l_essentiel_avant_de_s_ouvrir(client: Client) -> None:
    resumes = re.findall(r"<summary>(.*?)</summary>", page(client).split("<main", 1)[1], re.DOTALL)
    assert len(resumes) == len(Qui)
    for qui, resume in zip(Qui, resumes, strict=True):
        assert escape(str(qui.value)) in resume
        assert escape(str(ESSENTIEL[qui])) in resume


def test_la_page_promet_une_procedure_et_jamais_l_anonymat(client: Client) -> None:
    contenu = page(client)
    assert "publiés sans nom, selon une procédure d’anonymisation" in contenu
    assert "des proches peuvent reconnaître une histoire" in contenu
    assert "relie encore votre texte à vous" in contenu
    assert not re.search(r"anonymes?\b|anonymement|totalement|garanti|impossible", contenu)
    assert 'href="/temoigner/suivi/"' in contenu


def test_chaque_page_y_mene_par_son_pied(client: Client) -> None:
    assert f'href="{ADRESSE}"' in client.get("/temoigner/").content.decode().split("<footer", 1)[1]


def test_la_page_ne_depose_aucun_temoin(client: Client) -> None:
    reponse = client.get(ADRESSE)
    assert reponse.status_code == 200
    assert not reponse.cookies
    assert client.post(ADRESSE).status_code == 405


def test_un_fournisseur_de_stockage_est_nomme_et_lui_seul(client: Client, settings: Settings) -> None:
    assert "n’appelle aucun autre site" in page(client)
    acces = AccesS3("https://s3.exemple.org", "ca", "cle", "secret", "medias")
    settings.S3 = acces
    assert "n’appelle aucun autre site" in page(client), "known, and not used"
    settings.STOCKAGE = "s3"
    contenu = page(client)
    assert "un fournisseur de stockage, s3.exemple.org : votre navigateur" in contenu.replace("\u00a0", " ")
    assert "n’appelle aucun autre site" not in contenu
    settings.S3, settings.STOCKAGE = replace(acces, seau_public="statiques"), "local"
    assert "s3.exemple.org" in page(client)


def test_la_page_dit_ce_qui_reste_dans_les_copies_de_secours_et_jusqu_a_quand(
    client: Client, settings: Settings
) -> None:
    assert "copies de secours" not in page(client), "nothing is backed up here"
    settings.SAUVEGARDES = "ailleurs"
    contenu = page(client).replace("\u00a0", " ")
    assert "Les mots que vous reprenez sont encore dans celles d’avant" in contenu
    assert "en 6 mois au plus" in contenu
    assert "le site reste fermé jusqu’à ce que vos mots en soient retirés de nouveau" in contenu
    assert "sept jours plus tard, elle n’est plus dans aucune copie" in contenu
    assert "une ligne par retrait" in contenu
    assert GARDE_DU_COFFRE.days == 7


@pytest.mark.parametrize(
    ("gardees", "mois"), [((7, 4, 6), 6), ((7, 4, 0), 1), ((0, 0, 0), 1), ((90, 4, 2), 3), ((7, 52, 6), 13)]
)
def test_la_duree_dite_est_celle_des_reglages(gardees: tuple[int, int, int], mois: int, settings: Settings) -> None:
    """The longest that an archive of each night stays, by the rule that deletes them, is never more than is said."""
    settings.SAUVEGARDES, settings.SAUVEGARDES_GARDEES = "ailleurs", gardees
    assert mois_des_archives() == mois
    debut = datetime(2025, 1, 1, 8, tzinfo=UTC)
    noms, plus_vieille = set[str](), timedelta()
    for nuit in range(30 * mois + 90):
        instant = debut + timedelta(days=nuit)
        noms.add(neuve := nommer(SITE, instant))
        noms -= set(perimees_du_site(noms, neuve, *gardees))
        ages = [instant - date for nom in noms if (date := instant_de(nom, SITE))]
        plus_vieille = max(plus_vieille, *ages)
    assert plus_vieille <= timedelta(days=31 * mois)


def test_la_page_coute_autant_avec_cent_textes(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for rang in range(20):
        un_depot(f"texte {rang}", edition=2013 + rang % 5)
    client.get(ADRESSE)
    with django_assert_max_num_queries(9):
        client.get(ADRESSE)


def test_la_responsable_s_affiche_des_qu_elle_est_inscrite(client: Client) -> None:
    assert "mailto:" not in page(client)
    ResponsableSetting.objects.create(titre="Responsable des renseignements", courriel="vie-privee@exemple.org")
    assert 'href="mailto:vie-privee@exemple.org"' in page(client)


@pytest.mark.parametrize(("droits", "code"), [((), 302), (("change_responsablesetting",), 200)])
def test_seule_l_administration_change_la_responsable(client: Client, droits: tuple[str, ...], code: int) -> None:
    client.force_login(une_personne(*(droits or ("view_temoignage",))))
    assert client.get(REGLAGE, follow=bool(droits)).status_code == code


def test_le_tableau_de_bord_le_rappelle_a_qui_peut_le_faire(client: Client) -> None:
    client.force_login(une_personne("change_responsablesetting"))
    assert "Personne ne répond encore" in client.get("/admin/").content.decode()
    ResponsableSetting.objects.create(titre="Responsable", courriel="vie-privee@exemple.org")
    assert "Personne ne répond encore" not in client.get("/admin/").content.decode()
    ResponsableSetting.objects.all().delete()
    client.force_login(une_personne("view_temoignage"))
    assert "Personne ne répond encore" not in client.get("/admin/").content.decode()


def test_la_production_s_avertit_tant_que_personne_n_est_inscrite(settings: Settings) -> None:
    assert verifier_la_responsable(databases=["default"]) == []
    settings.CREER_SECRETS = False
    assert [avis.id for avis in verifier_la_responsable(databases=["default"])] == ["site_campagne.W001"]
    assert verifier_la_responsable(databases=["coffre"]) == []
    ResponsableSetting.objects.create(titre="Responsable", courriel="vie-privee@exemple.org")
    assert verifier_la_responsable(databases=["default"]) == []
    call_command("check", databases=["default"])


def test_personne_n_est_nomme_par_son_nom(client: Client) -> None:
    Compte.objects.create_user("lectrice", first_name="Ondine", last_name="Vraisemblable")
    assert "Ondine" not in page(client)
