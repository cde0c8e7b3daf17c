# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools>=4.50", "brotli>=1.1"]
# ///
# ruff: noqa: RUF001, T201 - the glyphs are the data; a script prints what it made
"""Cut the site's fonts: French and English glyphs, only the styles the stylesheets ask for.

Needs `fonttools` and `brotli`, and the unpacked npm packages `@fontsource-variable/recursive` and
`@fontsource-variable/literata` (5.3.0, OFL 1.1, no reserved font name). Usage: polices.py RECURSIVE LITERATA SORTIE.
"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.varLib import instancer

GLYPHES = [*map(chr, range(0x20, 0x7F)), *"\u00a0©«°±·»×ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŒÆàâäçèéêëîïôöùûüÿœæŸÑñÁáÍíÓóÚú‘’“”–—…•€"]
TRAITS = ["kern", "ccmp", "locl", "mark", "lnum", "rvrn"]
PANCARTE = {"MONO": 0, "CASL": 1, "slnt": 0, "CRSV": 0}
COUPES = [
    ("recursive-latin-full-normal", "pancarte-680", PANCARTE | {"wght": 680}),
    ("recursive-latin-full-normal", "pancarte-930", PANCARTE | {"wght": 930}),
    ("literata-latin-opsz-normal", "voix-400", {"opsz": (12, 48), "wght": 400}),
    ("literata-latin-opsz-normal", "voix-700", {"opsz": 16, "wght": 700}),
    ("literata-latin-opsz-italic", "voix-400-italique", {"opsz": 16, "wght": 400}),
]


def ajouter_y_trema(police: TTFont) -> None:
    """Build Ÿ, absent from the `latin` packages, from Y and the diaeresis at the height it has on Ü."""
    noms, formes = police.getBestCmap(), police["glyf"]
    y, trema = noms[ord("Y")], noms[ord("¨")]
    dx = (formes[y].xMin + formes[y].xMax - formes[trema].xMin - formes[trema].xMax) // 2
    dy = formes[noms[ord("Ü")]].yMax - formes[trema].yMax
    lettre = Glyph()
    lettre.numberOfContours, lettre.components = -1, []
    for nom, x, hauteur in ((y, 0, 0), (trema, dx, dy)):
        morceau = GlyphComponent()
        morceau.glyphName, morceau.x, morceau.y, morceau.flags = nom, x, hauteur, 0x4
        lettre.components.append(morceau)
    avance = police["hmtx"][y]
    police.setGlyphOrder([*police.getGlyphOrder(), "Ydieresis"])
    formes["Ydieresis"] = lettre
    lettre.recalcBounds(formes)
    police["hmtx"]["Ydieresis"] = avance
    for carte in police["cmap"].tables:
        carte.cmap[ord("Ÿ")] = "Ydieresis"


def couper(source: Path, sortie: Path, axes: dict[str, float | tuple[float, float]]) -> None:
    """Pin or limit the axes, keep GLYPHES, write a WOFF2."""
    police = instancer.instantiateVariableFont(TTFont(source), axes)
    tampon = io.BytesIO()
    police.flavor = None
    police.save(tampon)
    police = TTFont(tampon)
    for inutile in ("HVAR", "VVAR", "vmtx", "vhea"):
        if inutile in police:
            del police[inutile]
    variations = police["gvar"].variations if "gvar" in police else {}  # read before a glyph is added
    ajouter_y_trema(police)
    for nom in police.getGlyphOrder():
        variations.setdefault(nom, [])
    choix = subset.Options(layout_features=TRAITS, hinting=False, notdef_outline=True)
    coupe = subset.Subsetter(choix)
    coupe.populate(text="".join(GLYPHES))
    coupe.subset(police)
    police.flavor = "woff2"
    police.save(sortie)
    manque = [c for c in GLYPHES if ord(c) not in police.getBestCmap()]
    print(f"{sortie.name}: {sortie.stat().st_size} bytes, missing: {manque}")


if __name__ == "__main__":
    recursive, literata, dossier = map(Path, sys.argv[1:4])
    for source, nom, axes in COUPES:
        paquet = recursive if source.startswith("recursive") else literata
        couper(paquet / "files" / f"{source}.woff2", dossier / f"{nom}.woff2", axes)
