"""The network, whole: a person invited by a real mail proposes an event, which a subscribed calendar follows.

Between two approvals nothing of a draft is in the agenda, in the directory, in a feed.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from pages.evenements.suivi import Etape, suivre
from pages.models import Evenement
from reseau.models import Compte, Ressource
from reseau.models.secteur import Secteur
from site_campagne.roles import ADMINISTRATION, APPROBATION
from tests.fabriques.evenements import AgendaPageFactory
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.roles import une_personne_de
from tests.pages.models.test_repertoire import RepertoirePageFactory
from tests.services.courriel import ServeurDeCourriel

from .abonnement import Abonnement
from .gestes import Ouvrir, appuyer, entendre, regarder, se_connecter, statut
from .redaction import PATIENCE_MS
from .test_espace_evenements import remplir

INVITEE, MODERATRICE = "nadia@exemple.org", "lorraine@exemple.org"
TITRE, CHANGE, EN_ATTENTE = "Soupe et visite", "Du pain et une visite", "Musique au bout du quai"
TELEPHONE = {"width": 390, "height": 844}


@pytest.fixture
def ressource(live_server: object) -> Ressource:
    """Return a resource that nobody enters yet, on a site with an agenda and a directory."""
    AgendaPageFactory.create()
    RepertoirePageFactory.create()
    ressource: Ressource = RessourceFactory.create(nom="Le Tisonnier", municipalite="Granby")
    return ressource


@dataclass
class Public:
    """Who reads without an account: pages, feeds, and a calendar that follows the resource."""

    page: Page
    ressource: Ressource
    abonnement: Abonnement

    def adresses(self) -> list[str]:
        """Return each page and each feed that shows events."""
        publics = Evenement.objects.filter(live=True).values_list("slug", flat=True)
        ici = ["", f"?ressource={self.ressource.slug}", "calendrier.ics", "evenements.json", "integration/"]
        return [
            f"/repertoire/{self.ressource.slug}/",
            *(f"/agenda/{suite}" for suite in ici),
            *(f"/agenda/{slug}/{suite}" for slug in publics for suite in ("", "evenement.ics")),
        ]

    def lit(self, mots: str) -> list[str]:
        """Return those that say these words."""
        reponses = {adresse: self.page.request.get(adresse) for adresse in self.adresses()}
        assert {reponse.status for reponse in reponses.values()} == {200}
        return [adresse for adresse, reponse in reponses.items() if mots in reponse.text()]

    def ne_voit_pas(self, mots: str) -> None:
        """Check that the calendar receives nothing new, and that these words are nowhere."""
        assert not self.abonnement.rafraichir()
        assert self.lit(mots) == []

    def ne_trouve_pas(self, evenement: Evenement) -> None:
        """Check that an event that is not public has no page."""
        for suite in ("", "evenement.ics"):
            assert self.page.request.get(f"/agenda/{evenement.slug}/{suite}").status == 404


def s_abonner(page: Page, ressource: Ressource) -> Public:
    """Take the address of the calendar of a resource where the agenda gives it; it is empty."""
    page.goto(f"/agenda/?ressource={ressource.slug}")
    lien = page.get_by_role("link", name="Télécharger le calendrier (.ics)").get_attribute("href")
    assert lien == f"/agenda/calendrier.ics?ressource={ressource.slug}"
    abonnement = Abonnement(page.request, lien)
    assert abonnement.rafraichir()
    assert abonnement.lus() == []
    return Public(page, ressource, abonnement)


def inviter(page: Page, ressource: Ressource) -> None:
    """Invite a person, from the admin."""
    huguette = une_personne_de(ADMINISTRATION, username="huguette", first_name="Huguette")
    se_connecter(page, huguette, reverse("equipe_de_la_ressource", args=[ressource.pk]))
    page.get_by_label("Courriel de la personne").fill(INVITEE)
    appuyer(page, "Envoyer l’invitation")
    entendre(page, "L’invitation part à n…@exemple.org")


def rejoindre(page: Page, lien: str, ressource: Ressource) -> None:
    """Follow the link of the mail, that a scanner has opened before; enter."""
    assert page.request.get(lien).status == 200
    page.goto(lien)
    expect(page.get_by_role("heading", level=1)).to_contain_text(ressource.nom)
    assert not ressource.contacts.exists()
    page.get_by_label("Votre prénom").fill("Nadia")
    appuyer(page, "Entrer")
    expect(page.get_by_text("Bonjour, Nadia.")).to_be_visible()
    assert [compte.email for compte in ressource.contacts.all()] == [INVITEE]


def entrer_par_le_code(page: Page, serveur: ServeurDeCourriel) -> None:
    """Sign out, then in again by the code of the mail."""
    appuyer(page, "Me déconnecter")
    page.get_by_label("Votre courriel").fill(INVITEE)
    appuyer(page, "Recevoir un code")
    page.get_by_label("Votre code").fill(serveur.dernier_pour(INVITEE).code)
    appuyer(page, "Entrer")
    expect(page.get_by_text("Bonjour, Nadia.")).to_be_visible()


def apercevoir(page: Page) -> None:
    """Keep what is typed, and read it over as the public would."""
    appuyer(page, "Voir l’aperçu")
    expect(page.get_by_text("Voici ce que le public lira")).to_be_visible()


def proposer(page: Page) -> None:
    """Send what was read over."""
    appuyer(page, "Proposer à la fédération")
    expect(page.get_by_role("status")).to_contain_text("C’est envoyé à la fédération")


def ouvrir_le_formulaire(page: Page) -> None:
    """Go from the home of the space to the form of a new event."""
    page.get_by_role("link", name="Vos événements").click()
    page.get_by_role("link", name="Proposer un événement").click()


def proposer_un_changement(page: Page, public: Public, titre: str, debut: str) -> None:
    """Change the event from its page, as it stands now; the public sees none of it."""
    page.reload()
    page.get_by_role("link", name="Modifier", exact=True).click()
    page.get_by_role("textbox", name="Titre").fill(titre)
    page.get_by_label("Heure de début").fill(debut)
    apercevoir(page)
    public.ne_voit_pas(titre)
    proposer(page)
    public.ne_voit_pas(titre)


def approuver(page: Page, compte: Compte, connu: str, propose: str) -> None:
    """Find in the list an event that waits, by the title it is known by; approve the one that is proposed."""
    se_connecter(page, compte, reverse("wagtailsnippets_pages_evenement:list"))
    ligne = page.get_by_role("row").filter(has_text=connu)
    expect(ligne).to_contain_text("attend une lecture")
    ligne.get_by_role("link", name=connu).first.click()
    expect(page.locator("[name=titre]")).to_have_value(propose)
    approuve = page.locator("button[data-workflow-action-name='approve']").first
    if not approuve.is_visible():
        page.locator("footer .w-dropdown__toggle").first.click()
    approuve.click()
    expect(page.locator(".messages .success").first).to_be_visible(timeout=PATIENCE_MS)


def trouver(public: Public, titre: str, axe: Callable[[Page], None]) -> str:
    """Go from the agenda to an event, then to its resource, which leads back to it; return its address."""
    public.page.goto("/agenda/")
    axe(public.page)
    public.page.get_by_role("link", name=titre).click()
    expect(public.page.get_by_role("heading", level=1)).to_have_text(titre)
    axe(public.page)
    fiche = public.page.url
    public.page.get_by_role("link", name=public.ressource.nom).first.click()
    expect(public.page).to_have_url(f"/repertoire/{public.ressource.slug}/")
    public.page.get_by_role("link", name=titre).click()
    expect(public.page).to_have_url(fiche)
    return fiche


def annuler(page: Page) -> None:
    """Cancel the event from its page."""
    page.get_by_role("link", name="Annuler cet événement").click()
    appuyer(page, "Oui, annuler l’événement")
    expect(page.get_by_role("status")).to_contain_text("C’est annulé")


def test_de_l_invitation_au_calendrier_qui_suit_l_evenement(
    ouvrir: Ouvrir, serveur_de_courriel: ServeurDeCourriel, ressource: Ressource, axe: Callable[[Page], None]
) -> None:
    lorraine = une_personne_de(APPROBATION, username="lorraine", first_name="Lorraine", email=MODERATRICE)
    Secteur.objects.create(compte=lorraine, region=ressource.region)
    nadia, bureau, public = ouvrir(viewport=TELEPHONE), ouvrir(), s_abonner(ouvrir(), ressource)
    bureau.set_default_timeout(PATIENCE_MS)
    inviter(bureau, ressource)
    rejoindre(nadia, serveur_de_courriel.dernier_pour(INVITEE).lien, ressource)
    entrer_par_le_code(nadia, serveur_de_courriel)

    ouvrir_le_formulaire(nadia)
    regarder(nadia, axe)
    remplir(nadia, TITRE)
    apercevoir(nadia)
    public.ne_voit_pas(TITRE)
    proposer(nadia)
    public.ne_voit_pas(TITRE)
    public.ne_trouve_pas(Evenement.objects.get())
    approuver(bureau, lorraine, TITRE, TITRE)
    assert serveur_de_courriel.dernier_pour(INVITEE).sujet == f"Votre événement est dans l’agenda\u00a0: {TITRE}"
    fiche = trouver(public, TITRE, axe)
    assert public.abonnement.rafraichir()
    ((uid, *reste),) = public.abonnement.lus()
    assert reste == [TITRE, 13, 0, "CONFIRMED"]
    assert public.lit(TITRE) == public.adresses()

    proposer_un_changement(nadia, public, CHANGE, "14 h")
    approuver(bureau, lorraine, TITRE, CHANGE)
    assert public.abonnement.rafraichir()
    assert public.abonnement.lus() == [(uid, CHANGE, 14, 1, "CONFIRMED")]
    public.ne_voit_pas(TITRE)
    assert public.lit(CHANGE) == public.adresses()

    proposer_un_changement(nadia, public, EN_ATTENTE, "15 h")
    annuler(nadia)
    assert public.abonnement.rafraichir()
    assert public.abonnement.lus() == [(uid, CHANGE, 14, 2, "CANCELLED")]
    public.ne_voit_pas(EN_ATTENTE)
    public.page.goto(fiche)
    expect(public.page.get_by_text("Cet événement est annulé.")).to_be_visible()
    avis = serveur_de_courriel.dernier_pour(MODERATRICE)
    assert avis.sujet == f"Annulé par la ressource\u00a0: {CHANGE}"
    assert EN_ATTENTE not in avis.texte


def test_au_telephone_et_sans_javascript_l_invitee_propose_jusqu_au_bout(
    ouvrir: Ouvrir, serveur_de_courriel: ServeurDeCourriel, ressource: Ressource
) -> None:
    inviter(ouvrir(), ressource)
    lien = serveur_de_courriel.dernier_pour(INVITEE).lien
    nadia = ouvrir(java_script_enabled=False, viewport=TELEPHONE)
    rejoindre(nadia, lien, ressource)
    assert statut(ouvrir(), lien) == 410
    entrer_par_le_code(nadia, serveur_de_courriel)
    ouvrir_le_formulaire(nadia)
    remplir(nadia, TITRE)
    apercevoir(nadia)
    proposer(nadia)
    assert suivre(Evenement.objects.get(titre=TITRE, ressource=ressource)).etape == Etape.ATTENTE
