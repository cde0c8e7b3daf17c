"""Whom the press calls: someone, at a number that can be dialled, rather by a role than by a name."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ...telephones import est_un_telephone
from ..constats import Constat, Regle, Severite

# « prenom.nom@ », « p.nom@ »: the address of a person.
_PERSONNELLE = re.compile(r"[a-zà-ÿ]+[.][a-zà-ÿ-]+@", re.IGNORECASE)


def chercher(page: Any) -> Iterator[Constat]:
    """Yield what keeps a journalist from reaching somebody."""
    contacts = list(page.contacts.all())
    if not contacts:
        yield Constat("contacts", _("Il manque un contact pour la presse."))
    for contact in contacts:
        if not contact.courriel and not contact.telephone.strip():
            yield Constat("contacts", _("Un contact n’a ni courriel ni téléphone."))
        elif contact.telephone.strip() and not est_un_telephone(contact.telephone):
            yield Constat("contacts", _("Un numéro de téléphone ne se compose pas : écrivez « 514 555-0100 »."))


def adresses_personnelles(page: Any) -> Iterator[Constat]:
    """Yield an advice for each address that looks like that of a person."""
    for contact in page.contacts.all():
        if est_personnelle(contact.courriel):
            yield Constat("contacts", _("Une adresse porte le nom d’une personne : préférez une adresse de rôle."))


def est_personnelle(courriel: str) -> bool:
    """Say whether an address looks like that of a person."""
    return bool(_PERSONNELLE.match(courriel))


CONTACTS = Regle("contacts", Severite.BLOQUANT, chercher)
ADRESSES_DE_ROLE = Regle("adresse_de_role", Severite.CONSEIL, adresses_personnelles)
