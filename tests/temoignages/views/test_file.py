"""The queue: what waits, in what order, who has it, and never a word."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reseau.models import Compte
from temoignages.actions import prendre
from temoignages.etats import EtatDepot
from temoignages.models import Depot, Trace
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import AmorceFactory, soumettre_depot, un_depot, une_personne

from .conftest import connecter
from .envoi import MOTS, page

pytestmark = pytest.mark.django_db
FILE = "/admin/paroles/"


def lire_file(client: Client, **requete: str) -> str:
    """Return the page of a queue."""
    reponse = client.get(FILE, requete)
    assert reponse.status_code == 200
    return page(reponse)


def test_la_file_ne_montre_aucun_mot(chez_premiere: Client) -> None:
    un_depot(MOTS)
    source = lire_file(chez_premiere)
    assert str(Depot.objects.get())[:8] in source
    assert MOTS not in source
    assert not Trace.objects.filter(verbe="lire").exists()


def test_une_file_vide_le_dit(chez_premiere: Client) -> None:
    for choisie in ("a-lire", "a-approuver", "mis-de-cote"):
        assert "Rien n’attend ici." in lire_file(chez_premiere, file=choisie)


def test_le_danger_passe_en_premier_puis_le_plus_ancien(chez_premiere: Client) -> None:
    premier, second, urgent = un_depot(), un_depot(), un_depot("je veux mourir")
    assert urgent.urgent
    source = lire_file(chez_premiere)
    places = [source.index(str(depot.pk)) for depot in (urgent, premier, second)]
    assert places == sorted(places)
    assert source.count("à lire en premier") == 1


def test_chaque_file_a_son_compte_et_son_geste(chez_seconde: Client, premiere: Compte) -> None:
    un_depot()
    soumettre_depot(un_depot(), premiere)
    Depot.objects.filter(pk=un_depot().pk).update(etat=EtatDepot.ECARTE)
    assert "Lire<" in lire_file(chez_seconde)
    assert "Relire<" in lire_file(chez_seconde, file="a-approuver")
    source = lire_file(chez_seconde, file="mis-de-cote")
    assert "Remettre dans la file<" in source
    assert source.count("<span>(1)</span>") == 3


def test_qui_lit_est_nomme_aux_autres_et_peut_continuer(
    premiere: Compte, chez_premiere: Client, chez_seconde: Client
) -> None:
    prendre(depot=un_depot(), par=premiere)
    assert "en lecture par Première Lectrice" in lire_file(chez_seconde)
    assert "Continuer<" in lire_file(chez_premiere)


def test_qui_lit_est_nomme_meme_sans_nom_au_compte(chez_seconde: Client) -> None:
    compte = une_personne()
    prendre(depot=un_depot(), par=compte)
    assert f"en lecture par {compte.username}" in lire_file(chez_seconde)


@pytest.mark.parametrize("requete", [{"file": "x"}, {"file": "\x00"}, {"p": "abc"}, {"p": "-3"}, {"p": "9" * 30}])
def test_une_adresse_bricolee_montre_la_file(chez_premiere: Client, requete: dict[str, str]) -> None:
    un_depot()
    assert "Lire<" in lire_file(chez_premiere, **requete)


def test_les_pages_se_suivent(chez_premiere: Client) -> None:
    for _ in range(51):
        un_depot()
    premiere_page, seconde_page = lire_file(chez_premiere), lire_file(chez_premiere, p="2")
    assert "Page 1 de 2" in premiere_page
    assert premiere_page.count("Lire<") == 50
    assert seconde_page.count("Lire<") == 1


@pytest.mark.parametrize("choisie", ["a-lire", "a-approuver", "mis-de-cote"])
def test_soixante_depots_ne_demandent_pas_plus_que_dix(chez_seconde: Client, premiere: Compte, choisie: str) -> None:
    def requetes() -> int:
        with CaptureQueriesContext(connection) as vues:
            lire_file(chez_seconde, file=choisie)
        return len(vues)

    def en_ajouter(nombre: int) -> None:
        for _ in range(nombre):
            depot = un_depot(amorce=AmorceFactory.create(), ressource=RessourceFactory.create())
            if choisie == "a-approuver":
                soumettre_depot(depot, premiere)
            elif choisie == "mis-de-cote":
                Depot.objects.filter(pk=depot.pk).update(etat=EtatDepot.ECARTE)
            else:
                prendre(depot=depot, par=premiere)

    en_ajouter(10)
    requetes()  # the first visit reads what is then cached
    dix = requetes()
    en_ajouter(50)
    assert requetes() == dix <= 17


def test_prendre_mene_au_texte(chez_premiere: Client) -> None:
    depot = un_depot()
    reponse = chez_premiere.post(reverse("paroles:prendre", args=[depot.pk]), follow=True)
    assert reponse.status_code == 200
    assert MOTS in page(reponse)


def test_deux_personnes_sur_le_meme_depot_la_seconde_l_apprend(
    premiere: Compte, chez_premiere: Client, chez_seconde: Client
) -> None:
    depot = un_depot()
    prise = reverse("paroles:prendre", args=[depot.pk])
    chez_premiere.post(prise)
    reponse = chez_seconde.post(prise, follow=True)
    assert "Une autre personne lit déjà ce texte." in page(reponse)
    assert MOTS not in page(reponse)
    depot.refresh_from_db()
    assert depot.pris_par == premiere


def test_reprendre_le_sien_n_est_pas_une_erreur(chez_premiere: Client) -> None:
    prise = reverse("paroles:prendre", args=[un_depot().pk])
    for _ in range(2):
        assert MOTS in page(chez_premiere.post(prise, follow=True))


def test_une_personne_de_la_ressource_ne_peut_pas_lire(premiere: Compte, chez_premiere: Client) -> None:
    ressource = RessourceFactory.create()
    ressource.contacts.add(premiere)
    depot = un_depot(ressource=ressource)
    reponse = chez_premiere.post(reverse("paroles:prendre", args=[depot.pk]), follow=True)
    assert "Vous faites partie de la ressource" in page(reponse)
    assert MOTS not in page(reponse)


@pytest.mark.parametrize("etat", [EtatDepot.RETIRE, EtatDepot.REFUSE, EtatDepot.ECARTE])
def test_prendre_ce_qui_n_attend_plus_le_dit(chez_premiere: Client, etat: str) -> None:
    depot = un_depot()
    Depot.objects.update(etat=etat)
    source = page(chez_premiere.post(reverse("paroles:prendre", args=[depot.pk]), follow=True))
    assert "a changé d’état" in source
    assert MOTS not in source


def test_ramener_remet_dans_la_file(chez_premiere: Client) -> None:
    depot = un_depot()
    Depot.objects.update(etat=EtatDepot.ECARTE)
    reponse = chez_premiere.post(reverse("paroles:ramener", args=[depot.pk]), follow=True)
    assert "revenu dans la file" in page(reponse)
    assert Depot.objects.a_lire().count() == 1


def test_ramener_ce_qui_n_est_pas_ecarte_le_dit(chez_premiere: Client) -> None:
    reponse = chez_premiere.post(reverse("paroles:ramener", args=[un_depot().pk]), follow=True)
    assert "a changé d’état" in page(reponse)


def test_sans_le_droit_d_importer_ni_de_retirer_les_liens_manquent() -> None:
    source = lire_file(connecter(une_personne("moderer_depot")))
    assert "Importer un atelier" not in source
    assert "Retirer un texte" not in source


def test_la_file_se_filtre_par_region_ressource_edition_et_attention(premiere: Compte) -> None:
    ressource = RessourceFactory.create(region="05")
    chez_elle, ailleurs, presse = (
        un_depot("une chaise", ressource=ressource),
        un_depot("un café", region="06", edition=2025),
        un_depot("je veux mourir"),
    )
    client = connecter(premiere)

    def trouves(requete: str) -> set[Depot]:
        return set(client.get(f"{reverse('paroles:file')}?{requete}").context["page"].object_list)

    assert trouves("region=05") == trouves(f"ressource={ressource.pk}") == {chez_elle}
    assert trouves("edition=2025") == trouves("region=06&edition=2025") == {ailleurs}
    assert trouves("urgent=on") == {presse}
    assert trouves("region=05&edition=2025") == set()
    for fautive in ("region=99", "edition=abc", "ressource=x", "ressource=999999", "p=abc"):
        assert trouves(fautive) == {chez_elle, ailleurs, presse}
