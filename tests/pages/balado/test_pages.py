import json
import re
from typing import Any

import pytest
from django.test import Client

from medias.models import ImageCampagne
from pages.models import AccueilPage, BaladoPage, Chapitre, EpisodePage
from reseau.etats import TrancheMembres
from tests.fabriques.balado import BaladoPageFactory, EpisodePageFactory, faire_entendre, un_enregistrement, un_episode
from tests.fabriques.pages import ContenuPageFactory, accueil, publier
from tests.fabriques.presse import une_autorisation
from tests.fabriques.reseau import RessourceFactory

pytestmark = pytest.mark.django_db


def html(client: Client, adresse: str) -> str:
    return client.get(adresse).content.decode()


def json_ld(contenu: str) -> dict[str, Any]:
    trouve = re.search(r'<script type="application/ld\+json">(.*?)</script>', contenu, re.DOTALL)
    assert trouve
    lu: dict[str, Any] = json.loads(trouve[1])
    return lu


def test_la_serie_range_ses_episodes_par_saison(client: Client) -> None:
    for saison, numero in ((1, 1), (2, 1), (1, 2)):
        publier(un_episode(title=f"Titre {saison}-{numero}", saison=saison, numero=numero))
    un_episode(title="Canari")
    contenu = html(client, "/balado/")
    places = [contenu.index(mots) for mots in ("Saison 2", "Titre 2-1", "Saison 1", "Titre 1-2", "Titre 1-1")]
    assert places == sorted(places)
    assert "Canari" not in contenu
    assert "Épisode 2 · 1\u00a0min\u00a030\u00a0s · " in contenu


def test_on_s_abonne_par_l_adresse_seule(client: Client) -> None:
    BaladoPageFactory.create()
    contenu = html(client, "/balado/")
    assert '<link rel="alternate" type="application/rss+xml" title="Fils croisés" href="/balado/flux.xml">' in contenu
    assert ">http://testserver/balado/flux.xml</a>" in contenu
    assert json_ld(contenu)["webFeed"] == "http://testserver/balado/flux.xml"
    assert "Rien pour le moment" in contenu


def test_vingt_episodes_par_page(client: Client) -> None:
    son = un_enregistrement()
    for rang in range(1, 22):
        publier(un_episode(title=f"Épisode no {rang:02}", numero=rang, enregistrement=son))
    premiere, seconde = html(client, "/balado/"), html(client, "/balado/?page=2")
    assert "no 21" in premiere
    assert "no 01" not in premiere
    assert "no 01" in seconde
    assert 'rel="next"' in premiere


def test_un_episode_se_lit_et_s_ecoute(client: Client) -> None:
    page = un_episode(title="La chaise", avertissement="deuil", notes="<p>Le café est toujours prêt.</p>")
    page.chapitres = [Chapitre(debut=65, titre="La porte")]
    faire_entendre(page, {"autorisation": une_autorisation("Odile Fictive")}, {"designation": "un membre du groupe"})
    page = publier(page)
    contenu = html(client, page.url)
    for mots in ("Cet épisode parle de : deuil", "Le café est toujours prêt.", "Odile Fictive, porte", "Bonjour"):
        assert mots in contenu
    assert f'<a href="{page.enregistrement.url}#t=65"><span class="balado-moment">1:05</span> La porte</a>' in contenu
    assert f'<source src="{page.enregistrement.url}" type="audio/mpeg">' in contenu
    dit = json_ld(contenu)
    assert (dit["@type"], dit["timeRequired"]) == ("PodcastEpisode", "PT90S")
    assert dit["partOfSeries"]["name"] == "Fils croisés"
    assert dit["associatedMedia"]["contentUrl"] == f"http://testserver{page.enregistrement.url}"


def test_un_episode_se_lit_en_texte_seul(client: Client) -> None:
    page = publier(un_episode(title="La chaise", avertissement="deuil"))
    reponse = client.get(f"{page.url}texte/")
    assert reponse["Content-Type"] == "text/plain; charset=utf-8"
    texte = reponse.content.decode()
    assert texte.startswith("La chaise\n\nCet épisode parle de : deuil.\n\n")
    assert "Bonjour, on commence." in texte


def test_on_passe_au_precedent_et_au_suivant_de_ceux_qu_on_peut_entendre(client: Client) -> None:
    un, muet, deux, trois = (publier(un_episode(title=f"Le {rang}")) for rang in ("un", "muet", "deux", "trois"))
    muet.enregistrement.delete()
    contenu = html(client, deux.url)
    assert f'rel="prev" href="{un.url}"' in contenu
    assert f'rel="next" href="{trois.url}"' in contenu
    assert 'rel="prev"' not in html(client, un.url)
    assert 'rel="next"' not in html(client, trois.url)


@pytest.mark.parametrize(
    ("champs", "vu"),
    [
        ({}, "La Passerelle"),
        ({"tranche_membres": TrancheMembres.MOINS_DE_20}, "une ressource alternative de l’Estrie"),
        ({"active": False}, "une ressource alternative de l’Estrie"),
    ],
)
def test_le_lieu_visite_se_nomme_si_personne_n_y_est_reconnu(client: Client, champs: dict[str, Any], vu: str) -> None:
    page = publier(un_episode(ressource=RessourceFactory.create(nom="La Passerelle", **champs)))
    contenu = html(client, page.url)
    assert vu in contenu
    assert ("La Passerelle" in contenu) is (vu == "La Passerelle")


def test_une_ebauche_s_apercoit_sans_enregistrement() -> None:
    page = un_episode(enregistrement=None)
    reponse = page.make_preview_request(preview_mode=page.default_preview_mode)
    assert reponse.status_code == 200
    assert "n’est pas disponible" in reponse.rendered_content


def test_la_couverture_retiree_quitte_la_page_et_le_flux(client: Client) -> None:
    cachee = ImageCampagne.objects.create(title="Rien", width=1400, height=1400, personnes="accord")
    BaladoPageFactory.create(couverture=cachee)
    assert "balado-couverture" not in html(client, "/balado/")
    assert "<itunes:image" not in client.get("/balado/flux.xml").content.decode()


def test_ou_se_rangent_les_series_et_les_episodes() -> None:
    serie = BaladoPageFactory.create()
    assert BaladoPage.can_create_at(accueil())
    assert BaladoPage.allowed_parent_page_models() == [AccueilPage]
    assert EpisodePage.can_create_at(serie)
    assert not EpisodePage.can_create_at(accueil())
    assert not EpisodePage.can_create_at(ContenuPageFactory.create())
    assert not BaladoPage.can_create_at(EpisodePageFactory.create(parent=serie))
