"""An image is shown as long as everyone in it accepts: everywhere at once, and not a day more."""

import datetime
from typing import Any

import pytest
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from medias.models import AutorisationImage, ImageCampagne, Personnes
from medias.tailles import TAILLES, effacer_les_tailles_interdites, preparer_les_tailles
from site_campagne.roles import REDACTION
from tests.fabriques.pages import ContenuPageFactory, corps, publier, une_image
from tests.fabriques.roles import une_personne_de

from .photos import photo, recue

pytestmark = pytest.mark.django_db
JOUR = datetime.date(2026, 11, 22)  # the day of the suite
UN_JOUR = datetime.timedelta(days=1)


def un_accord(**champs: Any) -> AutorisationImage:
    return AutorisationImage.objects.create(
        **{"personne": "Formulaire 12", "donnee_le": JOUR - UN_JOUR, "jusqu_au": JOUR, "preuve": "classeur", **champs}
    )


def une_photo_de(*accords: AutorisationImage) -> ImageCampagne:
    image = une_image(personnes=Personnes.ACCORD)
    image.autorisations.set(accords)
    return ImageCampagne.objects.get(pk=image.pk)


def etat(client: Client, adresse: str) -> int:
    reponse: Any = client.get(adresse)
    if reponse.streaming:
        b"".join(reponse.streaming_content)  # read to the end, it closes
    return int(reponse.status_code)


PASSES = {
    "retirée": {"retiree_le": JOUR},
    "échue": {"jusqu_au": JOUR - UN_JOUR},
    "à venir": {"donnee_le": JOUR + UN_JOUR, "jusqu_au": JOUR + UN_JOUR},
}


def test_une_image_sans_personne_reconnaissable_se_montre() -> None:
    assert une_image().est_montrable


def test_une_image_se_montre_jusqu_au_dernier_jour_de_l_accord() -> None:
    assert une_photo_de(un_accord(), un_accord(retiree_le=JOUR + UN_JOUR)).est_montrable


@pytest.mark.parametrize("passe", PASSES.values(), ids=PASSES)
def test_un_seul_accord_qui_manque_suffit_a_la_cacher(passe: dict[str, Any]) -> None:
    image = une_photo_de(un_accord(), un_accord(**passe))
    assert not image.est_montrable
    tailles = [image.get_rendition("width-20"), *image.get_renditions("width-20", "width-10").values()]
    assert {taille.url for taille in tailles} == {"/media/not-found"}
    assert not image.renditions.exists()


def test_des_personnes_sans_aucun_accord_ne_se_montrent_pas() -> None:
    image = une_image(personnes=Personnes.ACCORD)
    assert not image.est_montrable
    assert not ImageCampagne.objects.montrables().exists()


@pytest.mark.parametrize("geste", ["retirer", "effacer", "échoir"])
def test_la_fin_d_un_accord_fait_disparaitre_l_image_de_partout(client: Client, settings: Settings, geste: str) -> None:
    accord = un_accord()
    image = une_photo_de(accord)
    page = publier(ContenuPageFactory.create(corps=corps(("image", {"image": image.pk, "legende": "Gaétane"}))))
    html = client.get(page.url).content.decode()
    assert "<picture>" in html
    adresses = [taille.url for taille in image.renditions.all()]
    assert len(adresses) == 6
    assert {etat(client, adresse) for adresse in adresses} == {200}
    if geste == "retirer":
        accord.retiree_le = JOUR
        accord.save()
    elif geste == "effacer":
        accord.delete()
    else:
        settings.AUJOURDHUI = (JOUR + UN_JOUR).isoformat()
    assert {etat(client, adresse) for adresse in adresses} == {404}
    dit = client.get(page.url).content.decode() + client.get(f"{page.url}texte/").content.decode()
    assert "<picture>" not in dit
    assert "Gaétane" not in dit
    assert client.get(f"{page.url}pdf/").status_code == 200
    # Staff sees it no more than the public.
    client.force_login(une_personne_de(REDACTION))
    assert {etat(client, adresse) for adresse in adresses} == {404}
    effacer_les_tailles_interdites()
    assert not image.renditions.exists()


def test_les_tailles_s_effacent_avec_leurs_fichiers(django_capture_on_commit_callbacks: Any) -> None:
    accord = un_accord()
    image = une_photo_de(accord)
    gardee = une_image().get_rendition("width-20").file
    taille = image.get_rendition("width-20").file
    with django_capture_on_commit_callbacks(execute=True):
        accord.retiree_le = JOUR
        accord.save()
    assert not taille.storage.exists(taille.name)
    assert gardee.storage.exists(gardee.name)


def test_un_nouvel_accord_la_montre_de_nouveau() -> None:
    accord = un_accord(retiree_le=JOUR)
    image = une_photo_de(accord)
    accord.retiree_le = None
    accord.save()
    assert ImageCampagne.objects.get(pk=image.pk).get_rendition("width-20").width == 20


def test_lire_des_images_ne_demande_pas_leurs_accords_une_a_une(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _rang in range(4):
        une_photo_de(un_accord())
    with django_assert_num_queries(1):
        assert [image.est_montrable for image in ImageCampagne.objects.all()] == [True] * 4


def test_les_tailles_sont_pretes_avant_la_premiere_lecture(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        image = une_image()
    faites = set(image.renditions.values_list("filter_spec", flat=True))
    assert len(faites) == 6
    page = publier(ContenuPageFactory.create(corps=corps(("image", {"image": image.pk, "legende": ""}))))
    html = client.get(page.url).content.decode()
    assert set(image.renditions.values_list("filter_spec", flat=True)) == faites
    assert 'type="image/avif"' in html
    assert 'loading="lazy"' in html
    assert 'height="18"' in html
    assert 'width="32"' in html


def test_le_gabarit_demande_les_tailles_qui_sont_preparees() -> None:
    assert " ".join(TAILLES) in get_template("medias/image.html").template.source  # type: ignore[attr-defined]  # Django's


def test_preparer_une_image_partie_ou_cachee_ne_fait_rien() -> None:
    assert preparer_les_tailles.call(999_999) == 0
    assert preparer_les_tailles.call(une_image(personnes=Personnes.ACCORD).pk) == 0


def formulaire(accords: list[AutorisationImage], personnes: str = "accord") -> dict[str, Any]:
    return {
        "title": "La fête", "texte_alternatif": "Trois personnes rient.", "licence": "reserves", "personnes": personnes,
        "autorisations": [accord.pk for accord in accords], "file": recue(photo("JPEG")),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("passe", "personnes", "champ"),
    [(None, "accord", "autorisations"), ({"retiree_le": JOUR}, "accord", "autorisations"), ({}, "aucune", "personnes")],
    ids=["aucun accord", "accord retiré", "contradiction"],
)
def test_le_formulaire_refuse(client: Client, passe: dict[str, Any] | None, personnes: str, champ: str) -> None:
    client.force_login(une_personne_de(REDACTION))
    accords = [] if passe is None else [un_accord(**passe)]
    reponse = client.post(reverse("wagtailimages:add"), formulaire(accords, personnes))
    assert list(reponse.context["form"].errors) == [champ]
    assert not ImageCampagne.objects.exists()


def test_le_formulaire_garde_les_accords_et_les_ecrans_supportent_leur_fin(client: Client) -> None:
    client.force_login(une_personne_de(REDACTION))
    accord = un_accord()
    client.post(reverse("wagtailimages:add"), formulaire([accord]))
    image = ImageCampagne.objects.get()
    assert list(image.autorisations.all()) == [accord]
    accord.retiree_le = JOUR
    accord.save()
    ecrans = [reverse(f"wagtailimages:{nom}") for nom in ("index", "index_results")]
    ecrans += [reverse("wagtailimages:edit", args=[image.pk]), reverse("wagtailimages_chooser:choose")]
    ecrans += [reverse("wagtailimages_chooser:chosen", args=[image.pk])]
    for ecran in ecrans:
        assert client.get(ecran, {"q": "fête"} if ecran == ecrans[0] else {}).status_code == 200


def test_la_liste_des_personnes_note_qui_l_enregistre(client: Client) -> None:
    personne = une_personne_de(REDACTION)
    client.force_login(personne)
    donnees = {"personne": "Formulaire 3", "donnee_le": JOUR, "jusqu_au": JOUR, "preuve": "classeur"}
    client.post(reverse("autorisations-de-montrer:add"), donnees)
    assert AutorisationImage.objects.get().enregistree_par == personne
    assert "Formulaire 3, jusqu’au 2026-11-22" in str(AutorisationImage.objects.get())
