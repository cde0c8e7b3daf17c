"""The marks that stand around words glued by the code, in the language of the reader."""

from django.utils.translation import gettext as _


def entre_guillemets(texte: str) -> str:
    """Return « texte », “texte” in English."""
    return _("« %(mots)s »") % {"mots": texte}


def deux_points(nom: str) -> str:
    """Return « nom : », “nom:” in English; what follows is after a space."""
    return _("%(nom)s :") % {"nom": nom}


def intitule(nom: str, valeur: object) -> str:
    """Return « nom : valeur », “nom: valeur” in English."""
    return f"{deux_points(nom)} {valeur}"
