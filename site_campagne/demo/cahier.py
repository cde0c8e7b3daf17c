"""The workbook of an invented spring meeting, as stored blocks."""

from typing import Any
from uuid import uuid4

TITRE = "Cahier de la rencontre du printemps"
EDITION = 2027
CHAPEAU = "Trois heures, deux sections, un crayon par personne."
CONTEXTE = (
    "<p>Ce cahier se remplit seul ou à plusieurs. On peut sauter des questions. Pour la suite de la journée, voir "
    "l’annexe 1.</p>"
)


def _question(question: str, *sous: str, lignes: int = 4) -> dict[str, Any]:
    return {
        "type": "question",
        "value": {"question": question, "sous_questions": list(sous), "lignes": lignes},
        "id": str(uuid4()),
    }


def _bloc(genre: str, **valeur: Any) -> dict[str, Any]:
    return {"type": genre, "value": valeur, "id": str(uuid4())}


SECTIONS: list[dict[str, Any]] = [
    _bloc(
        "section",
        titre="Regarder la table",
        introduction="<p>Avant d’ajouter des chaises, on compte celles qui sont là.</p>",
        parties=[
            {
                "titre": "Qui est assis",
                "contenu": [
                    {
                        "type": "texte",
                        "value": "<p>Une table se mesure au nombre de coudes (Ardouin, 2019, p. 42), pas à ses "
                        "pattes[note : Le mot vient d’un atelier de couture, où l’on mesure aussi avec le bras.].</p>",
                    },
                    _bloc(
                        "definition",
                        terme="Rallonge",
                        definitions=[
                            {
                                "texte": "<p>Planche qu’on glisse au milieu d’une table quand il arrive du monde.</p>",
                                "source": "(Ardouin, 2019, p. 7)",
                                "est_traduite": False,
                            },
                            {
                                "texte": "<p>Geste par lequel un groupe se rend plus grand qu’il n’était.</p>",
                                "source": "(Tellier, dans Grenon, 2011, p. 52)",
                                "est_traduite": False,
                            },
                        ],
                    ),
                    _question("Qui vient souvent s’asseoir ici?", lignes=3),
                    _question("Qui ne vient plus?", "Depuis quand?", "Qu’est-ce qui a changé?"),
                ],
            },
            {
                "titre": "Ce à quoi on tient",
                "contenu": [
                    _bloc(
                        "valeurs",
                        titre="Nos valeurs, en quatre mots",
                        valeurs=[
                            {"nom": "La place", "sens": "Il y a toujours une chaise de plus."},
                            {"nom": "Le temps", "sens": "Personne ne regarde l’horloge à votre place."},
                            {"nom": "Le choix", "sens": "On dit non à la soupe, et on reste."},
                            {"nom": "La parole", "sens": "Elle se prête, elle se reprend."},
                        ],
                    ),
                    _question("Laquelle manque?", lignes=2),
                ],
            },
        ],
    ),
    _bloc(
        "section",
        titre="Faire de la place",
        introduction="",
        parties=[
            {
                "titre": "",
                "contenu": [
                    _bloc(
                        "extrait",
                        texte="<p>On ne reçoit bien que debout : assis, on attend d’être servi.</p>",
                        source="(Ardouin, 2019, p. 61)",
                    ),
                    _bloc("mot", texte="On commence par faire de la place. Le reste suit.", de="Le groupe du mardi"),
                    _question("Que peut-on enlever pour que quelqu’un entre?", lignes=5),
                ],
            }
        ],
    ),
]
ANNEXES: list[dict[str, Any]] = [
    _bloc(
        "annexe",
        titre="L’heure des choses",
        texte="<ul><li>9 h : le café</li><li>9 h 30 : la première section</li><li>11 h : la seconde</li></ul>",
        document=None,
    )
]
REFERENCES = ("Ardouin, Léa", "Grenon, Alix")
