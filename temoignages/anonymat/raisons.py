"""Why a word was taken for a name, by rule, in the words shown to moderators."""

RAISONS = {
    "inconnu": "Mot en majuscule que le dictionnaire ne connaît pas : sans doute un nom.",
    "inconnu-minuscule": "Mot que ni le dictionnaire ni la langue parlée ne connaissent : peut-être un nom.",
    "famille": "Nom au singulier après « les » : une famille.",
    "coordination": "Mot en majuscule placé dans une liste de noms.",
    "diminutif": "Début d’un nom reconnu ailleurs dans le texte.",
    "prenom": "Prénom.",
    "titre": "Nom précédé d’un titre.",
    "nommer": "Nom annoncé par « s’appelle », « nommé » ou l’équivalent.",
    "proche": "Nom placé après un mot qui désigne un proche ou un membre du personnel.",
    "majuscule": "Mot courant écrit avec une majuscule au milieu d’une phrase : sans doute un nom.",
    "sujet": "Mot en tête de phrase, sans article et suivi d’un verbe : sans doute un prénom.",
    "surnom": "Surnom : un mot courant en majuscule, précédé d’un article.",
    "salutation": "Personne à qui le texte s’adresse.",
    "rapport": "Mot sans article après « à », « chez », « avec », « et » : sans doute un nom.",
    "signature": "Signature.",
    "repetition": "Mot déjà reconnu comme un nom ailleurs dans le texte.",
    "initiales": "Initiales.",
    "epele": "Nom épelé lettre à lettre.",
}
