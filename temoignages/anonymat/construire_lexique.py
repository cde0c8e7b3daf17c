"""Rebuild ``donnees/lexique.txt.xz`` from openly licensed packages; run by hand, never by the site.

Usage: ``python -m temoignages.anonymat.construire_lexique DOSSIER_HUNSPELL DOSSIER_SCOWL``. The first folder holds
``fr.aff`` and ``fr.dic`` (Debian package ``hunspell-fr-comprehensive``, MPL-2.0), the second the common words of
English (Debian package ``scowl``, free). Names come from the package ``faker`` (MIT).

One line a form, ``form<TAB>marks``: ``m`` common word (``s`` noun, ``a`` adjective, ``v`` third person of a verb,
``q`` past participle, ``i`` infinitive, ``o`` tool word: adverb, pronoun, conjunction…), ``p`` first name in use in
French and ``e`` in other languages (``f`` or ``h`` beside it for its gender), ``n`` surname, ``g`` country, people or
other capitalised word that names nobody, ``x`` common word of English.
"""

import importlib
import lzma
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

DONNEES = Path(__file__).parent / "donnees" / "lexique.txt.xz"
LANGUES_DES_NOMS = (
    "fr_CA", "fr_FR", "fr_BE", "fr_CH", "fr_DZ", "es_MX", "it_IT", "vi_VN", "en", "en_GB", "en_US", "en_IN", "en_PK",
    "en_NG", "en_KE", "en_NZ", "es_AR", "es_CL", "es_CO", "es_ES", "pt_BR", "pt_PT", "ro_RO", "pl_PL", "de_DE", "nl_BE",
    "hr_HR", "hu_HU", "tr_TR", "sw", "yo_NG", "ig_NG", "ha_NG", "tw_GH", "zu_ZA", "id_ID",
)  # fmt: skip
ATTRIBUTS_DES_NOMS = {"first_names_female": "f", "first_names_male": "h", "first_names_unisex": "", "last_names": "n"}
GENRES = {"is:fem": "f", "is:mas": "h"}
MOT = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# The commonest words of English, by SCOWL's own levels.
LISTES_ANGLAISES = tuple(
    f"{pays}-words.{rang}" for pays in ("english", "american", "canadian") for rang in (10, 20, 35)
)
# Tenses nobody writes in a testimony; leaving them out halves the file.
TEMPS_RARES = ("po:simp", "po:ipsi po:1", "po:ipsi po:2")

TRAITS = {
    "s": re.compile(r"po:nom\b"),
    "a": re.compile(r"po:adj\b"),
    "v": re.compile(r"po:(?:ipre|iimp|ifut|cond|ipsi)\b.*po:3(?:sg|pl)"),
    "q": re.compile(r"po:ppas\b"),
    "i": re.compile(r"po:infi\b"),
    "o": re.compile(
        r"po:(?:adv|prep|prepv|interj|cjsub|cjco|cj|det\w*|pro\w+|neg\w*|nb|nbro|titr|negadv|advint|preverb)\b"
    ),
}

Regle = tuple[str, str, re.Pattern[str], str]
Marques = defaultdict[str, set[str]]


def lire_suffixes(chemin: Path) -> dict[str, list[Regle]]:
    """Return the suffix rules of a hunspell ``.aff`` file by flag: (removed, added, condition, morphology)."""
    suffixes: dict[str, list[Regle]] = defaultdict(list)
    for ligne in chemin.read_text(encoding="utf-8").splitlines():
        champs = ligne.split()
        if champs[:1] != ["SFX"] or champs[2] in "YN":
            continue
        _, drapeau, retire, ajoute, condition, *morphologie = champs
        suffixes[drapeau].append(
            (
                "" if retire == "0" else retire,
                ajoute.split("/")[0].replace("0", ""),
                re.compile(condition + "$"),
                " ".join(morphologie),
            )
        )
    return suffixes


def flechir(mot: str, drapeaux: str, morphologie: str, suffixes: dict[str, list[Regle]]) -> Iterator[tuple[str, str]]:
    """Yield each inflected form of a dictionary entry with its morphology; flags are two characters long."""
    liste = [drapeaux[i : i + 2] for i in range(0, len(drapeaux), 2)]
    if "()" not in liste:
        yield mot, morphologie
    for drapeau in liste:
        for retire, ajoute, condition, traits in suffixes.get(drapeau, ()):
            if mot.endswith(retire) and condition.search(mot):
                yield mot[: len(mot) - len(retire)] + ajoute, f"{morphologie} {traits}"


def marquer_entree(entree: str, suffixes: dict[str, list[Regle]], marques: Marques) -> None:
    """Add to ``marques`` the forms of one line of the ``.dic`` file."""
    tete, _, morphologie = entree.partition(" ")
    mot, _, drapeaux = tete.partition("/")
    if "{}" in drapeaux or not MOT.fullmatch(mot) or any(lettre.isnumeric() for lettre in mot):
        return
    if "po:prn" in morphologie:
        marques[mot.lower()] |= {"p"} | {genre for trait, genre in GENRES.items() if trait in morphologie}
    elif "po:patr" in morphologie:
        marques[mot.lower()].add("n")
    elif "po:npr" in morphologie:
        return
    elif mot[0].isupper():
        marques[mot.lower()].add("g")
    else:
        for forme, traits in flechir(mot, drapeaux, morphologie, suffixes):
            if any(temps in traits for temps in TEMPS_RARES):
                continue
            marques[forme] |= {"m"} | {marque for marque, trait in TRAITS.items() if trait.search(traits)}


def ajouter_noms(marques: Marques) -> None:
    """Add the names that faker knows; a foreign first name that is a French word stays a word."""
    for langue in LANGUES_DES_NOMS:
        fournisseur = importlib.import_module(f"faker.providers.person.{langue}").Provider
        sorte = "p" if langue in ("fr_CA", "fr_FR") else "e"
        for attribut, marque in ATTRIBUTS_DES_NOMS.items():
            parties = (partie for nom in getattr(fournisseur, attribut, ()) for partie in nom.lower().split())
            for partie in parties:
                if len(partie) > 1 and not (sorte == "e" and "m" in marques.get(partie, ())):
                    marques[partie] |= {marque} if marque == "n" else {sorte, marque} - {""}


def ajouter_anglais(dossier: Path, marques: Marques) -> None:
    """Add the common words of English; a name that is one of them stays a name."""
    for liste in LISTES_ANGLAISES:
        for mot in (dossier / liste).read_text(encoding="utf-8").splitlines():
            if len(mot) > 1 and MOT.fullmatch(mot) and "'" not in mot:
                marques[mot.lower()].add("x")


def construire(dossier: Path, anglais: Path) -> bytes:
    """Return the compressed lexicon built from the hunspell files of ``dossier`` and the word lists of ``anglais``."""
    suffixes = lire_suffixes(dossier / "fr.aff")
    marques: Marques = defaultdict(set)
    for entree in (dossier / "fr.dic").read_text(encoding="utf-8").splitlines()[1:]:
        marquer_entree(entree, suffixes, marques)
    ajouter_noms(marques)
    ajouter_anglais(anglais, marques)
    lignes = (f"{forme}\t{''.join(sorted(lettres))}" for forme, lettres in sorted(marques.items()))
    return lzma.compress("\n".join(lignes).encode(), preset=9 | lzma.PRESET_EXTREME)


if __name__ == "__main__":
    DONNEES.write_bytes(construire(Path(sys.argv[1]), Path(sys.argv[2])))
