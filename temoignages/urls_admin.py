"""Addresses of the moderators, under Wagtail's admin."""

from django.urls import path

from .views.consentements import consentements
from .views.file import file, preferences, prendre_depot, ramener_depot
from .views.incidents import exporter_incidents, incident, incidents, nouvel_incident
from .views.lecture import lecture
from .views.lots import lot, nouveau_lot
from .views.registre import exporter_registre, reevaluer_entree, registre
from .views.retrait import retrait
from .views.serie import prendre_serie, serie
from .views.serie_seconde import serie_seconde
from .views.traductions import traduction, traductions

app_name = "paroles"

urlpatterns = [
    path("", file, name="file"),
    path("preferences/", preferences, name="preferences"),
    path("ateliers/", nouveau_lot, name="nouveau_lot"),
    path("ateliers/<uuid:lot_id>/", lot, name="lot"),
    path("serie/", serie, name="serie"),
    path("serie/prendre/", prendre_serie, name="prendre_serie"),
    path("serie/approuver/", serie_seconde, name="serie_seconde"),
    path("retrait/", retrait, name="retrait"),
    path("registre/", registre, name="registre"),
    path("registre/csv/", exporter_registre, name="exporter_registre"),
    path("registre/<str:temoignage_id>/reevaluer/", reevaluer_entree, name="reevaluer"),
    path("consentements/", consentements, name="consentements"),
    path("traductions/", traductions, name="traductions"),
    path("traductions/<slug:temoignage_id>/<slug:langue>/", traduction, name="traduction"),
    path("incidents/", incidents, name="incidents"),
    path("incidents/csv/", exporter_incidents, name="exporter_incidents"),
    path("incidents/nouveau/", nouvel_incident, name="nouvel_incident"),
    path("incidents/<numero:incident_id>/", incident, name="incident"),
    path("<uuid:depot_id>/", lecture, name="lecture"),
    path("<uuid:depot_id>/prendre/", prendre_depot, name="prendre"),
    path("<uuid:depot_id>/ramener/", ramener_depot, name="ramener"),
]
