"""The page of results: what it shows, what it counts, what it keeps to itself."""

import logging
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.avertissements import AUCUN_AVERTISSEMENT
from pages.recherche.indexation import reconstruire
from temoignages.etats import Avertissement, Echelon
from tests.fabriques.balado import un_episode
from tests.fabriques.capsules import CapsulePageFactory, une_video
from tests.fabriques.pages import (
    ContenuPageFactory,
    MurPageFactory,
    corps,
    des_temoignages,
    publier,
    un_temoignage_publie,
)
from tests.fabriques.reseau import RessourceFactory

from .monde import batir

pytestmark = pytest.mark.django_db
BUDGET = 20


def lue(client: Client, requete: str) -> str:
    reponse = client.get(f"/recherche/?{requete}")
    assert reponse.status_code == 200
    return reponse.content.decode()


def test_la_page_vide_offre_un_champ_et_se_cache_des_moteurs(client: Client) -> None:
    reponse = client.get("/recherche/")
    page = reponse.content.decode()

    assert reponse["Cache-Control"] == "no-store"
    assert not reponse.cookies
    assert '<meta name="robots" content="noindex">' in page
    assert 'role="search"' in page
    assert 'id="resultats"' not in page
    assert client.post("/recherche/", {"q": "table"}).status_code == 405


def test_les_mots_trouves_sont_marques_et_le_reste_est_echappe(client: Client) -> None:
    page = ContenuPageFactory.create(
        title="Un <b>titre</b>", corps=corps(("texte", "<p>L’entraide, 3 &lt; 4 &amp; plus.</p>")), live=False
    )
    publier(page)

    recu = lue(client, "q=entraide")

    assert "L’<mark>entraide</mark>, 3 &lt; 4 &amp; plus." in recu
    assert "Un &lt;b&gt;titre&lt;/b&gt;" in recu
    assert "&lt;script&gt;" in lue(client, "q=<script>alert(1)</script>")


def test_une_faute_se_corrige_et_se_dit(client: Client) -> None:
    batir()

    recu = lue(client, "q=entriade")

    assert "Vouliez-vous dire" in recu
    assert re.search(r'href="/recherche/\?q=s?\W*entraide"', recu)
    assert "L’<mark>entraide</mark> entre pairs" in recu


def test_des_mots_qui_ne_vont_pas_ensemble_donnent_ce_qui_en_a_un(client: Client) -> None:
    batir()

    assert "Rien ne contient tous ces mots" in lue(client, "q=logement+causerie")
    assert "Nous n’avons rien trouvé" in lue(client, "q=xyzzyx")


def test_un_mot_que_seule_une_chose_cachee_tient_n_est_jamais_dit(client: Client) -> None:
    batir()
    cachee = publier(ContenuPageFactory.create(title="Une perceneige", live=False))
    assert "Vouliez-vous dire" in lue(client, "q=prceneige")
    cachee.view_restrictions.create(restriction_type="login")

    recu = lue(client, "q=prceneige+logement")

    assert "Rien ne contient tous ces mots" in recu
    assert "Vouliez-vous dire" not in recu
    assert "perceneige" not in recu


@pytest.mark.parametrize("mots", ["je veux mourir", "suicide", "SUICIDAIRE", "crise", "kill myself"])
def test_la_detresse_fait_passer_les_lignes_d_abord(client: Client, mots: str) -> None:
    recu = lue(client, f"q={mots}")

    assert recu.index("Besoin de parler maintenant?") < recu.index("<h1>")
    assert "Besoin de parler maintenant?" not in lue(client, "q=logement")


def test_rien_de_ce_qui_est_cherche_n_est_ecrit(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    reponse = client.get("/recherche/?q=perceneige")

    assert "perceneige" not in "".join(record.getMessage() for record in caplog.records if "db" not in record.name)
    requete = reponse.wsgi_request
    assert "perceneige" not in str(requete.META) + str(requete.GET)
    assert not requete.session.session_key if hasattr(requete, "session") else True


def test_un_texte_sous_avertissement_n_est_pas_montre_d_avance(client: Client) -> None:
    un_temoignage_publie("une perceneige et la nuit", avertissement=Avertissement.DEUIL)
    reconstruire()

    recu = lue(client, "q=perceneige")

    assert "Ce texte parle de : deuil." in recu
    assert "et la nuit" not in recu


@pytest.mark.parametrize("genre", ["capsule", "episode"])
@pytest.mark.parametrize("avertissement", [Avertissement.DEUIL, AUCUN_AVERTISSEMENT])
def test_une_page_sous_avertissement_ne_montre_pas_ses_mots_d_avance(
    client: Client, genre: str, avertissement: str
) -> None:
    mots = {"chapeau": "Une perceneige et la nuit.", "avertissement": avertissement}
    if genre == "capsule":
        CapsulePageFactory.create(enregistrement=une_video(), **mots)
    else:
        publier(un_episode(**mots))
    reconstruire()

    recu = lue(client, "q=perceneige")

    assert "1 résultat" in recu
    est_averti = avertissement == Avertissement.DEUIL
    assert ("Ce texte parle de : deuil." in recu) is est_averti
    assert ("et la nuit" not in recu) is est_averti
    assert "rien qui demande" not in recu


def test_une_region_ne_dit_jamais_moins_de_cinq_temoignages(client: Client) -> None:
    MurPageFactory.create()
    des_temoignages(6, "une perceneige", region="05", echelon=Echelon.REGION)
    des_temoignages(6, "une perceneige", region="04", echelon=Echelon.REGION)
    des_temoignages(4, "une perceneige", region="06", echelon=Echelon.REGION)
    reconstruire()

    recu = lue(client, "q=perceneige")

    assert "16 résultats" in recu
    # The four would be told by what is left: another region is withheld with them.
    assert len(re.findall(r"region=\d\d", recu)) == 1
    assert "region=06" not in recu
    assert "Aucun résultat" in lue(client, "q=perceneige&region=06")
    assert "Aucun résultat" in lue(client, "q=perceneige&region=06&sorte=parole")


def test_les_facettes_comptent_et_se_retirent(client: Client) -> None:
    batir()
    RessourceFactory.create(nom="La Passerelle du rétablissement", region="16")
    reconstruire()

    recu = lue(client, "q=rétablissement")
    assert "2 résultats" in recu
    assert "sorte=ressource" in recu
    assert "region=05" in recu

    recu = lue(client, "q=rétablissement&sorte=ressource")
    assert "1 résultat" in recu
    assert "Passerelle" in recu
    assert "Café-causerie" not in recu
    assert 'name="sorte" value="ressource"' in recu


def test_vingt_par_page(client: Client) -> None:
    for rang in range(23):
        RessourceFactory.create(nom=f"La Perceneige {rang}")
    batir()

    assert lue(client, "q=perceneige").count("<h3>") == 20
    recu = lue(client, "q=perceneige&page=2")
    assert recu.count("<h3>") == 3
    assert '<ol class="resultats" start="21">' in recu


@pytest.mark.parametrize("mots", ["perceneige", "prceneige", "perceneige absente"])
def test_le_nombre_de_requetes_ne_depend_pas_des_resultats(client: Client, mots: str) -> None:
    batir()
    comptes = []
    for nombre in (2, 15):
        for rang in range(nombre):
            RessourceFactory.create(nom=f"La Perceneige {nombre} {rang}")
            publier(ContenuPageFactory.create(title=f"Une perceneige {nombre} {rang}", live=False))
        des_temoignages(nombre, "une perceneige")
        reconstruire()
        client.get(f"/recherche/?q={mots}")
        with CaptureQueriesContext(connection) as requetes:
            client.get(f"/recherche/?q={mots}")
        comptes.append(len(requetes))
    assert comptes[1] <= comptes[0] <= BUDGET


def test_le_menu_mene_a_la_recherche(client: Client) -> None:
    batir()

    assert '<a href="/recherche/">Recherche</a>' in client.get("/").content.decode()
    assert '<a href="/recherche/" aria-current="page">Recherche</a>' in client.get("/recherche/").content.decode()
