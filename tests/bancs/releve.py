"""Everything the bench measures, as figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from temoignages.anonymat import Constat, detecter
from temoignages.anonymat.constats import Niveau

from .corpus import COURTS, RACINE, Document, lire_corpus, lire_permis, presents
from .empreinte import Empreinte, empreinte
from .pair import demander
from .score import Passage, Score, noter
from .vitesse import textes_par_seconde

_DONNEES = RACINE / "temoignages" / "anonymat" / "donnees"


@dataclass(frozen=True, slots=True)
class Pair:
    """What Presidio does on the same texts."""

    scores: Mapping[str, Score]
    par_seconde: float
    version: str


@dataclass(frozen=True, slots=True)
class Releve:
    """The scores by corpus, short texts read in a second of processor, what a first text costs, megabytes of data."""

    scores: Mapping[str, Score]
    par_seconde: float
    empreinte: Empreinte
    donnees_mo: float
    pair: Pair | None


def passages(constats: Iterable[Constat], *niveaux: Niveau) -> list[Passage]:
    """Return the passages of the findings of some levels."""
    return [(constat.debut, constat.fin) for constat in constats if constat.niveau in niveaux]


def noter_constats(reponses: Sequence[tuple[Document, Sequence[Constat]]]) -> Score:
    """Return the score of findings, with their levels."""
    score = noter((document, passages(constats, "direct", "quasi")) for document, constats in reponses)
    score.bloquants = noter((document, passages(constats, "direct")) for document, constats in reponses).rappel(
        "direct"
    )
    return score


def noter_corpus(documents: Sequence[Document], permis: tuple[str, ...]) -> Score:
    """Return the score of the detector on a corpus."""
    return noter_constats([(document, detecter(document.texte, permis)) for document in documents])


def relever() -> Releve:
    """Measure everything."""
    corpus = {nom: lire_corpus(nom) for nom in presents()}
    permis = lire_permis()
    return Releve(
        scores={nom: noter_corpus(documents, permis) for nom, documents in corpus.items()},
        par_seconde=textes_par_seconde([d.texte for nom in COURTS for d in corpus.get(nom, ())], permis),
        empreinte=empreinte(),
        donnees_mo=sum(fichier.stat().st_size for fichier in _DONNEES.iterdir()) / 1e6,
        pair=relever_pair(corpus),
    )


def relever_pair(corpus: Mapping[str, Sequence[Document]]) -> Pair | None:
    """Measure Presidio, None when it is not installed."""
    reponses = demander([document.texte for documents in corpus.values() for document in documents])
    if reponses is None:
        return None
    passages, secondes = iter(reponses.passages), iter(reponses.secondes)
    scores = {nom: noter(zip(documents, passages, strict=False)) for nom, documents in corpus.items()}
    durees = {nom: sum(islice(secondes, len(documents))) for nom, documents in corpus.items()}
    courts = [nom for nom in COURTS if nom in corpus]
    par_seconde = sum(len(corpus[nom]) for nom in courts) / sum(durees[nom] for nom in courts)
    return Pair(scores, par_seconde, reponses.version)
