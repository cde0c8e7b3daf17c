"""What goes out of the library: the way to a document, bundles, counts. A reserved document never leaves."""

import hashlib
import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from qrcode import QRCode
from wagtail.models import Collection, CollectionViewRestriction

from medias.models import DocumentCampagne
from medias.niveaux import Niveau
from pages.boite import qr, trousse_zip
from pages.boite.trousse_zip import DONNEES, TEXTE
from pages.models import FichierOutil, OutilPage, Telechargement, TroussePage
from pages.publication.partage.actions import partager
from pages.publication.porte import ouvrir
from reseau.horloge import maintenant
from tests.fabriques.outils import la_boite, remplacer, un_fichier, un_outil, une_feuille, une_trousse
from tests.fabriques.roles import une_redactrice

pytestmark = pytest.mark.django_db
RESERVE = "perce-neige"


def octets(reponse: Any) -> bytes:
    """Return what an answer holds."""
    contenu: bytes = b"".join(reponse.streaming_content) if reponse.streaming else reponse.content
    return contenu


def ouvrir_le_zip(client: Client, adresse: str) -> zipfile.ZipFile:
    """Return the bundle at an address, whole."""
    reponse: Any = client.get(adresse)
    assert (reponse.status_code, reponse["Content-Type"]) == (200, "application/zip")
    assert reponse["Cache-Control"] == "no-store"
    archive = zipfile.ZipFile(io.BytesIO(octets(reponse)))
    assert archive.testzip() is None
    return archive


def comptes() -> dict[str, int]:
    """Return the counts of today."""
    return dict(Telechargement.objects.values_list("quoi", "nombre"))


def test_la_derniere_version_mene_au_premier_document(client: Client) -> None:
    document = une_feuille()
    outil = un_outil(
        "Le guide", un_fichier("Site"), un_fichier(document=document), un_fichier(document=une_feuille("B"))
    )
    reponse = client.get(f"{outil.url}derniere-version/")
    assert (reponse.status_code, reponse["Location"]) == (302, document.url)
    assert reponse["Cache-Control"] == "no-store"
    nouveau = remplacer(document, "Une autre table.")
    assert b"Une autre table." in octets(client.get(client.get(f"{outil.url}derniere-version/")["Location"]))
    assert nouveau.pk == document.pk


def test_la_version_accessible_sort_aussi(client: Client) -> None:
    jumelle = une_feuille("En gros caractères", "En gros.")
    outil = un_outil("Le guide", un_fichier(document=une_feuille(version_accessible=jumelle)))
    reponse = client.get(f"{outil.url}fichiers/{jumelle.pk}/")
    assert reponse.status_code == 302
    assert b"En gros." in octets(client.get(reponse["Location"]))
    assert f"{jumelle.filename}" in ouvrir_le_zip(client, f"{outil.url}trousse.zip").namelist()


def test_un_document_d_ailleurs_ou_reserve_ne_sort_par_aucune_adresse(client: Client) -> None:
    ailleurs, reserve = une_feuille("Ailleurs"), une_feuille("Secret", RESERVE)
    outil = un_outil(
        "Le guide", un_fichier("Site"), un_fichier(document=reserve), un_fichier(document=une_feuille("Ici"))
    )
    trousse = une_trousse("Tout", outil)
    for niveau in (Niveau.MEMBRES, Niveau.TRAVAIL):
        DocumentCampagne.objects.filter(pk=reserve.pk).update(confidentialite=niveau)  # behind every signal's back
        for cle in (ailleurs.pk, reserve.pk, 999_999):
            assert client.get(f"{outil.url}fichiers/{cle}/").status_code == 404
        assert client.get(f"{outil.url}derniere-version/")["Location"] != reserve.url
        for page in (outil, trousse):
            archive = ouvrir_le_zip(client, f"{page.url}trousse.zip")
            dedans = b"".join(archive.read(nom) for nom in archive.namelist()) + repr(archive.namelist()).encode()
            assert RESERVE.encode() not in dedans
            assert b"secret" not in dedans.lower()


def test_un_document_d_une_collection_privee_ne_sort_pas_de_la_boite(client: Client) -> None:
    dossier = Collection.get_first_root_node().add_child(name="Interne")
    jumelle = une_feuille("Secret simple", RESERVE, collection=dossier)
    prive = une_feuille("Secret", RESERVE, collection=dossier.add_child(name="Dedans"))
    ici = une_feuille("Ici", version_accessible=jumelle)
    outil = un_outil("Le guide", un_fichier("Porte", document=prive), un_fichier("Table", document=ici))
    trousse = une_trousse("Tout", outil)
    trouve = f"/boite-a-outils/?q={RESERVE}"
    assert "Le guide" in client.get(trouve).content.decode()
    restriction = CollectionViewRestriction.objects.create(collection=dossier, restriction_type="login")
    assert "Le guide" not in client.get(trouve).content.decode()
    for cle in (prive.pk, jumelle.pk):
        assert client.get(f"{outil.url}fichiers/{cle}/").status_code == 404
    for page in (outil, trousse):
        archive = ouvrir_le_zip(client, f"{page.url}trousse.zip")
        assert RESERVE.encode() not in b"".join(archive.read(nom) for nom in archive.namelist())
        assert [nom.rpartition("/")[2] for nom in archive.namelist()] == ["ici.txt", TEXTE, DONNEES]
    restriction.delete()
    assert "Le guide" in client.get(trouve).content.decode()


def test_un_outil_sans_document_n_a_ni_derniere_version_ni_trousse(client: Client) -> None:
    outil = un_outil("Le site")
    vide = une_trousse("Vide", outil)
    adresses = (f"{outil.url}derniere-version/", f"{outil.url}trousse.zip", f"{vide.url}trousse.zip")
    assert [client.get(adresse).status_code for adresse in adresses] == [404, 404, 404]


def test_ce_qui_est_retire_ne_sort_plus(client: Client) -> None:
    outil = un_outil("Le guide", un_fichier(document=une_feuille()))
    with ouvrir("essai"):
        outil.unpublish()
    for suite in ("", "derniere-version/", "trousse.zip", "qr.svg"):
        assert client.get(f"{outil.url}{suite}").status_code == 404
    assert not comptes()


def test_la_trousse_se_verifie_fichier_par_fichier(client: Client) -> None:
    un = un_outil(
        "Un", un_fichier(document=une_feuille("Même nom", "a")), un_fichier(document=une_feuille("Même nom", "b"))
    )
    deux = un_outil("Deux", un_fichier(document=une_feuille("Autre", "c", langue="en")), licence="cc-by-sa")
    trousse = une_trousse("Pour commencer", deux, un)
    archive = ouvrir_le_zip(client, f"{trousse.url}trousse.zip")
    dit = json.loads(archive.read(DONNEES))
    fichiers = {ligne["fichier"]: ligne for ligne in dit["fichiers"]}
    assert set(archive.namelist()) == {*fichiers, TEXTE, DONNEES}
    assert len(fichiers) == 3
    assert all(nom.startswith((f"01-{deux.slug}/", f"02-{un.slug}/")) for nom in fichiers)
    for nom, ligne in fichiers.items():
        contenu = archive.read(nom)
        assert (ligne["taille"], ligne["sha256"]) == (len(contenu), hashlib.sha256(contenu).hexdigest())
        assert ligne["sha256"] in archive.read(TEXTE).decode()
    anglais = fichiers[f"01-{deux.slug}/autre.txt"]
    assert (anglais["langue"], anglais["licence"], anglais["version"]) == ("en", "CC BY-SA 4.0", 1)
    assert anglais["adresse"] == deux.full_url
    empreintes = set(DocumentCampagne.objects.values_list("empreinte", flat=True))
    assert {ligne["sha256"] for ligne in fichiers.values()} == empreintes


def test_les_memes_documents_donnent_les_memes_octets(client: Client) -> None:
    outil = un_outil("Un", un_fichier(document=une_feuille()))
    adresse = f"{outil.url}trousse.zip"
    assert octets(client.get(adresse)) == octets(client.get(adresse))


def test_la_trousse_coute_autant_pour_deux_outils_que_pour_dix(client: Client) -> None:
    outils = []
    for rang in range(10):
        document = une_feuille(f"Brochure {rang}", version_accessible=une_feuille(f"Accessible {rang}"))
        remplacer(document, "Une autre table.")
        outils.append(un_outil(f"Outil {rang}", un_fichier(document=document)))
    comptes_de_requetes = []
    for trousse in (une_trousse("Petite", *outils[:2]), une_trousse("Grande", *outils)):
        client.get(f"{trousse.url}trousse.zip")
        with CaptureQueriesContext(connection) as requetes:
            octets(client.get(f"{trousse.url}trousse.zip"))
        comptes_de_requetes.append(len(requetes))
    assert comptes_de_requetes[0] == comptes_de_requetes[1]


def test_un_outil_sous_embargo_donne_ses_fichiers_sous_son_lien(client: Client) -> None:
    jumelle = une_feuille("En gros caractères", "En gros.")
    document = une_feuille(version_accessible=jumelle)
    outil: Any = OutilPage(title="Demain", slug="demain", live=False, go_live_at=maintenant() + timedelta(days=1))
    la_boite().add_child(instance=outil)
    outil.fichiers = [un_fichier(document=document)]
    outil.save_revision()
    assert client.get(document.url).status_code == 404
    _lien, jeton = partager(pages=[outil], destinataire="Le comité", jours=3, par=une_redactrice())
    for suite, contenu in (("derniere-version/", b"Une table"), (f"fichiers/{jumelle.pk}/", b"En gros.")):
        adresse = client.get(f"/partage/{jeton}/{outil.pk}/{suite}")["Location"]
        assert adresse.startswith(f"/partage/{jeton}/documents/")
        assert contenu in octets(client.get(adresse))
    assert client.get(f"/partage/{jeton}/{outil.pk}/fichiers/{une_feuille('Ailleurs').pk}/").status_code == 404
    assert not comptes()


def test_un_fichier_absent_du_stockage_est_dit_dans_le_manifeste(client: Client) -> None:
    absent, la = une_feuille("Absent", "a"), une_feuille("Là", "b")
    outil = un_outil("Un", un_fichier(document=absent), un_fichier(document=la))
    Path(absent.file.path).unlink()
    archive = ouvrir_le_zip(client, f"{outil.url}trousse.zip")
    assert set(archive.namelist()) == {"la.txt", TEXTE, DONNEES}
    assert "Ce fichier manque" in archive.read(TEXTE).decode()
    lignes = {ligne["fichier"]: ligne["taille"] for ligne in json.loads(archive.read(DONNEES))["fichiers"]}
    assert lignes == {"absent.txt": None, "la.txt": la.poids}


def test_la_trousse_ne_tient_jamais_un_fichier_entier_en_memoire() -> None:
    outil = un_outil("Un", un_fichier(document=une_feuille(texte="du pain chaud sur la table\n" * 60_000)))
    tailles = [len(morceau) for morceau in trousse_zip.ecrire(outil, trousse_zip.pieces_de([outil], en_dossiers=False))]
    assert sum(tailles) > 1_500_000
    assert max(tailles) <= 2 * trousse_zip.BLOC


def test_chaque_prise_est_comptee_sans_rien_savoir_de_personne(client: Client) -> None:
    document = une_feuille()
    outil = un_outil("Un", un_fichier(document=document))
    trousse = une_trousse("Tout", outil)
    for _ in range(3):
        client.get(f"{outil.url}derniere-version/", headers={"user-agent": "Un robot"})
    client.get(f"{outil.url}fichiers/{document.pk}/")
    reponse = client.get(f"{trousse.url}trousse.zip")
    assert comptes() == {f"document-{document.pk}": 4, "trousse": 1}
    assert not reponse.cookies
    champs = {champ.name for champ in Telechargement._meta.get_fields()}
    assert champs == {"id", "page", "quoi", "jour", "nombre"}


def test_un_coup_d_oeil_ou_une_reprise_ne_comptent_pas(client: Client) -> None:
    outil = un_outil("Un", un_fichier(document=une_feuille()))
    adresse = f"{outil.url}derniere-version/"
    client.head(adresse)
    client.get(adresse, headers={"range": "bytes=100-"})
    client.get(adresse, headers={"range": "bytes=-100"})
    assert comptes() == {}
    client.get(adresse, headers={"range": "bytes=0-"})
    assert list(comptes().values()) == [1]


def test_un_compte_refuse_ne_retient_pas_un_fichier(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError  # noqa: PLC0415 - what a busy database raises

    def refuser(*_args: Any) -> None:
        raise OperationalError

    monkeypatch.setattr("pages.boite.comptes._ajouter", refuser)
    outil = un_outil("Un", un_fichier(document=une_feuille()))
    assert client.get(f"{outil.url}derniere-version/").status_code == 302


def test_le_dessin_est_celui_de_l_adresse_et_se_lit_sans_style(client: Client) -> None:
    outil = un_outil("Un")
    svg = client.get(f"{outil.url}qr.svg")
    assert svg["Content-Type"] == "image/svg+xml"
    contenu = svg.content.decode()
    assert contenu == qr.dessiner(outil.full_url).decode()
    assert "style" not in contenu
    assert "<script" not in contenu
    autre = QRCode(error_correction=qr.CORRECTION, border=4)
    autre.add_data(outil.full_url)
    assert contenu.count("M") >= sum(map(sum, autre.get_matrix())) // 50
    page = client.get(outil.url).content.decode()
    assert f'src="{outil.url}qr.svg"' in page
    assert outil.full_url in page


def test_l_adresse_imprimee_suit_un_changement_de_nom(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    outil = un_outil("Un", un_fichier(document=une_feuille()))
    ancienne = outil.url
    outil.slug = "autre-nom"
    with ouvrir("essai"), django_capture_on_commit_callbacks(execute=True):
        outil.save_revision().publish()
    for suite in ("", "derniere-version/", "trousse.zip"):
        reponse = client.get(f"{ancienne}{suite}")
        assert reponse.status_code == 301, suite
        assert reponse["Location"].rstrip("/") == f"/boite-a-outils/autre-nom/{suite}".rstrip("/")


def test_les_modeles_sont_ceux_de_la_boite() -> None:
    assert {m.__name__ for m in OutilPage.allowed_parent_page_models()} == {"BoitePage"}
    assert {m.__name__ for m in TroussePage.allowed_parent_page_models()} == {"BoitePage"}
    assert OutilPage.allowed_subpage_models() == []
    assert FichierOutil._meta.get_field("page").related_model is OutilPage
