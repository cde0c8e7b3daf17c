"""Through the screens of the admin: a refusal says why and leaves nothing; what is kept says nothing of its file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import UploadedFile

from medias.forms import ChampImageRecue
from medias.models import ImageCampagne
from site_campagne.roles import REDACTION
from tests.fabriques.roles import une_personne_de

from .photos import EXTENSIONS, REFUSES, SECRETS, photo, recue

pytestmark = pytest.mark.django_db
UN, PLUSIEURS, CHOISIR = "wagtailimages:add", "wagtailimages:add_multiple", "wagtailimages_chooser:create"
MOTS = {"title": "Une cuisine", "texte_alternatif": "Une cuisine.", "licence": "reserves", "personnes": "aucune"}


@pytest.fixture
def redaction(client: Client) -> Client:
    client.force_login(une_personne_de(REDACTION))
    return client


def gardes() -> Iterator[bytes]:
    """Yield all that the site holds: each row of each table, the name and the bytes of each file."""
    with connection.cursor() as curseur:
        for table in connection.introspection.table_names(curseur):
            curseur.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name that the database gave
            yield from (repr(ligne).encode() for ligne in curseur.fetchall())
    for fichier in fichiers():
        yield str(fichier).encode()
        yield fichier.read_bytes()


def fichiers() -> set[Path]:
    """Return the files that the storage holds."""
    return {chemin for chemin in Path(settings.MEDIA_ROOT).rglob("*") if chemin.is_file()}


def traces() -> list[bytes]:
    """Return the secrets of a photo that are found anywhere."""
    return sorted({secret for garde in gardes() for secret in SECRETS if secret in garde})


def envoyer(client: Client, ecran: str, octets: bytes, nom: str, **mots: Any) -> Any:
    """Send a file to a screen, with its words where it asks for them."""
    if ecran == PLUSIEURS:
        return client.post(reverse(ecran), {"files[]": recue(octets, nom), "title": nom, "collection": "1"})
    prefixe = "image-chooser-upload-" if ecran == CHOISIR else ""
    donnees = {f"{prefixe}{champ}": valeur for champ, valeur in {**MOTS, **mots}.items()}
    return client.post(reverse(ecran), {**donnees, f"{prefixe}file": recue(octets, nom)})


@pytest.mark.parametrize("format_", [f for f in EXTENSIONS if f != "AVIF"])
@pytest.mark.parametrize("ecran", [UN, CHOISIR, PLUSIEURS])
def test_une_photo_ne_laisse_rien_d_elle_que_ses_pixels(redaction: Client, ecran: str, format_: str) -> None:
    # A log of the admin would say « Une cuisine »: what the person typed, never what the file said.
    reponse = envoyer(redaction, ecran, photo(format_), f"gaetane-beausejour.{EXTENSIONS[format_]}")
    assert reponse.status_code in {200, 302}
    assert traces() == []
    if ecran == PLUSIEURS:
        depot = UploadedFile.objects.get()
        assert b"gaetane" not in reponse.content.lower()
        prefixe = f"uploaded-image-{depot.pk}-"
        reponse = redaction.post(
            reverse("wagtailimages:create_multiple_from_uploaded_image", args=[depot.pk]),
            {f"{prefixe}{champ}": valeur for champ, valeur in MOTS.items()},
        )
        assert reponse.json()["success"]
        assert not UploadedFile.objects.exists()
    image = ImageCampagne.objects.get()
    assert image.title == "Une cuisine"
    assert image.get_rendition("width-20").url.startswith(settings.MEDIA_URL + "images/")
    assert traces() == []


@pytest.mark.parametrize(("octets", "dit"), REFUSES.values(), ids=REFUSES)
def test_un_refus_se_lit_pres_du_champ_et_ne_laisse_rien(redaction: Client, octets: bytes, dit: str) -> None:
    avant = fichiers()
    for ecran in (UN, PLUSIEURS):
        reponse = envoyer(redaction, ecran, octets, "gaetane-beausejour.jpg")
        if ecran == UN:
            assert dit in reponse.context["form"].errors["file"][0]
        else:
            assert (reponse.json()["success"], dit in reponse.json()["error_message"]) == (False, True)
    assert not ImageCampagne.objects.exists()
    assert not UploadedFile.objects.exists()
    assert fichiers() == avant


def test_une_image_trop_lourde_est_refusee_sans_etre_ouverte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medias.forms.reencoder", None)
    champ = ChampImageRecue()
    champ.max_upload_size = 100
    with pytest.raises(ValidationError, match="c’est plus que"):
        champ.clean(recue(photo("JPEG")))


def test_sans_fichier_le_depot_refuse(redaction: Client) -> None:
    assert redaction.post(reverse(PLUSIEURS)).status_code == 400


def test_qui_ne_publie_pas_ne_depose_rien(client: Client) -> None:
    assert envoyer(client, PLUSIEURS, photo("JPEG"), "a.jpg").status_code == 302
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("titre", ["gaetane-beausejour", "Gaetane Beausejour", "gaetane_beausejour.jpg"])
def test_le_nom_du_fichier_ne_devient_pas_le_titre(redaction: Client, titre: str) -> None:
    reponse = envoyer(redaction, UN, photo("JPEG"), "gaetane-beausejour.jpg", title=titre)
    assert "nom du fichier" in reponse.context["form"].errors["title"][0]
    assert not ImageCampagne.objects.exists()


@pytest.mark.parametrize("ecran", [UN, PLUSIEURS])
def test_aucun_script_ne_copie_le_nom_du_fichier_dans_le_titre(redaction: Client, ecran: str) -> None:
    assert b"wagtail:images-upload" not in redaction.get(reverse(ecran)).content


def test_deux_fois_la_meme_photo_se_voit(redaction: Client) -> None:
    for nom in ("a.jpg", "b.jpg"):
        reponse = envoyer(redaction, CHOISIR, photo("JPEG"), nom)
    assert reponse.json()["step"] == "duplicate_found"


def test_remplacer_le_fichier_efface_l_ancien_et_ses_tailles(redaction: Client) -> None:
    envoyer(redaction, UN, photo("JPEG"), "a.jpg")
    image = ImageCampagne.objects.get()
    ancienne, taille = image.file.name, image.get_rendition("width-20").file.name
    adresse = reverse("wagtailimages:edit", args=[image.pk])
    assert redaction.post(adresse, {**MOTS, "file": recue(photo("PNG"), "b.png")}).status_code == 302
    image = ImageCampagne.objects.get()
    assert image.file.name not in {ancienne, ""}
    assert not default_storage.exists(ancienne)
    assert not image.renditions.filter(file=taille).exists()
    assert traces() == []


def test_dire_si_quelqu_un_est_reconnaissable_est_demande(redaction: Client) -> None:
    assert redaction.get(reverse(UN)).context["form"]["personnes"].value() is None
    reponse = envoyer(redaction, UN, photo("JPEG"), "a.jpg", personnes="")
    assert list(reponse.context["form"].errors) == ["personnes"]
