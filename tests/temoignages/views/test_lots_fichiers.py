"""The files that workshops send, as spreadsheets and people write them: each line, each fault, in a French sentence."""

import re
from collections.abc import Iterator
from unittest import mock

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.test import Client
from django.urls import reverse

from temoignages.models import Lot
from tests.fabriques.reseau import RessourceFactory

from .atelier import ATELIERS, FICHIER, LIGNES, TITRES, codes, confirmer, deposer_fichier, preparer
from .envoi import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tisonnier")]


@pytest.mark.parametrize(
    ("ligne", "message"),
    [
        (";;Le Tisonnier;québec", "Écrivez quelques mots"),
        (";a;Le Tisonnier;québec", "au moins deux caractères"),
        (f";{'v' * 10_001};Le Tisonnier;québec", "10\u00a0001 caractères"),
        (";des mots;;québec", "Il manque la ressource."),
        (";des mots;Nulle Part;québec", "n’est pas dans le répertoire : Nulle Part"),
        (";des mots;La Passerelle;québec", "Plusieurs ressources portent ce nom"),
        (";des mots;Le Tisonnier;", "« ressource », « région » ou « Québec »"),
        (";des mots;Le Tisonnier;moi", "« ressource », « région » ou « Québec »"),
        ("Une autre phrase…;des mots;Le Tisonnier;québec", "Cette phrase à compléter n’existe pas."),
        (";des mots", "Il manque la ressource."),
        (";<script>alert(1)</script>;<b>x</b>;québec", "n’est pas dans le répertoire"),
    ],
    ids=lambda valeur: str(valeur)[:24],
)
def test_chaque_ligne_fautive_dit_pourquoi(ligne: str, message: str, chez_premiere: Client) -> None:
    for region in ("05", "06"):
        RessourceFactory.create(nom="La Passerelle", region=region)
    reponse = deposer_fichier(chez_premiere, f"{TITRES}{ligne}\n".encode())
    assert reponse.status_code == 200
    assert message in page(reponse)
    assert "<script>alert" not in reponse.content.decode()


def test_une_ressource_de_deux_regions_se_precise(chez_premiere: Client) -> None:
    for region in ("05", "06"):
        RessourceFactory.create(nom="La Passerelle", region=region)
    source = page(deposer_fichier(chez_premiere, f"{TITRES};des mots;La Passerelle (Estrie);québec\n".encode()))
    assert "1 ligne prête" in source


def test_un_double_est_signale_mais_importe(chez_premiere: Client) -> None:
    lot = preparer(chez_premiere, f"{TITRES};DIRE NON;Le Tisonnier;québec\n;Dire non.;Le Tisonnier;québec\n".encode())
    source = page(chez_premiere.get(reverse("paroles:lot", args=[lot.pk])))
    assert "mêmes mots que la ligne 2" in source
    assert len(codes(confirmer(chez_premiere, lot))) == 2


LISIBLES = {
    "latin-1": (TITRES + LIGNES).replace("…", "...").encode("latin-1"),
    "windows-1252": (TITRES + LIGNES).encode("cp1252"),
    "utf-8 avec marque": (TITRES + LIGNES).encode("utf-8-sig"),
    "virgules et guillemets": (TITRES + LIGNES)
    .replace("Autour de la table, je trouve…", '"Autour de la table, je trouve…"')
    .replace(";", ",")
    .encode(),
    "tabulations": (TITRES + LIGNES).replace(";", "\t").encode(),
    "fins de ligne windows": (TITRES + LIGNES).replace("\n", "\r\n").encode(),
    "fins de ligne de vieux mac": (TITRES + LIGNES).replace("\n", "\r").encode(),
    "lignes vides": (TITRES + "\n;;;\n" + LIGNES + "\n\n").encode(),
    "colonnes en plus": FICHIER.replace(b"attribution\n", b"attribution;notes\n"),
    "titres en capitales": FICHIER.replace(b"amorce;texte", b"PHRASE;R\xc3\x89PONSE"),
}


@pytest.mark.parametrize("nom", LISIBLES)
def test_un_fichier_ecrit_par_un_autre_tableur_est_lu(nom: str, chez_premiere: Client) -> None:
    assert "2 lignes prêtes" in page(deposer_fichier(chez_premiere, LISIBLES[nom]))


ILLISIBLES: dict[str, tuple[bytes, str]] = {
    "vide": (b"", "Le fichier est vide."),
    "blanc": (b" \n\n ", "Le fichier est vide."),
    "marque seule": (b"\xef\xbb\xbf", "vide"),
    "titres seuls": (TITRES.encode(), "Le fichier n’a que la ligne des titres."),
    "colonnes manquantes": (b"amorce;texte\n;des mots\n", "Il manque des colonnes : ressource, attribution."),
    "sans titres": (LIGNES.encode(), "Il manque des colonnes"),
    "une image": (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "Ce n’est pas un fichier CSV."),
    "un classeur": (b"PK\x03\x04\x14\x00\x06\x00", "Ce classeur ne peut pas être lu."),
    "utf-16": ((TITRES + LIGNES).encode("utf-16"), "Ce n’est pas un fichier CSV."),
    "trop lourd": (FICHIER + b"x" * 2_200_000, "dépasse 2 Mo"),
    "bien trop lourd": (FICHIER + b"x" * 4_000_000, "dépasse 2 Mo"),
    "trop de lignes": (TITRES.encode() + b";des mots;Le Tisonnier;region\n" * 2_001, "2 000 lignes"),
    "guillemet jamais refermé": (TITRES.encode() + b';"' + b"des mots\n" * 20_000, ""),
}


@pytest.mark.parametrize("nom", ILLISIBLES)
def test_un_fichier_illisible_dit_pourquoi(nom: str, chez_premiere: Client) -> None:
    octets, message = ILLISIBLES[nom]
    reponse = deposer_fichier(chez_premiere, octets)
    assert reponse.status_code == 400
    erreurs = " ".join(re.findall(r'class="errorlist"[^>]*>(.*?)</ul>', page(reponse)))
    assert erreurs
    assert message in erreurs
    assert not Lot.objects.exists()


@pytest.mark.parametrize("edition", ["", "abc", "1999", "9" * 30, "2101", "\x00"])
def test_une_edition_impossible_est_refusee(edition: str, chez_premiere: Client) -> None:
    assert deposer_fichier(chez_premiere, edition=edition).status_code == 400
    assert not Lot.objects.exists()


def test_sans_fichier_une_phrase(chez_premiere: Client) -> None:
    reponse = chez_premiere.post(ATELIERS, {"edition": 2027})
    assert reponse.status_code == 400
    assert "errorlist" in page(reponse)


@pytest.fixture
def sans_fichier_temporaire() -> Iterator[None]:
    """Refuse that Django write an upload on the disk."""
    with mock.patch.object(TemporaryUploadedFile, "__init__", side_effect=AssertionError("written on the disk")):
        yield


@pytest.mark.usefixtures("sans_fichier_temporaire")
@pytest.mark.parametrize("taille", [0, 2_000_000, 4_000_000])
def test_un_fichier_ne_touche_jamais_le_disque(taille: int, chez_premiere: Client) -> None:
    lignes = b";des mots;Le Tisonnier;region\n" * (taille // 30)
    assert deposer_fichier(chez_premiere, FICHIER + lignes).status_code in {200, 400}
