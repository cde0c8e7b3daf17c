"""Files follow what refers to them: public with it, and gone with it."""

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import ReferenceIndex

from medias.models import ImageCampagne
from medias.visibilite import sources_publiques
from pages.models import AideSetting, ContenuPage
from reseau.models import Ressource
from tests.fabriques.fichiers import un_document
from tests.fabriques.pages import ContenuPageFactory, corps, enregistrer, publier, une_image
from tests.fabriques.temoignages import une_personne

pytestmark = pytest.mark.django_db
# Wagtail's own pattern takes any digit of Unicode: a way around ours, if it were still there.
ARABES = str.maketrans({str(rang): chr(0x660 + rang) for rang in range(10)})


def adresse_de(image: ImageCampagne) -> str:
    return str(image.get_rendition("width-20").url)


def en_bloc(image: ImageCampagne) -> str:
    return corps(("image", {"image": image.pk, "legende": ""}))


def en_texte(image: ImageCampagne) -> str:
    return corps(("texte", f'<p>Voici.</p><embed embedtype="image" id="{image.pk}" format="left" alt="Une table"/>'))


def octets(reponse: Any) -> bytes:
    return b"".join(reponse.streaming_content) if reponse.streaming else reponse.content


@pytest.mark.parametrize("usage", [en_bloc, en_texte])
def test_une_image_est_publique_tant_que_la_page_l_est(client: Client, usage: Any) -> None:
    image = une_image()
    page = ContenuPageFactory.create(corps=usage(image), live=False)
    adresse = adresse_de(image)
    assert client.get(adresse).status_code == 404
    publier(page)
    reponse = client.get(adresse)
    assert Image.open(BytesIO(octets(reponse))).size == (20, 11)
    enregistrer(ContenuPage.objects.get(pk=page.pk), live=False)
    assert client.get(adresse).status_code == 404


def test_une_image_dans_la_seule_ebauche_d_une_page_publiee_n_est_pas_publique(client: Client) -> None:
    image, page = une_image(), ContenuPageFactory.create()
    page.corps = en_bloc(image)
    page.save_revision()
    assert client.get(adresse_de(image)).status_code == 404


def test_une_image_que_rien_ne_cite_n_est_pas_publique(client: Client) -> None:
    assert client.get(adresse_de(une_image())).status_code == 404


def test_un_document_suit_la_page_qui_le_cite(client: Client) -> None:
    document = un_document(b"Une note")
    lien = f'<p><a linktype="document" id="{document.pk}">la note</a></p>'
    page = ContenuPageFactory.create(corps=corps(("texte", lien)), live=False)
    assert client.get(document.url).status_code == 404
    publier(page)
    reponse = client.get(document.url)
    assert octets(reponse) == b"Une note"
    assert reponse["Content-Security-Policy"] == "default-src 'none'"
    assert client.get(document.url.replace("note.txt", "gaetane.txt")).status_code == 404
    assert (
        client.get(document.url.replace(f"/{document.pk}/", f"/{str(document.pk).translate(ARABES)}/")).status_code
        == 404
    )


def test_ni_les_originaux_ni_les_documents_ne_se_lisent_par_leur_nom_de_fichier(client: Client) -> None:
    image, document = une_image(), un_document()
    publier(ContenuPageFactory.create(corps=en_bloc(image)))
    for nom in (image.file.name, document.file.name, f"images/../{image.file.name}"):
        assert client.get(f"/media/{nom}").status_code == 404


def test_le_public_garde_une_image_et_personne_ne_garde_une_ebauche(client: Client) -> None:
    image = une_image()
    page = ContenuPageFactory.create(corps=en_bloc(image), live=False)
    adresse = adresse_de(image)
    refus = client.get(adresse)
    assert (refus["Cache-Control"], refus.content) == ("private, no-store", b"")
    publier(page)
    reponse = client.get(adresse)
    assert "immutable" in reponse["Cache-Control"]
    assert octets(reponse)
    assert client.get(adresse, headers={"If-None-Match": reponse["ETag"]}).status_code == 304
    assert client.get("/media/images/inconnue.png").headers == refus.headers


def test_l_equipe_voit_les_images_des_ebauches_et_un_compte_sans_role_non(client: Client) -> None:
    adresse = adresse_de(une_image())
    client.force_login(une_personne("access_admin"))
    reponse = client.get(adresse)
    assert (reponse.status_code, reponse["Cache-Control"]) == (200, "private, no-store")
    assert octets(reponse)
    sans_role = une_personne()
    sans_role.user_permissions.clear()
    client.force_login(sans_role)
    assert client.get(adresse).status_code == 404


def test_une_image_coute_une_requete(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    image = une_image()
    publier(ContenuPageFactory.create(corps=en_bloc(image)))
    adresse = adresse_de(image)
    octets(client.get(adresse))
    with django_assert_num_queries(1) as requetes:
        octets(client.get(adresse))
    assert "live" in requetes.captured_queries[0]["sql"]


def test_derriere_nginx_django_decide_et_nginx_envoie(client: Client, settings: Settings) -> None:
    settings.X_ACCEL = "/interne/"
    image = une_image()
    page = ContenuPageFactory.create(corps=en_bloc(image), live=False)
    adresse = adresse_de(image)
    assert "X-Accel-Redirect" not in client.get(adresse)
    publier(page)
    reponse = client.get(adresse)
    assert (reponse["X-Accel-Redirect"], reponse.content) == (adresse.replace("/media/", "/interne/"), b"")
    assert reponse["Content-Type"] == "image/png"


def test_un_fichier_perdu_repond_comme_un_inconnu(client: Client) -> None:
    image = une_image()
    publier(ContenuPageFactory.create(corps=en_bloc(image)))
    taille = image.get_rendition("width-20")
    taille.file.storage.delete(taille.file.name)
    assert client.get(taille.url).status_code == 404


def test_ce_qui_rend_public_est_declare() -> None:
    noms = {modele._meta.label for modele in sources_publiques()}
    assert "wagtailcore.Page" in noms
    assert not {"wagtailcore.Revision", "medias.ImageCampagne", "pages.LienPartage", "pages.Erratum"} & noms


def test_un_reglage_du_site_rend_public_ce_qu_il_cite_et_un_modele_ordinaire_s_il_le_dit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ReferenceIndex, "indexed_models", {AideSetting, Ressource})
    assert sources_publiques() == [AideSetting]
    monkeypatch.setattr(Ressource, "medias_publics", True, raising=False)
    assert sources_publiques() == [AideSetting, Ressource]


def test_la_publication_indexe_sans_attendre_la_tache(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    image = une_image()
    page = ContenuPageFactory.create(live=False)
    page.corps = en_bloc(image)
    muette = SimpleNamespace(enqueue=lambda *_args: None)
    monkeypatch.setattr("wagtail.signal_handlers.update_reference_index_task", muette)
    publier(page)
    assert ReferenceIndex.get_references_to(image).exists()


def test_on_ne_fait_que_lire(client: Client) -> None:
    assert client.post("/media/images/a.png").status_code == 405
