"""The words inside the tools: « # » opens a heading, « - » an item, « ___ » three lines to write on."""

ALTERNATIVE = """
Une ressource alternative est un lieu où l’on arrive comme on est. Personne n’y demande de diagnostic pour entrer.
# Ce qu’on y trouve
- une table, et quelqu’un qui reste assis quand la conversation devient difficile;
- des ateliers, des repas, des groupes où l’on parle si l’on veut;
- une aide pour comprendre ses droits, ses choix et ses traitements.
# Ce qu’on n’y trouve pas
Il n’y a pas de dossier à remettre, pas de liste de symptômes à cocher. Les décisions qui touchent tout le monde se
prennent en assemblée, et chaque membre y a une voix.
# Pourquoi « alternative »
Parce qu’on regarde la personne entière : son logement, son revenu, ses liens, ce qu’elle a traversé. La souffrance a
souvent des raisons, et ces raisons ne sont pas toutes dans la tête.
# Comment en trouver une
Le répertoire de la campagne les montre par région. Un coup de fil suffit; on peut aussi passer, sans rendez-vous.
"""
ALTERNATIVE_SIMPLE = """
Une ressource alternative est un lieu pour aller mieux, avec d’autres.
# Qui peut venir
Tout le monde. On ne demande pas de papier.
# Que fait-on là
- On mange ensemble.
- On parle, ou on se tait.
- On fait des activités.
- On demande de l’aide pour ses droits.
# Qui décide
Les membres décident ensemble. Chaque personne peut donner son avis.
# Comment venir
Téléphonez, ou passez à la porte. C’est gratuit.
"""
ALTERNATIVE_ANGLAIS = """
An alternative resource is a place where you come as you are. Nobody asks for a diagnosis at the door.
# What you will find
- a table, and someone who stays when the conversation gets hard;
- workshops, meals, groups where you speak only if you want to;
- help to understand your rights, your choices and your treatment.
# What you will not find
There is no file to hand over and no list of symptoms to tick. Decisions that concern everyone are made together.
# How to find one
The directory of the campaign lists them by region. A phone call is enough; you may also just walk in.
"""
ACCUEILLIR = """
Ce guide est pour les équipes et les bénévoles qui ouvrent la porte.
# Avant la première phrase
Regardez s’il reste une chaise près de la sortie. La personne choisira la sienne.
# Ce qu’on peut dire
- « Voulez-vous un thé, un café, ou juste un coin tranquille? »
- « Vous n’avez rien à raconter aujourd’hui. »
- « Je m’appelle ainsi, et je suis là jusqu’à quatre heures. »
# Ce qu’on garde pour plus tard
Le nom de famille, l’adresse, la raison de la venue. Si un formulaire est obligatoire, dites à quoi il sert et qui le
lira.
# Après
Notez seulement ce que la personne a demandé. Le reste lui appartient.
"""
QUIZ = """
Dix idées à retourner à plusieurs. Il n’y a pas de note : on compare ses raisons.
# 1. Une personne qui entend des voix est dangereuse
Faux. La plupart ne le sont pas plus que leurs voisins; plusieurs apprennent à vivre avec leurs voix.
# 2. On peut refuser un traitement
Vrai, le plus souvent. Le consentement est la règle; les exceptions demandent un juge ou une urgence.
# 3. Aller mieux veut dire ne plus avoir mal
Ça dépend. Demandez-vous ce que « mieux » veut dire pour vous.
# 4. Le logement a quelque chose à voir avec la santé mentale
Vrai. Dormir ailleurs chaque semaine use n’importe qui.
# À vous
Écrivez une idée reçue que vous aimeriez retourner.
___
"""
ECOUTER = """
Un atelier de quatre-vingt-dix minutes, à vivre à six ou huit, sans personne experte en avant.
# But
Apprendre à rester avec quelqu’un sans chercher de solution.
# Déroulement
- Dix minutes : chaque personne dit comment elle arrive, ou passe son tour.
- Trente minutes : en paires, l’une parle, l’autre écoute; puis on change.
- Vingt minutes : une pause, et du silence si le groupe en veut.
- Trente minutes : en rond, ce qui a été difficile à entendre.
# Pour qui anime
Prévoyez une deuxième personne, qui peut sortir avec quelqu’un. Rappelez que personne n’est obligé de finir.
"""
CARNET = """
Ce carnet est à vous. Personne ne vous demandera de le montrer.
# Quand j’ai envie de réparer
Qu’est-ce que je ressens dans mon corps?
___
# Quand j’écoute
Quelle phrase pourrais-je garder pour moi?
___
# Quand on m’écoute
Qu’est-ce qui m’aide à continuer?
___
"""
QUESTIONS = """
À découper en cartes. On pige, on répond, ou on repige.
# Pour commencer
- Quel bruit de la maison vous rassure?
- Quel plat faites-vous les yeux fermés?
- Où allez-vous quand il pleut?
# Pour aller plus loin
- Qui vous a appris à demander de l’aide?
- Qu’est-ce que vous ne voulez plus expliquer?
- Quelle porte aimeriez-vous voir ouverte plus tard le soir?
# Pour finir
- Qu’emportez-vous d’ici?
"""
PREPARER = """
De septembre au 10 octobre, ce qu’il y a à faire et qui peut le faire.
# Cinq semaines avant
- réserver la salle ou le parc, avec une rampe et des toilettes accessibles;
- proposer l’événement dans l’agenda de la campagne.
# Trois semaines avant
- inviter les voisins, la bibliothèque, les élues et les élus;
- choisir qui parlera, et qui ne veut pas être photographié.
# La semaine même
- imprimer l’affiche; préparer la soupe; relire le plan pour les imprévus.
# Le lendemain
- raconter en trois phrases ce qui s’est passé, et remercier.
"""
PREPARER_AVANT = """
De septembre au 10 octobre, ce qu’il y a à faire.
# Cinq semaines avant
- réserver la salle.
# La semaine même
- imprimer l’affiche et préparer la soupe.
"""
RENDEZ_VOUS = """
Apportez cette feuille. Cochez. Posez une question à la fois.
# Avant d’entrer
- Qui peut m’accompagner?
- Qu’est-ce que je veux dire en premier?
# Mes questions
- À quoi sert ce médicament?
- Que se passe-t-il si je n’en prends pas?
- Y a-t-il autre chose à essayer?
- Combien de temps?
# En sortant
Ce que j’ai compris :
___
"""
LETTRE = """
Madame la députée, monsieur le député,
Le 10 octobre, des dizaines de ressources alternatives en santé mentale ouvrent leurs portes. Nous vous invitons à
passer : il y aura de la soupe, et des gens qui savent ce qui aide.
Nous demandons trois choses : que les lieux restent ouverts le soir, que l’on compte avec nous et non sur nous, et que
le financement dure plus d’un an.
Nous espérons vous y voir.
"""
PROCHES = """
Tenir quelqu’un sans se perdre soi-même : huit pages pour les proches.
# Vous avez le droit d’être fatigué
Aider longtemps use. Une soirée pour soi n’enlève rien à l’autre.
# Ce que vous pouvez demander
- un moment pour poser vos questions, sans la personne si elle l’accepte;
- un numéro à appeler la nuit;
- un groupe où d’autres proches savent de quoi vous parlez.
# Ce qui n’est pas à vous
Les décisions de la personne lui appartiennent, même quand elles inquiètent.
"""
AFFICHE = """
# Ça mijote partout
Le 10 octobre 2026
Venez comme vous êtes. Il y aura de la soupe.
# Chez nous
___
"""
