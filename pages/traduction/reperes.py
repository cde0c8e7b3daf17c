"""The marks that wagtail-localize follows: the identifiers of blocks, which code and old imports leave out."""

import uuid
from typing import Any, Final

from wagtail import blocks
from wagtail.fields import StreamField

_ESPACE: Final = uuid.UUID("6f1c2a4e-3a53-4f0c-9f0e-6a1d1d1f6c21")


def avec_reperes(page: Any) -> Any:
    """Return the page, in memory: each block of its bodies has a key, its own or its place's, and all its fields."""
    for champ in page._meta.get_fields():
        if isinstance(champ, StreamField):
            brut = champ.stream_block.get_prep_value(getattr(page, champ.name))
            setattr(page, champ.name, champ.stream_block.to_python(_du_flux(champ.stream_block, brut, champ.name)))
    return page


def _du_flux(bloc: Any, enfants: Any, chemin: str) -> list[dict[str, Any]]:
    completes = []
    for rang, enfant in enumerate(enfants or []):
        ici = f"{chemin}.{rang}"
        defini = bloc.child_blocks.get(enfant["type"])
        valeur = _completer(defini, enfant["value"], ici) if defini is not None else enfant["value"]
        completes.append(enfant | {"value": valeur, "id": enfant.get("id") or _repere(ici)})
    return completes


def _de_la_liste(bloc: Any, items: Any, chemin: str) -> list[dict[str, Any]]:
    completes = []
    for rang, item in enumerate(items or []):
        ici = f"{chemin}.{rang}"
        en_bloc = isinstance(item, dict) and item.get("type") == "item" and "value" in item
        valeur = _completer(bloc.child_block, item["value"] if en_bloc else item, ici)
        completes.append({"type": "item", "value": valeur, "id": (en_bloc and item.get("id")) or _repere(ici)})
    return completes


def _completer(bloc: Any, valeur: Any, chemin: str) -> Any:
    match bloc:
        case blocks.StreamBlock():
            return _du_flux(bloc, valeur, chemin)
        case blocks.ListBlock():
            return _de_la_liste(bloc, valeur, chemin)
        case blocks.StructBlock() if isinstance(valeur, dict):
            enfants = bloc.child_blocks
            entiere = {nom: _par_defaut(enfant) for nom, enfant in enfants.items() if nom not in valeur} | valeur
            return {
                nom: _completer(enfants[nom], v, f"{chemin}.{nom}") if nom in enfants else v
                for nom, v in entiere.items()
            }
        case blocks.CharBlock() | blocks.TextBlock() | blocks.RichTextBlock() | blocks.URLBlock() | blocks.EmailBlock():
            return valeur or ""  # what code leaves out is none, and the editor writes it empty
    return valeur


def _par_defaut(bloc: Any) -> Any:
    """Return what a block holds that was written before its field was: as it is read, the first time as the next."""
    brut = bloc.get_prep_value(bloc.get_default())
    return [_sans_id(item) for item in brut] if isinstance(brut, list) else brut


def _sans_id(item: Any) -> Any:
    return {nom: v for nom, v in item.items() if nom != "id"} if isinstance(item, dict) else item


def _repere(chemin: str) -> str:
    return str(uuid.uuid5(_ESPACE, chemin))
