"""What is refused, and the sentence that the person reads; what is broken at random passes clean or is refused."""

import io
import random
import time
import zipfile
import zlib
from typing import Any

import pikepdf
import pytest

from medias.nettoyage import DocumentRefuse, nettoyer
from medias.nettoyage.archive import DEPLIE_MAX, MEMBRES_MAX
from tests.fabriques.fichiers import un_pdf

from ..photos import photo
from .bureautique import archive, docx, epub, odf, pptx, types, xlsx
from .fichiers import BAVARDS
from .pdf import pdf_bavard
from .traces import traces

# What an archive says of its own size is believed, since it cannot give more than it says.
PAR_ESSAI_MAX = 5.0  # seconds


def protege() -> bytes:
    sortie = io.BytesIO()
    with pikepdf.open(io.BytesIO(un_pdf("secret"))) as pdf:
        pdf.save(sortie, encryption=pikepdf.Encryption(owner="a", user=""))
    return sortie.getvalue()


def classeur_gonfle() -> bytes:
    """Return a workbook that unpacks to 140 MB, each part of which is small enough."""
    return xlsx(**{f"xl/a{rang}.xml": b"<a>" + b" " * ((2 << 20) - 8) + b"</a>" for rang in range(70)})


def partie_gonflee() -> bytes:
    """Return a part of 31 MB that shrinks as the text of a large workbook does, not as a bomb."""
    hasard = random.Random(3).randbytes(150_000).hex()  # noqa: S311 - filler
    return b"<a>" + hasard.encode() + b" " * (31 << 20) + b"</a>"


def dessin(signature: bytes) -> bytes:
    """Return a drawing of Windows, which tells the name of the file that it comes from."""
    return signature + "C:\\gaetane.docx".encode("utf-16-le")


EMF = b"\x01\0\0\0" + bytes(36) + b" EMF"
WMF = b"\xd7\xcd\xc6\x9a" + bytes(18)


def bombe_pdf() -> bytes:
    """Return a PDF whose list of objects unpacks to two gigabytes."""
    sortie = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(sortie, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    octets = sortie.getvalue()
    debut, fin = octets.index(b"/ObjStm"), octets.index(b"endstream", octets.index(b"/ObjStm"))
    flux = zlib.compressobj(9)
    gonfle = b"".join(flux.compress(bytes(1 << 20)) for _ in range(300)) + flux.flush()
    tete = octets[:debut] + b"/ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(gonfle)
    return tete + gonfle + b"\n" + octets[fin:]


def sans_pages() -> bytes:
    sortie = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(sortie)
    return sortie.getvalue()


def chemin(nom: str) -> bytes:
    return archive({"[Content_Types].xml": types(), nom: "x"})


BOMBE_XML = (
    '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><w:document xmlns:w="urn:w"><w:t>&c;</w:t></w:document>'
)
DEHORS = '<!DOCTYPE a SYSTEM "file:/etc/passwd"><w:document xmlns:w="urn:w"><w:t>&dehors;</w:t></w:document>'
MACRO = types(**{"word/document.xml": "application/vnd.ms-word.document.macroEnabled.main+xml"})
CHIFFRE = '<manifest:manifest xmlns:manifest="urn:m"><manifest:encryption-data/></manifest:manifest>'
REFUSES: dict[str, tuple[bytes, str]] = {
    "vide": (b"", "vide"),
    "image nommée pdf": (photo("JPEG"), "image"),
    "son": (b"ID3\x04" + bytes(300), "son ou une vidéo"),
    "vidéo": (b"\0\0\0\x20ftypisom" + bytes(300), "son ou une vidéo"),
    "ancien word, ou word protégé": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ancien format"),
    "rtf": (b"{\\rtf1 bonjour}", "RTF"),
    "sous-titres": (b"WEBVTT\n\n00:00.000 --> 00:01.000\nOui", "sous-titres"),
    "page web": (b"<!doctype html><script>alert(1)</script>", "page web"),
    "dessin svg": (b"  <svg onload='alert(1)'></svg>", "page web"),
    "bruit": (bytes(range(256)) * 8, "ne prend que"),
    "programme": (b"MZ\x90\0\x03" + bytes(300), "ne prend que"),
    "archive ordinaire": (archive({"a.txt": "a"}), "ZIP"),
    "archive vide": (archive({}), "ZIP"),
    "archive tronquée": (docx()[:-400], "abîmé"),
    "pdf tronqué": (pdf_bavard()[:-900], "abîmé"),
    "pdf sans pages": (sans_pages(), "abîmé"),
    "pdf qui n’en est pas un": (b"%PDF-1.7 bonjour\n%%EOF", "abîmé"),
    "pdf protégé": (protege(), "mot de passe"),
    "pdf bombe": (bombe_pdf(), "abîmé"),
    "docx à macro": (docx(**{"[Content_Types].xml": MACRO}), "macro"),
    "docx avec vbaProject": (docx(**{"word/vbaProject.bin": b"x"}), "macro"),
    "xlsx avec activeX": (xlsx(**{"xl/activeX/activeX1.bin": b"x"}), "macro"),
    "odt avec Basic": (odf(**{"Basic/script-lc.xml": "<a/>"}), "macro"),
    "epub avec programme": (epub(**{"a.js": "alert(1)"}), "macro"),
    "odt protégé": (odf(**{"META-INF/manifest.xml": CHIFFRE}), "mot de passe"),
    "epub protégé": (epub(**{"META-INF/encryption.xml": "<a/>"}), "mot de passe"),
    "docx avec un objet": (docx(**{"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"}), "objet"),
    "pptx avec une vidéo": (pptx(**{"ppt/media/media1.mp4": b"\0\0\0\x20ftypisom"}), "mp4"),
    "docx dans un docx dans un docx": (docx(**{"word/a.docx": docx(**{"word/b.docx": docx()})}), "docx"),
    "entités": (docx(**{"word/document.xml": BOMBE_XML}), "abîmé"),
    "entité du dehors": (docx(**{"word/document.xml": DEHORS}), "abîmé"),
    "xml mal formé": (docx(**{"word/document.xml": "<a><b></a>"}), "abîmé"),
    "image abîmée": (docx(**{"word/media/i.png": photo("PNG")[:60]}), "abîmé"),
    "docx avec un dessin emf": (docx(**{"word/media/i.emf": dessin(EMF)}), "emf"),
    "docx avec un dessin wmf": (docx(**{"word/media/i.wmf": dessin(WMF)}), "wmf"),
    "wmf sans en-tête, nommé png": (docx(**{"word/media/i.png": dessin(b"\x01\0\t\0\0\x03")}), "EMF ou WMF"),
    "odt avec un dessin de LibreOffice": (odf("text", **{"Pictures/1.svm": dessin(b"VCLMTF")}), "svm"),
    "odf inconnu": (odf("chart"), "abîmé"),
    "bombe zip": (docx(**{"word/media/i.bin": bytes(40 << 20)}), "démesuré"),
    "partie de 31 Mo": (docx(**{"word/document.xml": partie_gonflee()}), "démesuré"),
    "partie qui gonfle une fois écrite": (docx(**{"word/document.xml": b"<a>" + b">" * (20 << 20)}), "démesuré"),
    "trop de fichiers": (archive({f"{rang}": "" for rang in range(MEMBRES_MAX + 1)}), "démesuré"),
    "sort du dossier": (chemin("../../etc/passwd"), "chemins"),
    "chemin absolu": (chemin("/etc/passwd"), "chemins"),
    "chemin de windows": (chemin("C:\\a"), "chemins"),
}


@pytest.mark.parametrize(("octets", "dit"), REFUSES.values(), ids=REFUSES)
def test_nettoyer_refuse_et_dit_pourquoi(octets: bytes, dit: str) -> None:
    debut = time.monotonic()
    with pytest.raises(DocumentRefuse, match=dit):
        nettoyer(io.BytesIO(octets))
    assert time.monotonic() - debut < PAR_ESSAI_MAX


def test_deux_membres_du_meme_nom_sont_refuses() -> None:
    sortie = io.BytesIO(docx())
    with zipfile.ZipFile(sortie, "a") as zip_, pytest.warns(UserWarning, match="Duplicate"):
        zip_.writestr("word/document.xml", "<a/>")
    with pytest.raises(DocumentRefuse, match="chemins"):
        nettoyer(sortie)


def test_une_archive_qui_ment_sur_sa_taille_ne_donne_pas_plus(monkeypatch: pytest.MonkeyPatch) -> None:
    def deballer(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr("zipfile.ZipFile.read", deballer)
    gros = {f"{rang}.xml": bytes(2 << 20) for rang in range(DEPLIE_MAX // (2 << 20) + 1)}
    with pytest.raises(DocumentRefuse, match="démesuré"):
        nettoyer(io.BytesIO(archive({**gros})))


def test_les_classeurs_du_dedans_partagent_la_meme_borne() -> None:
    gonfle = classeur_gonfle()
    petit = docx(**{f"word/embeddings/f{rang}.xlsx": gonfle for rang in range(20)})
    assert len(petit) < 600_000, "or the sum of three gigabytes would not be worth refusing"
    debut = time.monotonic()
    with pytest.raises(DocumentRefuse, match="démesuré"):
        nettoyer(io.BytesIO(petit))
    assert time.monotonic() - debut < PAR_ESSAI_MAX


def test_un_fichier_trop_lourd_est_refuse_sans_etre_ouvert(settings: Any) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    with pytest.raises(DocumentRefuse, match="pèse plus que 1\xa0Ko"):
        nettoyer(io.BytesIO(un_pdf(pages=9)))


def essayer(genre: str, nombre: int, graine: int) -> None:
    """Break a document at random, as many times: each time it is refused, or clean; and soon."""
    hasard, sain = random.Random(graine), BAVARDS[genre]()  # noqa: S311 - the same mutations at each run
    for _essai in range(nombre):
        octets = bytearray(sain)
        for _octet in range(hasard.randint(1, 12)):
            octets[hasard.randrange(len(octets))] = hasard.randrange(256)
        coupe = len(octets) if hasard.random() < 0.7 else hasard.randint(len(octets) // 2, len(octets))
        debut = time.monotonic()
        try:
            propre = nettoyer(io.BytesIO(bytes(octets[:coupe]))).read()
        except DocumentRefuse:
            propre = b""
        assert time.monotonic() - debut < PAR_ESSAI_MAX
        assert traces(propre) == set()


@pytest.mark.parametrize("genre", BAVARDS)
def test_un_document_abime_au_hasard_passe_propre_ou_est_refuse(genre: str) -> None:
    essayer(genre, 100, 7)


@pytest.mark.epreuve
@pytest.mark.parametrize("genre", BAVARDS)
def test_deux_mille_documents_abimes(genre: str) -> None:
    essayer(genre, 2000, 11)
