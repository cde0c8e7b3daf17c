"""A calendar that follows an address, as a telephone does: it asks again with the entity tag it was given."""

from dataclasses import dataclass, field
from typing import Any

from icalendar import Calendar
from playwright.sync_api import APIRequestContext


@dataclass
class Abonnement:
    """What a reader without an account last received."""

    lecteur: APIRequestContext
    adresse: str
    etag: str = ""
    evenements: list[Any] = field(default_factory=list)

    def rafraichir(self) -> bool:
        """Ask again; say whether something came."""
        reponse = self.lecteur.get(self.adresse, headers={"If-None-Match": self.etag} if self.etag else {})
        if reponse.status == 304:
            assert reponse.body() == b""
            return False
        assert reponse.status == 200, reponse.text()
        assert reponse.headers["etag"] != self.etag
        self.etag = reponse.headers["etag"]
        self.evenements = list(Calendar.from_ical(reponse.body()).walk("VEVENT"))
        return True

    def lus(self) -> list[tuple[str, str, int, int, str]]:
        """Return what is known of each event: its key, its title, its hour, how often it changed, its state."""
        return [
            (str(e["UID"]), str(e["SUMMARY"]), int(e["DTSTART"].dt.hour), int(e["SEQUENCE"]), str(e["STATUS"]))
            for e in self.evenements
        ]
