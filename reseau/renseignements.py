"""What the network keeps of people, in words for the privacy page."""

from django.utils.translation import gettext_lazy as _

from medias.donnees import Qui, Renseignement

COMPTE = Renseignement(
    Qui.COMPTE,
    _("Le nom, le courriel, le rôle et l’empreinte du mot de passe ou du code de connexion"),
    _("Ouvrir le compte à la bonne personne, et à elle seule."),
    _("Jusqu’à la fermeture du compte. Un compte fermé garde le nom auprès des gestes passés."),
    _("L’administration."),
)
USAGE = Renseignement(
    Qui.COMPTE,
    _("La dernière connexion et les préférences de lecture"),
    _("Protéger les comptes, et ménager les personnes qui lisent."),
    _("Jusqu’à la fermeture du compte."),
    _("La personne elle-même, et l’administration."),
)
CONTACT = Renseignement(
    Qui.COMPTE,
    _("À quelle ressource une personne appartient"),
    _("Ouvrir l’espace de la ressource, et empêcher quiconque de lire les paroles de son propre milieu."),
    _("Tant que la personne représente la ressource."),
    _("L’administration et l’équipe de modération."),
)
INVITATION = Renseignement(
    Qui.COMPTE,
    _("Le courriel d’une personne invitée à rejoindre une ressource"),
    _("Lui envoyer le lien qui ouvre son compte."),
    _("Jusqu’à ce que le lien serve, soit annulé ou expire : deux semaines au plus."),
    _("Les personnes de la ressource, masqué; l’administration."),
)
COORDONNEES = Renseignement(
    Qui.PUBLIC,
    _("Le courriel, le téléphone et le site web qu’une ressource membre affiche"),
    _("Aider le public à la joindre."),
    _("Tant que la ressource est membre ou le souhaite."),
    _("Tout le monde."),
)
