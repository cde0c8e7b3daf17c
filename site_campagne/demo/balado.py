"""A series of the podcast: invented people and organisations, words to be spoken, and their captions."""

from dataclasses import dataclass, field
from typing import Final

from pages.avertissements import AUCUN_AVERTISSEMENT
from pages.balado.etats import GenreEpisode, RoleVoix
from temoignages.etats import Avertissement

# Ends the title of a replacement version.
SANS: Final = " (version de remplacement)"
TITRE: Final = "Fils croisés"
SERIE: Final = {
    "chapeau": "On pousse la porte d’une ressource, on accepte un café, on laisse tourner le micro. "
    "Des gens y racontent ce qui les tient, dans leurs mots.",
    "auteur": "Journée de l’alternative en santé mentale",
    "courriel": "balado@exemple.org",
    "categorie": "Health & Fitness/Mental Health",
}


@dataclass(frozen=True, slots=True)
class Voix:
    """Someone who is heard: by a name and a permission, or by a few words."""

    role: str
    nom: str = ""
    titre: str = ""
    designation: str = ""
    absente: bool = False


@dataclass(frozen=True, slots=True)
class Replique:
    """A sentence to be spoken, by whom; the sound gives it its time."""

    qui: str
    dit: str


@dataclass(frozen=True, slots=True)
class Episode:
    """An episode to load.

    Its recordings are found by their titles: its own, and the same with `SANS`. `script` is what is said, `script_sans`
    what the replacement says; a chapter begins with one of the sentences, by its rank from zero.
    """

    titre: str
    slug: str
    saison: int
    numero: int | None
    chapeau: str
    notes: str
    script: tuple[Replique, ...]
    genre: str = GenreEpisode.COMPLET
    avertissement: str = AUCUN_AVERTISSEMENT
    edition: int | None = None
    ressource: str = ""
    script_sans: tuple[Replique, ...] = ()
    chapitres: tuple[tuple[int, str], ...] = ()
    voix: tuple[Voix, ...] = field(default=())


ANIMATION = Voix(RoleVoix.ANIMATION, nom="Solveig Marchand-Lizotte", titre="animatrice du balado")
_A, _B, _C = "Animation", "Une voisine", "Un habitué"

EPISODES: Final = (
    Episode(
        titre="Avant de pousser la porte",
        slug="avant-de-pousser-la-porte",
        saison=1,
        numero=None,
        genre=GenreEpisode.ANNONCE,
        chapeau="Vingt secondes pour savoir où l’on s’en va.",
        notes="<p>Le premier épisode arrive avec la Journée.</p>",
        edition=2025,
        script=(
            Replique(_A, "Bonjour. Ici, personne ne vous demandera un diagnostic."),
            Replique(_A, "On vous demandera plutôt si vous prenez du lait dans votre café."),
            Replique(_A, "Fils croisés, c’est une visite par épisode. Poussez la porte avec nous."),
        ),
        voix=(ANIMATION,),
    ),
    Episode(
        titre="La chaise d’à côté",
        slug="la-chaise-d-a-cote",
        saison=1,
        numero=1,
        chapeau="Pourquoi il reste toujours une chaise libre autour de la table du mardi.",
        notes="<p>Dans cet épisode : la table du mardi, la soupe, et une règle simple. On peut se taire.</p>"
        "<ul><li>Le groupe se réunit le mardi, à l’heure du dîner.</li>"
        "<li>Aucune inscription n’est demandée.</li></ul>",
        edition=2025,
        script=(
            Replique(_A, "On est mardi, il est midi, et il reste une chaise."),
            Replique(_B, "Il en reste toujours une. C’est la chaise de la personne qui va arriver."),
            Replique(_A, "Et si personne n’arrive?"),
            Replique(_B, "Alors elle attend. Nous autres aussi, on a attendu longtemps avant d’entrer."),
            Replique(_C, "Moi, la première fois, je suis resté sur le trottoir. La deuxième aussi."),
            Replique(_C, "La troisième, quelqu’un est sorti fumer et m’a dit que la soupe refroidissait."),
        ),
        chapitres=((0, "Midi, mardi"), (1, "La chaise libre"), (4, "Trois fois le trottoir")),
        voix=(
            ANIMATION,
            Voix(RoleVoix.INVITATION, designation="une cuisinière bénévole"),
            Voix(RoleVoix.INVITATION, designation="un habitué de la table du mardi"),
        ),
    ),
    Episode(
        titre="Ce qu’on entend la nuit",
        slug="ce-qu-on-entend-la-nuit",
        saison=1,
        numero=2,
        chapeau="Une ligne d’écoute entre pairs, la nuit, et ce qu’on répond quand on ne sait pas quoi dire.",
        notes="<p>Cette ligne est tenue par des personnes qui ont elles-mêmes appelé un soir.</p>",
        avertissement=Avertissement.DEUIL,
        edition=2026,
        script=(
            Replique(_A, "À vingt heures, le téléphone commence à sonner."),
            Replique(_B, "Je décroche, je dis mon prénom, et je laisse de la place."),
            Replique(_B, "Après la mort de mon frère, c’est moi qui appelais. On m’a écoutée sans regarder l’heure."),
            Replique(_A, "Et quand vous ne savez pas quoi répondre?"),
            Replique(_B, "Je le dis. Je dis que je ne sais pas, et que je reste."),
        ),
        script_sans=(
            Replique(_A, "À vingt heures, le téléphone commence à sonner."),
            Replique(_A, "La personne qui répond dit son prénom, puis elle laisse de la place."),
            Replique(_A, "Quand elle ne sait pas quoi répondre, elle le dit. Et elle reste."),
        ),
        chapitres=((0, "Vingt heures"), (1, "Laisser de la place"), (3, "Ne pas savoir")),
        voix=(
            ANIMATION,
            Voix(RoleVoix.INVITATION, nom="Maëlle Desrosiers-Cadorette", titre="pair écoutante", absente=True),
        ),
    ),
    Episode(
        titre="Le jardin sur le toit",
        slug="le-jardin-sur-le-toit",
        saison=2,
        numero=1,
        chapeau="Des tomates au troisième étage, et des décisions prises à main levée.",
        notes="<p>On y parle de terre, d’escaliers et d’assemblées : qui décide de ce qu’on plante?</p>",
        edition=2026,
        ressource="La Courtepointe de travers",
        script=(
            Replique(_A, "Trois étages plus haut, ça sent la tomate."),
            Replique(_C, "On a monté la terre à la chaudière, par l’escalier. Ça nous a pris un printemps."),
            Replique(_A, "Qui a choisi les tomates?"),
            Replique(_C, "L’assemblée. Douze mains levées, et la mienne pour les concombres."),
            Replique(_C, "L’année prochaine, je me reprends."),
        ),
        chapitres=((0, "Trois étages"), (2, "À main levée")),
        voix=(ANIMATION, Voix(RoleVoix.INVITATION, designation="un membre du comité du jardin")),
    ),
)
