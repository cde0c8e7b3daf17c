"""The screens of the staff: list, editor, reading, batch; by role, by region, and with no way around."""

from html import unescape
from typing import Any

import pytest
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime
from wagtail.models import TaskState

from pages.evenements.actions import proposer
from pages.evenements.suivi import Etape, suivre
from pages.models import Evenement
from reseau.models import Compte
from site_campagne.roles import APPROBATION, MODERATION, REDACTION, TRADUCTION
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.roles import une_personne_de, une_superutilisatrice

from .gestes import (
    ESTRIE,
    LAVAL,
    agir,
    bientot,
    contact_de,
    frais,
    propose,
    recrire,
    un_brouillon,
    une_moderatrice,
    une_ressource,
)

pytestmark = pytest.mark.django_db
ESPACE = "wagtailsnippets_pages_evenement"


def bureau(client: Client, compte: Compte) -> Client:
    client.force_login(compte)
    return client


def adresse(nom: str, *arguments: Any) -> str:
    return reverse(f"{ESPACE}:{nom}", args=arguments)


def dit(reponse: Any) -> str:
    return unescape(reponse.content.decode())


def saisie(evenement: Evenement, **champs: Any) -> dict[str, Any]:
    """Return the form of the editor, as it stands on the screen."""
    version = evenement.get_latest_revision_as_object()
    donnees = {nom: valeur for nom, valeur in model_to_dict(version).items() if valeur not in {None, False}}
    moments = {nom: localtime(getattr(version, nom)).strftime("%Y-%m-%d %H:%M") for nom in ("debut", "fin")}
    derniere = version.latest_revision
    vue = {"loaded_revision_id": derniere.pk, "loaded_revision_created_at": derniere.created_at.isoformat()}
    return {**donnees, **moments, **vue, **champs}


def approbation(evenement: Evenement) -> dict[str, Any]:
    return saisie(evenement, **{"action-workflow-action": "1", "workflow-action-name": "approve"})


def test_la_liste_montre_d_abord_ce_qui_attend_puis_ce_qui_est_a_revoir(client: Client) -> None:
    EvenementFactory.create(titre="Public")
    propose(une_ressource(de_confiance=True), titre="Paru de confiance", municipalite="Magog")
    propose(titre="Attend", municipalite="Sherbrooke")
    html = dit(bureau(client, une_personne_de(MODERATION)).get(adresse("list")))
    rangs = [html.index(titre) for titre in ("Attend", "Paru de", "Public")]
    assert rangs == sorted(rangs)
    for mots in ("attend une lecture", "à revoir", "publié"):
        assert mots in html


@pytest.mark.parametrize(
    "filtre",
    ["etape=attente", "region=13", "genre=marche", "ressource={ressource}", "a_revoir=true", "q=Laval", "q=phare"],
)
def test_la_liste_se_filtre(client: Client, filtre: str) -> None:
    ressource = RessourceFactory.create(nom="Le Phare", de_confiance=True)
    ressource.contacts.set([contact_de(un_brouillon(titre="Autre chose"))])
    champs: dict[str, Any] = {"region": LAVAL, "municipalite": "Laval", "genre": "marche", "titre": "Celui-ci"}
    if filtre == "etape=attente":
        propose(**champs)
    else:
        propose(ressource, **champs)
    html = dit(bureau(client, une_redactrice()).get(adresse("list") + "?" + filtre.format(ressource=ressource.pk)))
    assert "Celui-ci" in html
    assert "Autre chose" not in html


def une_redactrice() -> Compte:
    return une_personne_de(REDACTION)


def test_ce_qui_ressemble_se_voit_dans_la_liste(client: Client) -> None:
    propose(titre="Café et visite")
    propose(titre="Café et visites")
    html = dit(bureau(client, une_redactrice()).get(adresse("list")))
    assert "ressemble à «\u00a0Café et visites\u00a0»" in html
    assert "ressemble à «\u00a0Café et visite\u00a0»" in html


def test_la_liste_ne_demande_pas_plus_a_quarante_rangees_qu_a_deux(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    bureau(client, une_moderatrice(ESTRIE))
    for combien in (2, 38):
        for rang in range(combien):
            propose(titre=f"Rencontre {combien} {rang}", debut=bientot(rang + 3), fin=bientot(rang + 3, 16))
        client.get(adresse("list"))
        with django_assert_max_num_queries(26):
            assert client.get(adresse("list")).status_code == 200


@pytest.mark.parametrize(
    ("roles", "liste", "ajout"),
    [((REDACTION,), 200, 200), ((MODERATION,), 200, 200), ((APPROBATION,), 200, 302), ((TRADUCTION,), 302, 302)],
)
def test_chaque_role_a_ses_ecrans(client: Client, roles: tuple[str, ...], liste: int, ajout: int) -> None:
    bureau(client, une_personne_de(*roles))
    assert client.get(adresse("list")).status_code == liste
    assert client.get(adresse("add")).status_code == ajout


def test_l_editeur_est_par_region(client: Client) -> None:
    attend, brouillon = propose(region=ESTRIE), un_brouillon(region=ESTRIE, titre="Au calme")
    acces = [
        (une_moderatrice(ESTRIE), 200, 302),
        (une_moderatrice(LAVAL), 302, 302),
        (une_moderatrice(), 200, 302),
    ]
    for personne, de_ce_qui_attend, du_brouillon in acces:
        bureau(client, personne)
        assert client.get(adresse("edit", attend.pk)).status_code == de_ce_qui_attend
        assert client.get(adresse("edit", brouillon.pk)).status_code == du_brouillon
        assert client.get(reverse("publication:portes_evenement", args=[attend.pk])).status_code == (
            200 if de_ce_qui_attend == 200 else 302
        )


def test_l_editeur_porte_sa_liste_et_ses_actions(client: Client) -> None:
    evenement = propose(courriel_public="")
    html = dit(bureau(client, une_moderatrice()).get(adresse("edit", evenement.pk)))
    for mots in ("Avant de publier", "Personne à joindre", "Approuver", "Demander des changements", "Refuser"):
        assert mots in html
    assert reverse("publication:portes_evenement", args=[evenement.pk]) in html


def test_approuver_de_l_editeur_ne_cree_pas_de_version(client: Client) -> None:
    evenement = propose()
    bureau(client, une_moderatrice()).post(adresse("edit", evenement.pk), approbation(evenement))
    assert frais(evenement).live
    assert evenement.revisions.count() == 1


def test_approuver_un_ecran_depasse_est_refuse(client: Client) -> None:
    evenement = propose(titre="Café")
    vu = approbation(evenement)
    proposer(evenement=recrire(evenement, titre="Thé"), par=contact_de(evenement))
    reponse = bureau(client, une_moderatrice()).post(adresse("edit", evenement.pk), vu | {"titre": "Thé"}, follow=True)
    assert "une version plus récente est arrivée" in dit(reponse)
    assert not frais(evenement).live


def test_corriger_en_approuvant_garde_la_correction_et_demande_quelqu_un_d_autre(client: Client) -> None:
    evenement, elle = propose(titre="Cafée"), une_personne_de(REDACTION, APPROBATION)
    reponse = bureau(client, elle).post(
        adresse("edit", evenement.pk), approbation(evenement) | {"titre": "Café"}, follow=True
    )
    assert "une autre personne doit l’approuver" in dit(reponse)
    assert (frais(evenement).live, frais(evenement).titre) == (False, "Café")


def test_une_correction_enregistree_prend_la_place_de_ce_qui_attend(client: Client) -> None:
    evenement, elle = propose(titre="Cafée"), une_personne_de(REDACTION, APPROBATION)
    bureau(client, elle).post(adresse("edit", evenement.pk), saisie(evenement, titre="Café"))
    agir(evenement, une_moderatrice())
    assert (frais(evenement).live, frais(evenement).titre) == (True, "Café")


def test_refuser_demande_des_mots_puis_les_garde(client: Client) -> None:
    evenement = propose()
    fenetre = adresse("workflow_action", evenement.pk, "refuser", TaskState.objects.get().pk)
    bureau(client, une_moderatrice())
    sans_mots = client.post(fenetre, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})
    assert sans_mots.json()["step"] == "action"
    assert suivre(evenement).etape == Etape.ATTENTE
    client.post(fenetre, {"comment": "Hors sujet."})
    assert (suivre(evenement).etape, suivre(evenement).mot) == (Etape.REFUSE, "Hors sujet.")


def test_l_equipe_ajoute_et_soumet_un_brouillon_pour_une_ressource(client: Client) -> None:
    modele = un_brouillon()
    donnees = saisie(modele, titre="Tapé au téléphone", **{"action-submit": "1"})
    bureau(client, une_redactrice()).post(adresse("add"), donnees)
    neuf = Evenement.objects.get(titre="Tapé au téléphone")
    assert (neuf.live, suivre(neuf).etape, neuf.ressource) == (False, Etape.ATTENTE, modele.ressource)


def test_un_evenement_garde_sa_ressource(client: Client) -> None:
    evenement, autre = un_brouillon(), RessourceFactory.create()
    bureau(client, une_redactrice()).post(adresse("edit", evenement.pk), saisie(evenement, ressource=autre.pk))
    assert frais(evenement).ressource == evenement.ressource


@pytest.mark.parametrize("personne", [une_redactrice, une_superutilisatrice])
def test_personne_ne_publie_ni_ne_retire_par_les_boutons_de_wagtail(client: Client, personne: Any) -> None:
    public, evenement = EvenementFactory.create(), un_brouillon(titre="Café")
    recrire(public, une_ressource_de(public), titre="Thé")
    bureau(client, personne())
    html = dit(client.get(adresse("edit", public.pk)))
    for bouton in ('name="action-publish"', "action-unpublish", adresse("unpublish", public.pk)):
        assert bouton not in html
    client.post(adresse("edit", evenement.pk), saisie(evenement, **{"action-publish": "1"}))
    client.post(adresse("unpublish", public.pk))
    assert (frais(evenement).live, frais(public).live) == (False, True)


def une_ressource_de(evenement: Evenement) -> Compte:
    compte = une_ressource().contacts.get()
    evenement.ressource.contacts.add(compte)
    return compte


def test_ce_qui_fut_public_ne_se_supprime_pas_meme_en_lot(client: Client) -> None:
    public, brouillon = EvenementFactory.create(), un_brouillon()
    bureau(client, une_superutilisatrice())
    lot = reverse("wagtail_bulk_action", args=["pages", "evenement", "delete"]) + f"?id={public.pk}&id={brouillon.pk}"
    for chemin in (adresse("delete", public.pk), lot):
        assert "ne se supprime pas" in dit(client.post(chemin, follow=True))
    assert Evenement.objects.count() == 2
    client.post(adresse("delete", brouillon.pk))
    assert list(Evenement.objects.all()) == [public]


def test_retirer_dit_pourquoi_et_prend_effet_tout_de_suite(client: Client) -> None:
    public = EvenementFactory.create(region=ESTRIE)
    retrait = reverse("publication:retirer_evenement", args=[public.pk])
    bureau(client, une_moderatrice(LAVAL)).post(retrait, {"motif": "erreur"})
    assert frais(public).live
    bureau(client, une_moderatrice(ESTRIE))
    assert client.post(retrait, {"motif": ""}).status_code == 400
    assert client.post(retrait, {"motif": "erreur"}).status_code == 302
    assert not frais(public).live
    assert retrait not in dit(bureau(client, une_redactrice()).get(adresse("edit", public.pk)))


def test_revu_se_dit_de_la_page_de_lecture(client: Client) -> None:
    evenement = propose(une_ressource(de_confiance=True), region=ESTRIE)
    revu = reverse("publication:revu", args=[evenement.pk])
    for personne, offert in ((une_moderatrice(LAVAL), False), (une_redactrice(), False), (une_moderatrice(), True)):
        bureau(client, personne)
        lecture = dit(client.get(adresse("inspect", evenement.pk)))
        assert evenement.moment in lecture, "the hours of Québec"
        assert (revu in lecture) is offert
        assert client.get(revu).status_code == 405
        client.post(revu)
        assert frais(evenement).a_revoir is not offert


def test_un_lot_approuve_ce_qui_est_a_l_ecran(client: Client) -> None:
    bon, remplace = propose(titre="Café"), propose(titre="Marche de nuit", municipalite="Magog")
    ailleurs = propose(region=LAVAL, titre="Ailleurs", municipalite="Laval")
    lot = reverse("wagtail_bulk_action", args=["pages", "evenement", "approuver"])
    lot += "?" + "&".join(f"id={e.pk}" for e in (bon, remplace, ailleurs))
    ecran = bureau(client, une_moderatrice(ESTRIE)).get(lot)
    assert "n’attendent rien de vous" in dit(ecran)
    lues = ecran.context["form"].initial["lues"]
    proposer(evenement=recrire(remplace, titre="Marche de jour"), par=contact_de(remplace))
    reponse = client.post(lot, {"lues": lues, "next": adresse("list")}, follow=True)
    assert "1 événement approuvé." in dit(reponse)
    assert "« Marche de jour » : Rien n’a changé" in dit(reponse)
    assert list(Evenement.objects.publies()) == [bon]


def test_l_apercu_montre_la_fiche(client: Client) -> None:
    evenement = propose(titre="Café et visite", description="On vous attend.")
    etape = TaskState.objects.get()
    reponse = bureau(client, une_moderatrice()).get(adresse("workflow_preview", evenement.pk, etape.task_id))
    assert "On vous attend." in dit(reponse)
