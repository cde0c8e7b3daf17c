"""The day's reading: so many texts, then tomorrow; a possible danger always passes."""

from datetime import timedelta

import pytest

from reseau.horloge import maintenant
from reseau.models import Compte
from temoignages.actions import Refus, approuver, liberer, lire, prendre
from temoignages.actions.prendre import lectures_restantes
from temoignages.etats import MotifLecture
from temoignages.models import Trace
from tests.fabriques.temoignages import soumettre_depot, un_depot, une_personne

pytestmark = pytest.mark.django_db


def lectrice(nombre: int) -> Compte:
    return une_personne(lectures_par_jour=nombre)


def test_au_dela_du_nombre_prendre_est_refuse() -> None:
    par = lectrice(2)
    for _ in range(2):
        prendre(depot=un_depot(), par=par)
    with pytest.raises(Refus) as refus:
        prendre(depot=un_depot(), par=par)
    assert (refus.value.regle, lectures_restantes(par)) == ("plafond", 0)
    assert "La suite peut attendre demain." in str(refus.value)


def test_un_danger_possible_passe_toujours() -> None:
    par = lectrice(1)
    prendre(depot=un_depot(), par=par)
    assert prendre(depot=un_depot("je veux mourir"), par=par).pris_par == par


def test_relire_le_meme_texte_ne_compte_qu_une_fois() -> None:
    par = lectrice(2)
    depot = prendre(depot=un_depot(), par=par)
    for _ in range(3):
        lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    assert lectures_restantes(par) == 1


def test_un_texte_deja_lu_aujourd_hui_se_reprend() -> None:
    par = lectrice(1)
    depot = prendre(depot=un_depot(), par=par)
    liberer(depot=depot, par=par)
    assert prendre(depot=depot, par=par).pris_par == par


def test_une_seconde_lecture_compte_mais_n_est_pas_refusee() -> None:
    par, premiere = lectrice(1), une_personne()
    for _ in range(2):
        vu = lire(depot=(depot := soumettre_depot(un_depot(), premiere)), par=par, motif=MotifLecture.APPROBATION)
        approuver(depot=depot, par=par, empreinte_vue=vu.empreinte)
    assert lectures_restantes(par) == 0


def test_hier_et_les_autres_ne_comptent_pas() -> None:
    par = lectrice(1)
    prendre(depot=un_depot(), par=par)
    Trace.objects.update(le=maintenant() - timedelta(days=1))
    prendre(depot=un_depot(), par=une_personne())
    assert lectures_restantes(par) == 1
    prendre(depot=un_depot(), par=par)


def test_la_journee_commence_a_minuit_ici() -> None:
    par = lectrice(1)
    prendre(depot=un_depot(), par=par)
    minuit = maintenant().replace(hour=0, minute=0, second=0, microsecond=0)
    Trace.objects.update(le=minuit)
    assert lectures_restantes(par) == 0
    Trace.objects.update(le=minuit - timedelta(seconds=1))
    assert lectures_restantes(par) == 1


def test_soixante_textes_passent_avec_le_nombre_de_depart() -> None:
    par = une_personne()
    for _ in range(60):
        prendre(depot=un_depot(), par=par)
    assert lectures_restantes(par) == 60


def test_une_superutilisatrice_a_aussi_son_nombre() -> None:
    par = lectrice(1)
    par.is_superuser = True
    prendre(depot=un_depot(), par=par)
    with pytest.raises(Refus):
        prendre(depot=un_depot(), par=par)
