"""The same file given twice: said, never refused."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.documents.permissions import permission_policy

from .ponctuation import entre_guillemets

CITES = 3


def dire_les_doublons(somme: str, par: Any, sauf: int | None = None) -> str:
    """Return a sentence that names the documents which are this very file, among those that `par` may choose.

    Args:
        somme: the sum of the clean file (`DocumentNet.somme`).
        par: the account that gave it.
        sauf: the key of the document it was given for.
    """
    visibles = permission_policy.instances_user_has_any_permission_for(par, ["choose", "change"])
    semblables = visibles.filter(file_hash=somme).exclude(pk=sauf)[:CITES]
    titres = [entre_guillemets(document.title) for document in semblables]
    if not titres:
        return ""
    return _("Le site a déjà ce fichier, exactement le même : %(titres)s. Faut-il garder les deux?") % {
        "titres": ", ".join(titres)
    }
