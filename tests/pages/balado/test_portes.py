"""What keeps a series and an episode from going out."""

import datetime
from typing import Any

import pytest

from medias.models import EtatPreparation, PorteeNom
from pages.models import Chapitre
from pages.publication.constats import bloquants
from tests.fabriques.balado import (
    BaladoPageFactory,
    faire_entendre,
    un_enregistrement,
    un_episode,
    une_couverture,
)
from tests.fabriques.pages import publier
from tests.fabriques.presse import une_autorisation

pytestmark = pytest.mark.django_db


def fautes(page: Any) -> list[tuple[str, str]]:
    return [(constat.champ, constat.message) for constat in bloquants(page)]


def test_un_episode_complet_passe() -> None:
    page = faire_entendre(un_episode(), {"autorisation": une_autorisation()}, {"designation": "une membre"})
    page.chapitres = [Chapitre(debut=0, titre="Un"), Chapitre(debut=90, titre="Deux")]
    assert fautes(page) == []


@pytest.mark.parametrize(
    ("champs", "dit"),
    [
        ({"etat": EtatPreparation.EN_COURS}, "pas encore prêt"),
        ({"etat": EtatPreparation.ECHEC}, "a échoué"),
        ({"relu": False}, "transcription relue en français"),
        ({"langue": "en"}, "transcription relue en anglais"),
        ({"personnes": "accord"}, "n’accepte pas"),
    ],
)
@pytest.mark.parametrize("champ", ["enregistrement", "enregistrement_sans"])
def test_chaque_version_est_prete_relue_et_permise(champ: str, champs: dict[str, Any], dit: str) -> None:
    (faute,) = fautes(un_episode(**{champ: un_enregistrement(**champs)}))
    assert faute[0] == champ
    assert dit in faute[1]


def test_un_episode_sans_rien_a_ecouter_attend() -> None:
    assert fautes(un_episode(enregistrement=None))[0][0] == "enregistrement"


def test_la_version_de_remplacement_en_est_une_autre() -> None:
    son = un_enregistrement()
    assert fautes(un_episode(enregistrement=son, enregistrement_sans=son))[0][0] == "enregistrement_sans"


def test_la_question_de_l_avertissement_demande_une_reponse() -> None:
    assert fautes(un_episode(avertissement=""))[0][0] == "avertissement"
    assert fautes(un_episode(avertissement="deuil")) == []


@pytest.mark.parametrize(
    "champs",
    [
        {"jusqu_au": datetime.date(2026, 2, 1)},
        {"retiree_le": datetime.date(2026, 2, 1)},
        {"portee": PorteeNom.COMMUNIQUES},
    ],
)
def test_une_personne_nommee_l_accepte_pour_tout_le_site(champs: dict[str, Any]) -> None:
    page = faire_entendre(un_episode(), {"autorisation": une_autorisation(**champs)})
    (faute,) = fautes(page)
    assert faute[0] == "personnes"
    assert "Odile" not in faute[1]


def test_une_ligne_dit_qui_et_d_une_seule_facon() -> None:
    assert "ni accord ni désignation" in fautes(faire_entendre(un_episode(), {}))[0][1]
    deux = {"autorisation": une_autorisation(), "designation": "une membre"}
    assert "l’un des deux" in fautes(faire_entendre(un_episode(), deux))[0][1]


@pytest.mark.parametrize(
    ("debuts", "dit"), [((10, 5), "se suivent"), ((5, 5), "se suivent"), ((0, 91), "après la fin")]
)
def test_les_chapitres_se_suivent_dans_la_duree(debuts: tuple[int, ...], dit: str) -> None:
    page = un_episode()
    page.chapitres = [Chapitre(debut=debut, titre="Un", sort_order=rang) for rang, debut in enumerate(debuts)]
    (faute,) = fautes(page)
    assert faute[0] == "chapitres"
    assert dit in faute[1]


@pytest.mark.parametrize("champ", ["title", "chapeau", "notes", "chapitres"])
def test_le_nom_de_qui_peut_se_retirer_ne_s_ecrit_pas(champ: str) -> None:
    page = un_episode(enregistrement_sans=un_enregistrement())
    faire_entendre(page, {"autorisation": une_autorisation("Odile Fictive"), "absente": True})
    assert fautes(page) == []
    if champ == "chapitres":
        page.chapitres = [Chapitre(debut=0, titre="Avec Odile Fictive")]
    else:
        setattr(page, champ, "<p>Avec odile fictive</p>" if champ == "notes" else "Avec odile fictive")
    assert champ in {ou for ou, dit in fautes(page) if "Enlevez d’ici le nom" in dit}


def le_nom_est_refuse(page: Any) -> set[str]:
    return {ou for ou, dit in fautes(page) if "Enlevez d’ici le nom" in dit}


@pytest.mark.parametrize(
    ("adresse", "refus"), [("avec-odile-fictive", {"slug"}), ("odile-fictive", {"slug"}), ("codile-fictives", set())]
)
def test_l_adresse_ne_garde_pas_le_nom_de_qui_peut_se_retirer(adresse: str, refus: set[str]) -> None:
    page = un_episode(enregistrement_sans=un_enregistrement(), slug=adresse)
    faire_entendre(page, {"autorisation": une_autorisation("Odile Fictive"), "absente": True})
    assert le_nom_est_refuse(page) == refus


@pytest.mark.parametrize("avec_remplacement", [True, False])
def test_qui_quitte_l_episode_a_sa_correction_n_y_laisse_pas_son_nom(avec_remplacement: bool) -> None:
    page = un_episode(title="Chez Odile Fictive", slug="chez-odile-fictive")
    page = publier(faire_entendre(page, {"autorisation": une_autorisation("Odile Fictive")}))
    assert le_nom_est_refuse(page) == set()
    page.enregistrement = un_enregistrement()
    page.enregistrement_sans = un_enregistrement() if avec_remplacement else None
    faire_entendre(page, {"designation": "une membre"})
    assert le_nom_est_refuse(page) == {"title", "slug"}
    page.title, page.slug = "Chez elle", "chez-elle"
    assert fautes(page) == []


@pytest.mark.parametrize(("largeur", "hauteur"), [(1399, 1399), (1400, 1401)])
def test_une_couverture_trop_petite_ou_pas_carree_est_refusee(largeur: int, hauteur: int) -> None:
    (faute,) = fautes(BaladoPageFactory.create(live=False, couverture=une_couverture(largeur, hauteur)))
    assert faute[0] == "couverture"
    assert f"{largeur} sur {hauteur}" in faute[1]


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"couverture": None}, "couverture"),
        ({"chapeau": ""}, "chapeau"),
        ({"auteur": " "}, "auteur"),
        ({"courriel": ""}, "courriel"),
        ({"courriel": "odile.fictive@exemple.org"}, "courriel"),
    ],
)
def test_une_serie_a_de_quoi_etre_acceptee_partout(champs: dict[str, Any], champ: str) -> None:
    page = BaladoPageFactory.create(live=False, **{"couverture": une_couverture(), **champs})
    assert [ou for ou, _dit in fautes(page)] == [champ]


def test_une_serie_complete_passe() -> None:
    assert fautes(BaladoPageFactory.create(live=False, couverture=une_couverture(3000, 3000))) == []
