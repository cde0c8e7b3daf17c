from django.apps import AppConfig


class CoffreConfig(AppConfig):
    name = "temoignages.coffre"
    label = "coffre"
    verbose_name = "Coffre"
