import datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.etats import EtatEdition
from pages.regles import (
    chiffres_du_numero,
    cle_choisie,
    edition_choisie,
    est_adresse_permise,
    est_en_ordre,
    est_trop_rare,
    etat_edition,
    jour_de_la_journee,
    lignes_du_titre,
    lignes_trop_longues,
    ordinal,
    parts_montrables,
    vedette_en_tete,
    verification_a_refaire,
)

JOUR = datetime.date(2027, 10, 10)


@pytest.mark.parametrize(("annee", "rang"), [(2013, 1), (2024, 12), (2025, 13), (2026, 14), (2027, 15)])
def test_le_rang_se_compte_depuis_2013(annee: int, rang: int) -> None:
    assert ordinal(annee) == rang


def test_il_n_y_a_pas_d_edition_avant_la_premiere() -> None:
    with pytest.raises(ValueError, match="2012"):
        ordinal(2012)


def test_la_journee_est_le_10_octobre() -> None:
    assert jour_de_la_journee(2027) == JOUR


@pytest.mark.parametrize(
    ("ecart", "etat"),
    [(-1, EtatEdition.AVANT), (0, EtatEdition.JOUR), (1, EtatEdition.APRES), (-400, EtatEdition.AVANT)],
)
def test_une_edition_est_avant_pendant_ou_apres(ecart: int, etat: EtatEdition) -> None:
    assert etat_edition(JOUR, JOUR + datetime.timedelta(days=ecart)) == etat


def test_le_grand_titre_se_lit_ligne_par_ligne() -> None:
    assert lignes_du_titre(" Du monde,\r\n\n du temps,\nune table\n") == ["Du monde,", "du temps,", "une table"]
    assert lignes_trop_longues("Du monde,\nexactement 12\nbien trop longue") == ["exactement 12", "bien trop longue"]
    assert lignes_trop_longues("douze signes") == []


@pytest.mark.parametrize(("compte", "rare"), [(0, True), (4, True), (5, False), (60, False)])
def test_moins_de_cinq_est_trop_rare(compte: int, rare: bool) -> None:
    assert est_trop_rare(compte) is rare


@pytest.mark.parametrize("demandee", ["", "0", "-3", "3.0", " 3", "٣", "3 OR 1=1", "9" * 400, "\x00", "trois"])
def test_une_phrase_inconnue_ne_filtre_rien(demandee: str) -> None:
    assert cle_choisie(demandee, [3, 4]) is None


def test_une_phrase_offerte_filtre() -> None:
    assert cle_choisie("4", [3, 4]) == 4


def parole(taille: str, avertissement: str = "") -> SimpleNamespace:
    return SimpleNamespace(taille=taille, avertissement=avertissement)


def test_la_premiere_parole_courte_et_sans_avertissement_passe_en_tete() -> None:
    longue, sensible, courte, autre = parole(""), parole("g", "deuil"), parole("m"), parole("g")
    assert vedette_en_tete([longue, sensible, courte, autre]) == ([courte, longue, sensible, autre], True)


@pytest.mark.parametrize("paroles", [[], [parole("")], [parole("g", "suicide")]])
def test_sans_parole_qui_convient_rien_ne_passe_en_tete(paroles: list[SimpleNamespace]) -> None:
    assert vedette_en_tete(paroles) == (paroles, False)


@pytest.mark.parametrize(
    "adresse",
    ["https://exemple.org/a?b=c", "http://exemple.org", "/temoigner/", "/", "#aide", "tel:811", "mailto:a@exemple.org"],
)
def test_un_bouton_mene_ici_ou_a_une_vraie_adresse(adresse: str) -> None:
    assert est_adresse_permise(adresse)


@pytest.mark.parametrize(
    "adresse", ["", "javascript:alert(1)", "//exemple.org", "temoigner", "data:text/html,a", "https://", "/a b"]
)
def test_un_bouton_ne_mene_pas_n_importe_ou(adresse: str) -> None:
    assert not est_adresse_permise(adresse)


@pytest.mark.parametrize(("jours", "a_refaire"), [(0, False), (180, False), (181, True), (400, True)])
def test_les_lignes_se_verifient_tous_les_180_jours(jours: int, a_refaire: bool) -> None:
    assert verification_a_refaire(JOUR - datetime.timedelta(days=jours), JOUR) is a_refaire


def test_des_lignes_jamais_verifiees_sont_a_verifier() -> None:
    assert verification_a_refaire(None, JOUR)


@pytest.mark.parametrize(
    ("numero", "chiffres"),
    [
        ("811", "811"),
        ("988", "988"),
        ("1 866 277-3553", "18662773553"),
        ("+1\u00a0866\u00a0277-3553", "18662773553"),
        ("(418) 555-0100", "14185550100"),
    ],
)
def test_un_numero_donne_les_chiffres_a_composer(numero: str, chiffres: str) -> None:
    assert chiffres_du_numero(numero) == chiffres


@pytest.mark.parametrize("numero", ["", "12", "1 866 APPELLE", "99999", "2 418 555-0100", "٨١١"])
def test_ce_qui_ne_se_compose_pas_n_est_pas_un_numero(numero: str) -> None:
    assert chiffres_du_numero(numero) == ""


@pytest.mark.parametrize(
    ("numeros", "en_ordre"),
    [
        (["18662773553", "811", "988", "911"], True),
        (["18662773553", "811", "15145550100", "988", "911"], True),
        (["811", "18662773553", "988", "911"], False),
        (["18662773553", "811", "988"], False),
        ([], False),
    ],
)
def test_les_quatre_lignes_gardent_leur_ordre(numeros: list[str], en_ordre: bool) -> None:
    assert est_en_ordre(numeros) is en_ordre


@pytest.mark.parametrize(
    ("comptes", "montrees"),
    [
        ({}, ""),
        ({"a": 4}, ""),
        ({"a": 5}, "a"),
        ({"a": 5, "b": 5}, "ab"),
        ({"a": 9, "b": 6, "c": 4}, "a"),  # 19 - 15 would tell 4
        ({"a": 9, "b": 6, "c": 4, "d": 1}, "ab"),  # c and d hide each other
        ({"a": 9, "c": 1}, ""),
        ({"a": 9, "b": 6, "": 3}, "a"),  # what no filter names counts too
        ({"a": 9, "b": 6, "": 30, "c": 1}, "ab"),
        ({"a": 6, "b": 6, "c": 4}, "a"),  # of two equal parts, always the same
    ],
)
def test_une_part_se_montre_si_rien_de_rare_ne_s_en_deduit(comptes: dict[str, int], montrees: str) -> None:
    assert parts_montrables(comptes, [part for part in comptes if part]) == set(montrees)


@given(st.dictionaries(st.integers(0, 9), st.integers(1, 40), max_size=8))
def test_aucun_petit_nombre_ne_se_deduit_d_une_liste_et_de_ses_parts(comptes: dict[int, int]) -> None:
    montrees = parts_montrables(comptes, [part for part in comptes if part])
    reste = sum(comptes.values()) - sum(comptes[part] for part in montrees)
    assert all(comptes[part] >= 5 for part in montrees)
    assert reste == 0 or reste >= 5 or not montrees


@pytest.mark.parametrize("demandee", ["2013", "2026", "2099"])
def test_une_annee_de_campagne_filtre(demandee: str) -> None:
    assert edition_choisie(demandee) == int(demandee)


@pytest.mark.parametrize("demandee", ["", "2012", "2101", "026", "20260", "٢٠٢٦", "2026 ", "abc"])
def test_ce_qui_n_est_pas_une_annee_de_campagne_ne_filtre_rien(demandee: str) -> None:
    assert edition_choisie(demandee) is None
