"""The PDF itself: tagged, titled, in French, heard in the right order, and made whatever was typed."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.publication.sortie import Bloc, Citation, Element, Encadre, Figure, Fragment, Liste, Paragraphe, Titre, ligne
from pages.sorties.composition import CompositionImpossible, composer
from pages.sorties.donnees import donnees_de
from pages.texte_brut import ecrire_texte

from .exemplaire import COURTEPOINTE, LE, balises, complet, document, ouvrir, para, pdf_de, une_illustration
from .lecteur import autour, entendre

ETALONS = Path(__file__).parent
PIEGES = (
    "#panic()", '#read("/etc/passwd")', "$x^2$", "\\", '"', "@ref", "*gras*", "_it_", "`raw`", "<label>", "// fin",
    "/* fin", "= Titre", "- puce", "]", "[", "}", "#{", "~", "--", "'", "\\u{41}",
)  # fmt: skip


def test_le_pdf_est_conforme_etiquete_titre_et_en_francais() -> None:
    pdf = ouvrir(pdf_de(complet()))
    with pdf.open_metadata() as metadonnees:
        assert metadonnees["pdfuaid:part"] == "1"
        assert metadonnees["dc:title"] == "Une chaise de plus"
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "fr-CA"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo.Author) == "La Rallonge"
    assert [str(entree.Title) for entree in (pdf.Root.Outlines.First, pdf.Root.Outlines.Last)] == [
        "1 Un toit",
        "Bibliographie",
    ]


def test_chaque_bloc_a_sa_balise_et_les_images_leur_texte() -> None:
    trouvees = balises(ouvrir(pdf_de(complet())))
    genres = [genre for genre, _alternative in trouvees]
    assert {"Title", "H1", "H2", "L", "LI", "LBody", "BlockQuote", "Note", "Link", "Table", "TH", "TD", "Caption"} <= {
        *genres
    }
    assert "H3" not in genres, "a level that an editor skipped is closed up"
    assert [alternative for genre, alternative in trouvees if genre == "Figure"] == [
        "Une courtepointe verte sur une table",
        "Votre réponse à la question 1",
    ]


def test_on_entend_tout_dans_l_ordre() -> None:
    entendu = entendre(ouvrir(pdf_de(complet(), mentions=("Document de travail – ne pas diffuser",))))
    assert entendu == (ETALONS / "complet_entendu.txt").read_text().strip()


def test_le_texte_brut_dit_la_meme_chose() -> None:
    assert ecrire_texte(complet()) == (ETALONS / "complet.txt").read_text()


def test_la_mention_est_sur_chaque_page() -> None:
    plan = document(*[para("Une porte, une table, du temps. " * 40) for _rang in range(12)], mentions=("Sous embargo",))
    pages = autour(ouvrir(pdf_de(plan)))
    assert len(pages) > 2
    assert all("Sous embargo" in page for page in pages)
    assert all("Une chaise de plus" in page for page in pages[1:])
    assert pages[2].endswith(f"La Rallonge3 / {len(pages)}")
    assert not any("Sous embargo" in page for page in autour(ouvrir(pdf_de(plan, mentions=()))))


@pytest.mark.parametrize("piege", PIEGES)
def test_ce_qu_on_tape_n_est_jamais_du_typst(piege: str) -> None:
    mots = f"avant {piege} après"
    plan = document(
        Titre(1, mots, ancre=piege),
        Paragraphe((Fragment(mots, lien=f"#{piege}"), Fragment(mots, gras=True, ancre=f"a{piege}"))),
        Liste((Element((para(mots),), marque=piege),)),
        Citation((para(mots),), ligne(mots)),
        Encadre(mots, (para(mots),)),
        Figure(COURTEPOINTE, mots, mots),
        titre=mots,
        tete_courante=mots,
        mentions=(mots,),
    )
    entendu = entendre(ouvrir(pdf_de(plan)))
    assert entendu.count(mots) == 11


MARQUANTS = st.sampled_from(
    ["🙂", "👩\u200d🚀", "漢字", "ᐃᓄᒃ", "\u202f", "e\u0301", "\x07", "\u2028", "שלום", "\ufdd0"]
)
MOTS = st.lists(st.text(max_size=40) | MARQUANTS, max_size=6).map("".join)


@settings(deadline=None)
@given(MOTS, MOTS, st.lists(st.integers(-2, 9), max_size=5))
def test_aucun_caractere_n_arrete_la_composition(titre: str, mots: str, niveaux: list[int]) -> None:
    titres: list[Bloc] = [Titre(niveau, mots) for niveau in niveaux]
    plan = document(*titres, Paragraphe((Fragment(mots, gras=True), Fragment(mots, italique=True))), titre=titre)
    assert pdf_de(plan).startswith(b"%PDF")


@pytest.mark.parametrize(
    "plan",
    [
        document(),
        document(titre="", genre="", tete_courante=""),
        document(Liste(()), Citation(()), Encadre("", ()), Paragraphe(()), Titre(1, ""), para("")),
        document(Figure(COURTEPOINTE, ""), Figure(COURTEPOINTE, "", "Une légende seule")),
        document(para("https://exemple.org/" + "abc/" * 200), Titre(1, "anticonstitutionnellement" * 20)),
        document(Paragraphe((Fragment("x", note=9), Fragment("y", lien="#nulle"), Fragment("z", lien="http://[")))),
    ],
    ids=["vide", "sans_titre", "blocs_vides", "images_decoratives", "mots_longs", "renvois_perdus"],
)
def test_un_document_pauvre_sort_quand_meme(plan: Any) -> None:
    assert pdf_de(plan).startswith(b"%PDF")


def test_un_mot_tres_long_reste_dans_la_page() -> None:
    court, long = (ouvrir(pdf_de(document(para("x" * longueur)))) for longueur in (40, 4000))
    assert len(long.pages) >= len(court.pages)
    assert entendre(long).replace("\u200b", "").replace(" ", "").count("x") > 3990


def _de_dix_pages() -> Any:
    references = tuple(
        Element((para(f"Autrice, A. ({1900 + rang}). Ouvrage."),), ancre=f"r{rang}") for rang in range(200)
    )
    appels = Paragraphe(tuple(Fragment(f"({1900 + rang}) ", lien=f"#r{rang}") for rang in range(200)))
    corps = [bloc for rang in range(8) for bloc in (Titre(1, f"Un toit {rang}"), para("Une porte, du temps. " * 90))]
    return document(*corps, appels, Titre(1, "Bibliographie"), Liste(references))


def test_deux_cents_references_en_dix_pages_sortent_vite() -> None:
    plan = _de_dix_pages()
    pdf = ouvrir(pdf_de(plan))
    assert len(pdf.pages) >= 10
    assert [genre for genre, _alt in balises(pdf)].count("Link") >= 200
    donnees, durees = donnees_de(plan, {}, "La Rallonge", LE), []
    for _essai in range(3):
        depart = time.process_time()
        composer(donnees, (), LE)
        durees.append(time.process_time() - depart)
    assert min(durees) < 0.3


def test_plusieurs_fils_composent_a_la_fois_et_donnent_les_memes_octets() -> None:
    plans = [document(para(f"Texte {rang}. " * 50)) for rang in range(4)]
    attendus = [pdf_de(plan) for plan in plans]
    with ThreadPoolExecutor(4) as fils:
        assert list(fils.map(pdf_de, plans * 3)) == attendus * 3


def test_une_image_illisible_est_un_refus_net() -> None:
    image = une_illustration(b"ceci n'est pas une image")
    donnees = donnees_de(document(Figure(COURTEPOINTE, "Une courtepointe")), {COURTEPOINTE: image}, "", LE)
    with pytest.raises(CompositionImpossible):
        composer(donnees, [image], LE)
