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
from pages.publication.porte import ouvrir
from temoignages.actions import recompter
from temoignages.etats import Echelon, Portee
from temoignages.models import Amorce, Consentement, Temoignage, Theme
from temoignages.models.temoignage import identifiant_opaque


def accueil() -> AccueilPage:
    """Return the home page."""
    return AccueilPage.objects.get(locale__language_code="fr")


class PublieeFactory(wagtail_factories.PageFactory):
    """A page that is public at once; `live=False` makes a draft without a revision."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        with ouvrir("fabrique"):
            return super()._create(model_class, *args, **kwargs)


def publier(page: Any) -> Any:
    """Write a page as it stands in memory, make it public without anyone reading it, and return its row."""
    with ouvrir("fabrique"):
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def enregistrer(page: Any, **champs: Any) -> None:
    """Write a page in its row as it stands in memory, public or not, as no screen can."""
    for nom, valeur in champs.items():
        setattr(page, nom, valeur)
    with ouvrir("fabrique"):
        page.save()


class ContenuPageFactory(PublieeFactory):
    class Meta:
        model = ContenuPage

    title = factory.Sequence(lambda rang: f"Participer {rang}")
    parent = factory.LazyFunction(accueil)


class CampagnePageFactory(PublieeFactory):
    class Meta:
        model = CampagnePage

    title = "La Journée"
    slug = "journee"
    show_in_menus = True
    introduction = "<p>Le 10 octobre, on sort les tables.</p>"
    parent = factory.LazyFunction(accueil)


class EditionPageFactory(PublieeFactory):
    class Meta:
        model = EditionPage

    annee = 2026
    title = "Ça mijote partout"
    theme = "La recette qu’on fait ensemble"
    parent = factory.LazyFunction(lambda: CampagnePage.objects.first() or CampagnePageFactory.create())


class MurPageFactory(PublieeFactory):
    class Meta:
        model = MurPage

    title = "Témoignages"
    slug = "temoignages"
    show_in_menus = True
    parent = factory.LazyFunction(accueil)


def une_amorce(texte: str = "Autour de la table, je trouve…", **champs: Any) -> Amorce:
    """Return a sentence to complete, made once."""
    return Amorce.objects.get_or_create(texte=texte, defaults=champs)[0]


def un_theme(nom: str = "l’entraide", **champs: Any) -> Theme:
    """Return a theme, made once."""
    return Theme.objects.get_or_create(nom=nom, defaults=champs)[0]


def des_temoignages(nombre: int, texte: str = "du monde qui écoute", **champs: Any) -> list[Temoignage]:
    """Return published testimonies, with their consent, counted: in a few queries, for lists that hold hundreds."""
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
    Temoignage.objects.bulk_create(temoignages)
    recompter()
    return temoignages


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
    recompter()


def mettre_en_vedette(edition: Any, *temoignages: Temoignage) -> None:
    """Feature testimonies on an edition, in order."""
    edition.vedettes = [
        TemoignageVedette(temoignage=temoignage, sort_order=rang) for rang, temoignage in enumerate(temoignages)
    ]
    enregistrer(edition)


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
