"""The agenda: a list that always answers, pages that say no more than they may, a frame that any site may hold."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pages.evenements.etats import Modalite
from pages.evenements.fiche import Fiche
from pages.evenements.liste import PAR_PAGE
from pages.models import AgendaPage, Evenement
from pages.publication.porte import ouvrir
from reseau.horloge import maintenant
from tests.fabriques.evenements import MIDI, AgendaPageFactory, EvenementFactory
from tests.fabriques.pages import EditionPageFactory, accueil
from tests.fabriques.reseau import RessourceFactory

pytestmark = pytest.mark.django_db
BUDGET = 10
BUDGET_DE_L_ACCUEIL = 14  # it also names every feed of the site
CACHE = ("Maison du Silence", "41, rue Introuvable")


@pytest.fixture(autouse=True)
def agenda(settings: Settings) -> AgendaPage:
    """Make the agenda, on the first of October."""
    settings.AUJOURDHUI = "2026-10-01"
    page: AgendaPage = AgendaPageFactory.create()
    return page


def lire(client: Client, adresse: str = "/agenda/", statut: int = 200) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == statut, adresse
    return reponse.content.decode().replace("\u00a0", " ")


def annuler(evenement: Evenement) -> Evenement:
    Evenement.objects.filter(pk=evenement.pk).update(annule_le=maintenant())
    return evenement


def titres(html: str) -> list[str]:
    return re.findall(r'<h4>(?:<strong[^>]*>[^<]*</strong> )?<a href="[^"]+"[^>]*>([^<]+)</a>', html)


def donnees(html: str) -> dict[str, Any]:
    blocs = map(json.loads, re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL))
    lues: dict[str, Any]
    (lues,) = (bloc for bloc in blocs if "@type" in bloc)  # the others are graphs: where the page stands
    return lues


def test_la_liste_va_jour_par_jour(client: Client) -> None:
    EditionPageFactory.create(annee=2026)
    EvenementFactory.create(titre="Soupe", gratuit="oui", fauteuil="oui", municipalite="Magog")
    EvenementFactory.create(titre="Marche", debut=MIDI - timedelta(days=2), modalite=Modalite.EN_LIGNE)
    annuler(EvenementFactory.create(titre="Kiosque", debut=MIDI + timedelta(hours=1)))
    html = lire(client)
    assert titres(html) == ["Marche", "Soupe", "Kiosque"]
    assert re.findall(r"<time datetime=\"[\d-]+\">([^<]+)</time>", html) == [
        "jeudi 8 octobre 2026",
        "samedi 10 octobre 2026",
    ]
    assert html.count("le jour de la Journée") == 1
    for morceau in ("12 h à 15 h · Magog, Estrie", "<li>Gratuit</li>", "<li>Accessible en fauteuil</li>",
                    "12 h à 15 h · en ligne", ">Annulé</strong>", "3 événements à venir"):  # fmt: skip
        assert morceau in html, morceau


@pytest.mark.parametrize(
    "requete",
    ["page=abc", "page=-1", "page=99999999999999999999", "region=99", "genre=x", "edition=9999999999",
     "edition=20%0026", "ressource=%00", "ressource=" + "a" * 9000, "commune=%27%22%3Cb%3E", "commune=" + "é" * 3000,
     "gratuit=&accessible="],
)  # fmt: skip
def test_une_mauvaise_demande_ne_casse_rien(client: Client, requete: str) -> None:
    EvenementFactory.create()
    for suite in ("", "integration/", "calendrier.ics", "evenements.json"):
        assert client.get(f"/agenda/{suite}?{requete}").status_code == 200


def test_les_filtres_se_voient_et_se_retirent_un_par_un(client: Client) -> None:
    EvenementFactory.create(ressource=RessourceFactory.create(nom="L’Envol"), genre="atelier", municipalite="Magog")
    html = lire(client, "/agenda/?region=05&genre=atelier&ressource=l-envol&commune=MAGOG")
    assert "1 événement à venir en Estrie" in html
    for reste in (
        "genre=atelier&amp;ressource=l-envol&amp;commune=MAGOG",
        "region=05&amp;ressource=l-envol&amp;commune=MAGOG",
        "region=05&amp;genre=atelier&amp;commune=MAGOG",
        "region=05&amp;genre=atelier&amp;ressource=l-envol",
    ):
        assert f'href="/agenda/?{reste}"' in html
    assert html.count("Retirer le filtre") == 4
    assert '<option value="l-envol" selected>L’Envol (1)</option>' in html
    assert 'aria-label="Estrie, 1 événement"' in html
    assert '<meta name="robots" content="noindex">' in html
    question = "?region=05&amp;genre=atelier&amp;ressource=l-envol&amp;commune=MAGOG"
    assert f'href="/agenda/calendrier.ics{question}"' in html
    assert re.search(r'href="webcal://[^/"]+/agenda/calendrier\.ics' + re.escape(question), html)


def test_rien_ne_correspond_se_dit_et_se_defait(client: Client) -> None:
    assert "Rien n’est encore annoncé" in lire(client)
    EvenementFactory.create(debut=MIDI.replace(year=2025))
    assert 'href="?edition=2025"' in lire(client)
    html = lire(client, "/agenda/?region=01")
    assert "Aucun événement ne répond à ces choix" in html
    assert "aucun événement à venir au Bas-Saint-Laurent" in html


def test_une_page_de_la_liste_garde_ce_qui_est_demande(client: Client) -> None:
    EvenementFactory.create_batch(PAR_PAGE + 1)
    html = lire(client, "/agenda/?region=05")
    assert len(titres(html)) == PAR_PAGE
    assert 'href="?region=05&amp;page=2"' in html
    assert len(titres(lire(client, "/agenda/?region=05&page=2"))) == 1


def test_les_requetes_ne_grandissent_pas_avec_les_evenements(client: Client) -> None:
    evenement = EvenementFactory.create()
    ici = f"/agenda/{evenement.slug}/"
    filtree = f"/agenda/?region=05&commune=granby&ressource={evenement.ressource.slug}"
    comptes = []
    for _fois in range(2):
        EvenementFactory.create_batch(7, ressource=evenement.ressource)
        EvenementFactory.create_batch(3)
        for adresse in ("/agenda/", filtree, ici, "/agenda/integration/", "/"):
            client.get(adresse)
            with CaptureQueriesContext(connection) as requetes:
                client.get(adresse)
            comptes.append((adresse, len(requetes)))
    assert comptes[:5] == comptes[5:]
    assert all(nombre <= (BUDGET_DE_L_ACCUEIL if adresse == "/" else BUDGET) for adresse, nombre in comptes), comptes


def test_la_page_d_un_evenement_dit_tout(client: Client) -> None:
    evenement = EvenementFactory.create(
        titre="Soupe", description="Avec </script><b>pain</b>.", lieu="La Halte", adresse="1, rue A", cout="5 $",
        lien_inscription="https://exemple.org/inscription", telephone_public="819 555-0142", fauteuil="oui",
        garde="non", contact_acces="l’accueil", modalite=Modalite.LES_DEUX, lien_en_ligne="https://exemple.org/salon",
        langue="fr_en",
    )  # fmt: skip
    EvenementFactory.create(ressource=evenement.ressource, titre="Kiosque")
    html = lire(client, f"/agenda/{evenement.slug}/")
    for morceau in (
        "La Halte<br>1, rue A<br>Granby (Estrie)", "5 $", "tel:+18195550142", "mailto:accueil@exemple.org",
        "https://exemple.org/inscription", "https://exemple.org/salon", "en français et en anglais", "l’accueil",
        "Ajouter à mon agenda", f"/agenda/{evenement.slug}/evenement.ics", "Kiosque",
        "samedi 10 octobre 2026, 12 h à 15 h",
    ):  # fmt: skip
        assert morceau in html, morceau
    assert len(re.findall(r"<dd>non précisé</dd>", html)) == 6
    lu = donnees(html)
    assert lu["description"] == "Avec </script><b>pain</b>."
    assert lu["startDate"] == "2026-10-10T12:00:00-04:00"
    assert lu["eventStatus"] == "https://schema.org/EventScheduled"
    assert lu["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert lu["location"][0]["address"]["streetAddress"] == "1, rue A"
    assert lu["location"][1] == {"@type": "VirtualLocation", "url": "https://exemple.org/salon"}
    assert (lu["offers"]["price"], lu["offers"]["priceCurrency"]) == ("5.00", "CAD")
    assert lu["organizer"]["name"] == evenement.ressource.nom
    assert lu["inLanguage"] == ["fr", "en"]


@pytest.mark.parametrize("modalite", [Modalite.SUR_PLACE, Modalite.LES_DEUX])
def test_un_lieu_masque_ne_se_lit_nulle_part(client: Client, modalite: str) -> None:
    lieu, adresse = CACHE
    evenement = EvenementFactory.create(lieu=lieu, adresse=adresse, lieu_masque=True, modalite=modalite)
    EditionPageFactory.create(annee=2026)
    ici = f"/agenda/{evenement.slug}/"
    for page in ("/", "/agenda/", ici, f"{ici}evenement.ics", "/agenda/calendrier.ics", "/agenda/evenements.json",
                 "/agenda/integration/", "/journee/2026/"):  # fmt: skip
        html = lire(client, page)
        assert "Granby" in html, page
        assert not any(mots in html.replace("\r\n ", "").replace("\\", "") for mots in CACHE), page
    assert donnees(lire(client, ici))["location"][0] == {
        "@type": "Place",
        "name": "Granby",
        "address": {
            "@type": "PostalAddress", "addressLocality": "Granby", "addressRegion": "QC", "addressCountry": "CA",
        },
    }  # fmt: skip


def test_un_evenement_annule_ou_passe_le_dit(client: Client, settings: Settings) -> None:
    evenement = EvenementFactory.create()
    settings.AUJOURDHUI = "2026-10-20"
    html = lire(client, f"/agenda/{evenement.slug}/")
    assert "Cet événement est passé." in html
    assert "Ajouter à mon agenda" not in html
    annuler(evenement)
    html = lire(client, f"/agenda/{evenement.slug}/")
    assert "Cet événement est annulé." in html
    assert donnees(html)["eventStatus"] == "https://schema.org/EventCancelled"


def test_ce_qui_n_est_pas_public_n_existe_pas(client: Client) -> None:
    brouillon = EvenementFactory.create(live=False)
    retire = EvenementFactory.create()
    with ouvrir("essai"):
        retire.unpublish()
    for evenement in (brouillon, retire):
        for suite in ("", "evenement.ics"):
            lire(client, f"/agenda/{evenement.slug}/{suite}", 404)
        for page in ("/", "/agenda/", "/agenda/integration/", "/agenda/calendrier.ics", "/agenda/evenements.json"):
            assert evenement.slug not in lire(client, page)
    lire(client, "/agenda/rien-du-tout/", 404)


@pytest.mark.parametrize(
    ("cout", "gratuit", "offre"),
    [
        ("", "oui", "0"),
        ("5 $", "", "5.00"),
        ("7,50 $", "non", "7.50"),
        ("contribution libre", "", None),
        ("", "", None),
    ],
)
def test_seul_un_vrai_prix_est_une_offre(cout: str, gratuit: str, offre: str | None) -> None:
    evenement = EvenementFactory.create(cout=cout, gratuit=gratuit)
    lu = json.loads(Fiche(evenement).json_ld("https://exemple.org/agenda/x/", ""))
    assert lu.get("offers", {}).get("price") == offre


def test_la_liste_s_integre_ailleurs_et_rien_d_autre(client: Client) -> None:
    evenement = EvenementFactory.create(ressource=RessourceFactory.create(nom="L’Envol", forme_de="de L’Envol"))
    EvenementFactory.create(titre="Ailleurs")
    reponse = client.get("/agenda/integration/?ressource=l-envol")
    html = reponse.content.decode()
    assert titres(html) == [evenement.titre]
    assert "<h1>Événements de L’Envol</h1>" in html
    assert "<script" not in html
    assert "<nav" not in html
    assert all('target="_top"' in lien for lien in re.findall(r"<a [^>]+>", html))
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
    assert "X-Frame-Options" not in reponse
    assert "frame-ancestors *" in reponse["Content-Security-Policy"]
    assert "script-src 'none'" in reponse["Content-Security-Policy"]
    assert not reponse.cookies
    for fermee in ("/", "/agenda/", f"/agenda/{evenement.slug}/", "/agenda/calendrier.ics", "/agenda/evenements.json"):
        reponse = client.get(fermee)
        assert reponse["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in reponse["Content-Security-Policy"]


def test_une_liste_integree_vide_le_dit(client: Client) -> None:
    EvenementFactory.create()
    assert "Rien n’est annoncé pour le moment." in lire(client, "/agenda/integration/?ressource=inconnue")


def test_l_edition_montre_ses_evenements_et_son_ampleur(client: Client, settings: Settings) -> None:
    EditionPageFactory.create(annee=2026)
    EvenementFactory.create_batch(7)
    annuler(EvenementFactory.create(titre="Annulé"))
    html = lire(client, "/journee/2026/")
    assert len(titres(html)) == 5
    assert "La Journée se prépare dans sept lieux, dans une région." in html
    assert 'href="/agenda/?edition=2026"' in html
    settings.AUJOURDHUI = "2026-11-20"
    assert "La Journée s’est tenue dans sept lieux" in lire(client, "/journee/2026/")


def test_l_accueil_montre_les_prochains_evenements(client: Client) -> None:
    assert "Où aller bientôt" not in lire(client)
    EvenementFactory.create(titre="Soupe")
    EvenementFactory.create(titre="L’an passé", debut=MIDI.replace(year=2025))
    html = lire(client, "/")
    assert titres(html) == ["Soupe"]
    assert "Où aller bientôt" in html
    agenda = accueil().get_children().get(slug="agenda")
    with ouvrir("essai"):
        agenda.specific.unpublish()
    assert "Où aller bientôt" not in lire(client, "/")
