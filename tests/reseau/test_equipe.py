"""The people of a resource: an invitation serves once, says nothing of anybody, and leaves no address behind."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings
from wagtail.models import ModelLogEntry

from reseau import taches
from reseau.equipe import (
    DUREE,
    PAR_ADRESSE,
    PAR_COMPTE,
    TRACE,
    RefusEquipe,
    accepter,
    annuler,
    inviter,
    oublier_les_invitations,
    renvoyer,
    retirer,
)
from reseau.etats import EtatInvitation
from reseau.invitations import invitation_du_lien, lien_de
from reseau.models import Compte, Invitation, Ressource
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import une_personne

pytestmark = pytest.mark.django_db
ADRESSE = "nadia@exemple.org"


@pytest.fixture
def ressource() -> Ressource:
    return RessourceFactory.create(nom="Le Tisonnier")


@pytest.fixture
def odile(ressource: Ressource) -> Compte:
    compte = CompteFactory.create(first_name="Odile", last_name="Lavoie", email="odile@exemple.org")
    ressource.contacts.add(compte)
    return compte


@pytest.fixture
def invitation(ressource: Ressource, odile: Compte) -> Invitation:
    return inviter(ressource=ressource, adresse=ADRESSE, par=odile)


def expirer(invitation: Invitation, depuis: timedelta = timedelta(0)) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(expire_le=invitation.cree_le - depuis)


def test_le_courriel_dit_la_ressource_et_ne_nomme_personne(
    ressource: Ressource, odile: Compte, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invitation = inviter(ressource=ressource, adresse=" Nadia@Exemple.org ", par=odile)
    (message,) = mail.outbox
    assert message.to == [ADRESSE]
    assert lien_de(invitation) in message.body
    assert "Le Tisonnier" in message.body
    assert "6 décembre 2026" in message.body
    assert [mot for mot in ("Odile", "Lavoie", "odile@") if mot in f"{message.subject} {message.body}"] == []
    invitation.refresh_from_db()
    assert invitation.envoyee_le


def test_le_lien_ne_se_calcule_pas_de_la_base(invitation: Invitation, settings: Settings) -> None:
    lien = lien_de(invitation)
    assert invitation_du_lien(lien) == invitation
    assert lien not in str(Invitation.objects.values_list())
    for faux in ("", "x", lien[:-1], lien + "a", f"{invitation.pk}.{invitation.grain}", f"{invitation.pk}..", "é.é.é"):
        assert invitation_du_lien(faux) is None


def test_renvoyer_tue_le_lien_d_avant(invitation: Invitation, odile: Compte) -> None:
    ancien = lien_de(invitation)
    neuve = renvoyer(invitation=invitation, par=odile)
    assert neuve.pk == invitation.pk
    assert invitation_du_lien(ancien) is None
    assert invitation_du_lien(lien_de(neuve)) == invitation


def test_inviter_deux_fois_ne_fait_qu_une_invitation(invitation: Invitation, odile: Compte) -> None:
    expirer(invitation)
    inviter(ressource=invitation.ressource, adresse=ADRESSE.upper(), par=odile)
    assert Invitation.objects.en_attente().count() == 1


def test_une_personne_deja_la_n_est_pas_invitee(ressource: Ressource, odile: Compte) -> None:
    with pytest.raises(RefusEquipe, match="déjà accès"):
        inviter(ressource=ressource, adresse="ODILE@exemple.org", par=odile)


@pytest.mark.parametrize("qui", ["personne", "ailleurs", "equipe"])
def test_inviter_ne_dit_rien_d_un_compte_d_ailleurs(qui: str, ressource: Ressource, odile: Compte) -> None:
    if qui == "ailleurs":
        RessourceFactory.create().contacts.add(CompteFactory.create(email=ADRESSE))
    if qui == "equipe":
        une_personne(email=ADRESSE)
    assert inviter(ressource=ressource, adresse=ADRESSE, par=odile).etat == EtatInvitation.EN_ATTENTE


def test_accepter_cree_un_compte_sans_mot_de_passe_et_oublie_l_adresse(invitation: Invitation) -> None:
    compte = accepter(invitation=invitation, prenom="Nadia", nom="Roy")
    assert (compte.email, compte.nom_affiche, compte.has_usable_password()) == (ADRESSE, "Nadia Roy", False)
    assert "nadia" not in compte.username
    assert invitation.ressource.a_pour_contact(compte)
    invitation.refresh_from_db()
    assert (invitation.etat, invitation.adresse) == (EtatInvitation.ACCEPTEE, "")
    assert ADRESSE not in str(ModelLogEntry.objects.values_list("data", "label"))


def test_accepter_rattache_un_compte_qui_existe(invitation: Invitation) -> None:
    compte = CompteFactory.create(email="Nadia@exemple.org", first_name="N.")
    assert accepter(invitation=invitation, prenom="Autre") == compte
    compte.refresh_from_db()
    assert compte.first_name == "N."


@pytest.mark.parametrize("fin", ["acceptee", "annulee", "expiree", "compte ferme"])
def test_un_lien_fini_n_ouvre_plus(fin: str, invitation: Invitation, odile: Compte) -> None:
    if fin == "acceptee":
        accepter(invitation=invitation)
    elif fin == "annulee":
        annuler(invitation=invitation, par=odile)
    elif fin == "expiree":
        expirer(invitation)
    else:
        CompteFactory.create(email=ADRESSE, is_active=False)
    comptes = Compte.objects.count()
    with pytest.raises(RefusEquipe):
        accepter(invitation=invitation)
    assert Compte.objects.count() == comptes


def test_une_invitation_finie_ne_se_renvoie_pas(invitation: Invitation, odile: Compte) -> None:
    annuler(invitation=invitation, par=odile)
    invitation.refresh_from_db()
    with pytest.raises(RefusEquipe, match="annulée"):
        renvoyer(invitation=invitation, par=odile)


def test_aucune_adresse_ne_reste_apres_la_fin(invitation: Invitation) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(etat=EtatInvitation.EXPIREE)


def test_le_menage_oublie_les_adresses_puis_les_lignes(invitation: Invitation) -> None:
    assert oublier_les_invitations() == 0
    expirer(invitation)
    assert oublier_les_invitations() == 1
    invitation.refresh_from_db()
    assert (invitation.etat, invitation.adresse) == (EtatInvitation.EXPIREE, "")
    expirer(invitation, TRACE + DUREE)
    assert oublier_les_invitations() == 1
    assert not Invitation.objects.exists()


def test_les_invitations_sont_comptees(ressource: Ressource, odile: Compte) -> None:
    for _ in range(PAR_ADRESSE.limite):
        inviter(ressource=ressource, adresse=ADRESSE, par=odile)
    with pytest.raises(RefusEquipe, match="dans une heure"):
        inviter(ressource=ressource, adresse=ADRESSE, par=odile)
    for rang in range(PAR_COMPTE.limite - PAR_ADRESSE.limite - 1):
        inviter(ressource=ressource, adresse=f"p{rang}@exemple.org", par=odile)
    with pytest.raises(RefusEquipe, match="dans une heure"):
        inviter(ressource=ressource, adresse="autre@exemple.org", par=odile)
    inviter(ressource=ressource, adresse="autre@exemple.org", par=une_personne())


def test_une_collegue_retire_un_acces_mais_pas_le_dernier(ressource: Ressource, odile: Compte) -> None:
    nadia = CompteFactory.create()
    ressource.contacts.add(nadia)
    retirer(ressource=ressource, compte=odile, par=nadia)
    assert list(ressource.contacts.all()) == [nadia]
    with pytest.raises(RefusEquipe, match="dernière personne"):
        retirer(ressource=ressource, compte=nadia, par=nadia)
    retirer(ressource=ressource, compte=nadia, par=une_personne(), comme_administration=True)
    assert not ressource.contacts.exists()
    assert ModelLogEntry.objects.filter(action="reseau.retirer").count() == 2


def test_une_moderatrice_ne_quitte_pas_sa_ressource_pour_en_lire_les_mots(ressource: Ressource, odile: Compte) -> None:
    moderatrice = une_personne()
    ressource.contacts.add(moderatrice)
    for par in (odile, moderatrice):
        with pytest.raises(RefusEquipe, match="seule l’administration"):
            retirer(ressource=ressource, compte=moderatrice, par=par)


def test_une_invitation_annulee_avant_de_partir_ne_part_pas(invitation: Invitation, odile: Compte) -> None:
    annuler(invitation=invitation, par=odile)
    assert taches.envoyer_invitation.call(invitation.pk) is False
    assert mail.outbox == []
