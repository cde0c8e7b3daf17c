"""What was corrected after publication: dated, with the previous words, and never undone.

An erratum is proposed beside the corrected text and goes out with it: the person who approves the text approves both.
Published, its row is frozen; triggers of the database refuse what the code would let pass.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from medias.donnees import ACTE, Carte
from reseau.horloge import aujourdhui, maintenant

from ..presentation import date_courte
from ..renseignements import CONTENU
from .constats import Constat, Regle, Severite
from .pieces import pieces
from .refus import Refus

if TYPE_CHECKING:
    from reseau.models import Compte


class ErratumImpossible(Refus):
    """Nothing to correct, or not now."""


class ErratumFige(Refus):
    """A published erratum stays as it is."""

    def __init__(self, objet: Any) -> None:
        """Say the rule."""
        super().__init__(objet, _now("Un erratum publié ne se modifie pas et ne s’efface pas : ajoutez-en un autre."))


class ErratumQuerySet(models.QuerySet["Erratum"]):
    """Reading errata."""

    def publies(self) -> "ErratumQuerySet":
        """Those that readers see, the latest first."""
        return self.filter(publie_le__isnull=False).order_by("-publie_le", "-pk")

    def proposes(self) -> "ErratumQuerySet":
        """Those that wait for the approval of the text they go with."""
        return self.filter(publie_le__isnull=True).order_by("cree_le", "pk")


class Erratum(models.Model):
    """One correction of one page. Its words name nobody: who must disappear from a page is removed, not corrected."""

    page = models.ForeignKey(Page, models.PROTECT, related_name="+", verbose_name=_("page"))
    avant = models.TextField(_("ce qui était écrit"), max_length=1000)
    apres = models.TextField(_("ce qu’il fallait lire"), max_length=1000)
    raison = models.CharField(_("raison"), max_length=200, help_text=_("Une phrase, pour les lecteurs."))
    cree_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    cree_le = models.DateTimeField(default=timezone.now, editable=False)
    publie_le = models.DateTimeField(_("publié le"), null=True, editable=False)

    objects = ErratumQuerySet.as_manager()

    donnees = Carte(CONTENU.dans("avant apres raison"), ACTE.dans("cree_par cree_le publie_le"), autres="id page")

    class Meta:
        default_permissions = ("add", "view", "delete")
        indexes = [models.Index(fields=["page", "publie_le"], name="errata_d_une_page")]
        verbose_name = _("erratum")
        verbose_name_plural = _("errata")

    def __str__(self) -> str:
        return _now("Erratum de « %(page)s »") % {"page": self.page.title}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save what is proposed.

        Raises:
            ErratumFige: it is published.
        """
        if self.publie_le:
            raise ErratumFige(self)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete what is proposed.

        Raises:
            ErratumFige: it is published.
        """
        if self.publie_le:
            raise ErratumFige(self)
        return super().delete(*args, **kwargs)

    @property
    def date_courte(self) -> str:
        """The day when it was published, « 1er octobre 2026 »; nothing before."""
        return date_courte(timezone.localdate(self.publie_le)) if self.publie_le else ""


@transaction.atomic
def rectifier(*, page: Page, par: "Compte", avant: str, apres: str, raison: str) -> Erratum:
    """Propose an erratum to a public page, and write its draft again: `par` has touched it, and does not approve it.

    Raises:
        ErratumImpossible: the page is not public, is being read, or waits for its hour.
    """
    objet = page.specific.get_latest_revision_as_object()
    if not objet.live or objet.workflow_in_progress or objet.approved_schedule:
        raise ErratumImpossible(
            objet,
            _now("Un erratum corrige une page publiée, ni en relecture ni en attente de son heure."),
        )
    erratum = Erratum.objects.create(page_id=page.pk, avant=avant, apres=apres, raison=raison, cree_par=par)
    objet.save_revision(user=par, clean=False)
    log(instance=page.specific, action="pages.rectifier", user=par, data={"erratum": erratum.pk})
    return erratum


def sort_maintenant(objet: Any) -> bool:
    """Say whether publishing `objet` shows it at once, or schedules it: Wagtail reads this same clock."""
    return not (objet.go_live_at and objet.go_live_at > timezone.now())


def publier_les_errata(page: Any, revision: Revision) -> None:
    """Publish the errata proposed before a revision was written: who approved it has seen them."""
    proposes = Erratum.objects.proposes().filter(page_id=page.pk, cree_le__lte=revision.created_at)
    if proposes.update(publie_le=maintenant()):
        # In the row, once Wagtail has written it: no revision holds this date.
        type(page)._default_manager.filter(pk=page.pk).update(rectifie_le=aujourdhui())


def chercher(page: Any) -> Iterator[Constat]:
    """Yield an advice when the words of a public release change and nothing tells it to who read the first ones."""
    if not (page.propose_un_erratum and page.live and page.live_revision):
        return
    publies = {piece.chemin: piece.texte for piece in pieces(page.live_revision.as_object()) if piece.texte}
    changees = [piece for piece in pieces(page) if piece.texte and publies.get(piece.chemin, "") != piece.texte]
    if changees and not Erratum.objects.proposes().filter(page_id=page.pk).exists():
        avis = _now("« %(champ)s » change un texte déjà publié : proposez un erratum à qui l’a lu.")
        yield Constat(changees[0].chemin, avis % {"champ": changees[0].etiquette})


ERRATUM = Regle("erratum", Severite.CONSEIL, chercher)
