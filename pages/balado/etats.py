"""The closed lists of the podcast, in the words of the standards that podcast clients read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GenreEpisode(models.TextChoices):
    """What an episode is (Apple, `itunes:episodeType`)."""

    COMPLET = "full", _("épisode")
    ANNONCE = "trailer", _("bande-annonce")
    SUPPLEMENT = "bonus", _("supplément")


class RoleVoix(models.TextChoices):
    """What a person does in an episode, by a role of the Podcast Taxonomy's « cast », which `podcast:person` takes."""

    ANIMATION = "host", _("animation")
    COANIMATION = "co-host", _("coanimation")
    INVITATION = "guest", _("invitation")
    NARRATION = "narrator", _("narration")
    REPORTAGE = "reporter", _("reportage")


class Categorie(models.TextChoices):
    """Those of Apple's list where this federation could stand; « category/subcategory », exactly as Apple writes them.

    Source: Apple Podcasts categories (podcasters.apple.com/support/1691-apple-podcasts-categories).
    """

    SANTE_MENTALE = "Health & Fitness/Mental Health", _("Santé et forme : santé mentale")
    SANTE_ALTERNATIVE = "Health & Fitness/Alternative Health", _("Santé et forme : médecines alternatives")
    SANTE = "Health & Fitness", _("Santé et forme")
    SOCIETE = "Society & Culture", _("Culture et société")
    DOCUMENTAIRE = "Society & Culture/Documentary", _("Culture et société : documentaires")
    JOURNAUX = "Society & Culture/Personal Journals", _("Culture et société : journaux personnels")
    EDUCATION = "Education", _("Éducation")
    SANS_BUT_LUCRATIF = "Business/Non-Profit", _("Affaires : organismes sans but lucratif")
    ARTS = "Arts", _("Arts")
    ADMINISTRATION = "Government", _("Administration publique")

    @property
    def niveaux(self) -> list[str]:
        """The category, and its subcategory when there is one."""
        return str(self.value).split("/")
