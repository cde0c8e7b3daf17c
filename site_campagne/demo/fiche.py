"""A resource sheet of the demo, as stored blocks."""

from typing import Any

TITRE = "Fiche : faire de la place"
CHAPEAU = "Trois mots, deux lieux, un outil, pour préparer une rencontre."
INTRODUCTION = "<p>On l’a écrite pour les équipes qui reçoivent du monde nouveau (Ardouin, 2019).</p>"
DEFINITIONS: list[dict[str, Any]] = [
    {
        "type": "definition",
        "value": {
            "terme": "Accueil",
            "definitions": [
                {
                    "texte": "<p>Ce qui se passe entre la porte et la première chaise.</p>",
                    "source": "(Ardouin, 2019, p. 12)",
                    "est_traduite": False,
                },
                {
                    "texte": "<p>Une dette que le lieu contracte envers qui entre.</p>",
                    "source": "(Tellier, dans Grenon, 2011, p. 42)",
                    "est_traduite": True,
                },
            ],
        },
    }
]
INITIATIVES: list[dict[str, Any]] = [
    {
        "type": "initiative",
        "value": {
            "nom": "La maison aux trois portes",
            "adresse": "https://exemple.org/trois-portes",
            "pays": "Finlande",
            "langue": "finnois",
            "sous_titres": True,
            "description": "Un film de vingt minutes sur un lieu inventé qui ne ferme pas.",
        },
    },
    {
        "type": "initiative",
        "value": {
            "nom": "Le banc qui parle",
            "adresse": "",
            "pays": "Gaspésie",
            "langue": "français",
            "sous_titres": False,
            "description": "Un banc, deux personnes, une heure par semaine, beau temps mauvais temps.",
        },
    },
]
OUTILS: list[dict[str, Any]] = [
    {
        "type": "outil",
        "value": {
            "nom": "La grille des tasses",
            "description": "Pour compter qui parle pendant une réunion.",
            "document": None,
            "adresse": "https://exemple.org/grille",
        },
    }
]
