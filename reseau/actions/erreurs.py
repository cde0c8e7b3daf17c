"""What an action raises when a rule forbids it."""

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "permission": _("Votre compte ne permet pas ce geste."),
    "meme": _("Une ressource ne se fusionne pas avec elle-même."),
    "inactive": _("Gardez la ressource qui est membre : l’autre ne l’est plus."),
    "disparue": _("Une de ces ressources n’existe plus. Revenez à la liste."),
    "conflit": _("Les deux ressources ont chacune ce qui n’existe qu’une fois. Retirez d’abord l’un des deux."),
}


class Refus(Exception):
    """A rule said no. `regle` names it; the message is a French sentence."""

    def __init__(self, regle: str, precision: str = "") -> None:
        """Keep the rule's name and, where it helps, a precise sentence."""
        self.regle = regle
        super().__init__(precision or str(MESSAGES[regle]))
