"""What the wall offers to narrow it, without a script: tiles for sentences, lists for themes, regions and campaigns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from reseau.langue.regions import CODES
from temoignages.bilingue import Dit
from temoignages.models import Amorce

from .croisement import Choix, Croisement
from .presentation import compte_de_tuile
from .regles import DERNIERE_EDITION, PREMIERE_EDITION, cle_choisie, edition_choisie

REGIONS = dict(CODES)
_EDITIONS = {annee: annee for annee in range(DERNIERE_EDITION, PREMIERE_EDITION - 1, -1)}


@dataclass(frozen=True, slots=True)
class Tuile:
    """A sentence to complete, as a link that filters the wall. `lang`: its language, when it is not the page's."""

    texte: str
    lang: str
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
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Filtre:
    """A list to choose from; `nom` is its place in the query of the address."""

    nom: str
    etiquette: str
    options: list[Option]


def choix_de(requete: Mapping[str, str], phrases: Iterable[int], themes: Iterable[int]) -> Choix:
    """Read the query of an address; what is not a possible choice is as good as none."""
    region = requete.get("region", "")
    return Choix(
        phrase=cle_choisie(requete.get("phrase", ""), phrases),
        theme=cle_choisie(requete.get("theme", ""), themes),
        region=region if region in REGIONS else None,
        edition=edition_choisie(requete.get("edition", "")),
    )


def tuiles(amorces: Iterable[Amorce], croisement: Croisement, choix: Choix) -> list[Tuile]:
    """Return the tiles, which keep the other filters. Beside another filter, only those that lead somewhere."""
    autres = choix.sur("phrase", None)
    lignes = [(amorce, autres.sur("phrase", amorce.pk)) for amorce in amorces]
    return [
        Tuile(
            texte=str(amorce.montree),
            lang=amorce.montree.lang,
            couleur=amorce.couleur,
            url=f"?{vise.requete}",
            compte_affiche=compte_de_tuile(croisement.compte(vise), montrable=montrable),
            courante=vise == choix,
        )
        for amorce, vise in lignes
        if (montrable := croisement.est_montrable(vise)) or not autres.axes or vise == choix
    ]


def filtres(croisement: Croisement, choix: Choix, themes: Mapping[int, Dit | str]) -> list[Filtre]:
    """Return the lists of themes, regions and campaigns that have something to offer, or to undo.

    `themes`: the name of each theme by its key, in the staff's order.
    """
    listes = (
        _filtre("theme", (_("Thème"), _("Tous les thèmes")), croisement, choix, themes),
        _filtre("region", (_("Région"), _("Toutes les régions")), croisement, choix, REGIONS),
        _filtre("edition", (_("Édition"), _("Toutes les éditions")), croisement, choix, _EDITIONS),
    )
    return [liste for liste in listes if len(liste.options) > 1]


def _filtre(nom: str, mots: tuple[str, str], croisement: Croisement, choix: Choix, noms: Mapping[Any, Any]) -> Filtre:
    """Build a list, in the order of `noms`.

    The value that is asked for stays in it, even when it shows nothing: a reader sees the choice.
    """
    choisie = getattr(choix, nom)
    montrables = {choisie, *croisement.options(choix, nom)} - {None}
    options = [
        Option(str(valeur), str(texte), valeur == choisie, getattr(texte, "lang", ""))
        for valeur, texte in noms.items()
        if valeur in montrables
    ]
    etiquette, toutes = mots
    return Filtre(nom, etiquette, [Option("", toutes, choisie is None), *options])
