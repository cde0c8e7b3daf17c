"""A file of events in the admin: nothing changes before it was seen and confirmed, by the same person."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from medias.tableaux import Rangee
from pages.models import Evenement
from pages.views.importer_evenements import SEL
from reseau.forms_import import sceller_rangees
from reseau.models import Compte
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.reseau.test_admin import permettre

pytestmark = pytest.mark.django_db
TITRES = "ressource;titre;genre;date;début;fin\n"
CSV = TITRES + "L’Envol;Soupe;kiosque;10 octobre 2026;13 h;16 h\nL’Envoi;Thé;kiosque;10 octobre 2026;13 h;16 h\n"


@pytest.fixture(autouse=True)
def avant_la_journee(settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-08-01"
    RessourceFactory.create(nom="L’Envol", region="05", municipalite="Granby")


@pytest.fixture
def personne() -> Compte:
    return CompteFactory.create()


@pytest.fixture
def redaction(personne: Compte) -> Client:
    return permettre(personne, "add_evenement", "change_evenement")


@pytest.fixture
def ecran() -> str:
    return reverse("publication:importer_evenements")


def test_le_fichier_se_voit_puis_se_confirme(redaction: Client, ecran: str) -> None:
    assert ecran in redaction.get(reverse("wagtailsnippets_pages_evenement:list")).content.decode()
    assert "Fichier CSV ou XLSX" in redaction.get(ecran).content.decode()
    reponse = redaction.post(ecran, {"fichier": SimpleUploadedFile("e.csv", CSV.encode("cp1252"))})
    page = reponse.content.decode()
    for mot in ("aperçu", "Windows-1252", "envoyée à la modération", "refusée", "Peut-être"):
        assert mot in page
    assert not Evenement.objects.exists()
    jeton = reponse.context["jeton"]
    assert "C’est fait." in redaction.post(ecran, {"jeton": jeton}).content.decode()
    assert [evenement.titre for evenement in Evenement.objects.all()] == ["Soupe"]
    assert "déjà là" in redaction.post(ecran, {"jeton": jeton}).content.decode()
    assert Evenement.objects.count() == 1


@pytest.mark.parametrize("contenu", [b"", b"a;b\n1;2", b"%PDF", CSV.encode("utf-16"), b"PK\x03\x04abime"])
def test_un_fichier_illisible_se_dit(contenu: bytes, redaction: Client, ecran: str) -> None:
    reponse = redaction.post(ecran, {"fichier": SimpleUploadedFile("e.csv", contenu)})
    assert reponse.status_code == 400
    assert "errorlist" in reponse.content.decode()


def test_le_contenu_d_un_fichier_est_echappe(redaction: Client, ecran: str) -> None:
    ligne = f"{TITRES}<script>alert(1)</script>;<script>alert(2)</script>;a;b;c;d\n"
    page = redaction.post(ecran, {"fichier": SimpleUploadedFile("e.csv", ligne.encode())}).content.decode()
    assert "<script>alert" not in page


def test_un_apercu_faux_ou_d_une_autre_personne_est_refuse(redaction: Client, ecran: str) -> None:
    rangees = [Rangee(2, {"ressource": "L’Envol"})]
    for jeton in ("faux", sceller_rangees(rangees, CompteFactory.create(), SEL)):
        assert redaction.post(ecran, {"jeton": jeton}).status_code == 400


def test_sans_la_permission_on_n_entre_pas(personne: Compte, ecran: str) -> None:
    client = permettre(personne, "view_evenement", "change_evenement")
    assert [client.get(ecran).status_code, client.post(ecran).status_code] == [302, 302]
    assert ecran not in client.get(reverse("wagtailsnippets_pages_evenement:list")).content.decode()
    assert Client().get(ecran).status_code == 302
