"""The second reader's screen: approve, send back, decline; never one's own, never with a passage left."""

import pytest
from django.test import Client

from reseau.models import Compte
from temoignages import actions
from temoignages.chambre.scelles import cle_de, detruire_cle, sceller
from temoignages.etats import EtatDepot, MotifLecture
from temoignages.models import Consentement, Depot, Temoignage
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import soumettre_depot, un_depot

from .conftest import connecter
from .envoi import MOTS, page
from .lecture import adresse, envoyer_geste, messages, ouvrir

pytestmark = pytest.mark.django_db
GESTES = ["approuver", "renvoyer", "refuser"]


@pytest.fixture
def depot(premiere: Compte) -> Depot:
    """Return a deposit that the first reader submitted."""
    return soumettre_depot(un_depot(), premiere)


def rester_soumis(depot: Depot) -> bool:
    """Say whether nothing happened."""
    depot.refresh_from_db()
    return depot.etat == EtatDepot.SOUMIS and not Temoignage.objects.exists()


def test_l_ecran_montre_le_texte_propose_et_les_decisions_seulement(chez_seconde: Client, premiere: Compte) -> None:
    depot = actions.prendre(depot=un_depot("avec Gaétane, du monde"), par=premiere)
    vu = actions.lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION)
    constats = actions.constats_ouverts(depot, vu.propose)
    depot = actions.caviarder(
        depot=depot,
        par=premiere,
        empreinte_vue=vu.empreinte,
        remplacements=[actions.Remplacement(c.debut, c.fin, "une amie") for c in constats],
    )
    vu = actions.lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION)
    actions.soumettre(depot=depot, par=premiere, empreinte_vue=vu.empreinte, avertissement="deuil")
    source = page(chez_seconde.get(adresse(depot)))
    assert "avec <ins>une amie</ins>, du monde" in source
    assert "nom : remplacé" in source.replace("\u00a0", " ")
    assert "Gaétane" not in source
    assert "remplacé" in source
    assert "Avertissement au public : deuil." in source


def test_approuver_publie_et_donne_l_adresse(chez_seconde: Client, depot: Depot) -> None:
    reponse = envoyer_geste(chez_seconde, depot, "approuver")
    temoignage = Temoignage.objects.get()
    assert f"Publié à l’adresse {temoignage.url}" in messages(reponse)
    assert MOTS not in page(reponse)
    assert MOTS in Client().get(temoignage.url).content.decode()


@pytest.mark.parametrize("geste", GESTES)
def test_sur_son_propre_texte_le_refus_est_a_l_ecran_et_l_envoi_refuse(
    geste: str, chez_premiere: Client, depot: Depot
) -> None:
    source = page(chez_premiere.get(adresse(depot)))
    assert "une autre personne doit l’approuver" in source
    assert "Approuver et publier" not in source
    reponse = envoyer_geste(chez_premiere, depot, geste, motif="tiers" if geste == "refuser" else "sens")
    assert "Vous avez préparé ce texte : une autre personne doit l’approuver." in messages(reponse)
    assert rester_soumis(depot)


def test_une_superutilisatrice_n_est_pas_dispensee(depot: Depot) -> None:
    compte = CompteFactory.create(is_superuser=True)
    sien = soumettre_depot(un_depot(), compte)
    reponse = envoyer_geste(connecter(compte), sien, "approuver")
    assert "une autre personne doit l’approuver" in messages(reponse)
    assert rester_soumis(sien)


def test_qui_a_retouche_puis_rendu_le_texte_ne_peut_l_approuver(
    chez_premiere: Client, chez_seconde: Client, premiere: Compte, seconde: Compte
) -> None:
    depot = actions.prendre(depot=un_depot(), par=seconde)
    envoyer_geste(chez_seconde, depot, "retoucher", texte="du monde qui m’écoute")
    envoyer_geste(chez_seconde, depot, "liberer")
    soumettre_depot(depot, premiere)
    assert "une autre personne doit l’approuver" in messages(envoyer_geste(chez_seconde, depot, "approuver"))
    assert rester_soumis(depot)


@pytest.mark.parametrize("geste", GESTES)
def test_un_contact_de_la_ressource_ne_voit_ni_n_approuve(
    geste: str, chez_seconde: Client, seconde: Compte, premiere: Compte
) -> None:
    ressource = RessourceFactory.create()
    ressource.contacts.add(seconde)
    depot = soumettre_depot(un_depot(ressource=ressource), premiere)
    for reponse in (
        chez_seconde.get(adresse(depot), follow=True),
        envoyer_geste(chez_seconde, depot, geste, empreinte="x", motif="sens"),
    ):
        assert "Vous faites partie de la ressource" in messages(reponse)
        assert MOTS not in page(reponse)
    assert rester_soumis(depot)


def test_un_passage_encore_ouvert_est_refuse_a_l_ecran(chez_seconde: Client, depot: Depot) -> None:
    """The detector learned a name, or the text was changed behind the application: the gate looks again."""
    depot.propose = sceller(cle_de(depot.pk), "depot.propose", depot.pk, "du monde comme Gaétane")
    depot.save()
    reponse = envoyer_geste(chez_seconde, depot, "approuver")
    assert "Il reste au moins un passage à décider." in messages(reponse)
    assert "ne peut pas être approuvé" in page(reponse)
    assert rester_soumis(depot)


@pytest.mark.parametrize("empreinte", ["", "vieille", "\x00", "é" * 5_000])
def test_un_texte_qui_n_est_pas_celui_qu_on_a_vu_n_est_pas_publie(
    empreinte: str, chez_seconde: Client, depot: Depot
) -> None:
    reponse = envoyer_geste(chez_seconde, depot, "approuver", empreinte=empreinte)
    assert "Le texte a changé depuis que vous l’avez ouvert. Relisez-le." in messages(reponse)
    assert rester_soumis(depot)


def test_sans_consentement_valable_rien_n_est_publie(chez_seconde: Client, depot: Depot) -> None:
    Consentement.objects.all().delete()
    assert "Aucun usage n’est autorisé" in messages(envoyer_geste(chez_seconde, depot, "approuver"))
    assert rester_soumis(depot)


def test_deux_personnes_approuvent_en_meme_temps_un_seul_temoignage(chez_seconde: Client, depot: Depot) -> None:
    troisieme = connecter(CompteFactory.create(is_superuser=True))
    vue = ouvrir(chez_seconde, depot)["textes"].empreinte
    envoyer_geste(chez_seconde, depot, "approuver", empreinte=vue)
    reponse = envoyer_geste(troisieme, depot, "approuver", empreinte=vue)
    assert "a changé d’état" in messages(reponse)
    assert Temoignage.objects.count() == 1


def test_renvoyer_rend_le_texte_a_la_premiere_personne_qui_lit_pourquoi(
    chez_seconde: Client, chez_premiere: Client, depot: Depot, premiere: Compte
) -> None:
    assert "renvoyé à la première personne" in messages(envoyer_geste(chez_seconde, depot, "renvoyer", motif="sens"))
    depot.refresh_from_db()
    assert (depot.etat, depot.pris_par) == (EtatDepot.EN_LECTURE, premiere)
    source = page(chez_premiere.get(adresse(depot)))
    assert "Renvoyé par la seconde lecture : le texte proposé change le sens." in source


def test_ne_pas_retenir(chez_seconde: Client, depot: Depot) -> None:
    envoyer_geste(chez_seconde, depot, "refuser", motif="haine")
    depot.refresh_from_db()
    assert (depot.etat, depot.motif_refus) == (EtatDepot.REFUSE, "haine")


@pytest.mark.parametrize("geste", ["renvoyer", "refuser"])
@pytest.mark.parametrize("motif", ["", "inconnu", "\x00", "x" * 5_000])
def test_une_raison_hors_de_la_liste_est_refusee(geste: str, motif: str, chez_seconde: Client, depot: Depot) -> None:
    reponse = envoyer_geste(chez_seconde, depot, geste, motif=motif)
    assert "Choisissez une raison dans la liste." in messages(reponse)
    assert rester_soumis(depot)


@pytest.mark.parametrize("geste", ["caviarder", "retoucher", "soumettre", "liberer", "publier", ""])
def test_un_geste_de_la_premiere_lecture_ne_fait_rien_ici(geste: str, chez_seconde: Client, depot: Depot) -> None:
    assert envoyer_geste(chez_seconde, depot, geste, texte="d’autres mots").status_code == 200
    assert rester_soumis(depot)


@pytest.mark.parametrize("etat", [EtatDepot.RETIRE, EtatDepot.REFUSE])
def test_approuver_un_texte_parti_le_dit(etat: str, chez_seconde: Client, depot: Depot) -> None:
    vue = ouvrir(chez_seconde, depot)["textes"].empreinte
    Depot.objects.update(etat=etat)
    reponse = envoyer_geste(chez_seconde, depot, "approuver", empreinte=vue)
    assert "a changé d’état" in messages(reponse)
    assert not Temoignage.objects.exists()


def test_un_texte_dont_la_cle_est_detruite_le_dit(chez_seconde: Client, depot: Depot) -> None:
    detruire_cle(depot.pk)
    reponse = chez_seconde.get(adresse(depot), follow=True)
    assert "Le texte reçu a été détruit." in messages(reponse)
