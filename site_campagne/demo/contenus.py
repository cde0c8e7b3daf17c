"""The home page and five content pages of the demo."""

from .blocs import Appel, Citation, Encadre, Image, Question, Questions, Texte
from .gabarits import Accueil, Contenu, Lien
from .protection import PROTECTION

FEDERATION = "La Grande Rallonge"


ACCUEIL = Accueil(
    titre="Du monde, du temps, une table",
    lignes=("Du monde,", "du temps,", "une table"),
    chapeau=(
        "Des cuisines, des galeries, des garages où l’on va mieux à plusieurs. Le 10 octobre, on met la "
        "rallonge et on invite tout le Québec à s’asseoir."
    ),
    boutons=(Lien("Découvrir la Journée", "/journee/"), Lien("Compléter une phrase", "/temoigner/")),
    recus=("manteau", "farine", "silence"),
    donnes=("accordeon", "du-poivre", "bouts-de-laine"),
    corps=(
        Texte(
            "<h2>On vous garde une place</h2>"
            "<p>Une ressource alternative, c’est un lieu où l’on arrive comme on est et où l’on finit "
            "par savoir où sont rangées les tasses. Il y en a dans les dix-sept régions. "
            '<a href="/ressource-alternative/">Voyez comment on y vit</a>.</p>'
        ),
        Citation("bottes"),
        Image("porte", "Une porte, de la lumière et un tapis pour les bottes."),
        Appel(
            "Il manque votre phrase",
            ("On fournit le début. Vous mettez la fin, en un mot ou en dix lignes, et personne ne corrige vos fautes."),
            "Compléter une phrase",
            "/temoigner/",
        ),
    ),
)

QUI_NOUS_SOMMES = Contenu(
    slug="qui-nous-sommes",
    titre="Qui nous sommes",
    chapeau="Une fédération de cuisines, de perrons et d’ateliers où l’on se relève ensemble.",
    corps=(
        Texte(
            "<h2>La Grande Rallonge</h2>"
            "<p>Une rallonge, c’est la planche qu’on glisse au milieu de la table quand il arrive du "
            "monde. C’est ce qu’on fait depuis le début : on ajoute des places.</p>"
            "<p>La fédération réunit des ressources alternatives en santé mentale des dix-sept régions "
            "du Québec : groupes d’entraide, milieux de vie, centres de crise, maisons d’hébergement, "
            "groupes de défense des droits et groupes en gestion autonome de la médication.</p>"
            "<h2>Comment on décide</h2>"
            "<p>Chaque ressource a une voix, la petite comme la grosse. En assemblée, les délégations "
            "comptent au moins autant de membres que de personnes salariées, et le micro se passe de "
            "main en main. C’est plus long. C’est plus juste.</p>"
            "<h3>Ce qu’on fait ensemble</h3>"
            "<ul><li>On défend le financement à la mission, celui qui paie le chauffage et le monde.</li>"
            '<li>On organise <a href="/journee/">la Journée</a>, chaque 10 octobre.</li>'
            "<li>On recueille des paroles et on en prend soin.</li>"
            "</ul>"
        ),
        Citation("opinion"),
        Image("filet", "Chaque nœud tient parce que deux fils se croisent."),
        Encadre(
            "L’équipe",
            "Six personnes, deux bureaux, une cafetière qui fuit. On répond dans l’ordre où ça sonne.",
            "gaude",
        ),
    ),
)

RESSOURCE_ALTERNATIVE = Contenu(
    slug="ressource-alternative",
    titre="C’est quoi, une ressource alternative?",
    chapeau="Un endroit où l’on vous demande ce que vous aimez cuisiner avant de vous demander ce que vous avez.",
    corps=(
        Texte(
            "<h2>Alternative à quoi?</h2>"
            "<p>À l’idée qu’une détresse se règle seulement avec un diagnostic et une pilule. On ne vous "
            "dira pas d’en prendre ni d’arrêter. On vous aidera à poser vos questions, et à vous faire "
            "répondre.</p>"
            "<p>Ici, un moment difficile a une histoire, un loyer, une famille, une job perdue, un hiver "
            "trop long. On commence par là.</p>"
            "<h2>À quoi ça ressemble</h2>"
            "<ul><li><strong>Une porte.</strong> Elle s’ouvre sans référence.</li>"
            "<li><strong>Des règles votées.</strong> Les membres les écrivent, les changent et les "
            "affichent.</li>"
            "<li><strong>Du temps.</strong> Personne ne ferme votre dossier, parce que souvent il n’y en "
            "a pas.</li>"
            "<li><strong>Des choses à faire.</strong> Éplucher, clouer, chanter, contester.</li>"
            "</ul>"
        ),
        Image("satin", "Des carreaux de toutes les couleurs, comme dans un atelier de couture."),
        Citation("marque-de-camion"),
        Questions(
            "Questions qu’on entend à la porte",
            (
                Question(
                    "Est-ce que ça prend un diagnostic?",
                    "Non. Vous pouvez en avoir un, trois ou aucun. Vous n’avez pas à le dire.",
                ),
                Question("Puis-je venir si je prends des médicaments?", "Oui. Et si vous n’en prenez pas, oui aussi."),
                Question(
                    "Combien de temps peut-on rester?",
                    (
                        "Dans un milieu de vie, le temps que vous voulez. En hébergement, la durée se convient "
                        "ensemble dès l’arrivée."
                    ),
                ),
                Question(
                    "Un proche peut-il m’accompagner?",
                    ("Bien sûr. On a des chaises. Après, c’est vous qui décidez si la personne reste dans la pièce."),
                ),
            ),
        ),
        Encadre(
            "Et si ça presse?",
            (
                "Certaines ressources répondent la nuit, d’autres non. Le bandeau « Besoin d’aide? », en "
                "haut de chaque page, mène à des lignes ouvertes jour et nuit."
            ),
            "eglantine",
        ),
    ),
)

PARTICIPER = Contenu(
    slug="participer",
    titre="Participer à la Journée",
    chapeau="Avec une phrase, un chaudron ou juste vos oreilles.",
    corps=(
        Texte(
            "<h2>Vous êtes membre d’une ressource</h2>"
            "<p>Demandez si un atelier d’écriture se prépare. On y complète des phrases autour d’une "
            "table, à la main. Chaque personne repart avec un petit papier : dessus, un code pour "
            "retirer ses mots si elle change d’idée.</p>"
            '<p>Pas d’atelier près de chez vous? <a href="/temoigner/">La même chose se fait en '
            "ligne</a>, sans compte.</p>"
            "<h2>Vous travaillez dans une ressource</h2>"
            "<ol><li>Choisissez avec les membres une ou deux phrases à compléter.</li>"
            '<li>Lisez ensemble la page <a href="/protection-de-votre-parole/">Comment nous protégeons '
            "votre parole</a>. Prenez le temps des questions.</li>"
            "<li>Faites écrire. Un mot suffit. Le silence aussi a sa place.</li>"
            "<li>Recopiez sans corriger, remettez à chaque personne son papier.</li>"
            "</ol><h2>Vous êtes du voisinage</h2>"
            "<p>Venez. Apportez un plat, une tante, une question. On ne vous fera pas signer de "
            "carte.</p>"
        ),
        Citation("deux-bras"),
        Image("chevron", "Des chevrons qui avancent, comme une marche vue d’en haut."),
        Appel(
            "Prêt à écrire?",
            "Choisissez un début de phrase. Le reste vous appartient.",
            "Compléter une phrase",
            "/temoigner/",
        ),
    ),
)

NOUS_ECRIRE = Contenu(
    slug="nous-ecrire",
    titre="Nous écrire",
    chapeau="Une vraie personne ouvre la boîte, d’habitude avec un café.",
    corps=(
        Texte(
            "<h2>Pour nous joindre</h2>"
            "<ul><li>Pour tout et pour rien : "
            '<a href="mailto:bonjour@exemple.org">bonjour@exemple.org</a></li>'
            '<li>Pour les médias : <a href="mailto:presse@exemple.org">presse@exemple.org</a></li>'
            "<li>Pour vos renseignements personnels : "
            '<a href="mailto:vieprivee@exemple.org">vieprivee@exemple.org</a></li>'
            '<li>Par téléphone, du lundi au jeudi : <a href="tel:+15145550195">514 555-0195</a></li>'
            "</ul>"
        ),
        Encadre(
            "On ne répond pas à l’urgence",
            (
                "La boîte dort la nuit et la fin de semaine. Si ça brasse maintenant, passez par le bandeau "
                "« Besoin d’aide? » : il y a quelqu’un au bout du fil."
            ),
            "eglantine",
        ),
        Questions(
            "Avant d’écrire",
            (
                Question(
                    "Je veux retirer mon texte.",
                    (
                        "Votre code de sept mots suffit, à la page de suivi. Vous l’avez perdu? Appelez-nous : "
                        "on retire le texte sur votre parole, sans vous demander qui vous êtes."
                    ),
                ),
                Question(
                    "Je veux répondre à une phrase du mur.",
                    (
                        "On ne transmet pas de messages, parce qu’on ne sait pas qui a écrit. Vous pouvez "
                        "compléter la même phrase à votre tour."
                    ),
                ),
                Question(
                    "Je cherche une ressource.",
                    "Dites-nous votre région, rien de plus. On vous donnera deux ou trois portes où cogner.",
                ),
            ),
        ),
    ),
)

CONTENUS = (QUI_NOUS_SOMMES, RESSOURCE_ALTERNATIVE, PARTICIPER, PROTECTION, NOUS_ECRIRE)
