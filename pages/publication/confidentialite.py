"""The level of a page: kept inside the revision, so that what is shared, approved and published is one and the same.

Only « public » ever goes live. Search, sitemap, feeds and every other surface that shows live pages is thus safe by
construction; members and working drafts leave by signed links alone (`partage`). An embargo is no level: it is an
approved revision that waits for its hour.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, Revision

from medias.niveaux import Niveau
from reseau.horloge import maintenant
from reseau.langue.typographie import INSECABLE

from ..presentation import date_courte, heure_courte
from .approbation import Approbation
from .constats import Constat, Regle, Severite
from .errata import Erratum, publier_les_errata, sort_maintenant
from .refus import Refus

RESERVES = (Niveau.MEMBRES, Niveau.TRAVAIL)
MENTIONS = {
    Niveau.MEMBRES: _("Réservé aux membres"),
    Niveau.TRAVAIL: _("Document de travail – ne pas diffuser"),
}


class NiveauReserve(Refus):
    """A text that is not for everyone does not go live, not even through an open door."""

    def __init__(self, objet: Any) -> None:
        """Say what to do."""
        super().__init__(objet, str(_raison(objet)))


class Confidentielle(models.Model):
    """What gives a page its level, its mentions and its errata. After `Publiable` among its bases: the door first."""

    confidentialite = models.CharField(
        _("confidentialité"),
        max_length=8,
        choices=Niveau,
        default=Niveau.PUBLIC,
        help_text=_(
            "Seul « public » se publie. Le reste se lit par un lien de partage, avec sa mention sur chaque page. "
            "Revenir à « public » demande deux personnes."
        ),
    )
    rectifie_le = models.DateField(null=True, editable=False)

    # Whether a correction of its published text should be told to those who read the first one.
    propose_un_erratum = False
    settings_panels = [FieldPanel("confidentialite"), *Page.settings_panels]
    default_exclude_fields_in_copy = [*Page.default_exclude_fields_in_copy, "rectifie_le"]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; what is reserved is never written as live. The bookkeeping of a draft says neither."""
        champs = kwargs.get("update_fields")
        if self.live and (champs is None or {"live", "confidentialite"} & set(champs)):  # type: ignore[attr-defined]
            exiger_public(self)
        super().save(*args, **kwargs)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish, or schedule, a revision for everyone, and the errata proposed before it was written.

        Raises:
            NiveauReserve: it is not for everyone.
        """
        objet = revision.as_object()
        exiger_public(objet)
        publie = super().publish(revision, *args, **kwargs)  # type: ignore[misc]  # Page's
        if sort_maintenant(objet):
            publier_les_errata(self, revision)
        return publie

    def with_content_json(self, content: Any) -> Any:
        """Return the page as a revision has it; the date of its last erratum is no part of a revision."""
        objet = super().with_content_json(content)  # type: ignore[misc]  # Page's
        objet.rectifie_le = self.rectifie_le
        return objet


def exiger_public(objet: Any) -> None:
    """Refuse what is not for everyone.

    Raises:
        NiveauReserve: the level of `objet`, as it stands in memory, is not « public ».
    """
    if objet.confidentialite != Niveau.PUBLIC:
        raise NiveauReserve(objet)


def est_sensible(objet: Any) -> bool:
    """Say whether `objet` takes two people, whatever its type: it was reserved of late, or it brings an erratum."""
    return a_ete_reserve(objet) or Erratum.objects.proposes().filter(page_id=objet.pk).exists()


def a_ete_reserve(objet: Any) -> bool:
    """Say whether a draft of `objet`, since its last approval, was for members or a working draft."""
    revisions = objet.revisions.filter(content__confidentialite__in=RESERVES)
    if derniere := Approbation.objects.de(objet).select_related("revision").first():
        revisions = revisions.filter(created_at__gt=derniere.revision.created_at)
    return bool(revisions.exists())


def mentions(objet: Any) -> list[str]:
    """Return what each page of any rendering of `objet` must say: HTML, print, PDF, plain text. Nothing when public."""
    dites = [str(MENTIONS[objet.confidentialite])] if objet.confidentialite in MENTIONS else []
    if objet.go_live_at and objet.go_live_at > maintenant():
        dites.append(_now("Sous embargo jusqu’au %(moment)s") % {"moment": moment(objet.go_live_at)})
    return dites


def moment(quand: datetime) -> str:
    """Return a date and an hour of Québec, in words: « 10 octobre 2027, 8 h 30 »."""
    local = quand.astimezone(ZoneInfo(settings.TIME_ZONE))
    return f"{date_courte(local.date()).replace(' ', INSECABLE, 1)}, {heure_courte(local.time())}"


def _raison(objet: Any) -> Any:
    return _("« %(titre)s » n’est pas public (%(niveau)s) : dans « Réglages », remettez d’abord « public ».") % {
        "titre": objet.title,
        "niveau": objet.get_confidentialite_display(),
    }


def chercher(page: Any) -> Iterator[Constat]:
    """Yield the level of a page, when it is not for everyone."""
    if page.confidentialite != Niveau.PUBLIC:
        yield Constat("confidentialite", str(_raison(page)))


CONFIDENTIALITE = Regle("confidentialite", Severite.BLOQUANT, chercher)
