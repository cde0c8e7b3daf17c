"""The words of a resource, brought by one of its people in its own space: paste, check, correct, withdraw a line."""

from dataclasses import dataclass

from django.db import transaction

from reseau.models import Compte, Ressource

from .. import anonymat
from ..chambre.codes import empreinte
from ..chambre.scelles import cle_de, sceller
from ..contenus import Contenu, Saisie, ecrire
from ..feuilles import D_UNE_RESSOURCE, Feuille, lire_collage, lire_feuille
from ..models import Depot, Lot
from ..permissions import peut_verser
from .caviarder import noms_permis
from .erreurs import Refus
from .importer import edition_valable, exiger_acces, lire_contenu, nouveau_lot, refuser_un_double
from .journal import tracer
from .retirer import retirer

# Beyond this many characters the person would wait for a figure that is only a hint.
REPERAGE_MAX = 100_000


@dataclass(frozen=True)
class Versement:
    """What a resource sends: a file or pasted lines, and what it chose once for all."""

    saisie: Saisie
    octets: bytes = b""
    edition: int | None = None


def verser(*, ressource: Ressource, versement: Versement, par: Compte) -> Lot:
    """Seal the words of a resource until they are confirmed; the same ones sent again give the same batch.

    Raises `Refus`, or `FeuilleIllisible` when there is nothing to read.
    """
    if not peut_verser(par, ressource):
        raise Refus("permission")
    if not ressource.active:
        raise Refus("ressource_inactive")
    edition, contenu = edition_valable(versement.edition), _lire(versement)
    marque = _marque(contenu, ressource)
    refuser_un_double(marque)
    en_attente = Lot.objects.filter(
        ressource=ressource, empreinte_fichier=marque, edition=edition, confirme_le=None, abandonne_le=None
    )
    return en_attente.first() or nouveau_lot(contenu, marque, par=par, edition=edition, ressource=ressource)


def relire_saisie(*, lot: Lot, par: Compte) -> Saisie:
    """Return what was typed for a batch that waits, to correct it. Raises `Refus`."""
    return lire_contenu(lot=lot, par=par).saisie


@transaction.atomic
def corriger(*, lot: Lot, versement: Versement, par: Compte) -> Lot:
    """Replace the words of a batch that waits to be confirmed. Raises `Refus` or `FeuilleIllisible`."""
    lot = Lot.objects.select_for_update().get(pk=lot.pk)
    exiger_acces(lot, par)
    if lot.ressource is None or lot.contenu is None:
        raise Refus("deja_confirme")
    lot.edition, contenu = edition_valable(versement.edition), _lire(versement)
    lot.empreinte_fichier = _marque(contenu, lot.ressource)
    refuser_un_double(lot.empreinte_fichier)
    lot.contenu = sceller(cle_de(lot.pk), "lot.contenu", lot.pk, ecrire(contenu))
    lot.save(update_fields=["edition", "empreinte_fichier", "contenu"])
    tracer("corriger", "lot", lot.pk, par=par)
    return lot


def retirer_ligne(*, lot: Lot, ligne: int, par: Compte) -> Depot:
    """Withdraw one line at the word of the person who gave it, by anyone of their resource. Raises `Refus`."""
    exiger_acces(lot, par)
    depot = lot.depots.filter(ligne=ligne).first()
    if depot is None:
        raise Refus("ligne")
    return retirer(empreinte_code=depot.empreinte_code, par=par)


def _lire(versement: Versement) -> Contenu:
    if versement.octets:
        feuille = lire_feuille(versement.octets, D_UNE_RESSOURCE)
    else:
        feuille = lire_collage(versement.saisie.collage)
    return Contenu(feuille, versement.saisie, _reperes(feuille))


def _reperes(feuille: Feuille) -> int | None:
    textes = [rangee.texte for rangee in feuille.rangees]
    if sum(map(len, textes)) > REPERAGE_MAX:
        return None
    permis = noms_permis()
    return sum(len(anonymat.detecter(texte, permis)) for texte in textes)


def _marque(contenu: Contenu, ressource: Ressource) -> str:
    # By resource: that another one gave the same words is none of anyone's business.
    rangees = [(r.numero, r.amorce, r.texte, r.attribution, r.personne) for r in contenu.completee.rangees]
    return empreinte("fichier", f"{ressource.pk}|{rangees!r}")
