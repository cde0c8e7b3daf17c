"""The words to show in each language: one place says them, with the language that a voice must use."""

import pytest
from django.utils import translation

from temoignages.bilingue import Dit, Mots, dire
from temoignages.models import Amorce, Temoignage, Theme
from tests.fabriques.temoignages import un_temoignage

from .monde import MOTS, WORDS, approuver, ecrire, un_temoignage_traduit


def montres(langue: str) -> Mots:
    """Return what a page in `langue` shows of the only testimony."""
    with translation.override(langue):
        return Temoignage.objects.publies().get().mots


def lang(langue: str) -> str:
    """Return what `lang` says of these words on a page in `langue`."""
    mots = montres(langue)
    with translation.override(langue):
        return mots.lang


@pytest.mark.django_db
def test_en_francais_les_mots_de_la_personne_sans_lang() -> None:
    un_temoignage_traduit()
    assert montres("fr").texte == MOTS
    assert not montres("fr").est_traduit
    assert lang("fr") == ""


@pytest.mark.django_db
def test_en_anglais_la_traduction_approuvee_et_l_original_derriere() -> None:
    un_temoignage_traduit()
    mots = montres("en")
    assert (mots.texte, mots.original, lang("en")) == (WORDS, MOTS, "")
    with translation.override("en"):
        assert mots.lang_de_l_original == "fr-CA"
    assert mots.mention == "Traduit du français"


@pytest.mark.django_db
def test_sans_traduction_les_mots_d_origine_avec_leur_langue() -> None:
    un_temoignage(MOTS)
    assert (montres("en").texte, lang("en"), montres("en").mention) == (MOTS, "fr-CA", "")


@pytest.mark.django_db
def test_une_traduction_proposee_ne_parait_pas() -> None:
    ecrire(un_temoignage(MOTS))
    assert montres("en").texte == MOTS


@pytest.mark.django_db
def test_un_original_anglais_parait_en_francais_de_la_meme_facon() -> None:
    temoignage = un_temoignage(WORDS, langue="en")
    assert (montres("en").texte, lang("en")) == (WORDS, "")
    assert (montres("fr").texte, lang("fr")) == (WORDS, "en-CA")
    approuver(ecrire(temoignage, MOTS, langue="fr"))
    assert (montres("fr").texte, montres("fr").mention, lang("fr")) == (MOTS, "Traduit de l’anglais", "")


@pytest.mark.django_db
def test_si_les_mots_changent_la_traduction_ne_parait_plus() -> None:
    un_temoignage_traduit()
    Temoignage.objects.update(texte="une chaise")
    assert montres("en").texte == "une chaise"
    assert not montres("en").est_traduit


@pytest.mark.django_db
def test_une_ligne_lue_dans_une_langue_ne_montre_rien_dans_une_autre() -> None:
    un_temoignage_traduit()
    en_francais, sans_lire = Temoignage.objects.publies().get(), Temoignage.objects.get()
    with translation.override("en"):
        assert en_francais.mots.texte == sans_lire.mots.texte == MOTS


@pytest.mark.django_db
def test_la_phrase_se_dit_dans_une_seule_langue() -> None:
    amorce = Amorce.objects.create(texte="Ici, ce que je reçois, c’est…", texte_en="Here, what I receive is…")
    un_temoignage_traduit(amorce=amorce)
    assert montres("fr").phrase == f"Ici, ce que je reçois, c’est {MOTS}"
    assert montres("en").phrase == f"Here, what I receive is {WORDS}"
    amorce.texte_en = ""
    amorce.save()
    assert montres("en").phrase == WORDS
    with translation.override("en"):
        assert Temoignage.objects.publies().get().mots.amorce == Dit("Ici, ce que je reçois, c’est…", "fr-CA")


def test_ce_que_l_equipe_ecrit_parait_en_anglais_quand_elle_l_a_ecrit() -> None:
    theme = Theme(nom="l’entraide", nom_en="mutual aid")
    assert theme.montre == Dit("l’entraide")
    with translation.override("en"):
        assert theme.montre == Dit("mutual aid")
        assert dire("<l’entraide>", "").html == '<span lang="fr-CA">&lt;l’entraide&gt;</span>'
    assert dire("<l’entraide>", "").html == "&lt;l’entraide&gt;"
