"""Sealed columns: right place, right key, or nothing."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connections
from hypothesis import given
from hypothesis import strategies as st

from temoignages.chambre import scelles
from temoignages.chambre.scelles import cle_de, creer_cle, detruire_cle, ouvrir, rechiffrer_cles, sceller
from temoignages.chambre.trousseau import ChambreFermee, Trousseau
from temoignages.coffre.models import CleDepot

CLE = b"k" * 32
LIGNE, AUTRE = uuid4(), uuid4()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_ce_qui_est_scelle_se_rouvre_a_sa_place(texte: str) -> None:
    assert ouvrir(CLE, "depot.brut", LIGNE, sceller(CLE, "depot.brut", LIGNE, texte)) == texte


def test_deux_scelles_du_meme_texte_different_et_ne_montrent_rien() -> None:
    un, deux = (sceller(CLE, "depot.brut", LIGNE, "du monde qui écoute") for _ in range(2))
    assert un != deux
    assert b"monde" not in un


@pytest.mark.parametrize(("place", "ligne"), [("depot.propose", LIGNE), ("lot.contenu", LIGNE), ("depot.brut", AUTRE)])
def test_un_scelle_deplace_ne_s_ouvre_pas(place: str, ligne: object) -> None:
    scelle = sceller(CLE, "depot.brut", LIGNE, "du monde")
    with pytest.raises(ChambreFermee):
        ouvrir(CLE, place, ligne, scelle)  # type: ignore[arg-type]  # a UUID, typed as object by parametrize


def test_une_autre_version_une_autre_cle_un_octet_change_ne_s_ouvrent_pas(monkeypatch: pytest.MonkeyPatch) -> None:
    scelle = sceller(CLE, "depot.brut", LIGNE, "du monde")
    for cle, valeur in ((b"x" * 32, scelle), (CLE, scelle[:-1] + bytes([scelle[-1] ^ 1])), (CLE, scelle + b"0")):
        with pytest.raises(ChambreFermee):
            ouvrir(cle, "depot.brut", LIGNE, valeur)
    monkeypatch.setattr(scelles, "VERSION", 2)
    with pytest.raises(ChambreFermee):
        ouvrir(CLE, "depot.brut", LIGNE, scelle)


@pytest.mark.parametrize("scelle", [b"", b"1234567"])
def test_un_scelle_tronque_reste_ferme(scelle: bytes) -> None:
    with pytest.raises(ChambreFermee):
        ouvrir(CLE, "depot.brut", LIGNE, scelle)


@pytest.mark.django_db
def test_une_cle_se_garde_enveloppee_et_se_detruit() -> None:
    cle = creer_cle(LIGNE)
    assert cle_de(LIGNE) == cle
    assert cle not in bytes(CleDepot.objects.get(pk=LIGNE).enveloppe)
    detruire_cle(LIGNE)
    detruire_cle(LIGNE)
    with pytest.raises(ChambreFermee):
        cle_de(LIGNE)


@pytest.mark.django_db
def test_une_enveloppe_portee_sur_un_autre_depot_ne_s_ouvre_pas() -> None:
    creer_cle(LIGNE)
    creer_cle(AUTRE)
    CleDepot.objects.filter(pk=AUTRE).update(enveloppe=CleDepot.objects.get(pk=LIGNE).enveloppe)
    with pytest.raises(ChambreFermee):
        cle_de(AUTRE)


@pytest.fixture
def anneaux(monkeypatch: pytest.MonkeyPatch) -> dict[str, Trousseau]:
    """Three keyrings of a rotation; the tests choose which one the room uses."""
    return {
        "avant": Trousseau({"une": b"1" * 32}),
        "pendant": Trousseau({"deux": b"2" * 32, "une": b"1" * 32}),
        "apres": Trousseau({"deux": b"2" * 32}),
    }


@pytest.mark.django_db
def test_apres_rotation_l_ancienne_cle_ne_sert_plus(
    anneaux: dict[str, Trousseau], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scelles, "trousseau", lambda: anneaux["avant"])
    cles = {identifiant: creer_cle(identifiant) for identifiant in (uuid4() for _ in range(30))}
    monkeypatch.setattr(scelles, "trousseau", lambda: anneaux["pendant"])
    recente = uuid4()
    cles[recente] = creer_cle(recente)

    assert rechiffrer_cles() == 30
    assert rechiffrer_cles() == 0
    monkeypatch.setattr(scelles, "trousseau", lambda: anneaux["apres"])
    assert {identifiant: cle_de(identifiant) for identifiant in cles} == cles
    monkeypatch.setattr(scelles, "trousseau", lambda: anneaux["avant"])
    with pytest.raises(ChambreFermee):
        cle_de(recente)


@pytest.mark.django_db
def test_une_rotation_qui_echoue_ne_change_rien(anneaux: dict[str, Trousseau], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scelles, "trousseau", lambda: anneaux["avant"])
    bonne, abimee = sorted((uuid4(), uuid4()), key=str)
    cle = creer_cle(bonne)
    creer_cle(abimee)
    CleDepot.objects.filter(pk=abimee).update(enveloppe=b"0" * 60)
    monkeypatch.setattr(scelles, "trousseau", lambda: anneaux["pendant"])

    with pytest.raises(ChambreFermee):
        rechiffrer_cles()
    assert set(CleDepot.objects.values_list("trousseau", flat=True)) == {"une"}
    assert cle_de(bonne) == cle


def test_vingt_fils_rouvrent_chacun_leurs_textes(transactional_db: None) -> None:
    def travailler(fil: int) -> list[bool]:
        try:
            justes = []
            for rang in range(50):
                identifiant, texte = uuid4(), f"fil {fil}, texte {rang}"
                scelle = sceller(creer_cle(identifiant) if rang % 10 == 0 else CLE, "depot.brut", identifiant, texte)
                cle = cle_de(identifiant) if rang % 10 == 0 else CLE
                justes.append(ouvrir(cle, "depot.brut", identifiant, scelle) == texte)
            return justes
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as fils:
        resultats = [juste for liste in fils.map(travailler, range(20)) for juste in liste]
    assert resultats == [True] * 1000
