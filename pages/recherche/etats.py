"""What may be found, and how the list of results names it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Source(TextChoices):
    """Where a thing is kept, and who says whether it may be seen."""

    PAGE = "page", _("page")
    PAROLE = "parole", _("parole")
    EVENEMENT = "evenement", _("événement")
    RESSOURCE = "ressource", _("ressource")


class Sorte(TextChoices):
    """What a reader calls it."""

    PAGE = "page", _("Pages")
    PUBLICATION = "publication", _("Publications")
    COMMUNIQUE = "communique", _("Communiqués")
    CAPSULE = "capsule", _("Capsules")
    EPISODE = "episode", _("Balado")
    OUTIL = "outil", _("Outils")
    EVENEMENT = "evenement", _("Événements")
    PAROLE = "parole", _("Témoignages")
    RESSOURCE = "ressource", _("Ressources")

    @property
    def au_singulier(self) -> str:
        """What one of them is called, beside its title."""
        return str(_SINGULIERS[self])


_SINGULIERS = {
    Sorte.PAGE: _("Page"),
    Sorte.PUBLICATION: _("Publication"),
    Sorte.COMMUNIQUE: _("Communiqué"),
    Sorte.CAPSULE: _("Capsule"),
    Sorte.EPISODE: _("Épisode du balado"),
    Sorte.OUTIL: _("Outil"),
    Sorte.EVENEMENT: _("Événement"),
    Sorte.PAROLE: _("Témoignage"),
    Sorte.RESSOURCE: _("Ressource"),
}
