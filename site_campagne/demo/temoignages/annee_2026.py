"""What was said around the tables in 2026: invented, as published, with no identifier."""

from .recolte import Parole, Recolte

RECOLTES_2026 = (
    Recolte(
        edition=2026,
        ressource="Le Tisonnier",
        region="01",
        participants=12,
        usages=("web", "imprime", "reseaux"),
        paroles=(
            Parole("farine", "table", "ressource", "des mains pleines de farine et zéro question"),
            Parole("air-bete", "droit", "ressource", "arriver en retard, en pantoufles, avec mon air bête"),
            Parole(
                "tarte-au-sucre",
                "depose",
                "ressource",
                "ma tarte au sucre qui coule. Tout le monde en reprend, je suppose que c’est de l’amour.",
            ),
            Parole(
                "entendre-des-voix",
                "dit",
                "region",
                "on peut entendre des voix et avoir quand même son mot à dire",
            ),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="La Vigie",
        region="01",
        participants=6,
        usages=("web",),
        paroles=(
            Parole("cheveux", "table", "region", "quelqu’un qui remarque que j’ai coupé mes cheveux"),
            Parole(
                "tuque",
                "",
                "region",
                "Le premier hiver, je venais pour le chauffage. Je m’assoyais dos au mur, la tuque sur les "
                "yeux, et personne ne me parlait plus qu’il faut. Un matin, il manquait du monde pour la "
                "vaisselle. J’ai dit : je vais essuyer. Ça fait deux hivers que j’essuie. Au printemps, "
                "j’ai ôté ma tuque, et j’ai découvert que la pièce avait des fenêtres.",
            ),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Les Portes battantes",
        region="01",
        participants=5,
        usages=("web",),
        paroles=(Parole("rien-raconter", "droit", "region", "ne rien raconter"),),
    ),
    Recolte(
        edition=2026,
        ressource="Le Perron",
        region="06",
        participants=18,
        usages=("web", "imprime", "reseaux", "presse", "plaidoyer"),
        paroles=(
            Parole("du-monde", "table", "ressource", "du monde"),
            Parole(
                "relire",
                "dit",
                "ressource",
                "le consentement, ça se reprend. J’avais signé un papier à l’urgence avec une main qui "
                "tremblait. Ici, on m’a expliqué que je pouvais relire, demander, dire non. J’ai relu. "
                "J’ai demandé. J’ai dit non.",
            ),
            Parole("accordeon", "depose", "ressource", "mon accordéon, même s’il fausse"),
            Parole(
                "colere",
                "droit",
                "ressource",
                "être en colère contre la psychiatrie sans que ça finisse dans un dossier",
            ),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Café Tout-Croche",
        region="06",
        participants=9,
        usages=("web", "imprime"),
        paroles=(
            Parole(
                "recettes",
                "depose",
                "ressource",
                "vingt ans de recettes pour nourrir quarante bouches avec à peu près rien",
            ),
            Parole("pas-buvable", "table", "ressource", "un café pas buvable et des gens que je ne changerais pas"),
            Parole("cartes", "droit", "region", "perdre aux cartes"),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Les Insomniaques unis",
        region="06",
        participants=7,
        usages=("web", "imprime", "reseaux"),
        paroles=(
            Parole(
                "dominos",
                "dit",
                "region",
                "à trois heures du matin, on est toute une gang à ne pas dormir. On s’est trouvés. On ne "
                "dort pas plus, mais on joue aux dominos.",
            ),
            Parole(
                "merci-repris",
                "",
                "quebec",
                "On m’a attachée. Je ne dirai pas combien de temps, parce que le temps, là-dedans, ça ne "
                "se compte pas. Après, on m’a dit que c’était pour mon bien, et j’ai dit merci, parce "
                "qu’il fallait dire merci pour sortir. Ce merci-là, je le reprends. Je l’ai repris ici, à "
                "voix haute, devant du monde qui n’a pas bougé et qui n’a pas pris de notes. Quelqu’un a "
                "mis de l’eau à bouillir. C’est niaiseux, mais c’est ce bruit-là qui m’a ramenée.",
                avertissement="contrainte",
            ),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Le Bazou",
        region="06",
        participants=4,
        usages=("web",),
        duree="edition",
        paroles=(Parole("mes-outils", "depose", "region", "mes outils"),),
    ),
    Recolte(
        edition=2026,
        ressource="Entre-Deux-Rives",
        region="05",
        participants=11,
        usages=("web", "plaidoyer"),
        paroles=(
            Parole("manteau", "table", "ressource", "une place gardée par un manteau, au cas où je viendrais"),
            Parole("opinion", "depose", "ressource", "une opinion sur toute. Il paraît que ça aide en assemblée."),
            Parole("milieu-de-phrase", "droit", "ressource", "changer d’idée au milieu de la phrase"),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Le Nid-de-poule",
        region="05",
        participants=6,
        usages=("web",),
        paroles=(
            Parole(
                "deux-pages",
                "dit",
                "region",
                "mes effets secondaires avaient un nom, et que j’avais le droit de poser des questions "
                "jusqu’à ce que je comprenne. J’ai fait ma liste au crayon, deux pages. Il a fallu que "
                "quelqu’un mette ses lunettes.",
            ),
            Parole("niaiser", "droit", "region", "niaiser"),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="La Brouette",
        region="05",
        participants=5,
        usages=("web",),
        paroles=(Parole("radis", "table", "region", "de la terre en dessous de mes ongles, et des radis à donner"),),
    ),
    Recolte(
        edition=2026,
        ressource="Les Deux Poêlons",
        region="03",
        participants=8,
        usages=("web", "imprime"),
        paroles=(
            Parole(
                "assemblee",
                "table",
                "ressource",
                "une assemblée où mon vote pèse pareil comme celui du monde à cravate",
            ),
            Parole(
                "oignons",
                "depose",
                "ressource",
                "mes oignons. Les vrais, ceux qui font pleurer. Comme ça, personne ne sait pour les autres larmes.",
            ),
            Parole("dessert", "droit", "region", "prendre deux fois du dessert, et la parole en premier"),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Le Tabouret",
        region="03",
        participants=6,
        usages=("web",),
        paroles=(Parole("chicane", "dit", "region", "la chicane aussi, ça se soigne avec une chaise de plus"),),
    ),
    Recolte(
        edition=2026,
        ressource="Le Gros Bon Sens",
        region="03",
        participants=5,
        usages=("web", "plaidoyer"),
        paroles=(
            Parole(
                "dossier",
                "",
                "region",
                "J’ai demandé mon dossier. Quatre cents pages sur moi, et pas une fois le mot « drôle ». "
                "Pourtant, je suis drôle. J’ai amené ça ici dans deux sacs d’épicerie. On s’est mis à cinq "
                "pour le lire, avec des crayons de couleur : en jaune ce qui était vrai, en rose ce qui "
                "était faux, en vert ce qui n’était pas de leurs affaires. On a manqué de vert. J’ai fait "
                "ajouter une lettre, deux pages, de ma main. Mon dossier a maintenant quatre cent deux "
                "pages, dont deux vraies.",
            ),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Le Kilomètre zéro",
        region="10",
        participants=3,
        usages=("web",),
        paroles=(
            Parole(
                "marque-de-camion",
                "table",
                "quebec",
                "la seule place où on me demande autre chose que la marque de mon camion",
            ),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Le Cabestan",
        region="09",
        participants=4,
        usages=("web",),
        paroles=(
            Parole(
                "toasts",
                "",
                "quebec",
                "Il y a eu un soir où je ne voulais plus de matin. J’ai appelé. La personne au bout du fil "
                "n’a pas eu peur de moi. Elle m’a demandé si j’avais mangé. J’ai ri, tellement ce n’était "
                "pas la question. On a parlé de toasts un bon bout de temps. Après, il y a eu un matin, "
                "puis un autre, et je les ai pris un à la fois, avec du beurre.",
                avertissement="suicide",
            ),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="La Lampe frontale",
        region="08",
        participants=6,
        usages=("web", "plaidoyer"),
        paroles=(
            Parole("ma-dose", "dit", "region", "je pouvais parler de ma dose comme de quelque chose qui m’appartient"),
            Parole(
                "des-lifts",
                "depose",
                "region",
                "mon char, pour ceux qui restent loin, et ma radio qui pogne juste un poste",
            ),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Le Nœud de chaise",
        region="11",
        participants=5,
        usages=("web",),
        paroles=(
            Parole("le-vent", "droit", "region", "parler du vent une heure de temps avant de dire comment ça va"),
        ),
    ),
    Recolte(
        edition=2026,
        ressource="Les Pissenlits",
        region="16",
        participants=7,
        usages=("web", "imprime", "reseaux"),
        paroles=(
            Parole("bingo", "table", "ressource", "un bingo où personne ne gagne jamais rien, et c’est plein pareil"),
        ),
    ),
)
