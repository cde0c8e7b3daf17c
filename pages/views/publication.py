"""`/admin/publication/…`: the checklist of a page, its emergency exit, and its publication by one person."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.models import Page

from reseau.models import Compte

from ..forms import DepublierForm
from ..publication.actions import depublier, publier_seul
from ..publication.page import PagePubliable
from ..publication.panneau import constats_du_brouillon


def _page(page_id: int) -> Any:
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, PagePubliable):
        raise PermissionDenied
    return page


def _enveloppe(page: Any, titre: str, icone: str) -> dict[str, Any]:
    edition = reverse("wagtailadmin_pages:edit", args=[page.pk])
    commun = {"header_title": titre, "page_title": titre, "header_icon": icone, "edition": edition, "page": page}
    return commun | {"page_subtitle": page.get_admin_display_title()}


@require_safe
@never_cache
def portes(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Return the checklist of the latest draft, as a piece of the editor, to whoever may edit the page."""
    page = _page(page_id)
    if not page.permissions_for_user(requete.user).can_edit():
        raise PermissionDenied
    contexte = {
        "constats": constats_du_brouillon(page),
        "edition": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    return render(requete, "pages/administration/portes.html", contexte)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def retirer_page(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Ask why, then take the page down at once."""
    page, compte = _page(page_id), cast("Compte", requete.user)
    if not page.permissions_for_user(compte).peut_depublier():
        raise PermissionDenied
    formulaire = DepublierForm(requete.POST or None)
    if requete.method == "POST" and formulaire.is_valid():
        depublier(page=page, par=compte, **formulaire.cleaned_data)
        messages.success(requete, _("« %(titre)s » n’est plus publiée.") % {"titre": page.get_admin_display_title()})
        return redirect("wagtailadmin_pages:edit", page.pk)
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
