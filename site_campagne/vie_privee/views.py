"""`/confidentialite/`: what the site keeps of people, in plain words, and what it did with what it received."""

import math
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from medias.donnees import Qui, Renseignement
from reseau.horloge import aujourdhui
from temoignages.bilan import bilans

from ..models import ResponsableSetting
from .carte import renseignements

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# What the reader must know of each group before opening it. Durations and figures stand in the map alone.
ESSENTIEL = {
    Qui.AUTEUR: _(
        "Vos mots, chiffrés, puis détruits après la décision; ceux qui sont publiés sans nom, jusqu’à ce que vous les "
        "repreniez. Sans eux restent des dates, des choix et l’empreinte de votre code."
    ),
    Qui.PUBLIC: _(
        "Des noms, des propos signés et des images, que tout le monde peut voir. Si c’est vous, vous pouvez demander "
        "qu’on les retire."
    ),
    Qui.COMPTE: _("Votre nom, votre courriel, votre rôle, et qui a fait quel geste. Le public n’en voit rien."),
}


class Groupe(NamedTuple):
    """Whom the site keeps something about, the essential of it, and each kind of thing."""

    qui: "StrOrPromise"
    essentiel: "StrOrPromise"
    renseignements: list[Renseignement]


@require_safe
def vie_privee(requete: HttpRequest) -> HttpResponse:
    """Show the page: no session, no cookie, the same for everybody."""
    responsable = ResponsableSetting.objects.first()
    contexte = {
        "groupes": [Groupe(qui.value, ESSENTIEL[qui], liste) for qui, liste in renseignements()],
        "responsable": responsable if responsable and responsable.est_complet else None,
        "bilans": bilans(aujourdhui()),
        "fournisseur": fournisseur(),
        "mois_des_archives": mois_des_archives(),
    }
    return render(requete, "site_campagne/vie_privee.html", contexte)


def mois_des_archives() -> int:
    """Return how many months, at most, an archive of the site stays once others follow it; nothing without archives."""
    if not settings.SAUVEGARDES:
        return 0
    jours, semaines, mois = settings.SAUVEGARDES_GARDEES
    return max(1, mois, math.ceil(semaines * 7 / 30), math.ceil(jours / 30))


def fournisseur() -> str:
    """Return the host that readers' browsers ask for files, when it is not this site's; otherwise nothing."""
    s3 = settings.S3
    if s3 is None or not (settings.STOCKAGE == "s3" or s3.seau_public):
        return ""
    return urlsplit(s3.adresse).hostname or ""
