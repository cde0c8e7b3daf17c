"""One-time tokens: signed, dated, opaque."""

import time
from datetime import timedelta

import pytest
from django.core import signing

from temoignages.chambre.jetons import (
    AGE_MAXIMAL,
    AGE_MINIMAL,
    JetonRefuse,
    JetonTropJeune,
    grain_de,
    nouveau_jeton,
)

ALORS = 1_790_000_000.0


@pytest.fixture
def jeton(monkeypatch: pytest.MonkeyPatch) -> str:
    """A token made at ALORS, where the clock stays."""
    monkeypatch.setattr(time, "time", lambda: ALORS)
    return nouveau_jeton()


def plus_tard(monkeypatch: pytest.MonkeyPatch, duree: timedelta) -> None:
    """Move the clock of the signer."""
    monkeypatch.setattr(time, "time", lambda: ALORS + duree.total_seconds())


def test_un_jeton_lu_a_temps_rend_toujours_le_meme_grain(jeton: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plus_tard(monkeypatch, timedelta(minutes=10))
    assert grain_de(jeton) == grain_de(jeton)
    assert len(grain_de(jeton)) >= 20


def test_deux_jetons_ont_deux_grains(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len({grain_de(nouveau_jeton(), age_minimal=timedelta(0)) for _ in range(200)}) == 200


@pytest.mark.parametrize("age", [timedelta(0), timedelta(seconds=1), AGE_MINIMAL, timedelta(seconds=-60)])
def test_un_envoi_trop_rapide_est_refuse(jeton: str, age: timedelta, monkeypatch: pytest.MonkeyPatch) -> None:
    plus_tard(monkeypatch, age)
    with pytest.raises(JetonTropJeune):
        grain_de(jeton)


def test_l_age_minimal_peut_etre_leve(jeton: str) -> None:
    assert grain_de(jeton, age_minimal=timedelta(0))


@pytest.mark.parametrize(
    ("age", "passe"),
    [
        (AGE_MINIMAL + timedelta(seconds=1), True),
        (AGE_MAXIMAL, True),
        (AGE_MAXIMAL + timedelta(seconds=1), False),
        (timedelta(days=400), False),
    ],
)
def test_un_jeton_vaut_une_journee(jeton: str, age: timedelta, passe: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    plus_tard(monkeypatch, age)
    if passe:
        assert grain_de(jeton)
    else:
        with pytest.raises(JetonRefuse):
            grain_de(jeton)


@pytest.mark.parametrize("faux", ["", ":", "a:b:c", "é:à:ü", "\x00", "x" * 10_000])
def test_un_jeton_qui_n_est_pas_a_nous_est_refuse(faux: str) -> None:
    with pytest.raises(JetonRefuse):
        grain_de(faux)


def test_un_jeton_altere_ou_signe_pour_autre_chose_est_refuse(jeton: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plus_tard(monkeypatch, timedelta(minutes=1))
    grain, date, signature = jeton.split(":")
    alteres = [f"{grain}x:{date}:{signature}", f"{grain}:{date}:{signature[:-1]}", f"{grain}:zzzzzz:{signature}"]
    for altere in [*alteres, signing.TimestampSigner(salt="autre").sign(grain), signing.Signer().sign(grain)]:
        with pytest.raises(JetonRefuse):
            grain_de(altere)
