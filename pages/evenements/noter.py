"""Keep the figures of the day, dated: what a release quotes stays what it was, whatever is cancelled later."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from reseau.horloge import aujourdhui

from ..langues import de_la_langue
from ..models import AgendaPage, EditionPage, SerieChiffre, Valeur
from .chiffres_du_jour import chiffres_du_jour

ACTION = "pages.noter_chiffres"


def peut_noter(personne: Any) -> bool:
    """Whether `personne` keeps key figures."""
    return bool(personne.has_perm("pages.change_seriechiffre"))


@transaction.atomic
def noter_les_chiffres(*, edition: EditionPage, par: Any) -> list[Valeur]:
    """Write today's figures of an edition as values of three series, made when there are none.

    Twice on a day without a change in between gives the same values: none is added.

    Returns:
        The values of today; nothing when no event is confirmed.

    Raises:
        PermissionDenied: `par` does not keep key figures.
    """
    if not peut_noter(par):
        raise PermissionDenied
    chiffres = chiffres_du_jour(edition.annee)
    if not chiffres.evenements:
        return []
    valeurs = [_noter(edition, *serie) for serie in _series(chiffres.lieux, chiffres.regions, chiffres.evenements)]
    log(instance=edition, action=ACTION, user=par, data={"valeurs": [valeur.pk for valeur in valeurs]})
    return valeurs


def _series(lieux: int, regions: int, evenements: int) -> list[tuple[str, str, int]]:
    return [
        (
            _("lieux où se tient la Journée"),
            _("Les endroits différents où a lieu au moins un événement confirmé de l’agenda. En ligne : non compté."),
            lieux,
        ),
        (
            _("régions où se tient la Journée"),
            _("Les régions, sur 17, où a lieu au moins un événement confirmé de l’agenda. En ligne : non compté."),
            regions,
        ),
        (
            _("événements de la Journée"),
            _("Les événements confirmés de l’agenda, en ligne compris; un événement annulé n’est pas compté."),
            evenements,
        ),
    ]


def _noter(edition: EditionPage, libelle: str, definition: str, nombre: int) -> Valeur:
    serie = SerieChiffre.objects.filter(libelle__iexact=libelle).first()
    serie = serie or SerieChiffre.objects.create(libelle=libelle, definition=definition)
    agenda = de_la_langue(AgendaPage)
    source = _("Agenda de la Journée, édition %(annee)s") % {"annee": edition.annee}
    derniere = serie.valeurs.filter(date=aujourdhui(), source=source).order_by("-pk").first()
    if derniere is not None and derniere.nombre == nombre:
        return derniere
    return Valeur.objects.create(
        serie=serie,
        nombre=Decimal(nombre),
        date=aujourdhui(),
        source=source,
        adresse=f"{agenda.base}?edition={edition.annee}" if agenda else "",
    )
