"""A workshop's file, whatever spreadsheet wrote it."""

import csv
import io
import zipfile

import pytest

from medias.tableaux import LIGNES_MAX, TAILLE_MAX, FeuilleIllisible, plat
from temoignages.feuilles import D_UNE_RESSOURCE, Rangee, cle_de_personne, lire_collage, lire_feuille

TITRES = "amorce;texte;ressource;attribution\n"
LIGNE = "Ici, je…;l’été à Noël, cœur;L’Escabeau;région\n"
LUE = Rangee(2, "Ici, je…", "l’été à Noël, cœur", "L’Escabeau", "région")


@pytest.mark.parametrize(("encodage", "nom"), [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252")])
def test_l_encodage_est_reconnu_et_dit(encodage: str, nom: str) -> None:
    feuille = lire_feuille((TITRES + LIGNE).encode(encodage))
    assert feuille.rangees == (LUE,)
    assert feuille.encodage == nom


def test_le_latin_1_se_lit_comme_windows() -> None:
    ligne = "Ici;l'été à Noël;Le Phare;Québec\n"
    assert lire_feuille((TITRES + ligne).encode("latin-1")).rangees[0].texte == "l'été à Noël"


def test_un_octet_qui_n_est_d_aucun_encodage_ne_fait_pas_d_erreur() -> None:
    assert "\ufffd" in lire_feuille(TITRES.encode() + b"a;b\x81\xe9;c;d").rangees[0].texte


@pytest.mark.parametrize("separateur", [";", ",", "\t"])
@pytest.mark.parametrize("fin", ["\n", "\r\n"])
def test_chaque_separateur_et_fin_de_ligne_se_lit(separateur: str, fin: str) -> None:
    sortie = io.StringIO()
    ecrivain = csv.writer(sortie, delimiter=separateur, lineterminator=fin)
    ecrivain.writerows([["amorce", "texte", "ressource", "attribution"], ["a", "b; c, d\te", "L’Escabeau", "région"]])
    rangees = lire_feuille(sortie.getvalue().encode()).rangees
    assert rangees == (Rangee(2, "a", "b; c, d\te", "L’Escabeau", "région"),)


@pytest.mark.parametrize(
    "titres",
    [
        "AMORCE;Texte;Ressource;Attribution",
        " Phrase à compléter ;Suite…;Organisme;Niveau",
        "Début;Réponse;Groupe;attribution;remarques",
        "remarques;attribution;groupe;complétion;phrase",
    ],
)
def test_les_titres_se_reconnaissent_sans_casse_ni_accent_dans_tout_ordre(titres: str) -> None:
    rang = {nom: place for place, nom in enumerate(plat(t) for t in titres.split(";"))}
    assert rang
    assert len(lire_feuille(f"{titres}\na;b;c;d;e\n".encode()).rangees) == 1


@pytest.mark.parametrize(
    ("titres", "manquantes"),
    [
        ("texte;ressource;attribution", "amorce"),
        ("amorce;texte", "ressource, attribution"),
        ("a;b;c;d", "amorce, texte, ressource, attribution"),
        ("\n\namorce;texte;ressource;attribution", "amorce, texte, ressource, attribution"),
    ],
)
def test_les_colonnes_manquantes_sont_nommees(titres: str, manquantes: str) -> None:
    with pytest.raises(FeuilleIllisible, match=f"Il manque des colonnes : {manquantes}\\."):
        lire_feuille(f"{titres}\n1;2;3;4\n".encode())


def classeur() -> bytes:
    """Return the beginning of an XLSX: a zip archive."""
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 50)
    return sortie.getvalue()


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        (b"", "vide"),
        (b" \r\n\t\n", "vide"),
        (TITRES.encode(), "n’a que la ligne des titres"),
        ((TITRES + ";;;\n  ;\t;;\n\n").encode(), "n’a que la ligne des titres"),
        ((TITRES + "a;b\0c;d;e").encode(), "Ce n’est pas un fichier CSV"),
        ((TITRES + LIGNE).encode("utf-16"), "Ce n’est pas un fichier CSV"),
        (classeur(), "Ce classeur ne peut pas être lu"),
        (TITRES.encode() + b"a" * (3 * 1024 * 1024), "dépasse 2 Mo"),
        ((TITRES + "a;b;c;d\n" * (LIGNES_MAX + 1)).encode(), "plus de 2\\s000 lignes"),
    ],
    ids=["vide", "blanc", "titres", "lignes vides", "NUL", "UTF-16", "XLSX", "3 Mo", "2001 lignes"],
)
def test_un_fichier_illisible_dit_pourquoi(octets: bytes, message: str) -> None:
    with pytest.raises(FeuilleIllisible, match=message):
        lire_feuille(octets)


@pytest.mark.parametrize(
    "octets",
    [
        pytest.param(b"\xef\xbb\xbf", id="BOM seul"),
        pytest.param((TITRES + LIGNE).replace("\n", "\r").encode(), id="retours de l’ancien Mac"),
        pytest.param((TITRES + 'a;"' + "b" * 140_000 + ";c;d").encode(), id="guillemet jamais fermé"),
    ],
)
def test_un_fichier_tordu_ne_fait_pas_d_erreur_de_programme(octets: bytes) -> None:
    try:
        assert lire_feuille(octets).rangees == (LUE,)
    except FeuilleIllisible as refus:
        assert str(refus)  # noqa: PT017 - either answer is right: read it, or say why not


def test_les_limites_passent_juste() -> None:
    assert len(lire_feuille((TITRES + "a;b;c;d\n" * LIGNES_MAX).encode()).rangees) == LIGNES_MAX
    lourd = TITRES.encode() + (b"a;b;c;" + b"d" * 100_000 + b"\n") * 20
    assert len(lire_feuille(lourd + b"e" * (TAILLE_MAX - len(lourd))).rangees) == 21


def test_les_lignes_vides_de_la_fin_ne_comptent_pas() -> None:
    assert len(lire_feuille((TITRES + "a;b;c;d\n" * 60 + ";;;\n" * LIGNES_MAX).encode()).rangees) == 60


def test_un_texte_entre_guillemets_garde_ses_sauts_et_ses_separateurs() -> None:
    octets = (TITRES + 'a;"un; deux\ntrois ""quatre""";c;d\ne;f;g;h\n').encode()
    rangees = lire_feuille(octets).rangees
    assert rangees[0].texte == 'un; deux\ntrois "quatre"'
    assert [rangee.numero for rangee in rangees] == [2, 3]


def test_une_ligne_trop_courte_donne_des_cases_vides_et_les_lignes_vides_comptent() -> None:
    rangees = lire_feuille((TITRES + "\na;b\n").encode()).rangees
    assert rangees == (Rangee(3, "a", "b", "", ""),)


@pytest.mark.parametrize("texte", ["Région", " RÉGION. ", "re\u0301gion", "region…"])
def test_plat_pardonne_la_casse_les_accents_et_les_points(texte: str) -> None:
    assert plat(texte) == "region"


def test_une_ressource_peut_ne_donner_que_la_colonne_texte() -> None:
    feuille = lire_feuille("Réponse;Personne\nbonjour;b\n".encode(), D_UNE_RESSOURCE)
    assert feuille.rangees == (Rangee(2, texte="bonjour", personne="b"),)


@pytest.mark.parametrize(
    ("collage", "lues"),
    [
        ("un\ndeux", {1: "un", 2: "deux"}),
        ("\r\n un \r\n\r\ndeux\r", {2: "un", 4: "deux"}),
        ('"un" dit-elle\n"deux', {1: '"un" dit-elle', 2: '"deux'}),
        ("un; deux, trois", {1: "un; deux, trois"}),
        ('phrase\ttexte\nIci…\tun\n\t\n\t"deux\nlignes"', {2: "un", 4: "deux\nlignes"}),
        ("Texte\tPersonne\nun\tA\ndeux", {2: "un", 3: "deux"}),
    ],
)
def test_un_collage_est_fait_de_lignes_ou_d_un_tableau_titre(collage: str, lues: dict[int, str]) -> None:
    assert {rangee.numero: rangee.texte for rangee in lire_collage(collage).rangees} == lues


@pytest.mark.parametrize(
    ("collage", "message"),
    [
        ("", "aucune ligne"),
        ("a\tb", "ligne des titres"),
        ("texte\tpersonne\n", "n’a que"),
        ("a" * 2_200_000, "trop long"),
    ],
)
def test_un_collage_illisible_dit_pourquoi(collage: str, message: str) -> None:
    with pytest.raises(FeuilleIllisible, match=message):
        lire_collage(collage)


@pytest.mark.parametrize(
    ("saisie", "cle"),
    [("a", "A"), (" B ", "B"), ("7", "7"), ("007", "7"), ("A12", "A12"), ("12.0", "12"), ("0", "0"), ("", "")],
)
def test_une_lettre_ou_un_numero_distingue_une_personne(saisie: str, cle: str) -> None:
    assert cle_de_personne(saisie) == cle


@pytest.mark.parametrize("saisie", ["Jo", "JG", "J.", "Gaétane", "é", "1961", "12A", "A-1", "moi", "ß", "①", "٣"])
def test_ce_qui_pourrait_nommer_quelqu_un_est_refuse(saisie: str) -> None:
    assert cle_de_personne(saisie) is None
