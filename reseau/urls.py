"""Addresses of the space of the resources. The `account_` names are those that django-allauth looks for."""

from django.urls import path

from .views.equipe import equipe
from .views.espace import CodeView, ConnexionView, accueil, deconnexion
from .views.invitation import entrer_par_invitation

urlpatterns = [
    path("", accueil, name="espace"),
    path("connexion/", ConnexionView.as_view(), name="account_request_login_code"),
    path("connexion/", ConnexionView.as_view(), name="account_login"),
    path("connexion/code/", CodeView.as_view(), name="account_confirm_login_code"),
    path("deconnexion/", deconnexion, name="account_logout"),
    path("equipe/", equipe, name="espace_equipe"),
    path("invitation/<str:lien>/", entrer_par_invitation, name="espace_invitation"),
]
