"""`/sitemap.xml` and `/robots.txt`: what is public today, in each language, and no sign of a withdrawal."""

import datetime
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from medias.models import Enregistrement, EtatPreparation
from medias.niveaux import Niveau
from pages.models import AccueilPage, VarianteRegionale
from reseau.horloge import maintenant
from site_campagne import plan_du_site
from tests.fabriques.capsules import CapsulePageFactory, une_video
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.pages import ContenuPageFactory, MurPageFactory, publier
from tests.fabriques.presse import SalleDePressePageFactory, un_communique
from tests.fabriques.temoignages import un_temoignage
from tests.pages.models.test_repertoire import RepertoirePageFactory
from tests.pages.test_langues import traduite

pytestmark = pytest.mark.django_db
NOMS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def lire(client: Client, adresse: str) -> Any:
    reponse = client.get(adresse)
    assert reponse.status_code == 200
    assert reponse["Content-Type"] == "application/xml"
    assert not reponse.cookies
    return ET.fromstring(reponse.content)  # noqa: S314 - our own answer


def adresses(client: Client, langue: str = "fr", numero: int = 1) -> list[str]:
    plan = lire(client, f"/sitemap-{langue}-{numero}.xml")
    return [re.sub(r"^https?://[^/]+", "", loc.text) for loc in plan.findall("s:url/s:loc", NOMS)]


def alternatives(client: Client, langue: str) -> dict[str, dict[str, str]]:
    """Return what each address of a list says of the other languages."""
    plan = lire(client, f"/sitemap-{langue}-1.xml")
    return {
        re.sub(r"^https?://[^/]+", "", url.find("s:loc", NOMS).text): {
            lien.get("hreflang"): re.sub(r"^https?://[^/]+", "", lien.get("href"))
            for lien in url.findall("x:link", NOMS)
        }
        for url in plan.findall("s:url", NOMS)
    }


def test_l_index_mene_aux_listes_de_chaque_langue(client: Client) -> None:
    listes = [loc.text for loc in lire(client, "/sitemap.xml").findall("s:sitemap/s:loc", NOMS)]
    assert [re.sub(r".*/", "", liste) for liste in listes] == ["sitemap-fr-1.xml", "sitemap-en-1.xml"]
    for liste in listes:
        lire(client, re.sub(r"^https?://[^/]+", "", liste))


@pytest.mark.parametrize("adresse", ["/sitemap-fr-0.xml", "/sitemap-fr-9.xml", "/sitemap-es-1.xml"])
def test_une_liste_qui_n_existe_pas_n_est_pas_trouvee(client: Client, adresse: str) -> None:
    assert client.get(adresse).status_code == 404


def test_tout_ce_qui_est_public_y_est_et_repond(client: Client) -> None:
    agenda, evenement = AgendaPageFactory.create(), EvenementFactory.create()
    repertoire = RepertoirePageFactory.create()
    page, mur = ContenuPageFactory.create(), MurPageFactory.create()
    listees = adresses(client)
    attendues = {
        "/", "/temoigner/", "/accessibilite/", "/confidentialite/", "/fils/", page.url, mur.url, agenda.url,
        repertoire.url, f"{agenda.url}{evenement.slug}/", f"{repertoire.url}{evenement.ressource.slug}/",
    }  # fmt: skip
    assert attendues <= set(listees)
    assert len(listees) == len(set(listees))
    assert {client.get(adresse).status_code for adresse in listees} == {200}


def test_ce_qui_n_est_pas_public_n_y_est_pas(client: Client) -> None:
    temoignage = un_temoignage()
    agenda, evenement = AgendaPageFactory.create(), EvenementFactory.create(live=False)
    page = ContenuPageFactory.create()
    capsule: Any = CapsulePageFactory.create(enregistrement=une_video())
    assert capsule.url in adresses(client)
    Enregistrement.objects.update(etat=EtatPreparation.ATTEND)
    Page.objects.filter(pk=page.pk).update(live=False)
    listees = adresses(client)
    assert page.url not in listees
    assert temoignage.url not in listees
    assert f"{agenda.url}{evenement.slug}/" not in listees


def test_sans_agenda_ni_repertoire_rien_n_est_dit_en_dessous(client: Client) -> None:
    slug = EvenementFactory.create().slug
    assert not any(slug in adresse for adresse in adresses(client))


def test_une_page_traduite_nomme_ses_deux_adresses(client: Client) -> None:
    traduite(AccueilPage.objects.get(), "Home")
    page = ContenuPageFactory.create(slug="table")
    traduite(page, "A table")
    seule = ContenuPageFactory.create()
    par_adresse = alternatives(client, "fr")
    assert par_adresse[page.url] == {"fr-CA": page.url, "en-CA": "/en/a-table/"}
    assert par_adresse[seule.url] == {}
    assert {"/en/", "/en/a-table/", "/en/temoigner/"} <= set(adresses(client, "en"))
    assert seule.url not in adresses(client, "en")


def test_les_versions_regionales_y_sont_chacune_avec_sa_jumelle(client: Client) -> None:
    traduite(AccueilPage.objects.get(), "Home")
    traduite(SalleDePressePageFactory.create(), "News")
    communique = un_communique()
    communique.variantes = [
        VarianteRegionale(region="05", paragraphe="deux tables."), VarianteRegionale(region="13", paragraphe="une.")
    ]  # fmt: skip
    communique = publier(communique)
    jumelle = traduite(communique, "A door")
    jumelle.variantes.get(region="13").delete()
    autres = alternatives(client, "fr")
    assert autres[f"{communique.url}region/05/"] == {
        "fr-CA": f"{communique.url}region/05/", "en-CA": f"{jumelle.url}region/05/"
    }  # fmt: skip
    assert autres[f"{communique.url}region/13/"] == {}
    assert f"{jumelle.url}region/05/" in adresses(client, "en")
    assert f"{jumelle.url}region/13/" not in adresses(client, "en")
    for adresse in (f"{communique.url}region/05/", f"{jumelle.url}region/05/"):
        assert client.get(adresse).status_code == 200


@pytest.mark.parametrize("etat", ["brouillon", "membres", "embargo", "fermé"])
def test_la_version_regionale_de_ce_qui_n_est_pas_public_n_y_est_pas(client: Client, etat: str) -> None:
    communique = un_communique()
    communique.variantes = [VarianteRegionale(region="05", paragraphe="deux tables.")]
    if etat == "embargo":
        communique.go_live_at = maintenant() + datetime.timedelta(days=1)
        publier(communique)
    elif etat == "membres":
        communique.confidentialite = Niveau.MEMBRES
        communique.save()
    elif etat == "brouillon":
        communique.save()
    else:
        publier(communique).view_restrictions.create(restriction_type="login")
    assert VarianteRegionale.objects.exists() or etat == "embargo"
    for langue in ("fr", "en"):
        assert not any("region/05/" in adresse for adresse in adresses(client, langue))


def test_ce_qui_montre_des_paroles_n_a_pas_de_date(client: Client) -> None:
    MurPageFactory.create()
    communique = publier(un_communique())
    Page.objects.update(last_published_at=maintenant())
    datees = {
        re.sub(r"^https?://[^/]+", "", url.find("s:loc", NOMS).text)
        for url in lire(client, "/sitemap-fr-1.xml").findall("s:url", NOMS)
        if url.find("s:lastmod", NOMS) is not None
    }
    assert datees == {communique.url}


def test_une_liste_se_coupe_et_ne_coute_pas_plus_pleine(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    AgendaPageFactory.create()
    RepertoirePageFactory.create()

    def cout() -> int:
        client.get("/sitemap-fr-1.xml")
        with CaptureQueriesContext(connection) as requetes:
            client.get("/sitemap-fr-1.xml")
        return len(requetes)

    def remplir() -> None:
        EvenementFactory.create()
        ContenuPageFactory.create()
        communique = un_communique()
        communique.variantes = [VarianteRegionale(region=code, paragraphe="une table.") for code in ("05", "13")]
        publier(communique)

    remplir()
    avant = cout()
    for _rang in range(5):
        remplir()
    assert cout() == avant
    assert avant <= 20
    entiere = adresses(client)
    monkeypatch.setattr(plan_du_site, "PAR_LISTE", 4)
    listes = lire(client, "/sitemap.xml").findall("s:sitemap/s:loc", NOMS)
    numeros = [int(n[1]) for liste in listes if (n := re.search(r"sitemap-fr-(\d+)", liste.text))]
    assert [adresse for numero in numeros for adresse in adresses(client, "fr", numero)] == entiere


def test_robots_ne_demandent_ni_l_administration_ni_les_liens_signes(client: Client) -> None:
    reponse = client.get("/robots.txt")
    assert reponse["Content-Type"] == "text/plain; charset=utf-8"
    lignes = reponse.content.decode().splitlines()
    for ferme in ("/admin/", "/espace/", "/partage/", "/recherche/", "/en/recherche/", "/temoigner/suivi/"):
        assert f"Disallow: {ferme}" in lignes
    assert lignes[0] == "User-agent: *"
    assert lignes[-1].startswith("Sitemap: http")
    assert lignes[-1].endswith("/sitemap.xml")
