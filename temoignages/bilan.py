"""The yearly account that the public reads: what became of the words received, and nothing about anyone.

A year is counted once it is closed, as it stood on one day, and its figures do not move afterwards: nobody learns what
happened between two visits. The total is only what the figures shown already say: no subtraction reveals a small one
(VIE_PRIVEE, sections 4 and 7).
"""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, Count, DateField, Exists, F, OuterRef, Q, Value, When
from django.db.models import CharField as Texte
from django.utils.translation import gettext_lazy as _

from .etats import EtatDepot, MotifRefus
from .models import Consentement, Depot, Temoignage
from .regles import EDITIONS

SEUIL = 5  # VIE_PRIVEE, section 4: counts under five read « moins de 5 ».
PUBLIES, RETIRES, EN_ATTENTE = "publies", "retires", "en_attente"
CATEGORIES = {
    PUBLIES: _("publiés"),
    RETIRES: _("retirés par leur auteur"),
    **{motif.value: _("non retenus : %s") for motif in MotifRefus},
    EN_ATTENTE: _("encore en lecture"),
}


def cloture(edition: int) -> datetime.date:
    """Return the day when a campaign year is counted: 31 January of the next, three months after its collection."""
    return datetime.date(edition + 1, 1, 31)


@dataclass(frozen=True)
class Ligne:
    """One figure as the public reads it; `nombre` is None for one to four."""

    nom: str
    nombre: int | None


@dataclass(frozen=True)
class Bilan:
    """The account of one year. `au_moins`: the total is more than the sum of what is shown, nobody says by how much."""

    edition: int
    jour: datetime.date
    total: int
    au_moins: bool
    lignes: list[Ligne]


def bilans(aujourdhui: datetime.date) -> list[Bilan]:
    """Return the account of each closed year that received words, the latest first, in one query."""
    return [rediger(edition, comptes) for edition, comptes in sorted(_compter(aujourdhui).items(), reverse=True)]


def rediger(edition: int, comptes: Mapping[str, int]) -> Bilan:
    """Return what may be said of a year: a figure from one to four is never shown, nor can be worked out."""
    lignes = [Ligne(nom_de(cle), montrable(nombre)) for cle in CATEGORIES if (nombre := comptes.get(cle, 0))]
    caches = sum(ligne.nombre is None for ligne in lignes)
    # Each hidden figure is one at least: adding that says nothing more than « moins de 5 » does.
    total = sum(ligne.nombre or 0 for ligne in lignes) + caches
    return Bilan(edition, cloture(edition), total, bool(caches), lignes)


def montrable(nombre: int) -> int | None:
    """Return a figure that the public may read, or None for one to four."""
    return None if 0 < nombre < SEUIL else nombre


def nom_de(categorie: str) -> str:
    """Return the words for a category: « publiés », « non retenus : il n’a pas pu être lu »."""
    nom = str(CATEGORIES[categorie])
    return nom % MotifRefus(categorie).label if "%s" in nom else nom


def _compter(aujourdhui: datetime.date) -> dict[int, Counter[str]]:
    """Count the deposits of closed years by what had become of each on the day of its year's account."""
    closes = [edition for edition in EDITIONS if cloture(edition) < aujourdhui]
    if not closes:
        return {}
    le = Case(*(When(edition=e, then=Value(cloture(e))) for e in closes), output_field=DateField())
    siens = Consentement.objects.filter(empreinte_code=OuterRef("empreinte_code"))
    depots = Depot.objects.filter(edition__in=closes).alias(
        le=le,
        retrait_tardif=Exists(siens.filter(retire_le__gt=OuterRef("le"))),
        a_paru=Exists(Temoignage.objects.filter(empreinte_code=OuterRef("empreinte_code"))),
    )
    decide = Q(decide_le__date__lte=F("le"))
    sort = Case(
        When(Q(etat=EtatDepot.RETIRE, retrait_tardif=False), then=Value(RETIRES)),
        When(decide & Q(etat=EtatDepot.ECARTE), then=Value(MotifRefus.POURRIEL.value)),
        *(When(decide & Q(motif_refus=motif), then=Value(motif.value)) for motif in MotifRefus),
        When(decide & Q(a_paru=True), then=Value(PUBLIES)),
        default=Value(EN_ATTENTE),
        output_field=Texte(),
    )
    comptes: dict[int, Counter[str]] = {}
    recus = depots.filter(recu_le__date__lte=F("le")).annotate(sort=sort).order_by()
    for edition, categorie, nombre in recus.values_list("edition", "sort").annotate(Count("pk")):
        comptes.setdefault(edition, Counter())[categorie] = nombre
    return comptes
