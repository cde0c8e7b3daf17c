"""Strategic plans, as stored: issues, objectives, results, follow-up."""

from typing import Any
from uuid import uuid4

import factory

from pages.models import PlanPage

from .pages import PublieeFactory, accueil


class PlanPageFactory(PublieeFactory):
    class Meta:
        model = PlanPage

    title = "Tenir la porte"
    slug = "plan"
    debut = 2026
    fin = 2029
    parent = factory.LazyFunction(accueil)


def _items(valeurs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"type": "item", "value": valeur, "id": str(uuid4())} for valeur in valeurs]


def un_suivi(annee: int = 2026, **champs: Any) -> dict[str, Any]:
    """Return the follow-up of a year."""
    vide = {"etat": "en_cours", "precision": "Un soir sur deux.", "date": "2026-10-01", "source": "Relevé d’octobre"}
    return {"annee": annee, **vide, "adresse": "", **champs}


def un_resultat(
    texte: str = "Une porte ouverte le soir.", *suivi: dict[str, Any], indicateurs: tuple[tuple[str, str], ...] = ()
) -> dict[str, Any]:
    """Return an expected result; `indicateurs`: each with its target."""
    mesures = [{"texte": indicateur, "cible": cible} for indicateur, cible in indicateurs]
    return {"texte": texte, "indicateurs": _items(mesures), "suivi": _items(list(suivi))}


def un_objectif(titre: str = "Ouvrir le soir", *resultats: dict[str, Any]) -> dict[str, Any]:
    """Return an objective."""
    return {"titre": titre, "resultats": _items(list(resultats))}


def un_enjeu(
    titre: str = "La porte", *objectifs: dict[str, Any], analyse: tuple[tuple[str, Any], ...] = ()
) -> tuple[str, dict[str, Any]]:
    """Return an issue."""
    blocs = [{"type": genre, "value": valeur, "id": str(uuid4())} for genre, valeur in analyse]
    return ("enjeu", {"titre": titre, "analyse": blocs, "objectifs": _items(list(objectifs))})
