"""What the wall offers to narrow it, without a script: tiles for sentences, lists for regions and campaigns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reseau.langue.regions import CODES
from temoignages.models import Amorce

from .croisement import Choix, Croisement
from .presentation import compte_de_tuile
from .regles import edition_choisie, phrase_choisie

REGIONS = dict(CODES)


@dataclass(frozen=True, slots=True)
class Tuile:
    """A sentence to complete, as a link that filters the wall."""

    texte: str
    couleur: str
    url: str
    compte_affiche: str
    courante: bool


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a list. `valeur` is empty for « all »."""

    valeur: str
    texte: str
    choisie: bool


@dataclass(frozen=True, slots=True)
class Filtre:
    """A list to choose from; `nom` is its place in the query of the address."""

    nom: str
    etiquette: str
    options: list[Option]


def choix_de(requete: Mapping[str, str], offertes: Iterable[int]) -> Choix:
    """Read the query of an address; what is not a possible choice is as good as none."""
    region = requete.get("region", "")
    return Choix(
        phrase=phrase_choisie(requete.get("phrase", ""), offertes),
        region=region if region in REGIONS else None,
        edition=edition_choisie(requete.get("edition", "")),
    )


def tuiles(amorces: Iterable[Amorce], croisement: Croisement, choix: Choix) -> list[Tuile]:
    """Return the tiles, which keep the other filters. Beside another filter, only those that lead somewhere."""
    autres = choix.sur("phrase", None)
    lignes = [(amorce, autres.sur("phrase", amorce.pk)) for amorce in amorces]
    return [
        Tuile(
            texte=amorce.texte,
            couleur=amorce.couleur,
            url=f"?{vise.requete}",
            compte_affiche=compte_de_tuile(croisement.compte(vise), montrable=montrable),
            courante=vise == choix,
        )
        for amorce, vise in lignes
        if (montrable := croisement.est_montrable(vise)) or not autres.axes or vise == choix
    ]


def filtres(croisement: Croisement, choix: Choix) -> list[Filtre]:
    """Return the lists of regions and campaigns that have something to offer, or to undo."""
    regions = [str(code) for code in croisement.options(choix, "region")]
    editions = [str(annee) for annee in reversed(croisement.options(choix, "edition"))]
    listes = (
        _filtre("region", (_("Région"), _("Toutes les régions")), regions, choix.region),
        _filtre("edition", (_("Édition"), _("Toutes les éditions")), editions, choix.edition),
    )
    return [liste for liste in listes if len(liste.options) > 1]


def _filtre(nom: str, mots: tuple[str, str], offertes: list[str], choisie: str | int | None) -> Filtre:
    """Build a list. The value that is asked for stays in it, even when it shows nothing: a reader sees the choice."""
    courante = "" if choisie is None else str(choisie)
    valeurs = offertes if not courante or courante in offertes else [*offertes, courante]
    options = [Option(valeur, REGIONS.get(valeur, valeur), valeur == courante) for valeur in valeurs]
    etiquette, toutes = mots
    return Filtre(nom, etiquette, [Option("", toutes, not courante), *options])
