"""The paper workshop, whole: sixty sentences typed as people type, read, approved, on the wall, five taken back."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from pages.models import MurPage
from reseau.models import Compte
from site_campagne.demo.atelier import EDITION, FICHIER, PARTICIPANTS, PASSAGES
from site_campagne.demo.charger_paroles import charger_amorces
from site_campagne.demo.charger_reseau import charger_ressources
from temoignages.actions import (
    Remplacement,
    approuver,
    caviarder,
    constats_ouverts,
    lire,
    prendre,
    retoucher,
)
from temoignages.etats import EtatDepot, MotifLecture
from temoignages.models import Depot, Temoignage
from tests.fabriques.pages import MurPageFactory
from tests.fabriques.temoignages import tout_garder_et_soumettre

from .gestes import Ouvrir, appuyer, entendre, retirer, se_connecter, statut, une_moderatrice

A_L_ECRAN = (3, 13, 40)  # a name, a phone number, an e-mail address
REPRISES = 5


@pytest.fixture
def mur(live_server: object) -> MurPage:
    """Return the wall of a site that knows the resources and the sentences of the file."""
    for charger in (charger_ressources, charger_amorces):
        list(charger())
    mur: MurPage = MurPageFactory.create()
    return mur


def importer(page: Page) -> dict[int, str]:
    """Import the file by the screen; return the code of each line, read on its slip."""
    page.goto("/admin/paroles/ateliers/")
    page.get_by_label("Fichier CSV").set_input_files(FICHIER)
    page.get_by_label("Édition").fill(str(EDITION))
    appuyer(page, "Lire le fichier")
    expect(page.get_by_text("60 lignes prêtes")).to_be_visible()
    expect(page.get_by_text("à corriger")).to_have_count(0)
    expect(page.get_by_role("cell", name="DIRE NON", exact=True)).to_be_visible()
    for ressource, nombre in PARTICIPANTS.items():
        page.get_by_label(ressource).fill(str(nombre))
    appuyer(page, "Confirmer et imprimer les talons")
    page.get_by_label("La ressource atteste").check()
    appuyer(page, "Confirmer et imprimer les talons")
    expect(page.locator(".talon")).to_have_count(60)
    lignes = page.locator(".talon__ligne").all_inner_texts()
    codes = page.locator(".talon__code").all_inner_texts()
    assert len(set(codes)) == 60
    return {int(ligne.split()[1]): code for ligne, code in zip(lignes, codes, strict=True)}


def caviarder_a_l_ecran(page: Page, depot: Depot) -> None:
    """Read one sentence by the screen, accept each replacement, submit."""
    page.goto("/admin/paroles/")
    page.locator("tr", has_text=str(depot)).get_by_role("button", name="Lire").click()
    expect(page.locator("mark.constat--direct").first).to_be_visible()
    appuyer(page, "Appliquer les décisions")
    entendre(page, "Les décisions sont appliquées.")
    appuyer(page, "Envoyer à la seconde lecture")
    entendre(page, "Le texte attend une seconde lecture.")


def caviarder_par_les_actions(depot: Depot, par: Compte) -> None:
    """Do what the screen does: each finding replaced, then by hand what the machine did not see."""
    depot = prendre(depot=depot, par=par)
    a_retirer = defaultdict(list)
    for passage in PASSAGES:
        a_retirer[passage.ligne].append(passage.texte)
    vu = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    if constats := constats_ouverts(depot, vu.propose):
        remplacements = [Remplacement(c.debut, c.fin, c.suggestion) for c in constats]
        depot = caviarder(depot=depot, par=par, empreinte_vue=vu.empreinte, remplacements=remplacements)
        vu = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    reste = vu.propose
    for texte in a_retirer[depot.ligne or 0]:
        reste = reste.replace(texte, "[…]")
    if reste != vu.propose:
        depot = retoucher(depot=depot, par=par, empreinte_vue=vu.empreinte, texte=reste)
    tout_garder_et_soumettre(depot, par)


def pages_du_mur(page: Page) -> Iterator[str]:
    """Visit each page of the wall; yield its text."""
    page.goto("/temoignages/")
    while True:
        yield page.locator("main").inner_text()
        suivante = page.locator("a[rel=next]")
        if not suivante.count():
            return
        suivante.first.click()


def test_un_atelier_de_soixante_phrases(ouvrir: Ouvrir, mur: MurPage) -> None:
    odette, lorraine = une_moderatrice("odette"), une_moderatrice("lorraine")
    premiere, seconde, lecteur = ouvrir(), ouvrir(), ouvrir(java_script_enabled=False)
    codes = importer(se_connecter(premiere, odette))
    depots = {depot.ligne or 0: depot for depot in Depot.objects.all()}
    assert set(depots) == set(codes) == set(range(2, 62))

    for ligne in A_L_ECRAN:
        caviarder_a_l_ecran(premiere, depots[ligne])
    for depot in Depot.objects.filter(etat=EtatDepot.RECU):
        caviarder_par_les_actions(depot, odette)

    se_connecter(seconde, lorraine)
    seconde.goto(f"/admin/paroles/{depots[A_L_ECRAN[0]].pk}/")
    appuyer(seconde, "Approuver et publier")
    entendre(seconde, "Publié à l’adresse")
    for depot in Depot.objects.filter(etat=EtatDepot.SOUMIS):
        vu = lire(depot=depot, par=lorraine, motif=MotifLecture.APPROBATION)
        approuver(depot=depot, par=lorraine, empreinte_vue=vu.empreinte)
    assert Temoignage.objects.publies().count() == 60

    lu = "\n".join(pages_du_mur(lecteur))
    assert [passage.texte for passage in PASSAGES if passage.texte in lu] == []
    assert "DIRE NON" in lu

    reprises = [depots[ligne] for ligne in sorted(depots)[:: 60 // REPRISES]][:REPRISES]
    paroles = [Temoignage.objects.get(empreinte_code=depot.empreinte_code) for depot in reprises]
    for depot in reprises:
        retirer(lecteur, codes[depot.ligne or 0])
    assert {statut(lecteur, parole.url) for parole in paroles} == {410}
    assert Temoignage.objects.publies().count() == 60 - REPRISES
    reste = "\n".join(pages_du_mur(lecteur))
    assert [parole.texte for parole in paroles if parole.texte in reste] == []


def test_les_talons_ne_se_reimpriment_pas_par_le_retour_du_navigateur(ouvrir: Ouvrir, mur: MurPage) -> None:
    page = se_connecter(ouvrir(), une_moderatrice("odette"))
    importer(page)
    adresse = page.url
    page.goto("/admin/paroles/")
    page.goto(adresse)
    entendre(page, "ne peuvent plus être imprimés")
    expect(page.locator(".talon")).to_have_count(0)
