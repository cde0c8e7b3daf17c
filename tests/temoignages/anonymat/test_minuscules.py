"""Names in texts where capitals say nothing: what stands around them betrays them, and typing mistakes are no names."""

import pytest

from temoignages.anonymat import detecter
from temoignages.anonymat.orthographe import est_une_coquille


def directs(texte: str) -> list[str]:
    """Return the passages found that name someone."""
    return [texte[c.debut : c.fin] for c in detecter(texte) if c.niveau == "direct"]


@pytest.mark.parametrize(
    ("texte", "noms"),
    [
        ("merci a zilda pour la soupe", ["zilda"]),
        ("hier zilda m’a dit de rester", ["zilda"]),
        ("mon proprio bergeron veut rien savoir", ["bergeron"]),
        ("jai parlé a linda roy hier", ["linda roy"]),
        ("rose a cuisiné pour nous autres", ["rose"]),
        ("jai connu aurore au café", ["aurore"]),
        ("cest la soeur a anne marie", ["anne marie"]),
        ("monsieur boucher criait fort", ["boucher"]),
        ("chez les picard, on mangeait bien", ["picard"]),
        ("jp pis mc m’ont donné un lift", ["jp", "mc"]),
        ("ti-pouce conduisait comme un fou", ["ti-pouce"]),
        ("le pere lacroix passait le mardi", ["lacroix"]),
        ("pissenlit ma dit de rester. sans pissenlit jserais pus là", ["pissenlit", "pissenlit"]),
        ("MONSIEUR GAGNÉ, VOUS ALLEZ GUÉRIR. C’EST MARTIN QUI L’A DIT.", ["GAGNÉ", "MARTIN"]),
        ("ON RESTE DEBOUT ET ON RESTE ENSEMBLE. MARGUERITE", ["MARGUERITE"]),
        ("On a ri ensemble.\n\nmerci gilles pour toute", ["gilles"]),
    ],
)
def test_un_nom_sans_majuscule_est_trouve_par_sa_place(texte: str, noms: list[str]) -> None:
    assert directs(texte) == noms


@pytest.mark.parametrize(
    "texte",
    [
        "jpense a dentraide pis a lorganisme, sa ma aider",
        "la rose est belle, une pierre est tombée, mon ange gardien dort",
        "on jase, on rit, pis on mange des patates pilées",
        "le médecin ma dit de dormir, personne ma cru",
        "vs le docteur, pm et tv, bs pis ts",
        "les thérapis, les intervnants, la medicaton",
        "un ti-gars de la ville, pis un ti-peu de pain",
        "CHU TANNÉE D’ATTENDRE. ON VEUT DES SERVICES.",
    ],
)
def test_un_mot_sans_majuscule_reste_un_mot(texte: str) -> None:
    assert directs(texte) == []


@pytest.mark.parametrize("mot", ["jpense", "dentraide", "thérapis", "lorganisme", "qujai"])
def test_une_coquille_est_reconnue(mot: str) -> None:
    assert est_une_coquille(mot)


@pytest.mark.parametrize("mot", ["zilda", "awashish", "kowalczyk", "x" * 200])
def test_un_nom_inconnu_n_est_pas_une_coquille(mot: str) -> None:
    assert not est_une_coquille(mot)
