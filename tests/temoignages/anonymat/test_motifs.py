"""What a shape alone betrays, and what looks like it."""

import pytest

from temoignages.anonymat import detecter


def trouves(texte: str, type_: str) -> list[str]:
    """Return the passages of one type found in a text."""
    return [texte[c.debut : c.fin] for c in detecter(texte) if c.type == type_]


@pytest.mark.parametrize(
    ("texte", "type_", "passage"),
    [
        ("Appelez au (418) 555-0134 poste 22.", "PHONE", "(418) 555-0134 poste 22"),
        ("mon cell c le 4185550134 ok", "PHONE", "4185550134"),
        ("Ça sonnait au 555-0134.", "PHONE", "555-0134"),
        ("fais le quatre un huit cinq cinq cinq zéro un trois quatre", "PHONE", None),
        ("Écris à lou.b@exemple.ca merci", "EMAIL", "lou.b@exemple.ca"),
        ("lou arobase exemple point ca", "EMAIL", "lou arobase exemple point ca"),
        ("lou @ exemple . ca", "EMAIL", "lou @ exemple . ca"),
        ("Voir https://exemple.org/lou, c’est moi.", "URL", "https://exemple.org/lou"),
        ("Voir www.lou.example.", "URL", "www.lou.example"),
        ("Je suis @lou.bleue là-bas.", "HANDLE", "@lou.bleue"),
        ("Chez nous, g1k 3x2.", "POSTAL", "g1k 3x2"),
        ("Au 12 côte des Pins, en haut.", "ADDRESS", "Au 12 côte des Pins"),
        ("Au 1234, 3e Avenue, app. 5.", "ADDRESS", "1234, 3e Avenue, app. 5"),
        ("Carte LOUB 5512 3112.", "RAMQ", "LOUB 5512 3112"),
        ("Carte LOUB 0062 3112.", "RAMQ", "LOUB 0062 3112"),
        ("Mon NAS : 123 456 789.", "NAS", "123 456 789"),
        ("Le dossier no 45871 a disparu.", "RECORD", "45871"),
        ("La cause 500-17-098765-123.", "RECORD", "500-17-098765-123"),
        ("La plaque H23 ABC.", "PLATE", "H23 ABC"),
        ("mon char, h23-abc, gris", "PLATE", "h23-abc"),
        ("Au 27-c, 3e rue, en bas.", "ADDRESS", "27-c, 3e rue"),
        ("Sur balado.example/deux, tout.", "URL", "balado.example/deux"),
        ("chu lou_bleue sur discord", "HANDLE", "lou_bleue"),
        ("lou.b chez exemple point com", "EMAIL", "lou.b chez exemple point com"),
        ("le dossier c’est le 4471902", "RECORD", "4471902"),
        ("Née le vingt-trois mai mil neuf cent quatre-vingt.", "DOB", "le vingt-trois mai mil neuf cent quatre-vingt"),
        ("Je suis née le 4 mars 1971.", "DOB", "le 4 mars 1971"),
    ],
)
def test_un_identifiant_est_trouve_par_sa_forme(texte: str, type_: str, passage: str | None) -> None:
    assert trouves(texte, type_) == [passage or texte.partition("le ")[2]]


@pytest.mark.parametrize(
    ("texte", "type_"),
    [
        ("Du lundi au vendredi, 24/7, pour 3,50 $.", "PHONE"),
        ("La ligne 1 866 277-3553 est à tout le monde.", "PHONE"),
        ("Un, deux ou trois mois.", "PHONE"),
        ("Je vais chez le voisin, point.", "EMAIL"),
        ("Bref. Ça va.Oui.", "URL"),
        ("Il reste 3 places libres.", "ADDRESS"),
        ("Carte LOUB 5513 3112.", "RAMQ"),
        ("J’ai perdu 123 456 fois.", "NAS"),
        ("Un dossier, 18 mois, 4 psychiatres.", "RECORD"),
        ("Je suis née en 1971.", "DOB"),
        ("Le P-38 et la loi 21.", "PLATE"),
        ("Ça coûte 120000 $ par année.", "RECORD"),
        ("Et/ou : avant/après.", "URL"),
    ],
)
def test_ce_qui_y_ressemble_passe(texte: str, type_: str) -> None:
    assert trouves(texte, type_) == []
