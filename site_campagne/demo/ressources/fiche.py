"""What the demo says of a resource."""

from typing import NamedTuple


class Ressource(NamedTuple):
    """An invented member resource. `nom` and `region` together name it: one name stands in two regions.

    `genre` and `tranche` are values of `reseau.etats`; `forme_de` is what follows « un·e membre », confirmed.
    `sous_region` is a place shown in place of the region, with its « de » and its « en ».
    """

    nom: str
    forme_de: str
    region: str
    municipalite: str
    genre: str
    tranche: str
    courriel: str
    telephone: str
    description: str
    alias: tuple[str, ...] = ()
    adresse: str = ""
    lieu_masque: bool = False
    sous_region: tuple[str, str, str] = ("", "", "")
    de_confiance: bool = False
