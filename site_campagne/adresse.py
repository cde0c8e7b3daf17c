"""The public address, told to Wagtail: whole addresses (calendars, feeds, canonical links) begin with it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from wagtail.models import Site


def accorder(using: str = DEFAULT_DB_ALIAS, **_signal: object) -> None:
    """Give the default site the host and the port of `ADRESSE_PUBLIQUE`, at each `migrate`."""
    if using != DEFAULT_DB_ALIAS:
        return
    adresse = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    hote, port = adresse.hostname or "localhost", adresse.port or (443 if adresse.scheme == "https" else 80)
    for site in Site.objects.filter(is_default_site=True).exclude(hostname=hote, port=port):
        site.hostname, site.port = hote, port
        site.save()
