"""Load the publications of the demo, and their shelves. What is there is left as the staff made it."""

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
    PlanPage,
    PlateformePage,
    PublicationsPage,
    RayonPage,
    RevendicationPage,
    SerieChiffre,
    Valeur,
)

from . import cahier, fiche, plan
from .charger_pages import accueil_francais, page_de
from .charger_paroles import temoignage_de
from .chiffres import COMPTES, SERIES, SOURCE
from .plateforme import PLATEFORMES, REFERENCES, Moyen, Plateforme, Revendication
from .temoignages import PAROLES


def charger_documents() -> Iterator[str]:
    """Create what is not there, under the home page."""
    accueil = accueil_francais()
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
    chapeau = "Ce qu’on demande, ce qu’on prépare, ce qu’on partage et ce qu’on dit aux médias."
    page_de(accueil, PublicationsPage, "publications", "Publications", chapeau=chapeau)
    yield "publications"
    yield from _charger_cahier_et_fiche(accueil)
    _charger_plan(accueil)
    yield "plan"


def _charger_plan(accueil: AccueilPage) -> None:
    page_de(
        accueil,
        PlanPage,
        "plan",
        plan.TITRE,
        debut=plan.DEBUT,
        fin=plan.FIN,
        adopte_le=plan.ADOPTE_LE,
        chapeau=plan.CHAPEAU,
        preambule=plan.PREAMBULE,
        mission=plan.MISSION,
        vision=plan.VISION,
        principes=_blocs("valeurs", [plan.principes()]),
        enjeux=_blocs("enjeu", plan.enjeux()),
        bibliographie=_blocs("reference", list(REFERENCES)),
    )


def _charger_cahier_et_fiche(accueil: AccueilPage) -> Iterator[str]:
    citees = [reference for reference in REFERENCES if reference["auteurs"] in cahier.REFERENCES]
    chapeau = "Des questions à se poser à plusieurs, et de la place pour répondre."
    page_de(
        page_de(accueil, RayonPage, "cahiers", "Cahiers de rencontre", chapeau=chapeau),
        CahierPage,
        "cahier-du-printemps",
        cahier.TITRE,
        edition=cahier.EDITION,
        chapeau=cahier.CHAPEAU,
        contexte=cahier.CONTEXTE,
        sections=cahier.SECTIONS,
        annexes=cahier.ANNEXES,
        bibliographie=_blocs("reference", citees),
    )
    yield "cahier"
    chapeau = "Des mots expliqués, des lieux qui inspirent, des outils à prendre."
    page_de(
        page_de(accueil, RayonPage, "fiches", "Fiches ressources", chapeau=chapeau),
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
