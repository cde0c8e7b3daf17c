"""Counts and lists of the library, against what Python counts tool by tool."""

import random
from itertools import pairwise
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from pages.boite.choix import Choix, choix_de
from pages.boite.etats import AXES, Bande, GenreOutil, Lecture, PublicVise, Tri
from pages.boite.indexation import reconstruire
from pages.boite.liste import Liste
from pages.boite.marques import marques_de
from pages.boite.selection import Selection
from pages.models import EnsembleOutils, FicheOutil, OutilPage
from pages.publication.porte import ouvrir
from tests.fabriques.outils import la_boite, un_fichier, un_outil, une_feuille
from tests.fabriques.pages import publier, un_theme

pytestmark = pytest.mark.django_db
DUREES = (None, 10, 45, 120, 400)
Marques = dict[int, set[tuple[str, str]]]


def une_collection(nombre: int) -> None:
    """Fill the library with tools drawn at random."""
    hasard = random.Random(7)  # noqa: S311 - a drawing that can be made again
    themes = [un_theme(nom) for nom in ("l’entraide", "le logement", "l’accueil")]
    document = une_feuille(langue="en")
    for rang in range(nombre):
        fichier = un_fichier(document=document) if hasard.random() < 0.3 else un_fichier()
        fichier.est_accessible = hasard.random() < 0.5
        un_outil(
            f"Outil {hasard.choice('éabc')} {rang}",
            fichier,
            genre=hasard.choice(GenreOutil.values),
            publics=hasard.sample(PublicVise.values, hasard.randint(0, 2)),
            themes=hasard.sample(themes, hasard.randint(0, 2)),
            duree=hasard.choice(DUREES),
            niveau=hasard.choice(Lecture.values),
            resume=hasard.choice(("Du pain sur la table.", "Une chaise, du thé.")),
        )


def lues() -> Marques:
    """Return the marks of each public tool, by its key: read once, since each costs several queries."""
    return {outil.pk: marques_de(outil) for outil in OutilPage.objects.live()}


def attendus(toutes: Marques, choix: Choix, sauf: str = "") -> set[int]:
    """Return the keys of the tools of a choice, asked one by one."""
    return {cle for cle, marques in toutes.items() if convient(marques, choix, sauf)}


def convient(marques: set[tuple[str, str]], choix: Choix, sauf: str) -> bool:
    """Say whether the marks of a tool answer a choice, one axis left aside."""
    axes = ((axe, valeurs) for axe, valeurs in choix.axes.items() if axe != sauf and valeurs)
    mots = {"pain": "pain", "thé": "the", "pains table": "table"}
    return all(any((axe, v) in marques for v in valeurs) for axe, valeurs in axes) and (
        not choix.texte or ("mot", mots[choix.texte]) in marques
    )


QUESTIONS = [
    "",
    "genre=guide",
    "genre=guide&genre=quiz&genre=brochure",
    "genre=brochure&public=membres&public=proches",
    f"duree={Bande.HEURE}&niveau=facile",
    "langue=en",
    "format=lien&accessible=oui",
    "q=pain",
    "q=th%C3%A9&genre=video&genre=affiche",
    "q=pains+table&accessible=oui",
    "theme=999999",
]


def test_les_comptes_sont_ceux_qu_on_ferait_a_la_main() -> None:
    une_collection(40)
    toutes = lues()
    for question in [*QUESTIONS, f"theme={un_theme('l’entraide').pk}&genre=guide"]:
        choix = choix_de(QueryDict(question))
        selection = Selection(choix)
        assert selection.total == len(attendus(toutes, choix)), question
        for axe in AXES:
            autres = [toutes[cle] for cle in attendus(toutes, choix, sauf=axe)]
            for valeur, compte in selection.comptes(axe).items():
                assert compte == sum((axe, valeur) in marques for marques in autres), (question, axe, valeur)


def test_la_liste_montre_les_outils_du_choix_dans_l_ordre() -> None:
    une_collection(30)
    toutes = lues()
    for question in QUESTIONS:
        choix = choix_de(QueryDict(question))
        montres: list[Any] = []
        for page in Liste(choix, "1").tranche.paginator.page_range:
            montres += Liste(choix, str(page)).tranche.object_list
        assert {outil.pk for outil in montres} == attendus(toutes, choix)
        assert all(avant.fiche.rang > apres.fiche.rang for avant, apres in pairwise(montres))
        par_titre = Liste(choix.trie(Tri.TITRE), "1").tranche.object_list
        assert all(avant.fiche.titre_cle <= apres.fiche.titre_cle for avant, apres in pairwise(par_titre))


def test_un_lien_mene_a_ce_qu_il_annonce() -> None:
    une_collection(25)
    for facette in Liste(choix_de(QueryDict("genre=guide")), None).facettes:
        for valeur in facette.valeurs:
            if facette.nom != "genre":
                vise = Selection(choix_de(QueryDict(valeur.url.removeprefix("?"))))
                assert vise.total == valeur.compte, valeur


def test_les_premiers_mots_tapes_sont_cherches_et_la_page_le_dit(client: Client) -> None:
    treize = "zone yeux wagon vague usine table sable rive quai pont neige lac absent"
    un_outil("Un", resume=treize.removesuffix(" absent"))
    assert Selection(Choix(texte=treize)).total == 1
    assert Selection(Choix(texte=f"absent {treize}")).total == 0
    dit = "Seuls les 12 premiers mots sont cherchés."
    assert dit in client.get("/boite-a-outils/", {"q": treize}).content.decode()
    assert dit not in client.get("/boite-a-outils/", {"q": "zone lac"}).content.decode()


def tout_l_index() -> list[tuple[str, str, bytes]]:
    """Return every set, as written."""
    ensembles = EnsembleOutils.objects.exclude(axe="verrou")
    return sorted((ensemble.axe, ensemble.valeur, bytes(ensemble.bits)) for ensemble in ensembles)


def test_reconstruire_redonne_le_meme_index() -> None:
    une_collection(12)
    avant, rangs = tout_l_index(), list(FicheOutil.objects.order_by("pk").values_list("rang", flat=True))
    assert reconstruire() == 12
    assert tout_l_index() == avant
    assert list(FicheOutil.objects.order_by("pk").values_list("rang", flat=True)) == rangs


def test_un_outil_retire_quitte_chaque_ensemble_et_retrouve_sa_place() -> None:
    la_boite()
    un, _deux = un_outil("Un", resume="Un samovar."), un_outil("Deux")
    rang = un.fiche.rang
    with ouvrir("essai"):
        un.unpublish()
    assert Selection(choix_de(QueryDict(""))).total == 1
    assert Selection(choix_de(QueryDict("q=samovar"))).total == 0
    assert not EnsembleOutils.objects.filter(valeur="samovar").exists()
    assert FicheOutil.objects.get(pk=un.pk).titre_cle == ""
    un = publier(OutilPage.objects.get(pk=un.pk))
    assert un.fiche.rang == rang
    assert Selection(choix_de(QueryDict("q=samovar"))).total == 1


def test_un_outil_supprime_quitte_chaque_ensemble() -> None:
    outil = un_outil("Un", resume="Un samovar.")
    outil.delete()
    assert not EnsembleOutils.objects.exclude(axe__in=["verrou", "ordre"]).exists()
    assert not FicheOutil.objects.exists()
