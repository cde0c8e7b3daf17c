"""No template is unused: each is named by code or by another template, or follows a convention of Django or Wagtail."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.template import Engine
from wagtail.models import get_page_models

from .arbre import APPLICATIONS, RACINE, gabarits, sources_python

# Django looks for these by name.
PAGES_D_ERREUR = {"400.html", "403.html", "403_csrf.html", "404.html", "410.html", "500.html"}


def inutilises(noms: set[str], textes: Mapping[str, str]) -> set[str]:
    """Return the templates that no text names; a text is known by the name of its own template, or its path."""
    return {nom for nom in noms if not any(nom in texte for source, texte in textes.items() if source != nom)}


def noms_calcules(source: str) -> Iterator[re.Pattern[str]]:
    """Yield a pattern for each f-string of Python code that ends like a file name."""
    for noeud in ast.walk(ast.parse(source)):
        if isinstance(noeud, ast.JoinedStr):
            parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"[\w-]+" for p in noeud.values]
            if re.search(r"\w\\\.\w+$", parts[-1]):
                yield re.compile("".join(parts))


def par_convention() -> set[str]:
    """Return the names that Django and Wagtail look for without being told."""
    return PAGES_D_ERREUR | {modele.template for modele in get_page_models()}


def remplace_une_bibliotheque(nom: str) -> bool:
    """Say whether a library has a template of the same name, which ours replaces or extends."""
    origines = [
        origine for chargeur in Engine.get_default().template_loaders for origine in chargeur.get_template_sources(nom)
    ]
    nos_dossiers = tuple(str(RACINE / application) for application in APPLICATIONS)
    return any(Path(origine.name).is_file() and not origine.name.startswith(nos_dossiers) for origine in origines)


def test_aucun_gabarit_inutilise() -> None:
    fichiers = gabarits()
    code = {str(chemin): chemin.read_text() for chemin in sources_python()}
    calcules = [motif for source in code.values() for motif in noms_calcules(source)]
    restes = inutilises(set(fichiers) - par_convention(), code | {n: f.read_text() for n, f in fichiers.items()})
    assert [
        nom
        for nom in sorted(restes)
        if not remplace_une_bibliotheque(nom) and not any(motif.fullmatch(nom) for motif in calcules)
    ] == []


def test_un_gabarit_inutilise_est_vu() -> None:
    textes = {"a.html": "{% include 'b.html' %} a.html", "b.html": "", "vues.py": "render(request, 'c.html')"}
    assert inutilises({"a.html", "b.html", "c.html"}, textes) == {"a.html"}
    assert remplace_une_bibliotheque("wagtailadmin/base.html")
    assert not remplace_une_bibliotheque("pages/inconnu.html")


def test_un_nom_calcule_est_compris() -> None:
    motifs = list(noms_calcules("""f"a/{nom}_x.html"; f"{autre} mot"; f"{nom}" """))
    assert [motif.fullmatch("a/premier_x.html") is not None for motif in motifs] == [True]
