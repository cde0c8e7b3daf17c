"""What a resource does to its events, what is refused, and where it stands afterwards."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry, TaskState, WorkflowState

from pages.evenements.actions import EvenementInterdit, annuler, dupliquer, enregistrer, proposer
from pages.evenements.suivi import Etape, Suivi, suivre
from pages.models import Approbation, Evenement
from pages.publication.refus import PortesFermees
from reseau.models import Compte
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.reseau import CompteFactory

from .gestes import agir, bientot, contact_de, frais, propose, recrire, un_brouillon, une_moderatrice, une_ressource

pytestmark = pytest.mark.django_db


def journal(evenement: Evenement) -> list[str]:
    return list(
        ModelLogEntry.objects.filter(object_id=str(evenement.pk), content_type__model="evenement")
        .order_by("pk")
        .values_list("action", flat=True)
    )


def test_enregistrer_garde_un_brouillon_que_personne_ne_voit() -> None:
    evenement = un_brouillon(titre="Café du samedi")
    assert (frais(evenement).live, frais(evenement).titre) == (False, "Café du samedi")
    assert suivre(evenement) == Suivi(Etape.BROUILLON, est_public=False)
    assert journal(evenement) == ["wagtail.create"]


def test_enregistrer_deux_fois_le_meme_formulaire_fait_un_evenement() -> None:
    ressource, cle = une_ressource(), uuid4()
    par = ressource.contacts.get()
    for _ in range(2):
        enregistrer(evenement=EvenementFactory.build(ressource=ressource, cle=cle, live=False), par=par)
    assert Evenement.objects.count() == 1


def test_proposer_met_en_attente_puis_l_approbation_publie() -> None:
    evenement, moderatrice = propose(), une_moderatrice()
    assert suivre(evenement).etape == Etape.ATTENTE
    agir(evenement, moderatrice)
    assert frais(evenement).live
    assert suivre(evenement) == Suivi(Etape.PUBLIE, est_public=True)
    assert Approbation.objects.de(evenement).get().par == moderatrice


def test_proposer_une_nouvelle_version_remplace_celle_qui_attend() -> None:
    evenement = propose(titre="Café")
    proposer(evenement=recrire(evenement, titre="Thé"), par=contact_de(evenement))
    ouvertes = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    assert [etape.revision.as_object().titre for etape in ouvertes] == ["Thé"]


def test_proposer_deux_fois_la_meme_version_n_ouvre_qu_une_lecture() -> None:
    evenement = propose()
    proposer(evenement=evenement, par=contact_de(evenement))
    assert WorkflowState.objects.count() == 1


def test_une_demande_de_changement_se_repond_sur_la_meme_fiche() -> None:
    evenement, moderatrice = propose(titre="Café"), une_moderatrice()
    agir(evenement, moderatrice, "reject", comment="À quelle porte sonner?")
    assert suivre(evenement) == Suivi(Etape.CHANGEMENTS, est_public=False, mot="À quelle porte sonner?")
    proposer(evenement=recrire(evenement, lieu="Porte de côté"), par=contact_de(evenement))
    assert suivre(evenement) == Suivi(Etape.ATTENTE, est_public=False)
    agir(evenement, moderatrice)
    assert (Evenement.objects.count(), frais(evenement).lieu) == (1, "Porte de côté")
    assert WorkflowState.objects.count() == 1


def test_un_refus_se_lit_avec_ses_mots_et_se_propose_autrement() -> None:
    evenement = propose()
    agir(evenement, une_moderatrice(), "refuser", comment="Ce n’est pas une activité de la Journée.")
    assert suivre(evenement) == Suivi(Etape.REFUSE, est_public=False, mot="Ce n’est pas une activité de la Journée.")
    assert "pages.refuser" in journal(evenement)
    proposer(evenement=recrire(evenement, titre="Porte ouverte"), par=contact_de(evenement))
    assert suivre(evenement) == Suivi(Etape.ATTENTE, est_public=False)


def test_ce_qui_est_public_le_reste_pendant_que_sa_version_attend() -> None:
    evenement = propose(titre="Café")
    agir(evenement, une_moderatrice())
    proposer(evenement=recrire(frais(evenement), titre="Thé"), par=contact_de(evenement))
    assert suivre(evenement) == Suivi(Etape.ATTENTE, est_public=True)
    assert frais(evenement).titre == "Café"
    agir(evenement, une_moderatrice())
    assert (frais(evenement).titre, frais(evenement).sequence) == ("Thé", 1)


def test_annuler_prend_effet_tout_de_suite_et_une_seule_fois() -> None:
    evenement = propose()
    agir(evenement, une_moderatrice())
    proposer(evenement=recrire(frais(evenement), titre="Thé"), par=contact_de(evenement))
    for _ in range(2):
        annule = annuler(evenement=evenement, par=contact_de(evenement))
    assert (annule.est_annule, annule.live, annule.sequence) == (True, True, 1)
    assert suivre(evenement) == Suivi(Etape.ANNULE, est_public=True)
    assert not TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).exists()
    assert journal(evenement).count("pages.annuler_evenement") == 1


def test_dupliquer_reprend_tout_sauf_les_dates_et_n_enregistre_rien() -> None:
    evenement = un_brouillon(titre="Café", lieu="La cuisine", fauteuil="oui")
    copie = dupliquer(evenement=evenement, par=contact_de(evenement))
    assert (copie.titre, copie.lieu, copie.fauteuil) == ("Café", "La cuisine", "oui")
    assert (copie._state.adding, bool(copie.debut), copie.cle == evenement.cle) == (True, False, False)
    assert Evenement.objects.count() == 1


Geste = Callable[[Evenement, Compte], Any]
GESTES: dict[str, Geste] = {
    "enregistrer": lambda evenement, par: recrire(evenement, par, titre="Autre chose"),
    "proposer": lambda evenement, par: proposer(evenement=evenement, par=par),
    "annuler": lambda evenement, par: annuler(evenement=evenement, par=par),
    "dupliquer": lambda evenement, par: dupliquer(evenement=evenement, par=par),
}


def d_une_autre_ressource(_evenement: Evenement) -> Compte:
    return une_ressource().contacts.get()


def une_personne_de_l_equipe(_evenement: Evenement) -> Compte:
    return CompteFactory.create(is_superuser=True)


def un_compte_revoque(evenement: Evenement) -> Compte:
    compte = contact_de(evenement)
    compte.is_active = False
    compte.save()
    return compte


@pytest.mark.parametrize("personne", [d_une_autre_ressource, une_personne_de_l_equipe, un_compte_revoque])
@pytest.mark.parametrize("geste", GESTES)
def test_personne_d_autre_ne_touche_aux_evenements_d_une_ressource(
    geste: str, personne: Callable[[Evenement], Compte]
) -> None:
    evenement = un_brouillon(titre="Café")
    par = personne(evenement)
    with pytest.raises(EvenementInterdit):
        GESTES[geste](evenement, par)
    assert (frais(evenement).titre, frais(evenement).est_annule) == ("Café", False)
    assert not WorkflowState.objects.exists()


def test_une_cle_d_une_autre_ressource_ne_rend_pas_son_evenement() -> None:
    sien, par = un_brouillon(), une_ressource().contacts.get()
    neuf = EvenementFactory.build(ressource=par.ressources.get(), cle=sien.cle, live=False)
    with pytest.raises(EvenementInterdit):
        enregistrer(evenement=neuf, par=par)


@pytest.mark.parametrize(
    "champs", [{"fin": bientot(-1)}, {"municipalite": ""}, {"titre": "x" * 121}, {"titre": "x" * 5000}]
)
def test_un_evenement_qui_ne_se_tient_pas_ne_s_enregistre_pas(champs: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        un_brouillon(**champs)
    assert not Evenement.objects.exists()


@pytest.mark.parametrize("champs", [{"debut": bientot(-3), "fin": bientot(-2)}, {"telephone_public": "12"}])
def test_une_porte_fermee_garde_le_brouillon(champs: dict[str, Any]) -> None:
    evenement = un_brouillon(**champs)
    with pytest.raises(PortesFermees):
        proposer(evenement=evenement, par=contact_de(evenement))
    assert suivre(evenement).etape == Etape.BROUILLON


def test_un_evenement_annule_ne_se_propose_plus() -> None:
    evenement = un_brouillon()
    annuler(evenement=evenement, par=contact_de(evenement))
    with pytest.raises(EvenementInterdit):
        proposer(evenement=evenement, par=contact_de(evenement))
