"""Eight words in a row are recognised under any dress; fewer only as a whole."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoignages.residus.bardeaux import TAILLE, Recherche, bardeaux, passages, preparer
from temoignages.residus.mots import mots

CLE = b"k" * 32
TEXTE = "L’été où ma sœur m’a écouté, j’ai déposé le sac à dos"
COURT = "une chaise qui m’attend"


@pytest.mark.parametrize(
    "habit",
    [
        TEXTE,
        TEXTE.upper(),
        TEXTE.replace("’", "'"),
        TEXTE.replace(" ", "\u00a0\n"),
        TEXTE.replace("é", "e").replace("œ", "oe"),
        f"<p>{TEXTE.replace('sœur', '<b>sœur</b>')}</p>",
        TEXTE.replace("’", "&#x27;").replace("é", "&eacute;"),
        TEXTE.replace("’", "&amp;#x27;"),
        json.dumps({"corps": TEXTE}),
        json.dumps({"corps": json.dumps([{"value": f"<p>{TEXTE}</p>"}])}),
        TEXTE.replace("é", "%C3%A9").replace(" ", "+"),
        f"avant, avant {TEXTE} après, après",
        " ".join(TEXTE.split()[1:]),
    ],
)
def test_un_texte_est_reconnu_sous_tous_ses_habits(habit: str) -> None:
    assert preparer([TEXTE], CLE).certains(habit)


def test_sept_mots_de_suite_ne_suffisent_pas_et_un_mot_change_rompt_la_suite() -> None:
    suite = "un deux trois quatre cinq six sept huit neuf".split()
    recherche = preparer([" ".join(suite)], CLE)
    assert recherche.certains(" ".join(suite[:TAILLE])) == 1
    assert recherche.certains(" ".join(suite)) == 2
    assert recherche.certains(" ".join(suite[:7])) == 0
    assert recherche.certains(" ".join([*suite[:4], "autre", *suite[5:]])) == 0


@pytest.mark.parametrize(
    "champ",
    [
        COURT,
        f"  {COURT.upper()}. ",
        f"<p>Elle dit :</p><blockquote>{COURT}</blockquote>",
        f"Elle dit « {COURT} » et sort.",
        f"Elle dit “{COURT}” et sort.",
        json.dumps([{"type": "citation", "value": {"texte": COURT}}]),
        json.dumps({"corps": json.dumps([{"value": f"<p>{COURT}</p>"}])}),
    ],
)
def test_un_texte_court_n_est_qu_un_avis(champ: str) -> None:
    recherche = preparer([COURT], CLE)
    assert recherche.avis(champ) >= 1
    assert recherche.certains(champ) == 0


def test_un_texte_court_dans_une_phrase_n_est_rien() -> None:
    assert preparer([COURT], CLE).avis(f"Il y a {COURT} dans le corridor.") == 0


@pytest.mark.parametrize("vide", ["", "  ", "… !?", "❤️"])
def test_un_texte_sans_mot_ne_cherche_rien(vide: str) -> None:
    recherche = preparer([vide], CLE)
    assert recherche.serialiser() == []
    assert recherche.avis(vide) == recherche.certains(vide) == 0


def test_les_marques_se_gardent_sans_la_cle_et_ne_disent_rien() -> None:
    recherche = preparer([TEXTE, COURT], CLE)
    marques = recherche.serialiser()
    assert Recherche.lire(CLE, marques) == recherche
    assert not Recherche.lire(b"x" * 32, marques).certains(TEXTE)
    assert not any(mot in " ".join(marques) for mot in ("soeur", "chaise", "sac"))


def test_un_json_brise_reste_un_champ() -> None:
    assert list(passages("{brisé")) == ["{brisé"]


@given(st.text())
def test_aucun_texte_ne_fait_echouer_la_lecture(texte: str) -> None:
    trouves = list(mots(texte))
    assert all(trouves)
    assert len(list(bardeaux(texte, CLE))) == max(0, len(trouves) - TAILLE + 1)
    list(passages(texte))


@given(st.lists(st.sampled_from("rose table soupe porte neige".split()), min_size=TAILLE, max_size=30), st.text())
def test_une_suite_de_huit_mots_est_toujours_trouvee_entre_deux_autres(suite: list[str], bruit: str) -> None:
    # Noise on its own line, outside any tag that it would open: a tag swallows what stands in it.
    bruit = bruit.replace("<", " ").replace("&", " ").replace("\\", " ").replace("%", " ")
    assert preparer([" ".join(suite)], CLE).certains(f"{bruit}\n{' '.join(suite)}\n{bruit}") >= len(suite) - TAILLE + 1
