"""A French page that is deleted, by whatever way, takes its translations off the site; who deletes it is told."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, PageLogEntry

from pages.recherche.modeles import EntreeRecherche
from pages.traduction.soumission import soumettre
from tests.fabriques.pages import ContenuPageFactory
from tests.fabriques.roles import une_superutilisatrice, une_traductrice
from tests.pages.publication.gestes import approuver_d_avance

from .gestes import commencee, publique, relue, republier, traduire_les_phrases, une_page_publique

pytestmark = pytest.mark.django_db

CONFIRMER = "wagtailadmin_pages:delete"


def en_lot(*pages: Page) -> str:
    adresse = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return f"{adresse}?{'&'.join(f'id={page.pk}' for page in pages)}"


def par_le_code(page: Any, _client: Client) -> None:
    page.delete()


def par_sa_ligne(page: Any, _client: Client) -> None:
    Page.objects.filter(pk=page.pk).delete()


def par_l_ecran(page: Any, client: Client) -> None:
    assert client.post(reverse(CONFIRMER, args=[page.pk])).status_code == 302


def par_le_lot(page: Any, client: Client) -> None:
    assert client.post(en_lot(page)).status_code == 302


GESTES = [par_le_code, par_sa_ligne, par_l_ecran, par_le_lot]


@pytest.mark.parametrize("supprimer", GESTES, ids=lambda geste: geste.__name__)
def test_sa_traduction_quitte_le_site_avec_elle(client: Client, supprimer: Any) -> None:
    page = une_page_publique()
    jumelle = publique(page)
    assert client.get(jumelle.url).status_code == 200
    client.force_login(une_superutilisatrice())
    with translation.override("fr"):  # the test client leaves the language of the last address
        supprimer(relue(page), client)
    assert not Page.objects.filter(pk=page.pk).exists()
    assert not relue(jumelle).live
    assert Client().get(jumelle.url).status_code == 404
    assert not EntreeRecherche.objects.filter(numero=jumelle.pk).exists()
    entree = PageLogEntry.objects.get(page=jumelle.pk, action="pages.depublier")
    assert "supprimée" in entree.data["note"]
    assert client.get(reverse("wagtailadmin_pages:edit", args=[jumelle.pk])).status_code == 200


def test_une_section_emporte_les_traductions_de_ce_qui_est_dessous(client: Client) -> None:
    section = une_page_publique("La section")
    jumelle = publique(une_page_publique("Dessous", parent=section))
    client.force_login(une_superutilisatrice())
    for adresse in (reverse(CONFIRMER, args=[section.pk]), en_lot(section)):
        dit = client.get(adresse).text
        assert "2 traductions quittent le site" in dit
        assert "Dessous*" in dit
    relue(section).delete()
    assert (relue(jumelle).live, relue(jumelle).get_parent().live) == (False, False)


def test_supprimer_la_traduction_laisse_le_francais(client: Client) -> None:
    page = une_page_publique()
    jumelle = publique(page)
    client.force_login(une_superutilisatrice())
    assert "quitte le site" not in client.get(reverse(CONFIRMER, args=[jumelle.pk])).text
    jumelle.delete()
    assert relue(page).live
    assert Client().get(page.url).status_code == 200


def test_sans_traduction_publique_il_n_y_a_rien_a_dire(client: Client) -> None:
    page = une_page_publique()
    commencee(page)
    autre = ContenuPageFactory.create()
    client.force_login(une_superutilisatrice())
    for adresse in (reverse(CONFIRMER, args=[page.pk]), en_lot(page, autre)):
        dit = client.get(adresse)
        assert dit.status_code == 200
        assert "le site en même temps" not in dit.text


def test_une_suppression_qui_echoue_ne_retire_rien() -> None:
    page = une_page_publique()
    jumelle = publique(page)
    with transaction.atomic():
        relue(page).delete()
        assert not relue(jumelle).live
        transaction.set_rollback(True)
    assert (relue(page).live, relue(jumelle).live) == (True, True)


def test_une_traduction_qui_attend_son_heure_n_en_a_plus() -> None:
    page = une_page_publique()
    jumelle = commencee(page)
    traduire_les_phrases(jumelle)
    jumelle.save_revision()
    revision = approuver_d_avance(relue(jumelle))
    relue(page).delete()
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    assert not relue(jumelle).live


def test_une_traduction_en_relecture_ne_s_approuve_plus() -> None:
    page = une_page_publique()
    jumelle, traductrice = commencee(page), une_traductrice()
    traduire_les_phrases(jumelle, traductrice)
    soumettre(page=jumelle, par=traductrice)
    assert relue(jumelle).workflow_in_progress
    relue(page).delete()
    assert relue(jumelle).current_workflow_task_state is None
    assert not relue(jumelle).live


def test_une_page_republiee_puis_supprimee_ne_laisse_rien_derriere() -> None:
    page = une_page_publique()
    jumelle = publique(page)
    republier(relue(page), title="La soupe du jeudi").delete()
    assert not relue(jumelle).live
