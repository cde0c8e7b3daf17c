"""The invented function that answers for personal information in the demo."""

from collections.abc import Iterator

from site_campagne.models import ResponsableSetting

TITRE = "Responsable de la protection des renseignements personnels"
COURRIEL = "vie-privee@exemple.org"


def charger_responsable() -> Iterator[str]:
    """Name the function, unless somebody did."""
    if not ResponsableSetting.objects.exists():
        ResponsableSetting.objects.create(titre=TITRE, courriel=COURRIEL)
    yield TITRE
