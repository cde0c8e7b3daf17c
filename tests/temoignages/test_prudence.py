"""What is flagged of words about suicide, and above all what is not: invented sentences, both ways."""

from itertools import pairwise

import pytest

from temoignages.prudence import CONSEILS, Alerte, Prudence, signaler_prudence

SIGNALEES = [
    ("Mon cousin s’est pendu l’an dernier.", Prudence.METHODE),
    ("J’ai pensé à me pendre dans ma chambre.", Prudence.METHODE),
    ("Elle s’est tiré une balle.", Prudence.METHODE),
    ("J’ai avalé une boîte de pilules un soir.", Prudence.METHODE),
    ("J’ai pris toutes mes pilules d’un coup.", Prudence.METHODE),
    ("Je me suis ouvert les veines à quinze ans.", Prudence.METHODE),
    ("Je voulais en finir avec une corde.", Prudence.METHODE),
    ("Il est mort par pendaison.", Prudence.METHODE),
    ("On a parlé de surdose volontaire.", Prudence.METHODE),
    ("Elle a voulu mourir avec ses médicaments.", Prudence.METHODE),
    ("J’ai voulu me jeter en bas du pont.", Prudence.LIEU),
    ("Il voulait sauter du viaduc.", Prudence.LIEU),
    ("Il s’est lancé devant le métro.", Prudence.LIEU),
    ("Je pensais mourir, je suis allée sur le pont Champlain.", Prudence.LIEU),
    ("Elle s’est jetée dans le fleuve.", Prudence.LIEU),
    ("J’avais écrit ma lettre d’adieu.", Prudence.NOTE),
    ("Il a laissé une note de suicide.", Prudence.NOTE),
    ("J’avais laissé un mot à ma mère avant de mourir, je pensais.", Prudence.NOTE),
    ("Mes messages d’adieu étaient prêts.", Prudence.NOTE),
    ("J’ai raté mon suicide.", Prudence.REUSSITE),
    ("Sa tentative ratée l’a ramenée chez nous.", Prudence.REUSSITE),
    ("Elle a réussi son suicide.", Prudence.REUSSITE),
    ("Il a commis un suicide.", Prudence.REUSSITE),
    ("Ma tentative a échoué, ils m’ont dit.", Prudence.REUSSITE),
    ("Il a réussi à se tuer.", Prudence.REUSSITE),
    ("Le suicide est une délivrance.", Prudence.EMBELLI),
    ("Il a eu le courage de se suicider.", Prudence.EMBELLI),
    ("Elle s’est suicidée, elle est enfin en paix.", Prudence.EMBELLI),
    ("Son suicide était un acte de courage.", Prudence.EMBELLI),
    ("Quel beau suicide, comme dans les films.", Prudence.EMBELLI),
    ("Je me suis pendue en 2003 pis la corde a lâché.", Prudence.METHODE),
    ("Il s’est enlevé la vie avec le fusil de son père.", Prudence.METHODE),
    ("Elle a sauté du dixième étage.", Prudence.LIEU),
    ("J’ai avalé deux bouteilles de Tylenol.", Prudence.METHODE),
    ("Je voulais me lancer en avant du métro.", Prudence.LIEU),
    ("J’ai pris une surdose de somnifères.", Prudence.METHODE),
    ("Je me suis coupé les veines.", Prudence.METHODE),
    ("Il a fait une tentative qui a échoué.", Prudence.REUSSITE),
    ("Elle a fini par réussir son suicide.", Prudence.REUSSITE),
    ("Ma troisième tentative, je l’ai manquée.", Prudence.REUSSITE),
    ("J’ai failli réussir à m’enlever la vie.", Prudence.REUSSITE),
    ("On m’a retrouvée avec une note d’adieu dans les mains.", Prudence.NOTE),
    ("Là-haut elle est enfin libre, elle s’est suicidée pour ça.", Prudence.EMBELLI),
    ("Le suicide, c’est une belle façon de partir.", Prudence.EMBELLI),
    ("Je me suis jetée devant une voiture.", Prudence.LIEU),
    ("Je m’automutilais avec une lame.", Prudence.METHODE),
    ("Il est mort pendu dans son garage.", Prudence.METHODE),
    ("Je pensais me noyer dans le fleuve pour mourir.", Prudence.METHODE),
]
# To suffer, mourn, hope, be angry or accuse is never flagged; neither are the same words about something else.
PERMISES = [
    "J’ai pensé au suicide pendant des années.",
    "J’ai perdu mon frère par suicide et je l’aime.",
    "Je voulais mourir, pis quelqu’un m’a écoutée.",
    "J’ai appelé au 1 866 APPELLE au milieu de la nuit.",
    "J’ai survécu à une tentative de suicide.",
    "La psychiatrie m’a volé dix ans.",
    "Ils m’ont bourrée de pilules, je suis en crisse.",
    "On m’a attachée pendant deux jours, je n’oublierai jamais.",
    "Les médicaments m’ont assommée.",
    "J’ai pris mes médicaments toute ma vie.",
    "Je hais l’hôpital, je hais leurs contentions.",
    "Ma mère a pris une photo de moi sur le pont.",
    "On a sauté de joie en bas des marches.",
    "J’ai coupé les légumes de la soupe, je me suis coupé le doigt.",
    "J’ai laissé un mot sur le frigo avant de partir.",
    "J’ai raté mon autobus, j’ai manqué la tentative de gâteau.",
    "J’ai réussi à me lever ce matin.",
    "J’ai eu le courage de demander de l’aide.",
    "Le suicide n’est pas un choix, c’est une souffrance.",
    "Le suicide n’est pas une solution, on me l’a assez répété.",
    "Ici je suis enfin en paix.",
    "La corde à linge, c’est mon jardin suspendu.",
    "Le pendu, on y joue le jeudi au local.",
    "Je me suis jetée dans le travail.",
    "Je dépends de mon chum pour les sous.",
    "Le métro est en panne, je suis arrivée en retard au groupe.",
    "Il s’est lancé dans la cuisine du café.",
    "Mon psychiatre m’a tuée à petit feu.",
    "C’est un acte de courage de parler ici.",
    "Les électrochocs m’ont détruite, qu’ils aient honte.",
    "Sans le groupe, je serais morte.",
    "Je suis fâchée noir contre le système qui laisse mourir le monde.",
    "Arrêtez de nous prescrire des pilules pour tout.",
    "C’est une belle mort qu’il a eue, grand-papa, entouré de nous autres.",
    "Je me suis noyée dans la paperasse.",
    "Je n’ai pas le courage de me tuer à l’ouvrage.",
    "La note de service parlait de suicide assisté.",
    "Ça va nous pendre au nez, cette affaire-là.",
    "Un pont entre nous, c’est tout ce qu’il faut.",
    "Mon fils s’est enlevé la vie à 19 ans. Il me manque.",
    "J’ai fait trois tentatives, et je suis encore là.",
    "À l’hôpital ils m’ont mise en contention et piquée de force.",
    "La pilule passe pas, je suis fâchée.",
    "Il a réussi son cours, lui qui voulait mourir.",
    "Je pense à la mort souvent, mais je viens au groupe.",
    "J’ai laissé une lettre à mon psychiatre avant de partir de là.",
    "Mon voisin a sauté du lit quand j’ai crié.",
    "J’ai traversé le pont Jacques-Cartier à pied pour la marche de prévention du suicide.",
    "Elle a coupé les ponts avec sa famille.",
    "J’ai pris toutes mes pilules comme le docteur l’a dit.",
    "La prévention du suicide dans le métro, c’est pas juste des affiches.",
    "On a réussi à se parler du suicide sans peur.",
    "J’ai pris mes médicaments tous les matins.",
    "Ils voulaient me tuer à coup de médicaments.",
    "Demander de l’aide, c’est un acte de courage, même quand on pense au suicide.",
    "Ma tentative de lettre au ministre a échoué.",
]


@pytest.mark.parametrize(("texte", "genre"), SIGNALEES)
def test_ce_qui_peut_faire_mal_est_signale(texte: str, genre: Prudence) -> None:
    (alerte,) = signaler_prudence(texte)
    assert alerte.genre == genre
    assert 0 <= alerte.debut < alerte.fin <= len(texte)


@pytest.mark.parametrize("texte", PERMISES)
def test_la_peine_la_colere_et_la_critique_ne_sont_jamais_signalees(texte: str) -> None:
    assert signaler_prudence(texte) == []


def test_les_jeux_sont_assez_grands() -> None:
    assert min(len(SIGNALEES), len(PERMISES)) >= 25
    assert {genre for _texte, genre in SIGNALEES} == set(Prudence)


def test_les_accents_les_majuscules_et_les_apostrophes_ne_comptent_pas() -> None:
    for texte in (
        "J'AVAIS ÉCRIT MA LETTRE D'ADIEU",
        "j’avais e\u0301crit ma lettre\u00a0d’adieu",
        "ma lettre d’adieu 🕊",
    ):
        (alerte,) = signaler_prudence(texte)
        assert texte[alerte.debut : alerte.fin].casefold().replace("’", "'").endswith("d'adieu")


def test_deux_alertes_ne_se_chevauchent_pas() -> None:
    texte = "J’ai laissé une lettre d’adieu avant de mourir avec une corde, au pont."
    alertes = signaler_prudence(texte)
    assert alertes
    assert all(a.fin <= b.debut for a, b in pairwise(alertes))


def test_chaque_genre_a_son_conseil() -> None:
    assert set(CONSEILS) == set(Prudence)
    assert [Alerte(0, 1, genre).conseil for genre in Prudence] == list(CONSEILS.values())


def test_un_texte_vide_ou_tres_long_ne_coute_rien() -> None:
    assert signaler_prudence("") == []
    assert signaler_prudence("me se avalé une boîte de des des " * 300) == []
