"""Receive what a form sends without a trace: in memory only, and an answer even to what is far too long."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect

Vue = Callable[Concatenate[HttpRequest, ...], HttpResponse]


def en_memoire(vue: Vue) -> Vue:
    """Wrap a view that takes a file: a raw word never touches a temporary file.

    The handler must be set before anything reads the form, Django's check of the token included. A form too long to be
    read at all comes back to its own address with `?trop-long=1`.
    """
    protegee = csrf_protect(vue)

    @csrf_exempt
    @wraps(vue)
    def enveloppe(requete: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        requete.upload_handlers = [MemoryFileUploadHandler(requete)]
        try:
            len(requete.POST)  # reads the body
        except RequestDataTooBig:
            return redirect(f"{requete.path}?{_avec(requete, 'trop-long')}")
        return protegee(requete, *args, **kwargs)

    return enveloppe


def fichier_non_lu(requete: HttpRequest) -> bool:
    """Whether a file was too heavy for memory: it was let go unread."""
    return (
        requete.method == "POST" and int(requete.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE
    )


def _avec(requete: HttpRequest, nom: str) -> str:
    garde = requete.GET.copy()
    garde[nom] = "1"
    return garde.urlencode()
