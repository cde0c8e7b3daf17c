"""No test speaks to anything but this machine: a socket towards elsewhere fails the test that opened it."""

import ipaddress
import socket
from typing import Any

import pytest


class ReseauInterditError(AssertionError):
    """A test tried to leave this machine."""


def est_locale(adresse: Any) -> bool:
    """Say whether a socket address stays on this machine: a Unix path, localhost or a loopback IP."""
    if not isinstance(adresse, tuple):
        return True
    hote = str(adresse[0])
    if hote in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(hote).is_loopback
    except ValueError:
        return False


def verifier(methode: str) -> Any:
    """Return `socket.socket.<methode>` preceded by the check of its address."""
    origine = getattr(socket.socket, methode)

    def gardee(self: socket.socket, adresse: Any) -> Any:
        if not est_locale(adresse):
            raise ReseauInterditError(f"socket.{methode}({adresse!r}): tests use no network")
        return origine(self, adresse)

    return gardee


@pytest.fixture(autouse=True, scope="session")
def sans_reseau() -> Any:
    """Refuse every connection that leaves this machine, for the whole run."""
    with pytest.MonkeyPatch.context() as remplacement:
        for methode in ("connect", "connect_ex"):
            remplacement.setattr(socket.socket, methode, verifier(methode))
        yield
