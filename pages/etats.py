"""The vocabulary of the room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EtatEdition(TextChoices):
    """Where the day of an edition stands, seen from today."""

    AVANT = "avant", _("à venir")
    JOUR = "jour", _("aujourd’hui")
    APRES = "apres", _("passée")


class Palette(TextChoices):
    """The pair of threads of an edition; the site's stylesheet knows each, and madder always ties them."""

    HABITUELLE = "", _("églantine et gaude (celle du site)")
    MOUSSE = "mousse", _("mousse et gaude")
    CREME = "creme", _("crème et églantine")


# The same as in `jetons.css` (a test compares them): what a gate can measure.
FOND_DE_L_AFFICHE = "#1e4a3c"
_EGLANTINE, _GAUDE, _MOUSSE, _CREME = "#f5a3b7", "#f8ba24", "#b4d3aa", "#fff3e2"
FILS: dict[str, tuple[str, str]] = {
    Palette.HABITUELLE: (_EGLANTINE, _GAUDE),
    Palette.MOUSSE: (_MOUSSE, _GAUDE),
    Palette.CREME: (_CREME, _EGLANTINE),
}


class Ton(TextChoices):
    """The field of colour of a framed note."""

    LIN = "lin", _("lin (discret)")
    GAUDE = "gaude", _("jaune")
    EGLANTINE = "eglantine", _("rose")
    MOUSSE = "mousse", _("vert tendre")


class GenreCommunique(TextChoices):
    """What a text for the press is."""

    COMMUNIQUE = "communique", _("Communiqué")
    AVIS = "avis", _("Avis aux médias")
    INVITATION = "invitation", _("Invitation")
    REACTION = "reaction", _("Réaction")


class Diffusion(TextChoices):
    """From when newsrooms may use a text."""

    IMMEDIATE = "immediate", _("immédiate")
    EMBARGO = "embargo", _("sous embargo jusqu’à l’heure de publication")


class GenrePlage(TextChoices):
    """What a stretch of a day is for."""

    INSCRIPTION = "inscription", _("Inscription")
    PLENIERE = "pleniere", _("Plénière")
    TABLES = "tables", _("Tables rondes")
    PAUSE = "pause", _("Pause")
    REPAS = "repas", _("Repas")
    SPECIALE = "speciale", _("Moment spécial")


class Qualificatif(TextChoices):
    """How close a figure is."""

    EXACT = "exact", _("exactement")
    PLUS_DE = "plus_de", _("plus de")
    PRES_DE = "pres_de", _("près de")
    ENVIRON = "environ", _("environ")


class EtatMoyen(TextChoices):
    """Where a means of a demand stands."""

    A_FAIRE = "a_faire", _("rien n’a bougé")
    PROMIS = "promis", _("promis")
    EN_COURS = "en_cours", _("en cours")
    OBTENU = "obtenu", _("obtenu")
    RECULE = "recule", _("en recul")


class EtatResultat(TextChoices):
    """Where an expected result of a strategic plan stands at the end of a year."""

    A_COMMENCER = "a_commencer", _("à commencer")
    EN_COURS = "en_cours", _("en cours")
    ATTEINT = "atteint", _("atteint")
    EN_RETARD = "en_retard", _("en retard")
    ABANDONNE = "abandonne", _("abandonné")
