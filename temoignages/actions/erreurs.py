"""What an action raises when a rule forbids it."""

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "etat": _("Ce texte a changé d’état entre-temps. Revenez à la file."),
    "pris": _("Une autre personne lit déjà ce texte."),
    "permission": _("Votre compte ne permet pas ce geste."),
    "contact": _("Vous faites partie de la ressource d’où vient ce texte : une autre personne doit s’en occuper."),
    "meme_personne": _("Vous avez préparé ce texte : une autre personne doit l’approuver."),
    "constats": _("Il reste au moins un passage à décider."),
    "texte_change": _("Le texte a changé depuis que vous l’avez ouvert. Relisez-le."),
    "bon_a_tirer": _("La personne veut relire ce texte avant sa publication, et ne l’a pas encore accepté."),
    "limite_auteur": _(
        "Cette personne a déjà trois textes publiés au même endroit : un de plus permettrait de la reconnaître."
    ),
    "demande": _("Dites en une ou deux phrases ce qu’il faut changer."),
    "introuvable": _("Ces mots ne sont pas dans le texte proposé. Copiez-les tels quels, par mots entiers."),
    "plusieurs": _("Ces mots y sont plusieurs fois : dites laquelle, ou choisissez « toutes les fois »."),
    "rien_a_annuler": _("Choisissez au moins une décision sur laquelle revenir."),
    "plafond": _("Vous avez lu assez de textes aujourd’hui. La suite peut attendre demain."),
    "consentement": _("Aucun usage n’est autorisé par la personne."),
    "detruit": _("Le texte reçu a été détruit."),
    "texte": _("Ce texte ne peut pas être gardé ainsi."),
    "motif": _("Choisissez une raison dans la liste."),
    "attestation": _("Il faut attester que les personnes ont consenti."),
    "edition": _("Cette édition n’existe pas."),
    "fichier": _("Ce fichier ne peut pas être lu."),
    "deja_importe": _("Ce fichier a déjà été importé."),
    "deja_confirme": _("Cet import est déjà confirmé ou abandonné : ses codes ne peuvent plus être imprimés."),
    "ressource_inactive": _("Cette ressource n’est plus membre : elle ne peut plus verser de paroles."),
    "ligne": _("Cet envoi n’a pas cette ligne."),
    "erreurs": _("Des lignes du fichier sont à corriger."),
    "code": _("Ce code ne correspond à aucun texte. Vérifiez les sept mots."),
    "mesures": _("Dites en une phrase ce qui a été fait."),
    "clos": _("Cet incident est déjà fermé."),
    "langue": _("Ce texte ne se traduit pas dans cette langue."),
    "plus_la": _("Ce témoignage n’est plus sur le site : il ne se traduit plus."),
    "source": _("Le témoignage a changé depuis cette traduction. Il faut la reprendre."),
    "jeton": _("Le formulaire a expiré. Renvoyez-le."),
}


class Refus(Exception):
    """A rule said no. `regle` names it; the message is a French sentence without any word of a text."""

    def __init__(self, regle: str, precision: str = "") -> None:
        """Keep the rule's name and, where it helps, a precise sentence."""
        self.regle = regle
        super().__init__(precision or str(MESSAGES[regle]))
