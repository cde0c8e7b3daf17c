"""`/admin/publication/…`: the checklist of a page or an event, its emergency exit, its publication by one person."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.models import Page

from reseau.models import Compte

from ..forms import DepublierForm
from ..models import Evenement
from ..publication.actions import depublier, publier_seul
from ..publication.page import PagePubliable
from ..publication.panneau import constats_du_brouillon, edition_de


def _page(page_id: int) -> Any:
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, PagePubliable):
        raise PermissionDenied
    return page


def _enveloppe(objet: Any, titre: str, icone: str) -> dict[str, Any]:
    commun = {"header_title": titre, "page_title": titre, "header_icon": icone, "page_subtitle": get_latest_str(objet)}
    return commun | {"edition": edition_de(objet)}


@require_safe
@never_cache
def portes(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Return the checklist of the latest draft, as a piece of the editor, to whoever may edit the page."""
    return _portes(requete, _page(page_id))


@require_safe
@never_cache
def portes_d_un_evenement(requete: HttpRequest, evenement_id: int) -> HttpResponse:
    """Return the checklist of an event, in the same way."""
    return _portes(requete, get_object_or_404(Evenement, pk=evenement_id))


def _portes(requete: HttpRequest, objet: Any) -> HttpResponse:
    if not objet.permissions_for_user(requete.user).can_edit():
        raise PermissionDenied
    contexte = {"constats": constats_du_brouillon(objet), "edition": edition_de(objet)}
    return render(requete, "pages/administration/portes.html", contexte)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def retirer_page(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Ask why, then take the page down at once."""
    return _retirer(requete, _page(page_id))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def retirer_evenement(requete: HttpRequest, evenement_id: int) -> HttpResponse:
    """Ask why, then take the event down at once; a calendar that had it keeps what it knew."""
    return _retirer(requete, get_object_or_404(Evenement, pk=evenement_id))


def _retirer(requete: HttpRequest, page: Any) -> HttpResponse:
    compte = cast("Compte", requete.user)
    if not page.permissions_for_user(compte).peut_depublier():
        raise PermissionDenied
    formulaire = DepublierForm(requete.POST or None)
    if requete.method == "POST" and formulaire.is_valid():
        depublier(page=page, par=compte, **formulaire.cleaned_data)
        messages.success(requete, _("« %(titre)s » n’est plus publiée.") % {"titre": get_latest_str(page)})
        return redirect(edition_de(page))
    contexte = _enveloppe(page, _("Retirer de la publication"), "download") | {"formulaire": formulaire}
    return render(requete, "pages/administration/depublier.html", contexte, status=400 if formulaire.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def publier_sans_relecture(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Show the checklist, then publish the latest draft where one person may; a refusal comes back as a message."""
    page, compte = _page(page_id), cast("Compte", requete.user)
    if not page.permissions_for_user(compte).peut_publier_seul():
        raise PermissionDenied
    if requete.method == "POST":
        publier_seul(page=page, par=compte)
        messages.success(requete, _("« %(titre)s » est publiée.") % {"titre": page.get_admin_display_title()})
        return redirect("wagtailadmin_pages:edit", page.pk)
    constats = constats_du_brouillon(page)
    contexte = _enveloppe(page, _("Publier sans relecture"), "upload") | {
        "constats": constats,
        "retenue": any(constat.est_bloquant for constat in constats),
    }
    return render(requete, "pages/administration/publier_seul.html", contexte)
