"""`…/carte.png` under an address: the image that goes with it elsewhere, drawn when asked. `/fils/`: the feeds."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from reseau.models import Ressource
from reseau.quotas import DIX_MINUTES, Quota, compter, depasse
from temoignages.models import Generation, Temoignage

from ..langues import langue_active, racine_de
from ..models import AgendaPage, Evenement, RepertoirePage
from ..recherche.sources import pages_visibles
from .fils import fils
from .gardees import empreinte_de, garder, trouver
from .paroles import parole
from .sujets import carte_d_evenement, carte_de_page, carte_de_ressource

# Images drawn for one connection: well over what a reader or a preview robot asks, far under what would weigh.
DESSINS: Final = Quota("carte", 120, DIX_MINUTES)
DISPARUE: Final = 410
TROP: Final = 429


@require_safe
def carte_d_une_page(requete: HttpRequest, chemin: str) -> HttpResponse:
    """Answer with the image of a public page, of an event or of a resource; not found for all that is not public."""
    racine = racine_de(requete)
    if racine is None:
        raise Http404
    page, suite, _kwargs = _route(racine, requete, chemin)
    if not pages_visibles().filter(pk=page.pk).exists():
        raise Http404
    sujet, carte = _sujet(page, suite)
    return _repondre(requete, f"{sujet}:{langue_active()}", carte, empreinte_de(carte))


@require_safe
def carte_d_une_parole(requete: HttpRequest, identifiant: str) -> HttpResponse:
    """Answer with the image of a testimony as far as its author allows; 410 once it was taken back."""
    # Read first: what changes while the image is drawn makes it out of date.
    generation = Generation.actuelle()
    temoignage = Temoignage.objects.publies().filter(pk=identifiant).first()
    if temoignage is None:
        if not Temoignage.objects.filter(pk=identifiant).exists():
            raise Http404
        reponse = HttpResponse(_("Cette parole n’est plus là"), "text/plain; charset=utf-8", status=DISPARUE)
        reponse["Cache-Control"] = "no-store"
        return reponse
    carte = parole(temoignage).carte()
    reponse = _repondre(requete, "", carte, empreinte_de(carte, generation))
    reponse["X-Robots-Tag"] = "noindex, noimageindex, noarchive"
    return reponse


@require_safe
def fils_et_calendriers(requete: HttpRequest) -> HttpResponse:
    """Show what can be followed without an account: feeds and calendars."""
    return render(requete, "pages/fils.html", {"fils": fils(requete)})


def _route(racine: Any, requete: HttpRequest, chemin: str) -> Any:
    """Return the page that an address shows, and which of its own routes."""
    return racine.specific.route(requete, [morceau for morceau in chemin.split("/") if morceau])


def _sujet(page: Any, suite: Any) -> tuple[str, Any]:
    """Return the name of what is shown, and its image; `suite`: what the routing of the page added to it."""
    vue, _args, nommes = suite or (None, (), {})
    nom = getattr(vue, "__name__", "")
    if isinstance(page, AgendaPage) and nom == "evenement":
        evenement = Evenement.objects.publies().filter(**nommes).first()
        if evenement is None:
            raise Http404
        return f"evenement:{evenement.pk}", carte_d_evenement(evenement)
    if isinstance(page, RepertoirePage) and nom == "ressource":
        ressource = Ressource.objects.actives().filter(**nommes).first()
        if ressource is None:
            raise Http404
        return f"ressource:{ressource.pk}", carte_de_ressource(ressource)
    return f"page:{page.pk}", carte_de_page(page)


def _repondre(requete: HttpRequest, sujet: str, carte: Any, empreinte: str) -> HttpResponse:
    """Answer with an image, with nothing new, or with « later » to who has asked for too many; see `gardees`."""
    etiquette = f'"{empreinte}"'
    reponse = get_conditional_response(requete, etag=etiquette)
    if reponse is None:
        octets = trouver(sujet, empreinte)
        if octets is None:
            if depasse(DESSINS, requete):
                trop = HttpResponse(status=TROP)
                trop["Retry-After"] = str(DIX_MINUTES)
                return trop
            compter(DESSINS, requete)
            octets = carte.dessiner()
            garder(sujet, empreinte, octets)
        reponse = HttpResponse(octets, content_type="image/png")
    reponse["ETag"] = etiquette
    reponse["Cache-Control"] = "no-cache"  # a copy may be kept, never shown without asking
    return reponse
