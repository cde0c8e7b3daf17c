"""The file of an import of events."""

from django.utils.translation import gettext_lazy as _

from reseau.forms_import import FichierForm

from .lignes import lire_evenements


class FichierEvenementsForm(FichierForm):
    """A file of events."""

    aide = _("Une ligne par événement : ressource, titre, genre, date, début, fin. 2 Mo au plus.")
    lire = staticmethod(lire_evenements)
