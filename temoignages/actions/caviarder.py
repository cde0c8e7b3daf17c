"""Remove what identifies, decide of every flagged passage, submit to a second reader."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from medias.langues import Langue
from reseau.horloge import maintenant
from reseau.langue.regions import REGIONS
from reseau.models import Compte, Ressource

from .. import anonymat
from ..anonymat import Constat
from ..chambre.codes import empreinte
from ..chambre.scelles import cle_de, sceller
from ..ecarts import comparer, situer
from ..etats import Avertissement, EtatDepot, MotifGarde, TypeMarque
from ..models import DecisionConstat, Depot, NomPermis, Theme
from ..regles import defaut_de_texte, nettoyer
from .erreurs import Refus
from .journal import passer, tracer, verrouiller
from .prendre import Textes, exiger_lecteur, ouvrir_textes

# The rule of a decision that no detector asked for.
A_LA_MAIN = "main"


@dataclass(frozen=True)
class Remplacement:
    """Replace characters `debut` to `fin` of the proposed text."""

    debut: int
    fin: int
    texte: str


@dataclass(frozen=True)
class Garde:
    """Keep the flagged passage from `debut` to `fin`, for a reason of the closed list."""

    debut: int
    fin: int
    raison: str


@dataclass(frozen=True)
class Marque:
    """Hide characters `debut` to `fin` of the proposed text, where the detector saw nothing, behind `texte`.

    `type` is one of `TypeMarque`.
    """

    debut: int
    fin: int
    type: str
    texte: str


@dataclass(frozen=True)
class Releve:
    """What the machine finds in both texts of a deposit.

    `recus`: in the text received. `ouverts`: in the proposal, undecided. `gardes`: in the proposal, kept, each with the
    decision that keeps it. `decides`: how many decisions were taken.
    """

    recus: list[Constat]
    ouverts: list[Constat]
    gardes: list[tuple[Constat, DecisionConstat]]
    decides: int


def noms_permis() -> tuple[str, ...]:
    """Return the names that identify nobody, sorted: active resources, their other names, regions, the staff's list."""
    ressources = Ressource.objects.actives().values_list("nom", "alias__nom")
    noms = {nom for paire in ressources for nom in paire if nom} | {region.nom for region in REGIONS}
    return tuple(sorted(noms | set(NomPermis.objects.values_list("nom", flat=True))))


def constat_vise(ouverts: Mapping[tuple[int, int], Constat], vise: Garde | Remplacement) -> Constat:
    """Return what a decision is about, out of the undecided passages by position. Raises `Refus`."""
    constat = ouverts.get((vise.debut, vise.fin))
    if constat is None:
        raise Refus("texte_change")
    if isinstance(vise, Garde) and vise.raison not in MotifGarde.values:
        raise Refus("motif")
    return constat


def constats_ouverts(depot: Depot, propose: str) -> list[Constat]:
    """Return what the detector finds in the proposed text and nobody has decided yet."""
    gardes = set(depot.decisions.exclude(empreinte="").values_list("empreinte", flat=True))
    constats = anonymat.detecter(propose, noms_permis())
    return [constat for constat in constats if _empreinte(depot, propose, constat) not in gardes]


def compter(depot: Depot, ouverts: Collection[Constat]) -> None:
    """Write on a deposit how many passages are undecided in its proposal, and how many of them identify someone."""
    depot.constats_ouverts = len(ouverts)
    depot.directs_ouverts = sum(constat.niveau == "direct" for constat in ouverts)


def relever(depot: Depot, textes: Textes, permis: tuple[str, ...] | None = None) -> Releve:
    """Look at both texts of a deposit at once; `permis` are `noms_permis()`, given by who reads many deposits."""
    permis = noms_permis() if permis is None else permis
    decisions = list(depot.decisions.order_by("pk"))
    gardees = {decision.empreinte: decision for decision in decisions if decision.empreinte}
    recus = anonymat.detecter(textes.brut, permis)
    trouves = recus if textes.propose == textes.brut else anonymat.detecter(textes.propose, permis)
    paires = [(constat, gardees.get(_empreinte(depot, textes.propose, constat))) for constat in trouves]
    return Releve(
        recus=recus,
        ouverts=[constat for constat, decision in paires if decision is None],
        gardes=[(constat, decision) for constat, decision in paires if decision],
        decides=len(decisions),
    )


def _empreinte(depot: Depot, propose: str, constat: Constat) -> str:
    # With its capitals: to keep « rose » is not to keep « Rose ».
    passage = " ".join(propose[constat.debut : constat.fin].split())
    return empreinte("passage", f"{depot.pk}|{constat.type}|{passage}")


@transaction.atomic
def caviarder(
    *,
    depot: Depot,
    par: Compte,
    empreinte_vue: str,
    remplacements: Sequence[Remplacement] = (),
    gardes: Sequence[Garde] = (),
    marques: Sequence[Marque] = (),
) -> Depot:
    """Apply decisions to the proposed text that `par` saw. Raises `Refus`, and then changes nothing."""
    depot, textes = ouvrir_pour(depot, par, empreinte_vue)
    ouverts = {(c.debut, c.fin): c for c in constats_ouverts(depot, textes.propose)}
    masques: list[Remplacement | Marque] = [*remplacements, *marques]
    vises = [(garde.debut, garde.fin) for garde in gardes] + [(masque.debut, masque.fin) for masque in masques]
    if len(set(vises)) < len(vises):
        raise Refus("texte_change")
    nouveau = _masquer(textes.propose, masques)
    instant, ecarts = maintenant(), comparer(textes.brut, textes.propose)
    for garde in gardes:
        constat = constat_vise(ouverts, garde)
        marque = _empreinte(depot, textes.propose, constat)
        _decider(depot, constat, par=par, le=instant, raison_garde=garde.raison, empreinte=marque)
    for remplacement in remplacements:
        constat = constat_vise(ouverts, remplacement)
        debut, fin = situer(ecarts, constat.debut, constat.fin)
        _decider(depot, constat, par=par, le=instant, debut_recu=debut, fin_recu=fin)
    for marque_a_la_main in marques:
        if marque_a_la_main.type not in TypeMarque.values:
            raise Refus("motif")
        debut, fin = situer(ecarts, marque_a_la_main.debut, marque_a_la_main.fin)
        constat = _constat_a_la_main(marque_a_la_main)
        _decider(depot, constat, par=par, le=instant, debut_recu=debut, fin_recu=fin)
    return garder_proposition(depot, par, nouveau, "caviarder")


@transaction.atomic
def retoucher(*, depot: Depot, par: Compte, empreinte_vue: str, texte: str) -> Depot:
    """Replace the whole proposed text by `texte`: what the detector missed is removed by hand. Raises `Refus`."""
    depot, _textes = ouvrir_pour(depot, par, empreinte_vue)
    return garder_proposition(depot, par, texte, "retoucher")


@transaction.atomic
def recommencer(*, depot: Depot, par: Compte, empreinte_vue: str) -> Depot:
    """Start again from the text as received: forget every decision. Raises `Refus`."""
    depot, textes = ouvrir_pour(depot, par, empreinte_vue)
    depot.decisions.all().delete()
    return garder_proposition(depot, par, textes.brut, "recommencer")


@transaction.atomic
def soumettre(  # noqa: PLR0913 - what the reader says of a text, each by its name
    *,
    depot: Depot,
    par: Compte,
    empreinte_vue: str,
    avertissement: str = "",
    theme: Theme | None = None,
    theme_sensible: bool = False,
    langue: str = "",
) -> Depot:
    """Send the proposed text to a second reader. Raises `Refus("constats")` while a passage is undecided.

    `langue`: that of the words, when it is not the one of the form that brought them.
    """
    depot, textes = ouvrir_pour(depot, par, empreinte_vue)
    compter(depot, constats_ouverts(depot, textes.propose))
    if depot.constats_ouverts:
        raise Refus("constats")
    if avertissement and avertissement not in Avertissement.values:
        raise Refus("motif")
    if langue and langue not in Langue.values:
        raise Refus("langue")
    passer(depot, EtatDepot.SOUMIS)
    depot.avertissement, depot.theme, depot.theme_sensible = avertissement, theme, theme_sensible
    depot.langue = langue or depot.langue
    depot.modifie_par = depot.modifie_par or par
    depot.soumis_par, depot.soumis_le = par, maintenant()
    depot.pris_par = depot.pris_le = None
    depot.motif_renvoi = ""
    depot.save()
    tracer("soumettre", "depot", depot.pk, par=par)
    return depot


def _masquer(propose: str, masques: Iterable[Remplacement | Marque]) -> str:
    try:
        return anonymat.caviarder(propose, [(m.debut, m.fin, nettoyer(m.texte)) for m in masques])
    except ValueError as erreur:
        raise Refus("texte_change") from erreur


def _constat_a_la_main(marque: Marque) -> Constat:
    return Constat(marque.debut, marque.fin, marque.type, "direct", "", "", regle=A_LA_MAIN)


def ouvrir_pour(depot: Depot, par: Compte, empreinte_vue: str) -> tuple[Depot, Textes]:
    """Return the locked deposit and its texts, for who holds it and saw this very proposal. Raises `Refus`."""
    depot = verrouiller(depot)
    exiger_lecteur(depot, par)
    textes = ouvrir_textes(depot)
    if textes.empreinte != empreinte_vue:
        raise Refus("texte_change")
    return depot, textes


def _decider(depot: Depot, constat: Constat, **quoi: Any) -> None:
    DecisionConstat.objects.create(depot=depot, type=constat.type, niveau=constat.niveau, regle=constat.regle, **quoi)


def garder_proposition(depot: Depot, par: Compte, texte: str, verbe: str) -> Depot:
    """Seal `texte` as the proposal of a locked deposit, look at it again, record the act. Raises `Refus`."""
    texte = nettoyer(texte)
    if defaut := defaut_de_texte(texte):
        raise Refus("texte", defaut)
    depot.propose = sceller(cle_de(depot.pk), "depot.propose", depot.pk, texte)
    compter(depot, constats_ouverts(depot, texte))
    if depot.bon_a_tirer != empreinte("texte", texte):  # its author accepted another text
        depot.bon_a_tirer = ""
    depot.modifie_par = par
    depot.save()
    tracer(verbe, "depot", depot.pk, par=par)
    return depot
