"""Where the translation of a page stands, worked out by the database: one query for a whole list."""

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, WorkflowState

from .modeles import SourceTraduite, VersionTraduite


class EtatTraduction(TextChoices):
    """What is shown of a page in the other language."""

    ABSENTE = "absente", _("absente")
    EN_COURS = "en_cours", _("en cours")
    EN_RELECTURE = "en_relecture", _("en relecture")
    PUBLIQUE = "publique", _("publique")
    PERIMEE = "perimee", _("périmée")
    ORPHELINE = "orpheline", _("publique sans sa page française")


def avec_etat(pages: "QuerySet[Page]", langue: Locale) -> "QuerySet[Page]":
    """Return French pages with `etat_traduction`, and with `jumelle_id`, `jumelle_publique` and `est_perimee`."""
    jumelle = Page.objects.filter(translation_key=OuterRef("translation_key"), locale=langue)
    publiee = VersionTraduite.objects.filter(
        page__translation_key=OuterRef("translation_key"), page__locale=langue, page__live=True
    ).filter(Exists(Page.objects.filter(live_revision=OuterRef("revision_id"))))
    d_aujourdhui = SourceTraduite.objects.filter(page__translation_key=OuterRef("page__translation_key"))
    attend = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type__app_label="wagtailcore",
        base_content_type__model="page",
        object_id=Cast(OuterRef("jumelle_id"), CharField(max_length=255)),
    )
    return pages.annotate(
        jumelle_id=Subquery(jumelle.values("pk")[:1]),
        jumelle_publique=Exists(jumelle.filter(live=True)),
        est_perimee=Exists(publiee.exclude(empreinte=Subquery(d_aujourdhui.values("empreinte")[:1]))),
        attend_une_relecture=Exists(attend),
        etat_traduction=Case(
            When(live=False, jumelle_publique=True, then=Value(EtatTraduction.ORPHELINE)),
            When(jumelle_id=None, then=Value(EtatTraduction.ABSENTE)),
            When(attend_une_relecture=True, then=Value(EtatTraduction.EN_RELECTURE)),
            When(Q(jumelle_publique=True, est_perimee=True), then=Value(EtatTraduction.PERIMEE)),
            When(jumelle_publique=True, then=Value(EtatTraduction.PUBLIQUE)),
            default=Value(EtatTraduction.EN_COURS),
            output_field=CharField(max_length=12),
        ),
    )


def a_suivre(pages: "QuerySet[Page]") -> "QuerySet[Page]":
    """Keep, of French pages, those that are public, and those of which a translation is although they are not."""
    publiques = Page.objects.filter(translation_key=OuterRef("translation_key"), live=True)
    return pages.filter(Exists(publiques))


def compter(pages: "QuerySet[Page]", langue: Locale) -> dict[EtatTraduction, int]:
    """Return how many French pages are in each state, in one query."""
    comptes = avec_etat(pages.order_by(), langue).values("etat_traduction").annotate(nombre=Count("pk"))
    trouves = {ligne["etat_traduction"]: ligne["nombre"] for ligne in comptes}
    return {etat: trouves.get(etat, 0) for etat in EtatTraduction}
