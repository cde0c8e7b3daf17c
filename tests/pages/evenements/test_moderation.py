"""Who answers to what a resource proposes: its region, four eyes, one answer, and the version that was read."""

from typing import Any

import pytest
from wagtail.models import ModelLogEntry, TaskState, WorkflowState

from pages.evenements.actions import annuler, proposer
from pages.evenements.moderation import approuver_en_lot, marquer_revu, relire_la_derniere
from pages.evenements.suivi import Etape, suivre
from pages.models import Approbation, Evenement
from pages.publication.actions import conclure, publier_de_confiance
from pages.publication.constats import Severite, examiner
from pages.publication.refus import (
    HorsRessort,
    PortesFermees,
    PublicationInterdite,
    RelectureRefusee,
    SeulRefuse,
    VersionDepassee,
)
from reseau.models import Compte
from site_campagne.roles import APPROBATION, REDACTION
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.roles import une_personne_de, une_superutilisatrice

from .gestes import (
    ESTRIE,
    LAVAL,
    agir,
    contact_de,
    frais,
    propose,
    recrire,
    un_brouillon,
    une_moderatrice,
    une_ressource,
)

pytestmark = pytest.mark.django_db


def a_lire(personne: Compte) -> set[int]:
    """Return the events that the home of the admin offers to a person."""
    etapes = TaskState.objects.reviewable_by(personne)
    return {int(etape.revision.object_id) for etape in etapes}


def test_chacune_lit_ce_qui_attend_dans_ses_regions() -> None:
    granby, laval = propose(region=ESTRIE), propose(region=LAVAL, municipalite="Laval")
    assert a_lire(une_moderatrice(ESTRIE)) == {granby.pk}
    assert a_lire(une_moderatrice(LAVAL)) == {laval.pk}
    assert a_lire(une_moderatrice()) == {granby.pk, laval.pk}
    assert a_lire(une_moderatrice(ESTRIE, LAVAL)) == {granby.pk, laval.pk}


@pytest.mark.parametrize("action", ["approve", "reject", "refuser"])
def test_une_autre_region_ne_repond_pas(action: str) -> None:
    evenement, ailleurs = propose(region=ESTRIE), une_moderatrice(LAVAL)
    assert evenement.current_workflow_task.get_actions(evenement, ailleurs) == []
    assert not evenement.current_workflow_task.user_can_access_editor(evenement, ailleurs)
    with pytest.raises(HorsRessort):
        agir(evenement, ailleurs, action)
    assert suivre(evenement).etape == Etape.ATTENTE
    agir(evenement, une_moderatrice(ESTRIE), action)
    assert suivre(evenement).etape != Etape.ATTENTE


def test_la_region_qui_compte_est_celle_qui_est_proposee() -> None:
    evenement = propose(region=ESTRIE)
    agir(evenement, une_moderatrice())
    proposer(evenement=recrire(frais(evenement), region=LAVAL, municipalite="Laval"), par=contact_de(evenement))
    with pytest.raises(HorsRessort):
        agir(evenement, une_moderatrice(ESTRIE))
    agir(evenement, une_moderatrice(LAVAL))
    assert frais(evenement).region == LAVAL


def test_la_fin_du_circuit_verifie_aussi_la_region() -> None:
    evenement = propose(region=ESTRIE)
    with pytest.raises(HorsRessort):
        conclure(revision=evenement.latest_revision, par=une_moderatrice(LAVAL))
    with pytest.raises(RelectureRefusee):
        conclure(revision=evenement.latest_revision, par=None)


@pytest.mark.parametrize("action", ["approve", "reject", "refuser"])
def test_qui_a_corrige_ne_repond_pas(action: str) -> None:
    evenement, elle = propose(), une_personne_de(REDACTION, APPROBATION)
    recrire_par_l_equipe(evenement, elle, titre="Corrigé")
    with pytest.raises(RelectureRefusee):
        agir(evenement, elle, action)


def recrire_par_l_equipe(evenement: Evenement, par: Compte, **champs: Any) -> None:
    version = evenement.get_latest_revision_as_object()
    for nom, valeur in champs.items():
        setattr(version, nom, valeur)
    version.save_revision(user=par, log_action=True)


def test_deux_reponses_la_seconde_est_refusee() -> None:
    evenement, une, autre = propose(), une_moderatrice(), une_moderatrice()
    etape = evenement.current_workflow_task_state
    jumelle = TaskState.objects.get(pk=etape.pk)
    etape.task.specific.on_action(etape, une, "approve")
    with pytest.raises(VersionDepassee):
        etape.task.specific.on_action(jumelle, autre, "reject")
    assert suivre(evenement).etape == Etape.PUBLIE
    assert Approbation.objects.de(evenement).count() == 1


def test_une_version_remplacee_pendant_la_lecture_ne_s_approuve_pas() -> None:
    evenement = propose(titre="Café")
    lue = evenement.current_workflow_task_state
    proposer(evenement=recrire(evenement, titre="Thé"), par=contact_de(evenement))
    with pytest.raises(VersionDepassee):
        lue.task.specific.on_action(lue, une_moderatrice(), "approve")
    assert (frais(evenement).live, suivre(evenement).etape) == (False, Etape.ATTENTE)
    agir(evenement, une_moderatrice())
    assert frais(evenement).titre == "Thé"


def test_ce_que_la_ressource_ecrit_sans_le_proposer_retient_l_approbation_mais_pas_une_demande() -> None:
    evenement, moderatrice = propose(titre="Café"), une_moderatrice()
    recrire(evenement, titre="Thé")
    with pytest.raises(VersionDepassee):
        agir(evenement, moderatrice)
    assert not frais(evenement).live
    agir(evenement, moderatrice, "reject", comment="Laquelle des deux?")
    assert suivre(evenement).etape == Etape.CHANGEMENTS


def test_une_annulation_pendant_la_lecture_l_emporte() -> None:
    evenement = propose()
    lue = evenement.current_workflow_task_state
    annuler(evenement=evenement, par=contact_de(evenement))
    with pytest.raises(VersionDepassee):
        lue.task.specific.on_action(lue, une_moderatrice(), "approve")
    assert not frais(evenement).live


def test_la_correction_de_l_equipe_attend_a_la_place_de_ce_qu_elle_corrige() -> None:
    evenement, elle = propose(titre="Cafée"), une_personne_de(REDACTION, APPROBATION)
    recrire_par_l_equipe(evenement, elle, titre="Café")
    relire_la_derniere(evenement=evenement, par=elle)
    assert WorkflowState.objects.count() == 1
    agir(evenement, une_moderatrice())
    assert frais(evenement).titre == "Café"


def test_l_equipe_ne_propose_pas_a_la_place_de_la_ressource() -> None:
    evenement = propose(titre="Café")
    attend = evenement.current_workflow_task_state.revision_id
    recrire(evenement, titre="Thé")
    relire_la_derniere(evenement=evenement, par=une_moderatrice())
    assert frais(evenement).current_workflow_task_state.revision_id == attend


def sans_la_porte(evenement: Evenement, par: Compte) -> None:
    evenement.latest_revision.publish(user=par, skip_permission_checks=True)


def en_l_enregistrant(evenement: Evenement, _par: Compte) -> None:
    evenement.live = True
    evenement.save()


def en_le_copiant(evenement: Evenement, _par: Compte) -> None:
    champs = {f.attname: getattr(evenement, f.attname) for f in Evenement._meta.concrete_fields if not f.unique}
    Evenement.objects.create(**champs | {"live": True})


def en_recrivant_ce_qui_est_public(evenement: Evenement, _par: Compte) -> None:
    EvenementFactory.create(ressource=evenement.ressource)
    public = Evenement.objects.filter(live=True).get()
    public.titre = "Autre chose"
    public.save()


@pytest.mark.parametrize("geste", [sans_la_porte, en_l_enregistrant, en_le_copiant, en_recrivant_ce_qui_est_public])
def test_rien_ne_devient_public_sans_la_porte_meme_par_une_superutilisatrice(geste: Any) -> None:
    evenement = un_brouillon(titre="Café")
    with pytest.raises(PublicationInterdite):
        geste(evenement, une_superutilisatrice())
    assert not frais(evenement).live
    assert not Evenement.objects.filter(titre="Autre chose").exists()


class TestConfiance:
    """What a trusted resource proposes."""

    def test_parait_tout_de_suite_et_reste_a_revoir(self) -> None:
        evenement = propose(une_ressource(de_confiance=True))
        assert (frais(evenement).live, frais(evenement).a_revoir) == (True, True)
        assert suivre(evenement).etape == Etape.PUBLIE
        trace = Approbation.objects.de(evenement).get()
        assert (trace.par, trace.seule) == (contact_de(evenement), True)
        assert ModelLogEntry.objects.filter(action="pages.publier_de_confiance", object_id=evenement.pk).exists()

    @pytest.mark.parametrize(
        "champs",
        [
            {"description": "Appelez Zélinda Marchemort au 514 555-0199."},
            {"description": "Comment il s’est pendu."},
            {"courriel_public": ""},
        ],
    )
    def test_un_seul_conseil_et_quelqu_un_lit_d_abord(self, champs: dict[str, str]) -> None:
        evenement = un_brouillon(une_ressource(de_confiance=True), **champs)
        constats = examiner(evenement.get_latest_revision_as_object())
        assert {constat.severite for constat in constats} == {Severite.CONSEIL}
        proposer(evenement=evenement, par=contact_de(evenement))
        assert (frais(evenement).live, suivre(evenement).etape) == (False, Etape.ATTENTE)

    def test_sans_confiance_le_chemin_est_le_meme_pour_toutes(self) -> None:
        evenement = propose()
        assert (frais(evenement).live, frais(evenement).a_revoir) == (False, False)
        with pytest.raises(SeulRefuse):
            publier_de_confiance(revision=evenement.latest_revision, par=contact_de(evenement))

    def test_une_autre_personne_n_herite_pas_de_la_confiance(self) -> None:
        evenement = un_brouillon(une_ressource(de_confiance=True))
        for personne in (une_superutilisatrice(), une_ressource().contacts.get()):
            with pytest.raises(SeulRefuse):
                publier_de_confiance(revision=evenement.latest_revision, par=personne)
        assert not frais(evenement).live

    def test_un_conseil_ferme_la_voie_directe(self) -> None:
        evenement = un_brouillon(une_ressource(de_confiance=True), courriel_public="")
        with pytest.raises(PortesFermees):
            publier_de_confiance(revision=evenement.latest_revision, par=contact_de(evenement))

    def test_une_reponse_due_a_une_moderatrice_repasse_par_elle(self) -> None:
        ressource = une_ressource()
        evenement = propose(ressource)
        agir(evenement, une_moderatrice(), "reject", comment="Quelle porte?")
        type(ressource).objects.update(de_confiance=True)
        proposer(evenement=recrire(frais(evenement), lieu="Porte de côté"), par=contact_de(evenement))
        assert (frais(evenement).live, suivre(evenement).etape) == (False, Etape.ATTENTE)

    def test_ce_qui_attendait_n_attend_plus_quand_la_suite_parait(self) -> None:
        ressource = une_ressource()
        evenement = propose(ressource, titre="Café")
        type(ressource).objects.update(de_confiance=True)
        proposer(evenement=recrire(frais(evenement), titre="Thé"), par=contact_de(evenement))
        assert (frais(evenement).titre, suivre(evenement).etape) == ("Thé", Etape.PUBLIE)
        assert not TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).exists()

    def test_revu_par_quelqu_un_de_la_region_une_fois(self) -> None:
        evenement, elle = propose(une_ressource(de_confiance=True), region=ESTRIE), une_moderatrice(ESTRIE)
        for _ in range(2):
            assert not marquer_revu(evenement=evenement, par=elle).a_revoir
        assert ModelLogEntry.objects.filter(action="pages.revoir_evenement", user=elle).count() == 1

    @pytest.mark.parametrize("qui", ["ailleurs", "redaction", "ressource"])
    def test_revu_refuse_a_qui_n_a_pas_ce_droit(self, qui: str) -> None:
        evenement = propose(une_ressource(de_confiance=True), region=ESTRIE)
        sienne = une_moderatrice()
        evenement.ressource.contacts.add(sienne)
        personnes = {"ailleurs": une_moderatrice(LAVAL), "redaction": une_personne_de(REDACTION), "ressource": sienne}
        with pytest.raises(HorsRessort):
            marquer_revu(evenement=evenement, par=personnes[qui])
        assert frais(evenement).a_revoir


def test_un_lot_approuve_chacun_seul_et_dit_chaque_refus() -> None:
    elle = une_personne_de(REDACTION, APPROBATION)
    bon, ferme, touche, remplace, annule = (
        propose(titre=f"Rencontre numéro {n}", municipalite=f"Ville {n}") for n in "ABCDE"
    )
    lues = [(e, e.current_workflow_task_state.revision_id) for e in (bon, ferme, touche, remplace, annule)]
    type(ferme.ressource).objects.filter(pk=ferme.ressource_id).update(lieu_masque=True)
    recrire_par_l_equipe(touche, elle, description="Une virgule")
    relire_la_derniere(evenement=touche, par=elle)
    lues[2] = (touche, frais(touche).current_workflow_task_state.revision_id)
    proposer(evenement=recrire(remplace, description="Autre chose"), par=contact_de(remplace))
    annuler(evenement=annule, par=contact_de(annule))
    issues = approuver_en_lot(lues=lues, par=elle)
    assert [issue.refus == "" for issue in issues] == [True, False, False, False, False]
    assert "n’est pas prête" in issues[1].refus
    assert "une autre personne doit l’approuver" in issues[2].refus
    assert {issue.refus for issue in issues[3:]} == {VersionDepassee(bon).message}
    assert list(Evenement.objects.publies()) == [bon]


def test_un_lot_respecte_les_regions() -> None:
    ici, ailleurs = propose(region=ESTRIE), propose(region=LAVAL, municipalite="Laval")
    lues = [(e, e.current_workflow_task_state.revision_id) for e in (ici, ailleurs)]
    issues = approuver_en_lot(lues=lues, par=une_moderatrice(ESTRIE))
    assert [issue.refus == "" for issue in issues] == [True, False]
    assert list(Evenement.objects.publies()) == [ici]
