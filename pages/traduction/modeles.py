"""What remembers which French words a translation translates."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from medias.donnees import Carte


class SourceTraduite(models.Model):
    """A French page that has a translation, and the print of its public words."""

    page = models.OneToOneField(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    empreinte = models.CharField(max_length=64)
    changee_le = models.DateTimeField(_("mots changés le"))

    donnees = Carte(autres="id page empreinte changee_le")

    class Meta:
        default_permissions = ()
        verbose_name = _("page traduite")
        verbose_name_plural = _("pages traduites")

    def __str__(self) -> str:
        return str(self.page_id)


class VersionTraduite(models.Model):
    """A submitted translation: the print of the French words that it translates.

    The print is empty when French remained in it: that version goes nowhere, whatever is translated afterwards.
    """

    revision = models.OneToOneField(Revision, models.CASCADE, related_name="+")
    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    empreinte = models.CharField(max_length=64)

    donnees = Carte(autres="id revision page empreinte")

    class Meta:
        default_permissions = ()
        verbose_name = _("version traduite")
        verbose_name_plural = _("versions traduites")

    def __str__(self) -> str:
        return str(self.revision_id)
