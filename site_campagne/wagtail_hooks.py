"""What the wiring adds to the admin: the person in charge of privacy, reminders of what is missing, the alarm."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.contrib.settings.registry import register_setting

from .models import AccessibiliteSetting, ResponsableSetting
from .panneaux import AccessibilitePanel, ResponsablePanel, TachesEnRetardPanel

register_setting(ResponsableSetting, icon="user")
register_setting(AccessibiliteSetting, icon="view")


@hooks.register("construct_homepage_panels")
def rappeler_ce_qui_manque(request: HttpRequest, panels: list[Component]) -> None:
    for panneau in (ResponsablePanel, AccessibilitePanel):
        panels.extend(panneau.si_necessaire(request))
    panels.extend(TachesEnRetardPanel.si_necessaire(request))
