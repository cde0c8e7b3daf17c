"""What keeps a translation behind its French page and behind two people, whatever is tried."""

import datetime
import json
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import SegmentOverride, StringSegment, StringTranslation

from pages.models import ContenuPage, ExigenceRelecture
from pages.publication.actions import depublier
from pages.publication.approbation import a_touche
from pages.publication.constats import bloquants, examiner
from pages.publication.exigence import une_personne_suffit
from pages.publication.horaire import tenir_l_horaire
from pages.publication.refus import PortesFermees
from pages.traduction.etats import EtatTraduction
from pages.traduction.memoire import phrases_a_traduire, reprendre_les_phrases, traduction_de
from pages.traduction.refus import RemplacementRefuse
from pages.traduction.soumission import soumettre
from site_campagne.roles import APPROBATION, TRADUCTION
from tests.fabriques.pages import corps, enregistrer, une_image
from tests.fabriques.roles import (
    une_personne_de,
    une_redactrice,
    une_relectrice,
    une_superutilisatrice,
    une_traductrice,
)

from .gestes import anglais, commencee, etat_de, publique, relue, republier, traduire_les_phrases, une_page_publique

pytestmark = pytest.mark.django_db

FORME = "application/x-www-form-urlencoded"


def phrase_du_titre(jumelle: Any) -> str:
    traduction: Any = traduction_de(jumelle)
    segment = StringSegment.objects.get(source=traduction.source, context__path="title")
    return reverse("wagtail_localize:edit_string_translation", args=[traduction.pk, segment.pk])


def retenue_par(jumelle: Any) -> str:
    """Return what the gate of translations says of the latest draft."""
    constats = bloquants(relue(jumelle).get_latest_revision_as_object())
    return " ".join(constat.message for constat in constats if constat.regle == "traduction")


def test_une_traduction_ne_sort_jamais_par_une_seule_personne() -> None:
    page = une_page_publique()
    jumelle = publique(page)
    genre = ContentType.objects.get_for_model(ContenuPage)
    ExigenceRelecture.objects.update_or_create(genre=genre, defaults={"personnes": 1})
    assert une_personne_suffit(relue(page))
    assert not une_personne_suffit(jumelle)
    assert not jumelle.permissions_for_user(une_superutilisatrice()).peut_publier_seul()


def test_le_retrait_du_francais_emporte_sa_traduction() -> None:
    page = une_page_publique()
    jumelle = publique(page)
    depublier(page=relue(page), par=une_redactrice(), motif="identifiant", note="vite")
    assert not relue(jumelle).live
    assert PageLogEntry.objects.get(page=jumelle.pk, action="pages.depublier").data["motif"] == "identifiant"
    assert "La page française n’est pas publique" in retenue_par(jumelle)


def test_ce_qu_on_enleve_du_francais_reste_en_anglais_et_c_est_dit_avant_de_publier() -> None:
    page = une_page_publique()
    assert conseils(page) == ""
    jumelle = publique(page)
    assert conseils(relue(page)) == "", "nothing is about to change"
    brouillon = relue(page)
    brouillon.save_revision(changed=True)
    assert "dépubliez-la aussi" in conseils(relue(page))
    assert conseils(relue(jumelle)) == ""
    depublier(page=relue(jumelle), par=une_redactrice(), motif="identifiant")
    assert conseils(relue(page)) == ""


def conseils(page: Any) -> str:
    """Return what is advised of the translations of a page."""
    return " ".join(constat.message for constat in examiner(page) if constat.regle == "jumelle")


def test_le_retrait_de_la_traduction_laisse_le_francais() -> None:
    page = une_page_publique()
    depublier(page=publique(page), par=une_redactrice(), motif="autre")
    assert relue(page).live


def test_une_page_francaise_qui_expire_emporte_sa_traduction() -> None:
    page = une_page_publique()
    jumelle = publique(page)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(hours=1))
    tenir_l_horaire()
    assert (relue(page).live, relue(jumelle).live) == (False, False)


def test_la_matrice_montre_une_traduction_publique_sans_page_francaise(client: Client) -> None:
    page = une_page_publique("Retirée autrement")
    publique(page)
    enregistrer(relue(page), live=False)
    assert etat_de(page, anglais()) == EtatTraduction.ORPHELINE
    client.force_login(une_traductrice())
    assert "Retirée autrement" in client.get(reverse("publication:traductions")).text


def test_ce_que_le_francais_ne_dit_plus_n_est_garde_nulle_part() -> None:
    page = une_page_publique("Chez Untel")
    jumelle = publique(page)
    republier(page, title="Chez nous")
    assert "Untel" not in traduction_de(jumelle).source.content_json  # type: ignore[union-attr]


def test_une_valeur_copiee_suit_a_la_soumission() -> None:
    image = {"image": une_image().pk, "texte_alternatif": "Une soupe", "legende": "", "credit": "Avant"}
    page = une_page_publique(corps=corps(("image", image)))
    jumelle = commencee(page)
    traduire_les_phrases(jumelle)
    # Written without a signal, as a repair does.
    enregistrer(relue(page), corps=corps(("image", image | {"credit": "Après"})))
    revision = soumettre(page=jumelle, par=une_traductrice())
    assert revision.as_object().corps[0].value["credit"] == "Après"


@pytest.mark.parametrize("geste", ["put", "delete"])
def test_qui_a_touche_une_phrase_recrite_ensuite_ne_l_approuve_pas(geste: str, client: Client) -> None:
    jumelle = commencee(une_page_publique())
    traduire_les_phrases(jumelle)
    autre, traductrice = une_personne_de(TRADUCTION, APPROBATION), une_traductrice()
    client.force_login(autre)
    assert getattr(client, geste)(phrase_du_titre(jumelle), "value=Soup", content_type=FORME).status_code < 300
    StringTranslation.objects.filter(context__path="title").delete()
    traduire_les_phrases(jumelle, traductrice)
    soumettre(page=relue(jumelle), par=traductrice)
    assert a_touche(autre, relue(jumelle))
    assert not a_touche(une_relectrice(), relue(jumelle))


def test_une_main_pendant_la_relecture_compte_pour_la_version_suivante(client: Client) -> None:
    jumelle, autre = commencee(une_page_publique()), une_personne_de(TRADUCTION, APPROBATION)
    traduire_les_phrases(jumelle)
    soumettre(page=jumelle, par=une_traductrice())
    client.force_login(autre)
    client.put(phrase_du_titre(jumelle), "value=Soup", content_type=FORME)
    relue(jumelle).current_workflow_task_state.task.specific.on_action(
        relue(jumelle).current_workflow_task_state, une_relectrice(), "approve"
    )
    StringTranslation.objects.filter(context__path="title").update(last_translated_by=None)
    soumettre(page=relue(jumelle), par=une_traductrice())
    assert a_touche(autre, relue(jumelle))


def test_une_phrase_vide_ne_traduit_rien(client: Client) -> None:
    jumelle = commencee(une_page_publique())
    traduire_les_phrases(jumelle)
    client.force_login(une_traductrice())
    reponse = client.put(phrase_du_titre(jumelle), "value=%20%0B", content_type=FORME)
    assert (reponse.status_code, "phrase vide" in reponse.json()["detail"]) == (400, True)
    StringTranslation.objects.filter(context__path="title").update(data=" ")
    assert [reste.context.path for reste in phrases_a_traduire(traduction_de(jumelle))] == ["title"]


def test_la_copie_du_depart_ne_passe_pas_meme_quand_tout_est_traduit() -> None:
    jumelle = commencee(une_page_publique())
    traduire_les_phrases(jumelle)
    assert "Ce brouillon n’est pas" in retenue_par(jumelle)


def test_un_brouillon_soumis_avec_du_francais_ne_passe_pas_une_fois_les_phrases_traduites() -> None:
    jumelle, traductrice = commencee(une_page_publique()), une_traductrice()
    with pytest.raises(PortesFermees):
        soumettre(page=jumelle, par=traductrice)
    traduire_les_phrases(jumelle, traductrice)
    assert "Ce brouillon n’est pas" in retenue_par(jumelle)
    soumettre(page=relue(jumelle), par=traductrice)
    assert not retenue_par(jumelle)


@pytest.mark.parametrize("choix", ["abc", "999999"])
def test_un_choix_mort_est_un_message_a_l_apercu_et_a_la_soumission(choix: str, client: Client) -> None:
    image = corps(("image", {"image": une_image().pk, "texte_alternatif": "Une soupe", "legende": "", "credit": ""}))
    jumelle = commencee(une_page_publique(corps=image))
    traduire_les_phrases(jumelle)
    traduction: Any = traduction_de(jumelle)
    segment = traduction.source.overridablesegment_set.get()
    SegmentOverride.objects.create(locale=anglais(), context=segment.context, data_json=json.dumps(choix))
    with pytest.raises(RemplacementRefuse):
        soumettre(page=jumelle, par=une_traductrice())
    client.force_login(une_traductrice())
    for reponse in (
        client.post(reverse("publication:soumettre_traduction", args=[jumelle.pk]), follow=True),
        client.get(reverse("wagtail_localize:preview_translation", args=[traduction.pk]), follow=True),
    ):
        assert reponse.status_code == 200
        assert "n’existe plus ou ne se lit pas" in reponse.text


def test_les_extraits_de_localize_sont_fermes(client: Client) -> None:
    adresse = reverse("wagtail_localize:snippets_api_listing", args=["pages", "evenement"])
    for personne in (une_relectrice(), une_superutilisatrice()):
        client.force_login(personne)
        assert client.get(adresse).status_code == 403


def test_reprendre_ne_recouvre_pas_une_phrase_ecrite() -> None:
    jumelle = commencee(une_page_publique())
    traduire_les_phrases(jumelle)
    StringTranslation.objects.filter(context__path="title").update(data="Faulty", has_error=True)
    assert reprendre_les_phrases(traduction_de(jumelle)) == 0
    assert StringTranslation.objects.get(context__path="title").data == "Faulty"


def test_le_bouton_ne_coute_pas_par_page(client: Client) -> None:
    anglais()
    page = une_page_publique()
    une_page_publique("Une", parent=page)
    client.force_login(une_superutilisatrice())
    adresse = reverse("wagtailadmin_explore", args=[page.pk])
    client.get(adresse)

    def lectures() -> int:
        with CaptureQueriesContext(connection) as vues:
            client.get(adresse)
        return sum('SELECT "wagtailcore_page"."translation_key"' in vue["sql"] for vue in vues.captured_queries)

    avant = lectures()
    for rang in range(4):
        une_page_publique(f"Autre {rang}", parent=page)
    assert lectures() == avant == 1
