"""Every job of the site, as data: what it does, how often, from what hour. Each may run twice and do it once."""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pages.evenements.rappels import demander_les_bilans
from pages.evenements.resume import envoyer_les_resumes
from pages.publication.horaire import tenir_l_horaire
from pages.suivis import demander_les_suivis
from reseau.horloge import aujourdhui
from temoignages.actions import detruire_echus, rejouer_retraits
from temoignages.actions.rappeler import rappeler
from temoignages.actions.registre import recalculer_attributions

from ..menage import faire_le_menage

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MINUTE, HEURE, JOUR = (datetime.timedelta(minutes=1), datetime.timedelta(hours=1), datetime.timedelta(days=1))
# Hours in Québec: from which the mails of the day may leave; from which the site makes its own archives, when no timer
# of the machine has (deploy/: three o'clock).
MATIN, NUIT = 7, 4
PUBLIER: Final = "publier"
SAUVEGARDER: Final = "sauvegarder"
journal = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tache:
    """A job.

    `retard`: without a success for so long, the site says so. `bail`: a dead process holds it no longer. `des`: the
    hour of the day, in Québec, from which it may be done.
    """

    nom: str
    titre: "StrOrPromise"
    geste: Callable[[], object]
    periode: datetime.timedelta = HEURE
    retard: datetime.timedelta = 6 * HEURE
    bail: datetime.timedelta = HEURE
    des: int = 0


def publier_a_l_heure() -> int:
    """Publish what is due; a refusal is logged, without a word of the page, and its people are told elsewhere."""
    bilan = tenir_l_horaire()
    for refus in bilan.refus:
        journal.error("Publication programmée refusée : %s", refus)
    return bilan.publiees + bilan.retirees


def resumer() -> int:
    """Send the digests of today."""
    return envoyer_les_resumes(aujourdhui())


def oublier_les_archives_du_coffre() -> int:
    """Delete the archives of the safe that are seven days old: a promise that holds when nothing is backed up."""
    # Not at the top: the backups import the upkeep, which this module imports too.
    from ..sauvegarde.lieux import lieu_du_coffre  # noqa: PLC0415
    from ..sauvegarde.sauvegarder import oublier_le_coffre  # noqa: PLC0415

    if not (settings.SAUVEGARDES and settings.SAUVEGARDES_COFFRE):
        return 0
    return oublier_le_coffre(lieu_du_coffre())


def faire_les_archives() -> int:
    """Make the archives of the site and of the safe; a demonstration, and a site that names no place, have none."""
    from ..sauvegarde.sauvegarder import sauvegarder  # noqa: PLC0415 - as above

    if settings.CREER_SECRETS or not settings.SAUVEGARDES:
        return 0
    return len(sauvegarder())


# In this order: nothing that writes to people comes before what is to be destroyed.
TACHES: Final = (
    Tache(PUBLIER, _("publications programmées"), publier_a_l_heure, MINUTE, 15 * MINUTE, 10 * MINUTE),
    Tache("retraits", _("retraits interrompus en chemin"), rejouer_retraits),
    Tache("detruire", _("destruction des textes échus"), detruire_echus),
    Tache("attributions", _("signatures à rendre plus vagues"), lambda: len(recalculer_attributions())),
    Tache("archives", _("archives du coffre de plus de sept jours"), oublier_les_archives_du_coffre),
    Tache("menage", _("ménage"), faire_le_menage, retard=JOUR, bail=3 * HEURE),
    Tache("rappels", _("rappels des échéances"), rappeler, retard=JOUR),
    Tache("suivis", _("suivis d’œuvres"), demander_les_suivis, retard=JOUR),
    Tache("resumes", _("résumés d’événements"), resumer, retard=JOUR, des=MATIN),
    Tache("bilans", _("demandes de bilan"), demander_les_bilans, retard=JOUR, des=MATIN),
    Tache(SAUVEGARDER, _("sauvegarde de chaque nuit"), faire_les_archives, JOUR, 30 * HEURE, 6 * HEURE, des=NUIT),
)
NOMS: Final = tuple(tache.nom for tache in TACHES)
