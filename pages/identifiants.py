"""Advice to editors: passages of a page that may identify someone. Never blocks: an editor may name a spokesperson."""

from dataclasses import dataclass
from html import unescape

from django.core.exceptions import FieldDoesNotExist
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.search.index import SearchField

from temoignages.actions.caviarder import noms_permis
from temoignages.anonymat import detecter

ENTOUR = 40  # characters shown on each side


@dataclass(frozen=True, slots=True)
class Repere:
    """A passage, the field it stands in, what surrounds it, and why it was flagged."""

    champ: str
    avant: str
    passage: str
    apres: str
    raison: str


def reperer(page: Page) -> list[Repere]:
    """Return what the detector sees in the text of a page as drafted, field by field, in order.

    Quoted testimonies are references: their words are not part of a page.
    """
    permis = noms_permis()
    reperes = []
    for champ in page.get_search_fields():
        if not isinstance(champ, SearchField):
            continue
        texte = _texte(champ.get_value(page))
        reperes += [
            Repere(
                _nom(page, champ.field_name),
                texte[max(0, constat.debut - ENTOUR) : constat.debut],
                texte[constat.debut : constat.fin],
                texte[constat.fin : constat.fin + ENTOUR],
                constat.raison,
            )
            for constat in detecter(texte, permis)
        ]
    return reperes


def _texte(valeur: object) -> str:
    morceaux = valeur if isinstance(valeur, list | tuple) else [valeur]
    return "\n".join(unescape(strip_tags(str(morceau))) for morceau in morceaux if morceau)


def _nom(page: Page, champ: str) -> str:
    try:
        return str(page._meta.get_field(champ).verbose_name)
    except FieldDoesNotExist:
        return champ
