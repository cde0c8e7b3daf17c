"""A resource sees only its own: every address of the words of a resource × every role."""

import pytest
from django.test import Client
from django.urls import reverse

from reseau.models import Compte, Ressource
from temoignages import urls_espace
from temoignages.etats import EtatDepot
from temoignages.models import Depot, Lot
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import une_personne

from .envoi import jeton, page
from .espace import chez, confirmer, formulaire, preparer, un_contact

pytestmark = pytest.mark.django_db

# Each address, with the state of the batch that it is about.
SANS_LOT = ("lots", "nouveau")
EN_ATTENTE = ("lot", "reprendre")
CONFIRME = ("ligne", "lot")
PORTES = [*((nom, "") for nom in SANS_LOT), *((n, "attente") for n in EN_ATTENTE), *((n, "confirmé") for n in CONFIRME)]
ENVOI = formulaire(collage="autre chose") | {
    "geste": "confirmer",
    "attestation": "on",
    "duree": "edition",
    "usages": "web",
}


@pytest.fixture
def ressource(db: None) -> Ressource:
    """Return the resource whose words are at stake."""
    return RessourceFactory.create(nom="Le Tisonnier")


def un_lot(ressource: Ressource, etat: str) -> Lot | None:
    """Return a batch of the resource."""
    if not etat:
        return None
    client = chez(un_contact(ressource))
    lot = preparer(client)
    if etat == "confirmé":
        confirmer(client, lot)
    return Lot.objects.get(pk=lot.pk)


def adresse(nom: str, lot: Lot | None) -> str:
    arguments = {"lot_id": lot.pk} if lot else {}
    return reverse(f"espace_paroles:{nom}", kwargs=arguments | ({"numero": 1} if nom == "ligne" else {}))


def sans_ressource(_ressource: Ressource) -> Compte:
    return CompteFactory.create()


def du_personnel(_ressource: Ressource) -> Compte:
    return une_personne()


def superutilisatrice(_ressource: Ressource) -> Compte:
    return CompteFactory.create(is_superuser=True, is_staff=True)


def revoquee(ressource: Ressource) -> Compte:
    compte = un_contact(ressource)
    ressource.contacts.remove(compte)
    return compte


def d_ailleurs(_ressource: Ressource) -> Compte:
    return un_contact()


def les_etats() -> list[tuple[object, ...]]:
    """Return all that a gesture could have changed."""
    lots = Lot.objects.order_by("pk").values_list("pk", "confirme_le", "abandonne_le", "empreinte_fichier", "edition")
    return [*lots, *Depot.objects.order_by("ligne").values_list("ligne", "etat")]


def test_chaque_adresse_est_essayee() -> None:
    assert {nom for nom, _etat in PORTES} == {porte.name for porte in urls_espace.urlpatterns}


@pytest.mark.parametrize(("nom", "etat"), PORTES)
@pytest.mark.parametrize("methode", ["get", "post"])
def test_sans_session_on_est_mene_a_la_connexion(nom: str, etat: str, methode: str, ressource: Ressource) -> None:
    lot = un_lot(ressource, etat)
    avant = les_etats()
    reponse = getattr(Client(), methode)(adresse(nom, lot), ENVOI if methode == "post" else {})
    if (nom, methode) == ("lots", "post"):  # the list receives nothing from anyone
        assert reponse.status_code == 405
    elif methode == "post":  # what was typed is shown back, with the way in
        assert reponse.status_code == 403
        assert "session s’est fermée" in page(reponse)
    else:
        assert reponse.status_code == 302
        assert reponse["Location"].startswith("/espace/connexion/?next=")
    assert les_etats() == avant


@pytest.mark.parametrize("role", [sans_ressource, du_personnel, superutilisatrice, revoquee], ids=lambda r: r.__name__)
@pytest.mark.parametrize(("nom", "etat"), PORTES)
@pytest.mark.parametrize("geste", ["", "confirmer", "abandonner"])
def test_un_compte_sans_ressource_lit_pourquoi(
    role: object, nom: str, etat: str, geste: str, ressource: Ressource
) -> None:
    lot = un_lot(ressource, etat)
    avant = les_etats()
    client = chez(role(ressource))  # type: ignore[operator]  # one of the roles above
    methode = client.post if geste and nom != "lots" else client.get
    reponse = methode(adresse(nom, lot), ENVOI | {"geste": geste, "jeton": jeton()} if geste else {})
    assert reponse.status_code == 403
    assert "rattaché à aucune ressource" in page(reponse)
    assert [mot for mot in ("Tisonnier", "beignes") if mot in page(reponse)] == []
    assert les_etats() == avant


@pytest.mark.parametrize(("nom", "etat"), [porte for porte in PORTES if porte[1]])
@pytest.mark.parametrize("geste", ["", "confirmer", "abandonner"])
def test_une_autre_ressource_ne_sait_pas_que_l_envoi_existe(
    nom: str, etat: str, geste: str, ressource: Ressource
) -> None:
    lot = un_lot(ressource, etat)
    avant = les_etats()
    client = chez(d_ailleurs(ressource))
    envoi = ENVOI | {"geste": geste, "jeton": jeton()}
    reponse = client.post(adresse(nom, lot), envoi) if geste else client.get(adresse(nom, lot))
    assert reponse.status_code == 404
    assert les_etats() == avant


def test_une_autre_ressource_ne_se_choisit_pas_par_l_adresse(ressource: Ressource) -> None:
    un_lot(ressource, "attente")
    seule, multiple = (
        chez(d_ailleurs(ressource)),
        chez(un_contact(RessourceFactory.create(), RessourceFactory.create())),
    )
    for client in (seule, multiple):
        source = page(client.get(f"/espace/paroles/?ressource={ressource.pk}"))
        assert "Tisonnier" not in source
        client.post(f"/espace/paroles/nouveau/?ressource={ressource.pk}", formulaire(collage="d’ailleurs"))
    assert not Lot.objects.filter(ressource=ressource).exclude(pk=Lot.objects.earliest("cree_le").pk).exists()


@pytest.mark.parametrize(("nom", "etat"), PORTES)
def test_la_bonne_personne_entre(nom: str, etat: str, ressource: Ressource) -> None:
    lot = un_lot(ressource, etat)
    reponse = chez(un_contact(ressource)).get(adresse(nom, lot))
    assert reponse.status_code == 200
    assert "no-store" in reponse["Cache-Control"]
    assert 'name="robots" content="noindex"' in page(reponse)


@pytest.mark.parametrize(("nom", "etat"), [porte for porte in PORTES if porte[0] != "lots"])
def test_aucun_envoi_sans_le_jeton_du_formulaire(nom: str, etat: str, ressource: Ressource) -> None:
    lot = un_lot(ressource, etat)
    client = Client(enforce_csrf_checks=True)
    client.force_login(un_contact(ressource))
    assert client.post(adresse(nom, lot), ENVOI | {"jeton": jeton()}).status_code == 403


def test_une_revocation_entre_deux_gestes_arrete_tout(ressource: Ressource) -> None:
    odile = un_contact(ressource)
    client = chez(odile)
    lot = preparer(client)
    ressource.contacts.remove(odile)
    assert confirmer(client, lot).status_code == 403
    assert not Depot.objects.exists()


def test_le_personnel_n_ouvre_pas_l_envoi_d_une_ressource_dans_l_administration(ressource: Ressource) -> None:
    lot = un_lot(ressource, "attente")
    assert lot is not None
    client = chez(une_personne())
    reponse = client.get(reverse("paroles:lot", args=[lot.pk]), follow=True)
    assert "beignes" not in page(reponse)
    assert str(lot) not in page(client.get(reverse("paroles:nouveau_lot")))


def test_une_personne_d_une_ressource_ne_retire_que_ce_qu_elle_a_verse(ressource: Ressource) -> None:
    un_lot(ressource, "confirmé")
    ailleurs = chez(d_ailleurs(ressource))
    autre = preparer(ailleurs)
    confirmer(ailleurs, autre)
    ailleurs.post(reverse("espace_paroles:ligne", kwargs={"lot_id": autre.pk, "numero": 2}))
    assert list(Depot.objects.filter(etat=EtatDepot.RETIRE).values_list("lot", "ligne")) == [(autre.pk, 2)]
