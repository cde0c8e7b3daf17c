"""What a file of events says of each: the columns, and what people type in a cell. Pure: no database."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from medias.tableaux import Feuille, lire_feuille
from reseau.langue.cles import plier
from reseau.langue.regions import trouver_region

from .etats import ACCES, GenreEvenement, LangueEvenement, Modalite, Reponse

# Each column, by the name of its field in the form, and the headings people type for it (compared by `tableaux.plat`).
COLONNES: Final[dict[str, tuple[str, ...]]] = {
    "identifiant": ("identifiant", "id", "numero"),
    "ressource": ("ressource", "organisme"),
    "titre": ("titre", "activite", "evenement"),
    "genre": ("genre", "type", "genre d'activite"),
    "jour": ("date", "jour", "date de debut"),
    "heure_debut": ("debut", "heure de debut", "heure_debut", "de"),
    "heure_fin": ("fin", "heure de fin", "heure_fin", "a"),
    "dernier_jour": ("dernier jour", "date de fin"),
    "description": ("description",),
    "langue": ("langue",),
    "modalite": ("ou", "mode", "modalite"),
    "lieu": ("lieu", "nom du lieu"),
    "adresse": ("adresse",),
    "municipalite": ("municipalite", "ville"),
    "region": ("region", "region administrative"),
    "lieu_masque": ("lieu masque", "n'afficher que la municipalite"),
    "lien_en_ligne": ("lien en ligne", "lien"),
    "lien_inscription": ("lien d'inscription", "inscription"),
    "cout": ("cout", "prix"),
    "fauteuil": ("fauteuil", "fauteuil roulant", "accessible en fauteuil roulant"),
    "stationnement": ("stationnement",),
    "transport": ("transport", "transport en commun"),
    "langue_signes": ("lsq", "lsq ou sous-titres"),
    "lieu_calme": ("lieu calme", "coin calme"),
    "sans_parfum": ("sans parfum",),
    "gratuit": ("gratuit",),
    "garde": ("garde", "garde d'enfants"),
    "contact_acces": ("contact acces", "a qui parler de ses besoins"),
    "courriel_public": ("courriel", "courriel public"),
    "telephone_public": ("telephone", "telephone public"),
}
EXIGEES: Final = ("ressource", "titre", "genre", "jour", "heure_debut", "heure_fin")
MOIS: Final = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
_JOUR_EN_MOTS: Final = re.compile(r"(?:[a-z]+ )?(?P<jour>\d{1,2})(?:er)? (?P<mois>[a-z]+) (?P<annee>\d{4})")
_AVEC_SECONDES: Final = re.compile(r"(\d{1,2}:\d\d):00")  # an hour as a workbook says it


class LigneIllisible(ValueError):
    """Cells say nothing that can be kept; each reason is a French sentence."""

    def __init__(self, *raisons: str) -> None:
        """Keep every reason: a line is corrected once."""
        super().__init__(*raisons)
        self.raisons = raisons


def lire_evenements(octets: bytes) -> Feuille:
    """Return the rows of a CSV or an XLSX. Raises `medias.tableaux.FeuilleIllisible`."""
    return lire_feuille(octets, COLONNES, EXIGEES)


def saisie_de(cases: Mapping[str, str]) -> dict[str, str]:
    """Return what a line would type in the form; an empty cell types nothing.

    Raises:
        LigneIllisible: a cell holds a formula, or a word that is not among the choices.
    """
    saisie, raisons = {}, []
    for colonne, typee in cases.items():
        try:
            if typee:
                saisie[colonne] = _lire(colonne, typee)
        except ValueError as erreur:
            raisons.append(str(erreur))
    if raisons:
        raise LigneIllisible(*raisons)
    return saisie


def _lire(colonne: str, typee: str) -> str:
    if typee.startswith(("=", "@")):
        raise ValueError(_("La colonne « %(colonne)s » contient une formule.") % {"colonne": COLONNES[colonne][0]})
    lire = _LECTURES.get(colonne)
    return lire(typee) if lire else typee


def _jour(typee: str) -> str:
    lu = _JOUR_EN_MOTS.fullmatch(plier(typee))
    if lu is None or lu["mois"] not in MOIS:
        return typee  # the form reads figures, and says what it cannot read
    try:
        return date(int(lu["annee"]), MOIS.index(lu["mois"]) + 1, int(lu["jour"])).isoformat()
    except ValueError as erreur:
        raise ValueError(_("« %(jour)s » n’existe pas.") % {"jour": typee[:40]}) from erreur


def _heure(typee: str) -> str:
    return _AVEC_SECONDES.sub(r"\1", typee)


def _region(typee: str) -> str:
    region = trouver_region(typee)
    if region is None:
        raise ValueError(_("« %(region)s » n’est pas une des 17 régions.") % {"region": typee[:60]})
    return region.code


def _parmi(choix: Iterable[TextChoices], **autres: str) -> Callable[[str], str]:
    connus = {plier(mot): option.value for option in choix for mot in (option.value, str(option.label))} | autres

    def lire(typee: str) -> str:
        if (valeur := connus.get(plier(typee))) is None:
            mots = ", ".join(str(option.label) for option in choix)
            message = _("« %(mot)s » ne se trouve pas parmi les choix : %(choix)s.")
            raise ValueError(message % {"mot": typee[:60], "choix": mots})
        return valeur

    return lire


_OUI_NON = _parmi(Reponse, o="oui", x="oui", vrai="oui", n="non", faux="non")
_LANGUE = _parmi(LangueEvenement, francais="fr", anglais="en", bilingue="fr_en")
_MODALITE = _parmi(Modalite, **{"les deux": "les_deux", "en personne": "sur_place"})


def _masque(typee: str) -> str:
    return "on" if _OUI_NON(typee) == Reponse.OUI else ""


_LECTURES: Final[Mapping[str, Callable[[str], str]]] = {
    "genre": _parmi(GenreEvenement),
    "jour": _jour,
    "dernier_jour": _jour,
    "heure_debut": _heure,
    "heure_fin": _heure,
    "langue": _LANGUE,
    "modalite": _MODALITE,
    "region": _region,
    "lieu_masque": _masque,
    **dict.fromkeys(ACCES, _OUI_NON),
}
