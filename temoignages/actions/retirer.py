"""Take the words back: at once, everywhere, without a reason."""

from django.db import transaction

from reseau.horloge import maintenant
from reseau.models import Compte

from ..coffre.models import RetraitConsigne
from ..etats import EtatDepot, EtatTemoignage
from ..models import Consentement, Depot, Temoignage
from ..permissions import peut_retirer
from ..residus.prise import prendre_empreintes
from .conserver import effacer, vider_journal_sqlite
from .erreurs import Refus
from .journal import passer, tracer
from .prendre import ouvrir_textes


def retirer(*, empreinte_code: str, par: Compte | None = None) -> Depot:
    """Withdraw all that stands under a code: by its author (no account), or by any one staff member at their word.

    The ledger is written first: a crash right after is repaired by `rejouer_retraits`. Withdrawing twice is
    withdrawing once. Raises `Refus("code")` for an unknown code, `Refus("permission")` for staff who may not.
    """
    if par is not None and not peut_retirer(par):
        raise Refus("permission")
    if not Depot.objects.filter(empreinte_code=empreinte_code).exists():
        raise Refus("code")
    RetraitConsigne.objects.get_or_create(pk=empreinte_code, defaults={"le": maintenant()})
    prise = prendre_empreintes(_textes(empreinte_code))
    depot = _retirer(empreinte_code, par)
    vider_journal_sqlite()
    if prise:
        from ..taches import chercher_apres_retrait  # noqa: PLC0415 - the tasks call the actions

        chercher_apres_retrait.enqueue(prise.identifiant, prise.marques)
    return depot


def _textes(empreinte_code: str) -> list[str]:
    """Return every form of the words about to be deleted: published, received, proposed."""
    textes = list(Temoignage.objects.filter(empreinte_code=empreinte_code).values_list("texte", flat=True))
    try:
        ouverts = ouvrir_textes(Depot.objects.get(empreinte_code=empreinte_code))
    except Refus:  # already destroyed
        return textes
    return [*textes, ouverts.brut, ouverts.propose]


@transaction.atomic
def _retirer(empreinte_code: str, par: Compte | None) -> Depot:
    depot = Depot.objects.select_for_update().get(empreinte_code=empreinte_code)
    Temoignage.objects.filter(empreinte_code=empreinte_code).update(etat=EtatTemoignage.RETIRE, texte="")
    Consentement.objects.filter(empreinte_code=empreinte_code, retire_le=None).update(
        retire_le=maintenant().date(), empreinte_texte=""
    )
    if depot.etat == EtatDepot.RETIRE:
        return depot
    passer(depot, EtatDepot.RETIRE)
    depot.decide_le = depot.decide_le or maintenant()
    depot.save()
    effacer(depot)
    tracer("retirer", "depot", depot.pk, par=par)
    return depot


def rejouer_retraits() -> int:
    """Withdraw again what the ledger says and a restored database forgot; return how many."""
    compte = 0
    for consigne in RetraitConsigne.objects.iterator():
        depots = Depot.objects.filter(empreinte_code=consigne.pk)
        encore_la = Temoignage.objects.filter(empreinte_code=consigne.pk, etat=EtatTemoignage.PUBLIE)
        if depots.exclude(etat=EtatDepot.RETIRE).exists() or (encore_la.exists() and depots.exists()):
            _retirer(consigne.pk, None)
            compte += 1
        else:
            compte += encore_la.update(etat=EtatTemoignage.RETIRE, texte="")
    vider_journal_sqlite()
    return compte
