"""The print of the words of a page: two states with the same print are translated by the same words."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def empreinte_de(page: Any) -> str:
    """Return the print of a page as it stands in memory."""
    return _empreinte(
        segment.string.data for segment in extract_segments(page) if isinstance(segment, StringSegmentValue)
    )


def empreinte_extraite(source: TranslationSource) -> str:
    """Return the print of what was extracted last, which the translator has under the eyes."""
    return _empreinte(source.stringsegment_set.order_by("order").values_list("string__data", flat=True))


def _empreinte(phrases: Iterable[str]) -> str:
    # The place of a block is not in it: moved elsewhere with the same words before and after, it is the same page.
    return hashlib.sha256(json.dumps(list(phrases), ensure_ascii=False).encode()).hexdigest()
