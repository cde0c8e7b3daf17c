"""An S3 server half named stops the start, in French; a whole one changes what it must, and no more."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from site_campagne.settings.donnees import magasins
from site_campagne.settings.s3 import lire_s3
from site_campagne.settings.securite import politique

ENTIER = {
    "S3_ADRESSE": "https://s3.exemple.org/",
    "S3_CLE": "cle",
    "S3_SECRET": "tres-secret",
    "S3_SEAU_PRIVE": "medias",
}


@pytest.fixture
def environnement(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for nom, valeur in ENTIER.items():
        monkeypatch.setenv(nom, valeur)
    return monkeypatch


def test_sans_rien_les_fichiers_restent_sur_la_machine() -> None:
    assert lire_s3() is None
    assert magasins("local", None)["default"]["BACKEND"] == "medias.stockage_local.StockageLocal"
    assert "ailleurs" not in magasins("local", None)


@pytest.mark.parametrize("manque", ENTIER)
def test_une_variable_qui_manque_est_nommee(environnement: pytest.MonkeyPatch, manque: str) -> None:
    environnement.delenv(manque)
    with pytest.raises(ImproperlyConfigured, match=f"il manque {manque}\\."):
        lire_s3()


def test_un_seau_public_seul_ne_suffit_pas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("S3_SEAU_PUBLIC", "statiques")
    with pytest.raises(ImproperlyConfigured, match="il manque S3_ADRESSE, S3_CLE, S3_SECRET, S3_SEAU_PRIVE"):
        lire_s3()


@pytest.mark.parametrize(
    "adresse", ["http://s3.exemple.org", "s3.exemple.org", "https://s3.exemple.org/medias", "https://"]
)
def test_une_adresse_qui_n_en_est_pas_une_est_refusee(environnement: pytest.MonkeyPatch, adresse: str) -> None:
    environnement.setenv("S3_ADRESSE", adresse)
    with pytest.raises(ImproperlyConfigured, match="S3_ADRESSE"):
        lire_s3()


def test_un_meme_seau_ne_peut_etre_prive_et_public(environnement: pytest.MonkeyPatch) -> None:
    environnement.setenv("S3_SEAU_PUBLIC", "medias")
    with pytest.raises(ImproperlyConfigured, match="différents"):
        lire_s3()


def test_les_cles_ne_se_montrent_pas(environnement: pytest.MonkeyPatch) -> None:
    assert "tres-secret" not in repr(lire_s3())


@pytest.mark.parametrize("stockage", ["S3", "nuage", ""])
def test_un_stockage_inconnu_arrete_tout(stockage: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="STOCKAGE"):
        magasins(stockage, None)


def test_s3_sans_serveur_arrete_tout() -> None:
    with pytest.raises(ImproperlyConfigured, match="S3_ADRESSE"):
        magasins("s3", None)


def test_un_serveur_connu_mais_pas_employe_ne_change_pas_la_politique(environnement: pytest.MonkeyPatch) -> None:
    acces = lire_s3()
    assert acces is not None
    lieux = magasins("local", acces)
    assert (lieux["default"]["BACKEND"], lieux["ailleurs"]["BACKEND"]) == (
        "medias.stockage_local.StockageLocal",
        "medias.stockage.StockageS3",
    )
    assert politique("local", acces) == politique("local", None)


def test_la_politique_n_ouvre_que_le_seau(environnement: pytest.MonkeyPatch) -> None:
    acces = lire_s3()
    assert acces is not None
    directives = politique("s3", acces)["DIRECTIVES"]
    ouvertes = {nom for nom, sources in directives.items() if any("http" in source for source in sources)}
    assert ouvertes == {"img-src", "media-src"}
    assert directives["media-src"] == ["'self'", "https://s3.exemple.org/medias/"]
    assert magasins("s3", acces)["staticfiles"]["BACKEND"].startswith("whitenoise")


def test_le_seau_public_ne_porte_que_les_statiques(environnement: pytest.MonkeyPatch) -> None:
    environnement.setenv("S3_SEAU_PUBLIC", "statiques")
    acces = lire_s3()
    directives = politique("local", acces)["DIRECTIVES"]
    assert directives["style-src"] == ["'self'", "https://s3.exemple.org/statiques/"]
    assert directives["media-src"] == ["'self'"]
    assert magasins("local", acces)["staticfiles"]["BACKEND"] == "medias.statiques.StatiquesS3"
