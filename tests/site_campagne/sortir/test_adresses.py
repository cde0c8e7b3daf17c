"""From addresses to files, and the links between them."""

import pytest

from site_campagne.sortir.adresses import fichier_de, lien_relatif, normaliser
from site_campagne.sortir.liens import envoie, liens_css, liens_html, recrire_css, recrire_html


@pytest.mark.parametrize(
    ("ecrite", "page", "attendue"),
    [
        ("/en/", "/", "/en/"),
        ("https://ici.org/mur/", "/", "/mur/"),
        ("https://ici.org", "/mur/", "/"),
        ("http://ici.org/a%20b.pdf", "/", "/a b.pdf"),
        ("?page=3", "/mur/", "/mur/?page=3"),
        ("/mur/?page=1", "/", "/mur/"),
        ("/mur/?region=16&page=2", "/", "/mur/?page=2"),
        ("/mur/?region=16", "/", "/mur/"),
        ("../img/a.svg", "/static/css/base.css", "/static/img/a.svg"),
        ("#aide", "/mur/", None),
        ("", "/mur/", None),
        ("https://ailleurs.org/", "/", None),
        ("//ailleurs.org/a", "/", None),
        ("mailto:a@b.org", "/", None),
        ("tel:811", "/", None),
        ("http://[", "/", None),
    ],
)
def test_un_lien_du_site_devient_une_adresse(ecrite: str, page: str, attendue: str | None) -> None:
    assert normaliser(ecrite, page, "ici.org") == attendue


@pytest.mark.parametrize(
    ("adresse", "fichier"),
    [
        ("/", "index.html"),
        ("/en/", "en/index.html"),
        ("/mur/?page=3", "mur/page-3.html"),
        ("/documents/3/a b.pdf", "documents/3/a b.pdf"),
        ("/../../etc/passwd", "etc/passwd"),
        ("/a<b>:c/", "a-b--c/index.html"),
    ],
)
def test_une_adresse_devient_un_fichier_qui_ne_sort_pas_du_dossier(adresse: str, fichier: str) -> None:
    assert fichier_de(adresse) == fichier


def test_un_fichier_en_nomme_un_autre() -> None:
    assert lien_relatif("en/mur/index.html", "static/css/base.css") == "../../static/css/base.css"
    assert lien_relatif("index.html", "documents/a b.pdf") == "documents/a%20b.pdf"


def test_les_liens_d_une_page_se_lisent_et_se_recrivent_sauf_son_adresse_sur_le_web() -> None:
    html = (
        '<link rel="canonical" href="https://ici.org/"><link rel="stylesheet" href="/a.css">'
        '<a class="b" href="/x?a=1&amp;b=2">x</a><img src="/i.png" srcset="/i.png 1x, /j.png 2x"><p title="/non">'
    )

    assert list(liens_html(html)) == ["/a.css", "/x?a=1&b=2", "/i.png", "/i.png", "/j.png"]
    recrit = recrire_html(html, lambda lien: f"<{lien}")
    assert 'href="https://ici.org/"' in recrit
    assert 'href="&lt;/x?a=1&amp;b=2"' in recrit
    assert 'srcset="&lt;/i.png 1x, &lt;/j.png 2x"' in recrit


def test_les_liens_d_une_feuille_de_style() -> None:
    css = "a { b: url('../img/a.svg') } c { d: url(e.png) }"

    assert list(liens_css(css)) == ["../img/a.svg", "e.png"]
    assert recrire_css(css, str.upper) == 'a { b: url("../IMG/A.SVG") } c { d: url("E.PNG") }'


def test_une_page_qui_envoie_quelque_chose_est_reconnue() -> None:
    assert envoie('<form class="a" method="post" action="/">')
    assert not envoie('<form method="get" action="/">')
