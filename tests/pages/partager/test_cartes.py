"""The images: their size, their weight, what they hold beside pixels, and words that are whole or not there."""

import io
import time
from pathlib import Path

import pytest
from PIL import Image

from pages.partager import encres
from pages.partager.cartes import CarteDePage, CarteDeParole
from pages.partager.lettres import PANCARTE, VOIX, ajuster, est_dessinable
from site_campagne.settings.noyau import RACINE
from temoignages.etats import Couleur

SITE = "Journée de l’alternative en santé mentale"
QUI = "Un·e membre de L’Envol " * 4
LONG = "On m’a dit de me taire, et ici on m’a demandé ce que j’en pensais; j’ai parlé. " * 5
CARTES: dict[str, CarteDePage | CarteDeParole] = {
    "page": CarteDePage("Édition 2026", "10 octobre 2026", SITE),
    "long": CarteDePage("Les ressources demandent un financement à la hauteur " * 4, "Communiqué", SITE),
    "vide": CarteDePage("", "", SITE),
    "parole": CarteDeParole("Je reçois…", "une chaise 😀", "Un·e membre du Québec", "", SITE, Couleur.GAUDE),
    "recit": CarteDeParole("", LONG[:400], QUI, "La suite est sur le site.", SITE, Couleur.NUIT),
    "poeme": CarteDeParole("", "oui\n" * 7, "Un·e membre", "", SITE, Couleur.MOUSSE),
}
SECONDES = 0.5  # 0.04 to 0.1 on a quiet core: room for one that is shared


@pytest.mark.parametrize("nom", CARTES)
def test_une_image_est_legere_a_sa_taille_et_ne_dit_rien_de_plus(nom: str) -> None:
    CARTES[nom].dessiner()  # fonts and grounds are read once
    debut = time.process_time()
    octets = CARTES[nom].dessiner()
    assert time.process_time() - debut < SECONDES
    assert len(octets) < 300_000
    with Image.open(io.BytesIO(octets)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
        image.load()
        assert image.info == {}
    assert set(_blocs(octets)) <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def test_la_meme_carte_donne_les_memes_octets() -> None:
    assert CARTES["parole"].dessiner() == CARTES["parole"].dessiner()


def test_un_mot_de_plus_change_l_image() -> None:
    assert CARTES["page"].dessiner() != CarteDePage("Édition 2027", "10 octobre 2026", SITE).dessiner()


def test_les_mots_tiennent_dans_leur_boite() -> None:
    for texte in ("oui", LONG[:400], "Gaspésie–Îles-de-la-Madeleine " * 9):
        pave = ajuster(texte, VOIX, range(104, 25, -2), (1072, 330), 1.26)
        assert not pave.coupe
        assert pave.largeur <= 1072
        assert pave.hauteur <= 330
        assert "".join("".join(pave.lignes).split()) == "".join(texte.split())


def test_ce_qui_deborde_est_dit_coupe() -> None:
    pave = ajuster("mot " * 200, PANCARTE, range(96, 35, -4), (610, 330), 1.04)
    assert pave.coupe
    assert pave.lignes[-1].endswith("…")


@pytest.mark.parametrize("texte", ["du café ☕ et 😀", "« Ça va? » dit-on : 20 000 fois", "œuvre, Ÿ, naïve…"])
def test_ce_que_nos_lettres_savent_ecrire_se_dessine(texte: str) -> None:
    assert est_dessinable(texte, VOIX)


@pytest.mark.parametrize("texte", ["ᐊᐃᓐᖓᐃ", "Łódź", "א", "z" * 40, "x\u0331", "e\u0302\u0331", "👨\u200d👩"])
def test_un_texte_qu_on_ne_saurait_ecrire_entier_ne_se_dessine_pas(texte: str) -> None:
    assert not est_dessinable(texte, VOIX)


def test_des_espaces_insecables_colles_n_empechent_pas_de_couper_la_ligne() -> None:
    colle = "Je viens ici parce que personne ne me demande de sourire avant de m’asseoir".replace(" ", "\u00a0")
    pave = ajuster(colle, VOIX, range(104, 25, -2), (1072, 330), 1.26)
    assert est_dessinable(colle, VOIX)
    assert not pave.coupe
    assert pave.largeur <= 1072
    assert len(pave.lignes) > 1
    assert ajuster("« Oui » : 20\u00a0000", VOIX, range(40, 25, -2), (1072, 330), 1.26).lignes == (
        "« Oui » : 20\u00a0000",
    )


def test_les_encres_sont_celles_de_la_feuille_de_style() -> None:
    feuille = Path(RACINE, "site_campagne/static/css/jetons.css").read_text().lower()
    for nom in ("gaude", "eglantine", "garance", "sapin", "nuit", "creme"):
        assert f"--{nom}: {getattr(encres, nom.upper()).lower()};" in feuille
    assert f"--piece-eglantine: {encres.PIECES[Couleur.EGLANTINE].fond.lower()};" in feuille
    assert f"--mousse: {encres.PIECES[Couleur.MOUSSE].fond.lower()};" in feuille
    assert set(encres.PIECES) == set(Couleur.values)


def _blocs(octets: bytes) -> list[bytes]:
    """Return the types of the chunks of a PNG."""
    types, rang = [], 8
    while rang < len(octets):
        longueur = int.from_bytes(octets[rang : rang + 4], "big")
        types.append(octets[rang + 4 : rang + 8])
        rang += 12 + longueur
    return types
