"""What is kept to find things: roots without their order, and the words by which a slip is put right."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte
from temoignages.renseignements import MOTS_PUBLIES

from ..renseignements import CONTENU
from .etats import Sorte, Source


class EntreeRecherche(models.Model):
    """One thing that may be found: `source` and `cle` say which. Whether it may be seen is asked of it each time.

    `titre` and `corps` hold roots in alphabetical order: no sentence can be read back. `texte` is what a list shows of
    a page, an event or a resource; never a testimony's, which is read from its own row. `mots`: its share of
    `MotRecherche`.
    """

    source = models.CharField(max_length=9, choices=Source)
    cle = models.CharField(max_length=40)
    numero = models.BigIntegerField(null=True)  # the key again where it is a number: engines compare like with like
    langue = models.CharField(max_length=10, default="fr")
    sorte = models.CharField(max_length=11, choices=Sorte)
    region = models.CharField(max_length=2, blank=True)
    annee = models.PositiveSmallIntegerField(null=True)
    titre = models.TextField(blank=True)
    corps = models.TextField(blank=True)
    texte = models.TextField(blank=True)
    mots = models.JSONField(default=list)
    # The recording whose transcript is in it: nothing is found once nobody may hear it.
    enregistrement = models.BigIntegerField(null=True)

    donnees = Carte(
        CONTENU.dans("texte"),
        MOTS_PUBLIES.dans("titre corps mots"),
        autres="id source cle numero langue sorte region annee enregistrement",
    )

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["source", "cle"], name="une_entree_par_chose"),
            models.CheckConstraint(condition=~Q(source=Source.PAROLE) | Q(texte=""), name="aucune_parole_recopiee"),
        ]
        verbose_name = _("entrée de la recherche")
        verbose_name_plural = _("entrées de la recherche")

    def __str__(self) -> str:
        return f"{self.source} {self.cle}"


class MotRecherche(models.Model):
    """A word that something public holds: as written, without its accents, and how many things hold it."""

    mot = models.CharField(primary_key=True, max_length=40)
    plie = models.CharField(max_length=40, db_index=True)
    nombre = models.PositiveIntegerField(default=0)

    donnees = Carte(MOTS_PUBLIES.dans("mot plie"), autres="nombre")

    class Meta:
        default_permissions = ()
        verbose_name = _("mot de la recherche")
        verbose_name_plural = _("mots de la recherche")

    def __str__(self) -> str:
        return self.mot
