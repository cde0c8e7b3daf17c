"""Captions follow their recording: public with it, once reviewed, and gone with it."""

import datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from medias.models import AutorisationImage, Enregistrement, EtatPiste, EtatPreparation, Langue, Personnes
from pages.models import ContenuPage
from pages.publication.partage.actions import partager
from tests.fabriques.pages import ContenuPageFactory, corps, enregistrer, publier
from tests.fabriques.pistes import un_enregistrement, une_piste
from tests.fabriques.roles import une_redactrice
from tests.fabriques.temoignages import une_personne

pytestmark = pytest.mark.django_db
ACCORD = {
    "personne": "Formulaire 12",
    "donnee_le": datetime.date(2026, 1, 1),
    "jusqu_au": datetime.date(2099, 1, 1),
    "preuve": "Classeur A",
}


def citer(enregistrement: Enregistrement, **champs: Any) -> ContenuPage:
    bloc = ("enregistrement", {"enregistrement": enregistrement.pk, "titre": ""})
    page: ContenuPage = ContenuPageFactory.create(corps=corps(bloc), **champs)
    return page


def test_une_piste_relue_est_publique_tant_qu_une_page_montre_l_enregistrement(client: Client) -> None:
    piste = une_piste(un_enregistrement())
    page = citer(piste.enregistrement, live=False)
    assert client.get(piste.url).status_code == 404
    publier(page)
    reponse = client.get(piste.url)
    assert reponse["Content-Type"] == "text/vtt; charset=utf-8"
    assert "<v Une voisine>Bonjour, entrez donc.</v>" in reponse.content.decode()
    enregistrer(ContenuPage.objects.get(pk=page.pk), live=False)
    assert client.get(piste.url).status_code == 404


@pytest.mark.parametrize("champs", [{"etat": EtatPiste.BROUILLON}, {"langue": Langue.ANGLAIS}])
def test_un_brouillon_ou_une_autre_langue_n_est_pas_public(client: Client, champs: dict[str, str]) -> None:
    enregistrement = un_enregistrement()
    publier(citer(enregistrement))
    adresse = une_piste(enregistrement, **champs).url.replace("-en.", "-fr.")
    assert client.get(adresse).status_code == 404


def test_l_equipe_lit_les_brouillons_et_personne_ne_les_garde(client: Client) -> None:
    piste = une_piste(un_enregistrement(), etat=EtatPiste.BROUILLON)
    client.force_login(une_personne("access_admin"))
    reponse = client.get(piste.url)
    assert (reponse.status_code, reponse["Cache-Control"]) == (200, "private, no-store")
    assert "ETag" not in reponse


@pytest.mark.parametrize("champs", [{"etat": EtatPreparation.ECHEC}, {"personnes": Personnes.ACCORD}])
def test_ce_qui_ne_se_montre_pas_n_a_pas_de_mots_non_plus(client: Client, champs: dict[str, str]) -> None:
    piste = une_piste(un_enregistrement())
    publier(citer(piste.enregistrement))
    assert client.get(piste.url).status_code == 200
    Enregistrement.objects.filter(pk=piste.enregistrement_id).update(**champs)
    assert client.get(piste.url).status_code == 404


def test_un_accord_retire_emporte_les_mots(client: Client) -> None:
    accord = AutorisationImage.objects.create(**ACCORD)
    piste = une_piste(un_enregistrement(personnes=Personnes.ACCORD))
    piste.enregistrement.autorisations.add(accord)
    publier(citer(piste.enregistrement))
    assert client.get(piste.url).status_code == 200
    accord.retiree_le = accord.donnee_le
    accord.save()
    assert client.get(piste.url).status_code == 404


def test_un_navigateur_redemande_et_n_a_de_nouveau_que_si_les_mots_changent(client: Client) -> None:
    piste = une_piste(un_enregistrement())
    publier(citer(piste.enregistrement))
    etag = client.get(piste.url)["ETag"]
    encore = client.get(piste.url, headers={"If-None-Match": etag})
    assert (encore.status_code, encore["Cache-Control"], encore["ETag"]) == (304, "public, max-age=60", etag)
    piste.vtt = piste.vtt.replace("entrez", "asseyez-vous")
    piste.save()
    assert client.get(piste.url, headers={"If-None-Match": etag}).status_code == 200


def test_une_piste_coute_une_requete(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    piste = une_piste(un_enregistrement())
    publier(citer(piste.enregistrement))
    client.get(piste.url)
    with django_assert_num_queries(1):
        client.get(piste.url)


def test_une_adresse_inconnue_repond_comme_un_brouillon(client: Client) -> None:
    inconnue = client.get("/media/pistes/999-fr.vtt")
    brouillon = client.get(une_piste(un_enregistrement(), etat=EtatPiste.BROUILLON).url)
    assert (inconnue.status_code, inconnue.headers) == (404, brouillon.headers)
    assert client.post("/media/pistes/999-fr.vtt").status_code == 405


def test_un_lien_de_partage_prete_les_mots_relus_de_ses_pages(client: Client) -> None:
    piste = une_piste(un_enregistrement())
    brouillon = une_piste(piste.enregistrement, langue=Langue.ANGLAIS, etat=EtatPiste.BROUILLON)
    ailleurs = une_piste(un_enregistrement())
    page = citer(piste.enregistrement, live=False)
    page.save_revision()
    _lien, jeton = partager(pages=[page], destinataire="Le comité", jours=14, par=une_redactrice())
    sous = f"/partage/{jeton}"
    assert f'src="{sous}{piste.url}"' in client.get(f"{sous}/").content.decode()
    reponse = client.get(sous + piste.url)
    assert (reponse.status_code, reponse["Cache-Control"]) == (200, "private, no-store")
    for adresse in (sous + brouillon.url, sous + ailleurs.url, piste.url):
        assert client.get(adresse).status_code == 404
