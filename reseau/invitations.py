"""The link of an invitation: what it is made of, the mail that carries it.

The row keeps a grain; the link is signed with the site's secret. A copy of the database or of the task queue opens
nothing, and a link that was sent again kills the one before.
"""

import secrets

from django.conf import settings
from django.core.mail import send_mail
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .models import Invitation

_SIGNATURE = Signer(sep=".", salt="reseau.invitation")


def nouveau_grain() -> str:
    """Return what makes a link unlike the one before it."""
    return secrets.token_hex(8)


def lien_de(invitation: Invitation) -> str:
    """Return the secret part of the address of an invitation."""
    return _SIGNATURE.sign(f"{invitation.pk}.{invitation.grain}")


def invitation_du_lien(lien: str) -> Invitation | None:
    """Return the invitation of a link, ended or not; nothing for a link that we did not sign, or that was replaced."""
    try:
        numero, _point, grain = _SIGNATURE.unsign(lien).partition(".")
    except BadSignature:
        return None
    return Invitation.objects.select_related("ressource").filter(pk=int(numero), grain=grain).first()


def envoyer(invitation: Invitation) -> None:
    """Write to the address of an invitation; nobody is named. Raises `OSError` when the mail is down."""
    corps = _(
        "Vous êtes invité·e dans l’espace de « %(ressource)s », sur le site de la Journée de l’alternative en santé "
        "mentale.\n\n"
        "Ouvrez ce lien, puis appuyez sur « Entrer » :\n%(adresse)s\n\n"
        "Il sert une seule fois, jusqu’au %(date)s. Il n’y a pas de mot de passe : ensuite, vous entrerez par un code "
        "reçu à ce courriel.\n"
        "Vous n’attendiez rien? Ne faites rien : sans ce lien, personne n’entre. Ne le faites suivre à personne.\n"
    ) % {
        "ressource": invitation.ressource,
        "adresse": settings.WAGTAILADMIN_BASE_URL + reverse("espace_invitation", args=[lien_de(invitation)]),
        "date": date_format(localtime(invitation.expire_le), "DATE_FORMAT"),
    }
    sujet = _("Une invitation dans l’espace des ressources")
    send_mail(sujet, corps, None, [invitation.adresse])
