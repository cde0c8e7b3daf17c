"""What the pages keep of people, in words for the privacy page."""

from django.utils.translation import gettext_lazy as _

from medias.donnees import Qui, Renseignement

CONTENU = Renseignement(
    Qui.PUBLIC,
    _("Les noms et les propos signés dans une page, avec les versions précédentes de la page"),
    _("Informer : un communiqué, une porte-parole, une œuvre."),
    _("Tant que la page existe; moins longtemps si la personne le demande."),
    _("Tout le monde, pour ce qui est public; l’équipe pour les brouillons."),
)
PARTAGE = Renseignement(
    Qui.PUBLIC,
    _("L’organisme ou le rôle à qui l’équipe prête une page avant sa publication, et quand le lien a été ouvert"),
    _("Savoir qui a pu lire un texte encore confidentiel."),
    _("Aussi longtemps que la page prêtée."),
    _("L’équipe."),
)
