"""The scheduled hour: each page alone, a refusal said, the next one tried, and the exit code tells."""

import datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import PageLogEntry

from pages.models import Approbation
from pages.publication import actions
from pages.publication.constats import bloquants
from pages.publication.horaire import tenir_l_horaire
from site_campagne.planification.taches import publier_a_l_heure
from tests.fabriques.pages import ContenuPageFactory, publier
from tests.fabriques.roles import une_redactrice, une_relectrice

from .gestes import UNE_HEURE, agir, approuver_d_avance, public, recrire, soumettre, texte, un_brouillon

pytestmark = pytest.mark.django_db


def une_page_due(**champs: Any) -> Any:
    page = un_brouillon(**champs)
    approuver_d_avance(page)
    return page


def test_ce_qui_est_du_sort_et_ce_qui_est_refuse_n_arrete_pas_la_suite() -> None:
    premiere, fautive, derniere = une_page_due(), une_page_due(corps=texte("<h3>Plus bas</h3>")), une_page_due()
    sortie = StringIO()
    with pytest.raises(CommandError, match=f"contenupage {fautive.pk} : ordre_des_intertitres"):
        call_command("publier_programmees", stdout=sortie)
    assert "Publiées : 2. Retirées : 0. Refusées : 1." in sortie.getvalue()
    assert [public(page).live for page in (premiere, fautive, derniere)] == [True, False, True]
    assert PageLogEntry.objects.filter(page=premiere.pk, action="wagtail.publish.scheduled").exists()


def test_une_page_refusee_garde_son_heure_et_sort_une_fois_corrigee() -> None:
    cible = un_brouillon(title="Ailleurs")
    page = une_page_due(corps=texte(f'<p><a linktype="page" id="{cible.pk}">Voir</a></p>'))
    assert tenir_l_horaire().refus == [f"contenupage {page.pk} : liens"]
    publier(cible)
    assert tenir_l_horaire().publiees == 1
    assert public(page).live


def test_une_panne_n_arrete_pas_la_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    en_panne, suivante = une_page_due(title="Panne"), une_page_due()

    def tomber(page: Any) -> list[Any]:
        if page.pk == en_panne.pk:
            raise ZeroDivisionError
        return bloquants(page)

    monkeypatch.setattr(actions, "bloquants", tomber)
    assert tenir_l_horaire().refus == [f"contenupage {en_panne.pk} : ZeroDivisionError"]
    assert public(suivante).live


def test_rien_ne_sort_avant_son_heure() -> None:
    page = un_brouillon()
    approuver_d_avance(page, le=timezone.now() + UNE_HEURE)
    assert (tenir_l_horaire().publiees, public(page).live) == (0, False)


def test_ce_qui_est_echu_se_retire() -> None:
    page = publier(ContenuPageFactory.create(expire_at=timezone.now() - UNE_HEURE))
    assert tenir_l_horaire().retirees == 1
    assert (public(page).live, public(page).expired) == (False, True)


def test_la_commande_de_wagtail_est_la_notre() -> None:
    fautive, page = une_page_due(corps=texte("<h3>Plus bas</h3>")), une_page_due()
    with pytest.raises(CommandError):
        call_command("publish_scheduled", stdout=StringIO())
    assert [public(fautive).live, public(page).live] == [False, True]


def test_l_entretien_publie_et_dit_un_refus_sans_un_mot_de_la_page(caplog: pytest.LogCaptureFixture) -> None:
    page = une_page_due(title="Un secret", corps=texte("<h3>Encore un secret</h3>"))
    publier_a_l_heure()
    assert f"contenupage {page.pk} : ordre_des_intertitres" in caplog.text
    assert "secret" not in caplog.text


def test_une_page_approuvee_sort_a_son_heure_d_un_bout_a_l_autre(monkeypatch: pytest.MonkeyPatch) -> None:
    demain = timezone.now() + datetime.timedelta(days=1)
    page = recrire(publier(ContenuPageFactory.create(title="Avant")), title="Après", go_live_at=demain)
    soumettre(page, une_redactrice())
    agir(page, une_relectrice())
    assert public(page).title == "Avant"
    monkeypatch.setattr(timezone, "now", lambda: demain + UNE_HEURE)
    assert tenir_l_horaire().publiees == 1
    assert public(page).title == "Après"
    assert Approbation.objects.de(page).count() == 1
