"""The people of a resource, for the federation: the same acts as in its space, under the admin."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ..forms_equipe import InvitationForm
from ..models import Ressource
from .equipe import contexte_de, traiter


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def equipe_de_la_ressource(requete: HttpRequest, ressource_id: int) -> HttpResponse:
    """Show the people of a resource, and do what is asked of them."""
    if not requete.user.has_perm("reseau.change_ressource"):
        raise PermissionDenied
    ressource = get_object_or_404(Ressource, pk=ressource_id)
    formulaire = InvitationForm()
    if requete.method == "POST":
        refuse = traiter(requete, ressource, administration=True)
        if refuse is None:
            return redirect(requete.path)
        formulaire = refuse
    contexte = contexte_de(requete, ressource, formulaire) | {
        "page_title": _("Personnes de la ressource"),
        "page_subtitle": str(ressource),
        "header_icon": "group",
    }
    return render(requete, "reseau/admin/equipe.html", contexte, status=400 if formulaire.errors else 200)
