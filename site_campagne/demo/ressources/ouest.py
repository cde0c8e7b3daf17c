"""Montréal, Laval, and towards the west and the north: Outaouais, Abitibi-Témiscamingue, Nord-du-Québec."""

from .fiche import Ressource

OUEST = (
    Ressource(
        nom="Le Perron",
        forme_de="du Perron",
        region="06",
        municipalite="Montréal",
        genre="milieu_de_vie",
        tranche="100_et_plus",
        courriel="perron@exemple.org",
        telephone="514 555-0128",
        description=(
            "Six marches, une rampe, une théière de trente tasses. On peut s’asseoir dehors longtemps avant d’entrer."
        ),
    ),
    Ressource(
        nom="Café Tout-Croche",
        forme_de="du Café Tout-Croche",
        region="06",
        municipalite="Montréal",
        genre="milieu_de_vie",
        tranche="50_a_99",
        courriel="cafe-tout-croche@exemple.org",
        telephone="514 555-0129",
        description=(
            "Un café tenu par ses membres, où la caisse ne balance pas toujours et où les comptes se règlent en jasant."
        ),
        alias=("Tout-Croche",),
    ),
    Ressource(
        nom="Les Insomniaques unis",
        forme_de="des Insomniaques unis",
        region="06",
        municipalite="Montréal",
        genre="entraide",
        tranche="20_a_49",
        courriel="insomniaques-unis@exemple.org",
        telephone="514 555-0130",
        description="Un groupe qui se rencontre de minuit à cinq heures. Dominos, tisanes et mauvais films.",
        alias=("LIU",),
    ),
    Ressource(
        nom="Le Bazou",
        forme_de="du Bazou",
        region="06",
        municipalite="Montréal",
        genre="entraide",
        tranche="moins_de_20",
        courriel="bazou@exemple.org",
        telephone="514 555-0131",
        description="Un atelier de vélos et de petites mécaniques. On apprend en démontant.",
    ),
    Ressource(
        nom="Le Porte-clés",
        forme_de="du Porte-clés",
        region="06",
        municipalite="Montréal",
        genre="gestion_autonome",
        tranche="20_a_49",
        courriel="porte-cles@exemple.org",
        telephone="514 555-0132",
        description=(
            "Comprendre ce qu’on prend, pourquoi, et ce qu’on veut en faire. En groupe, à son rythme, les "
            "questions d’abord."
        ),
        alias=("Les Porte-clefs",),
    ),
    Ressource(
        nom="Haut et clair",
        forme_de="de Haut et clair",
        region="06",
        municipalite="Montréal",
        genre="droits",
        tranche="50_a_99",
        courriel="haut-et-clair@exemple.org",
        telephone="514 555-0133",
        description=(
            "De l’accompagnement pour porter plainte, demander son dossier ou refuser. On répète avant, on "
            "souffle après."
        ),
    ),
    Ressource(
        nom="La Maison du Merisier",
        forme_de="de La Maison du Merisier",
        region="06",
        municipalite="Montréal",
        genre="hebergement",
        tranche="20_a_49",
        courriel="maison-du-merisier@exemple.org",
        telephone="514 555-0134",
        description="Neuf chambres, une cour, un merisier. Chaque personne a sa clé et sa tablette dans le frigo.",
        alias=("Le Merisier",),
    ),
    Ressource(
        nom="La Trotteuse",
        forme_de="de La Trotteuse",
        region="07",
        municipalite="Gatineau",
        genre="entraide",
        tranche="50_a_99",
        courriel="trotteuse@exemple.org",
        telephone="819 555-0135",
        description=(
            "Un groupe qui marche en parlant, ou qui parle en marchant. Beau temps, mauvais temps, même heure."
        ),
    ),
    Ressource(
        nom="Le Banc d’à côté",
        forme_de="du Banc d’à côté",
        region="07",
        municipalite="Gatineau",
        genre="crise",
        tranche="20_a_49",
        courriel="banc-d-a-cote@exemple.org",
        telephone="819 555-0136",
        description="On répond la nuit et on se déplace le jour. On s’assoit à côté, jamais en face.",
    ),
    Ressource(
        nom="Le Canot renversé",
        forme_de="du Canot renversé",
        region="07",
        municipalite="Maniwaki",
        genre="milieu_de_vie",
        tranche="moins_de_20",
        courriel="canot-renverse@exemple.org",
        telephone="819 555-0137",
        description="Une maison de bois, un quai, des ateliers de réparation. Ici, chavirer fait partie du voyage.",
    ),
    Ressource(
        nom="La Lampe frontale",
        forme_de="de La Lampe frontale",
        region="08",
        municipalite="Val-d’Or",
        genre="gestion_autonome",
        tranche="20_a_49",
        courriel="lampe-frontale@exemple.org",
        telephone="819 555-0138",
        description=(
            "Des rencontres sur la médication, animées par des membres. On éclaire où on met le pied, pas plus loin."
        ),
    ),
    Ressource(
        nom="Le Poêle à deux ponts",
        forme_de="du Poêle à deux ponts",
        region="08",
        municipalite="Rouyn-Noranda",
        genre="milieu_de_vie",
        tranche="50_a_99",
        courriel="poele-a-deux-ponts@exemple.org",
        telephone="819 555-0139",
        description=(
            "Du bois à fendre, du pain à cuire et une grande pièce chaude. Les décisions se prennent debout, autour."
        ),
        alias=("Le Poêle",),
    ),
    Ressource(
        nom="Les Épinettes droites",
        forme_de="des Épinettes droites",
        region="08",
        municipalite="Amos",
        genre="entraide",
        tranche="moins_de_20",
        courriel="epinettes-droites@exemple.org",
        telephone="819 555-0140",
        description="Un groupe d’entraide qui tient ses rencontres dehors jusqu’à moins vingt. Après, on rentre.",
    ),
    Ressource(
        nom="Le Kilomètre zéro",
        forme_de="du Kilomètre zéro",
        region="10",
        municipalite="Chibougamau",
        genre="entraide",
        tranche="moins_de_20",
        courriel="kilometre-zero@exemple.org",
        telephone="418 555-0143",
        description="Quand tout est loin, on commence où on est. Café, couture et covoiturage.",
        alias=("Km zéro", "KM0"),
    ),
    Ressource(
        nom="Le Trottoir d’en face",
        forme_de="du Trottoir d’en face",
        region="13",
        municipalite="Laval",
        genre="crise",
        tranche="50_a_99",
        courriel="trottoir-d-en-face@exemple.org",
        telephone="450 555-0149",
        description=(
            "Pas loin de l’urgence, mais de l’autre bord de la rue. Écoute, hébergement court, suivi par "
            "du monde qui reste."
        ),
        alias=("Le Trottoir",),
    ),
)
