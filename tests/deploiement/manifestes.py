"""What operators copy, read as data: Kubernetes objects, the pods they make, the compose file."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.coherence.arbre import RACINE

DEPLOI = RACINE / "deploy"
SCHEMAS = Path(__file__).parent / "schemas"
Objet = dict[str, Any]


@cache
def _lus() -> list[Objet]:
    lus = [yaml.safe_load_all(f.read_text()) for f in sorted((DEPLOI / "kubernetes" / "base").glob("*.yaml"))]
    return [objet for fichier in lus for objet in fichier if objet["kind"] != "Kustomization"]


def manifestes() -> list[Objet]:
    """Return every object of the base; the caller may spoil them."""
    return copy.deepcopy(_lus())


def gabarits(objets: list[Objet] | None = None) -> Iterator[tuple[str, Objet]]:
    """Yield the template of each pod, with the name of what makes it."""
    for objet in manifestes() if objets is None else objets:
        corps = objet.get("spec", {})
        if "jobTemplate" in corps:
            corps = corps["jobTemplate"]["spec"]
        if "template" in corps:
            yield objet["metadata"]["name"], corps["template"]


def compose() -> Objet:
    """Return the compose file."""
    lu: Objet = yaml.safe_load((DEPLOI / "compose.yaml").read_text())
    return lu


def schema(nom: str) -> Objet:
    """Return one of our schemas, `kubernetes` or `compose`."""
    lu: Objet = json.loads((SCHEMAS / f"{nom}.json").read_text())
    return lu
