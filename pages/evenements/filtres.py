"""What the agenda offers to narrow it, without a script; what an address cannot mean is as good as nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, Q

from reseau.langue.cles import cle
from reseau.langue.regions import CODES
from reseau.models import AncienneAdresse, Ressource

from ..models.evenement import Evenement, EvenementQuerySet
from ..regles import edition_choisie, une_ligne
from .etats import GenreEvenement, Reponse

REGIONS = dict(CODES)
LONGUEUR_MAXIMALE = 80
LONGUEUR_D_UNE_ADRESSE = 160  # `Ressource.slug`


@dataclass(frozen=True, slots=True)
class ChoixAgenda:
    """What a visitor asks for. Without an edition, what is to come."""

    edition: int | None = None
    region: str = ""
    genre: str = ""
    ressource: str = ""
    commune: str = ""
    gratuit: bool = False
    accessible: bool = False

    def sur(self, **axes: Any) -> "ChoixAgenda":
        """Return the same choice with other axes."""
        return replace(self, **axes)

    @property
    def requete(self) -> str:
        """The query of its address, empty for everything to come."""
        axes = {
            "edition": self.edition or "",
            "region": self.region,
            "genre": self.genre,
            "ressource": self.ressource,
            "commune": self.commune,
            "gratuit": "oui" if self.gratuit else "",
            "accessible": "oui" if self.accessible else "",
        }
        return urlencode({nom: valeur for nom, valeur in axes.items() if valeur})


def choix_de(requete: Mapping[str, str]) -> ChoixAgenda:
    """Read the query of an address."""
    region, genre = requete.get("region", ""), requete.get("genre", "")
    return ChoixAgenda(
        edition=edition_choisie(requete.get("edition", "")),
        region=region if region in REGIONS else "",
        genre=genre if genre in GenreEvenement.values else "",
        ressource=une_ligne(requete.get("ressource", ""), LONGUEUR_D_UNE_ADRESSE),
        commune=une_ligne(requete.get("commune", ""), LONGUEUR_MAXIMALE),
        gratuit=requete.get("gratuit") == "oui",
        accessible=requete.get("accessible") == "oui",
    )


class Cellule(NamedTuple):
    """How many events share a region, a kind and a resource, and a municipality when one is looked for."""

    region: str
    genre: str
    ressource: str
    nom: str
    nombre: int
    municipalite: str = ""


class Selection:
    """The events of a choice, and how many there are beside each of its other choices."""

    def __init__(self, choix: ChoixAgenda, depuis: datetime | None = None) -> None:
        """Take what is asked for, and, without an edition, since when events may be over: nothing for now."""
        self.choix = choix
        self.depuis = depuis

    @cached_property
    def ressource(self) -> Ressource | None:
        """The resource that was asked for, if there is one of that address, or one that took over a former one's."""
        if not (slug := self.choix.ressource):
            return None
        if trouvee := Ressource.objects.filter(slug=slug).first():
            return trouvee
        ancienne = AncienneAdresse.objects.filter(slug=slug).select_related("ressource").first()
        return ancienne.ressource if ancienne else None

    @cached_property
    def slug(self) -> str:
        """The address of the resource asked for; empty when none was, or when there is none."""
        demande = self.choix.ressource
        if not demande or any(cellule.ressource == demande for cellule in self._table):
            return demande
        return self.ressource.slug if self.ressource else ""

    @cached_property
    def evenements(self) -> EvenementQuerySet:
        """The events, by date."""
        choix = self.choix
        axes: dict[str, Any] = {nom: valeur for nom in ("region", "genre") if (valeur := getattr(choix, nom))}
        if choix.ressource:
            ancienne = AncienneAdresse.objects.filter(slug=choix.ressource).values("ressource")
            axes["ressource__in"] = Ressource.objects.filter(Q(slug=choix.ressource) | Q(pk__in=ancienne))
        if choix.commune:
            axes["municipalite__in"] = {cellule.municipalite for cellule in self._table}
        return self._sans_facette.filter(**axes).select_related("ressource").order_by("debut", "pk")

    @cached_property
    def total(self) -> int:
        """How many events there are."""
        comptes = self.comptes("region")
        return sum(comptes[region] for region in REGIONS if self.choix.region in {"", region})

    def comptes(self, axe: str) -> "Counter[str]":
        """Count, for each region, kind or resource, the events there would be, whatever the one asked for on that axis.

        A resource is told by its address.
        """
        voulus = {"region": self.choix.region, "genre": self.choix.genre, "ressource": self.slug}
        if self.choix.ressource and not self.slug:
            return Counter()
        autres = [(nom, voulu) for nom, voulu in voulus.items() if voulu and nom != axe]
        comptes: Counter[str] = Counter()
        for cellule in self._table:
            if all(getattr(cellule, nom) == voulu for nom, voulu in autres):
                comptes[getattr(cellule, axe)] += cellule.nombre
        return comptes

    @property
    def noms(self) -> dict[str, str]:
        """The name of each resource that has an event before any of the three axes narrows, by its address."""
        return {cellule.ressource: cellule.nom for cellule in self._table}

    @cached_property
    def _table(self) -> list[Cellule]:
        """Count at once what the three lists show beside each of their choices, in one query."""
        axes = [
            "region",
            "genre",
            "ressource__slug",
            "ressource__nom",
            *(["municipalite"] if self.choix.commune else []),
        ]
        lignes = self._sans_facette.order_by().values_list(*axes).annotate(Count("pk"))
        cellules = [
            Cellule(region, genre, slug, nom, nombre, *municipalite)
            for region, genre, slug, nom, *municipalite, nombre in lignes
        ]
        cherchee = cle(self.choix.commune)
        return [cellule for cellule in cellules if cherchee in cle(cellule.municipalite)] if cherchee else cellules

    @cached_property
    def _sans_facette(self) -> EvenementQuerySet:
        choix = self.choix
        evenements = Evenement.objects.publies()
        evenements = evenements.d_edition(choix.edition) if choix.edition else evenements.a_venir(self.depuis)
        if choix.gratuit:
            evenements = evenements.filter(gratuit=Reponse.OUI)
        if choix.accessible:
            evenements = evenements.filter(fauteuil=Reponse.OUI)
        return evenements
