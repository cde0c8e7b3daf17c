"""What a file of resources says of each: the columns, and how a cell is read. Pure: no database."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from medias.tableaux import Feuille, lire_feuille

from .etats import Genre, TrancheMembres
from .langue.cles import plier
from .langue.regions import trouver_region

# Each column, and the headings people type for it (compared without case or accents).
COLONNES = {
    "slug": ("adresse de la page", "slug"),
    "nom": ("nom", "ressource", "organisme"),
    "region": ("region", "region administrative"),
    "genre": ("genre", "type"),
    "municipalite": ("municipalite", "ville"),
    "description": ("description",),
    "forme_de": ("forme apres de", "forme de"),
    "courriel_public": ("courriel public", "courriel"),
    "telephone_public": ("telephone public", "telephone"),
    "site_web": ("site web", "site"),
    "adresse": ("adresse publique", "adresse"),
    "lieu_masque": ("lieu masque", "refuge"),
    "tranche_membres": ("nombre de membres", "membres"),
    "active": ("membre actuel", "active"),
    "alias": ("autres noms", "autre nom", "alias", "sigle"),
}
EXIGEES = ("nom", "region")
# What an optional cell holds to say « nothing any more »; an empty one leaves what is there.
VIDER = frozenset("-–—")
VIDABLES = frozenset("municipalite description courriel_public telephone_public site_web adresse".split())
OUI_NON = {
    "oui": True,
    "o": True,
    "x": True,
    "1": True,
    "true": True,
    "non": False,
    "n": False,
    "0": False,
    "false": False,
}
SEPARATEUR_D_ALIAS = "|"


class CaseIllisible(ValueError):
    """A cell says nothing that can be kept; the message is a French sentence."""


def lire_ressources(octets: bytes) -> Feuille:
    """Return the rows of a CSV or an XLSX. Raises `medias.tableaux.FeuilleIllisible`."""
    return lire_feuille(octets, COLONNES, EXIGEES)


def valeurs_de(cases: Mapping[str, str]) -> dict[str, object]:
    """Return what a line asks of each field that it fills; an empty cell asks nothing. Raises `CaseIllisible`."""
    valeurs: dict[str, object] = {}
    for colonne, typee in cases.items():
        if typee.startswith(("=", "@")):
            raise CaseIllisible(_("La colonne « %(colonne)s » contient une formule.") % {"colonne": colonne})
        if typee in VIDER and colonne in VIDABLES:
            valeurs[colonne] = ""
        elif typee:
            valeurs[colonne] = LECTURES.get(colonne, str)(typee)
    return valeurs


def _region(typee: str) -> str:
    region = trouver_region(typee)
    if region is None:
        raise CaseIllisible(_("« %(region)s » n’est pas une des 17 régions.") % {"region": typee[:60]})
    return region.code


def _genre(typee: str) -> str:
    for genre in Genre:
        if plier(typee) in {plier(genre.value), plier(str(genre.label))}:
            return genre.value
    raise CaseIllisible(
        _("Le genre « %(genre)s » n’existe pas. Choisissez : %(genres)s.")
        % {"genre": typee[:60], "genres": ", ".join(map(str, Genre.labels))}
    )


def _tranche(typee: str) -> str:
    if typee.isascii() and typee.isdigit():
        membres = int(typee[:6])
        bornes = ((20, TrancheMembres.MOINS_DE_20), (50, TrancheMembres.DE_20_A_49), (100, TrancheMembres.DE_50_A_99))
        return next((tranche.value for borne, tranche in bornes if membres < borne), TrancheMembres.CENT_ET_PLUS.value)
    for tranche in TrancheMembres:
        if plier(typee) in {plier(tranche.value), plier(str(tranche.label))}:
            return tranche.value
    raise CaseIllisible(_("Le nombre de membres « %(nombre)s » ne se lit pas.") % {"nombre": typee[:60]})


def _oui_non(typee: str) -> bool:
    reponse = OUI_NON.get(plier(typee))
    if reponse is None:
        raise CaseIllisible(_("« %(reponse)s » : répondez oui ou non.") % {"reponse": typee[:60]})
    return reponse


def _site(typee: str) -> str:
    return typee if "://" in typee else f"https://{typee}"


def _alias(typee: str) -> tuple[str, ...]:
    return tuple(nom.strip() for nom in typee.split(SEPARATEUR_D_ALIAS) if nom.strip())


LECTURES: dict[str, Callable[[str], object]] = {
    "region": _region,
    "genre": _genre,
    "tranche_membres": _tranche,
    "lieu_masque": _oui_non,
    "active": _oui_non,
    "site_web": _site,
    "alias": _alias,
}
