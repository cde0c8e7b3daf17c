"""One deposit on screen: the first reader redacts and submits, a second one approves."""

from typing import Any

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

from ..actions import Refus, Releve, constats_ouverts, lire, relever
from ..actions.approuver import TEXTES_PAR_AUTEUR, deja_publies, echelon_calcule, limite_atteinte
from ..actions.prendre import Textes
from ..ecarts import Ecart, comparer
from ..etats import Echelon, EtatDepot, MotifLecture
from ..forms_admin import (
    DecisionFormSet,
    MarqueForm,
    RefusForm,
    RenvoiForm,
    RetoucheForm,
    SoumissionForm,
    decisions_initiales,
    lignes_de,
)
from ..models import Consentement, Depot, Temoignage
from ..models.temoignage import TemoignageQuerySet
from ..presentation import citer, decouper, legende, nom_du_type, resumer, voeu
from ..prudence import Alerte, signaler_prudence
from .file import compte_de
from .gestes import GESTES_PREMIERE, GESTES_SECONDE, PREFIXE_MARQUE, Geste

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
    contexte = ENVELOPPE | _commun(depot, textes)
    # Veiled on request; what was just refused is shown again, or nobody would find what to correct.
    contexte["voile"] = compte.lecture_voilee and requete.method != "POST"
    alertes = signaler_prudence(textes.propose)
    contexte["prudences"] = citer(textes.propose, alertes)
    if premiere:
        contexte |= _premiere(requete, depot, textes, alertes)
        return render(requete, "temoignages/admin/premiere_lecture.html", contexte)
    contexte |= _seconde(depot, compte, textes, alertes)
    return render(requete, "temoignages/admin/seconde_lecture.html", contexte)


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


def _commun(depot: Depot, textes: Textes) -> dict[str, Any]:
    echelon = echelon_calcule(depot)
    return {
        "depot": depot,
        "textes": textes,
        "voeu": voeu(depot, textes.empreinte, textes.demande),
        "attribution": attribution_texte(
            echelon, depot.region, depot.ressource if echelon == Echelon.RESSOURCE else None
        ),
        "usages": [c.get_portee_display() for c in Consentement.objects.filter(empreinte_code=depot.empreinte_code)],
        "deja_publics": _deja_publics(depot),
        "au_meme_endroit": deja_publies(depot),
        "limite": TEXTES_PAR_AUTEUR,
    }


def _deja_publics(depot: Depot) -> TemoignageQuerySet:
    """Return what the same author shows on the site already: two texts together say more than each alone."""
    autres = Depot.objects.filter(auteur=depot.auteur).exclude(pk=depot.pk)
    return Temoignage.objects.publies().filter(empreinte_code__in=autres.values("empreinte_code"))


def _premiere(requete: HttpRequest, depot: Depot, textes: Textes, alertes: list[Alerte]) -> dict[str, Any]:
    geste, donnees = requete.POST.get("geste"), requete.POST
    releve, ecarts = relever(depot, textes), comparer(textes.brut, textes.propose)
    # Decisions are shown again for the very text they were about, never for one that changed since.
    memes = geste == "caviarder" and donnees.get("empreinte") == textes.empreinte
    decisions = DecisionFormSet(donnees) if memes else DecisionFormSet(initial=decisions_initiales(releve.ouverts))
    places = [(e.debut, e.fin) for e in ecarts]
    return {
        "constats": releve.ouverts,
        "total": len(releve.ouverts) + releve.decides,
        "resume": resumer(depot, textes.propose, alertes, len(releve.ouverts)),
        "segments_recus": decouper(
            textes.brut, releve.recus, changes=[(e.debut_recu, e.fin_recu) for e in ecarts], numerotes=False
        ),
        "segments": decouper(textes.propose, releve.ouverts, alertes=alertes, changes=places),
        "legende": legende(releve.recus, releve.ouverts),
        "decisions": decisions,
        "lignes": lignes_de(textes.propose, releve.ouverts, decisions),
        "annulables": _annulables(textes, ecarts),
        "gardes": _gardes(textes, releve),
        "marque": MarqueForm(donnees if geste == "masquer" else None, prefix=PREFIXE_MARQUE),
        "retouche": RetoucheForm(donnees) if geste == "retoucher" else RetoucheForm(initial={"texte": textes.propose}),
        "soumission": SoumissionForm(donnees) if geste == "soumettre" else SoumissionForm(_etat_soumission(depot)),
        "refus": RefusForm(donnees if geste == "refuser" else None, limite=limite_atteinte(depot)),
    }


def _annulables(textes: Textes, ecarts: list[Ecart]) -> list[tuple[str, str]]:
    """Return each difference, as received and as proposed."""
    return [(textes.brut[e.debut_recu : e.fin_recu], textes.propose[e.debut : e.fin]) for e in ecarts]


def _gardes(textes: Textes, releve: Releve) -> list[tuple[int, str, str]]:
    """Return each decision that keeps a passage: its number, the passage, why; once, wherever the passage stands."""
    gardes = {d.pk: (textes.propose[c.debut : c.fin], d.get_raison_garde_display()) for c, d in releve.gardes}
    return [(numero, passage, raison) for numero, (passage, raison) in gardes.items()]


def _etat_soumission(depot: Depot) -> dict[str, Any]:
    return {
        "avertissement": depot.avertissement,
        "theme": depot.theme_id,
        "langue": depot.langue,
        "theme_sensible": depot.theme_sensible,
    }


def _seconde(depot: Depot, compte: Compte, textes: Textes, alertes: list[Alerte]) -> dict[str, Any]:
    constats = constats_ouverts(depot, textes.propose)
    places = [(e.debut, e.fin) for e in comparer(textes.brut, textes.propose)]
    decisions = depot.decisions.order_by("le")
    return {
        "constats": constats,
        "resume": resumer(depot, textes.propose, alertes, len(constats)),
        "segments": decouper(textes.propose, constats, alertes=alertes, changes=places),
        "legende": legende(constats),
        "meme_personne": compte.pk in (depot.soumis_par_id, depot.modifie_par_id),
        "attend_son_auteur": depot.attend_son_auteur(textes.empreinte),
        "decisions_prises": [(nom_du_type(d.type), d.get_raison_garde_display()) for d in decisions],
        "renvoi": RenvoiForm(),
        "refus": RefusForm(limite=limite_atteinte(depot)),
    }
