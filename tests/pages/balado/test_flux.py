"""The feed, read by an independent parser, and held to what the standards say (sources in `pages.balado.flux`)."""

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from medias.models import EtatPiste, Piste
from pages.models import BaladoPage, Chapitre
from pages.publication.actions import depublier
from tests.fabriques.balado import (
    BaladoPageFactory,
    faire_entendre,
    un_enregistrement,
    un_episode,
    une_couverture,
)
from tests.fabriques.pages import ContenuPageFactory, enregistrer, publier
from tests.fabriques.presse import une_autorisation
from tests.fabriques.roles import une_redactrice

pytestmark = pytest.mark.django_db
FLUX = "/balado/flux.xml"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
CONTENU = "{http://purl.org/rss/1.0/modules/content/}"
ATOM = "{http://www.w3.org/2005/Atom}"
UUID5 = r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def canal(client: Client) -> ET.Element:
    trouve = ET.fromstring(client.get(FLUX).content).find("channel")  # noqa: S314 - our own feed
    assert trouve is not None
    return trouve


def un_episode_complet(**champs: Any) -> Any:
    """Return a public episode with everything that a feed may tell."""
    BaladoPageFactory.create(couverture=une_couverture(), categorie="Health & Fitness/Mental Health")
    page = un_episode(saison=2, numero=3, notes='<p>Lisez <a href="/participer/">la suite</a>.</p>', **champs)
    page.chapitres = [Chapitre(debut=0, titre="Le café"), Chapitre(debut=65, titre="La porte")]
    faire_entendre(page, {"autorisation": une_autorisation("Odile Fictive")}, {"designation": "un membre du groupe"})
    return publier(page)


def test_un_lecteur_independant_lit_le_flux(client: Client) -> None:
    page = un_episode_complet()
    lu = feedparser.parse(client.get(FLUX).content)
    assert not lu.bozo, lu.get("bozo_exception")
    assert lu.version == "rss20"
    assert (lu.feed.title, lu.feed.language, lu.feed.author) == ("Fils croisés", "fr", "La fédération")
    assert lu.feed.image.href.endswith(".jpg")
    (entree,) = lu.entries
    assert (entree.title, entree.id, entree.guidislink) == (page.title, str(page.guid), False)
    assert entree.link == f"http://testserver{page.url}"
    (son,) = entree.enclosures
    assert son.href == f"http://testserver{page.enregistrement.url}"
    assert (son.length, son.type) == ("512", "audio/mpeg")
    assert (entree.itunes_duration, entree.itunes_season, entree.itunes_episode) == ("90", "2", "3")
    assert "http://testserver/participer/" in entree.content[-1].value
    assert entree.published_parsed


def test_la_serie_a_ce_que_demande_apple(client: Client) -> None:
    un_episode_complet()
    serie = canal(client)
    for nom in ("title", "description", "language", "link", f"{ITUNES}author"):
        assert (serie.findtext(nom) or "").strip(), nom
    categorie = serie.find(f"{ITUNES}category")
    assert categorie is not None
    assert categorie.get("text") == "Health & Fitness"
    assert [sous.get("text") for sous in categorie] == ["Mental Health"]
    assert serie.findtext(f"{ITUNES}explicit") == "false"
    assert serie.findtext(f"{ITUNES}owner/{ITUNES}email") == "balado@exemple.org"
    image = serie.find(f"{ITUNES}image")
    assert image is not None
    reponse: Any = client.get((image.get("href") or "").removeprefix("http://testserver"))
    assert b"".join(reponse).startswith(b"\xff\xd8\xff")  # JPEG


def test_la_serie_a_ce_que_demande_l_espace_de_noms(client: Client) -> None:
    un_episode_complet()
    serie = canal(client)
    assert re.fullmatch(UUID5, serie.findtext(f"{PODCAST}guid") or "")
    verrou = serie.find(f"{PODCAST}locked")
    assert verrou is not None
    assert (verrou.text, verrou.get("owner")) == ("yes", "balado@exemple.org")
    assert serie.findtext(f"{PODCAST}medium") == "podcast"
    soi = serie.find(f"{ATOM}link")
    assert soi is not None
    assert (soi.get("rel"), soi.get("href")) == ("self", f"http://testserver{FLUX}")


def test_un_episode_a_ce_que_demande_l_espace_de_noms(client: Client) -> None:
    page = un_episode_complet()
    anglaise = Piste(enregistrement=page.enregistrement, langue="en", vtt="WEBVTT\n", etat=EtatPiste.RELUE)
    brouillon = Piste(enregistrement=page.enregistrement, langue="es", vtt="WEBVTT\n")
    Piste.objects.bulk_create([anglaise, brouillon])
    item = canal(client).find("item")
    assert item is not None
    assert (item.findtext(f"{PODCAST}season"), item.findtext(f"{PODCAST}episode")) == ("2", "3")
    paroles = [(p.get("type"), p.get("language"), p.get("rel")) for p in item.findall(f"{PODCAST}transcript")]
    assert paroles == [("text/vtt", "fr", "captions"), ("text/vtt", "en", "captions"), ("text/plain", "fr", None)]
    for parole in item.findall(f"{PODCAST}transcript"):
        assert client.get((parole.get("url") or "").removeprefix("http://testserver")).status_code == 200
    chapitres = item.find(f"{PODCAST}chapters")
    assert chapitres is not None
    assert chapitres.get("type") == "application/json+chapters"
    reponse = client.get((chapitres.get("url") or "").removeprefix("http://testserver"))
    assert reponse["Content-Type"] == "application/json+chapters"
    assert json.loads(reponse.content)["chapters"] == [
        {"startTime": 0, "title": "Le café"},
        {"startTime": 65, "title": "La porte"},
    ]
    assert [(p.text, p.get("role")) for p in item.findall(f"{PODCAST}person")] == [("Odile Fictive", "guest")]
    assert item.findtext(f"{ITUNES}episodeType") == "full"


def test_l_avertissement_vient_en_premier_dans_les_applications(client: Client) -> None:
    publier(un_episode(avertissement="deuil"))
    item = canal(client).find("item")
    assert item is not None
    assert (item.findtext("description") or "").startswith("Cet épisode parle de : deuil.")
    assert (item.findtext(f"{CONTENU}encoded") or "").startswith("<p>Cet épisode parle de : deuil.</p>")


def test_rien_de_ce_qui_s_execute_ne_passe_par_les_notes(client: Client) -> None:
    mechantes = '<p onclick="x()">Bon<script>mal()</script><img src="x"><a href="javascript:mal()">clic</a>\x0b</p>'
    publier(un_episode(notes=mechantes, title="Un\x08titre"))
    item = canal(client).find("item")
    assert item is not None
    assert item.findtext(f"{CONTENU}encoded") == "<p>Bonmal()<a>clic</a></p>"
    assert item.findtext("title") == "Untitre"


def test_chaque_episode_garde_ses_propres_notes(client: Client) -> None:
    suite = ContenuPageFactory.create()
    publier(un_episode(notes=f'<p>Un\x1e <a linktype="page" id="{suite.pk}">ici</a></p>'))
    publier(un_episode(notes="", chapeau="Rien d’écrit."))
    publier(un_episode(notes="<p>Trois</p>"))
    notes = [item.findtext(f"{CONTENU}encoded") for item in canal(client).findall("item")]
    assert notes == [
        "<p>Trois</p>",
        "<p>Rien d’écrit.</p>",
        f'<p>Un <a href="http://testserver{suite.url}">ici</a></p>',
    ]


def test_les_plus_recents_d_abord_et_jamais_un_brouillon(client: Client) -> None:
    publier(un_episode(title="Premier"))
    publier(un_episode(title="Deuxième"))
    un_episode(title="Canari")
    assert [item.findtext("title") for item in canal(client).findall("item")] == ["Deuxième", "Premier"]


def test_l_identite_survit_a_tout(client: Client) -> None:
    page = publier(un_episode())
    guids = {feedparser.parse(client.get(FLUX).content).entries[0].id}
    page.slug, page.title = "autre-adresse", "Autre titre"
    page = publier(page)
    guids.add(feedparser.parse(client.get(FLUX).content).entries[0].id)
    depublier(page=page, par=une_redactrice(), motif="autre")
    assert feedparser.parse(client.get(FLUX).content).entries == []
    page = publier(type(page).objects.get(pk=page.pk))
    serie = BaladoPage.objects.get()
    identite, serie.slug = serie.guid, "autre-balado"
    serie = publier(serie)
    lu = feedparser.parse(client.get("/autre-balado/flux.xml").content)
    assert guids | {lu.entries[0].id} == {str(page.guid)}
    assert serie.guid == identite


def test_le_flux_n_est_relu_que_s_il_change(client: Client) -> None:
    page = publier(un_episode())
    premiere = client.get(FLUX)
    etag = premiere["ETag"]
    assert "Last-Modified" not in premiere
    inchange = client.get(FLUX, HTTP_IF_NONE_MATCH=etag)
    assert (inchange.status_code, inchange.content, inchange["ETag"]) == (304, b"", etag)
    assert client.get(FLUX, HTTP_IF_MODIFIED_SINCE="Sun, 22 Nov 2099 10:00:00 GMT").status_code == 200
    enregistrer(page, live=False)
    reponse = client.get(FLUX, HTTP_IF_NONE_MATCH=etag)
    assert reponse.status_code == 200
    assert page.title not in reponse.content.decode()


def test_une_serie_vide_a_un_flux_qui_ne_bouge_pas(client: Client) -> None:
    BaladoPageFactory.create()
    premiere = client.get(FLUX)
    assert premiere.status_code == 200
    assert not feedparser.parse(premiere.content).bozo
    assert client.get(FLUX, HTTP_IF_NONE_MATCH=premiere["ETag"]).status_code == 304


def test_le_nombre_de_requetes_ne_suit_pas_le_nombre_d_episodes(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    accord, comptes = une_autorisation(), []
    for nombre in (2, 6):
        for _rang in range(nombre):
            lien = f'<p>Lisez <a linktype="page" id="{ContenuPageFactory.create().pk}">la suite</a>.</p>'
            page = un_episode(enregistrement_sans=un_enregistrement(), notes=lien)
            faire_entendre(page, {"autorisation": accord})
            page.chapitres = [Chapitre(debut=0, titre="Début")]
            publier(page)
        for adresse in (FLUX, "/balado/"):
            client.get(adresse)
        with django_assert_max_num_queries(16) as requetes:
            client.get(FLUX)
        with django_assert_max_num_queries(18) as requetes_de_la_page:
            client.get("/balado/")
        comptes.append((len(requetes), len(requetes_de_la_page)))
    assert comptes[0] == comptes[1]
