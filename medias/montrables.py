"""Which files may be shown today: those where everyone who can be recognised accepts."""

from collections.abc import Hashable
from typing import Any, cast

from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q

from .autorisations import AutorisationImage
from .horloge import aujourdhui
from .personnes import Personnes
from .preparees import Parametre, preparee


class MontrablesManager(models.Manager[Any]):
    """Files that have `personnes` and `autorisations`, each with whether it may be shown today (`montrable`).

    No list asks once per file.
    """

    lien: str  # what a permission calls the files of this kind

    def get_queryset(self) -> Any:
        montrable = ExpressionWrapper(self.condition(), output_field=models.BooleanField())
        return super().get_queryset().annotate(montrable=montrable)

    def in_bulk(self, id_list: Any = None, *, field_name: str = "pk") -> Any:
        """Return files by their keys, as Wagtail reads those of a page: prepared when it is by `pk`."""
        if id_list is None or field_name != "pk":
            return super().in_bulk(id_list, field_name=field_name)
        cles = list(dict.fromkeys(id_list))
        lus = preparee(_par_cle, cast("Hashable", self.model), len(cles)).lire(*cles) if cles else []
        return {fichier.pk: fichier for fichier in lus}

    def condition(self) -> Q:
        """Return the condition that a file may be shown today: nobody is recognised in it, or everyone accepts."""
        accords = AutorisationImage.objects.filter(**{self.lien: OuterRef("pk")})
        tous_valides = Exists(accords) & ~Exists(accords.invalides(aujourdhui()))
        return Q(personnes=Personnes.AUCUNE) | Q(personnes=Personnes.ACCORD) & tous_valides

    def montrables(self) -> Any:
        """Those that may be shown today."""
        return self.get_queryset().filter(montrable=True)

    def montre(self, fichier: models.Model) -> bool:
        """Say whether a file may be shown today: as the query that read it said, otherwise by asking now."""
        if "montrable" in vars(fichier):
            return bool(vars(fichier)["montrable"])
        return bool(self.montrables().filter(pk=fichier.pk).exists())


def _par_cle(modele: Any, combien: int) -> Any:
    return modele.objects.filter(pk__in=[Parametre(rang) for rang in range(combien)])
