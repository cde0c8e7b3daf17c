"""Undoing one decision, and that one only: the words received come back flagged, the others stay as they were."""

import pytest

from reseau.models import Compte
from temoignages.actions import (
    Garde,
    Passage,
    Refus,
    Remplacement,
    caviarder,
    constats_ouverts,
    effacer,
    liberer,
    lire,
    masquer,
    prendre,
    relever,
    retoucher,
    revenir,
)
from temoignages.etats import MotifGarde, MotifLecture, TypeMarque
from temoignages.models import DecisionConstat, Depot, Trace
from tests.fabriques.temoignages import un_depot, une_personne

pytestmark = pytest.mark.django_db
TEXTE = "Merci à Gaétane pis au 418 555-0187, la dame aux chats."


@pytest.fixture
def lectrice() -> Compte:
    return une_personne()


def textes_de(depot: Depot, par: Compte) -> tuple[str, str]:
    textes = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    return textes.propose, textes.empreinte


@pytest.fixture
def depot(lectrice: Compte) -> Depot:
    """Return a deposit with a name kept, a number replaced, and words hidden by hand."""
    depot = prendre(depot=un_depot(TEXTE), par=lectrice)
    propose, vue = textes_de(depot, lectrice)
    nom, numero = constats_ouverts(depot, propose)
    remplacement = Remplacement(numero.debut, numero.fin, "téléphone")
    garde = Garde(nom.debut, nom.fin, MotifGarde.PUBLIC)
    depot = caviarder(depot=depot, par=lectrice, empreinte_vue=vue, remplacements=[remplacement], gardes=[garde])
    passage = Passage("la dame aux chats", TypeMarque.PERSONNE, "quelqu’un")
    return masquer(depot=depot, par=lectrice, empreinte_vue=textes_de(depot, lectrice)[1], passage=passage)


def annuler(depot: Depot, par: Compte, **quoi: object) -> Depot:
    return revenir(depot=depot, par=par, empreinte_vue=textes_de(depot, par)[1], **quoi)  # type: ignore[arg-type]


def decisions() -> list[tuple[str, str]]:
    return sorted(DecisionConstat.objects.values_list("type", "regle"))


def test_un_remplacement_se_defait_seul_et_redevient_a_decider(depot: Depot, lectrice: Compte) -> None:
    assert textes_de(depot, lectrice)[0] == "Merci à Gaétane pis au téléphone, quelqu’un."
    depot = annuler(depot, lectrice, ecarts=[0])
    propose, _vue = textes_de(depot, lectrice)
    assert propose == "Merci à Gaétane pis au 418 555-0187, quelqu’un."
    assert [c.type for c in constats_ouverts(depot, propose)] == ["PHONE"]
    assert (depot.constats_ouverts, [type_ for type_, _regle in decisions()]) == (1, ["PERSON", "PERSON"])


def test_un_passage_masque_a_la_main_se_defait_seul(depot: Depot, lectrice: Compte) -> None:
    depot = annuler(depot, lectrice, ecarts=[1])
    assert textes_de(depot, lectrice)[0] == "Merci à Gaétane pis au téléphone, la dame aux chats."
    assert "main" not in [regle for _type, regle in decisions()]
    assert depot.constats_ouverts == 0


def test_un_passage_garde_redevient_a_decider(depot: Depot, lectrice: Compte) -> None:
    garde = depot.decisions.get(raison_garde=MotifGarde.PUBLIC)
    avant = textes_de(depot, lectrice)[0]
    depot = annuler(depot, lectrice, gardes=[garde.pk])
    assert textes_de(depot, lectrice)[0] == avant
    assert [c.type for c in constats_ouverts(depot, avant)] == ["PERSON"]
    assert depot.constats_ouverts == 1


def test_tout_se_defait_d_un_coup(depot: Depot, lectrice: Compte) -> None:
    garde = depot.decisions.get(raison_garde=MotifGarde.PUBLIC)
    depot = annuler(depot, lectrice, ecarts=[0, 1], gardes=[garde.pk])
    assert textes_de(depot, lectrice)[0] == TEXTE
    assert (decisions(), depot.constats_ouverts) == ([], 2)


def test_une_retouche_se_defait_aussi(lectrice: Compte) -> None:
    depot = prendre(depot=un_depot("une chaise pis du café"), par=lectrice)
    vue = textes_de(depot, lectrice)[1]
    depot = retoucher(depot=depot, par=lectrice, empreinte_vue=vue, texte="une chaise et du thé")
    depot = annuler(depot, lectrice, ecarts=[1])
    assert textes_de(depot, lectrice)[0] == "une chaise et du café"


def test_une_retouche_rendue_n_efface_la_decision_de_personne(depot: Depot, lectrice: Compte) -> None:
    """Neither words that the machine knows, taken out by hand, nor words that it does not."""
    texte = "Merci pis au téléphone, quelqu’un."
    depot = retoucher(depot=depot, par=lectrice, empreinte_vue=textes_de(depot, lectrice)[1], texte=texte)
    avant = decisions()
    depot = annuler(depot, lectrice, ecarts=[0])
    assert textes_de(depot, lectrice)[0] == "Merci à Gaétane pis au téléphone, quelqu’un."
    assert decisions() == avant


def test_de_deux_noms_remplaces_celui_qu_on_rend_oublie_sa_decision(lectrice: Compte) -> None:
    depot = prendre(depot=un_depot("Merci à Gaétane, pis au 418 555-0187, pis à Fleurange Vermillon."), par=lectrice)
    for rang in range(3):  # one at a time: each is placed in a text that changed since
        propose, vue = textes_de(depot, lectrice)
        constat = constats_ouverts(depot, propose)[0]
        remplacement = Remplacement(constat.debut, constat.fin, f"mot {rang}")
        depot = caviarder(depot=depot, par=lectrice, empreinte_vue=vue, remplacements=[remplacement])
    siennes = list(depot.decisions.order_by("pk").values_list("pk", flat=True))
    annuler(depot, lectrice, ecarts=[0])
    assert list(depot.decisions.order_by("pk").values_list("pk", flat=True)) == siennes[1:]


def test_ce_qui_dit_ou_etaient_les_mots_part_avec_eux(depot: Depot) -> None:
    assert DecisionConstat.objects.filter(debut_recu__isnull=False).count() == 2
    effacer(depot)
    assert not DecisionConstat.objects.filter(debut_recu__isnull=False, fin_recu__isnull=False).exists()


@pytest.mark.parametrize("quoi", [{}, {"ecarts": [2]}, {"ecarts": [0, 9]}, {"ecarts": [-1]}, {"gardes": [10**9]}])
def test_ce_qui_n_existe_pas_ne_se_defait_pas(depot: Depot, lectrice: Compte, quoi: dict[str, list[int]]) -> None:
    avant = (textes_de(depot, lectrice), decisions())
    with pytest.raises(Refus) as refus:
        annuler(depot, lectrice, **quoi)
    assert refus.value.regle == "rien_a_annuler"
    assert (textes_de(depot, lectrice), decisions()) == avant


def test_la_decision_d_un_autre_depot_ne_se_defait_pas_d_ici(depot: Depot, lectrice: Compte) -> None:
    autre = prendre(depot=un_depot("du monde"), par=lectrice)
    garde = depot.decisions.get(raison_garde=MotifGarde.PUBLIC)
    with pytest.raises(Refus):
        annuler(autre, lectrice, gardes=[garde.pk])
    assert depot.decisions.filter(pk=garde.pk).exists()


def test_seule_la_personne_qui_tient_le_texte_le_defait(depot: Depot, lectrice: Compte) -> None:
    vue = textes_de(depot, lectrice)[1]
    liberer(depot=depot, par=lectrice)
    autre = une_personne()
    with pytest.raises(Refus):
        revenir(depot=depot, par=lectrice, empreinte_vue=vue, ecarts=[0])
    prendre(depot=depot, par=autre)
    assert revenir(depot=depot, par=autre, empreinte_vue=vue, ecarts=[0]).modifie_par == autre


def test_un_texte_change_entre_temps_ne_se_defait_pas(depot: Depot, lectrice: Compte) -> None:
    with pytest.raises(Refus) as refus:
        revenir(depot=depot, par=lectrice, empreinte_vue="0" * 64, ecarts=[0])
    assert refus.value.regle == "texte_change"


def test_annuler_est_consigne_sans_un_mot(depot: Depot, lectrice: Compte) -> None:
    annuler(depot, lectrice, ecarts=[0])
    assert Trace.objects.filter(verbe="revenir", par=lectrice).count() == 1
    assert "555" not in repr(list(Trace.objects.values()))


def test_le_releve_dit_ce_qui_est_ouvert_garde_et_decide(depot: Depot, lectrice: Compte) -> None:
    releve = relever(depot, lire(depot=depot, par=lectrice, motif=MotifLecture.MODERATION))
    assert [c.type for c in releve.recus] == ["PERSON", "PHONE"]
    assert (releve.ouverts, releve.decides) == ([], 3)
    ((constat, decision),) = releve.gardes
    assert (constat.type, decision.raison_garde) == ("PERSON", MotifGarde.PUBLIC)
