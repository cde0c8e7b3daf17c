"""What points at a person without naming them, and what is too common to point at anyone."""

import pytest

from temoignages.anonymat import detecter


def quasi(texte: str, *permis: str) -> list[tuple[str, str]]:
    """Return the type and passage of each quasi-identifier found."""
    return [(c.type, texte[c.debut : c.fin]) for c in detecter(texte, permis) if c.niveau == "quasi"]


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("J’ai 67 ans.", ("AGE", "67 ans")),
        ("À dix-sept ans et demi, on m’a attachée.", ("AGE", "dix-sept ans et demi")),
        ("Depuis le 3 janvier 2019, je dors.", ("DATE", "Depuis le 3 janvier 2019")),
        ("On m’a gardé à l’Hôtel-Dieu de Lévis.", ("FACILITY", "l’Hôtel-Dieu de Lévis")),
        ("Le CISSS de la Côte-Nord attend.", ("FACILITY", "CISSS de la Côte-Nord")),
        ("J’étais à l’unité 4.", ("UNIT", "l’unité 4")),
        ("À l’école des Cœurs-Vaillants, on riait.", ("SCHOOL", "école des Cœurs-Vaillants")),
        ("J’ai travaillé vingt ans chez Bombardier.", ("EMPLOYER", "Bombardier")),
        ("Je reste à Amqui.", ("PLACE", "Amqui")),
        ("jreste à rimouski", ("PLACE", "rimouski")),
        ("Je viens de Saint-Épiphane.", ("PLACE", "Saint-Épiphane")),
        ("On m’a sortie de Kuujjuaq.", ("COMMUNITY", "Kuujjuaq")),
        ("J’habite rue des Tilleuls.", ("STREET", "rue des Tilleuls")),
        ("J’étais pompier volontaire.", ("OCCUPATION", "pompier volontaire")),
        ("J’ai élevé des triplées.", ("FAMILY", "des triplées")),
        ("J’ai onze enfants de quatre pères.", ("FAMILY", "onze enfants de quatre pères")),
        ("Je suis le seul homme du groupe de couture.", ("ROLE", "le seul homme du groupe de couture")),
    ],
)
def test_un_quasi_identifiant_est_trouve(texte: str, attendu: tuple[str, str]) -> None:
    assert quasi(texte) == [attendu]


@pytest.mark.parametrize(
    "texte",
    [
        "J’ai attendu 3 ans. Pendant cinq ans, rien. Dix ans de silence.",
        "Le 8 mars, on marche. Le 1er mai aussi.",
        "En 2014, au printemps, un hiver.",
        "À l’hôpital, à l’école, à l’urgence, au CLSC.",
        "J’ai travaillé fort. Je suis une survivante, je suis patient.",
        "Mon infirmier et mon médecin riaient.",
        "J’ai deux enfants.",
    ],
)
def test_le_commun_passe(texte: str) -> None:
    assert quasi(texte) == []


def test_une_region_permise_passe_mais_pas_l_etablissement_qui_la_porte() -> None:
    assert quasi("La Côte-Nord est grande.", "Côte-Nord") == []
    assert quasi("Le CISSS de la Côte-Nord.", "Côte-Nord") == [("FACILITY", "CISSS de la Côte-Nord")]


@pytest.mark.parametrize(
    ("texte", "suggestion"),
    [
        ("J’ai 38 ans.", "dans la trentaine"),
        ("À 15 ans, j’ai fui.", "l’adolescence"),
        ("Hospitalisé le 8 mai 2021.", "au printemps 2021"),
        ("Hospitalisé le 8 juillet 2021.", "à l’été 2021"),
        ("Le soir du 9 octobre 2010.", "de l’automne 2010"),
        ("Né à l’hôpital Notre-Dame.", "un hôpital"),
    ],
)
def test_la_suggestion_generalise_en_bon_francais(texte: str, suggestion: str) -> None:
    assert [c.suggestion for c in detecter(texte)] == [suggestion]
