"""`/espace/evenements/nouveau/` and `…/modifier/`: type an event, come back to it, never lose a word."""

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reseau.models import Ressource
from reseau.views.acces import (
    choisir_une_ressource,
    compte_de,
    pour_les_contacts,
    ressource_choisie,
)

from ...models.evenement import Evenement
from ..actions import EvenementInterdit, dupliquer
from ..formulaire import EvenementForm
from ..suivi import suivre
from .reception import Divergence, EstAnnule, recevoir
from .siens import cle_lue, le_sien, revision_lue
from .versions import montrer_les_deux

# What the form accepts: a longer one, known to the directory, is left to be typed.
LONGUEUR_D_ADRESSE = 160


@require_http_methods(["GET", "HEAD", "POST"])
@pour_les_contacts
def nouveau(requete: HttpRequest) -> HttpResponse:
    """Propose a new event, empty or after another one."""
    ressource = ressource_choisie(requete)
    if ressource is None:
        return choisir_une_ressource(requete)
    if requete.method == "POST":
        evenement = vierge(ressource)
        evenement.cle = cle_lue(requete.POST.get("cle", "")) or uuid4()
    elif modele := requete.GET.get("modele"):
        evenement = dupliquer(evenement=le_sien(requete, cle_lue(modele) or uuid4()), par=compte_de(requete))
    else:
        evenement = vierge(ressource)
    return _traiter(requete, evenement)


@require_http_methods(["GET", "HEAD", "POST"])
@pour_les_contacts
def modifier(requete: HttpRequest, cle: UUID) -> HttpResponse:
    """Change an event: what is public stays as it is until the change is approved."""
    evenement = le_sien(requete, cle)
    if evenement.est_annule and requete.method != "POST":
        return redirect("espace_evenements:evenement", cle=evenement.cle)
    return _traiter(requete, evenement.get_latest_revision_as_object())


def vierge(ressource: Ressource) -> Evenement:
    """Return a new event, with what is known of its resource."""
    return Evenement(
        live=False,
        ressource=ressource,
        lieu=ressource.nom,
        adresse=ressource.adresse if len(ressource.adresse) <= LONGUEUR_D_ADRESSE else "",
        municipalite=ressource.municipalite,
        region=ressource.region,
        courriel_public=ressource.courriel_public,
        telephone_public=ressource.telephone_public,
    )


def _traiter(requete: HttpRequest, evenement: Evenement) -> HttpResponse:
    formulaire = EvenementForm(requete.POST if requete.method == "POST" else None, instance=evenement)
    statut = 200
    if requete.method == "POST" and requete.POST.get("geste") != "revoir":
        try:
            if garde := _garder(requete, formulaire):
                suite = "brouillon" if requete.POST.get("geste") == "brouillon" else "apercu"
                return redirect(f"{reverse('espace_evenements:evenement', args=[garde.cle])}?fait={suite}")
        except EvenementInterdit as erreur:
            raise Http404 from erreur
        except Divergence as divergence:
            return montrer_les_deux(requete, divergence.enregistre, formulaire.instance)
        except EstAnnule:
            formulaire.add_error(None, _("Cet événement a été annulé : ce que vous avez tapé n’est pas enregistré."))
        statut = 400
    return _montrer(requete, formulaire, statut)


def _garder(requete: HttpRequest, formulaire: EvenementForm) -> Evenement | None:
    if not formulaire.is_valid():
        return None
    if not formulaire.instance.ressource.active:
        formulaire.add_error(None, _("Cette ressource n’est plus membre : elle ne peut plus proposer d’événement."))
        return None
    return recevoir(saisi=formulaire.instance, lue=revision_lue(requete), par=compte_de(requete))


def _montrer(requete: HttpRequest, formulaire: EvenementForm, statut: int) -> HttpResponse:
    evenement = formulaire.instance
    suivi = None if evenement._state.adding else suivre(evenement)
    lue = revision_lue(requete) if requete.method == "POST" else evenement.latest_revision_id
    contexte = {
        "formulaire": formulaire,
        "evenement": evenement,
        "ressource": evenement.ressource,
        "est_nouveau": suivi is None,
        "est_public": bool(suivi and suivi.est_public),
        "mot": suivi.mot if suivi else "",
        "revision": lue,
        "compte": compte_de(requete),
    }
    return render(requete, "pages/evenements/espace/formulaire.html", contexte, status=statut)
