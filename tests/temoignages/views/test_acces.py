"""Who enters which page of the moderators: every address of `urls_admin`, for nobody, the wrong role, the right one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reseau.horloge import maintenant
from reseau.models import Compte
from temoignages import urls_admin
from temoignages.actions import prendre, preparer_lot
from temoignages.etats import EtatDepot, NatureIncident
from temoignages.models import Depot, Incident, Lot, Temoignage
from tests.fabriques.reseau import CompteFactory
from tests.fabriques.temoignages import DROITS, soumettre_depot, un_depot, un_temoignage, une_personne

from .conftest import connecter
from .envoi import MOTS, Reponse, page

pytestmark = pytest.mark.django_db
CSV = "amorce;texte;ressource;attribution\n;du monde qui écoute;La Passerelle;québec\n".encode()


def depot_recu(_par: Compte) -> Depot:
    """Return a deposit that nobody took."""
    return un_depot()


def depot_pris(par: Compte) -> Depot:
    """Return a deposit that `par` holds, or held before losing the right to."""
    depot = un_depot()
    if par.has_perm("temoignages.moderer_depot"):
        prendre(depot=depot, par=par)
    else:
        Depot.objects.filter(pk=depot.pk).update(etat=EtatDepot.EN_LECTURE, pris_par=par)
    return depot


def depot_soumis(_par: Compte) -> Depot:
    """Return a deposit that someone else submitted."""
    return soumettre_depot(un_depot(), une_personne())


def depot_ecarte(_par: Compte) -> Depot:
    """Return a deposit put aside."""
    depot = un_depot()
    Depot.objects.filter(pk=depot.pk).update(etat=EtatDepot.ECARTE)
    depot.refresh_from_db()
    return depot


def lot_prepare(par: Compte) -> Lot:
    """Return a file that `par` sent, or sent before losing the right to."""
    lot = preparer_lot(octets=CSV, par=une_personne())
    Lot.objects.filter(pk=lot.pk).update(par=par)
    return lot


def temoignage_publie(_par: Compte) -> Temoignage:
    """Return a published testimony."""
    return un_temoignage()


def incident_ouvert(_par: Compte) -> Incident:
    """Return an incident that nobody has closed."""
    return Incident.objects.create(nature=NatureIncident.FUITE, surface="une affiche", ouvert_le=maintenant())


@dataclass(frozen=True)
class Porte:
    """An address, the permissions that open it one by one, the row it is about, and what an open door answers."""

    nom: str
    droits: tuple[str, ...]
    rangee: Callable[[Compte], Any] | None = None
    argument: str = ""
    methode: str = "get"
    statut: int = 200
    envoi: dict[str, str] = field(default_factory=dict)
    autres: dict[str, str] = field(default_factory=dict)

    def pousser(self, client: Client, par: Compte, **options: Any) -> Reponse:
        """Ask for the address."""
        arguments = {self.argument: self.rangee(par).pk} if self.rangee else {}
        adresse = reverse(f"paroles:{self.nom}", kwargs=arguments | self.autres)
        reponse: Reponse = getattr(client, self.methode)(adresse, self.envoi, **options)
        return reponse


PORTES = [
    Porte("file", ("moderer_depot", "approuver_depot")),
    Porte("preferences", ("moderer_depot", "approuver_depot"), methode="post", statut=302, envoi={"voile": "oui"}),
    Porte("nouveau_lot", ("importer_depot",)),
    Porte("lot", ("importer_depot",), lot_prepare, "lot_id"),
    Porte("retrait", ("retirer_depot",)),
    Porte("serie", ("moderer_depot",)),
    Porte("prendre_serie", ("moderer_depot",), methode="post", statut=302),
    Porte("serie_seconde", ("approuver_depot",)),
    Porte("registre", ("view_entreeregistre",)),
    Porte("exporter_registre", ("view_entreeregistre",)),
    Porte("consentements", ("view_entreeregistre",)),
    Porte("incidents", ("view_incident",)),
    Porte("exporter_incidents", ("view_incident",)),
    Porte("nouvel_incident", ("change_incident",)),
    Porte("incident", ("view_incident",), incident_ouvert, "incident_id"),
    Porte("traductions", ("traduire_parole", "approuver_depot")),
    Porte(
        "traduction",
        ("traduire_parole", "approuver_depot"),
        temoignage_publie,
        "temoignage_id",
        autres={"langue": "en"},
    ),
    Porte("reevaluer", ("approuver_depot",), temoignage_publie, "temoignage_id", "post", 302),
    Porte("lecture", ("moderer_depot",), depot_pris, "depot_id"),
    Porte("lecture", ("approuver_depot",), depot_soumis, "depot_id"),
    Porte("prendre", ("moderer_depot",), depot_recu, "depot_id", "post", 302),
    Porte("ramener", ("moderer_depot",), depot_ecarte, "depot_id", "post", 302),
]
OUVERTES = [(porte, droit) for porte in PORTES for droit in porte.droits]
FERMEES = [(porte, droit) for porte in PORTES for droit in ("", *DROITS) if droit not in porte.droits]


def est_refuse(reponse: Reponse) -> bool:
    """Say whether a signed-in person was turned away: to the admin's home or to a list, with a sentence."""
    return reponse.status_code in {302, 403}


def lit_le_refus(client: Client) -> bool:
    """Say whether the next page tells the person why."""
    source = page(client.get("/admin/"))
    return any(phrase in source for phrase in ("ne permet pas ce geste", "vous n'avez pas les autorisations"))


def test_chaque_adresse_est_essayee() -> None:
    assert {porte.nom for porte in PORTES} == {adresse.name for adresse in urls_admin.urlpatterns}


@pytest.mark.parametrize("porte", PORTES, ids=lambda porte: porte.nom)
@pytest.mark.parametrize("methode", ["get", "post"])
def test_sans_compte_on_est_mene_a_la_connexion(porte: Porte, methode: str) -> None:
    arguments = {porte.argument: porte.rangee(une_personne()).pk} if porte.rangee else {}
    adresse = reverse(f"paroles:{porte.nom}", kwargs=arguments | porte.autres)
    reponse = getattr(Client(), methode)(adresse)
    assert reponse.status_code == 302
    assert reponse["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("porte", PORTES, ids=lambda porte: porte.nom)
def test_un_compte_sans_acces_a_l_administration_n_entre_pas(porte: Porte) -> None:
    compte = CompteFactory.create()
    reponse = porte.pousser(connecter(compte), compte)
    assert reponse.status_code in {302, 403}
    assert MOTS not in page(reponse)


@pytest.mark.parametrize(("porte", "droit"), FERMEES, ids=lambda valeur: getattr(valeur, "nom", valeur) or "aucun")
def test_un_autre_role_est_refuse_et_sait_pourquoi(porte: Porte, droit: str) -> None:
    compte = une_personne(droit or "access_admin")
    client = connecter(compte)
    reponse = porte.pousser(client, compte)
    assert est_refuse(reponse)
    assert MOTS not in page(reponse)
    assert lit_le_refus(client)


@pytest.mark.parametrize(("porte", "droit"), OUVERTES, ids=lambda valeur: getattr(valeur, "nom", valeur))
def test_le_bon_role_entre(porte: Porte, droit: str) -> None:
    compte = une_personne(droit)
    reponse = porte.pousser(connecter(compte), compte)
    assert reponse.status_code == porte.statut
    assert "no-cache" in reponse["Cache-Control"] or porte.methode == "post"


@pytest.mark.parametrize("porte", [p for p in PORTES if p.methode == "post"], ids=lambda porte: porte.nom)
def test_un_geste_ne_se_fait_pas_en_suivant_un_lien(porte: Porte, premiere: Compte) -> None:
    depot = porte.rangee(premiere) if porte.rangee else None
    avant = depot.etat if depot else ""
    adresse = reverse(f"paroles:{porte.nom}", kwargs={porte.argument: depot.pk} if depot else {})
    assert connecter(premiere).get(adresse).status_code == 405
    if depot:
        depot.refresh_from_db()
        assert depot.etat == avant


@pytest.mark.parametrize("porte", PORTES, ids=lambda porte: porte.nom)
def test_aucun_envoi_sans_le_jeton_du_formulaire(porte: Porte, premiere: Compte) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(premiere)
    arguments = {porte.argument: porte.rangee(premiere).pk} if porte.rangee else {}
    assert client.post(reverse(f"paroles:{porte.nom}", kwargs=arguments | porte.autres)).status_code == 403


@pytest.mark.parametrize("porte", [p for p in PORTES if p.rangee], ids=lambda porte: porte.nom)
def test_une_rangee_inconnue_repond_404(porte: Porte) -> None:
    inconnu = 999_999 if porte.argument == "incident_id" else "00000000-0000-4000-8000-000000000000"
    adresse = reverse(f"paroles:{porte.nom}", kwargs={porte.argument: inconnu} | porte.autres)
    assert getattr(connecter(une_personne(*porte.droits)), porte.methode)(adresse).status_code == 404


@pytest.mark.parametrize("porte", PORTES, ids=lambda porte: porte.nom)
def test_une_superutilisatrice_entre_par_les_memes_portes(porte: Porte) -> None:
    compte = CompteFactory.create(is_superuser=True)
    assert porte.pousser(connecter(compte), compte).status_code == porte.statut


@pytest.mark.parametrize(
    ("droits", "visible"), [(("moderer_depot",), True), (("approuver_depot",), True), (("importer_depot",), False)]
)
def test_l_entree_du_menu_est_pour_qui_lit(droits: tuple[str, ...], visible: bool) -> None:
    source = page(connecter(une_personne(*droits)).get("/admin/"))
    assert ('"url": "/admin/paroles/"' in source) == visible
