"""Many texts on one screen: the same gate as one by one, and nothing decided blind."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from reseau.models import Compte
from temoignages.actions import accepter, lire, prendre, retoucher
from temoignages.etats import EtatDepot, MotifLecture
from temoignages.models import Depot, Temoignage
from temoignages.views.fiches import PAR_SERIE
from temoignages.views.serie import prefixe_de
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import soumettre_depot, un_depot

from .conftest import connecter
from .envoi import page
from .lecture import messages, tape

pytestmark = pytest.mark.django_db

SERIE, PRENDRE, SECONDE = (reverse(f"paroles:{nom}") for nom in ("serie", "prendre_serie", "serie_seconde"))
NOM = "Gaétane Vermillon, quelle cuisinière"
AGE = "J’ai 54 ans et toutes mes dents"


def champs(client: Client, **choix: str) -> dict[str, Any]:
    """Return the fields of the page as it proposes them, every box ticked; `choix` in place of each decision's own."""
    envoi: dict[str, Any] = {}
    for fiche in client.get(SERIE).context["fiches"]:
        envoi |= {champ.html_name: champ.value() for champ in fiche.decisions.management_form}
        envoi |= {f"{fiche.prefixe}-empreinte": fiche.textes.empreinte, f"{fiche.prefixe}-envoyer": "on"}
        for formulaire in fiche.decisions:
            envoi |= {champ.html_name: choix.get(champ.name, tape(champ.value())) for champ in formulaire}
    return envoi


def etats() -> list[str]:
    return sorted(Depot.objects.values_list("etat", flat=True))


def test_une_serie_se_prend_se_decide_et_part_d_un_coup(premiere: Compte) -> None:
    client = connecter(premiere)
    for texte in ("du monde", NOM, AGE):
        un_depot(texte)
    client.post(PRENDRE)
    assert etats() == ["en_lecture"] * 3
    reponse = client.post(SERIE, champs(client), follow=True)
    assert etats() == ["en_lecture", "soumis", "soumis"]
    assert "2 textes attendent une seconde lecture." in messages(reponse)
    # The age waits: nobody decided of it. Once replaced, it leaves as well.
    client.post(SERIE, champs(client, choix="remplacer"))
    assert etats() == ["soumis"] * 3


def test_un_nom_remplace_n_est_plus_dans_le_texte_propose(premiere: Compte, seconde: Compte) -> None:
    client = connecter(premiere)
    un_depot(NOM)
    client.post(PRENDRE)
    client.post(SERIE, champs(client))
    propose = lire(depot=Depot.objects.get(), par=seconde, motif=MotifLecture.APPROBATION).propose
    assert "Gaétane" not in propose
    assert "cuisinière" in propose


def test_une_case_decochee_garde_le_texte_entre_ses_mains(premiere: Compte) -> None:
    client = connecter(premiere)
    depot = un_depot("du monde")
    client.post(PRENDRE)
    envoi = champs(client)
    del envoi[f"{prefixe_de(depot)}-envoyer"]
    client.post(SERIE, envoi)
    assert etats() == ["en_lecture"]


def test_garder_sans_raison_se_dit_a_cote_du_champ(premiere: Compte) -> None:
    client = connecter(premiere)
    un_depot(NOM)
    client.post(PRENDRE)
    reponse = client.post(SERIE, champs(client, choix="garder"))
    assert "Choisissez une raison dans la liste." in page(reponse)
    assert etats() == ["en_lecture"]


def test_un_texte_change_dans_un_autre_onglet_n_est_pas_decide_a_l_aveugle(premiere: Compte) -> None:
    client = connecter(premiere)
    depot = un_depot(NOM)
    client.post(PRENDRE)
    envoi = champs(client)
    depot.refresh_from_db()
    vu = lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION)
    retoucher(depot=depot, par=premiere, empreinte_vue=vu.empreinte, texte="Autre chose de Gaétane Vermillon")
    client.post(SERIE, envoi)
    assert etats() == ["en_lecture"]
    depot.refresh_from_db()
    assert lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION).propose.startswith("Autre chose de Gaétane")


def test_prendre_laisse_ce_qui_presse_ce_qui_est_pris_et_ce_qui_vient_de_chez_soi(
    premiere: Compte, seconde: Compte
) -> None:
    ressource = RessourceFactory.create()
    ressource.contacts.add(premiere)
    urgent, pris, proche = un_depot("je veux mourir"), un_depot("une chaise"), un_depot("un café", ressource=ressource)
    prendre(depot=pris, par=seconde)
    connecter(premiere).post(PRENDRE)
    assert not Depot.objects.filter(pris_par=premiere).exists()
    assert Depot.objects.get(pk=urgent.pk).etat == Depot.objects.get(pk=proche.pk).etat == EtatDepot.RECU


def test_on_ne_tient_jamais_plus_d_une_serie(premiere: Compte) -> None:
    for rang in range(PAR_SERIE + 3):
        un_depot(f"phrase {rang}")
    client = connecter(premiere)
    client.post(PRENDRE)
    client.post(PRENDRE)
    assert Depot.objects.filter(pris_par=premiere).count() == PAR_SERIE


def test_relire_en_serie_publie_ce_qui_est_coche_et_rien_d_autre(premiere: Compte, seconde: Compte) -> None:
    depots = [soumettre_depot(un_depot(texte), premiere) for texte in ("une chaise", "un café", "une porte")]
    client = connecter(seconde)
    fiches = {fiche.depot.pk: fiche.textes.empreinte for fiche in client.get(SECONDE).context["fiches"]}
    assert set(fiches) == {depot.pk for depot in depots}
    coches = {f"approuver-{depot.pk}": fiches[depot.pk] for depot in depots[:2]}
    reponse = client.post(SECONDE, coches, follow=True)
    assert "2 textes sont publiés." in messages(reponse)
    assert sorted(Temoignage.objects.values_list("texte", flat=True)) == ["un café", "une chaise"]


def test_relire_en_serie_n_offre_pas_de_publier_ce_qui_attend_son_auteur(premiere: Compte, seconde: Compte) -> None:
    voulu = un_depot("une chaise", relecture_voulue=True)
    soumettre_depot(voulu, premiere)
    client = connecter(seconde)
    reponse = client.get(SECONDE)
    (fiche,) = reponse.context["fiches"]
    assert "Attend son auteur·e." in page(reponse)
    assert f"approuver-{voulu.pk}" not in page(reponse)
    reponse = client.post(SECONDE, {f"approuver-{voulu.pk}": fiche.textes.empreinte}, follow=True)
    assert "ne l’a pas encore accepté" in messages(reponse)
    assert not Temoignage.objects.exists()
    accepter(depot=voulu, auteur=voulu.auteur, empreinte_vue=fiche.textes.empreinte)
    assert f"approuver-{voulu.pk}" in page(client.get(SECONDE))


def test_relire_en_serie_ne_montre_pas_ce_qu_on_a_prepare_et_le_refuse(premiere: Compte) -> None:
    depot = soumettre_depot(un_depot("une chaise"), premiere)
    client = connecter(premiere)
    assert client.get(SECONDE).context["fiches"] == []
    client.post(SECONDE, {f"approuver-{depot.pk}": "n’importe quoi"})
    assert not Temoignage.objects.exists()


def test_relire_en_serie_refuse_un_texte_qu_on_n_a_pas_vu(premiere: Compte, seconde: Compte) -> None:
    depot = soumettre_depot(un_depot("une chaise"), premiere)
    reponse = connecter(seconde).post(SECONDE, {f"approuver-{depot.pk}": "0" * 64}, follow=True)
    assert "Le texte a changé" in messages(reponse)
    assert not Temoignage.objects.exists()


def test_la_serie_ne_coute_pas_de_requete_de_plus_par_passage(
    premiere: Compte, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = connecter(premiere)
    un_depot("Gaétane Vermillon et Réjean Tranchemontagne et Fleurange Latraverse")
    client.post(PRENDRE)
    client.get(SERIE)
    with django_assert_max_num_queries(40):
        client.get(SERIE)
