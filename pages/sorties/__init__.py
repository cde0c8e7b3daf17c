"""Outputs of a publication other than its page, all made from its outline (`publication.sortie`).

`page.Imprimable` gives a page type its `pdf/` address; the plain text is `pages.texte_brut`. A PDF takes four steps:
`donnees` turns the outline into data, `composition` hands the data to the one template (`modele.typ`), `gardees` keeps
the result while the data stay the same, `reponse` answers. Words reach Typst as data, never as source.
See docs/decisions/0031.
"""
