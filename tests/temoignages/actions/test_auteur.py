"""One person, several texts: one code for all, at most three in one place, taken back together."""

from functools import partial
from importlib import import_module

import pytest

from temoignages.actions import Demande, Refus, deja_recu, deposer, lire, rejouer_retraits, retirer, retirer_tout
from temoignages.actions.approuver import TEXTES_PAR_AUTEUR, approuver, deja_publies
from temoignages.chambre.codes import code_de, empreinte_code
from temoignages.coffre.models import CleDepot, RetraitConsigne
from temoignages.etats import Echelon, EtatDepot, EtatTemoignage, MotifLecture, Portee
from temoignages.models import Consentement, Depot, Temoignage, Trace
from temoignages.suivi import auteur_de
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, un_temoignage, une_personne

from .test_concurrence import ensemble

pytestmark = pytest.mark.django_db


class Panne(Exception):
    """The machine stops."""


def demande(auteur: str = "") -> Demande:
    return Demande(texte="du monde", attribution=Echelon.QUEBEC, usages=[Portee.WEB], auteur=auteur)


def publier(depot: Depot) -> Temoignage:
    return approuver_depot(soumettre_depot(depot, une_personne()), une_personne())


def refus_de_publier(depot: Depot) -> str:
    with pytest.raises(Refus) as refus:
        publier(depot)
    return refus.value.regle


def test_un_texte_de_plus_va_sous_le_code_que_la_personne_a_deja() -> None:
    premier = deposer(grain="un", demande=demande())
    auteur = auteur_de(premier.code)
    second = deposer(grain="deux", demande=demande(auteur))
    assert (premier.rattache, second.rattache, second.code) == (False, True, "")
    assert list(Depot.objects.values_list("auteur", flat=True)) == [auteur, auteur]
    assert auteur_de(code_de("deux")) == auteur, "its own code opens all of them too"
    assert Depot.objects.filter(empreinte_code=empreinte_code(code_de("deux"))).exists()


def test_le_meme_envoi_deux_fois_donne_la_meme_reponse_sans_nouveau_code() -> None:
    auteur = un_depot().auteur
    deposer(grain="deux", demande=demande(auteur))
    second = deposer(grain="deux", demande=demande())
    assert second == deja_recu(grain="deux")
    assert (second.nouveau, second.rattache, second.code) == (False, True, "")
    assert Depot.objects.count() == 2


def test_un_auteur_inconnu_ne_recoit_rien_et_ne_laisse_pas_de_cle() -> None:
    with pytest.raises(Refus) as refus:
        deposer(grain="un", demande=demande("0" * 64))
    assert refus.value.regle == "code"
    assert not Depot.objects.exists()
    assert not CleDepot.objects.exists()


def test_trois_textes_par_personne_et_par_ressource() -> None:
    ressource, ailleurs = RessourceFactory.create(), RessourceFactory.create()
    premier = un_depot(ressource=ressource)
    suite = [un_depot(ressource=ressource, auteur=premier.auteur) for _ in range(TEXTES_PAR_AUTEUR)]
    for depot in (premier, *suite[:2]):
        publier(depot)
    assert refus_de_publier(suite[2]) == "limite_auteur"
    publier(un_depot(ressource=ailleurs, auteur=premier.auteur))
    publier(un_depot(ressource=ressource))
    assert deja_publies(suite[2]) == TEXTES_PAR_AUTEUR


def test_la_limite_ne_connait_pas_de_superusager() -> None:
    premier = un_depot()
    for depot in (premier, *(un_depot(auteur=premier.auteur) for _ in range(2))):
        publier(depot)
    depot = soumettre_depot(un_depot(auteur=premier.auteur), une_personne())
    with pytest.raises(Refus, match="trois textes"):
        approuver_depot(depot, CompteFactory.create(is_superuser=True))
    assert Temoignage.objects.count() == TEXTES_PAR_AUTEUR


def test_sans_ressource_la_limite_est_de_trois_par_edition() -> None:
    premier = un_depot(edition=2026)
    for depot in (premier, *(un_depot(auteur=premier.auteur, edition=2026) for _ in range(2))):
        publier(depot)
    assert refus_de_publier(un_depot(auteur=premier.auteur, edition=2026)) == "limite_auteur"
    publier(un_depot(auteur=premier.auteur, edition=2027))


def test_un_texte_retire_laisse_la_place_a_un_autre() -> None:
    premier = un_depot()
    suite = [un_depot(auteur=premier.auteur) for _ in range(3)]
    for depot in (premier, *suite[:2]):
        publier(depot)
    assert refus_de_publier(suite[2]) == "limite_auteur"
    retirer(empreinte_code=premier.empreinte_code)
    approuver_depot(suite[2], une_personne())


def test_tout_retirer_reprend_chaque_texte_ou_qu_il_en_soit_et_ceux_de_personne_d_autre() -> None:
    publie = un_temoignage()
    premier = Depot.objects.get()
    un_depot(auteur=premier.auteur)
    soumettre_depot(un_depot(auteur=premier.auteur), une_personne())
    reste = un_temoignage("ces mots restent")
    for _ in range(2):
        assert [depot.etat for depot in retirer_tout(auteur=premier.auteur)] == [EtatDepot.RETIRE] * 3
    assert list(Temoignage.objects.publies()) == [reste]
    assert RetraitConsigne.objects.count() == Trace.objects.filter(verbe="retirer").count() == 3
    assert CleDepot.objects.count() == 1
    assert not Consentement.objects.filter(empreinte_code=publie.empreinte_code, retire_le=None).exists()


def test_retirer_un_texte_laisse_les_autres() -> None:
    premier = un_depot()
    autre = publier(un_depot(auteur=premier.auteur))
    retirer(empreinte_code=premier.empreinte_code)
    assert list(Temoignage.objects.publies()) == [autre]


def test_tout_retirer_demande_un_auteur_connu_et_au_personnel_son_droit() -> None:
    premier = un_depot()
    for auteur in ("", "0" * 64):
        with pytest.raises(Refus, match="aucun texte"):
            retirer_tout(auteur=auteur)
    with pytest.raises(Refus, match="ne permet pas"):
        retirer_tout(auteur=premier.auteur, par=une_personne("moderer_depot"))
    assert Depot.objects.get().etat == EtatDepot.RECU
    assert not RetraitConsigne.objects.exists()
    retirer_tout(auteur=premier.auteur, par=CompteFactory.create(is_superuser=True))
    assert Depot.objects.get().etat == EtatDepot.RETIRE


def test_un_arret_au_milieu_se_repare_par_le_registre(monkeypatch: pytest.MonkeyPatch) -> None:
    premier = un_depot()
    publier(un_depot(auteur=premier.auteur))

    def tomber(*_arguments: object) -> None:
        raise Panne

    with monkeypatch.context() as patch:
        patch.setattr(import_module("temoignages.actions.retirer"), "_retirer", tomber)
        with pytest.raises(Panne):
            retirer_tout(auteur=premier.auteur)
    assert Temoignage.objects.publies().exists()
    assert rejouer_retraits() == 2
    assert set(Depot.objects.values_list("etat", flat=True)) == {EtatDepot.RETIRE}


@pytest.mark.django_db(transaction=True)
def test_deux_approbations_ensemble_ne_passent_pas_la_limite() -> None:
    premier = un_depot()
    for depot in (premier, un_depot(auteur=premier.auteur)):
        publier(depot)
    candidats = [soumettre_depot(un_depot(auteur=premier.auteur), une_personne()) for _ in range(3)]
    gestes = []
    for depot in candidats:
        par = une_personne()
        vue = lire(depot=depot, par=par, motif=MotifLecture.APPROBATION).empreinte
        gestes.append(partial(approuver, depot=depot, par=par, empreinte_vue=vue))
    assert ensemble(gestes) == ["", "limite_auteur", "limite_auteur"]
    assert Temoignage.objects.count() == TEXTES_PAR_AUTEUR


@pytest.mark.django_db(transaction=True)
def test_tout_retirer_pendant_une_approbation_l_emporte() -> None:
    premier = un_depot()
    depot, par = soumettre_depot(un_depot(auteur=premier.auteur), une_personne()), une_personne()
    vue = lire(depot=depot, par=par, motif=MotifLecture.APPROBATION).empreinte
    issues = ensemble(
        [
            partial(approuver, depot=depot, par=par, empreinte_vue=vue),
            partial(retirer_tout, auteur=premier.auteur),
            partial(retirer_tout, auteur=premier.auteur),
        ]
    )
    assert issues in (["", "", ""], ["", "", "etat"], ["", "", "detruit"])
    assert set(Depot.objects.values_list("etat", flat=True)) == {EtatDepot.RETIRE}
    assert not Temoignage.objects.filter(etat=EtatTemoignage.PUBLIE).exists()
