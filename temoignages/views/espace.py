"""`/espace/paroles/`: the words of a resource, brought and followed by its own people."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reseau.views.acces import (
    choisir_une_ressource,
    compte_de,
    pour_les_contacts,
    ressource_choisie,
    ressources_de,
)

from ..actions import Refus, abandonner_lot, lire_lot, retirer_ligne
from ..actions.confronter import LotLu
from ..chambre.jetons import nouveau_jeton
from ..etats import EtatDepot, Statut
from ..forms_lot import AttestationForm
from ..models import Depot, Lot, Temoignage
from ..rangement import Rangement, ranger
from ..suivi import statut_de
from .lots import confirmer_et_alerter, contexte_des_talons

LOTS_PAR_PAGE = 30
LIGNES_PAR_PAGE = 100


@require_http_methods(["GET", "HEAD"])
@pour_les_contacts
def lots(requete: HttpRequest) -> HttpResponse:
    """List what a resource sent, and where each batch stands."""
    ressource = ressource_choisie(requete)
    if ressource is None:
        return choisir_une_ressource(requete)
    page = Paginator(Lot.objects.filter(ressource=ressource), LOTS_PAR_PAGE).get_page(requete.GET.get("page"))
    contexte = {"ressource": ressource, "page": page, "base": f"?ressource={ressource.pk}&"}
    return render(requete, "temoignages/espace/lots.html", contexte)


@require_http_methods(["GET", "HEAD", "POST"])
@pour_les_contacts
def lot(requete: HttpRequest, lot_id: object) -> HttpResponse:
    """Check a batch line by line and confirm it; once confirmed, follow its lines."""
    objet = _le_sien(requete, lot_id)
    try:
        if requete.method == "POST":
            return _traiter(requete, objet)
        return _suivre(requete, objet) if objet.confirme_le else _verifier(requete, objet)
    except Refus as refus:
        messages.error(requete, str(refus))
        return _vers_la_liste(objet)


@require_http_methods(["GET", "HEAD", "POST"])
@pour_les_contacts
def ligne(requete: HttpRequest, lot_id: object, numero: int) -> HttpResponse:
    """Ask before a line is withdrawn; withdraw it."""
    objet = _le_sien(requete, lot_id)
    depot = get_object_or_404(Depot.objects.select_related("amorce"), lot=objet, ligne=numero)
    if requete.method == "POST":
        try:
            retirer_ligne(lot=objet, ligne=numero, par=compte_de(requete))
        except Refus as refus:
            messages.error(requete, str(refus))
        else:
            messages.success(requete, _("La ligne %(numero)s est retirée.") % {"numero": numero})
        return redirect("espace_paroles:lot", lot_id=objet.pk)
    contexte = {"lot": objet, "depot": depot, "est_retiree": depot.etat == EtatDepot.RETIRE}
    return render(requete, "temoignages/espace/ligne.html", contexte)


def _le_sien(requete: HttpRequest, lot_id: object) -> Lot:
    return get_object_or_404(Lot.objects.select_related("ressource"), pk=lot_id, ressource__in=ressources_de(requete))


def _vers_la_liste(objet: Lot) -> HttpResponse:
    return redirect(f"{reverse('espace_paroles:lots')}?ressource={objet.ressource_id}")


def _traiter(requete: HttpRequest, objet: Lot) -> HttpResponse:
    compte = compte_de(requete)
    if requete.POST.get("geste") == "abandonner":
        abandonner_lot(lot=objet, par=compte)
        messages.success(requete, _("Ces lignes sont détruites. Rien n’a été versé."))
        return _vers_la_liste(objet)
    formulaire = AttestationForm(requete.POST, ressources=[objet.ressource], edition=objet.edition)
    lu = lire_lot(lot=objet, par=compte) if objet.contenu else None
    formulaire.full_clean()
    if lu and lu.erreurs and not requete.POST.get("sans_les_erreurs"):
        formulaire.add_error("sans_les_erreurs", _("Il reste des lignes à corriger : corrigez-les, ou cochez ici."))
    if not formulaire.is_valid():
        return _verifier(requete, objet, formulaire, lu)
    try:
        talons = confirmer_et_alerter(objet, compte, formulaire)
    except Refus as refus:
        if refus.regle not in {"jeton", "fichier"}:
            raise
        formulaire.data = {**requete.POST.dict(), "usages": requete.POST.getlist("usages"), "jeton": nouveau_jeton()}
        formulaire.add_error(None, str(refus))
        return _verifier(requete, objet, formulaire, lu)
    contexte = contexte_des_talons(talons, "espace_paroles:lots")
    return render(requete, "temoignages/admin/talons.html", contexte)


def _verifier(
    requete: HttpRequest, objet: Lot, formulaire: AttestationForm | None = None, lu: LotLu | None = None
) -> HttpResponse:
    lu = lu or lire_lot(lot=objet, par=compte_de(requete))
    if formulaire is None:
        initial = {"jeton": nouveau_jeton()}
        formulaire = AttestationForm(initial=initial, ressources=[objet.ressource], edition=objet.edition)
    rangements = ranger(lu.lignes)
    page = Paginator(rangements, 1).get_page(requete.GET.get("page"))
    contexte = {
        "lot": objet,
        "lu": lu,
        "page": page,
        "lignes": page.object_list[0].lignes,
        "fautives": _fautives(rangements),
        "formulaire": formulaire,
    }
    return render(requete, "temoignages/espace/verifier.html", contexte, status=400 if formulaire.errors else 200)


def _fautives(rangements: list[Rangement]) -> list[tuple[int, int]]:
    """Return the number of each line to correct, with the page that shows it."""
    return [
        (ligne.numero, rang)
        for rang, rangement in enumerate(rangements, 1)
        for ligne in rangement.lignes
        if ligne.erreurs
    ]


def _suivre(requete: HttpRequest, objet: Lot) -> HttpResponse:
    depots = Depot.objects.filter(lot=objet).select_related("amorce").order_by("ligne")
    page = Paginator(depots, LIGNES_PAR_PAGE).get_page(requete.GET.get("page"))
    codes = [depot.empreinte_code for depot in page]
    visibles = set(
        Temoignage.objects.publies().filter(empreinte_code__in=codes).values_list("empreinte_code", flat=True)
    )
    etats = [(depot, statut_de(depot, en_ligne=depot.empreinte_code in visibles)) for depot in page]
    contexte = {"lot": objet, "page": page, "etats": etats, "retire": Statut.RETIRE}
    return render(requete, "temoignages/espace/suivre.html", contexte)
