"""The level of a page: inside the revision, never live unless public, lifted by two people."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from medias.niveaux import Niveau
from pages.models import ContenuPage
from pages.publication.actions import publier_programmee, publier_seul
from pages.publication.confidentialite import NiveauReserve, mentions, moment
from pages.publication.constats import bloquants
from pages.publication.exigence import une_personne_suffit
from pages.publication.porte import ouvrir
from pages.publication.refus import PortesFermees, RelectureRefusee, SeulRefuse
from site_campagne.roles import APPROBATION, REDACTION
from tests.fabriques.pages import ContenuPageFactory, enregistrer, publier
from tests.fabriques.roles import une_personne_de, une_redactrice, une_relectrice

from .gestes import agir, approuver_d_avance, public, recrire, soumettre, un_brouillon

pytestmark = pytest.mark.django_db

RESERVES = [Niveau.MEMBRES, Niveau.TRAVAIL]


@pytest.mark.parametrize("niveau", RESERVES)
def test_ce_qui_n_est_pas_public_ne_se_soumet_pas(niveau: str) -> None:
    page = un_brouillon(confidentialite=niveau)
    with pytest.raises(PortesFermees) as refus:
        soumettre(page, une_redactrice())
    assert [constat.champ for constat in refus.value.constats] == ["confidentialite"]


@pytest.mark.parametrize("niveau", RESERVES)
def test_ce_qui_n_est_pas_public_ne_sort_ni_seul_ni_a_son_heure_ni_par_une_porte_ouverte(niveau: str) -> None:
    page = recrire(publier(ContenuPageFactory.create()), title="Neuf", confidentialite=niveau)
    with pytest.raises((SeulRefuse, PortesFermees)):
        publier_seul(page=page, par=une_redactrice())
    with pytest.raises(PortesFermees):
        publier_programmee(revision=approuver_d_avance(page))
    with pytest.raises(NiveauReserve), ouvrir("essai"):
        page.get_latest_revision().publish()
    with pytest.raises(NiveauReserve):
        enregistrer(public(page), confidentialite=niveau)
    with pytest.raises(NiveauReserve), ouvrir("essai"):
        Page.objects.get(pk=page.pk).specific.copy(
            keep_live=True, update_attrs={"slug": "b", "confidentialite": niveau}
        )
    assert public(page).title != "Neuf"


def test_qui_leve_le_niveau_n_approuve_pas() -> None:
    page = un_brouillon(une_redactrice(), confidentialite=Niveau.TRAVAIL)
    leve = une_personne_de(REDACTION, APPROBATION)
    page = recrire(page, leve, confidentialite=Niveau.PUBLIC)
    soumettre(page, une_redactrice())
    with pytest.raises(RelectureRefusee):
        agir(page, leve)
    agir(page, une_relectrice())
    assert public(page).live


def test_revenir_a_public_demande_deux_personnes_meme_ou_une_suffit() -> None:
    page = publier(ContenuPageFactory.create())
    assert une_personne_suffit(recrire(page, title="Une coquille"))
    page = recrire(page, une_redactrice(), confidentialite=Niveau.TRAVAIL)
    page = recrire(page, une_redactrice(), confidentialite=Niveau.PUBLIC)
    assert bloquants(page) == []
    with pytest.raises(SeulRefuse):
        publier_seul(page=page, par=une_redactrice())
    soumettre(page, une_redactrice())
    agir(page, une_relectrice())
    assert une_personne_suffit(recrire(public(page), title="Une autre coquille"))


def test_le_niveau_vit_dans_la_revision() -> None:
    page = recrire(publier(ContenuPageFactory.create()), confidentialite=Niveau.MEMBRES)
    assert page.get_latest_revision().as_object().confidentialite == Niveau.MEMBRES
    assert (public(page).confidentialite, public(page).live) == (Niveau.PUBLIC, True)


def test_une_page_copiee_pendant_sa_relecture_garde_son_niveau_et_ne_perd_rien() -> None:
    demain = timezone.now().replace(microsecond=0) + datetime.timedelta(days=1)
    page = un_brouillon(une_redactrice(), title="Avant", confidentialite=Niveau.TRAVAIL)
    page = recrire(page, title="En relecture", confidentialite=Niveau.PUBLIC, go_live_at=demain)
    soumettre(page, une_redactrice())
    page = recrire(page, title="Après", confidentialite=Niveau.MEMBRES)
    copie = page.copy(update_attrs={"slug": "copie"}, user=une_redactrice()).specific
    ebauche = copie.get_latest_revision_as_object()
    assert (ebauche.title, ebauche.confidentialite, ebauche.go_live_at) == ("Après", Niveau.MEMBRES, demain)
    assert (copie.live, copie.workflow_in_progress, copie.approved_schedule) == (False, False, False)
    assert [r.content["title"] for r in copie.revisions.order_by("pk")][:3] == ["Avant", "En relecture", "Après"]
    assert page.workflow_in_progress


@pytest.mark.parametrize(
    ("champs", "attendues"),
    [
        ({}, []),
        ({"confidentialite": Niveau.TRAVAIL}, ["Document de travail – ne pas diffuser"]),
        ({"confidentialite": Niveau.MEMBRES}, ["Réservé aux membres"]),
        (
            {"go_live_at": datetime.datetime(2027, 10, 10, 12, 30, tzinfo=datetime.UTC)},
            ["Sous embargo jusqu’au 10\u00a0octobre 2027, 8\u00a0h\u00a030"],
        ),
        ({"go_live_at": datetime.datetime(2026, 10, 10, tzinfo=datetime.UTC)}, []),
    ],
)
def test_les_mentions(champs: dict[str, Any], attendues: list[str]) -> None:
    assert mentions(ContenuPageFactory.build(parent=None, **champs)) == attendues


def test_un_apercu_porte_sa_mention_et_une_page_publique_n_en_porte_aucune(client: Client) -> None:
    page = publier(ContenuPageFactory.create())
    assert 'class="mention"' not in client.get(page.url).content.decode()
    recrire(page, confidentialite=Niveau.TRAVAIL)
    client.force_login(une_redactrice())
    html = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()
    assert "Document de travail – ne pas diffuser" in html
    assert "css/composants/mention.css" in html


# The hour.


def saisie(**champs: Any) -> dict[str, Any]:
    vide = {"title": "Une page", "slug": "une-page", "chapeau": "", "seo_title": "", "search_description": ""}
    donnees: dict[str, Any] = nested_form_data({**vide, "corps": streamfield([]), **champs})
    return donnees


def enregistrer_par_l_ecran(client: Client, page: Page, **champs: Any) -> str:
    client.force_login(une_redactrice())
    reponse = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), saisie(**champs))
    return "" if reponse.status_code == 302 else reponse.content.decode()


def test_un_embargo_passe_est_refuse_avec_sa_raison(client: Client) -> None:
    page = un_brouillon()
    assert "Cette heure est passée" in enregistrer_par_l_ecran(client, page, go_live_at="2026-11-22 11:59")
    assert public(page).get_latest_revision_as_object().go_live_at is None
    assert enregistrer_par_l_ecran(client, page, go_live_at="2026-11-22 12:01") == ""
    assert public(page).get_latest_revision_as_object().go_live_at


def test_un_embargo_echu_depuis_qu_il_est_ecrit_n_empeche_rien(client: Client, settings: Settings) -> None:
    page = un_brouillon()
    assert enregistrer_par_l_ecran(client, page, go_live_at="2026-11-23 09:00") == ""
    settings.AUJOURDHUI = "2026-11-24"
    assert enregistrer_par_l_ecran(client, page, go_live_at="2026-11-23 09:00", title="Encore") == ""


@pytest.mark.parametrize("heure", ["2027-03-14 02:30", "2027-11-07 01:30"])
def test_une_heure_qui_n_existe_pas_ou_existe_deux_fois_est_refusee(client: Client, heure: str) -> None:
    page = un_brouillon()
    assert "America/Toronto" in enregistrer_par_l_ecran(client, page, go_live_at=heure)
    assert public(page).get_latest_revision_as_object().go_live_at is None


@pytest.mark.parametrize(
    ("jour", "utc"), [("2027-03-13", 14), ("2027-03-14", 13), ("2027-11-06", 13), ("2027-11-07", 14)]
)
def test_neuf_heures_reste_neuf_heures_de_chaque_cote_du_changement(client: Client, jour: str, utc: int) -> None:
    page = un_brouillon()
    assert enregistrer_par_l_ecran(client, page, go_live_at=f"{jour} 09:00") == ""
    heure = public(page).get_latest_revision_as_object().go_live_at
    assert heure.astimezone(datetime.UTC).hour == utc
    assert moment(heure).endswith(", 9\u00a0h")


def test_sans_rien_dire_du_niveau_on_garde_celui_de_l_ebauche(client: Client) -> None:
    page = un_brouillon(confidentialite=Niveau.MEMBRES)
    assert enregistrer_par_l_ecran(client, page, title="Encore") == ""
    assert public(page).get_latest_revision_as_object().confidentialite == Niveau.MEMBRES


# Two editors at once: Wagtail's own detection.


def poster_en_json(client: Client, page: Page, titre: str, **champs: Any) -> Any:
    adresse = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(adresse, saisie(title=titre, **champs), headers={"Accept": "application/json"})


def test_deux_personnes_a_la_fois_la_seconde_n_ecrase_pas_la_premiere(client: Client) -> None:
    page, autre = un_brouillon(), Client()
    chargee = page.get_latest_revision()
    jetons = {"loaded_revision_id": chargee.pk, "loaded_revision_created_at": chargee.created_at.isoformat()}
    client.force_login(une_redactrice())
    autre.force_login(une_redactrice())
    assert poster_en_json(client, page, "La première", **jetons).json()["success"]
    refus = poster_en_json(autre, page, "La seconde", **jetons)
    assert refus.json()["error_code"] == "invalid_revision"
    assert public(page).get_latest_revision_as_object().title == "La première"
    # Whoever insists makes a new revision: what the other wrote stays in the history.
    autre.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), saisie(title="La seconde", **jetons))
    titres = [revision.content["title"] for revision in page.revisions.order_by("pk")]
    assert titres[-2:] == ["La première", "La seconde"]
    assert ContenuPage.objects.get(pk=page.pk).live is False
