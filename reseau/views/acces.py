"""Who enters the space: a signed-in person of at least one resource, looked up at each request."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, cast

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ..connexion import ouvre_l_administration
from ..models import Compte, Ressource, RessourceQuerySet

# What a form sends that nobody typed.
TECHNIQUES = frozenset({"csrfmiddlewaretoken", "geste", "jeton", "cle", "revision"})
Vue = Callable[Concatenate[HttpRequest, ...], HttpResponse]


def pour_les_contacts(vue: Vue) -> Vue:
    """Wrap a page of the space: sign in first, then belong to a resource; never kept by a cache or a report."""

    @never_cache
    @sensitive_post_parameters()
    @wraps(vue)
    def enveloppe(requete: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not requete.user.is_authenticated:
            return rendre_la_saisie(requete) or redirect_to_login(requete.get_full_path(), reverse("account_login"))
        if ressources_de(requete).exists():
            return vue(requete, *args, **kwargs)
        detache = compte_de(requete)
        if not ouvre_l_administration(detache):
            logout(requete)  # what let it in is gone: the session is of no more use
        return rendre_la_saisie(requete, detache=True) or render(
            requete, "reseau/espace/sans_ressource.html", status=403
        )

    return enveloppe


def rendre_la_saisie(requete: HttpRequest, *, detache: bool = False) -> HttpResponse | None:
    """Refuse what someone typed while their access ended, and show it back for them to copy: it is not stored.

    Return nothing for a request that holds no typed words. `detache`: the account is of no resource any more.
    """
    saisies = [
        (nom.replace("_", " ").replace("-", " "), texte)
        for nom, textes in requete.POST.lists()
        for texte in textes
        if nom not in TECHNIQUES and texte.strip() and texte != "on"
    ]
    if not saisies and not requete.FILES:
        return None
    contexte = {"saisies": saisies, "fichiers": list(requete.FILES), "detache": detache}
    contexte["adresse"] = requete.get_full_path()
    return render(requete, "reseau/espace/interrompu.html", contexte, status=403)


def compte_de(requete: HttpRequest) -> Compte:
    """Return the account of a signed-in person."""
    return cast("Compte", requete.user)


def ressources_de(requete: HttpRequest) -> RessourceQuerySet:
    """Return the resources of a signed-in person."""
    return Ressource.objects.du_contact(compte_de(requete))


def ressource_choisie(requete: HttpRequest) -> Ressource | None:
    """Return the resource that the address names, or the person's only one; none while they have to choose.

    What was begun for a resource that the person has left never becomes another one's.
    """
    siennes = list(ressources_de(requete))
    numero = requete.GET.get("ressource", "")
    if not numero and len(siennes) == 1:
        return siennes[0]
    return next((ressource for ressource in siennes if str(ressource.pk) == numero), None)


def choisir_une_ressource(requete: HttpRequest) -> HttpResponse:
    """Ask a person which resource they work for now; come back to the same address with it. Typed words are shown."""
    return rendre_la_saisie(requete) or render(
        requete, "reseau/espace/choisir.html", {"ressources": ressources_de(requete)}
    )
