"""`/espace/evenements/`: the events of a resource, where each stands, and what to do next."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from reseau.horloge import aujourdhui
from reseau.views.acces import choisir_une_ressource, pour_les_contacts, ressource_choisie

from ...models.evenement import Evenement
from ..suivi import Etape, avec_etape

PAR_PAGE = 20
MODELES_MONTRES = 10
SUITES = {
    Etape.BROUILLON: _("Pas encore envoyé : ouvrez-le, relisez-le, puis proposez-le."),
    Etape.ATTENTE: _("Rien à faire : la fédération va vous répondre par courriel. Vous pouvez encore le modifier."),
    Etape.CHANGEMENTS: _("Lisez le mot de la fédération, modifiez l’événement, puis proposez-le de nouveau."),
    Etape.REFUSE: _("Vous pouvez le modifier et le proposer de nouveau, ou en parler à la fédération."),
    Etape.PUBLIE: _("Rien à faire. Si quelque chose change, modifiez-le; s’il n’a pas lieu, annulez-le."),
    Etape.ANNULE: _("Rien à faire. Vous pouvez le reprendre pour une autre date."),
}


@require_http_methods(["GET", "HEAD"])
@pour_les_contacts
def evenements(requete: HttpRequest) -> HttpResponse:
    """List what a resource proposed, the latest day first."""
    ressource = ressource_choisie(requete)
    if ressource is None:
        return choisir_une_ressource(requete)
    siens = Evenement.objects.filter(ressource=ressource)
    page = Paginator(avec_etape(siens).order_by("-debut", "-pk"), PAR_PAGE).get_page(requete.GET.get("page"))
    contexte = {
        "ressource": ressource,
        "page": page,
        "lignes": [_ligne(evenement) for evenement in page],
        "modeles": siens.d_edition(aujourdhui().year - 1).filter(annule_le=None).order_by("debut")[:MODELES_MONTRES],
        "base": f"?ressource={ressource.pk}&",
    }
    return render(requete, "pages/evenements/espace/liste.html", contexte)


def _ligne(evenement: Any) -> dict[str, Any]:
    etape = Etape(evenement.etape)
    passe = evenement.est_passe and etape == Etape.PUBLIE
    return {
        "evenement": evenement,
        "etat": etat_en_mots(etape, est_public=evenement.live, est_passe=evenement.est_passe),
        "suite": _("Il a eu lieu. Vous pouvez le reprendre pour une autre date.") if passe else SUITES[etape],
        "mot": evenement.mot,
    }


def etat_en_mots(etape: Etape, *, est_public: bool, est_passe: bool) -> Any:
    """Return where an event stands, in the words of the space: what is still shown to the public is said too."""
    if etape == Etape.ANNULE:
        return _("annulé, et affiché comme tel") if est_public else _("abandonné avant d’être affiché")
    if etape == Etape.PUBLIE:
        return _("passé") if est_passe else etape.label
    if est_public:
        return {
            Etape.BROUILLON: _("affiché, avec des changements que vous n’avez pas encore proposés"),
            Etape.ATTENTE: _("affiché; vos changements attendent une réponse de la fédération"),
            Etape.CHANGEMENTS: _("affiché; la fédération demande de revoir vos changements"),
            Etape.REFUSE: _("affiché comme avant; vos changements sont refusés"),
        }[etape]
    return etape.label
