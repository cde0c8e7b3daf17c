"""The blocks of a strategic plan, read alone and refused at their place."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from pages.blocs import EnjeuBlock, IndicateurBlock, ObjectifBlock, ResultatBlock

APERCUS: list[tuple[blocks.StructBlock, str]] = [
    (EnjeuBlock(), '<span class="masque">Objectif </span>1.2</span>'),
    (ObjectifBlock(), '<span class="bloc-resultat__lettre">b)</span>'),
    (ResultatBlock(), "<strong>2027\u00a0: en cours</strong>"),
]
RESULTAT = {"texte": "R", "indicateurs": [], "suivi": []}
SUIVI = {"annee": 2027, "etat": "en_cours", "precision": "", "date": None, "source": "", "adresse": ""}


@pytest.mark.django_db
@pytest.mark.parametrize(("bloc", "attendu"), APERCUS, ids=lambda cas: type(cas).__name__)
def test_l_apercu_d_un_bloc_se_lit_hors_de_sa_page(bloc: blocks.StructBlock, attendu: str) -> None:
    assert attendu in str(bloc.render(bloc.get_preview_value()))


def test_un_indicateur_dit_sa_cible() -> None:
    html = str(IndicateurBlock().render({"texte": "Soirs ouverts", "cible": "Deux, d’ici 2028"}))
    assert "Cible\u00a0: Deux, d’ici 2028" in html


@pytest.mark.parametrize(
    ("bloc", "valeur", "champ"),
    [
        (EnjeuBlock(), {"titre": "", "analyse": [], "objectifs": []}, "titre"),
        (ObjectifBlock(), {"titre": "", "resultats": []}, "titre"),
        (ObjectifBlock(), {"titre": "O", "resultats": [RESULTAT] * 27}, "resultats"),
        (ResultatBlock(), {**RESULTAT, "texte": ""}, "texte"),
        (ResultatBlock(), {**RESULTAT, "suivi": [{**SUIVI, "annee": 1999}]}, "suivi"),
        (ResultatBlock(), {**RESULTAT, "suivi": [{**SUIVI, "etat": "oublié"}]}, "suivi"),
        (IndicateurBlock(), {"texte": "", "cible": "12"}, "texte"),
    ],
)
def test_ce_qui_manque_est_refuse_a_sa_place(bloc: blocks.StructBlock, valeur: dict[str, Any], champ: str) -> None:
    with pytest.raises(ValidationError) as refus:
        bloc.clean(bloc.to_python(valeur))
    assert champ in refus.value.block_errors  # type: ignore[attr-defined] # Wagtail's


def test_un_brouillon_garde_un_suivi_inacheve_et_se_lit() -> None:
    bloc = ResultatBlock()
    valeur = bloc.to_python({**RESULTAT, "suivi": [{**SUIVI, "etat": ""}]})
    assert "2027" in str(bloc.render(valeur))
    bloc.clean(bloc.to_python({**RESULTAT, "suivi": [SUIVI]}))
