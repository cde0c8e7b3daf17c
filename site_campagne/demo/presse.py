"""What the demo tells the press, the agenda of its day and its collective work. Nobody here exists."""

from dataclasses import dataclass
from datetime import date, time

JOUR_2026 = date(2026, 10, 10)
A_PROPOS = (
    "<p>La Grande Rallonge réunit des ressources alternatives en santé mentale des dix-sept régions du Québec. Chaque "
    '10 octobre, elles tiennent ensemble <a href="/journee/">la Journée</a>.</p>'
)


@dataclass(frozen=True, slots=True)
class Personne:
    """A spokesperson, invented, whose permission is recorded."""

    cle: str
    nom: str
    role: str
    preuve: str


@dataclass(frozen=True, slots=True)
class Citee:
    """Her words, by the key of `PERSONNES`."""

    personne: str
    texte: str


@dataclass(frozen=True, slots=True)
class Chiffre:
    """A figure and its source."""

    valeur: str
    libelle: str
    source: str
    date: date


@dataclass(frozen=True, slots=True)
class Communique:
    """A text for the press. `corps` holds HTML, quotations and figures in order; `variantes` region → paragraph."""

    slug: str
    titre: str
    genre: str
    date: date
    chapeau: str
    corps: tuple[str | Citee | Chiffre, ...]
    edition: int
    porte_paroles: tuple[str, ...] = ()
    faits: tuple[str, str, str, str] = ("", "", "", "")
    sources: str = ""
    variantes: tuple[tuple[str, str], ...] = ()


PERSONNES = {
    personne.cle: personne
    for personne in (
        Personne("ondine", "Ondine Larouche-Brisebois", "porte-parole de la Grande Rallonge", "classeur, no 1"),
        Personne("aurele", "Aurèle Vadnais-Quirion", "membre du comité de la Journée", "classeur, no 2"),
    )
}

COMMUNIQUES = (
    Communique(
        slug="point-de-presse-chaudrons",
        titre="Point de presse devant les chaudrons",
        genre="avis",
        date=date(2026, 10, 7),
        chapeau="Images à prendre, soupe à goûter, membres prêts à répondre.",
        faits=(
            "La Grande Rallonge et des membres de ressources alternatives",
            "Lancement de la Journée, avec les demandes de l’année",
            "Le samedi 10 octobre 2026, à 10 h 30",
            "Sur le parvis de la salle communautaire, à Montréal",
        ),
        corps=(
            (
                "<p>Les chaudrons seront allumés dès 9 h. Les personnes qui accepteront d’être filmées porteront un "
                "foulard jaune; merci de ne cadrer qu’elles.</p>"
            ),
        ),
        edition=2026,
        porte_paroles=("ondine",),
    ),
    Communique(
        slug="la-cuisine-avant-le-menu",
        titre="Payer la cuisine avant le menu : les ressources demandent de durer",
        genre="communique",
        date=JOUR_2026,
        chapeau="Des chaudrons ont mijoté dehors partout au Québec. Autour, une demande : du financement qui dure.",
        corps=(
            (
                "<p>Un projet de six mois ne chauffe pas un local en février. C’est ce que des membres sont venus dire "
                "aujourd’hui, louche à la main, sur des perrons, dans des arénas et au bout d’un quai.</p>"
            ),
            Citee("ondine", "On nous offre des recettes. Nous, on demande qui paie le gaz."),
            Chiffre("17", "régions où un chaudron était allumé", "Registre de la Journée", JOUR_2026),
            (
                "<h2>Ce que nous demandons</h2><ul><li>Un financement à la mission, indexé.</li>"
                "<li>Une place, avec droit de vote, où l’on décide des services.</li>"
                "<li>Une réponse avant le printemps.</li></ul>"
            ),
            Citee("aurele", "J’ai appris à cuisiner ici. Je voudrais que le suivant ait encore une cuisine."),
        ),
        edition=2026,
        porte_paroles=("ondine", "aurele"),
        sources="<ul><li>Registre de la Journée, tenu par la fédération, octobre 2026.</li></ul>",
        variantes=(
            ("05", "deux tables ont été dressées sous la pluie, et personne n’est parti avant le dessert."),
            ("09", "le chaudron a été allumé sur le quai, face au vent, avec du crabe et des pois."),
        ),
    ),
    Communique(
        slug="on-nous-a-repondu",
        titre="On nous a répondu : un premier pas, pas encore une cuisine",
        genre="reaction",
        date=date(2026, 11, 12),
        chapeau="La fédération salue une rencontre et attend des dates.",
        corps=(
            (
                "<p>Une rencontre a eu lieu. Les demandes ont été lues à voix haute, une à une, par les personnes qui "
                "les ont écrites. Reste à savoir quand elles auront une suite.</p>"
            ),
            Citee("ondine", "On a été reçus avec du café. La prochaine fois, on aimerait repartir avec un calendrier."),
        ),
        edition=2026,
        porte_paroles=("ondine",),
    ),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the day."""

    debut: time
    fin: time
    genre: str
    titre: str = ""
    description: str = ""


PROGRAMME = (
    Moment(time(8, 30), time(9), "inscription", "Accueil et café"),
    Moment(time(9), time(10, 15), "pleniere", "Ce qui mijote", "Lecture des phrases de l’année, par qui le veut."),
    Moment(time(10, 15), time(10, 30), "pause"),
    Moment(time(10, 30), time(12), "tables", "Six tables, six demandes", "On change de table à mi-chemin."),
    Moment(time(12), time(13, 15), "repas", "La soupe", "Sans noix, avec une option sans gluten."),
    Moment(time(13, 15), time(15), "speciale", "Dévoilement de l’œuvre collective"),
)

SUIVI_DE_L_OEUVRE = (
    "<p>Elle est restée onze mois dans l’entrée du bureau, pliée sur une chaise, puis dépliée au mur. Une demande sur "
    "trois a reçu une réponse écrite. La nappe est revenue avec deux taches de café de plus.</p>"
)
DESCRIPTION_DE_L_OEUVRE = (
    "<p>Douze mètres de lin, cousus par des membres de toutes les régions. Chaque carré porte une demande, brodée par "
    "la personne qui l’a écrite.</p>"
)
DESCRIPTION_LONGUE = (
    "Une longue nappe en damier rose, jaune et vert. De près, les fils se croisent un sur deux; de loin, on voit une "
    "table dressée pour beaucoup de monde. Le bord du bas est laissé ouvert, pour qu’on puisse y ajouter un carré."
)
