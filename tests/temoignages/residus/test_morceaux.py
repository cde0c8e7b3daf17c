"""Bytes become text whatever they hold; a reference never holds a word."""

import gzip
import io
import zipfile

import pytest

from temoignages.residus.morceaux import TAILLE_LECTURE, reference_sure, texte_des_octets, textes_de, textes_du_flux

PHRASE = "la bouilloire chantait sous les tuques mauves, l’été dernier"


@pytest.mark.parametrize("encodage", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("devant", [b"", b"\xff", b"\x00\x01\xfe"])
def test_un_texte_se_lit_dans_des_octets(encodage: str, devant: bytes) -> None:
    assert PHRASE in texte_des_octets(devant + PHRASE.encode(encodage) + b"\xff\x00")


def test_un_texte_a_cheval_sur_deux_lectures_est_entier() -> None:
    octets = b"\x00" * (TAILLE_LECTURE - 20) + PHRASE.encode() + b"\x00" * 50
    assert any(PHRASE in texte for texte in textes_du_flux(io.BytesIO(octets)))


def test_ce_qui_est_compresse_est_ouvert() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("word/document.xml", f"<w:t>{PHRASE}</w:t>")
    archive.seek(0)
    for flux in (archive, io.BytesIO(gzip.compress(PHRASE.encode()))):
        assert any(PHRASE in texte for texte in textes_du_flux(flux))


@pytest.mark.parametrize("debut", [b"PK\x03\x04", b"\x1f\x8b", b"\x1f\x8b\x08\x00"])
def test_une_archive_brisee_se_lit_comme_des_octets(debut: bytes) -> None:
    assert any(PHRASE in texte for texte in textes_du_flux(io.BytesIO(debut + PHRASE.encode())))


def test_une_archive_verrouillee_n_arrete_pas_la_fouille() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zip_:
        zip_.writestr("notes.txt", PHRASE)
    verrouillee = bytearray(archive.getvalue())
    for signature, drapeaux in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        verrouillee[verrouillee.index(signature) + drapeaux] |= 1  # « encrypted », in both headers
    with pytest.raises(RuntimeError), zipfile.ZipFile(io.BytesIO(verrouillee)) as zip_:
        zip_.read("notes.txt")
    assert "notes.txt" in list(textes_du_flux(io.BytesIO(verrouillee)))


def test_les_valeurs_d_une_base_deviennent_du_texte() -> None:
    valeurs = [PHRASE, PHRASE.encode(), memoryview(PHRASE.encode()), [PHRASE], {"a": PHRASE}]
    assert all(PHRASE in " ".join(textes_de(valeur)) for valeur in valeurs)
    assert [list(textes_de(valeur)) for valeur in (None, 3, 2.5, True)] == [[], [], [], []]


@pytest.mark.parametrize(
    "sure", ["12", "k7q2m", "0b6ee43f5f8a4a4bb3a5f8b4a7d9c001", "0b6ee43f-5f8a-4a4b-b3a5-f8b4a7d9c001"]
)
def test_un_numero_se_montre(sure: str) -> None:
    assert reference_sure(sure) == sure


@pytest.mark.parametrize("risquee", ["gaetane", "Gaétane Vermillon.png", "images/tuques-mauves.webp", "a" * 300, ""])
def test_ce_qui_pourrait_etre_un_mot_devient_une_empreinte(risquee: str) -> None:
    reference = reference_sure(risquee)
    assert len(reference) == 16
    assert reference not in risquee or not reference
