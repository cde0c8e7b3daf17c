"""The screen of a translation: our actions, no publication; who reads answers from there; nobody else writes."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail import hooks
from wagtail_localize import wagtail_hooks as de_localize
from wagtail_localize.models import StringSegment, StringTranslation

from pages.models import AccueilPage
from pages.traduction.crochets import RETIRES
from pages.traduction.memoire import traduction_de
from pages.traduction.soumission import soumettre
from tests.fabriques.roles import une_redactrice, une_relectrice, une_superutilisatrice, une_traductrice

from .gestes import anglais, commencee, publique, relue, traduire_les_phrases, une_page_publique

pytestmark = pytest.mark.django_db


def ecran(client: Client, page: Any) -> str:
    reponse = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert reponse.status_code == 200
    return str(reponse.text)


def soumise() -> tuple[Any, Any]:
    """Return a translation that waits for its reader, and who sent it."""
    traductrice = une_traductrice()
    jumelle = commencee(une_page_publique(), traductrice)
    traduire_les_phrases(jumelle, traductrice)
    soumettre(page=jumelle, par=traductrice)
    return relue(jumelle), traductrice


def test_qui_traduit_voit_ce_qui_reste_et_peut_soumettre(client: Client) -> None:
    jumelle = commencee(une_page_publique())
    client.force_login(une_traductrice())
    vu = ecran(client, jumelle)
    for mots in ("3 phrases restent à traduire, sur 3", "Soumettre la traduction", "brouillon"):
        assert mots in vu, mots
    assert "js-translation-editor" in vu
    assert '"canPublish": false' in vu.replace("&quot;", '"')


def test_qui_relit_repond_de_la_meme_page_sans_toucher_aux_phrases(client: Client) -> None:
    jumelle, _traductrice = soumise()
    client.force_login(une_relectrice())
    vu = ecran(client, jumelle)
    for mots in ("Approuver", "Demander des changements", "en relecture", "Voir la traduction soumise", "Venez*"):
        assert mots in vu, mots
    assert "js-translation-editor" not in vu
    assert "Soumettre la traduction" not in vu
    etape = jumelle.current_workflow_task_state
    approuver = reverse("wagtailadmin_pages:workflow_action", args=[jumelle.pk, "approve", etape.pk])
    assert approuver in vu
    assert client.post(approuver).status_code == 302
    assert relue(jumelle).live


def test_des_changements_demandes_se_lisent_dans_l_editeur(client: Client) -> None:
    jumelle, traductrice = soumise()
    client.force_login(une_relectrice())
    etape = jumelle.current_workflow_task_state
    adresse = reverse("wagtailadmin_pages:workflow_action", args=[jumelle.pk, "reject", etape.pk])
    client.post(adresse, {"comment": "Le ton est trop sec."})
    client.force_login(traductrice)
    vu = ecran(client, jumelle)
    assert "Le ton est trop sec." in vu
    assert "Soumettre la traduction" in vu


def test_qui_a_soumis_peut_reprendre_et_pas_approuver(client: Client) -> None:
    jumelle, traductrice = soumise()
    client.force_login(traductrice)
    vu = ecran(client, jumelle)
    assert "Reprendre la traduction" in vu
    assert "workflow/action/approve" not in vu
    client.post(reverse("publication:reprendre_traduction", args=[jumelle.pk]))
    assert not relue(jumelle).workflow_in_progress


def test_l_apercu_montre_les_phrases_d_aujourd_hui(client: Client) -> None:
    jumelle = commencee(une_page_publique())
    traduire_les_phrases(jumelle)
    client.force_login(une_traductrice())
    adresse = reverse("wagtail_localize:preview_translation", args=[traduction_de(jumelle).pk])  # type: ignore[union-attr]
    assert "La porte est ouverte.*" in client.get(adresse).text


def _phrase(jumelle: Any) -> str:
    traduction: Any = traduction_de(jumelle)
    segment = StringSegment.objects.get(source=traduction.source, context__path="title")
    return reverse("wagtail_localize:edit_string_translation", args=[traduction.pk, segment.pk])


FORME = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(("qui", "permis"), [(une_traductrice, True), (une_redactrice, True), (une_relectrice, False)])
def test_qui_ecrit_une_phrase(qui: Any, permis: bool, client: Client) -> None:
    jumelle, _traductrice = soumise()  # who approves may open the editor by now
    StringTranslation.objects.all().delete()
    client.force_login(qui())
    reponse = client.put(_phrase(jumelle), "value=Soup", content_type=FORME)
    assert reponse.status_code == (201 if permis else 403)
    assert StringTranslation.objects.exists() is permis


def test_sans_compte_on_n_ecrit_rien(client: Client) -> None:
    jumelle = commencee(une_page_publique())
    assert client.put(_phrase(jumelle), "value=Soup", content_type=FORME).status_code in {302, 401, 403}
    assert not StringTranslation.objects.exists()


def test_une_phrase_collee_perd_ses_caracteres_de_controle(client: Client) -> None:
    jumelle = commencee(une_page_publique())
    client.force_login(une_traductrice())
    client.put(_phrase(jumelle), "value=So%0Bup%07", content_type=FORME)
    assert StringTranslation.objects.get().data == "So up"


@pytest.mark.parametrize("nom", ["stop_translation", "convert_to_alias", "machine_translate", "update_translations"])
def test_les_chemins_fermes_le_disent(nom: str, client: Client) -> None:
    jumelle = publique(une_page_publique())
    traduction: Any = traduction_de(jumelle)
    cle = {"convert_to_alias": jumelle.pk, "update_translations": traduction.source_id}.get(nom, traduction.pk)
    client.force_login(une_superutilisatrice())
    reponse = client.post(reverse(f"wagtail_localize:{nom}", args=[cle]), follow=True)
    assert "une autre personne l’approuvera" in reponse.text
    traduction.refresh_from_db()
    assert traduction.enabled
    client.force_login(une_relectrice())
    assert client.post(reverse(f"wagtail_localize:{nom}", args=[cle])).status_code in {302, 403}


def test_le_rapport_de_localize_mene_a_la_matrice(client: Client) -> None:
    client.force_login(une_traductrice())
    assert client.get(reverse("wagtail_localize:translations_report")).url == reverse("publication:traductions")  # type: ignore[attr-defined]


def test_les_boutons_de_localize_sont_retires() -> None:
    assert hasattr(de_localize, "page_listing_more_buttons")
    for nom, fonction in RETIRES.items():
        assert fonction not in hooks.get_hooks(nom), nom


def test_une_page_ordinaire_garde_l_editeur_de_wagtail(client: Client) -> None:
    client.force_login(une_superutilisatrice())
    vu = ecran(client, une_page_publique())
    assert "js-translation-editor" not in vu
    assert "action-submit" in vu


def test_l_accueil_de_chaque_langue_se_traduit_une_fois(client: Client) -> None:
    accueil = AccueilPage.objects.get(locale__language_code="fr")
    jumelle = publique(accueil)
    assert (jumelle.live, jumelle.depth, jumelle.locale) == (True, accueil.depth, anglais())
    client.force_login(une_superutilisatrice())
    assert "Toutes les phrases sont traduites" in ecran(client, jumelle)
    assert AccueilPage.objects.count() == 2
