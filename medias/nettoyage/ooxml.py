"""Word, Excel and PowerPoint files: who wrote, who remarked, where it was kept, are taken out; the words stay."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from .archive import Reste, deplier, replier
from .balises import Attributs, Consigne, local, recrire
from .champs import mene_ailleurs, sans_chemins
from .formats import PAR_GENRE, Format
from .membres import NEUTRE, adresse_permise, est_un_nom_de_fichier, nettoyer_membre, sans
from .refus import ABIME, MACROS, DocumentRefuse

TYPES: Final = "[Content_Types].xml"
_PROGRAMME: Final = re.compile(r"vbaproject|vbadata|/activex/|macrosheets/", re.IGNORECASE)
_PRINCIPAL: Final = re.compile(
    r'ContentType="(application/vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document'
    r"|spreadsheetml\.sheet|presentationml\.presentation))\.main\+xml\""
)
# Who, when, with what printer, from which folder: parts that nothing shown needs.
JETES: Final = (
    "docprops/", "docmetadata/", "customxml/", "ppt/tags/", "ppt/changesinfos/", "ppt/revisioninfo.xml",
    "word/people.xml", "word/commentsextensible.xml", "xl/revisions/", "xl/printersettings/", "word/printersettings",
    "ppt/printersettings/", "_xmlsignatures/", "xl/connections.xml", "xl/querytables/",
)  # fmt: skip
BALISES_JETEES: Final = {
    "rsids", "docVars", "mailMerge", "attachedTemplate", "docId", "absPath", "fileSharing", "customWorkbookViews",
    "customSheetViews", "custDataLst", "dataBinding", "printerSettings", "webPublishItems",
    "sheetDataSet", "ddeItems", "alternateUrls",  # of another workbook: its figures, and where it is kept
}  # fmt: skip
QUELQU_UN: Final = "Auteur"
_PERSONNES: Final = {"author", "displayName", "userName", "refreshedBy", "lastModifiedBy", "initials"}
_COMPTES: Final = {"userId", "providerId"}
_PORTEURS: Final = {"cmAuthor", "author"}  # whose `name` is that of a person
_REMARQUES: Final = {"cm", "threadedComment", "reply"}
_DATES: Final = {"date", "dateUtc", "dT", "dt", "created", "refreshedDate", "refreshedDateIso"}
UN_JOUR: Final = "2000-01-01T00:00:00Z"
# What ties a table to a connection that is no more.
_CONNEXIONS: Final = {("table", "tableType"), ("table", "connectionId"), ("tableColumn", "queryTableFieldId")}
_IMAGES: Final = {"cNvPr", "docPr", "imagedata", "fill"}
_AUTEUR: Final = re.compile(rb"<author>([^<]*)</author>")


def nettoyer_ooxml(membres: dict[str, bytes], reste: Reste, *, dedans: bool = False) -> tuple[Format, bytes]:
    """Return an Office file cleaned, and what it is. Raises `DocumentRefuse`.

    Args:
        membres: its parts, by name.
        reste: what those that stand inside it may still unpack to, all together.
        dedans: whether it stands inside another (the figures of a chart): it may then hold no other.
    """
    types = membres[TYPES].decode(errors="replace")
    if "macroEnabled" in types or any(map(_PROGRAMME.search, membres)):
        raise DocumentRefuse(str(MACROS))
    principal = _PRINCIPAL.search(types)
    if principal is None:
        raise DocumentRefuse(str(ABIME))
    gardes, jetes = sans(membres, JETES)
    propres = {
        nom: _du_dedans(octets, reste) if octets.startswith(b"PK") and not dedans else _nettoyer(nom, octets, jetes)
        for nom, octets in gardes.items()
    }
    return PAR_GENRE[principal[1]], replier({TYPES: propres.pop(TYPES), **propres})


def _du_dedans(octets: bytes, reste: Reste) -> bytes:
    return nettoyer_ooxml(deplier(octets, reste), reste, dedans=True)[1]


def _nettoyer(nom: str, octets: bytes, jetes: set[str]) -> bytes:
    if nom == TYPES or nom.endswith(".rels"):
        return recrire(octets, Consigne(lambda balise, attributs: _lien(nom, jetes, balise, attributs)))
    if nom.endswith(".vml"):
        return _sans_noms(octets)
    propre = sans_chemins(nettoyer_membre(nom, octets, CONSIGNE))
    return _sans_signature(propre, octets) if "comments" in nom else propre


def _lien(nom: str, jetes: set[str], balise: str, attributs: Attributs) -> Attributs | None:
    """Throw away what leads to a part that is no more; an address that is a folder of somebody's leads nowhere."""
    cible = attributs.get("PartName", "").lstrip("/")
    if local(balise) == "Relationship":
        if attributs.get("TargetMode") == "External":
            if attributs.get("Type", "").endswith("/attachedTemplate"):
                return None
            permise = adresse_permise(attributs.get("Target", ""))
            return attributs if permise else {**attributs, "Target": NEUTRE}
        dossier = posixpath.dirname(posixpath.dirname(nom))
        cible = posixpath.normpath(posixpath.join("/", dossier, attributs.get("Target", ""))).lstrip("/")
    return None if cible in jetes else attributs


def _trier(balise: str, attributs: Attributs) -> Attributs | None:
    """Throw away the marks that say who; keep the others without the attributes that do."""
    nom = local(balise)
    return None if nom in BALISES_JETEES else dict(_attributs(nom, attributs))


def _attributs(balise: str, attributs: Attributs) -> Iterator[tuple[str, str]]:
    locaux = {local(attribut) for attribut in attributs}
    signe = balise in _REMARQUES or bool(locaux & _PERSONNES)
    for attribut, valeur in attributs.items():
        nom = local(attribut)
        if nom.startswith("rsid") or (balise == "pageSetup" and nom == "id") or (balise, nom) in _CONNEXIONS:
            continue
        if nom in _PERSONNES or (nom == "name" and balise in _PORTEURS):
            yield attribut, QUELQU_UN
        elif nom in _COMPTES:
            yield attribut, "None"
        elif signe and nom in _DATES:
            if nom == "created":  # the only one that a reader asks for
                yield attribut, UN_JOUR
        elif balise in _IMAGES and nom in {"name", "descr", "title"} and est_un_nom_de_fichier(valeur):
            yield attribut, "Image" if nom == "name" else ""
        elif nom == "ddeTopic" or (balise == "fldSimple" and nom == "instr" and mene_ailleurs(valeur)):
            yield attribut, ""
        else:
            yield attribut, valeur


CONSIGNE: Final = Consigne(_trier, {"author": QUELQU_UN})


def _sans_signature(propre: bytes, octets: bytes) -> bytes:
    """Excel begins the words of a remark with the name of whoever made it: say « Auteur » there too."""
    for auteur in set(_AUTEUR.findall(octets)):
        if auteur.strip():
            propre = propre.replace(b">" + auteur + b":", b">" + QUELQU_UN.encode() + b":")
    return propre


def _sans_noms(octets: bytes) -> bytes:
    """Old drawings are not always well-formed: their images lose the name of their file where it is written."""
    return re.sub(rb"""(\b(?:o:)?(?:title|alt)=)("[^"]*"|'[^']*')""", rb'\1""', octets)
