"""The whole public site as files: every link leads somewhere, nothing is there that a stranger cannot read."""

import csv
import io
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from pages.models import AccueilPage
from site_campagne.sauvegarde.fermeture import fermer
from site_campagne.sortir.liens import liens_css, liens_html
from temoignages.actions import retirer
from tests.fabriques.fichiers import un_document
from tests.fabriques.pages import ContenuPageFactory, enregistrer, publier
from tests.fabriques.temoignages import un_depot, un_temoignage
from tests.pages.recherche.monde import batir

pytestmark = pytest.mark.django_db
BRUT, RETIRE, BROUILLON, TITRE = "Gaétane pleurait mardi", "ces mots sont repris", "une page en brouillon", "=SOMME(1)"


@pytest.fixture(autouse=True)
def ailleurs(settings: Settings, tmp_path: Path) -> None:
    """Keep the flag and the files of this test apart."""
    settings.FICHIER_DE_FERMETURE = str(tmp_path / "site-ferme")
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Export a site that has a little of all, and return where."""
    batir()
    un_depot(BRUT)
    un_document(title="Jamais cité")
    un_temoignage("une chaise qui m’attend")
    retirer(empreinte_code=un_temoignage(RETIRE).empreinte_code)
    ContenuPageFactory.create(title=TITRE)
    enregistrer(ContenuPageFactory.create(title=BROUILLON), live=False)
    call_command("exporter_site", str(tmp_path / "export"), stdout=io.StringIO())
    return tmp_path / "export"


def test_chaque_lien_mene_a_un_fichier_ou_a_l_adresse_d_origine(export: Path) -> None:
    racine, perdus, pages = export / "site", [], 0
    for fichier in sorted(racine.rglob("*")):
        if fichier.suffix not in {".html", ".css"}:
            continue
        pages += 1
        texte = fichier.read_text()
        for lien in liens_html(texte) if fichier.suffix == ".html" else liens_css(texte):
            lu = urlsplit(unescape(lien))
            if lu.scheme or not lu.path:
                continue
            vise = (fichier.parent / unquote(lu.path)).resolve()
            if lien.startswith("/") or not vise.is_file() or not vise.is_relative_to(racine):
                perdus.append((fichier.relative_to(racine), lien))
    assert perdus == []
    assert pages > 10


def test_l_accueil_les_feuilles_de_style_et_les_paroles_y_sont(export: Path) -> None:
    assert (export / "site/index.html").is_file()
    assert (export / "site/static/css/base.css").is_file()
    assert list((export / "site/paroles").glob("*/index.html"))
    assert list((export / "site/en").rglob("index.html"))
    assert list((export / "site").glob("*/pdf/index.pdf")), "what a page gives to download too"
    assert not (export / "site/admin").exists()
    assert not (export / "site/temoigner").exists()


def test_rien_qui_ne_soit_public(export: Path) -> None:
    octets = b"".join(f.read_bytes() for f in sorted(export.rglob("*")) if f.is_file())

    for secret in (BRUT, RETIRE, BROUILLON, "Jamais cité", "csrfmiddlewaretoken"):
        assert secret.encode() not in octets
    assert "une chaise qui m’attend".encode() in octets


def test_les_tableaux_se_lisent_et_n_ont_pas_de_formule(export: Path) -> None:
    with (export / "donnees/paroles.csv").open(encoding="utf-8-sig", newline="") as fichier:
        lignes = list(csv.reader(fichier, delimiter=";"))
    assert lignes[0][:3] == ["identifiant", "langue", "texte"]
    assert any("une chaise qui m’attend" in ligne[2] for ligne in lignes[1:])
    assert f"'{TITRE}" in (export / "donnees/pages.csv").read_text()


def test_un_zip_contient_la_meme_chose(tmp_path: Path) -> None:
    un_temoignage("une chaise qui m’attend")
    call_command("exporter_site", str(tmp_path / "export.zip"), stdout=io.StringIO())

    with zipfile.ZipFile(tmp_path / "export.zip") as paquet:
        assert {"LISEZ-MOI.txt", "site/index.html", "donnees/paroles.csv"} <= set(paquet.namelist())


def test_ce_qui_est_deja_la_n_est_pas_ecrase(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    (tmp_path / "export/a").touch()

    with pytest.raises(CommandError, match="existe déjà"):
        call_command("exporter_site", str(tmp_path / "export"))


def test_un_site_ferme_ou_qui_refuse_son_nom_ne_s_exporte_pas(tmp_path: Path, settings: Settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://inconnu.exemple.org"
    with pytest.raises(CommandError, match="ALLOWED_HOSTS"):
        call_command("exporter_site", str(tmp_path / "export"))
    settings.WAGTAILADMIN_BASE_URL = "http://localhost"
    fermer()
    with pytest.raises(CommandError, match="fermé"):
        call_command("exporter_site", str(tmp_path / "export"))
    assert not list(tmp_path.glob("*export*"))


def test_une_page_anglaise_publiee_y_est(tmp_path: Path) -> None:
    accueil = AccueilPage.objects.filter(locale__language_code="fr").get()
    anglais = accueil.copy_for_translation(type(accueil.locale).objects.get(language_code="en"))
    anglais.title = "Around the table"
    publier(anglais)
    call_command("exporter_site", str(tmp_path / "export"), stdout=io.StringIO())

    assert "en-CA" in (tmp_path / "export/site/en/index.html").read_text()
