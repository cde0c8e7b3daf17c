"""The paper workshop: the real file of sixty sentences, its slips, and who may."""

import csv
from importlib import import_module

import pytest

from reseau.models import Compte, Ressource
from site_campagne.demo.atelier import EDITION, FICHIER, PARTICIPANTS
from temoignages.actions import (
    Confirmation,
    Refus,
    Talon,
    abandonner_lot,
    confirmer_lot,
    lire_lot,
    noms_permis,
    preparer_lot,
    retirer,
)
from temoignages.actions.confronter import LotLu
from temoignages.chambre.codes import empreinte_code
from temoignages.chambre.scelles import cle_de, ouvrir
from temoignages.coffre.models import CleDepot
from temoignages.etats import Duree, Echelon, EtatDepot, Portee
from temoignages.models import Consentement, Depot, Lot, ParticipationAtelier, Trace
from temoignages.regles import fin_de_consentement
from tests.fabriques.temoignages import le_repertoire_de_la_demo, une_personne

pytestmark = pytest.mark.django_db

importer, module_deposer = (import_module(f"temoignages.actions.{nom}") for nom in ("importer", "deposer"))
OCTETS = FICHIER.read_bytes()
ATTESTE = Confirmation(attestation=True)


@pytest.fixture
def importatrice() -> Compte:
    return une_personne("importer_depot")


@pytest.fixture
def lot(importatrice: Compte) -> Lot:
    """The demo's workshop file, sealed and not yet confirmed."""
    le_repertoire_de_la_demo()
    return preparer_lot(octets=OCTETS, par=importatrice, edition=EDITION)


def confirmer(lot: Lot, par: Compte, grain: str = "g", confirmation: Confirmation = ATTESTE) -> list[Talon]:
    """Confirm as a request does: on a row just read."""
    return confirmer_lot(lot=Lot.objects.get(pk=lot.pk), par=par, grain=grain, confirmation=confirmation)


def regle(geste: object, **champs: object) -> str:
    """Return the rule by which an action refuses."""
    with pytest.raises(Refus) as refus:
        geste(**champs)  # type: ignore[operator]  # an action
    return refus.value.regle


def test_les_soixante_phrases_se_lisent_sans_une_erreur(lot: Lot, importatrice: Compte) -> None:
    lu = lire_lot(lot=lot, par=importatrice)
    assert (len(lu.lignes), len(lu.valides), lu.erreurs, lu.encodage) == (60, 60, [], "UTF-8")
    assert [ligne.numero for ligne in lu.lignes] == list(range(2, 62))
    assert not any(ligne.double_de for ligne in lu.lignes)
    assert {ressource.nom for ressource in lu.ressources} == set(PARTICIPANTS)
    assert not Depot.objects.exists()


def test_importer_donne_soixante_depots_et_soixante_codes(lot: Lot, importatrice: Compte) -> None:
    talons = confirmer(lot, importatrice)
    with FICHIER.open(encoding="utf-8", newline="") as fichier:
        attendues = [ligne["texte"].strip() for ligne in csv.DictReader(fichier, delimiter=";")]
    depots = list(Depot.objects.order_by("ligne"))

    assert [talon.ligne for talon in talons] == list(range(2, 62))
    assert len({talon.code for talon in talons}) == 60
    assert [depot.empreinte_code for depot in depots] == [empreinte_code(talon.code) for talon in talons]
    ouverts = [ouvrir(cle_de(d.pk), "depot.brut", d.pk, bytes(d.brut or b"")) for d in depots]
    assert ouverts == attendues
    assert {depot.etat for depot in depots} == {EtatDepot.RECU}
    assert {depot.attribution_voulue for depot in depots} == set(Echelon)
    assert all(d.amorce and d.ressource and d.region == d.ressource.region for d in depots)
    assert {depot.edition for depot in depots} == {EDITION}


def test_importer_detruit_le_fichier_et_ne_garde_que_son_compte(lot: Lot, importatrice: Compte) -> None:
    confirmer(lot, importatrice)
    lot.refresh_from_db()
    assert (lot.contenu, lot.lignes) == (None, 60)
    assert lot.confirme_le is not None
    assert not CleDepot.objects.filter(pk=lot.pk).exists()
    assert CleDepot.objects.count() == 60
    assert regle(lire_lot, lot=lot, par=importatrice) == "deja_confirme"


def test_les_consentements_sont_le_web_pour_la_duree_attestee(lot: Lot, importatrice: Compte) -> None:
    confirmer(lot, importatrice, confirmation=Confirmation(attestation=True, duree=Duree.TROIS_ANS))
    assert Consentement.objects.count() == 60
    assert set(Consentement.objects.values_list("portee", "jusqu_au")) == {
        (Portee.WEB, fin_de_consentement(EDITION, Duree.TROIS_ANS))
    }


def test_les_personnes_presentes_sont_consignees(lot: Lot, importatrice: Compte) -> None:
    presents = {Ressource.objects.get(nom=nom).pk: nombre for nom, nombre in PARTICIPANTS.items()}
    confirmer(lot, importatrice, confirmation=Confirmation(attestation=True, participants=presents))
    lignes = ParticipationAtelier.objects.values_list("ressource__nom", "nombre")
    assert dict(lignes) == PARTICIPANTS


def test_renvoyer_le_meme_formulaire_redonne_les_memes_talons(lot: Lot, importatrice: Compte) -> None:
    premiers = confirmer(lot, importatrice)
    assert confirmer(lot, importatrice) == premiers
    assert Depot.objects.count() == 60


def test_un_double_clic_redonne_les_memes_talons(lot: Lot, importatrice: Compte) -> None:
    second = Lot.objects.get(pk=lot.pk)
    premiers = confirmer(lot, importatrice)
    assert confirmer_lot(lot=second, par=importatrice, grain="g", confirmation=ATTESTE) == premiers


def test_un_autre_formulaire_ou_une_autre_personne_n_a_pas_les_talons(lot: Lot, importatrice: Compte) -> None:
    confirmer(lot, importatrice)
    lot.refresh_from_db()
    autre = une_personne()
    for par, grain, attendue in ((importatrice, "autre grain", "deja_confirme"), (autre, "g", "permission")):
        assert regle(confirmer_lot, lot=lot, par=par, grain=grain, confirmation=ATTESTE) == attendue


def test_le_meme_fichier_ne_s_importe_pas_deux_fois(lot: Lot, importatrice: Compte) -> None:
    confirmer(lot, importatrice)
    for par in (importatrice, une_personne()):
        assert regle(preparer_lot, octets=OCTETS, par=par) == "deja_importe"
    assert Lot.objects.count() == 1


def test_le_meme_fichier_prepare_deux_fois_ne_s_importe_qu_une(lot: Lot, importatrice: Compte) -> None:
    second = preparer_lot(octets=OCTETS, par=importatrice, edition=EDITION)
    confirmer(lot, importatrice)
    assert regle(confirmer_lot, lot=second, par=importatrice, grain="h", confirmation=ATTESTE) == "deja_importe"
    assert Depot.objects.count() == 60
    assert CleDepot.objects.filter(pk__in=list(Depot.objects.values_list("pk", flat=True))).count() == 60
    assert CleDepot.objects.count() <= 61


def test_le_meme_grain_pour_deux_fichiers_ne_perd_rien(lot: Lot, importatrice: Compte) -> None:
    autre = preparer_lot(octets=OCTETS.replace(b"DIRE NON", b"DIRE OUI"), par=importatrice, edition=EDITION)
    codes = {talon.code for un in (lot, autre) for talon in confirmer(un, importatrice)}
    assert (len(codes), Depot.objects.count()) == (120, 120)


def test_sans_attestation_rien_ne_s_importe(lot: Lot, importatrice: Compte) -> None:
    sans = Confirmation(attestation=False)
    assert regle(confirmer_lot, lot=lot, par=importatrice, grain="g", confirmation=sans) == "attestation"
    assert not Depot.objects.exists()


def test_le_fichier_d_une_autre_personne_est_ferme_meme_avec_tous_les_droits(lot: Lot) -> None:
    autre = une_personne()
    Compte.objects.filter(pk=autre.pk).update(is_superuser=True)
    for geste in (lire_lot, abandonner_lot):
        assert regle(geste, lot=lot, par=autre) == "permission"
    assert regle(confirmer_lot, lot=lot, par=autre, grain="g", confirmation=ATTESTE) == "permission"
    lot.refresh_from_db()
    assert lot.contenu is not None


def test_sans_le_droit_d_importer_rien_ne_se_prepare() -> None:
    sans = une_personne("moderer_depot", "approuver_depot", "retirer_depot")
    assert regle(preparer_lot, octets=OCTETS, par=sans) == "permission"
    assert not Lot.objects.exists()
    assert not CleDepot.objects.exists()


def test_abandonner_detruit_le_fichier(lot: Lot, importatrice: Compte) -> None:
    abandonner_lot(lot=lot, par=importatrice)
    lot.refresh_from_db()
    assert (lot.contenu, lot.confirme_le) == (None, None)
    assert lot.abandonne_le is not None
    assert lot.empreinte_fichier == ""
    assert not CleDepot.objects.exists()
    assert regle(confirmer_lot, lot=lot, par=importatrice, grain="g", confirmation=ATTESTE) == "deja_confirme"
    assert preparer_lot(octets=OCTETS, par=importatrice).pk != lot.pk


def test_un_fichier_confirme_dans_un_autre_onglet_ne_s_abandonne_pas(lot: Lot, importatrice: Compte) -> None:
    perime = Lot.objects.get(pk=lot.pk)
    confirmer(lot, importatrice)
    assert regle(abandonner_lot, lot=perime, par=importatrice) == "deja_confirme"
    assert Lot.objects.get().confirme_le is not None


def test_un_fichier_sans_cle_est_refuse(lot: Lot, importatrice: Compte) -> None:
    CleDepot.objects.all().delete()
    assert regle(lire_lot, lot=lot, par=importatrice) in {"detruit", "fichier", "deja_confirme"}


def test_chaque_talon_retire_sa_ligne_et_elle_seule(lot: Lot, importatrice: Compte) -> None:
    talons = confirmer(lot, importatrice)
    for talon in talons[:5]:
        retirer(empreinte_code=empreinte_code(talon.code.upper()))
    assert set(Depot.objects.filter(etat=EtatDepot.RETIRE).values_list("ligne", flat=True)) == {2, 3, 4, 5, 6}
    assert CleDepot.objects.count() == 55


def test_lire_et_confirmer_laissent_une_trace_sans_un_mot(lot: Lot, importatrice: Compte) -> None:
    confirmer(lot, importatrice)
    traces = Trace.objects.filter(objet="lot")
    assert sorted(traces.values_list("verbe", flat=True)) == ["confirmer", "lire", "preparer"]
    assert set(traces.values_list("par", "objet_id")) == {(importatrice.pk, str(lot.pk))}
    assert LotLu((), "").valides == []


def test_les_noms_permis_ne_se_cherchent_qu_une_fois_par_envoi(
    lot: Lot, importatrice: Compte, monkeypatch: pytest.MonkeyPatch
) -> None:
    appels: list[tuple[str, ...]] = []

    def compter() -> tuple[str, ...]:
        appels.append(noms_permis())
        return appels[-1]

    monkeypatch.setattr(importer, "noms_permis", compter)
    monkeypatch.setattr(module_deposer, "noms_permis", lambda: pytest.fail("une fois par ligne"))
    confirmer(lot, importatrice)
    assert len(appels) == 1
    assert not Depot.objects.filter(directs_ouverts=None).exists()
    assert Depot.objects.get(ligne=13).directs_ouverts == 1
