"""The 17 administrative regions of Québec and the words that bind their names in a sentence.

Codes: the official list of the government of Québec. Articles and locatives: the table of the federation's own
writing rules, where several names follow use rather than any rule (« de Lanaudière », « dans Lanaudière »).
"""

from dataclasses import dataclass
from typing import Final

from .cles import cle
from .elision import lier


@dataclass(frozen=True, slots=True)
class Lieu:
    """A place as a sentence uses it: a town, a sub-region, Québec itself.

    Attributes:
        nom: the name alone, « Haute-Yamaska ».
        de_lieu: after a noun, « de la Haute-Yamaska ».
        en_lieu: to say where, « dans la Haute-Yamaska ».
    """

    nom: str
    de_lieu: str
    en_lieu: str


@dataclass(frozen=True, slots=True)
class Region:
    """One of the 17 regions.

    Attributes:
        code: two digits, « 05 ».
        nom: the name alone, « Estrie ».
        de: the word of origin, « de l’ », with its apostrophe when it elides.
        en: the locative, « en ».
    """

    code: str
    nom: str
    de: str
    en: str

    def __str__(self) -> str:
        """Return the name alone."""
        return self.nom

    @property
    def de_lieu(self) -> str:
        """« de l’Estrie », « du Bas-Saint-Laurent », « de Montréal », « des Laurentides »."""
        return lier(self.de, self.nom)

    @property
    def en_lieu(self) -> str:
        """« en Estrie », « au Bas-Saint-Laurent », « à Montréal », « dans les Laurentides »."""
        return lier(self.en, self.nom)


QUEBEC: Final = Lieu("Québec", "du Québec", "au Québec")

REGIONS: Final = (
    Region("01", "Bas-Saint-Laurent", "du", "au"),
    Region("02", "Saguenay–Lac-Saint-Jean", "du", "au"),
    Region("03", "Capitale-Nationale", "de la", "dans la"),
    Region("04", "Mauricie", "de la", "en"),
    Region("05", "Estrie", "de l’", "en"),
    Region("06", "Montréal", "de", "à"),
    Region("07", "Outaouais", "de l’", "en"),
    Region("08", "Abitibi-Témiscamingue", "de l’", "en"),
    Region("09", "Côte-Nord", "de la", "sur la"),
    Region("10", "Nord-du-Québec", "du", "dans le"),
    Region("11", "Gaspésie–Îles-de-la-Madeleine", "de la", "en"),
    Region("12", "Chaudière-Appalaches", "de", "en"),
    Region("13", "Laval", "de", "à"),
    Region("14", "Lanaudière", "de", "dans"),
    Region("15", "Laurentides", "des", "dans les"),
    Region("16", "Montérégie", "de la", "en"),
    Region("17", "Centre-du-Québec", "du", "dans le"),
)

CODES: Final = tuple((region.code, region.nom) for region in REGIONS)
_PAR_CODE: Final = {region.code: region for region in REGIONS}
_PAR_CLE: Final = {cle(region.nom): region for region in REGIONS}


def region_par_code(code: str) -> Region | None:
    """Return the region of an official code; « 5 » reads as « 05 »; `None` when there is none."""
    return _PAR_CODE.get(code.strip().zfill(2))


def trouver_region(texte: str) -> Region | None:
    """Return the region a person named, by name or code, whatever the accents, case, hyphens or article."""
    return _PAR_CLE.get(cle(texte)) or region_par_code(texte)
