"""Who enters the space: a signed-in person of at least one resource, looked up at each request."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ..models import Compte, Ressource, RessourceQuerySet

Vue = Callable[Concatenate[HttpRequest, ...], HttpResponse]


def pour_les_contacts(vue: Vue) -> Vue:
    """Wrap a page of the space: sign in first, then belong to a resource; never kept by a cache or a report."""

    @never_cache
    @sensitive_post_parameters()
    @wraps(vue)
    def enveloppe(requete: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not requete.user.is_authenticated:
            return redirect_to_login(requete.get_full_path(), reverse("account_login"))
        if not ressources_de(requete).exists():
            return render(requete, "reseau/espace/sans_ressource.html", status=403)
        return vue(requete, *args, **kwargs)

    return enveloppe


def compte_de(requete: HttpRequest) -> Compte:
    """Return the account of a signed-in person."""
    return cast("Compte", requete.user)


def ressources_de(requete: HttpRequest) -> RessourceQuerySet:
    """Return the resources of a signed-in person."""
    return Ressource.objects.du_contact(compte_de(requete))


def ressource_choisie(requete: HttpRequest) -> Ressource | None:
    """Return the resource that the address names, or the person's only one; none while they have to choose."""
    siennes = list(ressources_de(requete))
    if len(siennes) == 1:
        return siennes[0]
    numero = requete.GET.get("ressource", "")
    return next((ressource for ressource in siennes if str(ressource.pk) == numero), None)


def choisir_une_ressource(requete: HttpRequest) -> HttpResponse:
    """Ask a person of several resources which one they work for now; come back to the same address with it."""
    return render(requete, "reseau/espace/choisir.html", {"ressources": ressources_de(requete)})
