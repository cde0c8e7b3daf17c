"""The first reader's screen: decide each passage, retouch, submit; a refusal says why and keeps what was typed."""

import io

import pytest
from django.test import Client

from reseau.models import Compte
from temoignages.actions import prendre
from temoignages.etats import EtatDepot
from temoignages.models import DecisionConstat, Depot, Trace
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import AmorceFactory, un_depot

from .envoi import MOTS, page, texte_garde
from .lecture import TEXTE, adresse, champs_de_la_page, envoyer_geste, messages, ouvrir

pytestmark = pytest.mark.django_db
CHOISIR = "Choisissez une raison dans la liste."


@pytest.fixture
def depot(premiere: Compte) -> Depot:
    """Return a deposit that the first reader holds, with a name and a phone number inside."""
    return prendre(depot=un_depot(TEXTE), par=premiere)


def propose(client: Client, depot: Depot) -> str:
    """Return the proposed text."""
    return str(ouvrir(client, depot)["textes"].propose)


def test_l_ecran_montre_le_texte_et_surligne_ce_qui_identifie(chez_premiere: Client, depot: Depot) -> None:
    source = page(chez_premiere.get(adresse(depot)))
    for numero, mots, type_ in ((1, "Gaétane Vermillon", "nom"), (2, "418 555-0187", "téléphone")):
        assert f'data-passage="{numero}">{mots}<sup>{numero} {type_}</sup></mark>' in source
        assert f'<mark class="constat constat--direct">{mots}<sup>{type_}</sup></mark>' in source
        assert f"{numero}. «\u00a0{mots}\u00a0»" in source
    assert "2 passages à décider" in source


def test_lire_est_consigne_avec_qui_et_pourquoi(chez_premiere: Client, depot: Depot, premiere: Compte) -> None:
    ouvrir(chez_premiere, depot)
    trace = Trace.objects.get(verbe="lire")
    assert (trace.par, trace.motif, trace.objet_id) == (premiere, "moderation", str(depot.pk))


def test_le_balisage_d_un_texte_n_est_que_du_texte(chez_premiere: Client, premiere: Compte) -> None:
    depot = prendre(depot=un_depot("<script>alert(1)</script> à Gaétane<img src=x>"), par=premiere)
    source = chez_premiere.get(adresse(depot)).content.decode()
    assert "<script>alert" not in source
    assert "<img src=x" not in source


def test_l_ecran_dit_ce_que_la_personne_a_permis(chez_premiere: Client, premiere: Compte) -> None:
    ressource = RessourceFactory.create(nom="Le Phare")
    amorce = AmorceFactory.create(texte="Ici, je dépose…")
    depot = un_depot(amorce=amorce, ressource=ressource, usages=["web", "presse"])
    prendre(depot=depot, par=premiere)
    source = page(chez_premiere.get(adresse(depot)))
    usages = ("Sur ce site", "Auprès de la presse")
    for mot in ("Ici, je dépose…", "Le Phare", *usages, "une ressource alternative du Québec"):
        assert mot in source


def test_remplacer_tout_puis_envoyer(chez_premiere: Client, depot: Depot) -> None:
    reponse = chez_premiere.post(adresse(depot), champs_de_la_page(chez_premiere, depot), follow=True)
    assert "Les décisions sont appliquées." in messages(reponse)
    reste = propose(chez_premiere, depot)
    assert "Vermillon" not in reste
    assert "555-0187" not in reste
    assert "Aucun" in page(reponse) or "0 passage à décider" in page(reponse)
    reponse = envoyer_geste(chez_premiere, depot, "soumettre")
    assert "attend une seconde lecture" in messages(reponse)
    depot.refresh_from_db()
    assert depot.etat == EtatDepot.SOUMIS


def test_envoyer_avec_un_passage_ouvert_est_refuse_a_l_ecran(chez_premiere: Client, depot: Depot) -> None:
    reponse = envoyer_geste(chez_premiere, depot, "soumettre", avertissement="deuil", theme_sensible="on")
    assert reponse.status_code == 200
    assert "Il reste au moins un passage à décider." in messages(reponse)
    assert '<option value="deuil" selected>' in page(reponse)
    depot.refresh_from_db()
    assert depot.etat == EtatDepot.EN_LECTURE


def test_garder_demande_une_raison_et_la_choisie_est_consignee(chez_premiere: Client, depot: Depot) -> None:
    reponse = chez_premiere.post(adresse(depot), champs_de_la_page(chez_premiere, depot, choix="garder"))
    assert "Vérifiez les champs en rouge." in messages(reponse)
    assert page(reponse).count(CHOISIR) == 2
    assert not DecisionConstat.objects.exists()
    envoi = champs_de_la_page(chez_premiere, depot, choix="garder", raison="vague")
    chez_premiere.post(adresse(depot), envoi)
    assert {d.raison_garde for d in DecisionConstat.objects.all()} == {"vague"}
    assert propose(chez_premiere, depot) == TEXTE


def test_attendre_ne_decide_rien(chez_premiere: Client, depot: Depot) -> None:
    chez_premiere.post(adresse(depot), champs_de_la_page(chez_premiere, depot, choix="attendre"))
    assert not DecisionConstat.objects.exists()
    assert len(ouvrir(chez_premiere, depot)["constats"]) == 2


def test_remplacer_par_rien_retire_le_passage(chez_premiere: Client, depot: Depot) -> None:
    chez_premiere.post(adresse(depot), champs_de_la_page(chez_premiere, depot, texte=""))
    assert propose(chez_premiere, depot).replace("  ", " ") == "Appelle au , elle est fine"


def test_un_remplacement_qui_identifie_reste_a_decider(chez_premiere: Client, depot: Depot) -> None:
    chez_premiere.post(adresse(depot), champs_de_la_page(chez_premiere, depot, texte="Rolande Tremblay"))
    assert ouvrir(chez_premiere, depot)["constats"]
    reponse = envoyer_geste(chez_premiere, depot, "soumettre")
    assert "Il reste au moins un passage" in messages(reponse)


def test_un_geste_inconnu_ne_fait_rien(chez_premiere: Client, depot: Depot) -> None:
    for geste in ("", "approuver", "renvoyer", "detruire", "\x00"):
        assert envoyer_geste(chez_premiere, depot, geste).status_code == 200
    depot.refresh_from_db()
    assert depot.etat == EtatDepot.EN_LECTURE


def test_un_texte_change_entre_temps_n_est_pas_decide_a_l_aveugle(chez_premiere: Client, depot: Depot) -> None:
    envoi = champs_de_la_page(chez_premiere, depot)
    envoyer_geste(chez_premiere, depot, "retoucher", texte="Le beau Rosaire Tremblay est fin, 514 555-0199")
    reponse = chez_premiere.post(adresse(depot), envoi)
    assert "Le texte a changé depuis" in messages(reponse)
    places = [(c.debut, c.fin) for c in reponse.context["constats"]]
    montrees = [(int(f["debut"].value()), int(f["fin"].value())) for f in reponse.context["decisions"]]
    assert montrees == places
    assert not DecisionConstat.objects.exists()


def test_une_retouche_refusee_garde_ce_qui_est_tape(chez_premiere: Client, depot: Depot) -> None:
    reponse = envoyer_geste(chez_premiere, depot, "retoucher", texte="v" * 10_001)
    assert "10 001 caractères" in page(reponse)
    assert texte_garde(reponse) == "v" * 10_001
    envoyer_geste(chez_premiere, depot, "retoucher", texte="<b>autre</b> Rolande")
    reponse = envoyer_geste(chez_premiere, depot, "retoucher", texte="<b>mes mots</b>", empreinte="vieille")
    assert "Le texte a changé" in messages(reponse)
    assert texte_garde(reponse) == "<b>mes mots</b>"
    assert propose(chez_premiere, depot) == "<b>autre</b> Rolande"


@pytest.mark.parametrize("texte", ["", " ", "a", "\u200b", "\x00", "?!"])
def test_une_retouche_vide_est_refusee(texte: str, chez_premiere: Client, depot: Depot) -> None:
    reponse = envoyer_geste(chez_premiere, depot, "retoucher", texte=texte)
    assert "Vérifiez les champs en rouge." in messages(reponse)
    assert propose(chez_premiere, depot) == TEXTE


def test_une_retouche_qui_remet_un_nom_le_signale(chez_premiere: Client, depot: Depot) -> None:
    chez_premiere.post(adresse(depot), champs_de_la_page(chez_premiere, depot))
    reponse = envoyer_geste(chez_premiere, depot, "retoucher", texte="Gaétane est fine")
    assert "1 passage à décider" in page(reponse)


def test_un_texte_plein_de_noms_se_decide_quand_meme(chez_premiere: Client, premiere: Compte) -> None:
    """250 passages, five fields each: more than the thousand fields that Django accepts by default."""
    depot = prendre(depot=un_depot(", puis ".join(["Gaétane"] * 250)), par=premiere)
    envoi = champs_de_la_page(chez_premiere, depot, texte="une amie")
    assert len(envoi) > 1000
    reponse = chez_premiere.post(adresse(depot), envoi, follow=True)
    assert reponse.status_code == 200
    assert "Gaétane" not in propose(chez_premiere, depot)


@pytest.mark.parametrize("motif", ["", "inconnu", "x" * 5_000, "\x00"])
def test_ne_pas_retenir_demande_une_raison_de_la_liste(motif: str, chez_premiere: Client, depot: Depot) -> None:
    assert CHOISIR in messages(envoyer_geste(chez_premiere, depot, "refuser", motif=motif))
    depot.refresh_from_db()
    assert depot.etat == EtatDepot.EN_LECTURE


@pytest.mark.parametrize("sujet", ["inconnu", "x" * 5_000, "\x00"])
def test_un_avertissement_hors_de_la_liste_est_refuse(sujet: str, chez_premiere: Client, premiere: Compte) -> None:
    depot = prendre(depot=un_depot(), par=premiere)
    reponse = envoyer_geste(chez_premiere, depot, "soumettre", avertissement=sujet)
    assert "Vérifiez les champs en rouge." in messages(reponse)
    depot.refresh_from_db()
    assert depot.etat == EtatDepot.EN_LECTURE


def test_ne_pas_retenir(chez_premiere: Client, depot: Depot) -> None:
    assert "n’est pas retenu" in messages(envoyer_geste(chez_premiere, depot, "refuser", motif="tiers"))
    depot.refresh_from_db()
    assert (depot.etat, depot.motif_refus) == (EtatDepot.REFUSE, "tiers")


def test_remettre_dans_la_file_laisse_le_texte_a_une_autre(
    chez_premiere: Client, chez_seconde: Client, depot: Depot
) -> None:
    chez_premiere.post(adresse(depot), champs_de_la_page(chez_premiere, depot))
    assert "revenu dans la file" in messages(envoyer_geste(chez_premiere, depot, "liberer"))
    chez_seconde.post(f"{adresse(depot)}prendre/")
    assert "Vermillon" not in propose(chez_seconde, depot)


@pytest.mark.parametrize("geste", ["caviarder", "retoucher", "soumettre", "refuser", "liberer"])
def test_une_autre_personne_ne_voit_ni_ne_change_ce_que_je_lis(
    geste: str, chez_premiere: Client, chez_seconde: Client, depot: Depot
) -> None:
    envoi = champs_de_la_page(chez_premiere, depot) | {"geste": geste, "motif": "tiers", "texte": MOTS}
    for reponse in (
        chez_seconde.get(adresse(depot), follow=True),
        chez_seconde.post(adresse(depot), envoi, follow=True),
    ):
        assert "Vermillon" not in page(reponse)
        assert any(phrase in messages(reponse) for phrase in ("ne permet pas ce geste", "lit déjà ce texte"))
    depot.refresh_from_db()
    assert depot.etat == EtatDepot.EN_LECTURE
    assert propose(chez_premiere, depot) == TEXTE


@pytest.mark.parametrize("etat", [EtatDepot.RECU, EtatDepot.ECARTE, EtatDepot.REFUSE, EtatDepot.RETIRE])
def test_un_depot_qu_on_ne_lit_plus_ne_montre_rien(etat: str, chez_premiere: Client, depot: Depot) -> None:
    Depot.objects.update(etat=etat)
    source = page(chez_premiere.get(adresse(depot), follow=True))
    assert "Vermillon" not in source
    assert "ne permet pas ce geste" in source


def test_un_texte_retire_pendant_la_lecture_le_dit(chez_premiere: Client, depot: Depot) -> None:
    envoi = champs_de_la_page(chez_premiere, depot)
    Depot.objects.update(etat=EtatDepot.RETIRE, brut=None, propose=None)
    reponse = chez_premiere.post(adresse(depot), envoi, follow=True)
    assert reponse.status_code == 200
    assert messages(reponse)
    assert "Vermillon" not in page(reponse)


def test_aucun_mot_ne_passe_dans_un_journal(chez_premiere: Client, depot: Depot, journal: io.StringIO) -> None:
    envoi = champs_de_la_page(chez_premiere, depot, texte="ma Bernadette")
    chez_premiere.post(adresse(depot), envoi | {"empreinte": "vieille"})
    chez_premiere.post(adresse(depot), envoi)
    envoyer_geste(chez_premiere, depot, "retoucher", texte="ma cousine Philomène")
    ecrit = journal.getvalue()
    assert "UPDATE" in ecrit
    assert [mot for mot in ("Vermillon", "555-0187", "Bernadette", "Philomène") if mot in ecrit] == []
