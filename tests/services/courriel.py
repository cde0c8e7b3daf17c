"""A real mail server for the tests: SMTP on a free port of this machine, what it received, and a way to turn it off.

Ask for the fixture `serveur_de_courriel`: Django then sends by SMTP, from the test and from `live_server`.
"""

import email
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django.fixtures import Settings

HOTE = "127.0.0.1"


@dataclass(frozen=True)
class Recu:
    """A mail as its server received it."""

    de: str
    a: list[str]
    message: EmailMessage

    @property
    def texte(self) -> str:
        """The text of the mail, decoded."""
        corps = self.message.get_body(("plain",))
        assert corps is not None
        return str(corps.get_content())

    @property
    def sujet(self) -> str:
        """The subject, decoded; a long one begins on a line of its own."""
        return str(self.message["Subject"]).strip()

    @property
    def lien(self) -> str:
        """The path of the only link."""
        liens = re.findall(r"https?://[^/\s]+(/\S*)", self.texte)
        assert len(liens) == 1
        return str(liens[0])

    @property
    def code(self) -> str:
        """The sign-in code."""
        trouve = re.search(r"\d{4} \d{4}", self.texte)
        assert trouve
        return trouve[0]


@dataclass
class ServeurDeCourriel:
    """The server, and what it received, oldest first."""

    port: int
    recus: list[Recu] = field(default_factory=list)
    refus: str = ""  # such as « 451 later »: what it answers in place of receiving
    _controleur: Any = None

    async def handle_DATA(self, _serveur: SMTP, _session: Session, enveloppe: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep a mail, or refuse it."""
        if self.refus:
            return self.refus
        message = email.message_from_bytes(enveloppe.content or b"", policy=default)  # type: ignore[arg-type]  # always bytes
        self.recus.append(Recu(str(enveloppe.mail_from), list(enveloppe.rcpt_tos), message))
        return "250 OK"

    def demarrer(self) -> None:
        """Start listening."""
        self._controleur = Controller(self, hostname=HOTE, port=self.port)
        self._controleur.start()

    def arreter(self) -> None:
        """Stop: who connects is refused."""
        if self._controleur:
            self._controleur.stop()
        self._controleur = None

    def dernier_pour(self, adresse: str) -> Recu:
        """Return the last mail that an address received."""
        return [recu for recu in self.recus if recu.a == [adresse]][-1]


def _port_libre() -> int:
    with socket.socket() as prise:
        prise.bind((HOTE, 0))
        return int(prise.getsockname()[1])


@pytest.fixture
def serveur_de_courriel(settings: Settings) -> Iterator[ServeurDeCourriel]:
    """Start the server, and send by it. pytest-django puts Django's own outbox back before each test."""
    serveur = ServeurDeCourriel(_port_libre())
    serveur.demarrer()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = HOTE, serveur.port, 5
    yield serveur
    serveur.arreter()
