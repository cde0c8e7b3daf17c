"""What a resource types and proposes: nothing typed is lost, nothing is made twice."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client

from pages.evenements.formulaire import EvenementForm
from pages.evenements.suivi import Etape, suivre
from pages.models import Evenement
from reseau.models import Compte, Ressource

from ..gestes import bientot, un_brouillon, une_moderatrice
from ..saisies import EVENEMENTS, NOUVEAU, adresse_de, chez, envoyer, ouvrir, page, saisie, sommaire

pytestmark = pytest.mark.django_db


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


def test_la_page_dit_au_navigateur_que_le_brouillon_est_recu(client: Client) -> None:
    caches = ouvrir(client)
    reponse = client.post(NOUVEAU, saisie(geste="apercu", **caches), follow=True)
    assert f'data-brouillon-recu="{caches["cle"]}"' in page(reponse)
    assert "data-brouillon-recu" not in page(client.get(adresse_de(seul())))


def test_un_nouvel_evenement_garde_sa_cle_d_un_formulaire_a_l_autre(client: Client) -> None:
    caches = ouvrir(client)
    assert f'value="{caches["cle"]}"' in page(client.post(NOUVEAU, saisie(titre="", **caches)))
    assert client.post(NOUVEAU, saisie(cle="pas-une-cle")).status_code == 302
