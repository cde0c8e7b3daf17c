"""`/temoigner/`: a person gives their words and receives a withdrawal code."""

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from .. import quotas
from ..actions import Recu, Refus, deja_recu, deposer, ecarter_rafale
from ..chambre.jetons import JetonRefuse, JetonTropJeune, grain_de, nouveau_jeton
from ..forms import TemoignerForm
from ..taches import alerter_danger
from .codes import TROP, reconnaitre
from .discretion import discrete

GABARIT = "temoignages/temoigner.html"


@require_http_methods(["GET", "HEAD", "POST"])
@discrete
def temoigner(requete: HttpRequest) -> HttpResponse:
    """Show the form; receive it. Every refusal keeps what was typed."""
    if requete.method != "POST":
        amorce = requete.GET.get("phrase", "")
        initial = {"jeton": nouveau_jeton(), "amorce": amorce if amorce.isdecimal() else ""}
        return render(requete, GABARIT, {"formulaire": TemoignerForm(initial=initial)})
    formulaire = TemoignerForm(requete.POST)
    if not formulaire.is_valid():
        return _montrer(requete, formulaire)
    if formulaire.cleaned_data["adresse_web"]:
        formulaire.add_error("adresse_web", _("Ce champ doit rester vide."))
        return _montrer(requete, formulaire)
    try:
        grain = grain_de(formulaire.cleaned_data["jeton"])
    except JetonTropJeune:
        return _montrer(requete, formulaire, _("L’envoi est parti très vite. Relisez-vous, puis envoyez de nouveau."))
    except JetonRefuse:
        donnees = requete.POST.copy()
        donnees["jeton"] = nouveau_jeton()
        formulaire = TemoignerForm(donnees)
        return _montrer(requete, formulaire, _("Le formulaire a expiré. Vos mots sont encore là : envoyez de nouveau."))
    return _recevoir(requete, formulaire, grain)


def _recevoir(requete: HttpRequest, formulaire: TemoignerForm, grain: str) -> HttpResponse:
    if deja := deja_recu(grain=grain):
        return _remercier(requete, deja)
    auteur = ""
    if formulaire.cleaned_data["code"]:
        auteur, statut = reconnaitre(requete, formulaire)
        if not auteur:
            return _montrer(requete, formulaire, statut=statut if statut == TROP else 400)
    rang = quotas.compter(quotas.DEPOTS, requete)
    if rang > quotas.DEPOTS.limite:
        if rang >= quotas.RAFALE:
            ecarter_rafale(depots=quotas.retenus(requete))
        message = _(
            "Beaucoup de textes viennent d’arriver par votre connexion. Gardez le vôtre et réessayez dans une heure."
        )
        return _montrer(requete, formulaire, message, statut=429)
    try:
        recu = deposer(grain=grain, demande=formulaire.demande(auteur))
    except Refus as refus:
        return _montrer(requete, formulaire, str(refus))
    quotas.retenir(requete, recu.depot_id, rang)
    if recu.nouveau and recu.urgent:
        alerter_danger.enqueue(str(recu.depot_id))
    return _remercier(requete, recu)


def _remercier(requete: HttpRequest, recu: Recu) -> HttpResponse:
    return render(requete, "temoignages/recu.html", {"recu": recu})


def _montrer(requete: HttpRequest, formulaire: TemoignerForm, message: str = "", statut: int = 400) -> HttpResponse:
    if message:
        formulaire.add_error(NON_FIELD_ERRORS, message)
    return render(requete, GABARIT, {"formulaire": formulaire}, status=statut)
