"""The ledger outside never makes a withdrawal wait: the words are gone first, and an outage is waited for once."""

from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from site_campagne.planification.taches import TACHES
from site_campagne.sauvegarde import registre
from site_campagne.sauvegarde.lieux import lieu_du_site
from site_campagne.sauvegarde.refus import SauvegardeImpossible
from site_campagne.sauvegarde.rejeu import completer_le_registre
from temoignages.actions import retirer, retirer_tout
from temoignages.coffre.models import RetraitConsigne
from temoignages.models import Depot, Temoignage
from tests.fabriques.temoignages import un_depot, un_temoignage

from .gestes import au_registre

pytestmark = pytest.mark.django_db(transaction=True)


def couper(panne: pytest.MonkeyPatch) -> list[str]:
    """Take the server of backups away; return what lists each time it was asked."""
    essais: list[str] = []

    def attendre() -> Any:
        essais.append("essai")
        raise SauvegardeImpossible("Le serveur S3 ne répond pas.")

    panne.setattr(registre, "lieu_du_site", attendre)
    return essais


def test_les_mots_sont_partis_avant_que_le_registre_ne_soit_demande(monkeypatch: pytest.MonkeyPatch) -> None:
    temoignage, vus = un_temoignage(), list[bool]()

    def ecrire(*_arguments: Any) -> None:
        vus.append(Temoignage.objects.publies().exists())

    monkeypatch.setattr(registre, "ecrire", ecrire)
    retirer(empreinte_code=temoignage.empreinte_code)
    assert vus == [False]


def test_une_panne_ne_s_attend_qu_une_fois_pour_tous_les_textes(monkeypatch: pytest.MonkeyPatch) -> None:
    premier = un_depot()
    un_depot(auteur=premier.auteur)
    un_depot(auteur=premier.auteur)
    with monkeypatch.context() as panne:
        essais = couper(panne)
        retirer_tout(auteur=premier.auteur)
    assert essais == ["essai"]
    assert RetraitConsigne.objects.count() == 3
    assert completer_le_registre() == 3
    assert len(au_registre("retrait")) == 3


def test_retirer_deux_fois_laisse_la_premiere_date() -> None:
    depot = un_depot()
    retirer(empreinte_code=depot.empreinte_code)
    ligne = registre.lire(lieu_du_site(), registre.Genre.RETRAIT)
    (premiere,) = ligne
    retirer(empreinte_code=depot.empreinte_code)
    assert list(registre.lire(lieu_du_site(), registre.Genre.RETRAIT)) == [premiere]


def test_ce_qu_un_processus_mort_a_laisse_est_retire_dans_l_heure() -> None:
    temoignage = un_temoignage()
    RetraitConsigne.objects.create(pk=temoignage.empreinte_code, le=Depot.objects.get().recu_le)
    (tache,) = [tache for tache in TACHES if tache.nom == "retraits"]
    assert tache.geste() == 1
    assert not Temoignage.objects.publies().exists()
    assert tache.geste() == 0


def test_sans_sauvegardes_rien_ne_s_ecrit(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SAUVEGARDES = ""
    monkeypatch.setattr(registre, "ecrire", lambda *_arguments: pytest.fail("no place was named"))
    retirer(empreinte_code=un_depot().empreinte_code)


@pytest.mark.parametrize("apres", [False, True], ids=["pendant", "après"])
def test_une_page_revenue_n_est_plus_cachee_par_ce_qui_attendait(monkeypatch: pytest.MonkeyPatch, apres: bool) -> None:
    marque = registre.marquer("pages", "7")
    with monkeypatch.context() as panne:
        couper(panne)
        registre.inscrire(registre.Genre.DEPUBLICATION, "une-autre", timezone.now())
        registre.inscrire(registre.Genre.DEPUBLICATION, marque, timezone.now())
        if not apres:
            registre.rayer(registre.Genre.DEPUBLICATION, marque)
    if apres:
        registre.rayer(registre.Genre.DEPUBLICATION, marque)
    assert registre.ecrire_ce_qui_attend(lieu_du_site()) == 1
    assert au_registre() == ["depublication-une-autre"]
