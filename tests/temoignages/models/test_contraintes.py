"""What the database itself refuses, whoever forces the row."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from temoignages.actions import retirer
from temoignages.etats import Echelon, EtatDepot, EtatTemoignage, Portee
from temoignages.models import Amorce, Consentement, Depot, Lot, ParticipationAtelier, Temoignage
from temoignages.models.temoignage import ALPHABET, LONGUEUR_ID, identifiant_opaque
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import AmorceFactory, un_depot, un_temoignage, une_personne

pytestmark = pytest.mark.django_db


@pytest.fixture
def temoignage() -> Temoignage:
    return un_temoignage()


def refuse(geste: Callable[[], object], contrainte: str) -> None:
    """Check that the database refuses, by the constraint of that name."""
    with pytest.raises(IntegrityError, match=contrainte), transaction.atomic():
        geste()


@pytest.mark.parametrize(
    ("champs", "contrainte"),
    [
        ({"decide_par": F("soumis_par")}, "publie_par_deux_personnes"),
        ({"decide_par": F("modifie_par")}, "publie_par_deux_personnes"),
        ({"soumis_par": F("decide_par")}, "publie_par_deux_personnes"),
        ({"modifie_par": F("decide_par")}, "publie_par_deux_personnes"),
        ({"decide_par": None}, "publie_par_deux_personnes"),
        ({"soumis_par": None}, "publie_par_deux_personnes"),
        ({"modifie_par": None}, "publie_par_deux_personnes"),
        ({"constats_ouverts": 1}, "publie_sans_passage_ouvert"),
        ({"constats_ouverts": None}, "publie_sans_passage_ouvert"),
        ({"detruit_le": timezone.now()}, "detruit_sans_texte"),
        ({"detruit_le": timezone.now(), "brut": None}, "detruit_sans_texte"),
        ({"detruit_le": timezone.now(), "propose": None}, "detruit_sans_texte"),
    ],
)
def test_un_depot_publie_ne_se_force_pas(temoignage: Temoignage, champs: dict[str, object], contrainte: str) -> None:
    refuse(lambda: Depot.objects.update(**champs), contrainte)
    refuse(lambda: Depot.objects.update(etat=EtatDepot.PUBLIE, **champs), contrainte)


def test_un_depot_recu_ne_se_publie_ni_par_update_ni_par_save() -> None:
    depot = un_depot()
    refuse(lambda: Depot.objects.update(etat=EtatDepot.PUBLIE), "publie_")
    refuse(lambda: Depot.objects.update(etat=EtatDepot.PUBLIE, constats_ouverts=0), "publie_par_deux_personnes")
    depot.etat = EtatDepot.PUBLIE
    refuse(depot.save, "publie_")
    depot.constats_ouverts = 0
    depot.soumis_par = depot.modifie_par = depot.decide_par = une_personne()
    refuse(depot.save, "publie_par_deux_personnes")


def test_un_temoignage_retire_n_a_pas_de_texte_et_un_publie_en_a_un(temoignage: Temoignage) -> None:
    refuse(lambda: Temoignage.objects.update(etat=EtatTemoignage.RETIRE), "retire_sans_texte")
    refuse(lambda: Temoignage.objects.update(texte=""), "retire_sans_texte")
    refuse(lambda: Temoignage.objects.update(etat="autre"), "retire_sans_texte")
    retirer(empreinte_code=temoignage.empreinte_code)
    refuse(lambda: Temoignage.objects.update(texte="revenu"), "retire_sans_texte")
    refuse(lambda: Temoignage.objects.update(etat=EtatTemoignage.PUBLIE), "retire_sans_texte")


@pytest.mark.parametrize(
    ("echelon", "avec_ressource", "region"),
    [
        (Echelon.QUEBEC, False, "05"),
        (Echelon.QUEBEC, True, ""),
        (Echelon.QUEBEC, True, "05"),
        (Echelon.REGION, True, "05"),
        (Echelon.REGION, False, ""),
        (Echelon.RESSOURCE, False, "05"),
        ("autre", False, ""),
    ],
)
def test_une_attribution_plus_fine_que_son_echelon_est_refusee(
    temoignage: Temoignage, echelon: str, avec_ressource: bool, region: str
) -> None:
    ressource = RessourceFactory.create() if avec_ressource else None
    champs = {"echelon": echelon, "ressource": ressource, "region": region}
    refuse(lambda: Temoignage.objects.update(**champs), "attribution_pas_plus_fine")


def test_un_code_une_ligne() -> None:
    depot, temoignage = un_depot(), un_temoignage()
    refuse(lambda: Depot.objects.exclude(pk=depot.pk).update(empreinte_code=depot.empreinte_code), "empreinte_code")
    refuse(
        lambda: Temoignage.objects.create(
            texte="x", edition=2027, echelon=Echelon.QUEBEC, empreinte_code=temoignage.empreinte_code
        ),
        "empreinte_code",
    )
    ligne = Consentement.objects.get(empreinte_code=temoignage.empreinte_code)
    ligne.pk = None
    refuse(ligne.save, "portee|un_consentement_par_usage")
    ligne.portee = Portee.PRESSE
    ligne.save()


def test_un_lot_et_ses_lignes_ne_se_doublent_pas() -> None:
    instant, par = timezone.now(), une_personne()
    lots = [Lot.objects.create(edition=2027, par=par, cree_le=instant, empreinte_fichier="f") for _ in range(2)]
    lots[0].confirme_le = lots[1].confirme_le = instant
    lots[0].save()
    refuse(lots[1].save, "empreinte_fichier")
    ressource = RessourceFactory.create()
    ParticipationAtelier.objects.create(lot=lots[0], ressource=ressource, nombre=3)
    refuse(lambda: ParticipationAtelier.objects.create(lot=lots[0], ressource=ressource, nombre=4), "ressource")
    refuse(lambda: ParticipationAtelier.objects.create(lot=lots[1], ressource=ressource, nombre=-1), "nombre")
    un_depot(lot=lots[0], ligne=2)
    with pytest.raises(IntegrityError):
        un_depot(lot=lots[0], ligne=2)


def test_une_phrase_ou_une_ressource_citee_ne_se_supprime_pas() -> None:
    un_depot(amorce=AmorceFactory.create(), ressource=RessourceFactory.create())
    for objet in (Amorce.objects.get(), Depot.objects.get().ressource):
        with pytest.raises(Exception, match="protected"):
            objet.delete()  # type: ignore[union-attr]  # the deposit has one


def test_l_adresse_est_opaque() -> None:
    tires = {identifiant_opaque() for _ in range(2000)}
    assert len(tires) > 1990
    assert all(len(tire) == LONGUEUR_ID and set(tire) <= set(ALPHABET) for tire in tires)
    assert not set("aeiouy01l") & set(ALPHABET)
    assert len(ALPHABET) == len(set(ALPHABET))


def test_la_vitrine_n_a_aucun_chemin_vers_la_chambre() -> None:
    cibles = {champ.related_model for champ in Temoignage._meta.get_fields() if champ.is_relation}
    assert not cibles & {Depot, Lot}
    assert "temoignage" not in {champ.name for champ in Depot._meta.get_fields()}


def test_l_ordre_du_mur_est_celui_des_editions_puis_un_ordre_qui_ne_dit_rien() -> None:
    ancien = un_temoignage("un texte", edition=2026)
    recents = [un_temoignage(f"texte {rang}") for rang in range(5)]
    assert [t.pk for t in Temoignage.objects.publies()] == [*sorted(t.pk for t in recents), ancien.pk]
