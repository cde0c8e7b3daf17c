"""The anonymisation register in the admin: read, filtered, exported, and rows looked at again. Never a text."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ..actions import Refus
from ..actions.registre import a_reevaluer, reevaluer
from ..etats import Risque
from ..models import EntreeRegistre, Temoignage
from ..permissions import peut_approuver
from ..regles import EDITIONS
from .file import compte_de
from .tableur import fichier_csv

PAR_PAGE = 50
COLONNES = (
    gettext_lazy("Témoignage"),
    gettext_lazy("Édition"),
    gettext_lazy("Attribution"),
    gettext_lazy("Individualisation"),
    gettext_lazy("Corrélation"),
    gettext_lazy("Inférence"),
    gettext_lazy("Risque résiduel"),
    gettext_lazy("Calcul"),
    gettext_lazy("Personne"),
    gettext_lazy("Décidé le"),
    gettext_lazy("À réévaluer le"),
)


@require_safe
@never_cache
def registre(requete: HttpRequest) -> HttpResponse:
    """List the rows, newest first; the page and the filters come from the query, a bad value is as good as none."""
    _exiger_le_droit(requete)
    filtres = _filtres(requete.GET)
    page = Paginator(_entrees(filtres), PAR_PAGE).get_page(requete.GET.get("p"))
    contexte = {
        "header_title": gettext_lazy("Registre d’anonymisation"),
        "page_title": gettext_lazy("Registre d’anonymisation"),
        "header_icon": "lock",
        "page": page,
        "filtres": filtres,
        "requete": urlencode({nom: valeur for nom, valeur in filtres.items() if valeur}),
        "risques": Risque.choices,
        "editions": EntreeRegistre.objects.order_by("-temoignage__edition")
        .values_list("temoignage__edition", flat=True)
        .distinct(),
        "peut_reevaluer": bool(filtres["echeance"]) and peut_approuver(requete.user),
    }
    return render(requete, "temoignages/admin/registre.html", contexte)


@require_safe
@never_cache
def exporter_registre(requete: HttpRequest) -> StreamingHttpResponse:
    """Send the rows that the filters keep as CSV."""
    _exiger_le_droit(requete)
    entrees = _entrees(_filtres(requete.GET)).iterator(chunk_size=500)
    return fichier_csv("registre-anonymisation", COLONNES, (_cases(entree) for entree in entrees))


@require_POST
def reevaluer_entree(requete: HttpRequest, temoignage_id: str) -> HttpResponse:
    """Record that someone reread a text: it gets a new row and a new date."""
    temoignage = get_object_or_404(Temoignage, pk=temoignage_id)
    try:
        entree = reevaluer(temoignage=temoignage, par=compte_de(requete))
    except Refus as refus:
        messages.error(requete, str(refus))
        return redirect("paroles:registre")
    jour = entree.reevaluer_le.isoformat()
    messages.success(requete, _("La réévaluation est inscrite. Prochaine date : %(jour)s.") % {"jour": jour})
    return redirect("paroles:registre")


def _exiger_le_droit(requete: HttpRequest) -> None:
    if not compte_de(requete).has_perm("temoignages.view_entreeregistre"):
        raise PermissionDenied


def _filtres(parametres: QueryDict) -> dict[str, str]:
    edition, risque = parametres.get("edition", ""), parametres.get("risque", "")
    connue = edition.isascii() and edition.isdecimal() and len(edition) == len(str(EDITIONS.start))
    return {
        "echeance": "oui" if parametres.get("echeance") == "oui" else "",
        "risque": risque if risque in Risque.values else "",
        "edition": edition if connue else "",
    }


def _entrees(filtres: dict[str, str]) -> QuerySet[EntreeRegistre]:
    entrees = a_reevaluer() if filtres["echeance"] else EntreeRegistre.objects.all()
    if filtres["risque"]:
        entrees = entrees.filter(risque_residuel=filtres["risque"])
    if filtres["edition"]:
        entrees = entrees.filter(temoignage__edition=int(filtres["edition"]))
    # Only what is shown: the text of the testimony stays in the database.
    return entrees.select_related("temoignage", "par").defer("temoignage__texte").order_by("-le", "-pk")


def _cases(entree: EntreeRegistre) -> tuple[Any, ...]:
    return (
        entree.temoignage_id,
        entree.temoignage.edition,
        entree.echelon,
        entree.individualisation,
        entree.correlation,
        entree.inference,
        entree.risque_residuel,
        entree.motif,
        entree.par.nom_affiche if entree.par else "",
        entree.le.isoformat(timespec="minutes"),
        entree.reevaluer_le.isoformat(),
    )
