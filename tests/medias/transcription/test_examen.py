"""What is wrong in captions is found before anything is kept, and named by caption and by time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medias.constats import dire
from medias.examen import LONGUEUR_MAX, Constat, Defaut, depuis_srt, est_du_srt, examiner
from medias.transcription import lire

ARABES = str.maketrans({str(rang): chr(0x660 + rang) for rang in range(10)})
DEUX = "WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour.\n\n00:02.000 --> 00:04.000\n{}\n"
SRT = """\ufeff1
00:00:01,000 --> 00:00:02,500
<font color="#fff">Sel & poivre</font>

2
00:00:02,500 --> 00:00:04,000
{\\an8}<i>On</i> goûte.
"""


def refus(vtt: str, duree: float = 0) -> list[Defaut]:
    return [constat.defaut for constat in examiner(vtt, duree) if constat.defaut.est_un_refus]


def test_un_bon_texte_n_a_rien() -> None:
    assert examiner(DEUX.format("<v Bo>Salut!"), 4) == []


@pytest.mark.parametrize(
    ("vtt", "defaut"),
    [
        ("", Defaut.VIDE),
        (" \n\n", Defaut.VIDE),
        ("WEBVTT\n", Defaut.VIDE),
        ("WEBVTT\n\nNOTE rien encore\n", Defaut.VIDE),
        ("Bonjour", Defaut.ENTETE),
        ("WEBVTTX\n\n00:00.000 --> 00:02.000\nBonjour.\n", Defaut.ENTETE),
        ("WEBVTT\n00:00.000 --> 00:02.000\nBonjour.\n", Defaut.ENTETE),
        ("x" * (LONGUEUR_MAX + 1), Defaut.TROP_LONG),
        (DEUX.format("Un.\n\nDeux."), Defaut.SANS_TEMPS),
        (DEUX.replace("00:02.000 -->", "00:02,000 -->"), Defaut.TEMPS),
        (DEUX.replace("00:04.000", "00:61.000"), Defaut.TEMPS),
        (DEUX.replace("00:04.000", "00:04.000".translate(ARABES)), Defaut.TEMPS),
        (DEUX.format("Un.\n00:05.000 --> 00:06.000\nDeux."), Defaut.TEMPS),
        (DEUX.format("<script>alert(1)</script>"), Defaut.BALISE),
        (DEUX.format("<img src=x onerror=alert(1)>"), Defaut.BALISE),
        (DEUX.format('<a href="https://ailleurs.example/">ici</a>'), Defaut.BALISE),
        (DEUX.format("<!-- rien -->"), Defaut.TEMPS),
        (DEUX.format("2 < 3"), Defaut.CHEVRON),
        (DEUX.format("<v Bo"), Defaut.CHEVRON),
        (DEUX.format("<v Bo></v>"), Defaut.MUETTE),
        (DEUX.format(""), Defaut.MUETTE),
        (DEUX.replace("00:04.000", "00:02.000"), Defaut.FIN),
        (DEUX.replace("00:04.000", "00:01.000"), Defaut.FIN),
        (DEUX.replace("00:02.000 -->", "00:01.999 -->"), Defaut.CHEVAUCHEMENT),
        (DEUX.replace("00:00.000", "00:01.000").replace("00:02.000 -->", "00:00.500 -->"), Defaut.DESORDRE),
    ],
)
def test_chaque_defaut_est_refuse(vtt: str, defaut: Defaut) -> None:
    assert defaut in refus(vtt.format("Salut!") if "{}" in vtt else vtt)


def test_une_replique_ne_depasse_pas_l_enregistrement() -> None:
    assert refus(DEUX.format("Salut!"), 3.4) == [Defaut.DUREE]
    assert refus(DEUX.format("Salut!"), 3.6) == refus(DEUX.format("Salut!"), 0) == []


def test_le_refus_nomme_la_replique_et_son_temps() -> None:
    (constat,) = examiner(DEUX.format("<script>alert(1)</script>"))
    assert constat == Constat(Defaut.BALISE, 2, "00:02.000", "<script>")
    assert dire(constat).startswith("Réplique 2 (00:02.000)")
    assert "« <script> » est refusée" in dire(constat).replace("\u00a0", " ")
    (perdu,) = examiner(DEUX.format("Un.\n\nDeux."))
    assert dire(perdu).startswith("Après la réplique 2")
    assert "Deux." in dire(perdu)


@pytest.mark.parametrize("defaut", Defaut)
def test_chaque_defaut_a_sa_phrase(defaut: Defaut) -> None:
    assert dire(Constat(defaut, 1, "00:01.000", "100 % d’accord")).endswith((".", "?"))


@pytest.mark.parametrize(
    ("mots", "defaut"),
    [
        ("Un.\nDeux.\nTrois.", Defaut.LIGNES),
        ("Une ligne qui est plus longue que ce qui se lit", Defaut.LARGEUR),
        ("Une ligne bien assez large.\nEt une autre qui la suit de près.", Defaut.VITESSE),
    ],
)
def test_ce_qui_se_lit_mal_est_dit_sans_etre_refuse(mots: str, defaut: Defaut) -> None:
    trouves = [constat.defaut for constat in examiner(DEUX.format(mots))]
    assert trouves == [defaut]
    assert not defaut.est_un_refus


def test_le_srt_devient_du_webvtt() -> None:
    assert est_du_srt(SRT)
    assert not est_du_srt(DEUX)
    vtt = depuis_srt(SRT)
    assert examiner(vtt) == []
    assert [(r.debut, r.fin, r.texte) for r in lire(vtt)] == [(1, 2.5, "Sel & poivre"), (2.5, 4, "On goûte.")]


def test_un_srt_fautif_reste_fautif() -> None:
    assert refus(depuis_srt(SRT.replace("02,500 -->", "02,000 -->"))) == [Defaut.CHEVAUCHEMENT]
    assert refus(depuis_srt(SRT.replace("On", "<script>"))) == [Defaut.BALISE]
    assert refus(depuis_srt(SRT.replace("goûte.", "goûte.\n\nPerdu."))) == [Defaut.SANS_TEMPS]


@given(st.text(st.sampled_from("WEBVTNO \n\r\t-->:.,0159<>/v&;é\ufeff\x00\u2028"), max_size=200))
def test_aucun_texte_ne_fait_tomber_l_examen(texte: str) -> None:
    for essai in (texte, f"WEBVTT\n\n{texte}", f"WEBVTT\n\n00:00.000 --> 00:02.000\n{texte}", depuis_srt(texte)):
        constats = examiner(essai, 1)
        assert all(dire(constat) for constat in constats)
        if not [constat for constat in constats if constat.defaut.est_un_refus]:
            assert lire(essai)
