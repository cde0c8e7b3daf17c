"""What is deleted is gone, former versions included, and nothing else is."""

from typing import Any

import pytest
from botocore.stub import Stubber
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from medias.models import DocumentCampagne, ImageCampagne
from medias.pannes import StockageIndisponible
from medias.stockage import StockageS3
from site_campagne.roles import REDACTION
from tests.fabriques.pages import une_image
from tests.fabriques.roles import une_personne_de
from tests.services.s3 import PRIVE, ServeurS3

from ..photos import EXTENSIONS, SECRETS, photo
from ..pieces import deposer
from ..test_depot import MOTS, PLUSIEURS, UN, envoyer

pytestmark = pytest.mark.django_db


def test_effacer_une_image_et_un_document_efface_leurs_objets(
    serveur_s3: ServeurS3, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    image = une_image()
    image.get_rendition("width-20")
    document = deposer("note.pdf", b"note")
    assert len(serveur_s3.objets()) == 3
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
        document.delete()
    assert serveur_s3.objets() == {}
    assert not DocumentCampagne.objects.exists()


def test_effacer_ne_touche_pas_a_un_nom_plus_long(serveur_s3: ServeurS3) -> None:
    for nom in ("a/b.pdf", "a/b.pdf.txt"):
        default_storage.save(nom, ContentFile(b"x"))
    default_storage.delete("a/b.pdf")
    default_storage.delete("a/jamais-vu.pdf")
    assert list(serveur_s3.objets()) == ["a/b.pdf.txt"]


def version(cle: str, numero: str) -> dict[str, Any]:
    return {"Key": cle, "VersionId": numero}


def test_toutes_les_versions_partent_d_un_seau_qui_les_garde(serveur_s3: ServeurS3) -> None:
    """No server of the tests keeps versions: what is asked of one is compared with what S3 documents."""
    magasin = StockageS3()
    reponse = {
        "Versions": [version("a.pdf", "v2"), version("a.pdf", "v1"), version("a.pdf.txt", "v9")],
        "DeleteMarkers": [version("a.pdf", "m1")],
    }
    with Stubber(magasin.connection.meta.client) as serveur:
        serveur.add_response("list_object_versions", reponse, {"Bucket": PRIVE, "Prefix": "a.pdf"})
        for numero in ("v2", "v1", "m1"):
            serveur.add_response("delete_object", {}, {"Bucket": PRIVE, **version("a.pdf", numero)})
        magasin.delete("a.pdf")
        serveur.assert_no_pending_responses()


def test_une_liste_de_versions_vide_n_est_pas_crue(serveur_s3: ServeurS3) -> None:
    magasin = StockageS3()
    with Stubber(magasin.connection.meta.client) as serveur:
        serveur.add_response("list_object_versions", {}, {"Bucket": PRIVE, "Prefix": "a.pdf"})
        serveur.add_response("delete_object", {}, {"Bucket": PRIVE, "Key": "a.pdf"})
        magasin.delete("a.pdf")
        serveur.assert_no_pending_responses()


def test_un_compte_qui_ne_voit_pas_les_versions_ne_fait_pas_semblant(serveur_s3: ServeurS3) -> None:
    magasin = StockageS3()
    with Stubber(magasin.connection.meta.client) as serveur:
        serveur.add_client_error("list_object_versions", "AccessDenied", http_status_code=403)
        with pytest.raises(StockageIndisponible):
            magasin.delete("a.pdf")


@pytest.mark.parametrize("format_", [f for f in EXTENSIONS if f != "AVIF"])
@pytest.mark.parametrize("ecran", [UN, PLUSIEURS])
def test_aucun_objet_ne_dit_ce_que_la_photo_disait(
    client: Client, serveur_s3: ServeurS3, ecran: str, format_: str
) -> None:
    client.force_login(une_personne_de(REDACTION))
    reponse = envoyer(client, ecran, photo(format_), f"gaetane-beausejour.{EXTENSIONS[format_]}")
    assert dits(serveur_s3) == set()
    if ecran == PLUSIEURS:
        numero = reponse.json()["uploaded_file_id"]
        prefixe = f"uploaded-image-{numero}-"
        donnees = {f"{prefixe}{champ}": valeur for champ, valeur in MOTS.items()}
        client.post(reverse("wagtailimages:create_multiple_from_uploaded_image", args=[numero]), donnees)
    image = ImageCampagne.objects.get()
    for taille in ("width-20", "width-10|format-avif", "width-10|format-webp", "original"):
        image.get_rendition(taille)
    objets = serveur_s3.objets()
    assert len(objets) >= 5
    assert dits(serveur_s3) == set()


def dits(serveur: ServeurS3) -> set[bytes]:
    """Return the secrets of a photo that any object of any bucket holds, or is named by."""
    tout = [nom.encode() + octets for seau in ("prive", "public") for nom, octets in serveur.objets(seau).items()]
    return {secret for secret in SECRETS for objet in tout if secret in objet}
