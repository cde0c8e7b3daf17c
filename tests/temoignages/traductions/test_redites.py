"""A page that copies a translation is recognised, like one that copies the words themselves."""

import pytest

from pages.memoire import publies_connus
from pages.redites import redite
from temoignages.actions import reprendre_traduction, retirer
from temoignages.models import Traduction
from tests.fabriques.temoignages import AmorceFactory, une_personne

from .monde import ecrire, un_temoignage_traduit

pytestmark = pytest.mark.django_db

LONGUE = "a chair that waits for me every single week by the window"
COPIE = f"<p>Somebody told us: {LONGUE}, and we listened.</p>"


def reconnue(texte: str) -> bool:
    """Whether a page that holds `texte` repeats someone's words."""
    return bool(redite(texte, publies_connus().pour(texte)))


def test_une_traduction_approuvee_ne_se_copie_pas() -> None:
    temoignage = un_temoignage_traduit(traduit=LONGUE)
    assert reconnue(COPIE)
    assert not reconnue("<p>Nothing of what is written here comes from the wall.</p>")
    retirer(empreinte_code=temoignage.empreinte_code)
    assert not reconnue(COPIE)


def test_une_reponse_courte_avec_son_debut_anglais() -> None:
    un_temoignage_traduit(traduit="a chair", amorce=AmorceFactory.create(texte_en="Here, I find…"))
    assert reconnue("<p>« Here, I find a chair »</p>")


def test_une_proposition_n_est_pas_connue_et_une_reprise_s_oublie() -> None:
    temoignage = un_temoignage_traduit(traduit=LONGUE)
    reprendre_traduction(traduction=Traduction.objects.get(), par=une_personne())
    assert not reconnue(COPIE)
    ecrire(temoignage, LONGUE)
    assert not reconnue(COPIE)
