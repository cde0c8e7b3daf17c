"""The staff's screens: what each person is offered, what a refusal says, and that nothing typed is lost."""

from html import unescape
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.models import ContenuPage, ExigenceRelecture
from reseau.models import Compte
from site_campagne.roles import ADMINISTRATION, APPROBATION, REDACTION
from tests.fabriques.pages import ContenuPageFactory, accueil, publier
from tests.fabriques.roles import une_personne_de, une_redactrice, une_relectrice, une_superutilisatrice

from .gestes import UNE_HEURE, agir, approuver_d_avance, public, recrire, soumettre, texte, un_brouillon

pytestmark = pytest.mark.django_db

FAUTIF = ("texte", rich_text("<h3>Un intertitre perdu</h3>"))
JUSTE = ("texte", rich_text("<p>La porte est ouverte.</p>"))


def saisie(*blocs: tuple[str, Any], action: str = "", **champs: Any) -> dict[str, Any]:
    vide = {"title": "À notre heure", "slug": "a-notre-heure", "chapeau": "", "seo_title": "", "search_description": ""}
    niveau = {"confidentialite": "public", "destinataires": "", "echeance": ""}
    donnees: dict[str, Any] = nested_form_data({**vide, **niveau, **champs, "corps": streamfield(blocs)})
    return donnees | ({action: "1"} if action else {})


def bureau(client: Client, compte: Compte) -> Client:
    client.force_login(compte)
    return client


def envoyer(client: Client, page: Any, *blocs: tuple[str, Any], action: str = "", **champs: Any) -> Any:
    adresse = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(adresse, saisie(*blocs, action=action, slug=page.slug, **champs), follow=True)


def dit(reponse: Any) -> str:
    return unescape(reponse.content.decode())


def test_une_soumission_refusee_dit_pourquoi_et_garde_la_saisie(client: Client) -> None:
    page = un_brouillon()
    reponse = envoyer(bureau(client, une_redactrice()), page, FAUTIF, action="action-submit")
    assert reponse.redirect_chain == [(reverse("wagtailadmin_pages:edit", args=[page.pk]), 302)]
    assert "« À notre heure » n’est pas prête : 1 point est à corriger." in dit(reponse)
    assert "L’intertitre « Un intertitre perdu » saute un niveau" in dit(reponse)
    assert "Un intertitre perdu" in str(public(page).get_latest_revision_as_object().corps)
    assert not public(page).workflow_in_progress


def test_une_page_neuve_refusee_a_la_soumission_reste_en_brouillon(client: Client) -> None:
    adresse = reverse("wagtailadmin_pages:add", args=["pages", "contenupage", accueil().pk])
    reponse = bureau(client, une_redactrice()).post(adresse, saisie(FAUTIF, action="action-submit"), follow=True)
    page = ContenuPage.objects.get()
    assert reponse.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "n’est pas prête" in dit(reponse)
    assert (page.live, page.workflow_in_progress) == (False, False)


def test_de_la_redaction_a_la_publication_par_les_ecrans(client: Client) -> None:
    page = un_brouillon()
    envoyer(bureau(client, une_redactrice()), page, JUSTE, action="action-submit")
    page, relectrice = public(page), une_relectrice()
    html = bureau(client, relectrice).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Approuver" in html
    adresse = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", page.current_workflow_task_state.pk]
    )
    reponse = client.post(adresse, {"comment": ""}, follow=True)
    assert reponse.status_code == 200
    assert public(page).live


def test_qui_corrige_en_approuvant_garde_sa_correction_et_n_approuve_pas(client: Client) -> None:
    page, elle = un_brouillon(), une_personne_de(REDACTION, APPROBATION)
    soumettre(page, une_redactrice())
    champs = {"workflow-action-name": "approve"}
    reponse = envoyer(bureau(client, elle), page, JUSTE, action="action-workflow-action", title="Corrigé", **champs)
    assert "une autre personne doit l’approuver" in dit(reponse)
    assert public(page).get_latest_revision_as_object().title == "Corrigé"
    assert not public(page).live


@pytest.mark.parametrize("personne", [une_redactrice, une_superutilisatrice])
def test_personne_ne_se_voit_offrir_de_publier_directement(client: Client, personne: Any) -> None:
    page = recrire(publier(ContenuPageFactory.create()))
    client = bureau(client, personne())
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="action-publish"' not in html
    assert 'href="/admin/pages/' + f'{page.pk}/unpublish/"' not in html
    envoyer(client, page, JUSTE, action="action-publish", title="Direct")
    assert public(page).title != "Direct"
    assert public(page).get_latest_revision_as_object().title == "Direct"


@pytest.mark.parametrize(
    ("nom", "donnees"),
    [
        ("wagtail_bulk_action", {"include_descendants": ""}),
        ("wagtailadmin_pages:copy", {"new_title": "B", "new_slug": "b", "publish_copies": "on", "alias": "on"}),
    ],
)
def test_une_superutilisatrice_ne_contourne_rien_par_les_ecrans(client: Client, nom: str, donnees: Any) -> None:
    page = un_brouillon() if nom == "wagtail_bulk_action" else publier(ContenuPageFactory.create())
    if nom == "wagtail_bulk_action":
        adresse = reverse(nom, args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    else:
        adresse = reverse(nom, args=[page.pk])
        donnees = donnees | {"new_parent_page": accueil().pk}
    avant = set(ContenuPage.objects.live().values_list("pk", flat=True))
    reponse = bureau(client, une_superutilisatrice()).post(adresse, donnees, follow=True)
    assert reponse.status_code < 500
    assert set(ContenuPage.objects.live().values_list("pk", flat=True)) == avant


def test_un_refus_leve_par_wagtail_devient_un_message(client: Client) -> None:
    page, ailleurs = publier(ContenuPageFactory.create()), publier(ContenuPageFactory.create())
    adresse = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, ailleurs.pk])
    reponse = bureau(client, une_superutilisatrice()).post(adresse, follow=True)
    assert "Rien ne se publie directement" in dit(reponse)
    assert public(page).url_path == page.url_path
    reponse = client.post(adresse, headers={"x-requested-with": "XMLHttpRequest"})
    assert reponse.json() == {"step": "success", "redirect": reverse("wagtailadmin_pages:edit", args=[page.pk])}


def test_le_retrait_d_urgence_demande_un_motif_et_agit(client: Client) -> None:
    page = publier(ContenuPageFactory.create())
    client = bureau(client, une_redactrice())
    adresse = reverse("publication:retirer", args=[page.pk])
    assert adresse in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert client.get(adresse).status_code == 200
    assert client.post(adresse, {"motif": ""}).status_code == 400
    assert "Dites en quelques mots pourquoi." in dit(client.post(adresse, {"motif": "autre"}))
    assert public(page).live
    assert "n’est plus publiée" in dit(client.post(adresse, {"motif": "retrait"}, follow=True))
    assert not public(page).live
    assert client.get(page.url).status_code == 404
    historique = client.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "Retirée de la publication" in dit(historique)


def test_la_depublication_de_wagtail_mene_a_la_notre(client: Client) -> None:
    page = publier(ContenuPageFactory.create())
    reponse = bureau(client, une_superutilisatrice()).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert public(page).live
    assert reponse.status_code == 302


def test_publier_sans_relecture_par_l_ecran(client: Client) -> None:
    page = recrire(publier(ContenuPageFactory.create()), title="Sans coquille")
    client, adresse = bureau(client, une_redactrice()), reverse("publication:publier_seul", args=[page.pk])
    assert adresse in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Publier maintenant" in dit(client.get(adresse))
    assert "est publiée" in dit(client.post(adresse, follow=True))
    assert public(page).title == "Sans coquille"


def test_publier_sans_relecture_un_texte_fautif_revient_avec_ses_fautes(client: Client) -> None:
    page = recrire(publier(ContenuPageFactory.create()), corps=texte("<h3>Perdu</h3>"))
    client, adresse = bureau(client, une_redactrice()), reverse("publication:publier_seul", args=[page.pk])
    assert "Publier maintenant" not in dit(client.get(adresse))
    assert "n’est pas prête" in dit(client.post(adresse, follow=True))
    assert not public(page).corps


@pytest.mark.parametrize("nom", ["publier_seul", "retirer", "portes"])
def test_qui_n_a_pas_affaire_a_la_page_n_y_a_pas_acces(client: Client, nom: str) -> None:
    page = recrire(publier(ContenuPageFactory.create()))
    reponse = bureau(client, une_personne_de(ADMINISTRATION)).get(reverse(f"publication:{nom}", args=[page.pk]))
    assert reponse.status_code == 302
    assert reponse["Location"] == "/admin/"


def test_la_liste_de_l_editeur_dit_chaque_faute_et_mene_a_son_champ(client: Client) -> None:
    page = un_brouillon(chapeau="Il a laissé une lettre d’adieu.", corps=texte("<h3>Perdu</h3>"))
    client = bureau(client, une_redactrice())
    edition = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = client.get(edition).content.decode()
    bloc = page.corps[0].id
    assert f'data-portes="{reverse("publication:portes", args=[page.pk])}"' in html
    assert f'href="{edition}#:w:contentpath=corps.{bloc}"' in html
    fragment = client.get(reverse("publication:portes", args=[page.pk]))
    assert dit(fragment).index("À corriger") < dit(fragment).index("À relire")
    assert "<html" not in dit(fragment)
    recrire(page, chapeau="", corps="[]")
    assert "prêt à soumettre" in dit(client.get(reverse("publication:portes", args=[page.pk])))


def test_une_page_neuve_n_a_pas_encore_de_liste(client: Client) -> None:
    adresse = reverse("wagtailadmin_pages:add", args=["pages", "contenupage", accueil().pk])
    assert "data-portes" not in bureau(client, une_redactrice()).get(adresse).content.decode()


def test_la_table_des_exigences_est_a_l_administration_et_se_journalise(client: Client) -> None:
    adresse = reverse("exigences:add")
    assert bureau(client, une_redactrice()).get(adresse).status_code == 302
    elle = une_personne_de(ADMINISTRATION)
    client = bureau(client, elle)
    assert "Exigences de relecture" in dit(client.get(reverse("wagtailadmin_home")))
    genre = ContentType.objects.get_for_model(ContenuPage)
    assert client.post(adresse, {"genre": genre.pk, "personnes": "2"}).status_code == 302
    exigence = ExigenceRelecture.objects.get()
    assert ModelLogEntry.objects.get(object_id=str(exigence.pk)).user == elle
    assert (
        client.post(adresse, {"genre": ContentType.objects.get_for_model(Compte).pk, "personnes": "1"}).status_code
        == 200
    )
    assert ExigenceRelecture.objects.count() == 1


def test_une_programmation_se_reprend_par_la_redaction(client: Client) -> None:
    page = un_brouillon()
    revision = approuver_d_avance(page, le=page.latest_revision_created_at + UNE_HEURE)
    adresse = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk])
    assert bureau(client, une_redactrice()).post(adresse).status_code == 302
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_l_historique_garde_l_approbation(client: Client) -> None:
    page = un_brouillon()
    soumettre(page, une_redactrice())
    agir(page, une_relectrice())
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.workflow.approve").exists()
