"""A withdrawal takes the translation with the words, wherever it stood."""

import importlib
import secrets

import pytest
from django.test import Client

from temoignages.actions import rejouer_retraits, retirer, retirer_tout
from temoignages.coffre.models import RetraitConsigne
from temoignages.models import Consentement, Depot, Temoignage, Traduction
from temoignages.residus.bardeaux import preparer
from temoignages.residus.cible import lire_cible
from temoignages.residus.fouille import fouiller
from temoignages.residus.tables import lire_tables
from tests.fabriques.pages import ContenuPageFactory
from tests.fabriques.temoignages import une_personne

from .monde import WORDS, adresse, approuver, ecrire, lire, un_temoignage_traduit

pytestmark = pytest.mark.django_db


@pytest.fixture
def temoignage() -> Temoignage:
    return un_temoignage_traduit()


def disparu(temoignage: Temoignage) -> None:
    """Check that no row and no page says a word of it."""
    assert not Traduction.objects.exists()
    reponse = Client().get(adresse(temoignage))
    assert reponse.status_code == 410
    assert WORDS not in reponse.content.decode()


def test_retirer_supprime_la_traduction(temoignage: Temoignage) -> None:
    assert WORDS in lire(temoignage)
    retirer(empreinte_code=temoignage.empreinte_code)
    disparu(temoignage)


def test_tout_retirer_et_retirer_a_la_demande_aussi(temoignage: Temoignage) -> None:
    retirer_tout(auteur=Depot.objects.get().auteur, par=une_personne())
    disparu(temoignage)


def test_une_traduction_proposee_s_en_va_aussi(temoignage: Temoignage) -> None:
    ecrire(temoignage, "a seat that waits for me")
    retirer(empreinte_code=temoignage.empreinte_code)
    disparu(temoignage)


@pytest.mark.parametrize("avec_le_depot", [True, False])
def test_une_sauvegarde_restauree_ne_la_ramene_pas(temoignage: Temoignage, avec_le_depot: bool) -> None:
    RetraitConsigne.objects.create(pk=temoignage.empreinte_code, le="2026-11-01T12:00Z")
    if not avec_le_depot:
        Depot.objects.update(empreinte_code="0" * 64)
    assert rejouer_retraits() == 1
    disparu(temoignage)


def test_une_autorisation_echue_la_cache_avec_les_mots(temoignage: Temoignage) -> None:
    Consentement.objects.update(jusqu_au="2020-01-01")
    reponse = Client().get(adresse(temoignage))
    assert reponse.status_code == 410
    assert WORDS not in reponse.content.decode()
    assert not Temoignage.objects.publies().exists()


def test_la_fouille_cherche_aussi_la_traduction(temoignage: Temoignage, monkeypatch: pytest.MonkeyPatch) -> None:
    cible = lire_cible(temoignage.pk)
    assert cible.textes == [temoignage.texte, WORDS]
    numero = Traduction.objects.get().pk
    assert f"default.temoignages_traduction.texte#{numero}" in cible.chez_elle
    prises: list[list[str]] = []
    module = importlib.import_module("temoignages.actions.retirer")
    monkeypatch.setattr(module, "prendre_empreintes", lambda textes: prises.append(list(textes)))
    retirer(empreinte_code=temoignage.empreinte_code)
    assert WORDS in prises[0]


def test_la_fouille_trouve_une_traduction_copiee_ailleurs(temoignage: Temoignage) -> None:
    longue = "a chair that waits for me every single week by the window"
    approuver(ecrire(temoignage, longue))
    ContenuPageFactory.create(chapeau=longue)
    cible = lire_cible(temoignage.pk)
    recherche = preparer(cible.textes, secrets.token_bytes(32))
    trouvees = {trouvee.surface for trouvee in fouiller(recherche, lire_tables(), sauf=cible.chez_elle)}
    assert "default.pages_contenupage.chapeau" in trouvees
    assert "default.temoignages_traduction.texte" not in trouvees
