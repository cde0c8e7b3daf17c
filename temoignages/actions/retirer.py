"""Take the words back: at once, everywhere, without a reason."""

from django.db import transaction

from reseau.horloge import maintenant
from reseau.models import Compte

from ..coffre.models import RetraitConsigne
from ..etats import EtatDepot, EtatTemoignage
from ..models import Consentement, Depot, Temoignage, Traduction
from ..models.depot import DepotQuerySet
from ..models.temoignage import TemoignageQuerySet
from ..permissions import peut_retirer, peut_retirer_pour
from ..residus.prise import prendre_empreintes
from ..signaux import retraits_faits
from .conserver import effacer, vider_journal_sqlite
from .erreurs import Refus
from .generation import PAR_LOT, changement_public
from .journal import passer, tracer
from .prendre import ouvrir_textes


def retirer(*, empreinte_code: str, par: Compte | None = None) -> Depot:
    """Withdraw all that stands under a code: by its author (no account), or by an account at their word.

    The account is that of any staff member, or of anyone of the resource that brought the text. The ledger is written
    first: a crash right after is repaired by `rejouer_retraits`, within the hour. Withdrawing twice is withdrawing
    once. Raises `Refus("code")` for an unknown code, `Refus("permission")` for an account that may not.
    """
    (depot,) = _retirer_ensemble(Depot.objects.filter(empreinte_code=empreinte_code), par)
    return depot


def retirer_tout(*, auteur: str, par: Compte | None = None) -> list[Depot]:
    """Withdraw every text of an author (`Depot.auteur`), in the order received; return them. Raises like `retirer`."""
    return _retirer_ensemble(Depot.objects.filter(auteur=auteur), par)


def _retirer_ensemble(vises: DepotQuerySet, par: Compte | None) -> list[Depot]:
    if par is not None and not _peut_retirer(par, vises):
        raise Refus("permission")
    empreintes = list(vises.order_by("recu_le", "pk").values_list("empreinte_code", flat=True))
    if not empreintes:
        raise Refus("code")
    retraits = {
        empreinte_code: RetraitConsigne.objects.get_or_create(pk=empreinte_code, defaults={"le": maintenant()})[0].le
        for empreinte_code in empreintes
    }
    # One search for all: a text of theirs that still waits for its turn is not a residue of the one before.
    prise = prendre_empreintes(texte for empreinte_code in empreintes for texte in _textes(empreinte_code))
    depots = [_retirer(empreinte_code, par) for empreinte_code in empreintes]
    vider_journal_sqlite()
    if prise:
        prise.confier()
    retraits_faits.send(Depot, retraits=retraits)
    return depots


def _peut_retirer(par: Compte, vises: DepotQuerySet) -> bool:
    depots = vises.select_related("lot__ressource")
    return peut_retirer(par) or (bool(depots) and all(peut_retirer_pour(par, depot) for depot in depots))


def _textes(empreinte_code: str) -> list[str]:
    """Return every form of the words about to be deleted: published, translated, received, proposed, asked."""
    textes = list(Temoignage.objects.filter(empreinte_code=empreinte_code).values_list("texte", flat=True))
    textes += Traduction.objects.filter(temoignage__empreinte_code=empreinte_code).values_list("texte", flat=True)
    try:
        ouverts = ouvrir_textes(Depot.objects.get(empreinte_code=empreinte_code))
    except Refus:  # already destroyed
        return textes
    return [*textes, ouverts.brut, ouverts.propose, ouverts.demande]


@transaction.atomic
def _retirer(empreinte_code: str, par: Compte | None) -> Depot:
    depot = Depot.objects.select_for_update().get(empreinte_code=empreinte_code)
    with changement_public([empreinte_code]):
        _vider(Temoignage.objects.filter(empreinte_code=empreinte_code))
        Consentement.objects.filter(empreinte_code=empreinte_code, retire_le=None).update(
            retire_le=maintenant().date(), empreinte_texte=""
        )
    if depot.etat == EtatDepot.RETIRE:
        return depot
    passer(depot, EtatDepot.RETIRE)
    depot.decide_le = depot.decide_le or maintenant()
    depot.bon_a_tirer = ""
    depot.save()
    effacer(depot)
    tracer("retirer", "depot", depot.pk, par=par)
    return depot


def _vider(temoignages: TemoignageQuerySet) -> int:
    """Leave of these testimonies a line without words, in any language; return how many."""
    Traduction.objects.filter(temoignage__in=temoignages).delete()
    return temoignages.update(etat=EtatTemoignage.RETIRE, texte="")


def rejouer_retraits() -> int:
    """Withdraw again what the ledger says and a restored database, or a process that died, forgot; return how many."""
    consignes = list(RetraitConsigne.objects.values_list("pk", flat=True))
    compte = 0
    for debut in range(0, len(consignes), PAR_LOT):
        for empreinte_code in sorted(_encore_la(consignes[debut : debut + PAR_LOT])):
            if Depot.objects.filter(empreinte_code=empreinte_code).exists():
                _retirer(empreinte_code, None)
            else:
                with changement_public([empreinte_code]):
                    _vider(Temoignage.objects.filter(empreinte_code=empreinte_code))
            compte += 1
    if compte:
        vider_journal_sqlite()
    return compte


def _encore_la(empreintes: list[str]) -> set[str]:
    """Return those whose words are still somewhere: published, or waiting."""
    depots = Depot.objects.filter(empreinte_code__in=empreintes).exclude(etat=EtatDepot.RETIRE)
    publies = Temoignage.objects.filter(empreinte_code__in=empreintes, etat=EtatTemoignage.PUBLIE)
    return {*depots.values_list("empreinte_code", flat=True), *publies.values_list("empreinte_code", flat=True)}
