"""Sets of ranks, against Python's own."""

from hypothesis import given
from hypothesis import strategies as st

from pages.boite import bits
from pages.boite.mots import mots

ensembles = st.sets(st.integers(0, 600))


def faire(rangs: set[int]) -> int:
    """Return a set of ranks as bits."""
    ensemble = 0
    for rang in rangs:
        ensemble = bits.avec(ensemble, rang)
    return ensemble


@given(ensembles)
def test_un_ensemble_se_relit_comme_il_fut_ecrit(rangs: set[int]) -> None:
    ensemble = bits.lire(bits.ecrire(faire(rangs)))
    assert list(bits.rangs(ensemble)) == sorted(rangs, reverse=True)
    assert ensemble.bit_count() == len(rangs)


@given(ensembles, st.integers(0, 600))
def test_un_rang_entre_et_sort(rangs: set[int], rang: int) -> None:
    ensemble = faire(rangs)
    assert bits.contient(ensemble, rang) == (rang in rangs)
    assert bits.contient(bits.avec(ensemble, rang), rang)
    assert not bits.contient(bits.sans(ensemble, rang), rang)
    assert bits.sans(bits.avec(ensemble, rang), rang) == bits.sans(ensemble, rang)


def test_un_ensemble_vide_ne_prend_pas_d_octet() -> None:
    assert bits.ecrire(0) == b""
    assert bits.lire(memoryview(b"")) == 0


def test_les_mots_sont_sans_accent_sans_casse_et_au_singulier() -> None:
    assert mots("Les Réseaux d’entraide, à l’ŒUVRE!") == ["reseau", "entraide", "oeuvre"]
    assert mots("Thés et bus") == ["the", "bus"]
    assert mots("le, la, un…") == []
    assert mots("a" * 200) == ["a" * 40]
