"""A link and who opened it. The token is in neither: only its hash."""

from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from medias.donnees import ACTE, Carte
from pages.renseignements import PARTAGE
from reseau.horloge import maintenant


def empreinte_de(jeton: str) -> str:
    """Return what is kept of a token. Drawn among 2^256, it needs neither salt nor slow hash."""
    return sha256(jeton.encode()).hexdigest()


class LienPartageQuerySet(models.QuerySet["LienPartage"]):
    """Reading links."""

    def ouvrables(self) -> "LienPartageQuerySet":
        """Those that open now: not taken back, and before their last instant."""
        return self.filter(revoque_le__isnull=True, expire_le__gt=maintenant())

    def trouver(self, jeton: str) -> "LienPartage | None":
        """Return the link that a token opens now; nothing when it is unknown, expired or taken back."""
        return self.ouvrables().filter(empreinte=empreinte_de(jeton)).first()


class LienPartage(models.Model):
    """Pages lent to a recipient. Never changed: made, then taken back or expired."""

    empreinte = models.CharField(max_length=64, unique=True, editable=False)
    destinataire = models.CharField(
        _("destinataire"),
        max_length=80,
        help_text=_("Un organisme ou un rôle. Il est inscrit sur chaque page que ce lien montre."),
    )
    pages = models.ManyToManyField(Page, related_name="+", verbose_name=_("pages"))
    cree_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    cree_le = models.DateTimeField(_("créé le"), default=maintenant, editable=False)
    expire_le = models.DateTimeField(_("expire le"), editable=False)
    revoque_le = models.DateTimeField(_("révoqué le"), null=True, editable=False)

    objects = LienPartageQuerySet.as_manager()

    donnees = Carte(
        PARTAGE.dans("destinataire expire_le revoque_le"),
        ACTE.dans("cree_par cree_le"),
        autres="id empreinte pages",
    )

    class Meta:
        default_permissions = ("add", "view")
        ordering = ["-cree_le", "-pk"]
        verbose_name = _("lien de partage")
        verbose_name_plural = _("liens de partage")

    def __str__(self) -> str:
        return self.destinataire

    @property
    def etat(self) -> str:
        """In a word: open, expired, taken back."""
        if self.revoque_le:
            return str(_("révoqué"))
        return str(_("ouvert") if self.expire_le > maintenant() else _("expiré"))

    @property
    def titres(self) -> str:
        """The titles of its pages, as drafted."""
        return ", ".join(page.draft_title or page.title for page in self.pages.all())


class AccesPartage(models.Model):
    """One opening: when, which link, which page. No address, no browser."""

    lien = models.ForeignKey(LienPartage, models.CASCADE, related_name="acces", verbose_name=_("lien"))
    page = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="+", verbose_name=_("page"))
    le = models.DateTimeField(_("le"), default=maintenant, db_index=True)

    donnees = Carte(PARTAGE.dans("lien page le"), autres="id")

    class Meta:
        default_permissions = ()
        ordering = ["-le", "-pk"]
        verbose_name = _("ouverture d’un lien")
        verbose_name_plural = _("ouvertures des liens")

    def __str__(self) -> str:
        return f"{self.lien} {self.le:%Y-%m-%d %H:%M}"
