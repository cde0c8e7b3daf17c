"""The two requests, never a third."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command

from pages.evenements.actions import annuler
from pages.evenements.bilan import donner_bilan
from pages.evenements.rappels import demander_les_bilans, envoyer_demande
from tests.fabriques.reseau import CompteFactory

from .apres import un_evenement_passe
from .gestes import contact_de, un_brouillon, une_ressource

pytestmark = pytest.mark.django_db(transaction=True)


def lancer(settings: Any, jour: str) -> int:
    """Run the command on a day; return how many mails left."""
    settings.AUJOURDHUI = jour
    avant = len(mail.outbox)
    call_command("demander_bilans", stdout=StringIO())
    return len(mail.outbox) - avant


def test_deux_demandes_le_lendemain_puis_dix_jours_apres(settings: Any) -> None:
    un_evenement_passe()
    attendus = {"2026-10-10": 0, "2026-10-11": 0, "2026-10-12": 1, "2026-10-13": 0, "2026-10-20": 0, "2026-10-22": 1}
    for jour, nombre in attendus.items():
        assert lancer(settings, jour) == nombre, jour
        assert lancer(settings, jour) == 0, jour
    assert lancer(settings, "2026-11-01") == 0
    assert "/bilan/" in mail.outbox[0].body


def test_une_machine_eteinte_ne_double_pas_la_demande(settings: Any) -> None:
    un_evenement_passe()
    assert lancer(settings, "2026-10-25") == 1  # both are due: one mail
    assert lancer(settings, "2026-10-26") == 0
    un_evenement_passe(debut=un_evenement_passe().debut - timedelta(days=200))
    assert lancer(settings, "2026-10-26") == 1  # the one of October; the one of March is too old


def test_ni_annule_ni_brouillon_ni_repondu_ni_parti(settings: Any) -> None:
    settings.AUJOURDHUI = "2026-10-11"
    annule, repondu = un_evenement_passe(), un_evenement_passe()
    annuler(evenement=annule, par=contact_de(annule))
    donner_bilan(evenement=repondu, participants=None, mot="", par=contact_de(repondu))
    brouillon = un_brouillon()
    type(brouillon).objects.filter(pk=brouillon.pk).update(debut=annule.debut, fin=annule.fin)
    un_evenement_passe(une_ressource(active=False))
    mail.outbox.clear()
    assert lancer(settings, "2026-10-12") == 0


def test_chaque_personne_de_la_ressource_la_recoit(settings: Any) -> None:
    deux = une_ressource(CompteFactory.create(), CompteFactory.create(), CompteFactory.create(is_active=False))
    un_evenement_passe(deux)
    assert lancer(settings, "2026-10-12") == 2


def test_une_demande_devenue_inutile_ne_part_pas(settings: Any) -> None:
    settings.AUJOURDHUI = "2026-10-12"
    evenement = un_evenement_passe()
    compte = contact_de(evenement)
    donner_bilan(evenement=evenement, participants=3, mot="", par=compte)
    assert not envoyer_demande.func(evenement.pk, compte.pk)
    assert not envoyer_demande.func(evenement.pk, CompteFactory.create().pk)
    assert demander_les_bilans() == 0
