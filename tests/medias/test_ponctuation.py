from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe

from medias.ponctuation import deux_points, entre_guillemets, intitule


def rendu(gabarit: str, valeur: str) -> str:
    return Template("{% load ponctuation %}" + gabarit).render(Context({"valeur": valeur}))


def test_les_marques_sont_celles_de_la_langue() -> None:
    assert entre_guillemets("Lire") == "«\u00a0Lire\u00a0»"
    assert deux_points("Titre") == "Titre\u00a0:"
    with translation.override("en"):
        assert entre_guillemets("Read") == "“Read”"
        assert intitule("Title", 3) == "Title: 3"


def test_un_texte_sur_le_reste_et_un_autre_est_echappe() -> None:
    assert rendu("{{ valeur|guillemets }}", mark_safe("<b>oui</b>")) == "«\u00a0<b>oui</b>\u00a0»"
    assert rendu("{{ valeur|deux_points }}", "<b>") == "&lt;b&gt;\u00a0:"
