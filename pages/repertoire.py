"""What the directory shows: the lists that a query asks for, and the listing of one resource."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import urlencode

from django.core.paginator import Page as Tranche
from django.core.paginator import Paginator
from django.db.models import Count
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reseau.etats import Genre
from reseau.langue.regions import CODES, region_par_code
from reseau.models import Ressource, RessourceQuerySet
from reseau.presentation import en_lieu
from temoignages.etats import Echelon
from temoignages.models import Temoignage

from .carte import TuileRegion, tuiles_des_regions
from .json_ld import ecrire_json_ld
from .moyens import Moyen, sans_vides, telephone_et_courriel
from .regles import SEUIL_DE_DISCRETION, est_trop_rare, une_ligne

PAR_PAGE: Final = 120
LONGUEUR_CHERCHEE: Final = 80
PAROLES_MONTREES: Final = 6
EVENEMENTS_MONTRES: Final = 20
_REGIONS: Final = dict(CODES)


@dataclass(frozen=True, slots=True)
class Demande:
    """What a query asks for; what it cannot mean is as good as nothing."""

    region: str = ""
    genre: str = ""
    texte: str = ""

    @classmethod
    def de(cls, requete: Mapping[str, str]) -> "Demande":
        """Read the query of an address."""
        region, genre = requete.get("region", ""), requete.get("genre", "")
        return cls(
            region if region in _REGIONS else "",
            genre if genre in Genre.values else "",
            une_ligne(requete.get("texte", ""), LONGUEUR_CHERCHEE),
        )

    def adresse(self, **autres: str) -> str:
        """Return the query of an address, with other values where they are given; « ? » alone asks for all."""
        choisis = {"region": self.region, "genre": self.genre, "texte": self.texte} | autres
        return "?" + urlencode({nom: valeur for nom, valeur in choisis.items() if valeur})

    @property
    def est_vide(self) -> bool:
        """Whether all is asked for."""
        return not (self.region or self.genre or self.texte)


class Liste:
    """The active resources that a query asks for, with the counts that let one ask otherwise. Five queries at most."""

    def __init__(self, demande: Demande, page: str | None) -> None:
        """Keep what is asked for; `page` is the number typed in the address, whatever it is."""
        self.demande = demande
        self._page = page

    @cached_property
    def tranche(self) -> "Tranche[Ressource]":
        """The page of the list that is asked for, by region, then by name."""
        choisies = self._choisies(region=self.demande.region, genre=self.demande.genre)
        return Paginator(choisies.order_by("region", "cle"), PAR_PAGE).get_page(self._page)

    @cached_property
    def par_region(self) -> dict[str, int]:
        """How many in each region, whatever the region asked for."""
        return self._comptes("region", genre=self.demande.genre)

    @property
    def genres(self) -> list[tuple[str, str]]:
        """The kinds, with how many there are of each."""
        comptes = self._comptes("genre", region=self.demande.region)
        return [(genre.value, f"{genre.label} ({comptes.get(genre.value, 0)})") for genre in Genre]

    @property
    def regions(self) -> list[tuple[str, str]]:
        """The regions, by name."""
        return sorted(CODES, key=lambda region: region[1].replace("É", "E"))

    @property
    def tuiles(self) -> list[TuileRegion]:
        """The regions on a map. The address of the one that is asked for takes it off."""
        demande = self.demande
        return tuiles_des_regions(
            self.par_region,
            adresse_de=lambda code: demande.adresse(region="" if code == demande.region else code),
            dire=dire_le_compte,
            courante=demande.region,
        )

    @property
    def base(self) -> str:
        """The query of an address, up to the number of a page."""
        return "?" if self.demande.est_vide else f"{self.demande.adresse()}&"

    @property
    def resume(self) -> str:
        """« 12 ressources en Estrie », « 90 ressources dans 17 régions »."""
        total = dire_le_compte(self.tranche.paginator.count)
        region = region_par_code(self.demande.region) if self.demande.region else None
        if region:
            return f"{total} {en_lieu(region)}"
        nombre = sum(bool(compte) for compte in self.par_region.values())
        ou = ngettext("dans %(nombre)s région", "dans %(nombre)s régions", nombre) % {"nombre": nombre}
        return f"{total} {ou}" if nombre else total

    def _comptes(self, axe: str, **autres: str) -> dict[str, int]:
        lignes = self._choisies(**autres).order_by().values_list(axe)
        return dict(lignes.annotate(Count("pk")))

    def _choisies(self, **choix: str) -> RessourceQuerySet:
        return self._trouvees.filter(**{axe: valeur for axe, valeur in choix.items() if valeur})

    @cached_property
    def _trouvees(self) -> RessourceQuerySet:
        texte = self.demande.texte
        return Ressource.objects.contenant(texte).actives() if texte else Ressource.objects.actives()


class Fiche:
    """A resource as its page shows it."""

    def __init__(self, ressource: Ressource, adresse: str) -> None:
        """Keep the resource and the full address of its page."""
        self.ressource = ressource
        self.adresse = adresse

    @property
    def moyens(self) -> list[Moyen]:
        """How to reach it, in public."""
        ici = self.ressource
        lieu = Moyen(_("Adresse"), "" if ici.lieu_masque else ici.adresse, "")
        return [*telephone_et_courriel(ici), *sans_vides(lieu)]

    @cached_property
    def paroles(self) -> list[Temoignage]:
        """The latest texts that name it themselves, or none when there are too few (`paroles_nommant`)."""
        return paroles_nommant(self.ressource)

    @cached_property
    def evenements(self) -> list[Any]:
        """Its confirmed events that are not over, the soonest first."""
        a_venir = self.ressource.evenements.confirmes().a_venir()
        return list(a_venir.order_by("debut", "pk")[:EVENEMENTS_MONTRES])

    @property
    def json_ld(self) -> SafeString:
        """It as schema.org says an organisation: what the page shows, nothing else."""
        ici = self.ressource
        region = ici.region_objet
        rue = {} if ici.lieu_masque else {"streetAddress": ici.adresse}
        lieu = {"addressLocality": ici.municipalite, **rue, "addressRegion": "QC", "addressCountry": "CA"}
        dit: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "Organization",
            "name": ici.nom,
            "url": self.adresse,
            "alternateName": [alias.nom for alias in ici.alias.all()],
            "description": ici.description,
            "telephone": ici.telephone_public,
            "email": ici.courriel_public,
            "sameAs": [ici.site_web] if ici.site_web else [],
            "areaServed": region.nom if region else "",
            "address": {"@type": "PostalAddress", **{nom: valeur for nom, valeur in lieu.items() if valeur}},
        }
        return ecrire_json_ld(dit)


def paroles_nommant(ressource: Ressource) -> list[Temoignage]:
    """Return the latest published texts whose own attribution names a resource; none when they are fewer than five.

    Never those that came from it under a coarser attribution: to list them here would say what the ladder withheld
    (VIE_PRIVEE, section 4). What the public sees is all that is asked: the step shown, not where the words came from.
    """
    nommes = Temoignage.objects.publies().filter(echelon=Echelon.RESSOURCE, ressource=ressource)
    paroles = list(nommes[: max(PAROLES_MONTREES, SEUIL_DE_DISCRETION)])
    return [] if est_trop_rare(len(paroles)) else paroles


def dire_le_compte(nombre: int) -> str:
    """« 1 ressource », « 12 ressources », « aucune ressource »."""
    if not nombre:
        return _("aucune ressource")
    return ngettext("%(nombre)s ressource", "%(nombre)s ressources", nombre) % {"nombre": nombre}
