from django.apps import AppConfig


class MediasConfig(AppConfig):
    name = "medias"
    verbose_name = "Médias"
