"""A capsule as an outline: what its plain text and its PDF are made from, its transcript above all."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .capsules import faits_de
from .plan_contenu import lire_corps
from .plan_enregistrement import transcriptions
from .plan_page import document_de, fait
from .publication.sortie import Bloc, Document, Figure, Fragment, Paragraphe, Titre
from .references.lecture import lire_html


def plan_de_la_capsule(page: Any) -> Document:
    """Return the outline of a capsule; without what is said and who says it when someone accepts no longer."""
    blocs = (*_tete(page), *lire_corps(page.corps), *_transcriptions(page)) if page.est_montrable else ()
    return document_de(page, capfirst(str(page._meta.verbose_name)), blocs, chapeau=page.chapeau)


def _tete(page: Any) -> Iterator[Bloc]:
    if page.affiche is not None and page.affiche.est_montrable:
        yield Figure(page.affiche.pk, page.affiche.default_alt_text, "", page.affiche.credit)
    if page.sujet_sensible:
        yield fait(_("Avertissement"), _("cette capsule parle de : %(sujet)s") % {"sujet": page.sujet_sensible})
    for nom, valeur in faits_de(page, complets=True):
        yield fait(nom, valeur)
    if page.accords:
        yield fait(_("Avec"), "; ".join(str(accord) for accord in page.accords))
    if page.lieu_visite:
        yield fait(_("Ressource visitée"), page.lieu_visite)
    if page.video is None and page.lien_externe:
        yield Paragraphe((Fragment(_("Voir la vidéo"), lien=page.lien_externe),))


def _transcriptions(page: Any) -> Iterator[Bloc]:
    if page.video is None:
        if blocs := lire_html(page.transcription):
            yield Titre(1, _("Transcription"))
            yield from blocs
        return
    yield from transcriptions(page.video, niveau=1)
