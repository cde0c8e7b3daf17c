"""Someone who reads every state of the wall, and the world that they read: the network in memory, the site's own rules.

The attacker sees crawls of the wall (attribution, year, sentence, place) and what is public: the resources, their
regions, the low end of their bands, which of them took part in which year. From these it keeps, for each text, the
resources that may have sent it: those of the attribution, of the region, of the year; and by comparing two crawls,
those that changed when a text did. A text keeps the candidates of its finest attribution ever shown.
"""

import random
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reseau.etats import MEMBRES_MINIMUM, TrancheMembres
from reseau.langue.regions import REGIONS
from temoignages.attribution import Voisinage
from temoignages.etats import Echelon
from temoignages.regles import ECHELLE, echelon_attribue, echelon_permis, echelon_revu

GRAINE = 20261122
TEXTES = 2000
BORNES = {Echelon.RESSOURCE: 20, Echelon.REGION: 50, Echelon.QUEBEC: 0}
ANNEES = (2024, 2025, 2026, 2027)
PHRASES = 6


@dataclass(frozen=True)
class Membre:
    """A resource as its public page shows it."""

    cle: int
    region: str
    membres: int


@dataclass(frozen=True)
class Texte:
    """What the room knows of a text, and the public must not."""

    cle: int
    ressource: int
    region: str
    edition: int
    phrase: int
    voulu: Echelon
    sensible: bool = False


@dataclass(frozen=True)
class Affiche:
    """A text on the wall, as anyone reads it; its place is the rank in the crawl."""

    cle: int
    edition: int
    phrase: int
    echelon: Echelon
    ressource: int | None
    region: str

    @property
    def apparence(self) -> tuple[object, ...]:
        """What the ladder and the attacker go by: texts that share it cannot be told apart in one crawl."""
        return (self.edition, self.echelon, self.ressource, self.region)


Echelle = Callable[[Voisinage, Texte], Echelon]


@dataclass
class Monde:
    """The network and its wall, in memory, with the room's own rules."""

    membres: dict[int, Membre]
    textes: list[Texte]
    participants: dict[tuple[int, int], int]
    mur: dict[int, Affiche] = field(default_factory=dict)
    retires: set[int] = field(default_factory=set)

    def voisinage(self, edition: int) -> Voisinage:
        """Return what the ladder reads."""
        auteurs: dict[int, int] = {}
        for texte in self.textes:
            if texte.edition == edition and texte.cle not in self.retires:
                auteurs[texte.ressource] = auteurs.get(texte.ressource, 0) + 1
        return Voisinage(
            membres={cle: membre.membres for cle, membre in self.membres.items()},
            regions={cle: membre.region for cle, membre in self.membres.items()},
            auteurs=auteurs,
            participants={r: total for (annee, r), total in self.participants.items() if annee == edition},
        )

    def publier(self, textes: Collection[Texte], echelle: Echelle) -> None:
        """Put texts on the wall."""
        voisinages = {edition: self.voisinage(edition) for edition in {texte.edition for texte in textes}}
        for texte in textes:
            echelon = echelle(voisinages[texte.edition], texte)
            self.mur[texte.cle] = montrer(texte, echelon)

    def recalculer(self) -> None:
        """Do as `recalculer_attributions`: texts that look alike change together."""
        voisinages = {edition: self.voisinage(edition) for edition in ANNEES}
        revues: dict[tuple[object, ...], Affiche] = {}  # what looks alike is judged once
        for cle, affiche in self.mur.items():
            if affiche.apparence not in revues:
                revues[affiche.apparence] = revoir(affiche, voisinages[affiche.edition], affiche.ressource)
            vue = revues[affiche.apparence]
            self.mur[cle] = replace(affiche, echelon=vue.echelon, ressource=vue.ressource, region=vue.region)

    def recalculer_un_a_un(self) -> None:
        """Do what must not be done: judge each text by the resource that sent it."""
        for texte in self.textes:
            if texte.cle in self.mur and texte.ressource not in self.membres:
                affiche = self.mur[texte.cle]
                self.mur[texte.cle] = replace(affiche, echelon=Echelon.QUEBEC, ressource=None, region="")

    def releve(self) -> "Releve":
        """Return what anyone can read today, shuffled as the wall is."""
        affiches = sorted(self.mur.values(), key=lambda a: (-a.edition, a.cle * 2654435761 % 2**32))
        return Releve(tuple(affiches), dict(self.membres), {cle for cle, total in self.participants.items() if total})


@dataclass(frozen=True)
class Releve:
    """One crawl of the site: the wall in order, the resources, who took part in which year."""

    affiches: tuple[Affiche, ...]
    membres: Mapping[int, Membre]
    presences: set[tuple[int, int]]


@dataclass(frozen=True)
class Piste:
    """What the attacker holds of one text: its finest attribution and the resources that may have sent it."""

    echelon: Echelon
    sources: frozenset[int]
    candidats: int


def montrer(texte: Texte, echelon: Echelon) -> Affiche:
    return Affiche(
        cle=texte.cle,
        edition=texte.edition,
        phrase=texte.phrase,
        echelon=echelon,
        ressource=texte.ressource if echelon == Echelon.RESSOURCE else None,
        region="" if echelon == Echelon.QUEBEC else texte.region,
    )


def revoir(affiche: Affiche, voisinage: Voisinage, ressource: int | None) -> Affiche:
    entourage = voisinage.entourage(ressource, affiche.region)
    permis = echelon_permis(entourage, a_ressource=ressource is not None, a_region=bool(affiche.region))
    echelon = echelon_revu(affiche.echelon, permis)
    if echelon == affiche.echelon:
        return affiche
    region = affiche.region if echelon == Echelon.REGION else ""
    return replace(affiche, echelon=echelon, ressource=None, region=region)


def avec_echelle(voisinage: Voisinage, texte: Texte) -> Echelon:
    """The ladder of the site."""
    entourage = voisinage.entourage(texte.ressource, texte.region)
    return echelon_attribue(
        entourage, voulu=texte.voulu, theme_sensible=texte.sensible, a_ressource=True, a_region=True
    )


def sans_echelle(_voisinage: Voisinage, texte: Texte) -> Echelon:
    """The author's wish, whoever is around."""
    return texte.voulu


def attaquer(releves: Sequence[Releve]) -> dict[int, Piste]:
    """Return what the attacker keeps for each text, from every crawl together."""
    pistes: dict[int, Piste] = {}
    for avant, releve in zip([None, *releves], releves, strict=False):
        lues: dict[tuple[object, ...], Piste] = {}
        for affiche in releve.affiches:
            if affiche.apparence not in lues:
                lues[affiche.apparence] = _lire(affiche, releve)
            piste = lues[affiche.apparence]
            connue = pistes.get(affiche.cle)
            if connue is None or ECHELLE.index(piste.echelon) < ECHELLE.index(connue.echelon):
                pistes[affiche.cle] = piste
        if avant is not None:
            _comparer(avant, releve, pistes)
    return pistes


def _lire(affiche: Affiche, releve: Releve) -> Piste:
    possibles = {
        cle
        for cle, membre in releve.membres.items()
        if affiche.ressource in (None, cle)
        and affiche.region in ("", membre.region)
        and (affiche.edition, cle) in releve.presences
    }
    return piste_de(affiche.echelon, possibles, releve.membres)


def piste_de(echelon: Echelon, sources: Iterable[int], membres: Mapping[int, Membre]) -> Piste:
    sources = frozenset(sources)
    return Piste(echelon, sources, sum(membres[cle].membres for cle in sources))


def _comparer(avant: Releve, apres: Releve, pistes: dict[int, Piste]) -> None:
    """A text that changed while its likes did not comes from a resource that changed too."""
    partis = {cle for cle in avant.membres if avant.membres.get(cle) != apres.membres.get(cle)}
    vus = {affiche.cle: affiche for affiche in apres.affiches}
    restes = {affiche.apparence for affiche in apres.affiches}
    for affiche in avant.affiches:
        ensuite = vus.get(affiche.cle)
        if ensuite is None or ensuite.echelon == affiche.echelon:
            continue
        if affiche.apparence in restes:
            piste = pistes[affiche.cle]
            pistes[affiche.cle] = piste_de(piste.echelon, piste.sources & partis, avant.membres)


def presumer(releves: Sequence[Releve], pistes: Mapping[int, Piste]) -> dict[int, Piste]:
    """Guess further: a resource named that year, but never under this sentence, did not send this unnamed text.

    A guess, sometimes wrong: anyone may ask for the region only. It is what a curious reader would do.
    """
    sous_leur_nom = {(a.edition, a.ressource, a.phrase) for releve in releves for a in releve.affiches}
    nommees = {(annee, cle) for annee, cle, _phrase in sous_leur_nom}
    vues = {affiche.cle: affiche for releve in releves for affiche in releve.affiches}
    devinees = dict(pistes)
    for cle, piste in pistes.items():
        vue = vues[cle]
        if piste.echelon != Echelon.RESSOURCE:
            restent = [
                source
                for source in piste.sources
                if (vue.edition, source) not in nommees or (vue.edition, source, vue.phrase) in sous_leur_nom
            ]
            devinees[cle] = piste_de(piste.echelon, restent, releves[0].membres)
    return devinees


def demasques(monde: Monde, pistes: Mapping[int, Piste]) -> dict[int, Piste]:
    """Return the texts whose crowd is right, and under the bound of their finest attribution."""
    vraies = {texte.cle: texte.ressource for texte in monde.textes}
    return {
        cle: piste
        for cle, piste in pistes.items()
        if vraies[cle] in piste.sources and piste.candidats < BORNES[piste.echelon]
    }


def un_reseau(graine: int = GRAINE, textes: int = TEXTES, ressources: int = 90) -> Monde:
    """Draw a network like the federation's: small groups, a few large ones, uneven regions, uneven workshops."""
    hasard = random.Random(graine)  # noqa: S311 - a drawing that can be made again
    tailles = [MEMBRES_MINIMUM[tranche] for tranche in TrancheMembres]
    codes = [region.code for region in REGIONS]
    membres = {
        cle: Membre(cle, hasard.choice(codes[: hasard.randint(1, len(codes))]), hasard.choice(tailles))
        for cle in range(1, ressources + 1)
    }
    presents = {(annee, cle) for annee in ANNEES for cle in membres if hasard.random() < 0.6}
    tires = [hasard.choice(sorted(presents)) for _ in range(textes)]
    ecrits = [
        Texte(
            cle=numero,
            ressource=cle,
            region=membres[cle].region,
            edition=annee,
            phrase=hasard.randrange(PHRASES),
            voulu=hasard.choices(ECHELLE, (6, 3, 1))[0],
            sensible=hasard.random() < 0.15,
        )
        for numero, (annee, cle) in enumerate(tires)
    ]
    return Monde(membres, ecrits, {presence: hasard.randint(1, 25) for presence in sorted(presents)})


def vivre(monde: Monde, echelle: Echelle, *, graine: int = GRAINE) -> list[Releve]:
    """Publish in shuffled batches, withdraw some, let resources leave and shrink; return a crawl after each step."""
    hasard = random.Random(graine)  # noqa: S311 - a drawing that can be made again
    ordre = hasard.sample(monde.textes, len(monde.textes))
    lots = [ordre[debut : debut + 100] for debut in range(0, len(ordre), 100)]
    releves = []
    for lot in lots:
        monde.publier(lot, echelle)
        releves.append(monde.releve())
        for cle in hasard.sample(sorted(monde.mur), min(5, len(monde.mur))):
            monde.retires.add(cle)
            del monde.mur[cle]
        releves.append(monde.releve())
        cle = hasard.choice(sorted(monde.membres))
        if hasard.random() < 0.5:
            del monde.membres[cle]
        else:
            monde.membres[cle] = replace(monde.membres[cle], membres=0)
        if echelle is avec_echelle:
            monde.recalculer()
        releves.append(monde.releve())
    return releves
