"""The campaign and three of its editions: two past, one being prepared."""

from dataclasses import dataclass
from datetime import date

from .blocs import Appel, Bloc, Citation, Encadre, Extrait, Image, Question, Questions, Texte

PREMIERE_EDITION = 2013
MOIS_ET_JOUR = (10, 10)


@dataclass(frozen=True, slots=True)
class Campagne:
    """The permanent page of the campaign. `introduction` holds one paragraph an item."""

    titre: str
    slug: str
    introduction: tuple[str, ...]
    corps: tuple[Bloc, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One year of the campaign. `vedettes` are keys of `temoignages.PAROLES`; the ordinal is computed, never typed."""

    annee: int
    titre: str
    theme: str
    slogan: str
    introduction: tuple[str, ...]
    corps: tuple[Bloc, ...] = ()
    vedettes: tuple[str, ...] = ()

    @property
    def jour(self) -> date:
        """The day itself."""
        return date(self.annee, *MOIS_ET_JOUR)


CAMPAGNE = Campagne(
    titre="La Journée",
    slug="journee",
    introduction=(
        (
            "Le 10 octobre, on sort les tables. Sur un perron, dans un aréna, au bout d’un quai, les "
            "ressources alternatives en santé mentale ouvrent leur porte et parlent fort."
        ),
        (
            "Ce n’est pas une journée pour être plaint. C’est une journée pour goûter la soupe, lire ce "
            "que les membres ont écrit, poser les questions qu’on n’ose pas poser ailleurs et demander "
            "des comptes."
        ),
        (
            "Chaque année, les membres choisissent un thème en assemblée. Les phrases, elles, s’écrivent "
            "à la main, en atelier, un crayon par personne."
        ),
    ),
    corps=(
        Image("tablee", "Une nappe pour beaucoup de monde."),
        Texte(
            "<h2>D’où ça vient</h2>"
            "<p>La première Journée a eu lieu en 2013, avec quatre chaudrons, un mégaphone prêté et de "
            "la pluie. L’année d’après, il y avait une table dans chaque région où quelqu’un avait une "
            "clé de local.</p>"
            "<p>Depuis, on garde la même recette : des portes ouvertes, des phrases à compléter et des "
            "demandes écrites noir sur blanc.</p>"
        ),
        Citation("assemblee"),
        Extrait("Ce qu’on a écrit en 2026", 2026, 6),
        Questions(
            "Ce qu’on nous demande souvent",
            (
                Question(
                    "Faut-il s’inscrire?",
                    ("Non. On entre, on prend une tasse. Si une activité a des places comptées, c’est écrit à côté."),
                ),
                Question(
                    "Est-ce que je dois raconter ma vie?",
                    ("Jamais. Vous pouvez venir écouter, lire les murs, plier des napperons ou repartir aussitôt."),
                ),
                Question(
                    "Est-ce payant?",
                    "Non. Certaines ressources mettent un pot sur le comptoir, et personne ne regarde dedans.",
                ),
            ),
        ),
    ),
)

EDITIONS = (
    Edition(
        annee=2025,
        titre="Tire-toi une chaise",
        theme="Se faire une place, en faire une",
        slogan="Tire-toi une chaise",
        introduction=(
            (
                "En 2025, on a compté les chaises. Les droites, les berçantes, les pliantes qui pincent "
                "les doigts. On en a prêté, repeint, réparé, et on en a laissé une vide partout où on "
                "allait."
            ),
            (
                "Une chaise vide, ça dit deux choses : quelqu’un manque, et quelqu’un peut venir. Des "
                "membres en ont porté devant des conseils municipaux, des urgences, des bureaux de "
                "député."
            ),
            "Personne n’a eu à expliquer longtemps. On s’assoyait, et la conversation commençait.",
        ),
        corps=(
            Image("chaise", "La chaise de la Journée 2025, tissée à deux couleurs."),
            Texte(
                "<h2>Ce que ça a donné</h2>"
                "<p>Des chaises de toutes les régions ont fait la file sur un trottoir, dans le vent, "
                "pendant tout un avant-midi. Chacune portait une phrase collée sous le siège. Il fallait "
                "se pencher pour lire.</p>"
                "<h2>Ce qu’on demandait</h2>"
                "<ul><li>Du financement à la mission, indexé, pour garder le local et le monde qui ouvre "
                "la porte.</li>"
                "<li>Un siège, avec droit de vote, partout où l’on décide des services.</li>"
                "<li>De l’écoute avant la contrainte, la nuit comme le jour.</li>"
                "</ul>"
            ),
            Citation("soupe"),
            Encadre(
                "La chaise de trop",
                (
                    "On en avait compté une de trop en partant. Elle est restée sur place trois semaines. Il "
                    "paraît que des gens s’y assoyaient pour manger leur lunch."
                ),
                "gaude",
            ),
        ),
        vedettes=("soupe", "mon-rang", "rideaux", "secheuse"),
    ),
    Edition(
        annee=2026,
        titre="Ça mijote partout",
        theme="La recette qu’on fait ensemble",
        slogan="Ça mijote partout",
        introduction=(
            (
                "Une recette, ça se passe de main en main. On la tache, on la corrige dans la marge, on "
                "y ajoute ce qu’on a. Personne n’en est propriétaire, et elle nourrit quand même tout le "
                "monde."
            ),
            (
                "En 2026, les ressources ont mis leurs chaudrons dehors. Dans chacun, ce qui pousse ou "
                "ce qui se trouve autour : du navet, du crabe, des pois, du sirop, des fonds de frigo "
                "bien défendus."
            ),
            (
                "Autour, on a parlé de ce qui mijote aussi : la colère contre les portes barrées, "
                "l’envie d’être cru, les victoires petites comme des lentilles."
            ),
        ),
        corps=(
            Image("bol", "Le bol de la Journée 2026. La vapeur monte de travers, comme dans la vraie vie."),
            Texte(
                "<h2>Une recette, pas une ordonnance</h2>"
                "<p>Une ordonnance, on vous la remet. Une recette, on vous la montre. La différence "
                "tient dans les mains : à qui sont celles qui brassent?</p>"
                "<p>Cette année, les membres ont écrit ce qu’ils trouvent autour de la table et ce "
                'qu’ils y déposent. <a href="/temoignages/">Leurs phrases sont au mur</a>, sans nom, '
                "dans leurs mots.</p>"
            ),
            Citation("oignons"),
            Texte(
                "<h2>Ce qu’on demande</h2>"
                "<ol><li><strong>Payer la cuisine, pas juste le menu.</strong> Un projet de six mois ne "
                "chauffe pas un local en février.</li>"
                "<li><strong>Dire ce qu’il y a dedans.</strong> Les effets d’un médicament, les choix "
                "possibles, la façon de diminuer : on veut lire l’étiquette avant.</li>"
                "<li><strong>Nous garder une louche.</strong> Les personnes concernées décident avec, "
                "pas après.</li>"
                "</ol>"
            ),
            Encadre(
                "Le livre taché",
                (
                    "Les recettes ont été cousues dans un cahier, avec les taches. Il circule de région en "
                    "région, et il sent l’ail."
                ),
                "mousse",
            ),
            Appel(
                "Il reste de la place dans le chaudron",
                (
                    "Une phrase suffit. Vous choisissez comment elle est attribuée et vous pouvez la retirer "
                    "quand vous voulez."
                ),
                "Compléter une phrase",
                "/temoigner/",
            ),
        ),
        vedettes=("oignons", "relire", "air-bete", "toasts", "dossier"),
    ),
    Edition(
        annee=2027,
        titre="À notre heure",
        theme="Le droit de ralentir",
        slogan="À notre heure",
        introduction=(
            (
                "Quinze minutes de rendez-vous, dix-huit mois d’attente : il y a quelque chose qui "
                "cloche avec l’horloge. En 2027, on la décroche du mur."
            ),
            "Le thème est voté, le reste s’en vient. On prend notre temps, évidemment.",
        ),
    ),
)
