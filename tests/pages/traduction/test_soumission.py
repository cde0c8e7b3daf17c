"""A translation is sent as one more draft: read by someone else, held by the gates, never a row written in public."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation, TranslationLog

from pages.models import VersionTraduite
from pages.publication.approbation import a_touche
from pages.publication.refus import PortesFermees, RelectureRefusee
from pages.traduction.memoire import phrases_a_traduire, traduction_de
from pages.traduction.refus import EnRelecture, SansTraduction
from pages.traduction.soumission import mettre_a_jour, reprendre, soumettre
from site_campagne.roles import APPROBATION, TRADUCTION
from tests.fabriques.pages import corps, un_temoignage_publie
from tests.fabriques.roles import une_personne_de, une_relectrice, une_superutilisatrice, une_traductrice
from tests.pages.publication.gestes import agir

from .gestes import commencee, publique, relue, republier, traduire_les_phrases, une_page_publique

pytestmark = pytest.mark.django_db


def une_traduite(**champs: Any) -> tuple[Any, Any]:
    """Return a draft twin whose strings are all translated, and who translated them."""
    traductrice = une_traductrice()
    jumelle = commencee(une_page_publique(**champs), traductrice)
    traduire_les_phrases(jumelle, traductrice)
    return jumelle, traductrice


def test_soumettre_ecrit_une_revision_et_rien_de_public() -> None:
    jumelle, traductrice = une_traduite()
    revision = soumettre(page=jumelle, par=traductrice)
    assert (relue(jumelle).live, relue(jumelle).title) == (False, "La soupe du mardi")
    brouillon = revision.as_object()
    assert brouillon.title == "La soupe du mardi*"
    assert "Venez*" in str(brouillon.corps)
    assert revision.user == traductrice
    assert TranslationLog.objects.get().revision == revision
    assert VersionTraduite.objects.get().page_id == jumelle.pk
    assert relue(jumelle).workflow_in_progress


def test_l_approbation_la_rend_publique_a_une_adresse_en_anglais() -> None:
    jumelle, traductrice = une_traduite()
    traduction = traduction_de(jumelle)
    StringTranslation.objects.filter(context__path="title").update(data="Tuesday soup")
    assert traduction is not None
    soumettre(page=jumelle, par=traductrice)
    with pytest.raises(RelectureRefusee):
        agir(relue(jumelle), traductrice)
    agir(relue(jumelle), une_relectrice())
    assert (relue(jumelle).live, relue(jumelle).title, relue(jumelle).slug) == (True, "Tuesday soup", "tuesday-soup")


def test_une_traduction_publique_se_corrige_sans_changer_avant_l_approbation() -> None:
    jumelle = publique(une_page_publique())
    adresse = jumelle.slug
    StringTranslation.objects.filter(context__path="title", context__object_id=jumelle.translation_key).update(
        data="Soup on Tuesdays"
    )
    soumettre(page=jumelle, par=une_traductrice())
    assert relue(jumelle).title == "La soupe du mardi*"
    assert relue(jumelle).live
    agir(relue(jumelle), une_relectrice())
    assert (relue(jumelle).title, relue(jumelle).slug) == ("Soup on Tuesdays", adresse)


def test_des_phrases_en_francais_ferment_la_porte_et_le_brouillon_reste() -> None:
    traductrice = une_traductrice()
    jumelle = commencee(une_page_publique(), traductrice)
    with pytest.raises(PortesFermees) as refus:
        soumettre(page=jumelle, par=traductrice)
    constats = [constat for constat in refus.value.constats if constat.regle == "traduction"]
    assert "restent à traduire : «\u00a0La soupe du mardi\u00a0»" in constats[0].message
    assert relue(jumelle).latest_revision.user == traductrice
    assert not relue(jumelle).workflow_in_progress


def test_une_page_francaise_qui_a_change_ferme_la_porte_par_ses_mots_neufs() -> None:
    jumelle, traductrice = une_traduite()
    francaise = traduction_de(jumelle).source.get_source_instance()  # type: ignore[union-attr]
    republier(francaise, title="La soupe du jeudi")
    with pytest.raises(PortesFermees) as refus:
        soumettre(page=jumelle, par=traductrice)
    assert "1 phrase reste à traduire : «\u00a0La soupe du jeudi\u00a0»" in refus.value.constats[0].message
    (reste,) = phrases_a_traduire(traduction_de(jumelle))
    assert reste.string.data == "La soupe du jeudi"
    traduire_les_phrases(jumelle, traductrice)
    soumettre(page=relue(jumelle), par=traductrice)
    agir(relue(jumelle), une_relectrice())
    assert relue(jumelle).title == "La soupe du jeudi*"


def test_une_page_francaise_qui_change_pendant_la_relecture_retient_l_approbation() -> None:
    jumelle, traductrice = une_traduite()
    soumettre(page=jumelle, par=traductrice)
    republier(traduction_de(jumelle).source.get_source_instance(), title="La soupe du jeudi")  # type: ignore[union-attr]
    with pytest.raises(PortesFermees):
        agir(relue(jumelle), une_relectrice())
    assert not relue(jumelle).live


def test_ce_qui_attend_ne_se_soumet_pas_deux_fois_mais_se_reprend() -> None:
    jumelle, traductrice = une_traduite()
    soumettre(page=jumelle, par=traductrice)
    for geste in (lambda: soumettre(page=relue(jumelle), par=traductrice), lambda: mettre_a_jour(page=relue(jumelle))):
        with pytest.raises(EnRelecture):
            geste()
    reprendre(page=relue(jumelle), par=une_traductrice())
    assert relue(jumelle).workflow_in_progress  # not hers
    reprendre(page=relue(jumelle), par=traductrice)
    assert not relue(jumelle).workflow_in_progress
    soumettre(page=relue(jumelle), par=traductrice)


def test_des_changements_demandes_se_soumettent_de_nouveau() -> None:
    jumelle, traductrice = une_traduite()
    soumettre(page=jumelle, par=traductrice)
    agir(relue(jumelle), une_relectrice(), "reject")
    soumettre(page=relue(jumelle), par=traductrice)
    agir(relue(jumelle), une_relectrice())
    assert relue(jumelle).live


def test_qui_a_ecrit_une_phrase_ne_l_approuve_pas() -> None:
    jumelle, traductrice = une_traduite()
    autre = une_personne_de(TRADUCTION, APPROBATION)
    StringTranslation.objects.filter(context__path="title", context__object_id=jumelle.translation_key).update(
        last_translated_by=autre
    )
    soumettre(page=jumelle, par=traductrice)
    assert a_touche(autre, relue(jumelle))
    with pytest.raises(RelectureRefusee):
        agir(relue(jumelle), autre)


def test_une_page_qui_ne_traduit_rien_ne_se_soumet_pas_ici() -> None:
    with pytest.raises(SansTraduction):
        soumettre(page=une_page_publique(), par=une_traductrice())


def test_un_champ_qui_refuse_ses_mots_est_nomme(client: Client) -> None:
    jumelle, traductrice = une_traduite()
    StringTranslation.objects.filter(context__path="title").update(data="x" * 300)
    client.force_login(traductrice)
    reponse = client.post(reverse("publication:soumettre_traduction", args=[jumelle.pk]), follow=True)
    assert reponse.status_code == 200
    assert "Titre : " in reponse.text
    assert not VersionTraduite.objects.exists()


def test_un_refus_des_portes_est_un_message_dans_l_editeur(client: Client) -> None:
    traductrice = une_traductrice()
    jumelle = commencee(une_page_publique(), traductrice)
    client.force_login(traductrice)
    reponse = client.post(reverse("publication:soumettre_traduction", args=[jumelle.pk]), follow=True)
    assert reponse.status_code == 200
    assert "n’est pas prête" in reponse.text
    assert "restent à traduire : «\u00a0La soupe du mardi\u00a0»" in reponse.text


def test_une_citation_suit_sans_que_ses_mots_deviennent_des_phrases() -> None:
    temoignage = un_temoignage_publie("une marmite à qui parler")
    jumelle, traductrice = une_traduite(corps=corps(("citation", {"temoignage": temoignage.pk})))
    assert not StringTranslation.objects.filter(translation_of__data__contains="marmite").exists()
    revision = soumettre(page=jumelle, par=traductrice)
    assert revision.as_object().corps[0].value["temoignage"] == temoignage


def test_une_structure_changee_en_francais_arrive_avec_la_mise_a_jour() -> None:
    page = une_page_publique()
    jumelle = publique(page)
    republier(
        page, corps=corps(("texte", "<h2>Venez</h2><p>La porte est ouverte.</p>"), ("texte", "<p>Et le pain.</p>"))
    )
    mettre_a_jour(page=relue(jumelle))
    # The first paragraph is another block now: its words keep their translation.
    assert [reste.string.data for reste in phrases_a_traduire(traduction_de(jumelle))] == ["Et le pain."]


def test_une_superutilisatrice_ne_publie_pas_non_plus(client: Client) -> None:
    jumelle, _traductrice = une_traduite()
    client.force_login(une_superutilisatrice())
    adresse = reverse("wagtailadmin_pages:edit", args=[jumelle.pk])
    assert "Publier en" not in client.get(adresse).text
    reponse = client.post(adresse, {"action": "publish"}, follow=True)
    assert "soumettez-la" in reponse.text
    assert not relue(jumelle).live
