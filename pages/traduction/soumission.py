"""How a translation goes to its reader: one revision and a workflow, as any draft; its public row is never written."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from modelcluster.fields import ParentalManyToManyField
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation, TranslationLog

from ..publication.refus import Refus
from .empreinte import empreinte_extraite
from .mains import nommer_les_autres_mains
from .memoire import est_publique, phrases_a_traduire, relire_la_source, traduction_de
from .modeles import VersionTraduite
from .refus import EnRelecture, PasPublique, RemplacementRefuse, SansTraduction


def version_en_memoire(traduction: Translation) -> Any:
    """Return the translated page as its strings make it today, unsaved; what is not translated stands in French.

    Its address is made of its title, until it is public: then readers have it, and it stays.

    Raises:
        RemplacementRefuse: what was chosen for this language in place of the French one is gone, or cannot be read.
    """
    try:
        page = traduction.source.get_ephemeral_translated_instance(traduction.target_locale, fallback=True)
    except (ObjectDoesNotExist, AttributeError, LookupError, TypeError, ValueError) as erreur:
        raise RemplacementRefuse(traduction.get_target_instance()) from erreur
    source = traduction.source.as_instance()
    for champ in page._meta.get_fields():
        if isinstance(champ, ParentalManyToManyField):  # wagtail-localize forgets to empty one
            getattr(page, champ.name).set(getattr(source, champ.name).all())
    if not page.first_published_at and page.depth > 2:  # noqa: PLR2004 - below the home page of its language
        page.slug = find_available_slug(page.get_parent(), slugify(page.title) or page.slug, ignore_page_id=page.pk)
    return page


def traduction_exigee(page: Any) -> Translation:
    """Return what ties a page to its French page.

    Raises:
        SansTraduction: it translates none.
    """
    if (traduction := traduction_de(page)) is None:
        raise SansTraduction(page)
    return traduction


def soumettre(*, page: Any, par: Any) -> Revision:
    """Write the translation as a draft, and send it to someone who did not write it.

    What is copied from the French page is that of today.

    Raises:
        SansTraduction: the page translates none.
        EnRelecture: somebody reads the former version.
        RemplacementRefuse: what was chosen for this language is gone.
        ValidationError: a field of the translated page refuses its words; its `message_dict` names it.
        PortesFermees: a gate refuses; the draft is kept.
    """
    with transaction.atomic():
        revision, version = _ecrire(page, par)
        refus = _envoyer(version, par)
    if refus is not None:
        raise refus
    return revision


def _envoyer(version: Any, par: Any) -> Refus | None:
    """Enter the workflow, or come back to it; return the refusal, which leaves the draft as it is."""
    try:
        with transaction.atomic():
            if (etat := version.current_workflow_state) is not None:
                etat.resume(user=par)
            else:
                type(version).objects.get(pk=version.pk).get_workflow().start(version, par)
    except Refus as refus:
        return refus
    return None


def _seule(page: Any) -> None:
    """Wait for who does something to the same translation, and refuse what is already being read."""
    Page.objects.select_for_update().get(pk=page.pk)
    if type(page).objects.get(pk=page.pk).workflow_in_progress:
        raise EnRelecture(page)


def _ecrire(page: Any, par: Any) -> tuple[Revision, Any]:
    traduction = traduction_exigee(page)
    _seule(page)
    if est_publique(traduction.source):
        relire_la_source(traduction.source)
        traduction = traduction_exigee(page)
    version = version_en_memoire(traduction)
    version.full_clean()
    return _garder_le_brouillon(version, traduction, par), version


def _garder_le_brouillon(version: Any, traduction: Translation, par: Any) -> Revision:
    nommer_les_autres_mains(version, traduction, par)
    revision: Revision = version.save_revision(user=par, log_action=True, clean=False)
    source = traduction.source
    TranslationLog.objects.create(source=source, locale=traduction.target_locale, revision=revision)
    VersionTraduite.objects.create(
        revision=revision,
        page_id=version.pk,
        empreinte="" if phrases_a_traduire(traduction).exists() else empreinte_extraite(source),
    )
    Translation.objects.filter(pk=traduction.pk).update(destination_last_updated_at=timezone.now())
    return revision


def reprendre(*, page: Any, par: Any) -> None:
    """Take back what waits for a reader; the draft and the strings stay."""
    etat = page.current_workflow_state
    if etat is not None and etat.status == etat.STATUS_IN_PROGRESS and etat.user_can_cancel(par):
        etat.cancel(user=par)


@transaction.atomic
def mettre_a_jour(*, page: Any) -> None:
    """Put the words of the public French page in front of the translator; what did not change stays translated.

    Raises:
        SansTraduction: the page translates none.
        EnRelecture: somebody reads the former version.
        PasPublique: the French page is not public any more.
    """
    traduction = traduction_exigee(page)
    _seule(page)
    if not (francaise := traduction.source.get_source_instance()).live:
        raise PasPublique(francaise)
    relire_la_source(traduction.source)
