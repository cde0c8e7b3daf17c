"""Every address of the site. Pages come last: an address above is never a page's. The public's has a language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents.views.serve import authenticate_with_password

from medias.sous_titres import servir_piste
from medias.views import servir_document, servir_image
from medias.vues_documents import derniere_version, version_de_document
from medias.vues_enregistrements import servir_enregistrement
from pages.partager.vues import carte_d_une_page, carte_d_une_parole, fils_et_calendriers
from pages.recherche.vues import recherche
from pages.views.servir import servir

from .accessibilite.views import accessibilite
from .etat.mesures import mesures
from .plan_du_site import plan, plans, robots
from .sante import pret, sante
from .vie_privee.views import vie_privee

handler500 = "site_campagne.pannes.repondre"

urlpatterns = [
    path("sante/", sante, name="sante"),
    path("sante/pret/", pret, name="sante_pret"),
    path("sante/mesures/", mesures, name="mesures"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", plans, name="plans"),
    path("sitemap-<str:langue>-<numero:numero>.xml", plan, name="plan"),
    path("admin/login/", include("reseau.urls_equipe")),  # in front of Wagtail's own form
    path("admin/", include(wagtailadmin_urls)),
    # Under Wagtail's own names, instead of its views. A web server in front never reads these folders itself.
    path("documents/<numero:document_id>/<str:nom>", servir_document, name="wagtaildocs_serve"),
    path("documents/<numero:document_id>/derniere-version/", derniere_version, name="derniere_version_de_document"),
    path(
        "documents/<numero:document_id>/versions/<numero:numero>/<str:nom>",
        version_de_document,
        name="version_de_document",
    ),
    path(
        "documents/mot-de-passe/<numero:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    re_path(r"^media/(?P<chemin>images/.+)$", servir_image),
    re_path(r"^media/(?P<dossier>enregistrements|affiches)/(?P<nom>[^/]+)$", servir_enregistrement),
    path("media/pistes/<numero:enregistrement_id>-<slug:langue>.vtt", servir_piste, name="piste"),
    path("espace/evenements/", include("pages.evenements.urls_espace")),
    path("espace/", include("reseau.urls")),
    path("espace/paroles/", include("temoignages.urls_espace")),
    path("partage/", include("pages.publication.partage.urls")),
    *i18n_patterns(
        path("confidentialite/", vie_privee, name="vie_privee"),
        path("vie-privee/", RedirectView.as_view(pattern_name="vie_privee", permanent=True)),  # its first address
        path("accessibilite/", accessibilite, name="accessibilite"),
        path("recherche/", recherche, name="recherche"),
        path("fils/", fils_et_calendriers, name="fils"),
        path("paroles/<slug:identifiant>/carte.png", carte_d_une_parole, name="carte_d_une_parole"),
        re_path(r"^(?P<chemin>(?:[\w-]+/)*)carte\.png$", carte_d_une_page, name="carte"),
        path("", include("temoignages.urls")),
        # Routes of pages whose address ends like a file, which Wagtail's own pattern leaves out.
        re_path(
            r"^((?:[\w-]+/)+(?:flux\.xml|agenda\.ics|presse\.zip|calendrier\.ics|evenements\.json|evenement\.ics"
            r"|chapitres\.json|trousse\.zip|qr\.svg))$",
            servir,
            name="wagtail_serve",
        ),
        re_path(wagtail_urls.serve_pattern, servir, name="wagtail_serve"),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
