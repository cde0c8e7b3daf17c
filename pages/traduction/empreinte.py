"""The print of what a page says: first half its words, which are translated, second half all of it, which is copied.

Same first half: the same words translate both states. Same print: nothing at all to bring up to date.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any, Final

from django.db.models import ManyToOneRel
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .champs import ChampASoi

_MOITIE: Final = 32
_CLE_DE_PARAGRAPHE: Final = re.compile(r' data-block-key="[^"]*"')


def empreinte_de(page: Any) -> str:
    """Return the print of a page as it stands in memory."""
    mots = (segment.string.data for segment in extract_segments(page) if isinstance(segment, StringSegmentValue))
    return _empreinte(mots, type(page), page.to_json())


def empreinte_extraite(source: TranslationSource) -> str:
    """Return the print of what was extracted last, which the translator has under the eyes."""
    mots = source.stringsegment_set.order_by("order").values_list("string__data", flat=True)
    return _empreinte(mots, source.specific_content_type.model_class(), source.content_json)


def disent_les_memes_mots(une: str, autre: str) -> bool:
    """Say whether two prints are of the same words, whatever stands beside them."""
    return une[:_MOITIE] == autre[:_MOITIE]


def _empreinte(phrases: Iterable[str], genre: Any, contenu: str) -> str:
    # The place of a block is not in the words: moved elsewhere with the same ones before and after, they are the same.
    return _moitie(list(phrases)) + _moitie(_valeurs(genre, json.loads(contenu)))


def _moitie(dit: Any) -> str:
    ecrit = json.dumps(dit, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(ecrit.encode()).hexdigest()[:_MOITIE]


def _valeurs(genre: Any, donnees: dict[str, Any]) -> dict[str, Any]:
    """Return what a translation takes from a page, or from a row of it: without keys, ranks or marks of blocks."""
    # The title of a page is among its words; the rest of what any page has is about its place, not what it says.
    tues = {champ.name for champ in Page._meta.fields} if issubclass(genre, Page) else set()
    noms = {champ.field_name for champ in get_translatable_fields(genre) if not isinstance(champ, ChampASoi)} - tues
    return {nom: _valeur(genre._meta.get_field(nom), donnees.get(nom)) for nom in noms}


def _valeur(champ: Any, valeur: Any) -> Any:
    if not valeur:
        return None
    match champ:
        case ManyToOneRel():
            return [_valeurs(champ.related_model, rangee) for rangee in valeur]
        case ParentalManyToManyField():
            return sorted(valeur)
        case StreamField():
            return _sans_reperes(json.loads(valeur))
    return _sans_reperes(valeur)


def _sans_reperes(valeur: Any) -> Any:
    match valeur:
        case {"type": _, "value": dedans}:
            return [valeur["type"], _sans_reperes(dedans)]
        case dict():
            return {nom: _sans_reperes(sous) for nom, sous in valeur.items()}
        case list():
            return [_sans_reperes(sous) for sous in valeur]
        case str():
            return _CLE_DE_PARAGRAPHE.sub("", valeur)
    return valeur
