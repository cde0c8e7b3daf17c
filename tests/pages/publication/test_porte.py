"""Nothing goes out but through the door: each way around it is refused, to superusers as well."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Locale, Page
from wagtail.workflows import publish_workflow_state
from wagtail_localize.models import TranslationSource

from pages.models import ContenuPage
from pages.publication.actions import publier_programmee
from pages.publication.horaire import tenir_l_horaire
from pages.publication.porte import est_ouverte_a, ouvrir
from pages.publication.refus import PublicationInterdite
from tests.fabriques.pages import ContenuPageFactory, accueil, enregistrer, publier
from tests.fabriques.roles import une_redactrice, une_superutilisatrice

from .gestes import UNE_HEURE, public, recrire, soumettre, texte, un_brouillon

pytestmark = pytest.mark.django_db

NEUF = "Jamais relu"


def la_revision(page: Any, _elle: Any) -> None:
    page.get_latest_revision().publish()


def la_revision_par_une_superutilisatrice(page: Any, elle: Any) -> None:
    page.get_latest_revision().publish(user=elle, skip_permission_checks=True)


def la_page_nue(page: Any, elle: Any) -> None:
    Page.objects.get(pk=page.pk).publish(page.get_latest_revision(), user=elle, skip_permission_checks=True)


def l_action_de_wagtail(page: Any, elle: Any) -> None:
    PublishPageRevisionAction(page.get_latest_revision(), user=elle).execute(skip_permission_checks=True)


def la_fin_de_workflow_de_wagtail(page: Any, elle: Any) -> None:
    publish_workflow_state(soumettre(page, une_redactrice()), user=elle)


def le_lot(page: Any, elle: Any) -> None:
    PublishBulkAction.execute_action([Page.objects.get(pk=page.pk)], user=elle)


def un_enregistrement(page: Any, _elle: Any) -> None:
    ligne = public(page)
    ligne.live, ligne.title = True, NEUF
    ligne.save()


def un_enregistrement_sans_validation(page: Any, _elle: Any) -> None:
    ligne = public(page)
    ligne.live, ligne.title = True, NEUF
    ligne.save(clean=False)


def un_enregistrement_d_un_champ(page: Any, _elle: Any) -> None:
    ligne = public(page)
    ligne.live, ligne.title = True, NEUF
    ligne.save(update_fields=["live", "title"])


def un_enregistrement_de_la_page_nue(page: Any, _elle: Any) -> None:
    ligne = Page.objects.get(pk=page.pk)
    ligne.live, ligne.title = True, NEUF
    ligne.save()


def l_heure_dite_sans_approbation(page: Any, _elle: Any) -> None:
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - UNE_HEURE
    revision.save()
    publier_programmee(revision=revision)


def la_porte_d_une_autre_revision(page: Any, _elle: Any) -> None:
    autre = un_brouillon().get_latest_revision()
    with ouvrir("essai", autre):
        page.get_latest_revision().publish()


DETOURS = [
    la_revision,
    la_revision_par_une_superutilisatrice,
    la_page_nue,
    l_action_de_wagtail,
    la_fin_de_workflow_de_wagtail,
    le_lot,
    un_enregistrement,
    un_enregistrement_sans_validation,
    un_enregistrement_d_un_champ,
    un_enregistrement_de_la_page_nue,
    l_heure_dite_sans_approbation,
    la_porte_d_une_autre_revision,
]


@pytest.mark.parametrize("deja_publique", [False, True])
@pytest.mark.parametrize("detour", DETOURS)
def test_chaque_detour_est_refuse_a_un_brouillon_et_a_la_suite_d_une_page_publique(
    detour: Callable[[Any, Any], None], deja_publique: bool
) -> None:
    page = publier(ContenuPageFactory.create()) if deja_publique else un_brouillon()
    page = recrire(page, title=NEUF)
    with pytest.raises(PublicationInterdite), transaction.atomic():
        detour(page, une_superutilisatrice())
    assert public(page).live is deja_publique
    assert not (public(page).live and public(page).title == NEUF)


def copier_en_ligne(page: Any) -> None:
    page.copy(update_attrs={"slug": "copie"}, keep_live=True)


def renvoyer_par_un_alias(page: Any) -> None:
    CreatePageAliasAction(page, update_slug="alias").execute(skip_permission_checks=True)


def renvoyer_par_la_methode(page: Any) -> None:
    page.create_alias(update_slug="alias")


def deplacer(page: Any) -> None:
    MovePageAction(page, ContenuPageFactory.create(title="Ailleurs"), pos="last-child").execute(
        skip_permission_checks=True
    )


def naitre_publique(_page: Any) -> None:
    accueil().add_child(instance=ContenuPage(title=NEUF, slug="neuve", live=True))


def changer_de_rangee(page: Any) -> None:
    page.save_revision()
    ligne = public(page)
    ligne.corps = texte("<p>Jamais relu.</p>")
    ligne.save()


@pytest.mark.parametrize(
    "geste",
    [copier_en_ligne, renvoyer_par_un_alias, renvoyer_par_la_methode, deplacer, naitre_publique, changer_de_rangee],
)
def test_une_page_publique_n_en_fait_pas_naitre_une_autre(geste: Callable[[Any], None]) -> None:
    page = publier(ContenuPageFactory.create())
    avant = set(Page.objects.live().values_list("url_path", flat=True)) | {"/accueil/ailleurs/"}
    with pytest.raises(PublicationInterdite), transaction.atomic():
        geste(page)
    assert set(Page.objects.live().values_list("url_path", flat=True)) <= avant


def test_un_alias_venu_d_ailleurs_ne_se_convertit_pas_en_page_publique() -> None:
    page = publier(ContenuPageFactory.create())
    with ouvrir("ancienne base"):
        alias = page.create_alias(update_slug="alias")
    with pytest.raises(PublicationInterdite):
        ConvertAliasPageAction(alias).execute()
    alias.refresh_from_db()
    assert alias.alias_of_id == page.pk


def test_une_traduction_terminee_reste_un_brouillon(django_capture_on_commit_callbacks: Any) -> None:
    anglais = Locale.objects.get(language_code="en")
    page = publier(ContenuPageFactory.create(title="À notre heure"))
    source, _cree = TranslationSource.get_or_create_from_instance(page)
    with pytest.raises(PublicationInterdite), django_capture_on_commit_callbacks(execute=True):
        source.create_or_update_translation(anglais, fallback=True, copy_parent_pages=True)
    assert not ContenuPage.objects.filter(locale=anglais, live=True).exists()


def test_une_traduction_publique_ne_change_pas_sous_les_yeux_du_public() -> None:
    anglais = Locale.objects.get(language_code="en")
    page = publier(ContenuPageFactory.create(title="À notre heure"))
    source, _cree = TranslationSource.get_or_create_from_instance(page)
    with ouvrir("essai"):
        traduite, _cree = source.create_or_update_translation(
            anglais, fallback=True, copy_parent_pages=True, publish=False
        )
        traduite.get_latest_revision().publish()
    publier(recrire(page, title="À notre rythme"))
    source.update_from_db()
    with pytest.raises(PublicationInterdite):
        source.create_or_update_translation(anglais, fallback=True, publish=False)
    assert public(traduite).title == "À notre heure"


def test_une_page_programmee_hors_des_portes_ne_sort_pas_a_son_heure() -> None:
    page = recrire(publier(ContenuPageFactory.create()), go_live_at=timezone.now() + UNE_HEURE, title=NEUF)
    PublishPageRevisionAction(page.get_latest_revision()).execute(skip_permission_checks=True)
    page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=timezone.now() - UNE_HEURE)
    assert tenir_l_horaire().refus == [f"contenupage {page.pk} : PublicationInterdite"]
    assert public(page).title != NEUF


def test_la_tenue_d_une_page_publique_passe() -> None:
    page = publier(ContenuPageFactory.create())
    voisine = publier(ContenuPageFactory.create())
    page = public(page)
    page.locked, page.locked_at = True, timezone.now()
    page.save()
    MovePageAction(page, voisine, pos="right").execute(skip_permission_checks=True)
    copie = page.copy(update_attrs={"slug": "copie"}, keep_live=False)
    page.unpublish()
    assert not public(page).live
    assert not public(copie).live


def test_un_brouillon_se_deplace() -> None:
    page = un_brouillon()
    MovePageAction(page, ContenuPageFactory.create(), pos="last-child").execute(skip_permission_checks=True)


def test_la_porte_ne_s_ouvre_que_pour_son_fil_et_se_referme() -> None:
    vus: list[bool] = []
    with ouvrir("essai"):
        fil = threading.Thread(target=lambda: vus.append(est_ouverte_a(1)))
        fil.start()
        fil.join()
        assert est_ouverte_a(1)
    assert vus == [False]
    assert not est_ouverte_a(1)


def test_la_porte_se_referme_apres_une_erreur() -> None:
    with pytest.raises(RuntimeError), ouvrir("essai"):
        raise RuntimeError
    with pytest.raises(PublicationInterdite):
        enregistrer_sans_porte(publier(ContenuPageFactory.create()))


def enregistrer_sans_porte(page: Any) -> None:
    page.title = NEUF
    page.save()


def test_la_fabrique_passe_par_la_porte() -> None:
    page = ContenuPageFactory.create()
    enregistrer(page, title="À notre heure")
    assert public(page).title == "À notre heure"
