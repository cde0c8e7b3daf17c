"""The author's word on the proposed text: a change asked, then the text accepted, then published."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from temoignages.actions import Refus, lire, retoucher, soumettre
from temoignages.etats import MotifLecture
from temoignages.models import Depot
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, une_personne

from .gestes import LECTURE_MS, Ouvrir, appuyer, envoyer, remplir, suivre

RECU = "la soupe de lentilles du jeudi midi, avec tout le monde"
REPRIS = "la soupe du midi, avec tout le monde"


@pytest.mark.parametrize("js", [True, False], ids=["avec-js", "sans-js"])
def test_un_changement_demande_puis_le_texte_accepte(ouvrir: Ouvrir, axe: Callable[[Page], None], js: bool) -> None:
    personne, premiere, seconde = ouvrir(java_script_enabled=js), une_personne(), une_personne()
    remplir(personne, RECU)
    personne.get_by_label("Je veux relire le texte proposé").check()
    code = envoyer(personne)
    depot = soumettre_depot(Depot.objects.get(), premiere)

    suivre(personne, code)
    appuyer(personne, "Lire le texte proposé")
    expect(personne.get_by_text(RECU)).to_be_visible()
    personne.get_by_text("Demander un changement").click()
    personne.get_by_label("Ce qu’il faut changer").fill("Enlevez les lentilles et le jeudi.")
    appuyer(personne, "Envoyer ma demande")
    expect(personne.get_by_role("status")).to_contain_text("Votre demande est reçue.")
    expect(personne.locator("main")).not_to_contain_text(RECU)

    lu = lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION)
    assert lu.demande == "Enlevez les lentilles et le jeudi."
    retoucher(depot=depot, par=premiere, empreinte_vue=lu.empreinte, texte=REPRIS)
    lu = lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION)
    soumettre(depot=depot, par=premiere, empreinte_vue=lu.empreinte)
    with pytest.raises(Refus, match="veut relire"):
        approuver_depot(depot, seconde)

    suivre(personne, code)
    appuyer(personne, "Lire le texte proposé")
    expect(personne.get_by_text(REPRIS)).to_be_visible()
    if js:  # axe needs scripts
        axe(personne)
    appuyer(personne, "Accepter ce texte")
    expect(personne.get_by_role("status")).to_contain_text("Vous avez accepté le texte proposé.")
    approuver_depot(depot, seconde)
    suivre(personne, code)
    expect(personne.get_by_role("status")).to_contain_text("Votre texte est publié.")
    expect(personne.locator("figure blockquote")).to_have_text(REPRIS)
    assert personne.context.cookies() == []


def test_deux_textes_sous_un_code_en_320_pixels_puis_tout_retirer(ouvrir: Ouvrir, axe: Callable[[Page], None]) -> None:
    personne = ouvrir(viewport={"width": 320, "height": 640})
    remplir(personne, "du monde")
    code = envoyer(personne)
    soumettre_depot(Depot.objects.get(), une_personne())
    remplir(personne, "anticonstitutionnellement" * 8)
    personne.get_by_text("J’ai déjà un code").click()
    personne.get_by_label("Votre code de retrait").fill(code.upper())
    axe(personne)
    personne.wait_for_timeout(LECTURE_MS)
    appuyer(personne, "Nouer mes mots au filet")
    expect(personne.get_by_text("Le code que vous avez déjà ouvre aussi ce texte")).to_be_visible()
    expect(personne.locator("output")).to_have_count(0)

    suivre(personne, code)
    expect(personne.get_by_role("status")).to_have_text("2 textes sont sous votre code.")
    appuyer(personne, "Lire le texte proposé")
    expect(personne.locator("blockquote")).to_be_in_viewport()
    axe(personne)
    assert personne.evaluate("document.documentElement.scrollWidth <= innerWidth")
    personne.emulate_media(media="print")
    expect(personne.locator("blockquote")).to_be_visible()
    personne.emulate_media(media="screen")
    appuyer(personne, "Tout retirer")
    expect(personne.get_by_role("heading", level=1)).to_have_text("Retiré")
    assert set(Depot.objects.values_list("etat", flat=True)) == {"retire"}
