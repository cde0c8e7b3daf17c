"""Many short texts to read first on one screen: the same acts as one by one, less clicking."""

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

from ..actions import Refus, caviarder, lectures_restantes, lire, prendre, soumettre
from ..etats import EtatDepot, MotifLecture
from ..forms_admin import DecisionForm, DecisionFormSet, Ligne, decisions_initiales, decisions_lues, lignes_de
from ..models import Depot, Theme
from ..models.depot import DepotQuerySet
from ..permissions import peut_moderer
from .fiches import PAR_SERIE, Fiche, lire_tous
from .file import compte_de

ENVELOPPE = {
    "header_title": gettext_lazy("Lire en série"),
    "page_title": gettext_lazy("Lire en série"),
    "header_icon": "list-ul",
}


@dataclass(frozen=True)
class FicheADecider(Fiche):
    """A deposit that one holds: one form a flagged passage, and its theme."""

    decisions: BaseFormSet[DecisionForm]
    theme: int | None

    @property
    def prefixe(self) -> str:
        """Prefix of its fields."""
        return prefixe_de(self.depot)

    @property
    def total(self) -> int:
        """How many passages were flagged, decided or not."""
        return len(self.releve.ouverts) + self.releve.decides

    @property
    def lignes(self) -> list[Ligne[DecisionForm]]:
        """Each flagged passage with its form."""
        return lignes_de(self.textes.propose, self.releve.ouverts, self.decisions)


def prefixe_de(depot: Depot) -> str:
    """Return the prefix of a deposit's fields in the form of the series."""
    return f"d{depot.pk.hex}"


@require_POST
def prendre_serie(requete: HttpRequest) -> HttpResponse:
    """Take the next deposits of the queue, those of an immediate danger left to be read one by one."""
    compte = compte_de(requete)
    if not peut_moderer(compte):
        raise PermissionDenied
    restantes = lectures_restantes(compte)
    combien = max(0, min(PAR_SERIE - _tenus(compte).count(), restantes))
    for depot in Depot.objects.a_lire().filter(etat=EtatDepot.RECU, urgent=False)[:combien]:
        # Someone else has it since, or it comes from one's own resource: the series goes on without it.
        with suppress(Refus):
            prendre(depot=depot, par=compte)
    if not restantes:
        # The queue says it kindly, and shows what may still be read.
        return redirect("paroles:file")
    return redirect("paroles:serie")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def serie(requete: HttpRequest) -> HttpResponse:
    """Show what one holds; apply every decision, and send on each text that has none left to take."""
    compte = compte_de(requete)
    if not peut_moderer(compte):
        raise PermissionDenied
    themes = {theme.pk: theme for theme in Theme.objects.all()}
    fiches = [_a_decider(requete, fiche) for fiche in lire_tous(_tenus(compte), compte, MotifLecture.MODERATION)]
    if requete.method == "POST":
        if all(not fiche.decisions.is_bound or fiche.decisions.is_valid() for fiche in fiches):
            _traiter(requete, fiches, themes)
            return redirect("paroles:serie")
        messages.error(requete, _("Vérifiez les champs en rouge."))
    voile = compte.lecture_voilee and requete.method != "POST"
    contexte = {"fiches": fiches, "themes": list(themes.values()), "voile": voile}
    return render(requete, "temoignages/admin/serie.html", ENVELOPPE | contexte)


def _tenus(compte: Compte) -> DepotQuerySet:
    tenus = Depot.objects.filter(etat=EtatDepot.EN_LECTURE, pris_par=compte, urgent=False)
    return tenus.select_related("amorce", "ressource").order_by("recu_le", "ligne")


def _a_decider(requete: HttpRequest, fiche: Fiche) -> FicheADecider:
    prefixe = prefixe_de(fiche.depot)
    memes = requete.POST.get(f"{prefixe}-empreinte") == fiche.textes.empreinte
    decisions = (
        DecisionFormSet(requete.POST, prefix=prefixe)
        if memes
        else DecisionFormSet(initial=decisions_initiales(fiche.releve.ouverts), prefix=prefixe)
    )
    choisi = requete.POST.get(f"{prefixe}-theme", "")
    # A browser that shows no theme at all sends none: the one chosen earlier stays.
    theme = int(choisi) if choisi.isascii() and choisi.isdecimal() else None
    garde = fiche.depot.theme_id if f"{prefixe}-theme" not in requete.POST else theme
    return FicheADecider(fiche.depot, fiche.textes, fiche.releve, fiche.alertes, decisions, garde)


def _traiter(requete: HttpRequest, fiches: list[FicheADecider], themes: dict[int, Theme]) -> None:
    envoyes = restes = 0
    for fiche in fiches:
        if not fiche.decisions.is_bound:
            restes += 1
            continue
        try:
            envoyes += _decider(requete, fiche, themes)
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


def _decider(requete: HttpRequest, fiche: FicheADecider, themes: dict[int, Theme]) -> bool:
    """Apply the decisions of one deposit; send it on when asked to. Return whether it was sent. Raises `Refus`."""
    compte = compte_de(requete)
    remplacements, gardes = decisions_lues(fiche.decisions)
    depot, empreinte = fiche.depot, fiche.textes.empreinte
    if remplacements or gardes:
        depot = caviarder(depot=depot, par=compte, empreinte_vue=empreinte, remplacements=remplacements, gardes=gardes)
        empreinte = lire(depot=depot, par=compte, motif=MotifLecture.MODERATION).empreinte
    if f"{fiche.prefixe}-envoyer" not in requete.POST:
        return False
    soumettre(
        depot=depot,
        par=compte,
        empreinte_vue=empreinte,
        avertissement=depot.avertissement,
        theme=themes.get(fiche.theme or 0),
        theme_sensible=depot.theme_sensible,
    )
    return True
