"""An episode: what is heard, its words, its chapters, its people, at an address and under a number that never move."""

import uuid
from collections.abc import Iterator
from functools import cached_property
from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import Q, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import PageManager, Revision
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtailmedia.edit_handlers import MediaChooserPanel

from medias.donnees import Carte
from medias.durees import duree_en_mots
from medias.models import Enregistrement, EtatPreparation
from reseau.models import Ressource

from ..avertissements import AUCUN_AVERTISSEMENT, AVERTISSEMENTS
from ..balado import sorties
from ..balado.etats import GenreEpisode
from ..balado.saisie import EpisodeForm
from ..blocs.texte import FONCTIONS_COURTES
from ..presentation import date_courte
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.episode import EPISODE
from ..renseignements import CONTENU
from ..visites import Visite
from .numero_episode import NumeroEpisode, faute_de_numero, reserver

ABSENTE = 404


class EpisodeQuerySet(PageQuerySet):
    """Reading episodes."""

    def diffusables(self) -> "EpisodeQuerySet":
        """Public ones that may be heard today, in one version or the other; one query, whatever their number."""
        audibles = Enregistrement.objects.montrables().values("pk")
        entendus = Q(enregistrement__in=audibles) | Q(enregistrement_sans__in=audibles)
        recents: EpisodeQuerySet = self.live().filter(entendus).order_by("-first_published_at", "-pk")
        return recents


class EpisodePage(Visite, RoutablePageMixin, PagePubliable):
    """One episode. Nothing here says that it is heard: each request asks whether its people still accept."""

    guid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    saison = models.PositiveSmallIntegerField(_("saison"), default=1, validators=[MinValueValidator(1)])
    numero = models.PositiveSmallIntegerField(
        _("numéro"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Dans la saison. Il ne sert qu’une fois, et ne change plus une fois l’épisode paru."),
    )
    genre = models.CharField(_("genre"), max_length=8, choices=GenreEpisode, default=GenreEpisode.COMPLET)
    edition = models.PositiveSmallIntegerField(
        _("édition"), null=True, blank=True, help_text=_("L’année de la Journée dont il parle, s’il y en a une.")
    )
    enregistrement = models.ForeignKey(
        Enregistrement, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("enregistrement")
    )
    enregistrement_sans = models.ForeignKey(
        Enregistrement,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("version de remplacement"),
        help_text=_("Sans la personne qui pourrait se retirer. Elle prend la place de l’autre à l’instant du retrait."),
    )
    chapeau = models.TextField(_("résumé"), max_length=400, blank=True, help_text=_("Une ou deux phrases."))
    notes = RichTextField(
        _("notes"), features=FONCTIONS_COURTES, blank=True, help_text=_("Ce dont on parle, et où en lire plus.")
    )
    avertissement = models.CharField(
        _("avertissement"),
        max_length=20,
        choices=AVERTISSEMENTS,
        blank=True,
        help_text=_("Le sujet à annoncer avant l’écoute; sinon, dites qu’il n’y en a pas."),
    )
    ressource = models.ForeignKey(
        Ressource, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("ressource visitée")
    )

    objects: ClassVar[Any] = PageManager.from_queryset(EpisodeQuerySet)()

    base_form_class = EpisodeForm
    parent_page_types = ["pages.BaladoPage"]
    raison_intraduisible = _("Un épisode est parlé dans une langue, et le fil du balado aussi.")
    subpage_types: list[str] = []
    page_description = _("Un épisode : un enregistrement, ses mots, ses chapitres, les personnes qu’on y entend.")
    regles_de_publication = (*GENERIQUES, *EPISODE)
    exclude_fields_in_copy = ["guid", "numero"]

    content_panels = [
        *PagePubliable.content_panels,
        FieldRowPanel([FieldPanel("genre"), FieldPanel("saison"), FieldPanel("numero"), FieldPanel("edition")]),
        MultiFieldPanel(
            [
                MediaChooserPanel("enregistrement"),
                MediaChooserPanel("enregistrement_sans"),
                FieldPanel("avertissement"),
            ],
            heading=_("À écouter"),
        ),
        FieldPanel("chapeau"),
        FieldPanel("notes"),
        InlinePanel("chapitres", label=_("chapitre"), heading=_("Chapitres")),
        InlinePanel("personnes", label=_("personne"), heading=_("Personnes qu’on entend")),
        FieldPanel("ressource"),
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("chapeau"),
        index.SearchField("notes"),
        index.FilterField("saison"),
        index.FilterField("edition"),
    ]

    donnees = Carte(
        CONTENU.dans("chapeau notes"),
        autres="page_ptr confidentialite rectifie_le guid saison numero genre edition enregistrement"
        " enregistrement_sans avertissement ressource",
    )

    class Meta:
        verbose_name = _("épisode")
        verbose_name_plural = _("épisodes")

    @cached_property
    def serie(self) -> Any:
        """Its series."""
        return self.get_parent().specific

    @cached_property
    def version(self) -> Enregistrement | None:
        """What may be heard today: its recording, or else the replacement, or else nothing."""
        for version in (getattr(self, champ) for champ in ("enregistrement", "enregistrement_sans")):
            if version is not None and version.est_montrable:
                prefetch_related_objects([version], "pistes")
                return version
        return None

    @property
    def est_en_preparation(self) -> bool:
        """Whether its recording is being prepared, perhaps again: nobody took anything back."""
        return self.enregistrement is not None and self.enregistrement.etat != EtatPreparation.PRET

    @property
    def est_remplace(self) -> bool:
        """Whether the replacement is heard."""
        return self.version is not None and self.version.pk != self.enregistrement_id

    @cached_property
    def chapitres_montres(self) -> list[Any]:
        """Its chapters, in order; the moments of one version say nothing of the other."""
        if self.version is None or self.est_remplace:
            return []
        return sorted(self.chapitres.all(), key=lambda chapitre: chapitre.debut)

    @cached_property
    def voix(self) -> list[Any]:
        """The people heard in the version that is shown: a name as long as it is permitted, else a few words."""
        rangees = list(self.personnes.all())
        prefetch_related_objects(rangees, "autorisation")
        entendues = [p for p in rangees if not (self.est_remplace and p.absente)]
        return [personne for personne in entendues if personne.nom or personne.designation]

    def voix_entendues(self) -> Iterator[tuple[int, int]]:
        """Yield the key of each version, and that of the permission of each person named in it (`VoixEntendue`)."""
        for personne in self.personnes.all():
            for version in (self.enregistrement_id, None if personne.absente else self.enregistrement_sans_id):
                if version and personne.autorisation_id:
                    yield version, personne.autorisation_id

    @property
    def sujet_sensible(self) -> str:
        """What to warn of before listening; empty when there is nothing."""
        muet = self.avertissement in {"", AUCUN_AVERTISSEMENT}
        return "" if muet else str(self.get_avertissement_display())

    @property
    def date_courte(self) -> str:
        """The day it came out: « 10 octobre 2026 »; empty for a draft."""
        return date_courte(localdate(self.first_published_at)) if self.first_published_at else ""

    @property
    def duree(self) -> str:
        """« 28 min 12 s »."""
        return duree_en_mots(self.version.duration) if self.version and self.version.duration else ""

    @property
    def faute_de_numero(self) -> str:
        """What forbids it its number; nothing when it may have it."""
        return faute_de_numero(self.guid, self.serie.guid, self.saison, self.numero)

    @property
    def voisins(self) -> "dict[str, EpisodePage | None]":
        """The episodes that came out just before and just after, among those that may be heard."""
        autres = EpisodePage.objects.sibling_of(self, inclusive=False).diffusables()
        quand = self.first_published_at
        if quand is None:
            return {"precedent": None, "suivant": None}
        avant = Q(first_published_at__lt=quand) | Q(first_published_at=quand, pk__lt=self.pk)
        return {"precedent": autres.filter(avant).first(), "suivant": autres.exclude(avant).reverse().first()}

    def with_content_json(self, content: Any) -> Any:
        """Return the page as a revision has it; its identity is no part of a revision."""
        objet = super().with_content_json(content)
        objet.guid = self.guid
        return objet

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish, or schedule, a revision, and give the episode its number for ever.

        Raises:
            NumeroPris: the number is another's, or is no longer the one it came out with.
        """
        with transaction.atomic():
            NumeroEpisode.objects.abandonnes().delete()
            publie = super().publish(revision, *args, **kwargs)
            reserver(revision.as_object())
        return publie

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the page, or with one of its routes; 404, and why, when nobody may hear it today."""
        if self.version is None:
            contexte = {"page": self, "request": request}
            return render(request, "pages/episode_indisponible.html", contexte, status=ABSENTE)
        reponse: HttpResponse = super().serve(request, *args, **kwargs)
        return reponse

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add its neighbours, where it went, and what search engines are told."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        public = self.live and not getattr(request, "is_preview", False)
        return contexte | self.voisins | {"json_ld": sorties.json_ld_de_l_episode(self, request) if public else ""}

    @path("texte/", name="texte")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def en_texte(self, _request: HttpRequest) -> HttpResponse:
        """Answer with the episode as plain text: what it says, word for word."""
        return HttpResponse(sorties.texte_de(self), content_type="text/plain; charset=utf-8")

    @path("chapitres.json/", name="chapitres")  # type: ignore[untyped-decorator]  # idem
    def en_chapitres(self, _request: HttpRequest) -> HttpResponse:
        """Answer with its chapters, as podcast clients take them."""
        return HttpResponse(sorties.chapitres_de(self), content_type="application/json+chapters")
