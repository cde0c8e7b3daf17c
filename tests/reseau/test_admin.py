"""The admin screens of resources, in French, for those who may."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from reseau.models import AliasRessource, Compte, Ressource
from tests.fabriques.reseau import CompteFactory, RessourceFactory

pytestmark = pytest.mark.django_db
LISTE = "/admin/ressources/"


def permettre(compte: Compte, *codes: str) -> Client:
    """Return the client of an account that has these permissions, and access to the admin."""
    compte.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codes]))
    client = Client()
    client.force_login(compte)
    return client


@pytest.fixture
def permanence() -> Client:
    return permettre(CompteFactory.create(), "add_ressource", "change_ressource", "delete_ressource")


def formulaire(**champs: Any) -> dict[str, Any]:
    """Return what the form sends, with no alias."""
    comptes = {f"alias-{quoi}_FORMS": 0 for quoi in ("TOTAL", "INITIAL")}
    base = {"nom": "L'Envol", "region": "05", "genre": "crise", "tranche_membres": "inconnue", "active": "on"}
    return base | comptes | champs


def test_la_liste_est_reservee() -> None:
    assert Client().get(LISTE).status_code == 302
    assert permettre(CompteFactory.create()).get(LISTE).status_code == 302


def test_la_liste_est_en_francais_et_dans_le_menu(permanence: Client) -> None:
    RessourceFactory.create(nom="La Passerelle", region="05")
    page = permanence.get(LISTE).content.decode()
    for mot in ("Ressources", "La Passerelle", "Estrie", "Forme confirmée", "Rechercher", "Ajouter une ressource"):
        assert mot in page
    assert f'"url": "{LISTE}"' in page


@pytest.mark.parametrize(
    ("requete", "noms"),
    [
        ({"q": "etoile"}, ["L’Étoile"]),
        ({"q": "PH"}, ["Le Phare"]),
        ({"region": "13"}, ["Le Phare"]),
        ({"forme_confirmee": "false"}, ["L’Étoile"]),
        ({"genre": "crise"}, ["Le Phare"]),
        ({"q": "introuvable"}, []),
        ({"region": "99"}, ["L’Étoile", "Le Phare"]),
    ],
)
def test_la_liste_se_cherche_et_se_filtre(permanence: Client, requete: dict[str, str], noms: list[str]) -> None:
    RessourceFactory.create(nom="L’Étoile", region="05", forme_confirmee=False)
    RessourceFactory.create(nom="Le Phare", region="13", genre="crise")
    assert [ressource.nom for ressource in permanence.get(LISTE, requete).context["object_list"]] == noms


def test_la_liste_ne_demande_pas_plus_pour_quarante_ressources(
    permanence: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    RessourceFactory.create_batch(40)
    permanence.get(LISTE)
    with django_assert_max_num_queries(13):
        permanence.get(LISTE)


def test_creer_propose_la_forme_et_ne_la_confirme_pas(permanence: Client) -> None:
    reponse = permanence.post(reverse("ressources:add"), formulaire(forme_confirmee="on", site_web="exemple.org"))
    assert reponse.status_code == 302
    ressource = Ressource.objects.get()
    assert (ressource.nom, ressource.forme_de, ressource.forme_confirmee) == ("L’Envol", "de L’Envol", False)
    assert ressource.site_web == "https://exemple.org"


def test_creer_un_doublon_est_refuse_en_francais(permanence: Client) -> None:
    RessourceFactory.create(nom="Envol", region="05")
    page = permanence.post(reverse("ressources:add"), formulaire()).content.decode()
    assert "Une ressource de cette région porte déjà ce nom." in page
    assert Ressource.objects.count() == 1


def test_la_page_montre_ce_qu_on_lira(permanence: Client) -> None:
    ressource = RessourceFactory.create(nom="Le Phare", forme_de="du Phare", forme_confirmee=False)
    page = permanence.get(reverse("ressources:edit", args=[ressource.pk])).content.decode()
    texte = re.sub(r"<[^>]+>", "", page)
    assert "un·e membre du Phare, une ressource alternative de l’Estrie" in texte
    assert "Lisez la première ligne à voix haute" in texte


def test_confirmer_et_ajouter_un_autre_nom(permanence: Client) -> None:
    ressource = RessourceFactory.create(nom="L’Envol", forme_confirmee=False)
    envoi = formulaire(forme_de="de L'Envol", forme_confirmee="on")
    envoi |= {"alias-TOTAL_FORMS": 1, "alias-0-nom": "ENV", "alias-0-id": ""}
    assert permanence.post(reverse("ressources:edit", args=[ressource.pk]), envoi).status_code == 302
    ressource.refresh_from_db()
    assert (ressource.forme_de, ressource.forme_confirmee) == ("de L’Envol", True)
    assert list(Ressource.objects.nommees("env")) == [ressource]
    assert AliasRessource.objects.get().cle == "env"


def test_un_nom_change_perd_sa_forme_confirmee(permanence: Client) -> None:
    ressource = RessourceFactory.create(nom="L’Envol", forme_de="de L’Envol", forme_confirmee=True)
    envoi = formulaire(nom="Le Phare", forme_de="de L’Envol", forme_confirmee="on")
    permanence.post(reverse("ressources:edit", args=[ressource.pk]), envoi)
    ressource.refresh_from_db()
    assert (ressource.forme_de, ressource.forme_confirmee) == ("du Phare", False)


def test_un_lieu_change_perd_ses_formes(permanence: Client) -> None:
    ressource = RessourceFactory.create(nom="L’Envol", forme_de="de L’Envol", sous_region="Granby")
    envoi = formulaire(nom="L’Envol", forme_de="de L’Envol", forme_confirmee="on", sous_region="Le Bic")
    envoi |= {"sous_region_de": "de Granby", "sous_region_en": "à Granby"}
    permanence.post(reverse("ressources:edit", args=[ressource.pk]), envoi)
    ressource.refresh_from_db()
    assert (ressource.sous_region_de, ressource.sous_region_en) == ("du Bic", "au Bic")
    assert (ressource.forme_de, ressource.forme_confirmee) == ("de L’Envol", True)


def test_sans_permission_de_modifier_rien_ne_change() -> None:
    ressource = RessourceFactory.create(nom="L’Envol")
    client = permettre(CompteFactory.create(), "add_ressource")
    assert client.post(reverse("ressources:edit", args=[ressource.pk]), formulaire(nom="X")).status_code == 302
    ressource.refresh_from_db()
    assert ressource.nom == "L’Envol"
