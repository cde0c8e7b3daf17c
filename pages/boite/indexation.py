"""Writing the index of the library: what a tool says, what it says no longer, the whole of it (when: `suivi`).

A tool is in it once: its French page, also found by the words of its public twins. A twin has a place of its own, that
no set holds, for what a card shows of it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import override

from reseau.langue.cles import cle

from ..langues import ETIQUETTES
from ..models.index_outils import EnsembleOutils, FicheOutil
from ..models.outil import OutilPage
from ..ouvertes import ouvertes
from . import bits
from .etats import ORDRE, VERROU, ordre_des_titres
from .fichiers import en_ligne, fichiers_de
from .marques import marques_de

PAR_LOT: Final = 500
LONGUEUR_D_UN_TITRE: Final = 255
Marque = tuple[str, str]


@transaction.atomic
def indexer(cles: Iterable[int]) -> None:
    """Write what public tools say, and take back what the others no longer do.

    Args:
        cles: the keys of the tools, in any language.
    """
    _verrouiller()
    for cle_d_outil in cles:
        _inscrire_avec_les_siens(cle_d_outil)
    _ordonner()


@transaction.atomic
def retirer(cle_d_outil: int) -> None:
    """Take back what a tool said; its rank stays its own."""
    _verrouiller()
    _inscrire_avec_les_siens(cle_d_outil, sans_elle=True)
    _ordonner()


def _verrouiller() -> None:
    """Wait for who writes the index: two publications at once would lose one another's bits."""
    EnsembleOutils.objects.get_or_create(axe=VERROU, valeur="", defaults={"bits": b""})
    EnsembleOutils.objects.select_for_update().get(axe=VERROU, valeur="")


def _inscrire_avec_les_siens(cle_d_outil: int, *, sans_elle: bool = False) -> None:
    """Write a page and its twins; `sans_elle`: it is public no longer, or is about to be."""
    ensemble = OutilPage.objects.filter(pk=cle_d_outil).values("translation_key")
    pages = {page.pk: page for page in OutilPage.a_montrer(translation_key__in=ensemble)}
    if sans_elle:
        pages.pop(cle_d_outil, None)
    for cle_de_page in {cle_d_outil, *pages}:
        _inscrire(cle_de_page, pages.get(cle_de_page), pages.values())


def _inscrire(cle_d_outil: int, outil: OutilPage | None, ensemble: Iterable[OutilPage]) -> None:
    fiche = FicheOutil.objects.filter(pk=cle_d_outil).first()
    if fiche is None and outil is None:
        return
    fiche = fiche or FicheOutil(outil_id=cle_d_outil, rang=_rang_suivant())
    avant = {_lire(marque) for marque in fiche.marques}
    apres = _remplir(fiche, outil, ensemble)
    _noter(fiche.rang, ajoutees=apres - avant, retirees=avant - apres)
    fiche.save()


def _remplir(fiche: FicheOutil, outil: OutilPage | None, ensemble: Iterable[OutilPage]) -> set[Marque]:
    """Write what a tool says in its place, in memory; return its marks. `ensemble`: it and its twins, public."""
    marques: set[Marque] = set()
    fiche.titre_cle, fiche.fichiers = "", []
    if outil:
        if _est_dans_l_index(outil):
            marques = marques_de(outil, (page for page in ensemble if page.pk != outil.pk))
        fiche.titre_cle = cle(outil.title)[:LONGUEUR_D_UN_TITRE]
        with override(outil.locale.language_code):
            fiche.fichiers = [en_ligne(fichier) for fichier in fichiers_de(outil)]
    fiche.marques = sorted(map(":".join, marques))
    return marques


def _est_dans_l_index(outil: OutilPage) -> bool:
    return outil.locale.language_code == settings.LANGUAGE_CODE


def _ordonner() -> None:
    """Write the public tools in the order of their titles, in each language."""
    titrees = FicheOutil.objects.exclude(titre_cle="").values_list(
        "outil__translation_key", "outil__locale__language_code", "titre_cle", "rang"
    )
    par_langue: dict[str, dict[Any, tuple[str, int]]] = {langue: {} for langue in ETIQUETTES}
    for ensemble, langue, titre, rang in titrees:
        par_langue[langue][ensemble] = (titre, rang)
    originaux = par_langue[settings.LANGUAGE_CODE]
    lignes = []
    for langue, titres in par_langue.items():
        lus = sorted((titres.get(ensemble, (titre,))[0], rang) for ensemble, (titre, rang) in originaux.items())
        ordre = bits.ecrire_ordre([rang for _titre, rang in lus])
        lignes.append(EnsembleOutils(axe=ORDRE, valeur=ordre_des_titres(langue), bits=ordre))
    _remplacer(lignes)


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
    publics = ouvertes(OutilPage.objects.order_by("first_published_at", "pk"))
    dans_l_index = Q(locale__language_code=settings.LANGUAGE_CODE)
    originaux = list(publics.filter(dans_l_index).values_list("pk", flat=True))
    jumelles = publics.exclude(dans_l_index).values_list("pk", flat=True)
    rangs = {cle_d_outil: rang for rang, cle_d_outil in enumerate([*originaux, *jumelles])}
    ensembles: dict[Marque, int] = {}
    for debut in range(0, len(originaux), PAR_LOT):
        lot = OutilPage.objects.filter(pk__in=originaux[debut : debut + PAR_LOT]).values("translation_key")
        FicheOutil.objects.bulk_create(_fiches(OutilPage.a_montrer(translation_key__in=lot), rangs, ensembles))
    _ecrire(ensembles)
    _ordonner()
    return len(originaux)


def _fiches(pages: list[OutilPage], rangs: dict[int, int], ensembles: dict[Marque, int]) -> Iterator[FicheOutil]:
    """Yield the places of tools and of their twins; put their bits in `ensembles`."""
    par_ensemble: dict[Any, list[OutilPage]] = {}
    for page in pages:
        par_ensemble.setdefault(page.translation_key, []).append(page)
    for page in pages:
        fiche = FicheOutil(outil=page, rang=rangs[page.pk])
        for marque in _remplir(fiche, page, par_ensemble[page.translation_key]):
            ensembles[marque] = bits.avec(ensembles.get(marque, 0), fiche.rang)
        yield fiche
