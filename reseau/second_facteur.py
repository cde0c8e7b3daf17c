"""The second factor of the staff: a code that an application computes, and codes on paper for the day it is lost.

The secret that the application shares is encrypted with a key derived from the site's own secret: a copy of the
database computes no code. A code serves once, which the row itself remembers: a cache is not shared by every process.
"""

import base64
import logging
import secrets
from functools import lru_cache

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from wagtail.log_actions import log

from .avis import OUBLIE
from .connexion import ouvre_l_administration
from .models import Compte
from .quotas import DIX_MINUTES, HEURE, Quota
from .taches import envoyer_avis

APPLICATION, SECOURS = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES
PAR_COMPTE = Quota("second-facteur", 10, HEURE)
PAR_IDENTIFIANT = Quota("mot-de-passe", 10, DIX_MINUTES)
PAR_CONNEXION = Quota("mot-de-passe-connexion", 40, DIX_MINUTES)


@lru_cache(maxsize=4)
def _chiffre(*cles: str) -> MultiFernet:
    """Return what encrypts under the first secret, and reads under each."""
    derivees = (
        HKDF(algorithm=SHA256(), length=32, salt=None, info=b"reseau.second_facteur").derive(cle.encode())
        for cle in cles
    )
    return MultiFernet([Fernet(base64.urlsafe_b64encode(derivee)) for derivee in derivees])


def chiffrer(clair: str) -> str:
    """Encrypt under the site's secret."""
    return _chiffre(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).encrypt(clair.encode()).decode()


def dechiffrer(chiffre: str) -> str:
    """Read what `chiffrer` made. Raises `InvalidToken` when the site's secret was lost."""
    return _chiffre(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).decrypt(chiffre.encode()).decode()


def facteur_de(compte: Compte) -> Authenticator | None:
    """Return the application of an account."""
    return Authenticator.objects.filter(user=compte, type=APPLICATION).first()


def a_montre(requete: HttpRequest, compte: Compte, geste: str) -> bool:
    """Whether this session showed a `password`, a `code` by e-mail, or a second factor (`mfa`)."""
    return any(fait["method"] == geste for fait in get_authentication_records(requete, compte))


def par_mot_de_passe(requete: HttpRequest, compte: Compte) -> bool:
    """Whether this session was opened by the password of the account: a code by e-mail alone never enrols."""
    return a_montre(requete, compte, "password")


def est_complete(requete: HttpRequest, compte: Compte) -> bool:
    """Whether a session carries all that its account must show: who opens the admin shows a second factor.

    A factor that is forgotten ends the sessions that showed it (`oublier`): no need to look for it each time. Where
    none is demanded and none is enrolled, a password is enough.
    """
    if a_montre(requete, compte, "mfa") or not ouvre_l_administration(compte):
        return True
    return not settings.EXIGER_SECOND_FACTEUR and par_mot_de_passe(requete, compte) and not facteur_de(compte)


def rang_du_code(secret: str, saisie: str, dernier: int = -1) -> int | None:
    """Return the half minute of a typed code, when it is good now and later than the last one used."""
    chiffres = "".join(caractere for caractere in saisie if caractere.isdecimal())
    for rang in yield_hotp_counters_from_time():
        attendu = format_hotp_value(hotp_value(secret, rang))
        if rang > dernier and secrets.compare_digest(chiffres.encode(), attendu.encode()):
            return int(rang)
    return None


def verifier(*, compte: Compte, saisie: str) -> Authenticator | None:
    """Use a typed code up: return what it belongs to, the application or the paper; nothing when it is not good."""
    with transaction.atomic():
        for facteur in Authenticator.objects.select_for_update().filter(user=compte).order_by("-type"):
            try:
                if _accepte(facteur, saisie):
                    return facteur
            except InvalidToken:
                logging.getLogger(__name__).error("Second facteur illisible : compte %s.", compte.pk)  # noqa: TRY400 - the trace says nothing more
    return None


def _accepte(facteur: Authenticator, saisie: str) -> bool:
    if facteur.type == SECOURS:
        return bool(RecoveryCodes(facteur).validate_code(saisie))
    rang = rang_du_code(dechiffrer(facteur.data["secret"]), saisie, facteur.data["dernier"])
    if rang is None:
        return False
    facteur.data["dernier"] = rang
    facteur.save(update_fields=["data"])
    return True


def activer(*, compte: Compte, secret: str, saisie: str) -> bool:
    """Enrol the application that computed `saisie` from `secret`, with new codes on paper; say if the code was good.

    An account keeps one application: nothing changes for one that has it already (two tabs).
    """
    with transaction.atomic():
        Compte.objects.select_for_update().get(pk=compte.pk)
        rang = rang_du_code(secret, saisie)
        if rang is None or facteur_de(compte):
            return False
        donnees = {"secret": chiffrer(secret), "dernier": rang}
        Authenticator.objects.create(user=compte, type=APPLICATION, data=donnees)
        renouveler_les_codes(compte=compte)
    return True


def renouveler_les_codes(*, compte: Compte) -> Authenticator:
    """Replace the codes on paper: those of before open nothing any more."""
    with transaction.atomic():
        Authenticator.objects.filter(user=compte, type=SECOURS).delete()
        neufs: Authenticator = RecoveryCodes.activate(compte).instance
    return neufs


def codes_restants(compte: Compte) -> list[str]:
    """Return the codes on paper that have not served."""
    papier = Authenticator.objects.filter(user=compte, type=SECOURS).first()
    return list(RecoveryCodes(papier).get_unused_codes()) if papier else []


def oublier(*, compte: Compte) -> None:
    """Forget the application and the codes of an account, and end its sessions: it enrols again, by its password."""
    with transaction.atomic():
        Authenticator.objects.filter(user=compte).delete()
        compte.fermer_les_sessions()


def reinitialiser(*, compte: Compte, par: Compte | None) -> None:
    """Forget the factor of someone who lost it, for the administration or the operator; log it, tell the person."""
    with transaction.atomic():
        oublier(compte=compte)
        log(instance=compte, action="reseau.second_facteur", user=par)
        transaction.on_commit(lambda: envoyer_avis.enqueue(compte.pk, OUBLIE))
