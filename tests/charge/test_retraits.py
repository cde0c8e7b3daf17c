"""A text that its author took back is in no answer a second later: two nodes, every page, each time."""

import asyncio
import os
from pathlib import Path

import pytest

from tests.bancs.tableau import nombre, tableau

from .grappe import LOCALE, REDIS, Grappe, facade, grappe, noeud_saboteur
from .guet import Guet
from .monde import Parole, citer, des_paroles, la_demonstration, un_petit_site
from .releve import centile, ecrire
from .retraits import COMPRESSE, Retraits, Voie

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("services")]
RETRAITS = int(os.environ.get("CHARGE_RETRAITS", "100"))
LECTEURS = int(os.environ.get("CHARGE_LECTEURS_DE_RETRAITS", "50"))
ENTIERE = 100
FACADES = ("façade", f"façade{COMPRESSE}")
CAS = {
    "pages dans Redis": (REDIS, False),
    "pages dans Redis, un nœud qui redémarre sans cesse": (REDIS, True),
    "pages dans chaque processus, un nœud qui redémarre sans cesse": (LOCALE, True),
}


def essai(ensemble: Grappe, paroles: list[Parole], lecteurs: int, *, redemarre: bool = False) -> Retraits:
    """Return a trial of every way in: three readers in five by nginx, one in five straight to each node."""
    droits = max(1, lecteurs // 5)
    devant = (lecteurs - 2 * droits) // 2
    voies: list[Voie] = [(nom, ensemble.nginx, devant) for nom in FACADES]
    voies += [(noeud.nom, noeud, droits) for noeud in ensemble.noeuds]
    return Retraits(ensemble, Guet.pour(paroles), voies, redemarre=ensemble.noeuds[1] if redemarre else None)


def exiger(retraits: Retraits, paroles: list[Parole]) -> None:
    """Check that every withdrawal was seen by every way, before and after, and that none was given too late."""
    sorts = retraits.guet.sorts
    voies = {voie for voie, _vers, _nombre in retraits.voies}
    assert retraits.guet.erreurs == []
    assert retraits.guet.fautes == []
    retires = [sorts[parole.marque] for parole in paroles]
    assert all(sort.retiree_le is not None for sort in retires)
    assert [sort.parole.cle for sort in retires if {voie for voie, _adresse in sort.relus} < voies] == []


def test_un_retrait_vaut_partout_en_une_seconde_et_deux_saboteurs_sont_vus(tmp_path: Path) -> None:
    un_petit_site()
    paroles = des_paroles(5)
    citer(paroles)
    with grappe(tmp_path, processus=1, fils=2) as ensemble:
        honnete = essai(ensemble, paroles, 10)
        asyncio.run(honnete.mener(paroles[:3]))
        exiger(honnete, paroles[:3])
        # The same judge, in front of a web server that keeps too long, then of a node that does.
        with facade(tmp_path / "saboteur", *ensemble.noeuds, sabotage=True) as nginx:
            trompe = Retraits(ensemble, Guet.pour(paroles), [(FACADES[0], nginx, 3), (FACADES[1], nginx, 3)])
            asyncio.run(trompe.mener(paroles[3:4]))
        assert trompe.guet.fautes
        with noeud_saboteur(ensemble, tmp_path) as noeud:
            trompe = Retraits(ensemble, Guet.pour(paroles), [(noeud.nom, noeud, 6)])
            asyncio.run(trompe.mener(paroles[4:]))
        assert trompe.guet.fautes


@pytest.fixture(scope="module")
def rangees() -> dict[str, tuple[str, ...]]:
    """Gather the rows of the table of this file."""
    return {}


@pytest.mark.epreuve
@pytest.mark.parametrize("cas", CAS)
def test_cent_retraits_sous_la_charge(tmp_path: Path, rangees: dict[str, tuple[str, ...]], cas: str) -> None:
    memoire, redemarre = CAS[cas]
    la_demonstration()
    paroles = des_paroles(RETRAITS)
    citer(paroles)
    with grappe(tmp_path, memoire=memoire) as ensemble:
        retraits = essai(ensemble, paroles, LECTEURS, redemarre=redemarre)
        asyncio.run(retraits.mener(paroles))
    rangees[cas] = rangee(cas, retraits)
    if RETRAITS >= ENTIERE:
        ecrire("Cent retraits, deux nœuds", section(rangees))
    exiger(retraits, paroles)


def rangee(cas: str, retraits: Retraits) -> tuple[str, ...]:
    """Return what one case found."""
    guet = retraits.guet
    tardifs = {faute.split(": ")[1].partition(",")[0] for faute in guet.fautes}
    faits = [sort for sort in guet.sorts.values() if sort.retiree_le is not None]
    devant = max((guet.pire.get(voie, 0.0) for voie in FACADES), default=0.0)
    droits = max((pire for voie, pire in guet.pire.items() if voie not in FACADES), default=0.0)
    return (
        cas,
        f"{len(faits) - len(tardifs)} sur {len(faits)}",
        nombre(devant, 2),
        nombre(droits, 2),
        str(sum(guet.reponses.values())),
        nombre(sum(guet.reponses.values()) / retraits.duree, 0),
        nombre(centile(guet.durees, 0.95), 0),
        f"{min(sort.regards for sort in faits)} à {max(sort.regards for sort in faits)}",
        str(retraits.redemarrages),
        str(len(guet.erreurs)),
    )


def section(rangees: dict[str, tuple[str, ...]]) -> str:
    """Return the section of the file of the day."""
    titres = (
        "cas", "disparus en 1 s", "pire, façade (s)", "pire, nœuds (s)", "réponses", "par seconde", "p95 (ms)",
        "regards par retrait", "redémarrages", "erreurs",
    )  # fmt: skip
    return (
        f"{LECTEURS} connexions lisent sans cesse la démonstration, trois sur cinq par nginx et une sur cinq droit à "
        "chaque nœud : pages, anglais, recherche, fils, listes de données, plans du site, images de partage, "
        "compressés et non, avec et sans « If-None-Match ». Chaque texte est retiré par le formulaire public, avec son "
        "code. « Pire » : la réponse la plus tardive, demandée après celle du retrait, qui tenait encore les mots. "
        "« Regards » : réponses demandées plus d’une seconde après, à une adresse qui les montrait avant.\n\n"
        + tableau(titres, 1, [rangees[cas] for cas in CAS if cas in rangees])
    )
