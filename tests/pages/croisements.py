"""Crossings made by hand, without a database."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import product

from pages.croisement import TOUT, Croise, Croisement


def croisement_de(cases: Mapping[Croise, int]) -> Croisement:
    """Return the crossing of `cases`, where no axis is open, with its margins added up."""
    comptes: dict[Croise, int] = defaultdict(int)
    for case, compte in cases.items():
        for croise in product(*zip(case, TOUT, strict=True)):
            comptes[croise] += compte
    return Croisement(comptes)
