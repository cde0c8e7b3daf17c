"""After the day: what a resource says, the photographs, who sees them, and what is left of those erased."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as reglages
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image
from wagtail.log_actions import registry

from medias.models import ImageCampagne, RenditionCampagne
from pages.evenements.actions import EvenementInterdit, annuler
from pages.evenements.bilan import (
    BilanRefuse,
    ajouter_photo,
    approuver_photo,
    donner_bilan,
    effacer_les_photos_echues,
    refuser_photo,
    retirer_photo,
)
from pages.models import BilanEvenement, PhotoEvenement
from tests.fabriques.reseau import CompteFactory

from .apres import LE_LENDEMAIN, un_accord, un_evenement_passe, une_photo, une_photo_de_telephone
from .gestes import contact_de, frais, refus_de, un_brouillon, une_moderatrice, une_ressource

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def le_lendemain(settings: Any, tmp_path: Path) -> None:
    settings.AUJOURDHUI = LE_LENDEMAIN
    settings.MEDIA_ROOT = tmp_path


def fichiers() -> set[str]:
    return {f.name for f in Path(reglages.MEDIA_ROOT).rglob("*") if f.is_file()}


def rendition_de(photo: PhotoEvenement) -> RenditionCampagne:
    taille: RenditionCampagne = photo.image.get_rendition("max-800x800")
    return taille


def test_le_bilan_se_donne_et_se_change() -> None:
    evenement = un_evenement_passe()
    par = contact_de(evenement)
    donner_bilan(evenement=evenement, participants=40, mot="Il a plu.", par=par)
    donner_bilan(evenement=evenement, participants=None, mot="", par=par)
    bilan = BilanEvenement.objects.get()
    assert (bilan.participants, bilan.mot, bilan.recu_de) == (None, "", par)


def test_personne_d_autre_ne_donne_le_bilan() -> None:
    evenement = un_evenement_passe()
    for autre in (CompteFactory.create(), contact_de(un_evenement_passe()), une_moderatrice()):
        with pytest.raises(EvenementInterdit):
            donner_bilan(evenement=evenement, participants=1, mot="", par=autre)
        with pytest.raises(EvenementInterdit):
            retirer_photo(photo=une_photo(evenement), par=autre)
        PhotoEvenement.objects.all().delete()


def test_pas_de_bilan_avant_le_jour_ni_sans_evenement(settings: Any) -> None:
    annule = un_evenement_passe()
    annuler(evenement=annule, par=contact_de(annule))
    brouillon = un_brouillon()
    a_venir = un_evenement_passe()
    for evenement in (frais(annule), brouillon):
        with pytest.raises(BilanRefuse):
            donner_bilan(evenement=evenement, participants=1, mot="", par=contact_de(evenement))
    settings.AUJOURDHUI = "2026-10-10"  # noon: it has just begun
    refus_de(BilanRefuse, lambda: donner_bilan(evenement=a_venir, participants=1, mot="", par=contact_de(a_venir)))
    refus_de(BilanRefuse, lambda: une_photo(a_venir))
    assert not BilanEvenement.objects.exists()


def test_deux_photos_au_plus() -> None:
    evenement = un_evenement_passe()
    premiere = une_photo(evenement)
    une_photo(evenement)
    refus_de(BilanRefuse, lambda: une_photo(evenement))
    retirer_photo(photo=premiere, par=contact_de(evenement))
    une_photo(evenement)
    assert evenement.bilan.photos.gardees().count() == 2


def test_rien_de_l_appareil_ne_reste_ni_dans_la_photo_ni_dans_ses_tailles() -> None:
    photo = une_photo()
    for fichier in (photo.image.file, rendition_de(photo).file):
        with fichier.open() as octets, Image.open(octets) as image:
            assert not image.getexif()
            assert "exif" not in image.info
        with fichier.open() as octets:
            assert b"Gaetane" not in octets.read()
        assert "Gaetane" not in fichier.name


def test_une_photo_n_est_publique_qu_approuvee(client: Client) -> None:
    photo = une_photo()
    adresse = rendition_de(photo).url
    assert client.get(adresse).status_code == 404
    approuver_photo(photo=photo, par=une_moderatrice())
    montree: Any = client.get(adresse)
    assert montree.status_code == 200
    assert b"".join(montree.streaming_content).startswith(b"\xff\xd8")
    assert list(PhotoEvenement.objects.publiques()) == [photo]


def test_une_photo_approuvee_se_cache_avec_son_evenement() -> None:
    photo = une_photo()
    approuver_photo(photo=photo, par=une_moderatrice())
    evenement = photo.bilan.evenement
    annuler(evenement=evenement, par=contact_de(evenement))
    assert not PhotoEvenement.objects.publiques().exists()


def test_seule_la_moderation_de_la_region_repond() -> None:
    photo = une_photo()
    evenement = photo.bilan.evenement
    contact = contact_de(evenement)
    des_deux = une_moderatrice()
    evenement.ressource.contacts.add(des_deux)
    for autre in (CompteFactory.create(), contact, une_moderatrice("13"), des_deux):
        refus_de(EvenementInterdit, lambda: approuver_photo(photo=photo, par=autre))  # noqa: B023 - called at once
        refus_de(EvenementInterdit, lambda: refuser_photo(photo=photo, par=autre))  # noqa: B023 - idem
    approuver_photo(photo=photo, par=une_moderatrice("05"))
    gestes = [ligne.action for ligne in registry.get_logs_for_instance(evenement)]
    assert gestes.count("pages.approuver_photo") == 1


@pytest.mark.parametrize("comment", ["refusée", "retirée", "échue"])
def test_une_photo_effacee_ne_laisse_aucun_fichier(
    settings: Any, client: Client, comment: str, django_capture_on_commit_callbacks: Any
) -> None:
    photo = une_photo(accord=un_accord(30))
    adresse = rendition_de(photo).url
    approuver_photo(photo=photo, par=une_moderatrice())
    assert len(fichiers()) == 2
    with django_capture_on_commit_callbacks(execute=True):
        if comment == "refusée":
            refuser_photo(photo=photo, par=une_moderatrice(), motif="On y lit une adresse.")
        elif comment == "retirée":
            retirer_photo(photo=photo, par=contact_de(photo.bilan.evenement))
        else:
            assert effacer_les_photos_echues() == 0
            settings.AUJOURDHUI = "2026-11-12"
            assert not PhotoEvenement.objects.publiques().exists()
            assert effacer_les_photos_echues() == 1
    photo.refresh_from_db()
    assert (photo.image, photo.live) == (None, False)
    assert photo.accord_preuve  # that they had permitted it can still be shown
    assert not ImageCampagne.objects.exists()
    assert fichiers() == set()
    assert client.get(adresse).status_code == 404
    refus_de(BilanRefuse, lambda: approuver_photo(photo=photo, par=une_moderatrice()))
    assert retirer_photo(photo=photo, par=contact_de(photo.bilan.evenement)).image is None


def test_une_photo_dont_l_accord_est_fini_ne_s_approuve_ni_ne_se_garde(settings: Any) -> None:
    photo = une_photo(accord=un_accord(5))
    settings.AUJOURDHUI = "2026-10-30"
    refus_de(BilanRefuse, lambda: approuver_photo(photo=photo, par=une_moderatrice()))
    refus_de(BilanRefuse, lambda: une_photo(accord=un_accord(-1)))


def test_la_base_refuse_une_photo_de_personnes_sans_accord() -> None:
    photo = une_photo()
    with pytest.raises(IntegrityError), transaction.atomic():
        PhotoEvenement.objects.filter(pk=photo.pk).update(personnes=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        PhotoEvenement.objects.filter(pk=photo.pk).update(live=True)


def test_les_photos_ne_s_offrent_a_aucune_page(client: Client) -> None:
    from pages.wagtail_hooks import sans_les_photos_des_evenements  # noqa: PLC0415 - hooks load last

    une_photo()
    assert not sans_les_photos_des_evenements(ImageCampagne.objects.all(), None).exists()


def test_une_autre_ressource_ne_recoit_pas_la_photo() -> None:
    evenement, autre = un_evenement_passe(), contact_de(un_evenement_passe(une_ressource()))
    fichier = une_photo_de_telephone()
    refus_de(
        EvenementInterdit,
        lambda: ajouter_photo(evenement=evenement, fichier=fichier, texte="Une table.", accord=None, par=autre),
    )
    assert fichiers() == set()
