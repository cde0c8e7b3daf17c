"""What an operator asks to look for: a text, or the id of one, and where it is at home."""

import re
from dataclasses import dataclass, field
from uuid import UUID

from ..actions.journal import tracer
from ..actions.prendre import ouvrir_textes
from ..models import Depot, Temoignage

_OPAQUE = re.compile(r"[2-9bcdfghjkmnpqrstvwxz]{5,8}")


class CibleIntrouvable(Exception):
    """Nothing to look for; the message is a French sentence without a word of a text."""


@dataclass(frozen=True)
class Cible:
    """The texts to look for, and the surfaces where they are expected."""

    textes: list[str] = field(repr=False)
    chez_elle: frozenset[str] = frozenset()


def lire_cible(saisie: str) -> Cible:
    """Read what was typed: a testimony's id or address, a deposit's whole number, or else a text.

    Opening a deposit is written in the audit log. Raises `CibleIntrouvable`, or `Refus("detruit")`.
    """
    saisie = saisie.strip()
    if not saisie:
        raise CibleIntrouvable("Donnez un texte ou un identifiant sur l’entrée standard.")
    if len(saisie.split()) == 1:
        identifiant = saisie.rstrip("/").rpartition("/")[2]
        if depot_id := _uuid(identifiant):
            return _du_depot(depot_id)
        temoignage = Temoignage.objects.filter(pk=identifiant).first() if _OPAQUE.fullmatch(identifiant) else None
        if temoignage:
            return _du_temoignage(temoignage)
    return Cible([saisie])


def _du_temoignage(temoignage: Temoignage) -> Cible:
    if not temoignage.texte:
        raise CibleIntrouvable("Ce témoignage est retiré : son texte n’existe plus, il faut le donner lui-même.")
    traductions = temoignage.traductions.values_list("texte", flat=True)
    return Cible([temoignage.texte, *traductions], _maison(temoignage))


def _du_depot(depot_id: UUID) -> Cible:
    depot = Depot.objects.filter(pk=depot_id).first()
    if depot is None:
        raise CibleIntrouvable("Aucun dépôt ne porte ce numéro.")
    textes = ouvrir_textes(depot)
    tracer("lire", "depot", depot.pk, motif="residus")
    temoignage = Temoignage.objects.filter(empreinte_code=depot.empreinte_code).exclude(texte="").first()
    return Cible([textes.brut, textes.propose], _maison(temoignage) if temoignage else frozenset())


def _maison(temoignage: Temoignage) -> frozenset[str]:
    """Return where a live testimony must be: its own row, those of its translations, the bytes of their file."""
    rangees = [temoignage, *temoignage.traductions.only("pk")]
    textes = {f"default.{rangee._meta.db_table}.texte#{rangee.pk}" for rangee in rangees}
    return frozenset({*textes, "octets:default"})


def _uuid(texte: str) -> UUID | None:
    try:
        return UUID(texte)
    except ValueError:
        return None
