"""What did not go out at its hour: said on the home of the admin and in « À suivre », until it is out or taken back."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry

from pages.models import Approbation
from pages.publication import retards as module
from pages.publication.horaire import tenir_l_horaire
from pages.publication.retards import ACTION, retards
from tests.fabriques.pages import publier
from tests.fabriques.roles import une_redactrice, une_relectrice, une_traductrice

from .gestes import approuver_d_avance, recrire, texte, un_brouillon

pytestmark = pytest.mark.django_db
ECRANS = ["/admin/", "/admin/publication/a-suivre/"]


def une_page_retenue(**champs: Any) -> Any:
    page = un_brouillon(title="La page retenue", corps=texte("<h3>Plus bas</h3>"), **champs)
    approuver_d_avance(page)
    tenir_l_horaire()
    return page


@pytest.mark.parametrize("ecran", ECRANS)
def test_ce_qui_est_retenu_se_voit_avec_ses_raisons_et_mene_au_champ(client: Client, ecran: str) -> None:
    page = une_page_retenue()
    bloc = page.corps[0].id
    for personne in (une_redactrice(), une_relectrice()):
        client.force_login(personne)
        html = client.get(ecran).content.decode()
        assert "La page retenue" in html
    client.force_login(une_redactrice())
    assert f"/admin/pages/{page.pk}/edit/#:w:contentpath=corps.{bloc}" in client.get(ecran).content.decode()


def test_qui_n_ecrit_ni_n_approuve_ne_le_voit_pas(client: Client) -> None:
    une_page_retenue()
    client.force_login(une_traductrice())
    assert "La page retenue" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("ecran", ECRANS)
def test_une_fois_sortie_ou_reprise_elle_n_y_est_plus(client: Client, ecran: str) -> None:
    sortie, reprise = une_page_retenue(), une_page_retenue()
    publier(recrire(sortie, corps=texte("<h2>Plus haut</h2>")))
    reprise.revisions.update(approved_go_live_at=None)
    client.force_login(une_redactrice())
    html = client.get(ecran).content.decode()
    assert "La page retenue" not in html
    assert "devait sortir" not in html


def test_ce_qui_est_du_depuis_un_instant_attend_son_tour() -> None:
    page = un_brouillon()
    approuver_d_avance(page, le=timezone.now())
    assert retards(une_redactrice()) == []


def test_un_travail_de_fond_arrete_se_dit(client: Client) -> None:
    approuver_d_avance(un_brouillon(title="Rien ne la retient"))
    client.force_login(une_redactrice())
    assert "le travail de fond est arrêté" in client.get("/admin/").content.decode()


def test_une_version_que_personne_n_a_approuvee_le_dit() -> None:
    page = un_brouillon()
    approuver_d_avance(page)
    Approbation.objects.all().delete()
    (retard,) = retards(une_redactrice())
    assert [constat.message for constat in retard.constats] == [
        "Personne n’a approuvé cette version : soumettez-la de nouveau."
    ]


def test_une_porte_en_panne_ne_ferme_pas_l_accueil(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    une_page_retenue()

    def tomber(_objet: Any) -> list[Any]:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "bloquants", tomber)
    client.force_login(une_redactrice())
    assert "La page retenue" in client.get("/admin/").content.decode()


def test_le_journal_garde_une_ligne_par_version_refusee() -> None:
    page = une_page_retenue()
    for _minute in range(2):
        tenir_l_horaire()
    (ligne,) = PageLogEntry.objects.filter(page=page.pk, action=ACTION)
    assert ligne.data == {"revision": page.get_latest_revision().pk, "regles": ["ordre_des_intertitres"]}
    approuver_d_avance(recrire(page))
    tenir_l_horaire()
    assert PageLogEntry.objects.filter(page=page.pk, action=ACTION).count() == 2
