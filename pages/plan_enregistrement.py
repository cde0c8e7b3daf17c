"""A recording as an outline: on paper and in plain text, its words stand in its place."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from medias.durees import duree_en_mots
from medias.models import Enregistrement
from medias.ponctuation import deux_points
from medias.transcription import Paragraphe as Parole
from reseau.typographie import typographier

from .publication.sortie import Bloc, Fragment, Paragraphe, Titre, ligne


def lire_enregistrement(enregistrement: Enregistrement, titre: str) -> Iterator[Bloc]:
    """Yield its title, how long it lasts, and what is said in it, in each language that someone reviewed."""
    yield Titre(1, typographier(titre))
    duree = duree_en_mots(enregistrement.duration)
    genre = _("Vidéo de %(duree)s.") if enregistrement.est_video else _("Enregistrement sonore de %(duree)s.")
    yield Paragraphe(ligne(genre % {"duree": duree}))
    yield from transcriptions(enregistrement, niveau=2)


def transcriptions(enregistrement: Enregistrement, *, niveau: int) -> Iterator[Bloc]:
    """Yield what is said, in each language that someone reviewed, under headings of `niveau` and below."""
    for piste in enregistrement.pistes_relues:
        yield Titre(niveau, _("Transcription (%(langue)s)") % {"langue": piste.get_langue_display()})
        for morceau in piste.morceaux:
            if isinstance(morceau, Parole):
                voix = (Fragment(f"{deux_points(morceau.voix)} ", gras=True),) if morceau.voix else ()
                yield Paragraphe((*voix, *ligne(morceau.texte)))
            else:
                yield Titre(niveau + 1, typographier(morceau.texte))
