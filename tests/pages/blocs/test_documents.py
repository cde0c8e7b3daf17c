"""The blocks of publications with references: each shows its preview, and refuses what it must."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from wagtail import blocks

from pages.blocs import (
    AnnexeBlock,
    ChiffreBlock,
    DefinitionBlock,
    ExtraitBlock,
    InitiativeBlock,
    MotBlock,
    MoyenBlock,
    OutilBlock,
    QuestionBlock,
    ReferenceBlock,
    SectionBlock,
    ValeursBlock,
)

APERCUS: list[tuple[blocks.StructBlock, str]] = [
    (AnnexeBlock(), "La liste des courses"),
    (ChiffreBlock(), "plus de</span> 20\u00a0000"),
    (DefinitionBlock(), "<dfn>Rallonge</dfn>"),
    (ExtraitBlock(), "Une table se mesure"),
    (InitiativeBlock(), "Finlande · finnois · sous-titres français"),
    (MotBlock(), "Le groupe du mardi"),
    (OutilBlock(), '<a href="https://exemple.org/grille">La grille des tasses</a>'),
    (MoyenBlock(), "Où en est-on\u00a0: promis"),
    (QuestionBlock(), "Qui manque autour de la table?"),
    (ReferenceBlock(), "<cite>La chaise d’à côté</cite>"),
    (SectionBlock(), "B. Faire de la place"),
    (ValeursBlock(), "<dt>La place</dt>"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("bloc", "attendu"), APERCUS, ids=lambda cas: type(cas).__name__)
def test_l_apercu_d_un_bloc_se_lit_hors_de_sa_page(bloc: blocks.StructBlock, attendu: str) -> None:
    assert attendu in str(bloc.render(bloc.get_preview_value()))


@pytest.mark.parametrize(
    ("bloc", "valeur", "champ"),
    [
        (ReferenceBlock(), {"auteurs": "A", "titre": "T", "genre": "livre", "annee": "l’an passé"}, "annee"),
        (ReferenceBlock(), {"auteurs": "", "titre": "T", "genre": "livre", "annee": "2019"}, "auteurs"),
        (ExtraitBlock(), {"texte": "<p>a</p>", "source": ""}, "source"),
        (MotBlock(), {"texte": "a", "de": ""}, "de"),
        (ValeursBlock(), {"titre": "T", "valeurs": []}, "valeurs"),
        (DefinitionBlock(), {"terme": "T", "definitions": []}, "definitions"),
        (QuestionBlock(), {"question": "Q?", "sous_questions": [], "lignes": 0}, "lignes"),
        (AnnexeBlock(), {"titre": "", "texte": ""}, "titre"),
        (SectionBlock(), {"titre": "T", "introduction": "", "parties": []}, "parties"),
        (MoyenBlock(), {"texte": "", "cible": "", "suivi": []}, "texte"),
        (OutilBlock(), {"nom": "N", "description": "", "document": None, "adresse": ""}, "adresse"),
        (InitiativeBlock(), {"nom": "N", "pays": "", "langue": "français", "description": "d"}, "pays"),
        (ChiffreBlock(), {"valeur": None, "contexte": ""}, "valeur"),
    ],
)
def test_ce_qui_manque_est_refuse_a_sa_place(bloc: blocks.StructBlock, valeur: dict[str, Any], champ: str) -> None:
    with pytest.raises(ValidationError) as refus:
        bloc.clean(bloc.to_python(valeur))
    assert champ in refus.value.block_errors  # type: ignore[attr-defined] # Wagtail's


def test_un_etat_sans_date_ou_sans_source_est_refuse() -> None:
    bloc = MoyenBlock()
    suivi = {"etat": "promis", "date": None, "source": ""}
    with pytest.raises(ValidationError):
        bloc.clean(bloc.to_python({"texte": "<p>a</p>", "cible": "", "suivi": [suivi]}))


def test_les_mots_d_un_extrait_ne_sont_pas_retouches() -> None:
    bloc = ExtraitBlock()
    html = str(bloc.render(bloc.to_python({"texte": "<p>Qui est la ?</p>", "source": "(Ardouin, 2019)"})))
    assert "Qui est la ?" in html


def test_une_question_numerotee_a_une_ancre_qui_dure() -> None:
    bloc = SectionBlock()
    valeur = bloc.get_preview_value()
    contenu = valeur.parties_numerotees[0].contenus[0]
    html = str(bloc.render(valeur))
    assert f'id="{contenu.ancre}"' in html
    assert f'data-reponse="{contenu.ancre}"' in html


def test_les_intertitres_d_un_corps_s_abaissent_sous_celui_de_la_page() -> None:
    gabarit = "{% load references %}{% filter abaisser %}<h2 class='a'>Un</h2><h6>Deux</h6><hr>{% endfilter %}"
    assert Template(gabarit).render(Context()) == "<h3 class='a'>Un</h3><h6>Deux</h6><hr>"
