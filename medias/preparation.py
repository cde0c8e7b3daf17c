"""The preparation of a recording, in the background: what was received goes in, what is served comes out, or a reason.

Everything is written by `update` under a condition: a preparation changes the row only while it is its own. A worker
that was killed leaves a row that gives no more news (`est_muet`); whoever resumes it takes the row over, and a late
worker that comes back finds that it is no longer its turn, and throws away what it made.
"""

import logging
import secrets
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from .atelier import Atelier, Produit, SourcePerdue
from .enregistrements import AFFICHES, PRETS, Enregistrement, EtatPreparation
from .ffmpeg import DelaiDepasse, FfmpegErreur
from .pannes import StockageIndisponible
from .rangement import effacer, ranger_du_disque
from .signaux import enregistrement_pret
from .sondage import EnregistrementRefuse

# After how long without news a preparation is held for dead: it gives some every few seconds, except while it stores.
SILENCE: Final = timedelta(minutes=10)
# The first that fits: some are kinds of others.
RAISONS: Final = (
    (SourcePerdue, _("Le fichier reçu ne se trouve plus : déposez-le de nouveau.")),
    (
        StockageIndisponible,
        _("Ce qui est préparé n’a pas pu être rangé : les fichiers ne répondent pas. Reprenez plus tard."),
    ),
    (
        DelaiDepasse,
        _("La préparation a pris trop de temps : coupez l’enregistrement en parties, ou reprenez la nuit."),
    ),
    (FfmpegErreur, _("Ce fichier est abîmé : il ne se lit pas jusqu’au bout.")),
    (OSError, _("Il n’y a plus de place pour préparer ce fichier. Prévenez qui s’occupe du site.")),
)
INCONNUE: Final = _(
    "La préparation s’est arrêtée, on ne sait pourquoi. Reprenez-la, puis prévenez qui s’occupe du site."
)
journal = logging.getLogger(__name__)


class Reprise(Exception):
    """Another took the row: this preparation stops."""


def confier(pk: int) -> None:
    """Queue the preparation of a recording, once what was just written is there to be read."""
    # A queue that refuses does not undo what was written: the recording waits, and can be resumed.
    transaction.on_commit(lambda: preparer.enqueue(pk), robust=True)


def est_muet(enregistrement: Enregistrement) -> bool:
    """Say whether a preparation that should go on has given no news for too long."""
    attendue = enregistrement.etat in {EtatPreparation.ATTEND, EtatPreparation.EN_COURS}
    return attendue and (enregistrement.vu_le is None or enregistrement.vu_le < timezone.now() - SILENCE)


def peut_reprendre(enregistrement: Enregistrement) -> bool:
    """Say whether a recording may be prepared again: it failed, or nobody works on it any more."""
    return bool(enregistrement.file) and (enregistrement.etat == EtatPreparation.ECHEC or est_muet(enregistrement))


def reprendre(enregistrement: Enregistrement) -> bool:
    """Queue a preparation again; say whether it was to be. Of two who ask at once, one is answered."""
    if not peut_reprendre(enregistrement):
        return False
    lue = {"etat": enregistrement.etat, "tentative": enregistrement.tentative, "vu_le": enregistrement.vu_le}
    attend = {"etat": EtatPreparation.ATTEND, "tentative": "", "echec": "", "avancement": 0, "vu_le": timezone.now()}
    prise = bool(Enregistrement.objects.filter(pk=enregistrement.pk, **lue).update(**attend))
    if prise:
        confier(enregistrement.pk)
    return prise


@task()
def preparer(pk: int) -> str:
    """Prepare a recording that waits; return the state that it is left in, nothing when it was not to be prepared."""
    tentative = secrets.token_hex(8)
    a_nous = Enregistrement.objects.filter(pk=pk, tentative=tentative, etat=EtatPreparation.EN_COURS)
    attend = Enregistrement.objects.filter(pk=pk, etat=EtatPreparation.ATTEND)
    prise = {"etat": EtatPreparation.EN_COURS, "tentative": tentative, "echec": "", "avancement": 0}
    if not attend.update(**prise, vu_le=timezone.now()):
        return ""
    enregistrement = a_nous.first()
    if enregistrement is None:
        return ""
    try:
        return _preparer(enregistrement, a_nous)
    except Reprise:
        return ""
    except Exception as erreur:  # noqa: BLE001 - whatever failed, the person must read that it did
        # Neither the words of the error nor its trace: they may quote what the file says of people.
        journal.error("Préparation échouée : enregistrement %s, %s.", pk, type(erreur).__name__)
        a_nous.update(etat=EtatPreparation.ECHEC, echec=raison_de(erreur), tentative="", vu_le=timezone.now())
        return str(EtatPreparation.ECHEC)


def raison_de(erreur: Exception) -> str:
    """Return why a preparation failed, in a sentence for who sent the file."""
    if isinstance(erreur, EnregistrementRefuse):
        return str(erreur)
    return str(next((raison for classe, raison in RAISONS if isinstance(erreur, classe)), INCONNUE))


def _preparer(enregistrement: Enregistrement, a_nous: Any) -> str:
    recu, ancienne = enregistrement.file.name, enregistrement.thumbnail.name
    with TemporaryDirectory(prefix="preparation-") as dossier:
        atelier = Atelier(enregistrement, Path(dossier), partial(_donner_des_nouvelles, a_nous))
        produit = atelier.preparer()
        valeurs, effacer_tout = _ranger(enregistrement, produit)
    pret = {"etat": EtatPreparation.PRET, "tentative": "", "echec": "", "avancement": 100, "vu_le": timezone.now()}
    try:
        gagne = a_nous.update(**pret, **valeurs)
    except Exception:
        effacer_tout()
        raise
    if not gagne:  # resumed by another, replaced, or deleted meanwhile
        effacer_tout()
        raise Reprise
    stockage = enregistrement.file.storage
    transaction.on_commit(partial(effacer, stockage, recu, ancienne))
    enregistrement_pret.send_robust(Enregistrement, pk=enregistrement.pk)  # it is ready, whatever others make of it
    return str(EtatPreparation.PRET)


def _ranger(enregistrement: Enregistrement, produit: Produit) -> tuple[dict[str, Any], partial[None]]:
    """Store what was made; return the columns to write, and what deletes it all."""
    stockage, affiche = enregistrement.file.storage, ""
    nom = ranger_du_disque(stockage, PRETS, produit.fichier)
    try:
        affiche = ranger_du_disque(stockage, AFFICHES, produit.affiche) if produit.affiche else ""
    except StockageIndisponible:
        effacer(stockage, nom)
        raise
    colonnes = {
        "file": nom,
        "thumbnail": affiche,
        "duration": produit.duree,
        "width": produit.largeur,
        "height": produit.hauteur,
        "sonie": produit.sonie,
        "poids": produit.poids,
    }
    return colonnes, partial(effacer, stockage, nom, affiche)


def _donner_des_nouvelles(a_nous: Any, part: float) -> None:
    """Write how far a preparation is, from 0 to 1; stop it when it is no longer its turn."""
    if not a_nous.update(vu_le=timezone.now(), avancement=min(99, round(100 * part))):
        raise Reprise


def suivre_un_enregistrement(instance: Enregistrement, *, raw: bool = False, **_signal: Any) -> None:
    """A recording was written: one that waits is prepared."""
    if not raw and instance.etat == EtatPreparation.ATTEND and instance.file:
        confier(instance.pk)
