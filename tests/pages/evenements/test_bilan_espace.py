"""The form of a resource, the screen of the staff, the page of the edition."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from pages.evenements.bilan import approuver_photo, donner_bilan
from pages.evenements.participation import participation, rond
from pages.models import BilanEvenement, PhotoEvenement
from tests.fabriques.pages import EditionPageFactory

from .apres import LE_LENDEMAIN, un_evenement_passe, une_photo, une_photo_de_telephone
from .gestes import contact_de, une_moderatrice, une_ressource

pytestmark = pytest.mark.django_db
ACCORD = {
    "personnes": "oui",
    "accord_donne_le": "2026-10-10",
    "accord_jusqu_au": "2028-10-10",
    "accord_preuve": "classeur, no 12",
}


@pytest.fixture(autouse=True)
def le_lendemain(settings: Any, tmp_path: Path) -> None:
    settings.AUJOURDHUI = LE_LENDEMAIN
    settings.MEDIA_ROOT = tmp_path


def adresse(evenement: Any, nom: str = "bilan", *reste: Any) -> str:
    return reverse(f"espace_evenements:{nom}", args=[evenement.cle, *reste])


def envoyer(client: Client, evenement: Any, **champs: Any) -> Any:
    saisie = {"texte": "Une table.", "personnes": "non", "image": une_photo_de_telephone(), **champs}
    return client.post(adresse(evenement, "photo"), {nom: valeur for nom, valeur in saisie.items() if valeur})


@pytest.mark.parametrize(("tape", "lu"), [("1 200", 1200), ("0", 0), ("", None), ("1\u00a0200", 1200)])
def test_le_compte_se_tape_comme_on_l_ecrit(client: Client, tape: str, lu: int | None) -> None:
    evenement = un_evenement_passe()
    client.force_login(contact_de(evenement))
    reponse = client.post(adresse(evenement), {"participants": tape, "mot": "Merci."})
    assert reponse.status_code == 302
    bilan = BilanEvenement.objects.get()
    assert (bilan.participants, bilan.mot) == (lu, "Merci.")
    assert "Merci." in client.get(adresse(evenement)).content.decode()


@pytest.mark.parametrize("tape", ["une quarantaine", "-3", "100000", "1,5", "1e3"])
def test_un_compte_illisible_se_dit_et_le_mot_reste(client: Client, tape: str) -> None:
    evenement = un_evenement_passe()
    client.force_login(contact_de(evenement))
    reponse = client.post(adresse(evenement), {"participants": tape, "mot": "Il a plu."})
    assert reponse.status_code == 400
    html = reponse.content.decode()
    assert "Il a plu." in html
    assert f'value="{tape}"' in html
    assert not BilanEvenement.objects.exists()


def test_l_evenement_d_une_autre_ressource_n_existe_pas(client: Client) -> None:
    evenement, photo = un_evenement_passe(), une_photo()
    client.force_login(contact_de(evenement))
    autre = photo.bilan.evenement
    for methode, ou in (
        (client.get, adresse(autre)),
        (client.post, adresse(autre)),
        (client.post, adresse(autre, "photo")),
        (client.post, adresse(autre, "effacer_photo", photo.pk)),
    ):
        assert methode(ou).status_code == 404
    donner_bilan(evenement=evenement, participants=1, mot="", par=contact_de(evenement))
    assert client.post(adresse(evenement, "effacer_photo", photo.pk)).status_code == 404
    assert PhotoEvenement.objects.gardees().count() == 1


def test_sans_compte_il_faut_entrer(client: Client) -> None:
    assert client.get(adresse(un_evenement_passe())).status_code == 302


def test_avant_le_jour_la_page_dit_de_revenir(client: Client, settings: Any) -> None:
    settings.AUJOURDHUI = "2026-10-01"
    evenement = un_evenement_passe()
    client.force_login(contact_de(evenement))
    html = client.get(adresse(evenement)).content.decode()
    assert "pas encore eu lieu" in html
    assert 'name="participants"' not in html
    assert client.post(adresse(evenement), {"participants": "4"}).status_code == 400
    assert envoyer(client, evenement).status_code == 400
    assert not BilanEvenement.objects.exists()


def test_une_photo_se_donne_avec_un_accord_quand_on_reconnait_quelqu_un(client: Client) -> None:
    evenement = un_evenement_passe()
    client.force_login(contact_de(evenement))
    assert envoyer(client, evenement, **ACCORD).status_code == 302
    photo = PhotoEvenement.objects.get()
    assert (photo.personnes, photo.accord_preuve, photo.live) == (True, "classeur, no 12", False)
    assert photo.image.texte_alternatif == "Une table."


@pytest.mark.parametrize(
    "faute",
    [
        {"accord_preuve": ""},
        {"accord_donne_le": ""},
        {"accord_jusqu_au": ""},
        {"accord_jusqu_au": "2026-10-11"},
        {"accord_jusqu_au": "2040-01-01"},
        {"accord_donne_le": "2027-01-01"},
        {"texte": ""},
        {"personnes": ""},
        {"image": None},
        {"image": SimpleUploadedFile("a.jpg", b"ceci n'est pas une image", "image/jpeg")},
        {"image": SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")},
    ],
)
def test_une_photo_fautive_est_refusee_et_les_mots_restent(client: Client, faute: dict[str, Any]) -> None:
    evenement = un_evenement_passe()
    client.force_login(contact_de(evenement))
    saisie: dict[str, Any] = {**ACCORD, "texte": "La table du fond.", **faute}
    reponse = envoyer(client, evenement, **saisie)
    assert reponse.status_code == 400
    assert saisie["texte"] in reponse.content.decode()
    assert not PhotoEvenement.objects.exists()


def test_une_photo_trop_lourde_est_refusee(client: Client, settings: Any) -> None:
    evenement = un_evenement_passe()
    client.force_login(contact_de(evenement))
    lourde = une_photo_de_telephone()
    lourde = SimpleUploadedFile("a.jpg", lourde.read() + b"\0" * settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE, "image/jpeg")
    assert envoyer(client, evenement, image=lourde).status_code == 400


def test_la_ressource_efface_sa_photo(client: Client) -> None:
    photo = une_photo()
    evenement = photo.bilan.evenement
    client.force_login(contact_de(evenement))
    assert client.get(adresse(evenement, "effacer_photo", photo.pk)).status_code == 405
    assert client.post(adresse(evenement, "effacer_photo", photo.pk)).status_code == 302
    assert not PhotoEvenement.objects.gardees().exists()


def test_l_equipe_repond_de_ses_regions_seulement(client: Client) -> None:
    ici, ailleurs = une_photo(), une_photo(un_evenement_passe(region="13", titre="Ailleurs", municipalite="Laval"))
    client.force_login(une_moderatrice("05"))
    html = client.get(reverse("publication:bilans")).content.decode()
    assert ici.bilan.evenement.titre in html
    assert "Ailleurs" not in html
    reponse = client.post(reverse("publication:repondre_a_une_photo", args=[ailleurs.pk]), {"geste": "approuver"})
    assert reponse.status_code in {302, 403}
    client.post(reverse("publication:repondre_a_une_photo", args=[ici.pk]), {"geste": "approuver"})
    assert list(PhotoEvenement.objects.filter(live=True)) == [ici]
    client.post(
        reverse("publication:repondre_a_une_photo", args=[ici.pk]), {"geste": "refuser", "motif": "Une adresse."}
    )
    ici.refresh_from_db()
    assert (ici.image, ici.motif) == (None, "Une adresse.")


@pytest.mark.parametrize(
    ("nombre", "attendu"), [(1, 1), (40, 40), (99, 99), (123, 120), (1234, 1200), (1200, 1200), (12_345, 12_000)]
)
def test_une_somme_s_arrondit_vers_le_bas(nombre: int, attendu: int) -> None:
    assert rond(nombre) == attendu


def test_l_edition_dit_combien_de_personnes_et_combien_ont_compte(client: Client) -> None:
    edition = EditionPageFactory.create(annee=2026)
    for compte, ville in ((1000, "Granby"), (234, "Magog"), (None, "Sutton"), (0, "Orford")):
        evenement = un_evenement_passe(municipalite=ville)
        donner_bilan(evenement=evenement, participants=compte, mot="SECRET", par=contact_de(evenement))
    en_ligne = un_evenement_passe(modalite="en_ligne", municipalite="")
    donner_bilan(evenement=en_ligne, participants=6, mot="", par=contact_de(en_ligne))
    un_evenement_passe()
    un_evenement_passe(debut=un_evenement_passe().debut - timedelta(days=365))
    dit = participation(2026)
    assert dit.phrase == "Plus de 1\u00a0200 personnes ont participé, dans 2 lieux"
    assert (dit.reponses, dit.evenements) == (4, 7)
    html = client.get(edition.url).content.decode()
    assert "Selon 4 des 7 événements" in html
    assert "SECRET" not in html


def test_l_edition_montre_les_photos_approuvees_seulement(client: Client) -> None:
    edition = EditionPageFactory.create(annee=2026)
    ressource = une_ressource()
    photo = une_photo(un_evenement_passe(ressource))
    assert "Une table et du pain." not in client.get(edition.url).content.decode()
    approuver_photo(photo=photo, par=une_moderatrice())
    assert 'alt="Une table et du pain."' in client.get(edition.url).content.decode()


def test_l_edition_ne_dit_rien_quand_personne_n_a_compte(client: Client) -> None:
    edition = EditionPageFactory.create(annee=2026)
    un_evenement_passe()
    assert participation(2026).phrase == ""
    assert "Qui est venu" not in client.get(edition.url).content.decode()
