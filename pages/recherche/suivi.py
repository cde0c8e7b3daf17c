"""The index follows what goes out and what comes back, in the same transaction.

The index is never worth a gesture: one that it could not follow is done all the same; the log says of what kind it was,
and of what kind the error, never their words. What could not be written again leaves the index: better absent than
wrong. What is left behind even so shows nowhere once withdrawn, since each list asks what may be seen, and the nightly
round takes it out.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any, Final

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from medias.models import Enregistrement, Piste
from reseau.models import AliasRessource, Ressource
from temoignages.models import Temoignage
from temoignages.signaux import paroles_changees

from ..models import AccueilPage, AgendaPage, CapsulePage, EpisodePage, Evenement, RepertoirePage
from .etats import Source
from .indexation import indexer, retirer
from .modeles import EntreeRecherche
from .sources import VISIBLES

journal = logging.getLogger(__name__)
PAR_LOT: Final = 400  # codes in one query, under the limit of every engine
RENOMMEE: Final = "_recherche_renommee"
# What has no page while these are not public.
SOUS_ELLES: Final[dict[type[Page], tuple[Source, Any]]] = {
    AgendaPage: (Source.EVENEMENT, Evenement),
    RepertoirePage: (Source.RESSOURCE, Ressource),
}


def _suivre(geste: Callable[[Source, Any], Any], source: Source, visees: Any) -> bool:
    try:
        with transaction.atomic():
            geste(source, visees)
    except Exception as erreur:  # noqa: BLE001 - whatever fails here, a withdrawal must go on
        journal.error("Index de la recherche : %s non suivi (%s)", source, type(erreur).__name__)
        return False
    return True


def _indexer(source: Source, cles: Iterable[Any]) -> None:
    """Write again what the index says of things; among those that could not be, keep the ones that can alone."""
    toutes = list(cles)
    for debut in range(0, len(toutes), PAR_LOT):
        lot = toutes[debut : debut + PAR_LOT]
        if _suivre(indexer, source, lot):
            continue
        for cle in lot:
            if len(lot) == 1 or not _suivre(indexer, source, [cle]):
                _suivre(retirer, source, cle)


@receiver(page_published, dispatch_uid="pages.recherche.parution")
def suivre_la_parution(instance: Page, **_signal: Any) -> None:
    """A page comes out, or changes; below the home page of a language, so do those that were waiting for it."""
    _indexer(Source.PAGE, [instance.pk])
    if type(instance) is AccueilPage:
        connues = EntreeRecherche.objects.filter(source=Source.PAGE).values("numero")
        dessous = instance.get_descendants().live().exclude(pk__in=connues)
        _indexer(Source.PAGE, dessous.values_list("pk", flat=True))
    if type(instance) in SOUS_ELLES:
        source, modele = SOUS_ELLES[type(instance)]
        _indexer(source, modele.objects.values_list("pk", flat=True))


@receiver(page_unpublished, dispatch_uid="pages.recherche.retrait")
@receiver(post_delete, sender=Page, dispatch_uid="pages.recherche.page_detruite")
def suivre_le_retrait(instance: Page, **_signal: Any) -> None:
    """A page is taken down, or deleted."""
    _suivre(retirer, Source.PAGE, instance.pk)


@receiver(paroles_changees, dispatch_uid="pages.recherche.paroles")
def suivre_les_paroles(codes: list[str], **_signal: Any) -> None:
    """Testimonies are published or withdrawn, or change what they show."""
    for debut in range(0, len(codes), PAR_LOT):
        vises = Temoignage.objects.filter(empreinte_code__in=codes[debut : debut + PAR_LOT])
        _indexer(Source.PAROLE, vises.values_list("pk", flat=True))


@receiver(post_save, sender=Evenement, dispatch_uid="pages.recherche.evenement")
def suivre_un_evenement(instance: Evenement, **_signal: Any) -> None:
    """An event is published, changed or taken down."""
    _indexer(Source.EVENEMENT, [instance.pk])


@receiver(post_delete, sender=Evenement, dispatch_uid="pages.recherche.evenement_detruit")
def suivre_un_evenement_detruit(instance: Evenement, **_signal: Any) -> None:
    """An event is no more."""
    _suivre(retirer, Source.EVENEMENT, instance.pk)


@receiver(pre_save, sender=Ressource, dispatch_uid="pages.recherche.nom_d_une_ressource")
def voir_si_une_ressource_change_de_nom(instance: Ressource, **_signal: Any) -> None:
    """Note it, for what names the resource."""
    avant = Ressource.objects.filter(pk=instance.pk).exclude(nom=instance.nom)
    instance.__dict__[RENOMMEE] = not instance._state.adding and avant.exists()


@receiver(post_save, sender=Ressource, dispatch_uid="pages.recherche.ressource")
def suivre_une_ressource(instance: Ressource, **_signal: Any) -> None:
    """A resource joins, changes or leaves; under another name, so do its events and its testimonies."""
    _indexer(Source.RESSOURCE, [instance.pk])
    if instance.__dict__.pop(RENOMMEE, False):
        for source in (Source.EVENEMENT, Source.PAROLE):
            _indexer(source, VISIBLES[source]().filter(ressource=instance.pk).values_list("pk", flat=True))


@receiver(post_delete, sender=Ressource, dispatch_uid="pages.recherche.ressource_detruite")
def suivre_une_ressource_detruite(instance: Ressource, **_signal: Any) -> None:
    """A resource is no more: it was a duplicate."""
    _suivre(retirer, Source.RESSOURCE, instance.pk)


@receiver([post_save, post_delete], sender=AliasRessource, dispatch_uid="pages.recherche.alias")
def suivre_un_alias(instance: AliasRessource, **_signal: Any) -> None:
    """A resource has another name, or one less."""
    _indexer(Source.RESSOURCE, [instance.ressource_id])


@receiver(post_save, sender=Enregistrement, dispatch_uid="pages.recherche.enregistrement")
def suivre_un_enregistrement(instance: Enregistrement, **_signal: Any) -> None:
    """A recording is ready."""
    _indexer_ce_qui_fait_entendre(instance.pk)


@receiver([post_save, post_delete], sender=Piste, dispatch_uid="pages.recherche.piste")
def suivre_une_piste(instance: Piste, **_signal: Any) -> None:
    """What a recording says was reviewed, or goes."""
    _indexer_ce_qui_fait_entendre(instance.enregistrement_id)


def _indexer_ce_qui_fait_entendre(enregistrement: int) -> None:
    pages: Iterable[Any] = (
        CapsulePage.objects.live().filter(enregistrement=enregistrement),
        EpisodePage.objects.live().filter(enregistrement=enregistrement),
        EpisodePage.objects.live().filter(enregistrement_sans=enregistrement),
    )
    cles = {cle for lot in pages for cle in lot.values_list("pk", flat=True)}
    if cles:
        _indexer(Source.PAGE, sorted(cles))
