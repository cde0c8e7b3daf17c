"""The five roles of the staff, as data: each may do its own part, and nobody publishes alone what takes two.

Every `migrate` gives each role what it lacks. It takes back one thing only, wherever it stands: the permission to
publish pages, which would go around the second reader (docs/decisions/0027).
"""

from collections.abc import Iterable, Iterator

from django.contrib.auth.models import Group, Permission
from django.db import DEFAULT_DB_ALIAS
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

REDACTION = "Rédaction"
MODERATION = "Modération"
APPROBATION = "Approbation"
TRADUCTION = "Traduction"
ADMINISTRATION = "Administration"

PERMISSIONS = {
    REDACTION: (
        "wagtailadmin.access_admin",
        "temoignages.view_temoignage",
        "pages.publier_seul",
        "pages.add_evenement",
        "pages.change_evenement",
        "pages.change_aidesetting",
        "pages.add_seriechiffre",
        "pages.change_seriechiffre",
        "pages.delete_seriechiffre",
        "pages.add_lienpartage",
        "pages.view_lienpartage",
        "pages.add_erratum",
        "pages.view_erratum",
        "pages.delete_erratum",
        "medias.add_autorisationnom",
        "medias.add_autorisationimage",
        "medias.change_autorisationnom",
        "medias.change_autorisationimage",
        "medias.add_piste",
        "medias.change_piste",
        "medias.delete_piste",
        "wagtail_localize.submit_translation",
    ),
    MODERATION: (
        "wagtailadmin.access_admin",
        "temoignages.moderer_depot",
        "temoignages.approuver_depot",
        "temoignages.importer_depot",
        "temoignages.retirer_depot",
        "temoignages.traduire_parole",
        "temoignages.view_temoignage",
        "temoignages.view_entreeregistre",
        "temoignages.add_amorce",
        "temoignages.change_amorce",
        "temoignages.add_nompermis",
        "temoignages.change_nompermis",
        "temoignages.delete_nompermis",
        "temoignages.add_theme",
        "temoignages.change_theme",
        "temoignages.delete_theme",
        "temoignages.add_phrasesuivi",
        "temoignages.change_phrasesuivi",
        "temoignages.delete_phrasesuivi",
        "reseau.add_ressource",
        "reseau.change_ressource",
        "pages.add_evenement",
        "pages.change_evenement",
    ),
    APPROBATION: (
        "wagtailadmin.access_admin",
        "temoignages.view_temoignage",
        "pages.relire_publication",
        "pages.view_evenement",
        "pages.view_lienpartage",
        "pages.view_erratum",
        "medias.view_autorisationnom",
        "medias.view_autorisationimage",
    ),
    TRADUCTION: (
        "wagtailadmin.access_admin",
        "wagtail_localize.submit_translation",
        "temoignages.traduire_parole",
        "medias.add_piste",
        "medias.change_piste",
    ),
    ADMINISTRATION: (
        "wagtailadmin.access_admin",
        "reseau.add_compte",
        "reseau.change_compte",
        "reseau.view_compte",
        "auth.change_group",
        "reseau.add_ressource",
        "reseau.change_ressource",
        "reseau.tenir_repertoire",
        "reseau.add_secteur",
        "reseau.change_secteur",
        "reseau.delete_secteur",
        "temoignages.retirer_depot",
        "temoignages.add_suppleance",
        "temoignages.change_suppleance",
        "temoignages.delete_suppleance",
        "temoignages.view_trace",
        "temoignages.view_entreeregistre",
        "temoignages.view_incident",
        "temoignages.change_incident",
        "site_campagne.change_responsablesetting",
        "site_campagne.change_accessibilitesetting",
        "pages.change_aidesetting",
        "pages.view_lienpartage",
        "pages.view_erratum",
        "pages.add_exigencerelecture",
        "pages.change_exigencerelecture",
        "pages.delete_exigencerelecture",
        "medias.view_autorisationnom",
        "medias.view_autorisationimage",
        "medias.change_autorisationnom",
        "medias.change_autorisationimage",
        "medias.delete_autorisationnom",
        "medias.delete_autorisationimage",
    ),
}
SUR_LES_PAGES = {
    REDACTION: ("wagtailcore.add_page", "wagtailcore.change_page"),
    TRADUCTION: ("wagtailcore.change_page",),
}
# Wagtail asks for the permissions of its own models, whatever the models that stand in their place.
SUR_LES_FICHIERS = {
    REDACTION: (
        "wagtailimages.add_image",
        "wagtailimages.change_image",
        "wagtailimages.choose_image",
        "wagtaildocs.add_document",
        "wagtaildocs.change_document",
        "wagtaildocs.choose_document",
        "wagtailmedia.add_media",
        "wagtailmedia.change_media",
    ),
    TRADUCTION: ("wagtailimages.choose_image", "wagtaildocs.choose_document"),
}
# One role until the publications came, and those of Wagtail's own first migration: their people keep what they did.
ANCIENS = {
    "Communications": (REDACTION, MODERATION, APPROBATION),
    "Moderators": (APPROBATION,),
    "Editors": (REDACTION,),
}


def synchroniser(using: str = DEFAULT_DB_ALIAS, **_signal: object) -> None:
    """Create the groups, add missing permissions, move the people of former groups, take back `publish`."""
    if using != DEFAULT_DB_ALIAS:
        return
    racine, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    for nom, permissions in PERMISSIONS.items():
        groupe, _cree = Group.objects.get_or_create(name=nom)
        groupe.permissions.add(*_permissions(permissions))
        for permission in _permissions(SUR_LES_PAGES.get(nom, ())):
            GroupPagePermission.objects.get_or_create(group=groupe, page=racine, permission=permission)
        for permission in _permissions(SUR_LES_FICHIERS.get(nom, ())):
            GroupCollectionPermission.objects.get_or_create(group=groupe, collection=collection, permission=permission)
    _remplacer_les_anciens()
    GroupPagePermission.objects.filter(permission__codename="publish_page").delete()
    Group.permissions.through.objects.filter(
        permission__content_type__app_label="pages", permission__codename__startswith="publish_"
    ).delete()


def _permissions(noms: Iterable[str]) -> Iterator[Permission]:
    for nom in noms:
        application, code = nom.split(".")
        yield from Permission.objects.filter(content_type__app_label=application, codename=code)


def _remplacer_les_anciens() -> None:
    for ancien in Group.objects.filter(name__in=ANCIENS):
        for nom in ANCIENS[ancien.name]:
            Group.objects.get(name=nom).user_set.add(*ancien.user_set.all())
        ancien.delete()
