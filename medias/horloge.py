"""The clock of the whole project: every question of date or hour is asked here."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone


def maintenant() -> datetime:
    """Return the present, with the local time zone (America/Toronto).

    When `settings.AUJOURDHUI` holds a date (YYYY-MM-DD), it is noon of that day: demonstrations and tests.

    Raises:
        ImproperlyConfigured: the setting is not a date.
    """
    fuseau = ZoneInfo(settings.TIME_ZONE)
    if not settings.AUJOURDHUI:
        return timezone.now().astimezone(fuseau)
    try:
        jour = date.fromisoformat(settings.AUJOURDHUI)
    except ValueError as erreur:
        raise ImproperlyConfigured("AUJOURDHUI doit être une date AAAA-MM-JJ.") from erreur
    return datetime.combine(jour, time(12), tzinfo=fuseau)


def aujourdhui() -> date:
    """Return the date of the present day in Québec."""
    return maintenant().date()
