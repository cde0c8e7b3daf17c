from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete

from . import convertisseurs  # noqa: F401 - registered by being imported: addresses are written in models too


class MediasConfig(AppConfig):
    name = "medias"
    verbose_name = "Médias"

    def ready(self) -> None:
        """Index what a page refers to as soon as it is published; let the sizes of an image follow the permissions."""
        from wagtail.documents.signal_handlers import post_delete_file_cleanup  # noqa: PLC0415 - models are loaded by now
        from wagtail.signals import published  # noqa: PLC0415 - idem

        from . import checks  # noqa: F401, PLC0415 - registered by being imported
        from .accords_effaces import retenir_ce_qu_il_permettait  # noqa: PLC0415 - models are loaded by now
        from .models import AutorisationImage, Enregistrement, ImageCampagne, VersionDocument  # noqa: PLC0415 - idem
        from .preparation import suivre_un_enregistrement  # noqa: PLC0415 - idem
        from .tailles import suivre_un_accord, suivre_une_image  # noqa: PLC0415 - idem
        from .visibilite import indexer  # noqa: PLC0415 - idem

        published.connect(indexer, dispatch_uid="medias.visibilite")
        post_save.connect(suivre_une_image, ImageCampagne, dispatch_uid="medias.tailles")
        post_save.connect(suivre_un_enregistrement, Enregistrement, dispatch_uid="medias.preparation")
        pre_delete.connect(retenir_ce_qu_il_permettait, AutorisationImage, dispatch_uid="medias.accords_effaces")
        for signal in (post_save, post_delete):
            signal.connect(suivre_un_accord, AutorisationImage, dispatch_uid="medias.accords")
        post_delete.connect(post_delete_file_cleanup, VersionDocument, dispatch_uid="medias.versions")
        m2m_changed.connect(suivre_un_accord, ImageCampagne.autorisations.through, dispatch_uid="medias.accords")
