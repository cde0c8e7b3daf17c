"""A feed as two clients read it, written by people who do not know each other: `icalendar`, and `ical`."""

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client
from ical.calendar import Calendar as AutreCalendrier
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from pages.models import AgendaPage, Evenement
from tests.fabriques.evenements import AgendaPageFactory

CALENDRIER = "calendrier.ics"
DONNEES = "evenements.json"


def un_agenda() -> str:
    """Return the path of the agenda, made when there is none."""
    agenda = AgendaPage.objects.first() or AgendaPageFactory.create()
    return str(agenda.url)


def demander(client: Client, quoi: str = CALENDRIER, **entetes: Any) -> HttpResponse:
    """Ask the agenda for something, with headers."""
    reponse: Any = client.get(f"{un_agenda()}{quoi}", **entetes)
    return reponse


def composants(reponse: HttpResponse) -> dict[str, Any]:
    """Return the events of a feed by UID, once both clients read the same."""
    assert reponse.status_code == 200
    lus: dict[str, Any] = {str(c["UID"]): c for c in Calendar.from_ical(reponse.content).walk("VEVENT")}
    autres = {e.uid: e for e in lire_autrement(reponse).events}
    assert lus.keys() == autres.keys()
    for uid, lu in lus.items():
        autre = autres[uid]
        assert (autre.summary, autre.sequence, autre.dtstart, autre.dtend) == (
            str(lu["SUMMARY"]),
            lu["SEQUENCE"],
            lu["DTSTART"].dt,
            lu["DTEND"].dt,
        )
        assert (autre.description, autre.location) == (str(lu["DESCRIPTION"]), lu.get("LOCATION"))
        assert autre.status
        assert autre.status.value == str(lu["STATUS"])
    return lus


def lire_autrement(reponse: HttpResponse) -> AutreCalendrier:
    """Return a feed as the independent client reads it."""
    return IcsCalendarStream.calendar_from_ics(reponse.content.decode())


def lignes_json(reponse: HttpResponse) -> dict[str, Any]:
    """Return the events of the JSON feed, by key."""
    return {ligne["cle"]: ligne for ligne in json.loads(reponse.content)["evenements"]}


def composant(client: Client, evenement: Evenement, quoi: str = CALENDRIER) -> Any:
    """Return what a feed says of an event."""
    lus = composants(demander(client, quoi))
    return next(lu for uid, lu in lus.items() if uid.startswith(str(evenement.cle)))
