"""What the pages say of dates, hours, ranks and counts, in the language of the reader."""

import datetime

from django.utils.formats import date_format, time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medias.langues import Langue, langue_active
from reseau.langue.typographie import INSECABLE

from .etats import EtatEdition
from .nombres import ecrire_nombre
from .regles import est_trop_rare, etat_edition, ordinal

_UNITES = (
    "", "unième", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième",
    "dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième", "dix-septième",
    "dix-huitième", "dix-neuvième",
)  # fmt: skip
_DIZAINES = {2: ("vingt", "vingtième"), 3: ("trente", "trentième"), 4: ("quarante", "quarantième")}
_FINALES_ANGLAISES = {1: "st", 2: "nd", 3: "rd"}
_ONZE_A_TREIZE = range(11, 14)  # “11th”, not “11st”


def ordinal_en_mots(rang: int) -> str:
    """Return the feminine French ordinal in words, for a voice: 1 → « première », 21 → « vingt et unième ».

    From 50 on (the edition of 2062), figures: « 50e ».
    """
    if rang == 1:
        return "première"
    if rang < len(_UNITES):
        return _UNITES[rang]
    dizaine, unite = divmod(rang, 10)
    if dizaine not in _DIZAINES:
        return f"{rang}e"
    debut, rond = _DIZAINES[dizaine]
    if not unite:
        return rond
    return f"{debut} et unième" if unite == 1 else f"{debut}-{_UNITES[unite]}"


def ordinal_texte(annee: int) -> str:
    """Return the rank of an edition as plain text: « 1re », « 14e », “14th”."""
    rang = ordinal(annee)
    return f"{rang}{_finale(rang)}"


def ordinal_html(annee: int) -> SafeString:
    """Return the rank of an edition with raised letters, and in French the whole word for a voice: “14th” is read."""
    rang = ordinal(annee)
    if langue_active() == Langue.ANGLAIS:
        return format_html("{}<sup>{}</sup>", rang, _finale(rang))
    return format_html(
        '<span aria-hidden="true">{}<sup>{}</sup></span><span class="masque">{}</span>',
        rang,
        _finale(rang),
        ordinal_en_mots(rang),
    )


def _finale(rang: int) -> str:
    if langue_active() != Langue.ANGLAIS:
        return "re" if rang == 1 else "e"
    return "th" if rang % 100 in _ONZE_A_TREIZE else _FINALES_ANGLAISES.get(rang % 10, "th")


def date_longue(jour: datetime.date) -> str:
    """Return « dimanche 10 octobre 2027 », “Sunday, October 10, 2027”."""
    return _("%(nom_du_jour)s %(date)s") % {"nom_du_jour": date_format(jour, "l"), "date": date_courte(jour)}


def date_courte(jour: datetime.date) -> str:
    """Return « 10 octobre 2027 », “October 10, 2027”; the first of a French month is « 1er »."""
    if jour.day == 1 and langue_active() == Langue.FRANCAIS:
        return f"1er {date_format(jour, 'F Y')}"
    return date_format(jour, "DATE_FORMAT")


def compte_a_rebours(annee: int, jour: datetime.date, aujourdhui: datetime.date) -> SafeString:
    """Return how far the day is, as one sentence without its final period.

    Args:
        annee: the edition.
        jour: its day.
        aujourdhui: today in Québec.
    """
    date = date_longue(jour)
    match etat_edition(jour, aujourdhui):
        case EtatEdition.APRES:
            return format_html(_("La {} Journée a eu lieu le {}"), ordinal_html(annee), date)
        case EtatEdition.JOUR:
            return format_html(_("C’est aujourd’hui, le {}"), date)
        case _etat if (reste := (jour - aujourdhui).days) == 1:
            return format_html(_("C’est demain, le {}"), date)
        case _etat:
            return format_html(_("Dans {} jours, le {}"), ecrire_nombre(reste), date)


def compte_affiche(nombre: int) -> str:
    """Return a count of answers for the public: « 96 réponses », « moins de 5 » under five."""
    if est_trop_rare(nombre):
        return _("moins de 5")
    return ngettext("%(nombre)s réponse", "%(nombre)s réponses", nombre) % {"nombre": ecrire_nombre(nombre)}


def compte_de_tuile(nombre: int, *, montrable: bool) -> str:
    """Return the count on a tile; no figure, and nothing false, when the list is withheld to protect another."""
    return compte_affiche(nombre) if montrable or est_trop_rare(nombre) else _("quelques réponses")


def heure_courte(heure: datetime.time) -> str:
    """Return « 8 h 30 », « 9 h », « 12 h »; “8:30 a.m.”, “9 a.m.”, “noon”."""
    if langue_active() == Langue.ANGLAIS:
        return time_format(heure, "TIME_FORMAT").replace(" ", INSECABLE)
    return heure_d_ici(heure)


def heure_d_ici(heure: datetime.time) -> str:
    """Return an hour as French writes it, and as the forms read it: « 8 h 30 »."""
    minutes = f"\u00a0{heure:%M}" if heure.minute else ""
    return f"{heure.hour}\u00a0h{minutes}"


def plage_horaire(debut: datetime.time, fin: datetime.time) -> str:
    """Return « 8 h 30 à 9 h », “8:30 a.m. to 9 a.m.”."""
    return _("%(debut)s à %(fin)s") % {"debut": heure_courte(debut), "fin": heure_courte(fin)}
