"""Load the key figures, the platforms and the workbook of the demo. What is there is left as the staff made it."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import uuid4

from pages.models import (
    AccueilPage,
    CahierPage,
    ChiffresPage,
    FichePage,
    PlateformePage,
    RevendicationPage,
    SerieChiffre,
    Valeur,
)

from . import cahier, fiche
from .charger_pages import page_de
from .charger_paroles import temoignage_de
from .chiffres import COMPTES, SERIES, SOURCE
from .plateforme import PLATEFORMES, REFERENCES, Moyen, Plateforme, Revendication
from .temoignages import PAROLES


def charger_documents() -> Iterator[str]:
    """Create what is not there, under the home page."""
    accueil = AccueilPage.objects.get()
    valeurs = _charger_chiffres()
    yield "chiffres"
    page_de(
        accueil,
        ChiffresPage,
        "chiffres",
        "En chiffres",
        chapeau="Ce qu’on compte, comment on le compte, et ce qu’on ne compte pas.",
        chiffres=_blocs("chiffre", [{"valeur": valeur.pk, "contexte": ""} for valeur in valeurs.values()]),
    )
    for demo in PLATEFORMES:
        _charger_plateforme(accueil, demo, valeurs)
        yield demo.slug
    yield from _charger_cahier_et_fiche(accueil)


def _charger_cahier_et_fiche(accueil: AccueilPage) -> Iterator[str]:
    citees = [reference for reference in REFERENCES if reference["auteurs"] in cahier.REFERENCES]
    page_de(
        accueil,
        CahierPage,
        "cahier-du-printemps",
        cahier.TITRE,
        chapeau=cahier.CHAPEAU,
        contexte=cahier.CONTEXTE,
        sections=cahier.SECTIONS,
        annexes=cahier.ANNEXES,
        bibliographie=_blocs("reference", citees),
    )
    yield "cahier"
    page_de(
        accueil,
        FichePage,
        "fiche-faire-de-la-place",
        fiche.TITRE,
        chapeau=fiche.CHAPEAU,
        introduction=fiche.INTRODUCTION,
        definitions=fiche.DEFINITIONS,
        initiatives=fiche.INITIATIVES,
        outils=fiche.OUTILS,
        bibliographie=_blocs("reference", citees),
    )
    yield "fiche"


def _charger_chiffres() -> dict[str, Valeur]:
    series = {
        serie.cle: SerieChiffre.objects.get_or_create(
            libelle=serie.libelle, defaults={"unite": serie.unite, "definition": serie.definition}
        )[0]
        for serie in SERIES
    }
    return {
        compte.cle: Valeur.objects.get_or_create(
            serie=series[compte.serie],
            date=datetime.date.fromisoformat(compte.date),
            nombre=Decimal(compte.nombre),
            defaults={"qualificatif": compte.qualificatif, "source": SOURCE},
        )[0]
        for compte in COMPTES
    }


def _charger_plateforme(accueil: AccueilPage, demo: Plateforme, valeurs: dict[str, Valeur]) -> None:
    page = page_de(
        accueil,
        PlateformePage,
        demo.slug,
        demo.titre,
        annee=demo.annee,
        chapeau=demo.chapeau,
        introduction=demo.introduction,
        enjeux=demo.enjeux,
        remerciements=demo.remerciements,
        chiffres=_blocs("chiffre", [{"valeur": valeurs[cle].pk, "contexte": ""} for cle in demo.chiffres]),
        bibliographie=_blocs("reference", list(demo.references)),
    )
    for revendication in demo.revendications:
        page_de(
            page,
            RevendicationPage,
            revendication.slug,
            revendication.titre,
            resume=revendication.resume,
            corps=_corps(revendication),
            moyens=_blocs("moyen", [_moyen(moyen) for moyen in revendication.moyens]),
        )


def _corps(demo: Revendication) -> list[dict[str, Any]]:
    blocs: list[dict[str, Any]] = [{"type": "texte", "value": demo.corps}]
    temoignage = temoignage_de(PAROLES[demo.parole]) if demo.parole else None
    return [*blocs, *_blocs("citation", [{"temoignage": temoignage.pk}])] if temoignage else blocs


def _moyen(demo: Moyen) -> dict[str, Any]:
    suivi = [
        {"etat": e.etat, "date": e.date, "precision": e.precision, "source": e.source, "adresse": ""}
        for e in demo.suivi
    ]
    return {"texte": f"<p>{demo.texte}</p>", "cible": demo.cible, "suivi": suivi}


def _blocs(genre: str, valeurs: list[Any]) -> list[dict[str, Any]]:
    return [{"type": genre, "value": valeur, "id": str(uuid4())} for valeur in valeurs]
