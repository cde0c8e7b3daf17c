import datetime

import pytest
from django.core import mail
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from pages.models import OeuvrePage
from pages.regles import echeance_du_suivi, un_an_apres
from pages.suivis import demander_les_suivis
from tests.fabriques.pages import publier
from tests.fabriques.presse import OeuvrePageFactory, une_photo
from tests.fabriques.roles import une_redactrice, une_relectrice

pytestmark = pytest.mark.django_db
SUIVI = {"suivi": "<p>Elle est accrochée.</p>", "suivi_le": datetime.date(2027, 10, 12)}


def test_la_page_dit_ou_elle_est_et_decrit_ses_photos(client: Client) -> None:
    page = OeuvrePageFactory.create(lieu="Hôtel de ville", description="<p>Douze mètres de lin.</p>")
    page.photos = [une_photo(legende="La nappe, pliée")]
    html = client.get(publier(page).url).content.decode()
    for mots in ("Douze mètres de lin.", "Hôtel de ville", "le bureau de la ministre", "10\u00a0octobre 2026"):
        assert mots in html
    assert "Une nappe de lin de douze mètres." in html
    assert 'alt="Une table"' in html
    assert "Ce qu’elle est devenue" not in html


def test_le_suivi_parait_avec_sa_date(client: Client) -> None:
    html = client.get(OeuvrePageFactory.create(**SUIVI).url).content.decode()
    assert "Ce qu’elle est devenue" in html
    assert "Elle est accrochée." in html
    assert "Nouvelles du 12 octobre 2027" in html


@pytest.mark.parametrize(
    ("depot", "retour", "echeance"),
    [
        ("2026-10-10", None, "2027-10-10"),
        ("2026-10-10", "2027-02-01", "2027-02-01"),
        ("2026-10-10", "2030-01-01", "2027-10-10"),
        ("2028-02-29", None, "2029-03-01"),
    ],
)
def test_les_nouvelles_sont_dues_au_retour_ou_un_an_apres(depot: str, retour: str | None, echeance: str) -> None:
    lues = [datetime.date.fromisoformat(jour) if jour else None for jour in (depot, retour, echeance)]
    assert lues[0] is not None
    assert echeance_du_suivi(lues[0], lues[1]) == lues[2]
    assert un_an_apres(lues[0]) > lues[0]


@pytest.mark.parametrize(
    ("aujourdhui", "champs", "attendue"),
    [
        ("2027-10-09", {}, False),
        ("2027-10-10", {}, True),
        ("2028-01-01", SUIVI, False),
        ("2028-01-01", {"suivi": "<p>Sans date.</p>"}, True),
        ("2028-01-01", {"depot_le": None}, False),
        ("2028-01-01", {"live": False}, False),
    ],
)
def test_une_oeuvre_sans_nouvelles_est_dans_la_liste(
    client: Client, settings: Settings, aujourdhui: str, champs: dict[str, object], *, attendue: bool
) -> None:
    OeuvrePageFactory.create(**champs)
    settings.AUJOURDHUI = aujourdhui
    assert bool(OeuvrePage.objects.suivi_attendu()) is attendue
    client.force_login(une_redactrice())
    assert ("La nappe longue" in client.get("/admin/publication/a-suivre/").content.decode()) is attendue


def test_l_equipe_recoit_une_demande_une_seule_fois(settings: Settings) -> None:
    OeuvrePageFactory.create()
    une_redactrice(email="redaction@exemple.org")
    une_relectrice(email="relecture@exemple.org")
    settings.AUJOURDHUI = "2027-10-10"
    assert [demander_les_suivis(), demander_les_suivis()] == [1, 0]
    (courriel,) = mail.outbox
    assert courriel.to == ["redaction@exemple.org"]
    assert "La nappe longue" in courriel.body


def test_sans_personne_a_qui_ecrire_la_demande_attend(settings: Settings) -> None:
    OeuvrePageFactory.create()
    settings.AUJOURDHUI = "2027-10-10"
    assert demander_les_suivis() == 0
    une_redactrice(email="redaction@exemple.org")
    assert demander_les_suivis() == 1


def test_un_courriel_qui_echoue_sera_renvoye(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    OeuvrePageFactory.create()
    une_redactrice(email="redaction@exemple.org")
    settings.AUJOURDHUI = "2027-10-10"

    def echouer(*_args: object, **_autres: object) -> int:
        raise OSError("panne")

    with monkeypatch.context() as panne:
        panne.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", echouer)
        with pytest.raises(OSError, match="panne"):
            demander_les_suivis()
    assert demander_les_suivis() == 1


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_photos(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page, comptes = OeuvrePageFactory.create(), []
    for nombre in (1, 4):
        page.photos = [une_photo() for _rang in range(nombre)]
        page = publier(page)
        client.get(page.url)
        with django_assert_max_num_queries(16) as requetes:
            assert client.get(page.url).content.decode().count("<figure>") == nombre
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
