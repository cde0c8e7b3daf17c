"""The directory, brought up to date from a file: line by line, twice is once."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from medias.tableaux import Rangee

from ..feuilles import CaseIllisible, valeurs_de
from ..langue.cles import cle, soigner
from ..models import AliasRessource, AncienneAdresse, Compte, Ressource
from ..permissions import peut_tenir_repertoire
from ..rapport import REFUSEE, LigneLue, Rapport
from .erreurs import Refus

# Not fields of the form: where the page is, and the other names, which have their own table.
A_PART = ("slug", "alias")
LONGUEUR_MONTREE = 60


class Verdict(models.TextChoices):
    """What became of a line."""

    CREEE = "creee", _("créée")
    MODIFIEE = "modifiee", _("modifiée")
    INCHANGEE = "inchangee", _("inchangée")
    REFUSEE = REFUSEE, _("refusée")


class RapportRessources(Rapport):
    """What an import of resources did, or would do."""

    verdicts = Verdict
    ecrivent = frozenset({Verdict.CREEE, Verdict.MODIFIEE})


class _LigneRefusee(Exception):
    """A line cannot be kept; the sentences say why."""

    def __init__(self, *raisons: str) -> None:
        self.raisons = raisons
        super().__init__(*raisons)


@transaction.atomic
def importer_ressources(*, rangees: Iterable[Rangee], par: Compte | None, apercu: bool = False) -> RapportRessources:
    """Create and update resources. `par`: None for the operator of the machine. `apercu`: report, and keep nothing.

    A refused line changes nothing and stops no other. Raises `Refus`.
    """
    if par is not None and not peut_tenir_repertoire(par):
        raise Refus("permission")
    rapport, vues = RapportRessources(), dict[int, int]()
    for rangee in rangees:
        rapport.lignes.append(_traiter(rangee, par, vues))
    if apercu:
        transaction.set_rollback(True)
    return rapport


def _traiter(rangee: Rangee, par: Compte | None, vues: dict[int, int]) -> LigneLue:
    nom = rangee.cases.get("nom", "")[:LONGUEUR_MONTREE]
    try:
        with transaction.atomic():
            ressource, verdict, details = _appliquer(rangee, vues)
            vues[ressource.pk] = rangee.numero
            if verdict in RapportRessources.ecrivent:
                log(instance=ressource, action=f"wagtail.{'create' if verdict == Verdict.CREEE else 'edit'}", user=par)
    except CaseIllisible as erreur:
        return LigneLue(rangee.numero, nom, Verdict.REFUSEE, (str(erreur),))
    except _LigneRefusee as erreur:
        return LigneLue(rangee.numero, nom, Verdict.REFUSEE, erreur.raisons)
    return LigneLue(rangee.numero, nom, verdict, tuple(details))


def _appliquer(rangee: Rangee, vues: dict[int, int]) -> tuple[Ressource, Verdict, list[str]]:
    valeurs: dict[str, Any] = valeurs_de(rangee.cases)
    ressource = _trouver(valeurs)
    if ressource.pk in vues:
        raise _LigneRefusee(_now("C’est la même ressource que la ligne %(ligne)s.") % {"ligne": vues[ressource.pk]})
    nouvelle = ressource.pk is None
    details = _remplir(ressource, valeurs)
    if nouvelle or details:
        try:
            ressource.full_clean()
        except ValidationError as erreur:
            raise _LigneRefusee(*_phrases(erreur)) from erreur
        ressource.save()
    details += _nommer(ressource, valeurs.get("alias", ()))
    if nouvelle:
        return ressource, Verdict.CREEE, []
    return ressource, Verdict.MODIFIEE if details else Verdict.INCHANGEE, details


def _trouver(valeurs: dict[str, Any]) -> Ressource:
    """Return the resource of a line: by the address of its page, else its name, else another name, in its region."""
    if slug := valeurs.get("slug"):
        ancienne = AncienneAdresse.objects.filter(slug=slug).values("ressource")
        trouvee = Ressource.objects.filter(models.Q(slug=slug) | models.Q(pk__in=ancienne)).first()
        if trouvee is None:
            raise _LigneRefusee(
                _now("Aucune ressource n’a l’adresse « %(slug)s ».") % {"slug": slug[:LONGUEUR_MONTREE]}
            )
        return trouvee
    if not valeurs.get("nom") or not valeurs.get("region"):
        raise _LigneRefusee(_now("Il faut le nom et la région."))
    voisines = Ressource.objects.nommees(valeurs["nom"]).de_region(valeurs["region"])
    par_nom = [ressource for ressource in voisines if ressource.cle == cle(valeurs["nom"])] or list(voisines)
    if len(par_nom) > 1:
        raise _LigneRefusee(_now("Plusieurs ressources de cette région portent ce nom."))
    if par_nom:
        valeurs.pop("nom")  # this is how it was found: the listing keeps its own spelling
        return par_nom[0]
    return Ressource()


def _remplir(ressource: Ressource, valeurs: dict[str, Any]) -> list[str]:
    """Write the values in the fields; return what changed, in words."""
    details = []
    champs = {nom: valeur for nom, valeur in valeurs.items() if nom not in A_PART}
    for nom, valeur in champs.items():
        voulue = soigner(valeur) if nom in {"nom", "forme_de"} else valeur
        avant = getattr(ressource, nom)
        if avant != voulue:
            setattr(ressource, nom, voulue)
            etiquette = str(ressource._meta.get_field(nom).verbose_name)
            details.append(f"{etiquette} : {_montre(avant)} → {_montre(voulue)}")
            if nom == "forme_de":
                ressource.forme_confirmee = False
            elif nom == "nom" and "forme_de" not in champs:
                ressource.forme_de = ""
    return details


def _nommer(ressource: Ressource, noms: Iterable[str]) -> list[str]:
    details = []
    connus = {ressource.cle, *AliasRessource.objects.filter(ressource=ressource).values_list("cle", flat=True)}
    for nom in noms:
        if cle(nom) not in connus:
            alias = AliasRessource(ressource=ressource, nom=soigner(nom))
            try:
                alias.full_clean(exclude=["cle"])
            except ValidationError as erreur:
                raise _LigneRefusee(*_phrases(erreur)) from erreur
            alias.save()
            connus.add(alias.cle)
            details.append(_now("autre nom ajouté : %(nom)s") % {"nom": _montre(nom)})
    return details


def _phrases(erreur: ValidationError) -> list[str]:
    phrases = []
    for nom, messages in erreur.message_dict.items():
        connu = nom in {champ.name for champ in Ressource._meta.fields}
        debut = f"{Ressource._meta.get_field(nom).verbose_name} : " if connu else ""
        phrases += [f"{debut}{message}" for message in messages]
    return phrases


def _montre(valeur: object) -> str:
    if isinstance(valeur, bool):
        return _now("oui") if valeur else _now("non")
    return str(valeur)[:LONGUEUR_MONTREE] or _now("rien")
