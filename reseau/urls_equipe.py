"""The door of the staff, under the admin's address. `mfa_authenticate` is the name that django-allauth looks for."""

from django.urls import path

from .views.second_facteur import CodeDuFacteurView, MotDePasseView, codes_de_secours, second_facteur

urlpatterns = [
    path("", MotDePasseView.as_view(), name="connexion_equipe"),
    path("code/", CodeDuFacteurView.as_view(), name="mfa_authenticate"),
    path("second-facteur/", second_facteur, name="second_facteur"),
    path("codes-de-secours/", codes_de_secours, name="codes_de_secours"),
]
