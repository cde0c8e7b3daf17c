"""What the room adds to the admin."""

from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .menu import IncidentsMenuItem, ParolesMenuItem, RegistreMenuItem, RetraitMenuItem, TraductionsMenuItem
from .viewsets import (
    AmorceViewSet,
    NomPermisViewSet,
    PhraseSuiviViewSet,
    SuppleanceViewSet,
    ThemeViewSet,
    temoignage_chooser_viewset,
)


def adresses() -> list[URLPattern | URLResolver]:
    return [path("paroles/", include("temoignages.urls_admin"))]


def entree_de_menu() -> MenuItem:
    return ParolesMenuItem(_("Paroles reçues"), reverse_lazy("paroles:file"), icon_name="openquote", order=150)


def entree_de_retrait() -> MenuItem:
    return RetraitMenuItem(_("Retirer un texte"), reverse_lazy("paroles:retrait"), icon_name="bin", order=151)


def entree_des_traductions() -> MenuItem:
    adresse = reverse_lazy("paroles:traductions")
    return TraductionsMenuItem(_("Paroles traduites"), adresse, icon_name="globe", order=152)


def entree_du_registre() -> MenuItem:
    adresse = reverse_lazy("paroles:registre")
    return RegistreMenuItem(_("Registre d’anonymisation"), adresse, icon_name="lock", order=900)


def entree_des_consentements() -> MenuItem:
    adresse = reverse_lazy("paroles:consentements")
    return RegistreMenuItem(_("Consentements à échéance"), adresse, icon_name="date", order=901)


def entree_des_incidents() -> MenuItem:
    return IncidentsMenuItem(
        _("Registre des incidents"), reverse_lazy("paroles:incidents"), icon_name="warning", order=902
    )


def ecrans() -> list[ViewSet]:
    return [
        AmorceViewSet(),
        NomPermisViewSet(),
        ThemeViewSet(),
        PhraseSuiviViewSet(),
        SuppleanceViewSet(),
        temoignage_chooser_viewset,
    ]


hooks.register("register_admin_urls", adresses)
hooks.register("register_admin_menu_item", entree_de_menu)
hooks.register("register_admin_menu_item", entree_de_retrait)
hooks.register("register_admin_menu_item", entree_des_traductions)
hooks.register("register_reports_menu_item", entree_du_registre)
hooks.register("register_reports_menu_item", entree_des_consentements)
hooks.register("register_reports_menu_item", entree_des_incidents)
hooks.register("register_admin_viewset", ecrans)
