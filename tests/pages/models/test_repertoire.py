"""The directory: lists and filters without a script, a page for each resource that says no more than it may."""

import json
import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pages.models import RepertoirePage
from pages.repertoire import PAR_PAGE, PAROLES_MONTREES, Demande
from reseau.horloge import maintenant
from reseau.models import AliasRessource, AncienneAdresse
from temoignages.etats import Echelon
from temoignages.models import Depot
from tests.fabriques.evenements import MIDI, EvenementFactory
from tests.fabriques.pages import PublieeFactory, accueil, des_temoignages, retirer_temoignage
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import un_temoignage

from .mur import pieces

pytestmark = pytest.mark.django_db
ADRESSE = "/repertoire/"
PAROLE = "quelqu’un garde la bouilloire chaude"


@pytest.fixture(autouse=True)
def repertoire() -> RepertoirePage:
    return RepertoirePageFactory.create()


class RepertoirePageFactory(PublieeFactory):
    class Meta:
        model = RepertoirePage

    title = "Répertoire"
    slug = "repertoire"
    parent = None

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        return super()._create(model_class, *args, **(kwargs | {"parent": accueil()}))


def lire(client: Client, adresse: str = ADRESSE, statut: int = 200) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == statut
    return reponse.content.decode()


def noms(html: str) -> list[str]:
    return re.findall(r'class="repertoire-rang">\s*<a href="[^"]+">([^<]+)</a>', html)


def quatre_ressources() -> None:
    RessourceFactory.create(nom="L’Étoile", region="05", genre="entraide", municipalite="Magog")
    RessourceFactory.create(nom="Le Phare", region="13", genre="crise", municipalite="Saint-Épiphane")
    ressource = RessourceFactory.create(nom="La Halte", region="05", genre="crise", municipalite="Coaticook")
    AliasRessource.objects.create(ressource=ressource, nom="CHX")
    RessourceFactory.create(nom="L’Ancienne", region="05", active=False)


@pytest.mark.parametrize(
    ("requete", "attendus", "resume"),
    [
        ("", ["L’Étoile", "La Halte", "Le Phare"], "3 ressources dans 2 régions"),
        ("?region=05", ["L’Étoile", "La Halte"], "2 ressources en Estrie"),
        ("?genre=crise", ["La Halte", "Le Phare"], "2 ressources dans 2 régions"),
        ("?region=05&genre=crise", ["La Halte"], "1 ressource en Estrie"),
        ("?texte=etoile", ["L’Étoile"], "1 ressource dans 1 région"),
        ("?texte=chx", ["La Halte"], "1 ressource dans 1 région"),
        ("?texte=coaticook", ["La Halte"], "1 ressource dans 1 région"),
        ("?texte=st+epiphane", ["Le Phare"], "1 ressource dans 1 région"),
        ("?texte=ancienne", [], "aucune ressource"),
        ("?texte=%27%00%3Cb%3E", [], "aucune ressource"),
        ("?region=99&genre=x&page=lune", ["L’Étoile", "La Halte", "Le Phare"], "3 ressources"),
        ("?region=01", [], "aucune ressource au Bas-Saint-Laurent"),
    ],
)
def test_la_liste_se_filtre_sans_script(client: Client, requete: str, attendus: list[str], resume: str) -> None:
    quatre_ressources()
    html = lire(client, ADRESSE + requete)
    assert sorted(noms(html)) == sorted(attendus)
    assert resume in html.replace("\u00a0", " ")


def test_la_carte_dit_les_comptes_et_garde_les_autres_choix(client: Client) -> None:
    quatre_ressources()
    html = lire(client, ADRESSE + "?genre=crise&region=13")
    assert 'aria-label="Estrie, 1 ressource"' in html
    assert 'href="?region=05&amp;genre=crise"' in html
    assert html.count('aria-current="true"') == 2
    assert '<meta name="robots" content="noindex">' in html
    assert 'rel="canonical"' in lire(client)


def test_une_page_de_la_liste_garde_ce_qui_est_demande(client: Client) -> None:
    RessourceFactory.create_batch(PAR_PAGE + 1, region="05")
    html = lire(client, ADRESSE + "?region=05")
    assert len(noms(html)) == PAR_PAGE
    assert 'href="?region=05&amp;page=2"' in html
    assert len(noms(lire(client, ADRESSE + "?region=05&page=2"))) == 1


def test_une_demande_trop_longue_est_coupee() -> None:
    assert len(Demande.de({"texte": "a" * 5000}).texte) == 80


def test_la_fiche_dit_ce_qui_est_public_en_bon_francais(client: Client) -> None:
    RessourceFactory.create(
        nom="L’Étoile", region="16", genre="entraide", municipalite="Chambly", description="Une maison <ouverte>.",
        courriel_public="info@exemple.org", telephone_public="450 555-0100, poste 21", adresse="1, rue A",
        site_web="https://exemple.org",
    )  # fmt: skip
    html = lire(client, "/repertoire/l-etoile/")
    assert "Groupe d’entraide, en Montérégie" in html
    for morceau in (
        "tel:+14505550100;ext=21", "mailto:info@exemple.org", 'rel="external noopener"', "Une maison &lt;ouverte&gt;",
        "1, rue A", "Chambly",
    ):  # fmt: skip
        assert morceau in html
    blocs = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    (ld,) = (bloc for bloc in blocs if "@type" in json.loads(bloc))
    dit = json.loads(ld)
    assert (dit["@type"], dit["name"]) == ("Organization", "L’Étoile")
    assert dit["address"]["streetAddress"] == "1, rue A"
    assert "<" not in ld


def test_une_ressource_au_lieu_masque_ne_donne_que_sa_municipalite(client: Client) -> None:
    RessourceFactory.create(nom="Le Nid", municipalite="Magog", lieu_masque=True)
    html = lire(client, "/repertoire/le-nid/")
    assert "Magog" in html
    assert "ne donne que sa municipalité" in html
    assert "streetAddress" not in html


def test_ce_qui_n_est_pas_public_n_est_jamais_dit(client: Client) -> None:
    personne = CompteFactory.create(first_name="Perce", last_name="Neige", email="perce.neige@exemple.org")
    ressource = RessourceFactory.create(nom="Le Nid", tranche_membres="moins_de_20")
    ressource.contacts.add(personne)
    html = lire(client, "/repertoire/le-nid/")
    for mot in ("Perce", "Neige", "perce.neige", "moins de 20"):
        assert mot not in html


def test_une_ressource_qui_n_est_plus_membre_le_dit_et_disparait_de_la_liste(client: Client) -> None:
    RessourceFactory.create(nom="L’Ancienne", active=False, telephone_public="450 555-0100")
    html = lire(client, "/repertoire/l-ancienne/", 410)
    assert "n’est plus membre" in html
    assert "450 555-0100" not in html
    assert noms(lire(client)) == []


def test_une_ancienne_adresse_mene_a_la_fiche_gardee(client: Client) -> None:
    ressource = RessourceFactory.create(nom="Le Phare")
    AncienneAdresse.objects.create(ressource=ressource, slug="la-lanterne")
    reponse = client.get("/repertoire/la-lanterne/")
    assert (reponse.status_code, reponse["Location"]) == (301, "/repertoire/le-phare/")
    lire(client, "/repertoire/jamais-vue/", 404)


def test_les_textes_qui_la_nomment_sont_la_des_qu_ils_sont_cinq(client: Client) -> None:
    ressource = RessourceFactory.create(nom="Le Phare")
    des_temoignages(4, PAROLE, echelon=Echelon.RESSOURCE, ressource=ressource, region="05")
    assert PAROLE not in lire(client, "/repertoire/le-phare/")
    des_temoignages(8, PAROLE, echelon=Echelon.RESSOURCE, ressource=ressource, region="05")
    assert pieces(lire(client, "/repertoire/le-phare/")) == PAROLES_MONTREES


def test_un_retrait_qui_ramene_sous_cinq_les_cache_tous(client: Client) -> None:
    ressource = RessourceFactory.create(nom="Le Phare")
    paroles = des_temoignages(5, PAROLE, echelon=Echelon.RESSOURCE, ressource=ressource, region="05")
    assert PAROLE in lire(client, "/repertoire/le-phare/")
    retirer_temoignage(paroles[0])
    assert PAROLE not in lire(client, "/repertoire/le-phare/")


def test_un_texte_plus_vague_qui_vient_d_elle_n_y_est_jamais(client: Client) -> None:
    """The heart of it: listed here, a text « de l’Estrie » or « du Québec » would say where it came from."""
    ressource = RessourceFactory.create(nom="Le Phare", region="05")
    for _rang in range(6):
        un_temoignage(PAROLE, ressource=ressource, attribution=Echelon.RESSOURCE)
    assert Depot.objects.filter(ressource=ressource).count() == 6
    des_temoignages(6, PAROLE, echelon=Echelon.REGION, region="05")
    des_temoignages(
        6, "la parole d’une autre", echelon=Echelon.RESSOURCE, ressource=RessourceFactory.create(), region="05"
    )
    html = lire(client, "/repertoire/le-phare/")
    assert PAROLE not in html
    assert "la parole d’une autre" not in html


def test_ses_evenements_a_venir_sont_la_sans_leur_adresse(client: Client) -> None:
    ressource = RessourceFactory.create(nom="Le Phare")
    bientot = MIDI.replace(year=maintenant().year + 1)
    EvenementFactory.create(ressource=ressource, titre="Café du matin", debut=bientot, adresse="1, rue A")
    EvenementFactory.create(ressource=ressource, titre="Fête passée", debut=MIDI.replace(year=2020))
    EvenementFactory.create(ressource=ressource, titre="Une ébauche", debut=bientot, live=False)
    EvenementFactory.create(titre="Chez une autre", debut=bientot)
    html = lire(client, "/repertoire/le-phare/")
    assert "Café du matin" in html
    for absent in ("1, rue A", "Fête passée", "Une ébauche", "Chez une autre"):
        assert absent not in html


@pytest.mark.parametrize("adresse", [ADRESSE, ADRESSE + "?genre=autre&texte=passerelle", "/repertoire/le-phare/"])
def test_les_requetes_ne_croissent_pas(
    client: Client, adresse: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ressource = RessourceFactory.create(nom="Le Phare")
    comptes = []
    for nombre in (5, 60):
        for rang in range(nombre):
            RessourceFactory.create(region=f"{rang % 17 + 1:02}")
            AliasRessource.objects.create(ressource=ressource, nom=f"Autre nom {nombre} {rang}")
        des_temoignages(nombre, PAROLE, echelon=Echelon.RESSOURCE, ressource=ressource, region="05")
        client.get(adresse)
        cache.clear()
        with django_assert_max_num_queries(25) as requetes:
            client.get(adresse)
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
