"""The address of a resource's page never changes, and a hidden place never says more than its municipality."""

import importlib

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from reseau.models import AncienneAdresse, Ressource
from reseau.models.validateurs import a_une_adresse
from tests.fabriques.reseau import RessourceFactory

pytestmark = pytest.mark.django_db


def test_l_adresse_vient_du_nom_et_ne_change_plus() -> None:
    ressource = RessourceFactory.create(nom="L’Échappée du Cœur")
    assert ressource.slug == "l-echappee-du-coeur"
    ressource.nom, ressource.region = "Le Phare", "13"
    ressource.save()
    ressource.refresh_from_db()
    assert ressource.slug == "l-echappee-du-coeur"


def test_deux_noms_pareils_se_distinguent_par_la_region_puis_par_un_numero() -> None:
    adresses = [RessourceFactory.create(nom=nom, region=region).slug for nom, region in (
        ("L’Envol", "05"), ("L’Envol", "02"), ("L’Envol !", "13"), ("L'envol de Laval", "13"),
    )]  # fmt: skip
    assert adresses == ["l-envol", "l-envol-saguenay-lac-saint-jean", "l-envol-laval", "l-envol-de-laval"]
    assert RessourceFactory.create(nom="Envol", region="07").slug == "envol"


def test_une_ancienne_adresse_reste_prise() -> None:
    AncienneAdresse.objects.create(ressource=RessourceFactory.create(nom="Le Phare"), slug="l-envol")
    assert RessourceFactory.create(nom="L’Envol", region="05").slug == "l-envol-estrie"


def test_un_nom_tres_long_tient_dans_l_adresse() -> None:
    ressource = RessourceFactory.create(nom="Regroupement " * 9, region="11")
    assert len(ressource.slug) <= 100
    assert not ressource.slug.endswith("-")


def test_la_migration_donne_les_memes_adresses() -> None:
    noms = (("L’Envol", "05"), ("L’Envol", "02"), ("Le Phare", "13"))
    attendues = [RessourceFactory.create(nom=nom, region=region).slug for nom, region in noms]
    for ressource in Ressource.objects.order_by("pk"):
        Ressource.objects.filter(pk=ressource.pk).update(slug=f"x-{ressource.pk}")
    importlib.import_module("reseau.migrations.0003_repertoire").nommer_les_pages(apps, None)
    assert list(Ressource.objects.order_by("pk").values_list("slug", flat=True)) == attendues


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"adresse": "12, rue des Pins"}, "adresse"),
        ({"description": "Au 12, rue des Pins, la porte est ouverte."}, "description"),
        ({"description": "On écrit à J1H 4A7."}, "description"),
        ({"sous_region": "la 40e rue"}, "sous_region"),
        ({"municipalite": "Sherbrooke, 12 rue des Pins"}, "municipalite"),
    ],
)
def test_un_lieu_masque_refuse_une_adresse(champs: dict[str, str], champ: str) -> None:
    ressource = RessourceFactory.build(lieu_masque=True, **champs)
    with pytest.raises(ValidationError) as erreur:
        ressource.full_clean()
    assert champ in erreur.value.message_dict


def test_la_base_refuse_aussi_une_adresse_a_un_lieu_masque() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        RessourceFactory.create(lieu_masque=True, adresse="12, rue des Pins")


def test_un_lieu_qui_se_dit_garde_son_adresse() -> None:
    ressource = RessourceFactory.build(adresse="12, rue des Pins, J1H 4A7")
    ressource.full_clean()


@pytest.mark.parametrize("texte", ["24 places", "depuis 1998, en route", "10 membres de la place", "le 12 mars", ""])
def test_ce_qui_n_est_pas_une_adresse_passe(texte: str) -> None:
    assert not a_une_adresse(texte)
