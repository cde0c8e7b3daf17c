"""What every page that receives words or codes owes: no trace, no cookie, no forged origin."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

Vue = Callable[Concatenate[HttpRequest, ...], HttpResponse]


def discrete(vue: Vue) -> Vue:
    """Wrap a public view: no session, no cookie, no-store, no-referrer, nothing posted in an error report.

    Django's CSRF token needs a cookie; here a signed one-time token and the browser's own word on the origin of
    the post (Sec-Fetch-Site, then Origin) stand in. There is no signed-in authority to abuse.
    """

    @csrf_exempt
    @never_cache
    @sensitive_post_parameters()
    @wraps(vue)
    def enveloppe(requete: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if requete.method == "POST" and not vient_du_site(requete):
            raise PermissionDenied
        reponse = vue(requete, *args, **kwargs)
        reponse["Cache-Control"] = "no-store"
        reponse["Referrer-Policy"] = "no-referrer"
        return reponse

    return enveloppe


def vient_du_site(requete: HttpRequest) -> bool:
    """Whether the browser says that this post comes from our own page.

    A `no-referrer` page posts with `Origin: null`, so the newer header decides where it exists.
    """
    site = requete.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origine = requete.headers.get("Origin", "null")
    return origine == "null" or origine.partition("://")[2] == requete.get_host()
