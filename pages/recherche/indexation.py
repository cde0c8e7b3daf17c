"""Keeping the index: an entry for each thing the public may see, and the words they hold between them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from django.db import transaction

from reseau.langue.cles import plier
from reseau.langue.fautes import LONGUEUR_MINIMALE
from reseau.langue.racines import LONGUEUR, est_muet, formes, racines

from .etats import Source
from .modeles import EntreeRecherche, MotRecherche
from .moteur import attendre_son_tour, oublier_les_restes, vider
from .sources import VISIBLES, Fiche, fiches, visibles

PAR_LOT: Final = 200
_BLANCS: Final = re.compile(r"[ \t\r\n\f\v]+")  # no-break spaces stay
Avancer = Callable[[int], Any]


@transaction.atomic
def indexer(source: Source, cles: Iterable[Any]) -> int:
    """Write again what the index says of some things; those that nobody may see leave it, with their words.

    Returns how many are in it.
    """
    attendre_son_tour()
    inscrites, en_moins = 0, False
    for lot in _par_lots(list(cles)):
        neuves = [_entree(fiche) for fiche in fiches(source, lot)]
        anciennes = EntreeRecherche.objects.filter(source=source, cle__in=[str(cle) for cle in lot])
        mots, dites = Counter[str](), Counter[str]()
        for entree in neuves:
            mots.update(entree.mots)
            dites.update(_racines(entree.titre, entree.corps))
        for siens, titre, corps in anciennes.values_list("mots", "titre", "corps"):
            mots.subtract(siens)
            dites.subtract(_racines(titre, corps))
        anciennes.delete()
        inscrites += len(EntreeRecherche.objects.bulk_create(neuves))
        _compter(mots)
        en_moins |= min(dites.values(), default=0) < 0  # roots: short words and numbers too, which `mots` leaves out
    if en_moins:
        oublier_les_restes()
    return inscrites


@transaction.atomic
def retirer(source: Source, cle: Any) -> None:
    """Take one thing out, whatever its source says of it: it is about to be taken down, or is no more."""
    attendre_son_tour()
    entree = EntreeRecherche.objects.filter(source=source, cle=str(cle)).first()
    if entree is not None:
        entree.delete()
        _compter(Counter(dict.fromkeys(entree.mots, -1)))
        oublier_les_restes()


@transaction.atomic
def reconstruire(avancer: Avancer = lambda _nombre: None) -> dict[Source, int]:
    """Make the whole index again; return how many entries each source has. `avancer` is told of each batch."""
    attendre_son_tour()
    vider()
    comptes, mots = dict.fromkeys(Source, 0), Counter[str]()
    for source in Source:
        for lot in _par_lots(list(VISIBLES[source]().order_by("pk").values_list("pk", flat=True))):
            neuves = EntreeRecherche.objects.bulk_create(_entree(fiche) for fiche in fiches(source, lot))
            for entree in neuves:
                mots.update(entree.mots)
            comptes[source] += len(neuves)
            avancer(len(neuves))
    _compter(mots)
    return comptes


def oublier_l_invisible() -> int:
    """Take out what nobody may see any more though no gesture said so: a consent that ended; return how many."""
    toutes = EntreeRecherche.objects.values_list("source", "cle")
    par_source: dict[str, list[str]] = {}
    for source, cle in set(toutes) - set(visibles("source", "cle")):
        par_source.setdefault(source, []).append(cle)
    for source, cles in par_source.items():
        indexer(Source(source), cles)
    return sum(map(len, par_source.values()))


def _entree(fiche: Fiche) -> EntreeRecherche:
    autrement = " ".join(texte for texte, _langue in fiche.autrement)
    return EntreeRecherche(
        source=fiche.source,
        cle=fiche.cle,
        numero=int(fiche.cle) if fiche.source != Source.PAROLE else None,
        langue=fiche.langue,
        sorte=fiche.sorte,
        region=fiche.region,
        annee=fiche.annee,
        titre=_en_vrac((fiche.titre, fiche.langue)),
        corps=_en_vrac((fiche.corps, fiche.langue), *fiche.autrement),
        texte=_BLANCS.sub(" ", fiche.texte).strip(),
        mots=sorted({mot for mot in formes(f"{fiche.titre} {fiche.corps} {autrement}") if _est_a_retenir(mot)}),
        enregistrement=fiche.enregistrement,
    )


def _en_vrac(*textes: tuple[str, str]) -> str:
    """Return the roots of texts, each with its language, in alphabetical order: what they said cannot be read back."""
    return " ".join(sorted(racine for texte, langue in textes for racine in racines(texte, langue)))


def _racines(titre: str, corps: str) -> list[str]:
    return [*titre.split(), *corps.split()]


def _est_a_retenir(mot: str) -> bool:
    return len(mot) >= LONGUEUR_MINIMALE and mot.isalpha() and not est_muet(mot)


def _compter(mots: "Counter[str]") -> None:
    """Add to, or take from, how many things hold each word; one that nothing holds any more is forgotten."""
    changes = {mot: nombre for mot, nombre in mots.items() if nombre}
    for lot in _par_lots(sorted(changes)):
        connus = dict(MotRecherche.objects.filter(pk__in=lot).values_list("pk", "nombre"))
        MotRecherche.objects.bulk_create(
            [MotRecherche(mot=mot, plie=_plier(mot), nombre=max(0, connus.get(mot, 0) + changes[mot])) for mot in lot],
            update_conflicts=True,
            unique_fields=["mot"],
            update_fields=["nombre"],
        )
    MotRecherche.objects.filter(nombre=0).delete()


def _plier(mot: str) -> str:
    return plier(mot).replace(" ", "")[:LONGUEUR]


def _par_lots(choses: list[Any]) -> Iterator[list[Any]]:
    return (choses[debut : debut + PAR_LOT] for debut in range(0, len(choses), PAR_LOT))
