"""Raw words are kept no longer than promised, and no shorter."""

import datetime
from uuid import UUID, uuid4

import pytest
from django.db.models import BinaryField

from reseau.horloge import maintenant
from temoignages.actions import (
    Garde,
    Refus,
    caviarder,
    constats_ouverts,
    detruire_echus,
    ecarter_rafale,
    lire,
    prendre,
    preparer_lot,
    ramener,
    refuser,
    retirer,
)
from temoignages.actions import conserver as module
from temoignages.actions.conserver import effacer
from temoignages.actions.prendre import ouvrir_textes
from temoignages.chambre.scelles import cle_de, creer_cle, detruire_cle, ouvrir
from temoignages.chambre.trousseau import ChambreFermee
from temoignages.coffre.models import CleDepot
from temoignages.etats import Duree, EtatDepot, MotifGarde, MotifLecture, MotifRefus, NatureIncident
from temoignages.models import DecisionConstat, Depot, Incident, Lot, Temoignage, Trace
from tests.fabriques.temoignages import soumettre_depot, un_depot, un_temoignage, une_personne

pytestmark = pytest.mark.django_db

FICHIER = "amorce;texte;ressource;attribution\n;du monde;La Passerelle;québec\n".encode()


def dans(jours: int) -> datetime.datetime:
    return maintenant() + datetime.timedelta(days=jours)


def un_depot_refuse() -> Depot:
    lectrice = une_personne()
    return refuser(depot=prendre(depot=un_depot(), par=lectrice), par=lectrice, motif=MotifRefus.HORS_SUJET)


def test_soixante_et_un_jours_apres_rien_ne_se_dechiffre() -> None:
    un_temoignage()
    depot = Depot.objects.get()
    scelle = bytes(depot.brut or b"")
    cle = cle_de(depot.pk)

    assert detruire_echus(instant=dans(61)) == 1
    depot.refresh_from_db()
    assert (depot.brut, depot.propose, depot.etat) == (None, None, EtatDepot.PUBLIE)
    with pytest.raises(ChambreFermee):
        cle_de(depot.pk)
    assert not CleDepot.objects.exists()
    assert ouvrir(cle, "depot.brut", depot.pk, scelle)  # a copy of both, kept outside, is what a backup must not have
    assert Temoignage.objects.publies().exists()


@pytest.mark.parametrize(("jours", "detruits"), [(0, 0), (57, 0), (58, 0), (59, 1), (60, 1), (400, 1)])
def test_la_destruction_vient_avant_le_soixantieme_jour_et_pas_avant_le_cinquante_neuvieme(
    jours: int, detruits: int
) -> None:
    depot = un_depot_refuse()
    assert detruire_echus(instant=dans(jours)) == detruits
    assert CleDepot.objects.filter(pk=depot.pk).exists() is not bool(detruits)
    if not detruits:
        assert ouvrir_textes(Depot.objects.get()).brut == "du monde qui écoute"


def test_tourner_deux_fois_ne_compte_rien_de_plus() -> None:
    un_temoignage()
    assert [detruire_echus(instant=dans(61)) for _ in range(3)] == [1, 0, 0]
    assert Trace.objects.filter(verbe="detruire").count() == 1


@pytest.mark.parametrize(("jours", "detruits"), [(0, 0), (321, 0), (322, 3), (400, 3)])
def test_ce_que_personne_ne_decide_se_garde_le_temps_que_la_personne_permet(jours: int, detruits: int) -> None:
    """Received on 22 November 2026, allowed until 9 October 2027, the eve of the next Journée."""
    un_depot(edition=2026)
    prendre(depot=un_depot(edition=2026), par=une_personne())
    soumettre_depot(un_depot(edition=2026), une_personne())
    assert detruire_echus(instant=dans(jours)) == detruits
    assert CleDepot.objects.count() == 3 - detruits
    assert Depot.objects.filter(etat=EtatDepot.REFUSE, brut=None).count() == detruits
    assert detruire_echus(instant=dans(jours)) == 0


@pytest.mark.parametrize(("jours", "detruits"), [(364, 0), (365, 1)])
def test_ce_que_personne_ne_decide_ne_se_garde_pas_plus_d_un_an(jours: int, detruits: int) -> None:
    depot = un_depot(duree=Duree.TROIS_ANS)
    assert detruire_echus(instant=dans(jours)) == detruits
    depot.refresh_from_db()
    assert (depot.motif_refus, depot.decide_par) == (MotifRefus.ILLISIBLE if detruits else "", None)
    assert Trace.objects.filter(verbe="perimer", objet_id=str(depot.pk)).count() == detruits


@pytest.mark.parametrize(("jours", "detruits"), [(13, 0), (14, 1)])
def test_ce_qui_n_est_deja_plus_permis_laisse_le_temps_d_avertir(jours: int, detruits: int) -> None:
    un_depot(edition=2013)
    assert detruire_echus(instant=dans(jours)) == detruits


def test_un_depot_perime_ne_reste_dans_aucune_file_et_son_code_le_dit() -> None:
    depot = un_depot()
    detruire_echus(instant=dans(400))
    assert not Depot.objects.a_lire().exists()
    with pytest.raises(Refus):
        prendre(depot=depot, par=une_personne())
    assert retirer(empreinte_code=depot.empreinte_code).etat == EtatDepot.RETIRE


def test_un_depot_publie_pendant_la_destruction_reste_publie(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the job listed as undecided is asked again, row locked."""
    un_temoignage()
    depot = Depot.objects.get()
    monkeypatch.setattr(module, "echeances_sans_decision", lambda: {depot.pk: maintenant().date()})
    assert detruire_echus() == 0
    assert Depot.objects.get().etat == EtatDepot.PUBLIE


def test_une_cle_sans_ligne_se_balaie_apres_un_jour_et_ouvre_un_incident() -> None:
    depot, lot = un_depot(), preparer_lot(octets=FICHIER, par=une_personne())
    orpheline = uuid4()
    creer_cle(orpheline)
    assert detruire_echus(instant=maintenant() + datetime.timedelta(hours=23)) == 0
    assert detruire_echus(instant=dans(1)) == 1
    assert set(CleDepot.objects.values_list("pk", flat=True)) == {depot.pk, lot.pk}
    assert Incident.objects.get().reference == str(orpheline)


def test_une_cle_sans_ses_mots_se_balaie_aussi() -> None:
    depot = un_depot_refuse()
    effacer(depot)
    creer_cle(depot.pk)
    assert detruire_echus(instant=dans(1)) == 1
    assert not CleDepot.objects.exists()


def test_un_coffre_sans_sa_base_ne_perd_aucune_cle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site on the wrong database must not destroy every key within the hour."""
    monkeypatch.setattr(module, "CLES_SANS_LIGNE_AU_PLUS", 3)
    for _ in range(4):
        creer_cle(uuid4())
    assert [detruire_echus(instant=dans(1)) for _ in range(2)] == [0, 0]
    assert CleDepot.objects.count() == 4
    assert Incident.objects.get().nature == NatureIncident.PERTE


def test_un_depot_retire_n_est_pas_detruit_deux_fois() -> None:
    depot = un_depot()
    retirer(empreinte_code=depot.empreinte_code)
    assert detruire_echus(instant=dans(61)) == 0


def test_les_empreintes_des_passages_gardes_partent_avec_les_mots() -> None:
    lectrice = une_personne()
    depot = prendre(depot=un_depot("Merci à Gaétane."), par=lectrice)
    textes = lire(depot=depot, par=lectrice, motif=MotifLecture.MODERATION)
    gardes = [Garde(c.debut, c.fin, MotifGarde.PUBLIC) for c in constats_ouverts(depot, textes.propose)]
    caviarder(depot=depot, par=lectrice, empreinte_vue=textes.empreinte, gardes=gardes)
    assert DecisionConstat.objects.exclude(empreinte="").count() == 1
    retirer(empreinte_code=depot.empreinte_code)
    assert DecisionConstat.objects.exclude(empreinte="").count() == 0
    assert DecisionConstat.objects.get().raison_garde == MotifGarde.PUBLIC


def test_une_cle_deja_detruite_n_empeche_pas_de_finir() -> None:
    """A crash between the safe and the main database is repaired by the next run."""
    un_depot_refuse()
    CleDepot.objects.all().delete()
    assert detruire_echus(instant=dans(61)) == 1
    assert Depot.objects.get().brut is None


@pytest.mark.parametrize(("jours", "detruits"), [(6, 0), (7, 1), (30, 1)])
def test_un_fichier_abandonne_se_detruit_apres_sept_jours(jours: int, detruits: int) -> None:
    lot = preparer_lot(octets=FICHIER, par=une_personne())
    assert detruire_echus(instant=dans(jours)) == detruits
    assert detruire_echus(instant=dans(jours)) == 0
    lot.refresh_from_db()
    assert (lot.contenu is None, lot.abandonne_le is not None, not lot.empreinte_fichier) == (bool(detruits),) * 3
    assert CleDepot.objects.filter(pk=lot.pk).exists() is not bool(detruits)


def test_chaque_colonne_scellee_est_videe_par_la_conservation() -> None:
    """A new sealed column must be added to `effacer`: this list is what it empties."""
    colonnes = {
        (modele.__name__, champ.name)
        for modele in (Depot, Lot)
        for champ in modele._meta.get_fields()
        if isinstance(champ, BinaryField)
    }
    assert colonnes == {("Depot", "brut"), ("Depot", "propose"), ("Depot", "demande_auteur"), ("Lot", "contenu")}


def test_un_retrait_pendant_la_destruction_reste_un_retrait(monkeypatch: pytest.MonkeyPatch) -> None:
    depots = [un_depot_refuse() for _ in range(2)]
    cibles = {depot.pk: depot for depot in depots}
    deja: set[UUID] = set()

    def retirer_l_autre(identifiant: UUID) -> None:
        if not deja:
            deja.add(identifiant)
            (autre,) = (depot for cle, depot in cibles.items() if cle != identifiant)
            retirer(empreinte_code=autre.empreinte_code)
        detruire_cle(identifiant)

    monkeypatch.setattr(module, "detruire_cle", retirer_l_autre)
    detruire_echus(instant=dans(61))
    assert sorted(Depot.objects.values_list("etat", flat=True)) == [EtatDepot.REFUSE, EtatDepot.RETIRE]


def test_effacer_un_objet_perime_ne_change_pas_l_etat() -> None:
    perime = un_depot()
    prendre(depot=perime, par=une_personne())
    effacer(perime)
    assert Depot.objects.get().etat == EtatDepot.EN_LECTURE


def test_un_depot_mis_de_cote_puis_detruit_ne_revient_pas_dans_la_file() -> None:
    depot = un_depot()
    ecarter_rafale(depots=[depot.pk])
    assert detruire_echus(instant=dans(61)) == 1
    with pytest.raises(Refus):
        ramener(depot=depot, par=une_personne())
    assert not Depot.objects.a_lire().exists()
