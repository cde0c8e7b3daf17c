"""Recordings that are ready, series and episodes complete enough to go out; the people are invented."""

import secrets
from typing import Any

import factory
from django.core.files.base import ContentFile
from PIL import Image

from medias.models import Enregistrement, EtatPiste, EtatPreparation, ImageCampagne, Piste
from pages.avertissements import AUCUN_AVERTISSEMENT
from pages.models import BaladoPage, EpisodePage, PersonneEpisode

from .pages import PublieeFactory, accueil

VTT = "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Animation>Bonjour, {mots}.\n"


def un_enregistrement(mots: str = "on commence", *, relu: bool = True, **champs: Any) -> Enregistrement:
    """Return a sound that is ready, with its words; the file is noise."""
    octets = secrets.token_bytes(512)
    valeurs = {"title": "Essai", "type": "audio", "duration": 90.4, "etat": EtatPreparation.PRET, "poids": len(octets)}
    son = Enregistrement.objects.create(**{**valeurs, "file": ContentFile(octets, name="essai.mp3"), **champs})
    etat = EtatPiste.RELUE if relu else EtatPiste.BROUILLON
    Piste.objects.create(enregistrement=son, vtt=VTT.format(mots=mots), etat=etat)
    return Enregistrement.objects.get(pk=son.pk)


def une_couverture(largeur: int = 1400, hauteur: int = 1400) -> ImageCampagne:
    """Return a cover."""
    fichier = ContentFile(b"", name="couverture.png")
    Image.new("RGB", (largeur, hauteur), "#1e4a3c").save(fichier, "PNG")
    fichier.seek(0)
    return ImageCampagne.objects.create(title="Couverture", texte_alternatif="Deux fils noués", file=fichier)


class BaladoPageFactory(PublieeFactory):
    class Meta:
        model = BaladoPage

    title = "Fils croisés"
    slug = "balado"
    chapeau = "On s’assoit, on jase, on laisse tourner."
    auteur = "La fédération"
    courriel = "balado@exemple.org"
    parent = factory.LazyFunction(accueil)


class EpisodePageFactory(PublieeFactory):
    class Meta:
        model = EpisodePage

    title = factory.Sequence(lambda rang: f"La chaise d’à côté {rang}")
    numero = factory.Sequence(lambda rang: rang + 1)
    chapeau = "Une visite à l’heure du café."
    avertissement = AUCUN_AVERTISSEMENT
    parent = factory.LazyFunction(lambda: BaladoPage.objects.first() or BaladoPageFactory.create())


def un_episode(**champs: Any) -> Any:
    """Return the draft of an episode that every gate lets through, with its own recording."""
    valeurs = {"live": False, **champs}
    if "enregistrement" not in valeurs:
        valeurs["enregistrement"] = un_enregistrement()
    page: Any = EpisodePageFactory.create(**valeurs)
    return EpisodePage.objects.get(pk=page.pk)


def faire_entendre(page: Any, *rangees: dict[str, Any]) -> Any:
    """Add the people who are heard, in memory."""
    page.personnes = [PersonneEpisode(sort_order=rang, **rangee) for rang, rangee in enumerate(rangees)]
    return page
