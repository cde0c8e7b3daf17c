"""The link of an invitation. Opening it changes nothing: a mail scanner does. A button lets in."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ..connexion import ouvre_l_administration
from ..equipe import RefusEquipe, accepter, compte_invite
from ..etats import EtatInvitation
from ..forms_equipe import EntreeForm
from ..invitations import invitation_du_lien
from ..models import Compte, Invitation


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def entrer_par_invitation(requete: HttpRequest, lien: str) -> HttpResponse:
    """Show who invites where; on the button, join and enter."""
    invitation = invitation_du_lien(lien)
    if invitation is None or not invitation.est_ouverte:
        return _lien_mort(requete, invitation)
    compte = compte_invite(invitation)
    formulaire = EntreeForm(requete.POST if requete.method == "POST" else None)
    equipe = compte is not None and ouvre_l_administration(compte)
    a_connecter = equipe and requete.user != compte
    if requete.method == "POST" and not a_connecter and formulaire.is_valid():
        return _entrer(requete, invitation, formulaire)
    contexte = {
        "invitation": invitation,
        "form": formulaire,
        "nouvelle": compte is None,
        "a_connecter": a_connecter,
        "autre": requete.user if requete.user.is_authenticated and requete.user != compte else None,
    }
    return render(requete, "reseau/espace/invitation.html", contexte, status=400 if formulaire.errors else 200)


def _lien_mort(requete: HttpRequest, invitation: Invitation | None) -> HttpResponse:
    """Say why a link no longer opens; whoever already entered by it goes to the space."""
    compte = requete.user
    if invitation and isinstance(compte, Compte) and invitation.ressource.a_pour_contact(compte):
        return redirect("espace")
    etat = EtatInvitation(invitation.etat) if invitation else None
    if etat == EtatInvitation.EN_ATTENTE:
        etat = EtatInvitation.EXPIREE
    return render(requete, "reseau/espace/lien_mort.html", {"etat": etat}, status=410)


def _entrer(requete: HttpRequest, invitation: Invitation, formulaire: EntreeForm) -> HttpResponse:
    try:
        compte = accepter(
            invitation=invitation, prenom=formulaire.cleaned_data["prenom"], nom=formulaire.cleaned_data["nom"]
        )
    except RefusEquipe as refus:
        contexte = {"etat": None, "raison": str(refus)}
        return render(requete, "reseau/espace/lien_mort.html", contexte, status=410)
    if requete.user == compte:
        return redirect("espace")
    record_authentication(requete, compte, "code")  # what the mail proves: an address, as a code does
    reponse: HttpResponse = perform_login(requete, Login(user=compte, redirect_url=reverse("espace")))
    return reponse
