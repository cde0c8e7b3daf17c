"""The table of the 17 regions, word for word."""

import pytest

from reseau.langue.regions import CODES, QUEBEC, REGIONS, Region, region_par_code, trouver_region

TABLE = [
    ("01", "Bas-Saint-Laurent", "du Bas-Saint-Laurent", "au Bas-Saint-Laurent"),
    ("02", "Saguenay–Lac-Saint-Jean", "du Saguenay–Lac-Saint-Jean", "au Saguenay–Lac-Saint-Jean"),
    ("03", "Capitale-Nationale", "de la Capitale-Nationale", "dans la Capitale-Nationale"),
    ("04", "Mauricie", "de la Mauricie", "en Mauricie"),
    ("05", "Estrie", "de l’Estrie", "en Estrie"),
    ("06", "Montréal", "de Montréal", "à Montréal"),
    ("07", "Outaouais", "de l’Outaouais", "en Outaouais"),
    ("08", "Abitibi-Témiscamingue", "de l’Abitibi-Témiscamingue", "en Abitibi-Témiscamingue"),
    ("09", "Côte-Nord", "de la Côte-Nord", "sur la Côte-Nord"),
    ("10", "Nord-du-Québec", "du Nord-du-Québec", "dans le Nord-du-Québec"),
    (
        "11",
        "Gaspésie–Îles-de-la-Madeleine",
        "de la Gaspésie–Îles-de-la-Madeleine",
        "en Gaspésie–Îles-de-la-Madeleine",
    ),
    ("12", "Chaudière-Appalaches", "de Chaudière-Appalaches", "en Chaudière-Appalaches"),
    ("13", "Laval", "de Laval", "à Laval"),
    ("14", "Lanaudière", "de Lanaudière", "dans Lanaudière"),
    ("15", "Laurentides", "des Laurentides", "dans les Laurentides"),
    ("16", "Montérégie", "de la Montérégie", "en Montérégie"),
    ("17", "Centre-du-Québec", "du Centre-du-Québec", "dans le Centre-du-Québec"),
]


def test_les_dix_sept_regions_sont_dans_l_ordre_officiel() -> None:
    assert [(region.code, str(region)) for region in REGIONS] == [ligne[:2] for ligne in TABLE] == list(CODES)


@pytest.mark.parametrize(("code", "nom", "de", "en"), TABLE)
def test_chaque_region_se_dit_juste(code: str, nom: str, de: str, en: str) -> None:
    region = region_par_code(code)
    assert region is not None
    assert (region.nom, region.de_lieu, region.en_lieu) == (nom, de, en)


@pytest.mark.parametrize("region", REGIONS, ids=str)
def test_trouver_une_region_comme_on_la_tape(region: Region) -> None:
    saisies = [
        region.nom,
        region.nom.upper(),
        region.nom.replace("-", " ").replace("–", " - "),
        f"  {region.nom.replace('é', 'e').replace('Î', 'i')} ",
        region.code,
        str(int(region.code)),
        f"la {region.nom}",
    ]
    assert [trouver_region(saisie) for saisie in saisies] == [region] * len(saisies)


@pytest.mark.parametrize("saisie", ["", "  ", "0", "18", "Québec", "Acadie", "Laval-Ouest", "é"])
def test_une_region_inconnue_n_est_pas_devinee(saisie: str) -> None:
    assert trouver_region(saisie) is None


def test_le_quebec_n_est_pas_une_region() -> None:
    assert (QUEBEC.de_lieu, QUEBEC.en_lieu) == ("du Québec", "au Québec")
