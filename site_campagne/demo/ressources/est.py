"""Towards the sea: Bas-Saint-Laurent, Saguenay–Lac-Saint-Jean, Côte-Nord, Gaspésie–Îles-de-la-Madeleine."""

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
        nom="Le Seau d’éperlans",
        forme_de="du Seau d’éperlans",
        region="01",
        municipalite="Témiscouata-sur-le-Lac",
        genre="entraide",
        tranche="20_a_49",
        courriel="seau-d-eperlans@exemple.org",
        telephone="418 555-0162",
        description=(
            "Un groupe qui pêche l’hiver, qui cause l’été et qui fait frire le tout. Les poissons reviennent "
            "à qui a froid."
        ),
        sous_region=("Témiscouata", "du Témiscouata", "au Témiscouata"),
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
        nom="La Motte de beurre",
        forme_de="de La Motte de beurre",
        region="02",
        municipalite="Dolbeau-Mistassini",
        genre="milieu_de_vie",
        tranche="20_a_49",
        courriel="motte-de-beurre@exemple.org",
        telephone="418 555-0163",
        description=(
            "Une ancienne laiterie, un long comptoir, des galettes le vendredi. On arrive figé, on repart plus mou."
        ),
    ),
    Ressource(
        nom="Les Bleuets gelés",
        forme_de="des Bleuets gelés",
        region="02",
        municipalite="Saint-Félicien",
        genre="entraide",
        tranche="moins_de_20",
        courriel="bleuets-geles@exemple.org",
        telephone="418 555-0164",
        description="Des rencontres en saison et hors saison. Le congélateur est commun, la clé aussi.",
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
        lieu_masque=True,
    ),
    Ressource(
        nom="Le Bout de la route",
        forme_de="du Bout de la route",
        region="09",
        municipalite="Natashquan",
        genre="entraide",
        tranche="moins_de_20",
        courriel="bout-de-la-route@exemple.org",
        telephone="418 555-0181",
        description="Quand l’asphalte finit, il reste une cuisine, un poêle et des voisins qui savent attendre.",
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
        nom="Les Agrès",
        forme_de="des Agrès",
        region="11",
        municipalite="Sainte-Anne-des-Monts",
        genre="autre",
        tranche="20_a_49",
        courriel="agres@exemple.org",
        telephone="418 555-0182",
        description="Un atelier de filets, de cordages et de récits de mer. On raboute ce qui a lâché.",
        sous_region=("Haute-Gaspésie", "de la Haute-Gaspésie", "en Haute-Gaspésie"),
    ),
)
