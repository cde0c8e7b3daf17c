"""Which archives stay: days, weeks, months; seven days for the safe; always the last good one."""

from datetime import UTC, datetime, timedelta

from site_campagne.sauvegarde.conservation import derniere, instant_de, nommer, perimees_du_coffre, perimees_du_site

MIDI = datetime(2026, 11, 22, 17, tzinfo=UTC)


def chaque_jour(nombre: int, genre: str = "site") -> list[str]:
    return [nommer(genre, MIDI - timedelta(days=rang)) for rang in range(nombre)]


def test_le_nom_dit_l_instant() -> None:
    assert instant_de(nommer("site", MIDI), "site") == MIDI
    assert instant_de(nommer("coffre", MIDI), "site") is None
    assert instant_de("site-notes.txt", "site") is None


def test_la_plus_recente_est_la_derniere() -> None:
    noms = chaque_jour(3)

    assert derniere([*noms, "zzz.txt"], "site") == noms[0]
    assert derniere([], "site") is None


def test_un_an_de_sauvegardes_laisse_des_jours_des_semaines_et_des_mois() -> None:
    noms = chaque_jour(365)
    partent = perimees_du_site(noms, noms[0], 7, 4, 6)
    restent = [nom for nom in noms if nom not in partent]

    assert restent[:7] == noms[:7]
    assert 7 < len(restent) <= 7 + 4 + 6
    assert instant_de(restent[-1], "site") == datetime(2026, 6, 30, 17, tzinfo=UTC)


def test_la_derniere_bonne_reste_quoi_qu_on_regle() -> None:
    noms = chaque_jour(3)

    assert noms[0] not in perimees_du_site(noms, noms[0], 0, 0, 0)


def test_ce_qui_est_plus_recent_que_l_archive_verifiee_n_est_pas_touche() -> None:
    noms = chaque_jour(5)

    assert set(noms[:3]).isdisjoint(perimees_du_site(noms, noms[2], 1, 0, 0))


def test_le_coffre_part_a_sept_jours_meme_seul() -> None:
    vieille = nommer("coffre", MIDI - timedelta(days=7))
    jeune = nommer("coffre", MIDI - timedelta(days=6, hours=23))

    assert perimees_du_coffre([vieille, jeune, "autre.txt"], MIDI) == [vieille]
    assert perimees_du_coffre([vieille], MIDI) == [vieille]
