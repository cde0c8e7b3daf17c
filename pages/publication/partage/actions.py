"""Make a link, take it back, note that it was opened."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from reseau.horloge import maintenant

from ..refus import Refus
from .modeles import AccesPartage, LienPartage, empreinte_de

if TYPE_CHECKING:
    from reseau.models import Compte

JOURS_MAX = 90
OCTETS_DU_JETON = 32


class PartageRefuse(Refus):
    """This person may not lend this, or not for so long."""


@transaction.atomic
def partager(*, pages: Sequence[Page], destinataire: str, jours: int, par: "Compte") -> tuple[LienPartage, str]:
    """Make a link, and return it with its token, which nothing keeps.

    Args:
        pages: what it shows, one at least; `par` may edit each.
        destinataire: an organisation or a role, written on each page.
        jours: how many days it opens, from 1 to `JOURS_MAX`.
        par: who lends.

    Raises:
        PartageRefuse: `par` may not, or the days are out of bounds.
    """
    permis = par.has_perm("pages.add_lienpartage") and all(page.permissions_for_user(par).can_edit() for page in pages)
    if not pages or not permis:
        objet = pages[0] if pages else Page()
        raise PartageRefuse(objet, _("Vous ne pouvez partager que les pages que vous modifiez."))
    if not 1 <= jours <= JOURS_MAX:
        raise PartageRefuse(pages[0], _("Un lien dure de 1 à %(jours)s jours.") % {"jours": JOURS_MAX})
    jeton = secrets.token_urlsafe(OCTETS_DU_JETON)
    lien = LienPartage.objects.create(
        empreinte=empreinte_de(jeton),
        destinataire=destinataire,
        cree_par=par,
        expire_le=maintenant() + timedelta(days=jours),
    )
    lien.pages.set(pages)
    _consigner("pages.partager", lien, par)
    return lien, jeton


@transaction.atomic
def revoquer(*, lien: LienPartage, par: "Compte") -> LienPartage:
    """Take a link back, at once and for good; nothing happens to one that was.

    Raises:
        PartageRefuse: `par` may not lend, hence not take back.
    """
    if not par.has_perm("pages.add_lienpartage"):
        raise PartageRefuse(lien, _("Vous ne pouvez pas révoquer ce lien."))
    if LienPartage.objects.filter(pk=lien.pk, revoque_le__isnull=True).update(revoque_le=maintenant()):
        _consigner("pages.revoquer_partage", lien, par)
    lien.refresh_from_db()
    return lien


def noter_acces(lien: LienPartage, page: Page | None) -> None:
    """Note that a link was opened; `page`: which one, nothing for the list of several."""
    AccesPartage.objects.create(lien=lien, page_id=page.pk if page else None)


def _consigner(action: str, lien: LienPartage, par: Any) -> None:
    """Leave a line in the log of the link and in that of each page: numbers and a verb, no word."""
    log(instance=lien, action=action, user=par, data={"lien": lien.pk})
    for page in Page.objects.filter(pk__in=lien.pages.all()).specific():
        log(instance=page, action=action, user=par, data={"lien": lien.pk})
