"""A file of resources in the admin: nothing changes before it was seen and confirmed, by the same person."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from medias.tableaux import Rangee
from reseau.forms_import import sceller_rangees
from reseau.models import Compte, Ressource
from reseau.views.importer import SEL
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.reseau.test_admin import permettre

pytestmark = pytest.mark.django_db
CSV = "nom;région\nL’Envol;Estrie\nLe Phare;Ontario\n"


@pytest.fixture
def tenante() -> Compte:
    return CompteFactory.create()


@pytest.fixture
def administration(tenante: Compte) -> Client:
    return permettre(tenante, "tenir_repertoire", "change_ressource")


def envoyer(client: Client, contenu: bytes) -> str:
    fichier = SimpleUploadedFile("ressources.csv", contenu)
    return client.post(reverse("ressources:importer"), {"fichier": fichier}).content.decode()


def test_le_fichier_se_voit_puis_se_confirme(administration: Client) -> None:
    reponse = administration.post(
        reverse("ressources:importer"), {"fichier": SimpleUploadedFile("r.csv", CSV.encode("cp1252"))}
    )
    page = reponse.content.decode()
    for mot in ("aperçu", "Windows-1252", "créée", "refusée", "17 régions"):
        assert mot in page
    assert not Ressource.objects.exists()
    jeton = reponse.context["jeton"]
    page = administration.post(reverse("ressources:importer"), {"jeton": jeton}).content.decode()
    assert "C’est fait." in page
    assert [ressource.nom for ressource in Ressource.objects.all()] == ["L’Envol"]
    assert "inchangée" in administration.post(reverse("ressources:importer"), {"jeton": jeton}).content.decode()


@pytest.mark.parametrize("contenu", [b"", b"a;b\n1;2", b"%PDF", "nom;région".encode("utf-16"), b"PK\x03\x04abime"])
def test_un_fichier_illisible_se_dit(administration: Client, contenu: bytes) -> None:
    page = envoyer(administration, contenu)
    assert "errorlist" in page
    assert "jeton" not in page


def test_le_contenu_d_un_fichier_est_echappe(administration: Client) -> None:
    assert "<script>alert" not in envoyer(administration, b"nom;region\n<script>alert(1)</script>;99\n")


def test_un_apercu_faux_ou_d_une_autre_personne_est_refuse(administration: Client) -> None:
    rangees = [Rangee(2, {"nom": "L’Envol", "region": "05"})]
    for jeton in ("faux", sceller_rangees(rangees, CompteFactory.create(), SEL)):
        assert administration.post(reverse("ressources:importer"), {"jeton": jeton}).status_code == 400
    assert not Ressource.objects.exists()


@pytest.mark.parametrize("adresse", ["ressources:importer", "ressources:fusionner"])
def test_sans_la_permission_on_n_entre_pas(adresse: str) -> None:
    RessourceFactory.create()
    client = permettre(CompteFactory.create(), "change_ressource", "add_ressource")
    assert client.get(reverse(adresse)).status_code == 302
    assert client.post(reverse(adresse)).status_code == 302
    assert "Importer un fichier" not in client.get(reverse("ressources:index")).content.decode()
    assert Client().get(reverse(adresse)).status_code == 302


def test_la_liste_mene_a_l_import_et_aux_doublons(administration: Client) -> None:
    page = administration.get(reverse("ressources:index")).content.decode()
    assert reverse("ressources:importer") in page
    assert reverse("ressources:fusionner") in page
