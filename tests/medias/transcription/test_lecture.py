"""One WebVTT text gives captions, transcript and plain text, and nothing of it is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from medias.transcription import Paragraphe, Replique, Titre, ecrire, en_texte, lire, paragraphes

VTT = """WEBVTT - un titre de fichier

STYLE
::cue { background: url(https://ailleurs.example/) }

NOTE
Demander à Gaétane si elle veut son nom.

NOTE titre : La porte

ouverture
00:00.000 --> 00:02.000 line:0 align:start
<v Ana>Bonjour &amp; bienvenue.</v>
<v.fort Bo>Salut!

00:00:02.000 --> 00:00:03.500
<v Bo><i>On</i> est
là.

NOTE titre: La soupe

00:01:00.000 --> 00:01:01.000
<v Bo>Elle <00:01:00.500>mijote.
"""
MOTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Zs")), min_size=1, max_size=12
)


@st.composite
def des_repliques(draw: st.DrawFn) -> list[Replique]:
    instant, repliques = 0, []
    for _rang in range(draw(st.integers(1, 6))):
        debut = instant + draw(st.integers(0, 5_000))
        instant = debut + draw(st.integers(1, 9_000_000))
        lignes = draw(st.lists(MOTS, min_size=1, max_size=3))
        voix, titre = draw(st.just("") | MOTS), draw(st.just("") | MOTS)
        place = draw(st.sampled_from(["", "line:0", "position:10% align:start"]))
        repliques.append(Replique(debut / 1000, instant / 1000, "\n".join(lignes), voix, titre, place))
    return repliques


def normalisees(repliques: list[Replique]) -> list[Replique]:
    """Return them as a first passage leaves them: composed characters, spaces made one."""
    return lire(ecrire(repliques))


@given(des_repliques())
def test_ce_qui_est_ecrit_se_relit(repliques: list[Replique]) -> None:
    une_fois = normalisees(repliques)
    assert lire(ecrire(une_fois)) == une_fois
    assert [(r.debut, r.fin) for r in une_fois] == [(r.debut, r.fin) for r in repliques]
    assert [bool(r.titre) for r in une_fois] == [bool(r.titre) for r in repliques]


def test_les_voix_les_titres_et_les_lignes_se_lisent() -> None:
    assert lire(VTT) == [
        Replique(0, 2, "Bonjour & bienvenue.", "Ana", "La porte", "line:0 align:start"),
        Replique(0, 2, "Salut!", "Bo", "", "line:0 align:start"),
        Replique(2, 3.5, "On est\nlà.", "Bo"),
        Replique(60, 61, "Elle mijote.", "Bo", "La soupe"),
    ]


def test_rien_de_ce_qui_est_pour_la_maison_ne_sort() -> None:
    sorti = ecrire(lire(VTT))
    assert not [mot for mot in ("Gaétane", "STYLE", "ailleurs", "fichier", "ouverture", "<i>") if mot in sorti]
    assert sorti.startswith("WEBVTT\n\nNOTE titre: La porte\n\n00:00:00.000 --> 00:00:02.000 line:0 align:start\n")
    assert "<v Ana>Bonjour &amp; bienvenue.</v>\n<v Bo>Salut!</v>\n" in sorti


def test_ce_qui_ressemble_a_une_balise_sort_comme_des_mots() -> None:
    (replique,) = lire("WEBVTT\n\n00:00.000 --> 00:02.000\n&lt;script&gt; --&gt; &amp;amp;\n")
    assert replique.texte == "<script> --> &amp;"
    assert "<script>" not in ecrire([replique])
    assert lire(ecrire([replique])) == [replique]


def test_la_meme_voix_fait_un_paragraphe_qu_un_titre_ou_un_silence_coupe() -> None:
    assert paragraphes(lire(VTT)) == [
        Titre("La porte", 0),
        Paragraphe("Ana", "Bonjour & bienvenue.", 0, 2),
        Paragraphe("Bo", "Salut! On est là.", 0, 3.5),
        Titre("La soupe", 60),
        Paragraphe("Bo", "Elle mijote.", 60, 61),
    ]
    suite = [Replique(0, 1, "Un.", "Bo"), Replique(1, 2, "Deux.", "Bo"), Replique(9, 10, "Trois.", "Bo")]
    assert [m.texte for m in paragraphes(suite)] == ["Un. Deux.", "Trois."]


def test_une_seule_voix_ne_fait_pas_un_mur() -> None:
    phrases = [Replique(s, s + 1, "Une chaise de plus autour de la table.", "Bo") for s in range(60)]
    assert len(paragraphes(phrases)) == 4


def test_le_texte_dit_qui_parle() -> None:
    dits = ["La porte", "Ana : Bonjour & bienvenue.", "Bo : Salut! On est là.", "La soupe", "Bo : Elle mijote."]
    assert en_texte(lire(VTT)).replace("\u00a0", " ").split("\n\n") == dits


def test_un_texte_qui_n_est_pas_du_webvtt_ne_dit_rien() -> None:
    assert (lire(""), lire("Bonjour"), ecrire([]), en_texte([])) == ([], [], "WEBVTT\n", "")
