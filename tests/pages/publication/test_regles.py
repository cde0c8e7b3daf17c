"""Each gate: what it finds and where, and what it lets through."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from medias.models import DocumentCampagne
from pages.etats import FILS, FOND_DE_L_AFFICHE, Palette
from pages.models import EditionPage
from pages.presentation import ordinal_texte
from pages.publication.constats import Constat, Regle, Severite, bloquants, examiner
from pages.publication.regles import (
    CITATIONS,
    CONTRASTE,
    IDENTIFIANTS,
    IMAGES,
    INTERTITRES,
    LIENS,
    PRUDENCE,
    RANG,
    REDITES,
    VALIDITE,
)
from pages.publication.regles.contraste import contraste
from pages.publication.regles.rang import rangs_faux
from tests.fabriques.documents import PlateformePageFactory
from tests.fabriques.pages import (
    ContenuPageFactory,
    EditionPageFactory,
    corps,
    mettre_en_vedette,
    retirer_temoignage,
    un_temoignage_publie,
    une_image,
)

from .gestes import texte, un_brouillon

pytestmark = pytest.mark.django_db


def une_page(*blocs: tuple[str, Any], **champs: Any) -> Any:
    return un_brouillon(corps=corps(*blocs), **champs)


def dits(regle: Regle, page: Any) -> list[str]:
    return [constat.message for constat in regle.chercher(page)]


def lien(html: str) -> tuple[str, str]:
    return ("texte", f"<p>{html}</p>")


def appel(**champs: Any) -> tuple[str, Any]:
    return ("appel", {"titre": "Venez", "texte": "", "bouton": "Lire", "page": None, "adresse": "", **champs})


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ('<a href="/temoigner/"></a>', "n’a pas de mots"),
        ('<a href="https://exemple.org"> </a>', "n’a pas de mots"),
        ("<a>ici</a>", "ne mène nulle part"),
        ('<a href="#">ici</a>', "ne mène nulle part"),
        ('<a href="">ici</a>', "ne mène nulle part"),
        ('<a href="htp://exemple">ici</a>', "mal écrite"),
        ('<a href="mailto:personne">ici</a>', "mal écrite"),
        ('<a href="/nulle-part/">ici</a>', "ne répond pas"),
        ('<a linktype="page" id="999999">ici</a>', "n’est pas publiée"),
        ('<a linktype="page" id="pas-un-nombre">ici</a>', "n’est pas publiée"),
        ('<a linktype="page">ici</a>', "n’est pas publiée"),
        ('<a linktype="document" id="999999">ici</a>', "n’existe plus"),
    ],
)
def test_un_lien_vide_ou_mort_est_vu_a_sa_place(html: str, message: str) -> None:
    page = une_page(lien(html))
    (constat,) = LIENS.chercher(page)
    assert message in constat.message
    assert constat.champ == f"corps.{page.corps[0].id}"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://exemple.org/page">ici</a>',
        '<a href="mailto:a@exemple.org">écrire</a>',
        '<a href="tel:811">811</a>',
        '<a href="/temoigner/">écrire</a>',
        '<a href="/">accueil</a>',
        '<a href="/?a=1#b">accueil</a>',
        "sans lien",
    ],
)
def test_un_lien_qui_mene_quelque_part_passe(html: str) -> None:
    assert dits(LIENS, une_page(lien(html))) == []


def test_un_lien_vers_une_page_passe_si_elle_est_publique_ou_si_c_est_elle_meme() -> None:
    publique, brouillon = ContenuPageFactory.create(), un_brouillon()
    document = DocumentCampagne.objects.create(title="Affiche", file="a.pdf")
    page = une_page(
        lien(f'<a linktype="page" id="{publique.pk}">a</a>'),
        lien(f'<a linktype="document" id="{document.pk}">b</a>'),
        lien(f'<a href="{publique.url}">c</a>'),
        appel(page=publique.pk),
        appel(adresse="/temoigner/"),
    )
    assert dits(LIENS, page) == []
    soi = une_page(lien("rien"))
    soi.corps = corps(lien(f'<a linktype="page" id="{soi.pk}">moi</a>'))
    assert dits(LIENS, soi) == []
    mauvais = une_page(
        appel(page=brouillon.pk), appel(adresse="/nulle-part/"), lien(f'<a href="{brouillon.url}">x</a>')
    )
    assert len(dits(LIENS, mauvais)) == 3


def test_un_lien_dans_un_bloc_imbrique_se_trouve_par_son_chemin() -> None:
    question = {"question": "Où?", "reponse": '<p><a href="#">ici</a></p>'}
    page = une_page(("questions", {"titre": "Questions", "questions": [question]}))
    (constat,) = LIENS.chercher(page)
    bloc = page.corps[0]
    assert constat.champ == f"corps.{bloc.id}.questions.{bloc.value['questions'].bound_blocks[0].id}.reponse"
    assert constat.ancre == f"#:w:contentpath={constat.champ}"


@pytest.mark.parametrize(("mots", "vu"), [("", True), (" ", True), ("IMG_2034.JPG", True), ("Une table", False)])
def test_une_image_dit_ce_qu_elle_montre(mots: str, vu: bool) -> None:
    assert bool(dits(IMAGES, une_page(("image", {"image": une_image(texte_alternatif=mots).pk})))) is vu


def test_les_mots_de_la_page_remplacent_ceux_de_l_image() -> None:
    image = une_image(texte_alternatif="")
    assert dits(IMAGES, une_page(("image", {"image": image.pk, "texte_alternatif": "Une table"}))) == []


@pytest.mark.parametrize(
    ("blocs", "vus"),
    [
        ([("texte", "<h2>A</h2><h3>B</h3><h2>C</h2>")], 0),
        ([("texte", "<h3>B</h3>")], 1),
        ([("texte", "<h2></h2>")], 1),
        ([("encadre", {"titre": "A", "texte": "<p>a</p>", "ton": "lin"}), ("texte", "<h3>B</h3>")], 0),
        ([("texte", "<p>a</p>"), ("texte", "<h3>B</h3><h3>C</h3>")], 1),
        ([("texte", "<h2>A</h2><h4>B</h4>")], 1),
    ],
)
def test_les_intertitres_descendent_une_marche_a_la_fois(blocs: list[Any], vus: int) -> None:
    assert len(dits(INTERTITRES, une_page(*blocs))) == vus


@pytest.mark.parametrize(("enjeux", "vus"), [("<h3>Le logement</h3>", 0), ("<h4>Le logement</h4>", 1)])
def test_un_texte_que_la_page_place_sous_son_titre_commence_une_marche_plus_bas(enjeux: str, vus: int) -> None:
    assert len(dits(INTERTITRES, PlateformePageFactory.build(introduction="", enjeux=enjeux))) == vus


@pytest.mark.parametrize(
    ("phrase", "annee", "vu"),
    [
        ("La 13e édition, en 2025", None, False),
        ("La 12e édition, en 2025", None, True),
        ("la 12ᵉ", None, False),
        ("La treizième Journée de 2025", None, False),
        ("La douzième Journée de 2025", None, True),
        ("La 1re édition, en 2013", None, False),
        ("la première édition de 2014", None, True),
        ("Notre 14e Journée", 2026, False),
        ("Notre 13e Journée", 2026, True),
        ("Notre 13e Journée. En 2025, on chantait.", 2026, True),
        ("Notre 13e Journée", None, False),
        ("De 2013 à 2025, la 4e édition reste", None, False),
        ("le 10e étage, en 2025", None, False),
        ("la 12ème édition (2025)", None, True),
        ("la 3 e édition de 1990", None, False),
    ],
)
def test_le_rang_se_compare_a_l_annee(phrase: str, annee: int | None, vu: bool) -> None:
    assert bool(list(rangs_faux(phrase, annee))) is vu


@pytest.mark.parametrize("annee", [2013, 2024, 2025, 2050])
def test_le_bon_rang_passe_chaque_annee(annee: int) -> None:
    assert list(rangs_faux(f"La {ordinal_texte(annee)} édition", annee)) == []


def test_une_edition_qui_se_trompe_de_rang_est_reprise() -> None:
    page = EditionPageFactory.create(annee=2026, theme="Notre 13e Journée")
    assert dits(RANG, page) == ["« 13e Journée » : l’édition 2026 est la 14e."]
    assert next(iter(RANG.chercher(page))).champ == "theme"


@pytest.mark.parametrize(("a", "b", "rapport"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48)])
def test_le_contraste_est_celui_des_wcag(a: str, b: str, rapport: float) -> None:
    assert contraste(a, b) == pytest.approx(rapport, abs=0.01)
    assert contraste(b, a) == contraste(a, b)


@pytest.mark.parametrize("palette", Palette.values)
def test_chaque_palette_du_site_passe(palette: str) -> None:
    assert dits(CONTRASTE, EditionPage(annee=2026, palette=palette)) == []


def test_une_palette_trop_pale_est_refusee(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FILS, Palette.MOUSSE, ("#2e5a4c", "#f8ba24"))
    page = EditionPage(annee=2026, palette=Palette.MOUSSE)
    (constat,) = CONTRASTE.chercher(page)
    assert (constat.champ, "il en faut 4,5" in constat.message) == ("palette", True)


def test_les_couleurs_mesurees_sont_celles_de_la_feuille() -> None:
    jetons = Path(settings.RACINE) / "site_campagne/static/css/jetons.css"
    couleurs = set(re.findall(r"#[0-9a-f]{6}", jetons.read_text()))
    assert {FOND_DE_L_AFFICHE, *(fil for fils in FILS.values() for fil in fils)} <= couleurs


def test_une_redite_se_dit_sans_se_repeter() -> None:
    un_temoignage_publie("j’ai retrouvé le goût de me lever le matin parce qu’on m’attend pour brasser la soupe")
    page = une_page(
        chapeau="On m’attend pour brasser la soupe et j’ai retrouvé le goût de me lever le matin parce qu’on"
    )
    (constat,) = REDITES.chercher(page)
    assert constat.champ == "chapeau"
    assert "goût" not in constat.message


def test_une_citation_retiree_est_vue_dans_chaque_bloc_et_en_vedette() -> None:
    reste, parti = un_temoignage_publie("un perron"), un_temoignage_publie("un banc")
    blocs = (("citation", {"temoignage": parti.pk}), ("selection", {"titre": "A", "temoignages": [reste.pk, parti.pk]}))
    page, edition = une_page(*blocs), EditionPageFactory.create()
    mettre_en_vedette(edition, reste, parti)
    assert dits(CITATIONS, page) == dits(CITATIONS, edition) == []
    retirer_temoignage(parti)
    assert len(dits(CITATIONS, page)) == 2
    assert [constat.champ for constat in CITATIONS.chercher(edition)] == ["vedettes"]


@pytest.mark.parametrize(
    ("regle", "phrase"),
    [(IDENTIFIANTS, "Écrivez à marie.tremblay@exemple.org"), (PRUDENCE, "Il a laissé une lettre d’adieu.")],
)
def test_un_conseil_n_arrete_rien(regle: Regle, phrase: str) -> None:
    page = un_brouillon(chapeau=phrase, corps=texte("<p>Bonjour.</p>"))
    (constat,) = (c for c in examiner(page) if c.regle == regle.nom)
    assert (constat.champ, constat.severite) == ("chapeau", Severite.CONSEIL)
    assert bloquants(page) == []


def test_la_validation_dit_le_champ_ou_le_bloc() -> None:
    page = une_page(("encadre", {"titre": "", "texte": "<p>a</p>", "ton": "lin"}), seo_title="a" * 300)
    assert [constat.champ for constat in VALIDITE.chercher(page)] == ["seo_title", f"corps.{page.corps[0].id}"]
    assert dits(VALIDITE, une_page(("encadre", {"titre": "A", "texte": "<p>a</p>", "ton": "lin"}))) == []


def test_la_validation_dit_ce_qu_un_bloc_imbrique_refuse() -> None:
    page = une_page(("appel", {"titre": "A", "texte": "", "bouton": "B", "page": None, "adresse": ""}))
    (message,) = dits(VALIDITE, page)
    assert "Choisissez une page du site" in message


def test_une_edition_sans_jour_est_valide_et_une_mauvaise_annee_ne_l_est_pas() -> None:
    edition = EditionPageFactory.create(annee=2026)
    assert dits(VALIDITE, edition) == []
    edition.jour = datetime.date(2025, 10, 10)
    assert [constat.champ for constat in VALIDITE.chercher(edition)] == ["jour"]


def test_les_bloquants_viennent_d_abord_et_portent_leur_regle() -> None:
    page = un_brouillon(chapeau="Il a laissé une lettre d’adieu.", corps=texte("<h3>B</h3>"))
    constats = examiner(page)
    assert [constat.est_bloquant for constat in constats] == [True, False]
    assert [constat.regle for constat in constats] == ["ordre_des_intertitres", "prudence"]
    assert all(isinstance(constat, Constat) for constat in constats)
