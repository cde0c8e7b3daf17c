"""The gates of events. What the form refuses is asked again here: drafts also come from files and from staff."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reseau.horloge import maintenant
from reseau.models.validateurs import a_une_adresse
from temoignages.actions.caviarder import noms_permis
from temoignages.anonymat import detecter
from temoignages.prudence import signaler_prudence

from ..memoire import publies_connus
from ..publication.constats import Constat, Regle, Severite
from ..redites import redite
from ..telephones import est_un_telephone
from .etats import Modalite
from .regles import DUREE_MAXIMALE
from .semblables import semblables_de

TEXTES = ("titre", "description", "lieu", "contact_acces")


def validite(evenement: Any) -> Iterator[Constat]:
    """Yield what validation says of each field."""
    try:
        evenement.full_clean()
    except ValidationError as erreur:
        for champ, messages in erreur.message_dict.items():
            yield from (Constat("titre" if champ == "__all__" else champ, message) for message in messages)


def maintenu(evenement: Any) -> Iterator[Constat]:
    """Yield an event that will not take place: there is nothing more to say of it."""
    if evenement.est_annule:
        yield Constat("titre", _("Cet événement est annulé : proposez-en un nouveau."))


def dates(evenement: Any) -> Iterator[Constat]:
    """Yield what is wrong with its hours; what is public already may be over."""
    if evenement.fin <= maintenant() and not evenement.live:
        yield Constat("debut", _("Cette date est passée."))
    if evenement.fin - evenement.debut > DUREE_MAXIMALE:
        yield Constat("fin", _("Un événement dure au plus un mois : proposez-en plusieurs."))


def lieu(evenement: Any) -> Iterator[Constat]:
    """Yield an address that must stay unknown."""
    if evenement.ressource.lieu_masque and evenement.modalite != Modalite.EN_LIGNE and not evenement.lieu_masque:
        yield Constat("lieu_masque", _("Le lieu de cette ressource n’est pas public : n’affichez que la municipalité."))
    if evenement.lieu_masque:
        for champ in (*TEXTES, "municipalite"):
            if a_une_adresse(getattr(evenement, champ)):
                yield Constat(champ, _("Une adresse s’y lit, alors que seule la municipalité doit paraître."))


def joindre(evenement: Any) -> Iterator[Constat]:
    """Yield what keeps the public from reaching somebody."""
    if evenement.telephone_public and not est_un_telephone(evenement.telephone_public):
        yield Constat("telephone_public", _("Ce numéro ne se compose pas : écrivez « 514 555-0100 »."))


def sans_contact(evenement: Any) -> Iterator[Constat]:
    """Yield an advice when nobody can be asked, or nothing says how to attend online."""
    if not (evenement.courriel_public or evenement.telephone_public):
        yield Constat("courriel_public", _("Personne à joindre : ajoutez un courriel ou un téléphone."))
    if evenement.modalite != Modalite.SUR_PLACE and not (evenement.lien_en_ligne or evenement.lien_inscription):
        yield Constat("lien_en_ligne", _("En ligne, mais sans lien : comment y assister?"))


def redites(evenement: Any) -> Iterator[Constat]:
    """Yield the fields that repeat a published testimony: a copy would outlive its withdrawal."""
    publies = publies_connus()
    for champ in TEXTES:
        texte = getattr(evenement, champ)
        if texte and redite(texte, publies.pour(texte)):
            yield Constat(champ, _("Ce texte reprend les mots d’un témoignage publié : enlevez-les."))


def semblables(evenement: Any) -> Iterator[Constat]:
    """Yield each event that may be this one, told twice; what is not public is named to its own resource alone."""
    for autre in semblables_de(evenement):
        if autre.live or autre.ressource_id == evenement.ressource_id:
            avis = _("« %(titre)s », %(moment)s, lui ressemble : est-ce le même?")
            yield Constat("titre", avis % {"titre": autre.titre, "moment": autre.moment})
        else:
            yield Constat("titre", _("Un autre événement proposé lui ressemble : même jour, même municipalité."))


def identifiants(evenement: Any) -> Iterator[Constat]:
    """Yield the fields where the detector sees something, with how many times."""
    permis = noms_permis()
    for champ in TEXTES:
        nombre = len(detecter(getattr(evenement, champ), permis))
        if nombre:
            avis = ngettext(
                "%(nombre)s passage pourrait identifier quelqu’un : est-ce voulu?",
                "%(nombre)s passages pourraient identifier quelqu’un : est-ce voulu?",
                nombre,
            )
            yield Constat(champ, avis % {"nombre": nombre})


def prudence(evenement: Any) -> Iterator[Constat]:
    """Yield each advice on words about suicide, once a field."""
    for champ in TEXTES:
        conseils = dict.fromkeys(str(alerte.conseil) for alerte in signaler_prudence(getattr(evenement, champ)))
        yield from (Constat(champ, conseil) for conseil in conseils)


IDENTIFIANTS = Regle("identifiants", Severite.CONSEIL, identifiants)
REGLES = (
    Regle("validite", Severite.BLOQUANT, validite),
    Regle("maintenu", Severite.BLOQUANT, maintenu),
    Regle("dates", Severite.BLOQUANT, dates),
    Regle("lieu", Severite.BLOQUANT, lieu),
    Regle("joindre", Severite.BLOQUANT, joindre),
    Regle("redites", Severite.BLOQUANT, redites),
    Regle("sans_contact", Severite.CONSEIL, sans_contact),
    Regle("semblables", Severite.CONSEIL, semblables),
    IDENTIFIANTS,
    Regle("prudence", Severite.CONSEIL, prudence),
)
