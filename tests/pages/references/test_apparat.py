import re
import time

import pytest
from wagtail.rich_text import RichText

from pages.publication.sortie import Citation, Fragment, Liste, Paragraphe, Titre, mots, tous
from pages.references.apparat import Apparat
from pages.references.entrees import Entree
from pages.references.formes import appels, notes_mal_fermees, seul_appel
from pages.references.lecture import lire_html, lire_ligne

ARDOUIN = Entree(("Ardouin, Léa",), "2019", "La chaise d’à côté", "livre", adresse="https://exemple.org/chaise")
DEUX = Entree(
    ("Bellerive, Tom", "Écuyer, Maïa"), "2021a", "Le bruit des tasses", "article", contenant="Cahiers du perron"
)
TROIS = Entree(("Cyr, Jo", "Dubé, Lou", "Fay, Mo"), "2011", "Tenir table")
GROUPE = Entree(("Comité des cuisines du Bas-du-Fleuve",), "s. d.", "Bilan", nom_court="CCBF")
TOUTES = (ARDOUIN, DEUX, TROIS, GROUPE)


def lettres(rang: int) -> str:
    return chr(97 + rang // 20) + chr(97 + rang % 20)


def cles(texte: str) -> list[str]:
    return [appel.cle for appel in appels(texte, Apparat(TOUTES).bibliographie.par_annee)]


@pytest.mark.parametrize(
    ("texte", "attendues"),
    [
        ("On l’a dit (Ardouin, 2019).", ["ardouin 2019"]),
        ("(Ardouin, 2019, p. 42)", ["ardouin 2019"]),
        ("(Ardouin, 2019 : 42)", ["ardouin 2019"]),
        ("(voir Ardouin, 2019, pp. 4-5)", ["ardouin 2019"]),
        ("(Ardouin,\u00a02019)", ["ardouin 2019"]),
        ("(ARDOUIN, 2019)", ["ardouin 2019"]),
        ("(Bellerive et Écuyer, 2021a; Cyr et al., 2011)", ["bellerive et ecuyer 2021a", "cyr et al 2011"]),
        ("(Bellerive & Écuyer, 2021a)", ["bellerive et ecuyer 2021a"]),
        ("(Cyr, Dubé et Fay, 2011)", ["cyr dube et fay 2011"]),
        ("(Ardouin, dans Cyr et coll., 2011, p. 42)", ["cyr et al 2011"]),
        ("(CCBF, s. d.)", ["ccbf sd"]),
        ("(Ardouin, 2018, 2019)", ["ardouin 2018", "ardouin 2019"]),
        ("Ardouin (2019) le dit, Cyr et al. (2011, p. 3) aussi.", ["ardouin 2019", "cyr et al 2011"]),
        ("(depuis 2013)", []),
        ("(10 octobre 2026)", []),
        ("(Le Perron, 12 mars 2019)", []),
        ("(adoptée en assemblée, 2019)", []),
        ("(514 555-0100)", []),
    ],
)
def test_une_citation_est_reconnue(texte: str, attendues: list[str]) -> None:
    assert cles(texte) == attendues


def test_ce_qui_n_est_peut_etre_pas_une_citation_n_est_pas_strict() -> None:
    assert [appel.est_stricte for appel in appels("(Zed, 2019) (Montréal 2019) Le Plan (2019)")] == [True, False, False]


def test_la_citation_et_son_entree_se_repondent() -> None:
    apparat = Apparat(TOUTES)
    html = apparat.marquer("Oui (Ardouin, 2019, p. 4). Encore (Ardouin, 2019).")
    assert re.findall(r'href="#([\w-]+)" id="([\w-]+)"', html) == [
        ("ref-ardouin-2019", "ref-ardouin-2019-1"),
        ("ref-ardouin-2019", "ref-ardouin-2019-2"),
    ]
    (ligne,) = apparat.lignes_citees
    assert ligne.renvois == ("ref-ardouin-2019-1", "ref-ardouin-2019-2")
    assert [ligne.entree.etiquette for ligne in apparat.lignes] == [
        "Ardouin",
        "Bellerive et Écuyer",
        "CCBF",
        "Cyr et coll.",
    ]


def test_une_citation_coupee_par_des_balises_reste_entiere() -> None:
    apparat = Apparat(TOUTES)
    html = apparat.marquer(RichText("<p>(Cyr <i>et al.</i>, 2011) et <b>(Ardouin</b>, 2019)</p>"))
    assert 'id="ref-cyr-et-al-2011-1">Cyr <i>et al.</i>, 2011</a>' in html
    assert "<b>(Ardouin</b>, 2019)" in html  # a link would cross the bold


def test_les_notes_se_numerotent_dans_l_ordre_de_lecture() -> None:
    apparat = Apparat(TOUTES)
    html = str(apparat.marquer("Un[note : premier mot] deux[note: (Ardouin, 2019, p. 4)]")) + str(
        apparat.marquer("trois[note : (Ardouin, 2019, p. 9)]")
    )
    assert re.findall(r'href="#(note-\d)" id="(appel-\d)"', html) == [(f"note-{n}", f"appel-{n}") for n in (1, 2, 3)]
    assert "[note" not in html
    premiere, pleine, courte = apparat.notes
    assert premiere.html == "premier mot"
    assert "<cite>La chaise d’à côté</cite></a>, p.\u00a04." in pleine.html
    assert "La chaise" not in courte.html
    assert "Ardouin, 2019, p.\u00a09" in courte.html


def test_une_citation_secondaire_garde_ses_deux_noms() -> None:
    apparat = Apparat(TOUTES)
    html = apparat.source("(Ardouin, dans Cyr et coll., 2011, p. 42)")
    assert 'href="#ref-cyr-et-al-2011"' in html
    assert "Ardouin, dans Cyr et coll., 2011, p.\u00a042" in html


def test_ce_qui_suit_une_source_vient_apres_un_seul_point() -> None:
    apparat = Apparat(TOUTES)
    pleine = str(apparat.source("(Ardouin, 2019)", "Notre <traduction>."))
    courte = str(apparat.source("(Ardouin, 2019)", "Notre traduction."))
    assert pleine.endswith("</cite></a>. Notre &lt;traduction&gt;.")
    assert courte.endswith(">Ardouin, 2019</a>. Notre traduction.")
    assert str(apparat.source("(CCBF, s. d.)", "Notre traduction.")).count("..") == 0


def test_une_note_mal_fermee_est_comptee() -> None:
    assert notes_mal_fermees("a[note : bien] b[note : mal") == 1
    assert notes_mal_fermees("a[note : ]") == 1
    assert notes_mal_fermees("a[note : bien]") == 0
    assert Apparat().marquer("a[note : mal") == "a[note\u00a0: mal"


def test_un_texte_hostile_reste_du_texte() -> None:
    apparat = Apparat([Entree(("<b>Zed</b>",), "2019", "<script>")])
    html = apparat.marquer("<script>alert(1)</script> (<b>Zed</b>, 2019) [note : <img src=x>]")
    assert "<script>" not in html
    assert "<img" not in apparat.notes[0].html
    assert "<b>" not in apparat.lignes[0].entree.html


def test_deux_cents_references_restent_rapides() -> None:
    entrees = [Entree((f"Nom{lettres(rang)}, A",), str(1900 + rang % 100), f"Titre {rang}") for rang in range(200)]
    texte = " ".join(
        f"Des mots (Nom{lettres(rang)}, {1900 + rang % 100}, p. 3). Nom{lettres(rang)} ({1900 + rang % 100})"
        for rang in range(200)
    )
    debut = time.perf_counter()
    apparat = Apparat(entrees)
    apparat.marquer(texte)
    assert time.perf_counter() - debut < 0.5
    assert sum(len(renvois) for renvois in apparat.renvois.values()) == 400


def test_seule_une_citation_seule_prend_la_forme_courte() -> None:
    assert seul_appel("(Ardouin, 2019, p. 4).") is not None
    assert seul_appel("Ardouin, 2019") is not None
    assert seul_appel("Voir (Ardouin, 2019)") is None
    assert seul_appel("(Ardouin, 2019; Cyr, 2011)") is None


def test_un_texte_riche_devient_un_plan() -> None:
    apparat = Apparat(TOUTES)
    html = apparat.marquer(
        RichText(
            '<h2>Le titre</h2><p>Un <b>mot</b>[note : ici] et <a href="https://exemple.org">un lien</a>.</p>'
            "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul><blockquote>Dit</blockquote>"
        )
    )
    titre, paragraphe, liste, citation = lire_html(html)
    assert titre == Titre(1, "Le titre")
    assert isinstance(paragraphe, Paragraphe)
    assert mots(paragraphe.contenu) == "Un mot et un lien."
    assert Fragment("1", note=1, ancre="appel-1") in paragraphe.contenu
    assert Fragment("un lien", lien="https://exemple.org") in paragraphe.contenu
    assert isinstance(liste, Liste)
    assert [len(element.blocs) for element in liste.elements] == [1, 2]
    assert isinstance(citation, Citation)
    assert sum(isinstance(bloc, Paragraphe) for bloc in tous((titre, paragraphe, liste, citation))) == 5
    assert mots(lire_ligne("<p>a</p><p>b</p>")) == "a b"


def test_une_annexe_appelee_est_un_lien_quand_elle_existe() -> None:
    html = Apparat(annexes=2).marquer(RichText("<p>Voir l’annexe\u00a02, les annexes 1, 2 et 4, l’annexe B.</p>"))
    assert re.findall(r'<a class="renvoi" href="#annexe-(\d)">([^<]+)</a>', html) == [
        ("2", "annexe\u00a02"),
        ("1", "annexes 1"),
        ("2", "2"),
    ]


@pytest.mark.parametrize(
    ("annexes", "html"),
    [
        (0, "<p>Voir l’annexe 1.</p>"),
        (1, "<p>Voir l’annexe 2.</p>"),
        (1, '<p><a href="/ailleurs/">Voir l’annexe 1</a></p>'),
        (1, "<p>une anne<b>xe 1</b></p>"),
    ],
)
def test_une_annexe_absente_ou_deja_liee_reste_des_mots(annexes: int, html: str) -> None:
    assert "renvoi" not in Apparat(annexes=annexes).marquer(RichText(html))


def test_une_annexe_s_appelle_aussi_dans_une_note() -> None:
    apparat = Apparat(annexes=1)
    apparat.marquer("Oui[note : voir l’annexe 1].")
    assert 'href="#annexe-1"' in apparat.notes[0].html
