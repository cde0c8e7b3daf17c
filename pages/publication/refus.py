"""Why something does not go out, in words for the person who asked. Never an error 500: `intergiciel` shows them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from .constats import Constat


class Refus(Exception):
    """A refusal. The public page stays as it was, and what was typed stays in its draft."""

    def __init__(self, objet: Any, message: str) -> None:
        """Say of what, and why in one sentence."""
        super().__init__(message)
        self.objet = objet
        self.message = message


class PortesFermees(Refus):
    """The gates found what must be corrected first."""

    def __init__(self, objet: Any, constats: "Sequence[Constat]") -> None:
        """Count the findings: the checklist of the editor shows them, each with its field."""
        avis = ngettext(
            "« %(titre)s » n’est pas prête : %(nombre)s point est à corriger. Tout ce qui est écrit est enregistré.",
            "« %(titre)s » n’est pas prête : %(nombre)s points sont à corriger. Tout ce qui est écrit est enregistré.",
            len(constats),
        )
        super().__init__(objet, avis % {"titre": str(objet), "nombre": len(constats)})
        self.constats = tuple(constats)


class RelectureRefusee(Refus):
    """The four-eyes rule: who touched a text does not approve it."""

    def __init__(self, objet: Any) -> None:
        """Say the rule."""
        super().__init__(
            objet,
            _(
                "Vous avez touché à ce texte depuis sa dernière approbation : une autre personne doit l’approuver. "
                "Vos changements sont enregistrés."
            ),
        )


class HorsRessort(RelectureRefusee):
    """The text is someone else's to approve: another region, or a right that this account does not have."""

    def __init__(self, objet: Any) -> None:
        """Say so."""
        Refus.__init__(self, objet, _("Ce texte n’est pas de votre ressort : une autre personne doit l’approuver."))


class VersionDepassee(Refus):
    """Somebody answered already, or a newer version took the place of the one that was read."""

    def __init__(self, objet: Any) -> None:
        """Say to look again."""
        super().__init__(
            objet,
            _(
                "Rien n’a changé : quelqu’un a déjà répondu, ou une version plus récente est arrivée depuis que vous "
                "avez ouvert celle-ci. Relisez-la telle qu’elle est maintenant."
            ),
        )


class SeulRefuse(Refus):
    """One person is not enough here."""

    def __init__(self, objet: Any) -> None:
        """Say what to do instead."""
        super().__init__(objet, _("Cette page demande deux personnes : soumettez-la, quelqu’un d’autre l’approuvera."))


class PublicationInterdite(Refus):
    """Something tried to publish without an approval."""

    def __init__(self, objet: Any) -> None:
        """Say the way that exists; it is the same for everyone."""
        super().__init__(
            objet,
            _(
                "Rien ne se publie directement, pas même par l’administration : soumettez la page à la relecture. "
                "Une page publiée ne se déplace pas, ne se recopie pas en ligne et n’a pas d’alias."
            ),
        )
