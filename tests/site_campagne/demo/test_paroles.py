"""The invented testimonies: enough of them, and around them enough people for each step of the attribution ladder."""

import re
from collections import defaultdict

import pytest

from pages.regles import SEUIL_DE_DISCRETION
from reseau.etats import MEMBRES_MINIMUM, TrancheMembres
from site_campagne.demo.amorces import AMORCES
from site_campagne.demo.ressources import RESSOURCES
from site_campagne.demo.temoignages import PAROLES, RECOLTES, Recolte
from site_campagne.demo.themes import THEMES
from temoignages.etats import Avertissement, Couleur, Duree, Echelon, Portee
from temoignages.regles import Entourage, defaut_de_texte, echelon_permis

MEMBRES = {
    (ressource.nom, ressource.region): MEMBRES_MINIMUM[TrancheMembres(ressource.tranche)] for ressource in RESSOURCES
}


def entourage(recolte: Recolte) -> Entourage:
    """What the ladder knows of one workshop."""
    voisines = [autre for autre in RECOLTES if (autre.edition, autre.region) == (recolte.edition, recolte.region)]
    return Entourage(
        membres_ressource=MEMBRES[recolte.ressource, recolte.region],
        participants=recolte.participants,
        auteurs=len(recolte.paroles),
        membres_ressources_region=[MEMBRES[autre.ressource, autre.region] for autre in voisines],
    )


def test_quatre_amorces_de_quatre_couleurs() -> None:
    assert len({amorce.cle for amorce in AMORCES}) == 4
    assert {amorce.couleur for amorce in AMORCES} == set(Couleur.values)
    assert all(amorce.texte.endswith("…") for amorce in AMORCES)


def test_soixante_paroles_distinctes_dont_dix_libres() -> None:
    paroles = [parole for recolte in RECOLTES for parole in recolte.paroles]

    assert len(paroles) == len(PAROLES) == len({parole.texte for parole in paroles}) == 60
    assert sum(not parole.amorce for parole in paroles) == 10
    assert {parole.amorce for parole in paroles} == {amorce.cle for amorce in AMORCES} | {""}
    assert sum(bool(parole.avertissement) for parole in paroles) == 2


def test_chaque_theme_se_montre_et_aucune_parole_n_en_a_deux() -> None:
    cles = [cle for theme in THEMES for cle in theme.paroles]
    assert set(cles) <= set(PAROLES)
    assert len(cles) == len(set(cles))
    assert all(len(theme.paroles) >= SEUIL_DE_DISCRETION for theme in THEMES)


def test_chaque_recolte_vient_une_fois_d_une_ressource_connue() -> None:
    assert len({(recolte.ressource, recolte.region, recolte.edition) for recolte in RECOLTES}) == len(RECOLTES)
    assert all((recolte.ressource, recolte.region) in MEMBRES for recolte in RECOLTES)
    assert {recolte.edition for recolte in RECOLTES} == {2025, 2026}
    assert all(recolte.participants >= len(recolte.paroles) for recolte in RECOLTES)


def test_les_choix_sont_ceux_du_domaine() -> None:
    paroles = PAROLES.values()

    assert {parole.niveau for parole in paroles} == set(Echelon.values)
    assert {parole.avertissement for parole in paroles} - {""} <= set(Avertissement.values)
    assert {usage for recolte in RECOLTES for usage in recolte.usages} <= set(Portee.values)
    assert all("web" in recolte.usages for recolte in RECOLTES)
    assert {recolte.duree for recolte in RECOLTES} <= set(Duree.values)


@pytest.mark.parametrize(("echelon", "au_moins"), [(Echelon.RESSOURCE, 6), (Echelon.REGION, 8), (Echelon.QUEBEC, 5)])
def test_chaque_echelon_tient_pour_plusieurs_recoltes(echelon: Echelon, au_moins: int) -> None:
    permis = [echelon_permis(entourage(recolte), a_ressource=True, a_region=True) for recolte in RECOLTES]

    assert permis.count(echelon) >= au_moins


def test_plusieurs_regions_ont_trois_ressources_qui_publient() -> None:
    qui_publie: dict[tuple[int, str], set[str]] = defaultdict(set)
    for recolte in RECOLTES:
        qui_publie[recolte.edition, recolte.region].add(recolte.ressource)

    assert sum(len(noms) >= 3 for noms in qui_publie.values()) >= 4


def test_chaque_texte_est_recevable_et_sans_motif_d_identifiant() -> None:
    for parole in PAROLES.values():
        assert defaut_de_texte(parole.texte) == ""
        assert not re.search(r"\d|@|https?:", parole.texte), parole.cle
        assert len(parole.texte.split()) <= 120, parole.cle


def test_aucun_mot_a_majuscule_hors_d_un_debut_de_phrase() -> None:
    for parole in PAROLES.values():
        assert not re.search(r"(?<=[\w,;’] )[A-ZÀ-Ý]|(?<=’)[A-ZÀ-Ý]", parole.texte), parole.cle
