"""Where the words stand, in each language: their own page, the wall, the home page, quotations."""

import re

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from pages.blocs import CitationBlock, MurExtraitBlock
from temoignages.etats import Echelon
from temoignages.models import Temoignage
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import AmorceFactory, un_temoignage

from .monde import MOTS, WORDS, ecrire, lire, un_temoignage_traduit

pytestmark = pytest.mark.django_db

PIECE = "composants/piece.html"


def piece(langue: str, **contexte: object) -> str:
    """Return the card of the only testimony on a page in `langue`."""
    with translation.override(langue):
        temoignage = Temoignage.objects.publies().get()
        html = render_to_string(PIECE, {"temoignage": temoignage, "taille": "", "entiere": False, **contexte})
    return " ".join(html.split())


def test_la_page_anglaise_montre_la_traduction_et_ouvre_l_original() -> None:
    html = " ".join(lire(un_temoignage_traduit()).split())
    assert f"<blockquote><p>{WORDS}</p></blockquote>" in html
    assert '<details class="traduit">' in html
    assert f'<blockquote lang="fr-CA"><p>{MOTS}</p></blockquote>' in html


def test_la_page_anglaise_sans_traduction_dit_que_c_est_du_francais() -> None:
    temoignage = un_temoignage(MOTS)
    ecrire(temoignage)
    html = " ".join(lire(temoignage).split())
    assert f'<blockquote lang="fr-CA"><p>{MOTS}</p></blockquote>' in html
    assert WORDS not in html
    assert MOTS not in html.partition("</title>")[0]


def test_la_page_francaise_ne_change_pas() -> None:
    html = lire(un_temoignage_traduit(), "fr")
    assert "<blockquote><p>" in html
    assert 'lang="fr' not in html.partition("<main")[2]
    assert WORDS not in html


def test_une_carte_coupee_dit_qu_elle_est_traduite_sans_l_original() -> None:
    un_temoignage_traduit("Une phrase de plus, bien à moi. " * 20, "One more sentence, my own. " * 20)
    html = piece("en")
    assert '<p class="traduit">' in html
    assert "Une phrase de plus" not in html


def test_un_avertissement_cache_la_traduction_et_l_original() -> None:
    temoignage = un_temoignage_traduit()
    Temoignage.objects.filter(pk=temoignage.pk).update(avertissement="suicide")
    avant, ouvert = piece("en", entiere=True).split("</summary>", 1)
    assert WORDS not in avant
    assert MOTS not in avant
    dedans = ouvert.partition("<figcaption>")[0]
    assert WORDS in dedans
    assert MOTS in dedans


def test_le_debut_de_phrase_dit_sa_langue() -> None:
    amorce = AmorceFactory.create(texte="Autour de la table, je trouve…")
    un_temoignage(MOTS, amorce=amorce)
    assert '<p class="piece__amorce"><span lang="fr-CA">Autour de la table, je trouve…</span></p>' in piece("en")
    assert '<p class="piece__amorce">Autour de la table, je trouve…</p>' in piece("fr")
    amorce.texte_en = "Around the table, I find…"
    amorce.save()
    assert '<p class="piece__amorce">Around the table, I find…</p>' in piece("en")


def test_la_signature_en_anglais_garde_le_nom_de_la_ressource_en_francais() -> None:
    un_temoignage(MOTS)
    tisonnier = RessourceFactory.create(nom="Le Tisonnier", region="05")
    Temoignage.objects.update(echelon=Echelon.RESSOURCE, ressource=tisonnier, region="05")
    html = piece("en")
    assert 'A member of <span lang="fr-CA">Le Tisonnier</span>, an alternative resource in ' in html
    assert "·" not in html.partition("<figcaption>")[2]
    assert "Un·e" in piece("fr")


def test_une_citation_et_un_extrait_du_mur_montrent_la_traduction() -> None:
    temoignage = un_temoignage_traduit()
    for _rang in range(5):
        un_temoignage("le temps qu’il faut")
    with translation.override("en"):
        citation = CitationBlock().to_python({"temoignage": temoignage.pk})
        mots = CitationBlock().render(citation)
        extrait = MurExtraitBlock().to_python({"titre": "The wall", "nombre": 9})
        rang = MurExtraitBlock().render(extrait)
    for html in (mots, rang):
        assert WORDS in html
        assert f'<blockquote lang="fr-CA"><p>{MOTS}</p></blockquote>' in html
    assert re.search('<blockquote lang="fr-CA"><p>le temps qu’il faut', rang)


def test_lire_les_traductions_ne_coute_aucune_requete() -> None:
    for rang in range(4):
        un_temoignage_traduit(f"une chaise de plus, la {rang}e")

    def requetes(langue: str) -> int:
        with (
            translation.override(langue),
            CaptureQueriesContext(
                connection,
            ) as lues,
        ):
            assert all(temoignage.mots.texte for temoignage in Temoignage.objects.publies())
        return len(lues)

    assert requetes("fr") == requetes("en") == 1
