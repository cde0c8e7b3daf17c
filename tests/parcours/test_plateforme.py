"""A platform, whole, in a browser: entered, mended, approved by someone else, read, printed.

Two demands and five references at each run, four and fifteen by `make epreuves`: the same gestures, more of them.
"""

import io

import pikepdf
import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from pages.models import PlateformePage
from reseau.models import Compte
from site_campagne.roles import APPROBATION, REDACTION
from tests.fabriques.documents import une_valeur
from tests.fabriques.pages import accueil, un_temoignage_publie
from tests.fabriques.presse import une_autorisation
from tests.fabriques.roles import une_personne_de
from tests.pages.sorties.lecteur import entendre

from .gestes import Ouvrir, statut
from .redaction import (
    PATIENCE_MS,
    ajouter,
    approuver,
    choisir,
    coller,
    editer,
    enregistrer,
    ouvrir_le_bureau,
    points,
    remplir,
    riche,
    soumettre,
    taper,
)

REFERENCES_PAR_REVENDICATION = 5
PAROLES = ["une chaise qui m’attend", "du café qui reste chaud"]
PERSONNE = "Odile Tremblay-Fictive"
MOYENS = ("Ouvrir la porte le soir.", "Payer le chauffage à l’année.")

# What is planted, in the platform and in its first demand, and the field that each finding leads to.
INTRODUCTION_FAUTIVE = """<p>Nous demandons<a href="https://exemple.org/">&nbsp;</a>de la place.</p>
<h3>Sans titre au-dessus</h3><p>Et du temps.</p>"""
INTRODUCTION = "<p>Nous demandons de la place {}.</p><h2>Pourquoi</h2><p>Et du temps.</p>"
DANS_LA_PLATEFORME = {
    "Un lien n’a pas de mots : on ne peut ni le voir ni l’entendre.": "introduction",
    "L’intertitre « Sans titre au-dessus » saute un niveau : il manque un titre au-dessus.": "introduction",
    "« {} » est dans la bibliographie, et rien ne la cite.": "bibliographie",
}
CORPS_FAUTIF = "Il manque 900 chaises.\nOn le sait (Personne, 1999) et (AuteureA, 2001)."
CORPS = "<p>Il manque 900 chaises (AuteureA, 2001).</p>"
DE_WORD = """<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
<p class=MsoNormal style='mso-line-height-alt:1pt'><span style='mso-fareast:FR'>On le lit {}.<o:p></o:p></span></p>"""
DANS_LA_REVENDICATION = {
    "« (Personne, 1999) » n’a pas d’entrée dans la bibliographie.": "corps",
    "Une personne est nommée sans autorisation enregistrée : choisissez-la dans la liste, ou enlevez-la.": "corps",
    "Un paragraphe donne un chiffre sans dire d’où il vient : citez (Auteure, année).": "corps",
}


def une_personne(role: str, nom: str) -> Compte:
    return une_personne_de(role, username=nom, first_name=nom.title())


def annee(rang: int) -> str:
    return str(2001 + rang)


def citee(rang: int) -> str:
    return f"Auteure{chr(ord('A') + rang)}"


def citer(*rangs: int) -> str:
    return " ".join(f"({citee(rang)}, {annee(rang)})" for rang in rangs)


def ecrire_la_plateforme(page: Page, references: int) -> int:
    page.goto(reverse("wagtailadmin_pages:add", args=["pages", "plateformepage", accueil().pk]))
    remplir(page, title="De la place pour tout le monde", annee="2027", chapeau="Ce que nous demandons, et à qui.")
    coller(riche(page, "introduction"), INTRODUCTION_FAUTIVE)
    rang = ajouter(page, "chiffres")
    choisir(page, f"chiffres-{rang}-value-valeur", "tasses lavées en une année")
    for rang in range(references):
        assert ajouter(page, "bibliographie") == rang
        debut = f"bibliographie-{rang}-value-"
        remplir(
            page,
            **{
                debut + "auteurs": f"{citee(rang)}, Prénom",
                debut + "annee": annee(rang),
                debut + "titre": f"Le titre {rang}",
            },
        )
    return enregistrer(page)


def ecrire_au_clavier(page: Page, plateforme: int) -> int:
    """Enter the first demand block by block, key by key."""
    page.goto(reverse("wagtailadmin_pages:add", args=["pages", "revendicationpage", plateforme]))
    page.locator("[name=title]").press_sequentially("Ajouter des chaises")
    rang = ajouter(page, "corps", "Texte")
    taper(riche(page, f"corps-{rang}-value"), CORPS_FAUTIF)
    rang = ajouter(page, "corps", "Citation")
    choisir(page, f"corps-{rang}-value-temoignage", PAROLES[0])
    rang = ajouter(page, "corps", "Citation d’une personne nommée")
    page.locator(f"[name='corps-{rang}-value-texte']").press_sequentially("On demande une clé.")
    for texte in MOYENS:
        rang = ajouter(page, "moyens")
        taper(riche(page, f"moyens-{rang}-value-texte"), texte)
        page.locator(f"[name='moyens-{rang}-value-cible']").press_sequentially("La ministre")
    return enregistrer(page)


def ecrire_en_collant(page: Page, plateforme: int, rang: int, references: int) -> int:
    """Paste a demand that cites the references from its own rank on: never the first, nor the last."""
    page.goto(reverse("wagtailadmin_pages:add", args=["pages", "revendicationpage", plateforme]))
    debut = (rang - 1) * REFERENCES_PAR_REVENDICATION + 1
    remplir(page, title=f"Ouvrir une porte de plus {rang}", resume="Une porte, le soir.")
    bloc = ajouter(page, "corps", "Texte")
    coller(
        riche(page, f"corps-{bloc}-value"),
        DE_WORD.format(citer(*range(debut, min(debut + REFERENCES_PAR_REVENDICATION, references - 1)))),
    )
    bloc = ajouter(page, "corps", "Citation")
    choisir(page, f"corps-{bloc}-value-temoignage", PAROLES[1])
    for texte in MOYENS:
        bloc = ajouter(page, "moyens")
        coller(riche(page, f"moyens-{bloc}-value-texte"), f"<p>{texte}</p>")
    return enregistrer(page)


def verifier(page: Page, cle: int, fautes: dict[str, str]) -> None:
    """The checklist lists exactly these, and each leads to its field; the draft cannot be submitted."""
    editer(page, cle)
    assert sorted(points(page)) == sorted(fautes)
    for message, champ in fautes.items():
        page.locator("[data-portes]").get_by_text(message).click()
        expect(page.locator(f"[data-contentpath='{champ}'] :focus")).to_have_count(1)
    soumettre(page)
    expect(page.locator(".messages")).to_contain_text("n’est pas prête")


def corriger_la_revendication(page: Page) -> None:
    coller(riche(page, "corps-0-value"), CORPS)
    choisir(page, "corps-2-value-autorisation", PERSONNE)


def finir(page: Page, cle: int) -> None:
    """Nothing is left to mend; submit."""
    assert enregistrer(page) == cle
    expect(page.locator("[data-portes]")).to_contain_text("Rien à corriger", timeout=PATIENCE_MS)
    soumettre(page)
    expect(page.locator(".messages")).to_contain_text("soumise")
    expect(page.locator("button[data-workflow-action-name='approve']")).to_have_count(0)


@pytest.fixture
def matiere(live_server: object) -> None:
    """What exists before the platform: two testimonies, a person who accepts to be named, a key figure."""
    for parole in PAROLES:
        un_temoignage_publie(parole)
    une_autorisation(PERSONNE)
    une_valeur()


@pytest.mark.epreuve
@pytest.mark.parametrize("collees", [1, 3])
def test_une_plateforme_de_la_saisie_au_pdf(ouvrir: Ouvrir, matiere: None, collees: int) -> None:
    references = collees * REFERENCES_PAR_REVENDICATION
    odette = ouvrir_le_bureau(ouvrir(viewport={"width": 1280, "height": 900}), une_personne(REDACTION, "odette"))
    plateforme = ecrire_la_plateforme(odette, references)
    premiere = ecrire_au_clavier(odette, plateforme)
    suivantes = [ecrire_en_collant(odette, plateforme, rang, references) for rang in range(1, collees + 1)]

    derniere = citer(references - 1)
    fautes = {message.format(derniere.strip("()")): champ for message, champ in DANS_LA_PLATEFORME.items()}
    verifier(odette, plateforme, fautes)
    coller(riche(odette, "introduction"), INTRODUCTION.format(derniere))
    finir(odette, plateforme)
    verifier(odette, premiere, DANS_LA_REVENDICATION)
    corriger_la_revendication(odette)
    finir(odette, premiere)
    for cle in suivantes:
        editer(odette, cle)
        finir(odette, cle)

    lorraine = ouvrir_le_bureau(ouvrir(), une_personne(APPROBATION, "lorraine"))
    for cle in (plateforme, premiere, *suivantes):
        approuver(lorraine, cle)

    lectrice = ouvrir()
    assert statut(lectrice, PlateformePage.objects.live().get().url) == 200
    expect(lectrice.locator(".revendication-longue")).to_have_count(1 + collees)
    for mots in (PERSONNE, *PAROLES):
        expect(lectrice.locator("main")).to_contain_text(mots)
    assert "mso" not in lectrice.content().lower()
    reponse = lectrice.request.get(lectrice.locator("a[href$='pdf/']").first.get_attribute("href") or "")
    # Their authors allowed the site, not the paper.
    with pikepdf.open(io.BytesIO(reponse.body())) as pdf:
        entendu = entendre(pdf)
    assert [mot for mot in (*MOYENS, PERSONNE, *map(citee, range(references))) if mot not in entendu] == []
    assert [parole for parole in PAROLES if parole in entendu] == []
