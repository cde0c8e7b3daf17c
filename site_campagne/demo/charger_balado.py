"""Load the podcast of the demo. An episode whose recording is not there, or not ready, waits for the next time."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from medias.models import AutorisationNom, Enregistrement, EtatPreparation, ImageCampagne, PorteeNom
from pages.models import BaladoPage, Chapitre, EpisodePage, PersonneEpisode
from reseau.models import Ressource

from .balado import EPISODES, SANS, SERIE, TITRE, Episode, Voix
from .charger_pages import accueil_francais, page_de, publier
from .dessins import DESSINS

COUVERTURE = "Couverture de Fils croisés"
COTE = 2000


def charger_balado() -> Iterator[str]:
    """Create what is not there: the series, then the episodes whose recordings are ready, in order."""
    titres = [episode.titre + fin for episode in EPISODES for fin in ("", SANS)]
    prets = Enregistrement.objects.filter(etat=EtatPreparation.PRET, title__in=titres).prefetch_related("pistes")
    sons = {son.title: son for son in prets}
    if not sons:
        return
    serie = page_de(accueil_francais(), BaladoPage, "balado", TITRE, couverture=_couverture(), **SERIE)
    for episode in EPISODES:
        if episode.titre in sons:
            _charger(serie, episode, sons)
            yield episode.slug


def _charger(serie: BaladoPage, demo: Episode, sons: dict[str, Enregistrement]) -> None:
    if EpisodePage.objects.child_of(serie).filter(slug=demo.slug).exists():
        return
    son = sons[demo.titre]
    page: Any = EpisodePage(
        title=demo.titre,
        slug=demo.slug,
        saison=demo.saison,
        numero=demo.numero,
        genre=demo.genre,
        edition=demo.edition,
        chapeau=demo.chapeau,
        notes=demo.notes,
        avertissement=demo.avertissement,
        enregistrement=son,
        enregistrement_sans=sons.get(demo.titre + SANS),
        ressource=Ressource.objects.filter(nom=demo.ressource).first(),
        live=False,
    )
    dites = [piste.repliques for piste in son.pistes.all() if piste.langue == son.langue]
    page.chapitres = [
        Chapitre(debut=int(dites[0][rang].debut), titre=titre, sort_order=ordre)
        for ordre, (rang, titre) in enumerate(demo.chapitres)
        if dites and rang < len(dites[0])
    ]
    page.personnes = [_personne(voix, ordre) for ordre, voix in enumerate(demo.voix)]
    serie.add_child(instance=page)
    publier(page)


def _personne(voix: Voix, ordre: int) -> PersonneEpisode:
    accord = None
    if voix.nom:
        accord, _cree = AutorisationNom.objects.get_or_create(
            nom=voix.nom,
            defaults={
                "role": voix.titre,
                "portee": PorteeNom.SITE,
                "donnee_le": date(2025, 9, 1),
                "jusqu_au": date(2029, 8, 31),
                "preuve": "classeur des accords de la démonstration",
            },
        )
    return PersonneEpisode(
        role=voix.role, autorisation=accord, designation=voix.designation, absente=voix.absente, sort_order=ordre
    )


def _couverture() -> ImageCampagne:
    """Return the cover: the middle of a drawn image, enlarged thread by thread."""
    existante: ImageCampagne | None = ImageCampagne.objects.filter(title=COUVERTURE).first()
    if existante is not None:
        return existante
    dessin = DESSINS["chevron"]
    octets = BytesIO()
    with Image.open(BytesIO(dessin.dessiner())) as image:
        gauche = (image.width - image.height) // 2
        carre = image.crop((gauche, 0, gauche + image.height, image.height))
        carre.resize((COTE, COTE), Image.Resampling.NEAREST).save(octets, "PNG")
    fichier = ContentFile(octets.getvalue(), name="couverture.png")
    creee: ImageCampagne = ImageCampagne.objects.create(
        title=COUVERTURE, texte_alternatif=dessin.alternative, credit="Le projet", file=fichier
    )
    return creee
