"""Who speaks, in right French: the line under a published quote.

The ladder runs from the finest (the resource is named) to the coarsest (Québec). Unknown always means coarser.
"""

import re
from enum import StrEnum
from typing import Final

from .cles import plier, soigner
from .elision import lier, s_elide
from .inclusif import Ecriture, rendre
from .regions import QUEBEC, Lieu, Region

# Common nouns that open the name of an organisation, folded, by what « de » becomes before them.
_NOMS_COMMUNS: Final = {
    mot: article
    for article, mots in {
        "du": "bureau cafe carrefour centre cercle club collectif comite foyer groupe mouvement pavillon projet refuge "
        "regroupement relais reseau service",
        "de la": "clinique coalition cooperative coop corporation federation fondation halte ligue maison residence "
        "ressource societe table",
        "de l’": "accueil alliance antenne appui association atelier auberge entraide equipe hebergement initiative "
        "institut organisation organisme union",
        "des": "amis ateliers habitations logements services",
    }.items()
    for mot in mots.split()
}
_ARTICLE: Final = re.compile(r"(le|la|les)\s+(?=\S)|l[’']\s*(?=\S)", re.IGNORECASE)
_PREMIER_MOT: Final = re.compile(r"[^\s\-–]+")


class Echelon(StrEnum):
    """How finely a quote says where it comes from, from fine to coarse."""

    RESSOURCE = "ressource"
    REGION = "region"
    QUEBEC = "quebec"


def suggerer_forme_de(nom: str) -> str:
    """Suggest « de » + the name of a resource; a person confirms it.

    Le X → du X · Les X → des X · La X → de La X · L’X → de L’X · Centre X → du Centre X · Maison X → de la Maison X ·
    Entraide X → de l’Entraide X · a vowel or a mute h → d’X · else de X.
    """
    nom = soigner(nom)
    if not nom:
        return ""
    if article := _ARTICLE.match(nom):
        reste = nom[article.end() :]
        contracte = {"le": "du", "les": "des"}.get((article[1] or "").lower())
        return f"{contracte} {reste}" if contracte else f"de {nom[0].upper()}{nom[1:]}"
    premier = _PREMIER_MOT.match(nom)
    if premier and (forme := _NOMS_COMMUNS.get(plier(premier.group()))):
        return lier(forme, nom)
    return f"d’{nom}" if s_elide(nom) else f"de {nom}"


def suggerer_lieu(nom: str) -> Lieu:
    """Suggest the grammar of a town or sub-region: « du Bic, au Bic », « de Granby, à Granby »; a person confirms."""
    nom = soigner(nom)
    premier = plier(nom).partition(" ")[0]
    if premier in {"haut", "bas", "pays"}:
        return Lieu(nom, f"du {nom}", f"dans le {nom}")
    if premier in {"haute", "basse", "vallee", "mrc"}:
        return Lieu(nom, f"de la {nom}", f"dans la {nom}")
    article = _ARTICLE.match(nom)
    contracte = {"le": "au", "les": "aux"}.get((article[1] or "").lower()) if article else None
    en_lieu = f"{contracte} {nom[article.end() :]}" if article and contracte else f"à {nom}"
    return Lieu(nom, suggerer_forme_de(nom), en_lieu)


def attribuer(
    echelon: Echelon | str,
    forme_de: str,
    region: Region | None,
    *,
    lieu: Lieu | Region | None = None,
    mode: Ecriture = Ecriture.POINT,
) -> str:
    """Return the attribution of a quote without a name.

    Args:
        echelon: the finest step allowed for this quote.
        forme_de: the resource after « de » (« de La Passerelle »); empty falls to the region.
        region: its region; unknown falls to Québec.
        lieu: the town or sub-region shown beside a named resource; never at the step of the region.
        mode: the inclusive spelling.
    """
    effectif = Echelon(echelon)
    if effectif is Echelon.RESSOURCE and forme_de:
        texte = f"un·e membre {forme_de}, une ressource alternative {(lieu or region or QUEBEC).de_lieu}"
    else:
        ou = QUEBEC if effectif is Echelon.QUEBEC or region is None else region
        texte = f"un·e membre d’une ressource alternative {ou.de_lieu}"
    # The form after « de » is a name: rendering applies to our own words only.
    debut, reste = texte.split(" ", 1)
    return f"{rendre(debut, mode)} {reste}"


def attribuer_en_anglais(
    echelon: Echelon | str, nom: str, region: Region | None, *, lieu: Lieu | Region | None = None
) -> str:
    """Return the attribution of a quote in English, never finer than in French.

    Args:
        echelon: the finest step allowed for this quote.
        nom: the name of the resource; empty falls to the region.
        region: its region; unknown falls to Québec.
        lieu: the town or sub-region shown beside a named resource.
    """
    effectif = Echelon(echelon)
    if effectif is Echelon.RESSOURCE and nom:
        return f"A member of {nom}, an alternative resource in {(lieu or region or QUEBEC).nom}"
    ou = QUEBEC if effectif is Echelon.QUEBEC or region is None else region
    return f"A member of an alternative resource in {ou.nom}"
