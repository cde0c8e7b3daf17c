"""Sign-in of the people of a resource, without a password: a code by e-mail, that no table and no queue holds.

What is kept is a grain; the code is its keyed hash, so that a copy of the database or of the task queue opens nothing.
"""

import secrets

from django.conf import settings
from django.core.mail import send_mail
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from .models import Compte
from .quotas import HEURE, Quota

CHIFFRES = 8
# An office behind one address; a person who waits for a mail that is slow.
PAR_CONNEXION = Quota("connexion", 20, HEURE)
PAR_ADRESSE = Quota("connexion-adresse", 5, HEURE)


def nouveau_grain() -> str:
    """Return what a session keeps while it waits for a code."""
    return secrets.token_urlsafe(16)


def code_de(grain: str) -> str:
    """Return the eight digits of a grain: the same grain always gives the same code."""
    hache = salted_hmac("reseau.connexion", grain, algorithm="sha256").digest()
    return str(int.from_bytes(hache, "big") % 10**CHIFFRES).zfill(CHIFFRES)


def est_le_code(saisie: str, grain: str) -> bool:
    """Whether what a person typed is the code of `grain`; spaces and hyphens are forgiven. No grain, no code."""
    chiffres = "".join(caractere for caractere in saisie if caractere.isdecimal())
    return bool(grain) and secrets.compare_digest(chiffres.encode(), code_de(grain).encode())


def ouvre_l_administration(compte: Compte) -> bool:
    """Whether an account reaches the admin: a code by e-mail alone must never open it."""
    return compte.is_superuser or compte.is_staff or compte.has_perm("wagtailadmin.access_admin")


def compte_a_joindre(adresse: str) -> Compte | None:
    """Return the account that may sign in by a code sent to `adresse`: active, of a resource, closed to the admin."""
    if not adresse:
        return None
    comptes = Compte.objects.filter(email__iexact=adresse, is_active=True, ressources__isnull=False)
    return next((c for c in comptes.order_by("pk").distinct() if not ouvre_l_administration(c)), None)


def envoyer(*, compte: Compte, grain: str) -> None:
    """Write to the address of the account: the code, nothing else of use. Raises `OSError` when the mail is down."""
    code = code_de(grain)
    corps = _(
        "Votre code : %(code)s\n\n"
        "Il sert une seule fois, pendant %(minutes)s minutes, là où vous l’avez demandé. "
        "Personne ne vous le demandera par téléphone.\n"
        "Vous n’avez rien demandé? Ne faites rien : sans ce code, personne n’entre.\n"
    ) % {"code": f"{code[:4]} {code[4:]}", "minutes": settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60}
    send_mail(_("Votre code pour entrer dans l’espace des ressources"), corps, None, [compte.email])
