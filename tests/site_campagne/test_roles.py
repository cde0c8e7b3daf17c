"""The two roles: given by each migration, never taken away."""

import pytest
from django.contrib.auth.models import Group, Permission

from reseau.models import Compte
from site_campagne.roles import ADMINISTRATION, COMMUNICATIONS, PERMISSIONS, synchroniser


@pytest.mark.django_db
@pytest.mark.parametrize("nom", [COMMUNICATIONS, ADMINISTRATION])
def test_chaque_permission_d_un_role_existe_et_lui_est_donnee(nom: str) -> None:
    compte = Compte.objects.create(username=nom)
    compte.groups.add(Group.objects.get(name=nom))
    assert [droit for droit in PERMISSIONS[nom] if not compte.has_perm(droit)] == []


@pytest.mark.django_db
def test_synchroniser_ajoute_ce_qui_manque_et_n_enleve_rien() -> None:
    groupe = Group.objects.get(name=COMMUNICATIONS)
    ajoute = Permission.objects.get(codename="add_group")
    groupe.permissions.add(ajoute)
    groupe.permissions.remove(Permission.objects.get(codename="moderer_depot"))
    synchroniser()
    codes = set(groupe.permissions.values_list("codename", flat=True))
    assert {"add_group", "moderer_depot"} <= codes
