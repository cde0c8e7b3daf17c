"""The words of a recording: one WebVTT text per language, from which come its captions and its transcript."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry

from .donnees import ACTE, IMAGE, Carte
from .enregistrements import Enregistrement
from .horloge import maintenant
from .langues import Langue
from .transcription import Morceau, Replique, ecrire, en_texte, lire, paragraphes


class EtatPiste(models.TextChoices):
    """Whether someone listened while reading."""

    BROUILLON = "brouillon", _("brouillon")
    RELUE = "relue", _("relue")


class Piste(models.Model):
    """What is said, in one language, timed. Only a reviewed one is shown."""

    enregistrement = models.ForeignKey(Enregistrement, models.CASCADE, related_name="pistes")
    langue = models.CharField(_("langue"), max_length=3, choices=Langue, default=Langue.FRANCAIS)
    vtt = models.TextField(_("sous-titres (WebVTT)"))
    etat = models.CharField(_("état"), max_length=9, choices=EtatPiste, default=EtatPiste.BROUILLON)
    relue_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    relue_le = models.DateTimeField(null=True, editable=False)

    donnees = Carte(IMAGE.dans("vtt"), ACTE.dans("relue_par relue_le"), autres="id enregistrement langue etat")

    class Meta:
        ordering = ("enregistrement", "langue")
        constraints = [models.UniqueConstraint(fields=["enregistrement", "langue"], name="une_piste_par_langue")]
        verbose_name = _("piste de texte")
        verbose_name_plural = _("pistes de texte")

    def __str__(self) -> str:
        return f"{self.enregistrement} ({self.get_langue_display()})"

    @property
    def est_relue(self) -> bool:
        """Whether someone vouches for it."""
        return self.etat == EtatPiste.RELUE

    @property
    def repliques(self) -> list[Replique]:
        """What is said."""
        return lire(self.vtt)

    @property
    def morceaux(self) -> list[Morceau]:
        """The transcript: headings and paragraphs."""
        return paragraphes(self.repliques)

    @property
    def texte(self) -> str:
        """The transcript, for a search or a text output."""
        return en_texte(self.repliques)

    @property
    def sous_titres(self) -> str:
        """What goes out: the words and their times, without what the people who wrote them said to one another."""
        return ecrire(self.repliques)

    @property
    def empreinte(self) -> str:
        """Changes with what goes out."""
        return sha256(self.sous_titres.encode()).hexdigest()[:20]

    @property
    def url(self) -> str:
        """Where its captions are, for whoever may hear the recording."""
        return reverse("piste", args=[self.enregistrement_id, self.langue])

    def se_relit_par(self, personne: Any) -> bool:
        """Whether someone may vouch for it: not for the translation that they wrote last, which takes two people."""
        if self.langue == self.enregistrement.langue:
            return True
        ecrits = registry.get_logs_for_instance(self).filter(content_changed=True).order_by("-timestamp", "-pk")
        return bool(ecrits.values_list("user", flat=True).first() != personne.pk)

    def remettre_en_brouillon(self) -> None:
        """Forget who reviewed it: its words changed. Not saved."""
        self.etat, self.relue_par, self.relue_le = EtatPiste.BROUILLON, None, None

    def relire(self, par: Any) -> None:
        """Note who vouches for it, now. Not saved."""
        self.etat, self.relue_par, self.relue_le = EtatPiste.RELUE, par, maintenant()
