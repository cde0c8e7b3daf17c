"""What the public may see changes: the generation grows and the counts follow, in the same transaction."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import product
from typing import Any

from django.db import transaction
from django.db.models import Count, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from reseau.models import Ressource

from ..etats import Echelon
from ..models import Comptage, Generation, Temoignage
from ..models.temoignage import TemoignageQuerySet
from ..signaux import paroles_changees

# Sentence or 0, theme or 0, region or "", campaign year, last day of the consent: as `Comptage.CLE`.
Croise = tuple[Any, ...]
PAR_LOT = 400  # codes in one query, under the limit of every engine


@transaction.atomic
def changer_generation() -> None:
    """Make everything computed so far out of date. Locks the row: public changes are made one after the other."""
    # Not a date: a number greater than any that a rolled back or restored database ever gave.
    suivant = Greatest(F("numero") + 1, Value(time.time_ns()))
    if not Generation.objects.update(numero=suivant):
        Generation.objects.create(pk=1, numero=time.time_ns())


@contextmanager
def changement_public(codes: Iterable[str]) -> Iterator[None]:
    """Enclose every change of what the public may see of the texts under these hashed codes, whatever it is.

    Publishing, withdrawing, another theme, region or consent: counted before and after, the difference is written.
    Enter it before locking a testimony.
    """
    codes = list(codes)
    with transaction.atomic():
        changer_generation()
        avant = _cases_de(codes)
        yield
        difference = _cases_de(codes)
        difference.subtract(avant)
        _ajouter(_marges(difference))
        paroles_changees.send(sender=Temoignage, codes=codes)


@transaction.atomic
def recompter() -> None:
    """Count everything again from the texts: after a restore, or a change that no action saw."""
    changer_generation()
    Comptage.objects.all().delete()
    marges = _marges(_cases(Temoignage.objects.all()))
    Comptage.objects.bulk_create(_ligne(cle, nombre) for cle, nombre in marges.items())


def suivre_les_regions() -> int:
    """Keep under a text the region that its attribution shows, that of the named resource today; return how many."""
    deplaces = Temoignage.objects.filter(echelon=Echelon.RESSOURCE).exclude(region=F("ressource__region"))
    codes = list(deplaces.values_list("empreinte_code", flat=True))
    if codes:
        ici = Subquery(Ressource.objects.filter(pk=OuterRef("ressource")).values("region"))
        with changement_public(codes):
            deplaces.update(region=ici)
    return len(codes)


def _cases_de(codes: Sequence[str]) -> Counter[Croise]:
    total = Counter[Croise]()
    for debut in range(0, len(codes), PAR_LOT):
        total.update(_cases(Temoignage.objects.filter(empreinte_code__in=codes[debut : debut + PAR_LOT])))
    return total


def _cases(temoignages: TemoignageQuerySet) -> Counter[Croise]:
    """Count published texts by what they show and when their consent for the site ends; no consent, no count."""
    sans = Value(Comptage.SANS)
    publies = temoignages.avec_fin().exclude(fin=None).order_by()  # type: ignore[misc]  # annotated
    lignes = publies.values_list(Coalesce("amorce", sans), Coalesce("theme", sans), "region", "edition", "fin")
    return Counter({cle: nombre for *cle, nombre in lignes.annotate(Count("pk")) for cle in (tuple(cle),)})


def _marges(cases: Mapping[Croise, int]) -> Counter[Croise]:
    """Add to each crossing those that leave one or several axes open."""
    marges = Counter[Croise]()
    for (amorce, theme, region, edition, fin), nombre in cases.items():
        tous, toutes = Comptage.TOUS, Comptage.TOUTES
        for cle in product((amorce, tous), (theme, tous), (region, toutes), (edition, tous), (fin,)):
            marges[cle] += nombre
    return marges


def _ajouter(differences: Mapping[Croise, int]) -> None:
    """Write the difference. A count that went wrong never stops a withdrawal: it stays at zero until counted again."""
    changees = {cle: nombre for cle, nombre in differences.items() if nombre}
    if not changees:
        return
    valeurs = zip(Comptage.CLE, zip(*changees, strict=True), strict=True)
    voisines = Comptage.objects.filter(**{f"{axe}__in": set(vues) for axe, vues in valeurs})
    connues = {cle: nombre for *cle, nombre in voisines.values_list(*Comptage.CLE, "nombre") for cle in (tuple(cle),)}
    Comptage.objects.bulk_create(
        [_ligne(cle, max(0, connues.get(cle, 0) + nombre)) for cle, nombre in changees.items()],
        update_conflicts=True,
        unique_fields=Comptage.CLE,
        update_fields=["nombre"],
    )


def _ligne(cle: Croise, nombre: int) -> Comptage:
    return Comptage(**dict(zip(Comptage.CLE, cle, strict=True)), nombre=nombre)
