"""What a person is told by mail when their way into the admin changes: whoever did not do it hears of it."""

from typing import TYPE_CHECKING, Final

from django.core.mail import send_mail
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .models import Compte

AJOUTE, OUBLIE, SECOURS = "ajoute", "oublie", "secours"

_PHRASES: Final = {
    AJOUTE: _("Une application de codes vient d’être ajoutée à votre compte de l’équipe."),
    OUBLIE: _(
        "L’administration a réinitialisé le second facteur de votre compte de l’équipe, et fermé vos sessions. "
        "À votre prochaine connexion, vous inscrirez votre application de nouveau."
    ),
    SECOURS: _("Un code de secours vient d’ouvrir votre compte de l’équipe. Ce code ne servira plus."),
}
_SUITE: Final = _("Ce n’est pas vous, ou vous n’avez rien demandé? Appelez l’administration du site tout de suite.")


def ecrire(compte: "Compte", avis: str) -> None:
    """Write to a person. Raises `OSError` when the mail is down."""
    send_mail(_("Votre compte de l’équipe"), f"{_PHRASES[avis]}\n\n{_SUITE}\n", None, [compte.email])
