"""The field where an editor chooses a dated value; `viewsets` gives it its screens."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import BaseChooser


class ValeurChooserWidget(BaseChooser):
    """Opens the list of values."""

    model = "pages.Valeur"
    icon = "order"
    choose_one_text = _("Choisir un chiffre")
    choose_another_text = _("Choisir un autre chiffre")
    chooser_modal_url_name = "choisir_valeur:choose"
    # A value is part of its series: it has no screen of its own.
    show_edit_link = False
