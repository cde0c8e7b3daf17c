"""Who approved which revision, and who touched a text since: the memory of the four-eyes rule."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry
from wagtail.models import Revision, TaskState

from medias.donnees import ACTE, Carte

if TYPE_CHECKING:
    from reseau.models import Compte

# Wagtail's names for what changes a text.
ECRITURES = (
    "wagtail.create", "wagtail.edit", "wagtail.revert", "wagtail.copy",
    "wagtail.copy_for_translation", "wagtail.convert_alias",
)  # fmt: skip


class ApprobationQuerySet(models.QuerySet["Approbation"]):
    """Reading approvals."""

    def de(self, objet: Any) -> "ApprobationQuerySet":
        """Those of an object, whatever the revision; the latest first."""
        siennes = self.filter(
            revision__base_content_type=objet.get_base_content_type(), revision__object_id=str(objet.pk)
        )
        return siennes.order_by("-le", "-pk")


class Approbation(models.Model):
    """One revision, approved as it was; never edited. The next one starts the count of hands again."""

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="+")
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    seule = models.BooleanField(_("par une seule personne"), default=False)
    le = models.DateTimeField(auto_now_add=True)

    objects = ApprobationQuerySet.as_manager()

    donnees = Carte(ACTE.dans("par seule le"), autres="id revision")

    class Meta:
        default_permissions = ()
        permissions = [
            ("relire_publication", _("Approuver le texte d’une autre personne")),
            ("publier_seul", _("Publier sans relecture où c’est permis")),
        ]
        verbose_name = _("approbation")
        verbose_name_plural = _("approbations")

    def __str__(self) -> str:
        return str(self.revision_id)


def peut_relire(personne: Any, objet: Any = None) -> bool:
    """Whether `personne` may approve, provided that others wrote; `objet`, when given, may ask for more of them."""
    permis = personne.is_active and personne.has_perm("pages.relire_publication")
    # Wagtail's own screens often ask with a bare `Page`.
    objet = getattr(objet, "specific_deferred", objet)
    return bool(permis and (objet is None or objet.est_du_ressort_de(personne)))


def a_touche(personne: "Compte", objet: Any) -> bool:
    """Say whether `personne` wrote in a text since it was last approved, or is who submits it now.

    Being a superuser changes nothing. The revisions and the log both count: a revision may be deleted, a change may
    leave none.
    """
    revisions, journal = objet.revisions, registry.get_logs_for_instance(objet).filter(action__in=ECRITURES)
    if derniere := Approbation.objects.de(objet).select_related("revision").first():
        revisions = revisions.filter(created_at__gt=derniere.revision.created_at)
        journal = journal.filter(timestamp__gt=derniere.le)
    etat = objet.workflow_states.order_by("-pk").first()
    return bool(
        (etat and etat.requested_by_id == personne.pk)
        or revisions.filter(user=personne).exists()
        or journal.filter(user=personne).exists()
    )


def est_figee(revision: Revision, objet: Any) -> bool:
    """Say whether a revision must keep its words: being read, approved, scheduled or public.

    Wagtail lets a person's autosave overwrite their latest revision; of these, it makes a new one.
    """
    return bool(
        revision.approved_go_live_at
        or objet.live_revision_id == revision.pk
        or TaskState.objects.filter(revision=revision).exists()
        or Approbation.objects.filter(revision=revision).exists()
    )
