"""Load the recordings of the demo: spoken by a machine, drawn by the project (`docs/voix.py` made the files)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.core.files.base import ContentFile

from medias.models import Enregistrement, EtatPiste, Piste
from medias.preparation import preparer
from reseau.horloge import maintenant

from .balado import EPISODES, SANS
from .capsules import CAPSULES

DOSSIER: Final = Path(__file__).parent / "enregistrements"
CREDIT: Final = "Le projet, avec une voix de synthèse"
TOUT_EST_DIT: Final = "La vidéo montre un dessin fixe : tout ce qui compte est dit."


def charger_enregistrements() -> Iterator[str]:
    """Create what is not there, prepared at once, with its reviewed words."""
    for titre, nom in noms():
        if not Enregistrement.objects.filter(title=titre).exists():
            _charger(titre, next(DOSSIER.glob(f"{nom}.mp[34]")))
        yield titre


def noms() -> Iterator[tuple[str, str]]:
    """Yield the title of each recording that the pages of the demo ask for, and the name of its files."""
    for capsule in CAPSULES:
        yield capsule.titre, capsule.slug
    for episode in EPISODES:
        yield episode.titre, episode.slug
        if episode.script_sans:
            yield f"{episode.titre}{SANS}", f"{episode.slug}-sans"


def _charger(titre: str, fichier: Path) -> None:
    est_video = fichier.suffix == ".mp4"
    enregistrement = Enregistrement(
        title=titre,
        type="video" if est_video else "audio",
        credit=CREDIT,
        sans_audiodescription=TOUT_EST_DIT if est_video else "",
        file=ContentFile(fichier.read_bytes(), name=fichier.name),
    )
    enregistrement.save()
    preparer.call(enregistrement.pk)
    vtt = fichier.with_suffix(".vtt").read_text()
    Piste.objects.create(enregistrement=enregistrement, vtt=vtt, etat=EtatPiste.RELUE, relue_le=maintenant())
