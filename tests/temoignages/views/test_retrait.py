"""A lost code: one staff member withdraws at a person's word, and only a number is ever shown."""

import pytest
from django.test import Client

from reseau.models import Compte
from temoignages.coffre.models import RetraitConsigne
from temoignages.etats import EtatDepot, EtatTemoignage
from temoignages.models import Temoignage, Trace
from tests.fabriques.temoignages import un_depot, un_temoignage, une_personne

from .conftest import connecter
from .envoi import MOTS, Reponse, page
from .lecture import messages

pytestmark = pytest.mark.django_db
RETRAIT = "/admin/paroles/retrait/"


def chercher(client: Client, identifiant: str, geste: str = "chercher") -> Reponse:
    """Look a text up, or withdraw it."""
    reponse: Reponse = client.post(RETRAIT, {"identifiant": identifiant, "geste": geste}, follow=True)
    return reponse


@pytest.mark.parametrize("forme", ["{0}", "/paroles/{0}/", "https://site.example/paroles/{0}/", " {0} ", "paroles/{0}"])
def test_un_texte_publie_se_trouve_par_son_adresse_et_se_retire(forme: str, chez_premiere: Client) -> None:
    temoignage = un_temoignage()
    saisie = forme.format(temoignage.pk)
    source = page(chercher(chez_premiere, saisie))
    assert "Texte trouvé : publié, édition 2027." in source
    assert MOTS not in source
    assert "retiré de partout" in messages(chercher(chez_premiere, saisie, "retirer"))
    temoignage.refresh_from_db()
    assert (temoignage.etat, temoignage.texte) == (EtatTemoignage.RETIRE, "")
    assert Client().get(temoignage.url).status_code == 410
    assert RetraitConsigne.objects.count() == 1


def test_un_depot_non_publie_se_retire_par_son_numero(chez_premiere: Client, premiere: Compte) -> None:
    depot = un_depot()
    chercher(chez_premiere, str(depot.pk), "retirer")
    depot.refresh_from_db()
    assert depot.etat == EtatDepot.RETIRE
    assert Trace.objects.get(verbe="retirer").par == premiere


def test_le_numero_que_la_file_montre_suffit(chez_premiere: Client) -> None:
    depot = un_depot()
    numero = str(depot)
    assert numero in page(chez_premiere.get("/admin/paroles/"))
    assert "Texte trouvé : à lire, édition 2027." in page(chercher(chez_premiere, numero))


def test_chercher_ne_retire_pas(chez_premiere: Client) -> None:
    temoignage = un_temoignage()
    for geste in ("chercher", "", "autre"):
        chercher(chez_premiere, temoignage.pk, geste)
    assert Temoignage.objects.publies().count() == 1


def test_retirer_deux_fois_reste_retire(chez_premiere: Client) -> None:
    temoignage = un_temoignage()
    for _ in range(2):
        assert "retiré de partout" in messages(chercher(chez_premiere, temoignage.pk, "retirer"))
    source = page(chercher(chez_premiere, temoignage.pk))
    assert "Texte trouvé : retiré" in source
    assert "Retirer ce texte de partout" not in source
    assert Trace.objects.filter(verbe="retirer").count() == 1


@pytest.mark.parametrize(
    "saisie",
    ["", " ", "/", "zzzzz", "x" * 201, "\x00", "<script>alert(1)</script>", "00000000-0000-4000-8000-000000000000",
     "' OR 1=1 --", "☕", "0" * 32],
)  # fmt: skip
@pytest.mark.parametrize("geste", ["chercher", "retirer"])
def test_une_saisie_qui_ne_va_pas_est_gardee_avec_une_phrase(saisie: str, geste: str, chez_premiere: Client) -> None:
    un_temoignage()
    reponse = chercher(chez_premiere, saisie, geste)
    assert reponse.status_code == 400
    assert 'class="errorlist"' in page(reponse)
    assert "<script>alert" not in reponse.content.decode()
    assert Temoignage.objects.publies().count() == 1


def test_le_role_qui_ne_fait_que_retirer_suffit() -> None:
    temoignage = un_temoignage()
    client = connecter(une_personne("retirer_depot"))
    assert "retiré de partout" in messages(chercher(client, temoignage.pk, "retirer"))


def test_le_role_qui_ne_fait_que_retirer_en_trouve_le_chemin_dans_le_menu() -> None:
    """Administration withdraws but does not read: the queue is closed to it, and nothing else leads here."""
    source = connecter(une_personne("retirer_depot")).get("/admin/").content.decode()
    assert RETRAIT in source
