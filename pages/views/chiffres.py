"""`/admin/publication/<edition>/chiffres-du-jour/`: keep the figures of the day, in one click."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from ..evenements.noter import noter_les_chiffres
from ..models import EditionPage


@require_POST
def noter_chiffres(requete: Any, page_id: int) -> HttpResponse:
    """Keep today's figures of an edition as key figures, and return to its editor."""
    edition = get_object_or_404(EditionPage, pk=page_id)
    valeurs = noter_les_chiffres(edition=edition, par=requete.user)
    if valeurs:
        messages.success(requete, _("C’est noté : %(chiffres)s.") % {"chiffres": "; ".join(map(str, valeurs))})
    else:
        messages.error(requete, _("Aucun événement confirmé pour cette édition : rien à noter."))
    return redirect("wagtailadmin_pages:edit", page_id)
