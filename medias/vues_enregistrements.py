"""Where recordings and posters are asked for, and where a preparation is resumed.

A recording that is not ready, or where someone no longer accepts to be heard, does not exist for anyone.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtailmedia.permissions import MediaPermissionPolicyChecker

from .enregistrements import AFFICHES, PRETS, Enregistrement
from .envoi import absent, envoyer
from .preparation import reprendre
from .views import Citees, peut_voir
from .visibilite import est_cite_en_public

CHAMPS = {PRETS: "file", AFFICHES: "thumbnail"}


@require_safe
def servir_enregistrement(requete: HttpRequest, dossier: str, nom: str) -> HttpResponseBase:
    """Answer with a prepared recording, or a poster, by the folder and the name of its file: one query."""
    return _servir(requete, dossier, nom, None)


def servir_enregistrement_cite(requete: HttpRequest, dossier: str, nom: str, citees: Citees) -> HttpResponseBase:
    """Answer with a recording, or a poster, that is public or among `citees`; nobody keeps it."""
    return _servir(requete, dossier, nom, citees)


def _servir(requete: HttpRequest, dossier: str, nom: str, citees: Citees | None) -> HttpResponseBase:
    champ = CHAMPS[dossier]
    # What is described aloud goes with what it describes.
    decrits = Enregistrement.objects.montrables().filter(audiodescription=OuterRef("pk"))
    cite = est_cite_en_public(Enregistrement)
    public = Q(cite) | Q(Exists(decrits.filter(cite)))
    trouves = Enregistrement.objects.montrables().filter(**{champ: f"{dossier}/{nom}"})
    trouve: Any = trouves.annotate(public=public).first()
    if trouve is None or not _peut_voir(requete, trouve, citees):
        return absent()
    genre = trouve.genre_mime if champ == "file" else "image/jpeg"
    return envoyer(requete, getattr(trouve, champ), public=trouve.public and citees is None, genre=genre)


def _peut_voir(requete: HttpRequest, trouve: Any, citees: Citees | None) -> bool:
    if peut_voir(requete, trouve.public, Enregistrement, trouve.pk, citees):
        return True
    decrits = Enregistrement.objects.montrables().filter(audiodescription=trouve.pk) if citees else ()
    return any(peut_voir(requete, False, Enregistrement, decrit.pk, citees) for decrit in decrits)


@require_POST
def reprendre_la_preparation(requete: HttpRequest, media_id: int) -> HttpResponse:
    """Queue the preparation of a recording again, for whoever may change it."""
    enregistrement = get_object_or_404(Enregistrement, pk=media_id)
    regle = MediaPermissionPolicyChecker().policy
    if not regle.user_has_permission_for_instance(requete.user, "change", enregistrement):
        raise PermissionDenied
    if reprendre(enregistrement):
        messages.success(requete, _("La préparation de « %(titre)s » reprend.") % {"titre": enregistrement.title})
    else:
        messages.warning(
            requete, _("« %(titre)s » est déjà prêt, ou en préparation.") % {"titre": enregistrement.title}
        )
    return redirect("wagtailmedia:edit", enregistrement.pk)
