"""Load the events of the demo by the way every event takes: its resource writes, someone of the staff answers.

What is over can no longer be proposed: it is written as public, as no screen can, and dated from its own year.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from wagtail.log_actions import registry

from pages.evenements.actions import annuler, enregistrer, proposer
from pages.evenements.etats import Modalite, Reponse
from pages.models import Evenement
from pages.publication.porte import ouvrir
from pages.publication.relecture import REFUSER
from reseau.models import Compte, Ressource

from .evenements import EVENEMENTS, Suite
from .evenements import Evenement as Demo

# How long before an event that is over its resource wrote it, and changed it or cancelled it.
ECRIT, CHANGE = timedelta(days=32), timedelta(days=9)
PARUS: Final = {Suite.PUBLIE, Suite.RETOUCHE, Suite.RETOUCHE_EN_ATTENTE, Suite.ANNULE}
RETOUCHES: Final = {Suite.RETOUCHE, Suite.RETOUCHE_EN_ATTENTE}


def charger_evenements() -> Iterator[str]:
    """Create the events that are not there, each in its state."""
    relecteur = Compte.objects.get(username="moderation1")
    connus = set(Evenement.objects.values_list("cle", flat=True))
    for demo in EVENEMENTS:
        if cle_de(demo) not in connus:
            _charger(demo, relecteur)
        yield demo.cle


def cle_de(demo: Demo) -> UUID:
    """Return the key of an event of the demo, always the same: that is how it is found again."""
    return uuid5(NAMESPACE_URL, f"https://exemple.org/{demo.cle}")


@transaction.atomic
def _charger(demo: Demo, relecteur: Compte) -> None:
    ressource = Ressource.objects.get(nom=demo.ressource, region=demo.region)
    par = _contact(ressource)
    evenement = enregistrer(evenement=_ecrit(demo, ressource), par=par)
    if evenement.est_passe:
        _faire_paraitre(evenement, demo, par)
    elif demo.suite is not Suite.BROUILLON:
        _faire_repondre(evenement, demo, par, relecteur)


def _contact(ressource: Ressource) -> Compte:
    """Return who speaks for a resource: an account with no name nor password, at its public address, if it has none."""
    if compte := ressource.contacts.first():
        return compte
    compte = Compte.objects.create(username=f"contact-{ressource.slug}"[:150], email=ressource.courriel_public)
    compte.set_unusable_password()
    compte.save()
    ressource.contacts.add(compte)
    return compte


def _ecrit(demo: Demo, ressource: Ressource) -> Evenement:
    reponses: dict[str, Any] = dict.fromkeys(demo.oui, Reponse.OUI) | dict.fromkeys(demo.non, Reponse.NON)
    en_personne = demo.modalite != Modalite.EN_LIGNE
    return Evenement(
        live=False,
        cle=cle_de(demo),
        ressource=ressource,
        region=ressource.region,
        genre=demo.genre,
        titre=demo.titre,
        description=demo.description,
        debut=_moment(demo.debut),
        fin=_moment(demo.fin),
        municipalite=demo.municipalite or (ressource.municipalite if en_personne else ""),
        lieu=demo.lieu,
        adresse=demo.adresse,
        lieu_masque=demo.lieu_masque,
        modalite=demo.modalite,
        langue=demo.langue,
        cout=demo.cout,
        lien_en_ligne=demo.lien_en_ligne,
        lien_inscription=demo.lien_inscription,
        contact_acces=demo.contact_acces,
        courriel_public=ressource.courriel_public,
        telephone_public=ressource.telephone_public,
        **reponses,
    )


def _moment(ecrit: str) -> datetime:
    return datetime.fromisoformat(ecrit).replace(tzinfo=ZoneInfo(settings.TIME_ZONE))


def _retoucher(evenement: Evenement, demo: Demo, par: Compte) -> Evenement:
    suivante: Evenement = evenement.get_latest_revision_as_object()
    for champ, valeur in demo.retouche:
        setattr(suivante, champ, _moment(valeur) if champ in {"debut", "fin"} else valeur)
    return enregistrer(evenement=suivante, par=par)


def _faire_repondre(evenement: Evenement, demo: Demo, par: Compte, relecteur: Compte) -> None:
    """Bring an event that is to come to its state, each by their own gesture."""
    proposer(evenement=evenement, par=par)
    if demo.suite in PARUS:
        _repondre(evenement, relecteur, "approve")
    elif demo.suite is Suite.CHANGEMENTS:
        _repondre(evenement, relecteur, "reject", demo.mot)
    elif demo.suite is Suite.REFUS:
        _repondre(evenement, relecteur, REFUSER, demo.mot)
    if demo.suite in RETOUCHES:
        evenement.refresh_from_db()
        proposer(evenement=_retoucher(evenement, demo, par), par=par)
    if demo.suite is Suite.RETOUCHE:
        _repondre(evenement, relecteur, "approve")
    if demo.suite is Suite.ANNULE:
        annuler(evenement=evenement, par=par)


def _repondre(evenement: Evenement, relecteur: Compte, geste: str, mot: str = "") -> None:
    """Answer what waits; nothing waits when a trusted resource was published at once."""
    etape = Evenement.objects.get(pk=evenement.pk).current_workflow_task_state
    if etape is not None:
        etape.task.specific.on_action(etape, relecteur, geste, **({"comment": mot} if mot else {}))


def _faire_paraitre(evenement: Evenement, demo: Demo, par: Compte) -> None:
    ecrit, change = evenement.debut - ECRIT, evenement.debut - CHANGE
    if demo.suite in PARUS:
        _publier(evenement)
    _dater(evenement, ecrit)
    if demo.suite in RETOUCHES:
        retouche = _retoucher(evenement, demo, par)
        _publier(retouche)
        Evenement.objects.filter(pk=evenement.pk).update(last_published_at=change)
    if demo.suite is Suite.ANNULE:
        annuler(evenement=evenement, par=par)
        Evenement.objects.filter(pk=evenement.pk).update(annule_le=change)


def _publier(evenement: Evenement) -> None:
    with ouvrir("démonstration"):
        evenement.get_latest_revision().publish()
    evenement.refresh_from_db()


def _dater(evenement: Evenement, quand: datetime) -> None:
    """Set back the dates that the public, the calendars and the history read."""
    evenement.revisions.update(created_at=quand)
    registry.get_logs_for_instance(evenement).update(timestamp=quand)
    paru = Evenement.objects.filter(pk=evenement.pk).exclude(first_published_at=None)
    paru.update(first_published_at=quand, last_published_at=quand)
    evenement.refresh_from_db()
