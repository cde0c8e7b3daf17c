"""The invented network holds together."""

import re
from collections import Counter

import pytest

from pages.telephones import est_un_telephone
from reseau.etats import MEMBRES_MINIMUM, Genre, TrancheMembres
from reseau.langue.regions import REGIONS
from reseau.models import AliasRessource
from reseau.models import Ressource as Fiche
from site_campagne.demo.charger_reseau import charger_ressources
from site_campagne.demo.ressources import RESSOURCES


def test_les_17_regions_ont_une_ressource_et_quatre_en_ont_au_moins_quatre() -> None:
    assert len(RESSOURCES) == 90
    par_region = Counter(ressource.region for ressource in RESSOURCES)

    assert set(par_region) == {region.code for region in REGIONS}
    assert sum(nombre >= 4 for nombre in par_region.values()) >= 4


def test_un_nom_est_unique_dans_sa_region_et_un_seul_existe_dans_deux_regions() -> None:
    paires = Counter((ressource.nom, ressource.region) for ressource in RESSOURCES)
    noms = Counter(ressource.nom for ressource in RESSOURCES)

    assert max(paires.values()) == 1
    assert [nom for nom, nombre in noms.items() if nombre > 1] == ["La Pelote"]


def test_genres_et_tranches_sont_ceux_du_reseau() -> None:
    assert {ressource.genre for ressource in RESSOURCES} == set(Genre.values)
    assert {ressource.tranche for ressource in RESSOURCES} == set(TrancheMembres.values)


def test_au_moins_25_ressources_declarent_20_membres() -> None:
    assert sum(MEMBRES_MINIMUM[TrancheMembres(ressource.tranche)] >= 20 for ressource in RESSOURCES) >= 25


def test_la_forme_apres_de_garde_le_nom() -> None:
    for ressource in RESSOURCES:
        sans_article = ressource.nom.removeprefix("Les ").removeprefix("Le ")
        assert ressource.forme_de.endswith(sans_article)
        assert ressource.forme_de.startswith(("de ", "du ", "des ", "d’"))


def test_courriels_et_telephones_sont_fictifs_et_uniques() -> None:
    courriels = {ressource.courriel for ressource in RESSOURCES}
    telephones = {ressource.telephone for ressource in RESSOURCES}

    assert len(courriels) == len(telephones) == len(RESSOURCES)
    assert all(courriel.endswith("@exemple.org") for courriel in courriels)
    assert all(re.fullmatch(r"\d{3} 555-01\d\d", telephone) for telephone in telephones)
    assert all(est_un_telephone(telephone) for telephone in telephones)


def test_des_lieux_sont_masques_des_lieux_plus_precis_et_deux_ressources_de_confiance() -> None:
    masquees = [ressource for ressource in RESSOURCES if ressource.lieu_masque]

    assert len(masquees) >= 4
    assert {ressource.genre for ressource in masquees} == {"hebergement", "crise"}
    assert not any(ressource.adresse for ressource in masquees)
    assert sum(bool(ressource.sous_region[0]) for ressource in RESSOURCES) >= 4
    assert sum(ressource.de_confiance for ressource in RESSOURCES) == 2
    assert sum(bool(ressource.alias) for ressource in RESSOURCES) >= 15


@pytest.mark.django_db
def test_chaque_ressource_se_charge_une_fois_et_passe_la_validation_du_repertoire() -> None:
    for _fois in range(2):
        list(charger_ressources())
    fiches = list(Fiche.objects.all())

    assert len(fiches) == 90
    assert len({fiche.slug for fiche in fiches}) == 90
    assert AliasRessource.objects.count() == sum(len(ressource.alias) for ressource in RESSOURCES)
    for fiche in fiches:
        fiche.full_clean()
