import pytest
from hypothesis import given
from hypothesis import strategies as st

from reseau.langue.racines import LONGUEUR, MOTS_D_UNE_REQUETE, racines, racines_de_requete


@pytest.mark.parametrize(
    ("un", "autre"),
    [
        ("cœur", "COEUR"),
        ("événement", "evenement"),
        ("évènements", "ÉVÉNEMENT"),
        ("l’entraide", "entraide"),
        ("l'entraide", "l’entraide"),
        ("jusqu’au logement", "logements"),
        ("citoyen·nes", "citoyennes"),
        ("20\u00a0000", "20 000"),
        ("20\u202f000", "20000"),
        ("aujourd’hui", "aujourd'hui"),
        ("nous demandons", "demander"),
        ("elles dénoncent", "dénoncer"),
        ("caf\u00e9", "cafe\u0301"),
        ("per\u00adsonne", "personnes"),
    ],
)
def test_deux_facons_d_ecrire_ont_une_racine_commune(un: str, autre: str) -> None:
    assert set(racines(un)) & set(racines(autre))


@pytest.mark.parametrize(("un", "autre"), [("maison", "raison"), ("logement", "logiciel"), ("811", "988")])
def test_deux_mots_differents_n_en_ont_pas(un: str, autre: str) -> None:
    assert not set(racines(un)) & set(racines(autre))


def test_l_anglais_a_ses_racines() -> None:
    assert set(racines("The housing of our communities", "en-CA")) == {"hous", "communiti"}
    assert set(racines("people’s rights", "en")) == {"peopl", "right"}


def test_les_petits_mots_se_taisent() -> None:
    assert racines("de la et les du à l’ un an") == []
    assert racines("à") == []


def test_un_mot_compose_se_trouve_aussi_d_un_bloc() -> None:
    assert {"port", "parol", "porteparol"} <= set(racines("porte-parole"))


def test_une_requete_garde_ses_mots_dans_l_ordre_et_chacun_une_fois() -> None:
    mots = racines_de_requete("Le Droit au logement, le droit!")
    assert [mot.mot for mot in mots] == ["droit", "logement"]
    assert len(racines_de_requete(" ".join(f"mot{rang}" for rang in range(50)))) == MOTS_D_UNE_REQUETE


@given(st.text(max_size=300))
def test_une_racine_n_a_que_lettres_et_chiffres(texte: str) -> None:
    toutes = [*racines(texte), *racines(texte, "en"), *(r for mot in racines_de_requete(texte) for r in mot.racines)]
    assert all(racine.isalnum() and len(racine) <= 2 * LONGUEUR for racine in toutes)


@given(st.text("abcdeéèêçœl’' -·.()s", max_size=60))
def test_la_casse_ne_compte_pas(texte: str) -> None:
    assert racines(texte) == racines(texte.upper())


@given(st.lists(st.sampled_from(["citoyen·nes", "l’entraide", "cœur", "20 000", "logements"]), max_size=6))
def test_ce_qui_est_ecrit_se_trouve(mots: list[str]) -> None:
    indexees = set(racines(" ".join(mots)))
    assert all(mot.racines & indexees for mot in racines_de_requete(" ".join(mots)))
