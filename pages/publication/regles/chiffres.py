"""Key figures: each has its source and its date, none was corrected since, and two public pages never disagree."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

from ...blocs.chiffre import ChiffreBlock
from ..constats import Constat, Regle, Severite
from ..pieces import Piece, pieces
from .tapes import contredits


def _cites(page: Any) -> list[tuple[Piece, Any]]:
    return [(piece, piece.valeur["valeur"]) for piece in pieces(page) if isinstance(piece.bloc, ChiffreBlock)]


def chercher(page: Any) -> Iterator[Constat]:
    """Yield the figures that are gone, that do not say where they come from, that were corrected or are disputed."""
    cites = _cites(page)
    valeurs = [valeur for _piece, valeur in cites if valeur]
    rivales = _rivales(valeurs)
    ailleurs = _pages_publiques({rivale.pk for liste in rivales.values() for rivale in liste}) if rivales else {}
    for piece, valeur in cites:
        if valeur is None:
            yield Constat(piece.chemin, _("Le chiffre cité ici n’existe plus."))
            continue
        if not valeur.source.strip() or not valeur.date:
            yield Constat(piece.chemin, _("« %(chiffre)s » n’a pas de source ou de date.") % {"chiffre": valeur})
        yield from _desaccords(page, piece, valeur, rivales.get(valeur.pk, ()), ailleurs)
    yield from contredits(page, cites)


def _rivales(valeurs: list[Any]) -> dict[int, list[Any]]:
    """Return, for each value, the others of the same series and date that say another number."""
    if not valeurs:
        return {}
    memes = Q()
    for valeur in valeurs:
        memes |= Q(serie=valeur.serie_id, date=valeur.date)
    autres = list(apps.get_model("pages", "Valeur").objects.filter(memes))
    return {
        valeur.pk: [
            autre
            for autre in autres
            if (autre.serie_id, autre.date) == (valeur.serie_id, valeur.date) and autre.texte != valeur.texte
        ]
        for valeur in valeurs
    }


def _pages_publiques(cles: set[int]) -> dict[int, list[Page]]:
    """Return the public pages that quote each value, in two queries."""
    genre = ContentType.objects.get_for_model(apps.get_model("pages", "Valeur"))
    liens = ReferenceIndex.objects.filter(to_content_type=genre, to_object_id__in=[str(cle) for cle in cles])
    paires = [(int(cible), int(origine)) for cible, origine in liens.values_list("to_object_id", "object_id")]
    publiques = Page.objects.live().in_bulk([origine for _cible, origine in paires])
    trouvees: dict[int, list[Page]] = {}
    for cible, origine in paires:
        if origine in publiques:
            trouvees.setdefault(cible, []).append(publiques[origine])
    return trouvees


def _desaccords(page: Any, piece: Piece, valeur: Any, rivales: Any, ailleurs: Any) -> Iterator[Constat]:
    if any(rivale.pk > valeur.pk for rivale in rivales):
        message = _("« %(chiffre)s » a été corrigé depuis : citez la valeur la plus récente de cette date.")
        yield Constat(piece.chemin, message % {"chiffre": valeur})
    publiques = {autre.pk: autre for rivale in rivales for autre in ailleurs.get(rivale.pk, ())}
    # A public page that takes the correction is let through: otherwise two wrong pages would block each other.
    if page.pk in publiques and not any(rivale.pk > valeur.pk for rivale in rivales):
        return
    for autre in publiques.values():
        if autre.pk != page.pk:
            message = _("La page publiée « %(page)s » donne un autre nombre que « %(chiffre)s » : corrigez-la d’abord.")
            yield Constat(piece.chemin, message % {"page": autre.title, "chiffre": valeur})


CHIFFRES = Regle("chiffres_cles", Severite.BLOQUANT, chercher)
