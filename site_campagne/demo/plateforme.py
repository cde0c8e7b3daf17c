"""The platforms of two years. Sources, figures and people are invented from end to end."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Etat:
    """Where a means stood on a day."""

    etat: str
    date: str
    source: str
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Moyen:
    """A means, of whom it is asked, and its follow-up."""

    texte: str
    cible: str = ""
    suivi: tuple[Etat, ...] = ()


@dataclass(frozen=True, slots=True)
class Revendication:
    """A demand. `parole` is a key of `temoignages.PAROLES`."""

    slug: str
    titre: str
    resume: str
    corps: str
    moyens: tuple[Moyen, ...]
    parole: str = ""


@dataclass(frozen=True, slots=True)
class Plateforme:
    """The demands of a year."""

    annee: int
    slug: str
    titre: str
    chapeau: str
    introduction: str
    enjeux: str
    remerciements: str
    revendications: tuple[Revendication, ...]
    chiffres: tuple[str, ...] = ()
    references: tuple[dict[str, str], ...] = field(default=())


def _source(auteurs: str, annee: str, titre: str, genre: str = "rapport", **champs: str) -> dict[str, str]:
    return {"auteurs": auteurs, "annee": annee, "titre": titre, "genre": genre, **champs}


REFERENCES = (
    _source("Ardouin, Léa", "2019", "La chaise d’à côté", "livre", contenant="Éditions du Perron"),
    _source(
        "Bellerive, Tom\nÉcuyer, Maïa", "2021a", "Le bruit des tasses", "article", contenant="Cahiers du voisinage"
    ),
    _source("Bellerive, Tom\nÉcuyer, Maïa", "2021b", "Ce que coûte une porte fermée"),
    _source("Cyr-Lavoie, Jo\nDubreuil, Lou\nFay, Mo", "2018", "Tenir table : dix ans d’entraide", "livre"),
    _source("Comité des cuisines du Bas-du-Fleuve", "2022", "Bilan de trois hivers", nom_court="CCBF"),
    _source("Grenon, Alix", "2011", "Savoirs de perron", "chapitre", contenant="L’usage de la parole", page="p. 31-58"),
    _source("Observatoire des galeries", "2024", "Enquête sur les heures d’ouverture", nom_court="OG"),
)
REFERENCES_2027 = (
    *REFERENCES,
    _source(
        "Haché, Rosaire", "2025", "Loger sans condition", "article", contenant="Cahiers du voisinage", page="p. 7-19"
    ),
    _source("Ismaël-Roy, Camille", "2026", "Après la crise, le mardi", adresse="https://exemple.org/apres-la-crise"),
)

_FINANCER = Revendication(
    "financer",
    "Payer le chauffage avant les projets",
    "Un lieu qui dure coûte le même prix toute l’année. On demande que l’argent le sache.",
    "<p>Une ressource passe le tiers de son hiver à remplir des formulaires (Bellerive et Écuyer, 2021b, p. 12). "
    "Pendant ce temps, la porte est ouverte par deux personnes qui en vaudraient quatre[note : Le compte vient de "
    "(CCBF, 2022, p. 4).].</p><p>Le financement à la mission paie ce qui ne se photographie pas : le loyer, l’huile, "
    "le monde. Ardouin (2019) l’appelle « le prix de la chaise vide, celle qu’on garde ».</p>",
    (
        Moyen(
            "Verser chaque année une somme qui suit le coût de la vie.",
            "Ministère responsable des services sociaux",
            (
                Etat("promis", "2026-03-12", "Séance publique du 12 mars 2026"),
                Etat("en_cours", "2026-11-05", "Lettre reçue le 5 novembre 2026", "Une première hausse est annoncée."),
            ),
        ),
        Moyen(
            "Remplacer les rapports par projet par un seul bilan annuel.",
            "Ministère responsable des services sociaux",
            (Etat("a_faire", "2026-10-10", "Relevé de la fédération, 10 octobre 2026"),),
        ),
        Moyen("Convenir d’une somme de départ pour chaque région sans ressource."),
    ),
    "marque-de-camion",
)
_LOGER = Revendication(
    "loger",
    "Un bail sans diagnostic",
    "Personne ne devrait raconter sa vie pour avoir une clé.",
    "<p>On loge mieux quand on ne demande rien d’autre que le loyer (Haché, 2025, p. 9; Cyr-Lavoie et al., 2018). Le "
    "suivi, s’il y en a un, se choisit après[note : (CCBF, 2022, p. 9)].</p>",
    (
        Moyen("Réserver des logements sociaux sans exiger de dossier.", "Municipalités"),
        Moyen(
            "Séparer le bail du suivi.",
            "Offices d’habitation",
            (Etat("obtenu", "2026-06-01", "Avis publié le 1er juin 2026", "Dans deux régions."),),
        ),
    ),
    "opinion",
)
_SOIR = Revendication(
    "soir",
    "La porte ouverte le soir",
    "La détresse ne finit pas à seize heures trente.",
    "<p>Sept lieux sur dix ferment avant le souper (OG, 2024). Une soirée par semaine change déjà quelque chose "
    "(Ismaël-Roy, 2026).</p><ul><li>le mardi, parce qu’il ne s’y passe rien;</li><li>le dimanche, parce qu’il est "
    "long.</li></ul>",
    (
        Moyen("Payer deux soirées par semaine dans chaque région."),
        Moyen("Payer le retour : le dernier autobus part trop tôt.", "Sociétés de transport"),
    ),
)
_SAVOIRS = Revendication(
    "savoirs",
    "Des savoirs de perron à la table des experts",
    "Qui a vécu la chose en sait quelque chose, et devrait être payé pour le dire.",
    "<p>On parle de nous dans des salles où l’on n’est pas. Les savoirs d’expérience ont pourtant leurs preuves "
    "(Grenon, 2011, p. 40) et leurs manières (Tellier, dans Grenon, 2011, p. 52). Bellerive et Écuyer (2021a) "
    "proposent de compter les tasses : qui parle, combien de temps, assis où.</p>",
    (
        Moyen("Deux places payées par comité, jamais une seule."),
        Moyen("Des documents remis dix jours d’avance, en langue claire."),
        Moyen("Publier qui était là, et qui a parlé."),
    ),
    "deux-bras",
)

PLATEFORMES = (
    Plateforme(
        2026,
        "plateforme-2026",
        "Mettre la table",
        "Trois demandes, écrites en atelier par des membres de partout.",
        "<p>Cette plateforme s’est écrite à la main, debout, entre deux chaudrons (Ardouin, 2019). Elle demande peu. "
        "Elle le demande clairement (Bellerive et Écuyer, 2021a, 2021b).</p>",
        "",
        "<p>Aux membres qui ont relu trois fois, et à qui a fait le café.</p>",
        (
            Revendication(
                "financer",
                "Payer le chauffage avant les projets",
                "Un lieu qui dure coûte le même prix toute l’année.",
                "<p>Une ressource passe le quart de son hiver à remplir des formulaires (CCBF, 2022). Le financement à "
                "la mission paie ce qui ne se photographie pas : le loyer, l’huile, le monde.</p>",
                (
                    Moyen("Verser chaque année une somme qui suit le coût de la vie."),
                    Moyen("Réduire le nombre de rapports par projet."),
                ),
            ),
            Revendication(
                "soir",
                "La porte ouverte le soir",
                "La détresse ne finit pas à seize heures trente.",
                "<p>Six lieux sur dix ferment avant le souper (OG, 2024; Cyr-Lavoie et al., 2018).</p>",
                (Moyen("Payer une soirée par semaine dans chaque région."),),
            ),
            Revendication(
                "transport",
                "Un billet pour revenir",
                "Se rendre, c’est la moitié du soin.",
                "<p>Le dernier autobus part à l’heure où la soupe est prête (Grenon, 2011, p. 33).</p>",
                (Moyen("Rembourser le transport des membres."),),
            ),
        ),
        ("places-2025",),
        REFERENCES,
    ),
    Plateforme(
        2027,
        "plateforme",
        "De la place pour tout le monde",
        "Quatre demandes et leurs moyens, numérotés pour qu’on puisse y revenir.",
        "<p>Cette plateforme s’est écrite à la main, debout, entre deux chaudrons (Ardouin, 2019). Elle demande plus "
        "que la précédente, parce que le monde attend depuis plus longtemps.</p>",
        "<h3>La pauvreté</h3><p>Elle traverse chaque demande : on ne se relève pas le ventre vide.</p>"
        "<h3>La langue</h3><p>Chaque moyen se lit à voix haute avant d’être adopté[note : Une règle votée en 2024, "
        "et jamais regrettée.].</p>",
        "<p>Aux soixante-deux personnes qui ont tenu le crayon, et à la salle paroissiale pour les tables.</p>",
        (_FINANCER, _LOGER, _SOIR, _SAVOIRS),
        ("places-2026", "soirs-2026", "part-2026"),
        REFERENCES_2027,
    ),
)
