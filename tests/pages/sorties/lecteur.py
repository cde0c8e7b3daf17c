"""What a screen reader hears of a PDF: the words of its tags, in the order of its tree, without heads and feet."""

import re
from collections.abc import Iterable, Iterator
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


def decrire(pdf: pikepdf.Pdf) -> str:
    """Return a PDF in words: title, language, bookmarks, what stands around its pages, tags in reading order.

    One line a tag, under the one that holds it: its kind, what it says instead of what is seen, where it leads.
    """
    with pdf.open_metadata() as metadonnees:
        tete = [
            f"Titre : {metadonnees['dc:title']}",
            f"Auteur : {pdf.docinfo.Author}",
            f"Langue : {pdf.Root.Lang}",
            f"PDF/UA : {metadonnees['pdfuaid:part']}",
        ]
    dits = {page.objgen: _dits_de(page) for page in pdf.pages}
    with pdf.open_outline() as signets:
        plan = list(_signets(signets.root, 1))
    marges = [f"  {_une_ligne(dits[page.objgen].get(SANS_BALISE, ''))}" for page in pdf.pages]
    balises = _joindre(_balises(pdf.Root.StructTreeRoot.K, None, dits, 1))
    return "\n".join([*tete, "", "Signets", *plan, "", "Marges", *marges, "", "Balises", *balises, ""])


def _signets(entrees: Any, niveau: int) -> Iterator[str]:
    for entree in entrees:
        yield "  " * niveau + entree.title
        yield from _signets(entree.children, niveau + 1)


def _balises(noeud: Any, page: Any, dits: dict[Any, dict[int, str]], niveau: int) -> Iterator[str]:
    """Yield the lines of a node of the tree."""
    if isinstance(noeud, pikepdf.Array):
        for enfant in noeud:
            yield from _balises(enfant, page, dits, niveau)
    elif isinstance(noeud, pikepdf.Dictionary):
        page = noeud.get("/Pg", page)
        if "/MCID" in noeud:
            yield from _balises(int(noeud.MCID), page, dits, niveau)
        elif "/S" in noeud:
            yield "  " * niveau + " ".join(filter(None, [str(noeud.S)[1:], *_attributs(noeud)]))
            yield from _balises(noeud.get("/K", pikepdf.Array()), page, dits, niveau + 1)
    elif isinstance(noeud, int) and (mots := _une_ligne(dits[page.objgen].get(noeud, ""))):
        yield "  " * niveau + f"« {mots} »"


def _joindre(lignes: Iterable[str]) -> list[str]:
    """Return lines where the words that follow one another are one: where a printed line breaks is no matter."""
    jointes: list[str] = []
    for ligne in lignes:
        debut = ligne[: ligne.index("« ") + 2] if ligne.lstrip().startswith("« ") else ""
        if debut and jointes and jointes[-1].startswith(debut):
            jointes[-1] = f"{jointes[-1].removesuffix(' »')} {ligne.removeprefix(debut)}"
        else:
            jointes.append(ligne)
    return jointes


def _attributs(noeud: Any) -> Iterator[str]:
    """Yield what a tag says of itself: its language, its alternative text, where its link leads."""
    for nom, signe in (("/Lang", "langue"), ("/Alt", "dit"), ("/ActualText", "vaut")):
        if nom in noeud:
            yield f"[{signe} : {_une_ligne(str(noeud[nom]))}]"
    enfants: Any = noeud.get("/K")
    for enfant in enfants if isinstance(enfants, pikepdf.Array) else ():
        if isinstance(enfant, pikepdf.Dictionary) and "/Obj" in enfant:
            action: Any = enfant.Obj.get("/A", pikepdf.Dictionary())
            yield f"→ {action.get('/URI', 'dans le document')}"


def _une_ligne(texte: str) -> str:
    return re.sub(r"[ \n]+", " ", texte.replace("\u200b", "")).strip(" ")


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
