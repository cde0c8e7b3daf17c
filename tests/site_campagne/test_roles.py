"""The five roles: given by each migration, never taken away but for the right to publish."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.documents import permissions as politique_des_documents
from wagtail.images import permissions as politique_des_images
from wagtail.models import GroupPagePermission, Page

from reseau.models import Compte
from site_campagne.roles import ANCIENS, APPROBATION, MODERATION, PERMISSIONS, REDACTION, synchroniser


@pytest.mark.django_db
@pytest.mark.parametrize("nom", PERMISSIONS)
def test_chaque_permission_d_un_role_existe_et_lui_est_donnee(nom: str) -> None:
    compte = Compte.objects.create(username=nom)
    compte.groups.add(Group.objects.get(name=nom))
    assert [droit for droit in PERMISSIONS[nom] if not compte.has_perm(droit)] == []


@pytest.mark.django_db
def test_synchroniser_ajoute_ce_qui_manque_et_n_enleve_rien() -> None:
    groupe = Group.objects.get(name=MODERATION)
    ajoute = Permission.objects.get(codename="add_group")
    groupe.permissions.add(ajoute)
    groupe.permissions.remove(Permission.objects.get(codename="moderer_depot"))
    synchroniser()
    codes = set(groupe.permissions.values_list("codename", flat=True))
    assert {"add_group", "moderer_depot"} <= codes


@pytest.mark.django_db
def test_aucun_groupe_ne_peut_publier_une_page_et_ce_droit_rajoute_est_repris() -> None:
    publier = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    rajout = GroupPagePermission.objects.create(
        group=Group.objects.get(name=REDACTION), page=Page.get_first_root_node(), permission=publier
    )
    synchroniser()
    assert not GroupPagePermission.objects.filter(pk=rajout.pk).exists()
    assert not GroupPagePermission.objects.filter(permission=publier).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("ancien", ANCIENS)
def test_les_gens_d_un_ancien_groupe_gardent_leur_travail(ancien: str) -> None:
    compte = Compte.objects.create(username="moi")
    compte.groups.add(Group.objects.create(name=ancien))
    synchroniser()
    assert set(compte.groups.values_list("name", flat=True)) == set(ANCIENS[ancien])


@pytest.mark.django_db
def test_qui_ecrit_ne_relit_pas_et_qui_relit_n_ecrit_pas() -> None:
    droits = GroupPagePermission.objects.values_list("permission__codename", flat=True)
    assert set(droits.filter(group__name=REDACTION)) == {"add_page", "change_page"}
    assert not droits.filter(group__name=APPROBATION).exists()


@pytest.mark.django_db
def test_la_redaction_ajoute_des_images_et_des_documents() -> None:
    compte = Compte.objects.create(username="moi")
    compte.groups.add(Group.objects.get(name=REDACTION))
    for politique in (politique_des_images.permission_policy, politique_des_documents.permission_policy):
        assert {politique.user_has_permission(compte, droit) for droit in ("add", "change", "choose")} == {True}
