"""The editor of a translation: the strings of wagtail-localize, under our own actions; its publication is gone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.views.edit_translation import edit_translation

from ..publication.publiable import Publiable
from .memoire import traduction_de
from .refus import CheminFerme

# Names of buttons of wagtail-localize, in forms that it adds to the editor of any page.
BOUTONS_FERMES = {"localize-restart-translation", "localize-convert-to-alias"}


def editer(requete: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer in place of Wagtail's editor when the page is a translation; nothing for any other page."""
    if not isinstance(page.specific_deferred, Publiable):
        return None
    traduction = traduction_de(page)
    if requete.method == "POST" and (traduction is not None or BOUTONS_FERMES & set(requete.POST)):
        messages.error(requete, CheminFerme(page).message)
        return redirect("wagtailadmin_pages:edit", page.pk)
    if traduction is None:
        return None
    reponse: HttpResponse = edit_translation(requete, traduction, page)
    return reponse


def actions_de_relecture(page: Any, personne: Any) -> list[dict[str, Any]]:
    """Return what `personne` may answer to what waits: each action once, with or without words."""
    etape = page.current_workflow_task_state
    if etape is None or etape.status != etape.STATUS_IN_PROGRESS:
        return []
    trouvees: dict[str, dict[str, Any]] = {}
    for nom, libelle, avec_mots in etape.task.specific.get_actions(page, personne):
        trouvees.setdefault(nom, {"nom": nom, "libelle": libelle, "avec_mots": avec_mots, "etape": etape.pk})
    return list(trouvees.values())
