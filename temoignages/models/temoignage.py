"""The window: approved words with no name, and no way back to the raw row but the hash of the code."""

import datetime
import secrets
from collections.abc import Iterable

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte
from medias.langues import Langue, langue_active
from medias.preparees import Parametre, preparee
from reseau.horloge import aujourdhui
from reseau.langue.amorces import joindre
from reseau.langue.regions import REGIONS
from reseau.presentation import attribution_html, attribution_texte

from ..bilingue import Mots
from ..chambre.codes import empreinte
from ..etats import Avertissement, Couleur, Echelon, EtatTemoignage, Portee
from ..regles import LONGUEUR_RECIT
from ..renseignements import CODE, MOTS_PUBLIES, PROVENANCE
from .consentement import Consentement
from .traduction import Traduction

# No vowel: no word can appear. No 0, 1, l, o: nobody misreads an address on paper.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
LONGUEUR_ID = 5
CHAMPS = {
    Couleur.GAUDE: "eglantine",
    Couleur.EGLANTINE: "mousse",
    Couleur.MOUSSE: "lin",
    Couleur.NUIT: "lin",
}


def identifiant_opaque() -> str:
    """Return a random address for a testimony: it says nothing, not even an order."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LONGUEUR_ID))


class TemoignageQuerySet(models.QuerySet["Temoignage"]):
    """Reading testimonies. Every page goes through `autorises`."""

    def autorises(self, portee: str, jour: datetime.date | None = None) -> "TemoignageQuerySet":
        """Published, and whose author allows the use `portee` on `jour` (today by default)."""
        consentements = Consentement.objects.valables(portee, jour or aujourdhui())
        return self.filter(
            Exists(consentements.filter(empreinte_code=OuterRef("empreinte_code"), edition=OuterRef("edition"))),
            etat=EtatTemoignage.PUBLIE,
        )

    def avec_fin(self) -> "TemoignageQuerySet":
        """Published, each with `fin`: the last day of its consent for the site, None when there is none."""
        web = Consentement.objects.filter(
            portee=Portee.WEB, retire_le=None, empreinte_code=OuterRef("empreinte_code"), edition=OuterRef("edition")
        )
        return self.filter(etat=EtatTemoignage.PUBLIE).annotate(fin=Subquery(web.values("jusqu_au")))

    def publies(self) -> "TemoignageQuerySet":
        """What the site may show today, newest campaign first, shuffled within it by their opaque id."""
        montrables = self.autorises(Portee.WEB).traduits(langue_active())
        return montrables.select_related("amorce", "ressource").order_by("-edition", "pk")

    def publies_par_cle(self, cles: Iterable[str]) -> dict[str, "Temoignage"]:
        """What the site may show today of these keys, whatever else this list holds back."""
        uniques = list(dict.fromkeys(cles))
        lus = preparee(_publies_de, len(uniques)).lire(*uniques) if uniques else []
        return {temoignage.pk: temoignage for temoignage in lus}

    def traduits(self, langue: str) -> "TemoignageQuerySet":
        """Read with each its approved translation in `langue`, in the same query; `Temoignage.mots` shows it."""
        sienne = Traduction.objects.approuvees().filter(temoignage=OuterRef("pk"), langue=langue)
        return self.annotate(  # type: ignore[no-redef] # the row declares what it may be given
            langue_demandee=Value(langue),
            texte_traduit=Subquery(sienne.values("texte")[:1]),
            source_traduite=Subquery(sienne.values("empreinte_source")[:1]),
        )

    def legers(self) -> "TemoignageQuerySet":
        """Short, and without a content warning: what anyone can be led to."""
        return self.filter(avertissement="").alias(signes=Length("texte")).filter(signes__lte=LONGUEUR_RECIT)


def _publies_de(combien: int) -> TemoignageQuerySet:
    return Temoignage.objects.publies().filter(pk__in=[Parametre(rang) for rang in range(combien)])


class Temoignage(models.Model):
    """Words that a person gave and that two people made anonymous. A withdrawal leaves a row without text."""

    id = models.CharField(primary_key=True, max_length=8, default=identifiant_opaque, editable=False)
    etat = models.CharField(_("état"), max_length=8, choices=EtatTemoignage, default=EtatTemoignage.PUBLIE)
    texte = models.TextField(_("texte"), blank=True)
    langue = models.CharField(_("langue du texte"), max_length=3, choices=Langue, default=Langue.FRANCAIS)
    amorce = models.ForeignKey("Amorce", models.PROTECT, null=True, blank=True, verbose_name=_("phrase"))
    edition = models.PositiveSmallIntegerField(_("édition"))
    echelon = models.CharField(_("attribution"), max_length=12, choices=Echelon)
    region = models.CharField(
        _("région"), max_length=2, choices=[(region.code, region.nom) for region in REGIONS], blank=True
    )
    ressource = models.ForeignKey(
        "reseau.Ressource", models.PROTECT, null=True, blank=True, verbose_name=_("ressource")
    )
    avertissement = models.CharField(_("avertissement"), max_length=20, choices=Avertissement, blank=True)
    theme = models.ForeignKey("Theme", models.PROTECT, null=True, blank=True, verbose_name=_("thème"))
    empreinte_code = models.CharField(max_length=64, unique=True)

    # Read by `TemoignageQuerySet.traduits`; a row read otherwise has no translation to show.
    langue_demandee: str = ""
    texte_traduit: str | None = None
    source_traduite: str | None = None

    objects = TemoignageQuerySet.as_manager()

    donnees = Carte(
        MOTS_PUBLIES.dans("texte"),
        CODE.dans("empreinte_code"),
        PROVENANCE.dans("amorce echelon region ressource avertissement theme"),
        autres="id etat langue edition",
    )

    class Meta:
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="retire_sans_texte",
                condition=Q(etat=EtatTemoignage.PUBLIE) & ~Q(texte="") | Q(etat=EtatTemoignage.RETIRE, texte=""),
            ),
            # What is not shown is not stored: a region-level quote has no resource, a Québec-level one no region.
            models.CheckConstraint(
                name="attribution_pas_plus_fine",
                condition=Q(echelon=Echelon.RESSOURCE, ressource__isnull=False)
                | Q(echelon=Echelon.REGION, ressource__isnull=True) & ~Q(region="")
                | Q(echelon=Echelon.QUEBEC, ressource__isnull=True, region=""),
            ),
        ]
        # The wall, whole and by each of its lists, in its order; the last columns narrow it without reading the rows.
        indexes = [
            models.Index(fields=["etat", "-edition", "id"], name="temoignage_mur"),
            models.Index(fields=["etat", "amorce", "-edition", "id", "region", "theme"], name="temoignage_mur_phrase"),
            models.Index(fields=["etat", "theme", "-edition", "id", "region", "amorce"], name="temoignage_mur_theme"),
            models.Index(fields=["etat", "region", "-edition", "id", "amorce", "theme"], name="temoignage_mur_region"),
        ]
        verbose_name = _("témoignage")
        verbose_name_plural = _("témoignages")

    def __str__(self) -> str:
        return self.pk

    def get_absolute_url(self) -> str:
        return reverse("temoignages:parole", args=[self.pk])

    @property
    def url(self) -> str:
        """The permanent address."""
        return self.get_absolute_url()

    @property
    def amorce_texte(self) -> str:
        """The sentence that was completed, or nothing for a free text."""
        return self.amorce.texte if self.amorce else ""

    @property
    def phrase(self) -> str:
        """The whole sentence as it was given: the opener and what completes it, joined as one says it."""
        return joindre(self.amorce_texte, self.texte)

    @property
    def mots(self) -> Mots:
        """Its words as the page being made shows them: translated only while they are those that were translated."""
        page = langue_active()
        amorce = self.amorce.montree if self.amorce else None
        lue = self.texte_traduit if self.langue_demandee == page != self.langue else None
        if lue and self.a_pour_source(self.source_traduite):
            return Mots(lue, page, amorce, self._debut_de_phrase(page), self.texte, self.langue)
        return Mots(self.texte, self.langue, amorce, self._debut_de_phrase(self.langue))

    @property
    def empreinte_source(self) -> str:
        """What a translation keeps of the words that it translates."""
        return empreinte("source", self.texte)

    def a_pour_source(self, empreinte_source: str | None) -> bool:
        """Whether a translation of that hash translates these words, and not what they were before."""
        return empreinte_source == self.empreinte_source

    def _debut_de_phrase(self, langue: str) -> str:
        if self.amorce is None:
            return ""
        return {Langue.FRANCAIS: self.amorce.texte, Langue.ANGLAIS: self.amorce.texte_en}.get(Langue(langue), "")

    @property
    def couleur(self) -> str:
        """The dye of the card: the sentence's."""
        return self.amorce.couleur if self.amorce else Couleur.MOUSSE

    @property
    def champ(self) -> str:
        """The dye of the page around it."""
        return CHAMPS[Couleur(self.couleur)]

    @property
    def taille(self) -> str:
        """The size of the card, from the length of the text."""
        return self.mots.taille

    @property
    def taille_page(self) -> str:
        """The size of the card on the testimony's own page: giant when short, as a story when long."""
        return "tg" if self.taille else ""

    def plus_douce(self) -> "Temoignage | None":
        """Return another text, light and short: the next on the wall, the same as long as it is there."""
        legers = Temoignage.objects.publies().legers()
        return legers.filter(edition=self.edition, pk__gt=self.pk).first() or legers.exclude(pk=self.pk).first()

    @property
    def est_recit(self) -> bool:
        """Whether it is a story: longer than a completed sentence, or in paragraphs."""
        return self.mots.est_recit

    @property
    def region_montree(self) -> str:
        """The code of the region that its attribution shows; nothing for « du Québec »."""
        return self.ressource.region if self.ressource else self.region

    @property
    def attribution_texte(self) -> str:
        """Who speaks, as plain text."""
        return attribution_texte(self.echelon, self.region, self.ressource)

    @property
    def attribution(self) -> SafeString:
        """Who speaks, in right French, with a form that screen readers can say."""
        return attribution_html(self.echelon, self.region, self.ressource)
