from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, post_save


class MediasConfig(AppConfig):
    name = "medias"
    verbose_name = "Médias"

    def ready(self) -> None:
        """Index what a page refers to as soon as it is published; let the sizes of an image follow the permissions."""
        from wagtail.signals import published  # noqa: PLC0415 - models are loaded by now, not before

        from .models import AutorisationImage, ImageCampagne  # noqa: PLC0415 - idem
        from .tailles import suivre_un_accord, suivre_une_image  # noqa: PLC0415 - idem
        from .visibilite import indexer  # noqa: PLC0415 - idem

        published.connect(indexer, dispatch_uid="medias.visibilite")
        post_save.connect(suivre_une_image, ImageCampagne, dispatch_uid="medias.tailles")
        for signal in (post_save, post_delete):
            signal.connect(suivre_un_accord, AutorisationImage, dispatch_uid="medias.accords")
        m2m_changed.connect(suivre_un_accord, ImageCampagne.autorisations.through, dispatch_uid="medias.accords")
