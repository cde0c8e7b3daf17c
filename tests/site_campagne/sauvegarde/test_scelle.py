"""A sealed stream opens whole, with its key, or not at all."""

import io
from secrets import token_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_campagne.sauvegarde.refus import SauvegardeImpossible
from site_campagne.sauvegarde.scelle import SCEAU, TRONCON, Descelleur, Scelleur

CLES = {"neuve": b"n" * 32, "vieille": b"v" * 32}


def sceller(octets: bytes) -> bytes:
    sortie = io.BytesIO()
    scelleur = Scelleur(sortie, CLES, "site", "2026-11-22T17:00:00+00:00")
    scelleur.write(octets)
    scelleur.fermer()
    return sortie.getvalue()


def ouvrir(scelle: bytes, cles: dict[str, bytes] = CLES) -> bytes:
    descelleur = Descelleur(io.BytesIO(scelle), cles)
    return b"".join(iter(lambda: descelleur.read(100_000), b""))


@pytest.mark.parametrize("taille", [0, 1, TRONCON - 1, TRONCON, TRONCON + 1, 3 * TRONCON])
def test_ce_qui_est_scelle_s_ouvre_au_dernier_octet_pres(taille: int) -> None:
    clair = token_bytes(taille)
    scelle = sceller(clair)

    assert ouvrir(scelle) == clair
    # One byte of a short text may be anywhere by chance.
    assert clair[:40] not in scelle or len(clair) < 40


def test_la_seconde_cle_lit_encore() -> None:
    scelle = sceller(b"du pain")

    assert ouvrir(scelle, {"autre": b"a" * 32, "neuve": b"n" * 32}) == b"du pain"


def test_une_cle_inconnue_est_nommee() -> None:
    with pytest.raises(SauvegardeImpossible, match="« neuve »"):
        ouvrir(sceller(b"du pain"), {"vieille": b"v" * 32})


def test_une_fausse_cle_du_meme_nom_est_refusee() -> None:
    with pytest.raises(SauvegardeImpossible, match="clé n’est pas la bonne"):
        ouvrir(sceller(b"du pain"), {"neuve": b"x" * 32})


@given(st.data())
def test_un_bit_change_et_rien_ne_s_ouvre(data: st.DataObject) -> None:
    scelle = bytearray(sceller(b"une chaise au bout de la table"))
    scelle[data.draw(st.integers(0, len(scelle) - 1))] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(SauvegardeImpossible):
        ouvrir(bytes(scelle))


@pytest.mark.parametrize("reste", [-1, -SCEAU, -(TRONCON + SCEAU), -2 * (TRONCON + SCEAU)])
def test_une_archive_coupee_est_refusee_meme_entre_deux_troncons(reste: int) -> None:
    scelle = sceller(b"a" * 3 * TRONCON)

    with pytest.raises(SauvegardeImpossible, match="tronquée ou altérée"):
        ouvrir(scelle[:reste])


def test_deux_troncons_echanges_sont_vus() -> None:
    scelle = sceller(b"a" * TRONCON + b"b" * TRONCON + b"c")
    debut = len(scelle) - 2 * (TRONCON + SCEAU) - (1 + SCEAU)
    un, deux = debut + TRONCON + SCEAU, debut + 2 * (TRONCON + SCEAU)

    with pytest.raises(SauvegardeImpossible):
        ouvrir(scelle[:debut] + scelle[un:deux] + scelle[debut:un] + scelle[deux:])


@pytest.mark.parametrize("autre", [b"", b"PK\x03\x04", b"sauvegarde-site-campagne 2\n..."])
def test_un_autre_fichier_n_est_pas_une_archive(autre: bytes) -> None:
    with pytest.raises(SauvegardeImpossible, match="pas une archive"):
        ouvrir(autre)
