"""Annotated texts as an author writes them: ``Merci à ⟦PERSON:Gaétane⟧ de ⟦PLACE:Saint-Tite⟧.``."""

import re

from temoignages.anonymat.constats import Niveau

from .corpus import Attendu, Document

_MARQUE = re.compile(r"⟦(?P<type>[A-Z_]+):(?P<passage>[^⟧]+)⟧")
# The types that point at someone without naming them; every other one names.
QUASI = frozenset(
    "AGE COMMUNITY DATE EMPLOYER EVENT FACILITY FAMILY OCCUPATION ORIGIN PLACE ROLE SCHOOL STREET UNIT".split()
)


def annoter(marque: str, identifiant: str = "essai") -> Document:
    """Return the document that a text with marks stands for."""
    texte, attendus, lu = "", [], 0
    for trouve in _MARQUE.finditer(marque):
        texte += marque[lu : trouve.start()]
        debut, lu = len(texte), trouve.end()
        texte += trouve["passage"]
        niveau: Niveau = "quasi" if trouve["type"] in QUASI else "direct"
        attendus.append(Attendu(debut, len(texte), trouve["type"], niveau))
    return Document(identifiant, texte + marque[lu:], tuple(attendus))
