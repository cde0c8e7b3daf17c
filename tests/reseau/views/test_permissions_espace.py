"""Every address of the space × who asks: nobody, the staff, another resource, its own people. None of the admin's.

What an address does in detail is tried where it is made; this table makes sure that none is forgotten.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from wagtail.models import Revision

from pages.evenements.bilan import donner_bilan
from pages.models import BilanEvenement, Evenement, PhotoEvenement
from reseau.equipe import inviter
from reseau.models import Compte, Invitation, Ressource
from site_campagne.roles import PERMISSIONS
from temoignages.models import Depot, Lot
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.roles import une_personne_de, une_superutilisatrice
from tests.pages.evenements.apres import un_evenement_passe, une_photo
from tests.pages.evenements.saisies import saisie
from tests.site_campagne.adresses import adresses_de_l_admin
from tests.site_campagne.test_acces import SANS_ESSAI, SEUIL, TOUS, entre, table, valeurs
from tests.temoignages.views.espace import chez, confirmer, formulaire, preparer, un_contact

pytestmark = pytest.mark.django_db

RESSOURCE, TITRE, MOT, LIGNE, INVITEE = SECRETS = (
    "La Maison bleue", "Soupe à la cave", "Il a plu", "beignes", "nadia@exemple.org",
)  # fmt: skip
# What reading answers, then what sending answers: to who has not signed in; to an account of no resource, the staff's
# included; to a person of another resource. Last, what the resource's own people read.
TABLE = """
espace                           302 405  403 405  200 405  200
espace_equipe                    302 403  403 403  200 403  200
espace_invitation                410 410  410 410  410 410  410
account_request_login_code       200 400  302 302  302 302  302
account_login                    200 400  302 302  302 302  302
account_confirm_login_code       302 302  302 302  302 302  302
account_logout                   405 302  405 302  405 302  405
espace_evenements:evenements     302 405  403 405  200 405  200
espace_evenements:nouveau        302 403  403 403  200 403  200
espace_evenements:evenement      302 403  403 403  404 404  200
espace_evenements:modifier       302 403  403 403  404 404  200
espace_evenements:annuler        302 403  403 403  404 404  200
espace_evenements:bilan          302 403  403 403  404 404  200
espace_evenements:photo          302 403  403 403  404 404  302
espace_evenements:effacer_photo  405 403  405 403  405 404  405
espace_paroles:lots              302 405  403 405  200 405  200
espace_paroles:nouveau           302 403  403 403  200 403  200
espace_paroles:lot               302 403  403 403  404 404  200
espace_paroles:reprendre         302 403  403 403  404 404  200
espace_paroles:ligne             302 403  403 403  404 404  200
"""


def motifs(resolveur: Any, route: str = "", espace: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the name, or the route when it has none, and the arguments of each address under `/espace/`."""
    for motif in resolveur.url_patterns:
        entiere = route + str(motif.pattern)
        if isinstance(motif, URLResolver):
            yield from motifs(motif, entiere, f"{espace}{motif.namespace}:" if motif.namespace else espace)
        elif entiere.startswith("espace/"):
            yield f"{espace}{motif.name or entiere}", sorted(motif.pattern.converters)


ADRESSES = dict(motifs(get_resolver()))
LIGNES = {nom: [int(statut) for statut in statuts] for nom, *statuts in map(str.split, TABLE.strip().splitlines())}


@dataclass
class Maison:
    """All that a resource has in its space."""

    ressource: Ressource
    evenement: Evenement
    photo: PhotoEvenement
    attend: Lot
    confirme: Lot
    invitation: Invitation

    def adresse(self, nom: str) -> str:
        """Return an address of the space, about this resource as far as it can say."""
        valeurs: dict[str, Any] = {
            "cle": self.evenement.cle,
            "lien": f"{self.invitation.pk}.{self.invitation.grain}.devinee",
            "lot_id": (self.confirme if nom == "espace_paroles:ligne" else self.attend).pk,
            "numero": 1 if nom == "espace_paroles:ligne" else self.photo.pk,
        }
        chemin = reverse(nom, kwargs={argument: valeurs[argument] for argument in ADRESSES[nom]})
        return f"{chemin}?ressource={self.ressource.pk}"

    def envoi(self, nom: str) -> dict[str, Any]:
        """Return what would do the most harm."""
        gestes = {"espace_equipe": f"annuler:{self.invitation.pk}", "espace_paroles:lot": "abandonner"}
        cles = {"cle": str(self.evenement.cle), "revision": str(self.evenement.latest_revision_id)}
        champs = saisie(**cles, geste=gestes.get(nom, "apercu"), participants="3", mot="rien", prenom="Zoé")
        return champs | formulaire(collage="autre chose")

    def traces(self) -> list[Any]:
        """Return all that somebody could have changed."""
        return [
            list(lignes.order_by("pk").values())
            for lignes in (
                Evenement.objects.filter(ressource=self.ressource),
                Revision.objects.filter(object_id=str(self.evenement.pk)),
                BilanEvenement.objects.filter(evenement=self.evenement),
                PhotoEvenement.objects.filter(bilan__evenement=self.evenement),
                Lot.objects.filter(ressource=self.ressource),
                Depot.objects.filter(lot__ressource=self.ressource),
                Invitation.objects.filter(ressource=self.ressource),
                Ressource.contacts.through.objects.filter(ressource=self.ressource),
            )
        ]


@pytest.fixture
def maison(settings: Any, tmp_path: Any) -> Maison:
    """Return a resource with something everywhere."""
    settings.MEDIA_ROOT = tmp_path
    ressource: Ressource = RessourceFactory.create(nom=RESSOURCE)
    odile = un_contact(ressource)
    evenement = un_evenement_passe(ressource, titre=TITRE)
    donner_bilan(evenement=evenement, participants=1, mot=MOT, par=odile)
    attend, confirme = (preparer(chez(odile), collage=f"{texte} et {LIGNE}") for texte in ("du pain", "du thé"))
    confirmer(chez(odile), confirme)
    return Maison(
        ressource,
        evenement,
        une_photo(evenement),
        attend,
        confirme,
        inviter(ressource=ressource, adresse=INVITEE, par=odile),
    )


def personne() -> None:
    return None


def sans_ressource() -> Compte:
    return CompteFactory.create()


def toute_l_equipe() -> Compte:
    return une_personne_de(*PERMISSIONS)


def superutilisatrice() -> Compte:
    return une_superutilisatrice(is_staff=True)


COLONNES = {personne: 0, sans_ressource: 2, toute_l_equipe: 2, superutilisatrice: 2, un_contact: 4}


def client_de(compte: Compte | None) -> Client:
    return chez(compte) if compte else Client()


def test_chaque_adresse_de_l_espace_a_sa_ligne() -> None:
    assert sorted(set(LIGNES) ^ set(ADRESSES)) == []


@pytest.mark.parametrize(("qui", "rang"), COLONNES.items(), ids=[qui.__name__ for qui in COLONNES])
def test_personne_d_autre_ne_lit_ni_ne_change_rien(qui: Callable[[], Compte | None], rang: int, maison: Maison) -> None:
    compte, avant, recus = qui(), maison.traces(), {}
    for nom in ADRESSES:
        adresse, envoi = maison.adresse(nom), maison.envoi(nom)
        reponses = [client_de(compte).get(adresse), client_de(compte).post(adresse, envoi)]
        recus[nom] = [reponse.status_code for reponse in reponses]
        textes = [reponse.content.decode() for reponse in reponses]
        assert [mot for mot in SECRETS for texte in textes if mot in texte] == [], nom
        assert maison.traces() == avant, nom
    assert recus == {nom: statuts[rang : rang + 2] for nom, statuts in LIGNES.items()}


def test_ses_propres_personnes_lisent_tout(maison: Maison) -> None:
    odile = maison.ressource.contacts.get()
    lus = {nom: chez(odile).get(maison.adresse(nom)).status_code for nom in ADRESSES}
    assert lus == {nom: statuts[-1] for nom, statuts in LIGNES.items()}


def test_une_personne_d_une_ressource_n_ouvre_rien_de_l_administration() -> None:
    libres = SANS_ESSAI | {nom for nom, lettres in table().items() if lettres in {TOUS, SEUIL}}
    fermees = {nom: ou for nom, ou in adresses_de_l_admin(valeurs()).items() if nom not in libres}
    client = chez(un_contact())
    assert len(fermees) > len(libres)
    assert sorted({nom for nom, ou in fermees.items() for verbe in (client.get, client.post) if entre(verbe(ou))}) == []
