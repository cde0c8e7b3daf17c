"""A file that another replaces is kept, under its number, for whoever may read the document; and goes with it."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks
from wagtail.models import Collection, CollectionViewRestriction

from medias.models import DocumentCampagne, Niveau, VersionDocument
from medias.poids import poids_lisible
from pages.publication.regles.documents import DOCUMENTS
from tests.fabriques.documents import FichePageFactory
from tests.fabriques.fichiers import un_document, un_pdf
from tests.fabriques.pages import ContenuPageFactory, corps, publier
from tests.fabriques.temoignages import une_personne

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("octets", "dit"),
    [(1, "1 Ko"), (640_400, "640 Ko"), (999_700, "1 Mo"), (1_234_567, "1,2 Mo"), (40_000_000, "40 Mo")],
)
def test_le_poids_se_lit(octets: int, dit: str) -> None:
    assert poids_lisible(octets).replace("\xa0", " ") == dit


def lien_vers(document: DocumentCampagne) -> str:
    return corps(("texte", f'<p><a linktype="document" id="{document.pk}">la note</a></p>'))


def lus(reponse: Any) -> bytes:
    assert reponse.status_code == 200
    return b"".join(reponse.streaming_content)


def demander(client: Client, adresse: str) -> Any:
    """Return an answer, read to its end."""
    reponse: Any = client.get(adresse)
    if reponse.streaming:
        b"".join(reponse.streaming_content)
    return reponse


def fichiers() -> set[str]:
    return {chemin.name for chemin in Path(settings.MEDIA_ROOT).rglob("*") if chemin.is_file()}


def remplacer(document: DocumentCampagne, contenu: bytes, changement: str = "Une date corrigée") -> DocumentCampagne:
    document.file, document.changement = ContentFile(contenu, name="gaetane.txt"), changement
    document.save()
    return DocumentCampagne.objects.get(pk=document.pk)


def test_un_document_prend_le_nom_de_son_titre_et_un_fichier_au_hasard() -> None:
    document = un_document(un_pdf("La grille des tasses", pages=3), title="La grille d’écoute", langue="en")
    assert document.filename == "la-grille-decoute.pdf"
    assert "gaetane" not in document.file.name
    assert (document.format, document.pages, document.texte) == ("PDF", 3, "La grille des tasses")
    assert document.poids == document.file.size
    assert document.precisions.replace("\xa0", " ").startswith("PDF, 1 Ko, 3 pages")
    assert document.precisions.endswith("3 pages, en anglais")
    assert len(document.empreinte) == 64
    assert un_document(title="???").filename == "document.pdf"


@pytest.mark.parametrize("porte", ["save", "stockage"])
def test_le_fichier_remplace_est_garde_avec_ce_qui_avait_change(porte: str) -> None:
    document = un_document(b"Une", changement="")
    if porte == "save":
        document = remplacer(document, b"Deux", "Une date corrigée")
    else:
        document.changement = "Une date corrigée"
        document.file.save("gaetane.txt", ContentFile(b"Deux"))
    document = remplacer(document, b"Trois", "Une adresse")
    versions = list(document.versions.values_list("numero", "changement", "file_size"))
    assert versions == [(2, "Une date corrigée", 4), (1, "", 3)]
    assert (document.numero, document.changement, document.texte) == (3, "Une adresse", "Trois")
    document.title = "Un autre titre"
    document.save()
    assert document.versions.count() == 2


def test_l_adresse_stable_mene_a_la_derniere_version_sans_que_personne_la_garde(client: Client) -> None:
    document = un_document(b"Une")
    page = publier(ContenuPageFactory.create(corps=lien_vers(document)))
    stable = f"/documents/{document.pk}/derniere-version/"
    assert document.stable_url == stable
    reponse = client.get(stable)
    assert (reponse.status_code, reponse["Location"]) == (302, document.url)
    assert reponse["Cache-Control"] == "private, no-store"
    document = remplacer(document, b"Deux")
    assert lus(client.get(stable, follow=True)) == b"Deux"
    version = document.versions.get()
    assert version.url == f"/documents/{document.pk}/versions/1/note-version-1.txt"
    reponse = client.get(version.url)
    assert "immutable" in reponse["Cache-Control"]
    assert "note-version-1.txt" in reponse["Content-Disposition"]
    assert lus(reponse) == b"Une"
    page.unpublish()
    for adresse in (stable, document.url, version.url):
        assert client.get(adresse).status_code == 404
    assert client.get("/documents/0/derniere-version/").headers == client.get(stable).headers


def test_une_version_se_demande_par_son_nom_exact_et_son_document(client: Client) -> None:
    document, autre = remplacer(un_document(b"Une"), b"Deux"), un_document(title="Autre")
    publier(ContenuPageFactory.create(corps=lien_vers(document)))
    for adresse in ("1/note.txt", "2/note-version-2.txt", "9/note-version-9.txt"):
        assert client.get(f"/documents/{document.pk}/versions/{adresse}").status_code == 404
    assert client.get(f"/documents/{autre.pk}/versions/1/note-version-1.txt").status_code == 404


@pytest.mark.parametrize("niveau", [Niveau.MEMBRES, Niveau.TRAVAIL])
def test_un_document_reserve_ne_sort_pas_meme_d_une_page_publiee(client: Client, niveau: Niveau) -> None:
    document = remplacer(un_document(b"Une"), b"Deux")
    publier(ContenuPageFactory.create(corps=lien_vers(document)))
    adresses = [document.url, document.stable_url, document.versions.get().url]
    assert [demander(client, adresse).status_code for adresse in adresses] == [200, 302, 200]
    DocumentCampagne.objects.update(confidentialite=niveau)
    assert {client.get(adresse).status_code for adresse in adresses} == {404}
    client.force_login(une_personne("access_admin"))
    for adresse in adresses:
        reponse = demander(client, adresse)
        assert reponse["Cache-Control"] == "private, no-store"
        assert reponse.status_code in {200, 302}


def test_la_version_accessible_d_un_document_cite_se_lit_avec_lui(client: Client) -> None:
    accessible, seul = un_document(b"Accessible", title="Accessible"), un_document(b"Seul", title="Seul")
    document = un_document(b"Une", version_accessible=accessible)
    assert client.get(accessible.url).status_code == 404
    page = publier(ContenuPageFactory.create(corps=lien_vers(document)))
    assert lus(client.get(accessible.url)) == b"Accessible"
    assert client.get(seul.url).status_code == 404
    DocumentCampagne.objects.filter(pk=document.pk).update(confidentialite=Niveau.MEMBRES)
    assert client.get(accessible.url).status_code == 404
    page.unpublish()


def test_un_document_coute_une_requete_et_les_deux_de_wagtail(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    document = un_document(b"Une")
    publier(ContenuPageFactory.create(corps=lien_vers(document)))
    lus(client.get(document.url))
    with django_assert_num_queries(3):  # whether its collection is private
        lus(client.get(document.url))


def test_une_ligne_lue_avant_un_remplacement_ne_remet_pas_l_ancien_fichier() -> None:
    document = un_document(b"Une", changement="")
    perimee = DocumentCampagne.objects.get(pk=document.pk)
    for tour, contenu in enumerate((b"Deux", b"Trois"), 2):
        neuf = remplacer(DocumentCampagne.objects.get(pk=document.pk), contenu, f"Le tour {tour}")
        for autre in (perimee, document):  # the latter gave a file once: that does not make it the giver of this one
            autre.title = f"Note {tour}"
            autre.save()
            garde = DocumentCampagne.objects.get(pk=document.pk)
            assert (garde.title, garde.file.name, garde.numero) == (f"Note {tour}", neuf.file.name, tour)
            assert (garde.texte, garde.changement) == (contenu.decode(), f"Le tour {tour}")
            assert (garde.empreinte, garde.file_size) == (neuf.empreinte, neuf.file_size)
    assert list(document.versions.values_list("numero", "changement")) == [(2, "Le tour 2"), (1, "")]
    remplacer(perimee, b"Quatre")
    assert document.versions.first().numero == 3


def test_un_document_d_une_collection_privee_n_est_garde_par_personne(client: Client) -> None:
    dossier = Collection.get_first_root_node().add_child(name="Interne")
    document = un_document(b"Une", collection=dossier.add_child(name="Dedans"))
    publier(ContenuPageFactory.create(corps=lien_vers(document)))
    assert "immutable" in demander(client, document.url)["Cache-Control"]
    sorte = {"restriction_type": "password", "password": "tasse"}
    restriction = CollectionViewRestriction.objects.create(collection=dossier, **sorte)
    ferme: Any = client.get(document.url)
    assert not ferme.streaming
    assert "no-store" in ferme["Cache-Control"]
    entree = reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])
    client.post(entree, {"password": "tasse", "return_url": document.url})
    ouvert = client.get(document.url)
    assert ouvert["Cache-Control"] == "private, no-store"
    assert lus(ouvert) == b"Une"
    document = remplacer(document, b"Deux")
    assert demander(client, document.versions.get().url)["Cache-Control"] == "private, no-store"


def test_effacer_un_document_efface_tous_ses_fichiers(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    avant = fichiers()
    document = remplacer(remplacer(un_document(b"Une"), b"Deux"), b"Trois")
    assert len(fichiers() - avant) == 3
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert fichiers() == avant
    assert not VersionDocument.objects.exists()


def test_une_page_qui_cite_un_document_reserve_ne_se_publie_pas() -> None:
    document = un_document(confidentialite=Niveau.MEMBRES, title="Le plan")
    outil = {"nom": "Le plan", "description": "", "document": document.pk, "adresse": ""}
    page = ContenuPageFactory.create(live=False, corps=lien_vers(document))
    assert DOCUMENTS in page.regles_de_publication
    (constat,) = DOCUMENTS.chercher(page)
    assert "« Le plan » n’est pas public" in constat.message
    fiche = FichePageFactory.create(live=False, outils=corps(("outil", outil)))
    assert [constat.champ.split(".")[0] for constat in DOCUMENTS.chercher(fiche)] == ["outils"]
    document.confidentialite = Niveau.PUBLIC
    document.save()
    assert list(DOCUMENTS.chercher(page)) == list(DOCUMENTS.chercher(fiche)) == []
