"""Withdrawal codes: seven words, forgiving to type, stored as a keyed hash only."""

import hashlib
import hmac
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from temoignages.chambre.codes import (
    BITS_PAR_MOT,
    MOTS_PAR_CODE,
    code_de,
    empreinte,
    empreinte_code,
    normaliser_code,
)
from temoignages.chambre.trousseau import poivre

MOTS = [unicodedata.normalize("NFC", mot) for mot in Mnemonic("french").wordlist]
GRAINS = st.text(min_size=1, max_size=30)
SEPARATEURS = st.sampled_from([" ", "   ", "\n", "\t", ", ", "-", " 3. ", "\u00a0", "\u202f", "; ", "\u200b "])


@given(GRAINS)
def test_un_code_a_sept_mots_de_la_liste_et_le_meme_grain_le_redonne(grain: str) -> None:
    code = code_de(grain)
    assert len(code.split(" ")) == MOTS_PAR_CODE == 7
    assert set(code.split(" ")) <= set(MOTS)
    assert code_de(grain) == code


def test_deux_grains_donnent_deux_codes() -> None:
    assert len({code_de(str(rang)) for rang in range(5000)}) == 5000


def test_tous_les_mots_peuvent_sortir() -> None:
    assert len(MOTS) == 1 << BITS_PAR_MOT
    assert {mot for rang in range(5000) for mot in code_de(f"tirage {rang}").split(" ")} == set(MOTS)


def test_aucun_mot_n_en_rejoint_un_autre_une_fois_normalise() -> None:
    plats = [normaliser_code(mot) for mot in MOTS]
    assert len(set(plats)) == 2048
    assert all(plat.isascii() and plat.isalpha() for plat in plats)


def test_aucun_mot_ne_se_coupe_en_deux_autres() -> None:
    """A person who forgets or adds a space never types another code."""
    plats = {normaliser_code(mot) for mot in MOTS}
    coupes = [(mot, i) for mot in plats for i in range(1, len(mot)) if mot[:i] in plats and mot[i:] in plats]
    assert coupes == []


@given(GRAINS, st.data())
def test_la_casse_les_accents_les_espaces_et_la_ponctuation_sont_pardonnes(grain: str, donnees: st.DataObject) -> None:
    saisie = donnees.draw(SEPARATEURS)
    for mot in code_de(grain).split(" "):
        forme = donnees.draw(st.sampled_from(["NFC", "NFD", "sans"]))
        ecrit = (
            normaliser_code(mot) if forme == "sans" else unicodedata.normalize("NFD" if forme == "NFD" else "NFC", mot)
        )
        saisie += (ecrit.upper() if donnees.draw(st.booleans()) else ecrit.title()) + donnees.draw(SEPARATEURS)
    assert empreinte_code(saisie) == empreinte_code(code_de(grain))


def test_les_espaces_oublies_sont_pardonnes() -> None:
    code = code_de("grain")
    assert empreinte_code(code.replace(" ", "")) == empreinte_code(code)


@given(st.text())
def test_normaliser_un_code_ne_garde_que_des_lettres_et_ne_change_plus(saisie: str) -> None:
    plat = normaliser_code(saisie)
    assert normaliser_code(plat) == plat
    assert not plat.strip("abcdefghijklmnopqrstuvwxyz ")


@pytest.mark.parametrize("autre", ["", " ", "abaisser", "x" * 5000])
def test_une_autre_saisie_ne_donne_pas_le_meme_code(autre: str) -> None:
    assert empreinte_code(autre) != empreinte_code(code_de("grain"))


def test_un_mot_change_ou_deplace_est_un_autre_code() -> None:
    mots = code_de("grain").split(" ")
    assert empreinte_code(" ".join(mots[::-1])) != empreinte_code(" ".join(mots))
    assert empreinte_code(" ".join(mots[:-1])) != empreinte_code(" ".join(mots))


@pytest.mark.parametrize("usage", ["code", "texte", "approuve", "passage", "fichier"])
def test_les_empreintes_de_deux_usages_ne_se_rencontrent_pas(usage: str) -> None:
    assert empreinte(usage, "mêmes mots") != empreinte("retrait", "mêmes mots")


def test_l_empreinte_demande_le_poivre() -> None:
    nue = hashlib.sha256(b"retrait|abaisser").hexdigest()
    autre = hmac.new(b"\0" * 32, b"retrait|abaisser", hashlib.sha256).hexdigest()
    assert empreinte_code("abaisser") not in {nue, autre}
    assert len(poivre()) >= 32
