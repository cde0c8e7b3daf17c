"""The life of a rare text, by the screens that people use: from the form to the withdrawal."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from pages.models import ContenuPage, EditionPage
from temoignages.coffre.models import CleDepot
from temoignages.models import Depot, Incident, Temoignage
from tests.fabriques.pages import ContenuPageFactory, EditionPageFactory, MurPageFactory
from tests.fabriques.reseau import CompteFactory
from tests.fabriques.temoignages import une_personne
from tests.temoignages.views.conftest import connecter
from tests.temoignages.views.envoi import code_affiche, envoyer, page, suivre
from tests.temoignages.views.lecture import adresse, champs_de_la_page, envoyer_geste

from .releve import Residu, au_bureau, ecouter, exiger, ou

# The first words make it urgent: an alert leaves by mail.
BRUT = (
    "J’étais tannée de vivre quand Gaétane Vermillon m’a appelée au 418 555-0187, pendant que la bouilloire chantait "
    "sous les tuques mauves du corridor"
)
IDENTIFIANTS = ("Gaétane", "Vermillon", "555-0187")
PUBLIE = "pendant que la bouilloire chantait sous les tuques mauves du corridor"
CHEZ_LUI = {
    "default.temoignages_temoignage.texte",
    "octets:default",
    "octets bruts:base",
    "http",
}
Saboteur = Callable[["Vie", str], None]


@dataclass
class Vie:
    """Who takes part, and what exists so far."""

    journal: io.StringIO
    premiere: Client = field(default_factory=lambda: connecter(une_personne()))
    seconde: Client = field(default_factory=lambda: connecter(une_personne()))
    redaction: Client = field(default_factory=lambda: connecter(CompteFactory.create(is_superuser=True, is_staff=True)))
    edition: EditionPage = field(default_factory=EditionPageFactory.create)
    contenu: ContenuPage = field(default_factory=ContenuPageFactory.create)
    code: str = ""
    guet: bool = True  # whether each stage is checked

    @property
    def temoignage(self) -> Temoignage:
        """The published testimony."""
        return Temoignage.objects.get()

    def deposer(self) -> None:
        """A person writes; nothing of it may be read anywhere."""
        MurPageFactory.create()
        self.code = code_affiche(envoyer(texte=BRUT))
        self.exiger("reçu", permises=set())

    def lire(self, sabotage: Saboteur | None = None) -> None:
        """A first person redacts what the machine flags, and submits."""
        depot = Depot.objects.get()
        self.premiere.post(reverse("paroles:prendre", args=[depot.pk]))
        assert all(mot in page(self.premiere.get(adresse(depot))) for mot in ("Vermillon", "bouilloire"))
        self.premiere.post(adresse(depot), champs_de_la_page(self.premiere, depot))
        self._saboter(sabotage, BRUT)
        self.exiger("caviardé", permises=set())
        envoyer_geste(self.premiere, depot, "soumettre", avertissement="suicide", suivre=False)
        self.exiger("soumis", permises=set())

    def approuver(self, sabotage: Saboteur | None = None) -> None:
        """A second person publishes; the words are in their row, and read on the site, nowhere else."""
        envoyer_geste(self.seconde, Depot.objects.get(), "approuver", suivre=False)
        assert PUBLIE in self.temoignage.texte
        self._saboter(sabotage, self.temoignage.texte)
        self.exiger("publié", permises=CHEZ_LUI)

    def mettre_en_page(self) -> None:
        """Editors feature it, quote it, preview, publish, copy, and edit again: by reference, never a copy."""
        for tour in ("Première mouture", "Deuxième mouture"):
            self._editer(self.edition, self._saisie_edition(tour))
            self._editer(self.contenu, self._saisie_contenu(tour))
        copie = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": self.contenu.get_parent().pk}
        reponse = self.redaction.post(reverse("wagtailadmin_pages:copy", args=[self.contenu.pk]), copie)
        assert reponse.status_code == 302, page(reponse)
        for lieu in (self.edition.url, self.contenu.url, self.temoignage.url, "/temoignages/"):
            assert PUBLIE in page(Client().get(lieu)), lieu
        self.exiger("mis en page", permises=CHEZ_LUI)

    def retirer(self) -> None:
        """Its author takes it back: nothing remains, for the public nor for the staff."""
        assert "etire" in page(suivre(self.code, geste="retirer"))
        self.exiger("retiré", permises=set())
        if any(ou([PUBLIE, *IDENTIFIANTS], au_bureau(self.redaction)).values()):
            raise Residu("retiré", {"bureau"})
        assert not CleDepot.objects.exists()
        assert not Incident.objects.exists()

    def exiger(self, etape: str, *, permises: set[str]) -> None:
        """Check that what identifies is nowhere, and the rest in `permises` only."""
        if self.guet:
            exiger(etape, {PUBLIE: permises, **{mot: set() for mot in IDENTIFIANTS}}, self.journal)

    def _saboter(self, sabotage: Saboteur | None, texte: str) -> None:
        if sabotage:
            self.guet = True
            sabotage(self, texte)

    def _editer(self, cible: Any, saisie: dict[str, Any]) -> None:
        for nom, envoi in (("preview_on_edit", saisie), ("edit", saisie)):
            reponse = self.redaction.post(reverse(f"wagtailadmin_pages:{nom}", args=[cible.pk]), envoi)
            assert reponse.status_code == (302 if nom == "edit" else 200), page(reponse)
        publier(type(cible).objects.get(pk=cible.pk).get_latest_revision_as_object())
        apercu = self.redaction.get(reverse("wagtailadmin_pages:preview_on_edit", args=[cible.pk]))
        assert PUBLIE in page(apercu)

    def _saisie_edition(self, tour: str) -> dict[str, Any]:
        vedette = self.edition.vedettes.first()
        ligne = {"temoignage": self.temoignage.pk, "ORDER": 1, "id": vedette.pk if vedette else "", "DELETE": ""}
        vide = {"title": "À table", "annee": "2026", "jour": "", "theme": tour, "slogan": "", "palette": ""}
        flux = {
            "introduction": rich_text("<p>Bonjour.</p>"),
            "corps": streamfield([("citation", {"temoignage": self.temoignage.pk})]),
            "vedettes": inline_formset([ligne], initial=1 if vedette else 0),
        }
        return dict(nested_form_data({**vide, "seo_title": "", "search_description": "", **flux}))

    def _saisie_contenu(self, tour: str) -> dict[str, Any]:
        corps = streamfield([("citation", {"temoignage": self.temoignage.pk})])
        champs = {"title": "Participer", "slug": self.contenu.slug, "chapeau": tour, "corps": corps}
        return dict(nested_form_data({**champs, "seo_title": "", "search_description": ""}))


@contextmanager
def une_vie() -> Iterator[Vie]:
    """Give a life to a text, with every logger listened to."""
    with ecouter() as journal:
        yield Vie(journal)


def vivre(*, lecture: Saboteur | None = None, publication: Saboteur | None = None) -> None:
    """Go through the whole journey, with a saboteur at one moment, and check from then on. Raises `Residu`."""
    with une_vie() as vie:
        vie.guet = not (lecture or publication)
        vie.deposer()
        vie.lire(lecture)
        vie.approuver(publication)
        vie.mettre_en_page()
        vie.retirer()
