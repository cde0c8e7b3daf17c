"""An event of the day: a snippet with drafts, one listing for both languages, shown by the routes of `AgendaPage`."""

import uuid
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, Revision, RevisionMixin, WorkflowMixin

from medias.donnees import ACTE, Carte
from medias.langues import autre_langue
from medias.preparees import Parametre
from reseau.horloge import maintenant
from reseau.langue.regions import CODES, Region, region_par_code
from reseau.models import Ressource, regions_de

from ..evenements.etats import ACCES, GenreEvenement, LangueEvenement, Modalite, Reponse
from ..evenements.permissions import PermissionsEvenement, peut_modifier
from ..evenements.portes import REGLES
from ..evenements.presentation import moment
from ..evenements.regles import DUREE_MAXIMALE
from ..publication.publiable import Publiable
from ..renseignements import CONTACT_EVENEMENT

# Never in a draft: what is true of the event whatever version of its text is shown.
HORS_DU_BROUILLON = ("cle", "slug", "sequence", "annule_le", "a_revoir")


class EvenementQuerySet(models.QuerySet["Evenement"]):
    """Reading events."""

    def publies(self) -> "EvenementQuerySet":
        """What the public may see, cancelled ones included."""
        return self.filter(live=True)

    def confirmes(self) -> "EvenementQuerySet":
        """What will take place, or did."""
        return self.publies().filter(annule_le=None)

    def entre(self, debut: datetime, fin: datetime) -> "EvenementQuerySet":
        """Those that take place, in part at least, in the half-open interval [debut, fin[."""
        # None lasts longer than `DUREE_MAXIMALE`: said here, an index on the start reads little.
        return self.filter(debut__lt=fin, fin__gt=debut, debut__gt=debut - DUREE_MAXIMALE)

    def d_edition(self, annee: int) -> "EvenementQuerySet":
        """Those that begin in a year, on the clock of Québec."""
        fuseau = ZoneInfo(settings.TIME_ZONE)
        bornes = [datetime(an, 1, 1, tzinfo=fuseau) for an in (annee, annee + 1)]
        return self.filter(debut__gte=bornes[0], debut__lt=bornes[1])

    def a_venir(self, depuis: datetime | None = None) -> "EvenementQuerySet":
        """Those that are not over, or were not at some earlier moment."""
        moment = depuis or maintenant()
        return self.non_finis(moment, moment - DUREE_MAXIMALE)

    def non_finis(self, moment: datetime | Parametre, au_plus_tot: datetime | Parametre) -> "EvenementQuerySet":
        """Those that are not over at some moment; none of them began before `au_plus_tot`: an index reads little."""
        return self.filter(fin__gt=moment, debut__gt=au_plus_tot)

    def du_contact(self, compte: models.Model) -> "EvenementQuerySet":
        """Those of the resources that an account belongs to, drafts included."""
        return self.filter(ressource__contacts=compte.pk)


class Evenement(
    Publiable, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model
):
    """What a resource does for the day. `cle` is what calendars follow; `slug` never changes and holds no free text."""

    cle = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=120, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    annule_le = models.DateTimeField(_("annulé le"), null=True, editable=False)
    a_revoir = models.BooleanField(_("à revoir"), default=False, editable=False)

    ressource = models.ForeignKey(Ressource, models.PROTECT, related_name="evenements", verbose_name=_("ressource"))
    genre = models.CharField(_("genre"), max_length=16, choices=GenreEvenement, default=GenreEvenement.PORTE_OUVERTE)
    titre = models.CharField(
        _("titre"), max_length=120, help_text=_("Ce que vous diriez à une voisine : « Café et visite de la maison ».")
    )
    description = models.TextField(
        _("description"),
        max_length=2000,
        blank=True,
        help_text=_("Ce qui va se passer, et pour qui. Sans nom de membre."),
    )
    debut = models.DateTimeField(_("début"))
    fin = models.DateTimeField(_("fin"))
    langue = models.CharField(_("langue"), max_length=5, choices=LangueEvenement, default=LangueEvenement.FRANCAIS)

    modalite = models.CharField(_("où"), max_length=9, choices=Modalite, default=Modalite.SUR_PLACE)
    lieu = models.CharField(_("nom du lieu"), max_length=120, blank=True)
    adresse = models.CharField(_("adresse"), max_length=160, blank=True, help_text=_("Numéro et rue."))
    municipalite = models.CharField(_("municipalité"), max_length=80, blank=True)
    region = models.CharField(_("région"), max_length=2, choices=CODES)
    lieu_masque = models.BooleanField(
        _("n’afficher que la municipalité"),
        default=False,
        help_text=_("Pour un refuge : l’adresse n’est jamais publiée."),
    )
    lien_en_ligne = models.URLField(_("lien pour y assister en ligne"), blank=True)
    lien_inscription = models.URLField(_("lien pour s’inscrire"), blank=True)
    cout = models.CharField(
        _("coût"),
        max_length=80,
        blank=True,
        help_text=_("Vide si c’est gratuit; sinon « 5 $ », « contribution libre »."),
    )

    fauteuil = models.CharField(_("accessible en fauteuil roulant"), max_length=3, choices=Reponse, blank=True)
    stationnement = models.CharField(_("stationnement"), max_length=3, choices=Reponse, blank=True)
    transport = models.CharField(_("transport en commun à proximité"), max_length=3, choices=Reponse, blank=True)
    langue_signes = models.CharField(
        _("interprétation en LSQ ou sous-titres"), max_length=3, choices=Reponse, blank=True
    )
    lieu_calme = models.CharField(_("coin calme pour se retirer"), max_length=3, choices=Reponse, blank=True)
    sans_parfum = models.CharField(_("milieu sans parfum"), max_length=3, choices=Reponse, blank=True)
    gratuit = models.CharField(_("gratuit"), max_length=3, choices=Reponse, blank=True)
    garde = models.CharField(_("garde d’enfants"), max_length=3, choices=Reponse, blank=True)
    contact_acces = models.CharField(
        _("à qui parler de ses besoins"),
        max_length=120,
        blank=True,
        help_text=_("Un rôle plutôt qu’un nom : « l’accueil, au 418 555-0100 »."),
    )

    courriel_public = models.EmailField(_("courriel pour le public"), blank=True)
    telephone_public = models.CharField(_("téléphone pour le public"), max_length=40, blank=True)

    objects = EvenementQuerySet.as_manager()

    regles_de_publication = REGLES
    vient_de_dehors = True

    donnees = Carte(
        CONTACT_EVENEMENT.dans("courriel_public telephone_public contact_acces"),
        ACTE.dans("locked_by"),
        autres="id cle slug sequence annule_le a_revoir ressource genre titre description debut fin langue modalite"
        " lieu adresse municipalite region lieu_masque lien_en_ligne lien_inscription cout fauteuil stationnement"
        " transport langue_signes lieu_calme sans_parfum gratuit garde live has_unpublished_changes"
        " first_published_at last_published_at live_revision go_live_at expire_at expired latest_revision locked"
        " locked_at",
    )

    class Meta:
        verbose_name = _("événement")
        verbose_name_plural = _("événements")
        ordering = ["debut", "pk"]
        # The agenda counts by region, kind and resource from the index alone.
        indexes = [models.Index(fields=["live", "debut", "fin", "region", "genre", "ressource"], name="agenda")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fin__gt=F("debut")),
                name="un_evenement_finit_apres_son_debut",
                violation_error_message=_("La fin vient après le début."),
            ),
        ]

    def __str__(self) -> str:
        return self.titre

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with an address that says what and who, never the title: it stays when a word must go."""
        if not self.slug:
            mots = f"{self.get_genre_display()} {self.ressource.nom} {self.annee}"
            self.slug = f"{slugify(mots)[:100]}-{self.cle.hex[:6]}"
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Check what makes sense only together."""
        super().clean()
        erreurs = {}
        debut, fin = getattr(self, "debut", None), getattr(self, "fin", None)  # a form may have refused them
        if debut and fin and fin <= debut:
            erreurs["fin"] = _now("La fin vient après le début.")
        if self.modalite != Modalite.EN_LIGNE and not self.municipalite:
            erreurs["municipalite"] = _now("Dans quelle municipalité?")
        if erreurs:
            raise ValidationError(erreurs)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish an approved revision; calendars that have the event learn that it changed."""
        etait_connu = self.first_published_at is not None
        super().publish(revision, *args, **kwargs)
        if etait_connu:
            type(self).objects.filter(pk=self.pk).update(sequence=F("sequence") + 1)
            self.refresh_from_db(fields=["sequence"])

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a draft; what nobody sees yet is also its own row, which lists and searches read."""
        revision: Revision = super().save_revision(*args, **kwargs)
        if not self.live:
            self.save()
        return revision

    def with_content_json(self, content: dict[str, Any]) -> "Evenement":
        """Return the event as a revision has it; what is true of every version, and its resource, are today's."""
        evenement: Evenement = super().with_content_json(content | {"ressource": self.ressource_id})
        for champ in HORS_DU_BROUILLON:
            setattr(evenement, champ, getattr(self, champ))
        return evenement

    def est_du_ressort_de(self, personne: Any) -> bool:
        """Whether `personne` looks after its region."""
        regions = regions_de(personne)
        return regions is None or self.region in regions

    def est_de_confiance(self, personne: Any) -> bool:
        """Whether its resource is trusted, and `personne` speaks for it."""
        return self.ressource.de_confiance and self.ressource.active and peut_modifier(personne, self)

    def permissions_for_user(self, user: Any) -> PermissionsEvenement:
        """Return what `user` may do to this event in the admin."""
        return PermissionsEvenement(user, self)

    @classmethod
    def revisions_hors_du_ressort_de(cls, personne: Any) -> "models.QuerySet[Revision]":
        """Return the revisions of the events of the regions that `personne` does not look after."""
        if (regions := regions_de(personne)) is None:
            return Revision.objects.none()
        siennes = Revision.objects.filter(base_content_type=ContentType.objects.get_for_model(cls))
        return siennes.exclude(content__region__in=regions)

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "pages/evenements/apercu.html"

    @property
    def jour(self) -> date:
        """The day it begins, in Québec."""
        return self.debut.astimezone(ZoneInfo(settings.TIME_ZONE)).date()

    @property
    def annee(self) -> int:
        """The edition it belongs to."""
        return self.jour.year

    @property
    def moment(self) -> str:
        """« samedi 10 octobre 2026, 13 h à 16 h »."""
        return moment(self.debut, self.fin)

    @property
    def lang(self) -> str:
        """What `lang` must say of its title and description; nothing in the page's language, or in more than one."""
        return autre_langue(self.langue) if self.langue in {LangueEvenement.FRANCAIS, LangueEvenement.ANGLAIS} else ""

    @property
    def est_annule(self) -> bool:
        """Whether it will not take place."""
        return self.annule_le is not None

    @property
    def est_passe(self) -> bool:
        """Whether it is over."""
        return self.fin <= maintenant()

    @property
    def modifie_le(self) -> datetime | None:
        """When what the public sees last changed."""
        return max((quand for quand in (self.last_published_at, self.annule_le) if quand), default=None)

    @property
    def region_objet(self) -> Region | None:
        """The region with its grammar."""
        return region_par_code(self.region)

    @property
    def est_masque(self) -> bool:
        """Whether its address stays unknown: it asks so, or its resource is a hidden place."""
        return self.lieu_masque or self.ressource.lieu_masque

    @property
    def adresse_publique(self) -> list[str]:
        """What may be shown of its place, from the smallest to the municipality."""
        precis = [] if self.est_masque else [self.lieu, self.adresse]
        return [morceau for morceau in (*precis, self.municipalite) if morceau]

    @property
    def acces(self) -> list[tuple[str, str, str]]:
        """Each question about access, its answer in words, and its code (empty when unanswered)."""
        champs: list[tuple[Any, str]] = [(self._meta.get_field(nom), getattr(self, nom)) for nom in ACCES]
        return [(str(champ.verbose_name), str(Reponse(valeur).label), valeur) for champ, valeur in champs]
