"""What could stand instead of an identifier, in grammatical French and no finer than the public promise."""

import re

_DIZAINES = {2: "vingtaine", 3: "trentaine", 4: "quarantaine", 5: "cinquantaine", 6: "soixantaine"}
_DIZAINES_EN_LETTRES = {
    "quatre-vingt": 8, "vingt": 2, "trente": 3, "quarante": 4, "cinquante": 5, "soixante-dix": 7, "soixante-et-onze": 7,
    "soixante": 6, "dix-sept": 1, "dix-huit": 1, "dix-neuf": 1, "treize": 1, "quatorze": 1, "quinze": 1, "seize": 1,
}  # fmt: skip
_SAISONS = {
    "janv": "l’hiver", "fevr": "l’hiver", "févr": "l’hiver", "mars": "l’hiver",
    "avr": "le printemps", "mai": "le printemps", "juin": "le printemps",
    "juil": "l’été", "août": "l’été", "aout": "l’été",
    "sept": "l’automne", "oct": "l’automne", "nov": "l’automne", "déc": "l’hiver", "dec": "l’hiver",
}  # fmt: skip
_TITRES_DE_NOM = frozenset(["mme", "m", "madame", "monsieur", "dr", "dre", "docteur", "me"])
# After these words a noun group stands as well as a name; elsewhere ("ma sœur …", "de …") it would not.
_AVANT_GROUPE = frozenset(["avec", "à", "et", "sans", "chez", "pour", "par", "comme", "d"])


def annees(passage: str, avant: str) -> str:
    """Return an age as a decade; ``avant`` is the word before, which decides between "la" and "dans la"."""
    chiffres = re.findall(r"\d+", passage)
    if chiffres:
        decennie = int(chiffres[-1]) // 10
    else:
        decennie = next((d for mot, d in _DIZAINES_EN_LETTRES.items() if mot in passage.lower()), 0)
    periode = ("l’enfance", "l’adolescence")[decennie] if decennie in (0, 1) else ""
    periode = periode or (f"la {_DIZAINES[decennie]}" if decennie in _DIZAINES else "un âge avancé")
    return periode if avant.endswith(("à", "a l", "dès", "rs")) or not periode.startswith("la ") else f"dans {periode}"


def epoque(date: str, lien: str | None) -> str:
    """Return a date as its season and year, or its year; ``lien`` is the word that introduced it, replaced with it."""
    annee = re.search(r"(?:19|20)\d\d", date)
    saison = next((nom for debut, nom in _SAISONS.items() if debut in date.lower()), "")
    quand = " ".join(filter(None, (saison, annee[0] if annee else "")))
    if not saison:
        return f"en {annee[0]}" if annee else "un jour"
    introduction = (lien or "").lower()
    if introduction == "du":
        return f"de {quand}".replace("de le ", "du ")
    if introduction == "depuis le":
        return f"depuis {quand}"
    if introduction in ("le", "au"):
        return f"à {quand}".replace("à le ", "au ")
    return quand


def personne(avant: str, genre: str, ouvre_phrase: bool) -> str:
    """Return what could replace a name: a person in general where the grammar is sure, else a neutral mark.

    ``avant`` is the word before in lower case, ``genre`` is "f", "h" or "" when unknown.
    """
    if not ouvre_phrase and avant not in _AVANT_GROUPE:
        return "[nom retiré]" if avant in _TITRES_DE_NOM else "[prénom retiré]"
    general = {"f": "une amie", "h": "un ami"}.get(genre, "une personne")
    return general[0].upper() + general[1:] if ouvre_phrase else general
