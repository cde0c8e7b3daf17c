import pytest

from pages.regional import commencer_par_le_lieu
from reseau.langue.regions import REGIONS, region_par_code


@pytest.mark.parametrize(
    ("code", "debut"), [("05", "En Estrie, "), ("01", "Au Bas-Saint-Laurent, "), ("15", "Dans les Laurentides, ")]
)
def test_le_paragraphe_commence_par_le_bon_locatif(code: str, debut: str) -> None:
    region = region_par_code(code)
    assert region is not None
    assert commencer_par_le_lieu("deux tables.", region.en_lieu) == f"{debut}deux tables."


def test_un_lieu_deja_ecrit_n_est_pas_repete() -> None:
    assert commencer_par_le_lieu("En  Estrie, deux tables.", "en Estrie") == "En Estrie, deux tables."


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.code)
def test_chaque_region_a_son_locatif(region: object) -> None:
    texte = commencer_par_le_lieu("on se réunit.", region.en_lieu)  # type: ignore[attr-defined]
    assert texte.lower().startswith(region.en_lieu.lower())  # type: ignore[attr-defined]
