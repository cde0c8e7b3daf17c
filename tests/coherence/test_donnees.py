"""Every field of every table says what it holds of people, or that it holds nothing; none is forgotten."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.test.utils import isolate_apps

from medias.donnees import ACTE, Carte, Qui, Renseignement, ecarts
from site_campagne.vie_privee.carte import APPLICATIONS, carte_de, est_declaree_vide, modeles, renseignements
from site_campagne.vie_privee.tiers import CARTES, SANS_RENSEIGNEMENT, VIDES


def test_chaque_champ_de_chaque_modele_est_declare() -> None:
    assert [e for modele in modeles() if not est_declaree_vide(modele) for e in ecarts(modele, carte_de(modele))] == []


def test_aucune_declaration_ne_parle_d_une_table_qui_n_existe_pas() -> None:
    connues = {modele._meta.label for modele in apps.get_models()}
    # One engine's table of the search index exists at a time.
    assert {*CARTES, *SANS_RENSEIGNEMENT} - connues <= {
        "wagtailsearch.PostgresIndexEntry",
        "wagtailsearch.SQLiteFTSIndexEntry",
    }
    assert not CARTES.keys() & SANS_RENSEIGNEMENT


def test_nos_propres_modeles_ne_sont_jamais_dispenses() -> None:
    assert not {nom for nom in SANS_RENSEIGNEMENT if nom.partition(".")[0] in APPLICATIONS}


@pytest.mark.django_db
@pytest.mark.parametrize("nom", VIDES)
def test_une_table_dite_vide_l_est(nom: str) -> None:
    assert not apps.get_model(nom).objects.exists()


def test_chaque_renseignement_a_ses_quatre_phrases() -> None:
    tous = [renseignement for _qui, liste in renseignements() for renseignement in liste]
    assert len(tous) >= 15
    for renseignement in tous:
        for phrase in (renseignement.quoi, renseignement.pourquoi, renseignement.duree, renseignement.acces):
            assert len(str(phrase)) > 5


@pytest.fixture
def saboteur() -> Iterator[type[models.Model]]:
    """Return a model that somebody added in a hurry."""
    with isolate_apps("temoignages"):

        class Carnet(models.Model):
            nom = models.CharField(max_length=40)
            courriel = models.EmailField()
            compte = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)

            class Meta:
                app_label = "temoignages"

            def __str__(self) -> str:
                return str(self.pk)

        yield Carnet


def test_un_modele_sans_carte_est_vu(saboteur: type[models.Model]) -> None:
    assert list(ecarts(saboteur, carte_de(saboteur))) == ["temoignages.Carnet: no map"]


@pytest.mark.parametrize(
    ("carte", "vu"),
    [
        (Carte(ACTE.dans("compte courriel"), autres="id"), "nom: not declared"),
        (Carte(ACTE.dans("compte courriel nom"), autres="id parti"), "parti: no such field"),
        (Carte(ACTE.dans("compte courriel nom"), autres="id nom"), "nom: declared twice"),
        (Carte(ACTE.dans("compte nom"), autres="id courriel"), "courriel: cannot hold nothing personal"),
        (Carte(ACTE.dans("courriel nom"), autres="id compte"), "compte: cannot hold nothing personal"),
    ],
)
def test_un_ecart_est_vu(saboteur: type[models.Model], carte: Carte, vu: str) -> None:
    assert list(ecarts(saboteur, carte)) == [f"temoignages.Carnet.{vu}"]


def test_une_carte_complete_passe(saboteur: type[models.Model]) -> None:
    assert list(ecarts(saboteur, Carte(ACTE.dans("compte courriel nom"), autres="id"))) == []


def test_une_carte_heritee_n_est_pas_la_sienne() -> None:
    class Mere(models.Model):
        donnees = Carte(autres="id")

        class Meta:
            abstract = True
            app_label = "temoignages"

    class Fille:
        _meta = Mere._meta

    assert carte_de(Fille) is None  # type: ignore[arg-type]


def test_un_renseignement_dit_a_qui_il_est() -> None:
    assert {qui for qui, liste in renseignements() if liste} == set(Qui)
    assert isinstance(ACTE, Renseignement)
