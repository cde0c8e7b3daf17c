"""The links in the admin: make one, see them all, take one back, read who opened what."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies.base import ModelPermissionPolicy

from .actions import partager, revoquer
from .forms import PartagerForm
from .modeles import AccesPartage, LienPartage


class PolitiqueDesLiens(ModelPermissionPolicy):
    """A link is made and taken back; it is neither changed nor deleted."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in {"change", "delete"} and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class LiensView(generic.IndexView):
    """Every link, the latest first; an open one may be taken back."""

    def get_list_more_buttons(self, instance: LienPartage) -> list[Button]:
        if instance.revoque_le:
            return []
        return [Button(_("Révoquer"), url=reverse("revoquer_partage", args=[instance.pk]), icon_name="cross")]

    def get_base_queryset(self) -> QuerySet[LienPartage]:
        return LienPartage.objects.select_related("cree_par").prefetch_related("pages")


class NouveauLienView(generic.CreateView):
    """The form, then the address: shown once, since nothing keeps it."""

    def form_valid(self, form: Any) -> HttpResponse:
        lien, jeton = partager(
            pages=list(form.cleaned_data["pages"]),
            destinataire=form.cleaned_data["destinataire"],
            jours=form.cleaned_data["jours"],
            par=self.request.user,
        )
        titre = _("Lien créé")
        contexte = {
            "header_title": titre,
            "page_title": titre,
            "header_icon": "link",
            "lien": lien,
            "adresse": self.request.build_absolute_uri(reverse("partage:page", args=[jeton])),
        }
        reponse = render(self.request, "pages/administration/lien_cree.html", contexte)
        reponse["Cache-Control"] = "no-store"
        return reponse


class LienPartageViewSet(ModelViewSet):
    """« Liens de partage » in the menu."""

    model = LienPartage
    name = "partages"
    icon = "link"
    menu_label = gettext_lazy("Liens de partage")
    menu_order = 160
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = LiensView
    add_view_class = NouveauLienView
    ordering = ["-cree_le", "-pk"]
    list_display = [
        TitleColumn("destinataire", label=gettext_lazy("Destinataire")),
        Column("titres", label=gettext_lazy("Pages")),
        Column("etat", label=gettext_lazy("État")),
        DateColumn("expire_le", label=gettext_lazy("Expire le")),
        Column("cree_par", label=gettext_lazy("Par"), accessor="cree_par.nom_affiche"),
    ]

    @cached_property
    def permission_policy(self) -> PolitiqueDesLiens:
        return PolitiqueDesLiens(LienPartage)

    def get_form_class(self, for_update: bool = False) -> type[PartagerForm]:
        """Return the form that makes a link."""
        return PartagerForm


@never_cache
def revoquer_lien(requete: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take a link back."""
    if not requete.user.has_perm("pages.add_lienpartage"):
        raise PermissionDenied
    lien = get_object_or_404(LienPartage, pk=pk)
    if requete.method == "POST":
        revoquer(lien=lien, par=requete.user)  # type: ignore[arg-type]  # has a permission: an account
        messages.success(requete, _("Le lien est révoqué : il ne s’ouvre plus."))
        return redirect("partages:index")
    titre = _("Révoquer un lien de partage")
    contexte = {"header_title": titre, "page_title": titre, "header_icon": "link", "lien": lien}
    return render(requete, "pages/administration/revoquer_lien.html", contexte)


class OuverturesView(ReportView):
    """Which link was opened, when, on which page. Never by whom: nothing says it."""

    model = AccesPartage
    index_url_name = "ouvertures_partages"
    index_results_url_name = "ouvertures_partages_resultats"
    page_title = gettext_lazy("Ouvertures des liens de partage")
    header_icon = "link"
    permission_policy = ModelPermissionPolicy(LienPartage)
    permission_required = "view"
    default_ordering = "-le"
    columns = [
        DateColumn("le", label=gettext_lazy("Quand")),
        Column("lien", label=gettext_lazy("Lien"), accessor="lien.destinataire"),
        Column("page", label=gettext_lazy("Page"), accessor="page.draft_title"),
    ]
    list_export = ["le", "lien.destinataire", "page.draft_title"]
    export_headings = {
        "le": gettext_lazy("Quand"),
        "lien.destinataire": gettext_lazy("Lien"),
        "page.draft_title": gettext_lazy("Page"),
    }

    def get_base_queryset(self) -> QuerySet[AccesPartage]:
        return AccesPartage.objects.select_related("lien", "page")


class OuverturesMenuItem(MenuItem):
    """The report, for those who see the links."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("pages.view_lienpartage"))


adresses = [
    path("partages/<numero:pk>/revoquer/", revoquer_lien, name="revoquer_partage"),
    path("reports/partages/", OuverturesView.as_view(), name="ouvertures_partages"),
    path(
        "reports/partages/resultats/", OuverturesView.as_view(results_only=True), name="ouvertures_partages_resultats"
    ),
]
