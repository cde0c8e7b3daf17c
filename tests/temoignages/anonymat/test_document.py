"""What the whole text says of a word, the names that are words, nicknames, and English among the French."""

import pytest

from temoignages.anonymat import detecter


def directs(texte: str) -> list[str]:
    """Return the passages found that name someone."""
    return [texte[c.debut : c.fin] for c in detecter(texte) if c.niveau == "direct"]


@pytest.mark.parametrize(
    ("texte", "noms"),
    [
        ("Entre Noël, Zilda et Avril, on rit.", ["Noël", "Zilda", "Avril"]),
        ("Zilda livre encore. J’ai vu Noël et Zilda.", ["Zilda", "Noël", "Zilda"]),
        ("Jonathan est tombé. Jo. On a pleuré.", ["Jonathan", "Jo"]),
        ("voici anouk, léïla, zinou pis moi", ["anouk", "léïla", "zinou"]),
    ],
)
def test_un_nom_en_designe_d_autres_dans_le_texte(texte: str, noms: list[str]) -> None:
    assert directs(texte) == noms


@pytest.mark.parametrize(
    ("texte", "noms"),
    [
        ("J’ai connu la Grande Lulu.", ["la Grande Lulu"]),
        ("Ti-Père dormait debout.", ["Ti-Père"]),
        ("C’est Papa Castor qui veillait.", ["Papa Castor"]),
        ("Hier Soleil a chanté.", ["Soleil"]),
        ("On l’appelait la fouine.", ["la fouine"]),
        ("sa blonde doudou est fine", ["doudou"]),
        ("jai rencontré biscuit a lhopital", ["biscuit"]),
        ("Les Bolduc et la Tourigny dansaient.", ["Bolduc", "la Tourigny"]),
        ("Brume, sa petite, dort.", ["Brume"]),
        ("Le Grand m’a ouvert.", ["Le Grand"]),
    ],
)
def test_un_surnom_est_trouve(texte: str, noms: list[str]) -> None:
    assert directs(texte) == noms


@pytest.mark.parametrize(
    ("texte", "noms"),
    [
        ("My friend Doreen took me there. She never judged.", ["Doreen"]),
        ("I owe it to Zahkia, the nurse who was there for me.", ["Zahkia"]),
    ],
)
def test_un_nom_est_trouve_dans_un_passage_en_anglais(texte: str, noms: list[str]) -> None:
    assert directs(texte) == noms


@pytest.mark.parametrize(
    "texte",
    [
        "Yesterday the doctors and the nurses were laughing with me. On Monday they let me go home.",
        "J’ai lu Le Soleil et La Presse.",
        "Il manque : Farine, Eau, Sel, Temps.",
        "Pouvez-vous m’aider? Tou·te·s les membres ont le droit de parole.",
        "une charlotte aux fraises pis des madeleines",
        "on a eu un fun noir, tsé, avec le staff pis la gang",
        "prends ta quétiapine, ton lithium, tes antidépresseurs",
        "J’ai appelé la police, l’ambulance pis le CLSC.",
        "ma sœur [prénom retiré] m’a écrit",
    ],
)
def test_rien_ne_s_y_prend_pour_un_nom(texte: str) -> None:
    assert directs(texte) == []


def test_un_nom_public_ne_cache_pas_qui_le_porte() -> None:
    assert directs("J’ai lu Aristote et Freud.") == []
    assert directs("Aristote Riehl m’a lu Freud.") == ["Aristote Riehl"]
    assert directs("Noël approche. On chante à Noël.") == []
    assert directs("Ma sœur Islande chantait.") == ["Islande"]
