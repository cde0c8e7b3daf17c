"""The data map: what each model keeps of people, why, for how long, who sees it.

Each model of ours holds a `donnees = Carte(…)` that names every one of its fields, those that say nothing of anybody
included: a test refuses a field that the map forgets, and the public privacy page is written from it (VIE_PRIVEE,
section 7). It stands in the lowest room because every room declares.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import BinaryField, EmailField, Field, FileField, GenericIPAddressField, Model
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# A field of these kinds is never declared to hold nothing personal.
TOUJOURS_PERSONNELS = (BinaryField, EmailField, FileField, GenericIPAddressField)


class Qui(Enum):
    """Whom a piece of information is about, in the order of the privacy page."""

    AUTEUR = _("Les personnes qui donnent leurs mots")
    PUBLIC = _("Les personnes que le site montre ou nomme")
    COMPTE = _("Les personnes qui ont un compte : l’équipe et les ressources")


@dataclass(frozen=True)
class Renseignement:
    """One kind of personal information, in words that anybody understands; several fields hold it."""

    qui: Qui
    quoi: "StrOrPromise"
    pourquoi: "StrOrPromise"
    duree: "StrOrPromise"
    acces: "StrOrPromise"
    rang: int = field(default_factory=count().__next__, init=False)  # as written: the order of the page

    def dans(self, champs: str) -> "tuple[Renseignement, str]":
        """Return the entry of a map: this, in the fields named in `champs`, separated by spaces."""
        return self, champs


class Carte:
    """What one model holds of people."""

    def __init__(self, *personnels: tuple[Renseignement, str], autres: str) -> None:
        """Take the fields that hold personal information, by kind, and `autres`, the names of all the others."""
        self.renseignements = tuple(renseignement for renseignement, _champs in personnels)
        self.personnels = [nom for _renseignement, champs in personnels for nom in champs.split()]
        self.autres = autres.split()


def champs_de(modele: type[Model]) -> "list[Field[object, object]]":
    """Return the fields that the table of `modele` holds, and its links of many to many."""
    return [*modele._meta.local_fields, *modele._meta.local_many_to_many]


def ecarts(modele: type[Model], carte: Carte | None) -> Iterator[str]:
    """Yield what is wrong with the map of a model: none, a field forgotten, named twice, gone, or badly placed."""
    nom = modele._meta.label
    if carte is None:
        yield f"{nom}: no map"
        return
    champs = {champ.name: champ for champ in champs_de(modele)}
    declares = Counter([*carte.personnels, *carte.autres])
    yield from (f"{nom}.{champ}: not declared" for champ in champs if champ not in declares)
    yield from (f"{nom}.{champ}: no such field" for champ in declares if champ not in champs)
    yield from (f"{nom}.{champ}: declared twice" for champ, fois in declares.items() if fois > 1)
    for champ in carte.autres:
        if champ in champs and est_toujours_personnel(champs[champ]):
            yield f"{nom}.{champ}: cannot hold nothing personal"


def est_toujours_personnel(champ: "Field[object, object]") -> bool:
    """Say whether a field is personal by its very kind: a file, an address, a link to an account."""
    cible = champ.related_model
    etiquette = cible._meta.label if isinstance(cible, type) else cible
    return etiquette == settings.AUTH_USER_MODEL or isinstance(champ, TOUJOURS_PERSONNELS)


ACTE = Renseignement(
    Qui.COMPTE,
    _("Qui a fait quel geste et quand : lire, anonymiser, approuver, retirer, modifier une page, déposer un fichier"),
    _("Répondre de chaque décision, et faire respecter la règle des deux personnes."),
    _("Aussi longtemps que le texte, la page ou le fichier que le geste concerne."),
    _("L’équipe qui travaille sur le même objet, et l’administration."),
)
IMAGE = Renseignement(
    Qui.PUBLIC,
    _(
        "Les images, les enregistrements et les documents publiés, sans les données que l’appareil y inscrit (lieu, "
        "date, modèle)"
    ),
    _("Raconter la campagne."),
    _("Tant que le site les montre; moins longtemps si une personne qui s’y reconnaît le demande."),
    _("Tout le monde, pour ce qui est public; l’équipe pour le reste."),
)
