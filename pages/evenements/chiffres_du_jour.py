"""How large a day is: places, regions and events of an edition, counted from what is confirmed, said in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from reseau.langue.cles import plier

from ..etats import EtatEdition
from ..models.evenement import Evenement
from .etats import Modalite

_EN_LETTRES: Final = (
    "",
    _lazy("un lieu"),
    _lazy("deux lieux"),
    _lazy("trois lieux"),
    _lazy("quatre lieux"),
    _lazy("cinq lieux"),
    _lazy("six lieux"),
    _lazy("sept lieux"),
    _lazy("huit lieux"),
    _lazy("neuf lieux"),
    _lazy("dix lieux"),
    _lazy("onze lieux"),
    _lazy("douze lieux"),
    _lazy("treize lieux"),
    _lazy("quatorze lieux"),
    _lazy("quinze lieux"),
    _lazy("seize lieux"),
    _lazy("dix-sept lieux"),
    _lazy("dix-huit lieux"),
    _lazy("dix-neuf lieux"),
)
# French has a word for these tens only, and for none from 70 to 90.
_ENVIRON: Final = {
    20: _lazy("une vingtaine de lieux"),
    30: _lazy("une trentaine de lieux"),
    40: _lazy("une quarantaine de lieux"),
    50: _lazy("une cinquantaine de lieux"),
    60: _lazy("une soixantaine de lieux"),
}
DIX: Final = 10


@dataclass(frozen=True, slots=True)
class Endroit:
    """Where an event takes place, as it was typed; `ressource` is the key of who holds it."""

    ressource: int
    municipalite: str
    lieu: str
    adresse: str
    region: str


@dataclass(frozen=True, slots=True)
class ChiffresDuJour:
    """Places where one can go, regions that have one, and events, those online included."""

    lieux: int
    regions: int
    evenements: int

    @property
    def en_mots(self) -> str:
        """« une quarantaine de lieux dans 14 régions »; nothing without a place."""
        if not self.lieux:
            return ""
        return f"{dire_les_lieux(self.lieux)} {self._ou}"

    def phrase(self, etat: EtatEdition) -> str:
        """Return a sentence without its final period, for before, during or after the day; nothing without a place."""
        if not self.lieux:
            return ""
        modele = {
            EtatEdition.AVANT: _("La Journée se prépare dans %(lieux)s"),
            EtatEdition.JOUR: _("La Journée se tient aujourd’hui dans %(lieux)s"),
            EtatEdition.APRES: _("La Journée s’est tenue dans %(lieux)s"),
        }[etat]
        return modele % {"lieux": f"{dire_les_lieux(self.lieux)}, {self._ou}"}

    @property
    def _ou(self) -> str:
        return ngettext("dans une région", "dans %(nombre)s régions", self.regions) % {"nombre": self.regions}


def dire_les_lieux(nombre: int) -> str:
    """Return a number of places in words, never more than five above the truth, never above it from 65 on.

    To 19, exact: « douze lieux ». From 20 to 64, the nearest ten: « une quarantaine de lieux » is 35 to 44. From 65,
    where French has no such word: a whole ten is written, « 70 lieux »; else « plus de 90 lieux ».
    """
    if nombre < len(_EN_LETTRES):
        return str(_EN_LETTRES[nombre])
    arrondi = (nombre + DIX // 2) // DIX * DIX
    if arrondi in _ENVIRON:
        return str(_ENVIRON[arrondi])
    dizaine, reste = nombre // DIX * DIX, nombre % DIX
    return (_("plus de %(nombre)s lieux") if reste else _("%(nombre)s lieux")) % {"nombre": dizaine}


def compter_les_lieux(endroits: Iterable[Endroit]) -> int:
    """Return how many places there are, never one twice when what was typed can tell.

    An address, or else a name, makes a place in its municipality, whoever holds the event; without either, a resource
    counts once in a municipality, unless it already has a place there.
    """
    precis: set[tuple[str, str]] = set()
    chez: set[tuple[str, int]] = set()
    sans: set[tuple[str, int]] = set()
    for endroit in endroits:
        ville, point = plier(endroit.municipalite), plier(endroit.adresse or endroit.lieu)
        if point:
            precis.add((ville, point))
        (chez if point else sans).add((ville, endroit.ressource))
    return len(precis) + len(sans - chez)


def chiffres_du_jour(annee: int) -> ChiffresDuJour:
    """Count what is confirmed for an edition, in one query; a cancelled event counts for nothing."""
    champs = ("ressource", "municipalite", "lieu", "adresse", "region")
    lignes = Evenement.objects.confirmes().d_edition(annee).order_by().values_list("modalite", *champs)
    endroits = [(modalite, Endroit(*ligne)) for modalite, *ligne in lignes]
    sur_place = [endroit for modalite, endroit in endroits if modalite != Modalite.EN_LIGNE]
    return ChiffresDuJour(
        lieux=compter_les_lieux(sur_place),
        regions=len({endroit.region for endroit in sur_place}),
        evenements=len(endroits),
    )
