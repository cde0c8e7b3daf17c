"""Events for calendars (RFC 5545) and other sites: followed by key, told apart by sequence, cancelled, then gone."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from icalendar import Calendar, Event, Timezone, vText

from reseau.horloge import maintenant

from ..models.evenement import Evenement, EvenementQuerySet
from .etats import ACCES
from .filtres import REGIONS, ChoixAgenda, Selection

# How long a calendar is told that an event is cancelled (SYSTEMES, section 2), or keeps one that is over.
MEMOIRE: Final = timedelta(days=90)
DOMAINE_DES_CLES: Final = "evenements.journee-alternative"
# The law of Québec: the second Sunday of March and the first of November, at two o’clock (RLRQ, c. T-5.1).
HORLOGE: Final = """BEGIN:VTIMEZONE
TZID:{fuseau}
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZNAME:EDT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZNAME:EST
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
END:VTIMEZONE
"""
# What some clients read as the end of a line, and what no text of a calendar may hold.
_FINS_DE_LIGNE: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_COMMANDES: Final = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def diffuser(request: HttpRequest, choix: ChoixAgenda, *, titre: str, base: str) -> HttpResponse:
    """Answer with the calendar of what is asked for; `titre` and `base` are those of the agenda, as in `repondre`."""
    selection = _selection(choix)
    return repondre(request, a_diffuser(selection), nom=nom_de(titre, selection), fichier="agenda", base=base)


def diffuser_en_json(request: HttpRequest, choix: ChoixAgenda, *, base: str) -> HttpResponse:
    """Answer with the same events as plain data, or with 304, to a page of any site."""
    corps = json.dumps({"evenements": en_json(a_diffuser(_selection(choix)), base)}, ensure_ascii=False)
    etag = empreinte(corps)
    reponse = get_conditional_response(request, etag) or HttpResponse(corps, content_type="application/json")
    return _ouvrir_a_tous(reponse, etag)


def _selection(choix: ChoixAgenda) -> Selection:
    return Selection(choix, depuis=maintenant() - MEMOIRE)


def a_diffuser(selection: Selection) -> EvenementQuerySet:
    """Return what a calendar is told of a choice: what is public, but cancellations older than 90 days.

    Without an edition, what is over leaves after as long: a calendar is no archive.
    """
    return selection.evenements.exclude(annule_le__lt=maintenant() - MEMOIRE)


def nom_de(titre: str, selection: Selection) -> str:
    """Return what clients call the calendar of a choice: « Agenda – Estrie – 2026 »."""
    choix = selection.choix
    ressource = selection.ressource.nom if selection.ressource else ""
    precisions = (ressource, REGIONS.get(choix.region, ""), str(choix.edition or ""))
    return " – ".join([titre, *filter(None, precisions)])


def repondre(
    request: HttpRequest, evenements: Iterable[Evenement], *, nom: str, fichier: str, base: str
) -> HttpResponse:
    """Answer with a calendar, or with 304 when the client has it.

    Args:
        request: whose `If-None-Match` is read. A date is never enough: an event that was taken down has none.
        evenements: what it holds, their resources already read.
        nom: what clients call the calendar.
        fichier: the name of the file, without its ending.
        base: the whole address of the agenda, ending with « / ».
    """
    choisis = list(evenements)
    etag = empreinte(nom, en_json(choisis, base))
    reponse = get_conditional_response(request, etag)
    if reponse is None:
        reponse = HttpResponse(calendrier(choisis, nom, base), content_type="text/calendar; charset=utf-8")
        reponse["Content-Disposition"] = f'inline; filename="{fichier}.ics"'
    return _ouvrir_a_tous(reponse, etag)


def _ouvrir_a_tous(reponse: HttpResponse, etag: str) -> HttpResponse:
    reponse["ETag"] = etag
    reponse["Cache-Control"] = "public, no-cache"
    reponse["Access-Control-Allow-Origin"] = "*"
    return reponse


def empreinte(*contenus: Any) -> str:
    """Return an entity tag, which changes when anything that is told does."""
    return quote_etag(hashlib.sha256(json.dumps(contenus).encode()).hexdigest()[:32])


def calendrier(evenements: Iterable[Evenement], nom: str, base: str) -> bytes:
    """Return the events as a calendar file, with the rules of Québec's clock inside."""
    sortie = Calendar()
    sortie.add("prodid", "-//Journée de l’alternative en santé mentale//Agenda//FR")
    sortie.add("version", "2.0")
    sortie.add("method", "PUBLISH")
    sortie.add("x-wr-calname", vText(une_ligne(nom)))
    sortie.add("x-wr-timezone", settings.TIME_ZONE)
    sortie.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    sortie.add_component(_horloge())
    for evenement in evenements:
        sortie.add_component(_composant(evenement, base))
    ecrit: bytes = sortie.to_ical()
    return ecrit


@cache
def _horloge() -> Timezone:
    """Return Québec's clock since 2007, as rules: the dates that the library lists end in 2038 (a test compares)."""
    return cast("Timezone", Timezone.from_ical(HORLOGE.format(fuseau=settings.TIME_ZONE)))


def _composant(evenement: Evenement, base: str) -> Event:
    # Published at a known moment, all but always; whatever happens, the same at each reading.
    ecrit_le = (evenement.modifie_le or evenement.debut).astimezone(UTC)
    composant = Event()
    composant.add("uid", f"{evenement.cle}@{DOMAINE_DES_CLES}")
    composant.add("sequence", evenement.sequence)
    composant.add("status", "CANCELLED" if evenement.est_annule else "CONFIRMED")
    composant.add("dtstamp", ecrit_le)
    composant.add("last-modified", ecrit_le)
    composant.add("dtstart", _sans_equivoque(evenement.debut))
    composant.add("dtend", _sans_equivoque(evenement.fin))
    composant.add("summary", une_ligne(evenement.titre))
    composant.add("description", lisible(description(evenement)))
    if lieu := ", ".join(evenement.adresse_publique):
        composant.add("location", une_ligne(lieu))
    composant.add("url", f"{base}{evenement.slug}/")
    composant.add("categories", [str(evenement.get_genre_display())])
    return composant


def description(evenement: Evenement) -> str:
    """Return who organises, what happens and how to attend, as plain text."""
    lignes = [evenement.ressource.nom, evenement.description, evenement.lien_en_ligne, evenement.lien_inscription]
    return "\n\n".join(ligne for ligne in lignes if ligne)


def lisible(texte: str) -> str:
    """Return a text with one kind of line ending, and nothing that breaks a line of a calendar."""
    return _COMMANDES.sub("", _FINS_DE_LIGNE.sub("\n", texte))


def une_ligne(texte: str) -> str:
    """Return a title or a place on one line."""
    return " ".join(lisible(texte).split("\n"))


def _local(moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE))


def _sans_equivoque(moment: datetime) -> datetime:
    """Return a moment on the clock of Québec; in UTC for the second of the hours that come twice in November.

    A calendar reads an hour that comes twice as the first (RFC 5545, section 3.3.5).
    """
    local = _local(moment)
    return moment.astimezone(UTC) if local.fold else local


def en_json(evenements: Iterable[Evenement], base: str) -> Sequence[dict[str, Any]]:
    """Return the events as plain data: the same fields, the same secrets kept."""
    return [
        {
            "cle": str(evenement.cle),
            "sequence": evenement.sequence,
            "adresse": f"{base}{evenement.slug}/",
            "titre": evenement.titre,
            "genre": evenement.genre,
            "annule": evenement.est_annule,
            "debut": _local(evenement.debut).isoformat(),
            "fin": _local(evenement.fin).isoformat(),
            "ressource": {"nom": evenement.ressource.nom, "slug": evenement.ressource.slug},
            "region": evenement.region,
            "municipalite": evenement.municipalite,
            "lieu": evenement.adresse_publique,
            "modalite": evenement.modalite,
            "langue": evenement.langue,
            "lien_en_ligne": evenement.lien_en_ligne,
            "lien_inscription": evenement.lien_inscription,
            "cout": evenement.cout,
            "acces": {nom: getattr(evenement, nom) or None for nom in ACCES},
            "description": evenement.description,
            "modifie": evenement.modifie_le.isoformat() if evenement.modifie_le else None,
        }
        for evenement in evenements
    ]
