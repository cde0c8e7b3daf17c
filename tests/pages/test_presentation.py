import datetime

import pytest
from django.utils.html import strip_tags

from pages.presentation import (
    compte_a_rebours,
    compte_affiche,
    compte_de_tuile,
    date_courte,
    date_longue,
    ordinal_en_mots,
    ordinal_html,
    ordinal_texte,
)

JOUR = datetime.date(2026, 10, 10)


@pytest.mark.parametrize(
    ("rang", "mots"),
    [
        (1, "première"),
        (2, "deuxième"),
        (9, "neuvième"),
        (14, "quatorzième"),
        (19, "dix-neuvième"),
        (20, "vingtième"),
        (21, "vingt et unième"),
        (22, "vingt-deuxième"),
        (30, "trentième"),
        (49, "quarante-neuvième"),
        (50, "50e"),
    ],
)
def test_le_rang_se_dit_en_mots(rang: int, mots: str) -> None:
    assert ordinal_en_mots(rang) == mots


def test_le_rang_s_ecrit_avec_sa_finale() -> None:
    assert [ordinal_texte(annee) for annee in (2013, 2014, 2026)] == ["1re", "2e", "14e"]


def test_le_rang_se_voit_en_exposant_et_s_entend_en_entier() -> None:
    assert ordinal_html(2026) == (
        '<span aria-hidden="true">14<sup>e</sup></span><span class="masque">quatorzième</span>'
    )


def test_les_dates_sont_ecrites_en_francais() -> None:
    assert date_longue(datetime.date(2027, 10, 10)) == "dimanche 10 octobre 2027"
    assert date_courte(datetime.date(2027, 11, 1)) == "1er novembre 2027"


@pytest.mark.parametrize(
    ("aujourdhui", "phrase"),
    [
        ((2025, 11, 22), "Dans 322 jours, le samedi 10 octobre 2026"),
        ((2026, 10, 8), "Dans 2 jours, le samedi 10 octobre 2026"),
        ((2026, 10, 9), "C’est demain, le samedi 10 octobre 2026"),
        ((2026, 10, 10), "C’est aujourd’hui, le samedi 10 octobre 2026"),
        ((2022, 1, 1), "Dans 1\u00a0743 jours, le samedi 10 octobre 2026"),
    ],
)
def test_le_compte_a_rebours_est_une_phrase(aujourdhui: tuple[int, int, int], phrase: str) -> None:
    assert compte_a_rebours(2026, JOUR, datetime.date(*aujourdhui)) == phrase


def test_apres_la_journee_le_compte_a_rebours_dit_quand_elle_a_eu_lieu() -> None:
    apres = compte_a_rebours(2026, JOUR, datetime.date(2026, 10, 11))
    assert "14<sup>e</sup>" in apres
    assert strip_tags(apres) == "La 14equatorzième Journée a eu lieu le samedi 10 octobre 2026"


@pytest.mark.parametrize(
    ("nombre", "texte"),
    [(0, "moins de 5"), (4, "moins de 5"), (5, "5 réponses"), (6000, "6\u00a0000 réponses")],
)
def test_un_petit_compte_ne_se_montre_pas(nombre: int, texte: str) -> None:
    assert compte_affiche(nombre) == texte


@pytest.mark.parametrize(
    ("nombre", "montrable", "texte"),
    [(4, False, "moins de 5"), (6, False, "quelques réponses"), (6, True, "6 réponses")],
)
def test_une_tuile_retenue_ne_dit_ni_un_compte_ni_une_faussete(nombre: int, montrable: bool, texte: str) -> None:
    assert compte_de_tuile(nombre, montrable=montrable) == texte
