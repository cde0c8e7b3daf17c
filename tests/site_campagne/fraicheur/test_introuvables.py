"""A storm of unknown addresses costs one query each, and hides nothing that is there."""

from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction, Site, get_page_models

from pages.models import CommuniquePage, RepertoirePage, VarianteRegionale
from site_campagne.fraicheur.introuvables import NULLE_PART
from tests.fabriques.documents import PlateformePageFactory
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.fichiers import un_document
from tests.fabriques.outils import un_fichier, un_outil, une_feuille
from tests.fabriques.pages import (
    ContenuPageFactory,
    accueil,
    corps,
    enregistrer,
    publier,
    retirer_temoignage,
    un_temoignage_publie,
)
from tests.fabriques.pistes import un_enregistrement, une_piste
from tests.fabriques.presse import CommuniquePageFactory
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import une_personne
from tests.pages.test_langues import traduite

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages_gardees")]
PERDUES = (
    "/wp-login.php", "/.env", "/nulle-part/", "/nulle/part/du/tout/", "/nulle-part/?q=chaise", "/?/x", "/en/nowhere/",
    "/en/.git/config", "/espace/nulle-part/x/", "/nulle-part/carte.png", "/agenda/nulle-part/",
    "/agenda/nulle-part/evenement.ics", "/agenda/nulle-part/carte.png", "/agenda/a/b/c/", "/repertoire/nulle-part/",
    "/paroles/zzzzzzzz/", "/en/paroles/zzzzzzzz/", "/paroles/zzzzzzzz/carte.png", "/documents/999999/x.pdf",
    "/media/nulle-part.jpg", "/une-page/en-dessous/", "/plateforme/nulle-part/", "/media/pistes/999-fr.vtt",
    "/media/pistes/9999999999-fr.vtt", "/documents/9999999999/x.pdf", "/communiques/l-avis/region/99/",
    "/communiques/l-avis/region/99/pdf/", "/boite-a-outils/le-guide/fichiers/999/",
    "/boite-a-outils/le-guide/fichiers/9999999999/",
)  # fmt: skip
A_DEUX = ("/media/images/nulle-part.jpg", "/media/enregistrements/nulle-part.mp3")


@pytest.fixture
def site(db: None) -> Any:
    """Fill the site with what answers below its address, and let the client know it."""
    agenda = AgendaPageFactory.create(slug="agenda")
    accueil().add_child(instance=RepertoirePage(title="Répertoire", slug="repertoire", live=False))
    publier(RepertoirePage.objects.get())
    PlateformePageFactory.create(slug="plateforme")
    CommuniquePageFactory.create(slug="l-avis")
    un_outil(slug="le-guide")
    return ContenuPageFactory.create(slug="une-page"), agenda


def demander(client: Client, adresse: str, methode: str = "GET", **mots: Any) -> tuple[int, Any]:
    """Return how many queries an answer took, and the answer."""
    with CaptureQueriesContext(connection) as lues:
        reponse = client.generic(methode, adresse, **mots)
    return len(lues), reponse


def test_chaque_adresse_inconnue_coute_une_requete_au_plus(client: Client, site: Any) -> None:
    demander(client, "/nulle-part/")
    demander(client, "/en/nowhere/")
    comptes = {}
    for adresse in PERDUES[:5] + PERDUES[6:]:
        combien, reponse = demander(client, adresse)
        assert reponse.status_code == 404, adresse
        comptes[adresse] = combien
    assert {adresse: combien for adresse, combien in comptes.items() if combien > 1} == {}


@pytest.mark.parametrize("adresse", A_DEUX)
def test_un_fichier_inconnu_coute_une_requete(client: Client, site: Any, adresse: str) -> None:
    demander(client, f"{adresse}.autre")  # the process learns the types of content
    combien, reponse = demander(client, adresse)
    assert (combien, reponse.status_code) == (1, 404)


@pytest.mark.parametrize("methode", ["POST", "HEAD", "PUT", "OPTIONS"])
def test_quoi_qu_on_envoie_a_une_adresse_inconnue_le_compte_est_le_meme(
    client: Client, site: Any, methode: str
) -> None:
    demander(client, "/nulle-part/")
    client.cookies["sessionid"] = "perime"
    for adresse in ("/xmlrpc.php", "/nulle-part/", "/paroles/zzzzzzzz/"):
        combien, reponse = demander(client, adresse, methode)
        assert (combien, reponse.status_code) == (1, 404), adresse


def test_a_froid_la_premiere_coute_plus_et_les_suivantes_une(client: Client, site: Any) -> None:
    combien, premiere = demander(client, "/nulle-part/")
    assert combien > 1
    caches["pages"].clear()
    assert demander(client, "/autre-part/")[0] > 1  # the page that says so is made again, and no more
    combien, autre = demander(client, "/encore-ailleurs/")
    assert combien == 1
    assert autre.content == premiere.content
    assert dict(autre.headers) == dict(premiere.headers)


def test_la_page_ne_dit_rien_de_ce_qui_fut_demande(client: Client, site: Any) -> None:
    reponses = [client.get(adresse) for adresse in ("/un-nom-de-famille/", "/x.php?nom=tremblay", "/paroles/tremblay/")]
    assert len({reponse.content for reponse in reponses}) == 1
    texte = reponses[0].content.decode()
    for mot in ("tremblay", "famille", NULLE_PART, 'rel="canonical"'):
        assert mot not in texte
    assert "Ce fil ne mène nulle part" in texte
    assert "X-Accel-Expires" not in reponses[0]
    anglais = client.get("/en/nowhere/").content.decode()
    assert '<html lang="en-CA">' in anglais


def test_un_renvoi_mene_ou_il_doit(client: Client, site: Any) -> None:
    demander(client, "/nulle-part/")
    page, _agenda = site
    for ancienne in ("/vieille-page", "/vieille.php", "/agenda/vieil-evenement", "/vieille.php?id=3", "/été-2019"):
        assert client.get(ancienne).status_code in {301, 404}
        Redirect.add_redirect(ancienne, page)
    attendues = (
        "/vieille-page/", "/vieille-page/?utm=x", "/vieille.php", "/agenda/vieil-evenement/", "/vieille.php?id=3",
        "/été-2019/", "/%C3%A9t%C3%A9-2019/",
    )  # fmt: skip
    for adresse in attendues:
        reponse: Any = client.get(adresse)
        assert (reponse.status_code, reponse.headers["Location"]) == (301, page.url), adresse
    Redirect.objects.all().delete()
    assert client.get("/vieille-page/").status_code == 404


def test_ce_qui_parait_repond_aussitot_et_ce_qui_s_en_va_aussi(client: Client, site: Any) -> None:
    assert client.get("/toute-neuve/").status_code == 404
    page = ContenuPageFactory.create(slug="toute-neuve")
    assert client.get("/toute-neuve/").status_code == 200
    Page.objects.filter(pk=page.pk).update(live=False)
    assert client.get("/toute-neuve/").status_code == 404
    assert demander(client, "/toute-neuve/")[0] == 1
    evenement = EvenementFactory.build(slug="le-souper")
    assert client.get("/agenda/le-souper/").status_code == 404
    EvenementFactory.create(slug=evenement.slug)
    assert client.get("/agenda/le-souper/").status_code == 200
    assert client.get("/repertoire/la-table/").status_code == 404
    RessourceFactory.create(slug="la-table")
    assert client.get("/repertoire/la-table/").status_code == 200


def test_une_parole_reprise_reste_dite_reprise(client: Client, site: Any) -> None:
    demander(client, "/nulle-part/")
    parole = un_temoignage_publie("une chaise qui m’attend")
    assert client.get(parole.url).status_code == 200
    retirer_temoignage(parole)
    reponse = client.get(parole.url)
    assert reponse.status_code == 410
    assert "chaise" not in reponse.content.decode()


def test_une_page_reservee_demande_qui_est_la_et_un_brouillon_n_existe_pas(client: Client, site: Any) -> None:
    page, _agenda = site
    demander(client, "/nulle-part/")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    reponse: Any = client.get(page.url)
    assert reponse.status_code == 302
    assert client.get("/documents/999999/x.pdf").status_code == 404
    enregistrer(ContenuPageFactory.create(slug="brouillon"), live=False)
    assert client.get("/brouillon/").status_code == 404
    client.force_login(une_personne())
    assert client.get("/brouillon/").status_code == 404


def test_ce_qui_est_la_repond_avec_ou_sans_trait_avec_ou_sans_question(client: Client, site: Any) -> None:
    page, _agenda = site
    demander(client, "/nulle-part/")
    document = un_document()
    EvenementFactory.create(slug="le-souper")
    reponse: Any = client.get("/une-page")
    assert (reponse.status_code, reponse.headers["Location"]) == (301, page.url)
    for adresse in ("/?utm_source=x", "/une-page/?utm_source=x", "/agenda/calendrier.ics", "/agenda/integration/",
                    "/agenda/le-souper/", "/agenda/le-souper/evenement.ics", "/agenda/le-souper/carte.png",
                    "/une-page/carte.png", "/carte.png", "/plateforme/pdf/", "/robots.txt", "/sante/"):  # fmt: skip
        assert client.get(adresse).status_code == 200, adresse
    assert client.get(document.url).status_code in {200, 404}  # as long as nothing public refers to it
    assert client.post(page.url).status_code == 200
    assert client.get("/admin/nulle-part/").status_code == 302


def test_sans_accueil_anglais_les_adresses_du_francais_y_menent(client: Client, site: Any) -> None:
    page, _agenda = site
    demander(client, "/en/nowhere/")
    reponse: Any = client.get("/en/une-page/")
    assert (reponse.status_code, reponse.headers["Location"]) == (302, page.url)
    traduite(accueil(), "Home")
    assert client.get("/en/une-page/").status_code == 404
    assert client.get("/en/").status_code == 200
    jumelle = traduite(page, "A page")
    assert client.get(jumelle.url).status_code == 200


def test_une_region_un_document_ou_des_sous_titres_qui_sont_la_repondent(client: Client, site: Any) -> None:
    demander(client, "/nulle-part/")
    avis: Any = CommuniquePage.objects.get()
    avis.variantes = [VarianteRegionale(region="05", paragraphe="<p>À Sherbrooke, la table est dehors.</p>")]
    publier(avis)
    assert client.get(f"{avis.url}region/05/").status_code == 200
    assert client.get(f"{avis.url}region/06/").status_code == 404
    feuille = une_feuille()
    outil = un_outil("Le guide", un_fichier(document=feuille))
    assert client.get(f"{outil.url}fichiers/{feuille.pk}/").status_code == 302
    piste = une_piste(un_enregistrement())
    bloc = ("enregistrement", {"enregistrement": piste.enregistrement_id, "titre": ""})
    ContenuPageFactory.create(slug="la-video", corps=corps(bloc))
    assert client.get(piste.url).status_code == 200


def test_plusieurs_sites_se_partagent_les_tables_sans_rien_cacher(client: Client, site: Any) -> None:
    page, _agenda = site
    demander(client, "/nulle-part/")
    Site.objects.create(hostname="autre.exemple.org", port=80, root_page=page)
    assert client.get("/").status_code == 200
    assert client.get(page.url).status_code == 200
    assert client.get("/nulle-part/").status_code == 404
    assert client.get("/x.php").status_code == 404


@pytest.mark.parametrize("genre", [genre for genre in get_page_models() if genre.route is not Page.route])
def test_un_genre_qui_route_a_sa_facon_dit_ou(genre: Any) -> None:
    assert genre.route is RoutablePageMixin.route or genre.route_propre


def test_un_essai_d_une_page_qui_n_est_pas_publique_n_est_pas_introuvable(site: Any, admin_client: Client) -> None:
    page = ContenuPageFactory.create(slug="brouillon")
    enregistrer(page, live=False)
    demander(admin_client, "/nulle-part/")
    reponse = page.make_preview_request()
    assert reponse.status_code == 200


@pytest.mark.parametrize("adresse", [f"/{NULLE_PART}", f"/en/{NULLE_PART}"])
def test_la_page_gardee_pour_toutes_n_est_celle_de_personne(client: Client, site: Any, adresse: str) -> None:
    assert [client.get(demandee).status_code for demandee in ("/nulle-part/", "/en/nowhere/", adresse, adresse)] == [
        404
    ] * 4


def test_sans_un_site_rien_n_est_dit_introuvable_de_memoire(client: Client, site: Any) -> None:
    Site.objects.all().delete()
    assert client.get("/nulle-part/").status_code == 404
    assert client.get("/sante/").status_code == 200


def test_la_sante_se_demande_a_froid_sans_lire_une_base(client: Client, site: Any) -> None:
    with CaptureQueriesContext(connection) as requetes:
        assert Client().get("/sante/").status_code == 200
    assert not requetes.captured_queries
