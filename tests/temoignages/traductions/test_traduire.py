"""Writing a translation: who may, of what, and what the machine says of it."""

import pytest

from temoignages.actions import Garde, Refus, releve_de, retirer, traduire
from temoignages.etats import EtatTraduction, MotifGarde
from temoignages.models import Consentement, Generation, Temoignage, Trace, Traduction
from tests.fabriques.roles import une_redactrice, une_traductrice
from tests.fabriques.temoignages import un_temoignage, une_personne

from .monde import MOTS, WORDS, approuver, ecrire, quelqu_un, tout_garder, vue_de

pytestmark = pytest.mark.django_db


@pytest.fixture
def temoignage() -> Temoignage:
    return un_temoignage(MOTS)


def test_une_traduction_attend_une_autre_personne(temoignage: Temoignage) -> None:
    traductrice = une_traductrice()
    traduction = ecrire(temoignage, par=traductrice)
    assert (traduction.etat, traduction.texte, traduction.constats_ouverts) == (EtatTraduction.PROPOSEE, WORDS, 0)
    assert traduction.traduite_par == traduction.modifiee_par == traductrice
    assert Temoignage.objects.traduits("en").get().texte_traduit is None


def test_qui_ne_traduit_pas_ne_traduit_pas(temoignage: Temoignage) -> None:
    for compte in (une_redactrice(), une_personne("moderer_depot", "approuver_depot")):
        with pytest.raises(Refus) as refus:
            ecrire(temoignage, par=compte)
        assert refus.value.regle == "permission"
    assert not Traduction.objects.exists()


@pytest.mark.parametrize("langue", ["fr", "es", "xx", ""])
def test_on_ne_traduit_que_vers_une_autre_langue_du_site(temoignage: Temoignage, langue: str) -> None:
    with pytest.raises(Refus) as refus:
        ecrire(temoignage, langue=langue)
    assert refus.value.regle == "langue"


@pytest.mark.parametrize("texte", ["", "  \n", "a", "x" * 10_001])
def test_une_traduction_vide_ou_trop_longue_est_refusee(temoignage: Temoignage, texte: str) -> None:
    with pytest.raises(Refus) as refus:
        ecrire(temoignage, texte)
    assert refus.value.regle == "texte"


def test_une_parole_retiree_ou_echue_ne_se_traduit_pas(temoignage: Temoignage) -> None:
    Consentement.objects.update(jusqu_au="2020-01-01")
    with pytest.raises(Refus) as refus:
        ecrire(temoignage)
    assert refus.value.regle == "plus_la"
    retirer(empreinte_code=temoignage.empreinte_code)
    with pytest.raises(Refus):
        ecrire(temoignage)
    assert not Traduction.objects.exists()


def test_ce_qui_identifie_compte_et_reste_a_decider(temoignage: Temoignage) -> None:
    traduction = ecrire(temoignage, "a chair that waits for me, says my friend Johanne, 418 555-0187")
    assert traduction.constats_ouverts == 2
    with pytest.raises(Refus) as refus:
        approuver(traduction)
    assert refus.value.regle == "constats"


def test_un_passage_se_garde_avec_une_raison_de_la_liste(temoignage: Temoignage) -> None:
    traduction = ecrire(temoignage, "a chair that waits for me on Tuesdays")
    assert traduction.constats_ouverts == 1
    traduction = tout_garder(traduction)
    assert traduction.constats_ouverts == 0
    assert list(traduction.gardes.values()) == [MotifGarde.MOT_COURANT]
    assert "uesdays" not in str(traduction.gardes)
    assert approuver(traduction).est_approuvee


def test_une_garde_de_travers_est_refusee(temoignage: Temoignage) -> None:
    texte = "a chair that waits for me on Tuesdays"
    traduction = ecrire(temoignage, texte)
    (constat,) = releve_de(temoignage, traduction).ouverts
    for garde in (Garde(constat.debut, constat.fin, "parce que"), Garde(0, 1, MotifGarde.VAGUE)):
        with pytest.raises(Refus) as refus:
            traduire(
                temoignage=temoignage, langue="en", par=quelqu_un(), texte=texte, vue=vue_de(temoignage), gardes=[garde]
            )
        assert refus.value.regle in {"motif", "texte_change"}
    assert Traduction.objects.get().constats_ouverts == 1


def test_une_raison_ne_suit_pas_un_passage_qui_n_est_plus_la(temoignage: Temoignage) -> None:
    traduction = tout_garder(ecrire(temoignage, "a chair that waits for me on Tuesdays"))
    assert ecrire(temoignage, WORDS, par=traduction.traduite_par).gardes == {}


def test_ce_que_l_original_dit_deja_n_est_pas_a_decider() -> None:
    temoignage = un_temoignage("à Sherbrooke, une chaise m’attend")
    assert ecrire(temoignage, "in Sherbrooke, a chair waits for me").constats_ouverts == 0
    assert ecrire(temoignage, "in Granby, a chair waits for me", par=quelqu_un()).constats_ouverts == 1


def test_deux_personnes_en_meme_temps_la_seconde_relit(temoignage: Temoignage) -> None:
    vue = vue_de(temoignage)
    ecrire(temoignage)
    with pytest.raises(Refus) as refus:
        traduire(temoignage=temoignage, langue="en", par=quelqu_un(), texte="a chair", vue=vue)
    assert refus.value.regle == "texte_change"
    assert Traduction.objects.get().texte == WORDS


def test_reprendre_une_traduction_approuvee_la_retire_du_site(temoignage: Temoignage) -> None:
    approuver(ecrire(temoignage))
    autre = quelqu_un()
    traduction = ecrire(temoignage, "a seat that waits for me", par=autre)
    assert (traduction.etat, traduction.approuvee_par, traduction.traduite_par) == ("proposee", None, autre)
    assert Temoignage.objects.traduits("en").get().texte_traduit is None


def test_enregistrer_sans_rien_changer_la_laisse_approuvee(temoignage: Temoignage) -> None:
    approuver(ecrire(temoignage))
    assert ecrire(temoignage).est_approuvee


def test_chaque_geste_laisse_une_trace_sans_un_mot_et_change_la_generation(temoignage: Temoignage) -> None:
    avant = Generation.actuelle()
    traduction = approuver(ecrire(temoignage))
    assert Generation.actuelle() > avant
    traces = Trace.objects.filter(objet="traduction").order_by("pk")
    assert [(t.verbe, t.objet_id, t.motif) for t in traces] == [
        ("traduire", str(traduction.pk), ""),
        ("approuver", str(traduction.pk), ""),
    ]
