"""Two listings that may be of one resource: a suggestion for a person, who alone merges."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from django.utils.translation import gettext_lazy as _

from .langue.cles import plier
from .models import Ressource

# Measured on invented names: « Le Phare » and « Le Phare de Laval » are 0.63, « Passerelle » and « Passerele » 0.95.
RESSEMBLANCE = 0.85
MEME_NOM = _("même nom, dans une autre région")
AUTRE_NOM = _("l’une porte le nom de l’autre parmi ses autres noms")
MEME_CONTACT = _("même courriel, téléphone ou site public")
NOM_PROCHE = _("noms très proches, dans la même région")


@dataclass(frozen=True)
class Paire:
    """Two resources, and why they may be one."""

    une: Ressource
    autre: Ressource
    raison: Any  # a lazy translation


def doublons_probables() -> list[Paire]:
    """Return the pairs that look like one resource, the surest reason of each, in two queries."""
    ressources = list(Ressource.objects.prefetch_related("alias").order_by("cle", "region"))
    paires: dict[tuple[int, int], Paire] = {}
    for une, autre, raison in _soupcons(ressources):
        premiere, seconde = sorted((une, autre), key=lambda ressource: ressource.pk)
        paires.setdefault((premiere.pk, seconde.pk), Paire(premiere, seconde, raison))
    return list(paires.values())


def _soupcons(ressources: list[Ressource]) -> Iterator[tuple[Ressource, Ressource, Any]]:
    par_cle = _groupes((ressource.cle, ressource) for ressource in ressources)
    for groupe in par_cle.values():
        yield from ((une, autre, MEME_NOM) for une, autre in combinations(groupe, 2))
    for ressource in ressources:
        for alias in ressource.alias.all():
            yield from ((autre, ressource, AUTRE_NOM) for autre in par_cle.get(alias.cle, []) if autre != ressource)
    contacts = _groupes((contact, ressource) for ressource in ressources for contact in _contacts(ressource))
    for groupe in contacts.values():
        yield from ((une, autre, MEME_CONTACT) for une, autre in combinations(groupe, 2))
    for groupe in _groupes((ressource.region, ressource) for ressource in ressources).values():
        yield from ((une, autre, NOM_PROCHE) for une, autre in combinations(groupe, 2) if _se_ressemblent(une, autre))


def _groupes(paires: Iterable[tuple[str, Ressource]]) -> dict[str, list[Ressource]]:
    groupes: dict[str, list[Ressource]] = defaultdict(list)
    for nom, ressource in paires:
        groupes[nom].append(ressource)
    return groupes


def _contacts(ressource: Ressource) -> set[str]:
    lus = (ressource.courriel_public, ressource.telephone_public, ressource.site_web)
    return {plier(contact).replace(" ", "") for contact in lus if contact}


def _se_ressemblent(une: Ressource, autre: Ressource) -> bool:
    compare = SequenceMatcher(None, une.cle, autre.cle, autojunk=False)
    return compare.quick_ratio() >= RESSEMBLANCE and compare.ratio() >= RESSEMBLANCE
