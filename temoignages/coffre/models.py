"""What lives apart from the main database and from its backup."""

from django.db import models

from medias.donnees import Carte
from reseau.horloge import maintenant

from ..renseignements import CLE, RETRAIT


class CleDepot(models.Model):
    """The data key of one deposit, wrapped by the keyring. Deleting the row destroys the raw words."""

    depot_id = models.UUIDField(primary_key=True)
    trousseau = models.CharField(max_length=40, help_text="Nom de la clé du trousseau qui enveloppe celle-ci.")
    enveloppe = models.BinaryField()
    cree_le = models.DateTimeField(default=maintenant)

    donnees = Carte(CLE.dans("depot_id trousseau enveloppe cree_le"), autres="")

    def __str__(self) -> str:
        return str(self.depot_id)


class RetraitConsigne(models.Model):
    """A withdrawal, by the keyed hash of its code: replayed after any restore, before the site opens."""

    empreinte_code = models.CharField(max_length=64, primary_key=True)
    le = models.DateTimeField()

    donnees = Carte(RETRAIT.dans("empreinte_code le"), autres="")

    def __str__(self) -> str:
        return self.empreinte_code[:8]
