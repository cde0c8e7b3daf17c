"""What a press of a button does of one translation: read the form, call the action, say what was done."""

from collections.abc import Callable

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medias.langues import Langue
from reseau.models import Compte

from ..actions import Refus, approuver_traduction, reprendre_traduction, supprimer_traduction, traduire
from ..forms_traduction import GardeFormSet, TraductionForm, gardes_lues
from ..models import Temoignage, Traduction

# Returns what to say; nothing when a field is wrong. Raises `Refus`.
Geste = Callable[[HttpRequest, Temoignage, Langue, Compte], str]


def _actuelle(temoignage: Temoignage, langue: Langue) -> Traduction:
    traduction = temoignage.traductions.filter(langue=langue).first()
    if traduction is None:
        raise Refus("etat")
    return traduction


def _traduire(requete: HttpRequest, temoignage: Temoignage, langue: Langue, compte: Compte) -> str:
    formulaire, gardes = TraductionForm(requete.POST), GardeFormSet(requete.POST)
    if not (formulaire.is_valid() and gardes.is_valid()):
        return ""
    ecrite = traduire(
        temoignage=temoignage,
        langue=langue,
        par=compte,
        texte=formulaire.cleaned_data["texte"],
        vue=requete.POST.get("vue", ""),
        gardes=gardes_lues(gardes),
    )
    if not ecrite.constats_ouverts:
        return _("La traduction est enregistrée. Une autre personne peut l’approuver.")
    reste = ngettext(
        "La traduction est enregistrée. Il reste %(n)s passage à décider.",
        "La traduction est enregistrée. Il reste %(n)s passages à décider.",
        ecrite.constats_ouverts,
    )
    return reste % {"n": ecrite.constats_ouverts}


def _approuver(requete: HttpRequest, temoignage: Temoignage, langue: Langue, compte: Compte) -> str:
    actuelle = _actuelle(temoignage, langue)
    approuver_traduction(traduction=actuelle, par=compte, vue=requete.POST.get("vue", ""))
    return _("La traduction est approuvée : elle est sur le site.")


def _reprendre(_requete: HttpRequest, temoignage: Temoignage, langue: Langue, compte: Compte) -> str:
    reprendre_traduction(traduction=_actuelle(temoignage, langue), par=compte)
    return _("La traduction n’est plus sur le site. L’original y reste.")


def _supprimer(_requete: HttpRequest, temoignage: Temoignage, langue: Langue, compte: Compte) -> str:
    supprimer_traduction(traduction=_actuelle(temoignage, langue), par=compte)
    return _("La traduction est supprimée. L’original reste.")


GESTES: dict[str, Geste] = {
    "traduire": _traduire,
    "approuver": _approuver,
    "reprendre": _reprendre,
    "supprimer": _supprimer,
}
