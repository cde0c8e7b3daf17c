"""`/espace/equipe/`: who enters for a resource; invite, send again, cancel, take out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..courriel import est_en_panne
from ..equipe import RefusEquipe, annuler, inviter, renvoyer, retirer
from ..forms_equipe import InvitationForm
from ..models import Compte, Invitation, Ressource
from .acces import choisir_une_ressource, compte_de, pour_les_contacts, ressource_choisie


@require_http_methods(["GET", "HEAD", "POST"])
@pour_les_contacts
def equipe(requete: HttpRequest) -> HttpResponse:
    """Show the people of one's resource, and do what is asked of them."""
    ressource = ressource_choisie(requete)
    if ressource is None:
        return choisir_une_ressource(requete)
    formulaire = InvitationForm()
    if requete.method == "POST":
        refuse = traiter(requete, ressource)
        if refuse is None:
            return redirect(f"{requete.path}?ressource={ressource.pk}")
        formulaire = refuse
    contexte = contexte_de(requete, ressource, formulaire)
    return render(requete, "reseau/espace/equipe.html", contexte, status=400 if formulaire.errors else 200)


def contexte_de(requete: HttpRequest, ressource: Ressource, formulaire: InvitationForm) -> dict[str, object]:
    """Return what both screens of a team show, the space's and the admin's."""
    a_retirer = requete.GET.get("retirer", "")
    return {
        "ressource": ressource,
        "formulaire": formulaire,
        "moi": compte_de(requete),
        "personnes": ressource.contacts.filter(is_active=True).order_by("last_name", "first_name", "pk"),
        "invitations": Invitation.objects.en_attente().filter(ressource=ressource),
        "a_retirer": ressource.contacts.filter(pk=a_retirer).first() if a_retirer.isdecimal() else None,
        "en_panne": est_en_panne(),
    }


def traiter(requete: HttpRequest, ressource: Ressource, *, administration: bool = False) -> InvitationForm | None:
    """Do what a screen of a team asks; return the form to show again, as an error, or nothing when it is done."""
    geste, _deux_points, numero = requete.POST.get("geste", "").partition(":")
    par = compte_de(requete)
    if geste == "inviter":
        return _inviter(requete, ressource, par)
    try:
        if geste == "retirer":
            personne = get_object_or_404(Compte, pk=_entier(numero))
            retirer(ressource=ressource, compte=personne, par=par, comme_administration=administration)
            messages.success(requete, _("L’accès est retiré, dès maintenant."))
        elif geste in {"renvoyer", "annuler"}:
            invitation = get_object_or_404(Invitation, pk=_entier(numero), ressource=ressource)
            _suivre(requete, geste, invitation, par)
    except RefusEquipe as refus:
        messages.error(requete, str(refus))
    return None


def _entier(numero: str) -> int:
    return int(numero) if numero.isascii() and numero.isdecimal() and len(numero) < 10 else 0  # noqa: PLR2004 - fits a key


def _suivre(requete: HttpRequest, geste: str, invitation: Invitation, par: Compte) -> None:
    if geste == "annuler":
        annuler(invitation=invitation, par=par)
        messages.success(requete, _("L’invitation est annulée : son lien n’ouvre plus."))
    else:
        _annoncer(requete, renvoyer(invitation=invitation, par=par))


def _inviter(requete: HttpRequest, ressource: Ressource, par: Compte) -> InvitationForm | None:
    formulaire = InvitationForm(requete.POST)
    if not formulaire.is_valid():
        return formulaire
    try:
        _annoncer(requete, inviter(ressource=ressource, adresse=formulaire.cleaned_data["adresse"], par=par))
    except RefusEquipe as refus:
        formulaire.add_error("adresse", str(refus))
        return formulaire
    return None


def _annoncer(requete: HttpRequest, invitation: Invitation) -> None:
    if est_en_panne():
        messages.warning(
            requete, _("L’invitation est prête, mais le courriel tarde à partir. Le site réessaie de lui-même.")
        )
    else:
        messages.success(requete, _("L’invitation part à %s.") % invitation.adresse_masquee)
