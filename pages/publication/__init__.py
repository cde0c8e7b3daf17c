"""How a page becomes public: the ground floor of the room. Nothing of ours goes live but through here.

A page type derives from `page.PagePubliable` and declares, in its own body, its parents, its children and its gates
(`regles_de_publication`); a system check refuses one that does not. To add a gate: one file in `regles/` that makes
one `Regle`, then its name in the tuple of the page types that it concerns.

    FIGURES = Regle("chiffre_sans_source", Severite.BLOQUANT, examiner_les_chiffres)

    class CommuniquePage(PagePubliable):
        regles_de_publication = (*GENERIQUES, FIGURES)

`constats.examiner(page)` evaluates them, and is the same everywhere: in the editor, at submission, at approval, at the
scheduled time, in bulk, from code. `actions` holds the only ways out: a workflow that ends, one person where that is
allowed, the scheduled time. Tests, migrations and the demo use `porte.ouvrir(reason)`, and nothing else does.
"""
