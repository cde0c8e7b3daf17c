"""The address of a PDF: who may have it, what it says, how long it is kept."""

import datetime
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from medias.niveaux import Niveau
from pages.models import ContenuPage
from pages.publication.errata import rectifier
from pages.publication.partage.actions import partager
from pages.sorties import gardees, reponse
from pages.sorties.images import images_de
from reseau.horloge import maintenant
from temoignages.etats import Avertissement
from tests.fabriques.documents import (
    CahierPageFactory,
    ChiffresPageFactory,
    FichePageFactory,
    PlateformePageFactory,
    RevendicationPageFactory,
    un_moyen,
    une_reference,
)
from tests.fabriques.pages import (
    CampagnePageFactory,
    ContenuPageFactory,
    EditionPageFactory,
    corps,
    mettre_en_vedette,
    publier,
    retirer_temoignage,
    un_temoignage_publie,
    une_image,
)
from tests.fabriques.presse import OeuvrePageFactory, ProgrammePageFactory, un_communique, une_photo
from tests.fabriques.roles import une_redactrice
from tests.pages.publication.gestes import recrire, un_brouillon

from .exemplaire import balises, ouvrir
from .lecteur import autour, entendre
from .pleines import permettre_le_papier

pytestmark = pytest.mark.django_db
TEXTE = ("texte", "<h2>Une table</h2><p>Le <b>monde</b> s’assoit.</p>")


@pytest.fixture(autouse=True)
def _rien_de_garde() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def publique(**champs: Any) -> Any:
    return publier(ContenuPageFactory.create(**{"title": "Qui nous sommes", "corps": corps(TEXTE), **champs}))


def entendu(client: Client, adresse: str) -> str:
    obtenue = client.get(adresse)
    assert obtenue.status_code == 200
    assert obtenue["Content-Type"] == "application/pdf"
    return entendre(ouvrir(obtenue.content))


def test_une_page_publique_a_son_pdf(client: Client) -> None:
    page = publique(chapeau="Une phrase.")
    obtenue = client.get(f"{page.url}pdf/")
    assert entendre(ouvrir(obtenue.content)).startswith(
        "Page de contenu Qui nous sommes Une phrase. Une table Le monde"
    )
    assert obtenue["Content-Disposition"] == 'inline; filename="qui-nous-sommes.pdf"'
    assert obtenue["Cache-Control"] == "no-cache"
    assert obtenue["Last-Modified"]
    assert "Content-Security-Policy" in obtenue


@pytest.mark.parametrize("forme", ["pdf/", "texte/"])
@pytest.mark.parametrize("methode", ["live", "brouillon"])
def test_ce_qui_n_est_pas_public_n_a_pas_d_adresse(client: Client, methode: str, forme: str) -> None:
    page = un_brouillon() if methode == "brouillon" else publique()
    if methode == "live":
        page.unpublish()
    assert client.get(f"{page.get_url() or f'/{page.slug}/'}{forme}").status_code == 404


def test_le_brouillon_d_une_page_publique_ne_sort_pas_a_son_adresse(client: Client) -> None:
    page = publique()
    recrire(page, title="Titre pas encore approuvé")
    assert "pas encore approuvé" not in entendu(client, f"{page.url}pdf/")
    assert "pas encore approuvé" not in client.get(f"{page.url}texte/").content.decode()


def test_le_texte_se_redemande_et_n_est_redonne_que_s_il_change(client: Client) -> None:
    page = publique()
    premier = client.get(f"{page.url}texte/")
    assert premier["Content-Type"] == "text/plain; charset=utf-8"
    assert premier["Cache-Control"] == "no-cache"
    rien = client.get(f"{page.url}texte/", headers={"if-none-match": premier["ETag"]})
    assert (rien.status_code, rien.content) == (304, b"")
    page.title = "Un autre titre"
    publier(page)
    apres = client.get(f"{page.url}texte/", headers={"if-none-match": premier["ETag"]})
    assert apres.content.decode().startswith("Page de contenu\n\nUn autre titre\n")


def test_un_lien_de_partage_donne_le_pdf_marque_et_rien_n_en_reste(client: Client) -> None:
    page = un_brouillon(title="Ébauche", confidentialite=Niveau.TRAVAIL)
    _lien, jeton = partager(pages=[page], destinataire="Le comité", jours=3, par=une_redactrice())
    vu = client.get(f"/partage/{jeton}/")
    adresse = f"/partage/{jeton}/{page.pk}/pdf/"
    assert f'href="{adresse}"' in vu.content.decode()
    obtenue = client.get(adresse)
    for dite in ("Document de travail – ne pas diffuser", "Partagé avec : Le comité", "(ébauche)"):
        assert dite in entendre(ouvrir(obtenue.content)).replace("\u00a0", " ")
        assert all(dite in page_vue.replace("\u00a0", " ") for page_vue in autour(ouvrir(obtenue.content)))
    assert obtenue["Cache-Control"] == "private, no-store"
    assert "ETag" not in obtenue
    assert gardees.taille(page.pk) is None
    assert client.get(f"/partage/inconnu/{page.pk}/pdf/").status_code == 404


def test_le_partage_d_une_page_publique_ne_remplace_pas_ce_qui_est_garde(client: Client) -> None:
    page = publique()
    recrire(page, title="Titre pas encore approuvé")
    _lien, jeton = partager(pages=[page], destinataire="Le comité", jours=3, par=une_redactrice())
    assert "pas encore approuvé" in entendu(client, f"/partage/{jeton}/{page.pk}/pdf/")
    assert "pas encore approuvé" not in entendu(client, f"{page.url}pdf/")


def test_une_seconde_demande_ne_recompose_rien(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    page = publique()
    premiere = client.get(f"{page.url}pdf/")
    monkeypatch.setattr(reponse, "composer", None)
    assert client.get(f"{page.url}pdf/").content == premiere.content
    rien = client.get(f"{page.url}pdf/", headers={"if-none-match": premiere["ETag"]})
    assert (rien.status_code, rien.content) == (304, b"")
    assert gardees.taille(page.pk) == len(premiere.content)


def test_une_nouvelle_version_remplace_le_pdf(client: Client) -> None:
    page = publique()
    avant = client.get(f"{page.url}pdf/")
    page.title = "Un autre titre"
    publier(page)
    assert gardees.taille(page.pk) is None
    apres = client.get(f"{page.url}pdf/", headers={"if-none-match": avant["ETag"]})
    assert "Un autre titre" in entendre(ouvrir(apres.content))
    ContenuPage.objects.get(pk=page.pk).unpublish()
    assert gardees.taille(page.pk) is None


def test_une_parole_retiree_quitte_le_pdf_dans_l_instant(client: Client) -> None:
    parole = un_temoignage_publie("une chaise qui m’attend")
    permettre_le_papier(parole)
    page = publique(corps=corps(("citation", {"temoignage": parole.pk})))
    avant = client.get(f"{page.url}pdf/")
    assert "une chaise qui m’attend" in entendre(ouvrir(avant.content))
    retirer_temoignage(parole)
    assert "une chaise" not in entendu(client, f"{page.url}pdf/")


def test_une_parole_permise_sur_le_site_seulement_reste_sur_le_site(client: Client) -> None:
    muette, dure, permise = (un_temoignage_publie(texte) for texte in ("pas sur papier", "trop dur", "oui, partout"))
    permettre_le_papier(dure)
    permettre_le_papier(permise)
    type(dure).objects.filter(pk=dure.pk).update(avertissement=Avertissement.DEUIL)
    edition = EditionPageFactory.create(parent=CampagnePageFactory.create())
    mettre_en_vedette(edition, muette, dure, permise)
    dit = entendu(client, f"{publier(edition).url}pdf/")
    assert "oui, partout" in dit
    assert "pas sur papier" not in dit
    assert "trop dur" not in dit


def test_une_image_porte_son_texte_et_se_passe_de_fichier(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    image = une_image()
    bloc = {"image": image.pk, "texte_alternatif": "Deux tasses sur une nappe", "legende": "", "credit": ""}
    page = publique(corps=corps(("image", bloc)))
    assert ("Figure", "Deux tasses sur une nappe") in balises(ouvrir(client.get(f"{page.url}pdf/").content))
    cache.clear()
    image.get_rendition("max-1400x1400|bgcolor-ffffff|format-jpeg|jpegquality-80").file.delete(save=False)
    with caplog.at_level(logging.WARNING):
        assert "Deux tasses sur une nappe" in entendu(client, f"{page.url}pdf/")
    assert "without its images" in caplog.text


def test_ce_qui_fut_rectifie_est_dit_avec_sa_date_et_ce_qui_etait_ecrit(client: Client) -> None:
    page = publique()
    rectifier(page=page, par=une_redactrice(), avant="90 tables", apres="91 tables", raison="Une table oubliée.")
    publiee = publier(ContenuPage.objects.get(pk=page.pk).get_latest_revision_as_object())
    dit = entendu(client, f"{publiee.url}pdf/")
    assert "Rectifications Rectifié le" in dit
    assert "91 tables" in dit
    texte = client.get(f"{publiee.url}texte/").content.decode()
    assert "RECTIFICATIONS\n\nRectifié le 22 novembre 2026\n\nIl était écrit : 90 tables\n" in texte


def test_les_requetes_d_un_pdf_ne_dependent_pas_du_nombre_d_images(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    blocs = [("image", {"image": une_image().pk, "texte_alternatif": "x", "legende": "", "credit": ""})] * 4
    plan = publique(corps=corps(*blocs)).plan_de_sortie()
    images_de(plan.blocs)
    with django_assert_max_num_queries(2):
        images_de(plan.blocs)


def _les_types() -> Iterator[Any]:
    yield EditionPageFactory.create(parent=CampagnePageFactory.create())
    yield un_communique()
    yield ProgrammePageFactory.create()
    yield CahierPageFactory.create()
    yield PlateformePageFactory.create()
    yield ChiffresPageFactory.create()
    oeuvre = OeuvrePageFactory.create()
    oeuvre.photos = [une_photo()]
    yield oeuvre
    yield FichePageFactory.create()
    yield RevendicationPageFactory.create()
    yield ContenuPageFactory.create()


def test_chaque_type_de_publication_a_son_pdf_et_son_texte_et_les_offre(client: Client) -> None:
    for page in _les_types():
        publiee, nom = publier(page), type(page).__name__
        assert publiee.title.split()[0] in entendu(client, f"{publiee.url}pdf/"), nom
        assert f"{publiee.title}\n" in client.get(f"{publiee.url}texte/").content.decode(), nom
        html = client.get(publiee.url).content.decode()
        for forme in ("pdf/", "texte/"):
            assert html.count(f'<a href="{publiee.url}{forme}"') == 1, nom


def test_le_pdf_et_le_texte_d_une_revendication_citent_les_sources_de_sa_plateforme(client: Client) -> None:
    plateforme = PlateformePageFactory.create(
        bibliographie=corps(une_reference(), une_reference("Grenon, Alix", "2011", titre="Savoirs"))
    )
    page = publier(
        RevendicationPageFactory.create(
            parent=plateforme,
            resume="Une porte, le soir.",
            corps=corps(("texte", "<p>On l’a dit (Ardouin, 2019)[note : À voix haute.].</p>")),
            moyens=corps(un_moyen("Ouvrir le soir.")),
        )
    )
    dit = entendu(client, f"{page.url}pdf/")
    texte = client.get(f"{page.url}texte/").content.decode()
    for sortie in (dit, texte):
        assert sortie.startswith("Revendication 1")
        assert "1.1 Ouvrir le soir." in sortie
        assert "La chaise d’à côté" in sortie
        assert "Savoirs" not in sortie, "only what this demand cites"
    assert "(Ardouin, 2019)[1]" in texte
    assert "[1] À voix haute." in texte


def test_le_pdf_et_le_texte_d_une_fiche_disent_ses_definitions_et_ses_outils(client: Client) -> None:
    definition = {"texte": "<p>Geste d’un groupe.</p>", "source": "Ardouin, 2019, p. 7", "est_traduite": True}
    outil = {"nom": "La grille", "adresse": "https://exemple.org/grille", "document": None, "description": "À plier."}
    page = publier(
        FichePageFactory.create(
            definitions=corps(("definition", {"terme": "Rallonge", "definitions": [definition]})),
            outils=corps(("outil", outil)),
            bibliographie=corps(une_reference()),
        )
    )
    assert ("Link", "") in balises(ouvrir(client.get(f"{page.url}pdf/").content))
    dit = entendu(client, f"{page.url}pdf/")
    texte = client.get(f"{page.url}texte/").content.decode()
    for sortie in (dit, texte):
        for mots in ("Fiche", "Rallonge", "Geste d’un groupe.", "Notre traduction.", "La grille", "À plier."):
            assert mots in sortie
    assert "- La grille (https://exemple.org/grille)\n  À plier." in texte


def test_un_lien_du_site_voyage_en_entier(client: Client) -> None:
    page = publique(corps=corps(("texte", '<p><a href="/journee/">la Journée</a></p>')))
    assert "la Journée (http://localhost/journee/)" in client.get(f"{page.url}texte/").content.decode()


def test_la_page_offre_son_pdf_avec_sa_taille_quand_elle_est_connue(client: Client) -> None:
    page = publique()
    assert "Version à imprimer (PDF)" in client.get(page.url).content.decode()
    client.get(f"{page.url}pdf/")
    assert "Version à imprimer (PDF, " in client.get(page.url).content.decode()
    accueil = client.get("/").content.decode()
    assert "Version à imprimer" not in accueil
    assert "Texte seul" not in accueil


def test_un_horaire_a_venir_est_dit_meme_dans_le_plan() -> None:
    page = un_brouillon(go_live_at=maintenant() + datetime.timedelta(days=1))
    assert "Sous embargo" in page.plan_de_sortie().mentions[0]
