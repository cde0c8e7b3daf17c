"""What the wiring adds to the admin: the person in charge of privacy, and a reminder while nobody is named."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.contrib.settings.registry import register_setting

from .models import ResponsableSetting
from .vie_privee.panneau import ResponsablePanel

register_setting(ResponsableSetting, icon="user")


@hooks.register("construct_homepage_panels")
def rappeler_la_responsable(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(ResponsablePanel.si_necessaire(request))
