"""`/admin/publication/<edition or campaign>/ouvrir/`: open the next edition, in one click."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from ..actions import edition_a_copier, ouvrir_prochaine_edition
from ..models import CampagnePage, EditionPage


@require_POST
def ouvrir_edition(requete: Any, page_id: int) -> HttpResponse:
    """Open the year after an edition, or after the last one of a campaign, and go to its draft."""
    edition = EditionPage.objects.filter(pk=page_id).first()
    if edition is None:
        edition = edition_a_copier(get_object_or_404(CampagnePage, pk=page_id))
    if edition is None:
        messages.error(requete, _("Cette campagne n’a pas encore d’édition : ajoutez la première à la main."))
        return redirect("wagtailadmin_pages:edit", page_id)
    neuve = ouvrir_prochaine_edition(edition=edition, par=requete.user)
    avis = _("L’édition %(annee)s est ouverte : son cadre est là, le reste vous attend.")
    messages.success(requete, avis % {"annee": neuve.annee})
    return redirect("wagtailadmin_pages:edit", neuve.pk)
