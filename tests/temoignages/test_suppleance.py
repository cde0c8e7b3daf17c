"""Who approves in someone's place: by the absent person's own right, between two dates, and never one's own text."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from reseau.horloge import aujourdhui
from reseau.models import Compte
from temoignages.actions import Refus, approuver, lire
from temoignages.etats import EtatDepot, MotifLecture
from temoignages.models import Suppleance
from temoignages.permissions import peut_approuver, peut_moderer, suppleances_de
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, une_personne

from .views.conftest import connecter
from .views.envoi import page

pytestmark = pytest.mark.django_db
JOUR = datetime.timedelta(days=1)


@pytest.fixture
def titulaire() -> Compte:
    """Return someone who approves."""
    return une_personne("approuver_depot", first_name="Aline", last_name="Partie")


@pytest.fixture
def suppleante() -> Compte:
    """Return someone of the staff who may enter the admin, and nothing else."""
    return une_personne("access_admin")


def remplacer(titulaire: Compte, suppleant: Compte, depuis: int = 0, jusqu_a: int = 0) -> Suppleance:
    """Name a substitute, from and until so many days after today."""
    return Suppleance.objects.create(
        titulaire=titulaire, suppleant=suppleant, du=aujourdhui() + depuis * JOUR, au=aujourdhui() + jusqu_a * JOUR
    )


@pytest.mark.parametrize(
    ("depuis", "jusqu_a", "peut"), [(0, 0, True), (-5, 0, True), (0, 5, True), (1, 5, False), (-5, -1, False)]
)
def test_la_suppleante_approuve_pendant_l_absence(
    titulaire: Compte, suppleante: Compte, depuis: int, jusqu_a: int, peut: bool
) -> None:
    assert not peut_approuver(suppleante)
    remplacer(titulaire, suppleante, depuis, jusqu_a)
    assert peut_approuver(suppleante) is peut
    assert not peut_moderer(suppleante)


def test_elle_publie_ce_qu_une_autre_a_prepare(titulaire: Compte, suppleante: Compte) -> None:
    depot = soumettre_depot(un_depot(), une_personne())
    with pytest.raises(Refus):
        approuver_depot(depot, suppleante)
    remplacer(titulaire, suppleante)
    approuver_depot(depot, suppleante)
    depot.refresh_from_db()
    assert (depot.etat, depot.decide_par) == (EtatDepot.PUBLIE, suppleante)


def test_la_suppleante_d_une_suppleante_n_a_pas_le_droit(titulaire: Compte, suppleante: Compte) -> None:
    autre = une_personne("access_admin")
    remplacer(titulaire, suppleante)
    remplacer(suppleante, autre)
    assert peut_approuver(suppleante)
    assert not peut_approuver(autre)


def test_le_droit_tombe_quand_la_titulaire_le_perd_ou_s_en_va(titulaire: Compte, suppleante: Compte) -> None:
    remplacer(titulaire, suppleante)
    Compte.objects.filter(pk=titulaire.pk).update(is_active=False)
    assert not peut_approuver(suppleante)
    Compte.objects.filter(pk=titulaire.pk).update(is_active=True)
    titulaire.user_permissions.remove(Permission.objects.get(codename="approuver_depot"))
    assert not peut_approuver(suppleante)


def test_sans_acces_a_l_administration_ni_compte_actif_il_n_y_a_pas_de_droit(titulaire: Compte) -> None:
    dehors, partie = CompteFactory.create(), une_personne("access_admin", is_active=False)
    for personne in (dehors, partie):
        remplacer(titulaire, personne)
        assert not peut_approuver(personne)
    assert suppleances_de(AnonymousUser()) == []


@pytest.mark.parametrize("superutilisatrice", [False, True])
def test_les_regles_des_deux_personnes_restent_entieres(titulaire: Compte, superutilisatrice: bool) -> None:
    suppleante = une_personne("moderer_depot", is_superuser=superutilisatrice)
    remplacer(titulaire, suppleante)
    sien = soumettre_depot(un_depot(), suppleante)
    ressource = RessourceFactory.create()
    ressource.contacts.add(suppleante)
    proche = soumettre_depot(un_depot(ressource=ressource), une_personne())
    vu = lire(depot=sien, par=suppleante, motif=MotifLecture.APPROBATION)
    for depot, regle in ((sien, "meme_personne"), (proche, "contact")):
        with pytest.raises(Refus) as refus:
            approuver(depot=depot, par=suppleante, empreinte_vue=vu.empreinte)
        assert refus.value.regle == regle


def test_la_titulaire_ne_publie_pas_son_texte_par_sa_propre_absence(titulaire: Compte) -> None:
    titulaire.user_permissions.add(Permission.objects.get(codename="moderer_depot"))
    titulaire = Compte.objects.get(pk=titulaire.pk)
    remplacer(titulaire, une_personne("access_admin"))
    depot = soumettre_depot(un_depot(), titulaire)
    with pytest.raises(Refus) as refus:
        approuver_depot(depot, titulaire)
    assert refus.value.regle == "meme_personne"


def test_la_file_dit_qui_l_on_remplace_et_jusqu_a_quand(titulaire: Compte, suppleante: Compte) -> None:
    remplacer(titulaire, suppleante, 0, 3)
    source = page(connecter(suppleante).get(reverse("paroles:file")))
    assert "Vous remplacez Aline Partie jusqu’au" in source


# The screen of the Administration group.


@pytest.fixture
def administration() -> Client:
    droits = ("add_suppleance", "change_suppleance", "delete_suppleance", "access_admin")
    return connecter(une_personne(*droits))


def nommer(client: Client, titulaire: Compte, suppleant: Compte, **dates: str) -> str:
    jour = aujourdhui().isoformat()
    envoi = {"titulaire": titulaire.pk, "suppleant": suppleant.pk, "du": jour, "au": jour, **dates}
    return page(client.post(reverse("suppleances:add"), envoi, follow=True))


def test_l_administration_nomme_et_c_est_consigne(
    administration: Client, titulaire: Compte, suppleante: Compte
) -> None:
    assert "Aline Partie" in nommer(administration, titulaire, suppleante)
    assert peut_approuver(suppleante)
    (entree,) = ModelLogEntry.objects.all()
    assert (entree.action, entree.label) == ("wagtail.create", str(Suppleance.objects.get()))


def test_qui_n_a_pas_acces_a_l_administration_est_refuse(administration: Client, titulaire: Compte) -> None:
    assert "n’a pas accès à l’administration" in nommer(administration, titulaire, CompteFactory.create())
    assert not Suppleance.objects.exists()


def test_la_meme_personne_est_refusee(administration: Client, titulaire: Compte) -> None:
    assert "Choisissez une autre personne." in nommer(administration, titulaire, titulaire)
    assert not Suppleance.objects.exists()


def test_remplacer_qui_n_approuve_pas_est_refuse(administration: Client, titulaire: Compte, suppleante: Compte) -> None:
    remplacer(titulaire, suppleante)
    assert "n’approuve pas de textes" in nommer(administration, suppleante, une_personne("access_admin"))
    assert Suppleance.objects.count() == 1


def test_une_fin_avant_le_debut_est_refusee(administration: Client, titulaire: Compte, suppleante: Compte) -> None:
    assert "La fin vient avant le début." in nommer(administration, titulaire, suppleante, au="2020-01-01")
    assert not Suppleance.objects.exists()


def test_sans_le_droit_on_ne_nomme_personne(titulaire: Compte, suppleante: Compte) -> None:
    nommer(connecter(suppleante), titulaire, suppleante)
    assert not Suppleance.objects.exists()
