"""`/admin/publication/evenements/importer/`: a file of events, in the admin."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from medias.tableaux import Rangee
from reseau.models import Compte
from reseau.views.import_de_fichier import ImportDeFichierView

from ..evenements.fichier import FichierEvenementsForm
from ..evenements.importer import RapportEvenements, importer_evenements
from ..evenements.permissions import peut_importer

SEL = "pages.importer_evenements"


class ImporterEvenementsView(ImportDeFichierView):
    """Draft events and send them to the moderators."""

    sel = SEL
    formulaire = FichierEvenementsForm
    icone = "calendar-alt"
    adresse_de_l_import = "publication:importer_evenements"
    adresse_de_la_liste = "wagtailsnippets_pages_evenement:list"
    textes = {
        "titre": _("Importer des événements"),
        "explication": _(
            "Chaque événement attendra une lecture par une autre personne que vous. "
            "Ce qui est déjà là n’est pas changé."
        ),
        "colonne": _("Titre"),
        "voir": _("Voir les événements"),
    }

    def est_permis(self, compte: Compte) -> bool:
        """Ask for who writes events."""
        return peut_importer(compte)

    def executer(self, rangees: Iterable[Rangee], par: Compte, *, apercu: bool) -> RapportEvenements:
        """Draft and propose, or only say."""
        return importer_evenements(rangees=rangees, par=par, apercu=apercu)


importer = ImporterEvenementsView.as_view()
