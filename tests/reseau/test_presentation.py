"""What templates show: escaped, pronounceable, typographed."""

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe

from reseau.langue.inclusif import Ecriture
from reseau.langue.regions import QUEBEC, region_par_code
from reseau.presentation import attribution_html, attribution_texte, inclusif_html
from tests.fabriques.reseau import RessourceFactory

UN_E = '<span class="masque">Un ou une</span><span aria-hidden="true">Un·e</span>'


def rendu(gabarit: str, valeur: object) -> str:
    return Template(f"{{% load langue %}}{gabarit}").render(Context({"valeur": valeur}))


def test_l_attribution_se_voit_et_se_dit() -> None:
    ressource = RessourceFactory.build(nom="Les Ami·es", forme_de="des Ami·es & <b>", region="05")
    attendu = f"{UN_E} membre des Ami·es &amp; &lt;b&gt;, une ressource alternative de l’Estrie"
    assert attribution_html("ressource", "", ressource) == attendu
    assert attribution_html("region", "05", None) == f"{UN_E} membre d’une ressource alternative de l’Estrie"
    assert attribution_html("region", "99", None).endswith(" du Québec")
    assert attribution_html("quebec", "", None) == f"{UN_E} membre d’une ressource alternative du Québec"


def test_l_attribution_en_texte_commence_par_une_majuscule() -> None:
    ligne = attribution_texte("region", "06", None, Ecriture.DOUBLETS)
    assert ligne == "Un ou une membre d’une ressource alternative de Montréal"


def test_inclusif_echappe_tout() -> None:
    assert inclusif_html("<i>Un·e</i> & co") == f"&lt;i&gt;{UN_E}&lt;/i&gt; &amp; co"
    assert rendu("{{ valeur|inclusif }}", "<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("valeur", "attendu"),
    [
        ("L'ami : <b>", "L’ami\u00a0: &lt;b&gt;"),
        (mark_safe("<b>L'ami</b> : oui"), "<b>L’ami</b>\u00a0: oui"),
        (2026, "2026"),
    ],
)
def test_typo_echappe_le_texte_et_garde_le_html(valeur: object, attendu: str) -> None:
    assert rendu("{{ valeur|typo }}", valeur) == attendu


def test_typo_sans_echappement_reste_du_texte() -> None:
    assert rendu("{% autoescape off %}{{ valeur|typo }}{% endautoescape %}", "a < b : c") == "a < b\u00a0: c"


def test_typo_ne_touche_pas_l_anglais() -> None:
    with translation.override("en"):
        assert rendu("{{ valeur|typo }}", "Note: it is") == "Note: it is"
        assert rendu("{{ valeur|typo }}", mark_safe("<b>Note</b>: it is")) == "<b>Note</b>: it is"


@pytest.mark.parametrize(
    ("valeur", "attendu"),
    [
        ("05", "de l’Estrie, en Estrie"),
        ("Côte-Nord", "de la Côte-Nord, sur la Côte-Nord"),
        (region_par_code("13"), "de Laval, à Laval"),
        (QUEBEC, "du Québec, au Québec"),
        ("", ", "),
        ("ailleurs", ", "),
    ],
)
def test_de_region_et_en_region(valeur: object, attendu: str) -> None:
    assert rendu("{{ valeur|de_region }}, {{ valeur|en_region }}", valeur) == attendu
