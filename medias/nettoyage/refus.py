"""Why a document is not kept, said to the person who gives it."""

from django.utils.translation import gettext_lazy as _

ABIME = _("Ce fichier est incomplet ou abîmé. Reprenez le fichier d’origine et déposez-le de nouveau.")
PROTEGE = _("Ce fichier est protégé par un mot de passe. Enregistrez-le sans protection, puis revenez.")
MACROS = _("Ce fichier contient une macro, c’est-à-dire un programme. Enregistrez-le sans macro, puis revenez.")
TROP_GROS_DEPLIE = _("Ce fichier est démesuré une fois ouvert. Refaites-le plus léger, ou exportez-le en PDF.")
CHEMINS = _("Cette archive a des chemins qui sortent de son dossier : le site ne l’ouvre pas.")


class DocumentRefuse(ValueError):
    """The file is not kept; the message is a French sentence for the person who gives it."""
