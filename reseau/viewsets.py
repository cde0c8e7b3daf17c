"""The admin screens of the network."""

from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic.models import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from .forms import RessourceForm
from .models import Ressource, Secteur
from .permissions import peut_tenir_repertoire
from .views.fusionner import fusionner
from .views.importer import importer

AIDE_ALIAS = _("Un sigle, un ancien nom : l’import des ateliers et la recherche les reconnaissent.")


class RessourceIndexView(IndexView):
    """The list, with a search as forgiving as people's typing."""

    add_item_label = _("Ajouter une ressource")

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the resources whose name, other name or municipality holds what was typed."""
        if not self.is_searching:
            return queryset
        trouvees = Ressource.objects.contenant(self.search_query)
        return queryset.filter(pk__in=trouvees.values("pk"))

    @property
    def header_more_buttons(self) -> list[Any]:
        """Add what keeps the directory, for those who may."""
        boutons: list[Any] = list(super().header_more_buttons)
        if peut_tenir_repertoire(self.request.user):
            boutons += [
                Button(_("Importer un fichier"), url=reverse("ressources:importer"), icon_name="upload", priority=30),
                Button(_("Chercher les doublons"), url=reverse("ressources:fusionner"), icon_name="copy", priority=40),
            ]
        return boutons


class RessourceViewSet(ModelViewSet):
    """Resources: list, create, edit."""

    model = Ressource
    name = "ressources"
    icon = "group"
    menu_label = _("Ressources")
    menu_name = "ressources"
    menu_order = 300
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = RessourceIndexView
    search_fields = ["nom"]  # shows the search box; `search_queryset` does the search
    list_filter = ["region", "genre", "forme_confirmee", "tranche_membres", "lieu_masque", "active"]
    ordering = ["cle", "region"]
    list_per_page = 50
    list_display = [
        "nom",
        "region",
        "genre",
        "forme_de",
        BooleanColumn("forme_confirmee", label=_("Forme confirmée"), sort_key="forme_confirmee"),
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("nom"),
                    InlinePanel("alias", heading=_("Autres noms"), label=_("Autre nom"), help_text=AIDE_ALIAS),
                    FieldPanel("genre"),
                    FieldPanel("description"),
                    FieldPanel("active"),
                ],
                heading=_("La ressource"),
            ),
            MultiFieldPanel(
                [
                    HelpPanel(template="reseau/admin/attribution.html"),
                    FieldPanel("forme_de"),
                    FieldPanel("forme_confirmee"),
                ],
                heading=_("Son nom dans une phrase"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("region"), FieldPanel("municipalite")]),
                    FieldPanel("lieu_masque"),
                    FieldPanel("adresse"),
                    FieldPanel("sous_region"),
                    FieldRowPanel([FieldPanel("sous_region_de"), FieldPanel("sous_region_en")]),
                ],
                heading=_("Son lieu"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("tranche_membres"),
                    FieldPanel("contacts"),
                    HelpPanel(template="reseau/admin/inviter.html"),
                ],
                heading=_("Ses membres"),
            ),
            MultiFieldPanel(
                [FieldPanel("courriel_public"), FieldPanel("telephone_public"), FieldPanel("site_web")],
                heading=_("Pour la joindre, en public"),
            ),
        ],
        base_form_class=RessourceForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the screens that keep the directory; each checks who may."""
        return [
            *super().get_urlpatterns(),
            path("importer/", importer, name="importer"),
            path("fusionner/", fusionner, name="fusionner"),
        ]


class SecteurViewSet(ModelViewSet):
    """Who looks after which region, in the settings, for the administration; Wagtail logs each change."""

    model = Secteur
    name = "secteurs"
    icon = "globe"
    menu_label = _("Secteurs de relecture")
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    form_fields = ("compte", "region")
    list_display = ("compte", "region")
    list_filter = ["region"]
