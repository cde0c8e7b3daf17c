"""`/espace/evenements/`: propose, come back, correct, cancel; nothing typed is lost, nothing is made twice."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connections
from django.test import Client

from pages.evenements.formulaire import EvenementForm
from pages.evenements.suivi import Etape, suivre
from pages.models import Evenement
from reseau.models import Compte, Ressource
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.reseau import CompteFactory

from .gestes import agir, bientot, frais, propose, recrire, un_brouillon, une_moderatrice, une_ressource
from .saisies import EVENEMENTS, NOUVEAU, adresse_de, chez, envoyer, ouvrir, page, saisie, sommaire

pytestmark = pytest.mark.django_db


@pytest.fixture
def tisonnier(db: None) -> Ressource:
    """Return a resource of one person."""
    return une_ressource(nom="Le Tisonnier", municipalite="Granby", courriel_public="allo@exemple.org")


@pytest.fixture
def odile(tisonnier: Ressource) -> Compte:
    """Return that person."""
    return tisonnier.contacts.get()


@pytest.fixture
def client(odile: Compte) -> Client:
    """Return her client."""
    return chez(odile)


def seul() -> Evenement:
    """Return the only event."""
    return Evenement.objects.select_related("ressource").get()


def test_le_formulaire_part_de_ce_que_dit_la_ressource(client: Client) -> None:
    source = page(client.get(NOUVEAU))
    for valeur in ("Le Tisonnier", "Granby", "allo@exemple.org"):
        assert f'value="{valeur}"' in source
    for champ in EvenementForm.base_fields:
        assert f'name="{champ}"' in source


def test_proposer_en_deux_pages(client: Client) -> None:
    une_moderatrice(email="mod@exemple.org")
    vue = client.post(NOUVEAU, saisie(geste="apercu", **ouvrir(client)), follow=True)
    source = page(vue)
    assert "Rien ne part avant que vous le proposiez" in source
    assert "12, rue des Érables" in source
    assert suivre(seul()).etape == Etape.BROUILLON
    reponse = client.post(adresse_de(seul()), {"revision": seul().latest_revision_id}, follow=True)
    assert "C’est envoyé à la fédération" in page(reponse)
    assert suivre(seul()).etape == Etape.ATTENTE
    assert not seul().live


def test_un_brouillon_se_retrouve(client: Client) -> None:
    reponse = client.post(NOUVEAU, saisie(geste="brouillon", titre="Soupe", heure_fin="1630", **ouvrir(client)))
    assert "C’est enregistré" in page(client.get(reponse["Location"]))
    source = page(client.get(adresse_de(seul(), "modifier")))
    for valeur in ("Soupe", "16 h 30", "13 h", bientot().date().isoformat()):
        assert f'value="{valeur}"' in source
    assert "brouillon, vous seuls le voyez" in page(client.get(EVENEMENTS)).lower()


def test_une_erreur_garde_tout_et_mene_au_champ(client: Client) -> None:
    reponse = envoyer(client, titre="", description="<b>À garder</b> 🧶", fauteuil="oui", heure_fin="9 h")
    assert reponse.status_code == 400
    for ancre in ("#id_titre", "#id_heure_fin"):
        assert ancre in sommaire(reponse)
    source = reponse.content.decode()
    assert "&lt;b&gt;À garder&lt;/b&gt; 🧶" in source
    assert re.search(r'name="fauteuil" value="oui"[^>]* checked', source)
    assert 'aria-invalid="true"' in source
    assert "<details" in source
    assert not Evenement.objects.exists()


def test_les_details_s_ouvrent_sur_leur_erreur(client: Client) -> None:
    assert '<details class="repli" open>' in page(envoyer(client, lien_en_ligne="javascript:alert(1)"))
    assert '<details class="repli">' in page(client.get(NOUVEAU))


def test_le_meme_envoi_deux_fois_fait_un_evenement(client: Client) -> None:
    caches = ouvrir(client)
    reponses = [client.post(NOUVEAU, saisie(geste="brouillon", **caches)) for _ in range(2)]
    assert reponses[0]["Location"] == reponses[1]["Location"]
    assert seul().revisions.count() == 1


def test_renvoyer_apres_une_coupure_garde_les_mots_ajoutes(client: Client) -> None:
    caches = ouvrir(client)
    client.post(NOUVEAU, saisie(geste="brouillon", **caches))
    client.post(NOUVEAU, saisie(geste="brouillon", **caches, description="Avec de la soupe."))
    assert seul().get_latest_revision_as_object().description == "Avec de la soupe."


@pytest.mark.django_db(transaction=True)
def test_le_meme_envoi_au_meme_instant_fait_un_evenement(odile: Compte) -> None:
    clients, depart = [chez(odile) for _ in range(4)], Barrier(4)
    envoi = saisie(geste="brouillon", cle=str(uuid4()))

    def poster(client: Client) -> int:
        try:
            depart.wait()
            return client.post(NOUVEAU, envoi).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as fils:
        assert list(fils.map(poster, clients)) == [302] * 4
    assert seul().revisions.count() == 1


def test_proposer_deux_fois_la_meme_version_l_envoie_une_fois(client: Client, tisonnier: Ressource) -> None:
    evenement = un_brouillon(tisonnier)
    for _ in range(2):
        reponse = client.post(adresse_de(evenement), {"revision": evenement.latest_revision_id}, follow=True)
        assert "C’est envoyé" in page(reponse)
    assert evenement.workflow_states.count() == 1


def test_une_ressource_de_confiance_voit_son_evenement_affiche(client: Client, tisonnier: Ressource) -> None:
    Ressource.objects.filter(pk=tisonnier.pk).update(de_confiance=True)
    evenement = un_brouillon(frais_de(tisonnier))
    for _ in range(2):
        reponse = client.post(adresse_de(evenement), {"revision": evenement.latest_revision_id}, follow=True)
        assert "C’est affiché dans l’agenda" in page(reponse)
    assert frais(evenement).sequence == 0


def frais_de(ressource: Ressource) -> Ressource:
    """Return the row of a resource as it is now."""
    return Ressource.objects.get(pk=ressource.pk)


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


def test_la_page_dit_au_navigateur_que_le_brouillon_est_recu(client: Client) -> None:
    caches = ouvrir(client)
    reponse = client.post(NOUVEAU, saisie(geste="apercu", **caches), follow=True)
    assert f'data-brouillon-recu="{caches["cle"]}"' in page(reponse)
    assert "data-brouillon-recu" not in page(client.get(adresse_de(seul())))


def test_un_nouvel_evenement_garde_sa_cle_d_un_formulaire_a_l_autre(client: Client) -> None:
    caches = ouvrir(client)
    assert f'value="{caches["cle"]}"' in page(client.post(NOUVEAU, saisie(titre="", **caches)))
    assert client.post(NOUVEAU, saisie(cle="pas-une-cle")).status_code == 302
