"""The events of a signed-in person, as an address names them; somebody else's do not exist."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from reseau.views.acces import ressources_de

from ...models.evenement import Evenement


def le_sien(requete: HttpRequest, cle: UUID) -> Evenement:
    """Return an event of one of the person's resources. Raises `Http404` for any other."""
    siens = Evenement.objects.select_related("ressource", "latest_revision__user")
    return get_object_or_404(siens, cle=cle, ressource__in=ressources_de(requete))


def cle_lue(texte: str) -> UUID | None:
    """Return the key that a form or an address holds, nothing when it is none."""
    try:
        return UUID(texte)
    except ValueError:
        return None


def revision_lue(requete: HttpRequest) -> int | None:
    """Return the number of the revision that a form was opened on."""
    texte = requete.POST.get("revision", "")
    return int(texte) if texte.isascii() and texte.isdecimal() and len(texte) < 19 else None  # noqa: PLR2004 - fits a key
