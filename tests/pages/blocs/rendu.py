"""Rendering a block as a page does."""

import json
from typing import Any

from django.test import RequestFactory
from wagtail.blocks import StreamValue

from pages.blocs import CorpsStreamBlock


def flux(*blocs: tuple[str, Any]) -> StreamValue:
    """Return a body read from stored values, as from the database."""
    donnees = [{"type": genre, "value": valeur} for genre, valeur in blocs]
    return CorpsStreamBlock().to_python(json.loads(json.dumps(donnees)))


def rendre(*blocs: tuple[str, Any], apercu: bool = False) -> str:
    """Return the HTML of a body; `apercu`: as an editor sees it in the preview."""
    requete = RequestFactory().get("/")
    requete.is_preview = apercu  # type: ignore[attr-defined] # set by Wagtail on every page it serves
    valeur = flux(*blocs)
    return str(valeur.stream_block.render(valeur, context={"request": requete}))
