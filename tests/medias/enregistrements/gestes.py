"""What a person does with a recording in the admin, and what the site holds afterwards."""

from typing import Any

from django.test import Client
from django.urls import reverse

from medias.models import Enregistrement

from ..test_depot import fichiers, gardes
from .sons import NOM, SECRETS, enregistrement, recu

MOTS = {"title": "Une voix", "langue": "fr", "licence": "reserves", "personnes": "aucune", "collection": "1"}


def deposer(client: Client, octets: bytes, genre: str = "video", nom: str = f"{NOM}.mp4", **mots: Any) -> Any:
    """Send the form of a new recording."""
    return client.post(reverse("wagtailmedia:add", args=[genre]), {**MOTS, **mots, "file": recu(octets, nom)})


def une_attente(client: Client, extension: str = "mp3") -> Enregistrement:
    """Return a recording that was received and that nobody prepares yet."""
    deposer(client, enregistrement(extension), "audio" if extension == "mp3" else "video")
    return Enregistrement.objects.get()


def relu() -> Enregistrement:
    """Return the only recording, as the database has it now."""
    return Enregistrement.objects.get()


def modifier(client: Client, enregistrement: Enregistrement, **mots: Any) -> Any:
    """Send the form of a recording that is there."""
    return client.post(reverse("wagtailmedia:edit", args=[enregistrement.pk]), {**MOTS, **mots})


def traces() -> list[bytes]:
    """Return the secrets of a recording that are found anywhere: rows, names, bytes."""
    return sorted({secret for garde in gardes() for secret in SECRETS if secret in garde})


def gardees() -> list[str]:
    """Return the folders of the files that the storage holds, one a file."""
    return sorted(fichier.parent.name for fichier in fichiers())
