"""Publications with references, and key figures."""

import datetime
from decimal import Decimal
from typing import Any

import factory

from pages.models import CahierPage, ChiffresPage, FichePage, PlateformePage, RevendicationPage, SerieChiffre, Valeur

from .pages import PublieeFactory, accueil
from .rayons import un_rayon


def une_reference(auteurs: str = "Ardouin, Léa", annee: str = "2019", **champs: Any) -> tuple[str, dict[str, Any]]:
    """Return an entry of a bibliography, as stored."""
    vide = {"genre": "livre", "nom_court": "", "contenant": "", "page": "", "adresse": "", "cite_dans": ""}
    return ("reference", {**vide, "auteurs": auteurs, "annee": annee, "titre": "La chaise d’à côté", **champs})


def un_moyen(texte: str = "Ouvrir la porte le soir.", *suivi: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return a means, as stored."""
    return ("moyen", {"texte": f"<p>{texte}</p>", "cible": "", "suivi": list(suivi)})


def un_etat(etat: str, date: str, **champs: Any) -> dict[str, Any]:
    """Return a dated state of a means, as stored."""
    return {"etat": etat, "date": date, "precision": "", "source": "Séance publique", "adresse": "", **champs}


def une_valeur(nombre: str = "20000", date: str = "2026-10-10", **champs: Any) -> Valeur:
    """Return a value, in a series made once."""
    serie = (
        champs.pop("serie", None)
        or SerieChiffre.objects.get_or_create(
            libelle=champs.pop("libelle", "tasses lavées en une année"), defaults={"definition": "Toutes les tasses."}
        )[0]
    )
    jour = datetime.date.fromisoformat(date)
    return Valeur.objects.create(serie=serie, nombre=Decimal(nombre), date=jour, **{"source": "Carnet", **champs})


def chiffre(valeur: Valeur) -> tuple[str, dict[str, Any]]:
    """Return a quoted figure, as stored."""
    return ("chiffre", {"valeur": valeur.pk, "contexte": ""})


class PlateformePageFactory(PublieeFactory):
    class Meta:
        model = PlateformePage

    title = "De la place pour tout le monde"
    slug = "plateforme"
    annee = 2027
    parent = factory.LazyFunction(accueil)


class RevendicationPageFactory(PublieeFactory):
    class Meta:
        model = RevendicationPage

    title = factory.Sequence(lambda rang: f"Ajouter une rallonge {rang}")
    parent = factory.LazyFunction(lambda: PlateformePage.objects.first() or PlateformePageFactory.create())


class CahierPageFactory(PublieeFactory):
    class Meta:
        model = CahierPage

    title = factory.Sequence(lambda rang: f"Cahier du printemps {rang}")
    parent = factory.LazyFunction(un_rayon)


class ChiffresPageFactory(PublieeFactory):
    class Meta:
        model = ChiffresPage

    title = "En chiffres"
    slug = "chiffres"
    parent = factory.LazyFunction(accueil)


class FichePageFactory(PublieeFactory):
    class Meta:
        model = FichePage

    title = factory.Sequence(lambda rang: f"Fiche {rang}")
    parent = factory.LazyFunction(lambda: un_rayon("fiches"))


def une_section(*contenus: tuple[str, Any], titre: str = "Autour de la table") -> tuple[str, dict[str, Any]]:
    """Return a section of one part, as stored."""
    blocs = [{"type": genre, "value": valeur} for genre, valeur in contenus]
    return ("section", {"titre": titre, "introduction": "", "parties": [{"titre": "", "contenu": blocs}]})


def une_question(texte: str = "Qui manque?", *sous: str, lignes: int = 3) -> tuple[str, dict[str, Any]]:
    """Return a question, as stored."""
    return ("question", {"question": texte, "sous_questions": list(sous), "lignes": lignes})
