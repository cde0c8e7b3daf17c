"""When the index of the library is written: a publication, a retreat, and what changes what a tool gives or says."""

from typing import Any, Final

from django.db.models import Model, Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import CollectionViewRestriction, PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from medias.models import AutorisationImage, AutorisationNom, DocumentCampagne, Enregistrement, Piste
from medias.signaux import enregistrement_pret
from reseau.models import Ressource
from temoignages.models import Theme

from ..models.fichier_outil import FichierOutil
from ..models.index_outils import FicheOutil
from ..models.outil import OutilPage
from ..models.voix_entendue import VoixEntendue
from .fichiers import enregistrements_dits
from .indexation import indexer, retirer

# Who decides whether a recording may be shown, beside its own row (`medias.retenues`).
ACCORDS: Final[tuple[type[Model], ...]] = (AutorisationImage, AutorisationNom, VoixEntendue)
# How a tool leads to what is deleted without it, or renamed.
CHEMINS: Final[dict[type[Model], str]] = {
    DocumentCampagne: "fichiers__document__version_accessible",
    Theme: "themes",
    Ressource: "ressource",
}
NOMMES: Final[tuple[type[Model], ...]] = (Theme, Ressource)


def accorder_les_enregistrements() -> int:
    """Index again each tool whose list names a recording that may not be shown now, or leaves out one that may.

    Nobody says when a permission ends by date: the daily housekeeping calls this too. Return how many tools.
    """
    donnes: dict[int, set[int]] = {}
    rangees = FichierOutil.objects.filter(page__live=True, enregistrement__isnull=False)
    for page_id, enregistrement_id in rangees.values_list("page_id", "enregistrement_id"):
        donnes.setdefault(page_id, set()).add(enregistrement_id)
    if not donnes:
        return 0
    montrables = set(
        Enregistrement.objects.montrables()
        .filter(pk__in=rangees.values("enregistrement_id"))
        .values_list("pk", flat=True)
    )
    fiches = FicheOutil.objects.filter(outil__in=rangees.values("page_id")).values_list("pk", "fichiers")
    dits = {page_id: enregistrements_dits(fichiers) for page_id, fichiers in fiches}
    changes = [page_id for page_id, siens in donnes.items() if siens & montrables != dits.get(page_id, set())]
    _indexer(changes)
    return len(changes)


@receiver(page_published, sender=OutilPage, dispatch_uid="pages.boite.parution")
def suivre_la_parution(instance: OutilPage, **_signal: Any) -> None:
    """A tool comes out, or changes."""
    indexer([instance.pk])


@receiver(page_unpublished, sender=OutilPage, dispatch_uid="pages.boite.retrait")
def suivre_le_retrait(instance: OutilPage, **_signal: Any) -> None:
    """A tool is taken down, or about to be deleted: Wagtail says both so."""
    retirer(instance.pk)


@receiver(post_save, sender=DocumentCampagne, dispatch_uid="pages.boite.document")
def suivre_un_document(instance: DocumentCampagne, **_signal: Any) -> None:
    """Its words, its language or its level change; so may those of the document that it makes accessible."""
    _indexer_ceux_qui_donnent(Q(document=instance) | Q(document__version_accessible=instance))


@receiver([post_save, post_delete], sender=CollectionViewRestriction, dispatch_uid="pages.boite.restriction")
def suivre_une_collection(instance: CollectionViewRestriction, **_signal: Any) -> None:
    """A collection becomes private, or no longer is, with all those inside of it."""
    dedans = instance.collection.path
    _indexer_ceux_qui_donnent(
        Q(document__collection__path__startswith=dedans)
        | Q(document__version_accessible__collection__path__startswith=dedans)
    )


@receiver([post_save, post_delete], sender=PageViewRestriction, dispatch_uid="pages.boite.reserve")
def suivre_une_page_reservee(instance: PageViewRestriction, origin: Any = None, **_signal: Any) -> None:
    """A page becomes private, or no longer is, with all those below; not when it is the page that is deleted."""
    if origin is None or getattr(origin, "model", type(origin)) is PageViewRestriction:
        publics = OutilPage.objects.live().filter(path__startswith=instance.page.path)
        _indexer(list(publics.values_list("pk", flat=True)))


@receiver(post_save, sender=Enregistrement, dispatch_uid="pages.boite.enregistrement")
def suivre_un_enregistrement(instance: Enregistrement, **_signal: Any) -> None:
    """A recording is replaced, or changes its language, or what describes it: the same people are heard there."""
    _indexer_ceux_qui_donnent(Q(enregistrement=instance))
    accorder_les_enregistrements()


@receiver([post_save, post_delete], sender=Piste, dispatch_uid="pages.boite.piste")
def suivre_une_piste(instance: Piste, **_signal: Any) -> None:
    """What a recording says was reviewed, or goes."""
    _indexer_ceux_qui_donnent(Q(enregistrement=instance.enregistrement_id))


@receiver(enregistrement_pret, dispatch_uid="pages.boite.pret")
def suivre_une_preparation(**_signal: Any) -> None:
    """A recording may be played from now on."""
    accorder_les_enregistrements()


@receiver(m2m_changed, sender=Enregistrement.autorisations.through, dispatch_uid="pages.boite.autorisations")
def suivre_les_autorisations(action: str, **_signal: Any) -> None:
    """The people of a recording are not the same any more."""
    if action.startswith("post_"):
        accorder_les_enregistrements()


def suivre_un_accord(**_signal: Any) -> None:
    """Someone accepts, or accepts no longer; or is heard in a recording."""
    accorder_les_enregistrements()


def noter_avant_d_effacer(sender: Any, instance: Any, **_signal: Any) -> None:
    """Keep which tools lead to what is about to be deleted: nothing will say it afterwards."""
    instance.outils_a_indexer = _outils_qui_menent(sender, instance)


def suivre_un_effacement(instance: Any, **_signal: Any) -> None:
    """The words of what was deleted are no longer those of a tool."""
    _indexer(instance.outils_a_indexer)


def noter_avant_de_nommer(sender: Any, instance: Any, **_signal: Any) -> None:
    """Keep whether the name that is about to be written is another."""
    ecrits = sender._base_manager.filter(pk=instance.pk)
    instance.change_de_nom = ecrits.exists() and not ecrits.filter(nom=instance.nom).exists()


def suivre_un_nom(sender: Any, instance: Any, **_signal: Any) -> None:
    """Tools are found by another name."""
    if instance.change_de_nom:
        _indexer(_outils_qui_menent(sender, instance))


def _outils_qui_menent(modele: type[Model], instance: Model) -> list[int]:
    publics = OutilPage.objects.live().filter(**{CHEMINS[modele]: instance})
    return list(publics.values_list("pk", flat=True).distinct())


def _indexer_ceux_qui_donnent(quoi: Q) -> None:
    _indexer(list(FichierOutil.objects.filter(quoi, page__live=True).values_list("page_id", flat=True).distinct()))


def _indexer(cles: list[int]) -> None:
    if cles:
        indexer(cles)


for modele in ACCORDS:
    for signal in (post_save, post_delete):
        signal.connect(suivre_un_accord, modele, dispatch_uid="pages.boite.accords")
for modele in CHEMINS:
    pre_delete.connect(noter_avant_d_effacer, modele, dispatch_uid="pages.boite.effacement")
    post_delete.connect(suivre_un_effacement, modele, dispatch_uid="pages.boite.effacement")
for modele in NOMMES:
    pre_save.connect(noter_avant_de_nommer, modele, dispatch_uid="pages.boite.noms")
    post_save.connect(suivre_un_nom, modele, dispatch_uid="pages.boite.noms")
