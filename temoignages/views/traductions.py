"""The published words in another language: which are translated, and one of them on screen."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from medias.langues import Langue, etiquette
from reseau.models import Compte

from ..actions import Refus, releve_de
from ..actions.traduire import LANGUES, ReleveTraduit, a_ecrit, empreinte_vue
from ..etats import MotifGarde
from ..forms_admin import lignes_de
from ..forms_traduction import FiltreTraductionsForm, GardeFormSet, TraductionForm, gardes_initiales
from ..models import Temoignage, Traduction
from ..permissions import peut_approuver, peut_traduire
from ..presentation import citer, decouper, legende
from ..prudence import signaler_prudence
from .file import compte_de
from .gestes_traduction import GESTES

PAR_PAGE = 50
ENVELOPPE = {
    "header_title": gettext_lazy("Paroles traduites"),
    "page_title": gettext_lazy("Paroles traduites"),
    "header_icon": "globe",
}


def _personne(requete: HttpRequest) -> Compte:
    compte = compte_de(requete)
    if not (peut_traduire(compte) or peut_approuver(compte)):
        raise PermissionDenied
    return compte


@require_safe
@never_cache
def traductions(requete: HttpRequest) -> HttpResponse:
    """List the published words, each with where its translation stands."""
    _personne(requete)
    filtre = FiltreTraductionsForm(requete.GET)
    siennes = Traduction.objects.filter(langue=filtre.langue).select_related("modifiee_par")
    temoignages = filtre.temoignages().prefetch_related(Prefetch("traductions", siennes, to_attr="sienne"))
    contexte = {
        "filtre": filtre,
        "langue": filtre.langue,
        "page": Paginator(temoignages, PAR_PAGE).get_page(requete.GET.get("p")),
        "requete": filtre.requete,
    }
    return render(requete, "temoignages/admin/traductions.html", ENVELOPPE | contexte)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def traduction(requete: HttpRequest, temoignage_id: str, langue: str) -> HttpResponse:
    """Show published words beside their translation, and carry out one gesture. A refusal keeps what was typed."""
    compte = _personne(requete)
    temoignage = get_object_or_404(Temoignage.objects.publies(), pk=temoignage_id)
    if langue not in LANGUES or langue == temoignage.langue:
        raise Http404
    geste = GESTES.get(requete.POST.get("geste", ""))
    if geste:
        try:
            message = geste(requete, temoignage, Langue(langue), compte)
        except Refus as refus:
            messages.error(requete, str(refus))
        else:
            if message:
                messages.success(requete, message)
                return redirect("paroles:traduction", temoignage_id=temoignage.pk, langue=langue)
            messages.error(requete, _("Vérifiez les champs en rouge."))
    contexte = ENVELOPPE | _contexte(requete, temoignage, Langue(langue), compte)
    return render(requete, "temoignages/admin/traduction.html", contexte)


def _contexte(requete: HttpRequest, temoignage: Temoignage, langue: Langue, compte: Compte) -> dict[str, Any]:
    actuelle = temoignage.traductions.select_related("modifiee_par", "approuvee_par").filter(langue=langue).first()
    texte = actuelle.texte if actuelle else ""
    releve = releve_de(temoignage, actuelle) if actuelle else ReleveTraduit()
    vue = empreinte_vue(temoignage, actuelle)
    tape = requete.POST if requete.POST.get("geste") == "traduire" else None
    # Reasons are shown again for the very version that they were about, never for one that changed since.
    memes = tape is not None and tape.get("vue") == vue
    gardes = GardeFormSet(tape) if memes else GardeFormSet(initial=gardes_initiales(releve.ouverts))
    alertes = signaler_prudence(texte)
    return {
        "temoignage": temoignage,
        "traduction": actuelle,
        "langue": langue,
        "lang": etiquette(langue),
        "lang_source": etiquette(temoignage.langue),
        "vue": vue,
        "perimee": actuelle is not None and not temoignage.a_pour_source(actuelle.empreinte_source),
        "segments": decouper(texte, releve.ouverts, alertes=alertes),
        "legende": legende(releve.ouverts),
        "prudences": citer(texte, alertes),
        "constats": releve.ouverts,
        "gardees": [(texte[c.debut : c.fin], MotifGarde(raison).label) for c, raison in releve.gardes],
        "formulaire": TraductionForm(tape or None, initial={"texte": texte}),
        "gardes": gardes,
        "lignes": lignes_de(texte, releve.ouverts, gardes),
        "peut_traduire": peut_traduire(compte),
        "peut_approuver": peut_approuver(compte),
        "meme_personne": actuelle is not None and a_ecrit(actuelle, compte),
    }
