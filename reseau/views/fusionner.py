"""Two listings of one resource in the admin: chosen, or suggested; compared; merged."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..actions import Refus, deplacements
from ..actions import fusionner as fusionner_ressources
from ..doublons import doublons_probables
from ..forms_repertoire import DeuxRessourcesForm
from ..models import Ressource
from .importer import tenancier

ENVELOPPE = {"header_title": _("Doublons"), "page_title": _("Doublons"), "header_icon": "group"}
COMPARES = (
    "nom", "slug", "region", "municipalite", "genre", "active", "forme_de", "tranche_membres", "lieu_masque",
    "adresse", "courriel_public", "telephone_public", "site_web", "description",
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def fusionner(requete: HttpRequest) -> HttpResponse:
    """Suggest, compare what the query names, merge what the form confirms."""
    compte = tenancier(requete)
    donnees = requete.POST or requete.GET
    formulaire = DeuxRessourcesForm(donnees if {"gardee", "absorbee"} & set(donnees) else None)
    if not formulaire.is_valid():
        contexte: dict[str, Any] = ENVELOPPE | {"formulaire": formulaire, "paires": doublons_probables()}
        return render(requete, "reseau/admin/doublons.html", contexte, status=400 if formulaire.errors else 200)
    gardee, absorbee = formulaire.cleaned_data["gardee"], formulaire.cleaned_data["absorbee"]
    if requete.method != "POST":
        return _comparer(requete, gardee, absorbee)
    try:
        fusionner_ressources(gardee=gardee, absorbee=absorbee, par=compte)
    except Refus as refus:
        messages.error(requete, str(refus))
        return _comparer(requete, gardee, absorbee)
    messages.success(requete, _now("Les deux fiches n’en font plus qu’une : « %(nom)s ».") % {"nom": gardee.nom})
    return redirect("ressources:edit", gardee.pk)


def _comparer(requete: HttpRequest, gardee: Ressource, absorbee: Ressource) -> HttpResponse:
    lignes = [(Ressource._meta.get_field(champ), _dit(gardee, champ), _dit(absorbee, champ)) for champ in COMPARES]
    contexte = ENVELOPPE | {
        "gardee": gardee,
        "absorbee": absorbee,
        "lignes": [(str(getattr(champ, "verbose_name", "")), ici, la) for champ, ici, la in lignes],
        "deplacements": deplacements(absorbee),
    }
    return render(requete, "reseau/admin/fusionner.html", contexte)


def _dit(ressource: Ressource, champ: str) -> str:
    valeur = getattr(ressource, champ)
    if isinstance(valeur, bool):
        return _now("oui") if valeur else _now("non")
    affiche = getattr(ressource, f"get_{champ}_display", None)
    return str(affiche() if affiche else valeur)
