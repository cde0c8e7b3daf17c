"""The whole map: what ours declare, and what is declared for the libraries."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from medias.donnees import Carte, Qui, Renseignement

from .tiers import CARTES, SANS_RENSEIGNEMENT

APPLICATIONS = ("site_campagne", "pages", "temoignages", "coffre", "reseau", "medias")


def modeles() -> list[type[Model]]:
    """Return every model that has a table of its own, links of many to many aside: their fields are declared."""
    return [modele for modele in apps.get_models() if not modele._meta.proxy]


def carte_de(modele: type[Model]) -> Carte | None:
    """Return the map of a model; nothing when nobody wrote it. An inherited one is not its own."""
    if modele._meta.app_label in APPLICATIONS:
        carte = vars(modele).get("donnees")
        return carte if isinstance(carte, Carte) else None
    return CARTES.get(modele._meta.label)


def est_declaree_vide(modele: type[Model]) -> bool:
    """Say whether a table of a library is declared to hold nothing of anybody."""
    return modele._meta.label in SANS_RENSEIGNEMENT


def renseignements() -> Iterator[tuple[Qui, list[Renseignement]]]:
    """Yield whom the site keeps something about, and each kind of thing once, in the order they are written in."""
    cartes = (carte for modele in modeles() if (carte := carte_de(modele)))
    distincts = {renseignement for carte in cartes for renseignement in carte.renseignements}
    for qui in Qui:
        siens = (renseignement for renseignement in distincts if renseignement.qui == qui)
        yield qui, sorted(siens, key=lambda renseignement: renseignement.rang)
