"""What a reader is told of a translation, and what the editor shows around it."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Exists, OuterRef
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from ..langues import ETIQUETTES, langue_active
from ..publication.constats import Constat
from ..publication.panneau import constats_du_brouillon
from ..traduction.droits import peut_traduire
from ..traduction.editeur import actions_de_relecture
from ..traduction.memoire import ecart, phrases_a_traduire, version_de
from ..traduction.modeles import SourceTraduite, VersionTraduite

register = template.Library()


@register.inclusion_tag("pages/composants/bandeau_traduction.html", takes_context=True)
def bandeau_de_traduction(context: Context) -> dict[str, Any]:
    """Say that the French page changed since it was translated; in one query, and none on a French page."""
    page: Any = context.get("page")
    depuis = None
    if langue_active() != settings.LANGUAGE_CODE and getattr(page, "live_revision_id", None):
        traduites = VersionTraduite.objects.filter(revision_id=page.live_revision_id)
        depuis = (
            SourceTraduite.objects.filter(page__translation_key=page.translation_key, page__live=True)
            .filter(Exists(traduites.exclude(empreinte=OuterRef("empreinte"))))
            .select_related("page")
            .first()
        )
    return {
        "depuis": depuis.changee_le if depuis else None,
        "adresse": depuis.page.get_url(context.get("request")) if depuis else "",
        "langue": ETIQUETTES[settings.LANGUAGE_CODE],
    }


@register.simple_tag
def lang_d_origine() -> SafeString:
    """Return the attribute of words that stay in French on a page that is not; nothing on a French page."""
    if langue_active() == settings.LANGUAGE_CODE:
        return SafeString()
    return mark_safe(f' lang="{ETIQUETTES[settings.LANGUAGE_CODE]}"')  # noqa: S308 - a constant


@register.simple_tag(takes_context=True)
def peut_traduire_ici(context: Context) -> bool:
    """Say whether the reader writes the strings of the translation that is shown."""
    return peut_traduire(context["request"].user, context["instance"])


@dataclass(frozen=True, slots=True)
class ConstatSitue:
    """A finding, and the name of the field that it concerns."""

    constat: Constat
    concerne: str

    @property
    def message(self) -> str:
        """Its sentence."""
        return self.constat.message

    @property
    def est_bloquant(self) -> bool:
        """Whether the page cannot be published with it."""
        return self.constat.est_bloquant


def _complete(page: Any) -> VersionTraduite | None:
    """Return what the latest draft translates; nothing when French remains in it, which is said otherwise."""
    version = version_de(page)
    return version if version and version.empreinte else None


def _concerne(page: Any, chemin: str) -> str:
    try:
        champ = page._meta.get_field(chemin.partition(".")[0])
    except FieldDoesNotExist:
        return ""
    nom = getattr(champ, "verbose_name", None) or champ.related_model._meta.verbose_name_plural
    return str(capfirst(nom))


@register.inclusion_tag("pages/administration/traduction/panneau.html", takes_context=True)
def panneau_de_traduction(context: Context) -> dict[str, Any]:
    """Gather what the editor of a translation shows above its strings."""
    traduction, requete = context["translation"], context["request"]
    page = type(context["instance"]).objects.get(pk=context["instance"].pk)
    a_traduire = list(phrases_a_traduire(traduction))
    etat = page.current_workflow_state
    traduit, attend = peut_traduire(requete.user, page), page.workflow_in_progress
    return {
        "page": page,
        "request": requete,
        "csrf_token": context.get("csrf_token"),
        "traduction": traduction,
        "source": traduction.source.get_source_instance(),
        "traduit": traduit,
        "reste": len(a_traduire),
        "total": traduction.source.stringsegment_set.count(),
        "ecart": ecart(traduction, _complete(page)),
        "attend": attend,
        "a_reprendre": bool(attend and etat and etat.user_can_cancel(requete.user) and traduit),
        "a_corriger": bool(etat and etat.status == etat.STATUS_NEEDS_CHANGES),
        "mot": etat.current_task_state.comment if etat and etat.current_task_state_id else "",
        "soumise": version_de(page) is not None,
        "constats": [ConstatSitue(constat, _concerne(page, constat.champ)) for constat in constats_du_brouillon(page)],
        "actions": actions_de_relecture(page, requete.user),
        "peut_retirer": page.permissions_for_user(requete.user).peut_depublier(),
        "phrases": []
        if traduit
        else traduction.source.stringsegment_set.order_by("order")
        .annotate_translation(traduction.target_locale)
        .select_related("string"),
    }
