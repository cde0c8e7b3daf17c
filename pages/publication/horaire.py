"""The scheduled hour: what is due goes out or comes back, each alone, whatever happens to the others."""

import logging
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from .actions import publier_programmee, traductions_sorties
from .courriels import Avis, annoncer, auteurs
from .refus import Refus
from .retards import noter

journal = logging.getLogger(__name__)


@dataclass(slots=True)
class Bilan:
    """What was done, and one line for each refusal: the key of the object and the reason, never a text."""

    publiees: int = 0
    retirees: int = 0
    refus: list[str] = field(default_factory=list)


def tenir_l_horaire() -> Bilan:
    """Take down what has expired, then publish what is due, in the order of its hour.

    What is refused keeps its schedule: the next run tries again, once it is corrected or what it links to is public.
    """
    bilan = Bilan()
    for modele in _avec_brouillon():
        for objet in list(modele.objects.filter(live=True, expire_at__lt=timezone.now())):
            for sortie in [objet, *traductions_sorties(objet)]:
                sortie.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
                bilan.retirees += 1
    for revision in Revision.objects.filter(approved_go_live_at__lte=timezone.now()).order_by("approved_go_live_at"):
        _publier(revision, bilan)
    return bilan


def _publier(revision: Revision, bilan: Bilan) -> None:
    nom = f"{revision.content_type.model} {revision.object_id}"
    try:
        with transaction.atomic():
            publier_programmee(revision=revision)
    except Refus as refus:
        regles = list(dict.fromkeys(constat.regle for constat in getattr(refus, "constats", ())))
        _retenir(revision, bilan, nom, regles or [type(refus).__name__])
    except Exception as erreur:  # noqa: BLE001 - whatever failed, the next one must be tried
        journal.exception("Publication impossible : %s", nom)
        _retenir(revision, bilan, nom, [type(erreur).__name__])
    else:
        bilan.publiees += 1
        annoncer(Avis.PUBLIEE, revision, auteurs(revision))


def _retenir(revision: Revision, bilan: Bilan, nom: str, raisons: list[str]) -> None:
    bilan.refus.append(f"{nom} : {', '.join(raisons)}")
    try:
        noter(revision, raisons)
    except Exception:  # noqa: BLE001 - the object itself may not be readable: the others must still be tried
        journal.exception("Retard impossible à noter : %s", nom)


def _avec_brouillon() -> list[Any]:
    """Return the models that have drafts; the pages all at once."""
    autres = [m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page)]
    return [Page, *autres]
