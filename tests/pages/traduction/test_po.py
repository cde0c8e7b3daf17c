"""PO files, out and back; what is wrong in one is said in French, and nothing of it is kept."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation

from pages.traduction.memoire import traduction_de
from pages.traduction.po import TAILLE_MAX, exporter
from pages.traduction.soumission import mettre_a_jour
from tests.fabriques.pages import enregistrer
from tests.fabriques.roles import une_relectrice, une_traductrice

from .gestes import commencee, publique, relue, republier, traduire_les_phrases, une_page_publique

pytestmark = pytest.mark.django_db


@pytest.fixture
def jumelle() -> Any:
    return commencee(une_page_publique())


def po(jumelle: Any) -> str:
    return exporter(traduction_de(jumelle))


def rempli(jumelle: Any) -> str:
    return po(jumelle).replace(
        'msgid "La soupe du mardi"\nmsgstr ""', 'msgid "La soupe du mardi"\nmsgstr "Tuesday soup"'
    )


def envoyer(jumelle: Any, octets: bytes) -> str:
    """Send a file as a translator, and return the screen that answers."""
    client = Client()
    client.force_login(une_traductrice())
    fichier = SimpleUploadedFile("traduction.po", octets)
    reponse = client.post(reverse("publication:importer_po", args=[jumelle.pk]), {"file": fichier}, follow=True)
    assert reponse.status_code == 200
    return str(reponse.text)


def test_un_fichier_sort_et_revient_traduit(jumelle: Any, client: Client) -> None:
    client.force_login(une_traductrice())
    sorti = client.get(reverse("publication:exporter_po", args=[jumelle.pk]))
    assert sorti.headers["Content-Type"].startswith("text/x-gettext-translation")
    assert 'msgid "La soupe du mardi"' in sorti.text
    assert "Language: en" in sorti.text
    assert "1 phrase reçue" in envoyer(jumelle, rempli(jumelle).encode())
    assert StringTranslation.objects.get().data == "Tuesday soup"


GROS = b"#" * (TAILLE_MAX + 1)


@pytest.mark.parametrize(
    ("abimer", "dit"),
    [
        (lambda _po: b"\xff\xfe\x00msgid", "UTF-8"),
        (lambda _po: b"bonjour", "pas un fichier PO"),
        (lambda _po: b'msgid "a"\nmsgstr "b"\n', "pas un fichier PO"),
        (lambda _po: b"", "pas un fichier PO"),
        (lambda _po: GROS, "trop gros"),
        (lambda po: po.replace("Language: en", "Language: es").encode(), "autre langue"),
        (
            lambda po: po.replace('msgctxt "title"', 'msgctxt "ailleurs"').encode(),
            "jamais eues («\u00a0La soupe du mardi\u00a0»)",
        ),
        (lambda po: po.replace("Tuesday soup", "<h2>Tuesday</h2>").encode(), "balises"),
        (lambda po: po.replace("Tuesday soup", "<a id='z9'>x</a>").encode(), "balises"),
    ],
)
def test_un_mauvais_fichier_est_refuse_en_mots_et_rien_n_entre(jumelle: Any, abimer: Any, dit: str) -> None:
    assert dit in envoyer(jumelle, abimer(rempli(jumelle)))
    assert not StringTranslation.objects.exists()


def test_le_fichier_d_une_autre_page_est_refuse(jumelle: Any) -> None:
    autre = commencee(une_page_publique("Le pain"))
    assert "celui d’une autre page" in envoyer(jumelle, po(autre).replace('msgstr ""', 'msgstr "x"').encode())


def test_sans_fichier_on_le_demande(jumelle: Any, client: Client) -> None:
    client.force_login(une_traductrice())
    reponse = client.post(reverse("publication:importer_po", args=[jumelle.pk]), follow=True)
    assert "Choisissez un fichier PO" in reponse.text


def test_ce_qui_n_est_plus_dans_la_page_est_laisse_de_cote_et_dit(jumelle: Any) -> None:
    ancien = rempli(jumelle)
    francaise = traduction_de(jumelle).source.get_source_instance()  # type: ignore[union-attr]
    republier(francaise, title="La soupe du jeudi")
    mettre_a_jour(page=jumelle)
    assert "laissées de côté" in envoyer(jumelle, ancien.encode())
    assert not StringTranslation.objects.exists()


def test_le_zip_donne_ce_qui_est_a_traduire(client: Client) -> None:
    faite = publique(une_page_publique("Faite"))
    a_faire = commencee(une_page_publique("À faire"))
    client.force_login(une_traductrice())
    reponse = client.get(reverse("publication:exporter_traductions", args=["en"]))
    noms = zipfile.ZipFile(io.BytesIO(reponse.content)).namelist()
    source = traduction_de(a_faire).source.get_source_instance()  # type: ignore[union-attr]
    assert noms == [f"{source.pk}-{source.slug}-en.po"]
    assert faite.live


@pytest.mark.parametrize("nom", ["exporter_po", "importer_po"])
def test_qui_n_ecrit_pas_n_envoie_ni_ne_recoit(jumelle: Any, nom: str, client: Client) -> None:
    client.force_login(une_relectrice())
    adresse = reverse(f"publication:{nom}", args=[jumelle.pk])
    assert client.post(adresse).status_code in {302, 403, 405}
    assert client.get(adresse).status_code in {302, 403, 405}
    assert not StringTranslation.objects.exists()


def test_le_fichier_exporte_est_celui_de_localize_aussi(jumelle: Any, client: Client) -> None:
    traduction: Any = traduction_de(jumelle)
    client.force_login(une_traductrice())
    assert "Language: en" in client.get(reverse("wagtail_localize:download_pofile", args=[traduction.pk])).text
    fichier = SimpleUploadedFile("a.po", b"rien")
    reponse = client.post(
        reverse("wagtail_localize:upload_pofile", args=[traduction.pk]), {"file": fichier}, follow=True
    )
    assert "pas un fichier PO" in reponse.text
    traduire_les_phrases(relue(jumelle))


def test_ce_qui_est_a_verifier_n_entre_pas_et_le_dit(jumelle: Any) -> None:
    douteux = rempli(jumelle).replace("#, fuzzy\n", "").replace('msgctxt "title"', '#, fuzzy\nmsgctxt "title"')
    assert "1 marquées « fuzzy »" in envoyer(jumelle, douteux.encode())
    assert not StringTranslation.objects.exists()


def test_qui_envoie_un_fichier_a_touche_a_la_traduction(jumelle: Any, client: Client) -> None:
    elle = une_traductrice()
    client.force_login(elle)
    fichier = SimpleUploadedFile("a.po", rempli(jumelle).encode())
    client.post(reverse("publication:importer_po", args=[jumelle.pk]), {"file": fichier})
    assert PageLogEntry.objects.filter(page=jumelle.pk, action="wagtail.edit", user=elle).exists()


def test_sans_page_francaise_publique_rien_ne_sort(jumelle: Any, client: Client) -> None:
    enregistrer(traduction_de(jumelle).source.get_source_instance(), live=False)  # type: ignore[union-attr]
    client.force_login(une_traductrice())
    reponse = client.get(reverse("publication:exporter_po", args=[jumelle.pk]), follow=True)
    assert "on traduit ce qui est public" in reponse.text
    archive = client.get(reverse("publication:exporter_traductions", args=["en"])).content
    assert not [nom for nom in zipfile.ZipFile(io.BytesIO(archive)).namelist() if "soupe" in nom]
