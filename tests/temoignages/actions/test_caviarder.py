"""Redaction: decisions by offsets, on the text that was seen; nothing undecided goes on."""

import pytest

from reseau.models import Compte
from temoignages.actions import (
    Garde,
    Refus,
    Remplacement,
    caviarder,
    constats_ouverts,
    lire,
    prendre,
    recommencer,
    renvoyer,
    retoucher,
    soumettre,
)
from temoignages.actions.prendre import Textes
from temoignages.anonymat import Constat
from temoignages.etats import Avertissement, EtatDepot, MotifGarde, MotifLecture, MotifRenvoi
from temoignages.models import DecisionConstat, Depot, Trace
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import soumettre_depot, un_depot, une_personne

pytestmark = pytest.mark.django_db

TEXTE = "Merci à Gaétane pis au 418 555-0187."


@pytest.fixture
def lectrice() -> Compte:
    return une_personne()


def ouvrir(depot: Depot, par: Compte) -> tuple[Depot, Textes, list[Constat]]:
    """Take a deposit, read it, and return it with its open findings."""
    depot = prendre(depot=depot, par=par)
    textes = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    return depot, textes, constats_ouverts(depot, textes.propose)


def relire(depot: Depot, par: Compte) -> str:
    depot.refresh_from_db()
    return lire(depot=depot, par=par, motif=MotifLecture.MODERATION).propose


def refus_de(depot: Depot, par: Compte, vue: str, **decisions: object) -> str:
    """Return the rule by which the decisions are refused, after checking that nothing changed."""
    avant = (relire(depot, par), DecisionConstat.objects.count(), Depot.objects.get(pk=depot.pk).modifie_par)
    with pytest.raises(Refus) as refus:
        caviarder(depot=depot, par=par, empreinte_vue=vue, **decisions)  # type: ignore[arg-type]
    assert (relire(depot, par), DecisionConstat.objects.count(), Depot.objects.get(pk=depot.pk).modifie_par) == avant
    return refus.value.regle


def test_chaque_passage_se_remplace_ou_se_garde_par_sa_place(lectrice: Compte) -> None:
    depot, textes, constats = ouvrir(un_depot(TEXTE), lectrice)
    assert [TEXTE[c.debut : c.fin] for c in constats] == ["Gaétane", "418 555-0187"]
    nom, numero = constats
    depot = caviarder(
        depot=depot,
        par=lectrice,
        empreinte_vue=textes.empreinte,
        remplacements=[Remplacement(numero.debut, numero.fin, "téléphone")],
        gardes=[Garde(nom.debut, nom.fin, MotifGarde.PUBLIC)],
    )
    assert relire(depot, lectrice) == "Merci à Gaétane pis au téléphone."
    assert (depot.constats_ouverts, depot.modifie_par) == (0, lectrice)
    assert lire(depot=depot, par=lectrice, motif=MotifLecture.MODERATION).brut == TEXTE


def test_les_decisions_sont_consignees_sans_un_mot(lectrice: Compte) -> None:
    depot, textes, constats = ouvrir(un_depot(TEXTE), lectrice)
    caviarder(
        depot=depot,
        par=lectrice,
        empreinte_vue=textes.empreinte,
        remplacements=[Remplacement(c.debut, c.fin, c.suggestion) for c in constats],
    )
    assert sorted(DecisionConstat.objects.values_list("type", "niveau", "par")) == [
        ("PERSON", "direct", lectrice.pk),
        ("PHONE", "direct", lectrice.pk),
    ]
    lignes = repr([list(modele.objects.values()) for modele in (DecisionConstat, Trace)])
    assert "Gaétane" not in lignes
    assert "555" not in lignes


def test_accepter_chaque_suggestion_ferme_tous_les_passages(lectrice: Compte) -> None:
    texte = "Gaétane m’a appelée au 418 555-0187. J’ai écrit à a.b@exemple.org pis à Jean-Guy."
    depot, textes, constats = ouvrir(un_depot(texte), lectrice)
    remplacements = [Remplacement(c.debut, c.fin, c.suggestion) for c in constats if c.niveau == "direct"]
    caviarder(depot=depot, par=lectrice, empreinte_vue=textes.empreinte, remplacements=remplacements)
    assert [c for c in constats_ouverts(depot, relire(depot, lectrice)) if c.niveau == "direct"] == []


def test_une_vue_perimee_est_refusee(lectrice: Compte) -> None:
    depot, textes, (nom, _) = ouvrir(un_depot(TEXTE), lectrice)
    retoucher(depot=depot, par=lectrice, empreinte_vue=textes.empreinte, texte=f"Ah, {TEXTE}")
    un_remplacement = [Remplacement(nom.debut, nom.fin, "une amie")]
    for vue in (textes.empreinte, "", "0" * 64):
        assert refus_de(depot, lectrice, vue, remplacements=un_remplacement) == "texte_change"
        with pytest.raises(Refus, match="a changé"):
            retoucher(depot=depot, par=lectrice, empreinte_vue=vue, texte="autre")
        with pytest.raises(Refus, match="a changé"):
            soumettre(depot=depot, par=lectrice, empreinte_vue=vue)


@pytest.mark.parametrize(("avant", "apres"), [(0, 1), (1, 0), (-1, 0), (-100, -100), (0, 10**9)])
def test_des_places_qui_ne_sont_pas_celles_d_un_passage_sont_refusees(lectrice: Compte, avant: int, apres: int) -> None:
    depot, textes, (nom, _) = ouvrir(un_depot(TEXTE), lectrice)
    debut, fin = nom.debut + avant, nom.fin + apres
    vue = textes.empreinte
    assert refus_de(depot, lectrice, vue, remplacements=[Remplacement(debut, fin, "une amie")]) == "texte_change"
    assert refus_de(depot, lectrice, vue, gardes=[Garde(debut, fin, MotifGarde.PUBLIC)]) == "texte_change"


@pytest.mark.parametrize("raison", ["", "parce que", "PUBLIC", "Gaétane"])
def test_une_raison_hors_de_la_liste_est_refusee(lectrice: Compte, raison: str) -> None:
    depot, textes, (nom, _) = ouvrir(un_depot(TEXTE), lectrice)
    assert refus_de(depot, lectrice, textes.empreinte, gardes=[Garde(nom.debut, nom.fin, raison)]) == "motif"


def test_deux_remplacements_du_meme_passage_sont_refuses(lectrice: Compte) -> None:
    depot, textes, (nom, _) = ouvrir(un_depot(TEXTE), lectrice)
    deux = [Remplacement(nom.debut, nom.fin, mot) for mot in ("une amie", "un ami")]
    assert refus_de(depot, lectrice, textes.empreinte, remplacements=deux) == "texte_change"


def test_garder_et_remplacer_le_meme_passage_est_refuse(lectrice: Compte) -> None:
    depot, textes, (nom, _) = ouvrir(un_depot(TEXTE), lectrice)
    decisions = {
        "remplacements": [Remplacement(nom.debut, nom.fin, "une amie")],
        "gardes": [Garde(nom.debut, nom.fin, MotifGarde.PUBLIC)],
    }
    assert refus_de(depot, lectrice, textes.empreinte, **decisions) == "texte_change"


def test_un_passage_garde_ne_l_est_que_dans_ce_depot(lectrice: Compte) -> None:
    depot, textes, (nom, _) = ouvrir(un_depot(TEXTE), lectrice)
    gardes = [Garde(nom.debut, nom.fin, MotifGarde.PUBLIC)]
    depot = caviarder(depot=depot, par=lectrice, empreinte_vue=textes.empreinte, gardes=gardes)
    assert [c.type for c in constats_ouverts(depot, relire(depot, lectrice))] == ["PHONE"]
    _autre, _textes, constats = ouvrir(un_depot(TEXTE), lectrice)
    assert [c.type for c in constats] == ["PERSON", "PHONE"]


def test_remplacer_par_un_autre_identifiant_rouvre(lectrice: Compte) -> None:
    depot, textes, (nom, numero) = ouvrir(un_depot(TEXTE), lectrice)
    depot = caviarder(
        depot=depot,
        par=lectrice,
        empreinte_vue=textes.empreinte,
        remplacements=[Remplacement(nom.debut, nom.fin, "Bernadette"), Remplacement(numero.debut, numero.fin, "café")],
    )
    assert depot.constats_ouverts == 1


@pytest.mark.parametrize("ajout", ["Gaétane", "GAÉTANE", "Ga\u200bétane", "Bernadette", "418 555-0187"])
def test_une_retouche_qui_ramene_un_identifiant_rouvre(lectrice: Compte, ajout: str) -> None:
    depot, textes, _ = ouvrir(un_depot("Merci à une amie."), lectrice)
    depot = retoucher(depot=depot, par=lectrice, empreinte_vue=textes.empreinte, texte=f"Merci à mon amie {ajout}.")
    assert depot.constats_ouverts == 1
    with pytest.raises(Refus) as refus:
        soumettre(depot=depot, par=lectrice, empreinte_vue=vue_de(depot, lectrice))
    assert refus.value.regle == "constats"


def vue_de(depot: Depot, par: Compte) -> str:
    depot.refresh_from_db()
    return lire(depot=depot, par=par, motif=MotifLecture.MODERATION).empreinte


@pytest.mark.parametrize("texte", ["", "  \u200b ", "a", "a" * 10_001])
def test_une_retouche_vide_ou_trop_longue_est_refusee(lectrice: Compte, texte: str) -> None:
    depot, textes, _ = ouvrir(un_depot("du monde"), lectrice)
    with pytest.raises(Refus) as refus:
        retoucher(depot=depot, par=lectrice, empreinte_vue=textes.empreinte, texte=texte)
    assert refus.value.regle == "texte"
    assert relire(depot, lectrice) == "du monde"


def test_soumettre_refuse_un_passage_ouvert_et_ne_change_rien(lectrice: Compte) -> None:
    depot, textes, _ = ouvrir(un_depot(TEXTE), lectrice)
    with pytest.raises(Refus) as refus:
        soumettre(depot=depot, par=lectrice, empreinte_vue=textes.empreinte)
    assert refus.value.regle == "constats"
    depot.refresh_from_db()
    assert (depot.etat, depot.soumis_par) == (EtatDepot.EN_LECTURE, None)


def test_soumettre_consigne_qui_et_refuse_un_avertissement_hors_de_la_liste(lectrice: Compte) -> None:
    depot, textes, _ = ouvrir(un_depot("du monde"), lectrice)
    with pytest.raises(Refus) as refus:
        soumettre(depot=depot, par=lectrice, empreinte_vue=textes.empreinte, avertissement="autre")
    assert refus.value.regle == "motif"
    depot = soumettre(
        depot=depot,
        par=lectrice,
        empreinte_vue=textes.empreinte,
        avertissement=Avertissement.DEUIL,
        theme_sensible=True,
    )
    assert (depot.soumis_par, depot.modifie_par, depot.pris_par) == (lectrice, lectrice, None)
    assert (depot.avertissement, depot.theme_sensible) == (Avertissement.DEUIL, True)


def test_un_nom_de_ressource_membre_n_identifie_personne(lectrice: Compte) -> None:
    RessourceFactory.create(nom="Le Zéphirin Bleu")
    depot, _, constats = ouvrir(un_depot("On est bien au Zéphirin Bleu, en Estrie."), lectrice)
    assert constats == []
    assert (depot.constats_ouverts, depot.directs_ouverts) == (0, 0)


def test_un_texte_renvoye_garde_ses_decisions_et_revient_a_la_meme_personne(lectrice: Compte) -> None:
    depot = soumettre_depot(un_depot(), lectrice)
    depot = renvoyer(depot=depot, par=une_personne(), motif=MotifRenvoi.SENS)
    assert (depot.etat, depot.pris_par, depot.motif_renvoi) == (EtatDepot.EN_LECTURE, lectrice, MotifRenvoi.SENS)
    depot = soumettre(depot=depot, par=lectrice, empreinte_vue=vue_de(depot, lectrice))
    assert (depot.etat, depot.motif_renvoi) == (EtatDepot.SOUMIS, "")


def test_recommencer_ramene_le_texte_recu_et_oublie_les_decisions(lectrice: Compte) -> None:
    depot, textes, (nom, telephone) = ouvrir(un_depot(TEXTE), lectrice)
    garde = Garde(telephone.debut, telephone.fin, "vague")
    remplacement = Remplacement(nom.debut, nom.fin, "une amie")
    vue = textes.empreinte
    depot = caviarder(depot=depot, par=lectrice, empreinte_vue=vue, remplacements=[remplacement], gardes=[garde])
    assert depot.constats_ouverts == 0
    depot = recommencer(depot=depot, par=lectrice, empreinte_vue=vue_de(depot, lectrice))
    assert relire(depot, lectrice) == TEXTE
    assert depot.constats_ouverts == 2
    assert not depot.decisions.exists()
