"""The library in English: the same tools, each by its twin when that one is public, said to be in French otherwise."""

import re
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.boite.choix import choix_de
from pages.boite.indexation import reconstruire
from pages.boite.selection import Selection
from pages.models import EnsembleOutils, OutilPage
from pages.publication.porte import ouvrir
from tests.fabriques.outils import un_fichier, un_outil, une_feuille, une_trousse
from tests.fabriques.pages import publier
from tests.pages.test_langues import traduite

pytestmark = pytest.mark.django_db
ANGLAISE = "/en/toolkit/"


def traduit(page: Any, titre: str, **champs: Any) -> Any:
    """Return the public English twin of a page, indexed."""
    jumelle = traduite(page, titre, publique=False)
    for nom, valeur in champs.items():
        setattr(jumelle, nom, valeur)
    return publier(jumelle)


def titres(client: Client, adresse: str = ANGLAISE) -> list[str]:
    html = client.get(adresse).content.decode()
    return re.findall(r"<h3>(<a [^>]*>[^<]*)</a></h3>", html)


def total(requete: str) -> int:
    return Selection(choix_de(QueryDict(requete))).total


def test_les_deux_boites_montrent_les_memes_outils(client: Client, boite_bilingue: Any) -> None:
    guide, _quiz = un_outil("Le guide", resume="Une forêt."), un_outil("Le quiz")
    traduit(guide, "The guide", resume="A forest.")

    assert titres(client) == [
        '<a href="/boite-a-outils/outil-1/" hreflang="fr-CA" lang="fr-CA">Le quiz',
        '<a href="/en/toolkit/the-guide/">The guide',
    ]
    assert "A forest." in client.get(ANGLAISE).content.decode()
    assert titres(client, "/boite-a-outils/") == [
        '<a href="/boite-a-outils/outil-1/">Le quiz',
        '<a href="/boite-a-outils/outil-0/">Le guide',
    ]


def test_un_outil_compte_une_fois_et_se_trouve_dans_ses_deux_langues(boite_bilingue: Any) -> None:
    guide = un_outil("Le guide", un_fichier("Brochure", document=une_feuille()), resume="Une forêt.", genre="guide")
    jumelle = traduit(guide, "The guide", resume="A forest.")

    for requete in ("", "genre=guide", "q=foret", "q=forests", "q=forest foret"):
        assert total(requete) == 1, requete
    with ouvrir("essai"):
        jumelle.unpublish()
    assert (total("q=forest"), total("q=foret"), total("")) == (0, 1, 1)
    assert not EnsembleOutils.objects.filter(valeur="forest").exists()


def test_un_outil_francais_retire_ne_reste_pas_par_sa_jumelle(client: Client, boite_bilingue: Any) -> None:
    guide = un_outil("Le guide")
    traduit(guide, "The guide")
    with ouvrir("essai"):
        OutilPage.objects.get(pk=guide.pk).unpublish()
    assert total("") == 0
    assert titres(client) == []


def test_une_jumelle_supprimee_n_emporte_que_ses_mots(boite_bilingue: Any) -> None:
    guide = un_outil("Le guide")
    traduit(guide, "The forest guide").delete()
    assert (total("q=forest"), total("q=guide")) == (0, 1)


def test_une_jumelle_en_brouillon_ne_se_voit_pas(client: Client, boite_bilingue: Any) -> None:
    traduite(un_outil("Le guide"), "The forest guide", publique=False).save_revision()
    assert titres(client) == ['<a href="/boite-a-outils/outil-0/" hreflang="fr-CA" lang="fr-CA">Le guide']
    assert total("q=forest") == 0


def test_chaque_langue_a_l_ordre_de_ses_titres(client: Client, boite_bilingue: Any) -> None:
    un_outil("Milieu")
    traduit(un_outil("Zeste"), "Abacus")
    assert [lien.rpartition(">")[2] for lien in titres(client, f"{ANGLAISE}?tri=titre")] == ["Abacus", "Milieu"]
    assert [lien.rpartition(">")[2] for lien in titres(client, "/boite-a-outils/?tri=titre")] == ["Milieu", "Zeste"]


def test_reconstruire_redonne_le_meme_index(client: Client, boite_bilingue: Any) -> None:
    un_outil("Milieu")
    traduit(un_outil("Zeste"), "Abacus")

    def ensembles() -> list[tuple[str, str, bytes]]:
        return sorted((e.axe, e.valeur, bytes(e.bits)) for e in EnsembleOutils.objects.exclude(axe="verrou"))

    avant, vus = ensembles(), titres(client)
    assert reconstruire() == 2
    assert (ensembles(), titres(client)) == (avant, vus)


def test_une_requete_de_plus_en_anglais_quel_que_soit_le_nombre(client: Client, boite_bilingue: Any) -> None:
    def compter(adresse: str) -> tuple[int, int]:
        client.get(adresse)
        with CaptureQueriesContext(connection) as requetes:
            client.get(adresse)
        return len(requetes), sum("pages_outilpage" in requete["sql"] for requete in requetes)

    comptes = []
    for tour in range(2):
        traduit(un_outil("Le guide"), f"The guide {tour}")
        un_outil("Le quiz")
        comptes.append((compter("/boite-a-outils/?genre=brochure"), compter(f"{ANGLAISE}?genre=brochure")))
    assert comptes[0] == comptes[1]
    (_francaises, d_outils), (_anglaises, d_outils_anglais) = comptes[0]
    assert d_outils_anglais == d_outils + 1  # their twins


def test_une_trousse_anglaise_mene_aux_outils_traduits(client: Client, boite_bilingue: Any) -> None:
    guide, quiz = un_outil("Le guide"), un_outil("Le quiz")
    jumelle = traduit(guide, "The guide")
    trousse = une_trousse("Pour commencer", quiz, guide)
    assert '<a href="/boite-a-outils/trousse-0/" hreflang="fr-CA" lang="fr-CA">Pour commencer' in titres(client)

    anglaise = traduit(trousse, "To begin")

    assert '<a href="/en/toolkit/to-begin/">To begin' in titres(client)
    assert titres(client, anglaise.url) == [
        '<a href="/boite-a-outils/outil-1/" hreflang="fr-CA" lang="fr-CA">Le quiz',
        '<a href="/en/toolkit/the-guide/">The guide',
    ]
    assert '<a href="/en/toolkit/to-begin/">To begin' in titres(client, jumelle.url)
    assert '<a href="/boite-a-outils/trousse-0/">Pour commencer' in titres(client, guide.url)


def test_la_version_facile_est_celle_de_la_langue(client: Client, boite_bilingue: Any) -> None:
    simple = un_outil("En mots simples", niveau="facile")
    guide = un_outil("Le guide", version_simple=simple)
    anglais = traduit(guide, "The guide")
    assert f'<a href="{simple.url}" hreflang="fr-CA">' in client.get(anglais.url).content.decode()

    anglais_simple = traduit(simple, "In plain words")

    assert f'<a href="{anglais_simple.url}">' in client.get(anglais.url).content.decode()
    assert f'<a href="{anglais.url}">' in client.get(anglais_simple.url).content.decode()
    assert f'<a href="{guide.url}">' in client.get(simple.url).content.decode()
