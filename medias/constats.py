"""What `examen` finds in captions, in a sentence for whoever writes them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .examen import LARGEUR_MAX, Constat, Defaut

_PHRASES = {
    Defaut.VIDE: gettext_lazy("Il n’y a aucune réplique."),
    Defaut.ENTETE: gettext_lazy("La première ligne doit être « WEBVTT », suivie d’une ligne vide."),
    Defaut.TROP_LONG: gettext_lazy("Le texte dépasse un million de caractères : ce ne sont pas des sous-titres."),
    Defaut.SANS_TEMPS: gettext_lazy(
        "ces mots n’ont pas de temps : %(extrait)s. Une ligne vide coupe-t-elle une réplique en deux?"
    ),
    Defaut.TEMPS: gettext_lazy(
        "le temps ne se lit pas : %(extrait)s. Écrivez-le ainsi : 00:00:12.500 --> 00:00:15.000, après une ligne vide."
    ),
    Defaut.BALISE: gettext_lazy("la balise %(extrait)s est refusée. Seul <v Nom>, qui dit qui parle, est utile."),
    Defaut.CHEVRON: gettext_lazy("le signe « < » coupe la réplique. S’il doit être lu, écrivez &lt; à la place."),
    Defaut.MUETTE: gettext_lazy("elle n’a pas de mots."),
    Defaut.FIN: gettext_lazy("elle finit avant de commencer, ou au même instant."),
    Defaut.DESORDRE: gettext_lazy("elle commence avant la précédente. Remettez les répliques dans l’ordre du temps."),
    Defaut.CHEVAUCHEMENT: gettext_lazy(
        "elle commence avant la fin de la précédente. Si deux personnes parlent en même temps, mettez-les dans la même"
        " réplique, une par ligne."
    ),
    Defaut.DUREE: gettext_lazy("elle dépasse la fin de l’enregistrement."),
    Defaut.LIGNES: gettext_lazy("elle a plus de deux lignes : elle cachera l’image."),
    Defaut.LARGEUR: gettext_lazy("une ligne dépasse %(largeur)s caractères : %(extrait)s."),
    Defaut.VITESSE: gettext_lazy("elle passe trop vite pour être lue. Coupez-la, ou gardez-la plus longtemps."),
}


def dire(constat: Constat) -> str:
    """Return a constat as a sentence that names the caption and its time, when it is about one."""
    extrait = _("« %(mots)s »") % {"mots": constat.extrait.replace("\n", " ")} if constat.extrait else ""
    phrase = str(_PHRASES[constat.defaut]) % {"extrait": extrait, "largeur": LARGEUR_MAX}
    if constat.defaut == Defaut.SANS_TEMPS:
        return _("Après la réplique %(numero)s : %(phrase)s") % {"numero": constat.numero, "phrase": phrase}
    if not constat.numero:
        return phrase
    valeurs = {"numero": constat.numero, "temps": constat.temps, "phrase": phrase}
    return _("Réplique %(numero)s (%(temps)s) : %(phrase)s") % valeurs
