"""Load the capsules of the demo. One whose recording is not there, or not ready, waits for the next time."""

from collections.abc import Iterator
from typing import Any

from medias.models import AutorisationNom, Enregistrement, EtatPreparation, ImageCampagne
from pages.models import CapsulePage, CapsulesPage, PersonneCapsule, SerieCapsulesPage
from reseau.models import Ressource

from .capsules import (
    AFFICHE_DE_LA_SERIE,
    AILLEURS,
    CAPSULES,
    CHAPEAU,
    CHAPEAU_DE_LA_SERIE,
    SERIE,
    Ailleurs,
    Capsule,
)
from .charger_pages import accueil_francais, page_de, publier
from .dessins import DESSINS
from .presse import PERSONNES


def charger_capsules() -> Iterator[str]:
    """Create what is not there: the list, the series with the recordings that are ready, what is elsewhere."""
    liste = page_de(accueil_francais(), CapsulesPage, "capsules", "Capsules", chapeau=CHAPEAU)
    pretes = Enregistrement.objects.filter(etat=EtatPreparation.PRET, type="video")
    videos = {video.title: video for video in pretes.filter(title__in=[capsule.titre for capsule in CAPSULES])}
    if videos:
        affiche = _dessin(AFFICHE_DE_LA_SERIE)
        serie = page_de(
            liste, SerieCapsulesPage, "avant-que-la-porte-ouvre", SERIE, chapeau=CHAPEAU_DE_LA_SERIE, affiche=affiche
        )
        for capsule in CAPSULES:
            if capsule.titre in videos:
                _charger(serie, capsule, videos[capsule.titre])
                yield capsule.slug
    _charger_ailleurs(liste, AILLEURS)
    yield AILLEURS.slug


def _charger(serie: SerieCapsulesPage, demo: Capsule, video: Enregistrement) -> None:
    page_de(
        serie,
        CapsulePage,
        demo.slug,
        demo.titre,
        chapeau=demo.chapeau,
        edition=demo.edition,
        avertissement=demo.avertissement,
        enregistrement=video,
        ressource=Ressource.objects.filter(nom=demo.ressource).first(),
    )


def _charger_ailleurs(liste: CapsulesPage, demo: Ailleurs) -> None:
    if CapsulePage.objects.child_of(liste).filter(slug=demo.slug).exists():
        return
    page: Any = CapsulePage(
        title=demo.titre,
        slug=demo.slug,
        chapeau=demo.chapeau,
        edition=demo.edition,
        avertissement=demo.avertissement,
        lien_externe=demo.adresse,
        duree=demo.duree_s,
        affiche=_dessin(demo.dessin),
        sous_titres_verifies_le=demo.verifies_le,
        audiodescription=demo.audiodescription,
        transcription=demo.transcription,
        live=False,
    )
    accords = (AutorisationNom.objects.get(nom=PERSONNES[cle].nom) for cle in demo.personnes)
    page.personnes = [PersonneCapsule(autorisation=accord) for accord in accords]
    liste.add_child(instance=page)
    publier(page)


def _dessin(cle: str) -> ImageCampagne:
    image: ImageCampagne = ImageCampagne.objects.get(title=DESSINS[cle].titre)
    return image
