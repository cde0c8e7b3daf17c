"""`/paroles/<id>/`: the address of one testimony, for as long as its author allows."""

import datetime
import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from temoignages.etats import EtatTemoignage, Portee
from temoignages.models import Consentement, Temoignage
from tests.fabriques.temoignages import AmorceFactory, un_temoignage

from .envoi import MOTS, page

pytestmark = pytest.mark.django_db


def test_une_parole_publiee_se_lit() -> None:
    temoignage = un_temoignage(amorce=AmorceFactory.create(texte="Autour de la table, je trouve…"))
    reponse = Client().get(temoignage.url)
    assert reponse.status_code == 200
    source = page(reponse)
    assert MOTS in source
    assert "Autour de la table, je trouve…" in source
    assert "d’une ressource alternative du Québec" in source
    assert "sans nom, selon une procédure d’anonymisation" in source
    assert "noindex" not in source


def test_le_titre_de_la_page_dit_la_phrase_entiere() -> None:
    temoignage = un_temoignage("une chaise", amorce=AmorceFactory.create(texte="Autour de la table, je trouve…"))
    assert "<title>Autour de la table, je trouve une chaise ·" in page(Client().get(temoignage.url))


def test_le_balisage_d_un_texte_n_est_que_du_texte() -> None:
    source = Client().get(un_temoignage("du <script>alert(1)</script> & du <b>gras</b>").url).content.decode()
    assert "<script>alert" not in source
    assert "<b>gras" not in source
    assert "&lt;b&gt;gras" in source


@pytest.mark.parametrize(
    "identifiant", ["zzzzz", "a", "z" * 200, "DROP-TABLE", "2" * 9, "00000000-0000-0000-0000-000000000000"]
)
def test_un_identifiant_inconnu_repond_404(identifiant: str) -> None:
    reponse = Client().get(f"/paroles/{identifiant}/")
    assert reponse.status_code == 404
    assert "Ce fil ne mène nulle part" in reponse.content.decode()


@pytest.mark.parametrize("identifiant", ["a%00b", "a%20b", "%D7%A9", "..%2F..%2Fetc", "a'b"])
def test_un_identifiant_mal_forme_repond_404(identifiant: str) -> None:
    assert Client().get(f"/paroles/{identifiant}/").status_code == 404


def test_une_parole_retiree_repond_410_sans_un_mot() -> None:
    temoignage = un_temoignage()
    Temoignage.objects.update(etat=EtatTemoignage.RETIRE, texte="")
    reponse = Client().get(temoignage.url)
    assert reponse.status_code == 410
    assert "Cette parole n’est plus là" in page(reponse)
    assert MOTS not in page(reponse)


@pytest.mark.parametrize(
    "changement",
    [
        {"jusqu_au": datetime.date(2026, 11, 21)},
        {"retire_le": datetime.date(2026, 11, 20)},
        {"portee": Portee.IMPRIME},
        {"edition": 2019},
    ],
    ids=str,
)
def test_sans_consentement_valable_aujourd_hui_410(changement: dict[str, object]) -> None:
    temoignage = un_temoignage()
    Consentement.objects.update(**changement)
    reponse = Client().get(temoignage.url)
    assert reponse.status_code == 410
    assert MOTS not in page(reponse)


def test_le_dernier_jour_du_consentement_compte_encore() -> None:
    temoignage = un_temoignage()
    Consentement.objects.update(jusqu_au=datetime.date(2026, 11, 22))
    assert Client().get(temoignage.url).status_code == 200


def test_un_avertissement_cache_le_texte_jusque_dans_le_titre() -> None:
    temoignage = un_temoignage()
    Temoignage.objects.update(avertissement="contrainte")
    source = page(Client().get(temoignage.url))
    avant, apres = source.split("<details", 1)
    assert MOTS not in avant
    assert MOTS in apres
    assert "hospitalisation ou traitement forcés" in apres


def test_l_en_tete_seul_repond_comme_la_page() -> None:
    temoignage = un_temoignage()
    assert Client().head(temoignage.url).status_code == 200
    Temoignage.objects.update(etat=EtatTemoignage.RETIRE, texte="")
    assert Client().head(temoignage.url).status_code == 410


@pytest.mark.parametrize("methode", ["post", "put", "delete", "patch"])
def test_rien_ne_s_envoie_a_une_parole(methode: str) -> None:
    assert getattr(Client(), methode)(un_temoignage().url).status_code == 405


def test_la_page_ne_dit_rien_de_plus_que_le_texte_et_son_attribution() -> None:
    temoignage = un_temoignage()
    source = Client().get(temoignage.url).content.decode()
    assert temoignage.empreinte_code not in source
    assert temoignage.empreinte_code[:8] not in source


RECIT = "On m’a gardé une place.\nPrès du poêle.\n\nPersonne n’a rien demandé."
META = re.compile(r"<title>.*?</title>|<meta [^>]*>|<link [^>]*>", re.DOTALL)


def tete(source: str) -> str:
    """Return what is shared of a page: its title and its metadata."""
    return " ".join(META.findall(source))


def test_un_recit_garde_ses_paragraphes_et_ses_lignes_et_dit_sa_duree() -> None:
    source = Client().get(un_temoignage(RECIT).url).content.decode()
    assert "<p>On m’a gardé une place.<br>Près du poêle.</p>" in source
    assert "<p>Personne n’a rien demandé.</p>" in source
    assert "Une minute de lecture" in source
    assert "Lire la suite" not in source


def test_une_phrase_n_a_pas_de_duree() -> None:
    assert not re.search("minutes? de lecture", page(Client().get(un_temoignage().url)))


@pytest.mark.parametrize("texte", ["un perron où pleurer", "un perron où pleurer\n\n" * 40])
def test_rien_de_ce_qui_se_partage_ne_dit_un_mot_sous_avertissement(texte: str) -> None:
    temoignage = un_temoignage(texte)
    Temoignage.objects.update(avertissement="deuil")
    source = page(Client().get(temoignage.url))
    assert "perron" not in tete(source)
    assert "perron" not in source.split("<details", 1)[0]
    assert "nosnippet" in tete(source)
    assert "perron" in source


def test_ce_qui_se_partage_n_a_que_le_debut() -> None:
    texte = " ".join(f"mot{rang}" for rang in range(60))
    source = page(Client().get(un_temoignage(texte).url))
    assert "mot13" in tete(source)
    assert "mot14" not in tete(source)
    assert '<meta property="og:description" content="Une parole publiée sans nom' in source
    assert "mot" not in "".join(re.findall(r'property="og:title" content="([^"]*)"', source))  # this site alone
    assert "noarchive" in tete(source)


def test_une_parole_retiree_n_a_rien_a_partager() -> None:
    temoignage = un_temoignage()
    Temoignage.objects.update(etat=EtatTemoignage.RETIRE, texte="")
    source = page(Client().get(temoignage.url))
    assert "og:" not in source
    assert "noindex, noarchive" in source


def test_la_page_se_redemande_a_chaque_fois() -> None:
    temoignage = un_temoignage()
    assert Client().get(temoignage.url)["Cache-Control"] == "no-cache"
    Temoignage.objects.update(etat=EtatTemoignage.RETIRE, texte="")
    assert Client().get(temoignage.url)["Cache-Control"] == "no-cache"


def test_la_page_finit_par_une_main_tendue() -> None:
    temoignage = un_temoignage(RECIT)
    douce = un_temoignage("du café")
    Temoignage.objects.filter(pk=temoignage.pk).update(region="05", echelon="region", avertissement="deuil")
    source = page(Client().get(temoignage.url))
    fin = source.split('id="main-tendue-titre"')[1]
    assert 'href="tel:+18662773553"' in fin
    assert "Trouver une ressource en Estrie" in fin
    assert f'href="{douce.url}"' in fin
    assert "du café" in fin
    assert 'href="/temoigner/suivi/"' in fin
    assert 'href="/temoigner/"' in fin


def test_la_parole_plus_douce_est_courte_sans_avertissement_et_toujours_la_meme() -> None:
    lourdes = [un_temoignage(texte) for texte in ("une nuit sans fin", RECIT * 9)]
    Temoignage.objects.filter(pk=lourdes[0].pk).update(avertissement="suicide")
    assert [lourde.plus_douce() for lourde in lourdes] == [None, None]
    douces = [un_temoignage(texte) for texte in ("du café", "du thé", "une chaise")]
    for temoignage in (*lourdes, *douces):
        choisie = temoignage.plus_douce()
        assert choisie in douces
        assert choisie != temoignage
        assert choisie == temoignage.plus_douce()
    Temoignage.objects.filter(pk__in=[d.pk for d in douces]).update(etat=EtatTemoignage.RETIRE, texte="")
    assert lourdes[0].plus_douce() is None


def test_la_page_tient_en_sept_requetes(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    temoignage = un_temoignage(RECIT)
    for _ in range(5):
        un_temoignage("du café")
    Client().get(temoignage.url)
    with django_assert_max_num_queries(7):
        Client().get(temoignage.url)
