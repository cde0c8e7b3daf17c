"""« Comment nous protégeons votre parole »: the promise, never more than the promise."""

from .blocs import Appel, Encadre, Question, Questions, Texte
from .gabarits import Contenu

PROTECTION = Contenu(
    slug="protection-de-votre-parole",
    titre="Comment nous protégeons votre parole",
    chapeau="Ce qu’on promet, comment on s’y prend, et ce qu’on ne peut pas promettre.",
    corps=(
        Encadre("Notre promesse", "Votre texte est publié sans nom, selon une procédure d’anonymisation.", "gaude"),
        Texte(
            "<h2>Ce que ça veut dire</h2>"
            "<p>On enlève ce qui pointe vers quelqu’un : les noms, les surnoms, les numéros, les "
            "adresses, et les détails qui désigneraient une seule personne. Vos mots restent les vôtres, "
            "fautes comprises.</p>"
            "<h2>Qui lit</h2>"
            "<p>Deux personnes de la fédération, jamais une seule. La première retire ce qui identifie. "
            "La seconde relit et approuve. Quelqu’un qui travaille dans votre ressource ne peut pas être "
            "l’une des deux. Un ordinateur souligne des passages; il ne décide de rien.</p>"
            "<h2>Comment c’est signé</h2>"
            "<p>Vous choisissez la précision la plus fine que vous acceptez : votre ressource, votre "
            "région ou simplement le Québec. Si trop peu de monde a écrit autour de vous, on reste plus "
            "vague que votre choix. Jamais plus précis.</p>"
            "<h2>Ce qu’on garde</h2>"
            "<p>Le texte que vous envoyez est chiffré en arrivant. Il est détruit au plus tard 60 jours "
            "après la décision. Seul le texte approuvé demeure, aussi longtemps que vous l’avez permis. "
            "On ne dépose pas de témoin dans votre navigateur et on ne note pas votre adresse de "
            "connexion.</p>"
        ),
        Encadre(
            "Ce qu’on ne peut pas promettre",
            (
                "Les gens de votre entourage peuvent reconnaître une histoire, même sans nom. Si une phrase "
                "vous inquiète, changez un détail ou gardez-la pour vous. C’est correct aussi."
            ),
            "eglantine",
        ),
        Questions(
            "Changer d’idée",
            (
                Question(
                    "Comment retirer mon texte?",
                    (
                        "Avec le code de sept mots reçu à l’envoi, à la page de suivi, n’importe quand. Il "
                        "disparaît aussitôt de toutes les pages, son adresse répond qu’il a été retiré, et on ne "
                        "vous demande pas pourquoi."
                    ),
                ),
                Question(
                    "Et si j’ai perdu mon code?",
                    (
                        "Appelez ou écrivez. Une personne de l’équipe retire le texte sur votre parole, sans "
                        "vérifier votre identité."
                    ),
                ),
                Question(
                    "Pourquoi un code relie-t-il encore le texte à moi?",
                    (
                        "Pour que vous gardiez le contrôle. On n’en conserve qu’une empreinte : elle permet de "
                        "reconnaître le code quand vous le tapez, pas de le retrouver."
                    ),
                ),
                Question(
                    "Qu’est-ce qu’un retrait ne peut pas défaire?",
                    ("Ce qui est déjà imprimé ou copié par d’autres. C’est pourquoi chaque usage se coche à part."),
                ),
                Question("Faut-il avoir un certain âge?", "Oui, 14 ans ou plus."),
                Question(
                    "Est-ce que quelqu’un lit tout de suite?",
                    (
                        "Non. Les textes sont lus les jours de semaine. Si ça ne va pas en ce moment, appelez "
                        "plutôt une des lignes du bandeau « Besoin d’aide? »."
                    ),
                ),
            ),
        ),
        Texte(
            "<h2>La personne responsable</h2>"
            "<p>Une question, une plainte, une demande d’accès? Écrivez à la personne responsable de la "
            "protection des renseignements personnels : "
            '<a href="mailto:vieprivee@exemple.org">vieprivee@exemple.org</a>.</p>'
        ),
        Appel(
            "Vous avez un code?",
            "Voyez où en est votre texte, ou reprenez-le.",
            "Ouvrir la page de suivi",
            "/temoigner/suivi/",
        ),
    ),
)
