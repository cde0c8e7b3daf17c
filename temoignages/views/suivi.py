"""`/temoigner/suivi/`: with the code alone, see where one's texts stand, answer a proposal, take them back."""

from contextlib import suppress
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..actions import Proposition, Refus, accepter, demander_changement, lire_proposition, retirer, retirer_tout
from ..forms import CodeForm, DemandeForm
from ..models import Depot
from ..regles import danger_immediat
from ..suivi import Suivi, repere_de, suivis
from ..taches import alerter_danger
from .codes import reconnaitre
from .discretion import discrete

GABARIT = "temoignages/suivi.html"
GESTES = {"lire", "accepter", "demander", "retirer"}


@dataclass
class Reponse:
    """What a gesture adds to the page: the text that it was about, the proposal that it opened, what went wrong."""

    vise: str = ""
    proposition: Proposition | None = None
    demande: DemandeForm = field(default_factory=DemandeForm)
    erreur: str = ""
    urgent: bool = False
    statut: int = 200


@require_http_methods(["GET", "HEAD", "POST"])
@discrete
def suivi(requete: HttpRequest) -> HttpResponse:
    """Ask for the code; do what is asked; show every text of its author. A gesture made twice shows the same page."""
    if requete.method != "POST":
        return render(requete, GABARIT, {"formulaire": CodeForm()})
    formulaire = CodeForm(requete.POST)
    if not formulaire.is_valid():
        return render(requete, GABARIT, {"formulaire": formulaire}, status=400)
    code = formulaire.cleaned_data["code"]
    auteur, statut = reconnaitre(requete, formulaire)
    if not auteur:
        return render(requete, GABARIT, {"formulaire": formulaire}, status=statut)
    reponse = _agir(requete, auteur)
    textes = suivis(auteur)
    contexte = {
        "code": code,
        "textes": textes,
        "seul": len(textes) == 1,
        "restants": sum(not texte.est_retire for texte in textes),
        "reponse": reponse,
        "annonce": _annonce(textes, reponse),
    }
    return render(requete, "temoignages/etat.html", contexte, status=reponse.statut)


def _agir(requete: HttpRequest, auteur: str) -> Reponse:
    geste = requete.POST.get("geste", "")
    if geste == "tout_retirer":
        retirer_tout(auteur=auteur)
    if geste not in GESTES:
        return Reponse()
    depot = _vise(requete.POST.get("texte"), auteur)
    if depot is None:
        return Reponse(erreur=_("Choisissez un texte dans la page."), statut=404)
    reponse = Reponse(vise=repere_de(depot))
    try:
        _repondre(requete, geste, depot, auteur, reponse)
    except Refus as refus:
        reponse.statut, reponse.erreur = 409, str(refus)
        if refus.regle == "etat":
            reponse.erreur = _("Votre texte a changé d’étape entre-temps : voici où il en est.")
        if refus.regle == "texte_change":
            with suppress(Refus):  # changed again, by someone quicker: the page says where it stands
                reponse.proposition = lire_proposition(depot=depot, auteur=auteur)
    return reponse


def _vise(repere: str | None, auteur: str) -> Depot | None:
    """Return the text that the page named, among the author's own; their only one when the page named none."""
    siens = list(Depot.objects.filter(auteur=auteur))
    if repere is None and len(siens) == 1:
        return siens[0]
    return next((depot for depot in siens if repere_de(depot) == repere), None)


def _repondre(requete: HttpRequest, geste: str, depot: Depot, auteur: str, reponse: Reponse) -> None:
    vu = requete.POST.get("vu", "")
    if geste == "retirer":
        retirer(empreinte_code=depot.empreinte_code)
    elif geste == "accepter":
        accepter(depot=depot, auteur=auteur, empreinte_vue=vu)
    elif geste == "lire":
        reponse.proposition = lire_proposition(depot=depot, auteur=auteur)
    else:
        reponse.demande = DemandeForm(requete.POST)
        if not reponse.demande.is_valid():
            reponse.statut, reponse.proposition = 400, lire_proposition(depot=depot, auteur=auteur)
            return
        demande = reponse.demande.cleaned_data["demande"]
        apres = demander_changement(depot=depot, auteur=auteur, empreinte_vue=vu, demande=demande)
        reponse.urgent = danger_immediat(demande)
        if apres.urgent and not depot.urgent:
            alerter_danger.enqueue(str(depot.pk))


def _annonce(textes: list[Suivi], reponse: Reponse) -> str:
    """Return the sentence that the page says first: what became of the text asked about, or how many there are."""
    if len(textes) == 1:
        return textes[0].phrase
    if all(texte.est_retire for texte in textes):
        return _("Tous vos textes sont retirés. Ils ne sont plus sur aucune page.")
    vises = [texte.phrase for texte in textes if texte.repere == reponse.vise]
    if vises and not reponse.proposition and not reponse.erreur:
        return vises[0]
    return _("%(nombre)s textes sont sous votre code.") % {"nombre": len(textes)}
