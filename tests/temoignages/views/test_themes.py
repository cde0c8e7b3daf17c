"""The theme of a text: chosen at a reading, kept to the wall; named by the communications."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from reseau.models import Compte
from temoignages.actions import prendre
from temoignages.models import Depot, Temoignage, Theme
from temoignages.views.serie import prefixe_de
from tests.fabriques.temoignages import un_depot

from .envoi import page
from .lecture import adresse, envoyer_geste, messages

pytestmark = pytest.mark.django_db


def test_le_theme_choisi_suit_le_texte_jusqu_au_mur(
    chez_premiere: Client, chez_seconde: Client, premiere: Compte
) -> None:
    theme = Theme.objects.create(nom="l’entraide")
    depot = prendre(depot=un_depot(), par=premiere)
    for fautif in ("0", "x", "999999"):
        assert "Vérifiez" in messages(envoyer_geste(chez_premiere, depot, "soumettre", theme=fautif))
    envoyer_geste(chez_premiere, depot, "soumettre", theme=str(theme.pk))
    assert "Thème : l’entraide." in page(chez_seconde.get(adresse(depot)))
    envoyer_geste(chez_seconde, depot, "approuver")
    assert Temoignage.objects.get().theme == theme


def test_le_theme_se_choisit_aussi_en_serie(chez_premiere: Client, premiere: Compte) -> None:
    serie = reverse("paroles:serie")
    depots = [prendre(depot=un_depot(), par=premiere) for _ in range(3)]
    assert '-theme"' not in page(chez_premiere.get(serie))
    theme = Theme.objects.create(nom="le logement")
    Depot.objects.filter(pk=depots[2].pk).update(theme=theme, avertissement="deuil")
    envoi: dict[str, Any] = {}
    for fiche in chez_premiere.get(serie).context["fiches"]:
        envoi |= {champ.html_name: champ.value() for champ in fiche.decisions.management_form}
        envoi |= {f"{fiche.prefixe}-empreinte": fiche.textes.empreinte, f"{fiche.prefixe}-envoyer": "on"}
        envoi[f"{fiche.prefixe}-theme"] = fiche.theme or ""
    envoi[f"{prefixe_de(depots[0])}-theme"] = theme.pk
    envoi[f"{prefixe_de(depots[1])}-theme"] = "9" * 9
    chez_premiere.post(serie, envoi)
    themes = [Depot.objects.get(pk=depot.pk).theme for depot in depots]
    assert themes == [theme, None, theme]
    assert Depot.objects.get(pk=depots[2].pk).avertissement == "deuil"


def test_les_communications_nomment_les_themes(chez_premiere: Client, premiere: Compte) -> None:
    ajout = reverse("themes:add")
    chez_premiere.post(ajout, {"nom": "l’entraide", "ordre": "1"})
    assert not Theme.objects.exists()
    premiere.user_permissions.add(Permission.objects.get(codename="add_theme"))
    chez_premiere.force_login(premiere)  # what someone may do changed: the session was closed
    chez_premiere.post(ajout, {"nom": "l’entraide", "ordre": "1"})
    assert Theme.objects.get().nom == "l’entraide"


def test_un_theme_qui_sert_ne_se_supprime_pas(chez_premiere: Client, premiere: Compte) -> None:
    premiere.user_permissions.add(*Permission.objects.filter(codename__in=("change_theme", "delete_theme")))
    chez_premiere.force_login(premiere)
    theme = Theme.objects.create(nom="l’entraide")
    Depot.objects.filter(pk=un_depot().pk).update(theme=theme)
    reponse = chez_premiere.post(reverse("themes:delete", args=[theme.pk]), follow=True)
    assert "Des textes portent ce thème" in messages(reponse)
    assert Theme.objects.filter(pk=theme.pk).exists()
