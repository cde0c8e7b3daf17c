"""Every address of the site. Pages come last: an address above is never a page's."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from .sante import sante

urlpatterns = [
    path("sante/", sante, name="sante"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # Sizes of images only: originals stay private. A web server in front answers before Django does.
    re_path(r"^media/(?P<path>images/.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
    path("", include("temoignages.urls")),
    path("", include(wagtail_urls)),
]
