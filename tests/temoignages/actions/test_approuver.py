"""The gate: two people, the text that was read, nothing open, a live consent. Superusers included."""

import datetime

import pytest

from reseau.etats import TrancheMembres
from reseau.horloge import maintenant
from reseau.models import Compte
from temoignages.actions import Refus, approuver, lire, refuser, renvoyer
from temoignages.chambre.codes import empreinte
from temoignages.chambre.scelles import cle_de, sceller
from temoignages.etats import Echelon, EtatDepot, EtatTemoignage, MotifLecture, MotifRefus, MotifRenvoi, Portee
from temoignages.models import Consentement, Depot, Lot, ParticipationAtelier, Temoignage, Trace
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, un_temoignage, une_personne

pytestmark = pytest.mark.django_db


@pytest.fixture
def depot() -> Depot:
    """A deposit that awaits its second reader."""
    return soumettre_depot(un_depot(), une_personne())


@pytest.fixture
def seconde() -> Compte:
    return une_personne()


def vue(depot: Depot, par: Compte) -> str:
    return lire(depot=depot, par=par, motif=MotifLecture.APPROBATION).empreinte


def refus_de(depot: Depot, par: Compte, empreinte_vue: str = "") -> str:
    """Return the rule by which the gate refuses, after checking that nothing was published."""
    with pytest.raises(Refus) as refus:
        approuver(depot=depot, par=par, empreinte_vue=empreinte_vue)
    assert not Temoignage.objects.exists()
    assert Depot.objects.get(pk=depot.pk).etat != EtatDepot.PUBLIE
    assert not Consentement.objects.exclude(empreinte_texte="").exists()
    return refus.value.regle


def test_une_seconde_personne_publie_le_texte_lu(depot: Depot, seconde: Compte) -> None:
    temoignage = approuver_depot(depot, seconde)
    depot.refresh_from_db()

    assert temoignage.texte == "du monde qui écoute"
    assert (depot.etat, depot.decide_par) == (EtatDepot.PUBLIE, seconde)
    assert list(Temoignage.objects.publies()) == [temoignage]
    assert Consentement.objects.get().empreinte_texte == empreinte("approuve", temoignage.texte)
    assert Trace.objects.filter(verbe="approuver", objet_id=str(depot.pk), par=seconde).count() == 1
    assert not {str(depot.pk), str(depot.pk)[:8]} & {temoignage.pk, temoignage.url}


def test_qui_a_prepare_le_texte_ne_l_approuve_pas_meme_superusager(seconde: Compte) -> None:
    for par in (une_personne(), CompteFactory.create(is_superuser=True)):
        depot = soumettre_depot(un_depot(), par)
        assert refus_de(depot, par, vue(depot, par)) == "meme_personne"


def test_qui_a_modifie_le_texte_en_dernier_ne_l_approuve_pas(depot: Depot, seconde: Compte) -> None:
    Depot.objects.filter(pk=depot.pk).update(modifie_par=seconde)
    assert refus_de(depot, seconde, vue(depot, seconde)) == "meme_personne"


def test_le_contact_de_la_ressource_n_approuve_pas_meme_superusager() -> None:
    ressource = RessourceFactory.create()
    depot = soumettre_depot(un_depot(ressource=ressource), une_personne())
    for par in (une_personne(), CompteFactory.create(is_superuser=True)):
        lue = vue(depot, par)
        ressource.contacts.add(par)
        assert refus_de(depot, par, lue) == "contact"


def test_sans_le_droit_d_approuver_rien_ne_se_publie(depot: Depot) -> None:
    for par in (une_personne("moderer_depot"), CompteFactory.create(is_staff=True)):
        assert refus_de(depot, par, "") == "permission"


def test_un_texte_change_depuis_la_lecture_est_refuse(depot: Depot, seconde: Compte) -> None:
    lue = vue(depot, seconde)
    autre = sceller(cle_de(depot.pk), "depot.propose", depot.pk, "un autre texte")
    Depot.objects.filter(pk=depot.pk).update(propose=autre)
    for empreinte_vue in (lue, "", "x"):
        assert refus_de(depot, seconde, empreinte_vue) == "texte_change"


def test_un_passage_ouvert_est_refuse_meme_si_la_ligne_dit_zero(depot: Depot, seconde: Compte) -> None:
    force = sceller(cle_de(depot.pk), "depot.propose", depot.pk, "Merci à Gaétane.")
    Depot.objects.filter(pk=depot.pk).update(propose=force, constats_ouverts=0)
    depot.refresh_from_db()
    assert refus_de(depot, seconde, vue(depot, seconde)) == "constats"


def test_sans_consentement_vivant_rien_ne_se_publie(depot: Depot, seconde: Compte) -> None:
    lue = vue(depot, seconde)
    hier = datetime.date(2026, 11, 21)
    for changement in ({"jusqu_au": hier}, {"retire_le": hier}):
        Consentement.objects.update(**{"jusqu_au": datetime.date(2030, 1, 1), "retire_le": None, **changement})
        assert refus_de(depot, seconde, lue) == "consentement"
    Consentement.objects.all().delete()
    assert refus_de(depot, seconde, lue) == "consentement"


def test_le_dernier_jour_du_consentement_compte_encore(depot: Depot, seconde: Compte) -> None:
    Consentement.objects.update(jusqu_au=datetime.date(2026, 11, 22))
    assert approuver_depot(depot, seconde) in Temoignage.objects.publies()


@pytest.mark.parametrize(
    "changement",
    [
        {"portee": Portee.IMPRIME},
        {"jusqu_au": datetime.date(2026, 11, 21)},
        {"retire_le": datetime.date(2026, 11, 22)},
        {"edition": 2026},
        {"empreinte_code": "0" * 64},
        None,
    ],
    ids=["autre usage", "expiré", "retiré", "autre édition", "autre texte", "aucune ligne"],
)
def test_le_mur_ne_montre_que_ce_qu_un_consentement_web_vivant_permet(changement: dict[str, object] | None) -> None:
    temoignage = un_temoignage()
    assert list(Temoignage.objects.publies()) == [temoignage]
    if changement is None:
        Consentement.objects.all().delete()
    else:
        Consentement.objects.update(**changement)
    assert not Temoignage.objects.publies().exists()


def test_un_usage_autre_que_le_web_ne_se_montre_pas_sur_le_site() -> None:
    temoignage = un_temoignage(usages=[Portee.IMPRIME, Portee.OEUVRE])
    assert not Temoignage.objects.publies().exists()
    assert list(Temoignage.objects.autorises(Portee.OEUVRE)) == [temoignage]


def atelier(
    nombre: int,
    region: str,
    *,
    participants: int = 8,
    voulu: str = Echelon.RESSOURCE,
    sensible: bool = False,
    tranche: TrancheMembres = TrancheMembres.DE_20_A_49,
) -> Temoignage:
    """Publish the first of `nombre` texts of one resource whose workshop had `participants` people."""
    ressource = RessourceFactory.create(region=region, tranche_membres=tranche)
    lot = Lot.objects.create(edition=2027, par=une_personne(), cree_le=maintenant(), empreinte_fichier="f")
    choix = {"ressource": ressource, "attribution": voulu, "lot": lot}
    depots = [un_depot(f"phrase {rang} du groupe", ligne=rang, **choix) for rang in range(nombre)]
    ParticipationAtelier.objects.create(lot=lot, ressource=ressource, nombre=participants)
    depot = soumettre_depot(depots[0], une_personne())
    Depot.objects.filter(pk=depot.pk).update(theme_sensible=sensible)
    return approuver_depot(depot, une_personne())


def test_l_attribution_publiee_ne_garde_que_ce_qu_elle_montre() -> None:
    nommee, vague = atelier(3, "05"), atelier(2, "06")
    assert (nommee.echelon, nommee.region) == (Echelon.RESSOURCE, "05")
    assert nommee.ressource is not None
    assert (vague.echelon, vague.region, vague.ressource) == (Echelon.QUEBEC, "", None)
    assert atelier(3, "07", participants=4).echelon == Echelon.QUEBEC


def test_seule_dans_sa_region_une_ressource_ne_s_y_cache_pas() -> None:
    for temoignage in (atelier(3, "05", sensible=True), atelier(3, "06", voulu=Echelon.REGION)):
        assert (temoignage.echelon, temoignage.region, temoignage.ressource) == (Echelon.QUEBEC, "", None)


def test_un_theme_sensible_et_le_choix_de_la_personne_rendent_plus_vague() -> None:
    for voisine in RessourceFactory.create_batch(3, region="05"):
        soumettre_depot(un_depot("une phrase", ressource=voisine), une_personne())
    grande = TrancheMembres.DE_50_A_99
    for temoignage in (
        atelier(3, "05", sensible=True, tranche=grande),
        atelier(3, "05", voulu=Echelon.REGION, tranche=grande),
    ):
        assert (temoignage.echelon, temoignage.region, temoignage.ressource) == (Echelon.REGION, "05", None)
    # Under fifty members, its named texts of the same day would tell where this one comes from.
    assert atelier(3, "05", voulu=Echelon.REGION).region == ""
    assert atelier(3, "05", voulu=Echelon.QUEBEC).region == ""


def test_la_region_seule_se_montre_si_trois_ressources_y_parlent() -> None:
    ressources = RessourceFactory.create_batch(3, region="11")
    depots = [un_depot("une phrase", ressource=ressource, attribution=Echelon.REGION) for ressource in ressources]
    soumis = [soumettre_depot(depot, une_personne()) for depot in depots]
    assert approuver_depot(soumis[0], une_personne()).region == "11"
    Depot.objects.filter(pk=depots[2].pk).update(etat=EtatDepot.RETIRE)
    assert approuver_depot(soumis[1], une_personne()).region == ""


def test_ce_que_n_importe_qui_envoie_ne_compte_pas_comme_voisin() -> None:
    ressources = RessourceFactory.create_batch(3, region="11")
    depots = [un_depot("une phrase", ressource=ressource, attribution=Echelon.REGION) for ressource in ressources]
    assert approuver_depot(soumettre_depot(depots[0], une_personne()), une_personne()).region == ""


@pytest.mark.parametrize("motif", ["", "autre", "Gaétane"])
def test_renvoyer_et_refuser_demandent_une_raison_de_la_liste(depot: Depot, seconde: Compte, motif: str) -> None:
    for geste in (renvoyer, refuser):
        with pytest.raises(Refus, match="raison dans la liste"):
            geste(depot=depot, par=seconde, motif=motif)


def test_qui_a_soumis_ne_renvoie_ni_ne_refuse_seul(seconde: Compte) -> None:
    premiere = une_personne()
    depot = soumettre_depot(un_depot(), premiere)
    with pytest.raises(Refus, match="autre personne"):
        renvoyer(depot=depot, par=premiere, motif=MotifRenvoi.SENS)
    with pytest.raises(Refus, match="autre personne"):
        refuser(depot=depot, par=premiere, motif=MotifRefus.HORS_SUJET)


def test_un_texte_refuse_ne_se_publie_jamais(depot: Depot, seconde: Compte) -> None:
    lue = vue(depot, seconde)
    refuser(depot=depot, par=seconde, motif=MotifRefus.TIERS)
    assert refus_de(depot, une_personne(), lue) == "etat"
    depot.refresh_from_db()
    assert (depot.motif_refus, depot.decide_par) == (MotifRefus.TIERS, seconde)
    assert EtatTemoignage.PUBLIE not in Temoignage.objects.values_list("etat", flat=True)
