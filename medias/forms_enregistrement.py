"""The form of a recording: its file is read before anything is kept, then stored whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.admin.widgets import AdminTagWidget
from wagtailmedia.forms import BaseMediaForm

from .atelier import verifier_le_genre, voir_sur_disque
from .enregistrements import RECUS, SON, VIDEO, Enregistrement, EtatPreparation
from .forms_personnes import FichierDePersonnesForm
from .pannes import StockageIndisponible, exiger_le_magasin
from .poids import poids_lisible
from .rangement import effacer, ranger
from .reception import FichierManque
from .sondage import EnregistrementRefuse, Sonde, sonder

# What `medias.preparation` writes, possibly while the form is being filled in.
CALCULES = (
    *("file", "thumbnail", "duration", "width", "height", "etat", "echec", "sonie", "poids"),
    *("tentative", "vu_le", "avancement"),
)


class ChampEnregistrement(forms.FileField):
    """A file given as a recording; its kind is read from its bytes, and its name is thrown away."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.help_text = _(
            "%(taille)s au plus. Ni le nom du fichier ni les étiquettes qu’il contient ne sont gardés."
        ) % {"taille": poids_lisible(settings.TAILLE_MAX_ENREGISTREMENT)}

    def to_python(self, data: Any) -> Any:
        """Return the file, with what it is (`sonde`). Raises `ValidationError`."""
        if isinstance(data, FichierManque):
            raise ValidationError(data.raison, code="enregistrement_manque")
        recu: Any = super().to_python(data)
        if recu is None:
            return None
        if recu.size > settings.TAILLE_MAX_ENREGISTREMENT:
            raise ValidationError(_trop_lourd(recu.size), code="enregistrement_trop_lourd")
        exiger_le_magasin(recu)
        try:
            with TemporaryDirectory(prefix="sondage-") as dossier:
                recu.sonde = sonder(voir_sur_disque(recu, Path(dossier)))
        except EnregistrementRefuse as refus:
            raise ValidationError(str(refus), code="enregistrement_refuse") from refus
        except OSError as panne:
            raise ValidationError(str(StockageIndisponible()), code="stockage") from panne
        recu.name = f"recu.{recu.sonde.extension}"
        return recu


class EnregistrementForm(FichierDePersonnesForm, BaseMediaForm):
    """A recording and its words; a new file is stored once all the rest is right, prepared once the row is there."""

    titre_refuse = _lazy("Ce titre est le nom du fichier. Dites plutôt ce qu’on y entend.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._anciens: tuple[str, ...] = ()
        self._est_range = False
        if "file" in self.fields:
            avant = self.fields["file"]
            self.fields["file"] = ChampEnregistrement(
                label=avant.label, required=avant.required, widget=forms.FileInput(avant.widget.attrs)
            )
        if self.instance.pk and "audiodescription" in self.fields:
            autres = Enregistrement.objects.exclude(pk=self.instance.pk)
            self.fields["audiodescription"].queryset = autres  # type: ignore[attr-defined]  # a choice among rows

    @cached_property
    def changed_data(self) -> list[str]:
        """Return what was changed, but for the file: wagtailmedia deletes the former one before the row is written.

        `save` does it, once the row names the new one.
        """
        return [champ for champ in super().changed_data if champ != "file"]

    def clean_file(self) -> Any:
        """Refuse what is not of the kind that was said; where nothing was said, the file says it."""
        recu: Any = self.cleaned_data["file"]
        sonde: Sonde | None = getattr(recu, "sonde", None)
        if sonde is not None:
            if self.instance.type not in {SON, VIDEO}:
                self.instance.type = VIDEO if sonde.a_image else SON
            try:
                verifier_le_genre(sonde, est_video=self.instance.est_video)
            except EnregistrementRefuse as refus:
                raise ValidationError(str(refus), code="enregistrement_refuse") from refus
        return recu

    def full_clean(self) -> None:
        """Validate; then, if nothing is refused, store the new file: a full disk is said beside the field."""
        super().full_clean()
        recu: Any = self.cleaned_data.get("file") if self.is_bound and not self.errors else None
        if not hasattr(recu, "sonde"):
            return
        avant = Enregistrement.objects.filter(pk=self.instance.pk).first()
        try:
            nom = ranger(self.instance.file.storage, RECUS, recu)
        except StockageIndisponible as panne:
            self.instance.file = avant.file.name if avant else ""
            self.add_error("file", str(panne))
            return
        self._est_range = True
        self._anciens = (avant.file.name, avant.thumbnail.name) if avant else ()
        neuf = {"file": nom, "thumbnail": "", "etat": EtatPreparation.ATTEND, "echec": "", "tentative": ""}
        for colonne, valeur in {**neuf, "vu_le": timezone.now(), "avancement": 0, "poids": 0, "sonie": None}.items():
            setattr(self.instance, colonne, valeur)

    def save(self, commit: bool = True) -> Any:
        """Save; a file just stored does not outlive a row that could not be."""
        if not commit:
            return super().save(commit=False)
        stockage = self.instance.file.storage
        if self._est_range:
            with _efface_si_echec(stockage, self.instance.file.name), transaction.atomic():
                enregistrement = super().save()
                enregistrement.oublier_les_relectures()
                transaction.on_commit(lambda: effacer(stockage, *self._anciens), robust=True)
                return enregistrement
        with transaction.atomic():
            # A preparation may have ended since the row was read: what it wrote is not written over.
            Enregistrement.objects.select_for_update().filter(pk=self.instance.pk).first()
            self.instance.refresh_from_db(fields=CALCULES)
            return super().save()

    class Meta(BaseMediaForm.Meta):
        widgets = {
            **BaseMediaForm.Meta.widgets,
            "tags": AdminTagWidget,
            "personnes": forms.RadioSelect,
            "autorisations": forms.CheckboxSelectMultiple,
        }


@contextmanager
def _efface_si_echec(stockage: Any, nom: str) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(DatabaseError):  # nobody can say: the upkeep deletes what no row names
            if not Enregistrement.objects.filter(file=nom).exists():
                effacer(stockage, nom)
        raise


def _trop_lourd(taille: int) -> str:
    return _("Ce fichier pèse %(taille)s : c’est plus que %(limite)s. Coupez-le en parties, ou réduisez-le.") % {
        "taille": poids_lisible(taille),
        "limite": poids_lisible(settings.TAILLE_MAX_ENREGISTREMENT),
    }
