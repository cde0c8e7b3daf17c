"""Addresses of the words of a resource, in its own space."""

from django.urls import path

from .views.espace import ligne, lot, lots
from .views.espace_envoi import nouveau, reprendre

app_name = "espace_paroles"

urlpatterns = [
    path("", lots, name="lots"),
    path("nouveau/", nouveau, name="nouveau"),
    path("<uuid:lot_id>/", lot, name="lot"),
    path("<uuid:lot_id>/corriger/", reprendre, name="reprendre"),
    path("<uuid:lot_id>/lignes/<numero:numero>/", ligne, name="ligne"),
]
