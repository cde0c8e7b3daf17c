"""Places counted once, said in words that never swell the truth, kept for releases with their date."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from pages.etats import EtatEdition
from pages.evenements.chiffres_du_jour import (
    ChiffresDuJour,
    Endroit,
    chiffres_du_jour,
    compter_les_lieux,
    dire_les_lieux,
)
from pages.evenements.etats import Modalite
from pages.evenements.noter import noter_les_chiffres
from pages.models import Evenement, SerieChiffre, Valeur
from reseau.horloge import maintenant
from tests.fabriques.evenements import MIDI, EvenementFactory
from tests.fabriques.pages import EditionPageFactory
from tests.fabriques.roles import une_redactrice, une_relectrice

MOTS = {"vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60}


@pytest.mark.parametrize(
    ("nombre", "dit"),
    [
        (1, "un lieu"),
        (2, "deux lieux"),
        (19, "dix-neuf lieux"),
        (20, "une vingtaine de lieux"),
        (24, "une vingtaine de lieux"),
        (25, "une trentaine de lieux"),
        (38, "une quarantaine de lieux"),
        (64, "une soixantaine de lieux"),
        (65, "plus de 60 lieux"),
        (70, "70 lieux"),
        (94, "plus de 90 lieux"),
        (100, "100 lieux"),
    ],
)
def test_un_nombre_de_lieux_se_dit_en_mots(nombre: int, dit: str) -> None:
    assert dire_les_lieux(nombre) == dit


def annonce(dit: str) -> int:
    chiffres = re.search(r"\d+", dit)
    return int(chiffres[0]) if chiffres else next(valeur for mot, valeur in MOTS.items() if mot in dit)


def test_les_mots_ne_gonflent_jamais_la_verite() -> None:
    for nombre in range(20, 1000):
        dit = dire_les_lieux(nombre)
        assert -10 < annonce(dit) - nombre <= 5, dit
        assert annonce(dit) < nombre or "plus de" not in dit, dit


def un_endroit(ressource: int = 1, lieu: str = "", adresse: str = "", municipalite: str = "Granby") -> Endroit:
    return Endroit(ressource, municipalite, lieu, adresse, "05")


@pytest.mark.parametrize(
    ("endroits", "nombre"),
    [
        ([], 0),
        ([un_endroit(), un_endroit()], 1),
        ([un_endroit(1), un_endroit(2)], 2),
        ([un_endroit(adresse="12, rue A"), un_endroit(adresse="12 RUE A")], 1),
        ([un_endroit(1, adresse="12, rue A"), un_endroit(2, adresse="12, rue A")], 1),
        ([un_endroit(1, adresse="12, rue A"), un_endroit(1)], 1),
        ([un_endroit(1, lieu="Parc"), un_endroit(1, lieu="Parc", municipalite="Magog")], 2),
        ([un_endroit(1, lieu="Parc"), un_endroit(1, lieu="Église")], 2),
    ],
)
def test_un_lieu_ne_compte_qu_une_fois(endroits: list[Endroit], nombre: int) -> None:
    assert compter_les_lieux(endroits) == nombre


@pytest.mark.parametrize(
    ("etat", "phrase"),
    [
        (EtatEdition.AVANT, "La Journée se prépare dans une quarantaine de lieux, dans 14 régions"),
        (EtatEdition.JOUR, "La Journée se tient aujourd’hui dans une quarantaine de lieux, dans 14 régions"),
        (EtatEdition.APRES, "La Journée s’est tenue dans une quarantaine de lieux, dans 14 régions"),
    ],
)
def test_la_phrase_suit_le_jour(etat: EtatEdition, phrase: str) -> None:
    chiffres = ChiffresDuJour(lieux=41, regions=14, evenements=45)
    assert chiffres.en_mots == "une quarantaine de lieux dans 14 régions"
    assert chiffres.phrase(etat) == phrase
    assert ChiffresDuJour(1, 1, 1).en_mots == "un lieu dans une région"
    assert ChiffresDuJour(0, 0, 3).phrase(etat) == ""


@pytest.mark.django_db
def test_seuls_les_evenements_confirmes_de_l_annee_comptent(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    EvenementFactory.create()
    EvenementFactory.create(region="16", municipalite="Chambly")
    EvenementFactory.create(modalite=Modalite.EN_LIGNE, region="01")
    EvenementFactory.create(live=False, region="02")
    EvenementFactory.create(debut=MIDI.replace(year=2025), region="03")
    Evenement.objects.filter(pk=EvenementFactory.create(region="04").pk).update(annule_le=maintenant())
    with django_assert_num_queries(1):
        assert chiffres_du_jour(2026) == ChiffresDuJour(lieux=2, regions=2, evenements=3)


@pytest.mark.django_db
def test_noter_date_les_chiffres_une_seule_fois() -> None:
    EvenementFactory.create()
    edition, personne = EditionPageFactory.create(), une_redactrice()
    lieux, regions, evenements = noter_les_chiffres(edition=edition, par=personne)
    assert [valeur.texte for valeur in (lieux, regions, evenements)] == ["1", "1", "1"]
    assert lieux.date_texte == "22 novembre 2026"
    assert lieux.source == "Agenda de la Journée, édition 2026"
    assert noter_les_chiffres(edition=edition, par=personne) == [lieux, regions, evenements]
    EvenementFactory.create(municipalite="Magog")
    encore = noter_les_chiffres(edition=edition, par=personne)
    assert [valeur.texte for valeur in encore] == ["2", "1", "2"]
    assert SerieChiffre.objects.count() == 3
    assert Valeur.objects.get(pk=lieux.pk).texte == "1"


@pytest.mark.django_db
def test_noter_refuse_qui_ne_tient_pas_les_chiffres() -> None:
    EvenementFactory.create()
    with pytest.raises(PermissionDenied):
        noter_les_chiffres(edition=EditionPageFactory.create(), par=une_relectrice())
    assert not Valeur.objects.exists()


@pytest.mark.django_db
def test_le_bouton_de_l_edition_note_ou_dit_qu_il_n_y_a_rien(client: Client) -> None:
    edition = EditionPageFactory.create()
    client.force_login(une_redactrice())
    adresse = reverse("publication:noter_chiffres", args=[edition.pk])
    assert adresse in client.get(reverse("wagtailadmin_pages:edit", args=[edition.pk])).content.decode()
    assert "rien à noter" in client.post(adresse, follow=True).content.decode()
    EvenementFactory.create()
    assert "C’est noté" in client.post(adresse, follow=True).content.decode()
    assert client.get(adresse).status_code == 405
