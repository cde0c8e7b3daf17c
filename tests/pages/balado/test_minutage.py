import pytest
from django.core.exceptions import ValidationError

from pages.minutage import MinutageFormField, lire_minutage


@pytest.mark.parametrize(
    ("texte", "secondes"), [("0:00", 0), ("00:05", 5), ("12:05", 725), (" 90:00 ", 5400), ("1:02:05", 3725)]
)
def test_un_moment_se_lit(texte: str, secondes: int) -> None:
    assert lire_minutage(texte) == secondes
    assert MinutageFormField().clean(texte) == secondes


@pytest.mark.parametrize("texte", ["12", "12:5", "12:60", "1:60:00", "-1:00", "a:bc", "1:2:3:4", "12.05"])
def test_ce_qui_n_est_pas_un_moment_est_refuse_en_francais(texte: str) -> None:
    with pytest.raises(ValueError, match=texte):
        lire_minutage(texte)
    with pytest.raises(ValidationError, match="12:05"):
        MinutageFormField().clean(texte)


def test_un_champ_facultatif_peut_rester_vide() -> None:
    assert MinutageFormField(required=False).clean("") is None


def test_un_moment_garde_se_montre_comme_il_s_ecrit() -> None:
    champ = MinutageFormField()
    assert champ.prepare_value(3725) == "1:02:05"
    assert champ.prepare_value("12:5") == "12:5"
    assert not champ.has_changed(725, "12:05")
