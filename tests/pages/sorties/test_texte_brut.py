"""Plain text, safe for the wire: no invisible mark, no strange space, no long line but an address."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.publication.sortie import Element, Fragment, Lignes, Liste, Note, Paragraphe, Tableau, Titre, ligne
from pages.texte_brut import LARGEUR, ecrire_texte

from .exemplaire import document, para


@pytest.mark.parametrize(
    ("tape", "ecrit"),
    [
        ("17\u00a0h\u202f30", "17 h 30"),
        ("peti\u00adtesse\u200b\ufeff", "petitesse"),
        ("e\u0301te\u0301", "été"),
        ("un\ttrou\x07", "un trou"),
        ("\u202eà l’envers\u202c", "à l’envers"),
        ("« oui »", "« oui »"),
    ],
)
def test_rien_d_invisible_ne_part_sur_le_fil(tape: str, ecrit: str) -> None:
    assert ecrire_texte(document(para(tape))).endswith(f"\n\n{ecrit}\n")


def test_une_espace_insecable_tient_jusqu_au_pli() -> None:
    texte = ecrire_texte(document(para("x" * 68 + " 17\u00a0h\u00a030")))
    assert texte.endswith("x\n17 h 30\n")


@pytest.mark.parametrize(
    ("adresse", "lien", "ecrit"),
    [
        ("https://exemple.org/a/", "/b/", "ici (https://exemple.org/b/)"),
        ("https://exemple.org/a/", "/documents/1/x.pdf", "ici (https://exemple.org/documents/1/x.pdf)"),
        ("", "/b/", "ici (https://site.exemple.org/b/)"),
        ("", "/documents/1/x.pdf", "ici"),
        ("https://exemple.org/a/", "#ref-1", "ici"),
        ("https://exemple.org/a/", "javascript:alert(1)", "ici"),
        ("https://exemple.org/a/", "http://[", "ici"),
        ("https://exemple.org/a/", "mailto:a@exemple.org", "ici (a@exemple.org)"),
    ],
)
def test_un_lien_mene_quelque_part_ou_se_tait(adresse: str, lien: str, ecrit: str) -> None:
    plan = document(Paragraphe((Fragment("ici", lien=lien),)), adresse=adresse, site="https://site.exemple.org")
    assert ecrire_texte(plan).endswith(f"\n\n{ecrit}\n")


def test_les_listes_les_notes_et_les_regles_s_alignent() -> None:
    long = "Du temps, le soir comme la fin de semaine, parce que la peine ne suit pas les heures."
    plie = "Du temps, le soir comme la fin de semaine, parce que la peine ne\n    suit pas les heures."
    plan = document(
        Titre(1, "Ce qu’on demande"),
        Liste((Element((para(long), Lignes(1, "Réponse")), "1.1"), Element((para("Et."),), "a)"))),
        Tableau("", ("Axe", "2027"), ((ligne("Accueil"), ligne("ouvrir")),)),
        notes=(Note(1, ligne(long)),),
    )
    assert ecrire_texte(plan).split("\n\n")[2:] == [
        "CE QU’ON DEMANDE",
        f"1.1 {plie}\n    {'_' * 60}\na) Et.",
        "Axe : Accueil\n2027 : ouvrir",
        "NOTES",
        f"[1] {plie}\n",
    ]


@settings(deadline=None)
@given(st.text(max_size=200), st.lists(st.text(max_size=30), max_size=4))
def test_quoi_qu_on_tape_le_texte_reste_net(mots: str, elements: list[str]) -> None:
    texte = ecrire_texte(document(para(mots), Liste(tuple(Element((para(dit),)) for dit in elements))))
    assert texte.endswith("\n")
    assert unicodedata.normalize("NFC", texte) == texte
    signes = {unicodedata.category(signe) for signe in texte.replace("\n", "").replace(" ", "")}
    assert not signes & {"Cc", "Cf", "Zs", "Zl", "Zp"}
    assert all(len(ligne_) <= LARGEUR or " " not in ligne_.strip(" -") for ligne_ in texte.split("\n"))
