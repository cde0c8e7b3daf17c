"""Names: unknown capitals, names that are words, names without capital, and the words that stay words."""

import pytest

from temoignages.anonymat import detecter


def directs(texte: str, *permis: str) -> list[str]:
    """Return the passages found that name someone."""
    return [texte[c.debut : c.fin] for c in detecter(texte, permis) if c.niveau == "direct"]


@pytest.mark.parametrize(
    ("texte", "noms"),
    [
        ("Merci à Zacharie Bellehumeur.", ["Zacharie Bellehumeur"]),
        ("Tuvaaluk Qumaluk m’a nourrie.", ["Tuvaaluk Qumaluk"]),
        ("J’ai parlé à madame Van den Bossche hier.", ["Van den Bossche"]),
        ("Mme Trần Thị Mai cousait.", ["Trần Thị Mai"]),
        ("Rose m’a appris à nager.", ["Rose"]),
        ("Avec Aurore, on jase.", ["Aurore"]),
        ("Quand Pierre est parti, j’ai eu froid.", ["Pierre"]),
        ("J’ai dit à Hiver que je restais.", ["Hiver"]),
        ("Il s’appelait Fidèle.", ["Fidèle"]),
        ("Ma sœur Clémence est là.", ["Clémence"]),
        ("M. Boucher et Mme Roy.", ["Boucher", "Roy"]),
        ("Le Dr L’Écuyer est passé.", ["L’Écuyer"]),
        ("Quand la Puce est morte, j’ai pleuré.", ["la Puce"]),
        ("Les murs tombent. — Normand P.", ["Normand P."]),
        ("Être libre. Violette, 61 ans", ["Violette"]),
        ("Ève, je t’attends. Ève m’a souri.", ["Ève", "Ève"]),
        ("P. Lavoie et A. B. riaient.", ["P. Lavoie", "A. B."]),
        ("Mon nom? B-o-l-d-u-c.", ["B-o-l-d-u-c"]),
        ("On m’a surnommé « Tornade ».", ["Tornade"]),
        ("jmappelle yvon pis ça va", ["yvon"]),
        ("monsieur boisvert a dit non", ["boisvert"]),
        ("marie eve ma aidé", ["marie eve"]),
        ("louise st-pierre riait", ["louise st-pierre"]),
        ("mon chum djo comprend", ["djo"]),
        ("MERCI À TOUT LE MONDE ET À GINETTE", ["GINETTE"]),
        ("Gi\u200bnette est venue.", ["Gi\u200bnette"]),
        ("J’ai pris la place de Sylvie.", ["Sylvie"]),
        ("L’école de Mathieu, la clinique de Julie.", ["Mathieu", "Julie"]),
        ("Colombe dort encore.", ["Colombe"]),
        ("Picard, lui, a chialé.", ["Picard"]),
        ("Noël est venu souper. France conduisait.", ["Noël", "France"]),
        ("J’ai vu monsieur de la Bruère.", ["de la Bruère"]),
        ("Salut Coco, salut la Girafe.", ["Coco", "la Girafe"]),
        ("Ma blonde, Plume, ronfle.", ["Plume"]),
        ("On aimait la grosse Berthe pis le beau Marcel.", ["la grosse Berthe", "le beau Marcel"]),
        ("Mon ami K. dormait. Z. m’a dit bonjour.", ["K.", "Z."]),
        ("J’ai écrit à Marie TREMBLAY.", ["Marie TREMBLAY"]),
        ("Je remercie Serge Boucher. Boucher comprendra.", ["Serge Boucher", "Boucher"]),
        ("Merci pour la chaise.\nRose", ["Rose"]),
        ("J’ai connu Trudel-Ouest.", ["Trudel-Ouest"]),
    ],
)
def test_un_nom_est_trouve(texte: str, noms: list[str]) -> None:
    assert directs(texte) == noms


@pytest.mark.parametrize(
    "texte",
    [
        "Personne m’a écouté. Dieu non plus. Rien m’a aidé.",
        "Violette, lavande, menthe : le jardin.",
        "Fidèle à moi-même, enfin.",
        "La Charte, la Loi, le Curateur public.",
        "France, Belgique, Suisse : partout pareil.",
        "Freud, Jung, Lacan : j’ai tout lu.",
        "Le Seroquel, la GAM, la DPJ, le CLSC.",
        "LA PERTE DE LIBERTÉ. LES PORTES BARRÉES.",
        "chu tanné d’être un cas, tsé, pis j’braille",
        "Les participant·es sont arrivé(e)s.",
        "Aujourd’hui, lorsqu’il pleut, puisqu’il faut.",
        "Noël, Pâques, la Saint-Jean, le Jour de l’An.",
        "Les Québécois, les Innus, les Haïtiennes.",
        "Patience. Courage. Espoir, c’est mon mot.",
        "Noël approche. Écrire m’a sauvée. Peindre aussi.",
        "Olive verte, victoire ou défaite, grâce à vous.",
        "Le CHSLD, la SQ, un TDAH, avec RDV au CLSC.",
        "La Commission et le Tribunal m’ont entendue.",
        "— Entre donc, il fait froid!",
        '<p class="a">Merci</p> <script>alert(1)</script>',
        "😀 🌈 שלום عليكم",
    ],
)
def test_un_mot_reste_un_mot(texte: str) -> None:
    assert directs(texte) == []


@pytest.mark.parametrize("nom", ["Le Fanal", "LE FANAL", "le Fanal", "Fanal"])
def test_un_nom_permis_n_est_pas_signale(nom: str) -> None:
    assert directs("Au Fanal, on rit.", nom) == []


def test_un_nom_permis_pardonne_accents_apostrophes_et_tirets() -> None:
    assert directs("Merci à l'Eclaircie et à Auto-Parole.", "L’Éclaircie", "Auto–Parole") == []


def test_un_nom_permis_ne_couvre_ni_une_personne_ni_un_nom_plus_long() -> None:
    assert directs("Mme Laval m’a parlé.", "Laval") == ["Laval"]
    assert directs("Le centre Berthe-Gagné et Berthe Gagnon.", "Centre Berthe-Gagné") == ["Berthe Gagnon"]


@pytest.mark.parametrize(
    ("texte", "suggestion"),
    [
        ("Avec Aurore, on jase.", "une amie"),
        ("Sylvain est venu.", "Un ami"),
        ("Ma sœur Clémence est là.", "[prénom retiré]"),
        ("Mme Pelletier est venue.", "[nom retiré]"),
        ("Merci à Tuvaaluk.", "une personne"),
    ],
)
def test_la_suggestion_s_accorde_a_la_phrase(texte: str, suggestion: str) -> None:
    assert [c.suggestion for c in detecter(texte)] == [suggestion]
