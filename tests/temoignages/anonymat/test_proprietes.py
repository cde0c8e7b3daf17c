"""What holds whatever the text: disguises, redaction, planted identifiers, known names, hostile surroundings, time."""

import lzma
import re
import time
import unicodedata
from functools import lru_cache
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from temoignages.anonymat import Constat, caviarder, detecter
from temoignages.anonymat.lexique import DONNEES, marques
from tests.bancs.corpus import DE_REGLAGE, Document, lire_corpus, lire_permis

INVISIBLES = "\u200b\u200d\u00ad\u2060\ufeff\u202e\u2066\ufe0f"
CLAIR = "J’ai écrit à Hélène Bolduc, de Kuujjuaq, au 418 555-0133, hier."
PLANTES = {
    "Ginette Bolduc": "Ginette Bolduc m’a écrit.",
    "Benali": "Le Dr Benali est passé.",
    "514 555-0142": "Appelez au 514 555-0142.",
    "lou.b@exemple.ca": "Écris à lou.b@exemple.ca.",
    "12, rue des Pins": "J’habite au 12, rue des Pins.",
    "LOUB 5512 3112": "Ma carte : LOUB 5512 3112.",
}
PLACES = [
    "{} m’a écrit.",
    "J’ai vu {} hier.",
    "Merci, {}!",
    "« {} », a-t-elle dit.",
    "Pis là {} a ri.",
    "Sans {}, je tombais.",
    "C’est à {} que je pense",
    "Ça va.\n— {}",
]
APRES_UN_VERBE = [
    "je m’appelle {}.",
    "elle s’appelle {} pis a rit",
    "jmappelle {}",
    "le monsieur se nommait {}, je pense",
]
EN_CAPITALES = ["MERCI À {} POUR TOUT LE RESTE", "J’AI VU {} HIER AU CENTRE", "{} M’A AIDÉE À SORTIR DE LÀ"]
DECORS = {
    "des blancs": " \t\n\u00a0",
    "des moitiés de caractères": "\ud800\udfff a ",
    "deux sens d’écriture": "\u202eabc\u202c שלום \u200fعليكم\u200e ",
    "du HTML": '<p class="a">Merci</p> <br/>\n&nbsp; <script>alert(1)</script>\n',
    "de l’anglais": "I take my pills at night. We laughed a lot, at the kitchen table. ",
    "des emojis": "🌈 👩🏽\u200d🚀 e\u0304 ",
}
LONGUEUR = 200_000
ESSAIS = 4


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2 * len(CLAIR)), st.sampled_from(INVISIBLES)), max_size=12), st.booleans())
def test_un_texte_deguise_est_lu_et_caviarde_comme_en_clair(trous: list[tuple[int, str]], decompose: bool) -> None:
    texte = unicodedata.normalize("NFD", CLAIR) if decompose else CLAIR
    for place, invisible in trous:
        texte = texte[:place] + invisible + texte[place:]
    constats = detecter(texte)
    assert [en_clair(texte[c.debut : c.fin]) for c in constats] == ["Hélène Bolduc", "Kuujjuaq", "418 555-0133"]
    assert en_clair(caviarder(texte, [(c.debut, c.fin, "") for c in constats])) == "J’ai écrit à , de , au , hier."


def test_ce_qui_remplace_un_passage_ne_se_signale_pas_a_son_tour() -> None:
    reprises: set[tuple[str, str, str]] = set()
    for document, constats in lus().values():
        rendu = caviarder(document.texte, [(c.debut, c.fin, c.suggestion) for c in constats])
        places = places_des_suggestions(constats)
        for nouveau in detecter(rendu, lire_permis()):
            if any(nouveau.debut < fin and debut < nouveau.fin for debut, fin in places):
                reprises.add((document.id, rendu[nouveau.debut : nouveau.fin], nouveau.regle))
    assert reprises == set()


@settings(deadline=None)
@given(st.data(), st.sampled_from(list(PLANTES)))
def test_un_identifiant_plante_est_trouve_et_n_en_cache_aucun(tirage: st.DataObject, identifiant: str) -> None:
    document, constats = lus()[tirage.draw(st.sampled_from(list(lus())))]
    place = tirage.draw(st.sampled_from(debuts_de_phrase(document)))
    texte = f"{document.texte[:place]}{PLANTES[identifiant]} {document.texte[place:]}"
    trouves = detecter(texte, lire_permis())
    assert est_couvert(identifiant, texte, trouves)
    assert len(trouves) >= len(constats)


@settings(deadline=None)
@given(st.data())
def test_un_nom_connu_est_trouve_a_toute_place_et_dans_toute_casse(tirage: st.DataObject) -> None:
    prenoms, noms = noms_connus()
    prenom, nom = tirage.draw(st.sampled_from(prenoms)), tirage.draw(st.sampled_from(noms))
    entier = f"{prenom} {nom}".title()
    gabarit = tirage.draw(st.sampled_from(PLACES + APRES_UN_VERBE + EN_CAPITALES))
    ecrit = entier.upper() if gabarit in EN_CAPITALES else entier.lower() if gabarit in APRES_UN_VERBE else entier
    texte = gabarit.format(ecrit)
    assert est_couvert(ecrit, texte, detecter(texte))


@pytest.mark.parametrize("decor", DECORS.values(), ids=DECORS)
def test_un_identifiant_est_trouve_au_milieu_de_n_importe_quoi(decor: str) -> None:
    autour = decor * (LONGUEUR // 2 // len(decor))
    texte = f"{autour} J’ai écrit à Ginette Bolduc, au 514 555-0142. {autour}"
    trouves = detecter(texte)
    assert est_couvert("Ginette Bolduc", texte, trouves)
    assert est_couvert("514 555-0142", texte, trouves)
    assert all(avant.fin <= apres.debut for avant, apres in pairwise(trouves))


@pytest.mark.parametrize(
    "nom", ["des blancs", "des moitiés de caractères", "deux sens d’écriture", "du HTML", "des emojis"]
)
def test_un_decor_sans_personne_ne_leve_rien(nom: str) -> None:
    assert detecter(DECORS[nom] * 20) == []


@pytest.mark.parametrize(
    "motif",
    [
        *DECORS.values(),
        "Ginette ",
        "jmappelle ginette pis ",
        "« Ginette », ",
        "M. ",
        "le 3 mars ",
        "au 12 rue ",
        "xkqj ",
    ],
)
def test_deux_fois_plus_long_prend_a_peu_pres_deux_fois_plus_de_temps(motif: str) -> None:
    court = motif * (8_000 // len(motif))
    assert any(croissance(court) <= 2.6 for _ in range(ESSAIS))


def en_clair(texte: str) -> str:
    """Return a text without its disguise."""
    return unicodedata.normalize("NFC", re.sub(f"[{INVISIBLES}]", "", texte))


def est_couvert(passage: str, texte: str, constats: list[Constat]) -> bool:
    """Return whether each character of the passage, white space apart, stands in a finding."""
    debut = texte.index(passage)
    trouves = {i for c in constats for i in range(c.debut, c.fin)}
    return all(i in trouves or texte[i].isspace() for i in range(debut, debut + len(passage)))


def places_des_suggestions(constats: list[Constat]) -> list[tuple[int, int]]:
    """Return where the suggestions stand once each has replaced its passage."""
    places, decalage = [], 0
    for constat in constats:
        debut = constat.debut + decalage
        places.append((debut, debut + len(constat.suggestion)))
        decalage = places[-1][1] - constat.fin
    return places


def debuts_de_phrase(document: Document) -> list[int]:
    """Return where a sentence may be put between those of a document, in no marked passage."""
    places = [0, *(trouve.end() for trouve in re.finditer(r"[.!?]\s+", document.texte))]
    return [p for p in places if not any(attendu.debut < p < attendu.fin for attendu in document.attendus)]


@lru_cache(maxsize=1)
def lus() -> dict[str, tuple[Document, list[Constat]]]:
    """Return the tuning texts by identifier, with what is found in them."""
    documents = [document for nom in DE_REGLAGE for document in lire_corpus(nom)]
    return {document.id: (document, detecter(document.texte, lire_permis())) for document in documents}


@lru_cache(maxsize=1)
def noms_connus() -> tuple[list[str], list[str]]:
    """Return the first names in French and the surnames of the lexicon that are no common word."""
    with lzma.open(DONNEES / "lexique.txt.xz", "rt", encoding="utf-8") as lignes:
        formes = [ligne.partition("\t")[0] for ligne in lignes]
    connus = {f: marques(f) for f in formes if f.isalpha() and len(f) > 2 and not set(marques(f)) & {"m", "g"}}
    return [f for f, lettres in connus.items() if "p" in lettres], [
        f for f, lettres in connus.items() if "n" in lettres
    ]


def croissance(texte: str) -> float:
    """Return how many times longer a text twice as long takes, in processor time: the medians of interleaved rounds."""
    durees: tuple[list[float], list[float]] = [], []
    for _ in range(5):
        for lu, liste in zip((texte, texte * 2), durees, strict=True):
            debut = time.process_time()
            detecter(lu)
            liste.append(time.process_time() - debut)
    return median(durees[1]) / median(durees[0])
