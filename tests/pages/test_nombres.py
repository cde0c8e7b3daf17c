from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.nombres import ecrire_nombre, lire_nombre


@pytest.mark.parametrize(
    ("ecrit", "lu"),
    [
        ("20 000", "20000"),
        ("20\u202f000", "20000"),
        ("20000", "20000"),
        ("12,5", "12.5"),
        ("0,125", "0.125"),
        ("1 234 567,89", "1234567.89"),
    ],
)
def test_un_nombre_se_lit_comme_en_francais(ecrit: str, lu: str) -> None:
    assert lire_nombre(ecrit) == Decimal(lu)


@pytest.mark.parametrize("ecrit", ["20,000", "1.5", "1,5,2", "2 00", "", "beaucoup", "-4", "٣", "12,"])
def test_un_nombre_qui_se_lit_de_deux_facons_est_refuse(ecrit: str) -> None:
    assert lire_nombre(ecrit) is None


def test_un_nombre_s_ecrit_avec_une_espace_et_une_virgule() -> None:
    assert ecrire_nombre(Decimal(20000)) == "20\u00a0000"
    assert ecrire_nombre(Decimal("12.5")) == "12,5"


@given(st.integers(0, 10**9))
def test_ce_qui_est_ecrit_se_relit(nombre: int) -> None:
    assert lire_nombre(ecrire_nombre(Decimal(nombre))) == nombre
