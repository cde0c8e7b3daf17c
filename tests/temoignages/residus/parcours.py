"""The life of a rare text, by the screens that people use: from the form to the withdrawal."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html, streamfield

from pages.models import ContenuPage, EditionPage
from pages.publication.partage.actions import partager
from reseau.models import Compte
from temoignages.coffre.models import CleDepot
from temoignages.models import Depot, Incident, Temoignage
from temoignages.suivi import repere_de
from tests.fabriques.pages import ContenuPageFactory, EditionPageFactory, MurPageFactory
from tests.fabriques.roles import une_redactrice, une_relectrice, une_superutilisatrice
from tests.fabriques.temoignages import une_personne
from tests.temoignages.traductions.monde import presser
from tests.temoignages.views.conftest import connecter
from tests.temoignages.views.envoi import code_affiche, envoyer, page, suivre
from tests.temoignages.views.espace import adresse_de, chez, preparer, un_contact
from tests.temoignages.views.lecture import adresse, champs_de_la_page, envoyer_geste

from .releve import Residu, au_bureau, ecouter, exiger, ou

# The first words make it urgent: an alert leaves by mail.
BRUT = (
    "J’étais tannée de vivre quand Gaétane Vermillon m’a appelée au 418 555-0187, pendant que la bouilloire chantait "
    "sous les tuques mauves du corridor"
)
IDENTIFIANTS = ("Gaétane", "Vermillon", "555-0187")
PUBLIE = "pendant que la bouilloire chantait sous les tuques mauves du corridor"
# Their own words again, in what they ask of the moderators.
DEMANDE = f"Gardez « {PUBLIE} », enlevez Gaétane Vermillon et le 555-0187."
TRADUIT = "while the kettle sang under the mauve hats of the hallway"
CHEZ_LUI = {
    "default.temoignages_temoignage.texte",
    "octets:default",
    "octets bruts:base",
    "http",
}
# A translation that nobody approved yet is in its row, and on no page.
PROPOSEE = {"default.temoignages_traduction.texte", "octets:default", "octets bruts:base"}
Saboteur = Callable[["Vie", str], None]


@dataclass
class Vie:
    """Who takes part, and what exists so far."""

    journal: io.StringIO
    premiere: Client = field(default_factory=lambda: connecter(une_personne()))
    seconde: Client = field(default_factory=lambda: connecter(une_personne()))
    redaction: Client = field(default_factory=lambda: connecter(une_redactrice()))
    relecture: Client = field(default_factory=lambda: connecter(une_relectrice()))
    administration: Client = field(default_factory=lambda: connecter(une_superutilisatrice(is_staff=True)))
    edition: EditionPage = field(default_factory=EditionPageFactory.create)
    contenu: ContenuPage = field(default_factory=ContenuPageFactory.create)
    code: str = ""
    lien: str = ""  # a link that lends the pages
    traduites: set[str] = field(default_factory=set)  # where the translation may stand
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

    def verser(self) -> None:
        """A resource pastes the same words in its space, and thinks better of it."""
        client = chez(un_contact())
        lot = preparer(client, collage=BRUT)
        self.exiger("collé", permises=set())
        client.post(adresse_de(lot), {"geste": "abandonner"})
        self.exiger("abandonné", permises=set())

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

    def faire_changer(self) -> None:
        """Its author asks for a change in their own words, gets the text again, and accepts it."""
        depot = Depot.objects.get()
        vu = {"texte": repere_de(depot), "vu": self._proposition(depot)}
        suivre(self.code, geste="demander", demande=DEMANDE, **vu)
        assert DEMANDE in page(self.premiere.get(adresse(depot)))
        self.exiger("changement demandé", permises=set())
        envoyer_geste(self.premiere, depot, "soumettre", avertissement="suicide", suivre=False)
        suivre(self.code, geste="accepter", **vu)
        assert Depot.objects.get().bon_a_tirer
        self.exiger("accepté", permises=set())

    def approuver(self, sabotage: Saboteur | None = None) -> None:
        """A second person publishes; the words are in their row, and read on the site, nowhere else."""
        envoyer_geste(self.seconde, Depot.objects.get(), "approuver", suivre=False)
        assert PUBLIE in self.temoignage.texte
        self._saboter(sabotage, self.temoignage.texte)
        self.exiger("publié", permises=CHEZ_LUI)

    def traduire(self, sabotage: Saboteur | None = None) -> None:
        """Someone translates, someone else approves: the translation is in its row, then on the site too."""
        reponse = presser(self.premiere, self.temoignage, "traduire", texte=TRADUIT)
        assert "Une autre personne peut" in page(reponse)
        self._saboter(sabotage, TRADUIT)
        self.exiger("traduction proposée", permises=CHEZ_LUI, traduites=PROPOSEE)
        assert "elle est sur le site" in page(presser(self.seconde, self.temoignage, "approuver"))
        self.traduites = {*PROPOSEE, "http"}
        assert TRADUIT in page(Client().get(f"/en/paroles/{self.temoignage.pk}/"))
        self.exiger("traduit", permises=CHEZ_LUI)

    def mettre_en_page(self) -> None:
        """Editors feature it, quote it, preview, submit, approve, copy, lend: by reference, never a copy."""
        for tour in ("Première mouture", "Deuxième mouture"):
            self._editer(self.edition, theme=tour, vedettes=self._vedettes())
            self._editer(self.contenu, chapeau=tour)
        copie = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": self.contenu.get_parent().pk}
        reponse = self.redaction.post(reverse("wagtailadmin_pages:copy", args=[self.contenu.pk]), copie)
        assert reponse.status_code == 302, page(reponse)
        par = Compte.objects.get(pk=self.redaction.session["_auth_user_id"])
        _lien, jeton = partager(pages=[self.contenu], destinataire="Le comité", jours=14, par=par)
        self.lien = f"/partage/{jeton}/"
        for lieu in (self.edition.url, self.contenu.url, self.temoignage.url, "/temoignages/", self.lien):
            assert PUBLIE in page(Client().get(lieu)), lieu
        self.exiger("mis en page", permises=CHEZ_LUI)

    def retirer(self) -> None:
        """Its author takes it back: nothing remains, for the public nor for the staff."""
        self.traduites = set()
        assert "etire" in page(suivre(self.code, geste="retirer"))
        self.exiger("retiré", permises=set())
        if any(ou([PUBLIE, TRADUIT, *IDENTIFIANTS], au_bureau(self.administration)).values()):
            raise Residu("retiré", {"bureau"})
        if PUBLIE in page(Client().get(self.lien)):
            raise Residu("retiré", {"partage"})
        assert not CleDepot.objects.exists()
        assert not Incident.objects.exists()

    def exiger(self, etape: str, *, permises: set[str], traduites: set[str] | None = None) -> None:
        """Check that what identifies is nowhere, the words in `permises` only, their translation in `traduites`."""
        if self.guet:
            textes = {PUBLIE: permises, TRADUIT: self.traduites if traduites is None else traduites}
            exiger(etape, {**textes, **{mot: set() for mot in IDENTIFIANTS}}, self.journal)

    def _saboter(self, sabotage: Saboteur | None, texte: str) -> None:
        if sabotage:
            self.guet = True
            sabotage(self, texte)

    def _proposition(self, depot: Depot) -> str:
        lue = suivre(self.code, geste="lire", texte=repere_de(depot))
        return str(lue.context["reponse"].proposition.empreinte)

    def _editer(self, cible: Any, **champs: Any) -> None:
        """Edit, preview, submit by one person; approve by another, as the screens do it."""
        saisie = self._saisie(cible) | nested_form_data(champs)
        self._poster("preview_on_edit", cible, saisie, attendu=200)
        self._poster("edit", cible, saisie | {"action-submit": "1"})
        etape = type(cible).objects.get(pk=cible.pk).current_workflow_task_state
        approuver = reverse("wagtailadmin_pages:workflow_action", args=[cible.pk, "approve", etape.pk])
        assert self.relecture.post(approuver, {"comment": ""}).status_code == 302
        assert type(cible).objects.get(pk=cible.pk).live
        apercu = self.redaction.get(reverse("wagtailadmin_pages:preview_on_edit", args=[cible.pk]))
        assert PUBLIE in page(apercu)

    def _poster(self, nom: str, cible: Any, saisie: dict[str, Any], attendu: int = 302) -> None:
        reponse = self.redaction.post(reverse(f"wagtailadmin_pages:{nom}", args=[cible.pk]), saisie)
        assert reponse.status_code == attendu, page(reponse)

    def _saisie(self, cible: Any) -> dict[str, Any]:
        """Return what the form of a page would send, with a body that quotes the testimony."""
        formulaire = self.redaction.get(reverse("wagtailadmin_pages:edit", args=[cible.pk])).content.decode()
        champs: QueryDict = querydict_from_html(formulaire, form_id="page-edit-form")
        flux = {"corps": streamfield([("citation", {"temoignage": self.temoignage.pk})])}
        saisie = {nom: champs.getlist(nom)[-1] for nom in champs if not re.search("__prefix__|^action-", nom)}
        return saisie | nested_form_data(flux)

    def _vedettes(self) -> Any:
        vedette = self.edition.vedettes.first()
        ligne = {"temoignage": self.temoignage.pk, "ORDER": 1, "id": vedette.pk if vedette else "", "DELETE": ""}
        return inline_formset([ligne], initial=1 if vedette else 0)


@contextmanager
def une_vie() -> Iterator[Vie]:
    """Give a life to a text, with every logger listened to."""
    with ecouter() as journal:
        yield Vie(journal)


def vivre(
    *, lecture: Saboteur | None = None, publication: Saboteur | None = None, traduction: Saboteur | None = None
) -> None:
    """Go through the whole journey, with a saboteur at one moment, and check from then on. Raises `Residu`."""
    with une_vie() as vie:
        vie.guet = not (lecture or publication or traduction)
        vie.deposer()
        vie.verser()
        vie.lire(lecture)
        vie.faire_changer()
        vie.approuver(publication)
        vie.traduire(traduction)
        vie.mettre_en_page()
        vie.retirer()
