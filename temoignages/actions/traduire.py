"""A translation of published words: written by one person, approved by another, gone with the words themselves.

The guarantees are those of the words: the detector reads each version, an undecided passage blocks, superusers are not
exempt, and every act is written by ids only.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from medias.langues import Langue
from reseau.horloge import maintenant
from reseau.models import Compte

from .. import anonymat
from ..anonymat import Constat
from ..chambre.codes import empreinte
from ..etats import EtatTraduction
from ..models import Depot, Temoignage, Trace, Traduction
from ..permissions import est_contact, peut_approuver, peut_traduire
from ..regles import defaut_de_texte, nettoyer
from ..residus.prise import prendre_empreintes
from .caviarder import Garde, constat_vise, noms_permis
from .conserver import vider_journal_sqlite
from .erreurs import Refus
from .generation import changement_public
from .journal import tracer
from .masquer import trouver

# The languages that the site has pages in: a translation that no page shows is not written.
LANGUES: Final = (Langue.FRANCAIS, Langue.ANGLAIS)


@dataclass(frozen=True)
class ReleveTraduit:
    """What the machine finds in a translation, each in order. `gardes`: kept passages, with the reason."""

    ouverts: list[Constat] = field(default_factory=list)
    gardes: list[tuple[Constat, str]] = field(default_factory=list)


def empreinte_vue(temoignage: Temoignage, traduction: Traduction | None) -> str:
    """Return what names the two texts that a person has before them: a gesture on any others is refused."""
    return empreinte("traduction", f"{temoignage.empreinte_source}|{traduction.texte if traduction else ''}")


def releve_de(temoignage: Temoignage, traduction: Traduction) -> ReleveTraduit:
    """Look at a translation as it stands."""
    trouves = _detecter(temoignage, traduction.texte)
    cles = [(constat, _cle(temoignage, traduction.langue, traduction.texte, constat)) for constat in trouves]
    return ReleveTraduit(
        ouverts=[constat for constat, cle in cles if cle not in traduction.gardes],
        gardes=[(constat, traduction.gardes[cle]) for constat, cle in cles if cle in traduction.gardes],
    )


def traduire(
    *, temoignage: Temoignage, langue: str, par: Compte, texte: str, vue: str, gardes: Sequence[Garde] = ()
) -> Traduction:
    """Write a translation, or write it again; it is on no page until someone else approves it.

    Args:
        temoignage: published words, that the site may show today.
        langue: another language of the site.
        par: who translates.
        texte: the translation.
        vue: `empreinte_vue` of what `par` had before them.
        gardes: passages of the version seen, kept for a reason of the closed list.

    Raises `Refus`, and then changes nothing.
    """
    if not peut_traduire(par):
        raise Refus("permission")
    texte = nettoyer(texte)
    if defaut := defaut_de_texte(texte):
        raise Refus("texte", defaut)
    with _tenir(temoignage) as ici:
        if langue not in LANGUES or langue == ici.langue:
            raise Refus("langue")
        traduction = ici.traductions.select_for_update().filter(langue=langue).first()
        if empreinte_vue(ici, traduction) != vue:
            raise Refus("texte_change")
        decides = _garder(ici, traduction, gardes)
        traduction = traduction or Traduction(temoignage=ici, langue=langue, traduite_par=par)
        if traduction.est_approuvee:
            if traduction.texte == texte and ici.a_pour_source(traduction.empreinte_source):
                return traduction
            traduction.traduite_par = par  # every word of it was approved: what is new is this person's
        remplacee = traduction.texte if _fut_publique(traduction) else ""
        _ecrire(traduction, ici, texte, decides)
        traduction.modifiee_par, traduction.modifiee_le = par, maintenant()
        traduction.save()
        tracer("traduire", "traduction", traduction.pk, par=par)
    vider_journal_sqlite()  # the words that were written over
    _faire_chercher(remplacee, texte)
    return traduction


def a_ecrit(traduction: Traduction, compte: Compte) -> bool:
    """Whether someone wrote in a translation as it stands: first, last, or between, since approved words were changed.

    Taking an approved translation back does not wash it: only the next version starts again from approved words.
    """
    mains = {traduction.traduite_par_id, traduction.modifiee_par_id}
    actes = Trace.objects.filter(objet="traduction", objet_id=str(traduction.pk)).order_by("pk")
    depuis: set[int | None] = set()
    approuvee = False
    for verbe, par in actes.values_list("verbe", "par"):
        if verbe == "traduire":
            depuis = {par} if approuvee else {*depuis, par}
        approuvee = verbe == "approuver"
    return compte.pk in mains | depuis


def _ecrire(traduction: Traduction, temoignage: Temoignage, texte: str, decides: Mapping[str, str]) -> None:
    """Put `texte` in a translation, count what is undecided in it, forget the passages that it no longer has."""
    _proposer(traduction)
    traduction.texte, traduction.empreinte_source = texte, temoignage.empreinte_source
    cles = [_cle(temoignage, traduction.langue, texte, constat) for constat in _detecter(temoignage, texte)]
    traduction.gardes = {cle: decides[cle] for cle in cles if cle in decides}
    traduction.constats_ouverts = sum(cle not in decides for cle in cles)


def approuver_traduction(*, traduction: Traduction, par: Compte, vue: str) -> Traduction:
    """Show the translation that `par` saw. Raises `Refus`, superusers included, by the first rule that fails."""
    if not peut_approuver(par):
        raise Refus("permission")
    with _tenir(traduction.temoignage) as ici:
        traduction = _verrouiller(traduction)
        if traduction.est_approuvee:
            raise Refus("etat")
        if a_ecrit(traduction, par):
            raise Refus("meme_personne")
        depot = Depot.objects.select_related("ressource").filter(empreinte_code=ici.empreinte_code).first()
        if depot and est_contact(par, depot):
            raise Refus("contact")
        if not ici.a_pour_source(traduction.empreinte_source):
            raise Refus("source")
        if empreinte_vue(ici, traduction) != vue:
            raise Refus("texte_change")
        if releve_de(ici, traduction).ouverts:
            raise Refus("constats")
        traduction.etat, traduction.constats_ouverts = EtatTraduction.APPROUVEE, 0
        traduction.approuvee_par, traduction.approuvee_le = par, maintenant()
        traduction.save()
        tracer("approuver", "traduction", traduction.pk, par=par)
    return traduction


def reprendre_traduction(*, traduction: Traduction, par: Compte) -> Traduction:
    """Take an approved translation off the site; the original words stay. Raises `Refus`."""
    _exiger_equipe(par)
    with _tenir(traduction.temoignage):
        traduction = _verrouiller(traduction)
        if not traduction.est_approuvee:
            raise Refus("etat")
        _proposer(traduction)
        traduction.save()
        tracer("reprendre", "traduction", traduction.pk, par=par)
    return traduction


def supprimer_traduction(*, traduction: Traduction, par: Compte) -> None:
    """Delete a translation, shown or not; the original words stay. Raises `Refus`."""
    _exiger_equipe(par)
    with _tenir(traduction.temoignage):
        traduction = _verrouiller(traduction)
        numero, supprimee = traduction.pk, traduction.texte if _fut_publique(traduction) else ""
        traduction.delete()
        tracer("supprimer", "traduction", numero, par=par)
    vider_journal_sqlite()
    _faire_chercher(supprimee)


@contextmanager
def _tenir(temoignage: Temoignage) -> Iterator[Temoignage]:
    """Lock published words while their translation changes: a withdrawal waits, or came first. Raises `Refus`."""
    with changement_public([temoignage.empreinte_code]):
        ici = Temoignage.objects.select_for_update().get(pk=temoignage.pk)
        if not Temoignage.objects.publies().filter(pk=ici.pk).exists():
            raise Refus("plus_la")
        yield ici


def _verrouiller(traduction: Traduction) -> Traduction:
    """Return the row as it is now, locked. Raises `Refus` when someone deleted it."""
    ici = Traduction.objects.select_for_update().filter(pk=traduction.pk).first()
    if ici is None:
        raise Refus("etat")
    return ici


def _fut_publique(traduction: Traduction) -> bool:
    """Say whether the site showed these very words: they were approved since they were last written."""
    actes = Trace.objects.filter(objet="traduction", objet_id=str(traduction.pk), verbe__in=("traduire", "approuver"))
    return actes.order_by("-pk").values_list("verbe", flat=True).first() == "approuver"


def _faire_chercher(texte: str, nouveau: str = "") -> None:
    """Have words that were public looked for everywhere, while something still knows them: a withdrawal will not.

    What the words in their place say too may be found: it is not sought.
    """
    if texte and (prise := prendre_empreintes([texte], sauf=[nouveau])):
        prise.confier()


def _exiger_equipe(par: Compte) -> None:
    if not (peut_traduire(par) or peut_approuver(par)):
        raise Refus("permission")


def _proposer(traduction: Traduction) -> None:
    traduction.etat = EtatTraduction.PROPOSEE
    traduction.approuvee_par = traduction.approuvee_le = None


def _garder(temoignage: Temoignage, traduction: Traduction | None, gardes: Sequence[Garde]) -> Mapping[str, str]:
    """Return the reasons by passage, those just given included. Raises `Refus`."""
    if traduction is None:
        return {}
    ouverts = {(constat.debut, constat.fin): constat for constat in releve_de(temoignage, traduction).ouverts}
    decides = dict(traduction.gardes)
    for garde in gardes:
        constat = constat_vise(ouverts, garde)
        decides[_cle(temoignage, traduction.langue, traduction.texte, constat)] = garde.raison
    return decides


def _detecter(temoignage: Temoignage, texte: str) -> list[Constat]:
    """Return what the machine finds there and that the approved words do not already say, letter for letter."""
    constats = anonymat.detecter(texte, noms_permis())
    return [constat for constat in constats if not trouver(temoignage.texte, texte[constat.debut : constat.fin])]


def _cle(temoignage: Temoignage, langue: str, texte: str, constat: Constat) -> str:
    passage = " ".join(texte[constat.debut : constat.fin].split())
    return empreinte("passage traduit", f"{temoignage.pk}|{langue}|{constat.type}|{passage}")
