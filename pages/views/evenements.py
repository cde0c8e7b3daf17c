"""`/admin/publication/evenements/…`: what the staff says of an event outside the workflow."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from reseau.models import Compte

from ..evenements.moderation import marquer_revu
from ..models import Evenement


@require_POST
@never_cache
def revu(requete: HttpRequest, evenement_id: int) -> HttpResponse:
    """Say that what a trusted resource published was read; a refusal comes back as a message."""
    evenement = get_object_or_404(Evenement, pk=evenement_id)
    marquer_revu(evenement=evenement, par=cast("Compte", requete.user))
    messages.success(requete, _("« %(titre)s » est revu.") % {"titre": evenement.titre})
    return redirect("wagtailsnippets_pages_evenement:list")
