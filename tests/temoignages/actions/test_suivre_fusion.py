"""After a merge, the ladder keeps its promises: three resources to hide each other, three texts a person."""

import datetime
import secrets
from typing import Any

import pytest

from reseau.actions import fusionner
from reseau.etats import TrancheMembres
from reseau.models import Compte, Ressource
from temoignages.actions import recompter
from temoignages.etats import Echelon, EtatDepot
from temoignages.models import Comptage, Depot, EntreeRegistre, Generation, Lot, ParticipationAtelier, Temoignage, Trace
from tests.fabriques.pages import des_temoignages
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import un_depot, une_personne

pytestmark = pytest.mark.django_db


@pytest.fixture
def tenante() -> Compte:
    return une_personne("tenir_repertoire")


def nommable(nom: str, region: str = "05") -> Ressource:
    """Return a resource of which enough people spoke, in a workshop, to be named."""
    ressource = RessourceFactory.create(nom=nom, region=region, tranche_membres=TrancheMembres.CENT_ET_PLUS)
    lot = Lot.objects.create(
        edition=2026,
        par=une_personne(),
        cree_le=datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC),
        empreinte_fichier=secrets.token_hex(8),
    )
    ParticipationAtelier.objects.create(lot=lot, ressource=ressource, nombre=8)
    for _rang in range(3):
        un_depot(ressource=ressource, lot=lot, edition=2026)
    return ressource


def publies(d_ou: Ressource, nombre: int, auteur: str = "", **champs: Any) -> list[Temoignage]:
    """Return published texts of a resource, each with its deposit; `auteur`: all by one person."""
    valeurs: dict[str, Any] = {"echelon": Echelon.RESSOURCE, "ressource": d_ou, "region": d_ou.region, **champs}
    temoignages = des_temoignages(nombre, **valeurs)
    for temoignage in temoignages:
        depot = un_depot(ressource=d_ou, edition=2026)
        personne = une_personne()
        Depot.objects.filter(pk=depot.pk).update(
            empreinte_code=temoignage.empreinte_code,
            auteur=auteur or temoignage.empreinte_code,
            etat=EtatDepot.PUBLIE,
            soumis_par=personne,
            modifie_par=personne,
            decide_par=une_personne(),
            constats_ouverts=0,
        )
    return temoignages


def test_les_textes_suivent_et_les_comptes_restent_justes(tenante: Compte) -> None:
    gardee, absorbee = nommable("L’Envol", "05"), nommable("Envol", "13")
    publies(absorbee, 5)
    avant = Generation.actuelle()
    fusionner(gardee=gardee, absorbee=absorbee, par=tenante)
    assert {(t.ressource, t.region, t.echelon) for t in Temoignage.objects.all()} == {(gardee, "05", Echelon.RESSOURCE)}
    assert "L’Envol, une ressource alternative de l’Estrie" in Temoignage.objects.all()[0].attribution_texte
    assert Generation.actuelle() > avant
    tenus = set(Comptage.objects.filter(nombre__gt=0).values_list(*Comptage.CLE, "nombre"))
    recompter()
    assert tenus == set(Comptage.objects.values_list(*Comptage.CLE, "nombre"))
    assert set(Depot.objects.values_list("region", flat=True)) == {"05"}
    assert Trace.objects.filter(verbe="fusionner", objet_id=str(gardee.pk)).exists()


def test_une_region_qui_perd_sa_troisieme_ressource_ne_se_nomme_plus(tenante: Compte) -> None:
    trois = [RessourceFactory.create(nom=nom, tranche_membres=TrancheMembres.DE_20_A_49) for nom in ("A", "B", "C")]
    for ressource in trois:
        publies(ressource, 1, echelon=Echelon.REGION, ressource=None)
    fusionner(gardee=trois[0], absorbee=trois[1], par=tenante)
    assert {(t.echelon, t.region) for t in Temoignage.objects.all()} == {(Echelon.QUEBEC, "")}


@pytest.mark.parametrize(("nombre", "echelon"), [(1, Echelon.RESSOURCE), (2, Echelon.QUEBEC)])
def test_une_personne_qui_aurait_trop_de_textes_sous_un_nom_les_rend_tous_plus_vagues(
    nombre: int, echelon: str, tenante: Compte
) -> None:
    gardee, absorbee = nommable("L’Envol"), nommable("Envolée")
    publies(gardee, 2, auteur="a" * 64)
    publies(absorbee, nombre, auteur="a" * 64)
    publies(gardee, 3)
    fusionner(gardee=gardee, absorbee=absorbee, par=tenante)
    assert {t.echelon for t in Temoignage.objects.all()} == {echelon}
    assert EntreeRegistre.objects.filter(motif="fusionner").exists() == (echelon == Echelon.QUEBEC)
