"""Addresses of the events of a resource, in its own space."""

from django.urls import path

from .bilan_espace import bilan, effacer, photo
from .espace.fiche import annuler_evenement, evenement
from .espace.liste import evenements
from .espace.saisie import modifier, nouveau

app_name = "espace_evenements"

urlpatterns = [
    path("", evenements, name="evenements"),
    path("nouveau/", nouveau, name="nouveau"),
    path("<uuid:cle>/", evenement, name="evenement"),
    path("<uuid:cle>/modifier/", modifier, name="modifier"),
    path("<uuid:cle>/annuler/", annuler_evenement, name="annuler"),
    path("<uuid:cle>/bilan/", bilan, name="bilan"),
    path("<uuid:cle>/bilan/photos/", photo, name="photo"),
    path("<uuid:cle>/bilan/photos/<numero:numero>/effacer/", effacer, name="effacer_photo"),
]
