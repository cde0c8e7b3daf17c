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
CONTACT_EVENEMENT = Renseignement(
    Qui.PUBLIC,
    _("Le courriel, le téléphone ou le rôle qu’une ressource affiche pour joindre quelqu’un avant un événement"),
    _("Répondre au public, notamment sur l’accessibilité."),
    _("Tant que l’événement est affiché; moins longtemps si la ressource le demande."),
    _("Tout le monde."),
)
BILAN = Renseignement(
    Qui.COMPTE,
    _("Le mot qu’une ressource laisse à la fédération après son événement"),
    _("Savoir comment la Journée s’est passée."),
    _("Aussi longtemps que l’événement."),
    _("Les personnes de la ressource et l’équipe."),
)
ACCORD_PHOTO = Renseignement(
    Qui.PUBLIC,
    _("Si des personnes se reconnaissent sur la photo d’un événement, la durée de leur accord et où il est conservé"),
    _("Ne montrer que les personnes qui l’ont permis, tant qu’elles le veulent. Leurs noms ne sont pas sur le site."),
    _("La photo est effacée à la fin de l’accord, ou dès qu’une personne le demande; reste la preuve de l’accord."),
    _("La ressource et l’équipe."),
)
