"""What the staff does to the room beside publishing (`publication.actions`): open the next edition.

It takes the frame of the last one, and nothing of what filled it. Copied: the threads, and the headings of the body in
their order. Never copied: consents and quotations, events, figures, dates, running text, addresses. A heading that
holds a digit or a guillemet is left out: it says a date, a rank or a figure, or quotes.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from reseau.models import Compte

from .models import CampagnePage, EditionPage
from .permissions import peut_ouvrir_edition
from .publication.refus import Refus

_INTERTITRE = re.compile(r"<h([23])\b[^>]*>(.*?)</h\1>", re.DOTALL | re.IGNORECASE)
# A field of a block that is a frame, by kind of block; the other fields are left empty.
_CADRES = {"encadre": ("titre", "ton"), "questions": ("titre",), "appel": ("titre", "bouton")}
_PROPRE_A_L_ANNEE = re.compile(r"[\d«»]")


class EditionDejaOuverte(Refus):
    """There is one edition a year."""

    def __init__(self, campagne: CampagnePage, annee: int) -> None:
        """Say which one is there."""
        super().__init__(campagne, _("L’édition %(annee)s est déjà ouverte.") % {"annee": annee})


class OuvertureInterdite(Refus):
    """Only who may write editions opens one."""

    def __init__(self, campagne: CampagnePage) -> None:
        """Say so."""
        super().__init__(campagne, _("Vous ne pouvez pas ouvrir d’édition ici."))


def edition_a_copier(campagne: CampagnePage) -> EditionPage | None:
    """Return the last edition of a campaign, public or not."""
    derniere: EditionPage | None = EditionPage.objects.child_of(campagne).order_by("-annee").first()
    return derniere


@transaction.atomic
def ouvrir_prochaine_edition(*, edition: EditionPage, par: Compte) -> EditionPage:
    """Return the draft of the year after `edition`, with its frame.

    Raises:
        OuvertureInterdite: `par` may not write editions.
        EditionDejaOuverte: that year has its edition, public or not.
    """
    # Two clicks at once: the second waits here, then finds the edition of the first.
    campagne = CampagnePage.objects.select_for_update().get(pk=edition.get_parent().pk)
    annee = edition.annee + 1
    if not peut_ouvrir_edition(par, campagne):
        raise OuvertureInterdite(campagne)
    if EditionPage.objects.filter(annee=annee, locale=edition.locale_id).exists():
        raise EditionDejaOuverte(campagne, annee)
    source = edition.get_latest_revision_as_object()
    neuve = EditionPage(
        title=_("Édition %(annee)s") % {"annee": annee},
        annee=annee,
        palette=source.palette,
        corps=_cadre(source.corps),
        locale=edition.locale,
        live=False,
        owner=par,
    )
    campagne.add_child(instance=neuve)
    neuve.save_revision(user=par, log_action="wagtail.create", clean=False)
    log(instance=neuve, action="pages.ouvrir_edition", user=par, data={"modele": edition.pk})
    return neuve


def _cadre(corps: Any) -> list[dict[str, Any]]:
    return [cadre for bloc in corps.raw_data for cadre in _du_bloc(bloc["type"], bloc["value"])]


def _du_bloc(genre: str, valeur: Any) -> Iterator[dict[str, Any]]:
    if genre == "texte":
        titres = (trouve[0] for trouve in _INTERTITRE.finditer(valeur))
        if html := "".join(titre for titre in titres if _dure(re.sub(r"<[^>]*>", "", titre))):
            yield {"type": genre, "value": html}
    elif genre in _CADRES and _dure(valeur.get("titre") or ""):
        yield {"type": genre, "value": {nom: valeur.get(nom) for nom in _CADRES[genre]}}


def _dure(titre: str) -> bool:
    return not _PROPRE_A_L_ANNEE.search(titre)
