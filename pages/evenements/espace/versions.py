"""Two people changed the same event: both versions side by side, and whoever came second chooses."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from reseau.connexion import ouvre_l_administration
from reseau.models import Compte
from reseau.views.acces import TECHNIQUES, compte_de

from ...models.evenement import Evenement
from ..etats import CHAMPS_SAISIS, DATES


@dataclass(frozen=True, slots=True)
class Ecart:
    """What one field says in both versions, in words."""

    nom: str
    enregistre: str
    saisi: str


def ecarts(enregistre: Evenement, saisi: Evenement) -> list[Ecart]:
    """Return the fields that differ; both ends of an event are one line."""
    lignes = []
    if (enregistre.debut, enregistre.fin) != (saisi.debut, saisi.fin):
        lignes.append(Ecart(_("Date et heures"), enregistre.moment, saisi.moment))
    for champ in CHAMPS_SAISIS:
        if champ not in DATES and getattr(enregistre, champ) != getattr(saisi, champ):
            nom = str(Evenement._meta.get_field(champ).verbose_name)  # type: ignore[union-attr]  # no relation is typed
            lignes.append(Ecart(nom[:1].upper() + nom[1:], en_mots(enregistre, champ), en_mots(saisi, champ)))
    return lignes


def en_mots(evenement: Evenement, champ: str) -> str:
    """Return the value of a field as a person reads it."""
    valeur = getattr(evenement, champ)
    if isinstance(valeur, bool):
        return _("oui") if valeur else _("non")
    choisi = getattr(evenement, f"get_{champ}_display", None)
    return str(choisi() if choisi else valeur) or "–"


def montrer_les_deux(requete: HttpRequest, enregistre: Evenement, saisi: Evenement) -> HttpResponse:
    """Answer a form that nothing was kept of: what it held is in the page, ready to be sent again."""
    revision = enregistre.latest_revision
    contexte = {
        "evenement": enregistre,
        "ecarts": ecarts(enregistre, saisi),
        "qui": qui_a_ecrit(revision.user, compte_de(requete)),
        "quand": revision.created_at,
        "revision": revision.pk,
        "saisies": [
            (nom, texte) for nom, textes in requete.POST.lists() for texte in textes if nom not in TECHNIQUES - {"cle"}
        ],
    }
    return render(requete, "pages/evenements/espace/versions.html", contexte, status=409)


def qui_a_ecrit(auteur: Compte | None, lecteur: Compte) -> str:
    """Return who saved a version, as a person of the resource may know them."""
    if auteur == lecteur:
        return _("par vous")
    if auteur is None or ouvre_l_administration(auteur):
        return _("par la fédération")
    return _("par %(personne)s") % {"personne": auteur.nom_pour_les_collegues}
