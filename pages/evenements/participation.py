"""How many people came to the day, from the resources that counted, in words; and the photographs to show."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models.bilan_evenement import PhotoEvenement, PhotoEvenementQuerySet
from ..models.evenement import Evenement
from ..nombres import ecrire_nombre
from .chiffres_du_jour import Endroit, compter_les_lieux
from .etats import Modalite

CHIFFRES_SURS: Final = 2  # a sum of « about forty » is told by its first two digits


@dataclass(frozen=True, slots=True)
class Participation:
    """The sum of the counts that were given, the places they come from, and how many of the events gave one."""

    personnes: int
    lieux: int
    reponses: int
    evenements: int

    @property
    def phrase(self) -> str:
        """« Plus de 1 200 personnes ont participé, dans 38 lieux », without a final period; nothing without people."""
        if not self.personnes:
            return ""
        arrondi = rond(self.personnes)
        combien = ngettext("%(nombre)s personne a participé", "%(nombre)s personnes ont participé", arrondi)
        dit = combien % {"nombre": ecrire_nombre(Decimal(arrondi))}
        if arrondi < self.personnes:
            dit = _("Plus de %(combien)s") % {"combien": dit}
        if self.lieux:
            ou = ngettext("dans un lieu", "dans %(nombre)s lieux", self.lieux) % {"nombre": self.lieux}
            dit = f"{dit}, {ou}"
        return dit

    @property
    def reserve(self) -> str:
        """« Selon 38 des 45 événements… », so that nobody takes the sum for the whole."""
        if self.reponses == self.evenements:
            return _("Selon tous les événements de la Journée")
        dit = _("Selon %(reponses)s des %(total)s événements; les autres n’ont pas donné leur compte")
        return dit % {"reponses": self.reponses, "total": self.evenements}


def rond(nombre: int) -> int:
    """Return a number with its first two digits alone, never above it: 1 234 gives 1 200."""
    pas = 10 ** max(0, len(str(nombre)) - CHIFFRES_SURS)
    return nombre // pas * pas


def participation(annee: int) -> Participation:
    """Sum the counts of the events of an edition that took place, in one query."""
    champs = ("ressource", "municipalite", "lieu", "adresse", "region")
    lus = Evenement.objects.confirmes().d_edition(annee).order_by()
    lignes = list(lus.values_list("bilan__participants", "modalite", *champs))
    comptes = [(nombre, modalite, Endroit(*ou)) for nombre, modalite, *ou in lignes if nombre is not None]
    return Participation(
        personnes=sum(nombre for nombre, _modalite, _ou in comptes),
        lieux=compter_les_lieux(ou for nombre, modalite, ou in comptes if nombre and modalite != Modalite.EN_LIGNE),
        reponses=len(comptes),
        evenements=len(lignes),
    )


def photos_de(annee: int) -> PhotoEvenementQuerySet:
    """Return the photographs of an edition that may be shown today, in the order of its events."""
    siens = Evenement.objects.confirmes().d_edition(annee).order_by()
    photos = PhotoEvenement.objects.publiques().filter(bilan__evenement__in=siens)
    return photos.select_related("image", "bilan__evenement__ressource").order_by("bilan__evenement__debut", "pk")
