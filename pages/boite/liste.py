"""What the library shows of a choice: a page of its tools, what narrows it, and how to undo it."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from django.core.paginator import Page as Tranche
from django.core.paginator import Paginator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medias.langues import Langue
from medias.ponctuation import entre_guillemets
from temoignages.models import Theme

from ..facettes import Facette, Lien, Valeur
from ..langues import dans_la_langue
from ..models.outil import OutilPage
from ..nombres import ecrire_nombre
from .choix import POSSIBLES, Choix
from .etats import AXES, Bande, Format, GenreOutil, Lecture, PublicVise, Tri
from .fichiers import sans_retenus
from .selection import MOTS_MAX, Selection

PAR_PAGE: Final = 24
NOMS: Final[dict[str, Any]] = {
    "genre": GenreOutil,
    "public": PublicVise,
    "duree": Bande,
    "niveau": Lecture,
    "langue": Langue,
    "format": Format,
}


class Liste:
    """The library of a choice. What the template does not read costs no query."""

    def __init__(self, choix: Choix, page: str | None) -> None:
        """Keep the choice; `page` is the number typed in the address, whatever it is."""
        self.choix = choix
        self.selection = Selection(choix)
        self._page = page

    @cached_property
    def tranche(self) -> "Tranche[Any]":
        """The page of tools that is asked for, each with its files."""
        total = self.selection.total
        tranche: Tranche[Any] = Paginator(range(total), PAR_PAGE).get_page(self._page)
        rangs = self.selection.rangs(max(tranche.start_index() - 1, 0), tranche.end_index())
        places = {rang: place for place, rang in enumerate(rangs)}
        outils = sorted(OutilPage.en_cartes().filter(fiche__rang__in=rangs), key=lambda outil: places[outil.fiche.rang])
        tranche.object_list = sans_retenus(dans_la_langue(outils, OutilPage.en_cartes()).values())
        return tranche

    @property
    def resume(self) -> str:
        """« 12 outils », « aucun outil »."""
        total = self.selection.total
        if not total:
            return _("Aucun outil")
        return ngettext("%(nombre)s outil", "%(nombre)s outils", total) % {"nombre": ecrire_nombre(total)}

    @property
    def mots_cherches(self) -> int:
        """How many of the first words are looked for, when more were typed; otherwise zero."""
        return MOTS_MAX if self.selection.est_abregee else 0

    @cached_property
    def facettes(self) -> list[Facette]:
        """What narrows the list, axis by axis."""
        toutes = [Facette(axe, str(nom), list(self._valeurs(axe))) for axe, nom in AXES.items()]
        return [facette for facette in toutes if facette.valeurs]

    @property
    def retraits(self) -> list[Lien]:
        """The filters in use, each with the list without it."""
        dits = [
            Lien(valeur.texte, valeur.url) for facette in self.facettes for valeur in facette.valeurs if valeur.choisie
        ]
        if self.choix.texte:
            dits.insert(0, Lien(entre_guillemets(self.choix.texte), self.choix.sans_texte().requete))
        return dits

    @property
    def tris(self) -> list[Lien]:
        """The orders; the link of the one in use is empty: it leads nowhere."""
        return [Lien(str(tri.label), "" if tri == self.choix.tri else self.choix.trie(tri).requete) for tri in Tri]

    @property
    def base(self) -> str:
        """The query of an address, up to the number of a page."""
        return "?" if self.choix.requete == "?" else f"{self.choix.requete}&"

    def _valeurs(self, axe: str) -> Iterator[Valeur]:
        comptes, choisies = self.selection.comptes(axe), self.choix.valeurs(axe)
        for valeur, texte in self._noms(axe):
            choisie, compte = valeur in choisies, comptes.get(valeur, 0)
            if compte or choisie:
                yield Valeur(capfirst(texte), compte, self.choix.bascule(axe, valeur).requete, choisie)

    def _noms(self, axe: str) -> list[tuple[str, str]]:
        if axe == "theme":
            return [(str(theme.pk), str(theme.montre)) for theme in Theme.objects.all()]
        if axe == "accessible":
            return [("oui", _("Version accessible"))]
        return [(valeur, str(NOMS[axe](valeur).label)) for valeur in POSSIBLES[axe]]
