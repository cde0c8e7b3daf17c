"""Through the screens of the admin: what is kept says nothing of its file; a refusal says why and leaves nothing."""

import os
import random
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import UploadedFile

from medias.depots_oublies import DELAI, effacer_les_depots_oublies
from medias.models import DocumentCampagne, Niveau
from medias.nettoyage import DocumentRefuse
from site_campagne.roles import REDACTION
from tests.fabriques.fichiers import un_document, un_pdf
from tests.fabriques.roles import une_personne_de

from ..test_depot import fichiers, gardes
from .fichiers import BAVARDS
from .test_refus import REFUSES
from .traces import SECRETS
from .traces import traces as traces_de

pytestmark = pytest.mark.django_db
UN, PLUSIEURS, CHOISIR = "wagtaildocs:add", "wagtaildocs:add_multiple", "wagtaildocs_chooser:create"
MOTS = {"title": "La grille", "langue": "fr", "confidentialite": "public"}
NOM = "gaetane-beausejour.pdf"


@pytest.fixture
def redaction(client: Client) -> Client:
    client.force_login(une_personne_de(REDACTION))
    return client


def traces() -> set[bytes]:
    """Return the secrets of a document that are found anywhere on the site, files unpacked."""
    lignes = {secret for garde in gardes() for secret in SECRETS if secret in garde}
    return lignes.union(*(traces_de(fichier.read_bytes()) for fichier in fichiers()))


def envoyer(client: Client, ecran: str, octets: bytes, nom: str = NOM, **mots: Any) -> Any:
    recu = SimpleUploadedFile(nom, octets, "application/pdf")
    if ecran == PLUSIEURS:
        return client.post(reverse(ecran), {"files[]": recu, "title": nom, "collection": "1"})
    prefixe = "document-chooser-upload-" if ecran == CHOISIR else ""
    donnees = {f"{prefixe}{champ}": valeur for champ, valeur in {**MOTS, **mots}.items()}
    return client.post(reverse(ecran), {**donnees, f"{prefixe}file": recu})


def modifier(client: Client, document: DocumentCampagne, **mots: Any) -> Any:
    vide = {"changement": "", "version_accessible": "", "collection": "1", "tags": ""}
    return client.post(reverse("wagtaildocs:edit", args=[document.pk]), {**MOTS, **vide, **mots})


@pytest.mark.parametrize("genre", BAVARDS)
@pytest.mark.parametrize("ecran", [UN, CHOISIR, PLUSIEURS])
def test_un_document_ne_laisse_rien_de_qui_l_a_fait(redaction: Client, ecran: str, genre: str) -> None:
    assert envoyer(redaction, ecran, BAVARDS[genre]()).status_code in {200, 302}
    assert traces() == set()
    if ecran == PLUSIEURS:
        depot = UploadedFile.objects.get()
        prefixe = f"uploaded-document-{depot.pk}-"
        reponse = redaction.post(
            reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[depot.pk]),
            {f"{prefixe}{champ}": valeur for champ, valeur in MOTS.items()},
        )
        assert reponse.json()["success"]
    document = DocumentCampagne.objects.get()
    assert (document.title, document.filename) == ("La grille", f"la-grille.{genre}")
    assert "tasses" in document.texte
    assert document.file_hash
    assert document.poids == document.file.size
    assert traces() == set()


@pytest.mark.parametrize(("octets", "dit"), REFUSES.values(), ids=REFUSES)
def test_un_refus_se_lit_pres_du_champ_et_ne_laisse_rien(redaction: Client, octets: bytes, dit: str) -> None:
    avant = fichiers()
    reponse = envoyer(redaction, UN, octets)
    assert dit in reponse.context["form"].errors["file"][0]
    reponse = envoyer(redaction, PLUSIEURS, octets).json()
    assert (reponse["success"], dit in reponse["error_message"]) == (False, True)
    assert not DocumentCampagne.objects.exists()
    assert not UploadedFile.objects.exists()
    assert fichiers() == avant


def test_cinq_cents_depots_abimes_ne_laissent_rien_quand_ils_sont_refuses(redaction: Client) -> None:
    hasard, avant = random.Random(3), fichiers()  # noqa: S311 - the same mutations at each run
    sains = [bavard() for bavard in BAVARDS.values()]
    for essai in range(510):
        octets = bytearray(sains[essai % len(sains)])
        for _octet in range(hasard.randint(1, 9)):
            octets[hasard.randrange(len(octets))] = hasard.randrange(256)
        reponse = envoyer(redaction, PLUSIEURS, bytes(octets))
        assert reponse.status_code == 200
        if not reponse.json()["success"]:
            assert not UploadedFile.objects.exists()
            assert fichiers() == avant
            continue
        depot = UploadedFile.objects.get()
        assert traces_de(Path(depot.file.path).read_bytes()) == set()
        depot.file.delete(save=False)
        depot.delete()


def test_aucune_porte_du_stockage_ne_laisse_passer_un_fichier_tel_quel() -> None:
    document = DocumentCampagne(title="La grille")
    document.file.save("gaetane.pdf", ContentFile(BAVARDS["pdf"]()), save=False)
    document.save()
    assert traces() == set()
    assert b"La grille" in document.file.open().read()
    document.file.close()
    avant = fichiers()
    with pytest.raises(DocumentRefuse):
        DocumentCampagne.objects.create(title="Non", file=ContentFile(b"\xff\xd8\xff image", name="a.pdf"))
    with pytest.raises(DocumentRefuse):
        document.file.save("a.pdf", ContentFile(REFUSES["pdf tronqué"][0]))
    assert fichiers() == avant


def test_sans_fichier_le_depot_refuse_et_qui_ne_publie_pas_ne_depose_rien(redaction: Client) -> None:
    assert redaction.post(reverse(PLUSIEURS)).status_code == 400
    redaction.logout()
    assert envoyer(redaction, PLUSIEURS, un_pdf()).status_code == 302
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("titre", ["gaetane-beausejour", "Gaetane Beausejour", "gaetane_beausejour.pdf"])
def test_le_nom_du_fichier_ne_devient_pas_le_titre(redaction: Client, titre: str) -> None:
    reponse = envoyer(redaction, UN, un_pdf(), title=titre)
    assert "nom du fichier" in reponse.context["form"].errors["title"][0]
    assert not DocumentCampagne.objects.exists()


@pytest.mark.parametrize("ecran", [UN, PLUSIEURS])
def test_aucun_script_ne_copie_le_nom_du_fichier_dans_le_titre(redaction: Client, ecran: str) -> None:
    assert b"wagtail:documents-upload" not in redaction.get(reverse(ecran)).content


def test_remplacer_le_fichier_demande_ce_qui_a_change_et_garde_l_ancien(redaction: Client) -> None:
    document = un_document(b"Une")
    neuf = SimpleUploadedFile("gaetane.txt", b"Deux")
    reponse = modifier(redaction, document, file=neuf)
    assert "ce qui a changé" in reponse.context["form"].errors["changement"][0]
    assert not document.versions.exists()
    neuf.seek(0)
    assert modifier(redaction, document, file=neuf, changement="Une date corrigée").status_code == 302
    document = DocumentCampagne.objects.get()
    version = document.versions.get()
    assert (version.numero, str(version.remplacee_par)) == (1, str(redaction.get(reverse(UN)).wsgi_request.user))
    assert version.file.open().read() == b"Une"
    version.file.close()
    ecran = redaction.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert version.url in ecran
    assert document.stable_url in ecran
    neuf = SimpleUploadedFile("gaetane.txt", b"Trois")
    reponse = modifier(redaction, document, file=neuf, changement="Une date corrigée")
    assert "version d’avant" in reponse.context["form"].errors["changement"][0]
    assert modifier(redaction, document, changement="Une date corrigée").status_code == 302
    assert document.versions.count() == 1


def test_une_version_accessible_est_un_autre_document_public_et_n_en_a_pas(redaction: Client) -> None:
    document, autre, dernier = un_document(), un_document(title="Autre"), un_document(title="Dernier")
    suivie, reservee = {"version_accessible": dernier}, {"confidentialite": Niveau.MEMBRES}
    for cible, champs in ((document, {"langue": "fr"}), (autre, suivie), (autre, reservee)):
        DocumentCampagne.objects.filter(pk=cible.pk).update(**champs)
        reponse = modifier(redaction, document, version_accessible=cible.pk)
        assert "version_accessible" in reponse.context["form"].errors
        DocumentCampagne.objects.update(version_accessible=None, confidentialite=Niveau.PUBLIC)
    assert modifier(redaction, document, version_accessible=autre.pk).status_code == 302
    reponse = modifier(redaction, autre, version_accessible=document.pk)
    assert "version_accessible" in reponse.context["form"].errors


def test_le_meme_fichier_deux_fois_est_dit_et_jamais_refuse(redaction: Client) -> None:
    octets = un_pdf("Bonjour")
    un_document(octets, title="La première")
    reponse = envoyer(redaction, UN, octets).client.get(reverse("wagtaildocs:index"))
    assert "déjà ce fichier, exactement le même : « La première »" in reponse.content.decode().replace("\xa0", " ")
    assert "déjà ce fichier" in envoyer(redaction, PLUSIEURS, octets).json()["form"]
    assert "déjà ce fichier" not in envoyer(redaction, PLUSIEURS, un_pdf("Autre")).json()["form"]
    assert DocumentCampagne.objects.count() == 2


def test_la_liste_dit_le_format_la_version_et_le_niveau(redaction: Client) -> None:
    un_document(un_pdf(pages=2), confidentialite=Niveau.TRAVAIL, langue="en")
    for ecran in ("wagtaildocs:index", "wagtaildocs:index_results"):
        liste = redaction.get(reverse(ecran)).content.decode()
        for dit in ("2 pages, en anglais", "document de travail"):
            assert dit in liste


def test_un_depot_sans_mots_s_efface_le_lendemain(redaction: Client) -> None:
    avant = fichiers()
    envoyer(redaction, PLUSIEURS, un_pdf("oublié"))
    envoyer(redaction, PLUSIEURS, un_pdf("récent"))
    assert effacer_les_depots_oublies() == 0
    oublie, recent = UploadedFile.objects.order_by("pk")
    hier = time.time() - DELAI.total_seconds() - 60
    os.utime(oublie.file.path, (hier, hier))
    assert effacer_les_depots_oublies() == 1
    assert UploadedFile.objects.get() == recent
    Path(recent.file.path).unlink()
    assert effacer_les_depots_oublies() == 1
    assert fichiers() == avant


def test_le_dossier_des_documents_ne_garde_aucun_nom(redaction: Client) -> None:
    envoyer(redaction, UN, un_pdf())
    assert not [fichier for fichier in Path(settings.MEDIA_ROOT).rglob("*") if "gaetane" in fichier.name]
