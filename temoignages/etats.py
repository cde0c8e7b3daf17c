"""The vocabulary of the room, and which state may follow which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EtatDepot(TextChoices):
    """The life of a deposit, from the form to its end."""

    RECU = "recu", _("à lire")
    ECARTE = "ecarte", _("mis de côté")
    EN_LECTURE = "en_lecture", _("en lecture")
    SOUMIS = "soumis", _("en seconde lecture")
    PUBLIE = "publie", _("publié")
    REFUSE = "refuse", _("non retenu")
    RETIRE = "retire", _("retiré")


TRANSITIONS: dict[EtatDepot, frozenset[EtatDepot]] = {
    # Straight to « non retenu »: the end of the time that words may wait (`actions.detruire_echus`).
    EtatDepot.RECU: frozenset({EtatDepot.EN_LECTURE, EtatDepot.ECARTE, EtatDepot.REFUSE, EtatDepot.RETIRE}),
    EtatDepot.ECARTE: frozenset({EtatDepot.RECU, EtatDepot.RETIRE}),
    EtatDepot.EN_LECTURE: frozenset({EtatDepot.RECU, EtatDepot.SOUMIS, EtatDepot.REFUSE, EtatDepot.RETIRE}),
    EtatDepot.SOUMIS: frozenset({EtatDepot.EN_LECTURE, EtatDepot.PUBLIE, EtatDepot.REFUSE, EtatDepot.RETIRE}),
    EtatDepot.PUBLIE: frozenset({EtatDepot.RETIRE}),
    EtatDepot.REFUSE: frozenset({EtatDepot.RETIRE}),
    EtatDepot.RETIRE: frozenset(),
}
EN_ATTENTE = (EtatDepot.RECU, EtatDepot.EN_LECTURE, EtatDepot.SOUMIS)
VIVANTS = (EtatDepot.RECU, EtatDepot.EN_LECTURE, EtatDepot.SOUMIS, EtatDepot.PUBLIE)


class EtatTemoignage(TextChoices):
    """A published testimony, or the tombstone that keeps only the count."""

    PUBLIE = "publie", _("publié")
    RETIRE = "retire", _("retiré")


class EtatTraduction(TextChoices):
    """A translation of someone's words: shown only once someone else approved it."""

    PROPOSEE = "proposee", _("à approuver")
    APPROUVEE = "approuvee", _("approuvée")


class Echelon(TextChoices):
    """How finely a text is attributed, from the finest to the coarsest (VIE_PRIVEE, section 4)."""

    RESSOURCE = "ressource", _("Ma ressource et ma région")
    REGION = "region", _("Ma région seulement")
    QUEBEC = "quebec", _("Le Québec, sans plus de précision")


class Portee(TextChoices):
    """A use that a person may consent to (VIE_PRIVEE, section 5)."""

    WEB = "web", _("Sur ce site")
    IMPRIME = "imprime", _("Sur papier : affiches, brochures, cartes")
    RESEAUX = "reseaux", _("Dans les médias sociaux de la campagne")
    PRESSE = "presse", _("Auprès de la presse")
    PLAIDOYER = "plaidoyer", _("Auprès des personnes élues et des ministères")
    OEUVRE = "oeuvre", _("Dans une œuvre collective")


class Duree(TextChoices):
    """How long a consent holds; the narrowest first."""

    EDITION = "edition", _("Le temps d’une édition, jusqu’à la veille de la prochaine Journée")
    TROIS_ANS = "trois_ans", _("Trois ans")


class MotifRefus(TextChoices):
    """Why a text is not retained: a closed list, so that no comment repeats the words."""

    IDENTIFIE = "identifie", _("il reconnaîtrait quelqu’un même sans les noms")
    TIERS = "tiers", _("il raconte surtout la vie d’une autre personne")
    HORS_SUJET = "hors_sujet", _("il ne parle pas de la Journée ni de l’entraide")
    HAINE = "haine", _("il s’en prend à des personnes pour ce qu’elles sont")
    ILLISIBLE = "illisible", _("il n’a pas pu être lu")
    POURRIEL = "pourriel", _("c’est un envoi automatisé")
    LIMITE = "limite", _("la personne a déjà trois textes publiés au même endroit")


class MotifRenvoi(TextChoices):
    """Why a second reader sends a text back to the first."""

    IDENTIFIANT = "identifiant", _("il reste un passage qui identifie")
    SENS = "sens", _("le texte proposé change le sens")
    ATTRIBUTION = "attribution", _("l’attribution est trop précise")
    AVERTISSEMENT = "avertissement", _("l’avertissement manque ou ne convient pas")
    AUTEUR = "auteur", _("la personne demande un changement")


class MotifGarde(TextChoices):
    """Why a passage that the detector flagged is kept: a closed list."""

    MOT_COURANT = "mot_courant", _("c’est un mot courant")
    PUBLIC = "public", _("c’est une personne ou une institution publique")
    OEUVRE = "oeuvre", _("c’est le titre d’une œuvre")
    VAGUE = "vague", _("cela vaut pour beaucoup de monde")


class TypeMarque(TextChoices):
    """What a moderator marks by hand, where the detector saw nothing."""

    PERSONNE = "PERSON", _("le nom ou le surnom de quelqu’un")
    COORDONNEES = "CONTACT", _("de quoi joindre quelqu’un")
    NUMERO = "NUMBER", _("un numéro ou un code")
    LIEU = "PLACE", _("un lieu trop précis")
    FAIT = "EVENT", _("un fait que des gens reconnaîtraient")
    AUTRE = "OTHER", _("autre chose qui identifie")


class MotifLecture(TextChoices):
    """Why someone opens the raw words."""

    MODERATION = "moderation", _("première lecture")
    APPROBATION = "approbation", _("seconde lecture")
    IMPORT = "import", _("aperçu d’un fichier d’atelier")
    AUTEUR = "auteur", _("par son auteur, avec son code")


class Avertissement(TextChoices):
    """The topic that a content warning names; a closed list."""

    SUICIDE = "suicide", _("idées suicidaires")
    AUTOMUTILATION = "automutilation", _("automutilation")
    VIOLENCE = "violence", _("violence")
    CONTRAINTE = "contrainte", _("hospitalisation ou traitement forcés")
    CONSOMMATION = "consommation", _("alcool ou drogues")
    DEUIL = "deuil", _("deuil")


class CategoriePermise(TextChoices):
    """What kind of name the detector leaves alone."""

    PERSONNE = "personne", _("personne publique")
    INSTITUTION = "institution", _("institution")
    MOT = "mot", _("mot ou expression")


class Statut(TextChoices):
    """What a person reads of their text by its code; the staff words each (`PhraseSuivi`)."""

    RECU = "recu", _("reçu")
    EN_LECTURE = "en_lecture", _("en lecture")
    PROPOSE = "propose", _("texte proposé à relire")
    ACCEPTE = "accepte", _("texte proposé accepté")
    CHANGEMENT = "changement", _("changement demandé")
    PUBLIE = "publie", _("publié")
    ACCEPTE_AILLEURS = "ailleurs", _("accepté, mais pas sur ce site")
    REFUSE = "refuse", _("non retenu")
    RETIRE = "retire", _("retiré")
    DETRUIT = "detruit", _("arrivé dans un envoi automatisé, détruit")


class Risque(TextChoices):
    """How likely someone is found again, on one criterion of the regulation."""

    FAIBLE = "faible", _("faible")
    MOYEN = "moyen", _("moyen")
    ELEVE = "eleve", _("élevé")


class NatureIncident(TextChoices):
    """What kind of incident."""

    RESIDU = "residu", _("texte resté quelque part")
    FUITE = "fuite", _("accès ou publication non permis")
    PERTE = "perte", _("perte de renseignements")


class LieuIncident(TextChoices):
    """Where an incident is, in words of ours: what a search finds is named by its surface instead."""

    SITE = "site public", _("le site public")
    ADMIN = "administration", _("l’administration du site")
    COURRIEL = "courriel", _("un courriel")
    PAPIER = "papier", _("du papier : talons, formulaires, impressions")
    APPAREIL = "appareil", _("un appareil perdu ou volé")
    SAUVEGARDE = "sauvegarde", _("une sauvegarde")
    SERVEUR = "serveur", _("le serveur ou son hébergeur")
    RESEAUX = "reseaux sociaux", _("les médias sociaux")
    FOUILLE = "fouille interrompue", _("une fouille interrompue")
    COFFRE = "coffre sans sa base", _("un coffre sans sa base")


class Couleur(TextChoices):
    """The dye of a sentence to complete; the site's stylesheet knows each."""

    GAUDE = "gaude", _("jaune")
    EGLANTINE = "eglantine", _("rose")
    MOUSSE = "mousse", _("vert tendre")
    NUIT = "nuit", _("vert sombre")
