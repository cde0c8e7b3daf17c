"""One-time tokens of the public forms: signed, dated, without session or cookie.

A token's grain gives the withdrawal code, so a form sent twice shows the same code.
"""

import secrets
from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

AGE_MINIMAL = timedelta(seconds=3)
AGE_MAXIMAL = timedelta(hours=24)
SEL = "temoignages.jeton"


class JetonRefuse(Exception):
    """The token is not ours, or too old: a new one is needed."""


class JetonTropJeune(Exception):
    """Sent faster than anyone can read the form: probably a script."""


def nouveau_jeton() -> str:
    """Return a fresh token for a form."""
    return TimestampSigner(salt=SEL).sign(secrets.token_urlsafe(16))


def grain_de(jeton: str, *, age_minimal: timedelta = AGE_MINIMAL) -> str:
    """Return the grain of a token. Raises `JetonRefuse` or `JetonTropJeune`."""
    signataire = TimestampSigner(salt=SEL)
    try:
        grain = signataire.unsign(jeton, max_age=AGE_MAXIMAL)
    except (SignatureExpired, BadSignature) as erreur:
        raise JetonRefuse from erreur
    try:
        signataire.unsign(jeton, max_age=age_minimal)
    except SignatureExpired:
        return grain
    if age_minimal:
        raise JetonTropJeune
    return grain
