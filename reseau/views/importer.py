"""A file of resources in the admin: sent, previewed line by line, confirmed, reported."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from medias.tableaux import TROP_LOURD

from ..actions import Rapport, importer_ressources
from ..feuilles import FeuilleRessources
from ..forms_repertoire import JETON_MAX, ConfirmationImportForm, FichierRessourcesForm, sceller_rangees
from ..models import Compte
from ..permissions import peut_tenir_repertoire

ENVELOPPE = {
    "header_title": _("Importer des ressources"),
    "page_title": _("Importer des ressources"),
    "header_icon": "group",
}


def tenancier(requete: HttpRequest) -> Compte:
    """Return the account that keeps the directory. Raises `PermissionDenied` for any other."""
    if not isinstance(requete.user, Compte) or not peut_tenir_repertoire(requete.user):
        raise PermissionDenied
    return requete.user


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def importer(requete: HttpRequest) -> HttpResponse:
    """Receive a file and show what it would do; do it once confirmed."""
    compte = tenancier(requete)
    if "jeton" in requete.POST:
        return _confirmer(requete, compte)
    formulaire = FichierRessourcesForm(requete.POST or None, requete.FILES or None)
    if requete.method == "POST" and formulaire.is_valid():
        jeton = sceller_rangees(formulaire.feuille.rangees, compte)
        if len(jeton) <= JETON_MAX:
            rapport = importer_ressources(rangees=formulaire.feuille.rangees, par=compte, apercu=True)
            return _montrer(requete, rapport, feuille=formulaire.feuille, jeton=jeton)
        formulaire.add_error("fichier", str(TROP_LOURD))
    return _demander(requete, formulaire)


def _confirmer(requete: HttpRequest, compte: Compte) -> HttpResponse:
    confirmation = ConfirmationImportForm(requete.POST, par=compte)
    if not confirmation.is_valid():
        return _demander(requete, FichierRessourcesForm(), [str(e) for e in confirmation.errors.get("jeton", [])])
    rapport = importer_ressources(rangees=confirmation.cleaned_data["jeton"], par=compte)
    return _montrer(requete, rapport)


def _demander(requete: HttpRequest, formulaire: FichierRessourcesForm, avis: list[str] | None = None) -> HttpResponse:
    statut = 400 if avis or formulaire.errors else 200
    contexte: dict[str, Any] = ENVELOPPE | {"formulaire": formulaire, "avis": avis or []}
    return render(requete, "reseau/admin/importer.html", contexte, status=statut)


def _montrer(
    requete: HttpRequest, rapport: Rapport, feuille: FeuilleRessources | None = None, jeton: str = ""
) -> HttpResponse:
    contexte = ENVELOPPE | {"rapport": rapport, "feuille": feuille, "jeton": jeton}
    return render(requete, "reseau/admin/rapport.html", contexte)
