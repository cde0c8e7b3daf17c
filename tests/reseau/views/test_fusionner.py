"""Two listings in the admin: suggested, compared, merged by a person."""

import pytest
from django.test import Client
from django.urls import reverse

from reseau.models import AncienneAdresse, Ressource
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import un_depot
from tests.reseau.test_admin import permettre

pytestmark = pytest.mark.django_db


@pytest.fixture
def administration() -> Client:
    return permettre(CompteFactory.create(), "tenir_repertoire", "change_ressource")


def test_une_suggestion_mene_a_la_comparaison_puis_a_la_fusion(administration: Client) -> None:
    gardee, absorbee = RessourceFactory.create(nom="L’Envol"), RessourceFactory.create(nom="Envol", region="13")
    un_depot(ressource=absorbee)
    adresse = reverse("ressources:fusionner")
    page = administration.get(adresse).content.decode()
    assert "même nom, dans une autre région" in page
    assert f"?gardee={gardee.pk}&amp;absorbee={absorbee.pk}" in page
    choix = {"gardee": gardee.pk, "absorbee": absorbee.pk}
    page = administration.get(adresse, choix).content.decode()
    assert "Dépôts" in page
    assert f"?gardee={absorbee.pk}&amp;absorbee={gardee.pk}" in page
    assert Ressource.objects.count() == 2
    reponse = administration.post(adresse, choix)
    assert reponse["Location"] == reverse("ressources:edit", args=[gardee.pk])
    assert (Ressource.objects.get(), AncienneAdresse.objects.get().slug) == (gardee, "envol")


def test_un_refus_se_dit_et_ne_change_rien(administration: Client) -> None:
    gardee, absorbee = RessourceFactory.create(active=False), RessourceFactory.create()
    choix = {"gardee": gardee.pk, "absorbee": absorbee.pk}
    page = administration.post(reverse("ressources:fusionner"), choix).content.decode()
    assert "Gardez la ressource qui est membre" in page
    assert Ressource.objects.count() == 2


@pytest.mark.parametrize(
    "choix", [{"gardee": "1", "absorbee": "1"}, {"gardee": "x"}, {"gardee": "1", "absorbee": "99999"}]
)
def test_un_choix_impossible_se_dit(administration: Client, choix: dict[str, str]) -> None:
    ressource = RessourceFactory.create()
    demande = {nom: valeur.replace("1", str(ressource.pk)) for nom, valeur in choix.items()}
    for reponse in (
        administration.get(reverse("ressources:fusionner"), demande),
        administration.post(reverse("ressources:fusionner"), demande),
    ):
        assert reponse.status_code == 400
        assert "errorlist" in reponse.content.decode()
    assert Ressource.objects.get() == ressource
