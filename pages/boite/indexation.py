"""Writing the index of the library: what a tool says, what it says no longer, the whole of it (when: `suivi`)."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from django.db import transaction
from django.db.models import Max

from reseau.langue.cles import cle

from ..models.index_outils import EnsembleOutils, FicheOutil
from ..models.outil import OutilPage
from . import bits
from .etats import ORDRE, VERROU, Tri
from .fichiers import en_ligne, fichiers_de
from .marques import marques_de

PAR_LOT: Final = 500
LONGUEUR_D_UN_TITRE: Final = 255
Marque = tuple[str, str]


@transaction.atomic
def indexer(cles: Iterable[int]) -> None:
    """Write what public tools say, and take back what the others no longer do.

    Args:
        cles: the keys of the tools.
    """
    _verrouiller()
    for cle_d_outil in cles:
        outils = OutilPage.a_montrer(pk=cle_d_outil)
        _inscrire(cle_d_outil, outils[0] if outils else None)
    _ordonner()


@transaction.atomic
def retirer(cle_d_outil: int) -> None:
    """Take back what a tool said; its rank stays its own."""
    _verrouiller()
    _inscrire(cle_d_outil, None)
    _ordonner()


def _verrouiller() -> None:
    """Wait for who writes the index: two publications at once would lose one another's bits."""
    EnsembleOutils.objects.get_or_create(axe=VERROU, valeur="", defaults={"bits": b""})
    EnsembleOutils.objects.select_for_update().get(axe=VERROU, valeur="")


def _inscrire(cle_d_outil: int, outil: OutilPage | None) -> None:
    fiche = FicheOutil.objects.filter(pk=cle_d_outil).first()
    if fiche is None and outil is None:
        return
    fiche = fiche or FicheOutil(outil_id=cle_d_outil, rang=_rang_suivant())
    avant = {_lire(marque) for marque in fiche.marques}
    apres = _remplir(fiche, outil)
    _noter(fiche.rang, ajoutees=apres - avant, retirees=avant - apres)
    fiche.save()


def _remplir(fiche: FicheOutil, outil: OutilPage | None) -> set[Marque]:
    """Write what a tool says in its place, in memory; return its marks."""
    marques = marques_de(outil) if outil else set()
    fiche.marques = sorted(map(":".join, marques))
    fiche.titre_cle = cle(outil.title)[:LONGUEUR_D_UN_TITRE] if outil else ""
    fiche.fichiers = [en_ligne(fichier) for fichier in fichiers_de(outil)] if outil else []
    return marques


def _ordonner() -> None:
    """Write the public tools in the order of their titles."""
    par_titre = FicheOutil.objects.exclude(titre_cle="").order_by("titre_cle", "rang").values_list("rang", flat=True)
    _remplacer([EnsembleOutils(axe=ORDRE, valeur=Tri.TITRE, bits=bits.ecrire_ordre(list(par_titre)))])


def _remplacer(lignes: list[EnsembleOutils]) -> None:
    EnsembleOutils.objects.bulk_create(
        lignes, PAR_LOT, update_conflicts=True, unique_fields=["axe", "valeur"], update_fields=["bits"]
    )


def _rang_suivant() -> int:
    dernier = FicheOutil.objects.aggregate(dernier=Max("rang"))["dernier"]
    return 0 if dernier is None else dernier + 1


def _lire(marque: str) -> Marque:
    axe, _deux_points, valeur = marque.partition(":")
    return axe, valeur


def _noter(rang: int, *, ajoutees: set[Marque], retirees: set[Marque]) -> None:
    ensembles = _ensembles(ajoutees | retirees)
    for marque in ajoutees:
        ensembles[marque] = bits.avec(ensembles.get(marque, 0), rang)
    for marque in retirees:
        ensembles[marque] = bits.sans(ensembles.get(marque, 0), rang)
    _ecrire(ensembles)


def _ensembles(marques: set[Marque]) -> dict[Marque, int]:
    valeurs = sorted({valeur for _axe, valeur in marques})
    lus: dict[Marque, int] = {}
    for debut in range(0, len(valeurs), PAR_LOT):
        lignes = EnsembleOutils.objects.filter(valeur__in=valeurs[debut : debut + PAR_LOT])
        lus |= {(axe, v): bits.lire(octets) for axe, v, octets in lignes.values_list("axe", "valeur", "bits")}
    return {marque: ensemble for marque, ensemble in lus.items() if marque in marques}


def _ecrire(ensembles: dict[Marque, int]) -> None:
    _remplacer([EnsembleOutils(axe=axe, valeur=v, bits=bits.ecrire(e)) for (axe, v), e in ensembles.items()])
    vides = sorted(marque for marque, ensemble in ensembles.items() if not ensemble)
    for axe, marques in groupby(vides, lambda marque: marque[0]):
        valeurs = [valeur for _axe, valeur in marques]
        for debut in range(0, len(valeurs), PAR_LOT):
            EnsembleOutils.objects.filter(axe=axe, valeur__in=valeurs[debut : debut + PAR_LOT]).delete()


@transaction.atomic
def reconstruire() -> int:
    """Make the whole index again, the first published first; return how many tools are in it."""
    _verrouiller()
    FicheOutil.objects.all().delete()
    EnsembleOutils.objects.exclude(axe=VERROU).delete()
    publics = OutilPage.objects.live().order_by("first_published_at", "pk").values_list("pk", flat=True)
    rangs = {cle_d_outil: rang for rang, cle_d_outil in enumerate(publics)}
    ensembles: dict[Marque, int] = {}
    cles = list(rangs)
    for debut in range(0, len(cles), PAR_LOT):
        fiches = []
        for outil in OutilPage.a_montrer(pk__in=cles[debut : debut + PAR_LOT]):
            fiche = FicheOutil(outil=outil, rang=rangs[outil.pk])
            for marque in _remplir(fiche, outil):
                ensembles[marque] = bits.avec(ensembles.get(marque, 0), fiche.rang)
            fiches.append(fiche)
        FicheOutil.objects.bulk_create(fiches)
    _ecrire(ensembles)
    _ordonner()
    return len(rangs)
