"""A permission is erased, on request: what showed its person stays hidden until someone looks at it again."""

from typing import Any

from .autorisations import AutorisationImage
from .enregistrements import Enregistrement
from .images import ImageCampagne
from .personnes import Personnes


def retenir_ce_qu_il_permettait(instance: AutorisationImage, **_signal: Any) -> None:
    """Before a permission goes: the others of the same image, or recording, would pass for everyone's."""
    for modele in (ImageCampagne, Enregistrement):
        modele.objects.filter(autorisations=instance).update(personnes=Personnes.PERDU)
