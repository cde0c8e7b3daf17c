"""The people of a resource: who is invited, who joins, who leaves. Each act is logged by ids, on the resource."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .connexion import ouvre_l_administration
from .etats import EtatInvitation
from .horloge import maintenant
from .invitations import nouveau_grain
from .models import Compte, Invitation, Ressource
from .quotas import HEURE, Quota, compter
from .taches import envoyer_invitation

DUREE = timedelta(days=14)
# How long an ended link can still say why it no longer opens.
TRACE = timedelta(days=90)
PAR_COMPTE = Quota("invitation", 30, HEURE)
PAR_ADRESSE = Quota("invitation-adresse", 5, HEURE)


class RefusEquipe(Exception):
    """What was asked of a team cannot be done; the message is for the person."""


def inviter(*, ressource: Ressource, adresse: str, par: Compte) -> Invitation:
    """Invite an address to the people of a resource; one that already waits is sent again.

    Raises:
        RefusEquipe: the person is already there, or too many invitations just left. Nothing is said of an address
            that has an account elsewhere.
    """
    adresse = adresse.strip().casefold()
    if ressource.contacts.filter(email__iexact=adresse, is_active=True).exists():
        raise RefusEquipe(_("Cette personne a déjà accès."))
    # The federation invites ninety resources in one morning.
    trop = not ouvre_l_administration(par) and compter(PAR_COMPTE, str(par.pk)) > PAR_COMPTE.limite
    if trop or compter(PAR_ADRESSE, adresse) > PAR_ADRESSE.limite:
        raise RefusEquipe(_("Beaucoup d’invitations viennent de partir. Réessayez dans une heure."))
    with transaction.atomic():
        invitation, _neuve = Invitation.objects.select_for_update().get_or_create(
            ressource=ressource,
            adresse=adresse,
            etat=EtatInvitation.EN_ATTENTE,
            defaults={"expire_le": maintenant() + DUREE},
        )
        log(instance=ressource, action="reseau.inviter", user=par, data={"invitation": invitation.pk})
        return _expedier(invitation, par)


def renvoyer(*, invitation: Invitation, par: Compte) -> Invitation:
    """Send an invitation again, by a new link: the one before no longer opens. Raises `RefusEquipe`."""
    if invitation.etat != EtatInvitation.EN_ATTENTE:
        raise RefusEquipe(_("Cette invitation a déjà servi, ou a été annulée."))
    return inviter(ressource=invitation.ressource, adresse=invitation.adresse, par=par)


def _expedier(invitation: Invitation, par: Compte) -> Invitation:
    invitation.grain, invitation.par, invitation.envoyee_le = nouveau_grain(), par, None
    invitation.expire_le = maintenant() + DUREE
    invitation.save()
    transaction.on_commit(lambda: envoyer_invitation.enqueue(invitation.pk))
    return invitation


def annuler(*, invitation: Invitation, par: Compte) -> None:
    """Close the link of an invitation and forget its address; nothing happens to one that ended."""
    with transaction.atomic():
        if _clore(invitation, EtatInvitation.ANNULEE):
            donnees = {"invitation": invitation.pk}
            log(instance=invitation.ressource, action="reseau.annuler_invitation", user=par, data=donnees)


def _clore(invitation: Invitation, etat: EtatInvitation) -> bool:
    """End an invitation once, whoever comes second; say if it was now."""
    ouvertes = Invitation.objects.filter(pk=invitation.pk, etat=EtatInvitation.EN_ATTENTE)
    return bool(ouvertes.update(etat=etat, adresse="", expire_le=maintenant()))


def compte_invite(invitation: Invitation) -> Compte | None:
    """Return the account of an invited address, one that signs in by a code if it has several."""
    comptes = list(Compte.objects.filter(email__iexact=invitation.adresse).order_by("-is_active", "pk"))
    return next((compte for compte in comptes if not ouvre_l_administration(compte)), comptes[0] if comptes else None)


def accepter(*, invitation: Invitation, prenom: str = "", nom: str = "") -> Compte:
    """Let an invited person join, with an account made for them when they have none; the link has served.

    Raises:
        RefusEquipe: the link ended meanwhile, or the account was closed by the federation.
    """
    with transaction.atomic():
        invitation = Invitation.objects.select_for_update().select_related("ressource").get(pk=invitation.pk)
        if not invitation.est_ouverte:
            raise RefusEquipe(_("Ce lien ne sert plus."))
        compte = compte_invite(invitation)
        if compte is not None and not compte.is_active:
            raise RefusEquipe(_("Ce compte a été fermé. Écrivez à la fédération."))
        if compte is None:
            identifiant = f"ressource-{secrets.token_hex(4)}"
            compte = Compte(username=identifiant, email=invitation.adresse, first_name=prenom, last_name=nom)
            compte.set_unusable_password()
            compte.save()
        invitation.ressource.contacts.add(compte)
        _clore(invitation, EtatInvitation.ACCEPTEE)
        log(instance=invitation.ressource, action="reseau.rejoindre", user=compte, data={"compte": compte.pk})
    return compte


def retirer(*, ressource: Ressource, compte: Compte, par: Compte, comme_administration: bool = False) -> None:
    """Take a person, or oneself, out of a resource: effective at their next request.

    Raises:
        RefusEquipe: by a colleague, the last person, or an account of the staff: being of a resource keeps that
            account from reading its words, so that only the administration undoes it.
    """
    with transaction.atomic():
        membres = list(Ressource.contacts.through.objects.select_for_update().filter(ressource=ressource))
        if compte.pk not in {membre.compte_id for membre in membres}:
            return
        if not comme_administration and ouvre_l_administration(compte):
            raise RefusEquipe(_("Ce compte est celui d’une personne de l’équipe : seule l’administration l’enlève."))
        if not comme_administration and len(membres) == 1:
            raise RefusEquipe(_("Vous êtes la dernière personne de cette ressource. Invitez quelqu’un d’abord."))
        ressource.contacts.remove(compte)
        log(instance=ressource, action="reseau.retirer", user=par, data={"compte": compte.pk})


def oublier_les_invitations() -> int:
    """Erase the addresses that nobody answered from, delete what ended long ago; return how many rows changed."""
    echues = Invitation.objects.echues().update(etat=EtatInvitation.EXPIREE, adresse="")
    return echues + Invitation.objects.terminees_avant(maintenant() - TRACE).delete()[0]
