"""The door of publication is opened without a revision by the tests and the demo alone, and by nobody else."""

import ast
from collections.abc import Iterator

from .arbre import court, sources_python

# Who opens it: the actions of publication, for one revision at a time; the demo, for what it invents.
POUR_UNE_REVISION = {"pages/publication/actions.py"}
# In there, one function opens it; these four alone call it: two pairs of eyes, one where it is enough, an hour that
# two approved, a resource that the federation trusts.
QUI_LAISSE_PASSER = {"conclure", "publier_seul", "publier_programmee", "publier_de_confiance"}
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


def fonctions_qui_appellent(source: str, nom: str) -> set[str]:
    """Return the functions of a module that call `nom`."""
    fonctions = [noeud for noeud in ast.walk(ast.parse(source)) if isinstance(noeud, ast.FunctionDef)]
    appels = {f.name: {ast.unparse(n.func) for n in ast.walk(f) if isinstance(n, ast.Call)} for f in fonctions}
    return {fonction for fonction, appeles in appels.items() if nom in appeles}


def test_quatre_gestes_laissent_passer_et_pas_un_de_plus() -> None:
    sources = {court(chemin): chemin.read_text() for chemin in sources_python()}
    (actions,) = POUR_UNE_REVISION
    assert fonctions_qui_appellent(sources[actions], "_laisser_passer") == QUI_LAISSE_PASSER
    assert fonctions_qui_appellent(sources[actions], "porte.ouvrir") == {"_laisser_passer"}
    assert [nom for nom, source in sources.items() if nom != actions and "_laisser_passer" in source] == []
    confiants = {nom for nom, s in sources.items() if fonctions_qui_appellent(s, "publier_de_confiance")}
    assert confiants == {"pages/evenements/actions.py"}


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
