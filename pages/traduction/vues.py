"""`/admin/publication/traductions/…`: start, submit, take back, bring up to date."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.models import Locale, Page

from .depart import commencer, refuser_de_traduire
from .droits import peut_traduire
from .memoire import langues_cibles
from .refus import DejaEnTrain
from .soumission import mettre_a_jour, reprendre, soumettre


def page_a_traduire(requete: HttpRequest, page_id: int) -> Any:
    """Return a page, to who may translate into it.

    Raises:
        PermissionDenied: somebody else asks.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not peut_traduire(requete.user, page):
        raise PermissionDenied
    return page


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def traduire(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Ask in which language, and whether with what stands below; then open the drafts."""
    page = page_a_traduire(requete, page_id)
    refuser_de_traduire(page)
    langues = langues_cibles()
    if requete.method == "POST":
        langue = get_object_or_404(Locale, pk__in=[une.pk for une in langues], language_code=requete.POST.get("langue"))
        try:
            jumelle = commencer(page=page, langue=langue, par=requete.user, descendance="descendance" in requete.POST)
        except IntegrityError as erreur:
            raise DejaEnTrain(page) from erreur
        messages.success(requete, _("La traduction est commencée : c’est un brouillon, que personne ne voit."))
        return redirect("wagtailadmin_pages:edit", jumelle.pk)
    titre = _("Traduire cette page")
    return render(
        requete,
        "pages/administration/traduction/commencer.html",
        {"page_title": titre, "header_title": titre, "header_icon": "wagtail-localize-language", "page": page}
        | {"langues": langues, "page_subtitle": page.title, "dessous": page.get_descendants().live().count()},
    )


@require_POST
def soumettre_traduction(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Send a translation to its reader; what a field refuses is said, with the name of the field."""
    page = page_a_traduire(requete, page_id)
    try:
        soumettre(page=page, par=requete.user)
    except ValidationError as erreur:
        for phrase in phrases_de(page, erreur):
            messages.error(requete, phrase)
    except IntegrityError as erreur:
        raise DejaEnTrain(page) from erreur
    else:
        messages.success(requete, _("La traduction est soumise : une autre personne doit l’approuver."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def phrases_de(page: Any, erreur: ValidationError) -> list[str]:
    """Return what validation says of a translated page, each sentence after the name of its field."""
    dites = []
    for champ, phrases in erreur.message_dict.items():
        nom = page._meta.get_field(champ).verbose_name if champ != "__all__" else _("La page")
        dites += [_("%(champ)s : %(phrase)s") % {"champ": str(nom).capitalize(), "phrase": p} for p in phrases]
    return dites


@require_POST
def reprendre_traduction(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Take back what waits for a reader."""
    page = page_a_traduire(requete, page_id)
    reprendre(page=page, par=requete.user)
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
def actualiser_traduction(requete: HttpRequest, page_id: int) -> HttpResponse:
    """Bring the strings of a translation up to date with its French page."""
    page = page_a_traduire(requete, page_id)
    mettre_a_jour(page=page)
    messages.success(requete, _("Les phrases sont celles de la page française d’aujourd’hui."))
    return redirect("wagtailadmin_pages:edit", page.pk)
