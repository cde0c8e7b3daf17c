import datetime
from typing import Any

import pytest
from django.test import RequestFactory

from pages.blocs import CitationNommeeBlock, CorpsCommuniqueStreamBlock
from tests.fabriques.presse import PROPOS, une_autorisation

pytestmark = pytest.mark.django_db


def rendre(autorisation: int | None, *, apercu: bool = False) -> str:
    flux = CorpsCommuniqueStreamBlock().to_python(
        [{"type": "citation_nommee", "value": {"texte": PROPOS, "autorisation": autorisation}}]
    )
    requete = RequestFactory().get("/")
    requete.is_preview = apercu  # type: ignore[attr-defined]  # set by Wagtail on every page it serves
    return str(flux.stream_block.render(flux, context={"request": requete}))


def test_la_citation_dit_qui_parle() -> None:
    html = rendre(une_autorisation("Odile Fictive").pk)
    assert f"«\u00a0{PROPOS}\u00a0»" in html
    assert "<strong>Odile Fictive</strong>, porte-parole de la fédération" in html


@pytest.mark.parametrize("fin", [{"jusqu_au": datetime.date(2026, 6, 1)}, {"retiree_le": datetime.date(2026, 6, 1)}])
def test_ses_mots_partent_avec_son_accord(fin: dict[str, Any]) -> None:
    autorisation = une_autorisation("Odile Fictive", **fin)
    assert PROPOS not in rendre(autorisation.pk)
    assert "Odile" not in rendre(autorisation.pk, apercu=True)
    assert "ne paraît pas" in rendre(autorisation.pk, apercu=True)


def test_une_citation_sans_personne_ne_parait_pas() -> None:
    assert PROPOS not in rendre(None)


def test_l_apercu_ne_montre_personne() -> None:
    valeur = CitationNommeeBlock().get_preview_value()
    assert valeur.personne is not None
    assert valeur.personne.pk is None
