"""One deposit on screen: the first reader redacts and submits, a second one approves."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from reseau.models import Compte
from reseau.presentation import attribution_texte

from ..actions import (
    Garde,
    Refus,
    Remplacement,
    approuver,
    caviarder,
    constats_ouverts,
    liberer,
    lire,
    recommencer,
    refuser,
    renvoyer,
    retoucher,
    soumettre,
)
from ..actions.approuver import echelon_calcule
from ..actions.prendre import Textes
from ..anonymat import Constat
from ..etats import Echelon, EtatDepot, MotifLecture
from ..forms_admin import DecisionFormSet, RefusForm, RenvoiForm, RetoucheForm, SoumissionForm, decisions_initiales
from ..models import Consentement, Depot
from ..presentation import decouper
from .file import compte_de

ENVELOPPE = {
    "header_title": gettext_lazy("Lire une parole"),
    "page_title": gettext_lazy("Lire une parole"),
    "header_icon": "openquote",
}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def lecture(requete: HttpRequest, depot_id: object) -> HttpResponse:
    """Show a deposit to who may read it now, and carry out one gesture."""
    depot = get_object_or_404(Depot.objects.select_related("amorce", "ressource", "soumis_par"), pk=depot_id)
    compte = compte_de(requete)
    premiere = depot.etat == EtatDepot.EN_LECTURE
    if requete.method == "POST":
        gestes = GESTES_PREMIERE if premiere else GESTES_SECONDE
        geste = gestes.get(requete.POST.get("geste", ""))
        if geste and (suite := _tenter(requete, geste, depot, compte)):
            return suite
        depot.refresh_from_db()
    try:
        textes = lire(depot=depot, par=compte, motif=MotifLecture.MODERATION if premiere else MotifLecture.APPROBATION)
    except Refus as refus:
        messages.error(requete, str(refus))
        return redirect("paroles:file")
    constats = constats_ouverts(depot, textes.propose)
    contexte = ENVELOPPE | _commun(depot, textes, constats)
    contexte |= _premiere(requete, depot, textes, constats) if premiere else _seconde(depot, compte)
    gabarit = "premiere" if premiere else "seconde"
    return render(requete, f"temoignages/admin/{gabarit}_lecture.html", contexte)


Geste = Callable[[HttpRequest, Depot, Compte], str]


def _tenter(requete: HttpRequest, geste: Geste, depot: Depot, compte: Compte) -> HttpResponse | None:
    """Carry out a gesture; on a refusal say why and let the page show again what was typed."""
    try:
        message = geste(requete, depot, compte)
    except Refus as refus:
        messages.error(requete, str(refus))
        return None
    if not message:
        messages.error(requete, _("Vérifiez les champs en rouge."))
        return None
    messages.success(requete, message)
    encore = Depot.objects.filter(pk=depot.pk, etat=EtatDepot.EN_LECTURE, pris_par=compte).exists()
    return redirect("paroles:lecture", depot_id=depot.pk) if encore else redirect("paroles:file")


def _commun(depot: Depot, textes: Textes, constats: list[Constat]) -> dict[str, Any]:
    echelon = echelon_calcule(depot)
    return {
        "depot": depot,
        "textes": textes,
        "constats": constats,
        "segments": decouper(textes.propose, constats),
        "attribution": attribution_texte(
            echelon, depot.region, depot.ressource if echelon == Echelon.RESSOURCE else None
        ),
        "usages": [c.get_portee_display() for c in Consentement.objects.filter(empreinte_code=depot.empreinte_code)],
    }


def _premiere(requete: HttpRequest, depot: Depot, textes: Textes, constats: list[Constat]) -> dict[str, Any]:
    geste, donnees = requete.POST.get("geste"), requete.POST
    # Decisions are shown again for the very text they were about, never for one that changed since.
    memes = geste == "caviarder" and donnees.get("empreinte") == textes.empreinte
    decisions = DecisionFormSet(donnees) if memes else DecisionFormSet(initial=decisions_initiales(constats))
    return {
        "decisions": decisions,
        "lignes": zip(constats, decisions.forms, strict=False),
        "retouche": RetoucheForm(donnees) if geste == "retoucher" else RetoucheForm(initial={"texte": textes.propose}),
        "soumission": SoumissionForm(donnees) if geste == "soumettre" else SoumissionForm(_etat_soumission(depot)),
        "refus": RefusForm(donnees if geste == "refuser" else None),
    }


def _etat_soumission(depot: Depot) -> dict[str, Any]:
    return {"avertissement": depot.avertissement, "theme_sensible": depot.theme_sensible}


def _seconde(depot: Depot, compte: Compte) -> dict[str, Any]:
    return {
        "meme_personne": compte.pk in (depot.soumis_par_id, depot.modifie_par_id),
        "decisions_prises": depot.decisions.select_related("par").order_by("le"),
        "renvoi": RenvoiForm(),
        "refus": RefusForm(),
    }


def _valide(formulaire: forms.BaseForm) -> dict[str, Any]:
    return formulaire.cleaned_data if formulaire.is_valid() else {}


def _caviarder(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    decisions = DecisionFormSet(requete.POST)
    if not decisions.is_valid():
        return ""
    choisies = [formulaire.decision() for formulaire in decisions]
    caviarder(
        depot=depot,
        par=compte,
        empreinte_vue=requete.POST.get("empreinte", ""),
        remplacements=[d for d in choisies if isinstance(d, Remplacement)],
        gardes=[d for d in choisies if isinstance(d, Garde)],
    )
    return _("Les décisions sont appliquées.")


def _retoucher(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    donnees = _valide(RetoucheForm(requete.POST))
    if not donnees:
        return ""
    retoucher(depot=depot, par=compte, empreinte_vue=requete.POST.get("empreinte", ""), texte=donnees["texte"])
    return _("Le texte proposé est enregistré.")


def _recommencer(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    recommencer(depot=depot, par=compte, empreinte_vue=requete.POST.get("empreinte", ""))
    return _("Le texte proposé est redevenu le texte reçu.")


def _soumettre(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    formulaire = SoumissionForm(requete.POST)
    if not formulaire.is_valid():
        return ""
    empreinte_vue = requete.POST.get("empreinte", "")
    soumettre(depot=depot, par=compte, empreinte_vue=empreinte_vue, **formulaire.cleaned_data)
    return _("Le texte attend une seconde lecture.")


def _liberer(_requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    liberer(depot=depot, par=compte)
    return _("Le texte est revenu dans la file.")


def _refuser(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    refuser(depot=depot, par=compte, motif=requete.POST.get("motif", ""))
    return _("Le texte n’est pas retenu.")


def _approuver(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    temoignage = approuver(depot=depot, par=compte, empreinte_vue=requete.POST.get("empreinte", ""))
    return _("Publié à l’adresse %(adresse)s.") % {"adresse": temoignage.url}


def _renvoyer(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    renvoyer(depot=depot, par=compte, motif=requete.POST.get("motif", ""))
    return _("Le texte est renvoyé à la première personne.")


GESTES_PREMIERE: dict[str, Geste] = {
    "caviarder": _caviarder,
    "retoucher": _retoucher,
    "recommencer": _recommencer,
    "soumettre": _soumettre,
    "refuser": _refuser,
    "liberer": _liberer,
}
GESTES_SECONDE: dict[str, Geste] = {"approuver": _approuver, "renvoyer": _renvoyer, "refuser": _refuser}
