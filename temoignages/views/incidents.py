"""The incident register in the admin: what went wrong, where, what was done. Never a text."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ..actions import Refus
from ..actions.signaler import decrire, signaler
from ..etats import NatureIncident
from ..forms_incident import IncidentForm, MesuresForm
from ..models import Incident, Trace
from ..permissions import peut_gerer_les_incidents
from .file import compte_de
from .tableur import fichier_csv

PAR_PAGE = 50
ETATS = {"ouverts": gettext_lazy("ouverts"), "fermes": gettext_lazy("fermés"), "": gettext_lazy("tous")}
COLONNES = (
    gettext_lazy("Numéro"),
    gettext_lazy("Nature"),
    gettext_lazy("Où"),
    gettext_lazy("Référence"),
    gettext_lazy("Ouvert le"),
    gettext_lazy("Mesures prises"),
    gettext_lazy("Fermé le"),
    gettext_lazy("Fermé par"),
)


@require_safe
@never_cache
def incidents(requete: HttpRequest) -> HttpResponse:
    """List incidents, newest first; those still open unless the query asks for others."""
    _exiger(requete, "view_incident")
    etat = _etat(requete.GET)
    contexte = {
        **_entete(gettext_lazy("Registre des incidents")),
        "page": Paginator(_choisis(etat), PAR_PAGE).get_page(requete.GET.get("p")),
        "etat": etat,
        "etats": ETATS.items(),
        "requete": f"etat={etat}",
        "peut_inscrire": peut_gerer_les_incidents(requete.user),
    }
    return render(requete, "temoignages/admin/incidents.html", contexte)


@require_safe
@never_cache
def exporter_incidents(requete: HttpRequest) -> StreamingHttpResponse:
    """Send the incidents that the filter keeps as CSV."""
    _exiger(requete, "view_incident")
    choisis = _choisis(_etat(requete.GET)).iterator(chunk_size=500)
    return fichier_csv("registre-incidents", COLONNES, (_cases(incident) for incident in choisis))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def nouvel_incident(requete: HttpRequest) -> HttpResponse:
    """Open an incident that a person saw: a leak, a loss."""
    _exiger(requete, "change_incident")
    formulaire = IncidentForm(requete.POST or None)
    if requete.method == "POST" and formulaire.is_valid():
        donnees = formulaire.cleaned_data
        incident = signaler(
            nature=NatureIncident(donnees["nature"]),
            surface=donnees["surface"],
            reference=donnees["reference"],
            par=compte_de(requete),
        )
        messages.success(requete, _("L’incident est inscrit. Dites ce qui a été fait."))
        return redirect("paroles:incident", incident_id=incident.pk)
    contexte = {**_entete(gettext_lazy("Inscrire un incident")), "formulaire": formulaire}
    return render(requete, "temoignages/admin/nouvel_incident.html", contexte, status=400 if formulaire.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def incident(requete: HttpRequest, incident_id: int) -> HttpResponse:
    """Show one incident; write what was done, close it."""
    _exiger(requete, "view_incident")
    trouve = get_object_or_404(Incident.objects.select_related("clos_par"), pk=incident_id)
    formulaire = MesuresForm(requete.POST or None, initial={"mesures": trouve.mesures})
    if requete.method == "POST" and formulaire.is_valid():
        clore = requete.POST.get("geste") == "clore"
        try:
            decrire(incident=trouve, mesures=formulaire.cleaned_data["mesures"], par=compte_de(requete), clore=clore)
        except Refus as refus:
            if refus.regle == "permission":
                raise PermissionDenied from refus
            messages.error(requete, str(refus))
        else:
            messages.success(requete, _("L’incident est fermé.") if clore else _("Les mesures sont inscrites."))
        return redirect("paroles:incident", incident_id=trouve.pk)
    contexte = {
        **_entete(gettext_lazy("Incident")),
        "incident": trouve,
        "formulaire": formulaire,
        "actes": Trace.objects.filter(objet="incident", objet_id=str(trouve.pk)).select_related("par").order_by("le"),
        "peut_decrire": peut_gerer_les_incidents(requete.user) and trouve.clos_le is None,
    }
    return render(requete, "temoignages/admin/incident.html", contexte, status=400 if formulaire.errors else 200)


def _exiger(requete: HttpRequest, droit: str) -> None:
    if not compte_de(requete).has_perm(f"temoignages.{droit}"):
        raise PermissionDenied


def _entete(titre: Any) -> dict[str, Any]:
    return {"header_title": titre, "page_title": titre, "header_icon": "warning"}


def _etat(parametres: QueryDict) -> str:
    demande = parametres.get("etat", "ouverts")
    return demande if demande in ETATS else "ouverts"


def _choisis(etat: str) -> QuerySet[Incident]:
    choisis = Incident.objects.select_related("clos_par").order_by("-ouvert_le", "-pk")
    return choisis.filter(clos_le__isnull=etat == "ouverts") if etat else choisis


def _cases(incident: Incident) -> tuple[Any, ...]:
    return (
        incident.pk,
        incident.get_nature_display(),
        incident.surface,
        incident.reference,
        incident.ouvert_le.isoformat(timespec="minutes"),
        incident.mesures,
        incident.clos_le.isoformat(timespec="minutes") if incident.clos_le else "",
        incident.clos_par.nom_affiche if incident.clos_par else "",
    )
