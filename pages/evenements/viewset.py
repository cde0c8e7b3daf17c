"""The events in the admin: list, editor, reading."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from ..models.evenement import Evenement
from ..publication.panneau import PortesPanel
from .ecrans import EvenementEditView, EvenementForm, EvenementInspectView
from .etats import ACCES
from .permissions import PolitiqueEvenement
from .tableau import EvenementFilterSet, EvenementIndexView, evenements_du_tableau

PANNEAUX = [
    PortesPanel(heading=_("Avant de publier")),
    MultiFieldPanel(
        [FieldPanel("ressource"), FieldPanel("genre"), FieldPanel("titre"), FieldPanel("description")],
        heading=_("L’événement"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("debut"), FieldPanel("fin")]), FieldPanel("langue")], heading=_("Quand")
    ),
    MultiFieldPanel(
        [
            FieldPanel("modalite"),
            FieldPanel("lieu"),
            FieldPanel("adresse"),
            FieldRowPanel([FieldPanel("municipalite"), FieldPanel("region")]),
            FieldPanel("lieu_masque"),
            FieldPanel("lien_en_ligne"),
        ],
        heading=_("Où"),
    ),
    MultiFieldPanel([FieldPanel("lien_inscription"), FieldPanel("cout")], heading=_("Pour y participer")),
    MultiFieldPanel(
        [
            *(
                FieldRowPanel([FieldPanel(un), FieldPanel(deux)])
                for un, deux in zip(ACCES[::2], ACCES[1::2], strict=True)
            ),
            FieldPanel("contact_acces"),
        ],
        heading=_("Accessibilité"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("courriel_public"), FieldPanel("telephone_public")])],
        heading=_("Pour joindre quelqu’un, en public"),
    ),
]


class EvenementViewSet(SnippetViewSet):
    """Wagtail's screens for events, by our rules: what goes out goes by the workflow, or by `publication.actions`."""

    model = Evenement
    icon = "calendar-alt"
    menu_label = _("Événements")
    menu_name = "evenements"
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_template_name = "pages/administration/evenement.html"
    index_view_class = EvenementIndexView
    edit_view_class = EvenementEditView
    inspect_view_class = EvenementInspectView
    filterset_class = EvenementFilterSet
    search_fields = ["titre"]  # shows the search box; `search_queryset` does the search
    list_per_page = 50
    edit_handler = ObjectList(PANNEAUX, base_form_class=EvenementForm)

    @property
    def permission_policy(self) -> PolitiqueEvenement:
        """Ours: no button of Wagtail's publishes."""
        return PolitiqueEvenement(self.model)

    def get_queryset(self, request: Any) -> Any:
        """Return the rows of the list, with their state."""
        return evenements_du_tableau(request)
