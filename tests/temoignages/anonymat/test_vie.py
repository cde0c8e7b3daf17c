"""What is rare in a life: ages, dates, family, events, place in a group, origin; and what is too common to count."""

import pytest

from temoignages.anonymat import detecter


def quasi(texte: str) -> list[tuple[str, str]]:
    """Return the type and passage of each quasi-identifier found."""
    return [(c.type, texte[c.debut : c.fin]) for c in detecter(texte) if c.niveau == "quasi"]


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("En février 2019, j’ai cogné.", ("DATE", "février 2019")),
        ("Le mercredi 7 juin 2017, il pleuvait.", ("DATE", "Le mercredi 7 juin 2017")),
        ("Entre le 4 et le 11 décembre, rien.", ("DATE", "le 4 et le 11 décembre")),
        ("Au mois de mars, j’ai fui.", ("DATE", "mars")),
        ("Mon grand-père de 88 ans riait.", ("AGE", "88 ans")),
        ("Je suis partie à quarante.", ("AGE", "quarante")),
        ("mon fils 8 ans et moi", ("AGE", "8 ans")),
        ("Je marchais. Quatre-vingt-trois ans, pis droite.", ("AGE", "Quatre-vingt-trois ans")),
        ("J’ai enterré trois maris.", ("FAMILY", "trois maris")),
        ("Je suis la dernière de quatorze.", ("FAMILY", "la dernière de quatorze")),
        ("Mon bébé a été donné en adoption.", ("FAMILY", "donné en adoption")),
        ("Ma mère est la veuve du maire.", ("FAMILY", "veuve du maire")),
        ("Après l’incendie de la résidence, rien.", ("EVENT", "l’incendie de la résidence")),
        ("On l’a retrouvée au matin par des plongeurs.", ("EVENT", "retrouvée au matin par des plongeurs")),
        ("Moi, porte-parole du regroupement!", ("ROLE", "porte-parole du regroupement")),
        ("C’est le seul gaucher du club.", ("ROLE", "le seul gaucher du club")),
        ("Je viens de Colombie.", ("ORIGIN", "de Colombie")),
        ("Chambre 512, je dormais.", ("UNIT", "Chambre 512")),
        ("J’étais au Centre des femmes de la Vallée.", ("FACILITY", "Centre des femmes de la Vallée")),
        ("jallais au cegep de matapet", ("SCHOOL", "cegep de matapet")),
        ("Je travaille chez Rouleau et Fils.", ("EMPLOYER", "Rouleau et Fils")),
        ("jreste a baie comeau", ("PLACE", "baie comeau")),
        ("J’ai marché jusqu’à Cap-Santé.", ("PLACE", "Cap-Santé")),
        ("Y criait sur Sainte-Catherine.", ("STREET", "Sainte-Catherine")),
    ],
)
def test_un_trait_rare_est_trouve(texte: str, attendu: tuple[str, str]) -> None:
    assert attendu in quasi(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "J’ai attendu 3 ans. Une thérapie de trois ans. Pendant vingt-six ans, rien.",
        "On était à deux, à trois. Le printemps 2019 aussi.",
        "C’est la seule place où je dors. La première fois du mois.",
        "J’ai deux enfants, trois frères et un chat.",
        "Un accident de parcours, un feu de camp, un feu de joie.",
        "Je suis membre du groupe. Je suis membre de l’organisme.",
        "Montréal est grand. La Sainte-Catherine, la tire, la neige.",
        "À l’hôpital, à l’école, au cégep, dans la rue.",
    ],
)
def test_un_trait_commun_passe(texte: str) -> None:
    assert quasi(texte) == []


@pytest.mark.parametrize(
    "texte",
    [
        "Alma m’a prise dans ses bras.",
        "Sœur Saint-Anselme chantait.",
        "Le groupe, Zilda Roy, la nuit.",
        "Mme Granby dort.",
    ],
)
def test_un_lieu_ou_un_commerce_ne_cache_pas_une_personne(texte: str) -> None:
    assert [c.niveau for c in detecter(texte)][:1] == ["direct"]
