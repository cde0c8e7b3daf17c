"""The gate of a translation: someone else, on the very texts that they saw."""

import pytest

from temoignages.actions import Refus, approuver_traduction, reprendre_traduction, supprimer_traduction
from temoignages.models import Depot, Temoignage, Traduction
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.roles import une_redactrice, une_traductrice
from tests.fabriques.temoignages import un_temoignage, une_personne

from .monde import MOTS, WORDS, approuver, ecrire, quelqu_un, vue_de

pytestmark = pytest.mark.django_db


@pytest.fixture
def temoignage() -> Temoignage:
    return un_temoignage(MOTS)


def refuse(regle: str, traduction: Traduction, par: object) -> None:
    """Check that an approval is refused by that rule, and that nothing is shown."""
    with pytest.raises(Refus) as refus:
        approuver(traduction, par)  # type: ignore[arg-type] # any account
    assert refus.value.regle == regle
    assert not Traduction.objects.approuvees().exists()


def test_une_autre_personne_approuve(temoignage: Temoignage) -> None:
    autre = quelqu_un()
    traduction = approuver(ecrire(temoignage), autre)
    assert (traduction.est_approuvee, traduction.approuvee_par) == (True, autre)
    assert Temoignage.objects.traduits("en").get().texte_traduit == WORDS


def test_qui_a_ecrit_n_approuve_pas_meme_en_superutilisatrice(temoignage: Temoignage) -> None:
    toute_puissante = quelqu_un(is_superuser=True)
    refuse("meme_personne", ecrire(temoignage, par=toute_puissante), toute_puissante)


def test_qui_a_commence_n_approuve_pas_ce_qu_une_autre_a_fini(temoignage: Temoignage) -> None:
    premiere = quelqu_un()
    ecrire(temoignage, "a chair", par=premiere)
    derniere = quelqu_un()
    traduction = ecrire(temoignage, par=derniere)
    refuse("meme_personne", traduction, premiere)
    refuse("meme_personne", traduction, derniere)
    assert approuver(traduction).est_approuvee


def test_qui_a_ecrit_entre_deux_autres_n_approuve_pas_meme_en_superutilisatrice(temoignage: Temoignage) -> None:
    premiere, entre, tierce = quelqu_un(), quelqu_un(is_superuser=True), quelqu_un()
    ecrire(temoignage, "a chair", par=premiere)
    ecrire(temoignage, "a chair that waits for me", par=entre)
    traduction = ecrire(temoignage, "a chair, that waits for me", par=premiere)
    assert traduction.traduite_par == traduction.modifiee_par == premiere
    refuse("meme_personne", traduction, entre)
    traduction = reprendre_traduction(traduction=approuver(traduction, tierce), par=tierce)
    refuse("meme_personne", traduction, entre)
    assert approuver(traduction, tierce).est_approuvee


def test_des_mots_approuves_n_ont_plus_d_autrice(temoignage: Temoignage) -> None:
    premiere, entre, tierce = quelqu_un(), quelqu_un(), quelqu_un()
    ecrire(temoignage, "a chair", par=premiere)
    ecrire(temoignage, par=entre)
    approuver(ecrire(temoignage, "a chair, that waits for me", par=premiere), tierce)
    traduction = ecrire(temoignage, par=tierce)
    refuse("meme_personne", traduction, tierce)
    assert approuver(traduction, entre).est_approuvee


def test_traduire_ne_suffit_pas_pour_approuver(temoignage: Temoignage) -> None:
    traduction = ecrire(temoignage)
    refuse("permission", traduction, une_traductrice())
    refuse("permission", traduction, une_redactrice())


def test_une_personne_de_la_ressource_n_approuve_pas(temoignage: Temoignage) -> None:
    contact = quelqu_un()
    ressource = RessourceFactory.create()
    ressource.contacts.add(contact)
    Depot.objects.update(ressource=ressource)
    refuse("contact", ecrire(temoignage), contact)


def test_on_approuve_ce_qu_on_a_lu(temoignage: Temoignage) -> None:
    traduction = ecrire(temoignage, "a chair")
    vue = vue_de(temoignage)
    ecrire(temoignage, par=traduction.traduite_par)
    with pytest.raises(Refus) as refus:
        approuver_traduction(traduction=traduction, par=quelqu_un(), vue=vue)
    assert refus.value.regle == "texte_change"


def test_si_l_original_a_change_on_reprend_la_traduction(temoignage: Temoignage) -> None:
    traduction = ecrire(temoignage)
    Temoignage.objects.update(texte="une chaise")
    traduction.refresh_from_db()
    refuse("source", traduction, quelqu_un())


def test_on_n_approuve_pas_deux_fois_ni_ce_qui_n_est_plus_la(temoignage: Temoignage) -> None:
    traduction = approuver(ecrire(temoignage))
    with pytest.raises(Refus, match="état"):
        approuver(traduction)
    supprimer_traduction(traduction=traduction, par=quelqu_un())
    with pytest.raises(Refus, match="état"):
        approuver(traduction)


def test_reprendre_et_supprimer_laissent_l_original(temoignage: Temoignage) -> None:
    traduction = approuver(ecrire(temoignage))
    with pytest.raises(Refus) as refus:
        reprendre_traduction(traduction=traduction, par=une_redactrice())
    assert refus.value.regle == "permission"
    assert not reprendre_traduction(traduction=traduction, par=une_traductrice()).est_approuvee
    with pytest.raises(Refus):
        reprendre_traduction(traduction=traduction, par=une_traductrice())
    with pytest.raises(Refus):
        supprimer_traduction(traduction=traduction, par=une_redactrice())
    supprimer_traduction(traduction=traduction, par=une_personne())
    assert not Traduction.objects.exists()
    assert Temoignage.objects.publies().get().texte == MOTS
