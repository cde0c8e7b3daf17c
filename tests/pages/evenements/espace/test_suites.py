"""What becomes of what was proposed: answers, versions of two people, cancellations, access that ends."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from pages.evenements.suivi import Etape, suivre
from pages.models import Evenement
from reseau.models import Ressource
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.reseau import CompteFactory

from ..gestes import agir, bientot, frais, propose, recrire, un_brouillon, une_moderatrice, une_ressource
from ..saisies import EVENEMENTS, NOUVEAU, adresse_de, chez, envoyer, ouvrir, page, saisie, sommaire

pytestmark = pytest.mark.django_db


def seul() -> Evenement:
    """Return the only event."""
    return Evenement.objects.select_related("ressource").get()


def frais_de(ressource: Ressource) -> Ressource:
    """Return the row of a resource as it is now."""
    return Ressource.objects.get(pk=ressource.pk)


def test_une_ressource_de_confiance_voit_son_evenement_affiche(client: Client, tisonnier: Ressource) -> None:
    Ressource.objects.filter(pk=tisonnier.pk).update(de_confiance=True)
    evenement = un_brouillon(frais_de(tisonnier))
    for _ in range(2):
        reponse = client.post(adresse_de(evenement), {"revision": evenement.latest_revision_id}, follow=True)
        assert "C’est affiché dans l’agenda" in page(reponse)
    assert frais(evenement).sequence == 0


def test_une_version_affichee_reste_pendant_que_le_changement_attend(client: Client, tisonnier: Ressource) -> None:
    evenement = EvenementFactory.create(ressource=tisonnier, titre="Avant", debut=bientot(), fin=bientot(heure=16))
    adresse = adresse_de(evenement, "modifier")
    assert "L’agenda garde la version d’aujourd’hui" in page(client.get(adresse))
    envoyer(client, adresse, **ouvrir(client, adresse), titre="Après")
    assert frais(evenement).titre == "Avant"
    assert "des changements que vous n’avez pas encore proposés" in page(client.get(adresse_de(evenement)))
    client.post(adresse_de(evenement), {"revision": frais(evenement).latest_revision_id})
    assert "vos changements attendent une réponse" in page(client.get(EVENEMENTS))
    agir(evenement, une_moderatrice())
    assert frais(evenement).titre == "Après"


def test_un_changement_demande_se_lit_et_se_repond_sur_la_meme_fiche(client: Client, tisonnier: Ressource) -> None:
    evenement = propose(tisonnier)
    agir(evenement, une_moderatrice(), "reject", comment="À quelle porte sonner?")
    modifier = adresse_de(evenement, "modifier")
    for adresse in (EVENEMENTS, adresse_de(evenement), modifier):
        assert "À quelle porte sonner?" in page(client.get(adresse))
    assert suivre(evenement).etape == Etape.CHANGEMENTS
    envoyer(client, modifier, **ouvrir(client, modifier), description="La porte rouge.")
    client.post(adresse_de(evenement), {"revision": frais(evenement).latest_revision_id})
    assert suivre(evenement).etape == Etape.ATTENTE
    assert evenement.workflow_states.count() == 1


def test_un_refus_se_lit_et_ne_se_renvoie_pas_tel_quel(client: Client, tisonnier: Ressource) -> None:
    evenement = propose(tisonnier)
    agir(evenement, une_moderatrice(), "refuser", comment="C’est une vente.")
    source = page(client.get(adresse_de(evenement)))
    assert "C’est une vente." in source
    assert "Proposer à la fédération</button>" not in source
    recrire(evenement, titre="Café")
    assert "Proposer à la fédération</button>" in page(client.get(adresse_de(evenement)))


def test_deux_personnes_choisissent_entre_leurs_versions(client: Client, tisonnier: Ressource) -> None:
    collegue = CompteFactory.create(first_name="Rémi", last_name="Lavoie")
    tisonnier.contacts.add(collegue)
    evenement = un_brouillon(tisonnier, titre="Café")
    modifier = adresse_de(evenement, "modifier")
    caches = ouvrir(client, modifier)
    recrire(evenement, collegue, titre="Celui de Rémi")
    reponse = envoyer(client, modifier, **caches, titre="Celui d’Odile", description="Deux\nlignes")
    source = page(reponse)
    assert reponse.status_code == 409
    for mot in ("Celui de Rémi", "Celui d’Odile", "par Rémi Lavoie", "Rien n’est écrasé"):
        assert mot in source
    assert frais(evenement).get_latest_revision_as_object().titre == "Celui de Rémi"

    champs = dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)">', source))
    champs.pop("csrfmiddlewaretoken", None)
    revue = client.post(modifier, champs | {"geste": "revoir"})
    assert revue.status_code == 200
    assert 'value="Celui d’Odile"' in page(revue)
    assert frais(evenement).get_latest_revision_as_object().titre == "Celui de Rémi"
    client.post(modifier, champs | {"geste": "apercu"})
    gardee = frais(evenement).get_latest_revision_as_object()
    assert (gardee.titre, gardee.description.split()) == ("Celui d’Odile", ["Deux", "lignes"])


def test_la_meme_version_envoyee_par_deux_personnes_ne_fait_pas_de_choix(client: Client, tisonnier: Ressource) -> None:
    evenement = un_brouillon(tisonnier)
    modifier = adresse_de(evenement, "modifier")
    caches = ouvrir(client, modifier)
    for _ in range(2):
        assert envoyer(client, modifier, **caches, titre="Le même").status_code == 302


def test_on_ne_propose_que_la_version_qu_on_a_lue(client: Client, tisonnier: Ressource) -> None:
    evenement = un_brouillon(tisonnier)
    lue = evenement.latest_revision_id
    recrire(evenement, titre="Autre chose")
    reponse = client.post(adresse_de(evenement), {"revision": lue}, follow=True)
    assert "Rien n’est envoyé : une version plus récente existe" in page(reponse)
    assert suivre(evenement).etape == Etape.BROUILLON


def test_ce_que_les_portes_refusent_mene_au_champ(client: Client, tisonnier: Ressource) -> None:
    evenement = un_brouillon(tisonnier, debut=bientot(-30), fin=bientot(-30, heure=16))
    reponse = client.post(adresse_de(evenement), {"revision": evenement.latest_revision_id})
    assert reponse.status_code == 400
    assert "Cette date est passée." in page(reponse)
    assert f"{adresse_de(evenement, 'modifier')}#id_jour" in page(reponse)
    assert suivre(evenement).etape == Etape.BROUILLON


def test_annuler_se_confirme_prend_effet_et_avertit(
    client: Client, tisonnier: Ressource, django_capture_on_commit_callbacks: Any
) -> None:
    une_moderatrice(email="mod@exemple.org")
    evenement = EvenementFactory.create(ressource=tisonnier, debut=bientot(), fin=bientot(heure=16))
    adresse = adresse_de(evenement, "annuler")
    source = page(client.get(adresse))
    assert "La fédération en est avertie" in source
    assert not frais(evenement).est_annule
    with django_capture_on_commit_callbacks(execute=True):
        reponse = client.post(adresse, follow=True)
    assert "C’est annulé, dès maintenant." in page(reponse)
    assert frais(evenement).est_annule
    assert [message.to for message in mail.outbox] == [["mod@exemple.org"]]
    assert client.post(adresse).status_code == 302
    assert "déjà annulé" in page(client.get(adresse))
    assert "annulé, et affiché comme tel" in page(client.get(EVENEMENTS)).lower()


def test_un_evenement_annule_ne_se_modifie_plus_et_le_dit(client: Client, tisonnier: Ressource) -> None:
    evenement = un_brouillon(tisonnier)
    modifier = adresse_de(evenement, "modifier")
    caches = ouvrir(client, modifier)
    client.post(adresse_de(evenement, "annuler"))
    source = page(client.get(modifier, follow=True))
    assert "Vous pouvez le reprendre pour une autre date" in source
    assert "Abandonner" not in source
    reponse = envoyer(client, modifier, **caches, titre="Tapé pendant ce temps")
    assert "a été annulé" in sommaire(reponse)
    assert "Tapé pendant ce temps" in page(reponse)
    reponse = client.post(adresse_de(evenement), {"revision": frais(evenement).latest_revision_id}, follow=True)
    assert suivre(evenement).etape == Etape.ANNULE


def test_un_evenement_passe_dit_ce_qui_reste_permis(client: Client, tisonnier: Ressource) -> None:
    evenement = EvenementFactory.create(ressource=tisonnier, debut=bientot(-30), fin=bientot(-30, heure=16))
    assert "Il a eu lieu." in page(client.get(EVENEMENTS))
    assert "seulement s’il n’a pas eu lieu" in page(client.get(adresse_de(evenement, "annuler")))


def test_reprendre_celui_de_l_an_dernier_vide_ses_dates(client: Client, tisonnier: Ressource) -> None:
    an_dernier = bientot(0).replace(year=bientot(0).year - 1, day=10)
    evenement = EvenementFactory.create(
        ressource=tisonnier, titre="Soupe", fauteuil="oui", debut=an_dernier, fin=an_dernier.replace(hour=16)
    )
    source = page(client.get(EVENEMENTS))
    assert "Reprendre celui de l’an dernier" in source
    reprise = page(client.get(f"{NOUVEAU}?modele={evenement.cle}"))
    assert 'value="Soupe"' in reprise
    assert re.search(r'name="fauteuil" value="oui"[^>]* checked', reprise)
    assert not re.search(r'name="(jour|heure_debut|heure_fin)" value=', reprise)
    assert str(evenement.cle) not in reprise


def test_un_lieu_masque_n_est_pas_demande(client: Client, tisonnier: Ressource) -> None:
    Ressource.objects.filter(pk=tisonnier.pk).update(lieu_masque=True)
    source = page(client.get(NOUVEAU))
    assert [nom for nom in ("lieu", "adresse", "lieu_masque") if f'name="{nom}"' in source] == []
    assert "le site ne demande et ne dit que la municipalité" in source
    apercu = page(client.post(NOUVEAU, saisie(geste="apercu", **ouvrir(client)), follow=True))
    assert "rue des Érables" not in apercu
    assert "Granby" in apercu


def test_une_ressource_qui_n_est_plus_membre_annule_mais_ne_propose_plus(client: Client, tisonnier: Ressource) -> None:
    evenement = un_brouillon(tisonnier)
    Ressource.objects.filter(pk=tisonnier.pk).update(active=False)
    assert "n’est plus membre" in page(client.get(EVENEMENTS))
    reponse = envoyer(client, titre="À garder")
    assert "n’est plus membre" in sommaire(reponse)
    assert "À garder" in page(reponse)
    reponse = client.post(adresse_de(evenement), {"revision": evenement.latest_revision_id}, follow=True)
    assert "n’est plus membre" in page(reponse)
    assert client.post(adresse_de(evenement, "annuler")).status_code == 302
    assert frais(evenement).est_annule


def test_une_personne_de_deux_ressources_choisit_d_abord(tisonnier: Ressource) -> None:
    compte = CompteFactory.create()
    ruche = une_ressource(compte, nom="La Ruche")
    tisonnier.contacts.add(compte)
    client = chez(compte)
    for adresse in (EVENEMENTS, NOUVEAU):
        assert "Pour quelle ressource?" in page(client.get(adresse))
    envoyer(client, f"{NOUVEAU}?ressource={ruche.pk}")
    assert seul().ressource == ruche


def test_des_mots_tapes_pour_une_ressource_quittee_ne_passent_pas_a_une_autre(tisonnier: Ressource) -> None:
    compte = CompteFactory.create()
    ruche = une_ressource(compte)
    tisonnier.contacts.add(compte)
    client = chez(compte)
    tisonnier.contacts.remove(compte)
    reponse = envoyer(client, f"{NOUVEAU}?ressource={tisonnier.pk}", titre="Pour le Tisonnier")
    assert reponse.status_code == 403
    assert "Pour le Tisonnier" in page(reponse)
    assert not Evenement.objects.filter(ressource=ruche).exists()


@pytest.mark.parametrize("cause", ["session", "acces"])
def test_une_session_fermee_rend_ce_qui_etait_tape(client: Client, tisonnier: Ressource, cause: str) -> None:
    caches = ouvrir(client)
    if cause == "session":
        client.logout()
    else:
        tisonnier.contacts.clear()
    reponse = client.post(NOUVEAU, saisie(titre="Tapé longtemps", **caches))
    assert reponse.status_code == 403
    assert "Tapé longtemps" in page(reponse)
    assert caches["cle"] not in page(reponse)
    assert not Evenement.objects.exists()
