"""Twelve tools and two kits of a federation, in one year."""

from typing import Final

from . import textes
from .gabarits import Fichier, Outil, Trousse

CHAPEAU: Final = (
    "Brochures, guides, quiz, affiches : tout est gratuit, sans inscription, à plier et à laisser sur une table."
)
CREDIT: Final = "La Grande Rallonge, {annee}, {licence}."

OUTILS: Final = (
    Outil(
        "l-alternative-c-est-quoi",
        "L’alternative, c’est quoi?",
        "brochure",
        "Ce qu’on trouve dans une ressource alternative, ce qu’on n’y trouve pas, et comment en pousser la porte.",
        (Fichier("Brochure", "L’alternative, c’est quoi?", textes.ALTERNATIVE),),
        publics=("tous", "proches"),
        theme="les soins, autrement",
        simple="l-alternative-en-mots-simples",
        dessin="porte",
        corps="<p>Pliez-la en deux; laissez-en dix à la bibliothèque, au CLSC, au dépanneur.</p>",
    ),
    Outil(
        "l-alternative-en-mots-simples",
        "L’alternative, en mots simples",
        "brochure",
        "La même brochure, avec des phrases courtes et des mots de tous les jours.",
        (Fichier("Brochure facile à lire", "L’alternative, en mots simples", textes.ALTERNATIVE_SIMPLE),),
        theme="les soins, autrement",
        niveau="facile",
    ),
    Outil(
        "what-is-the-alternative",
        "L’alternative, en anglais",
        "brochure",
        "La brochure d’accueil, pour les voisines et les voisins qui lisent l’anglais.",
        (Fichier("What is the alternative?", "What is the alternative?", textes.ALTERNATIVE_ANGLAIS, "en"),),
        theme="les soins, autrement",
    ),
    Outil(
        "accueillir-sans-dossier",
        "Accueillir sans dossier",
        "guide",
        "Ce qu’on dit à la porte, ce qu’on garde pour plus tard, ce qu’on ne note pas.",
        (Fichier("Guide", "Accueillir sans dossier", textes.ACCUEILLIR),),
        publics=("equipes",),
        theme="sa place parmi les autres",
        niveau="avance",
        edition=2025,
    ),
    Outil(
        "affiche-ca-mijote-partout",
        "Affiche : Ça mijote partout",
        "affiche",
        "L’affiche de la Journée 2026, avec de la place pour écrire l’heure et l’endroit.",
        (Fichier("Affiche", "Affiche Ça mijote partout", textes.AFFICHE, note="À imprimer, lettre ou 11 × 17 po"),),
        theme="la table",
        dessin="bol",
    ),
    Outil(
        "vrai-faux-ou-ca-depend",
        "Vrai, faux ou ça dépend?",
        "quiz",
        "Des idées reçues à retourner en équipe, en classe ou dans l’autobus. Sans note.",
        (Fichier("Quiz et réponses", "Vrai, faux ou ça dépend?", textes.QUIZ),),
        publics=("jeunes", "ecoles"),
        theme="le droit d’être soi",
        duree=15,
    ),
    Outil(
        "ecouter-sans-reparer",
        "Écouter sans réparer",
        "autoformation",
        "Un atelier clé en main sur l’écoute, avec du temps pour se tromper.",
        (
            Fichier("Guide d’animation", "Écouter sans réparer : guide", textes.ECOUTER),
            Fichier("Carnet", "Écouter sans réparer : carnet", textes.CARNET, note="Un par personne"),
        ),
        publics=("equipes", "membres"),
        theme="sa place parmi les autres",
        duree=90,
        corps="<p>À six ou huit. Prévoyez une pièce à côté, et une deuxième personne qui peut y aller.</p>",
    ),
    Outil(
        "questions-pour-une-premiere-rencontre",
        "Questions pour une première rencontre",
        "animation",
        "Des cartes à découper, pour se connaître sans devoir se raconter.",
        (Fichier("Cartes à découper", "Questions pour une première rencontre", textes.QUESTIONS),),
        publics=("membres", "equipes"),
        theme="sa place parmi les autres",
        duree=45,
        dessin="chaise",
    ),
    Outil(
        "preparer-la-journee",
        "Préparer la Journée, semaine par semaine",
        "guide",
        "Qui réserve, qui invite, qui fait la soupe : l’aide-mémoire des cinq dernières semaines.",
        (
            Fichier(
                "Aide-mémoire",
                "Préparer la Journée",
                textes.PREPARER,
                avant=textes.PREPARER_AVANT,
                changement="L’accessibilité de la salle et le lendemain sont ajoutés.",
            ),
        ),
        publics=("equipes",),
        theme="la table",
    ),
    Outil(
        "mes-questions-au-rendez-vous",
        "Mes questions au rendez-vous",
        "autre",
        "Une feuille à apporter, à cocher, pour poser ses questions une à la fois.",
        (Fichier("Feuille", "Mes questions au rendez-vous", textes.RENDEZ_VOUS),),
        publics=("membres",),
        theme="les soins, autrement",
        niveau="facile",
        duree=10,
        licence="public",
    ),
    Outil(
        "lettre-a-adapter",
        "Lettre à adapter pour votre députée ou député",
        "autre",
        "Une invitation à changer comme vous voulez, et à signer à plusieurs.",
        (
            Fichier("Lettre", "Lettre à votre députée ou député", textes.LETTRE),
            Fichier("Texte à modifier", "Lettre à votre députée ou député, à modifier", textes.LETTRE, format="txt"),
        ),
        theme="le droit d’être soi",
        licence="public",
    ),
    Outil(
        "tenir-sans-se-perdre",
        "Tenir sans se perdre",
        "brochure",
        "Pour les proches : ce qu’on peut demander, ce qui n’est pas à nous.",
        (Fichier("Brochure", "Tenir sans se perdre", textes.PROCHES),),
        publics=("proches",),
        theme="sa place parmi les autres",
        lien="https://exemple.org/proches",
        edition=2024,
    ),
)
TROUSSES: Final = (
    Trousse(
        "trousse-la-journee-chez-vous",
        "La Journée chez vous",
        "De l’affiche à la lettre : ce qu’il faut pour ouvrir la porte le 10 octobre.",
        "<p>Prenez tout, ou une pièce. Commencez par l’aide-mémoire; l’affiche peut attendre la dernière semaine.</p>",
        ("preparer-la-journee", "affiche-ca-mijote-partout", "lettre-a-adapter", "vrai-faux-ou-ca-depend"),
    ),
    Trousse(
        "trousse-ouvrir-une-rencontre",
        "Ouvrir une rencontre",
        "Trois outils pour les premières minutes, quand personne ne sait où s’asseoir.",
        "<p>Dans cet ordre, ils font un après-midi. Un seul suffit à une soirée.</p>",
        ("accueillir-sans-dossier", "questions-pour-une-premiere-rencontre", "ecouter-sans-reparer"),
    ),
)
