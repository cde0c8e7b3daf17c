"""From Québec City to the Gulf: Bas-Saint-Laurent, Saguenay, the capital, Côte-Nord, Gaspésie, Chaudière-Appalaches."""

from .fiche import Ressource

EST = (
    Ressource(
        nom="Le Tisonnier",
        forme_de="du Tisonnier",
        region="01",
        municipalite="Rimouski",
        genre="entraide",
        tranche="50_a_99",
        courriel="tisonnier@exemple.org",
        telephone="418 555-0110",
        description=(
            "Une cuisine au deuxième étage, un poêle qui boucane, des ateliers de conserves. On vient "
            "brasser le feu et les idées."
        ),
    ),
    Ressource(
        nom="La Vigie",
        forme_de="de La Vigie",
        region="01",
        municipalite="Matane",
        genre="milieu_de_vie",
        tranche="20_a_49",
        courriel="vigie@exemple.org",
        telephone="418 555-0111",
        description=(
            "Deux pièces face au fleuve et des fauteuils dépareillés. La porte ouvre à huit heures, le "
            "silence est permis toute la journée."
        ),
    ),
    Ressource(
        nom="Les Portes battantes",
        forme_de="des Portes battantes",
        region="01",
        municipalite="Rivière-du-Loup",
        genre="hebergement",
        tranche="moins_de_20",
        courriel="portes-battantes@exemple.org",
        telephone="418 555-0112",
        description=(
            "Sept chambres, une table, un calendrier de corvées voté le dimanche. On y reste le temps de "
            "reprendre son souffle."
        ),
    ),
    Ressource(
        nom="L’Écope",
        forme_de="de L’Écope",
        region="02",
        municipalite="Saguenay",
        genre="crise",
        tranche="20_a_49",
        courriel="ecope@exemple.org",
        telephone="418 555-0113",
        description="Un lit, une lampe, quelqu’un d’éveillé. On aide à vider l’eau avant de parler du bateau.",
    ),
    Ressource(
        nom="Le Grand Détour",
        forme_de="du Grand Détour",
        region="02",
        municipalite="Alma",
        genre="entraide",
        tranche="100_et_plus",
        courriel="grand-detour@exemple.org",
        telephone="418 555-0114",
        description=(
            "Des marches, un jardin, un journal de quatre pages. Les membres en signent le budget et en "
            "brûlent les galettes."
        ),
        alias=("Le Détour",),
    ),
    Ressource(
        nom="Les Galoches",
        forme_de="des Galoches",
        region="02",
        municipalite="Roberval",
        genre="milieu_de_vie",
        tranche="20_a_49",
        courriel="galoches@exemple.org",
        telephone="418 555-0115",
        description=(
            "On enlève ses bottes à l’entrée et on les retrouve sèches. Entre les deux, il y a du café et des cartes."
        ),
    ),
    Ressource(
        nom="L’Escabeau",
        forme_de="de L’Escabeau",
        region="03",
        municipalite="Québec",
        genre="entraide",
        tranche="50_a_99",
        courriel="escabeau@exemple.org",
        telephone="418 555-0116",
        description=(
            "Trois marches plus haut que la rue. Groupes de parole, friperie et une chorale qui chante surtout fort."
        ),
    ),
    Ressource(
        nom="Les Deux Poêlons",
        forme_de="des Deux Poêlons",
        region="03",
        municipalite="Québec",
        genre="milieu_de_vie",
        tranche="50_a_99",
        courriel="deux-poelons@exemple.org",
        telephone="418 555-0117",
        description=(
            "Un dîner par jour, cuisiné par celles et ceux qui le mangent. La soupe décide de l’ordre du jour."
        ),
        alias=("2 Poêlons",),
    ),
    Ressource(
        nom="Le Gros Bon Sens",
        forme_de="du Gros Bon Sens",
        region="03",
        municipalite="Baie-Saint-Paul",
        genre="droits",
        tranche="20_a_49",
        courriel="gros-bon-sens@exemple.org",
        telephone="418 555-0118",
        description=(
            "On lit les formulaires à deux, on accompagne aux audiences, on traduit le jargon. Sans frais "
            "et sans soupirs."
        ),
        alias=("GBS",),
    ),
    Ressource(
        nom="Le Tabouret",
        forme_de="du Tabouret",
        region="03",
        municipalite="La Malbaie",
        genre="entraide",
        tranche="20_a_49",
        courriel="tabouret@exemple.org",
        telephone="418 555-0119",
        description=(
            "Un petit groupe, un grand cahier, des histoires de bord de mer. On s’assoit bas pour parler vrai."
        ),
    ),
    Ressource(
        nom="Onze chaises",
        forme_de="de Onze chaises",
        region="03",
        municipalite="Saint-Raymond",
        genre="autre",
        tranche="moins_de_20",
        courriel="onze-chaises@exemple.org",
        telephone="418 555-0120",
        description="Un théâtre communautaire de onze sièges. La douzième personne joue.",
        alias=("11 chaises",),
    ),
    Ressource(
        nom="La Laisse de mer",
        forme_de="de La Laisse de mer",
        region="09",
        municipalite="Baie-Comeau",
        genre="milieu_de_vie",
        tranche="20_a_49",
        courriel="laisse-de-mer@exemple.org",
        telephone="418 555-0141",
        description="On ramasse ce que la marée dépose : du bois, des histoires, du monde.",
    ),
    Ressource(
        nom="Le Cabestan",
        forme_de="du Cabestan",
        region="09",
        municipalite="Sept-Îles",
        genre="crise",
        tranche="inconnue",
        courriel="cabestan@exemple.org",
        telephone="418 555-0142",
        description=(
            "Un hébergement de crise de quelques nuits. Seule la ville est annoncée; l’adresse se donne au téléphone."
        ),
    ),
    Ressource(
        nom="La Cale sèche",
        forme_de="de La Cale sèche",
        region="11",
        municipalite="Gaspé",
        genre="hebergement",
        tranche="20_a_49",
        courriel="cale-seche@exemple.org",
        telephone="418 555-0144",
        description="Huit chambres pour se faire gratter la coque. On repart quand on flotte.",
    ),
    Ressource(
        nom="Le Nœud de chaise",
        forme_de="du Nœud de chaise",
        region="11",
        municipalite="Les Îles-de-la-Madeleine",
        genre="entraide",
        tranche="20_a_49",
        courriel="noeud-de-chaise@exemple.org",
        telephone="418 555-0145",
        description="Le nœud qui tient sans étrangler. Cuisine, vannerie et parlotte.",
    ),
    Ressource(
        nom="La Pelote",
        forme_de="de La Pelote",
        region="12",
        municipalite="Montmagny",
        genre="entraide",
        tranche="20_a_49",
        courriel="pelote-montmagny@exemple.org",
        telephone="418 555-0146",
        description="Une vitrine sur la rue principale, un rouet et une cafetière. On tire le fil qui dépasse.",
        alias=("La Pelote de Montmagny",),
    ),
    Ressource(
        nom="Les Sucres d’avril",
        forme_de="des Sucres d’avril",
        region="12",
        municipalite="Saint-Georges",
        genre="milieu_de_vie",
        tranche="50_a_99",
        courriel="sucres-d-avril@exemple.org",
        telephone="418 555-0147",
        description=(
            "Une cabane, un évaporateur usé, des corvées qui collent aux doigts. Le reste de l’année, on jase."
        ),
    ),
    Ressource(
        nom="Le Chevalet",
        forme_de="du Chevalet",
        region="12",
        municipalite="Lévis",
        genre="autre",
        tranche="20_a_49",
        courriel="chevalet@exemple.org",
        telephone="418 555-0148",
        description="Un atelier de peinture sans professeur. On accroche tout, même les ratés.",
    ),
)
