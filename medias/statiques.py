"""The site's own styles, scripts and fonts in the public bucket, under names made of their content."""

import re
from typing import Any, Final

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from storages.backends.s3 import S3ManifestStaticStorage

from .stockage import reglages

NOM_HACHE: Final = re.compile(r"\.[0-9a-f]{12}\.")
UN_AN: Final = "public, max-age=31536000, immutable"


class StatiquesS3(S3ManifestStaticStorage):
    """What can never be taken back. The list of names stays on this machine: a server down stops no start."""

    def __init__(self) -> None:
        super().__init__(manifest_storage=FileSystemStorage(location=settings.STATIC_ROOT))

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | reglages("seau_public") | {"file_overwrite": True}

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        """Return how long a file is kept: a year under a name made of its content, otherwise a minute."""
        duree = UN_AN if NOM_HACHE.search(name) else "public, max-age=60"
        return {**super().get_object_parameters(name), "CacheControl": duree}
