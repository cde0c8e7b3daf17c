from typing import Any

import pytest

from pages.croisement import Choix, Croisement
from pages.filtres import choix_de, filtres, tuiles
from temoignages.models import Amorce
from tests.pages.croisements import croisement_de

CROISEMENT = croisement_de(
    {
        (1, 4, "05", 2025): 8,
        (1, 0, "06", 2026): 9,
        (2, 0, "", 2026): 12,
        (2, 0, "07", 2026): 2,
        (3, 0, "08", 2026): 3,
    }
)
THEMES = {5: "le logement", 4: "l’entraide"}
AMORCES: list[Any] = [Amorce(pk=cle, texte=f"Phrase {cle}") for cle in (1, 2, 3)]


def test_une_requete_donne_un_choix() -> None:
    assert choix_de({"phrase": "2", "theme": "4", "region": "05", "edition": "2026"}, [1, 2], [4]) == Choix(
        2, 4, "05", 2026
    )


@pytest.mark.parametrize(
    "requete", [{}, {"phrase": "9"}, {"theme": "9"}, {"region": "5"}, {"region": "Estrie"}, {"edition": "1999"}]
)
def test_une_requete_fautive_ne_choisit_rien(requete: dict[str, str]) -> None:
    assert choix_de(requete, [1, 2], [4]) == Choix()


def test_les_listes_offrent_d_abord_tout_puis_ce_qui_se_montre() -> None:
    theme, region, edition = filtres(CROISEMENT, Choix(), THEMES)
    assert [option.texte for option in theme.options] == ["Tous les thèmes", "l’entraide"]
    assert [option.valeur for option in region.options] == ["", "05", "06"]
    assert [option.texte for option in region.options] == ["Toutes les régions", "Estrie", "Montréal"]
    assert [option.valeur for option in edition.options] == ["", "2026", "2025"]
    assert [option.choisie for option in edition.options] == [True, False, False]


def test_la_valeur_demandee_reste_dans_sa_liste_meme_si_elle_ne_montre_rien() -> None:
    region = filtres(CROISEMENT, Choix(region="09"), THEMES)[0]
    assert [(option.valeur, option.choisie) for option in region.options if option.choisie] == [("09", True)]


def test_sans_rien_a_offrir_il_n_y_a_pas_de_liste() -> None:
    assert filtres(Croisement({}), Choix(), THEMES) == []


def test_seule_une_tuile_sans_autre_filtre_peut_etre_rare() -> None:
    assert [tuile.compte_affiche for tuile in tuiles(AMORCES, CROISEMENT, Choix())] == [
        "17 réponses",
        "quelques réponses",
        "moins de 5",
    ]
    assert [tuile.url for tuile in tuiles(AMORCES, CROISEMENT, Choix(region="05"))] == ["?phrase=1&region=05"]
