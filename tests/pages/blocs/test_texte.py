from pages.blocs import TexteBlock

from .rendu import rendre


def test_le_texte_est_rendu_avec_la_typographie_du_quebec() -> None:
    html = rendre(("texte", "<h2>L'entraide</h2><p>Voici : « des mots »</p>"))
    assert "<h2>L’entraide</h2>" in html
    assert "<p>Voici\u00a0: «\u00a0des mots\u00a0»</p>" in html


def test_l_editeur_n_offre_que_sept_fonctions() -> None:
    assert TexteBlock().features == ["h2", "h3", "bold", "italic", "ul", "ol", "link"]
