"""What a press of a button does of one deposit: read the form, call the action, say what was done."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from reseau.models import Compte

from ..actions import (
    approuver,
    caviarder,
    liberer,
    masquer,
    recommencer,
    refuser,
    renvoyer,
    retoucher,
    revenir,
    soumettre,
)
from ..forms_admin import DecisionFormSet, MarqueForm, RetoucheForm, SoumissionForm, decisions_lues
from ..models import Depot

# Returns what to say; nothing when a field is wrong. Raises `Refus`.
Geste = Callable[[HttpRequest, Depot, Compte], str]
PREFIXE_MARQUE = "marque"


def _vue(requete: HttpRequest) -> str:
    return requete.POST.get("empreinte", "")


def _valide(formulaire: forms.BaseForm) -> dict[str, Any]:
    return formulaire.cleaned_data if formulaire.is_valid() else {}


def _caviarder(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    decisions = DecisionFormSet(requete.POST)
    if not decisions.is_valid():
        return ""
    remplacements, gardes = decisions_lues(decisions)
    caviarder(depot=depot, par=compte, empreinte_vue=_vue(requete), remplacements=remplacements, gardes=gardes)
    return _("Les décisions sont appliquées.")


def _masquer(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    formulaire = MarqueForm(requete.POST, prefix=PREFIXE_MARQUE)
    if not formulaire.is_valid():
        return ""
    masquer(depot=depot, par=compte, empreinte_vue=_vue(requete), passage=formulaire.lu())
    return _("Le passage est masqué.")


def _revenir(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    ecarts, gardes = (_numeros(requete, nom) for nom in ("ecart", "garde"))
    revenir(depot=depot, par=compte, empreinte_vue=_vue(requete), ecarts=ecarts, gardes=gardes)
    return _("Les décisions cochées sont annulées.")


def _numeros(requete: HttpRequest, nom: str) -> set[int]:
    """Return the numbers ticked; what is not one becomes a number that nothing bears, and is refused."""
    lus = requete.POST.getlist(nom)
    return {int(lu) if lu.isascii() and lu.isdecimal() and len(lu) < 10 else -1 for lu in lus}  # noqa: PLR2004 — an id


def _retoucher(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    donnees = _valide(RetoucheForm(requete.POST))
    if not donnees:
        return ""
    retoucher(depot=depot, par=compte, empreinte_vue=_vue(requete), texte=donnees["texte"])
    return _("Le texte proposé est enregistré.")


def _recommencer(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    recommencer(depot=depot, par=compte, empreinte_vue=_vue(requete))
    return _("Le texte proposé est redevenu le texte reçu.")


def _soumettre(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    donnees = _valide(SoumissionForm(requete.POST))
    if not donnees:
        return ""
    soumettre(depot=depot, par=compte, empreinte_vue=_vue(requete), **donnees)
    return _("Le texte attend une seconde lecture.")


def _liberer(_requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    liberer(depot=depot, par=compte)
    return _("Le texte est revenu dans la file.")


def _refuser(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    refuser(depot=depot, par=compte, motif=requete.POST.get("motif", ""))
    return _("Le texte n’est pas retenu.")


def _approuver(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    temoignage = approuver(depot=depot, par=compte, empreinte_vue=_vue(requete))
    return _("Publié à l’adresse %(adresse)s.") % {"adresse": temoignage.url}


def _renvoyer(requete: HttpRequest, depot: Depot, compte: Compte) -> str:
    renvoyer(depot=depot, par=compte, motif=requete.POST.get("motif", ""))
    return _("Le texte est renvoyé à la première personne.")


GESTES_PREMIERE: dict[str, Geste] = {
    "caviarder": _caviarder,
    "masquer": _masquer,
    "revenir": _revenir,
    "retoucher": _retoucher,
    "recommencer": _recommencer,
    "soumettre": _soumettre,
    "refuser": _refuser,
    "liberer": _liberer,
}
GESTES_SECONDE: dict[str, Geste] = {"approuver": _approuver, "renvoyer": _renvoyer, "refuser": _refuser}
