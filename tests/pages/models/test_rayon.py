import datetime

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from medias.niveaux import Niveau
from pages.models import CahierPage, FichePage, PublicationsPage
from pages.publication.porte import ouvrir
from pages.sorties import gardees
from tests.fabriques.documents import (
    CahierPageFactory,
    ChiffresPageFactory,
    FichePageFactory,
    PlateformePageFactory,
)
from tests.fabriques.pages import ContenuPageFactory, EditionPageFactory, accueil, enregistrer, publier
from tests.fabriques.presse import CommuniquePageFactory, OeuvrePageFactory
from tests.fabriques.rayons import PublicationsPageFactory, RayonPageFactory, un_rayon

pytestmark = pytest.mark.django_db


def html(client: Client, adresse: str) -> str:
    return client.get(adresse).content.decode()


def un_cahier(titre: str, jour: int) -> CahierPage:
    """Return a workbook first published on a day of May 2026."""
    page: CahierPage = CahierPageFactory.create(title=titre, edition=2026, chapeau=f"Pour le {jour} mai.")
    enregistrer(page, first_published_at=datetime.datetime(2026, 5, jour, 15, tzinfo=datetime.UTC))
    return page


def test_le_rayon_montre_ses_publications_de_la_plus_recente_a_la_plus_ancienne(client: Client) -> None:
    for titre, jour in (("Premier", 4), ("Troisième", 20), ("Deuxième", 11)):
        un_cahier(titre, jour)
    contenu = html(client, "/cahiers/")
    assert contenu.index("Troisième") < contenu.index("Deuxième") < contenu.index("Premier")
    assert "<p>Cahier · édition 2026</p>" in contenu
    assert '<time datetime="2026-05-20">20\u00a0mai 2026</time>' in contenu
    assert "Pour le 20\u00a0mai." in contenu


def test_le_rayon_mene_au_pdf_et_en_dit_la_taille_quand_elle_est_connue(client: Client) -> None:
    connu, inconnu = un_cahier("Connu", 4), un_cahier("Inconnu", 5)
    gardees.garder(connu.pk, "empreinte", b"x" * 2048)
    contenu = html(client, "/cahiers/")
    assert f'href="{connu.url}pdf/"' in contenu
    assert f'href="{inconnu.url}pdf/"' in contenu
    assert "(PDF, 2\u00a0Ko)" in contenu
    assert contenu.count("(PDF)") == 1
    cache.clear()


@pytest.mark.parametrize(
    "champs",
    [
        {},
        {"confidentialite": Niveau.MEMBRES},
        {"confidentialite": Niveau.TRAVAIL},
        {"go_live_at": timezone.now() + datetime.timedelta(days=1)},
    ],
)
def test_rien_de_ce_qui_n_est_pas_public_ne_parait(client: Client, champs: dict[str, object]) -> None:
    PublicationsPageFactory.create()
    for genre in (CahierPage, FichePage):
        cachee = genre(title="Canari", slug=f"canari-{genre.__name__.lower()}", live=False, **champs)
        un_rayon().add_child(instance=cachee)
        cachee.save_revision()
    RayonPageFactory.create(title="Canari", slug="canari", live=False)
    PlateformePageFactory.create(title="Canari", slug="canari-p", live=False)
    for adresse in ("/cahiers/", "/publications/"):
        assert "Canari" not in html(client, adresse)
    assert "Rien pour le moment" in html(client, "/cahiers/")


def test_un_brouillon_ne_change_pas_la_ligne_de_ce_qui_est_public(client: Client) -> None:
    page = un_cahier("Titre public", 4)
    page.title = "Canari"
    page.save_revision()
    assert "Canari" not in html(client, "/cahiers/")
    assert "Titre public" in html(client, "/cahiers/")


def test_une_publication_retiree_quitte_le_rayon(client: Client) -> None:
    page = publier(un_cahier("Canari", 4))
    assert "Canari" in html(client, "/cahiers/")
    with ouvrir("essai"):
        page.unpublish()
    assert "Canari" not in html(client, "/cahiers/")


@pytest.mark.parametrize(("question", "vue", "cachee"), [
    ("", "Cahier 21", "Cahier 01"),
    ("?page=2", "Cahier 01", "Cahier 21"),
    ("?page=99", "Cahier 01", "Cahier 21"),
    ("?page=abc", "Cahier 21", "Cahier 01"),
    ("?page=-1", "Cahier 01", "Cahier 21"),
])  # fmt: skip
def test_vingt_publications_par_page(client: Client, question: str, vue: str, cachee: str) -> None:
    for jour in range(1, 22):
        un_cahier(f"Cahier {jour:02}", jour)
    contenu = html(client, f"/cahiers/{question}")
    assert vue in contenu
    assert cachee not in contenu
    assert "Page suivante" in contenu or "Page précédente" in contenu


def test_le_nombre_de_requetes_ne_suit_pas_le_nombre_de_publications(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    PublicationsPageFactory.create()
    for adresse, budget in (("/cahiers/", 13), ("/publications/", 17)):
        comptes = []
        for nombre in (2, 10):
            for rang in range(nombre):
                CahierPageFactory.create()
                FichePageFactory.create(parent=un_rayon())
                RayonPageFactory.create(slug=f"rayon-{nombre}-{rang}-{budget}")
            client.get(adresse)
            with django_assert_max_num_queries(budget) as requetes:
                client.get(adresse)
            comptes.append(len(requetes))
        assert comptes[0] == comptes[1], adresse


def test_la_page_des_publications_range_ses_voisines_par_genre(client: Client) -> None:
    PublicationsPageFactory.create(title="Toutes les publications")
    ContenuPageFactory.create(title="Pas une publication")
    OeuvrePageFactory.create(title="La nappe")
    ChiffresPageFactory.create(title="En chiffres")
    CommuniquePageFactory.create(title="Sous la salle")
    FichePageFactory.create(title="Sous les fiches")
    CahierPageFactory.create(title="Sous les cahiers")
    PlateformePageFactory.create(title="Demandes de 2026", slug="plateforme-2026", annee=2026)
    PlateformePageFactory.create(title="Demandes de 2027", annee=2027)
    corps = html(client, "/publications/").split("<main", 1)[1].split("</main>", 1)[0]
    titres = ["Demandes de 2027", "Demandes de 2026", "Fiches", "Cahiers", "Communiqués", "En chiffres", "La nappe"]
    places = [corps.index(f">{titre}</a></h2>") for titre in titres]
    assert places == sorted(places)
    assert "Pas une publication" not in corps
    assert "Sous " not in corps
    assert "Plateforme · édition 2027" in corps
    assert corps.count("(PDF)") == 4  # a list has none


def test_les_listes_disent_qu_elles_sont_vides(client: Client) -> None:
    RayonPageFactory.create()
    PublicationsPageFactory.create()
    assert "Rien pour le moment" in html(client, "/cahiers/")
    assert ">Cahiers</a></h2>" in html(client, "/publications/")


def test_l_edition_montre_ses_cahiers_et_ses_fiches(client: Client) -> None:
    edition = EditionPageFactory.create(annee=2026)
    un_cahier("Le cahier du printemps", 4)
    FichePageFactory.create(title="Une autre année", edition=2025)
    contenu = html(client, edition.url)
    assert "Le cahier du printemps" in contenu
    assert '<span class="meta">Cahier</span>' in contenu
    assert "Une autre année" not in contenu


def test_un_cahier_ne_se_range_que_dans_un_rayon() -> None:
    assert CahierPage.can_create_at(un_rayon())
    assert FichePage.can_create_at(un_rayon())
    assert not CahierPage.can_create_at(accueil())
    assert not FichePage.can_create_at(ContenuPageFactory.create())
    PublicationsPageFactory.create()
    assert not PublicationsPage.can_create_at(accueil())
