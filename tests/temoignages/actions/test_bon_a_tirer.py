"""The proposed text and its author: seen by the code alone, accepted, sent back; the gate waits for their word."""

from collections.abc import Callable
from functools import partial

import pytest

from reseau.models import Compte
from temoignages.actions import (
    LONGUEUR_DEMANDE,
    Refus,
    accepter,
    approuver,
    demander_changement,
    detruire_echus,
    lire,
    lire_proposition,
    refuser,
    renvoyer,
    retirer,
    retoucher,
    soumettre,
)
from temoignages.actions.prendre import ouvrir_textes
from temoignages.etats import EtatDepot, MotifLecture, MotifRefus, MotifRenvoi
from temoignages.models import Depot, Temoignage, Trace
from tests.fabriques.reseau import CompteFactory
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, une_personne

from .test_concurrence import ensemble

pytestmark = pytest.mark.django_db
DEMANDE = "Enlevez la fin, ma sœur se reconnaîtrait."


@pytest.fixture
def premiere() -> Compte:
    return une_personne()


@pytest.fixture
def depot(premiere: Compte) -> Depot:
    """A proposal whose author wants to see it before it is published."""
    return soumettre_depot(un_depot(relecture_voulue=True), premiere)


def vu(depot: Depot) -> str:
    return lire_proposition(depot=depot, auteur=depot.auteur).empreinte


def demander(depot: Depot, demande: str = DEMANDE) -> Depot:
    return demander_changement(depot=depot, auteur=depot.auteur, empreinte_vue=vu(depot), demande=demande)


def refus_de(geste: Callable[[], object]) -> str:
    with pytest.raises(Refus) as refus:
        geste()
    return refus.value.regle


def reprendre(depot: Depot, par: Compte, texte: str) -> Depot:
    """Change the proposal as the first reader, and send it on."""
    lu = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    depot = retoucher(depot=depot, par=par, empreinte_vue=lu.empreinte, texte=texte)
    return soumettre(depot=depot, par=par, empreinte_vue=ouvrir_textes(depot).empreinte)


def test_l_auteur_lit_ce_qui_serait_publie_et_la_lecture_est_consignee_sans_nom(depot: Depot) -> None:
    assert lire_proposition(depot=depot, auteur=depot.auteur).texte == "du monde qui écoute"
    trace = Trace.objects.filter(verbe="lire", objet_id=str(depot.pk)).latest("pk")
    assert (trace.par, trace.motif) == (None, MotifLecture.AUTEUR)


def test_la_porte_attend_l_accord_meme_pour_un_superusager(depot: Depot) -> None:
    for par in (une_personne(), CompteFactory.create(is_superuser=True)):
        assert refus_de(partial(approuver_depot, depot, par)) == "bon_a_tirer"
    assert not Temoignage.objects.exists()
    accepter(depot=depot, auteur=depot.auteur, empreinte_vue=vu(depot))
    assert approuver_depot(depot, une_personne()).texte == "du monde qui écoute"


def test_sans_relecture_voulue_la_porte_n_attend_pas(premiere: Compte) -> None:
    assert approuver_depot(soumettre_depot(un_depot(), premiere), une_personne()).texte


def test_accepter_deux_fois_c_est_accepter_une_fois(depot: Depot) -> None:
    lue = vu(depot)
    marques = {accepter(depot=depot, auteur=depot.auteur, empreinte_vue=lue).bon_a_tirer for _ in range(2)}
    assert marques == {lue}
    assert Trace.objects.filter(verbe="accepter").count() == 1


def test_un_texte_change_depuis_ne_s_accepte_pas(depot: Depot, premiere: Compte) -> None:
    lue = vu(depot)
    renvoyer(depot=depot, par=une_personne(), motif=MotifRenvoi.SENS)
    assert refus_de(lambda: accepter(depot=depot, auteur=depot.auteur, empreinte_vue=lue)) == "etat"
    reprendre(depot, premiere, "du monde")
    for empreinte in (lue, "", "x"):
        pour = partial(partial, depot=depot, auteur=depot.auteur, empreinte_vue=empreinte)
        assert refus_de(pour(accepter)) == "texte_change"
        assert refus_de(pour(demander_changement, demande=DEMANDE)) == "texte_change"
    depot.refresh_from_db()
    assert (depot.bon_a_tirer, depot.demande_auteur, depot.etat) == ("", None, EtatDepot.SOUMIS)


def test_changer_le_texte_efface_l_accord_et_le_garder_tel_quel_le_laisse(depot: Depot, premiere: Compte) -> None:
    accepter(depot=depot, auteur=depot.auteur, empreinte_vue=vu(depot))
    renvoyer(depot=depot, par=une_personne(), motif=MotifRenvoi.AVERTISSEMENT)
    assert reprendre(depot, premiere, "du monde qui écoute").bon_a_tirer
    renvoyer(depot=depot, par=une_personne(), motif=MotifRenvoi.SENS)
    assert reprendre(depot, premiere, "du monde").bon_a_tirer == ""
    assert refus_de(lambda: approuver_depot(depot, une_personne())) == "bon_a_tirer"


def test_un_accord_pour_un_autre_texte_n_ouvre_pas_la_porte(depot: Depot) -> None:
    Depot.objects.filter(pk=depot.pk).update(bon_a_tirer="0" * 64)
    assert refus_de(lambda: approuver_depot(depot, une_personne())) == "bon_a_tirer"


def test_demander_un_changement_renvoie_le_texte_a_qui_l_a_prepare(depot: Depot, premiere: Compte) -> None:
    demander(depot)
    depot.refresh_from_db()
    assert (depot.etat, depot.motif_renvoi, depot.pris_par) == (EtatDepot.EN_LECTURE, MotifRenvoi.AUTEUR, premiere)
    assert lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION).demande == DEMANDE
    assert DEMANDE.encode() not in bytes(depot.demande_auteur or b"")
    assert refus_de(lambda: approuver(depot=depot, par=une_personne(), empreinte_vue="")) == "etat"


def test_qui_demande_un_changement_doit_accepter_la_suite(premiere: Compte) -> None:
    depot = soumettre_depot(un_depot(), premiere)
    demander(depot)
    reprendre(depot, premiere, "du monde")
    assert refus_de(lambda: approuver_depot(depot, une_personne())) == "bon_a_tirer"
    depot.refresh_from_db()
    accepter(depot=depot, auteur=depot.auteur, empreinte_vue=vu(depot))
    assert approuver_depot(depot, une_personne()).texte == "du monde"


def test_demander_apres_avoir_accepte_retire_l_accord(depot: Depot) -> None:
    accepter(depot=depot, auteur=depot.auteur, empreinte_vue=vu(depot))
    assert demander(depot).bon_a_tirer == ""


def test_la_meme_demande_deux_fois_n_en_fait_qu_une_et_une_autre_attend(depot: Depot) -> None:
    lue = vu(depot)
    for _ in range(2):
        demander_changement(depot=depot, auteur=depot.auteur, empreinte_vue=lue, demande=DEMANDE)
    assert Trace.objects.filter(verbe="demander").count() == 1
    autre = partial(demander_changement, depot=depot, auteur=depot.auteur, empreinte_vue=lue, demande="Autre chose.")
    assert refus_de(autre) == "etat"
    assert ouvrir_textes(Depot.objects.get()).demande == DEMANDE


@pytest.mark.parametrize("demande", ["", "  \n", "\u200b", "a" * (LONGUEUR_DEMANDE + 1)])
def test_une_demande_vide_ou_trop_longue_est_refusee(depot: Depot, demande: str) -> None:
    assert refus_de(lambda: demander(depot, demande)) == "demande"
    assert Depot.objects.get().etat == EtatDepot.SOUMIS


def test_une_demande_qui_parle_de_danger_passe_en_premier(depot: Depot) -> None:
    assert demander(depot, "Je veux mourir, laissez faire.").urgent


def test_l_auteur_d_un_autre_texte_ne_voit_ni_n_accepte_ni_ne_demande(depot: Depot) -> None:
    lue, autre = vu(depot), un_depot().auteur
    for auteur in (autre, "", depot.empreinte_code[:-1]):
        pour = partial(partial, depot=depot, auteur=auteur)
        assert refus_de(pour(lire_proposition)) == "code"
        assert refus_de(pour(accepter, empreinte_vue=lue)) == "code"
        assert refus_de(pour(demander_changement, empreinte_vue=lue, demande=DEMANDE)) == "code"
    depot.refresh_from_db()
    assert (depot.etat, depot.bon_a_tirer, depot.demande_auteur) == (EtatDepot.SOUMIS, "", None)


def test_publie_il_se_lit_encore_puis_plus_apres_la_destruction(premiere: Compte) -> None:
    depot = soumettre_depot(un_depot(), premiere)
    approuver_depot(depot, une_personne())
    lue = vu(depot)
    assert refus_de(lambda: accepter(depot=depot, auteur=depot.auteur, empreinte_vue=lue)) == "etat"
    Depot.objects.update(decide_le="2020-01-01T00:00Z")
    assert detruire_echus() == 1
    assert refus_de(lambda: lire_proposition(depot=depot, auteur=depot.auteur)) == "detruit"


def test_retirer_ou_refuser_ne_laisse_ni_demande_ni_accord(depot: Depot, premiere: Compte) -> None:
    accepter(depot=depot, auteur=depot.auteur, empreinte_vue=vu(depot))
    refuser(depot=depot, par=une_personne(), motif=MotifRefus.TIERS)
    autre = soumettre_depot(un_depot(), premiere)
    demander(autre)
    retirer(empreinte_code=autre.empreinte_code)
    assert set(Depot.objects.values_list("bon_a_tirer", flat=True)) == {""}
    assert Depot.objects.get(pk=autre.pk).demande_auteur is None
    assert refus_de(lambda: lire_proposition(depot=autre, auteur=autre.auteur)) == "etat"


def test_personne_d_autre_ne_parle_au_nom_de_l_auteur(depot: Depot) -> None:
    assert refus_de(lambda: renvoyer(depot=depot, par=une_personne(), motif=MotifRenvoi.AUTEUR)) == "motif"


def test_rien_de_la_demande_dans_la_trace(depot: Depot) -> None:
    demander(depot)
    traces = str(list(Trace.objects.values()))
    assert not [mot for mot in DEMANDE.split() if len(mot) > 4 and mot in traces]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("essai", range(3))
def test_demander_et_approuver_ensemble_un_seul_l_emporte(essai: int) -> None:
    depot, seconde = soumettre_depot(un_depot(), une_personne()), une_personne()
    lue = vu(depot)
    issues = ensemble([partial(approuver, depot=depot, par=seconde, empreinte_vue=lue), partial(demander, depot)])
    assert issues == ["", "etat"]
    assert Temoignage.objects.exists() == (Depot.objects.get().etat == EtatDepot.PUBLIE)


@pytest.mark.django_db(transaction=True)
def test_accepter_quatre_fois_ensemble_ne_laisse_qu_une_trace() -> None:
    depot = soumettre_depot(un_depot(relecture_voulue=True), une_personne())
    geste = partial(accepter, depot=depot, auteur=depot.auteur, empreinte_vue=vu(depot))
    assert ensemble([geste] * 4) == [""] * 4
    assert Trace.objects.filter(verbe="accepter").count() == 1
