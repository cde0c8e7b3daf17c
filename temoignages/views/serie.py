"""Many short texts on one screen: the same acts and the same gate as one by one, less clicking."""

from contextlib import suppress
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from reseau.models import Compte

from ..actions import (
    Garde,
    Refus,
    Remplacement,
    approuver,
    caviarder,
    constats_ouverts,
    lire,
    prendre,
    soumettre,
)
from ..actions.prendre import Textes
from ..anonymat import Constat
from ..etats import EtatDepot, MotifLecture
from ..forms_admin import DecisionForm, DecisionFormSet, decisions_initiales
from ..models import Depot
from ..models.depot import DepotQuerySet
from ..permissions import peut_approuver, peut_moderer
from ..presentation import Segment, decouper
from .file import compte_de

PAR_SERIE = 20
ENVELOPPE = {
    "header_title": gettext_lazy("Lire en série"),
    "page_title": gettext_lazy("Lire en série"),
    "header_icon": "list-ul",
}


@dataclass(frozen=True)
class Fiche:
    """One deposit of the series: its words, what is flagged in them, one form a flagged passage."""

    depot: Depot
    textes: Textes
    segments: list[Segment]
    decisions: BaseFormSet[DecisionForm]
    lignes: list[tuple[Constat, DecisionForm]]

    @property
    def prefixe(self) -> str:
        """Prefix of its fields."""
        return prefixe_de(self.depot)


def prefixe_de(depot: Depot) -> str:
    """Return the prefix of a deposit's fields in the form of the series."""
    return f"d{depot.pk.hex}"


@require_POST
def prendre_serie(requete: HttpRequest) -> HttpResponse:
    """Take the next deposits of the queue, those of an immediate danger left to be read one by one."""
    compte = compte_de(requete)
    if not peut_moderer(compte):
        raise PermissionDenied
    tenus = _tenus(compte).count()
    for depot in Depot.objects.a_lire().filter(etat=EtatDepot.RECU, urgent=False)[: max(0, PAR_SERIE - tenus)]:
        # Someone else has it since, or it comes from one's own resource: the series goes on without it.
        with suppress(Refus):
            prendre(depot=depot, par=compte)
    return redirect("paroles:serie")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def serie(requete: HttpRequest) -> HttpResponse:
    """Show what one holds; apply every decision, and send on each text that has none left to take."""
    compte = compte_de(requete)
    if not peut_moderer(compte):
        raise PermissionDenied
    fiches = [fiche for depot in _tenus(compte)[:PAR_SERIE] if (fiche := _fiche(requete, depot, compte))]
    if requete.method == "POST":
        if all(not fiche.decisions.is_bound or fiche.decisions.is_valid() for fiche in fiches):
            _traiter(requete, fiches, compte)
            return redirect("paroles:serie" if _tenus(compte).exists() else "paroles:file")
        messages.error(requete, _("Vérifiez les champs en rouge."))
    return render(requete, "temoignages/admin/serie.html", ENVELOPPE | {"fiches": fiches})


def _tenus(compte: Compte) -> DepotQuerySet:
    tenus = Depot.objects.filter(etat=EtatDepot.EN_LECTURE, pris_par=compte, urgent=False)
    return tenus.select_related("amorce", "ressource").order_by("recu_le", "ligne")


def _fiche(requete: HttpRequest, depot: Depot, compte: Compte) -> Fiche | None:
    try:
        textes = lire(depot=depot, par=compte, motif=MotifLecture.MODERATION)
    except Refus:
        return None
    constats = constats_ouverts(depot, textes.propose)
    prefixe = prefixe_de(depot)
    memes = requete.POST.get(f"{prefixe}-empreinte") == textes.empreinte
    decisions = (
        DecisionFormSet(requete.POST, prefix=prefixe)
        if memes
        else DecisionFormSet(initial=decisions_initiales(constats), prefix=prefixe)
    )
    lignes = list(zip(constats, decisions.forms, strict=False))
    return Fiche(depot, textes, decouper(textes.propose, constats), decisions, lignes)


def _traiter(requete: HttpRequest, fiches: list[Fiche], compte: Compte) -> None:
    envoyes = restes = 0
    for fiche in fiches:
        if not fiche.decisions.is_bound:
            restes += 1
            continue
        try:
            envoyes += _decider(requete, fiche, compte)
        except Refus as refus:
            restes += 1
            messages.warning(requete, f"{fiche.depot} : {refus}")
    if envoyes:
        texte = ngettext(
            "%(n)s texte attend une seconde lecture.", "%(n)s textes attendent une seconde lecture.", envoyes
        )
        messages.success(requete, texte % {"n": envoyes})
    if restes:
        messages.info(requete, _("Ce qui reste à décider est encore ici."))


def _decider(requete: HttpRequest, fiche: Fiche, compte: Compte) -> bool:
    """Apply the decisions of one deposit; send it on when asked to. Return whether it was sent. Raises `Refus`."""
    choisies = [formulaire.decision() for formulaire in fiche.decisions]
    depot, empreinte = fiche.depot, fiche.textes.empreinte
    if any(choisies):
        depot = caviarder(
            depot=depot,
            par=compte,
            empreinte_vue=empreinte,
            remplacements=[d for d in choisies if isinstance(d, Remplacement)],
            gardes=[d for d in choisies if isinstance(d, Garde)],
        )
        empreinte = lire(depot=depot, par=compte, motif=MotifLecture.MODERATION).empreinte
    if f"{fiche.prefixe}-envoyer" not in requete.POST:
        return False
    soumettre(depot=depot, par=compte, empreinte_vue=empreinte)
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def serie_seconde(requete: HttpRequest) -> HttpResponse:
    """Show what others prepared; approve each text that is ticked, by the same gate as one by one."""
    compte = compte_de(requete)
    if not peut_approuver(compte):
        raise PermissionDenied
    attente = Depot.objects.a_approuver().filter(urgent=False).exclude(soumis_par=compte).exclude(modifie_par=compte)
    fiches = []
    for depot in attente.select_related("amorce", "ressource", "soumis_par")[:PAR_SERIE]:
        try:
            textes = lire(depot=depot, par=compte, motif=MotifLecture.APPROBATION)
        except Refus:
            continue
        fiches.append((depot, textes, decouper(textes.propose, constats_ouverts(depot, textes.propose))))
    if requete.method == "POST":
        _approuver_cochees(requete, [depot for depot, _textes, _segments in fiches], compte)
        return redirect("paroles:serie_seconde")
    return render(requete, "temoignages/admin/serie_seconde.html", ENVELOPPE | {"fiches": fiches})


def _approuver_cochees(requete: HttpRequest, depots: list[Depot], compte: Compte) -> None:
    publies = 0
    for depot in depots:
        vue = requete.POST.get(f"approuver-{depot.pk}")
        if not vue:
            continue
        try:
            approuver(depot=depot, par=compte, empreinte_vue=vue)
            publies += 1
        except Refus as refus:
            messages.warning(requete, f"{depot} : {refus}")
    if publies:
        texte = ngettext("%(n)s texte est publié.", "%(n)s textes sont publiés.", publies)
        messages.success(requete, texte % {"n": publies})
