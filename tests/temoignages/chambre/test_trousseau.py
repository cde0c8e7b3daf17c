"""The keyring and the pepper: files outside the database, made once, never guessed."""

import stat
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from temoignages.chambre.trousseau import ChambreFermee, Trousseau, creer, lire_secret, poivre, trousseau

UNE, DEUX = b"1" * 32, b"2" * 32


@pytest.fixture
def fichier(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """The place of a keyring of this test only, and nothing remembered of another."""
    settings.TROUSSEAU = str(tmp_path / "secrets" / "trousseau")
    settings.POIVRE = str(tmp_path / "secrets" / "poivre")
    trousseau.cache_clear()
    poivre.cache_clear()
    yield Path(settings.TROUSSEAU)
    trousseau.cache_clear()
    poivre.cache_clear()


def ecrire(fichier: Path, contenu: str) -> None:
    """Write a keyring by hand, as an administrator does."""
    fichier.parent.mkdir(parents=True, exist_ok=True)
    fichier.write_text(contenu)


def ligne(nom: str, cle: bytes) -> str:
    return f"{nom} {b64encode(cle).decode()}\n"


def test_la_premiere_cle_ecrit_et_toutes_lisent() -> None:
    ancien = Trousseau({"une": UNE})
    nouveau = Trousseau({"deux": DEUX, "une": UNE})
    enveloppe = ancien.envelopper(b"cle de depot", b"contexte")

    assert nouveau.ecriture == "deux"
    assert nouveau.developper("une", enveloppe, b"contexte") == b"cle de depot"
    with pytest.raises(ChambreFermee):
        ancien.developper("deux", nouveau.envelopper(b"x", b"contexte"), b"contexte")


def test_une_enveloppe_ne_s_ouvre_ni_ailleurs_ni_avec_une_autre_cle_ni_alteree() -> None:
    anneau = Trousseau({"une": UNE, "deux": DEUX})
    enveloppe = anneau.envelopper(b"cle", b"contexte")
    alteree = enveloppe[:-1] + bytes([enveloppe[-1] ^ 1])
    for nom, valeur, contexte in (
        ("une", enveloppe, b"autre"),
        ("deux", enveloppe, b"contexte"),
        ("inconnue", enveloppe, b"contexte"),
        ("une", alteree, b"contexte"),
    ):
        with pytest.raises(ChambreFermee) as refus:
            anneau.developper(nom, valeur, contexte)
        assert str(refus.value) == ""


@pytest.mark.parametrize(
    "enveloppe",
    [
        pytest.param(b""),
        pytest.param(b"court"),
        b"0" * 12,
    ],
)
def test_une_enveloppe_tronquee_reste_fermee(enveloppe: bytes) -> None:
    with pytest.raises(ChambreFermee):
        Trousseau({"une": UNE}).developper("une", enveloppe, b"contexte")


def test_au_premier_lancement_le_fichier_se_cree_pour_son_seul_proprietaire(
    fichier: Path, caplog: pytest.LogCaptureFixture
) -> None:
    anneau = trousseau()
    assert [len(cle) for cle in anneau.cles.values()] == [32]
    assert stat.S_IMODE(fichier.stat().st_mode) == 0o600
    assert stat.S_IMODE(fichier.parent.stat().st_mode) == 0o700
    assert "secret de développement" in caplog.text
    assert fichier.read_text().split()[1] not in caplog.text
    assert [autre.name for autre in fichier.parent.iterdir()] == ["trousseau"]


def test_relire_redonne_les_memes_cles(fichier: Path) -> None:
    premiere, sel = trousseau(), poivre()
    trousseau.cache_clear()
    poivre.cache_clear()
    assert trousseau() == premiere
    assert poivre() == sel


@pytest.mark.parametrize("secret", [trousseau, poivre])
def test_en_production_un_fichier_absent_arrete_tout(fichier: Path, settings: Settings, secret: object) -> None:
    settings.CREER_SECRETS = False
    with pytest.raises(ImproperlyConfigured, match="n’existe pas"):
        secret()  # type: ignore[operator]  # one of two cached functions
    assert not fichier.parent.exists()


@pytest.mark.parametrize(
    "contenu",
    ["", "\n\n", ligne("une", b"court"), ligne("une", UNE) + ligne("deux", DEUX * 2)],
    ids=["vide", "lignes vides", "trop courte", "trop longue"],
)
def test_un_trousseau_mal_forme_arrete_tout(fichier: Path, contenu: str) -> None:
    ecrire(fichier, contenu)
    with pytest.raises(ImproperlyConfigured, match="TROUSSEAU"):
        trousseau()


@pytest.mark.parametrize(
    "contenu",
    ["une\n", "une deux trois\n", "une pas-du-base64!\n", ligne("une", UNE) + ligne("une", DEUX), "SQLite format 3\0"],
    ids=["sans clé", "trois mots", "pas du base64", "même nom deux fois", "autre fichier"],
)
def test_un_trousseau_mal_forme_le_dit_clairement(fichier: Path, contenu: str) -> None:
    ecrire(fichier, contenu)
    with pytest.raises(ImproperlyConfigured, match="TROUSSEAU"):
        trousseau()


def test_un_poivre_trop_court_arrete_tout(fichier: Path, settings: Settings) -> None:
    ecrire(Path(settings.POIVRE), b64encode(b"court").decode())
    with pytest.raises(ImproperlyConfigured, match="POIVRE"):
        poivre()


def test_deux_processus_qui_creent_ensemble_lisent_la_meme_chose(tmp_path: Path) -> None:
    for essai in range(10):
        cible, depart = tmp_path / str(essai) / "secret", Barrier(8)

        def creer_puis_lire(rang: int, cible: Path = cible, depart: Barrier = depart) -> str:
            depart.wait(10)
            creer(cible, f"contenu {rang} " * 500)
            return cible.read_text()

        with ThreadPoolExecutor(8) as fils:
            lus = set(fils.map(creer_puis_lire, range(8)))
        assert len(lus) == 1
        assert [autre.name for autre in cible.parent.iterdir()] == ["secret"]
        assert stat.S_IMODE(cible.stat().st_mode) == 0o600


def test_creer_n_ecrase_jamais(tmp_path: Path) -> None:
    cible = tmp_path / "secret"
    cible.write_text("premier")
    creer(cible, "second")
    assert cible.read_text() == "premier"


def test_lire_un_secret_n_appelle_la_fabrique_qu_une_fois(fichier: Path) -> None:
    contenus = iter(["premier", "second"])
    assert [lire_secret("TROUSSEAU", lambda: next(contenus)) for _ in range(3)] == ["premier"] * 3
    assert next(contenus) == "second"
