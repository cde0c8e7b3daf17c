"""`/espace/paroles/`: what becomes of each line once it is sent, and who of the resource may act on it."""

import io
import re

import pytest
from django.core import mail
from django.test import Client

from reseau.models import Compte, Ressource
from temoignages.coffre.models import CleDepot
from temoignages.etats import EtatDepot
from temoignages.models import Depot, Trace
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, une_personne

from .atelier import codes
from .envoi import jeton, page, sommaire, suivre
from .espace import (
    NOUVEAU,
    PAROLES,
    adresse_de,
    chez,
    confirmer,
    envoyer,
    preparer,
    un_contact,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def odile(tisonnier: Ressource) -> Compte:
    """Return a person of the resource."""
    return un_contact(tisonnier)


@pytest.fixture
def client(odile: Compte) -> Client:
    """Return her client."""
    return chez(odile)


def test_detruire_un_envoi_le_detruit(client: Client) -> None:
    lot = preparer(client)
    reponse = client.post(adresse_de(lot), {"geste": "abandonner"}, follow=True)
    assert "Rien n’a été versé" in page(reponse)
    assert "détruit avant d’être versé" in page(reponse)
    assert not CleDepot.objects.exists()
    assert client.get(adresse_de(lot)).status_code == 302


def test_un_collegue_de_la_ressource_confirme_et_retire(client: Client, tisonnier: Ressource) -> None:
    collegue = chez(un_contact(tisonnier))
    lot = preparer(client)
    assert len(codes(confirmer(collegue, lot))) == 3
    assert collegue.post(adresse_de(lot, "ligne", numero=1)).status_code == 302
    assert Depot.objects.get(ligne=1).etat == EtatDepot.RETIRE


def test_l_etat_de_chaque_ligne_se_lit_sans_son_texte(client: Client) -> None:
    lot = preparer(client)
    confirmer(client, lot)
    premier, deuxieme, _reste = Depot.objects.order_by("ligne")
    approuver_depot(soumettre_depot(premier, une_personne()), une_personne())
    soumettre_depot(deuxieme, une_personne())
    source = page(client.get(adresse_de(lot)))
    cases = re.findall(r"<td>([^<]*)</td>\s*<td><a", source)
    assert cases[0] == "publié"
    assert cases[2] == "reçu"
    assert len(set(cases)) == 3
    assert [mot for mot in ("écoute", "beignes", "dire non") if mot in source] == []


def test_retirer_une_ligne_est_confirme_immediat_et_consigne(client: Client, odile: Compte) -> None:
    lot = preparer(client)
    reponse = confirmer(client, lot)
    temoignage = approuver_depot(soumettre_depot(Depot.objects.get(ligne=2), une_personne()), une_personne())
    adresse = adresse_de(lot, "ligne", numero=2)
    assert "Retirer la ligne 2 à la demande de la personne?" in page(client.get(adresse))
    assert Depot.objects.get(ligne=2).etat == EtatDepot.PUBLIE
    assert "La ligne 2 est retirée." in page(client.post(adresse, follow=True))
    assert Client().get(temoignage.url).status_code == 410
    assert Trace.objects.filter(verbe="retirer", par=odile).count() == 1
    assert "déjà retirée" in page(client.get(adresse))
    assert client.post(adresse).status_code == 302
    assert "etiré" in page(suivre(codes(reponse)[1]))
    assert set(Depot.objects.exclude(ligne=2).values_list("etat", flat=True)) == {EtatDepot.RECU}


def test_une_ligne_qui_n_existe_pas_repond_404(client: Client) -> None:
    lot = preparer(client)
    confirmer(client, lot)
    for methode in (client.get, client.post):
        assert methode(adresse_de(lot, "ligne", numero=99)).status_code == 404


def test_une_personne_de_deux_ressources_choisit_d_abord(tisonnier: Ressource) -> None:
    ruche = RessourceFactory.create(nom="La Ruche")
    client = chez(un_contact(tisonnier, ruche))
    for adresse in (PAROLES, NOUVEAU):
        source = page(client.get(adresse))
        assert "Pour quelle ressource?" in source
        assert f'href="?ressource={ruche.pk}"' in source
    lot = preparer(client, f"{NOUVEAU}?ressource={ruche.pk}")
    assert lot.ressource == ruche
    assert str(lot.cree_le.year) in page(client.get(f"{PAROLES}?ressource={ruche.pk}"))
    assert "Rien pour l’instant" in page(client.get(f"{PAROLES}?ressource={tisonnier.pk}"))
    assert "Pour quelle ressource?" in page(client.get(f"{PAROLES}?ressource=x"))


def test_une_ressource_qui_n_est_plus_membre_retire_mais_ne_verse_plus(client: Client, tisonnier: Ressource) -> None:
    lot = preparer(client)
    confirmer(client, lot)
    Ressource.objects.filter(pk=tisonnier.pk).update(active=False)
    assert "n’est plus membre" in page(client.get(PAROLES))
    assert "n’est plus membre" in sommaire(envoyer(client, collage="autre chose"))
    client.post(adresse_de(lot, "ligne", numero=1))
    assert Depot.objects.get(ligne=1).etat == EtatDepot.RETIRE


def test_un_danger_alerte_l_equipe_une_fois(client: Client) -> None:
    lectrice = une_personne()
    lot, meme = preparer(client, collage="je veux mourir"), jeton()
    for _ in range(2):
        confirmer(client, lot, jeton=meme)
    assert [message.to for message in mail.outbox] == [[lectrice.email]]


def test_les_passages_reperes_sont_comptes_et_non_montres(client: Client) -> None:
    source = page(client.get(adresse_de(preparer(client, collage="appelez Vermillon au 418 555-0187"))))
    assert re.search(r"regardera \d passages? de près", source)
    assert "<mark" not in source


def test_aucun_mot_ni_code_ne_passe_dans_un_journal(client: Client, journal: io.StringIO) -> None:
    lot = preparer(client, collage="Vermillon écoute\nx")
    client.get(adresse_de(lot))
    client.get(adresse_de(lot, "reprendre"))
    reponse = confirmer(client, lot, sans_les_erreurs="on")
    envoyer(client, collage="Vermillon\ta\n")
    ecrit = journal.getvalue()
    assert "INSERT" in ecrit
    assert [mot for mot in ("Vermillon", *codes(reponse)) if mot in ecrit] == []
