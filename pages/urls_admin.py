"""Addresses of the publication screens, under Wagtail's admin."""

from django.urls import path

from .traduction.adresses import adresses as adresses_des_traductions
from .views.a_suivre import a_suivre
from .views.bilans import bilans, repondre_a_une_photo
from .views.chiffres import noter_chiffres
from .views.edition import ouvrir_edition
from .views.evenements import revu
from .views.importer_evenements import importer as importer_evenements
from .views.publication import portes, portes_d_un_evenement, publier_sans_relecture, retirer_evenement, retirer_page
from .views.telechargements import telechargements

app_name = "publication"

urlpatterns = [
    path("a-suivre/", a_suivre, name="a_suivre"),
    path("<numero:page_id>/chiffres-du-jour/", noter_chiffres, name="noter_chiffres"),
    path("bilans/", bilans, name="bilans"),
    path("bilans/photos/<numero:photo_id>/", repondre_a_une_photo, name="repondre_a_une_photo"),
    path("<numero:page_id>/ouvrir/", ouvrir_edition, name="ouvrir_edition"),
    path("<numero:page_id>/portes/", portes, name="portes"),
    path("<numero:page_id>/retirer/", retirer_page, name="retirer"),
    path("evenements/importer/", importer_evenements, name="importer_evenements"),
    path("evenements/<numero:evenement_id>/portes/", portes_d_un_evenement, name="portes_evenement"),
    path("evenements/<numero:evenement_id>/retirer/", retirer_evenement, name="retirer_evenement"),
    path("evenements/<numero:evenement_id>/revu/", revu, name="revu"),
    path("telechargements/", telechargements, name="telechargements"),
    path("<numero:page_id>/publier/", publier_sans_relecture, name="publier_seul"),
    *adresses_des_traductions,
]
