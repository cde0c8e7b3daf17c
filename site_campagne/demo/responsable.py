"""The invented functions that answer, in the demo, for personal information and for accessibility."""

from collections.abc import Iterator

from site_campagne.models import AccessibiliteSetting, ResponsableSetting

TITRE = "Responsable de la protection des renseignements personnels"
COURRIEL = "vie-privee@exemple.org"
ACCESSIBILITE = "accessibilite@exemple.org"
LIMITE = (
    "Le site n’a pas encore été essayé avec assez de personnes qui utilisent un lecteur d’écran, une commande vocale "
    "ou un vieux téléphone. Si vous en êtes, on vous paie votre temps."
)


def charger_responsable() -> Iterator[str]:
    """Name the functions, unless somebody did."""
    if not ResponsableSetting.objects.exists():
        ResponsableSetting.objects.create(titre=TITRE, courriel=COURRIEL)
    if not AccessibiliteSetting.objects.exists():
        AccessibiliteSetting.objects.create(courriel=ACCESSIBILITE, telephone="514 555-0195", limites=LIMITE)
    yield TITRE
    yield ACCESSIBILITE
