"""The images of the site elsewhere: a page's, and a quote's. 1200 × 630 pixels, at a cost that no text can raise."""

import io
import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from PIL import Image, ImageDraw

from .encres import CREME, EGLANTINE, GARANCE, GAUDE, PIECES, PIED, SAPIN
from .filet import HAUTEUR, LARGEUR, fond_au_filet
from .lettres import PANCARTE, PANCARTE_FINE, VOIX, Pave, ajuster, est_dessinable, poser

# Whatever is drawn otherwise for the same words gets another number: what is kept under the former one is forgotten.
VERSION: Final = 1
TITRE_AU_PLUS: Final = 220  # characters
_MARGE: Final = 64
_PIED: Final = 96
_TITRE: Final = (610, 330)  # what the threads leave free, in pixels
_CORPS: Final = HAUTEUR - _PIED


@dataclass(frozen=True, slots=True)
class CarteDePage:
    """A title in the opening between two sheets of threads; `mention` says what kind of page, `fils` its dyes."""

    titre: str
    mention: str
    site: str
    fils: tuple[str, str] = (EGLANTINE, GAUDE)

    @property
    def alternative(self) -> str:
        """What it says, for who does not see it."""
        dits = [self.titre[:TITRE_AU_PLUS], self.mention, self.site if self.site != self.titre else ""]
        return " – ".join(filter(None, dits))

    def dessiner(self) -> bytes:
        """Return its PNG."""
        image = fond_au_filet(SAPIN, *self.fils).copy()
        dessin = ImageDraw.Draw(image)
        dit = self.titre[:TITRE_AU_PLUS] if est_dessinable(self.titre[:TITRE_AU_PLUS], PANCARTE) else self.site
        titre = ajuster(dit, PANCARTE, range(96, 35, -4), _TITRE, 1.04)
        mention = ajuster(self.mention, PANCARTE_FINE, range(28, 23, -2), (_TITRE[0] - 40, 74), 1.3)
        ecart = 14 if self.mention else 0
        y = 300 - (titre.hauteur + mention.hauteur + ecart) // 2
        y = poser(dessin, mention, (_MARGE, y), GAUDE) + ecart
        poser(dessin, titre, (_MARGE, y), CREME)
        if dit != self.site:
            signature = ajuster(self.site, PANCARTE_FINE, range(26, 21, -2), (520, 40), 1.3)
            poser(dessin, signature, (_MARGE, 506), CREME)
        return _png(image)


@dataclass(frozen=True, slots=True)
class CarteDeParole:
    """Words on the piece of their sentence, with who says them; `mentions`: translated, cut."""

    amorce: str
    mots: str
    attribution: str
    mentions: str
    site: str
    couleur: str

    @property
    def alternative(self) -> str:
        """What it says, for who does not see it: the words of the image, whose they are."""
        dite = f"{self.amorce} {self.mots}".strip()
        return f"{dite} – {self.attribution}. {self.mentions}".strip()

    def dessiner(self) -> bytes:
        """Return its PNG."""
        teinte = PIECES[self.couleur]
        image = _fond_de_piece(teinte.fond).copy()
        dessin = ImageDraw.Draw(image)
        large = LARGEUR - 2 * _MARGE
        amorce = ajuster(self.amorce, PANCARTE, range(38, 25, -4), (large, 92), 1.15)
        qui = ajuster(self.attribution, PANCARTE_FINE, range(27, 21, -1), (large, 72), 1.28)
        ecart = 12 if self.amorce else 0
        pris = amorce.hauteur + ecart + qui.hauteur + 16
        mots = ajuster(self.mots, VOIX, range(104, 25, -2), (large, _CORPS - 88 - pris), 1.26)
        y = 44 + max(0, (_CORPS - 88 - pris - mots.hauteur) // 2)
        y = poser(dessin, amorce, (_MARGE, y), teinte.encre) + ecart
        y = poser(dessin, mots, (_MARGE, y), teinte.encre, teinte.fil if _est_sur_un_fil(mots) else "")
        poser(dessin, qui, (_MARGE, max(y + 16, _CORPS - 40 - qui.hauteur)), teinte.encre)
        self._signer(dessin)
        return _png(image)

    def _signer(self, dessin: ImageDraw.ImageDraw) -> None:
        y = _CORPS + 28
        site = ajuster(self.site, PANCARTE_FINE, range(25, 19, -1), (620, 40), 1.5)
        poser(dessin, site, (_MARGE + 74, y), PIED.encre)
        if self.mentions:
            mention = ajuster(self.mentions, PANCARTE_FINE, range(22, 19, -1), (400, 62), 1.35)
            haut = _CORPS + (_PIED - mention.hauteur) // 2
            poser(dessin, mention, (LARGEUR - _MARGE - mention.largeur, haut), PIED.fil)


def peut_se_dessiner(*textes: str) -> bool:
    """Whether the words of a quote can all be drawn: no sign of theirs is ever left out."""
    return all(est_dessinable(texte, VOIX) for texte in textes)


def _est_sur_un_fil(mots: Pave) -> bool:
    return len(mots.lignes) <= 4  # noqa: PLR2004 - a short answer sits on a thread, a story is read without


@lru_cache(maxsize=4)
def _fond_de_piece(fond: str) -> Image.Image:
    """Return the ground of a quote: its dye, and a foot that the mark signs."""
    image = Image.new("RGB", (LARGEUR * 2, HAUTEUR * 2), fond)
    dessin = ImageDraw.Draw(image)
    dessin.rectangle((0, _CORPS * 2, LARGEUR * 2, HAUTEUR * 2), fill=PIED.fond)
    _marquer(image, (_MARGE * 2, (_CORPS + 20) * 2), 112)
    return image.resize((LARGEUR, HAUTEUR), Image.Resampling.LANCZOS)


def _marquer(image: Image.Image, coin: tuple[int, int], cote: int) -> None:
    """Paste the mark, 3 × 3 threads (`composants/marque.html`)."""
    marque = Image.new("RGB", (cote, cote), PIED.fond)
    dessin, unite, demi = ImageDraw.Draw(marque), cote / 100, 9 / math.sqrt(2)
    departs = (-2.5, 11.5, 25.5)
    for d in departs:
        _trait(dessin, ((d, 23 - d), (d + 77, 100 - d)), EGLANTINE, unite)
    for d in departs:
        _trait(dessin, ((d, 77 + d), (d + 77, d)), GAUDE, unite)
    for rose, jaune in product(departs, departs):
        x, y = 27 + rose + jaune, 50 + jaune - rose
        losange = ((x - demi, y), (x, y - demi), (x + demi, y), (x, y + demi))
        dessin.polygon([(a * unite, b * unite) for a, b in losange], fill=GARANCE)
    image.paste(marque, coin)


def _trait(dessin: ImageDraw.ImageDraw, bouts: tuple[tuple[float, float], ...], encre: str, unite: float) -> None:
    dessin.line([(x * unite, y * unite) for x, y in bouts], fill=encre, width=round(9 * unite))


def _png(image: Image.Image) -> bytes:
    """Return the bytes of an image that says nothing else: no date, no text, no profile."""
    sortie = io.BytesIO()
    # Flat inks: 64 colours say all of it, in a quarter of the bytes.
    image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(sortie, "PNG", optimize=False)
    return sortie.getvalue()
