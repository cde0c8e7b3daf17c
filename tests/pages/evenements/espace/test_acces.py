"""A resource sees only its own events: every address of `/espace/evenements/` × every role × every verb."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from pages.evenements import urls_espace
from pages.models import Evenement
from reseau.models import Compte, Ressource
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.reseau import CompteFactory
from tests.fabriques.temoignages import une_personne

from ..gestes import bientot, propose, un_brouillon, une_moderatrice, une_ressource
from ..saisies import EVENEMENTS, NOUVEAU, adresse_de, chez, envoyer, page, saisie

pytestmark = pytest.mark.django_db

ROUTES = {str(porte.name): str(porte.pattern) for porte in urls_espace.urlpatterns}
NOMS = list(ROUTES)
D_UN_EVENEMENT = [nom for nom, route in ROUTES.items() if "<uuid:cle>" in route]
PAGES = ["evenements", "nouveau", "evenement", "modifier", "annuler"]
NE_RECOIT_RIEN, NE_SE_LIT_PAS = {"evenements"}, {"effacer_photo"}
VERBES = ["get", "head", "post", "put", "patch", "delete", "options"]
LUS = {"get", "head"}
SECRET = "Derrière la porte bleue"


@pytest.fixture
def ressource(db: None) -> Ressource:
    """Return the resource whose events are at stake."""
    return une_ressource(nom="Le Tisonnier")


def brouillon(ressource: Ressource) -> Evenement:
    return un_brouillon(ressource, titre=SECRET)


def en_attente(ressource: Ressource) -> Evenement:
    return propose(ressource, titre=SECRET)


def public(ressource: Ressource) -> Evenement:
    evenement: Evenement = EvenementFactory.create(
        ressource=ressource, titre=SECRET, debut=bientot(), fin=bientot(heure=16)
    )
    return evenement


ETATS = [brouillon, en_attente, public]


def sans_ressource(_ressource: Ressource) -> Compte:
    return CompteFactory.create()


def du_personnel(_ressource: Ressource) -> Compte:
    return une_personne()


def moderatrice(_ressource: Ressource) -> Compte:
    return une_moderatrice()


def superutilisatrice(_ressource: Ressource) -> Compte:
    return CompteFactory.create(is_superuser=True, is_staff=True)


def revoquee(ressource: Ressource) -> Compte:
    compte = CompteFactory.create()
    ressource.contacts.add(compte)
    ressource.contacts.remove(compte)
    return compte


SANS_RESSOURCE = [sans_ressource, du_personnel, moderatrice, superutilisatrice, revoquee]


def adresse(nom: str, evenement: Evenement) -> str:
    arguments = {"cle": evenement.cle, "numero": 1}
    return reverse(
        f"espace_evenements:{nom}",
        kwargs={argument: valeur for argument, valeur in arguments.items() if f":{argument}>" in ROUTES[nom]},
    )


def statut_attendu(verbe: str, nom: str, *, lu: int, ecrit: int) -> int:
    """Return the status of a verb: 405 when the address does not take it, for anyone."""
    if verbe in LUS:
        return 405 if nom in NE_SE_LIT_PAS else lu
    return ecrit if verbe == "post" and nom not in NE_RECOIT_RIEN else 405


def les_etats() -> list[tuple[object, ...]]:
    """Return all that a gesture could have changed."""
    lignes = Evenement.objects.order_by("pk").values_list("pk", "ressource", "titre", "live", "annule_le", "sequence")
    return [*lignes, *Revision.objects.order_by("pk").values_list("pk")]


def agir(client: Client, verbe: str, nom: str, evenement: Evenement) -> tuple[int, str]:
    """Do what a form would do, on the event; return the status and the page."""
    envoi = saisie(cle=str(evenement.cle), revision=str(evenement.latest_revision_id), geste="apercu")
    reponse = getattr(client, verbe)(adresse(nom, evenement), envoi if verbe == "post" else None)
    return reponse.status_code, page(reponse)


def test_chaque_adresse_est_essayee() -> None:
    assert set(PAGES) <= set(NOMS)
    assert set(NOMS) - set(D_UN_EVENEMENT) == {"evenements", "nouveau"}


@pytest.mark.parametrize("etat", ETATS, ids=lambda etat: etat.__name__)
@pytest.mark.parametrize("nom", NOMS)
def test_sans_session_on_est_mene_a_la_connexion(
    nom: str, etat: Callable[[Ressource], Evenement], ressource: Ressource
) -> None:
    evenement = etat(ressource)
    avant = les_etats()
    for verbe in VERBES:
        statut, source = agir(Client(), verbe, nom, evenement)
        assert statut == statut_attendu(verbe, nom, lu=302, ecrit=403), verbe
        assert SECRET not in source
    assert les_etats() == avant


@pytest.mark.parametrize("role", SANS_RESSOURCE, ids=lambda role: role.__name__)
@pytest.mark.parametrize("nom", NOMS)
def test_un_compte_sans_ressource_lit_pourquoi(
    role: Callable[[Ressource], Compte], nom: str, ressource: Ressource
) -> None:
    evenement = public(ressource)
    avant = les_etats()
    for verbe in VERBES:
        statut, source = agir(chez(role(ressource)), verbe, nom, evenement)
        assert statut == statut_attendu(verbe, nom, lu=403, ecrit=403), verbe
        assert SECRET not in source
    assert les_etats() == avant


@pytest.mark.parametrize("etat", ETATS, ids=lambda etat: etat.__name__)
@pytest.mark.parametrize("nom", D_UN_EVENEMENT)
def test_l_evenement_d_une_autre_ressource_n_existe_pas(
    nom: str, etat: Callable[[Ressource], Evenement], ressource: Ressource
) -> None:
    evenement, client = etat(ressource), chez(une_ressource().contacts.get())
    avant = les_etats()
    for verbe in VERBES:
        statut, source = agir(client, verbe, nom, evenement)
        assert statut == statut_attendu(verbe, nom, lu=404, ecrit=404), verbe
        assert SECRET not in source
    assert les_etats() == avant


@pytest.mark.parametrize("etat", ETATS, ids=lambda etat: etat.__name__)
def test_ni_la_cle_ni_le_modele_ne_menent_a_l_evenement_d_une_autre(
    etat: Callable[[Ressource], Evenement], ressource: Ressource
) -> None:
    evenement, client = etat(ressource), chez(une_ressource().contacts.get())
    avant = les_etats()
    assert client.get(f"{NOUVEAU}?modele={evenement.cle}").status_code == 404
    assert envoyer(client, cle=str(evenement.cle)).status_code == 404
    for adresse_visee in (EVENEMENTS, NOUVEAU):
        source = page(client.get(f"{adresse_visee}?ressource={ressource.pk}"))
        assert SECRET not in source
        assert "Tisonnier" not in source
    assert les_etats() == avant


def test_un_modele_qui_n_en_est_pas_un_repond_404(ressource: Ressource) -> None:
    client = chez(ressource.contacts.get())
    for modele in ("x", "00000000-0000-4000-8000-000000000000"):
        assert client.get(f"{NOUVEAU}?modele={modele}").status_code == 404


@pytest.mark.parametrize("etat", ETATS, ids=lambda etat: etat.__name__)
@pytest.mark.parametrize("nom", PAGES)
def test_la_bonne_personne_entre(nom: str, etat: Callable[[Ressource], Evenement], ressource: Ressource) -> None:
    evenement = etat(ressource)
    reponse = chez(ressource.contacts.get()).get(adresse(nom, evenement))
    assert reponse.status_code == 200
    assert "no-store" in reponse["Cache-Control"]
    assert 'name="robots" content="noindex"' in page(reponse)


@pytest.mark.parametrize("nom", [nom for nom in NOMS if nom != "evenements"])
def test_rien_ne_se_fait_sans_le_jeton_du_formulaire(nom: str, ressource: Ressource) -> None:
    evenement = brouillon(ressource)
    client = Client(enforce_csrf_checks=True)
    client.force_login(ressource.contacts.get())
    avant = les_etats()
    assert agir(client, "post", nom, evenement)[0] == 403
    assert les_etats() == avant


def test_un_acces_retire_entre_deux_gestes_arrete_tout(ressource: Ressource) -> None:
    evenement, odile = brouillon(ressource), ressource.contacts.get()
    client = chez(odile)
    client.get(adresse_de(evenement, "modifier"))
    ressource.contacts.remove(odile)
    avant = les_etats()
    for nom in D_UN_EVENEMENT:
        client.force_login(odile)
        assert agir(client, "post", nom, evenement)[0] == 403
    assert les_etats() == avant
