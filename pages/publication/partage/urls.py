"""The addresses under `/partage/`."""

from django.urls import path, re_path

from .vues import document, enregistrement, image, montrer, piste

app_name = "partage"

urlpatterns = [
    path("<str:jeton>/", montrer, name="page"),
    re_path(r"^(?P<jeton>[^/]+)/media/(?P<chemin>images/.+)$", image, name="image"),
    re_path(
        r"^(?P<jeton>[^/]+)/media/(?P<dossier>enregistrements|affiches)/(?P<nom>[^/]+)$",
        enregistrement,
        name="enregistrement",
    ),
    path("<str:jeton>/media/pistes/<numero:enregistrement_id>-<slug:langue>.vtt", piste, name="piste"),
    path("<str:jeton>/documents/<numero:document_id>/<str:nom>", document, name="document"),
    path("<str:jeton>/<numero:page_id>/", montrer, name="une_page"),
    path("<str:jeton>/<numero:page_id>/<path:reste>", montrer, name="route"),
]
