"""The capsules of the demo: a series of three, and one whose video is elsewhere. Nobody here exists.

The words of each video of the site are its WebVTT: what a voice says, with its times, is what is heard.
"""

from dataclasses import dataclass
from datetime import date

CHAPEAU = "De courtes vidéos, avec leurs sous-titres et leur transcription : on peut les lire sans le son."
SERIE = "Avant que la porte ouvre"
CHAPEAU_DE_LA_SERIE = "Le matin, dans trois ressources : ce qui se prépare pendant que la porte est encore barrée."
AFFICHE_DE_LA_SERIE = "porte"


@dataclass(frozen=True, slots=True)
class Capsule:
    """A capsule whose video is on the site: the recording of the same title. `dessin`: what a poster may be made of."""

    slug: str
    titre: str
    chapeau: str
    ressource: str
    duree_s: int
    dessin: str
    vtt: str
    avertissement: str = "aucun"
    edition: int = 2026


@dataclass(frozen=True, slots=True)
class Ailleurs:
    """A capsule whose video is on another site; `personnes`: keys of `presse.PERSONNES`."""

    slug: str
    titre: str
    chapeau: str
    adresse: str
    duree_s: int
    dessin: str
    verifies_le: date
    audiodescription: str
    transcription: str
    personnes: tuple[str, ...]
    avertissement: str = "aucun"
    edition: int = 2025


CAPSULES = (
    Capsule(
        "les-deux-poelons",
        "Deux poêlons plutôt qu’un",
        "Une cuisinière explique pourquoi elle en fait toujours trop, et un membre, comment il a pris la cuillère.",
        "Les Deux Poêlons",
        24,
        "bol",
        """WEBVTT

NOTE titre: Avant l’ouverture

00:00.500 --> 00:03.800
<v Narration>Sept heures et quart. La porte est encore barrée.

00:04.200 --> 00:09.200
<v Une cuisinière>Je fais toujours deux poêlons : un pour qui a faim, un pour qui n’ose pas le dire.

NOTE titre: À table

00:09.800 --> 00:14.200
<v Un membre>Au début, je venais pour le gruau. Je repartais sans parler à personne.

00:14.600 --> 00:18.800
<v Un membre>Un matin, il manquait quelqu’un pour brasser. J’ai pris la cuillère.

00:19.300 --> 00:23.500
<v Narration>Depuis, le mardi, c’est lui qui ouvre. Il fait encore deux poêlons.
""",
    ),
    Capsule(
        "onze-chaises",
        "La onzième chaise",
        "Dix personnes, onze chaises : celle qui reste vide n’est pas de trop.",
        "Onze chaises",
        21,
        "chaise",
        """WEBVTT

NOTE titre: Le compte

00:00.500 --> 00:04.000
<v Narration>Dix personnes sont attendues. On sort onze chaises.

00:04.400 --> 00:09.400
<v Une intervenante>La onzième, c’était celle d’un ami. On l’a gardée sans trop y penser, l’hiver où il est mort.

NOTE titre: La place

00:10.000 --> 00:14.600
<v Une membre>Un jour, une femme est entrée. Elle a demandé : « Est-ce que c’est pris? »

00:15.000 --> 00:20.400
<v Une membre>On s’est regardés. On a dit : « C’est pour vous. » Le lendemain, on a sorti une chaise de plus.
""",
        avertissement="deuil",
    ),
    Capsule(
        "la-pelote",
        "Défaire pour refaire",
        "À l’atelier de laine, on garde les erreurs : elles servent à montrer comment on recommence.",
        "La Pelote",
        19,
        "chevron",
        """WEBVTT

NOTE titre: La laine

00:00.500 --> 00:04.600
<v Un membre>Ça, c’est mon premier foulard. Il y a un trou, là, au milieu.

00:05.000 --> 00:09.200
<v Une membre>On voulait le défaire. Il a dit non : « Je veux voir où je me suis repris. »

NOTE titre: Le trou

00:09.800 --> 00:13.800
<v Un membre>Quand quelqu’un arrive et dit qu’il n’est pas bon, je lui montre le trou.

00:14.200 --> 00:18.400
<v Narration>Le foulard est accroché à l’entrée. Il n’est pas à vendre.
""",
    ),
)

AILLEURS = Ailleurs(
    "marcher-jusqu-au-fleuve",
    "Marcher jusqu’au fleuve",
    "Quarante personnes, six kilomètres, une seule règle : personne ne finit dernier.",
    "https://videos.exemple.org/w/marcher-jusqu-au-fleuve",
    205,
    "satin",
    date(2026, 9, 15),
    "La personne qui anime décrit chaque lieu à voix haute : il n’y a rien à ajouter.",
    "<h3>Le départ</h3>"
    "<p><b>Aurèle Vadnais-Quirion :</b> On part du stationnement, on arrive au fleuve. Entre les deux, une côte, deux "
    "bancs et une crèmerie.</p>"
    "<p><b>Une marcheuse :</b> La règle, c’est que personne ne finit dernier. Les trois derniers se tiennent par le "
    "bras, et ils arrivent ensemble.</p>"
    "<h3>L’arrivée</h3>"
    "<p>[Bruit de vagues. Des gens applaudissent.]</p>"
    "<p><b>Un marcheur :</b> Je n’étais pas sorti de mon quartier depuis le printemps. J’ai les deux pieds dans l’eau. "
    "Elle est froide. C’est parfait.</p>",
    ("aurele",),
)
