"""`/admin/publication/evenements/importer/`: a file of events, previewed line by line, confirmed, reported."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from medias.tableaux import TROP_LOURD
from reseau.models import Compte

from ..evenements.fichier import JETON_MAX, ConfirmationImportForm, FichierEvenementsForm, sceller_rangees
from ..evenements.importer import Rapport, importer_evenements
from ..evenements.lignes import FeuilleEvenements
from ..evenements.permissions import peut_importer

ENVELOPPE = {
    "header_title": _("Importer des événements"),
    "page_title": _("Importer des événements"),
    "header_icon": "calendar-alt",
}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def importer(requete: HttpRequest) -> HttpResponse:
    """Receive a file and show what it would do; do it once confirmed."""
    compte = requete.user
    if not isinstance(compte, Compte) or not peut_importer(compte):
        raise PermissionDenied
    if "jeton" in requete.POST:
        return _confirmer(requete, compte)
    formulaire = FichierEvenementsForm(requete.POST or None, requete.FILES or None)
    if requete.method == "POST" and formulaire.is_valid():
        jeton = sceller_rangees(formulaire.feuille.rangees, compte)
        if len(jeton) <= JETON_MAX:
            rapport = importer_evenements(rangees=formulaire.feuille.rangees, par=compte, apercu=True)
            return _montrer(requete, rapport, feuille=formulaire.feuille, jeton=jeton)
        formulaire.add_error("fichier", str(TROP_LOURD))
    return _demander(requete, formulaire)


def _confirmer(requete: HttpRequest, compte: Compte) -> HttpResponse:
    confirmation = ConfirmationImportForm(requete.POST, par=compte)
    if not confirmation.is_valid():
        return _demander(requete, FichierEvenementsForm(), [str(e) for e in confirmation.errors.get("jeton", [])])
    return _montrer(requete, importer_evenements(rangees=confirmation.cleaned_data["jeton"], par=compte))


def _demander(requete: HttpRequest, formulaire: FichierEvenementsForm, avis: list[str] | None = None) -> HttpResponse:
    statut = 400 if avis or formulaire.errors else 200
    contexte: dict[str, Any] = ENVELOPPE | {"formulaire": formulaire, "avis": avis or []}
    return render(requete, "pages/administration/importer_evenements.html", contexte, status=statut)


def _montrer(
    requete: HttpRequest, rapport: Rapport, feuille: FeuilleEvenements | None = None, jeton: str = ""
) -> HttpResponse:
    contexte = ENVELOPPE | {"rapport": rapport, "feuille": feuille, "jeton": jeton}
    return render(requete, "pages/administration/importer_evenements_rapport.html", contexte)
