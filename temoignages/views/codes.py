"""A code typed in a form: whose it is, and what to say when it is nobody's."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from .. import quotas
from ..actions.erreurs import MESSAGES
from ..suivi import auteur_de

TROUVE, INCONNU, TROP = 200, 404, 429


def reconnaitre(requete: HttpRequest, formulaire: forms.Form) -> tuple[str, int]:
    """Return the author behind the `code` of a valid form; or nothing, a status, and the reason by its field.

    Unknown codes count against the connection, known ones do not.
    """
    if quotas.depasse(quotas.ESSAIS_DE_CODE, requete):
        formulaire.add_error("code", _("Trop de codes inconnus. Réessayez dans dix minutes, ou écrivez-nous."))
        return "", TROP
    auteur = auteur_de(formulaire.cleaned_data["code"])
    if auteur:
        return auteur, TROUVE
    quotas.compter(quotas.ESSAIS_DE_CODE, requete)
    formulaire.add_error("code", MESSAGES["code"])
    return "", INCONNU
