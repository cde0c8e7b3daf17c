"""The admin screens of the room's own tables."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from .models import ExigenceRelecture, SerieChiffre, Valeur


class ExigenceViewSet(ModelViewSet):
    """Where two people are obligatory, in the settings, for the administration; Wagtail logs each change."""

    model = ExigenceRelecture
    name = "exigences"
    icon = "group"
    menu_label = _("Exigences de relecture")
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    form_fields = ("genre", "personnes")
    list_display = ("genre", "personnes")


class SerieChiffreViewSet(ModelViewSet):
    """The key figures: what is counted, and its dated values."""

    model = SerieChiffre
    name = "chiffres"
    icon = "order"
    menu_label = _("Chiffres clés")
    add_to_admin_menu = True
    menu_order = 260
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = ("libelle", "unite")
    search_fields = ("libelle", "definition")


class ValeurChooserViewSet(ChooserViewSet):
    """Choose a key figure at a date."""

    model = Valeur
    name = "choisir_valeur"
    icon = "order"
    choose_one_text = _("Choisir un chiffre")
    choose_another_text = _("Choisir un autre chiffre")
    per_page = 20


valeur_chooser_viewset = ValeurChooserViewSet()
