"""A cleaned document says nothing of who made it, to the last stream, and reads as before."""

import io
import posixpath
import time
import xml.etree.ElementTree as ET
import zipfile

import pikepdf
import pytest
from openpyxl import load_workbook

from medias.nettoyage import DocumentNet, Format, nettoyer
from medias.nettoyage.lecture import PAGE_MAX, lire
from tests.fabriques.fichiers import un_pdf

from .bureautique import MOTS, archive, docx, liens, odf
from .fichiers import BAVARDS
from .pdf import pdf_bavard
from .traces import traces


def net(octets: bytes) -> DocumentNet:
    return nettoyer(io.BytesIO(octets))


@pytest.mark.parametrize("genre", BAVARDS)
def test_rien_ne_dit_qui_ni_quand_ni_ou(genre: str) -> None:
    bavard = BAVARDS[genre]()
    assert traces(bavard) >= {b"Gaetane", b"Beausejour"}
    propre = net(bavard)
    assert traces(propre.read()) == set()
    assert propre.name == f"document.{genre}"


@pytest.mark.parametrize("genre", BAVARDS)
def test_les_mots_restent_et_se_lisent(genre: str) -> None:
    propre = net(BAVARDS[genre]())
    texte, pages = lire(propre.read(), propre.format)
    assert MOTS in texte
    assert pages == (1 if genre == "pdf" else None)


@pytest.mark.parametrize("genre", BAVARDS)
def test_nettoyer_deux_fois_ne_change_rien(genre: str) -> None:
    une = net(BAVARDS[genre]())
    deux = net(une.read())
    assert (une.somme, une.open().read()) == (deux.somme, deux.read())


def test_un_pdf_garde_ses_balises_sa_langue_ses_liens_et_prend_son_titre_du_site() -> None:
    propre = net(pdf_bavard()).avec_titre("Les tasses & nous")
    octets = propre.read()
    assert traces(octets) == set()
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("fr-CA", True)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert pdf.Root.StructTreeRoot.K.S == pikepdf.Name.P
        assert str(pdf.docinfo["/Title"]) == "Les tasses & nous"
        with pdf.open_metadata() as xmp:
            assert (xmp["dc:title"], xmp["pdfuaid:part"]) == ("Les tasses & nous", "1")
        assert not {"/OpenAction", "/AA", "/AF"} & set(pdf.Root.keys())
        assert "/AF" in pdf.pages[0].Resources.Font, "a font may be called as a key that goes"
        adresses = [str(note.A.URI) for note in pdf.pages[0].Annots if "/A" in note]
        assert adresses == ["https://exemple.org/"]
        champs = [str(note.T) for note in pdf.pages[0].Annots if "/T" in note]
        assert champs == ["reponse"]
        assert [str(note.Contents) for note in pdf.pages[0].Annots if "/Contents" in note] == ["Ici"]


def test_un_docx_garde_ses_changements_suivis_ses_liens_et_ses_descriptions() -> None:
    with zipfile.ZipFile(io.BytesIO(net(docx()).read())) as zip_:
        document = zip_.read("word/document.xml").decode()
        liens = zip_.read("word/_rels/document.xml.rels").decode()
    assert "<w:ins" in document
    assert "retrait" in document
    assert 'descr="Une tasse bleue"' in document
    assert "le thé" in document
    assert "https://exemple.org/" in liens
    assert 'Target="about:blank"' in liens


def test_un_classeur_s_ouvre_et_son_auteur_ne_signe_plus_ses_remarques() -> None:
    classeur = load_workbook(io.BytesIO(net(BAVARDS["xlsx"]()).read()))
    case = classeur.worksheets[0]["A1"]
    assert case.value == MOTS
    assert case.comment is not None
    assert (case.comment.author, case.comment.text) == ("Auteur", "Auteur:\nune remarque")


@pytest.mark.parametrize("genre", ["docx", "xlsx", "pptx"])
def test_aucun_lien_ne_mene_a_une_partie_enlevee(genre: str) -> None:
    with zipfile.ZipFile(io.BytesIO(net(BAVARDS[genre]()).read())) as zip_:
        noms = set(zip_.namelist())
        for nom in noms:
            if nom.endswith((".xml", ".rels")):
                arbre = ET.fromstring(zip_.read(nom))  # noqa: S314 - what we just wrote
            if not nom.endswith(".rels"):
                continue
            dossier = posixpath.dirname(posixpath.dirname(nom))
            for lien in arbre:
                if lien.get("TargetMode") != "External":
                    cible = posixpath.normpath(posixpath.join("/", dossier, lien.get("Target", ""))).lstrip("/")
                    assert cible in noms, (nom, cible)
        types = ET.fromstring(zip_.read("[Content_Types].xml"))  # noqa: S314 - idem
    assert {t.get("PartName", "").lstrip("/") for t in types if t.get("PartName")} <= noms


def champ(*mots: str) -> str:
    """Return a field of Word, its instruction cut in as many runs."""
    dits = "".join(f"<w:r><w:instrText xml:space='preserve'>{mot}</w:instrText></w:r>" for mot in mots)
    bornes = [f'<w:r><w:fldChar w:fldCharType="{borne}"/></w:r>' for borne in ("begin", "separate", "end")]
    return f"{bornes[0]}{dits}{bornes[1]}<w:r><w:t>vu</w:t></w:r>{bornes[2]}"


@pytest.mark.parametrize(
    "mots",
    [
        (' INCLUDEPICTURE "C:\\\\Users\\\\gaetane\\\\tasse.png" \\* MERGEFORMAT ',),
        (' INCLUDEPICTURE \\d "gaetane/tasse.png"',),
        (" HYPERLINK &quot;fi", "le:///hote/", "gaetane/a.docx&quot;"),
        (' HYPERLINK "gaetane.docx" \\l "_Toc1"',),
        (' LINK Excel.Sheet.12 "\\\\\\\\bureau\\\\gaetane\\\\a.xlsx" "F1"',),
        (' IF 1 = 1 "d:/gaetane/a.docx"',),
    ],
)
def test_un_champ_qui_mene_au_disque_de_quelqu_un_perd_son_instruction(mots: tuple[str, ...]) -> None:
    simple = "".join(mots).replace('"', "&quot;")
    corps = f'<w:d xmlns:w="urn:w">{champ(*mots)}<w:fldSimple w:instr="{simple}"><w:t>lu</w:t></w:fldSimple></w:d>'
    octets = net(docx(**{"word/document.xml": corps})).read()
    assert traces(octets) == set()
    with zipfile.ZipFile(io.BytesIO(octets)) as zip_:
        ecrit = zip_.read("word/document.xml").decode()
    assert '<w:fldSimple w:instr=""><w:t>lu</w:t>' in ecrit
    assert ecrit.count("></w:instrText>") == len(mots)
    assert "<w:t>vu</w:t>" in ecrit


@pytest.mark.parametrize(
    "dit",
    [
        ' TOC \\o "1-3" \\h \\z \\u ',
        ' HYPERLINK \\l "_Toc1" ',
        ' HYPERLINK "https://exemple.org/" \\o "Une tasse" \\t "_blank"',
        ' INCLUDEPICTURE "https://exemple.org/a.png" \\* MERGEFORMATINET',
        " PAGE   \\* MERGEFORMAT ",
    ],
)
def test_un_champ_qui_ne_mene_a_aucun_disque_reste(dit: str) -> None:
    octets = net(
        docx(**{"word/document.xml": f'<w:d xmlns:w="urn:w">{champ(dit)}{champ("LINK a", " b")}</w:d>'})
    ).read()
    with zipfile.ZipFile(io.BytesIO(octets)) as zip_:
        ecrit = zip_.read("word/document.xml").decode()
    assert f">{dit}</w:instrText>" in ecrit
    assert "LINK a" not in ecrit


def test_un_classeur_perd_ses_connexions_et_les_chiffres_des_autres_classeurs() -> None:
    table = "<table xmlns='urn:t' tableType='queryTable' id='1'><tableColumn id='1' queryTableFieldId='2'/></table>"
    ailleurs = (
        "<externalLink xmlns='urn:t'><externalBook><sheetNames><sheetName val='F1'/></sheetNames>"
        "<sheetDataSet><v>Gaetane</v></sheetDataSet></externalBook><ddeLink ddeTopic='C:\\gaetane'/></externalLink>"
    )
    octets = net(
        BAVARDS["xlsx"](
            **{
                "xl/connections.xml": "<connections><dbPr connection='User ID=gaetane'/></connections>",
                "xl/queryTables/queryTable1.xml": "<queryTable name='gaetane'/>",
                "xl/tables/table1.xml": table,
                "xl/tables/_rels/table1.xml.rels": liens("queryTable|../queryTables/queryTable1.xml"),
                "xl/externalLinks/externalLink1.xml": ailleurs,
            }
        )
    ).read()
    assert traces(octets) == set()
    with zipfile.ZipFile(io.BytesIO(octets)) as zip_:
        assert not [nom for nom in zip_.namelist() if "onnections" in nom or "uery" in nom]
        assert b"uery" not in zip_.read("xl/tables/table1.xml") + zip_.read("xl/tables/_rels/table1.xml.rels")
        assert b"F1" in zip_.read("xl/externalLinks/externalLink1.xml")


def test_un_odt_perd_les_images_de_ses_objets_que_libreoffice_refait() -> None:
    with zipfile.ZipFile(
        io.BytesIO(net(odf("text", **{"ObjectReplacements/Object 1": b"VCLMTF gaetane"})).read())
    ) as zip_:
        assert not [nom for nom in zip_.namelist() if "Replacements" in nom]


def test_un_odt_garde_ses_reglages_de_mise_en_page_et_son_type_en_premier() -> None:
    with zipfile.ZipFile(io.BytesIO(net(odf()).read())) as zip_:
        assert (zip_.namelist()[0], zip_.infolist()[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert "LoadReadonly" in zip_.read("settings.xml").decode()
        assert "meta.xml" not in zip_.read("META-INF/manifest.xml").decode()
        contenu = zip_.read("content.xml").decode()
    assert "Une tasse bleue" in contenu
    assert 'xlink:href="https://exemple.org/"' in contenu
    assert 'xlink:href="Pictures/1.png"' in contenu


@pytest.mark.parametrize(("genre", "extension"), [("spreadsheet", "ods"), ("presentation", "odp")])
def test_les_autres_formats_de_libreoffice(genre: str, extension: str) -> None:
    propre = net(odf(genre))
    assert (propre.name, traces(propre.read())) == (f"document.{extension}", set())


@pytest.mark.parametrize(
    ("octets", "nom", "attendu"),
    [
        ("Été, hiver".encode("cp1252"), "txt", "Été, hiver".encode()),
        (b"Une phrase, puis une autre.\nEt une fin.", "txt", None),
        ("\ufeffnom;tasses\nÉté;3\n".encode(), "csv", None),
        (b"a,b\n1,2\n", "csv", None),
        (b"a;b\n" + b"c" * 140_000 + b";d\n", "txt", None),
    ],
)
def test_un_texte_devient_de_l_utf_8_et_un_tableau_se_reconnait(octets: bytes, nom: str, attendu: bytes | None) -> None:
    propre = net(octets)
    assert (propre.name, propre.read()) == (f"document.{nom}", attendu or octets)


def test_une_page_au_dessin_demesure_est_passee_et_les_autres_se_lisent() -> None:
    sortie = io.BytesIO()
    with pikepdf.open(io.BytesIO(un_pdf(MOTS, pages=2))) as pdf:
        mots = pdf.pages[0].Contents.read_bytes()
        trait = b"0 0 m 9 9 l S\n" * (PAGE_MAX // 28)
        longue = [pdf.make_stream(morceau) for morceau in (mots.replace(b"tasses", b"cartes"), trait, trait)]
        pdf.pages[1].Contents = pikepdf.Array(longue)
        pdf.save(sortie)
    debut = time.monotonic()
    texte, pages = lire(sortie.getvalue(), Format.PDF)
    assert (texte, pages) == (MOTS, 2)
    assert time.monotonic() - debut < 1


def test_lire_un_fichier_illisible_ne_donne_rien_sans_tomber() -> None:
    propre = net(archive({"mimetype": "application/epub+zip", "META-INF/container.xml": "<a/>"}))
    assert lire(b"%PDF-", propre.format) == ("", None)
    assert lire(propre.read(), propre.format) == ("", None)
