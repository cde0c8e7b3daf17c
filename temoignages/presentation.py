"""Turn a text and what is known of it into pieces that a template can loop over, and types into words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.functional import Promise
from django.utils.translation import gettext as _maintenant
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .anonymat import Constat
from .etats import MotifRenvoi
from .models import Depot
from .prudence import Alerte

# What stands beside a flagged passage, never its colour alone, and what the legend says of it.
TYPES: dict[str, tuple[Promise, Promise]] = {
    "PERSON": (_("nom"), _("le nom de quelqu’un")),
    "NICKNAME": (_("surnom"), _("un surnom")),
    "INITIALS": (_("initiales"), _("des initiales")),
    "CONTACT": (_("coordonnées"), _("de quoi joindre quelqu’un")),
    "PHONE": (_("téléphone"), _("un numéro de téléphone")),
    "EMAIL": (_("courriel"), _("une adresse électronique")),
    "HANDLE": (_("pseudo"), _("un nom dans un média social")),
    "URL": (_("lien"), _("une adresse du Web")),
    "ADDRESS": (_("adresse"), _("une adresse civique")),
    "POSTAL": (_("code postal"), _("un code postal")),
    "NUMBER": (_("numéro"), _("un numéro ou un code")),
    "RAMQ": (_("RAMQ"), _("un numéro d’assurance maladie")),
    "NAS": (_("NAS"), _("un numéro d’assurance sociale")),
    "RECORD": (_("dossier"), _("un numéro de dossier")),
    "PLATE": (_("plaque"), _("une plaque d’immatriculation")),
    "DOB": (_("naissance"), _("une date de naissance")),
    "AGE": (_("âge"), _("un âge")),
    "DATE": (_("date"), _("une date plus précise que l’année")),
    "FACILITY": (_("établissement"), _("un hôpital, un CISSS, une clinique")),
    "UNIT": (_("unité"), _("une unité de soins")),
    "EMPLOYER": (_("employeur"), _("un lieu de travail")),
    "SCHOOL": (_("école"), _("une école")),
    "PLACE": (_("lieu"), _("une ville, un quartier, un endroit")),
    "STREET": (_("rue"), _("une rue")),
    "COMMUNITY": (_("communauté"), _("une communauté autochtone")),
    "FAMILY": (_("famille"), _("un trait rare de la famille")),
    "EVENT": (_("fait"), _("un fait que des gens reconnaîtraient")),
    "OCCUPATION": (_("métier"), _("un métier")),
    "ROLE": (_("rôle"), _("une fonction dans un groupe")),
    "ORIGIN": (_("origine"), _("une origine ou une appartenance")),
    "OTHER": (_("autre"), _("autre chose qui identifie")),
}


def nom_du_type(type_: str) -> str:
    """Return the short French name of a type of finding; the type itself when the detector has a new one."""
    return str(TYPES[type_][0]) if type_ in TYPES else type_.lower()


def legende(*listes: Iterable[Constat]) -> list[tuple[str, str]]:
    """Return the short name and the meaning of each type found, as ordered in `TYPES`, each once."""
    presents = {constat.type for liste in listes for constat in liste}
    return [(str(court), str(sens)) for type_, (court, sens) in TYPES.items() if type_ in presents]


@dataclass(frozen=True)
class Segment:
    """A piece of text, and what is said of it.

    `constat` with its `numero` (from 1, 0 when it has none) and `alerte` when it is flagged; `change` where the two
    texts differ. `etiquette` and `etiquette_prudence` stand on the last piece of what they name.
    """

    texte: str
    constat: Constat | None = None
    numero: int = 0
    alerte: Alerte | None = None
    change: bool = False
    etiquette: str = ""
    etiquette_prudence: str = ""


def decouper(
    texte: str,
    constats: Sequence[Constat],
    *,
    alertes: Sequence[Alerte] = (),
    changes: Sequence[tuple[int, int]] = (),
    numerotes: bool = True,
) -> list[Segment]:
    """Cut `texte` along its findings, alerts and changed places; the pieces joined give the text back."""
    bornes = {0, len(texte)}
    for debut, fin in [*((c.debut, c.fin) for c in constats), *((a.debut, a.fin) for a in alertes), *changes]:
        bornes |= {debut, fin}
    places = sorted(bornes)
    par_place = _Couches(constats, alertes, changes)
    return [par_place.segment(texte, debut, fin, numerotes) for debut, fin in pairwise(places)]


class _Couches:
    """Three layers over one text, each sorted and disjoint, read from start to end."""

    def __init__(
        self, constats: Sequence[Constat], alertes: Sequence[Alerte], changes: Sequence[tuple[int, int]]
    ) -> None:
        self._constats = list(enumerate(constats, start=1))
        self._alertes = list(alertes)
        self._changes = list(changes)

    def segment(self, texte: str, debut: int, fin: int, numerotes: bool) -> Segment:
        """Return the piece `debut` to `fin`: call it in the order of the text."""
        while self._constats and self._constats[0][1].fin <= debut:
            self._constats.pop(0)
        while self._alertes and self._alertes[0].fin <= debut:
            self._alertes.pop(0)
        while self._changes and self._changes[0][1] <= debut:
            self._changes.pop(0)
        numero, constat = self._constats[0] if self._constats else (0, None)
        alerte = self._alertes[0] if self._alertes else None
        if constat is not None and constat.debut > debut:
            numero, constat = 0, None
        if alerte is not None and alerte.debut > debut:
            alerte = None
        return Segment(
            texte[debut:fin],
            constat,
            numero if numerotes else 0,
            alerte,
            bool(self._changes) and self._changes[0][0] <= debut,
            nom_du_type(constat.type) if constat and constat.fin == fin else "",
            str(alerte.genre.label) if alerte and alerte.fin == fin else "",
        )


def citer(texte: str, alertes: Iterable[Alerte]) -> list[tuple[str, Alerte]]:
    """Return each alert with the words that it is about."""
    return [(texte[alerte.debut : alerte.fin], alerte) for alerte in alertes]


def resumer(depot: Depot, texte: str, alertes: Sequence[Alerte], reste: int) -> list[str]:
    """Return what to know of a text before its words: what it may speak of, what is left to decide, its length."""
    genres = list(dict.fromkeys(str(alerte.genre.label) for alerte in alertes))
    mots = len(texte.split())
    return [
        *([_maintenant("danger possible")] if depot.urgent else []),
        *([depot.get_avertissement_display()] if depot.avertissement else []),
        *([_maintenant("parle de suicide : %(genres)s") % {"genres": ", ".join(genres)}] if genres else []),
        _maintenant("passages à décider : %(n)s") % {"n": reste},
        ngettext("%(n)s mot", "%(n)s mots", mots) % {"n": mots},
    ]


def voeu(depot: Depot, empreinte: str, demande: str) -> str:
    """Return what the author said of the proposal, in a sentence; empty when they leave it to the moderators.

    `empreinte` is the hash of the proposal, `demande` the last change that they asked for.
    """
    if not depot.relecture_voulue:
        return ""
    if depot.bon_a_tirer == empreinte:
        return _maintenant("La personne voulait relire : elle a accepté ce texte.")
    if depot.motif_renvoi == MotifRenvoi.AUTEUR:
        return _maintenant("La personne a relu : elle demande un changement.")
    if demande:
        return _maintenant("La personne a demandé un changement, et n’a pas encore répondu à ce texte.")
    return _maintenant("La personne veut relire avant la publication : elle n’a pas encore répondu.")
