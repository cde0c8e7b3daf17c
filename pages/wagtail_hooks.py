"""What the room adds to the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.contrib.settings.registry import register_setting
from wagtail.models import Page

from .identifiants import reperer
from .models import AideSetting
from .panneaux import VerificationAidePanel
from .views.passages import passages

register_setting(AideSetting, icon="mobile-alt")


@hooks.register("construct_homepage_panels")
def rappeler_la_verification(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(VerificationAidePanel.si_necessaire())


@hooks.register("register_admin_urls")
def adresses() -> list[URLPattern]:
    return [path("passages/<int:page_id>/", passages, name="passages_identifiants")]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def avertir_des_passages(request: HttpRequest, page: Page) -> None:
    # Not at each autosave, which asks for JSON. A number, never a passage: messages are kept in the session table.
    if not request.accepts("text/html") or not (nombre := len(reperer(page))):
        return
    avis = ngettext(
        "%(nombre)s passage de cette page pourrait identifier quelqu’un.",
        "%(nombre)s passages de cette page pourraient identifier quelqu’un.",
        nombre,
    )
    voir = messages.button(reverse("passages_identifiants", args=[page.pk]), gettext("Voir"))
    messages.warning(request, avis % {"nombre": nombre}, buttons=[voir])
