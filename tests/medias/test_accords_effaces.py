"""Erasing a permission never shows anybody again: what it covered waits for someone to look at it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from medias.models import AutorisationImage, Enregistrement, EtatPreparation, ImageCampagne, Personnes
from site_campagne.roles import ADMINISTRATION, REDACTION
from tests.fabriques.pages import une_image
from tests.fabriques.roles import une_personne_de

from .test_accords_images import JOUR, etat, formulaire, un_accord, une_photo_de

pytestmark = pytest.mark.django_db


def une_voix_de(*accords: AutorisationImage) -> Enregistrement:
    voix = Enregistrement.objects.create(
        title="Une voix", type="audio", file="enregistrements/a.mp3", etat=EtatPreparation.PRET,
        personnes=Personnes.ACCORD,
    )  # fmt: skip
    voix.autorisations.set(accords)
    return Enregistrement.objects.get(pk=voix.pk)


def par_la_ligne(accord: AutorisationImage, _client: Client) -> None:
    accord.delete()


def en_lot(accord: AutorisationImage, _client: Client) -> None:
    AutorisationImage.objects.filter(pk=accord.pk).delete()


def par_l_administration(accord: AutorisationImage, client: Client) -> None:
    client.force_login(une_personne_de(ADMINISTRATION))
    assert client.post(reverse("autorisations-de-montrer:delete", args=[accord.pk])).status_code == 302


@pytest.mark.parametrize("effacer", [par_la_ligne, en_lot, par_l_administration])
@pytest.mark.parametrize("faire", [une_photo_de, une_voix_de], ids=["image", "enregistrement"])
def test_effacer_l_accord_retire_ne_remontre_personne(client: Client, faire: Any, effacer: Any) -> None:
    retire, tenu = un_accord(retiree_le=JOUR), un_accord()
    montre, ailleurs = faire(retire, tenu), faire(tenu)
    modele = type(montre)
    assert not montre.est_montrable
    effacer(retire, client)
    assert not AutorisationImage.objects.filter(pk=retire.pk).exists()
    relu = modele.objects.get(pk=montre.pk)
    assert (relu.personnes, relu.est_montrable) == (Personnes.PERDU, False)
    # What it did not cover is as it was.
    assert list(modele.objects.montrables()) == [ailleurs]
    # Someone looked, and says so.
    modele.objects.filter(pk=montre.pk).update(personnes=Personnes.ACCORD)
    assert modele.objects.get(pk=montre.pk).est_montrable


def test_les_tailles_d_une_image_dont_l_accord_est_efface_partent() -> None:
    accord = un_accord()
    image = une_photo_de(accord, un_accord())
    adresse = image.get_rendition("width-20").url
    accord.delete()
    assert not image.renditions.exists()
    assert etat(Client(), adresse) == 404


def test_le_formulaire_garde_l_image_cachee_jusqu_a_ce_qu_on_la_revoie(client: Client) -> None:
    client.force_login(une_personne_de(REDACTION))
    efface, tenu = un_accord(), un_accord()
    image = une_photo_de(efface, tenu)
    efface.delete()
    ecran = reverse("wagtailimages:edit", args=[image.pk])
    assert "Un accord a été effacé" in client.get(ecran).content.decode()
    for dit, montrable in ((Personnes.PERDU, False), (Personnes.ACCORD, True)):
        donnees = {**formulaire([tenu], dit), "title": "Une fête"}
        donnees.pop("file")
        assert client.post(ecran, donnees).status_code == 302
        assert ImageCampagne.objects.get().est_montrable == montrable


def test_personne_ne_choisit_qu_un_accord_est_perdu(client: Client) -> None:
    client.force_login(une_personne_de(REDACTION))
    reponse = client.post(reverse("wagtailimages:add"), formulaire([un_accord()], Personnes.PERDU))
    assert list(reponse.context["form"].errors) == ["personnes"]
    assert not ImageCampagne.objects.exists()
    assert (
        "Un accord a été effacé"
        not in client.get(reverse("wagtailimages:edit", args=[une_image().pk])).content.decode()
    )


def test_l_apercu_de_wagtail_ne_montre_pas_une_image_cachee(client: Client) -> None:
    accord = un_accord()
    image = une_photo_de(accord)
    adresse = reverse("wagtailimages:preview", args=[image.pk, "width-20"])
    assert etat(client, adresse) == 302  # who is not signed in
    client.force_login(une_personne_de(REDACTION))
    assert etat(client, adresse) == 200
    accord.retiree_le = JOUR
    accord.save()
    assert etat(client, adresse) == 404
    assert etat(client, reverse("wagtailimages:preview", args=[999_999, "width-20"])) == 404
