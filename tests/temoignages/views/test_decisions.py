"""A form of decisions that no browser would send: a sentence, nothing decided, no failure."""

from typing import Any

import pytest
from django.test import Client

from reseau.models import Compte
from temoignages.actions import prendre
from temoignages.models import DecisionConstat, Depot
from tests.fabriques.temoignages import un_depot

from .lecture import TEXTE, adresse, champs_de_la_page, messages, ouvrir

pytestmark = pytest.mark.django_db


@pytest.fixture
def depot(premiere: Compte) -> Depot:
    """Return a deposit that the first reader holds, with a name and a phone number inside."""
    return prendre(depot=un_depot(TEXTE), par=premiere)


def propose(client: Client, depot: Depot) -> str:
    """Return the proposed text."""
    return str(ouvrir(client, depot)["textes"].propose)


MAUVAIS: dict[str, dict[str, Any]] = {
    "sans gestion": {"form-TOTAL_FORMS": None, "form-INITIAL_FORMS": None},
    "gestion absurde": {"form-TOTAL_FORMS": "abc"},
    "gestion négative": {"form-TOTAL_FORMS": "-1"},
    "trop de formulaires": {"form-TOTAL_FORMS": "999999999"},
    "place négative": {"form-0-debut": "-5"},
    "place en lettres": {"form-0-debut": "abc"},
    "place vide": {"form-0-debut": ""},
    "place immense": {"form-0-fin": "9" * 40},
    "place à côté": {"form-0-debut": "1", "form-0-fin": "3"},
    "fin avant le début": {"form-0-debut": "20", "form-0-fin": "3"},
    "choix inconnu": {"form-0-choix": "publier"},
    "choix absent": {"form-0-choix": None},
    "raison inconnue": {"form-0-choix": "garder", "form-0-raison": "parce que"},
    "remplacement trop long": {"form-0-texte": "v" * 201},
    "remplacement nul": {"form-0-texte": "\x00"},
    "empreinte vide": {"empreinte": ""},
    "empreinte absente": {"empreinte": None},
    "empreinte abîmée": {"empreinte": "é\x00" * 40},
}


@pytest.mark.parametrize("nom", MAUVAIS)
def test_un_envoi_bricole_est_refuse_avec_une_phrase(nom: str, chez_premiere: Client, depot: Depot) -> None:
    envoi = {
        champ: valeur
        for champ, valeur in (champs_de_la_page(chez_premiere, depot) | MAUVAIS[nom]).items()
        if valeur is not None
    }
    reponse = chez_premiere.post(adresse(depot), envoi, follow=True)
    assert reponse.status_code == 200
    assert messages(reponse)
    assert not DecisionConstat.objects.exists()
    assert propose(chez_premiere, depot) == TEXTE


def test_un_formulaire_vide_de_plus_ne_change_rien(chez_premiere: Client, depot: Depot) -> None:
    envoi = champs_de_la_page(chez_premiere, depot) | {"form-TOTAL_FORMS": "3"}
    assert "Les décisions sont appliquées" in messages(chez_premiere.post(adresse(depot), envoi, follow=True))
    assert "Vermillon" not in propose(chez_premiere, depot)


def test_deux_decisions_sur_le_meme_passage_sont_refusees(chez_premiere: Client, depot: Depot) -> None:
    envoi = champs_de_la_page(chez_premiere, depot)
    for champ in ("debut", "fin", "choix", "texte", "raison"):
        envoi[f"form-1-{champ}"] = envoi[f"form-0-{champ}"]
    reponse = chez_premiere.post(adresse(depot), envoi, follow=True)
    assert reponse.status_code == 200
    assert "Les décisions sont appliquées" not in messages(reponse)
    assert not DecisionConstat.objects.exists()


def test_remplacer_et_garder_le_meme_passage_est_refuse(chez_premiere: Client, depot: Depot) -> None:
    envoi = champs_de_la_page(chez_premiere, depot)
    for champ in ("debut", "fin"):
        envoi[f"form-1-{champ}"] = envoi[f"form-0-{champ}"]
    reponse = chez_premiere.post(adresse(depot), envoi | {"form-1-choix": "garder", "form-1-raison": "vague"})
    assert not DecisionConstat.objects.exists()
    assert "Les décisions sont appliquées" not in messages(reponse)
