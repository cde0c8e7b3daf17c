"""One spelling for what looks the same, and the way back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from temoignages.anonymat.normalisation import normaliser, plier

TEXTES = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("e\u0301\u200b\u00ad ’АВ７é"))
)


@pytest.mark.parametrize(
    ("ecrit", "lu"),
    [
        ("l’amie", "l'amie"),
        ("514\u00a0555‑0199", "514 555-0199"),  # noqa: RUF001 the hyphen that does not break
        ("He\u0301le\u0300ne", "Hélène"),
        ("Gi\u200bnet\u00adte", "Ginette"),
        ("Мarie", "Мarie".replace("М", "M")),  # noqa: RUF001 a Cyrillic M
        ("５１４", "514"),  # noqa: RUF001 full-width digits
        ("٤١٨", "418"),
        ("\u202eabc\u202c", "abc"),
    ],
)
def test_normaliser_donne_une_seule_ecriture(ecrit: str, lu: str) -> None:
    assert normaliser(ecrit).texte == lu


def test_normaliser_laisse_le_francais_ordinaire() -> None:
    texte = "Là-bas, « ça » va mieux : œuvre, naïf, 😀."
    assert normaliser(texte).texte == texte


def test_origine_retrouve_le_passage_dans_le_texte_recu() -> None:
    texte = "Merci a\u0300 Gi\u200bne\u0301e!"
    normalise = normaliser(texte)
    debut = normalise.texte.index("Ginée")
    assert texte[slice(*normalise.origine(debut, debut + 5))] == "Gi\u200bne\u0301e"


@given(TEXTES)
@example("\xad\U0002f800")
@example("\xad\u0966")
def test_les_positions_survivent_a_la_normalisation(texte: str) -> None:
    normalise = normaliser(texte)
    bornes = [normalise.origine(i, i + 1) for i in range(len(normalise.texte))]
    assert all(0 <= debut < fin <= len(texte) for debut, fin in bornes)
    assert bornes == sorted(bornes)
    for (debut, fin), caractere in zip(bornes, normalise.texte, strict=True):
        assert caractere in normaliser(texte[debut:fin]).texte


@given(TEXTES)
def test_normaliser_deux_fois_ne_change_plus_rien_de_lisible(texte: str) -> None:
    une_fois = normaliser(texte).texte
    assert plier(normaliser(une_fois).texte) == plier(une_fois)


def test_une_lettre_couverte_d_accents_est_lue_en_temps_lineaire() -> None:
    assert len(normaliser("e" + "\u0301\u0316" * 50_000).texte) <= 9
