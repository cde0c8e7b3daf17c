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
    Releve,
    Remplacement,
    approuver,
    caviarder,
    lectures_restantes,
    lire,
    noms_permis,
    prendre,
    relever,
    soumettre,
)
from ..actions.prendre import Textes
from ..etats import EtatDepot, MotifLecture
from ..forms_admin import DecisionForm, DecisionFormSet, Ligne, decisions_initiales, lignes_de
from ..models import Depot, Theme
from ..models.depot import DepotQuerySet
from ..permissions import peut_approuver, peut_moderer
from ..presentation import Segment, citer, decouper, resumer, voeu
from ..prudence import Alerte, signaler_prudence
from .file import compte_de

PAR_SERIE = 20
ENVELOPPE = {
    "header_title": gettext_lazy("Lire en série"),
    "page_title": gettext_lazy("Lire en série"),
    "header_icon": "list-ul",
}


@dataclass(frozen=True)
class Fiche:
    """One deposit of a series: its words, and what is flagged in them."""

    depot: Depot
    textes: Textes
    releve: Releve
    alertes: list[Alerte]

    @property
    def prefixe(self) -> str:
        """Prefix of its fields."""
        return prefixe_de(self.depot)

    @property
    def segments(self) -> list[Segment]:
        """The proposed text, cut along what is flagged."""
        return decouper(self.textes.propose, self.releve.ouverts, alertes=self.alertes)

    @property
    def prudences(self) -> list[tuple[str, Alerte]]:
        """What deserves a second look, with its words."""
        return citer(self.textes.propose, self.alertes)

    @property
    def resume(self) -> list[str]:
        """What to know before the words."""
        return resumer(self.depot, self.textes.propose, self.alertes, len(self.releve.ouverts))

    @property
    def total(self) -> int:
        """How many passages were flagged, decided or not."""
        return len(self.releve.ouverts) + self.releve.decides

    @property
    def voeu(self) -> str:
        """What its author said of the proposal."""
        return voeu(self.depot, self.textes.empreinte, self.textes.demande)


@dataclass(frozen=True)
class FicheADecider(Fiche):
    """A deposit that one holds: one form a flagged passage, and its theme."""

    decisions: BaseFormSet[DecisionForm]
    theme: int | None

    @property
    def lignes(self) -> list[Ligne]:
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
    fiches = [_a_decider(requete, fiche) for fiche in _lire_tous(_tenus(compte), compte, MotifLecture.MODERATION)]
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


def _lire_tous(depots: DepotQuerySet, compte: Compte, motif: MotifLecture) -> list[Fiche]:
    """Open the first deposits, each reading recorded; who may not read one reads the others."""
    permis, fiches = noms_permis(), []
    for depot in depots[:PAR_SERIE]:
        with suppress(Refus):
            textes = lire(depot=depot, par=compte, motif=motif)
            releve = relever(depot, textes, permis)
            fiches.append(Fiche(depot, textes, releve, signaler_prudence(textes.propose)))
    return fiches


def _a_decider(requete: HttpRequest, fiche: Fiche) -> FicheADecider:
    memes = requete.POST.get(f"{fiche.prefixe}-empreinte") == fiche.textes.empreinte
    decisions = (
        DecisionFormSet(requete.POST, prefix=fiche.prefixe)
        if memes
        else DecisionFormSet(initial=decisions_initiales(fiche.releve.ouverts), prefix=fiche.prefixe)
    )
    choisi = requete.POST.get(f"{fiche.prefixe}-theme", "")
    # A browser that shows no theme at all sends none: the one chosen earlier stays.
    theme = int(choisi) if choisi.isascii() and choisi.isdecimal() else None
    garde = fiche.depot.theme_id if f"{fiche.prefixe}-theme" not in requete.POST else theme
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
    soumettre(
        depot=depot,
        par=compte,
        empreinte_vue=empreinte,
        avertissement=depot.avertissement,
        theme=themes.get(fiche.theme or 0),
        theme_sensible=depot.theme_sensible,
    )
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def serie_seconde(requete: HttpRequest) -> HttpResponse:
    """Show what others prepared; approve each text that is ticked, by the same gate as one by one."""
    compte = compte_de(requete)
    if not peut_approuver(compte):
        raise PermissionDenied
    attente = Depot.objects.a_approuver().filter(urgent=False).exclude(soumis_par=compte).exclude(modifie_par=compte)
    attente = attente.select_related("amorce", "ressource", "soumis_par", "theme")
    fiches = _lire_tous(attente, compte, MotifLecture.APPROBATION)
    if requete.method == "POST":
        _approuver_cochees(requete, [fiche.depot for fiche in fiches], compte)
        return redirect("paroles:serie_seconde")
    titre = _("Relire en série")
    contexte = {"header_title": titre, "page_title": titre, "fiches": fiches, "voile": compte.lecture_voilee}
    return render(requete, "temoignages/admin/serie_seconde.html", ENVELOPPE | contexte)


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
