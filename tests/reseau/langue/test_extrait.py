import pytest
from hypothesis import given
from hypothesis import strategies as st

from reseau.langue.extrait import Fragment, extraire, marquer
from reseau.langue.racines import racines_de_requete


def cherchees(texte: str) -> set[str]:
    return {racine for mot in racines_de_requete(texte) for racine in mot.racines}


def marques(fragments: list[Fragment]) -> list[str]:
    return [fragment.texte for fragment in fragments if fragment.marque]


@pytest.mark.parametrize(
    ("texte", "requete", "vus"),
    [
        ("Vive « l’entraide », ici.", "entraide", ["entraide"]),
        ("Les citoyen·nes et citoyen(ne)s.", "citoyennes", ["citoyen·nes", "citoyen(ne)s"]),
        ("Le cœur, nos Cœurs!", "coeur", ["cœur", "Cœurs"]),
        ("Nos œuvres", "oeuvre", ["œuvres"]),
        ("Plus de 20\u00a0000 personnes", "20 000", ["20\u00a0000"]),
        ("À l’événement", "EVENEMENTS", ["événement"]),
        ("Une table", "chaise", []),
    ],
)
def test_les_mots_qui_repondent_sont_marques(texte: str, requete: str, vus: list[str]) -> None:
    fragments = marquer(texte, cherchees(requete))
    assert marques(fragments) == vus
    assert "".join(fragment.texte for fragment in fragments) == texte


def test_le_passage_le_plus_dense_est_choisi() -> None:
    loin = "Rien du tout. " * 60
    texte = f"Un logement seul. {loin}Le droit au logement, le droit de vivre. {loin}"
    extrait = extraire(texte, cherchees("droit logement"))
    assert marques(extrait) == ["droit", "logement", "droit"]
    assert extrait[0].texte == "… "
    assert extrait[-1].texte == "\u00a0…"


def test_sans_mot_trouve_c_est_le_debut() -> None:
    assert extraire("Une table et du pain.", {"chaise"}) == [Fragment("Une table et du pain.")]
    assert extraire("", {"chaise"}) == []


@given(st.text(max_size=600), st.text(max_size=40), st.integers(60, 300))
def test_un_extrait_est_toujours_court_et_fidele(texte: str, requete: str, longueur: int) -> None:
    fragments = extraire(texte, cherchees(requete), longueur=longueur)
    lu = "".join(fragment.texte for fragment in fragments).removeprefix("… ").removesuffix("\u00a0…")
    assert len(lu) <= longueur
    entier = "".join(fragment.texte for fragment in marquer(texte, set()))
    assert lu in entier
