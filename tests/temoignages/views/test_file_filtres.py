"""The queue: what is due when, what the filters keep, and how a moderator wants to read."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from reseau.horloge import maintenant
from reseau.models import Compte
from temoignages.actions import liberer, prendre
from temoignages.etats import EtatDepot, MotifRenvoi
from temoignages.models import Depot
from temoignages.regles import DELAI_DANGER, DELAI_PREMIERE, DELAI_SECONDE, delai_de_lecture
from tests.fabriques.temoignages import soumettre_depot, un_depot, une_personne

from .conftest import connecter
from .envoi import page
from .lecture import messages

pytestmark = pytest.mark.django_db
FILE, PREFERENCES = reverse("paroles:file"), reverse("paroles:preferences")
JOUR = timedelta(days=1)


def recu_il_y_a(age: timedelta, texte: str = "du monde") -> Depot:
    """Return a deposit received so long ago."""
    depot = un_depot(texte)
    Depot.objects.filter(pk=depot.pk).update(recu_le=maintenant() - age)
    depot.refresh_from_db()
    return depot


def trouves(client: Client, requete: str = "") -> list[Depot]:
    return list(client.get(f"{FILE}?{requete}").context["page"].object_list)


@pytest.mark.parametrize(
    ("urgent", "seconde", "delai"),
    [
        (True, False, DELAI_DANGER),
        (True, True, DELAI_DANGER),
        (False, False, DELAI_PREMIERE),
        (False, True, DELAI_SECONDE),
    ],
)
def test_combien_un_texte_peut_attendre(urgent: bool, seconde: bool, delai: timedelta) -> None:
    assert delai_de_lecture(urgent=urgent, seconde=seconde) == delai


def test_chaque_texte_a_son_echeance(chez_premiere: Client, premiere: Compte) -> None:
    presse, attend = recu_il_y_a(JOUR / 2, "je veux mourir"), recu_il_y_a(3 * JOUR)
    echeances = {depot.pk: depot.echeance for depot in trouves(chez_premiere)}  # type: ignore[attr-defined]
    assert echeances == {presse.pk: presse.recu_le + DELAI_DANGER, attend.pk: attend.recu_le + DELAI_PREMIERE}
    depot = soumettre_depot(recu_il_y_a(30 * JOUR), premiere)
    (en_seconde,) = trouves(chez_premiere, "file=a-approuver")
    assert depot.soumis_le
    assert en_seconde.echeance == depot.soumis_le + DELAI_SECONDE  # type: ignore[attr-defined]


def test_un_texte_en_retard_le_dit_et_se_filtre(chez_premiere: Client) -> None:
    tard, presse, a_temps = recu_il_y_a(15 * JOUR), recu_il_y_a(2 * JOUR, "je veux mourir"), recu_il_y_a(2 * JOUR)
    source = page(chez_premiere.get(FILE))
    assert source.count("en retard</strong>") == 2
    assert "avant le " in source
    assert set(trouves(chez_premiere, "retard=on")) == {tard, presse}
    assert trouves(chez_premiere, "tri=echeance") == [tard, presse, a_temps]
    assert trouves(chez_premiere) == [presse, tard, a_temps]


def test_ce_qui_est_mis_de_cote_n_a_pas_d_echeance(chez_premiere: Client) -> None:
    Depot.objects.filter(pk=recu_il_y_a(90 * JOUR).pk).update(etat=EtatDepot.ECARTE)
    reponse = chez_premiere.get(f"{FILE}?file=mis-de-cote&retard=on&tri=echeance")
    assert len(reponse.context["page"].object_list) == 1
    assert "en retard" not in page(reponse).lower()


def test_la_file_se_filtre_par_age_et_par_passages(chez_premiere: Client, premiere: Compte) -> None:
    vieux, neuf = recu_il_y_a(8 * JOUR), un_depot()
    sans, nomme, age = (recu_il_y_a(JOUR, texte) for texte in ("du monde", "Gaétane Vermillon", "J’ai 54 ans."))
    Depot.objects.filter(pk__in=[vieux.pk, neuf.pk]).update(constats_ouverts=None, directs_ouverts=None)
    assert trouves(chez_premiere, "age=7") == [vieux]
    assert trouves(chez_premiere, "age=30") == []
    assert trouves(chez_premiere, "passages=aucun") == [sans]
    assert trouves(chez_premiere, "passages=identifient") == [nomme]
    assert set(trouves(chez_premiere, "passages=restants")) == {nomme, age}
    assert "dont 1 qui identifie<" in page(chez_premiere.get(FILE))
    assert set(trouves(chez_premiere, "passages=inconnu")) == {vieux, neuf}
    for fautive in ("age=abc", "age=5", "passages=x", "tri=x", "retard=", "age=\x00"):
        assert len(trouves(chez_premiere, fautive)) == 5


def test_les_filtres_restent_d_une_page_a_l_autre(chez_premiere: Client) -> None:
    for _ in range(51):
        recu_il_y_a(15 * JOUR)
    source = page(chez_premiere.get(f"{FILE}?file=a-lire&retard=on&age=14&tri=echeance&passages=aucun"))
    (suite,) = [lien.split('"')[0] for lien in source.split('href="') if "p=2" in lien.split('"')[0]]
    for filtre in ("retard=on", "age=14", "tri=echeance", "passages=aucun", "file=a-lire"):
        assert filtre in suite
    assert len(trouves(chez_premiere, suite.lstrip("?"))) == 1


def test_un_changement_demande_se_voit_dans_la_file(chez_premiere: Client, premiere: Compte) -> None:
    depot = prendre(depot=un_depot(), par=premiere)
    assert "changement demandé" not in page(chez_premiere.get(FILE))
    Depot.objects.filter(pk=depot.pk).update(motif_renvoi=MotifRenvoi.AUTEUR)
    assert "changement demandé" in page(chez_premiere.get(FILE))


# How one reads.


def test_le_voile_se_met_et_s_enleve_par_un_bouton(chez_premiere: Client, premiere: Compte) -> None:
    for valeur, voilee in (("oui", True), ("non", False), ("x", False)):
        reponse = chez_premiere.post(PREFERENCES, {"voile": valeur}, follow=True)
        premiere.refresh_from_db()
        assert premiere.lecture_voilee is voilee
        assert "voilés" in messages(reponse)


@pytest.mark.parametrize(
    ("nombre", "garde"), [("10", 10), ("300", 300), ("9", 120), ("301", 120), ("", 120), ("x", 120)]
)
def test_chacun_choisit_son_nombre_de_textes_par_jour(
    chez_premiere: Client, premiere: Compte, nombre: str, garde: int
) -> None:
    reponse = chez_premiere.post(PREFERENCES, {"lectures_par_jour": nombre}, follow=True)
    premiere.refresh_from_db()
    assert premiere.lectures_par_jour == garde
    assert ("est enregistré" in messages(reponse)) is (garde != 120)


def test_personne_ne_change_le_nombre_d_une_autre(chez_premiere: Client, seconde: Compte) -> None:
    chez_premiere.post(PREFERENCES, {"lectures_par_jour": "10", "id": seconde.pk, "username": seconde.username})
    seconde.refresh_from_db()
    assert seconde.lectures_par_jour == 120


@pytest.fixture
def fatiguee() -> Compte:
    """Return someone who read all that they read in a day, and holds one of the texts."""
    compte = une_personne(lectures_par_jour=10)
    for _ in range(9):
        liberer(depot=prendre(depot=un_depot(), par=compte), par=compte)
    prendre(depot=un_depot(), par=compte)
    return compte


def test_assez_lu_la_file_le_dit_avec_de_l_aide_et_garde_ce_qui_presse(fatiguee: Compte) -> None:
    presse, tenu = un_depot("je veux mourir"), Depot.objects.get(pris_par=fatiguee)
    client = connecter(fatiguee)
    source = page(client.get(FILE))
    assert "Vous avez lu 10 textes aujourd’hui. La suite peut attendre demain." in source
    assert "Info-Social" in source
    assert set(trouves(client)) == {presse, tenu}
    reponse = client.post(reverse("paroles:prendre", args=[un_depot().pk]), follow=True)
    assert "La suite peut attendre demain." in messages(reponse)
    assert "La suite" not in page(client.get(f"{FILE}?file=a-approuver"))
    client.post(PREFERENCES, {"lectures_par_jour": "30"})
    assert "La suite peut attendre" not in page(client.get(FILE))


def test_la_serie_ne_prend_jamais_plus_que_ce_qui_reste_de_la_journee() -> None:
    compte = une_personne(lectures_par_jour=3)
    client = connecter(compte)
    for _ in range(5):
        un_depot()
    client.post(reverse("paroles:prendre_serie"))
    assert Depot.objects.filter(pris_par=compte).count() == 3
    reponse = client.post(reverse("paroles:prendre_serie"), follow=True)
    assert Depot.objects.filter(pris_par=compte).count() == 3
    assert "La suite peut attendre demain." in page(reponse)
