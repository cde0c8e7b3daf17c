"""A day as an iCalendar file (RFC 5545), with the rules of Québec's clock inside."""

import uuid
from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event

from reseau.horloge import maintenant

from .publication.confidentialite import mentions


def calendrier_du_programme(page: Any) -> bytes:
    """Return the stretches of a day as events.

    The identifier of each depends on the page and on the key of the stretch only: what was added to a calendar is
    followed when its hour, its title or the address of the page changes.
    """
    fuseau = ZoneInfo(settings.TIME_ZONE)
    calendrier = Calendar()
    calendrier.add("prodid", "-//Journée de l’alternative en santé mentale//Programme//FR")
    calendrier.add("version", "2.0")
    calendrier.add("x-wr-calname", page.title)
    ecrit_le = (page.last_published_at or maintenant()).astimezone(UTC)
    for plage in page.deroulement:
        debut, fin = plage.bornes(page.jour)
        evenement = Event()
        evenement.add("uid", str(uuid.uuid5(page.translation_key, str(plage.cle))))
        evenement.add("dtstamp", ecrit_le)
        evenement.add("last-modified", ecrit_le)
        evenement.add("dtstart", debut.replace(tzinfo=fuseau))
        evenement.add("dtend", fin.replace(tzinfo=fuseau))
        evenement.add("summary", plage.nom)
        if details := "\n".join([*mentions(page), *filter(None, [plage.description])]):
            evenement.add("description", details)
        if page.lieu:
            evenement.add("location", page.lieu)
        if page.live and page.full_url:
            evenement.add("url", page.full_url)
        evenement.add("categories", [str(plage.get_genre_display())])
        calendrier.add_component(evenement)
    calendrier.add_missing_timezones()
    ecrit: bytes = calendrier.to_ical()
    return ecrit
