"""The door of publication is opened without a revision by the tests and the demo alone, and by nobody else."""

import ast
from collections.abc import Iterator

from .arbre import court, sources_python

# Who opens it: the actions of publication, for one revision at a time; the demo, for what it invents.
POUR_UNE_REVISION = {"pages/publication/actions.py"}
LA_DEMO = "site_campagne/demo/"


def ouvertures(source: str) -> Iterator[int]:
    """Yield how many arguments each opening of the door has: one opens to everything, two to one revision."""
    for noeud in ast.walk(ast.parse(source)):
        if isinstance(noeud, ast.Call) and ast.unparse(noeud.func) in {"ouvrir", "porte.ouvrir"}:
            yield len(noeud.args) + len(noeud.keywords)


def test_la_porte_n_a_que_les_appelants_connus() -> None:
    appels = {court(chemin): set(ouvertures(chemin.read_text())) for chemin in sources_python()}
    hors_demo = {nom: nombres for nom, nombres in appels.items() if not nom.startswith(LA_DEMO)}
    assert {nom for nom, nombres in hors_demo.items() if 2 in nombres} == POUR_UNE_REVISION
    assert {nom for nom, nombres in hors_demo.items() if 1 in nombres} == set()


def test_aucun_code_ne_publie_en_base_sans_passer_par_un_objet() -> None:
    """`update(live=True)` and the like write no object: the door would not see them."""
    fautes = [
        (court(chemin), ast.unparse(noeud))
        for chemin in sources_python()
        for noeud in ast.walk(ast.parse(chemin.read_text()))
        if isinstance(noeud, ast.Call)
        and ast.unparse(noeud.func).endswith((".update", ".bulk_update", ".bulk_create"))
        and any(cle.arg in {"live", "live_revision", "approved_go_live_at"} for cle in noeud.keywords)
        and "None" not in ast.unparse(noeud)
    ]
    assert fautes == []


def test_une_ouverture_est_vue() -> None:
    assert list(ouvertures("with ouvrir('a'): pass\nwith porte.ouvrir('b', r): pass\nouvrir_tout()")) == [1, 2]
