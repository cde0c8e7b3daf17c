"""Wagtail's own settings; the reasons stand in docs/decisions and docs/wagtail-interne.md."""

from .noyau import env

WAGTAIL_SITE_NAME = "Journée de l’alternative en santé mentale"
WAGTAILADMIN_BASE_URL = env.str("ADRESSE_PUBLIQUE", default="http://127.0.0.1:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "pages.publication.fin.terminer"
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fr", "Français"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = [("fr", "Français"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILIMAGES_IMAGE_MODEL = "medias.ImageCampagne"
WAGTAILDOCS_DOCUMENT_MODEL = "medias.DocumentCampagne"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "medias.forms_document.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 40_000_000
WAGTAILMEDIA = {
    "MEDIA_MODEL": "medias.Enregistrement",
    "MEDIA_FORM_BASE": "medias.forms_enregistrement.EnregistrementForm",
    # What the browser proposes; the bytes decide. A video may be given for its sound alone.
    "AUDIO_EXTENSIONS": ["aac", "flac", "m4a", "mkv", "mov", "mp3", "mp4", "ogg", "opus", "wav", "webm"],
    "VIDEO_EXTENSIONS": ["m4v", "mkv", "mov", "mp4", "ogg", "webm"],
}
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "medias.forms.ImageForm"
WAGTAILIMAGES_AVIF_QUALITY = 60  # Pillow's scale: as good as WebP at 80, and lighter
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 12 * 1024 * 1024
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
