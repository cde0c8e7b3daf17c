import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from medias.models import AutorisationNom, PorteeNom
from pages.suivis import pages_a_retirer
from tests.fabriques.pages import corps, publier
from tests.fabriques.presse import citation, faire_parler, un_communique, une_autorisation
from tests.fabriques.roles import une_redactrice, une_relectrice, une_traductrice

pytestmark = pytest.mark.django_db
JUIN = datetime.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("champs", "jour", "valide"),
    [
        ({}, JUIN, True),
        ({}, datetime.date(2026, 1, 14), False),
        ({"jusqu_au": JUIN}, JUIN, True),
        ({"jusqu_au": JUIN}, datetime.date(2026, 6, 2), False),
        ({"retiree_le": JUIN}, JUIN, False),
        ({"retiree_le": JUIN}, datetime.date(2026, 5, 31), True),
    ],
)
def test_un_accord_vaut_jusqu_a_son_dernier_jour(champs: dict[str, Any], jour: datetime.date, *, valide: bool) -> None:
    autorisation = une_autorisation(**champs)
    assert autorisation.est_valide(jour) is valide
    assert AutorisationNom.objects.valides(jour).exists() is valide


def test_la_portee_du_site_couvre_les_communiques() -> None:
    large, etroite = une_autorisation(), une_autorisation(portee=PorteeNom.COMMUNIQUES)
    assert large.couvre(PorteeNom.COMMUNIQUES, JUIN)
    assert etroite.couvre(PorteeNom.COMMUNIQUES, JUIN)
    assert not etroite.couvre(PorteeNom.SITE, JUIN)


@pytest.mark.parametrize("champ", ["jusqu_au", "retiree_le"])
def test_un_accord_ne_finit_pas_avant_de_commencer(champ: str) -> None:
    fin: dict[str, Any] = {champ: datetime.date(2025, 1, 1)}
    autorisation = une_autorisation(**fin)
    with pytest.raises(ValidationError) as refus:
        autorisation.full_clean()
    assert champ in refus.value.message_dict


@pytest.mark.parametrize("ou", ["citation", "porte-parole"])
def test_une_page_qui_nomme_sans_accord_est_a_retirer(ou: str) -> None:
    personne, autre = une_autorisation(), une_autorisation("Autre Fictive")
    page = un_communique(corps=corps(citation(personne))) if ou == "citation" else un_communique()
    if ou == "porte-parole":
        faire_parler(page, personne)
    publier(page)
    publier(un_communique(slug="autre", corps=corps(citation(autre))))
    un_communique(slug="brouillon", corps=corps(citation(personne)))
    assert pages_a_retirer() == []
    personne.retiree_le = JUIN
    personne.save()
    assert [trouvee.pk for trouvee in pages_a_retirer()] == [page.pk]


def test_la_liste_est_pour_qui_ecrit_ou_approuve(client: Client) -> None:
    publier(un_communique(title="Texte à revoir", corps=corps(citation(une_autorisation(retiree_le=JUIN)))))
    for personne, statut in ((une_redactrice(), 200), (une_relectrice(), 200), (une_traductrice(), 302)):
        client.force_login(personne)
        assert client.get("/admin/publication/a-suivre/").status_code == statut
    client.logout()
    assert client.get("/admin/publication/a-suivre/").status_code == 302
    client.force_login(une_redactrice())
    assert "Texte à revoir" in client.get("/admin/publication/a-suivre/").content.decode()


def test_enregistrer_un_accord_note_par_qui(client: Client) -> None:
    redactrice = une_redactrice()
    client.force_login(redactrice)
    champs = {"nom": "Odile Fictive", "role": "porte-parole", "portee": "communiques", "preuve": "classeur, no 1"}
    dates = {"donnee_le": "2026-01-01", "jusqu_au": "2027-01-01"}
    client.post("/admin/autorisations-de-nommer/new/", {**champs, **dates})
    assert AutorisationNom.objects.get().enregistree_par == redactrice


def test_une_traductrice_ne_voit_pas_les_accords(client: Client) -> None:
    client.force_login(une_traductrice())
    assert client.get("/admin/autorisations-de-nommer/").status_code == 302


def test_le_choix_d_une_personne_est_pour_qui_voit_les_accords(client: Client) -> None:
    une_autorisation("Odile Fictive")
    for personne, voit in ((une_redactrice(), True), (une_traductrice(), False)):
        client.force_login(personne)
        reponse = client.get("/admin/choisir_autorisation/", HTTP_X_REQUESTED_WITH="XMLHttpRequest")
        assert ("Odile" in reponse.content.decode()) is voit
