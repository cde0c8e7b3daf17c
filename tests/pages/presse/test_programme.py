import datetime
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from pages.models import ProgrammePage
from tests.fabriques.pages import EditionPageFactory, publier
from tests.fabriques.presse import ProgrammePageFactory, plages

pytestmark = pytest.mark.django_db


def un_programme(*heures: tuple[str, str], jour: str = "2026-10-10") -> Any:
    page: Any = ProgrammePageFactory.create(jour=datetime.date.fromisoformat(jour))
    page.plages = plages(*(heures or (("9:00", "10:15"), ("8:30", "9:00"))))
    return publier(page)


def agenda(client: Client, page: ProgrammePage) -> Calendar:
    reponse = client.get(page.url + "agenda.ics")
    assert reponse["Content-Type"] == "text/calendar; charset=utf-8"
    calendrier = Calendar.from_ical(reponse.content)
    assert isinstance(calendrier, Calendar)
    return calendrier


def test_les_plages_se_lisent_dans_l_ordre_et_en_heures_d_ici(client: Client) -> None:
    html = client.get(un_programme().url).content.decode()
    assert html.index("8\u00a0h\u00a030 à 9\u00a0h<") < html.index("9\u00a0h à 10\u00a0h\u00a015<")
    assert "samedi 10\u00a0octobre 2026" in html


def test_le_fichier_d_agenda_se_relit_avec_l_horloge_du_quebec(client: Client) -> None:
    calendrier = agenda(client, un_programme())
    assert [str(fuseau["TZID"]) for fuseau in calendrier.walk("VTIMEZONE")] == ["America/Toronto"]
    premier, second = calendrier.walk("VEVENT")
    assert premier.decoded("DTSTART").isoformat() == "2026-10-10T08:30:00-04:00"
    assert premier.decoded("DTEND") == second.decoded("DTSTART")
    assert premier["DTSTART"].params["TZID"] == "America/Toronto"
    assert str(premier["SUMMARY"]) == "Plage 8:30"


def test_apres_le_changement_d_heure_l_agenda_dit_l_heure_d_hiver(client: Client) -> None:
    (evenement,) = agenda(client, un_programme(("9:00", "10:00"), jour="2026-11-01")).walk("VEVENT")
    assert evenement.decoded("DTSTART").isoformat() == "2026-11-01T09:00:00-05:00"


def test_l_identifiant_survit_a_une_correction_et_a_un_demenagement(client: Client) -> None:
    page = un_programme(("9:00", "10:00"))
    (avant,) = agenda(client, page).walk("VEVENT")
    plage = page.plages.get()
    plage.debut, plage.titre = datetime.time(9, 30), "Accueil"
    page.plages = [plage]
    page.slug = "ailleurs"
    (apres,) = agenda(client, publier(page)).walk("VEVENT")
    assert apres["UID"] == avant["UID"]
    assert apres["SUMMARY"] != avant["SUMMARY"]


def test_deux_plages_et_deux_pages_n_ont_jamais_le_meme_identifiant(client: Client) -> None:
    page = un_programme()
    copie = page.copy(update_attrs={"slug": "copie", "title": "Copie"}, keep_live=False)
    uns = {str(evenement["UID"]) for evenement in agenda(client, page).walk("VEVENT")}
    autres = {str(evenement["UID"]) for evenement in agenda(client, publier(copie)).walk("VEVENT")}
    assert len(uns) == len(autres) == 2
    assert not uns & autres


def test_une_plage_sans_titre_dit_son_genre(client: Client) -> None:
    page: Any = ProgrammePageFactory.create()
    (pause,) = plages(("10:00", "10:15"), genre="pause")
    pause.titre = ""
    page.plages = [pause]
    assert "<h3>Pause</h3>" in client.get(publier(page).url).content.decode()


def test_un_programme_vit_sous_une_edition(client: Client) -> None:
    edition = EditionPageFactory.create(annee=2026)
    page = ProgrammePageFactory.create(parent=edition)
    assert client.get("/journee/2026/programme/").status_code == 200
    assert page.url in client.get("/journee/2026/").content.decode()


def test_un_brouillon_n_a_pas_d_agenda(client: Client) -> None:
    ProgrammePageFactory.create(live=False)
    assert client.get("/programme/agenda.ics").status_code == 404


def test_le_plan_dit_chaque_plage() -> None:
    plan = un_programme().plan_de_sortie()
    assert plan.titres[0].texte == "8\u00a0h\u00a030 à 9\u00a0h\u00a0: Plage 8:30"


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_plages(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page, comptes = un_programme(), []
    for nombre in (2, 12):
        page.plages = plages(*((f"{8 + rang}:00", f"{9 + rang}:00") for rang in range(nombre)))
        page = publier(page)
        client.get(page.url)
        with django_assert_max_num_queries(14) as requetes:
            assert client.get(page.url).content.decode().count("programme-heures") == nombre
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
