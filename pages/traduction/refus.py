"""Why a translation is not started, sent or received, in words."""

from typing import Any

from django.utils.translation import gettext as _

from ..publication.refus import Refus


class Intraduisible(Refus):
    """The page stays in the language where it was written."""

    def __init__(self, page: Any) -> None:
        """Say why: its type, or the state it is in."""
        raison = getattr(page, "raison_intraduisible", "") or _("Ce type de page ne se traduit pas.")
        super().__init__(page, str(raison))


class PasEnFrancais(Refus):
    """Pages are written in French, and translated from there."""

    def __init__(self, page: Any) -> None:
        """Say where to start."""
        super().__init__(
            page, _("« %(titre)s » n’est pas en français : partez de la page française.") % {"titre": page.title}
        )


class PasPublique(Refus):
    """Its words may still change: nobody translates them yet."""

    def __init__(self, page: Any) -> None:
        """Say what to wait for."""
        message = _("« %(titre)s » n’est pas publiée en français : on traduit ce qui est public.")
        super().__init__(page, message % {"titre": page.title})


class SansTraduction(Refus):
    """The page is not the translation of another, or no longer follows one."""

    def __init__(self, page: Any) -> None:
        """Say so."""
        super().__init__(page, _("« %(titre)s » n’est la traduction d’aucune page.") % {"titre": page.title})


class EnRelecture(Refus):
    """Somebody is reading what was sent."""

    def __init__(self, page: Any) -> None:
        """Say how to go on."""
        message = _("Cette traduction est en relecture. Pour la changer, reprenez-la ou attendez la réponse.")
        super().__init__(page, message)


class RemplacementRefuse(Refus):
    """What was chosen for this language is gone, or is no choice."""

    def __init__(self, page: Any) -> None:
        """Say to choose again."""
        message = _(
            "Une image, un fichier ou un lien choisi pour cette langue n’existe plus ou ne se lit pas : "
            "choisissez-le de nouveau, ou gardez celui de la page française."
        )
        super().__init__(page, message)


class PhraseVide(Refus):
    """A translation without a word."""

    def __init__(self, phrase: Any) -> None:
        """Say so."""
        super().__init__(phrase, _("Une phrase vide ne traduit rien : écrivez-la, ou effacez sa traduction."))


class DejaEnTrain(Refus):
    """Somebody did the same thing at the same moment."""

    def __init__(self, page: Any) -> None:
        """Say to look again."""
        super().__init__(page, _("Quelqu’un vient de le faire aussi : regardez où en est la traduction."))


class CheminFerme(Refus):
    """A way of wagtail-localize that would go around a reader."""

    def __init__(self, objet: Any) -> None:
        """Say the way that exists."""
        super().__init__(
            objet,
            _(
                "Une traduction ne se publie pas, ne se synchronise pas et ne devient pas un alias : soumettez-la, "
                "une autre personne l’approuvera."
            ),
        )
