"""In front of the addresses of wagtail-localize: ours answer in their place, or who may not is turned away.

Its own views check little: several let anyone who may edit the target in, others write public rows, stop following
the French page, or list snippets. What is not named here is closed, whatever its next version adds.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from ..publication.approbation import peut_relire
from ..publication.intergiciel import RefusMiddleware
from ..publication.refus import Refus
from .droits import peut_suivre_les_traductions, peut_traduire
from .mains import noter_la_main
from .refus import CheminFerme
from .soumission import traduction_exigee, version_en_memoire
from .vues_po import exporter_po, importer_po

ESPACE = "wagtail_localize"
FICHIERS: dict[str, Any] = {"download_pofile": exporter_po, "upload_pofile": importer_po}
# Read by whoever opens a translation: the words of its editor.
OUVERTES = {"javascript_catalog"}
# What writes a string or what replaces one: for who may translate into the page.
ECRIRE = {"edit_string_translation", "edit_override"}
# Lists of every snippet, drafts included, for whoever enters the admin: for nobody.
LISTES = {"snippets_api_listing", "snippets_api_detail"}
RAPPORTS = {"translations_report", "translations_report_results"}


class TraductionMiddleware:
    """After authentication and messages, inside the language of the admin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, vue: Any, _args: Any, arguments: dict[str, Any]) -> Any:
        """Return our answer to an address of wagtail-localize; nothing, to let its own view answer."""
        trouvee = request.resolver_match
        if trouvee is None or ESPACE not in trouvee.namespaces or not request.user.is_authenticated:
            return None
        if trouvee.url_name in OUVERTES:
            return None
        try:
            return _repondre(request, str(trouvee.url_name), vue, arguments)
        except Refus as refus:  # Django asks nobody about what is raised before the view
            return RefusMiddleware(self.get_response).process_exception(request, refus)


def _repondre(requete: HttpRequest, nom: str, vue: Any, arguments: dict[str, Any]) -> HttpResponse | None:
    if nom in LISTES:
        raise PermissionDenied
    if nom in RAPPORTS or nom == "submit_page_translation":
        return _conduire(requete, arguments)
    if nom in FICHIERS:
        reponse: HttpResponse = FICHIERS[nom](requete, _cible(arguments).pk)
        return reponse
    if nom in ECRIRE:
        return _ecrire(requete, vue, arguments)
    if nom == "preview_translation":
        _exiger_un_apercu(requete, _cible(arguments))
        return None
    return _refuser(requete, arguments)


def _conduire(requete: HttpRequest, arguments: dict[str, Any]) -> HttpResponse:
    """Lead to our own screen: the start of a translation when there is a page to start from, otherwise the matrix."""
    permis = peut_traduire if "page_id" in arguments else peut_suivre_les_traductions
    if not permis(requete.user):
        raise PermissionDenied
    if "page_id" in arguments:
        return redirect("publication:traduire", arguments["page_id"])
    return redirect("publication:traductions")


def _ecrire(requete: HttpRequest, vue: Any, arguments: dict[str, Any]) -> HttpResponse:
    """Let a string be written or taken out, and note whose hand it is; say what is refused as the editor reads it."""
    page = _cible(arguments)
    if not peut_traduire(requete.user, page):
        raise PermissionDenied
    try:
        with transaction.atomic():
            reponse: HttpResponse = vue(requete, **arguments)
            if reponse.status_code < HTTPStatus.BAD_REQUEST and requete.method in {"PUT", "DELETE"}:
                noter_la_main(page, requete.user)
    except Refus as refus:
        return JsonResponse({"detail": refus.message}, status=HTTPStatus.BAD_REQUEST)
    return reponse


def _exiger_un_apercu(requete: HttpRequest, page: Any) -> None:
    """Let who translates or approves see it, once it can be built.

    Raises:
        RemplacementRefuse: it cannot.
    """
    if not (peut_traduire(requete.user, page) or peut_relire(requete.user, page)):
        raise PermissionDenied
    version_en_memoire(traduction_exigee(page))


def _cible(arguments: dict[str, Any]) -> Any:
    traduction = get_object_or_404(Translation, pk=arguments["translation_id"])
    return get_object_or_404(
        Page, translation_key=traduction.source.object_id, locale_id=traduction.target_locale_id
    ).specific


def _refuser(requete: HttpRequest, arguments: dict[str, Any]) -> HttpResponse:
    """Say the way that exists, on the page that was asked for; nothing more to who may not translate."""
    if not peut_traduire(requete.user):
        raise PermissionDenied
    messages.error(requete, CheminFerme(None).message)
    page = _page_visee(arguments)
    return redirect("wagtailadmin_pages:edit", page.pk) if page else redirect("publication:traductions")


def _page_visee(arguments: dict[str, Any]) -> Page | None:
    if "page_id" in arguments:
        return Page.objects.filter(pk=arguments["page_id"]).first()
    if "translation_id" in arguments:
        return Page.objects.filter(pk=_cible(arguments).pk).first()
    if source := TranslationSource.objects.filter(pk=arguments.get("translation_source_id")).first():
        return Page.objects.filter(translation_key=source.object_id, locale_id=source.locale_id).first()
    return None
