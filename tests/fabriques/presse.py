"""Releases, agendas and works, complete enough to go out; the people are invented."""

import datetime
from typing import Any

import factory

from medias.models import AutorisationNom, PorteeNom
from pages.models import (
    CommuniquePage,
    ContactPresse,
    OeuvrePage,
    PhotoOeuvre,
    Plage,
    PorteParole,
    ProgrammePage,
    SalleDePressePage,
)

from .pages import PublieeFactory, accueil, corps, une_image

JOUR = datetime.date(2026, 10, 10)
PROPOS = "On ne demande pas la lune, on demande une clé."


def une_autorisation(nom: str = "Odile Tremblay-Fictive", **champs: Any) -> AutorisationNom:
    """Return a permission that holds for years, everywhere on the site."""
    valeurs = {
        "role": "porte-parole de la fédération",
        "portee": PorteeNom.SITE,
        "donnee_le": datetime.date(2026, 1, 15),
        "jusqu_au": datetime.date(2030, 1, 15),
        "preuve": "classeur des accords, no 1",
    }
    return AutorisationNom.objects.create(nom=nom, **{**valeurs, **champs})


class SalleDePressePageFactory(PublieeFactory):
    class Meta:
        model = SalleDePressePage

    title = "Communiqués"
    slug = "communiques"
    parent = factory.LazyFunction(accueil)


class CommuniquePageFactory(PublieeFactory):
    class Meta:
        model = CommuniquePage

    title = factory.Sequence(lambda rang: f"Une porte de plus {rang}")
    date = JOUR
    chapeau = "La fédération demande des lieux ouverts le soir."
    corps = corps(("texte", "<p>Ce matin, les tables étaient dehors.</p>"))
    parent = factory.LazyFunction(lambda: SalleDePressePage.objects.first() or SalleDePressePageFactory.create())


class ProgrammePageFactory(PublieeFactory):
    class Meta:
        model = ProgrammePage

    title = "Le programme"
    slug = "programme"
    jour = JOUR
    lieu = "Centre communautaire, Montréal"
    parent = factory.LazyFunction(accueil)


class OeuvrePageFactory(PublieeFactory):
    class Meta:
        model = OeuvrePage

    title = "La nappe longue"
    slug = "oeuvre"
    depot_le = JOUR
    destinataire = "le bureau de la ministre"
    parent = factory.LazyFunction(accueil)


def un_communique(**champs: Any) -> Any:
    """Return the draft of a release that every gate lets through."""
    communique: Any = CommuniquePageFactory.create(**{"live": False, **champs})
    communique.contacts = [
        ContactPresse(role="Relations avec les médias", courriel="presse@exemple.org", telephone="514 555-0195")
    ]
    communique.save()
    return communique


def faire_parler(communique: Any, autorisation: AutorisationNom | None) -> Any:
    """Add a spokesperson, in memory."""
    communique.porte_paroles = [PorteParole(autorisation=autorisation)]
    return communique


def citation(autorisation: AutorisationNom | None, texte: str = PROPOS) -> tuple[str, Any]:
    """Return a named quotation, for a body."""
    return ("citation_nommee", {"texte": texte, "autorisation": autorisation.pk if autorisation else None})


def chiffre(**champs: Any) -> tuple[str, Any]:
    """Return a figure with its source, for a body."""
    valeurs = {"valeur": "20 000", "unite": "", "libelle": "repas servis", "source": "Registre", "adresse": ""}
    return ("chiffre_source", {**valeurs, "date": "2026-10-01", **champs})


def plages(*heures: tuple[str, str], genre: str = "pleniere") -> list[Plage]:
    """Return stretches from pairs of hours: « 8:30 »."""
    return [Plage(debut=_heure(debut), fin=_heure(fin), genre=genre, titre=f"Plage {debut}") for debut, fin in heures]


def _heure(texte: str) -> datetime.time:
    heure, minute = texte.split(":")
    return datetime.time(int(heure), int(minute))


def une_photo(**champs: Any) -> PhotoOeuvre:
    """Return a described photograph, in memory."""
    valeurs = {"legende": "La nappe", "description_longue": "Une nappe de lin de douze mètres."}
    return PhotoOeuvre(image=une_image(), **{**valeurs, **champs})
