"""The incident register on screen: one that a person saw is opened, described, closed; nothing moves afterwards."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from temoignages.models import Incident
from tests.fabriques.temoignages import une_personne

from .gestes import MOT_DE_PASSE, Ouvrir, appuyer, entendre, se_connecter

LISTE = "/admin/paroles/incidents/"


def test_un_incident_s_inscrit_se_decrit_et_se_ferme(ouvrir: Ouvrir, axe: Callable[[Page], None]) -> None:
    huguette = une_personne(
        "moderer_depot", "view_incident", "change_incident", username="huguette", first_name="Huguette"
    )
    huguette.set_password(MOT_DE_PASSE)
    huguette.save()
    page = se_connecter(ouvrir(), huguette)

    page.goto(LISTE)
    expect(page.get_by_text("Aucun incident.")).to_be_visible()
    page.get_by_role("link", name="Inscrire un incident").click()
    page.get_by_label("Nature").select_option(label="perte de renseignements")
    page.get_by_label("Où").select_option(label="un appareil perdu ou volé")
    page.get_by_label("Référence").fill("le portable de quelqu’un")
    appuyer(page, "Inscrire l’incident")
    expect(page.locator(".errorlist")).to_have_count(1)
    assert not Incident.objects.exists()
    page.get_by_label("Référence").fill("")
    appuyer(page, "Inscrire l’incident")
    entendre(page, "L’incident est inscrit. Dites ce qui a été fait.")

    appuyer(page, "Inscrire et fermer l’incident")
    entendre(page, "Dites en une phrase ce qui a été fait.")
    page.reload()  # Wagtail's own messages fade in: axe would measure them half transparent
    axe(page)
    page.get_by_label("Mesures prises").fill("Mot de passe changé, appareil effacé à distance.")
    appuyer(page, "Inscrire les mesures")
    entendre(page, "Les mesures sont inscrites.")
    appuyer(page, "Inscrire et fermer l’incident")
    entendre(page, "L’incident est fermé.")
    expect(page.get_by_role("button", name="Inscrire les mesures")).to_have_count(0)
    expect(page.get_by_text("Mot de passe changé, appareil effacé à distance.")).to_be_visible()

    page.goto(LISTE)
    expect(page.get_by_text("Aucun incident.")).to_be_visible()
    page.get_by_role("link", name="fermés").click()
    expect(page.get_by_role("row").nth(1)).to_contain_text("appareil")
    expect(page.get_by_role("row").nth(1)).to_contain_text("Huguette")
    axe(page)
