"""The table of refusals: each rule of the gate × each path to the public × each role, and nothing is published.

A rule breaks one thing in a text that is ready to be published. A path is a way to publish it. The table is data: a
rule, a path or a role that comes later has one line to add here, and the count of the cells changes.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from reseau.horloge import aujourdhui, maintenant
from reseau.models import Compte
from site_campagne.planification.tenir import Issue, tenir
from site_campagne.roles import ADMINISTRATION
from temoignages.actions import Refus, approuver
from temoignages.actions.approuver import TEXTES_PAR_AUTEUR
from temoignages.actions.conserver import effacer
from temoignages.actions.prendre import ouvrir_textes
from temoignages.etats import EtatDepot
from temoignages.management import commands
from temoignages.models import Consentement, Depot, Suppleance, Temoignage
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import soumettre_depot, un_depot, une_personne

pytestmark = pytest.mark.django_db

Personne = Compte | AnonymousUser
AUTRE_TEXTE = "0" * 64


@dataclass
class Scene:
    """A text ready to be published, who tries to, and the hash of what they saw."""

    depot: Depot
    par: Personne
    vue: str

    def changer(self, **champs: Any) -> None:
        """Change the row as no action would."""
        Depot.objects.filter(pk=self.depot.pk).update(**champs)


# --- The rules: what each breaks, the refusal that it gets, whether the database says it too.


def rouvrir(scene: Scene) -> None:
    scene.depot.decisions.all().delete()
    scene.changer(constats_ouverts=1)


def a_son_nom(champ: str) -> Callable[[Scene], None]:
    return lambda scene: scene.changer(**({champ: scene.par} if scene.par.pk else {}))


def lier(scene: Scene) -> None:
    ressource = RessourceFactory.create()
    scene.changer(ressource=ressource)
    if isinstance(scene.par, Compte):
        ressource.contacts.add(scene.par)


def publier_d_autres(scene: Scene) -> None:
    for rang in range(TEXTES_PAR_AUTEUR):
        autre = un_depot(f"autre texte {rang}")
        une, deux = une_personne(), une_personne()
        Depot.objects.filter(pk=autre.pk).update(
            auteur=scene.depot.auteur, etat=EtatDepot.PUBLIE, soumis_par=une, modifie_par=une, decide_par=deux,
            decide_le=maintenant(), constats_ouverts=0,
        )  # fmt: skip


def consentir(**champs: Any) -> Callable[[Scene], object]:
    return lambda scene: Consentement.objects.filter(empreinte_code=scene.depot.empreinte_code).update(**champs)


def voir_autre_chose(scene: Scene) -> None:
    scene.vue = AUTRE_TEXTE


def perdre_ses_droits(scene: Scene) -> None:
    if isinstance(scene.par, Compte):
        scene.par.is_active = False
        scene.par.save()


@dataclass(frozen=True)
class Regle:
    """One rule. `en_base`: a constraint of the database repeats it."""

    refus: str
    briser: Callable[[Scene], object]
    en_base: bool = False
    texte: str = "du monde qui écoute"


REGLES = {
    "passage qui identifie": Regle("constats", rouvrir, en_base=True, texte="Merci à Gaétane pour le café."),
    "passage qui peut identifier": Regle("constats", rouvrir, en_base=True, texte="J’ai 54 ans et du monde autour."),
    "aucun accord": Regle("consentement", lambda _scene: Consentement.objects.all().delete()),
    "accord retiré": Regle("consentement", consentir(retire_le=date(2026, 1, 1))),
    "accord terminé": Regle("consentement", consentir(jusqu_au=date(2026, 1, 1))),
    "même personne": Regle("meme_personne", a_son_nom("soumis_par"), en_base=True),
    "texte de sa main": Regle("meme_personne", a_son_nom("modifie_par"), en_base=True),
    "contact de la ressource": Regle("contact", lier),
    "texte changé depuis": Regle("texte_change", voir_autre_chose),
    "trop de textes d’une personne": Regle("limite_auteur", publier_d_autres),
    "bon à tirer attendu": Regle("bon_a_tirer", lambda s: s.changer(relecture_voulue=True), en_base=True),
    "bon à tirer d’un autre texte": Regle(
        "bon_a_tirer", lambda s: s.changer(relecture_voulue=True, bon_a_tirer=AUTRE_TEXTE)
    ),
    "pas encore soumis": Regle("etat", lambda s: s.changer(etat=EtatDepot.RECU)),
    "repris en lecture": Regle("etat", lambda s: s.changer(etat=EtatDepot.EN_LECTURE)),
    "déjà refusé": Regle("etat", lambda s: s.changer(etat=EtatDepot.REFUSE)),
    "texte détruit": Regle("detruit", lambda s: effacer(Depot.objects.get(pk=s.depot.pk))),
    "compte fermé": Regle("permission", perdre_ses_droits),
}

# --- The roles. The first three may approve what nothing forbids.


def suppleante() -> Compte:
    personne = une_personne("access_admin")
    Suppleance.objects.create(
        titulaire=une_personne("approuver_depot"), suppleant=personne, du=aujourdhui(), au=aujourdhui()
    )
    return Compte.objects.get(pk=personne.pk)


def administration() -> Compte:
    personne = CompteFactory.create()
    personne.groups.add(Group.objects.get(name=ADMINISTRATION))
    return personne


ROLES: dict[str, Callable[[], Personne]] = {
    "approbation": lambda: une_personne("approuver_depot"),
    "suppléance": suppleante,
    "superutilisateur": lambda: CompteFactory.create(is_superuser=True, is_staff=True),
    "modération": lambda: une_personne("moderer_depot", "importer_depot", "retirer_depot"),
    "administration": administration,
    "contact d’une ressource": CompteFactory.create,
    "anonyme": AnonymousUser,
}
QUI_APPROUVE = ("approbation", "suppléance", "superutilisateur")

# --- The paths. Each tries, and returns the refusal that it can name; views answer by a page, commands by nothing.


def par_l_action(scene: Scene) -> str:
    try:
        approuver(depot=scene.depot, par=scene.par, empreinte_vue=scene.vue)  # type: ignore[arg-type]
    except Refus as refus:
        return refus.regle
    return ""


def chez(scene: Scene) -> Client:
    client = Client()
    if isinstance(scene.par, Compte):
        client.force_login(scene.par)
    return client


def par_l_ecran(scene: Scene) -> None:
    adresse = reverse("paroles:lecture", args=[scene.depot.pk])
    chez(scene).post(adresse, {"geste": "approuver", "empreinte": scene.vue})


def par_la_serie(scene: Scene) -> None:
    chez(scene).post(reverse("paroles:serie_seconde"), {f"approuver-{scene.depot.pk}": scene.vue})


COMMANDES = ("detruire_echus", "rechiffrer_cles", "reevaluer_attributions", "rejouer_retraits")
# Read what they are given and publish nothing by themselves: each has its own tests.
COMMANDES_QUI_LISENT = ("chercher_residus", "detecter_identifiants", "importer_completions")


def par_les_commandes(_scene: Scene) -> None:
    for commande in COMMANDES:
        call_command(commande, stdout=io.StringIO())


def par_l_entretien(_scene: Scene) -> None:
    assert {bilan.issue for bilan in tenir(forcer=True)} == {Issue.FAITE}


def par_la_base(scene: Scene) -> str:
    """Save the row as published, past every action: what the database cannot refuse still shows nothing."""
    depot = Depot.objects.get(pk=scene.depot.pk)
    depot.etat, depot.decide_le = EtatDepot.PUBLIE, maintenant()
    depot.decide_par = scene.par if isinstance(scene.par, Compte) else None
    try:
        with transaction.atomic():
            depot.save()
    except IntegrityError:
        return "base"
    assert not montres(), "a deposit is no testimony"
    Depot.objects.filter(pk=depot.pk).update(etat=EtatDepot.SOUMIS, decide_par=None, decide_le=None)
    return ""


VOIES: dict[str, Callable[[Scene], str | None]] = {
    "action": par_l_action,
    "écran": par_l_ecran,
    "série": par_la_serie,
    "commandes": par_les_commandes,
    "entretien": par_l_entretien,
    "base": par_la_base,
}
CELLULES = [(regle, voie, role) for regle in REGLES for voie in VOIES for role in ROLES]


def mettre_en_scene(role: str, texte: str = "du monde qui écoute") -> Scene:
    """Return a text that nothing forbids to publish, in front of someone."""
    depot = soumettre_depot(un_depot(texte), une_personne())
    return Scene(depot, ROLES[role](), ouvrir_textes(depot).empreinte)


def montres() -> bool:
    """Whether anything at all is published, or shown."""
    return Temoignage.objects.exists()


def test_la_table_est_entiere() -> None:
    assert len(REGLES) == 17
    assert len(VOIES) == 6
    assert len(ROLES) == 7
    assert len(CELLULES) == len(set(CELLULES)) == 714


def test_chaque_commande_de_la_salle_est_dans_la_table() -> None:
    fichiers = {chemin.stem for chemin in Path(commands.__path__[0]).glob("*.py")} - {"__init__"}
    # The last one stands above: it replays what the other rooms took back too.
    assert fichiers == {*COMMANDES, *COMMANDES_QUI_LISENT} - {"rejouer_retraits"}


@pytest.mark.parametrize(("regle", "voie", "role"), CELLULES, ids=["-".join(cellule) for cellule in CELLULES])
def test_rien_ne_se_publie(regle: str, voie: str, role: str) -> None:
    scene = mettre_en_scene(role, REGLES[regle].texte)
    REGLES[regle].briser(scene)

    issue = VOIES[voie](scene)

    assert not montres()
    if voie == "action":
        assert issue == (REGLES[regle].refus if role in QUI_APPROUVE else "permission")
    if voie == "base":
        assert issue == ("base" if REGLES[regle].en_base or role == "anonyme" else "")
    else:
        publies = Depot.objects.filter(pk=scene.depot.pk, etat=EtatDepot.PUBLIE)
        assert not publies.exists()


@pytest.mark.parametrize("voie", ["action", "écran", "série"])
@pytest.mark.parametrize("role", ROLES)
def test_sans_rien_de_brise_seul_qui_approuve_publie(voie: str, role: str) -> None:
    """The control: a table in which nothing can ever be published would pass as well."""
    VOIES[voie](mettre_en_scene(role))
    assert montres() is (role in QUI_APPROUVE)
