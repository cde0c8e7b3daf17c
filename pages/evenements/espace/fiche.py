"""`/espace/evenements/<key>/`: what the public will see, where it stands; send it, cancel it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from reseau.views.acces import compte_de, pour_les_contacts

from ...models.evenement import Evenement
from ...publication.constats import examiner
from ...publication.refus import Refus
from ..actions import EvenementInterdit, annuler
from ..suivi import Etape, suivre
from .liste import SUITES, etat_en_mots
from .reception import Divergence, envoyer, est_a_proposer
from .siens import le_sien, revision_lue

FAITS = {
    "brouillon": gettext_lazy("C’est enregistré. Rien n’est encore envoyé : proposez-le quand il est prêt."),
    "propose": gettext_lazy("C’est envoyé à la fédération. Elle vous répondra par courriel."),
    "publie": gettext_lazy("C’est affiché dans l’agenda."),
    "annule": gettext_lazy("C’est annulé, dès maintenant."),
}
# Where the form asks what a gate is about.
CHAMPS = {"debut": "jour", "fin": "heure_fin"}


@require_http_methods(["GET", "HEAD", "POST"])
@pour_les_contacts
def evenement(requete: HttpRequest, cle: UUID) -> HttpResponse:
    """Show an event as the public will see it; send it when asked."""
    objet = le_sien(requete, cle)
    if requete.method == "POST":
        return _proposer(requete, objet)
    return _montrer(requete, objet)


@require_http_methods(["GET", "HEAD", "POST"])
@pour_les_contacts
def annuler_evenement(requete: HttpRequest, cle: UUID) -> HttpResponse:
    """Ask before an event is cancelled; cancel it at once."""
    objet = le_sien(requete, cle)
    if requete.method == "POST":
        annuler(evenement=objet, par=compte_de(requete))
        return _apres(objet, "annule")
    contexte = {
        "evenement": objet.get_latest_revision_as_object(),
        "attend": suivre(objet).etape in {Etape.ATTENTE, Etape.CHANGEMENTS},
    }
    return render(requete, "pages/evenements/espace/annuler.html", contexte)


def _apres(objet: Evenement, fait: str) -> HttpResponse:
    return redirect(f"{reverse('espace_evenements:evenement', args=[objet.cle])}?fait={fait}")


def _proposer(requete: HttpRequest, objet: Evenement) -> HttpResponse:
    if not objet.ressource.active:
        messages.error(requete, _("Cette ressource n’est plus membre : elle ne peut plus proposer d’événement."))
        return redirect("espace_evenements:evenement", cle=objet.cle)
    try:
        envoye = envoyer(evenement=objet, lue=revision_lue(requete), par=compte_de(requete))
    except Divergence:
        messages.error(requete, _("Rien n’est envoyé : une version plus récente existe. La voici; relisez-la d’abord."))
    except EvenementInterdit:
        messages.error(requete, _("Cet événement est annulé : il ne se propose plus."))
    except Refus:
        return _montrer(requete, objet, statut=400)
    else:
        return _apres(envoye, "publie" if suivre(envoye).etape == Etape.PUBLIE else "propose")
    return redirect("espace_evenements:evenement", cle=objet.cle)


def _montrer(requete: HttpRequest, objet: Evenement, statut: int = 200) -> HttpResponse:
    version = objet.get_latest_revision_as_object()
    a_proposer = objet.ressource.active and est_a_proposer(objet)
    suivi = suivre(objet)
    fait = requete.GET.get("fait", "")
    contexte = {
        "evenement": version,
        "ressource": objet.ressource,
        "suivi": suivi,
        "etat": etat_en_mots(suivi.etape, est_public=suivi.est_public, est_passe=objet.est_passe),
        "suite": SUITES[suivi.etape],
        "a_proposer": a_proposer,
        "constats": _constats(version) if a_proposer else [],
        "fait": FAITS.get(fait, ""),
        "recu": bool(fait),
        "compte": compte_de(requete),
    }
    return render(requete, "pages/evenements/espace/evenement.html", contexte, status=statut)


def _constats(version: Evenement) -> list[dict[str, Any]]:
    """Return what the gates say, what stops it first, with the field of the form that each is about."""
    return [
        {"message": constat.message, "bloque": constat.est_bloquant, "champ": CHAMPS.get(constat.champ, constat.champ)}
        for constat in examiner(version)
    ]
