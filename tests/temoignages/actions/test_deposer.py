"""A deposit: stored once, sealed, under its code; a refusal keeps nothing."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connections
from pytest_django import Settings

from temoignages.actions import Demande, Recu, Refus, deja_recu, deposer, ecarter_rafale, ramener, retirer
from temoignages.chambre.codes import code_de, empreinte_code
from temoignages.chambre.scelles import cle_de, ouvrir
from temoignages.coffre.models import CleDepot
from temoignages.etats import Duree, Echelon, EtatDepot, Portee
from temoignages.models import Consentement, Depot, Trace
from temoignages.regles import LONGUEUR_MAX
from temoignages.taches import alerter_danger
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import un_depot, une_personne

pytestmark = pytest.mark.django_db


def demande(texte: str = "du monde qui écoute", **champs: object) -> Demande:
    valeurs = {"attribution": Echelon.QUEBEC, "usages": [Portee.WEB], **champs}
    return Demande(texte=texte, **valeurs)  # type: ignore[arg-type]  # a test may ask for anything


def compter() -> tuple[int, int, int, int]:
    return Depot.objects.count(), CleDepot.objects.count(), Consentement.objects.count(), Trace.objects.count()


def test_un_depot_est_scelle_et_son_code_n_est_nulle_part() -> None:
    recu = deposer(grain="g", demande=demande("  Merci\u200b à Gaétane\r\n"))
    depot = Depot.objects.get(pk=recu.depot_id)

    assert recu == Recu(code_de("g"), depot.pk, nouveau=True, urgent=False)
    assert depot.empreinte_code == empreinte_code(recu.code)
    for place in ("brut", "propose"):
        scelle = bytes(getattr(depot, place))
        assert b"Ga\xc3\xa9tane" not in scelle
        assert ouvrir(cle_de(depot.pk), f"depot.{place}", depot.pk, scelle) == "Merci à Gaétane"
    lignes = repr([list(modele.objects.values_list()) for modele in (Depot, Consentement, Trace, CleDepot)])
    assert not any(secret in lignes for secret in ("Gaétane", recu.code, *recu.code.split()[:1]))


def test_le_meme_grain_ne_garde_rien_deux_fois_et_redonne_le_meme_code() -> None:
    premier = deposer(grain="g", demande=demande("premiers mots"))
    avant = compter()
    second = deposer(grain="g", demande=demande("d’autres mots"))
    assert second == Recu(premier.code, premier.depot_id, nouveau=False, urgent=False)
    assert deja_recu(grain="g") == second
    assert compter() == avant


def test_renvoyer_le_formulaire_apres_un_retrait_ne_ramene_rien() -> None:
    recu = deposer(grain="g", demande=demande())
    retirer(empreinte_code=empreinte_code(recu.code))
    assert not deposer(grain="g", demande=demande()).nouveau
    assert Depot.objects.get().etat == EtatDepot.RETIRE
    assert not CleDepot.objects.exists()


@pytest.mark.parametrize(
    ("texte", "usages", "regle"),
    [
        ("", [Portee.WEB], "texte"),
        (" \u200b\x00 ", [Portee.WEB], "texte"),
        ("a", [Portee.WEB], "texte"),
        ("a" * (LONGUEUR_MAX + 1), [Portee.WEB], "texte"),
        ("a" * 20_000, [Portee.WEB], "texte"),
        ("du monde", [], "consentement"),
    ],
)
def test_un_refus_ne_garde_rien(texte: str, usages: list[str], regle: str) -> None:
    with pytest.raises(Refus) as refus:
        deposer(grain="g", demande=demande(texte, usages=usages))
    assert refus.value.regle == regle
    assert compter() == (0, 0, 0, 0)


def test_une_panne_de_base_ne_laisse_pas_de_cle_orpheline() -> None:
    with pytest.raises(Exception, match="ressource"):
        deposer(grain="g", demande=demande(ressource=RessourceFactory.build(), usages=[Portee.WEB]))
    assert compter() == (0, 0, 0, 0)


@pytest.mark.parametrize("longueur", [2, LONGUEUR_MAX])
def test_les_longueurs_limites_passent(longueur: int) -> None:
    assert deposer(grain="g", demande=demande("é" * longueur)).nouveau


@pytest.mark.parametrize("texte", ["<script>alert(1)</script>", "👩‍👩‍👧 ☕", "שלום לכולם", "'; DROP TABLE depot; --"])
def test_un_texte_etrange_se_garde_tel_quel(texte: str) -> None:
    depot = un_depot(texte)
    assert ouvrir(cle_de(depot.pk), "depot.brut", depot.pk, bytes(depot.brut or b"")) == texte


def test_chaque_usage_choisi_a_sa_ligne_et_aucun_autre(settings: Settings) -> None:
    settings.AUJOURDHUI = "2027-03-04"
    depot = un_depot(usages=[Portee.WEB, Portee.PRESSE, Portee.WEB], duree=Duree.TROIS_ANS, attribution=Echelon.REGION)
    lignes = Consentement.objects.filter(empreinte_code=depot.empreinte_code)
    assert sorted(lignes.values_list("portee", flat=True)) == [Portee.PRESSE, Portee.WEB]
    for ligne in lignes:
        assert (ligne.edition, ligne.attribution_max) == (2027, Echelon.REGION)
        assert (ligne.donne_le, ligne.jusqu_au) == (datetime.date(2027, 3, 4), datetime.date(2030, 10, 10))
        assert (ligne.retire_le, ligne.empreinte_texte) == (None, "")
        assert ligne.version_formulaire


def test_par_defaut_le_consentement_est_le_plus_court() -> None:
    un_depot()  # on 2026-11-22: the words are for 2027
    assert Consentement.objects.get().jusqu_au == datetime.date(2028, 10, 9)


def test_la_region_d_un_depot_est_celle_de_sa_ressource() -> None:
    ressource = RessourceFactory.create(region="11")
    assert un_depot(ressource=ressource, region="06").region == "11"
    assert un_depot(region="06").region == "06"


def test_un_danger_immediat_passe_en_premier_dans_la_file() -> None:
    calme = un_depot("du monde qui écoute")
    urgent = un_depot("je veux mourir")
    assert (calme.urgent, urgent.urgent) == (False, True)
    assert list(Depot.objects.a_lire()) == [urgent, calme]


def test_l_alerte_ne_dit_que_l_identifiant_aux_seuls_moderateurs_actifs() -> None:
    texte = "je veux mourir, dit Gaétane"
    moderatrice = une_personne("moderer_depot")
    une_personne("retirer_depot")
    une_personne("moderer_depot", is_active=False)
    une_personne("moderer_depot", email="")
    depot = un_depot(texte)

    assert alerter_danger.call(str(depot.pk)) == 1
    assert [message.to for message in mail.outbox] == [[moderatrice.email]]
    envoye = mail.outbox[0].message().as_string()
    assert str(depot.pk) in envoye
    assert "Gaétane" not in envoye
    assert "mourir" not in envoye


def test_une_rafale_est_mise_de_cote_sauf_ce_qui_est_deja_ouvert() -> None:
    depots = [un_depot(f"texte {rang}") for rang in range(3)]
    Depot.objects.filter(pk=depots[0].pk).update(etat=EtatDepot.EN_LECTURE)

    assert ecarter_rafale(depots=[depot.pk for depot in depots] + [uuid4()]) == 2
    assert ecarter_rafale(depots=[depot.pk for depot in depots]) == 0
    assert Depot.objects.ecartes().count() == 2
    assert list(Depot.objects.a_lire()) == [depots[0]]


def test_un_depot_mis_de_cote_revient_dans_la_file_par_la_main_d_une_moderatrice() -> None:
    depot = un_depot()
    ecarter_rafale(depots=[depot.pk])
    with pytest.raises(Refus, match="Votre compte"):
        ramener(depot=depot, par=une_personne("importer_depot"))
    ramener(depot=depot, par=une_personne("moderer_depot"))
    depot.refresh_from_db()
    assert (depot.etat, depot.decide_le) == (EtatDepot.RECU, None)


def test_huit_envois_du_meme_formulaire_en_meme_temps_gardent_une_ligne_et_une_cle(transactional_db: None) -> None:
    depart = Barrier(8)

    def envoyer(rang: int) -> Recu:
        try:
            depart.wait(20)
            return deposer(grain="g", demande=demande(f"mots numéro {rang}"))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as fils:
        recus = list(fils.map(envoyer, range(8)))

    assert sum(recu.nouveau for recu in recus) == 1
    assert {(recu.code, recu.depot_id) for recu in recus} == {(code_de("g"), Depot.objects.get().pk)}
    assert compter() == (1, 1, 1, 1)


def test_ce_qui_est_a_decider_se_compte_des_la_reception() -> None:
    recu = deposer(grain="g", demande=demande("Gaétane Vermillon, 54 ans, au 418 555-0187"))
    depot = Depot.objects.get(pk=recu.depot_id)
    assert (depot.constats_ouverts, depot.directs_ouverts) == (3, 2)
