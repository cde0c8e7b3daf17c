"""The press zip: everything that a newsroom needs, under the guards of the page, and nothing kept of it."""

import datetime
import hashlib
import io
import zipfile
from contextlib import suppress
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from medias.models import ImageCampagne
from medias.niveaux import Niveau
from pages.etats import Diffusion
from pages.models import LienPartage, PhotoPresse, VarianteRegionale
from pages.publication.partage.modeles import empreinte_de
from pages.publication.porte import ouvrir
from pages.publication.refus import Refus
from tests.fabriques.pages import publier
from tests.fabriques.presse import un_communique

pytestmark = pytest.mark.django_db
UN_JOUR = datetime.timedelta(days=1)
ADRESSES = ["presse.zip", "region/05/presse.zip"]


def une_grande_photo() -> ImageCampagne:
    """Return a photograph that says where it was taken, as a phone stores it."""
    fichier, exif = ContentFile(b"", name="chez-quelquun.jpg"), Image.Exif()
    exif[0x010F] = "Appareil de canari"
    Image.new("RGB", (2400, 1600), "#1e4a3c").save(fichier, "JPEG", exif=exif)
    fichier.seek(0)
    return ImageCampagne.objects.create(
        title="IMG_2034 canari", texte_alternatif="Des tables dehors", credit="Atelier du pain", file=fichier
    )


def une_page(**champs: Any) -> Any:
    page = un_communique(slug="une-cle", title="Une clé, une table", **champs)
    page.photos = [PhotoPresse(image=une_grande_photo(), legende="Les tables du 10 octobre")]
    page.variantes = [VarianteRegionale(region="05", paragraphe="deux tables tiennent tout l’hiver.")]
    return page


def lire(reponse: Any) -> dict[str, bytes]:
    """Return the files of a zip, whose every checksum is right."""
    with zipfile.ZipFile(io.BytesIO(b"".join(reponse.streaming_content))) as archive:
        assert archive.testzip() is None
        assert not any(info.flag_bits & 0x08 for info in archive.infolist())
        return {info.filename: archive.read(info) for info in archive.infolist()}


def test_le_zip_tient_le_pdf_le_texte_les_photos_et_leur_liste(client: Client) -> None:
    page = publier(une_page())
    reponse = client.get(f"{page.url}presse.zip")
    assert reponse["Content-Type"] == "application/zip"
    assert reponse["Content-Disposition"] == 'attachment; filename="une-cle.zip"'
    fichiers = lire(reponse)
    assert list(fichiers) == ["une-cle.pdf", "une-cle.txt", "photos/photo-1.jpg", "LISEZMOI.txt"]
    assert fichiers["une-cle.pdf"].startswith(b"%PDF-")
    assert fichiers["une-cle.txt"] == client.get(f"{page.url}texte/").content
    liste = fichiers["LISEZMOI.txt"].decode()
    for mots in ("Une clé, une table", "Les tables du 10", "Des tables dehors", "Atelier du pain", "2400 × 1600 px"):
        assert mots in liste
    for nom in list(fichiers)[:3]:
        assert nom in liste
        assert f"{len(fichiers[nom])} octets" in liste
        assert hashlib.sha256(fichiers[nom]).hexdigest() in liste


def test_une_photo_est_donnee_en_grand_et_sans_rien_dire_d_elle_meme(client: Client) -> None:
    fichiers = lire(client.get(f"{publier(une_page()).url}presse.zip"))
    with Image.open(io.BytesIO(fichiers["photos/photo-1.jpg"])) as image:
        assert (image.size, dict(image.getexif())) == ((2400, 1600), {})
    assert not [nom for nom, octets in fichiers.items() if b"canari" in octets.lower() or "canari" in nom.lower()]


def test_une_region_a_son_zip(client: Client) -> None:
    page = publier(une_page())
    reponse = client.get(f"{page.url}region/05/presse.zip")
    assert reponse["Content-Disposition"] == 'attachment; filename="une-cle-05.zip"'
    fichiers = lire(reponse)
    assert "En Estrie, deux tables" in " ".join(fichiers["une-cle-05.txt"].decode().split())
    assert client.get(f"{page.url}region/06/presse.zip").status_code == 404


@pytest.mark.parametrize("adresse", ADRESSES)
@pytest.mark.parametrize(
    "champs",
    [
        {},
        {"confidentialite": Niveau.TRAVAIL},
        {"confidentialite": Niveau.MEMBRES},
        {"diffusion": Diffusion.EMBARGO, "go_live_at": timezone.now() + UN_JOUR},
    ],
)
def test_ce_qui_n_est_pas_public_n_a_pas_de_zip(client: Client, champs: dict[str, Any], adresse: str) -> None:
    page = une_page()
    for nom, valeur in champs.items():
        setattr(page, nom, valeur)
    if champs:
        with suppress(Refus):
            publier(page)
    reponse = client.get(f"/communiques/une-cle/{adresse}")
    assert reponse.status_code == 404
    assert not reponse.streaming


@pytest.mark.parametrize("adresse", ADRESSES)
def test_une_page_retiree_emporte_son_zip_et_rien_ne_l_a_garde(client: Client, adresse: str) -> None:
    page = publier(une_page())
    reponse = client.get(f"{page.url}{adresse}")
    assert reponse["Cache-Control"] == "no-store"
    assert "ETag" not in reponse
    lire(reponse)
    with ouvrir("essai"):
        page.unpublish()
    assert client.get(f"{page.url}{adresse}").status_code == 404


@pytest.mark.parametrize(
    "entete", [{"HTTP_IF_NONE_MATCH": "*"}, {"HTTP_IF_MODIFIED_SINCE": "Sun, 01 Jan 2040 00:00:00 GMT"}]
)
def test_le_pdf_est_entier_quoi_que_le_navigateur_ait_deja(client: Client, entete: dict[str, str]) -> None:
    reponse = client.get(f"{publier(une_page()).url}presse.zip", **entete)  # type: ignore[arg-type]  # WSGI names
    assert lire(reponse)["une-cle.pdf"].startswith(b"%PDF-")


def test_une_photo_perdue_ne_retient_pas_les_mots(client: Client) -> None:
    page = publier(une_page())
    image = ImageCampagne.objects.get()
    image.file.storage.delete(image.file.name)
    fichiers = lire(client.get(f"{page.url}presse.zip"))
    assert list(fichiers) == ["une-cle.pdf", "une-cle.txt", "LISEZMOI.txt"]
    assert "photo-1" not in fichiers["LISEZMOI.txt"].decode()


def test_un_zip_prete_dit_a_qui_et_ce_qu_il_est(client: Client) -> None:
    page = une_page(diffusion=Diffusion.EMBARGO)
    page.save_revision()
    lien = LienPartage.objects.create(
        empreinte=empreinte_de("jeton"), destinataire="Le Courrier fictif", expire_le=timezone.now() + UN_JOUR
    )
    lien.pages.add(page)
    adresse = f"/partage/jeton/{page.pk}/presse.zip/"
    assert f'href="{adresse}"' in client.get(f"/partage/jeton/{page.pk}/").content.decode()
    reponse = client.get(adresse)
    assert reponse["Cache-Control"] == "private, no-store"
    fichiers = lire(reponse)
    for nom in ("une-cle.txt", "LISEZMOI.txt"):
        dit = fichiers[nom].decode().lower()
        assert "le courrier fictif" in dit
        assert "ne pas diffuser" in dit
    assert client.get(f"/partage/autre/{page.pk}/presse.zip/").status_code == 404


def test_la_page_l_offre_avec_son_format_puis_sa_taille(client: Client) -> None:
    page = publier(une_page())
    html = client.get(page.url).content.decode()
    assert f'<a href="{page.url}presse.zip" type="application/zip">' in html
    assert "et photos (ZIP)" in html
    assert 'alt="Des tables dehors"' in html
    assert "Atelier du pain" in html
    lire(client.get(f"{page.url}presse.zip"))
    assert "et photos (ZIP," in client.get(page.url).content.decode()
    assert f'href="{page.url}region/05/presse.zip"' in client.get(f"{page.url}region/05/").content.decode()
