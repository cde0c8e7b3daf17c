"""A role, a permission, a power, a password, a second factor that changes: the sessions opened before are closed."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from reseau.models import Compte
from reseau.second_facteur import oublier
from site_campagne.roles import APPROBATION, REDACTION, TRADUCTION
from tests.fabriques.roles import une_personne_de

pytestmark = pytest.mark.django_db


def groupe(nom: str = APPROBATION) -> Group:
    return Group.objects.get(name=nom)


def une_permission() -> Permission:
    return Permission.objects.get(content_type__app_label="reseau", codename="view_compte")


def nouveau_mot_de_passe(compte: Compte) -> None:
    compte.set_password("un autre mot de passe")
    compte.save()


def pouvoir(champ: str, valeur: object) -> Callable[[Compte], None]:
    def changer(compte: Compte) -> None:
        setattr(compte, champ, valeur)
        compte.save()

    return changer


CHANGEMENTS: dict[str, Callable[[Compte], object]] = {
    "un rôle de plus": lambda compte: compte.groups.add(groupe()),
    "un rôle de plus, par le rôle": lambda compte: groupe().user_set.add(compte.pk),
    "un autre rôle": lambda compte: compte.groups.set([groupe(), groupe(TRADUCTION)]),
    "un rôle de moins, par le rôle": lambda compte: groupe(REDACTION).user_set.remove(compte.pk),
    "un rôle de moins": lambda compte: compte.groups.remove(groupe(REDACTION)),
    "plus aucun rôle": lambda compte: compte.groups.clear(),
    "un rôle vidé": lambda _compte: groupe(REDACTION).user_set.clear(),
    "un rôle effacé": lambda _compte: groupe(REDACTION).delete(),
    "une permission de plus": lambda compte: compte.user_permissions.add(une_permission()),
    "une permission du rôle": lambda _compte: groupe(REDACTION).permissions.add(une_permission()),
    "une permission donnée au rôle": lambda _compte: une_permission().group_set.add(groupe(REDACTION)),
    "une permission reprise au rôle": lambda _compte: groupe(REDACTION).permissions.remove(
        Permission.objects.get(codename="publier_seul")
    ),
    "une permission effacée du rôle": lambda _compte: groupe(REDACTION).permissions.clear(),
    "tout": pouvoir("is_superuser", True),
    "l’interface de Django": pouvoir("is_staff", True),
    "compte fermé": pouvoir("is_active", False),
    "compte fermé sans un mot": lambda compte: Compte.objects.filter(pk=compte.pk).update(is_active=False),
    "compte effacé": lambda compte: compte.delete(),
    "courriel": pouvoir("email", "une.autre@exemple.org"),
    "mot de passe": nouveau_mot_de_passe,
    "second facteur": lambda compte: oublier(compte=compte),
}


@pytest.mark.parametrize("changer", CHANGEMENTS.values(), ids=CHANGEMENTS.keys())
def test_la_session_d_avant_est_fermee(changer: Callable[[Compte], object], client: Client) -> None:
    compte = une_personne_de(REDACTION)
    client.force_login(compte)
    assert client.get("/admin/").status_code == 200
    changer(Compte.objects.get(pk=compte.pk))
    assert client.get("/admin/").status_code == 302


RIENS: dict[str, Callable[[Compte], object]] = {
    "le même rôle": lambda compte: compte.groups.set([groupe(REDACTION)]),
    "un nom": pouvoir("lecture_voilee", True),
    "le rôle d’une autre": lambda _compte: groupe().user_set.add(une_personne_de(REDACTION)),
    "une permission d’un autre rôle": lambda _compte: groupe().permissions.add(une_permission()),
    "une personne de plus dans le rôle": lambda _compte: une_personne_de(REDACTION),
}


@pytest.mark.parametrize("changer", RIENS.values(), ids=RIENS.keys())
def test_ce_qui_ne_change_aucun_pouvoir_ne_ferme_rien(changer: Callable[[Compte], object], client: Client) -> None:
    compte = une_personne_de(REDACTION)
    client.force_login(compte)
    changer(Compte.objects.get(pk=compte.pk))
    assert client.get("/admin/").status_code == 200
