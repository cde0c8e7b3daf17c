"""Pages of every type, under the home page that the migrations make, and testimonies by the hundred."""

import datetime
import json
import secrets
from typing import Any

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from PIL import Image

from medias.models import ImageCampagne
from pages.models import AccueilPage, CampagnePage, ContenuPage, EditionPage, MurPage, TemoignageVedette
from temoignages.etats import Echelon, Portee
from temoignages.models import Amorce, Consentement, Temoignage
from temoignages.models.temoignage import identifiant_opaque


def accueil() -> AccueilPage:
    """Return the home page."""
    return AccueilPage.objects.get()


class ContenuPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = ContenuPage

    title = factory.Sequence(lambda rang: f"Participer {rang}")
    parent = factory.LazyFunction(accueil)


class CampagnePageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = CampagnePage

    title = "La Journée"
    slug = "journee"
    show_in_menus = True
    introduction = "<p>Le 10 octobre, on sort les tables.</p>"
    parent = factory.LazyFunction(accueil)


class EditionPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = EditionPage

    annee = 2026
    title = "Ça mijote partout"
    theme = "La recette qu’on fait ensemble"
    parent = factory.LazyFunction(lambda: CampagnePage.objects.first() or CampagnePageFactory.create())


class MurPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = MurPage

    title = "Témoignages"
    slug = "temoignages"
    show_in_menus = True
    parent = factory.LazyFunction(accueil)


def une_amorce(texte: str = "Autour de la table, je trouve…", **champs: Any) -> Amorce:
    """Return a sentence to complete, made once."""
    return Amorce.objects.get_or_create(texte=texte, defaults=champs)[0]


def des_temoignages(nombre: int, texte: str = "du monde qui écoute", **champs: Any) -> list[Temoignage]:
    """Return published testimonies, with their consent, in three queries: for lists that must hold hundreds."""
    valeurs = {"edition": 2026, "echelon": Echelon.QUEBEC, **champs}
    temoignages = [
        Temoignage(pk=pk, texte=f"{texte} {rang}", empreinte_code=secrets.token_hex(32), **valeurs)
        for rang, pk in enumerate(_identifiants(nombre))
    ]
    Consentement.objects.bulk_create(
        Consentement(
            empreinte_code=temoignage.empreinte_code,
            portee=Portee.WEB,
            edition=temoignage.edition,
            jusqu_au=datetime.date(2027, 10, 9),
            attribution_max=Echelon.RESSOURCE,
            version_formulaire="essai",
            donne_le=datetime.date(2026, 9, 1),
        )
        for temoignage in temoignages
    )
    return Temoignage.objects.bulk_create(temoignages)


def _identifiants(nombre: int) -> set[str]:
    """Return addresses that differ: among thousands drawn at random, two are often the same."""
    pris: set[str] = set(Temoignage.objects.values_list("pk", flat=True))
    neufs: set[str] = set()
    while len(neufs) < nombre:
        neufs.add(identifiant_opaque())
        neufs -= pris
    return neufs


def un_temoignage_publie(texte: str = "une chaise qui m’attend", **champs: Any) -> Temoignage:
    """Return one published testimony."""
    (temoignage,) = des_temoignages(1, **champs)
    temoignage.texte = texte
    temoignage.save()
    return temoignage


def retirer_temoignage(temoignage: Temoignage) -> None:
    """Leave of a testimony what a withdrawal leaves: a row without text."""
    Temoignage.objects.filter(pk=temoignage.pk).update(etat="retire", texte="")


def mettre_en_vedette(edition: EditionPage, *temoignages: Temoignage) -> None:
    """Feature testimonies on an edition, in order."""
    edition.vedettes = [
        TemoignageVedette(temoignage=temoignage, sort_order=rang) for rang, temoignage in enumerate(temoignages)
    ]
    edition.save()


def corps(*blocs: tuple[str, Any]) -> str:
    """Return the body of a page from (kind, raw value) pairs."""
    return json.dumps([{"type": genre, "value": valeur} for genre, valeur in blocs])


def une_image(**champs: Any) -> ImageCampagne:
    """Return a small image, with its alternative text."""
    fichier = ContentFile(b"", name="essai.png")
    Image.new("RGB", (32, 18), "#1e4a3c").save(fichier, "PNG")
    fichier.seek(0)
    return ImageCampagne.objects.create(
        **{"title": "Essai", "texte_alternatif": "Une table", "credit": "Atelier", "file": fichier, **champs}
    )
