"""Addresses of the publication screens, under Wagtail's admin."""

from django.urls import path

from .views.a_suivre import a_suivre
from .views.edition import ouvrir_edition
from .views.publication import portes, publier_sans_relecture, retirer_page

app_name = "publication"

urlpatterns = [
    path("a-suivre/", a_suivre, name="a_suivre"),
    path("<int:page_id>/ouvrir/", ouvrir_edition, name="ouvrir_edition"),
    path("<int:page_id>/portes/", portes, name="portes"),
    path("<int:page_id>/retirer/", retirer_page, name="retirer"),
    path("<int:page_id>/publier/", publier_sans_relecture, name="publier_seul"),
]
