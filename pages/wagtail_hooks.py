"""What the room adds to the admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.contrib.settings.registry import register_setting

from .models import AideSetting
from .panneaux import VerificationAidePanel

register_setting(AideSetting, icon="mobile-alt")


@hooks.register("construct_homepage_panels")
def rappeler_la_verification(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(VerificationAidePanel.si_necessaire())
