"""Four eyes: who touched a text since its last approval does not approve it, whoever they are."""

import datetime
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, TaskState, Workflow, WorkflowState

from pages.models import Approbation, RelectureTask
from pages.publication.installation import installer
from pages.publication.refus import PortesFermees, RelectureRefusee
from reseau.models import Compte
from site_campagne.roles import APPROBATION, REDACTION
from tests.fabriques.pages import ContenuPageFactory, publier
from tests.fabriques.roles import une_personne_de, une_redactrice, une_relectrice, une_superutilisatrice

from .gestes import agir, public, recrire, soumettre, texte, un_brouillon

pytestmark = pytest.mark.django_db


def test_une_autre_personne_approuve_et_la_revision_approuvee_devient_publique() -> None:
    page, relectrice = un_brouillon(une_redactrice(), title="À notre heure"), une_relectrice()
    revision = page.get_latest_revision()
    soumettre(page, une_redactrice())
    agir(page, relectrice)
    assert public(page).live
    assert public(page).live_revision == revision
    assert list(Approbation.objects.de(page).values_list("revision", "par", "seule")) == [
        (revision.pk, relectrice.pk, False)
    ]
    assert page.workflow_states.get().status == WorkflowState.STATUS_APPROVED
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish", user=relectrice).exists()


def l_autrice(page: Any, elle: Compte) -> None:
    recrire(page, elle)
    soumettre(page, une_redactrice())


def celle_qui_soumet(page: Any, elle: Compte) -> None:
    soumettre(page, elle)


def celle_d_une_revision_effacee(page: Any, elle: Compte) -> None:
    recrire(page, elle)
    page = recrire(page, une_redactrice())
    page.revisions.filter(user=elle).delete()
    soumettre(page, une_redactrice())


def celle_qui_corrige_pendant_la_relecture(page: Any, elle: Compte) -> None:
    soumettre(page, une_redactrice())
    recrire(page, elle)


@pytest.mark.parametrize("action", ["approve", "reject"])
@pytest.mark.parametrize("superutilisatrice", [False, True])
@pytest.mark.parametrize(
    "geste",
    [l_autrice, celle_qui_soumet, celle_d_une_revision_effacee, celle_qui_corrige_pendant_la_relecture],
)
def test_qui_a_touche_au_texte_ne_le_juge_pas(geste: Any, superutilisatrice: bool, action: str) -> None:
    page = un_brouillon(une_redactrice())
    elle = une_superutilisatrice() if superutilisatrice else une_personne_de(REDACTION, APPROBATION)
    geste(page, elle)
    assert page.current_workflow_task.get_actions(page, elle) == []
    with pytest.raises(RelectureRefusee):
        agir(page, elle, action)
    assert not public(page).live
    assert page.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_qui_ne_relit_pas_n_approuve_pas() -> None:
    page, redactrice = un_brouillon(une_redactrice()), une_redactrice()
    soumettre(page, une_redactrice())
    assert page.current_workflow_task.get_actions(page, redactrice) == []
    assert not page.current_workflow_task.get_task_states_user_can_moderate(redactrice).exists()
    with pytest.raises(RelectureRefusee):
        agir(page, redactrice)


@pytest.mark.parametrize("par", [None, une_redactrice])
def test_l_etape_approuvee_par_le_code_ne_publie_pas_sans_une_relectrice(par: Any) -> None:
    page = un_brouillon(une_redactrice())
    soumettre(page, une_redactrice())
    with pytest.raises(RelectureRefusee):
        page.current_workflow_task_state.approve(user=par and par())
    assert not public(page).live
    assert page.current_workflow_task_state.status == TaskState.STATUS_IN_PROGRESS


def test_apres_une_approbation_le_compte_repart() -> None:
    elle = une_personne_de(REDACTION, APPROBATION)
    page = un_brouillon(elle)
    soumettre(page, elle)
    agir(page, une_relectrice())
    page = recrire(public(page), une_redactrice(), title="À notre rythme")
    soumettre(page, une_redactrice())
    agir(page, elle)
    assert public(page).title == "À notre rythme"


def test_une_porte_fermee_garde_le_brouillon_et_n_ouvre_pas_de_relecture() -> None:
    page = un_brouillon(corps=texte("<h3>Plus bas</h3>"))
    with pytest.raises(PortesFermees, match="1 point est à corriger"):
        soumettre(page, une_redactrice())
    assert not page.workflow_states.exists()
    assert "Plus bas" in str(page.get_latest_revision().content["corps"])


def test_une_reprise_refusee_revient_aux_changements_demandes() -> None:
    page = un_brouillon()
    etat = soumettre(page, une_redactrice())
    agir(page, une_relectrice(), "reject")
    page = recrire(page, corps=texte("<h3>Plus bas</h3>"))
    etat.refresh_from_db()
    with pytest.raises(PortesFermees):
        etat.resume(une_redactrice())
    etat.refresh_from_db()
    assert etat.status == WorkflowState.STATUS_NEEDS_CHANGES
    recrire(page, corps=texte("<h2>Plus haut</h2>"))
    etat.resume(une_redactrice())
    agir(page, une_relectrice())
    assert public(page).live


def test_le_texte_se_verrouille_pour_qui_ne_relit_pas() -> None:
    page = un_brouillon()
    soumettre(page, une_redactrice())
    assert page.get_lock().for_user(une_redactrice())
    assert not page.get_lock().for_user(une_relectrice())


def test_ce_qui_est_lu_ne_se_recrit_pas_sur_place() -> None:
    elle = une_redactrice()
    page = un_brouillon(elle)
    lue = page.get_latest_revision()
    soumettre(page, elle)
    page.title = "Changé pendant la lecture"
    neuve = page.save_revision(user=elle, overwrite_revision=lue, clean=False)
    lue.refresh_from_db()
    assert neuve.pk != lue.pk
    assert lue.content["title"] != page.title


def test_un_brouillon_que_personne_ne_lit_se_recrit_sur_place() -> None:
    elle = une_redactrice()
    page = un_brouillon(elle)
    lue = page.get_latest_revision()
    assert page.save_revision(user=elle, overwrite_revision=lue, clean=False).pk == lue.pk


def test_une_approbation_avant_l_heure_programme_sans_rien_montrer() -> None:
    demain = timezone.now().replace(microsecond=0) + datetime.timedelta(days=1)
    page = un_brouillon(go_live_at=demain)
    soumettre(page, une_redactrice())
    agir(page, une_relectrice())
    assert not public(page).live
    assert public(page).scheduled_revision.approved_go_live_at == demain


def test_une_copie_en_relecture_n_est_ni_publique_ni_en_relecture() -> None:
    page = un_brouillon()
    soumettre(page, une_redactrice())
    copie = page.copy(update_attrs={"slug": "copie"}, keep_live=False, user=une_relectrice())
    assert not copie.live
    assert not copie.workflow_in_progress


def test_toute_la_racine_suit_notre_chaine_et_la_retrouve() -> None:
    racine = Page.objects.get(depth=1)
    Workflow.objects.update(active=False)
    racine.workflowpage.delete()
    installer()
    installer()
    assert [etape.specific for etape in ContenuPageFactory.create().get_workflow().tasks] == [
        RelectureTask.objects.get()
    ]


def test_une_page_publique_garde_son_texte_pendant_la_relecture() -> None:
    page = recrire(publier(ContenuPageFactory.create(title="Avant")), une_redactrice(), title="Après")
    soumettre(page, une_redactrice())
    assert public(page).title == "Avant"
    agir(page, une_relectrice())
    assert public(page).title == "Après"
