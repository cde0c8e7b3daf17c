"""From either language: what is shown, in whose words, said so."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from pages.recherche.indexation import oublier_l_invisible, reconstruire
from pages.recherche.modeles import EntreeRecherche, MotRecherche
from tests.fabriques.capsules import CapsulePageFactory, une_video
from tests.fabriques.pages import ContenuPageFactory, accueil, corps, publier, un_temoignage_publie
from tests.fabriques.pistes import une_piste
from tests.fabriques.reseau import RessourceFactory
from tests.pages.test_langues import traduite

from .monde import batir_en_anglais, premiers, une_traduction

pytestmark = pytest.mark.django_db
RARE, RARE_ANGLAIS = "perceneige", "snowdrop"


def une_page(mots: str = RARE, titre: str = "Au jardin") -> object:
    page = ContenuPageFactory.create(title=titre, corps=corps(("texte", f"<p>{mots}</p>")), live=False)
    return publier(page)


def lue(client: Client, requete: str, langue: str = "en") -> str:
    reponse = client.get(f"{'/en' if langue == 'en' else ''}/recherche/?q={requete}")
    assert reponse.status_code == 200
    return reponse.content.decode()


def liens(page: str) -> list[str]:
    return re.findall(r"<h3><a ([^>]*)>", page)


@pytest.fixture
def jumelees() -> tuple[object, object]:
    """Return a French page and its English twin, both public; the word of the first is in both."""
    page = une_page()
    publier(traduite(accueil(), "Home"))
    jumelle = traduite(page, "In the garden", publique=False)
    jumelle.corps = corps(("texte", f"<p>A {RARE_ANGLAIS}, or {RARE}.</p>"))
    return page, publier(jumelle)


@pytest.mark.parametrize(("langue", "adresse"), [("fr", "/au-jardin/"), ("en", "/en/in-the-garden/")])
def test_chacun_trouve_la_page_de_sa_langue(client: Client, jumelees: object, langue: str, adresse: str) -> None:
    assert liens(lue(client, RARE, langue)) == [f'href="{adresse}"']


def test_sans_jumelle_publique_la_page_francaise_se_trouve_et_dit_sa_langue(client: Client) -> None:
    page = une_page()
    publier(traduite(accueil(), "Home"))
    traduite(page, "In the garden", publique=False)

    recu = lue(client, RARE)

    assert liens(recu) == ['href="/au-jardin/" hreflang="fr-CA" lang="fr-CA"']
    assert f'<p lang="fr-CA"><mark>{RARE}</mark></p>' in recu
    assert "lang=" not in liens(lue(client, RARE, "fr"))[0]


def test_une_jumelle_retiree_rend_la_page_francaise(client: Client, jumelees: tuple[object, object]) -> None:
    jumelees[1].unpublish()  # type: ignore[attr-defined]  # a page

    assert liens(lue(client, RARE)) == ['href="/au-jardin/" hreflang="fr-CA" lang="fr-CA"']
    assert not MotRecherche.objects.filter(pk=RARE_ANGLAIS).exists()


def test_une_jumelle_reservee_ne_cache_pas_la_page_francaise(client: Client, jumelees: tuple[object, object]) -> None:
    jumelees[1].view_restrictions.create(restriction_type="login")  # type: ignore[attr-defined]  # a page

    assert liens(lue(client, RARE)) == ['href="/au-jardin/" hreflang="fr-CA" lang="fr-CA"']


def test_sans_accueil_anglais_rien_d_anglais_ne_repond(client: Client) -> None:
    page = une_page()
    maison = traduite(accueil(), "Home", publique=False)
    publier(traduite(page, "In the garden", publique=False))
    assert liens(lue(client, "garden")) == []
    assert liens(lue(client, RARE)) == ['href="/au-jardin/" hreflang="fr-CA" lang="fr-CA"']

    maison = publier(maison)
    assert liens(lue(client, "garden")) == ['href="/en/in-the-garden/"']

    maison.unpublish()
    assert liens(lue(client, "garden")) == []
    assert oublier_l_invisible() == 1  # the home page itself left as it was taken down


def test_le_menage_garde_ce_que_l_une_ou_l_autre_langue_montre(jumelees: object) -> None:
    assert oublier_l_invisible() == 0


def test_une_parole_se_trouve_dans_les_deux_langues_et_se_lit_dans_la_sienne(client: Client) -> None:
    parole = un_temoignage_publie(f"une {RARE} au bord du rang")
    une_traduction(parole, f"a {RARE_ANGLAIS} by the road")
    seule = un_temoignage_publie(f"ma {RARE} toute seule")
    reconstruire()

    recu = lue(client, RARE_ANGLAIS)
    assert f"<p>a <mark>{RARE_ANGLAIS}</mark> by the road</p>" in recu
    recu = lue(client, RARE)
    assert f'<p lang="fr-CA">ma <mark>{RARE}</mark> toute seule</p>' in recu
    assert f"/{seule.pk}/" in recu
    assert f"/{parole.pk}/" in recu
    assert f"une <mark>{RARE}</mark> au bord du rang" in lue(client, RARE, "fr")


def test_une_traduction_proposee_ne_se_trouve_pas(client: Client) -> None:
    parole = un_temoignage_publie(f"une {RARE} au bord du rang")
    traduction = une_traduction(parole, f"a {RARE_ANGLAIS} by the road")
    traduction.etat, traduction.approuvee_par, traduction.approuvee_le = "proposee", None, None
    traduction.save()
    reconstruire()

    assert liens(lue(client, RARE_ANGLAIS)) == []
    assert not MotRecherche.objects.filter(pk=RARE_ANGLAIS).exists()


def test_l_index_ne_depend_pas_de_la_langue_de_qui_publie() -> None:
    RessourceFactory.create(nom="La Passerelle")
    reconstruire()
    champs = ("source", "cle", "titre", "corps", "texte", "mots")
    avant = list(EntreeRecherche.objects.order_by("source", "cle").values_list(*champs))
    with override("en"):
        reconstruire()

    assert list(EntreeRecherche.objects.order_by("source", "cle").values_list(*champs)) == avant


def test_une_transcription_se_trouve_et_ne_se_montre_que_dans_la_langue_de_sa_page(client: Client) -> None:
    publier(traduite(accueil(), "Home"))
    video = une_video(vtt=f"WEBVTT\n\n00:01.000 --> 00:05.000\nUne {RARE} au matin.\n")
    une_piste(video, f"WEBVTT\n\n00:01.000 --> 00:05.000\nA {RARE_ANGLAIS} in the morning.\n", langue="en")
    CapsulePageFactory.create(enregistrement=video)
    reconstruire()

    for langue, lang in (("fr", ""), ("en", ' lang="fr-CA"')):
        assert f"<p{lang}>Une visite" in lue(client, RARE_ANGLAIS, langue)
        assert "in the morning" not in lue(client, RARE_ANGLAIS, langue)
        assert f"<mark>{RARE}</mark> au matin" in lue(client, RARE, langue)


def test_les_facettes_comptent_ce_qui_est_montre(client: Client, jumelees: object) -> None:
    RessourceFactory.create(nom=f"La {RARE}")
    reconstruire()
    for langue in ("fr", "en"):
        recu = lue(client, RARE, langue)
        comptes = [int(nombre) for nombre in re.findall(r'aria-hidden="true">(\d+)<', recu)]
        assert len(liens(recu)) == 1
        assert set(comptes) <= {1}


def test_le_nombre_de_requetes_ne_depend_pas_des_jumelles(client: Client) -> None:
    batir_en_anglais()
    comptes = []
    for nombre in (2, 12):
        for rang in range(nombre):
            page = une_page(titre=f"Une {RARE} {nombre} {rang}")
            publier(traduite(page, f"A {RARE} {nombre} {rang}", publique=False))
        client.get(f"/en/recherche/?q={RARE}")
        with CaptureQueriesContext(connection) as requetes:
            client.get(f"/en/recherche/?q={RARE}")
        comptes.append(len(requetes))
    assert comptes[1] <= comptes[0] <= 21


def test_ce_qui_est_dans_la_langue_du_lecteur_vient_d_abord() -> None:
    noms = batir_en_anglais()
    une_page("On y parle de Peer support, peer support, peer support.", titre="Peer support")

    with override("en"):
        assert premiers("peer support", 1) == [noms["entraide"]]
