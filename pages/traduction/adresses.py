"""Addresses of translations, under those of the publication screens."""

from django.urls import path

from .matrice import TraductionsView
from .vues import actualiser_traduction, reprendre_traduction, soumettre_traduction, traduire
from .vues_po import exporter_po, exporter_tout, importer_po

adresses = [
    path("traductions/", TraductionsView.as_view(), name="traductions"),
    path("traductions/liste/", TraductionsView.as_view(results_only=True), name="traductions_resultats"),
    path("traductions/<slug:langue>/po.zip", exporter_tout, name="exporter_traductions"),
    path("<numero:page_id>/traduire/", traduire, name="traduire"),
    path("<numero:page_id>/traduction/soumettre/", soumettre_traduction, name="soumettre_traduction"),
    path("<numero:page_id>/traduction/reprendre/", reprendre_traduction, name="reprendre_traduction"),
    path("<numero:page_id>/traduction/mettre-a-jour/", actualiser_traduction, name="actualiser_traduction"),
    path("<numero:page_id>/traduction/po/", exporter_po, name="exporter_po"),
    path("<numero:page_id>/traduction/po/recevoir/", importer_po, name="importer_po"),
]
