"""Our pages, made and kept, beside a stock Wagtail page of the same words and images: queries, processor, delays."""

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from .bilan import Cible, Sujet
from .debit import Debit, peser, presser, tour_a_tour
from .reglage import Reglage
from .serveurs import SYNCHRONE, Serveur, Site, lire, servir
from .tableau import nombre, tableau
from .temoin import batir

PAGES = {
    "accueil": "/",
    "édition": "/journee/2026/",
    "mur": "/temoignages/",
    "article": "/ressource-alternative/",
    "communiqué": "/communiques/la-cuisine-avant-le-menu/",
    "agenda": "/agenda/",
    "boîte à outils": "/boite-a-outils/",
}
# Of these, a stock page of the same content: its slug there.
TEMOINS = {"accueil": "", "édition": "edition", "article": "article"}
ARTICLES = ("article", "communiqué")
# The home page of the public Wagtail demonstration, as its peers were measured: half of it is the target.
DEMO_CPU_MS, DEMO_REQUETES = 43.5, 43
CPU_MS, ARTICLE_CPU_MS, REQUETES, ARTICLE_REQUETES = DEMO_CPU_MS / 2, 10, 20, 12
FOIS, QUEUE = 5, 3
FAIBLE, FORTE = 8, 50  # connections


class Requetes(NamedTuple):
    """Queries of a page made just after something was written, made while nothing was, kept; then milliseconds."""

    apres: int
    faite: int
    gardee: int
    apres_ms: float
    faite_ms: float


class Temoin(NamedTuple):
    """What the stock page of the same content costs: queries, milliseconds of processor, bytes of HTML."""

    requetes: int
    cpu_ms: float
    octets: int


class Page(NamedTuple):
    """What one of our pages costs, and the stock page beside it, if there is one."""

    requetes: Requetes
    cpu_ms: float
    octets: int
    temoin: Temoin | None = None


def mesurer(site: Site, dossier: Path, reglage: Reglage) -> Sujet:
    """Measure the pages of the demonstration."""
    pages = _comparer(site, dossier, reglage)
    debits = _presser(site, reglage)
    texte = "\n\n".join((_texte_des_couts(pages), _texte_du_temoin(pages), _texte_des_delais(debits)))
    return Sujet("Nos pages, et une page Wagtail ordinaire du même contenu", texte, _cibles(pages, debits))


def _comparer(site: Site, dossier: Path, reglage: Reglage) -> dict[str, Page]:
    """Measure each page made anew, ours then the stock one, in turn; two processes, eight readers, as for the peers."""
    with servir(site, *SYNCHRONE) as nous:
        temoin = batir(dossier / "origine", nous.adresse, {PAGES[nom]: slug for nom, slug in TEMOINS.items()})
        chemins = {nom: f"/{slug}/" if slug else "/" for nom, slug in TEMOINS.items()}
        with servir(temoin, *SYNCHRONE) as autre:
            couts = _peser(nous, autre, chemins, reglage)
            octets = {nom: len(lire(nous.adresse + chemin).encode()) for nom, chemin in PAGES.items()}
            siens = {nom: len(lire(autre.adresse + chemin).encode()) for nom, chemin in chemins.items()}
    comptes, autres = _compter(site, PAGES), _compter(temoin, chemins)
    a_cote = {nom: Temoin(autres[nom].faite, couts[nom, "témoin"], siens[nom]) for nom in chemins}
    return {nom: Page(comptes[nom], couts[nom, "nous"], octets[nom], a_cote.get(nom)) for nom in PAGES}


def _peser(nous: Serveur, autre: Serveur, chemins: Mapping[str, str], reglage: Reglage) -> dict[tuple[str, str], float]:
    releves: dict[tuple[str, str], list[float]] = {}
    for tour in range(reglage.tours + 1):  # the first warms
        for nom, chemin in PAGES.items():
            a_lire = {"nous": (nous, chemin)} | ({"témoin": (autre, chemins[nom])} if nom in chemins else {})
            for qui, (serveur, le_sien) in a_lire.items():
                cout = peser(serveur, le_sien, FAIBLE, reglage.secondes)
                if tour:
                    releves.setdefault((nom, qui), []).append(cout)
    return {cle: median(couts) for cle, couts in releves.items()}


def _compter(site: Site, pages: Mapping[str, str]) -> dict[str, Requetes]:
    comptes = json.loads(site.lancer("-m", "tests.bancs.requetes", *pages.values()))
    return {nom: Requetes(*comptes[chemin]) for nom, chemin in pages.items()}


def _presser(site: Site, reglage: Reglage) -> dict[str, tuple[Debit, Debit]]:
    """Measure each page at fifty connections, made anew then kept, in turn; served as in production."""
    with servir(site) as nous:
        debits = {}
        for nom, chemin in PAGES.items():
            lire_la = partial(presser, nous, chemin, FORTE, reglage.secondes)
            lire_la()
            deux = tour_a_tour({"faite": partial(lire_la, neuve=True), "gardée": lire_la}, reglage.tours)
            debits[nom] = (deux["faite"], deux["gardée"])
    return debits


def _cibles(pages: Mapping[str, Page], debits: Mapping[str, tuple[Debit, Debit]]) -> list[Cible]:
    cibles = []
    for nom, page in pages.items():
        est_article = nom in ARTICLES
        requetes = ARTICLE_REQUETES if est_article else REQUETES
        cibles.append(Cible(f"{nom}, faite : requêtes", page.requetes.faite, requetes, decimales=0))
        if est_article or nom in {"accueil", "édition", "mur"}:
            cpu = ARTICLE_CPU_MS if est_article else CPU_MS
            cibles.append(Cible(f"{nom}, faite : processeur (ms)", page.cpu_ms, cpu, decimales=1))
    for nom, (faite, gardee) in debits.items():
        fois = gardee.par_seconde / faite.par_seconde
        cibles.append(Cible(f"{nom}, gardée : fois plus qu’une page faite", fois, FOIS, au_moins=True))
        cibles.append(Cible(f"{nom}, gardée : p99 ÷ p50, {FORTE} connexions", gardee.p99_ms / gardee.p50_ms, QUEUE))
    return cibles


def _texte_des_couts(pages: Mapping[str, Page]) -> str:
    entetes = (
        "page",
        "après une écriture : requêtes",
        "(ms)",
        "faite : requêtes",
        "(ms)",
        "gardée : requêtes",
        "octets",
    )
    rangees = []
    for nom, page in pages.items():
        q = page.requetes
        apres, faite = ((str(n), nombre(ms, 1)) for n, ms in ((q.apres, q.apres_ms), (q.faite, q.faite_ms)))
        rangees.append((nom, *apres, *faite, str(q.gardee), str(page.octets)))
    return f"{_EXPLICATION}\n\n{tableau(entetes, 1, rangees)}"


def _texte_du_temoin(pages: Mapping[str, Page]) -> str:
    entetes = ("page, faite", "nous (ms)", "÷ démo de Wagtail", "témoin (ms)", "nous ÷ témoin", "requêtes", "octets")
    rangees = []
    for nom, page in pages.items():
        autre = ("", "", "", "")
        if (t := page.temoin) is not None:
            autre = (nombre(t.cpu_ms, 1), nombre(page.cpu_ms / t.cpu_ms, 2), str(t.requetes), str(t.octets))
        rangees.append((nom, nombre(page.cpu_ms, 1), nombre(page.cpu_ms / DEMO_CPU_MS, 2), *autre))
    return f"{_TEMOIN}\n\n{tableau(entetes, 1, rangees)}"


def _texte_des_delais(debits: Mapping[str, tuple[Debit, Debit]]) -> str:
    entetes = ("page", "faite : par seconde", "p50 (ms)", "p99 (ms)", "gardée : par seconde", "p50", "p99", "fois")
    rangees = []
    for nom, deux in debits.items():
        chiffres = [nombre(x, 1) for debit in deux for x in (debit.par_seconde, debit.p50_ms, debit.p99_ms)]
        rangees.append((nom, *chiffres, nombre(deux[1].par_seconde / deux[0].par_seconde, 1)))
    titre = f"À {FORTE} connexions, gunicorn réglé comme en production (`gunicorn.conf.py`) :"
    return f"{titre}\n\n{tableau(entetes, 1, rangees)}"


_EXPLICATION = """\
Une page « faite » l’est en entier, cache des pages compris (il est lu, il manque, il est écrit); « gardée », elle en
sort. « Après une écriture », ce que le processus retient tant que rien ne change (menus, adresses) est à refaire aussi.
Ici, dans un seul processus, sans gunicorn; millisecondes de processeur."""

_TEMOIN = f"""\
À côté d’une page Wagtail ordinaire : deux processus synchrones de gunicorn, {FAIBLE} connexions, le processeur de tout
le serveur divisé par les réponses, comme les pairs ont été mesurés. Le **témoin** est ce que donne `wagtail start`,
avec un seul type de page et les mots et images de la nôtre : menu fait des enfants de l’accueil, mêmes tailles
d’images. Ce que nos pages calculent (paroles, événements, comptes) y est du texte tout fait, et il n’a ni langues, ni
aide, ni partage, ni politique de sécurité : la comparaison est à son avantage. La « démo de Wagtail » est un site
public plus garni, qu’aucun registre de paquets ne donne : {nombre(DEMO_CPU_MS, 1)} ms et {DEMO_REQUETES} requêtes pour
son accueil, relevés une fois sur une machine semblable et non dans ce passage."""
