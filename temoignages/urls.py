"""Public addresses of the room. They do not move with the wall: a printed address must hold."""

from django.urls import path

from .views.parole import parole
from .views.suivi import suivi
from .views.temoigner import temoigner

app_name = "temoignages"

urlpatterns = [
    path("temoigner/", temoigner, name="temoigner"),
    path("temoigner/suivi/", suivi, name="suivi"),
    path("paroles/<slug:identifiant>/", parole, name="parole"),
]
