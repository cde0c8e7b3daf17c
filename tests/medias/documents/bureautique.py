"""Documents as office software makes them, which say who, when, where and with what."""

import io
import zipfile

from ..photos import AUTEUR, LIEU, SERIE, photo

MOTS = "La grille des tasses"
DATE = "2026-03-14T09:26:53Z"
# What an office writes of the computer where a file was: its scheme is apart, or it would be one of ours.
SON_DISQUE = "file:" + "///C:/Documents/gaetane/"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument"
COEUR = (
    f'<cp:coreProperties xmlns:cp="{_P}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:creator>{AUTEUR}</dc:creator><cp:lastModifiedBy>{AUTEUR}</cp:lastModifiedBy></cp:coreProperties>"
)


def archive(membres: dict[str, str | bytes]) -> bytes:
    """Return an archive, with a date and a remark on each of its files."""
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.comment = AUTEUR.encode()
        for nom, contenu in membres.items():
            fiche = zipfile.ZipInfo(nom, (2026, 3, 14, 9, 26, 52))
            fiche.comment = AUTEUR.encode()
            zip_.writestr(fiche, contenu, zipfile.ZIP_STORED if nom == "mimetype" else zipfile.ZIP_DEFLATED)
    return sortie.getvalue()


def liens(*cibles: str) -> str:
    """Return the relationships of a part: a type, and where to."""
    rangs = ""
    for rang, (genre, cible) in enumerate((c.split("|") for c in cibles), 1):
        dehors = ' TargetMode="External"' if ":" in cible else ""
        rangs += f'<Relationship Id="rId{rang}" Type="{_R}/{genre}" Target="{cible}"{dehors}/>'
    return f'<?xml version="1.0" standalone="yes"?><Relationships xmlns="{_P}/relationships">{rangs}</Relationships>'


def types(**parties: str) -> str:
    """Return the types of the parts of a package."""
    lignes = "".join(f'<Override PartName="/{nom}" ContentType="{genre}"/>' for nom, genre in parties.items())
    return (
        f'<Types xmlns="{_P}/content-types"><Default Extension="rels" ContentType="application/xml"/>'
        f'<Default Extension="jpeg" ContentType="image/jpeg"/>{lignes}</Types>'
    )


def docx(**autres: str | bytes) -> bytes:
    """Return a Word file: tracked changes, a remark, a picture, a template of somebody's, an author everywhere."""
    qui = f'w:author="{AUTEUR}" w:date="{DATE}"'
    corps = (
        f'<?xml version="1.0" standalone="yes"?><!-- {AUTEUR} --><w:document xmlns:w="{_W}" xmlns:o="urn:o"'
        ' xmlns:pic="urn:pic" xmlns:wp="urn:wp"><w:body><w:p w:rsidR="00A1B2C3"><w:r><w:t xml:space="preserve">'
        f'{MOTS} &amp; le thé</w:t></w:r></w:p><w:p><w:ins w:id="1" {qui}><w:r><w:t>ajout</w:t></w:r></w:ins>'
        f'<w:del w:id="2" {qui}><w:r><w:delText>retrait</w:delText></w:r></w:del></w:p>'
        '<wp:docPr id="1" name="Image 1" descr="C:\\gaetane\\tasse.jpg"/><pic:cNvPr id="1" name="gaetane.jpg"/>'
        '<wp:docPr id="2" name="Image 2" descr="Une tasse bleue"/></w:body></w:document>'
    )
    remarque = (
        f'<w:comments xmlns:w="{_W}"><w:comment w:id="0" w:initials="Gaetane" {qui}><w:p/></w:comment></w:comments>'
    )
    reglages = (
        f'<w:settings xmlns:w="{_W}" xmlns:r="{_R}"><w:rsids><w:rsid w:val="00A1B2C3"/></w:rsids>'
        '<w:attachedTemplate r:id="rId1"/>'
        f'<w:docVars><w:docVar w:name="qui" w:val="{AUTEUR}"/></w:docVars></w:settings>'
    )
    word = f"{_OFFICE}.wordprocessingml"
    return archive(
        {
            "[Content_Types].xml": types(
                **{"word/document.xml": f"{word}.document.main+xml", "docProps/core.xml": "application/xml"}
            ),
            "_rels/.rels": liens("officeDocument|word/document.xml", "core|docProps/core.xml", "x|docProps/app.xml"),
            "docProps/core.xml": COEUR,
            "docProps/app.xml": f"<Properties><Company>{LIEU}</Company></Properties>",
            "docProps/custom.xml": f"<Properties><p name='{SERIE}'/></Properties>",
            "docProps/thumbnail.jpeg": photo("JPEG"),
            "customXml/item1.xml": f"<a>{AUTEUR}</a>",
            "word/document.xml": corps,
            "word/_rels/document.xml.rels": liens(
                "comments|comments.xml", "people|people.xml", "customXml|../customXml/item1.xml", "image|media/i.jpeg",
                "hyperlink|https://exemple.org/", f"hyperlink|{SON_DISQUE}grille.docx",
            ),
            "word/comments.xml": remarque,
            "word/people.xml": f'<w15:people xmlns:w15="urn:w15"><w15:person w15:author="{AUTEUR}"/></w15:people>',
            "word/settings.xml": reglages,
            "word/_rels/settings.xml.rels": liens(f"attachedTemplate|{SON_DISQUE}Normal.dotm"),
            "word/media/i.jpeg": photo("JPEG"),
            "word/media/i.png": photo("PNG"),
            **autres,
        }
    )  # fmt: skip


def xlsx(**autres: str | bytes) -> bytes:
    """Return an Excel file, made by a library of its own, then read by people."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load
    from openpyxl.comments import Comment  # noqa: PLC0415 - idem

    classeur = Workbook()
    feuille = classeur.active
    assert feuille is not None
    feuille["A1"] = MOTS
    feuille["A1"].comment = Comment(f"{AUTEUR}:\nune remarque", AUTEUR)
    classeur.properties.creator = AUTEUR
    sortie = io.BytesIO()
    classeur.save(sortie)
    with zipfile.ZipFile(sortie) as zip_:
        membres: dict[str, str | bytes] = {nom: zip_.read(nom) for nom in zip_.namelist()}
    livre = str(bytes(membres["xl/workbook.xml"]), "utf-8")  # type: ignore[arg-type]  # bytes, as read
    chemin = '<absPath xmlns="urn:x15ac" url="C:\\Users\\gaetane\\"/>'
    membres["xl/workbook.xml"] = livre.replace("<sheets>", f"{chemin}<sheets>")
    membres["xl/persons/person.xml"] = (
        f'<personList xmlns="urn:p"><person displayName="{AUTEUR}" id="{{1}}" userId="gaetane" providerId="AD"/>'
        "</personList>"
    )
    membres["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="urn:p"><threadedComment ref="A1" dT="{DATE}" personId="{{1}}"/></ThreadedComments>'
    )
    membres["xl/printerSettings/printerSettings1.bin"] = b"\\\\bureau\\gaetane"
    return archive({**membres, **autres})


def pptx(**autres: str | bytes) -> bytes:
    """Return a PowerPoint file: a slide, remarks and who made them, the figures of a chart."""
    p = 'xmlns:p="urn:p" xmlns:a="urn:a"'
    ancien = f'<p:cmAuthor id="0" name="{AUTEUR}" initials="Gaetane"/>'
    recent = f'<p188:author name="{AUTEUR}" userId="gaetane"/>'
    remarque = f'<p:cm authorId="0" dt="{DATE}"><p:text>Ici</p:text></p:cm>'
    return archive(
        {
            "[Content_Types].xml": types(
                **{
                    "ppt/presentation.xml": f"{_OFFICE}.presentationml.presentation.main+xml",
                    "ppt/revisionInfo.xml": "application/xml",
                }
            ),
            "_rels/.rels": liens("officeDocument|ppt/presentation.xml", "core|docProps/core.xml"),
            "docProps/core.xml": COEUR,
            "ppt/presentation.xml": f"<p:presentation {p}/>",
            "ppt/_rels/presentation.xml.rels": liens("slide|slides/slide1.xml", "x|revisionInfo.xml"),
            "ppt/revisionInfo.xml": f"<p:r {p}>{AUTEUR}</p:r>",
            "ppt/slides/slide1.xml": f"<p:sld {p}><a:p><a:r><a:t>{MOTS}</a:t></a:r></a:p></p:sld>",
            "ppt/commentAuthors.xml": f"<p:cmAuthorLst {p}>{ancien}</p:cmAuthorLst>",
            "ppt/comments/comment1.xml": f"<p:cmLst {p}>{remarque}</p:cmLst>",
            "ppt/authors.xml": f'<p188:authorLst xmlns:p188="urn:8">{recent}</p188:authorLst>',
            "ppt/embeddings/feuille.xlsx": xlsx(),
            **autres,
        }
    )


def odf(genre: str = "text", **autres: str | bytes) -> bytes:
    """Return a LibreOffice file: a remark, a tracked change, a printer, a picture, an author."""
    qui = f"<dc:creator>{AUTEUR}</dc:creator><dc:date>{DATE}</dc:date>"
    espaces = "".join(
        f' xmlns:{prefixe}="urn:{prefixe}"'
        for prefixe in ("office", "text", "dc", "meta", "draw", "xlink", "style", "officeooo", "config", "loext", "svg")
    )
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{genre}",
            "meta.xml": f"<office:document-meta{espaces}>{qui}</office:document-meta>",
            "Thumbnails/thumbnail.png": photo("PNG"),
            "content.xml": (
                f"<office:document-content{espaces}><office:scripts/>"
                f'<style:style style:name="P1"><style:p officeooo:rsid="00A1B2C3"/></style:style>'
                f"<office:body><text:tracked-changes><office:change-info>{qui}</office:change-info></text:tracked-changes>"
                f"<office:annotation>{qui}<meta:creator-initials>Gaetane</meta:creator-initials><text:p>Oui</text:p>"
                f'</office:annotation><text:p>{MOTS}</text:p><draw:frame draw:name="gaetane.png">'
                '<draw:image xlink:href="Pictures/1.png"/><svg:desc>Une tasse bleue</svg:desc></draw:frame>'
                f'<text:a xlink:href="{SON_DISQUE}a.odt">a</text:a><text:a xlink:href="https://exemple.org/">b</text:a>'
                "</office:body></office:document-content>"
            ),
            "settings.xml": (
                f'<office:document-settings{espaces}><config:config-item config:name="PrinterName">Gaetane'
                "</config:config-item><config:config-item config:name='LoadReadonly'>false</config:config-item>"
                "</office:document-settings>"
            ),
            "Pictures/1.png": photo("PNG"),
            "META-INF/manifest.xml": (
                '<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry manifest:full-path="/"/>'
                '<manifest:file-entry manifest:full-path="meta.xml"/><manifest:file-entry'
                ' manifest:full-path="content.xml"/>'
                '<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"/>'
                "</manifest:manifest>"
            ),
            **autres,
        }
    )


def epub(**autres: str | bytes) -> bytes:
    """Return a book."""
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container/>",
            "livre.opf": (
                '<package xmlns:dc="urn:dc"><metadata><dc:title>Les tasses</dc:title><dc:language>fr</dc:language>'
                f'<dc:creator id="a">{AUTEUR}</dc:creator><meta name="calibre:user" content="{AUTEUR}"/>'
                "</metadata></package>"
            ),
            "un.xhtml": (
                f"<!DOCTYPE html><html><body onload='x()'><p>{MOTS}</p><script>alert(1)</script></body></html>"
            ),
            "une.jpg": photo("JPEG"),
            **autres,
        }
    )
