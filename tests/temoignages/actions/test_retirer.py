"""Taking one's words back: at any moment, by the code or at one's word, for good."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model

from temoignages.actions import Refus, ecarter_rafale, lire, prendre, refuser, rejouer_retraits, retirer
from temoignages.chambre.codes import empreinte_code
from temoignages.chambre.scelles import cle_de
from temoignages.chambre.trousseau import ChambreFermee
from temoignages.coffre.models import CleDepot, RetraitConsigne
from temoignages.etats import EtatDepot, EtatTemoignage, MotifLecture, MotifRefus
from temoignages.models import Consentement, Depot, Temoignage, Trace
from tests.fabriques.temoignages import (
    AmorceFactory,
    approuver_depot,
    soumettre_depot,
    un_depot,
    un_depot_et_son_code,
    un_temoignage,
    une_personne,
)

pytestmark = pytest.mark.django_db


def jusqu_a_refuse(depot: Depot) -> object:
    lectrice = une_personne()
    return refuser(depot=prendre(depot=depot, par=lectrice), par=lectrice, motif=MotifRefus.ILLISIBLE)


MOMENTS: dict[str, Callable[[Depot], object]] = {
    "avant la lecture": lambda depot: depot.refresh_from_db(),
    "mis de côté": lambda depot: ecarter_rafale(depots=[depot.pk]),
    "pendant la lecture": lambda depot: prendre(depot=depot, par=une_personne()),
    "en seconde lecture": lambda depot: soumettre_depot(depot, une_personne()),
    "publié": lambda depot: approuver_depot(soumettre_depot(depot, une_personne()), une_personne()),
    "non retenu": jusqu_a_refuse,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_le_code_retire_a_tout_moment(moment: str) -> None:
    depot, code = un_depot_et_son_code()
    MOMENTS[moment](depot)
    retirer(empreinte_code=empreinte_code(f"  {code.upper()}. "))

    depot.refresh_from_db()
    assert (depot.etat, depot.brut, depot.propose) == (EtatDepot.RETIRE, None, None)
    assert depot.detruit_le is not None
    assert depot.decide_le is not None
    with pytest.raises(ChambreFermee):
        cle_de(depot.pk)
    assert not Temoignage.objects.publies().exists()
    assert not Temoignage.objects.exclude(texte="").exists()
    assert not Consentement.objects.filter(retire_le=None).exists()
    assert RetraitConsigne.objects.filter(pk=depot.empreinte_code).count() == 1
    assert Trace.objects.get(verbe="retirer").par is None


def test_retirer_deux_fois_c_est_retirer_une_fois() -> None:
    temoignage = un_temoignage()
    premiere = retirer(empreinte_code=temoignage.empreinte_code)
    consigne = RetraitConsigne.objects.values().get()
    seconde = retirer(empreinte_code=temoignage.empreinte_code)
    assert seconde.detruit_le == premiere.detruit_le
    assert RetraitConsigne.objects.values().get() == consigne
    assert Trace.objects.filter(verbe="retirer").count() == 1


@pytest.mark.parametrize("saisie", ["", "abaisser", "sept mots qui ne sont pas un", "\x00", "' OR 1=1 --"])
def test_un_code_inconnu_ne_retire_rien_et_n_entre_pas_au_registre(saisie: str) -> None:
    un_temoignage()
    with pytest.raises(Refus) as refus:
        retirer(empreinte_code=empreinte_code(saisie))
    assert refus.value.regle == "code"
    assert Temoignage.objects.publies().count() == 1
    assert not RetraitConsigne.objects.exists()


def test_le_code_d_une_personne_ne_touche_pas_les_mots_d_une_autre() -> None:
    reste, retire = un_temoignage("premiers mots"), un_temoignage("autres mots")
    retirer(empreinte_code=retire.empreinte_code)
    assert list(Temoignage.objects.publies()) == [reste]
    assert CleDepot.objects.count() == 1
    assert Consentement.objects.filter(retire_le=None).count() == 1


def test_le_personnel_retire_sur_parole_et_c_est_consigne() -> None:
    temoignage, personne = un_temoignage(), une_personne("retirer_depot")
    retirer(empreinte_code=temoignage.empreinte_code, par=personne)
    assert Trace.objects.get(verbe="retirer").par == personne
    assert not Temoignage.objects.publies().exists()


def test_le_personnel_sans_ce_droit_ne_retire_pas() -> None:
    temoignage = un_temoignage()
    with pytest.raises(Refus) as refus:
        retirer(empreinte_code=temoignage.empreinte_code, par=une_personne("moderer_depot", "approuver_depot"))
    assert refus.value.regle == "permission"
    assert Temoignage.objects.publies().exists()
    assert not RetraitConsigne.objects.exists()


def test_la_pierre_garde_l_edition_et_la_phrase_mais_pas_un_mot() -> None:
    amorce = AmorceFactory.create()
    temoignage = un_temoignage(amorce=amorce)
    retirer(empreinte_code=temoignage.empreinte_code)
    temoignage.refresh_from_db()
    assert (temoignage.etat, temoignage.texte) == (EtatTemoignage.RETIRE, "")
    assert (temoignage.edition, temoignage.amorce) == (2027, amorce)
    assert not Consentement.objects.exclude(empreinte_texte="").exists()


def test_personne_ne_rouvre_ce_qui_est_retire() -> None:
    depot, lectrice = un_depot(), une_personne()
    depot = prendre(depot=depot, par=lectrice)
    perime = Depot.objects.get(pk=depot.pk)
    retirer(empreinte_code=depot.empreinte_code)
    with pytest.raises(Refus) as refus:
        lire(depot=perime, par=lectrice, motif=MotifLecture.MODERATION)
    assert refus.value.regle == "permission"


MODELES: tuple[type[Model], ...] = (Depot, Temoignage, Consentement)


def restaurer(photo: dict[type[Model], list[dict[str, Any]]]) -> None:
    """Put rows back as a backup of the main database does; the safe is not restored."""
    for modele, lignes in photo.items():
        for ligne in lignes:
            modele._default_manager.filter(pk=ligne["id"]).update(**ligne)


def photographier() -> dict[type[Model], list[dict[str, Any]]]:
    """Return the rows that a withdrawal changes."""
    return {modele: [dict(ligne) for ligne in modele._default_manager.values()] for modele in MODELES}


@pytest.mark.parametrize("moment", MOMENTS)
def test_apres_une_restauration_le_registre_retire_de_nouveau(moment: str) -> None:
    depot, _ = un_depot_et_son_code()
    MOMENTS[moment](depot)
    reste = un_temoignage("ces mots restent")
    sauvegarde = photographier()
    retirer(empreinte_code=depot.empreinte_code)
    restaurer(sauvegarde)
    assert CleDepot.objects.count() == 1
    assert Depot.objects.filter(brut=None).count() == 0

    assert rejouer_retraits() == 1
    assert rejouer_retraits() == 0
    depot.refresh_from_db()
    assert (depot.etat, depot.brut, depot.propose) == (EtatDepot.RETIRE, None, None)
    assert list(Temoignage.objects.publies()) == [reste]
    assert not Temoignage.objects.filter(empreinte_code=depot.empreinte_code).exclude(texte="").exists()


def test_un_arret_juste_apres_le_registre_se_repare() -> None:
    temoignage = un_temoignage()
    RetraitConsigne.objects.create(pk=temoignage.empreinte_code, le=Depot.objects.get().recu_le)
    assert rejouer_retraits() == 1
    assert not Temoignage.objects.publies().exists()


def test_le_registre_ignore_ce_que_la_base_restauree_ne_connait_pas() -> None:
    depot = un_depot()
    retirer(empreinte_code=depot.empreinte_code)
    Depot.objects.all().delete()
    assert rejouer_retraits() == 0
    assert RetraitConsigne.objects.count() == 1


def test_un_temoignage_restaure_seul_est_retire_aussi() -> None:
    temoignage = un_temoignage()
    retirer(empreinte_code=temoignage.empreinte_code)
    Temoignage.objects.update(etat=EtatTemoignage.PUBLIE, texte="du monde qui écoute")
    Consentement.objects.update(retire_le=None)
    rejouer_retraits()
    assert not Temoignage.objects.publies().exists()
