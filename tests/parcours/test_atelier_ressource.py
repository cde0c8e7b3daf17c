"""A workshop, whole, from the resource to the wall: its lines pasted, read by keyboard, approved, ten taken back.

Twenty lines at each run, sixty by `make epreuves`: the same journey, and three screens of twenty to approve.
Batch mode, measured in this journey: 124 presses of a key for the sixty texts (twenty passages flagged), from the
screen of the series to the last text sent, and six seconds for the machine. How long a person reads is not measured.
"""

import csv
import io
import re
import time
from collections.abc import Iterator

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from pages.models import MurPage
from reseau.models import Compte, Ressource
from site_campagne.demo.atelier import FICHIER, PASSAGES
from site_campagne.demo.charger_paroles import charger_amorces
from site_campagne.demo.charger_reseau import charger_ressources
from temoignages.actions import recompter
from temoignages.etats import EtatDepot
from temoignages.models import Comptage, Depot, Temoignage
from tests.fabriques.pages import MurPageFactory
from tests.fabriques.reseau import CompteFactory

from .clavier import Clavier
from .gestes import Ouvrir, appuyer, entendre, entrer, retirer, se_connecter, statut, suivre, une_moderatrice

TOUTES, COURTES = 60, 20
PAR_ECRAN = 20
# Lines of the table as a spreadsheet counts: the headings are line 1.
PREMIERE_LIGNE = 2
CHANGEE = 4
DE_LA_MEME_PERSONNE = (5, 6)
PAR_CODE = (2, 3, 7, 8, 10, 11)
PAR_LA_RESSOURCE = 12
LIGNES_VERSEES = re.compile("lignes versées")
PAR_L_EQUIPE = 13
# The machine takes it for a first name, in « mon comprimé rose ».
MOT_COURANT, REMIS_A_PLUS_TARD = "rose", "Gaétane"
# For each text.
TOUCHES_AU_PLUS, SECONDES_AU_PLUS = 3, 1


@pytest.fixture
def mur(live_server: object) -> MurPage:
    """Return the wall of a site that knows the resources and the sentences of the file."""
    for charger in (charger_ressources, charger_amorces):
        list(charger())
    mur: MurPage = MurPageFactory.create()
    return mur


@pytest.fixture
def odile(mur: MurPage) -> Compte:
    """Return a person of a resource."""
    compte: Compte = CompteFactory.create(email="odile@exemple.org", first_name="Odile")
    Ressource.objects.get(nom="Le Grand Détour").contacts.add(compte)
    return compte


def tableau(nombre: int) -> str:
    """Return so many of the demo's lines as a spreadsheet copies them, two of them by one person."""
    with FICHIER.open(encoding="utf-8", newline="") as fichier:
        lignes = list(csv.DictReader(fichier, delimiter=";"))
    courant = next(ligne for ligne in lignes if MOT_COURANT in ligne["texte"])
    gardees = [*lignes[: nombre - 1], courant] if nombre < len(lignes) else lignes
    copie = io.StringIO()
    colle = csv.writer(copie, delimiter="\t", lineterminator="\n")
    colle.writerow(["phrase", "texte", "personne"])
    for numero, ligne in enumerate(gardees, start=PREMIERE_LIGNE):
        colle.writerow([ligne["amorce"], ligne["texte"], "A" if numero in DE_LA_MEME_PERSONNE else ""])
    return copie.getvalue()


def verser(page: Page, odile: Compte, nombre: int) -> dict[int, str]:
    """Paste, check, attest; return the code of each line, read on the slips."""
    entrer(page, odile)
    page.goto("/espace/paroles/nouveau/")
    page.get_by_label("Collez vos lignes ici").fill(tableau(nombre))
    appuyer(page, "Vérifier les lignes")
    expect(page.get_by_text(f"{nombre} lignes prêtes")).to_be_visible()
    page.get_by_label("Combien de personnes ont participé?").fill("23")
    page.get_by_label("J’atteste").check()
    appuyer(page, "Verser ces lignes")
    expect(page.locator(".talon")).to_have_count(nombre - 1)
    codes: dict[int, str] = {}
    for talon in page.locator(".talon").all():
        ligne, code = (talon.locator(f".talon__{quoi}").inner_text() for quoi in ("ligne", "code"))
        codes |= {int(numero): code for numero in re.findall(r"\d+", ligne.partition("·")[0])}
    assert set(codes) == set(range(PREMIERE_LIGNE, PREMIERE_LIGNE + nombre))
    assert len(set(codes.values())) == nombre - 1
    return codes


def moderer(page: Page) -> Clavier:
    """Read them all in series, one passage put off at first; return the keyboard that did it."""
    page.goto("/admin/paroles/serie/")
    clavier = Clavier(page)
    remis = {MOT_COURANT: "g", REMIS_A_PLUS_TARD: "p"}
    while Depot.objects.filter(etat__in=(EtatDepot.RECU, EtatDepot.EN_LECTURE)).exists():
        if Depot.objects.filter(etat=EtatDepot.RECU).exists():
            clavier.prendre_la_suite()
        clavier.decider(remis)
        entendre(page, "une seconde lecture.")
        if REMIS_A_PLUS_TARD in remis:
            entendre(page, "Ce qui reste à décider est encore ici.")
            expect(page.locator(".paroles-fiche-serie")).to_have_count(1)
            del remis[REMIS_A_PLUS_TARD]
    return clavier


def approuver_en_serie(page: Page) -> int:
    """Tick all that can be read, publish; return how many were on the screen."""
    page.goto("/admin/paroles/serie/approuver/")
    cases = page.get_by_label("Approuver et publier").all()
    for case in cases:
        case.check()
    if cases:
        appuyer(page, "Publier les textes cochés")
    return len(cases)


def demander_un_changement(page: Page, code: str) -> None:
    """Refuse the proposed text, and say why."""
    suivre(page, code)
    appuyer(page, "Lire le texte proposé")
    page.get_by_text("Demander un changement").click()
    page.get_by_label("Ce qu’il faut changer").fill("Dites plutôt que j’ai le droit d’être de travers.")
    appuyer(page, "Envoyer ma demande")
    expect(page.get_by_role("status")).to_contain_text("Votre demande est reçue.")


def reprendre(page: Page, depot: Depot) -> None:
    """Do again the text that its author refused, and send it on."""
    page.goto(f"/admin/paroles/{depot.pk}/")
    expect(page.get_by_text("le droit d’être de travers")).to_be_visible()
    page.get_by_label("Retoucher à la main").fill("être de travers")
    appuyer(page, "Enregistrer la retouche")
    entendre(page, "Le texte proposé est enregistré.")
    appuyer(page, "Envoyer à la seconde lecture")
    entendre(page, "Le texte attend une seconde lecture.")


def accepter(page: Page, code: str) -> None:
    """Accept the proposed text."""
    suivre(page, code)
    appuyer(page, "Lire le texte proposé")
    expect(page.get_by_text("être de travers")).to_be_visible()
    appuyer(page, "Accepter ce texte")
    expect(page.get_by_role("status")).to_contain_text("Vous avez accepté le texte proposé.")


def reprendre_dix(lecteur: Page, espace: Page, admin: Page, codes: dict[int, str], depots: dict[int, Depot]) -> None:
    """Take ten texts back: six by their code, two at once, one by the resource, one by the team."""
    for ligne in PAR_CODE:
        retirer(lecteur, codes[ligne])
    suivre(lecteur, codes[DE_LA_MEME_PERSONNE[0]])
    expect(lecteur.get_by_role("status")).to_have_text("2 textes sont sous votre code.")
    appuyer(lecteur, "Tout retirer")
    expect(lecteur.get_by_role("heading", level=1)).to_have_text("Retiré")

    espace.goto("/espace/paroles/")
    espace.get_by_role("link", name=LIGNES_VERSEES).click()
    espace.get_by_role("link", name=f"Retirer la ligne {PAR_LA_RESSOURCE}", exact=True).click()
    appuyer(espace, f"Retirer la ligne {PAR_LA_RESSOURCE}")
    expect(espace.get_by_role("status")).to_contain_text(f"La ligne {PAR_LA_RESSOURCE} est retirée.")

    admin.goto("/admin/paroles/retrait/")
    parole = Temoignage.objects.get(empreinte_code=depots[PAR_L_EQUIPE].empreinte_code)
    admin.get_by_label("Adresse ou identifiant").fill(parole.url)
    appuyer(admin, "Chercher")
    appuyer(admin, "Retirer ce texte de partout")


def mots_du_mur(page: Page) -> Iterator[str]:
    """Visit each page of the wall; yield each text."""
    page.goto("/temoignages/")
    while True:
        yield from page.locator(".mur blockquote").all_inner_texts()
        suivante = page.locator("a[rel=next]")
        if not suivante.count():
            return
        suivante.first.click()


def comptes() -> set[tuple[object, ...]]:
    """Return the counts that the public lists follow."""
    champs = [champ.name for champ in Comptage._meta.fields if not champ.primary_key]
    return set(Comptage.objects.values_list(*champs))


def exiger_le_mur(lecteur: Page, nombre: int) -> str:
    """Check that the wall shows the published texts and nothing else, and that the counts agree; return its words."""
    lus = list(mots_du_mur(lecteur))
    attendus = list(Temoignage.objects.publies().values_list("texte", flat=True))
    assert len(lus) == len(attendus) == nombre
    lu = "\n".join(" ".join(mots.split()) for mots in lus)
    assert [texte for texte in attendus if " ".join(texte.split()) not in lu] == []
    avant = comptes()
    recompter()
    assert comptes() == avant
    return lu


@pytest.mark.parametrize("nombre", [COURTES, pytest.param(TOUTES, marks=pytest.mark.epreuve)])
def test_les_paroles_d_une_ressource_du_collage_au_retrait(ouvrir: Ouvrir, odile: Compte, nombre: int) -> None:
    odette, lorraine = une_moderatrice("odette"), une_moderatrice("lorraine")
    espace, premiere, seconde, lecteur = ouvrir(), ouvrir(), ouvrir(), ouvrir(java_script_enabled=False)
    codes = verser(espace, odile, nombre)
    depots = {depot.ligne or 0: depot for depot in Depot.objects.all()}

    se_connecter(premiere, odette)
    depart = time.monotonic()
    clavier = moderer(premiere)
    duree = time.monotonic() - depart
    assert clavier.touches <= TOUCHES_AU_PLUS * nombre
    assert duree <= SECONDES_AU_PLUS * nombre
    assert Depot.objects.filter(etat=EtatDepot.SOUMIS, soumis_par=odette).count() == nombre

    demander_un_changement(lecteur, codes[CHANGEE])
    se_connecter(seconde, lorraine)
    ecrans = [approuver_en_serie(seconde) for _ in range(0, nombre, PAR_ECRAN)]
    assert ecrans == [*[PAR_ECRAN] * (nombre // PAR_ECRAN - 1), PAR_ECRAN - 1]
    reprendre(premiere, depots[CHANGEE])
    assert approuver_en_serie(seconde) == 0
    expect(seconde.get_by_text("Attend son auteur·e.")).to_be_visible()
    assert Temoignage.objects.publies().count() == nombre - 1
    accepter(lecteur, codes[CHANGEE])
    approuver_en_serie(seconde)
    entendre(seconde, "1 texte est publié.")
    lu = exiger_le_mur(lecteur, nombre)
    assert [passage.texte for passage in PASSAGES if passage.texte in lu] == []
    assert "être de travers" in lu
    assert "mon comprimé rose" in lu

    reprises = [*PAR_CODE, *DE_LA_MEME_PERSONNE, PAR_LA_RESSOURCE, PAR_L_EQUIPE]
    paroles = [Temoignage.objects.get(empreinte_code=depots[ligne].empreinte_code) for ligne in reprises]
    reprendre_dix(lecteur, espace, premiere, codes, depots)
    assert len(paroles) == 10
    assert [statut(lecteur, parole.url) for parole in paroles] == [410] * 10
    lu = exiger_le_mur(lecteur, nombre - 10)
    assert [parole.texte for parole in paroles if parole.texte in lu] == []
    espace.goto("/espace/paroles/")
    espace.get_by_role("link", name=LIGNES_VERSEES).click()
    expect(espace.get_by_role("cell", name="retiré", exact=True)).to_have_count(10)
    expect(espace.get_by_role("cell", name="publié", exact=True)).to_have_count(nombre - 10)
    assert not [courriel for courriel in mail.outbox if any(mot in courriel.body for mot in ("Gaétane", "beignes"))]
