"""What a screen reader hears of a PDF: the words of its tags, in the order of its tree, without heads and feet."""

import re
from typing import Any

import pikepdf

_PLAGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_SIGNE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")

SANS_BALISE = -1


def autour(pdf: pikepdf.Pdf) -> list[str]:
    """Return what is seen of each page and never heard: its head and its foot."""
    return [_dits_de(page).get(SANS_BALISE, "") for page in pdf.pages]


def entendre(pdf: pikepdf.Pdf) -> str:
    """Return the words of a tagged PDF, in reading order, one space between two runs."""
    dits = {page.objgen: _dits_de(page) for page in pdf.pages}
    entendus: list[str] = []

    def parcourir(noeud: Any, page: Any) -> None:
        if isinstance(noeud, pikepdf.Array):
            for enfant in noeud:
                parcourir(enfant, page)
        elif isinstance(noeud, pikepdf.Dictionary):
            page = noeud.get("/Pg", page)
            if "/MCID" in noeud:
                entendus.append(dits[page.objgen].get(int(noeud.MCID), ""))
            elif "/K" in noeud:
                parcourir(noeud.K, page)
        elif isinstance(noeud, int):
            entendus.append(dits[page.objgen].get(noeud, ""))

    parcourir(pdf.Root.StructTreeRoot.K, None)
    return re.sub(r"\s+", " ", " ".join(entendus)).strip()


def _dits_de(page: pikepdf.Page) -> dict[int, str]:
    """Return the words of each marked content of a page."""
    polices = {nom: _signes(police) for nom, police in page.Resources.get("/Font", {}).items()}
    dits: dict[int, str] = {}
    marques: list[int | None] = []
    signes: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operandes: Any = instruction.operands
        match str(instruction.operator):
            case "BDC":
                marque = operandes[1].get("/MCID") if isinstance(operandes[1], pikepdf.Dictionary) else None
                marques.append(None if marque is None else int(marque))
            case "BMC":
                marques.append(None)
            case "EMC":
                marques.pop()
            case "Tf":
                signes = polices[str(operandes[0])]
            case "Tj" | "TJ":
                mots = _mots(operandes[0], signes)
                ouverte = next((marque for marque in reversed(marques) if marque is not None), None)
                cle = SANS_BALISE if ouverte is None else ouverte
                dits[cle] = dits.get(cle, "") + mots
    return dits


def _mots(operande: Any, signes: dict[int, str]) -> str:
    chaines = [operande] if isinstance(operande, pikepdf.String) else operande
    octets = b"".join(bytes(chaine) for chaine in chaines if isinstance(chaine, pikepdf.String))
    codes = (int.from_bytes(octets[rang : rang + 2], "big") for rang in range(0, len(octets), 2))
    return "".join(signes.get(code, "?") for code in codes)


def _signes(police: Any) -> dict[int, str]:
    """Return what each code of a font says."""
    table = police.ToUnicode.read_bytes()
    signes: dict[int, str] = {}
    for bloc in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for debut, fin, premier in _PLAGE.findall(bloc):
            depart, texte = int(debut, 16), bytes.fromhex(premier.decode()).decode("utf-16-be")
            for rang in range(int(fin, 16) - depart + 1):
                signes[depart + rang] = texte[:-1] + chr(ord(texte[-1]) + rang)
    for bloc in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, texte in _SIGNE.findall(bloc):
            signes[int(code, 16)] = bytes.fromhex(texte.decode()).decode("utf-16-be")
    return signes
