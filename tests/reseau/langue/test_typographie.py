"""Québec typography: each rule, twice the same, and never in a tag or a quotation."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reseau.langue.typographie import _REGLES, typographier, typographier_html

NB = "\u00a0"
SIGNES = "aAéhn0123456789 :;!?«»'’…. %$€\u00a0\u202f\t\n<>/\"&-–"


@pytest.mark.parametrize(
    ("saisie", "attendu"),
    [
        ("« mot »", f"«{NB}mot{NB}»"),
        ("«mot»", f"«{NB}mot{NB}»"),
        ("l'ami d'Amos", "l’ami d’Amos"),
        ("5'10", "5'10"),
        ("Quoi ? Oui ! Bon ; non", "Quoi? Oui! Bon; non"),
        ("« Quoi ?! »", f"«{NB}Quoi?!{NB}»"),
        ("Voici : un", f"Voici{NB}: un"),
        ("Voici: un", f"Voici{NB}: un"),
        ("http://exemple.org/a?b=1:2", "http://exemple.org/a?b=1:2"),
        ("attends...", "attends…"),
        ("20 000 personnes", f"20{NB}000 personnes"),
        ("1 234 567", f"1{NB}234{NB}567"),
        ("10% et 5 $", f"10{NB}% et 5{NB}$"),
        ("a%20b", "a%20b"),
        ("13h30, 9 h, 8 h 05", f"13{NB}h{NB}30, 9{NB}h, 8{NB}h{NB}05"),
        ("le 10 octobre, le 1er mai", f"le 10{NB}octobre, le 1er{NB}mai"),
        ("1 866 277-3553", f"1{NB}866{NB}277-3553"),
        ("1ère, 2ème, 12ièmes", "1re, 2e, 12es"),
        ("M. Untel, Mme Telle", f"M.{NB}Untel, Mme{NB}Telle"),
        ("12 ans, 3 Mo", f"12{NB}ans, 3{NB}Mo"),
        ("deux\nlignes :\n- une", f"deux\nlignes{NB}:\n- une"),
        ("", ""),
    ],
)
def test_chaque_regle(saisie: str, attendu: str) -> None:
    assert typographier(saisie) == attendu


@given(st.text(alphabet=SIGNES) | st.text())
def test_typographier_deux_fois_ne_change_rien_de_plus(texte: str) -> None:
    une_fois = typographier(texte)
    assert typographier(une_fois) == une_fois
    html = typographier_html(texte)
    assert typographier_html(html) == html


@pytest.mark.parametrize(
    ("saisie", "attendu"),
    [
        (
            '<a href="/x?y=1 : 2" title="c\'est > ça ?">l\'ami ?</a>',
            '<a href="/x?y=1 : 2" title="c\'est > ça ?">l’ami?</a>',
        ),
        ("<!-- a : b --><p>a : b</p>", f"<!-- a : b --><p>a{NB}: b</p>"),
        (
            "<blockquote><p>c'est ça ?</p></blockquote> c'est ça ?",
            "<blockquote><p>c'est ça ?</p></blockquote> c’est ça?",
        ),
        ("<q>l'un <q>l'autre</q> l'un</q>", "<q>l'un <q>l'autre</q> l'un</q>"),
        ("<code>a ...</code>", "<code>a ...</code>"),
        ("l&#x27;ami&nbsp;: &laquo; oui &raquo;", f"l’ami{NB}: «{NB}oui{NB}»"),
        ("<strong>Note</strong> : oui", f"<strong>Note</strong>{NB}: oui"),
        ("a &amp; b ; c", "a &amp; b; c"),
        ("a < b : c", f"a < b{NB}: c"),
        ("<p>l'ami <a href='x", "<p>l’ami <a href='x"),
    ],
)
def test_html_seul_le_texte_change(saisie: str, attendu: str) -> None:
    assert typographier_html(saisie) == attendu


@pytest.mark.parametrize("motif", [" ", "<", "<a ", '<a "', "«", " !", "1 ", "1", "&", "123 ", "<q>", "<!--", "."])
def test_le_temps_reste_lineaire(motif: str) -> None:
    def duree(longueur: int) -> float:
        texte = motif * (longueur // len(motif)) + "x"
        debut = time.process_time()
        typographier_html(texte)
        typographier(texte)
        return time.process_time() - debut

    # Ten times the text: a quadratic rule would take a hundred times longer.
    assert duree(200_000) < 40 * max(duree(20_000), 0.005)


@given(st.lists(st.sampled_from([*SIGNES, "M. ", "Mme A", "MM. É", "Dre B", "1er mai", "3 km", "14h30"])).map("".join))
def test_un_texte_laisse_sans_le_lire_n_en_avait_pas_besoin(texte: str) -> None:
    lu = texte
    for motif, remplacement in _REGLES:
        lu = motif.sub(remplacement, lu)
    assert typographier(texte) == lu
