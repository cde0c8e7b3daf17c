"""For the administration: reset the second factor of someone who lost their phone and their codes."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..models import Compte
from ..second_facteur import facteur_de, reinitialiser

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


def peut_reinitialiser(personne: "Compte | AnonymousUser", compte: Compte) -> bool:
    """Whether `personne` resets the factor of `compte`: never one's own, nor one of more power."""
    if compte.is_superuser and not personne.is_superuser:
        return False
    return personne.has_perm("reseau.change_compte") and personne.pk != compte.pk


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reinitialiser_le_facteur(requete: HttpRequest, compte_id: int) -> HttpResponse:
    """Say what will happen, then do it."""
    compte = get_object_or_404(Compte, pk=compte_id)
    if not isinstance(requete.user, Compte) or not peut_reinitialiser(requete.user, compte):
        raise PermissionDenied
    if requete.method == "POST":
        reinitialiser(compte=compte, par=requete.user)
        messages.success(requete, _("Le second facteur est réinitialisé, et la personne en est avertie par courriel."))
        return redirect("wagtailusers_users:edit", compte.pk)
    contexte = {
        "compte": compte,
        "facteur": facteur_de(compte),
        "page_title": _("Réinitialiser le second facteur"),
        "page_subtitle": compte.nom_affiche,
        "header_icon": "user",
    }
    return render(requete, "reseau/admin/reinitialiser.html", contexte)
