"""The invented events: every kind, every state, each by its own gesture, and loaded once."""

from collections import Counter
from datetime import datetime

import pytest

from pages.evenements.etats import ACCES, GenreEvenement, LangueEvenement, Modalite
from pages.evenements.suivi import Etape, suivre
from pages.models import Approbation, Evenement
from reseau.models import Compte
from site_campagne.demo.charger_evenements import charger_evenements, cle_de
from site_campagne.demo.charger_paroles import charger_amorces
from site_campagne.demo.charger_reseau import charger_comptes, charger_ressources
from site_campagne.demo.espace import COURRIEL, charger_espace
from site_campagne.demo.evenements import EVENEMENTS, Suite
from site_campagne.demo.ressources import RESSOURCES

MASQUEES = {(ressource.nom, ressource.region) for ressource in RESSOURCES if ressource.lieu_masque}


def test_45_evenements_de_ressources_connues_dont_38_ou_presque_sont_passes() -> None:
    annees = Counter(evenement.debut[:4] for evenement in EVENEMENTS)

    assert annees == {"2025": 13, "2026": 22, "2027": 10}
    assert len({cle_de(evenement) for evenement in EVENEMENTS}) == 45
    connues = {(ressource.nom, ressource.region) for ressource in RESSOURCES}
    assert {(evenement.ressource, evenement.region) for evenement in EVENEMENTS} <= connues
    assert len({evenement.region for evenement in EVENEMENTS}) >= 14


def test_tous_les_genres_toutes_les_manieres_et_des_reponses_variees() -> None:
    assert {evenement.genre for evenement in EVENEMENTS} == set(GenreEvenement.values)
    assert {evenement.modalite for evenement in EVENEMENTS} == set(Modalite.values)
    assert {evenement.langue for evenement in EVENEMENTS} == set(LangueEvenement.values)
    assert {evenement.suite for evenement in EVENEMENTS} == set(Suite)
    assert {nom for evenement in EVENEMENTS for nom in (*evenement.oui, *evenement.non)} == set(ACCES)
    assert not any(set(evenement.oui) & set(evenement.non) for evenement in EVENEMENTS)
    assert any(not evenement.oui and not evenement.non for evenement in EVENEMENTS)
    assert any(
        datetime.fromisoformat(evenement.fin).date() > datetime.fromisoformat(evenement.debut).date()
        for evenement in EVENEMENTS
    )


def test_un_lieu_masque_le_reste_et_les_adresses_web_sont_fictives() -> None:
    for evenement in EVENEMENTS:
        if (evenement.ressource, evenement.region) in MASQUEES:
            assert evenement.lieu_masque
        if evenement.lieu_masque:
            assert not evenement.lieu
            assert not evenement.adresse
        for lien in filter(None, (evenement.lien_en_ligne, evenement.lien_inscription)):
            assert lien.startswith("https://exemple.org/")


@pytest.fixture
def chargee(db: None) -> None:
    for charger in (charger_comptes, charger_ressources, charger_amorces, charger_espace, charger_evenements):
        list(charger())


@pytest.mark.usefixtures("chargee")
def test_chaque_evenement_est_dans_son_etat_et_se_charge_une_fois() -> None:
    etapes = {
        Suite.BROUILLON: (Etape.BROUILLON, False, 0),
        Suite.ATTENTE: (Etape.ATTENTE, False, 0),
        Suite.CHANGEMENTS: (Etape.CHANGEMENTS, False, 0),
        Suite.REFUS: (Etape.REFUSE, False, 0),
        Suite.PUBLIE: (Etape.PUBLIE, True, 0),
        Suite.RETOUCHE: (Etape.PUBLIE, True, 1),
        Suite.RETOUCHE_EN_ATTENTE: (Etape.ATTENTE, True, 0),
        Suite.ANNULE: (Etape.ANNULE, True, 1),
    }
    for demo in EVENEMENTS:
        evenement = Evenement.objects.get(cle=cle_de(demo))
        suivi = suivre(evenement)
        assert (suivi.etape, suivi.est_public, evenement.sequence) == etapes[demo.suite], demo.cle
        assert suivi.mot == demo.mot
        evenement.full_clean()
    ceux_de_2025 = Evenement.objects.d_edition(2025)
    assert {evenement.first_published_at.year for evenement in ceux_de_2025 if evenement.first_published_at} == {2025}
    avant = (Evenement.objects.count(), Compte.objects.count())
    list(charger_evenements())
    assert (Evenement.objects.count(), Compte.objects.count()) == avant == (45, avant[1])


@pytest.mark.usefixtures("chargee")
def test_la_ressource_de_la_demo_voit_ses_evenements_dans_plusieurs_etats() -> None:
    siens = Evenement.objects.du_contact(Compte.objects.get(email=COURRIEL))

    assert siens.count() >= 4
    assert {suivre(evenement).etape for evenement in siens} >= {
        Etape.BROUILLON, Etape.ATTENTE, Etape.CHANGEMENTS, Etape.PUBLIE,
    }  # fmt: skip


@pytest.mark.usefixtures("chargee")
def test_ce_qui_est_a_venir_est_sorti_par_une_autre_personne_et_les_comptes_n_ont_pas_de_mot_de_passe() -> None:
    for evenement in Evenement.objects.a_venir().publies():
        premiere = Approbation.objects.de(evenement).last()
        assert premiere is not None
        assert premiere.par == Compte.objects.get(username="moderation1")
    contacts = Compte.objects.filter(username__startswith="contact-")
    assert contacts.exists()
    for compte in contacts:
        assert compte.email.endswith("@exemple.org")
        assert not compte.has_usable_password()
        assert not compte.is_staff
