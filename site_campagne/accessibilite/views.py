"""`/accessibilite/`: there from the first day, with or without what the staff has to add."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pages.presentation import date_courte

from ..models import AccessibiliteSetting


@require_safe
def accessibilite(requete: HttpRequest) -> HttpResponse:
    """Show the statement: no session, no cookie, the same for everybody."""
    reglage = AccessibiliteSetting.objects.first() or AccessibiliteSetting()
    revue = date_courte(reglage.revue_le) if reglage.revue_le else ""
    return render(requete, "site_campagne/accessibilite.html", {"reglage": reglage, "revue": revue})
