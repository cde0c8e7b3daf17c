"""Capsules and their videos, complete enough to go out; the people are invented."""

import datetime
from typing import Any

import factory
from django.core.files.base import ContentFile

from medias.models import AutorisationNom, Enregistrement, EtatPiste
from pages.avertissements import AUCUN_AVERTISSEMENT
from pages.models import CapsulePage, CapsulesPage, PersonneCapsule, SerieCapsulesPage
from pages.models.voix_entendue import inscrire

from .pages import PublieeFactory, accueil, enregistrer, une_image
from .pistes import un_enregistrement, une_piste

VTT = "WEBVTT\n\n00:01.000 --> 00:05.000\n<v Une membre>Ici, on ouvre à huit heures.\n"
PARU = datetime.datetime(2026, 10, 1, 15, tzinfo=datetime.UTC)
AILLEURS = "https://videos.exemple.org/w/abc"


class CapsulesPageFactory(PublieeFactory):
    class Meta:
        model = CapsulesPage

    title = "Capsules"
    slug = "capsules"
    parent = factory.LazyFunction(accueil)


class SerieCapsulesPageFactory(PublieeFactory):
    class Meta:
        model = SerieCapsulesPage

    title = factory.Sequence(lambda rang: f"Série {rang}")
    parent = factory.LazyFunction(lambda: les_capsules())  # noqa: PLW0108 - defined below


class CapsulePageFactory(PublieeFactory):
    class Meta:
        model = CapsulePage

    title = factory.Sequence(lambda rang: f"Une cuisine {rang}")
    chapeau = "Une visite, le matin, avant le café."
    avertissement = AUCUN_AVERTISSEMENT
    live = True
    first_published_at = factory.LazyAttribute(lambda page: PARU if page.live else None)
    parent = factory.LazyFunction(lambda: les_capsules())  # noqa: PLW0108 - defined below


def les_capsules() -> Any:
    """Return the page of the capsules, made once."""
    return CapsulesPage.objects.first() or CapsulesPageFactory.create()


def une_video(*, vtt: str = VTT, etat_de_la_piste: str = EtatPiste.RELUE, **champs: Any) -> Enregistrement:
    """Return a prepared video of two minutes and a half, with its reviewed words; no words without `vtt`."""
    valeurs = {
        "title": "Cuisine",
        "duration": 150.0,
        "sans_audiodescription": "Tout ce qu’on voit est dit.",
        "thumbnail": ContentFile(b"jpg", name="affiche.jpg"),
    }
    video = un_enregistrement("video", **{**valeurs, **champs})
    if vtt:
        une_piste(video, vtt, langue=video.langue, etat=etat_de_la_piste)
    # Read again: the manager of recordings adds what the permissions say.
    lue: Enregistrement = Enregistrement.objects.get(pk=video.pk)
    return lue


def ailleurs(**champs: Any) -> dict[str, Any]:
    """Return the fields of a capsule whose video is on another platform."""
    return {
        "lien_externe": AILLEURS,
        "duree": 150,
        "sous_titres_verifies_le": datetime.date(2026, 10, 1),
        "audiodescription": "Tout ce qu’on voit est dit par les voix.",
        "transcription": "<p><b>Une membre :</b> Ici, on ouvre à huit heures.</p>",
        "affiche": une_image(),
        **champs,
    }


def faire_paraitre(page: Any, *accords: AutorisationNom | None) -> Any:
    """Name people in a capsule, and write it as it stands, public or not, as no screen can."""
    page.personnes = [PersonneCapsule(autorisation=accord) for accord in accords]
    enregistrer(page)
    inscrire(page)
    return CapsulePage.objects.get(pk=page.pk)
