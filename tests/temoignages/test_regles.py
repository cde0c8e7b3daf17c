"""Rules without a database: cleaning, limits, dates, sizes, the attribution ladder."""

import datetime
import time
import unicodedata

import pytest
from django.utils.translation import override
from hypothesis import example, given
from hypothesis import strategies as st

from temoignages.etats import Duree, Echelon
from temoignages.regles import (
    ECHELLE,
    LONGUEUR_MAX,
    Entourage,
    defaut_de_texte,
    echelon_final,
    echelon_permis,
    edition_de,
    fin_de_consentement,
    nettoyer,
    taille_de,
)

# Characters that break cleaning: combining, control, invisible, direction, line breaks, joiners.
PIEGES = "e\u0301\u0327\u00e9 \t\r\n\x00\x0b\x85\u00ad\u200b\u200d\u202e\u2066\u2069\ufeff\u2028\ue000א🏽"


@pytest.mark.parametrize(
    "parasite",
    ["\x00", "\x07", "\x1b", "\x7f", "\u200b", "\u2060", "\ufeff", "\u00ad", "\ufff9", "\ue000", "\ud83d"]
    + [chr(code) for code in (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))],
)
def test_un_caractere_de_controle_ou_invisible_disparait(parasite: str) -> None:
    assert nettoyer(f"du mon{parasite}de") == "du monde"


@pytest.mark.parametrize("parasite", ["\u061c", "\u180e", "\u206a", "\u206f"])
def test_un_caractere_invisible_plus_rare_disparait_aussi(parasite: str) -> None:
    assert nettoyer(f"du mon{parasite}de") == "du monde"


@pytest.mark.parametrize("saut", ["\x0b", "\x0c", "\x85"])
def test_un_saut_de_traitement_de_texte_ne_colle_pas_deux_mots(saut: str) -> None:
    assert nettoyer(f"du{saut}monde").split() == ["du", "monde"]


@pytest.mark.parametrize(
    "texte",
    [
        "👩‍👩‍👧 pis 👍🏽 pis 🏳️‍🌈 ☕",
        "שלום לכולם",
        "مرحبا بكم جميعا",
        "می‌خواهم",  # the non-joiner of Persian
        "L’été, où ça? « Là-bas »… naïf, cœur, Noël",
        "ligne une\nligne deux\n\nautre strophe",
        "<script>alert(1)</script> & <b>gras</b>",
        "mes deux  bras, chu capable",
    ],
)
def test_les_mots_restent_tels_que_tapes(texte: str) -> None:
    assert nettoyer(texte) == unicodedata.normalize("NFC", texte)


def test_les_fins_de_ligne_et_les_bords_sont_ramenes_a_une_forme() -> None:
    assert nettoyer("\ufeff  un\r\ndeux\rtrois\n\n\n\n\nquatre \u00a0\n") == "un\ndeux\ntrois\n\nquatre"


def test_les_accents_decomposes_sont_recomposes() -> None:
    assert nettoyer("e\u0301te\u0301") == "été"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(PIEGES))))
@example("e\u200b\u0301")
def test_nettoyer_deux_fois_c_est_nettoyer_une_fois(texte: str) -> None:
    une_fois = nettoyer(texte)
    assert nettoyer(une_fois) == une_fois


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(PIEGES))))
def test_le_texte_nettoye_ne_tient_ni_controle_ni_direction_et_s_encode(texte: str) -> None:
    propre = nettoyer(texte)
    propre.encode()
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Co", "Cn"} and c not in "\n\t" for c in propre)
    assert not any(unicodedata.bidirectional(c) in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI"} for c in propre)


@pytest.mark.parametrize("motif", ["a\u0301", "\n", "\u202e", "e\u200b\u0301 ", "🏽\u200d", "je vais me "])
def test_nettoyer_prend_un_temps_proportionnel(motif: str) -> None:
    depart = time.perf_counter()
    nettoyer(motif * 200_000)
    assert time.perf_counter() - depart < 5


@pytest.mark.parametrize(
    ("texte", "debut"),
    [
        ("", "Écrivez"),
        ("a", "Il faut au moins deux"),
        ("a" * (LONGUEUR_MAX + 1), "Votre texte fait 10\u00a0001 caractères; la limite est de 10\u00a0000"),
        ("a" * 20_000, "Votre texte fait 20\u00a0000"),
        ("...", "Il faut au moins un mot"),
        ("\u200d\u200d", "Il faut au moins un mot"),
    ],
)
def test_un_texte_irrecevable_dit_pourquoi(texte: str, debut: str) -> None:
    assert defaut_de_texte(texte).startswith(debut)


def test_les_milliers_se_groupent_comme_dans_la_langue() -> None:
    with override("en"):
        assert "10,001" in defaut_de_texte("a" * (LONGUEUR_MAX + 1))


@pytest.mark.parametrize("texte", ["ok", "a" * LONGUEUR_MAX, "☕☕", "❤️", "1️⃣ 2", "שלום", "不想"])
def test_un_texte_recevable_n_a_pas_de_defaut(texte: str) -> None:
    assert defaut_de_texte(texte) == ""


@pytest.mark.parametrize(
    ("jour", "edition"),
    [
        ((2026, 1, 1), 2026),
        ((2026, 10, 10), 2026),
        ((2026, 10, 31), 2026),
        ((2026, 11, 1), 2027),
        ((2026, 12, 31), 2027),
        ((2028, 2, 29), 2028),
    ],
)
def test_l_edition_change_le_premier_novembre(jour: tuple[int, int, int], edition: int) -> None:
    assert edition_de(datetime.date(*jour)) == edition


@pytest.mark.parametrize(
    ("duree", "dernier_jour"),
    [(Duree.EDITION, datetime.date(2028, 10, 9)), (Duree.TROIS_ANS, datetime.date(2030, 10, 10))],
)
def test_un_consentement_finit_la_veille_de_la_journee_suivante_ou_apres_trois_ans(
    duree: str, dernier_jour: datetime.date
) -> None:
    assert fin_de_consentement(2027, duree) == dernier_jour


def test_une_duree_inconnue_donne_la_plus_courte() -> None:
    assert fin_de_consentement(2027, "toujours") == fin_de_consentement(2027, Duree.EDITION)


@pytest.mark.parametrize(("longueur", "taille"), [(1, "g"), (40, "g"), (41, "m"), (90, "m"), (91, "")])
def test_la_taille_d_une_carte_vient_de_la_longueur(longueur: int, taille: str) -> None:
    assert taille_de("a" * longueur) == taille


ENTOURAGES = st.builds(
    Entourage,
    membres_ressource=st.sampled_from([0, 19, 20, 100]),
    participants=st.sampled_from([0, 4, 5, 6]),
    auteurs=st.sampled_from([0, 2, 3, 4]),
    membres_ressources_region=st.lists(st.sampled_from([0, 16, 17, 20, 50]), max_size=5),
)


@pytest.mark.parametrize(
    ("entourage", "echelon"),
    [
        (Entourage(20, 5, 3), Echelon.RESSOURCE),
        (Entourage(19, 5, 3), Echelon.QUEBEC),
        (Entourage(20, 4, 3), Echelon.QUEBEC),
        (Entourage(20, 5, 2), Echelon.QUEBEC),
        (Entourage(20, 5, 2, (20, 20, 10)), Echelon.REGION),
        (Entourage(20, 5, 2, (20, 20, 9)), Echelon.QUEBEC),
        (Entourage(20, 5, 2, (100, 100)), Echelon.QUEBEC),
        (Entourage(), Echelon.QUEBEC),
    ],
)
def test_l_echelon_permis_suit_les_seuils(entourage: Entourage, echelon: Echelon) -> None:
    assert echelon_permis(entourage, a_ressource=True, a_region=True) == echelon


def test_sans_region_connue_l_attribution_reste_le_quebec() -> None:
    large = Entourage(100, 50, 50, (100, 100, 100))
    assert echelon_permis(large, a_ressource=True, a_region=False) == Echelon.QUEBEC
    assert echelon_permis(large, a_ressource=False, a_region=True) == Echelon.REGION


@given(ENTOURAGES, st.data(), st.booleans(), st.booleans())
def test_moins_de_monde_ne_donne_jamais_une_attribution_plus_precise(
    entourage: Entourage, donnees: st.DataObject, a_ressource: bool, a_region: bool
) -> None:
    moindre = Entourage(
        donnees.draw(st.integers(0, entourage.membres_ressource)),
        donnees.draw(st.integers(0, entourage.participants)),
        donnees.draw(st.integers(0, entourage.auteurs)),
        [donnees.draw(st.integers(0, n)) for n in entourage.membres_ressources_region if donnees.draw(st.booleans())],
    )
    avant = echelon_permis(entourage, a_ressource=a_ressource, a_region=a_region)
    for sans_ressource, sans_region in ((False, False), (True, False), (False, True)):
        apres = echelon_permis(
            moindre, a_ressource=a_ressource and not sans_ressource, a_region=a_region and not sans_region
        )
        assert ECHELLE.index(apres) >= ECHELLE.index(avant)


@given(st.sampled_from(ECHELLE), st.sampled_from(ECHELLE))
def test_le_choix_de_la_personne_n_est_jamais_precise_et_un_theme_sensible_monte_d_un_cran(
    voulu: Echelon, permis: Echelon
) -> None:
    normal = ECHELLE.index(echelon_final(voulu=voulu, permis=permis, theme_sensible=False))
    sensible = ECHELLE.index(echelon_final(voulu=voulu, permis=permis, theme_sensible=True))
    assert normal == max(ECHELLE.index(voulu), ECHELLE.index(permis))
    assert sensible == min(normal + 1, len(ECHELLE) - 1)
