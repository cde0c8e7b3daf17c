"""What was said around the tables in 2025: invented, as published, with no identifier."""

from .recolte import Parole, Recolte

RECOLTES_2025 = (
    Recolte(
        edition=2025,
        ressource="Le Chaudron fêlé",
        region="04",
        participants=10,
        usages=("web", "imprime", "reseaux", "presse", "plaidoyer"),
        paroles=(
            Parole(
                "soupe",
                "table",
                "ressource",
                "de la soupe pour ceux qui ont faim, de la vaisselle pour ceux qui ont besoin de s’occuper les mains",
            ),
            Parole("manger-avant", "droit", "ressource", "manger avant de m’expliquer"),
            Parole("du-poivre", "depose", "ressource", "du poivre"),
            Parole("les-murs", "dit", "ressource", "pleurer devant du monde, ça ne fait pas tomber les murs"),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="La Drave",
        region="04",
        participants=6,
        usages=("web",),
        paroles=(
            Parole(
                "moteur",
                "",
                "region",
                "Moi, les groupes, j’haïssais ça. Du monde en rond avec une boîte de mouchoirs au milieu, "
                "non merci. Ici, le rond est autour d’un moteur. On se passe les clés, on sacre un peu, et "
                "entre deux boulons il y en a un qui dit : ma blonde est partie. Personne n’arrête de "
                "visser. Quelqu’un répond : tiens-moi donc ça. C’est la meilleure réponse que j’ai "
                "entendue de ma vie.",
            ),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="Les Mitaines",
        region="04",
        participants=7,
        usages=("web", "imprime"),
        paroles=(
            Parole(
                "bouts-de-laine",
                "depose",
                "region",
                "mes bouts de laine qui ne vont avec rien. Ensemble, ça fait une couverte.",
            ),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="Le Métier à tisser",
        region="17",
        participants=8,
        usages=("web", "imprime", "reseaux"),
        paroles=(
            Parole("silence", "table", "ressource", "du silence qui n’est pas une punition"),
            Parole(
                "mon-rang",
                "droit",
                "ressource",
                "défaire mon rang et recommencer sans me faire dire que je rechute",
            ),
            Parole(
                "patience",
                "depose",
                "region",
                "ma patience. J’en ai en masse : j’ai attendu ma place sur une liste pendant deux ans.",
            ),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="Les Trois Cafetières",
        region="17",
        participants=5,
        usages=("web",),
        paroles=(Parole("rire", "droit", "quebec", "rire"),),
    ),
    Recolte(
        edition=2025,
        ressource="Le Tambour d’hiver",
        region="16",
        participants=14,
        usages=("web", "plaidoyer"),
        paroles=(
            Parole("bottes", "dit", "ressource", "mon diagnostic, je pouvais le laisser dans l’entrée avec mes bottes"),
            Parole("aussi-meles", "table", "ressource", "des gens aussi mêlés que moi, fiou"),
            Parole(
                "rideaux",
                "",
                "region",
                "Le plus beau cadeau qu’on m’a fait, c’est une tâche. Pas une thérapie, pas un conseil : "
                "une tâche. Ouvrir les rideaux le matin. Si je ne viens pas, il fait noir. Alors je viens.",
            ),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="L’Envers du tapis",
        region="16",
        participants=6,
        usages=("web",),
        paroles=(
            Parole(
                "orange",
                "dit",
                "region",
                "je pouvais voter pour la couleur des murs. J’ai voté orange. J’ai perdu. J’étais content pareil.",
            ),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="Le Tandem jaune",
        region="16",
        participants=6,
        usages=("web",),
        paroles=(Parole("pedaler", "droit", "region", "embarquer derrière, et pédaler juste quand ça me tente"),),
    ),
    Recolte(
        edition=2025,
        ressource="La Chaise berçante",
        region="15",
        participants=9,
        usages=("web", "imprime"),
        paroles=(
            Parole("horloge", "table", "region", "le tic-tac de l’horloge, parce qu’enfin on l’entend"),
            Parole(
                "secheuse",
                "",
                "region",
                "On me disait « fonctionnelle ». Fonctionnelle comme une sécheuse. Ici, je suis une "
                "sécheuse brisée : on s’assoit dessus pour jaser.",
            ),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="Le Bois debout",
        region="15",
        participants=5,
        usages=("web",),
        paroles=(Parole("deux-bras", "depose", "region", "deux bras, un dos correct et pas de conseils"),),
    ),
    Recolte(
        edition=2025,
        ressource="L’Écureuil noir",
        region="15",
        participants=4,
        usages=("web",),
        paroles=(
            Parole(
                "jaquette",
                "",
                "region",
                "Merci pour la fois où vous n’avez pas appelé la police. Vous avez appelé ma sœur, comme "
                "je l’avais écrit sur ma feuille. Elle est arrivée en jaquette. On a déjeuné.",
            ),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="La Trotteuse",
        region="07",
        participants=8,
        usages=("web",),
        paroles=(
            Parole(
                "proces-verbal",
                "dit",
                "region",
                "mon avis comptait pour de vrai. La première fois que j’ai levé la main, j’ai dit "
                "n’importe quoi. C’est au procès-verbal.",
            ),
            Parole("vrais-pantalons", "table", "quebec", "une raison de mettre des vrais pantalons"),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="Les Sucres d’avril",
        region="12",
        participants=6,
        usages=("web", "plaidoyer"),
        paroles=(
            Parole(
                "quinze-minutes",
                "",
                "quebec",
                "J’en veux au système. J’en veux aux quinze minutes, au plancher ciré, au crayon attaché "
                "après le comptoir. J’en veux à la phrase « vous allez vivre avec ça ». Je vis avec un "
                "chat, deux plantes et du monde qui m’appelle quand je manque un dîner. Le « ça », il peut "
                "bien dormir dehors.",
            ),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="Le Trottoir d’en face",
        region="13",
        participants=5,
        usages=("web",),
        paroles=(Parole("pour-rien", "droit", "region", "être là pour rien"),),
    ),
    Recolte(
        edition=2025,
        ressource="La Clôture ouverte",
        region="14",
        participants=6,
        usages=("web", "imprime", "reseaux"),
        paroles=(Parole("toilettes", "", "region", "Je suis entré pour les toilettes. Je suis membre depuis."),),
    ),
    Recolte(
        edition=2025,
        ressource="L’Écope",
        region="02",
        participants=5,
        usages=("web",),
        paroles=(
            Parole(
                "dette",
                "table",
                "region",
                "tout ce que la pilule n’avait pas prévu : de la visite, du bruit, une dette de vingt-cinq "
                "sous aux cartes",
            ),
        ),
    ),
    Recolte(
        edition=2025,
        ressource="La Cale sèche",
        region="11",
        participants=5,
        usages=("web",),
        paroles=(
            Parole(
                "rien-hier",
                "depose",
                "quebec",
                "rien. Des fois, je n’ai rien, et on me dit que c’est correct, qu’il en reste d’hier.",
            ),
        ),
    ),
)
