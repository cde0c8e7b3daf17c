"""The vocabulary of events, and the questions that each is asked, one by one (SYSTEMES, section 2)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class GenreEvenement(TextChoices):
    """What happens."""

    PORTE_OUVERTE = "porte_ouverte", _("Porte ouverte")
    SENSIBILISATION = "sensibilisation", _("Matériel de sensibilisation")
    KIOSQUE = "kiosque", _("Kiosque d’information")
    CARTES = "cartes", _("Campagne de cartes postales")
    PROJECTION = "projection", _("Projection ou dévoilement")
    MARCHE = "marche", _("Marche ou rassemblement")
    PRESSE = "presse", _("Point de presse")
    ATELIER = "atelier", _("Atelier")
    AUTRE = "autre", _("Autre activité")


class Modalite(TextChoices):
    """Where it happens."""

    SUR_PLACE = "sur_place", _("sur place")
    EN_LIGNE = "en_ligne", _("en ligne")
    LES_DEUX = "les_deux", _("sur place et en ligne")


class LangueEvenement(TextChoices):
    """In what language."""

    FRANCAIS = "fr", _("en français")
    ANGLAIS = "en", _("en anglais")
    BILINGUE = "fr_en", _("en français et en anglais")
    AUTRE = "autre", _("dans une autre langue")


class Reponse(TextChoices):
    """An answer about access; a question left open is shown as such."""

    INCONNU = "", _("non précisé")
    OUI = "oui", _("oui")
    NON = "non", _("non")


# The fields of `Evenement` that hold a `Reponse`, in the order asked.
ACCES = (
    "fauteuil", "stationnement", "transport", "langue_signes", "lieu_calme", "sans_parfum", "gratuit", "garde",
)  # fmt: skip

# What a person types, in the order of the form. Everything else is computed, or true of every version.
DATES = ("debut", "fin")
CHAMPS_SAISIS = (
    "genre", "titre", "description", *DATES, "langue",
    "modalite", "lieu", "adresse", "municipalite", "region", "lieu_masque", "lien_en_ligne", "lien_inscription", "cout",
    *ACCES, "contact_acces",
    "courriel_public", "telephone_public",
)  # fmt: skip
