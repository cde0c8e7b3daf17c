import datetime
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pages.models import PlanPage
from pages.publication.constats import Severite
from pages.publication.regles.plan_strategique import ATTENTES, PERIODE, SUIVI, SUIVI_TU
from pages.texte_brut import ecrire_texte
from reseau.horloge import aujourdhui
from tests.fabriques.documents import chiffre, une_reference, une_valeur
from tests.fabriques.pages import corps, enregistrer, une_image
from tests.fabriques.plan import PlanPageFactory, un_enjeu, un_objectif, un_resultat, un_suivi

pytestmark = pytest.mark.django_db
CANARI = "canari-du-suivi"
ADOPTION = datetime.date(2026, 6, 1)


def un_plan(*enjeux: tuple[str, Any], **champs: Any) -> PlanPage:
    page = PlanPageFactory.create(enjeux=corps(*enjeux), **champs)
    return PlanPage.objects.get(pk=page.pk)


def relu() -> PlanPage:
    return PlanPage.objects.get()


def dits(regle: Any, page: PlanPage) -> list[str]:
    return [constat.message for constat in regle.chercher(page)]


def un_suivi_complet() -> tuple[str, Any]:
    return un_enjeu("La porte", un_objectif("Ouvrir", un_resultat("Une porte.", un_suivi(precision=CANARI))))


def test_les_objectifs_et_les_resultats_se_numerotent_par_leur_place(client: Client) -> None:
    deux = un_enjeu("Un", un_objectif("Aa", un_resultat("r"), un_resultat("s")), un_objectif("Bb"))
    page = un_plan(deux, un_enjeu("Deux"), un_enjeu("Trois", un_objectif("Seul", un_resultat("t"))))
    lus = [(o.numero, [r.lettre for r in o.resultats]) for e in page.enjeux_lus for o in e.objectifs]
    assert lus == [("1.1", ["a", "b"]), ("1.2", []), ("3", ["a"])]
    html = client.get(page.url).content.decode()
    for numero in ("1.1", "1.2", "3"):
        assert f'<span class="masque">Objectif </span>{numero}</span>' in html
    assert '<span class="bloc-resultat__lettre">b)</span>' in html


def test_les_ancres_ne_bougent_pas_avec_leur_place(client: Client) -> None:
    page = un_plan(un_enjeu("Un", un_objectif("A", un_resultat("r")), un_objectif("B")), un_enjeu("Deux"))

    def ancres(page: PlanPage) -> dict[str, str]:
        lus = page.enjeux_lus
        objectifs = [objectif for enjeu in lus for objectif in enjeu.objectifs]
        resultats = [resultat for objectif in objectifs for resultat in objectif.resultats]
        return (
            {enjeu.titre: enjeu.ancre for enjeu in lus}
            | {objectif.titre: objectif.ancre for objectif in objectifs}
            | {resultat.texte: resultat.ancre for resultat in resultats}
        )

    avant = ancres(page)
    un, deux = page.enjeux.raw_data
    un["value"]["objectifs"].reverse()
    enregistrer(page, enjeux=[deux, un])
    assert ancres(relu()) == avant
    html = client.get(page.url).content.decode()
    assert all(f'id="{ancre}"' in html for ancre in avant.values())
    identifiants = re.findall(r' id="([^"]+)"', html)
    assert len(identifiants) == len(set(identifiants))
    assert {lien for lien in re.findall(r'href="#([^"]+)"', html) if lien} <= {*identifiants}


@pytest.mark.parametrize(("adopte_le", "parait"), [(None, False), (ADOPTION, True), (datetime.date(2099, 1, 1), False)])
def test_le_suivi_ne_parait_nulle_part_avant_l_adoption(
    client: Client, adopte_le: datetime.date | None, parait: bool
) -> None:
    page = un_plan(un_suivi_complet(), adopte_le=adopte_le)
    html = client.get(page.url).content.decode()
    assert page.est_adopte is parait
    assert (CANARI in html) is parait
    assert ("Suivi par année" in html) is parait
    assert (CANARI in ecrire_texte(page.plan_de_sortie())) is parait
    assert (CANARI in str(page.plan_de_sortie())) is parait
    assert ("pas encore adopté" in html) is not parait
    call_command("wagtail_update_index", verbosity=0)
    assert PlanPage.objects.search("porte").count() == 1
    assert PlanPage.objects.search("canari").count() == int(parait)


def test_un_suivi_dit_son_annee_son_etat_sa_date_et_sa_source(client: Client) -> None:
    suivis = (un_suivi(2026), un_suivi(2027, etat="atteint", precision="", date="2026-11-01", source="Bilan"))
    page = un_plan(un_enjeu("E", un_objectif("O", un_resultat("R", *suivis))), adopte_le=ADOPTION)
    html = client.get(page.url).content.decode()
    assert "Adopté le 1er\u00a0juin 2026." in html
    assert html.index("<strong>2027\u00a0: atteint</strong>") < html.index("<strong>2026\u00a0: en cours</strong>")
    assert "le 1er\u00a0novembre 2026. Source\u00a0: Bilan" in html
    dit = " ".join(ecrire_texte(page.plan_de_sortie()).split())
    assert "2027 : atteint, le 1er novembre 2026. Source : Bilan." in dit


@pytest.mark.parametrize(
    ("champs", "attendu"),
    [
        ({"debut": 2029, "fin": 2026}, ["Le plan finit avant d’avoir duré : sa dernière année suit la première."]),
        ({"debut": 2026, "fin": 2026}, ["Le plan finit avant d’avoir duré : sa dernière année suit la première."]),
        ({"debut": 2026, "fin": 2027}, []),
        ({"adopte_le": datetime.date(2099, 1, 1)}, ["L’adoption est à venir : datez-la quand elle aura eu lieu."]),
        ({"adopte_le": ADOPTION}, []),
    ],
)
def test_une_periode_va_de_l_avant(champs: dict[str, Any], attendu: list[str]) -> None:
    assert dits(PERIODE, un_plan(**champs)) == attendu


@pytest.mark.parametrize(
    ("suivi", "fin_du_champ", "attendu"),
    [
        ({}, "", []),
        ({"annee": 2029}, "", []),
        ({"annee": 2025}, ".annee", ["Le suivi de 2025 est hors de la période du plan (2026 à 2029)."]),
        ({"annee": 2030}, ".annee", ["Le suivi de 2030 est hors de la période du plan (2026 à 2029)."]),
        ({"date": None}, ".date", ["Le suivi de 2026 n’a pas de date."]),
        ({"date": "2099-01-01"}, ".date", ["Le suivi de 2026 est daté de l’avenir."]),
        ({"source": "  "}, ".source", ["Le suivi de 2026 n’a pas de source."]),
    ],
)
def test_un_suivi_est_dans_la_periode_date_et_source(
    suivi: dict[str, Any], fin_du_champ: str, attendu: list[str]
) -> None:
    page = un_plan(un_enjeu("E", un_objectif("O", un_resultat("R", un_suivi(**suivi)))), adopte_le=ADOPTION)
    constats = list(SUIVI.chercher(page))
    assert [constat.message for constat in constats] == attendu
    assert all(c.champ.startswith("enjeux.") and c.champ.endswith(fin_du_champ) for c in constats)


def test_ce_qui_n_attend_rien_est_un_conseil() -> None:
    page = un_plan(un_enjeu("Vide"), un_enjeu("E", un_objectif("Muet"), un_objectif("Plein", un_resultat())))
    assert dits(ATTENTES, page) == [
        "L’enjeu « Vide » n’a aucun objectif.",
        "L’objectif « Muet » n’attend aucun résultat : comment saura-t-on qu’il est atteint?",
    ]
    assert ATTENTES.severite == Severite.CONSEIL


def test_un_projet_qui_a_deja_un_suivi_est_prevenu() -> None:
    page = un_plan(un_suivi_complet())
    assert dits(SUIVI_TU, page) == ["Ce plan n’est pas adopté : son suivi ne paraîtra pas."]
    page.adopte_le = aujourdhui()
    assert dits(SUIVI_TU, page) == []


class Grille(HTMLParser):
    """Gathers the cells of the only table: tag, scope, spans, words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rangees: list[list[list[str]]] = []
        self.ouverte = False
        self.feed(html[html.index("<table") : html.index("</table>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        dits = dict(attrs)
        if tag == "tr":
            self.rangees.append([])
        if tag in ("th", "td"):
            self.rangees[-1].append([str(dits.get("scope", "")), str(dits.get("rowspan", "1")), ""])
            self.ouverte = True

    def handle_endtag(self, tag: str) -> None:
        self.ouverte = self.ouverte and tag not in ("th", "td")

    def handle_data(self, data: str) -> None:
        if self.ouverte:
            self.rangees[-1][-1][2] = " ".join(f"{self.rangees[-1][-1][2]} {data}".split())


def test_la_grille_se_fait_des_memes_donnees(client: Client) -> None:
    mesure = (("Régions[note : dix-sept]", "12"),)
    objectif = un_objectif("Ouvrir", un_resultat("Une porte.", indicateurs=mesure), un_resultat("Un billet."))
    page = un_plan(un_enjeu("Le soir", objectif, un_objectif("Muet")))
    html = client.get(page.url).content.decode()
    assert html.count("<caption>") == 1
    grille = Grille(html).rangees
    assert [[cellule[:2] for cellule in rangee] for rangee in grille] == [
        [["col", "1"]] * 3,
        [["rowgroup", "1"]],
        [["row", "2"], ["", "1"], ["", "1"]],
        [["", "1"], ["", "1"]],
        [["row", "1"], ["", "1"]],
    ]
    assert grille[2][0][2] == "1.1 Ouvrir"
    assert grille[2][2][2].endswith("Régions (12)")
    assert html.count("dix-sept") == 1, "a footnote is called once"
    tableau = page.plan_de_sortie().blocs[-1]
    assert tableau.legende == "Enjeu 1. Le soir"  # type: ignore[union-attr]
    assert [[c[0].texte if c else "" for c in r] for r in tableau.rangees] == [  # type: ignore[union-attr]
        ["1.1 Ouvrir", "a) Une porte.\nb) Un billet.", "a) Régions (12)"],
        ["1.2 Muet", "", ""],
    ]


def test_les_citations_et_les_notes_suivent_l_ordre_de_lecture(client: Client) -> None:
    analyse = (("texte", "<p>Oui (Ardouin, 2019).</p>"),)
    page = un_plan(
        un_enjeu("E", un_objectif("O", un_resultat("R[note : deux]")), analyse=analyse),
        preambule="<p>P[note : un]</p>",
        bibliographie=corps(une_reference()),
    )
    html = client.get(page.url).content.decode()
    assert 'href="#ref-ardouin-2019" id="ref-ardouin-2019-1"' in html
    assert html.index('href="#note-1"') < html.index('href="#note-2"')
    assert [note.numero for note in page.plan_de_sortie().notes] == [1, 2]


def test_le_plan_de_sortie_dit_tout_dans_l_ordre() -> None:
    valeurs = {"titre": "Ce qui nous guide", "valeurs": [{"nom": "Le temps", "sens": "On en prend."}]}
    page = un_plan(
        un_enjeu("E", un_objectif("O", un_resultat("R"))),
        preambule="<p>P</p>", mission="M", vision="V", principes=corps(("valeurs", valeurs)),
    )  # fmt: skip
    document = page.plan_de_sortie()
    assert [(titre.niveau, titre.numero, titre.texte) for titre in document.titres] == [
        (1, "", "Préambule"), (1, "", "Mission"), (1, "", "Vision"), (1, "", "Ce qui nous guide"),
        (1, "Enjeu 1.", "E"), (2, "1", "O"), (1, "", "Le plan en un coup d’œil"),
    ]  # fmt: skip
    assert document.genre == "Plan stratégique 2026-2029, projet, pas encore adopté"
    assert document.tete_courante == "Tenir la porte · 2026-2029 · projet"


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_d_objectifs(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    comptes = []
    analyse = (chiffre(une_valeur()), ("image", {"image": une_image().pk, "texte_alternatif": "x", "legende": ""}))
    page = un_plan(adopte_le=ADOPTION)
    for nombre in (1, 8):
        objectif = un_objectif("O", *[un_resultat("R", un_suivi(), indicateurs=(("I", "12"),))] * nombre)
        enregistrer(page, enjeux=corps(*[un_enjeu("E", *[objectif] * nombre, analyse=analyse)] * min(nombre, 4)))
        client.get(page.url)
        with django_assert_max_num_queries(25) as requetes:
            client.get(page.url)
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
