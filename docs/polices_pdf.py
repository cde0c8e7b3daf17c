# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools>=4.50", "brotli>=1.1", "typst==0.15.2"]
# ///
# ruff: noqa: T201 - a script prints what it made
"""Make the fonts of the PDF outputs: Typst reads neither WOFF2 nor a variable font pinned by a stylesheet.

The site's own cuts (see polices.py) become TTF under the two names of the template, and the emoji of the unpacked npm
package `@fontsource/noto-emoji` (5.3.2, OFL 1.1) that people type become one file, one glyph a character, no sequence.
`couverture.txt` then lists what these fonts and those inside Typst can write: PDF/UA-1 refuses any other character.
To run again when Typst changes. Usage: polices_pdf.py STATIC_FONTS NOTO_EMOJI SORTIE.
"""

import sys
import tempfile
import unicodedata
from pathlib import Path

import typst
from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

EMOJIS = {
    *range(0x2600, 0x27C0), *range(0x1F305, 0x1F321), *range(0x1F331, 0x1F345), 0x1F389, *range(0x1F440, 0x1F451),
    *range(0x1F465, 0x1F46A), *range(0x1F493, 0x1F4A0), *range(0x1F4AA, 0x1F4AD), 0x1F4DD, 0x1F4E3, 0x1F5A4,
    *range(0x1F600, 0x1F650), *range(0x1F90D, 0x1F940), *range(0x1F970, 0x1F977), 0x1F9E1, 0x1F9F5, 0x1F9F6, 0x1FAC2,
}  # fmt: skip
# Latin with its accents, phonetics, Greek, Cyrillic, punctuation, signs. No controls, no scripts that join letters:
# Typst stops short on some.
PLAGES = ((0x20, 0x600), (0x1E00, 0x2C00), (0xA720, 0xA800), (0xFB00, 0xFB07))
CODES = [
    code
    for code in [*(code for plage in PLAGES for code in range(*plage)), *sorted(EMOJIS - {*range(0x2600, 0x27C0)})]
    if unicodedata.category(chr(code)) not in {"Cc", "Cf", "Cn", "Cs", "Co", "Mn", "Mc", "Me", "Zl", "Zp"}
    and unicodedata.bidirectional(chr(code)) not in {"R", "AL", "AN"}
]
ESSAI = "#set document(title: [x])\n#set text(font: {})\n#sys.inputs.signe"
CORPS = 12  # the optical size of running text, in points
STYLES = {
    "pancarte-680": ("Pancarte", "SemiBold"),
    "pancarte-930": ("Pancarte", "Black"),
    "voix-400": ("Voix", "Regular"),
    "voix-400-italique": ("Voix", "Italic"),
    "voix-700": ("Voix", "Bold"),
}


def nommer(police: TTFont, famille: str, style: str) -> None:
    """Give a font the names by which the template asks for it; its copyright and licence stay."""
    noms = police["name"]
    gardes = [nom for nom in noms.names if nom.nameID in {0, 7, 8, 9, 11, 13, 14}]
    noms.names = gardes
    plein = f"{famille} {style}"
    for cle, valeur in ((1, famille), (2, style), (3, plein), (4, plein), (6, plein.replace(" ", "-")), (16, famille)):
        noms.setName(valeur, cle, 3, 1, 0x409)
    noms.setName(style, 17, 3, 1, 0x409)


def convertir(source: Path, sortie: Path) -> None:
    """Write a cut of the site as a static TTF."""
    police = TTFont(source)
    if "fvar" in police:
        police = instancer.instantiateVariableFont(police, {"opsz": CORPS})
    police.flavor = None
    nommer(police, *STYLES[source.stem])
    police.save(sortie)
    print(f"{sortie.name}: {sortie.stat().st_size} bytes")


def reunir_les_emojis(paquet: Path, sortie: Path) -> None:
    """Write one TTF out of the pieces of the emoji package, without the sequences that join characters."""
    with tempfile.TemporaryDirectory() as dossier:
        morceaux = []
        for rang, source in enumerate(sorted((paquet / "files").glob("noto-emoji-*-400-normal.woff2"))):
            police = TTFont(source)
            police.flavor = None
            choix = subset.Options(layout_features=[], hinting=False, notdef_outline=True, glyph_names=False)
            coupe = subset.Subsetter(choix)
            coupe.populate(unicodes=[code for code in police.getBestCmap() if code in EMOJIS])
            coupe.subset(police)
            if len(police.getGlyphOrder()) == 1:
                continue
            morceaux.append(str(Path(dossier) / f"{rang}.ttf"))
            police.save(morceaux[-1])
        police = merge.Merger().merge(morceaux)
    for inutile in ("GSUB", "GPOS", "GDEF", "vhea", "vmtx", "STAT"):
        if inutile in police:
            del police[inutile]
    nommer(police, "Emoji", "Regular")
    police.save(sortie)
    print(f"{sortie.name}: {sortie.stat().st_size} bytes, {len(police.getBestCmap())} characters")


def s_ecrit(signes: str, polices: typst.Fonts) -> bool:
    """Say whether Typst writes these characters in PDF/UA-1."""
    essai = ESSAI.format('("Voix", "Libertinus Serif", "Emoji", "DejaVu Sans Mono")')
    try:
        typst.compile(
            essai.encode(),
            font_paths=polices,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",
            sys_inputs={"signe": " ".join(signes)},
        )
    except typst.TypstError:
        return False
    return True


def couverture(codes: list[int], polices: typst.Fonts) -> list[int]:
    """Return, among characters in order, those that can be written."""
    if s_ecrit("".join(map(chr, codes)), polices):
        return codes
    moitie = len(codes) // 2
    return [*couverture(codes[:moitie], polices), *couverture(codes[moitie:], polices)] if moitie else []


def noter_la_couverture(dossier: Path) -> None:
    """Write the ranges of what can be written, one a line, in hexadecimal."""
    polices = typst.Fonts(include_system_fonts=False, font_paths=[dossier])
    plages: list[list[int]] = []
    for code in couverture(CODES, polices):
        if plages and plages[-1][1] == code - 1:
            plages[-1][1] = code
        else:
            plages.append([code, code])
    lignes = "".join(f"{debut:x} {fin:x}\n" for debut, fin in plages)
    (dossier / "couverture.txt").write_text(lignes)
    print(f"couverture.txt: {len(plages)} ranges")


if __name__ == "__main__":
    site, emojis, dossier_de_sortie = map(Path, sys.argv[1:4])
    for nom in STYLES:
        convertir(site / f"{nom}.woff2", dossier_de_sortie / f"{nom}.ttf")
    reunir_les_emojis(emojis, dossier_de_sortie / "emoji.ttf")
    noter_la_couverture(dossier_de_sortie)
