"""A file of resources, in the admin."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from medias.tableaux import Rangee

from ..actions import RapportRessources, importer_ressources
from ..forms_repertoire import FichierRessourcesForm
from ..models import Compte
from ..permissions import peut_tenir_repertoire
from .import_de_fichier import ImportDeFichierView

SEL = "reseau.importer_ressources"


def tenancier(requete: HttpRequest) -> Compte:
    """Return the account that keeps the directory. Raises `PermissionDenied` for any other."""
    if not isinstance(requete.user, Compte) or not peut_tenir_repertoire(requete.user):
        raise PermissionDenied
    return requete.user


class ImporterRessourcesView(ImportDeFichierView):
    """Create and update resources."""

    sel = SEL
    formulaire = FichierRessourcesForm
    icone = "group"
    adresse_de_l_import = "ressources:importer"
    adresse_de_la_liste = "ressources:index"
    textes = {
        "titre": _("Importer des ressources"),
        "explication": _(
            "Une ressource déjà là est mise à jour : on la reconnaît à l’adresse de sa page, sinon à son nom ou à un "
            "de ses autres noms, dans sa région. Une case vide laisse ce qui est là ; un tiret l’efface."
        ),
        "colonne": _("Ressource"),
        "voir": _("Voir les ressources"),
    }

    def est_permis(self, compte: Compte) -> bool:
        """Ask for who keeps the directory."""
        return peut_tenir_repertoire(compte)

    def executer(self, rangees: Iterable[Rangee], par: Compte, *, apercu: bool) -> RapportRessources:
        """Create and update, or only say."""
        return importer_ressources(rangees=rangees, par=par, apercu=apercu)


importer = ImporterRessourcesView.as_view()
