"""No path makes a translation public before its approval: each is tried by a superuser, then « /en/… » is asked for."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, StringSegment, StringTranslation
from wagtail_localize.operations import translate_object
from wagtail_localize.synctree import synchronize_tree
from wagtail_localize.views.convert import sync_alias

from pages.publication.horaire import tenir_l_horaire
from pages.publication.refus import Refus
from pages.traduction.memoire import traduction_de
from pages.traduction.po import exporter
from tests.fabriques.roles import une_superutilisatrice
from tests.pages.publication.gestes import UNE_HEURE

from .gestes import anglais, commencee, publique, relue, traduire_les_phrases, une_page_publique

pytestmark = pytest.mark.django_db

SECRET = "never approved"
Geste = Callable[[Client, Any], Any]


def editeur(client: Client, page: Any) -> Any:
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action-publish": "1", "title": SECRET})
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"localize-convert-to-alias": "1"})


def _localize(nom: str) -> Geste:
    def geste(client: Client, page: Any) -> Any:
        traduction: Any = traduction_de(page)
        arguments = {
            "update_translations": [traduction.source_id],
            "convert_to_alias": [page.pk],
            "submit_page_translation": [traduction.source.get_source_instance().pk],
        }
        adresse = reverse(f"wagtail_localize:{nom}", args=arguments.get(nom, [traduction.pk]))
        return client.post(adresse, {"publish_translations": "on", "locales": [page.locale_id], "langue": "en"})

    geste.__name__ = nom
    return geste


def une_phrase_par_l_api(client: Client, page: Any) -> Any:
    traduction: Any = traduction_de(page)
    segment = StringSegment.objects.filter(source=traduction.source, context__path="title").get()
    adresse = reverse("wagtail_localize:edit_string_translation", args=[traduction.pk, segment.pk])
    return client.put(adresse, f"value={SECRET}", content_type="application/x-www-form-urlencoded")


def un_fichier_po(client: Client, page: Any) -> Any:
    po = exporter(traduction_de(page)).replace('msgstr "', f'msgstr "{SECRET} ')
    fichier = SimpleUploadedFile("a.po", po.encode())
    return client.post(reverse("publication:importer_po", args=[page.pk]), {"file": fichier})


def la_cible_de_localize(_client: Client, page: Any) -> None:
    traduction_de(page).save_target(publish=True)  # type: ignore[union-attr]


def l_operation_de_localize(_client: Client, page: Any) -> None:
    translate_object(traduction_de(page).source.get_source_instance(), [anglais()])  # type: ignore[union-attr]


def l_alias_de_localize(_client: Client, page: Any) -> None:
    sync_alias(traduction_de(page).source.get_source_instance(), page)  # type: ignore[union-attr]


def l_alias_de_wagtail(_client: Client, page: Any) -> None:
    source = traduction_de(page).source.get_source_instance()  # type: ignore[union-attr]
    CreatePageAliasAction(source, update_slug="alias", update_locale=anglais()).execute(skip_permission_checks=True)


def un_alias_reconverti(_client: Client, page: Any) -> None:
    page.alias_of = traduction_de(page).source.get_source_instance()  # type: ignore[union-attr]
    page.live = True
    ConvertAliasPageAction(page).execute()


def la_synchronisation_des_arbres(_client: Client, _page: Any) -> None:
    neuve = une_page_publique(f"{SECRET} (arbre)")
    synchronize_tree(neuve.locale, anglais())


def la_synchronisation_inscrite(_client: Client, page: Any) -> None:
    LocaleSynchronization.objects.create(locale=anglais(), sync_from=Locale.objects.exclude(pk=page.locale_id)[0])


def une_copie_en_ligne(_client: Client, page: Any) -> None:
    ligne = relue(page)
    ligne.live = True
    ligne.copy(update_attrs={"slug": "copie"}, keep_live=True)


def un_deplacement(_client: Client, page: Any) -> None:
    MovePageAction(relue(page), Page.objects.get(depth=1), pos="last-child").execute(skip_permission_checks=True)


def la_rangee(_client: Client, page: Any) -> None:
    ligne = relue(page)
    ligne.live, ligne.title = True, SECRET
    ligne.save()


def la_revision(_client: Client, page: Any) -> None:
    page.get_latest_revision().publish()


def l_heure_dite(_client: Client, page: Any) -> None:
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - UNE_HEURE
    revision.save()
    tenir_l_horaire()


def le_lot(_client: Client, page: Any) -> None:
    PublishBulkAction.execute_action([Page.objects.get(pk=page.pk)], user=une_superutilisatrice())


def le_lot_a_l_ecran(client: Client, page: Any) -> Any:
    adresse = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{adresse}?id={page.pk}", {"include_descendants": "on"})


DETOURS: list[Geste] = [
    editeur,
    *(
        _localize(nom)
        for nom in (
            "update_translations", "convert_to_alias", "submit_page_translation", "machine_translate",
            "stop_translation", "upload_pofile",
        )
    ),
    une_phrase_par_l_api, un_fichier_po, la_cible_de_localize, l_operation_de_localize, l_alias_de_localize,
    l_alias_de_wagtail, un_alias_reconverti, la_synchronisation_des_arbres, la_synchronisation_inscrite,
    une_copie_en_ligne, un_deplacement, la_rangee, la_revision, l_heure_dite, le_lot, le_lot_a_l_ecran,
]  # fmt: skip


@pytest.fixture
def elle(client: Client) -> Client:
    client.force_login(une_superutilisatrice())
    return client


def essayer(geste: Geste, client: Client, page: Any, a_la_fin: Any) -> None:
    """Try a path, what waits for the end of its transaction included: it answers, or is refused in words."""
    try:
        with a_la_fin(execute=True), transaction.atomic():
            reponse = geste(client, page)
    except Refus:
        return
    assert reponse is None or reponse.status_code < 500


@pytest.mark.parametrize("geste", DETOURS, ids=lambda geste: geste.__name__)
def test_un_brouillon_ne_devient_public_par_aucun_chemin(
    geste: Geste, elle: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = une_page_publique()
    publique(page.get_parent().specific)
    jumelle = commencee(page)
    traduire_les_phrases(jumelle, comment=lambda _mots: SECRET)
    avant = set(Page.objects.filter(locale=anglais(), live=True).values_list("pk", flat=True))
    essayer(geste, elle, jumelle, django_capture_on_commit_callbacks)
    assert set(Page.objects.filter(locale=anglais(), live=True).values_list("pk", flat=True)) == avant
    visiteur = Client()
    assert visiteur.get(f"/en/{jumelle.slug}/").status_code == 404
    assert SECRET not in visiteur.get("/en/").text


@pytest.mark.parametrize("geste", DETOURS, ids=lambda geste: geste.__name__)
def test_une_traduction_publique_ne_change_par_aucun_chemin(
    geste: Geste, elle: Client, django_capture_on_commit_callbacks: Any
) -> None:
    jumelle = publique(une_page_publique())
    traduire_les_phrases(jumelle)
    StringTranslation.objects.filter(context__object_id=jumelle.translation_key).update(data=SECRET)
    essayer(geste, elle, jumelle, django_capture_on_commit_callbacks)
    assert relue(jumelle).live
    assert SECRET not in relue(jumelle).title
    assert SECRET not in str(relue(jumelle).corps)
    assert SECRET not in Client().get("/en/").text
