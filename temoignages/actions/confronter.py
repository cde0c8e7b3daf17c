"""Read a workshop's file against today's resources and sentences: what can be deposited, what must be corrected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.text import get_text_list
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from medias.tableaux import plat
from reseau.models import Ressource

from ..etats import Echelon, Portee
from ..feuilles import Feuille, Rangee, cle_de_personne
from ..models import Amorce, Lot
from ..regles import defaut_de_texte, nettoyer
from .deposer import Demande

ATTRIBUTIONS = {"ressource": Echelon.RESSOURCE, "region": Echelon.REGION, "quebec": Echelon.QUEBEC}


@dataclass(frozen=True)
class LigneLue:
    """A line against the database: a request to deposit, or the sentences that say what to correct."""

    numero: int
    texte: str
    demande: Demande | None
    erreurs: tuple[str, ...]
    double_de: int | None = None
    personne: str = ""


@dataclass(frozen=True)
class LigneValide:
    """A line that can be imported."""

    numero: int
    demande: Demande
    personne: str = ""


@dataclass(frozen=True)
class LotLu:
    """A file against the database. `reperes`: how many passages the detector flagged, None when nobody counted."""

    lignes: tuple[LigneLue, ...]
    encodage: str
    remarque: str = ""
    reperes: int | None = None

    @property
    def valides(self) -> list[LigneValide]:
        """Lines that can be imported."""
        return [LigneValide(ligne.numero, ligne.demande, ligne.personne) for ligne in self.lignes if ligne.demande]

    @property
    def erreurs(self) -> list[LigneLue]:
        """Lines to correct."""
        return [ligne for ligne in self.lignes if ligne.erreurs]

    @property
    def ressources(self) -> list[Ressource]:
        """The resources of the file, each once."""
        return list(dict.fromkeys(ligne.demande.ressource for ligne in self.valides if ligne.demande.ressource))


def confronter(feuille: Feuille, lot: Lot, reperes: int | None = None) -> LotLu:
    """Return every line of a table as a request to deposit in `lot`, or with what to correct.

    In the batch of a resource, every line is that resource's, whatever the table says.
    """
    amorces = {plat(amorce.texte): amorce for amorce in Amorce.objects.all()}
    ressources: dict[str, list[Ressource]] = {}
    premiers: dict[tuple[str, str, str], int] = {}
    lignes = []
    for rangee in feuille.rangees:
        nom = "" if lot.ressource else rangee.ressource
        if nom not in ressources:
            ressources[nom] = [lot.ressource] if lot.ressource else list(Ressource.objects.nommees(nom))
        cle = (plat(rangee.amorce), plat(rangee.texte), nom)
        double = premiers.setdefault(cle, rangee.numero)
        ligne = _lire_ligne(rangee, lot, amorces, ressources[nom])
        lignes.append(replace(ligne, double_de=double) if ligne.demande and double != rangee.numero else ligne)
    return LotLu(tuple(lignes), feuille.encodage, feuille.remarque, reperes)


def _lire_ligne(rangee: Rangee, lot: Lot, amorces: Mapping[str, Amorce], candidates: Sequence[Ressource]) -> LigneLue:
    texte, personne = nettoyer(rangee.texte), cle_de_personne(rangee.personne)
    amorce = amorces.get(plat(rangee.amorce))
    attribution = ATTRIBUTIONS.get(plat(rangee.attribution))
    defaut = "" if lot.ressource else _defaut_de_ressource(rangee.ressource, candidates)
    erreurs = [erreur for erreur in (defaut_de_texte(texte), defaut) if erreur]
    if rangee.amorce and amorce is None:
        erreurs.append(str(_("Cette phrase à compléter n’existe pas. Laissez vide pour un texte libre.")))
    if attribution is None:
        erreurs.append(str(_("L’attribution doit être « ressource », « région » ou « Québec ».")))
    if personne is None:
        erreurs.append(str(_("Dans « personne », mettez une lettre ou un numéro : jamais un nom ni des initiales.")))
    if erreurs or attribution is None or personne is None:
        return LigneLue(rangee.numero, texte, None, tuple(erreurs))
    demande = Demande(
        texte=texte,
        attribution=attribution,
        usages=[Portee.WEB],
        amorce=amorce,
        ressource=candidates[0],
        edition=lot.edition,
        lot=lot,
        ligne=rangee.numero,
    )
    return LigneLue(rangee.numero, texte, demande, (), personne=personne)


def _defaut_de_ressource(nom: str, candidates: Sequence[Ressource]) -> str:
    if not nom:
        return str(_("Il manque la ressource."))
    if not candidates:
        return str(_("Cette ressource n’est pas dans le répertoire : %(nom)s.")) % {"nom": nom}
    if len(candidates) > 1:
        regions = get_text_list([ressource.get_region_display() for ressource in candidates], _now("et"))
        message = _("Plusieurs ressources portent ce nom (%(regions)s). Écrivez « %(nom)s (%(region)s) ».")
        return str(message) % {"regions": regions, "nom": nom, "region": candidates[0].get_region_display()}
    return ""
