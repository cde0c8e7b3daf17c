"""A member resource: its name in a sentence, its place, its size, its people."""

import re
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from medias.donnees import Carte

from ..etats import MEMBRES_MINIMUM, Genre, TrancheMembres
from ..langue.attribution import Echelon, attribuer, suggerer_forme_de, suggerer_lieu
from ..langue.cles import cle, cle_de_lieu, plier, soigner
from ..langue.regions import CODES, Lieu, Region, region_par_code, trouver_region
from ..renseignements import CONTACT, COORDONNEES
from .noms import AliasRessource, AncienneAdresse
from .validateurs import a_une_adresse, valider_forme_de, valider_forme_en, valider_nom

AUCUN_LIEU = Lieu("", "", "")
_AVEC_REGION = re.compile(r"([^()]*)\(([^()]*)\)\s*")


class RessourceQuerySet(models.QuerySet["Ressource"]):
    """Reading resources."""

    def actives(self) -> "RessourceQuerySet":
        """Members today: the only ones a form offers."""
        return self.filter(active=True)

    def de_region(self, code: str) -> "RessourceQuerySet":
        """The resources of a region, by its official code."""
        return self.filter(region=code)

    def du_contact(self, compte: models.Model) -> "RessourceQuerySet":
        """The resources that an account belongs to, members or not: words already given can still be taken back."""
        return self.filter(contacts=compte.pk)

    def nommees(self, texte: str) -> "RessourceQuerySet":
        """Find who a person named: « la passerelle », « Passerelle (Estrie) », an alias.

        Accents, case, apostrophes, hyphens and the leading article are forgiven. The caller tells none, one and
        several apart; several means the same name in several regions, and « Nom (Région) » decides.
        """
        if avec_region := _AVEC_REGION.fullmatch(texte):
            nom, region = avec_region[1], trouver_region(avec_region[2])
            if region:
                return self._de_cle(cle(nom)).de_region(region.code)
        return self._de_cle(cle(texte))

    def _de_cle(self, cherchee: str) -> "RessourceQuerySet":
        if not cherchee:
            return self.none()
        par_alias = AliasRessource.objects.filter(cle=cherchee).values("ressource")
        return self.filter(Q(cle=cherchee) | Q(pk__in=par_alias))

    def contenant(self, texte: str) -> "RessourceQuerySet":
        """Find by a piece of a name, an alias or a municipality, as forgiving as `nommees`."""
        morceau = cle(texte)
        if not morceau:
            return self.none()
        par_alias = AliasRessource.objects.filter(cle__contains=morceau).values("ressource")
        return self.filter(
            Q(cle__contains=morceau) | Q(pk__in=par_alias) | Q(municipalite__in=self._municipalites(texte))
        )

    def _municipalites(self, texte: str) -> list[str]:
        """Read the names of municipalities, as many as there are, and keep those that hold what was typed."""
        ecrites = Ressource.objects.order_by().values_list("municipalite", flat=True).distinct()
        return [ecrite for ecrite in ecrites if cle_de_lieu(texte) in cle_de_lieu(ecrite)]


class Ressource(ClusterableModel):
    """An organisation that is a member of the federation."""

    nom = models.CharField(
        _("nom"),
        max_length=120,
        validators=[valider_nom],
        help_text=_("Le nom officiel, avec son article : « La Passerelle », « L’Envol »."),
    )
    cle = models.CharField(max_length=250, editable=False, db_index=True)
    # The address of its page: computed once, it stays when the name changes.
    slug = models.SlugField(max_length=160, unique=True, editable=False)
    genre = models.CharField(_("genre"), max_length=20, choices=Genre, default=Genre.AUTRE)
    active = models.BooleanField(
        _("membre actuel"),
        default=True,
        help_text=_("Décochez plutôt que de supprimer : les paroles déjà publiées restent."),
    )
    de_confiance = models.BooleanField(
        _("de confiance"),
        default=False,
        help_text=_(
            "Ses événements paraissent tout de suite et se relisent après, sauf si quelque chose y est signalé."
        ),
    )
    description = models.TextField(_("description"), blank=True)

    forme_de = models.CharField(
        _("forme après « un·e membre »"),
        max_length=140,
        blank=True,
        validators=[valider_forme_de],
        help_text=_(
            "Comme dans « un·e membre de La Passerelle » ou « un·e membre du Phare ». "
            "Laissez vide : une forme sera proposée, et il restera à la confirmer."
        ),
    )
    forme_confirmee = models.BooleanField(
        _("forme confirmée"),
        default=False,
        help_text=_("Quelqu’un a lu la forme à voix haute et elle sonne juste."),
    )

    region = models.CharField(_("région"), max_length=2, choices=CODES)
    municipalite = models.CharField(_("municipalité"), max_length=80, blank=True)
    lieu_masque = models.BooleanField(
        _("lieu masqué"),
        default=False,
        help_text=_(
            "Pour un refuge : le site ne dit jamais plus que la municipalité, ni adresse, ni point sur une carte."
        ),
    )
    adresse = models.CharField(
        _("adresse publique"),
        max_length=200,
        blank=True,
        help_text=_("Numéro, rue et code postal. Tout le monde la verra : laissez vide si elle ne se donne pas."),
    )
    sous_region = models.CharField(
        _("lieu affiché à la place de la région"),
        max_length=80,
        blank=True,
        help_text=_("Une ville ou une sous-région, par exemple « Haute-Yamaska ». D’ordinaire, laissez vide."),
    )
    sous_region_de = models.CharField(
        _("ce lieu, après « une ressource alternative »"),
        max_length=100,
        blank=True,
        validators=[valider_forme_de],
        help_text=_("Par exemple « de la Haute-Yamaska ». Vide : une forme sera proposée."),
    )
    sous_region_en = models.CharField(
        _("ce lieu, pour dire où"),
        max_length=100,
        blank=True,
        validators=[valider_forme_en],
        help_text=_("Par exemple « dans la Haute-Yamaska » ou « à Granby ». Vide : une forme sera proposée."),
    )

    tranche_membres = models.CharField(
        _("nombre de membres"),
        max_length=12,
        choices=TrancheMembres,
        default=TrancheMembres.INCONNUE,
        help_text=_("Déclaré par la ressource. Sous 20 membres, ou sans réponse, son nom n’accompagne aucune parole."),
    )
    contacts = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("personnes de la ressource"),
        related_name="ressources",
        blank=True,
        help_text=_("Ces personnes ne peuvent pas modérer les paroles de leur propre ressource."),
    )
    courriel_public = models.EmailField(_("courriel public"), blank=True)
    telephone_public = models.CharField(_("téléphone public"), max_length=40, blank=True)
    site_web = models.URLField(_("site web"), blank=True)

    objects = RessourceQuerySet.as_manager()

    donnees = Carte(
        COORDONNEES.dans("courriel_public telephone_public site_web adresse lieu_masque"),
        CONTACT.dans("contacts"),
        autres="id nom cle slug genre active de_confiance description forme_de forme_confirmee region municipalite"
        " sous_region sous_region_de sous_region_en tranche_membres",
    )

    class Meta:
        verbose_name = _("ressource")
        verbose_name_plural = _("ressources")
        ordering = ["cle", "region"]
        permissions = [("tenir_repertoire", _("Importer des ressources et fusionner les doublons"))]
        constraints = [
            models.CheckConstraint(
                name="lieu_masque_sans_adresse",
                condition=Q(lieu_masque=False) | Q(adresse=""),
                violation_error_message=_("Un lieu masqué n’a pas d’adresse publique."),
            ),
            models.UniqueConstraint(
                fields=["cle", "region"],
                name="une_ressource_par_nom_et_region",
                violation_error_message=_("Une ressource de cette région porte déjà ce nom."),
            ),
        ]

    def __str__(self) -> str:
        return self.nom

    def clean(self) -> None:
        """Refuse a second resource of the same name in one region (`cle` is no form field: Django skips it).

        And whatever would tell where a hidden place stands.
        """
        super().clean()
        self.deduire()
        if self.lieu_masque:
            self._garder_le_secret()
        if Ressource.objects.filter(cle=self.cle, region=self.region).exclude(pk=self.pk).exists():
            raise ValidationError({"nom": _("Une ressource de cette région porte déjà ce nom.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the key, the address of its page and the suggested forms filled."""
        self.deduire()
        self.slug = self.slug or self._slug_libre()
        super().save(*args, **kwargs)

    def deduire(self) -> None:
        """Compute the key; suggest each empty form. A form that was just suggested is confirmed by nobody."""
        self.nom = soigner(self.nom)
        self.cle = cle(self.nom)
        self.forme_de = soigner(self.forme_de)
        if not self.forme_de:
            self.forme_de, self.forme_confirmee = suggerer_forme_de(self.nom), False
        suggere = suggerer_lieu(self.sous_region) if self.sous_region else AUCUN_LIEU
        self.sous_region = suggere.nom
        self.sous_region_de = (suggere.nom and soigner(self.sous_region_de)) or suggere.de_lieu
        self.sous_region_en = (suggere.nom and soigner(self.sous_region_en)) or suggere.en_lieu

    def _garder_le_secret(self) -> None:
        erreurs = {}
        if self.adresse:
            erreurs["adresse"] = _("Un lieu masqué n’a pas d’adresse publique.")
        for champ in ("description", "municipalite", "sous_region", "sous_region_de", "sous_region_en"):
            if a_une_adresse(getattr(self, champ)):
                erreurs[champ] = _("Le lieu est masqué : retirez ce qui ressemble à une adresse.")
        if erreurs:
            raise ValidationError(erreurs)

    def _slug_libre(self) -> str:
        """Return an address that no resource has or had: its name, its region when the name is taken, then a number."""
        nom = plier(self.nom).replace(" ", "-")[:100].strip("-") or "ressource"
        avec_region = f"{nom}-{plier(str(self.region_objet or self.region)).replace(' ', '-')}"
        pris = {
            *Ressource.objects.filter(slug__startswith=nom).exclude(pk=self.pk).values_list("slug", flat=True),
            *AncienneAdresse.objects.filter(slug__startswith=nom).values_list("slug", flat=True),
        }
        candidats = (nom, avec_region, *(f"{avec_region}-{rang}" for rang in range(2, len(pris) + 3)))
        return next(candidat for candidat in candidats if candidat not in pris)

    @property
    def region_objet(self) -> Region | None:
        """The region with its grammar."""
        return region_par_code(self.region)

    @property
    def lieu(self) -> Lieu | Region | None:
        """The place shown beside the name: the town or sub-region when one was set, else the region."""
        if not self.sous_region:
            return self.region_objet
        return Lieu(self.sous_region, self.sous_region_de, self.sous_region_en)

    @property
    def attributions(self) -> list[str]:
        """The line under a quote at each step, fine to coarse: what the admin shows before the form is confirmed."""
        return [attribuer(pas, self.forme_de, self.region_objet, lieu=self.lieu) for pas in Echelon]

    @property
    def membres_minimum(self) -> int:
        """How many members are certain: the low end of the declared band, 0 when it is unknown."""
        return MEMBRES_MINIMUM[TrancheMembres(self.tranche_membres)]

    def a_pour_contact(self, compte: models.Model) -> bool:
        """Tell whether an account belongs to a person of this resource."""
        return self.contacts.filter(pk=compte.pk).exists()
