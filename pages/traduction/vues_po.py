"""The PO files of translations: one page out and back, or every translation that is under way, in one ZIP."""

import io
import zipfile
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from .droits import peut_traduire
from .etats import EtatTraduction, avec_etat
from .memoire import est_publique, francais, langues_cibles
from .po import TAILLE_MAX, FichierRefuse, exporter, importer
from .refus import PasPublique
from .soumission import traduction_exigee
from .vues import page_a_traduire

TYPE = "text/x-gettext-translation; charset=utf-8"
A_TRADUIRE = (EtatTraduction.EN_COURS, EtatTraduction.PERIMEE)


def _nom(page: Page, langue: Locale) -> str:
    return f"{page.pk}-{page.slug}-{langue.language_code}.po"


@require_safe
@never_cache
def exporter_po(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Give the PO file of a translation, as long as its French page is public."""
    page = page_a_traduire(requete, page_id)
    traduction = traduction_exigee(page)
    if not est_publique(traduction.source):
        raise PasPublique(page)
    reponse = HttpResponse(exporter(traduction), content_type=TYPE)
    reponse["Content-Disposition"] = f'attachment; filename="{_nom(page, page.locale)}"'
    return reponse


@require_POST
def importer_po(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Receive the PO file of a translation, whole or not at all."""
    page = page_a_traduire(requete, page_id)
    traduction = traduction_exigee(page)
    fichier = requete.FILES.get("file")
    try:
        if fichier is None:
            raise FichierRefuse(_("Choisissez un fichier PO."))  # noqa: TRY301 - said like the others
        if (fichier.size or 0) > TAILLE_MAX:
            raise FichierRefuse(_("Ce fichier est trop gros : deux mégaoctets au plus."))  # noqa: TRY301 - idem
        recues, laissees, a_verifier = importer(traduction, fichier.read(), requete.user)
    except FichierRefuse as refus:
        messages.error(requete, str(refus))
    else:
        avis = ngettext("%(nombre)s phrase reçue.", "%(nombre)s phrases reçues.", recues) % {"nombre": recues}
        if laissees:
            suite = _("%(nombre)s ne sont plus dans la page et ont été laissées de côté.") % {"nombre": laissees}
            avis = f"{avis} {suite}"
        if a_verifier:
            suite = _("%(nombre)s marquées « fuzzy » sont à vérifier et n’ont pas été reçues.") % {"nombre": a_verifier}
            avis = f"{avis} {suite}"
        messages.success(requete, avis)
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_safe
@never_cache
def exporter_tout(requete: HttpRequest, langue: str) -> HttpResponse:
    """Give, in one ZIP, the PO files of what is to be translated into a language: drafts and what is out of date.

    Only those that the person may write, from French pages that are public.
    """
    if not peut_traduire(requete.user):
        raise PermissionDenied
    cible = get_object_or_404(Locale, pk__in=[locale.pk for locale in langues_cibles()], language_code=langue)
    francaises = avec_etat(Page.objects.filter(locale=francais(), depth__gt=1, live=True), cible)
    pages = {page.translation_key: page for page in francaises.filter(etat_traduction__in=A_TRADUIRE)}
    traductions: Any = Translation.objects.filter(
        source__object_id__in=pages, target_locale=cible, enabled=True
    ).select_related("source", "target_locale")
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w", zipfile.ZIP_DEFLATED) as archive:
        for traduction in traductions:
            if not peut_traduire(requete.user, traduction.get_target_instance()):
                continue
            archive.writestr(_nom(pages[traduction.source.object_id], cible), exporter(traduction))
    reponse = HttpResponse(tampon.getvalue(), content_type="application/zip")
    reponse["Content-Disposition"] = f'attachment; filename="traductions-{langue}.zip"'
    return reponse
