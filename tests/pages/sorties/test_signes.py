"""What our fonts can write, and what stands for the rest."""

import pytest

from pages.sorties.signes import INCONNU, ecrire


@pytest.mark.parametrize(
    ("tape", "ecrit"),
    [
        ("« Où? » – l’œuvre… 20 000 $ ½ ²", "« Où? » – l’œuvre… 20 000 $ ½ ²"),
        ("e\u0301 et e\u0301\ue000", f"é et é{INCONNU}"),
        ("漢", INCONNU),
        ("👩🏽\u200d🚀", "👩" + INCONNU),
        ("❤\ufe0f", "❤"),
        ("a\x07b\u2028c\td", "ab c d"),
        ("une\nligne", "une\nligne"),
    ],
)
def test_ecrire_remplace_ce_qui_n_a_pas_de_dessin(tape: str, ecrit: str) -> None:
    assert ecrire(tape) == ecrit


def test_ecrire_laisse_couper_ce_qui_est_trop_long() -> None:
    assert "\u200b" not in ecrire("anticonstitutionnellement")
    assert ecrire("https://exemple.org/communiques/une-table").split("\u200b")[0] == "https://"
    assert max(map(len, ecrire("x" * 100).split("\u200b"))) == 24
