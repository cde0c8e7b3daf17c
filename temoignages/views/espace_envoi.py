"""`/espace/paroles/nouveau/`: paste lines or choose a file; come back to correct them with everything kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from medias.tableaux import TROP_LOURD, FeuilleIllisible
from reseau.models import Ressource
from reseau.views.acces import (
    choisir_une_ressource,
    compte_de,
    pour_les_contacts,
    ressource_choisie,
    ressources_de,
)

from ..actions import Refus, corriger, relire_saisie, verser
from ..forms_lot import VersementForm
from ..models import Lot
from .reception import en_memoire, fichier_non_lu

GABARIT = "temoignages/espace/envoi.html"


@require_http_methods(["GET", "HEAD", "POST"])
@en_memoire
@pour_les_contacts
def nouveau(requete: HttpRequest) -> HttpResponse:
    """Send words for the first time."""
    ressource = ressource_choisie(requete)
    if ressource is None:
        return choisir_une_ressource(requete)
    return _recevoir(requete, VersementForm(requete.POST or None, requete.FILES or None), ressource)


@require_http_methods(["GET", "HEAD", "POST"])
@en_memoire
@pour_les_contacts
def reprendre(requete: HttpRequest, lot_id: object) -> HttpResponse:
    """Correct a batch that waits: what was pasted and chosen is still there."""
    lot = get_object_or_404(Lot.objects.select_related("ressource"), pk=lot_id, ressource__in=ressources_de(requete))
    if lot.contenu is None or lot.ressource is None:
        return redirect("espace_paroles:lot", lot_id=lot.pk)
    initial: dict[str, object] = {}
    if requete.method != "POST":
        try:
            saisie = relire_saisie(lot=lot, par=compte_de(requete))
        except Refus:
            return redirect("espace_paroles:lot", lot_id=lot.pk)
        initial = vars(saisie) | {"edition": lot.edition}
    formulaire = VersementForm(requete.POST or None, requete.FILES or None, initial=initial)
    return _recevoir(requete, formulaire, lot.ressource, lot)


def _recevoir(
    requete: HttpRequest, formulaire: VersementForm, ressource: Ressource, lot: Lot | None = None
) -> HttpResponse:
    if requete.method == "POST" and fichier_non_lu(requete) and not requete.FILES:
        formulaire.full_clean()
        formulaire.errors["fichier"] = formulaire.error_class([str(TROP_LOURD)])
        formulaire.errors.pop("collage", None)
    elif requete.method == "POST" and formulaire.is_valid():
        versement = formulaire.versement()
        try:
            if lot is None:
                lot = verser(ressource=ressource, versement=versement, par=compte_de(requete))
            else:
                corriger(lot=lot, versement=versement, par=compte_de(requete))
        except (Refus, FeuilleIllisible) as erreur:
            formulaire.add_error(formulaire.fautif, str(erreur))
        else:
            return redirect("espace_paroles:lot", lot_id=lot.pk)
    trop_long = (
        _("C’est trop long pour un seul envoi. Collez-le en plusieurs fois.") if "trop-long" in requete.GET else ""
    )
    contexte = {"formulaire": formulaire, "ressource": ressource, "lot": lot, "trop_long": trop_long}
    return render(requete, GABARIT, contexte, status=400 if formulaire.errors else 200)
