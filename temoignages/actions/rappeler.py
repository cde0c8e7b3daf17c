"""Warn before raw words are destroyed and before published words lose their consent: one e-mail a day, ids only."""

import datetime
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse

from reseau.courriel import distribuer
from reseau.horloge import maintenant
from reseau.models import Compte

from ..models import Depot, Temoignage, Trace
from ..models.temoignage import TemoignageQuerySet
from ..permissions import peut_gerer_les_incidents, peut_moderer
from ..regles import CONSERVATION, PREAVIS, PREAVIS_CONSENTEMENT, rappels_dus
from .conserver import echeances_sans_decision

VERBE = "rappeler"
NUMEROS_AU_PLUS = 50  # of each list, in one e-mail


@transaction.atomic
def rappeler(*, instant: datetime.datetime | None = None) -> int:
    """Send the warnings of the day, if there are any; return how many deposits and texts they name.

    At most one e-mail a day to each person. Nothing is noted unless one e-mail left: the next hour tries again.
    Raises what the mail server raises.
    """
    instant = instant or maintenant()
    destinataires = _destinataires()
    dernier = Trace.objects.filter(verbe=VERBE).order_by("-le").values_list("le", flat=True).first()
    veille = dernier.astimezone(instant.tzinfo).date() if dernier else None
    if not destinataires or veille == instant.date():
        return 0
    depots = _depots_a_rappeler(instant)
    # Each text is named once, on the first day that it is near enough.
    textes = [
        temoignage for temoignage in bientot_sans_consentement(instant.date()) if _est_nouveau(temoignage, veille)
    ]
    if not depots and not textes:
        return 0
    for depot, le in depots:
        Depot.objects.filter(pk=depot.pk).update(rappels=rappels_dus(le, instant.date()))
    Trace.objects.create(verbe=VERBE, objet="chambre", le=instant)
    _envoyer(destinataires, depots, textes)
    return len(depots) + len(textes)


def bientot_sans_consentement(jour: datetime.date) -> TemoignageQuerySet:
    """Return the texts shown on `jour` that leave the site within thirty days, the first to leave first.

    Each carries `fin`, its last day.
    """
    dates = Temoignage.objects.avec_fin().select_related("amorce", "ressource")
    proches = dates.filter(fin__gte=jour, fin__lte=jour + PREAVIS_CONSENTEMENT)  # type: ignore[misc]  # annotated
    return proches.order_by("fin", "pk")  # type: ignore[misc]  # annotated


def _est_nouveau(temoignage: Temoignage, veille: datetime.date | None) -> bool:
    fin: datetime.date = temoignage.fin  # type: ignore[attr-defined]  # annotated
    return veille is None or fin > veille + PREAVIS_CONSENTEMENT


def _destinataires() -> list[Compte]:
    """Return the moderators and the administration, locked: two processes never send the same warning."""
    comptes = Compte.objects.select_for_update().filter(is_active=True).exclude(email="").order_by("pk")
    return [compte for compte in comptes if peut_moderer(compte) or peut_gerer_les_incidents(compte)]


def _depots_a_rappeler(instant: datetime.datetime) -> list[tuple[Depot, datetime.date]]:
    """Return the deposits whose next warning is due, with the day of their destruction, the nearest first."""
    sans_decision = echeances_sans_decision()
    proches = [cle for cle, jour in sans_decision.items() if rappels_dus(jour, instant.date())]
    decides = Q(decide_le__lte=instant - CONSERVATION + PREAVIS[0] + datetime.timedelta(days=1))
    depots = Depot.objects.filter(decides | Q(pk__in=proches), detruit_le=None, rappels__lt=len(PREAVIS))
    dates = [(depot, sans_decision.get(depot.pk) or _jour_de_destruction(depot, instant)) for depot in depots]
    dus = [(depot, le) for depot, le in dates if depot.rappels < rappels_dus(le, instant.date())]
    return sorted(dus, key=lambda paire: (paire[1], str(paire[0].pk)))


def _jour_de_destruction(depot: Depot, instant: datetime.datetime) -> datetime.date:
    decide_le = depot.decide_le or instant
    return (decide_le.astimezone(instant.tzinfo) + CONSERVATION).date()


def _envoyer(
    destinataires: Iterable[Compte], depots: Sequence[tuple[Depot, datetime.date]], textes: Sequence[Temoignage]
) -> None:
    site = settings.WAGTAILADMIN_BASE_URL
    contexte = {
        "depots": depots[:NUMEROS_AU_PLUS],
        "depots_de_plus": max(0, len(depots) - NUMEROS_AU_PLUS),
        "nombre_depots": len(depots),
        "textes": textes[:NUMEROS_AU_PLUS],
        "textes_de_plus": max(0, len(textes) - NUMEROS_AU_PLUS),
        "nombre_textes": len(textes),
        "file": site + reverse("paroles:file"),
        "consentements": site + reverse("paroles:consentements"),
        "site": site,
    }
    corps = render_to_string("temoignages/courriels/rappel.txt", contexte)
    sujet = "Paroles : échéances à venir"
    distribuer(sujet, corps, [(compte.pk, compte.email) for compte in destinataires])
