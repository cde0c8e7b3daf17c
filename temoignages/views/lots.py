"""The paper workshop in the admin: a file, its preview line by line, its slips."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from medias.tableaux import TROP_LOURD, FeuilleIllisible
from reseau.horloge import aujourdhui
from reseau.models import Compte

from ..actions import Refus, Talon, abandonner_lot, confirmer_lot, lire_lot, preparer_lot
from ..chambre.jetons import JetonRefuse, grain_de, nouveau_jeton
from ..forms_lot import ConfirmationForm, FichierForm
from ..models import Lot
from ..permissions import peut_importer
from ..regles import edition_de
from ..taches import alerter_danger
from .file import compte_de
from .reception import en_memoire, fichier_non_lu

ENVELOPPE = {
    "header_title": gettext_lazy("Phrases d’un atelier"),
    "page_title": gettext_lazy("Phrases d’un atelier"),
    "header_icon": "doc-full-inverse",
}


def _importeur(requete: HttpRequest) -> Compte:
    compte = compte_de(requete)
    if not peut_importer(compte):
        raise PermissionDenied
    return compte


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@en_memoire
def nouveau_lot(requete: HttpRequest) -> HttpResponse:
    """Receive a file of the staff."""
    compte = _importeur(requete)
    formulaire = FichierForm(requete.POST or None, requete.FILES or None, initial={"edition": edition_de(aujourdhui())})
    if fichier_non_lu(requete):
        # Say why, rather than that it is missing.
        formulaire.errors["fichier"] = formulaire.error_class([str(TROP_LOURD)])
    elif requete.method == "POST" and formulaire.is_valid():
        octets, edition = formulaire.cleaned_data["fichier"].read(), formulaire.cleaned_data["edition"]
        try:
            lot = preparer_lot(octets=octets, par=compte, edition=edition)
        except (Refus, FeuilleIllisible) as erreur:
            formulaire.add_error("fichier", str(erreur))
        else:
            return redirect("paroles:lot", lot_id=lot.pk)
    statut = 400 if formulaire.errors else 200
    lots = Lot.objects.filter(par=compte, ressource=None)[:20]
    contexte = ENVELOPPE | {"formulaire": formulaire, "lots": lots}
    return render(requete, "temoignages/admin/nouveau_lot.html", contexte, status=statut)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def lot(requete: HttpRequest, lot_id: object) -> HttpResponse:
    """Preview a file; confirm it and print its slips, or abandon it."""
    compte = _importeur(requete)
    objet = get_object_or_404(Lot, pk=lot_id)
    try:
        if requete.method == "POST":
            return _traiter(requete, objet, compte)
        return _apercu(requete, objet, compte)
    except Refus as refus:
        messages.error(requete, str(refus))
        return redirect("paroles:nouveau_lot")


def _traiter(requete: HttpRequest, objet: Lot, compte: Compte) -> HttpResponse:
    if requete.POST.get("geste") == "abandonner":
        abandonner_lot(lot=objet, par=compte)
        messages.success(requete, _("Le fichier est détruit. Rien n’a été importé."))
        return redirect("paroles:nouveau_lot")
    ressources = lire_lot(lot=objet, par=compte).ressources if objet.contenu else []
    formulaire = ConfirmationForm(requete.POST, ressources=ressources)
    if not formulaire.is_valid():
        return _apercu(requete, objet, compte, formulaire)
    talons = confirmer_et_alerter(objet, compte, formulaire)
    return render(requete, "temoignages/admin/talons.html", ENVELOPPE | contexte_des_talons(talons, "paroles:file"))


def confirmer_et_alerter(objet: Lot, compte: Compte, formulaire: ConfirmationForm) -> list[Talon]:
    """Confirm a batch with a valid form, and alert of what may speak of a danger; return its slips. Raises `Refus`."""
    try:
        talons = confirmer_lot(
            lot=objet,
            par=compte,
            grain=grain_de(formulaire.cleaned_data["jeton"], age_minimal=timedelta()),
            confirmation=formulaire.confirmation(),
        )
    except JetonRefuse:
        raise Refus("jeton") from None
    if not objet.confirme_le:  # as it was before: the same form sent again alerts nobody twice
        for depot_id in objet.depots.filter(urgent=True).values_list("pk", flat=True):
            alerter_danger.enqueue(str(depot_id))
    return talons


def contexte_des_talons(talons: Sequence[Talon], retour: str) -> dict[str, Any]:
    """Return what the sheet of slips needs; `retour` names the address that its link leads to."""
    phrases = sum(len(talon.lignes) for talon in talons)
    base = {"talons": talons, "phrases": phrases, "adresse": settings.WAGTAILADMIN_BASE_URL}
    return base | {"style": "", "retour": reverse(retour)}


def _apercu(
    requete: HttpRequest, objet: Lot, compte: Compte, formulaire: ConfirmationForm | None = None
) -> HttpResponse:
    lu = lire_lot(lot=objet, par=compte)
    if formulaire is None:
        formulaire = ConfirmationForm(initial={"jeton": nouveau_jeton()}, ressources=lu.ressources)
    contexte = ENVELOPPE | {"lot": objet, "lu": lu, "formulaire": formulaire}
    return render(requete, "temoignages/admin/lot.html", contexte, status=400 if formulaire.errors else 200)
