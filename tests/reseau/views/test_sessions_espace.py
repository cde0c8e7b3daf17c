"""The space of resources × what changes of an account: what takes its access ends its session, the rest does not."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from reseau.actions import fusionner
from reseau.equipe import inviter, retirer
from reseau.models import Compte, Ressource
from site_campagne.roles import ADMINISTRATION, MODERATION
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.roles import une_personne_de

pytestmark = pytest.mark.django_db
ADRESSES = ("/espace/", "/espace/equipe/", "/espace/evenements/", "/espace/paroles/", "/espace/paroles/nouveau/")
Changement = Callable[[Compte, Ressource], object]


@pytest.fixture
def ressource() -> Ressource:
    return RessourceFactory.create(nom="Le Tisonnier", region="05")


@pytest.fixture
def odile(ressource: Ressource) -> Compte:
    compte = CompteFactory.create(email="odile@exemple.org")
    ressource.contacts.add(compte, CompteFactory.create())
    return compte


def nouveau_mot_de_passe(compte: Compte, _ressource: Ressource) -> None:
    compte.set_password("un autre mot de passe")
    compte.save()


def changer_d_adresse(compte: Compte) -> None:
    compte.email = "releve@exemple.org"
    compte.save()


def changer(**champs: object) -> Changement:
    def ecrire(_compte: Compte, ressource: Ressource) -> None:
        for nom, valeur in champs.items():
            setattr(ressource, nom, valeur)
        ressource.save()

    return ecrire


FERMENT: dict[str, Changement] = {
    "retirée par la fédération": lambda compte, ressource: retirer(
        ressource=ressource, compte=compte, par=une_personne_de(MODERATION), comme_administration=True
    ),
    "retirée par une collègue": lambda compte, ressource: retirer(
        ressource=ressource, compte=compte, par=ressource.contacts.exclude(pk=compte.pk).get()
    ),
    "partie d’elle-même": lambda compte, ressource: retirer(ressource=ressource, compte=compte, par=compte),
    "la liste refaite sans elle": lambda _compte, ressource: ressource.contacts.set([CompteFactory.create()]),
    "la liste vidée": lambda _compte, ressource: ressource.contacts.clear(),
    "la ressource effacée": lambda _compte, ressource: ressource.delete(),
    "compte fermé": lambda compte, _r: Compte.objects.filter(pk=compte.pk).update(is_active=False),
    "compte effacé": lambda compte, _r: compte.delete(),
    "compte passé à une autre personne": lambda compte, _r: changer_d_adresse(compte),
    "mot de passe": nouveau_mot_de_passe,
    # It opens the admin from then on: a session opened by a code shows too little.
    "un rôle de l’équipe": lambda compte, _r: compte.groups.add(Group.objects.get(name=MODERATION)),
    "sessions fermées": lambda compte, _r: compte.fermer_les_sessions(),
}
LAISSENT: dict[str, Changement] = {
    "une autre région": changer(region="06"),
    "un autre nom": changer(nom="La Braise", forme_de="de La Braise"),
    "plus membre de la fédération": changer(active=False),
    "plus de confiance": changer(de_confiance=True),
    "une collègue de moins": lambda compte, ressource: ressource.contacts.remove(
        ressource.contacts.exclude(pk=compte.pk).get()
    ),
    "une invitation": lambda compte, ressource: inviter(ressource=ressource, adresse="autre@exemple.org", par=compte),
    "réunie à une autre ressource": lambda _compte, ressource: fusionner(
        gardee=RessourceFactory.create(nom="La Forge"), absorbee=ressource, par=une_personne_de(ADMINISTRATION)
    ),
}


@pytest.mark.parametrize("changement", FERMENT.values(), ids=FERMENT.keys())
def test_ce_qui_retire_l_acces_ferme_la_session_ou_qu_elle_soit(
    changement: Changement, odile: Compte, ressource: Ressource
) -> None:
    """One session for each address, so that each is the first to be asked for after the change."""
    sessions = {adresse: Client() for adresse in ADRESSES}
    for adresse, session in sessions.items():
        session.force_login(odile)
        assert session.get(adresse).status_code == 200
    changement(Compte.objects.get(pk=odile.pk), ressource)
    for adresse, session in sessions.items():
        assert session.get(adresse).status_code in {302, 403}
        assert session.get(adresse).status_code == 302, "nobody, from then on"


@pytest.mark.parametrize("changement", LAISSENT.values(), ids=LAISSENT.keys())
def test_ce_qui_ne_retire_rien_laisse_la_session(
    changement: Changement, client: Client, odile: Compte, ressource: Ressource
) -> None:
    client.force_login(odile)
    changement(Compte.objects.get(pk=odile.pk), ressource)
    assert [client.get(adresse).status_code for adresse in ADRESSES] == [200] * len(ADRESSES)


def test_quitter_une_ressource_sur_deux_ne_laisse_que_l_autre(
    client: Client, odile: Compte, ressource: Ressource
) -> None:
    autre = RessourceFactory.create()
    autre.contacts.add(odile)
    client.force_login(odile)
    assert client.get(f"/espace/equipe/?ressource={ressource.pk}").status_code == 200
    ressource.contacts.remove(odile)
    assert ressource.nom not in client.get(f"/espace/equipe/?ressource={ressource.pk}").content.decode()
    assert client.get(f"/espace/equipe/?ressource={autre.pk}").status_code == 200
