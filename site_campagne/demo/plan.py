"""The strategic plan of the demo, as stored blocks. What it says, aims at and reports is invented from end to end."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

TITRE = "Tenir la porte"
DEBUT, FIN = 2026, 2029
ADOPTE_LE = date(2026, 6, 13)
CHAPEAU = "Quatre ans, quatre enjeux, neuf objectifs : ce que la fédération veut changer, et comment elle le saura."
PREAMBULE = (
    "<p>Ce plan s’est écrit en trois rencontres, avec des membres, des équipes et deux conseils d’administration qui "
    "n’étaient pas toujours d’accord[note : Les désaccords sont au procès-verbal; aucun n’a été effacé.]. On y a gardé "
    "peu de choses, pour pouvoir les tenir.</p>"
)
MISSION = (
    "Réunir les ressources alternatives en santé mentale, porter leur voix là où les décisions se prennent, et veiller "
    "à ce qu’aucune région ne reste sans lieu où déposer son manteau."
)
VISION = (
    "En 2029, une personne qui va mal trouve près de chez elle une porte ouverte, un repas, du monde qui écoute, et "
    "personne ne lui demande d’abord ce qu’elle a."
)
TITRE_DES_PRINCIPES = "Ce qui nous guide"
PRINCIPES = (
    ("Rien sans nous", "Qui vit la chose est à la table, payé, avec le droit de dire non."),
    ("Le lieu d’abord", "Un projet finit; un lieu reste. On finance ce qui reste."),
    ("Le pas de côté", "On peut entrer sans raison, et repartir sans explication."),
)


@dataclass(frozen=True, slots=True)
class Suivi:
    """Where a result stood at the end of a year."""

    annee: int
    etat: str
    precision: str
    date: str
    source: str


@dataclass(frozen=True, slots=True)
class Resultat:
    """An expected result; each indicator goes with its target."""

    texte: str
    indicateurs: tuple[tuple[str, str], ...]
    suivi: tuple[Suivi, ...] = ()


@dataclass(frozen=True, slots=True)
class Objectif:
    """An objective and what is expected of it."""

    titre: str
    resultats: tuple[Resultat, ...]


@dataclass(frozen=True, slots=True)
class Enjeu:
    """An issue and its analysis."""

    titre: str
    analyse: str
    objectifs: tuple[Objectif, ...]


_BILAN = "Bilan de mi-année, conseil du 14 novembre 2026"


def _suivi(etat: str, precision: str) -> tuple[Suivi, ...]:
    return (Suivi(2026, etat, precision, "2026-11-14", _BILAN),)


ENJEUX = (
    Enjeu(
        "Des lieux qui durent",
        "<p>La moitié des ressources membres vivent d’une subvention à l’autre. Chaque hiver, une équipe remplit des "
        "formulaires pendant qu’une autre tient la porte (Bellerive et Écuyer, 2021b, p. 12). Ce qui manque le plus "
        "n’est pas l’idée : c’est le loyer.</p>",
        (
            Objectif(
                "Obtenir un financement à la mission qui suit le coût de la vie",
                (
                    Resultat(
                        "Le programme de soutien prévoit une hausse chaque année.",
                        (("Hausse annuelle inscrite au programme", "d’ici 2028"),),
                        _suivi("en_cours", "Une première rencontre a eu lieu; rien n’est écrit."),
                    ),
                    Resultat(
                        "Les ressources rendent un seul bilan par année.",
                        (
                            ("Rapports demandés à une ressource, en moyenne", "un, d’ici 2029"),
                            ("Heures consacrées aux bilans, par ressource", "la moitié de 2026"),
                        ),
                        _suivi("a_commencer", "Le relevé des rapports demandés commence en janvier."),
                    ),
                ),
            ),
            Objectif(
                "Garder les équipes",
                (
                    Resultat(
                        "Une échelle salariale commune sert de repère à tout le réseau.",
                        (("Ressources qui l’ont adoptée", "60 sur 90, d’ici 2029"),),
                        _suivi("en_cours", "Une ébauche circule dans six régions."),
                    ),
                    Resultat(
                        "Personne ne tient une porte toute seule.",
                        (("Ressources où au moins deux personnes sont payées le soir", "toutes"),),
                    ),
                    Resultat(
                        "Les équipes ont un lieu pour se raconter leurs journées.",
                        (("Rencontres de pairs tenues dans l’année", "quatre par région"),),
                    ),
                ),
            ),
            Objectif(
                "Préparer l’arrivée d’une ressource là où il n’y en a pas",
                (
                    Resultat(
                        "Deux nouveaux lieux ont ouvert, avec leur propre conseil.",
                        (("Lieux ouverts", "deux, d’ici 2029"),),
                        _suivi("en_retard", "Le local promis n’est plus libre; on cherche ailleurs."),
                    ),
                ),
            ),
        ),
    ),
    Enjeu(
        "Une parole qui compte",
        "<p>On consulte beaucoup, on écoute moins. Les savoirs d’expérience entrent dans les salles comme témoignages, "
        "rarement comme avis (Grenon, 2011, p. 40).</p><h2>Ce que disent les membres</h2><p>Trois choses reviennent "
        "d’un atelier à l’autre : les documents arrivent trop tard, la rencontre a lieu trop loin, et personne ne dit "
        "ensuite ce qui a été retenu.</p>",
        (
            Objectif(
                "Asseoir des personnes concernées là où l’on décide",
                (
                    Resultat(
                        "Chaque comité où siège la fédération compte deux places payées.",
                        (("Comités qui respectent la règle", "tous, d’ici 2027"),),
                        _suivi("atteint", "Deux comités qui s’y refusaient ont été quittés, puis rejoints."),
                    ),
                    Resultat(
                        "Les documents arrivent dix jours d’avance, en langue claire.",
                        (("Part des envois faits à temps", "neuf sur dix"),),
                        _suivi("en_cours", "Six envois sur dix depuis septembre."),
                    ),
                ),
            ),
            Objectif(
                "Faire du 10 octobre un rendez-vous de toutes les régions",
                (
                    Resultat(
                        "Les dix-sept régions tiennent une activité.",
                        (("Régions actives le 10 octobre", "17, d’ici 2028"),),
                        _suivi("en_cours", "Quinze régions ont sorti les tables cette année."),
                    ),
                    Resultat(
                        "Les phrases recueillies sont relues par celles et ceux qui les ont dites.",
                        (("Textes publiés avec un bon à tirer", "tous"),),
                    ),
                ),
            ),
            Objectif(
                "Répondre dans l’heure quand les médias parlent de nous sans nous",
                (
                    Resultat(
                        "Une porte-parole formée dans chaque région.",
                        (("Régions qui en ont une", "12, d’ici 2027; 17, d’ici 2029"),),
                    ),
                ),
            ),
        ),
    ),
    Enjeu(
        "La porte ouverte le soir",
        "<p>Sept lieux sur dix ferment avant le souper (OG, 2024). C’est après que la maison devient longue. Ouvrir le "
        "soir coûte peu; ouvrir le soir sans brûler personne coûte plus cher, et c’est ce prix-là qu’on demande.</p>",
        (
            Objectif(
                "Ouvrir deux soirs par semaine dans chaque région",
                (
                    Resultat(
                        "Un lieu par région ouvre le mardi et le dimanche.",
                        (("Régions où c’est fait", "6 en 2027; 12 en 2028; 17 en 2029"),),
                        _suivi("en_cours", "Trois régions ont commencé; une a dû arrêter faute de monde."),
                    ),
                    Resultat(
                        "Le retour à la maison est payé.",
                        (("Ententes avec une société de transport", "cinq, d’ici 2028"),),
                    ),
                ),
            ),
        ),
    ),
    Enjeu(
        "Apprendre les uns des autres",
        "<p>Ce qu’une cuisine du Bas-du-Fleuve a compris en dix hivers (CCBF, 2022), un atelier de la Côte-Nord le "
        "cherche encore. Le réseau sait plus de choses qu’il n’en écrit (Ardouin, 2019; Cyr-Lavoie et al., 2018; "
        "Bellerive et Écuyer, 2021a).</p>",
        (
            Objectif(
                "Mettre en commun ce qui marche",
                (
                    Resultat(
                        "Une fiche par trimestre, écrite par une équipe pour les autres.",
                        (("Fiches publiées", "seize, d’ici 2029"), ("Régions qui en ont écrit une", "dix")),
                        _suivi("en_cours", "Trois fiches publiées sur quatre prévues."),
                    ),
                ),
            ),
            Objectif(
                "Se rendre visite",
                (
                    Resultat(
                        "Chaque année, dix ressources en reçoivent une autre pendant deux jours.",
                        (("Visites faites dans l’année", "dix"),),
                        _suivi("abandonne", "Cinq visites, puis plus d’argent pour l’essence; on en reparle en 2027."),
                    ),
                    Resultat(
                        "Ce qu’on y a vu se raconte à l’assemblée générale.",
                        (("Récits entendus en assemblée", "trois par année"),),
                    ),
                ),
            ),
        ),
    ),
)


def _items(chemin: str, valeurs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the items of a list, each with an identifier that lasts: anchors come from it."""
    return [
        {"type": "item", "value": valeur, "id": str(uuid5(NAMESPACE_URL, f"{chemin}/{rang}"))}
        for rang, valeur in enumerate(valeurs)
    ]


def _resultat(demo: Resultat, chemin: str) -> dict[str, Any]:
    mesures = [{"texte": texte, "cible": cible} for texte, cible in demo.indicateurs]
    suivi = [
        {"annee": s.annee, "etat": s.etat, "precision": s.precision, "date": s.date, "source": s.source, "adresse": ""}
        for s in demo.suivi
    ]
    return {"texte": demo.texte, "indicateurs": _items(f"{chemin}/i", mesures), "suivi": _items(f"{chemin}/s", suivi)}


def _objectif(demo: Objectif, chemin: str) -> dict[str, Any]:
    resultats = [_resultat(resultat, f"{chemin}/{rang}") for rang, resultat in enumerate(demo.resultats)]
    return {"titre": demo.titre, "resultats": _items(chemin, resultats)}


def principes() -> dict[str, Any]:
    """Return the principles, as the value of their block."""
    valeurs = [{"nom": nom, "sens": sens} for nom, sens in PRINCIPES]
    return {"titre": TITRE_DES_PRINCIPES, "valeurs": _items("plan/principes", valeurs)}


def enjeux() -> list[dict[str, Any]]:
    """Return the issues, as values of their blocks."""
    stockes = []
    for rang, demo in enumerate(ENJEUX):
        chemin = f"plan/{rang}"
        objectifs = [_objectif(objectif, f"{chemin}/{place}") for place, objectif in enumerate(demo.objectifs)]
        analyse = [{"type": "texte", "value": demo.analyse, "id": str(uuid5(NAMESPACE_URL, f"{chemin}/analyse"))}]
        stockes.append({"titre": demo.titre, "analyse": analyse, "objectifs": _items(chemin, objectifs)})
    return stockes
