import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.comparaison import Section, Segment, Sort, comparer, differences


def dit(avant: list[str], apres: list[str]) -> list[list[tuple[str, str]]]:
    return [[(s.sort.value, s.texte) for s in paragraphe] for paragraphe in differences(avant, apres)]


def test_un_mot_change_dans_un_paragraphe() -> None:
    assert dit(["On met une chaise ici."], ["On met deux chaises ici."]) == [
        [("garde", "On met "), ("retire", "une chaise "), ("ajoute", "deux chaises "), ("garde", "ici.")]
    ]


@pytest.mark.parametrize(
    ("avant", "apres", "sorts"),
    [
        (["a"], ["a"], [["garde"]]),
        ([], ["a"], [["ajoute"]]),
        (["a"], [], [["retire"]]),
        (["tout autre chose"], ["rien de pareil ici"], [["ajoute"], ["retire"]]),
        (["a", "b", "c"], ["a", "c"], [["garde"], ["retire"], ["garde"]]),
    ],
)
def test_chaque_paragraphe_a_son_sort(avant: list[str], apres: list[str], sorts: list[list[str]]) -> None:
    assert [[sort for sort, _texte in paragraphe] for paragraphe in dit(avant, apres)] == sorts


@given(
    st.lists(st.text("ab c.", min_size=1, max_size=12), max_size=5), st.lists(st.text("ab c.", min_size=1), max_size=5)
)
def test_rien_ne_se_perd(avant: list[str], apres: list[str]) -> None:
    segments = [segment for paragraphe in differences(avant, apres) for segment in paragraphe]
    for textes, sort in ((apres, Sort.AJOUTE), (avant, Sort.RETIRE)):
        gardes = "".join(segment.texte for segment in segments if segment.sort in {Sort.GARDE, sort})
        assert sorted("".join(gardes.split())) == sorted("".join("".join(textes).split()))


def test_une_partie_neuve_ou_partie_le_dit() -> None:
    avant, apres = Section(("a",), "A", ("un",)), Section(("b",), "B", ("deux",))
    pareille = Section(("c",), "C", ("trois",))
    neuve, meme, partie = comparer([avant, pareille], [apres, pareille])
    assert (neuve.sort, meme.sort, partie.sort) == (Sort.AJOUTE, Sort.GARDE, Sort.RETIRE)
    assert meme.est_pareille
    assert not neuve.est_pareille
    assert partie.paragraphes == ((Segment(Sort.RETIRE, "un"),),)


def test_une_partie_renommee_se_reconnait_a_sa_lignee_puis_a_son_adresse() -> None:
    avant = [Section(("l1", "logement"), "Un toit", ("a",)), Section(("l2", "transport"), "La route", ("b",))]
    # The first was renamed, and a new one took its address; the second was written again at the same address.
    apres = [
        Section(("l9", "logement"), "Autre chose", ("c",)),
        Section(("l1", "toit"), "Une clé", ("a",)),
        Section(("l8", "transport"), "La route", ("b",)),
    ]
    neuve, renommee, route = comparer(avant, apres)
    assert (neuve.titre, neuve.sort) == ("Autre chose", Sort.AJOUTE)
    assert (renommee.titre, renommee.est_pareille) == ("Une clé", True)
    assert (route.titre, route.est_pareille) == ("La route", True)


def test_une_partie_ne_sert_qu_une_fois() -> None:
    avant = [Section(("l1", "toit"), "Un toit", ("a",))]
    sorts = [partie.sort for partie in comparer(avant, [avant[0], Section(("l1", "toit-2"), "Bis", ("a",))])]
    assert sorts == [Sort.GARDE, Sort.AJOUTE]
