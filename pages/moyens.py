"""The ways to reach someone that a page shows: a telephone, an e-mail address, a link."""

from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from .telephones import lien_telephone


@dataclass(frozen=True, slots=True)
class Moyen:
    """A way to do something: its name, what is read, where it leads (nowhere for a number that none can dial)."""

    nom: str
    texte: str
    url: str


class Joignable(Protocol):
    """What may be reached in public; each of them may be empty."""

    @property
    def telephone_public(self) -> str: ...
    @property
    def courriel_public(self) -> str: ...


def telephone_et_courriel(qui: Joignable) -> list[Moyen]:
    """Return the public ways to reach someone; none that is empty."""
    return sans_vides(
        Moyen(_("Téléphone"), qui.telephone_public, lien_telephone(qui.telephone_public)),
        Moyen(_("Courriel"), qui.courriel_public, f"mailto:{qui.courriel_public}"),
    )


def sans_vides(*moyens: Moyen) -> list[Moyen]:
    """Return those that have something to read."""
    return [moyen for moyen in moyens if moyen.texte]
