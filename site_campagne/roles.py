"""The two roles of the staff, as data; every `migrate` gives each the permissions it lacks."""

from django.contrib.auth.models import Group, Permission
from django.db import DEFAULT_DB_ALIAS
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

COMMUNICATIONS = "Communications"
ADMINISTRATION = "Administration"

PERMISSIONS = {
    COMMUNICATIONS: (
        "wagtailadmin.access_admin",
        "temoignages.moderer_depot",
        "temoignages.approuver_depot",
        "temoignages.importer_depot",
        "temoignages.retirer_depot",
        "temoignages.view_temoignage",
        "temoignages.view_entreeregistre",
        "temoignages.add_amorce",
        "temoignages.change_amorce",
        "temoignages.add_nompermis",
        "temoignages.change_nompermis",
        "temoignages.delete_nompermis",
        "reseau.add_ressource",
        "reseau.change_ressource",
        "pages.change_aidesetting",
    ),
    ADMINISTRATION: (
        "wagtailadmin.access_admin",
        "reseau.add_compte",
        "reseau.change_compte",
        "reseau.view_compte",
        "auth.change_group",
        "temoignages.retirer_depot",
        "temoignages.view_trace",
        "temoignages.view_entreeregistre",
        "pages.change_aidesetting",
    ),
}
SUR_LES_PAGES = ("add_page", "change_page", "publish_page")
SUR_LES_MEDIAS = ("add_imagecampagne", "change_imagecampagne", "choose_imagecampagne")
SUR_LES_DOCUMENTS = ("add_documentcampagne", "change_documentcampagne", "choose_documentcampagne")


def synchroniser(using: str = DEFAULT_DB_ALIAS, **_signal: object) -> None:
    """Create the groups and add missing permissions; take none away, an administrator may have added some."""
    if using != DEFAULT_DB_ALIAS:
        return
    for nom, permissions in PERMISSIONS.items():
        groupe, _cree = Group.objects.get_or_create(name=nom)
        for permission in permissions:
            application, code = permission.split(".")
            groupe.permissions.add(
                *Permission.objects.filter(content_type__app_label=application, codename=code).values_list(
                    "pk", flat=True
                )
            )
    _donner_le_contenu(Group.objects.get(name=COMMUNICATIONS))


def _donner_le_contenu(groupe: Group) -> None:
    racine, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=SUR_LES_PAGES):
        GroupPagePermission.objects.get_or_create(group=groupe, page=racine, permission=permission)
    for permission in Permission.objects.filter(
        content_type__app_label="medias", codename__in=SUR_LES_MEDIAS + SUR_LES_DOCUMENTS
    ):
        GroupCollectionPermission.objects.get_or_create(group=groupe, collection=collection, permission=permission)
