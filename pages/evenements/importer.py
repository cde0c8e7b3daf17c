"""Events brought in from a file by the staff: line by line, twice is once, never public by themselves.

A line types the form of the resources: what the form refuses is refused here, in its words.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Final
from uuid import UUID, uuid5

from django.db import models, transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from medias.ponctuation import intitule
from medias.tableaux import Rangee
from reseau.langue.cles import cle, plier
from reseau.models import Compte, Ressource
from reseau.rapport import REFUSEE, LigneLue, Rapport

from ..models.evenement import Evenement
from ..publication.refus import PortesFermees
from .etats import CHAMPS_SAISIS, LangueEvenement, Modalite
from .formulaire import EvenementForm
from .lignes import COLONNES, LigneIllisible, saisie_de
from .permissions import peut_importer

# Where the key of an imported event comes from: the same line, sent again, makes the same key.
ESPACE_DES_CLES: Final = UUID("6f1d6b0e-52f1-4c5e-9f0a-0e6a8a3d2c71")
LONGUEUR_MONTREE: Final = 60
PROCHES_MONTREES: Final = 3
PAR_DEFAUT: Final = {"langue": LangueEvenement.FRANCAIS.value, "modalite": Modalite.SUR_PLACE.value}
DE_LA_RESSOURCE: Final = ("region", "municipalite", "courriel_public", "telephone_public")


class Verdict(models.TextChoices):
    """What became of a line."""

    PROPOSEE = "proposee", _("envoyée à la modération")
    BROUILLON = "brouillon", _("gardée en brouillon")
    DEJA_LA = "deja_la", _("déjà là")
    REFUSEE = REFUSEE, _("refusée")


class RapportEvenements(Rapport):
    """What an import of events did, or would do."""

    verdicts = Verdict
    ecrivent = frozenset({Verdict.PROPOSEE, Verdict.BROUILLON})


class ImportInterdit(Exception):
    """The account may not bring events in."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(_now("Ce compte ne permet pas d’importer des événements."))


@transaction.atomic
def importer_evenements(
    *, rangees: Iterable[Rangee], par: Compte | None, apercu: bool = False, brouillons: bool = False
) -> RapportEvenements:
    """Create the events that are not there, and send them to the moderators; what is there is left as it is.

    A refused line changes nothing and stops no other.

    Args:
        rangees: the lines of the file.
        par: who imports, and so approves none of them; None for the operator of the machine.
        apercu: report, and keep nothing.
        brouillons: keep the events as drafts, without the gates.

    Raises:
        ImportInterdit: `par` may not.
    """
    if par is not None and not peut_importer(par):
        raise ImportInterdit
    rapport, vues = RapportEvenements(), dict[int, int]()
    for rangee in rangees:
        nom = rangee.cases.get("titre", "")[:LONGUEUR_MONTREE]
        try:
            with transaction.atomic():
                verdict, details = _traiter(rangee, par, vues, brouillons=brouillons)
        except LigneIllisible as erreur:
            verdict, details = Verdict.REFUSEE, erreur.raisons
        except PortesFermees as refus:
            verdict, details = Verdict.REFUSEE, tuple(constat.message for constat in refus.constats)
        rapport.lignes.append(LigneLue(rangee.numero, nom, verdict, details))
    if apercu:
        transaction.set_rollback(True)
    return rapport


def _traiter(
    rangee: Rangee, par: Compte | None, vues: dict[int, int], *, brouillons: bool
) -> tuple[Verdict, tuple[str, ...]]:
    saisie = saisie_de(rangee.cases)
    ressource = _trouver(saisie.pop("ressource", ""), saisie.get("region", ""))
    evenement = _remplir(ressource, saisie)
    if par is not None and not evenement.est_du_ressort_de(par):
        raise LigneIllisible(_now("Cette région n’est pas de votre ressort."))
    present = _deja(evenement)
    if present is not None and present.pk in vues:
        raise LigneIllisible(_now("C’est le même événement que la ligne %(ligne)s.") % {"ligne": vues[present.pk]})
    if present is not None:
        vues[present.pk] = rangee.numero
        return Verdict.DEJA_LA, _ecarts(evenement, present, saisie)
    evenement.save()
    evenement.save_revision(user=par, log_action="wagtail.create")
    vues[evenement.pk] = rangee.numero
    if brouillons:
        return Verdict.BROUILLON, ()
    evenement.get_workflow().start(evenement, par)
    return Verdict.PROPOSEE, ()


def _trouver(nom: str, region: str) -> Ressource:
    """Return the resource of a line; its region decides between two of one name."""
    trouvees = list(Ressource.objects.nommees(nom))
    if len(trouvees) > 1:
        trouvees = [ressource for ressource in trouvees if ressource.region == region]
        if len(trouvees) != 1:
            avis = _now("Plusieurs ressources portent ce nom : écrivez « %(nom)s (région) ».")
            raise LigneIllisible(avis % {"nom": nom[:LONGUEUR_MONTREE]})
    if not trouvees:
        raise LigneIllisible(_inconnue(nom))
    if not trouvees[0].active:
        raise LigneIllisible(_now("Cette ressource n’est plus membre."))
    return trouvees[0]


def _inconnue(nom: str) -> str:
    noms = {ressource.cle: ressource.nom for ressource in Ressource.objects.filter(active=True)}
    proches = [noms[proche] for proche in get_close_matches(cle(nom), noms, PROCHES_MONTREES)]
    avis = _now("Aucune ressource ne s’appelle « %(nom)s ».") % {"nom": nom[:LONGUEUR_MONTREE]}
    if not proches:
        return avis
    return f"{avis} " + _now("Peut-être : %(noms)s.") % {"noms": ", ".join(proches)}


def _remplir(ressource: Ressource, saisie: dict[str, str]) -> Evenement:
    """Return the event of a line, not saved. Raises `LigneIllisible` with all that the form refuses."""
    identifiant = saisie.pop("identifiant", "")
    en_ligne = saisie.get("modalite") == Modalite.EN_LIGNE
    repris = {nom: getattr(ressource, nom) for nom in DE_LA_RESSOURCE if not (en_ligne and nom == "municipalite")}
    evenement = Evenement(live=False, ressource=ressource)
    formulaire = EvenementForm(PAR_DEFAUT | repris | saisie, instance=evenement)
    if not formulaire.is_valid():
        raise LigneIllisible(*_phrases(formulaire))
    reperes = identifiant or f"{cle(evenement.titre)} {evenement.debut.timestamp():.0f}"
    evenement.cle = uuid5(ESPACE_DES_CLES, f"{ressource.pk} {reperes}")
    return evenement


def _phrases(formulaire: EvenementForm) -> list[str]:
    titres = {nom: noms[0] for nom, noms in COLONNES.items()}
    return [
        intitule(titres[champ], message) if champ in titres else str(message)
        for champ, messages in formulaire.errors.items()
        for message in messages
    ]


def _deja(evenement: Evenement) -> Evenement | None:
    """Return the event that this one would repeat: of the same line, or of the same name at the same moment."""
    par_cle = Evenement.objects.filter(cle=evenement.cle).first()
    if par_cle is not None:
        return par_cle
    voisins = Evenement.objects.filter(ressource=evenement.ressource_id, debut=evenement.debut)
    return next((voisin for voisin in voisins if plier(voisin.titre) == plier(evenement.titre)), None)


def _ecarts(evenement: Evenement, present: Evenement, saisie: dict[str, str]) -> tuple[str, ...]:
    """Say where the file differs from what is there, which the file leaves: others may have corrected it."""
    derniere = present.get_latest_revision_as_object()
    dits = [champ for champ in CHAMPS_SAISIS if champ in saisie or champ in {"debut", "fin"}]
    autres = [champ for champ in dits if getattr(derniere, champ) != getattr(evenement, champ)]
    champs: list[Any] = [Evenement._meta.get_field(champ) for champ in autres]
    noms = [str(champ.verbose_name) for champ in champs]
    if not noms:
        return ()
    avis = _now("Le fichier dit autre chose (%(noms)s) : changez-le dans l’administration.")
    return (avis % {"noms": ", ".join(noms)},)
