"""Who hears a recording: everyone once a public page plays it, the staff before, nobody once someone takes it back."""

import datetime
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from medias.models import AutorisationImage, Enregistrement, EtatPreparation, ImageCampagne, Personnes
from pages.models import ContenuPage
from pages.publication.constats import bloquants
from pages.publication.partage.actions import partager
from site_campagne.roles import REDACTION
from tests.fabriques.pages import ContenuPageFactory, corps, enregistrer, publier, une_image
from tests.fabriques.roles import une_personne_de

pytestmark = pytest.mark.django_db
JOUR = datetime.date(2026, 11, 22)  # the day of the suite


def un_accord(**champs: Any) -> AutorisationImage:
    return AutorisationImage.objects.create(
        **{"personne": "Formulaire 12", "donnee_le": JOUR, "jusqu_au": JOUR, "preuve": "classeur", **champs}
    )


def un_enregistrement(*accords: AutorisationImage, **champs: Any) -> Enregistrement:
    """Return a video that is ready; its bytes are not read here."""
    fichiers = {"file": ContentFile(b"mp4", name="a.mp4"), "thumbnail": ContentFile(b"jpeg", name="a.jpg")}
    etat = {"title": "La porte", "type": "video", "etat": EtatPreparation.PRET}
    personnes = {"personnes": Personnes.ACCORD if accords else Personnes.AUCUNE}
    ligne = Enregistrement.objects.create(**(fichiers | etat | personnes | champs))
    ligne.autorisations.set(accords)
    return Enregistrement.objects.get(pk=ligne.pk)


def une_page(enregistrement: Enregistrement, **champs: Any) -> ContenuPage:
    bloc = ("enregistrement", {"enregistrement": enregistrement.pk, "titre": ""})
    page: ContenuPage = ContenuPageFactory.create(corps=corps(bloc), **champs)
    return page


def etats(client: Client, *adresses: str) -> set[int]:
    return {_etat(client, adresse) for adresse in adresses}


def _etat(client: Client, adresse: str) -> int:
    return int(lire(client, adresse).status_code)


def lire(client: Client, adresse: str) -> Any:
    """Ask for a file and read it to its end, so that it closes."""
    reponse: Any = client.get(adresse)
    reponse.lus = b"".join(reponse.streaming_content) if reponse.streaming else reponse.content
    return reponse


def test_un_enregistrement_et_son_affiche_suivent_la_page_qui_les_montre(client: Client) -> None:
    video = un_enregistrement()
    page = une_page(video, live=False)
    adresses = (video.url, video.affiche_url)
    assert [adresse.split("/")[2] for adresse in adresses] == ["enregistrements", "affiches"]
    assert etats(client, *adresses) == {404}
    publier(page)
    assert etats(client, *adresses) == {200}
    assert lire(client, video.url)["Content-Type"] == "video/mp4"
    assert lire(client, video.affiche_url)["Content-Type"] == "image/jpeg"
    enregistrer(ContenuPage.objects.get(pk=page.pk), live=False)
    assert etats(client, *adresses) == {404}


def test_l_equipe_ecoute_avant_de_publier(client: Client) -> None:
    video = un_enregistrement()
    client.force_login(une_personne_de(REDACTION))
    reponse = lire(client, video.url)
    assert reponse.lus == b"mp4"
    assert reponse["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("geste", ["retirer", "effacer"])
def test_la_fin_d_un_accord_fait_taire_l_enregistrement_pour_tous(client: Client, geste: str) -> None:
    accord = un_accord()
    video = un_enregistrement(accord, un_accord())
    publier(une_page(video))
    assert etats(client, video.url, video.affiche_url) == {200}
    if geste == "retirer":
        AutorisationImage.objects.filter(pk=accord.pk).update(retiree_le=JOUR)
    else:
        video.autorisations.all().delete()
    assert not Enregistrement.objects.get().est_montrable
    assert etats(client, video.url, video.affiche_url) == {404}
    client.force_login(une_personne_de(REDACTION))
    assert etats(client, video.url, video.affiche_url) == {404}


@pytest.mark.parametrize("etat", [EtatPreparation.ATTEND, EtatPreparation.EN_COURS, EtatPreparation.ECHEC])
def test_ce_qui_n_est_pas_pret_ne_se_sert_pas(client: Client, etat: str) -> None:
    video = un_enregistrement()
    publier(une_page(video))
    Enregistrement.objects.update(etat=etat)
    assert etats(client, video.url, video.affiche_url) == {404}
    assert Enregistrement.objects.get().url == ""


def test_ce_qui_est_recu_ne_se_lit_par_aucune_adresse(client: Client) -> None:
    recu = un_enregistrement(etat=EtatPreparation.ATTEND)
    client.force_login(une_personne_de(REDACTION))
    nom = recu.file.name.split("/")[1]
    assert recu.file.name == f"recus/{nom}"
    assert etats(client, f"/media/recus/{nom}", f"/media/enregistrements/{nom}", f"/media/affiches/{nom}") == {404}


def test_la_version_avec_audiodescription_suit_ce_qu_elle_decrit(client: Client) -> None:
    decrite = un_enregistrement(title="Avec audiodescription")
    video = un_enregistrement(audiodescription=decrite)
    page = une_page(video, live=False)
    assert etats(client, decrite.url) == {404}
    publier(page)
    assert etats(client, decrite.url) == {200}
    Enregistrement.objects.filter(pk=video.pk).update(personnes=Personnes.ACCORD)
    assert etats(client, decrite.url) == {404}


def test_un_enregistrement_coute_une_requete(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    video = un_enregistrement()
    publier(une_page(video))
    etats(client, video.url)
    with django_assert_num_queries(1):
        etats(client, video.url)


def test_un_lien_de_partage_prete_les_enregistrements_de_ses_pages(client: Client) -> None:
    decrite = un_enregistrement(title="Avec audiodescription")
    video, autre = un_enregistrement(un_accord(), audiodescription=decrite), un_enregistrement(title="Autre")
    page = une_page(video, live=False)
    page.save_revision()
    _lien, jeton = partager(
        pages=[Page.objects.get(pk=page.pk)], destinataire="Une relectrice", jours=3, par=une_personne_de(REDACTION)
    )
    sous = reverse("partage:page", args=[jeton])
    html = client.get(sous).content.decode()
    assert f"{sous}media/enregistrements/" in html
    assert f'"{video.url}' not in html
    pretes = [sous + adresse.lstrip("/") for adresse in (video.url, video.affiche_url, decrite.url)]
    assert etats(client, *pretes) == {200}
    assert etats(client, sous + autre.url.lstrip("/"), video.url) == {404}
    AutorisationImage.objects.update(retiree_le=JOUR)
    assert etats(client, *pretes[:2]) == {404}


def test_une_page_ne_sort_pas_avec_ce_qui_n_est_pas_pret(client: Client) -> None:
    video = un_enregistrement()
    page = une_page(video, live=False)
    dits = {
        EtatPreparation.ATTEND: "n’est pas encore prêt",
        EtatPreparation.EN_COURS: "n’est pas encore prêt",
        EtatPreparation.ECHEC: "a échoué",
    }
    for etat, mot in dits.items():
        Enregistrement.objects.update(etat=etat)
        constats = [c for c in bloquants(page) if c.regle == "medias_montrables"]
        assert [mot in constat.message for constat in constats] == [True]
        assert constats[0].champ.startswith("corps.")
    Enregistrement.objects.update(etat=EtatPreparation.PRET)
    assert not [c for c in bloquants(page) if c.regle == "medias_montrables"]


def test_une_page_ne_sort_pas_avec_quelqu_un_qui_n_accepte_plus() -> None:
    passe = un_accord(retiree_le=JOUR)
    image = une_image(personnes=Personnes.ACCORD)
    image.autorisations.set([passe])
    video = un_enregistrement(passe)
    blocs = (
        ("enregistrement", {"enregistrement": video.pk, "titre": ""}),
        ("image", {"image": image.pk, "legende": ""}),
    )
    page = ContenuPageFactory.create(corps=corps(*blocs), live=False)
    dits = [constat.message for constat in bloquants(page) if constat.regle == "medias_montrables"]
    assert ["entende" in dits[0], "montre" in dits[1]] == [True, True]
    AutorisationImage.objects.update(retiree_le=None)
    assert not [c for c in bloquants(page) if c.regle == "medias_montrables"]
    assert ImageCampagne.objects.get(pk=image.pk).est_montrable


def test_les_ecrans_de_la_mediatheque_parlent_francais_et_choisissent(client: Client) -> None:
    video = un_enregistrement()
    client.force_login(une_personne_de(REDACTION))
    accueil = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Sons et vid\\u00e9os" in accueil  # the menu is data for a script
    liste = client.get(reverse("wagtailmedia:index")).content.decode()
    assert "prêt" in liste
    assert video.file.name not in liste
    choix = client.get(reverse("wagtailmedia:chooser")).json()
    assert reverse("wagtailmedia:media_chosen", args=[video.pk]) in choix["html"]
    choisi = client.get(reverse("wagtailmedia:media_chosen", args=[video.pk])).json()
    assert choisi["result"]["title"] == "La porte"
    assert video.url in client.get(reverse("wagtailmedia:edit", args=[video.pk])).content.decode()
    ajout = client.get(reverse("wagtailmedia:add", args=["audio"])).content.decode()
    assert "fakepath" not in ajout
    assert "medias/envoi.js" in ajout
