"""What the room keeps of people, in words for the privacy page."""

from django.utils.translation import gettext_lazy as _

from medias.donnees import Qui, Renseignement

MOTS_RECUS = Renseignement(
    Qui.AUTEUR,
    _("Les mots tels que reçus, le texte proposé et la demande de changement, chiffrés"),
    _("Retirer ce qui identifie avant de publier."),
    _(
        "Détruits au plus tard 60 jours après la décision, ou tout de suite après un retrait. Sans décision, un an au"
        " plus, ou la fin de ce que la personne autorise."
    ),
    _("Les deux personnes qui lisent; chaque lecture est consignée."),
)
FICHIER = Renseignement(
    Qui.AUTEUR,
    _("Le fichier d’un atelier, chiffré, le temps de vérifier ses lignes"),
    _("Importer les phrases recueillies sur papier par une ressource."),
    _("Détruit dès la confirmation, au plus tard sept jours après l’envoi."),
    _("La personne qui l’a envoyé; dans son espace, toute personne de sa ressource."),
)
CLE = Renseignement(
    Qui.AUTEUR,
    _("La clé qui ouvre les mots reçus, enveloppée et gardée à part"),
    _("Pouvoir détruire ces mots pour de bon, jusque dans les sauvegardes."),
    _("Autant que les mots qu’elle ouvre; sept jours de plus dans sa propre sauvegarde."),
    _("Personne : le site seul s’en sert."),
)
MOTS_PUBLIES = Renseignement(
    Qui.AUTEUR,
    _("Les mots publiés sans nom, selon une procédure d’anonymisation"),
    _("Faire entendre ce que vivent les membres des ressources."),
    _("Jusqu’à la fin de l’autorisation ou au retrait. Il reste alors une ligne vide, sans texte."),
    _("Tout le monde."),
)
PROVENANCE = Renseignement(
    Qui.AUTEUR,
    _("La phrase complétée, le thème, l’avertissement, la région et la ressource choisies, l’attribution acceptée"),
    _("Lire d’abord ce qui presse, et calculer la signature la plus vague qui convient."),
    _("Gardées sans les mots, pour les comptes de la campagne."),
    _("L’équipe de modération. Le public voit la signature et rien de plus précis."),
)
CODE = Renseignement(
    Qui.AUTEUR,
    _("L’empreinte du code de retrait, jamais le code; celle des textes acceptés ou gardés, et des fichiers importés"),
    _(
        "Retrouver un texte quand la personne revient avec son code, publier ce qu’elle a accepté, rien d’autre, et ne"
        " pas importer deux fois un fichier."
    ),
    _("Aussi longtemps que la ligne du texte : tant que le code existe, il relie encore la personne à son texte."),
    _("Personne : le site seul s’en sert."),
)
ACCORD = Renseignement(
    Qui.AUTEUR,
    _("Ce que la personne autorise : les usages, l’édition, jusqu’à quand, et la date de l’accord ou du retrait"),
    _("Ne rien montrer qui ne soit permis aujourd’hui."),
    _("Aussi longtemps que la ligne du texte, comme preuve de l’accord."),
    _("L’équipe de modération."),
)
SUIVI = Renseignement(
    Qui.AUTEUR,
    _(
        "Où en est un texte : les dates, l’état, la raison s’il n’est pas retenu, et le risque qu’il laisse reconnaître"
        " quelqu’un"
    ),
    _("Répondre à la personne par son code, et rendre compte au public."),
    _("Gardé sans les mots, pour les comptes de la campagne."),
    _("L’équipe de modération et l’administration."),
)
RETRAIT = Renseignement(
    Qui.AUTEUR,
    _("La liste des retraits : une empreinte de code et une date"),
    _("Retirer de nouveau ce qu’une sauvegarde ramènerait."),
    _("Tant que le site existe."),
    _("Personne : le site seul s’en sert."),
)
INCIDENT = Renseignement(
    Qui.AUTEUR,
    _("Le registre des incidents : un lieu, un numéro, les mesures prises, jamais un texte"),
    _("Réparer, et rendre compte, comme la loi le demande."),
    _("Au moins cinq ans après l’incident."),
    _("L’administration."),
)
NOMS_PUBLICS = Renseignement(
    Qui.PUBLIC,
    _("Des noms de personnes publiques et d’institutions, que l’on peut citer, et pourquoi"),
    _("Ne pas effacer d’un témoignage le nom d’une personnalité ou d’un ministère."),
    _("Tant que la raison tient."),
    _("L’équipe de modération."),
)
