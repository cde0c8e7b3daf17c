"""The register: one row a decision, no text; attributions that follow the network, only to coarsen."""

import datetime
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries, Settings

from reseau.etats import TrancheMembres
from reseau.horloge import maintenant
from reseau.models import Ressource
from temoignages.actions import Refus, approuver, caviarder, constats_ouverts, lire, prendre, retirer, soumettre
from temoignages.actions.caviarder import Garde
from temoignages.actions.registre import a_reevaluer, recalculer_attributions, reevaluer
from temoignages.etats import Echelon, EtatDepot, EtatTemoignage, MotifGarde, MotifLecture, Risque
from temoignages.models import Depot, EntreeRegistre, Lot, ParticipationAtelier, Temoignage, Trace
from temoignages.regles import (
    ECHELLE,
    RISQUES,
    Entourage,
    Exposition,
    date_de_reevaluation,
    echelon_permis,
    echelon_revu,
    evaluer,
)
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, un_temoignage, une_personne

EXPOSITIONS = st.builds(
    Exposition,
    echelon=st.sampled_from(ECHELLE),
    candidats=st.one_of(st.none(), st.integers(0, 200)),
    longueur=st.integers(1, 3000),
    gardes=st.integers(0, 6),
    theme_sensible=st.booleans(),
)


def exposition(**champs: object) -> Exposition:
    base = {"echelon": Echelon.QUEBEC, "candidats": None, "longueur": 30, "gardes": 0, "theme_sensible": False}
    return Exposition(**{**base, **champs})  # type: ignore[arg-type]  # values of one dict


def un_groupe(region: str = "05", textes: int = 3, tranche: str = TrancheMembres.DE_20_A_49) -> list[Temoignage]:
    """Publish `textes` texts of a new resource whose workshop had eight people."""
    ressource = RessourceFactory.create(region=region, tranche_membres=tranche)
    lot = Lot.objects.create(edition=2027, par=une_personne(), cree_le=maintenant(), empreinte_fichier="f")
    ParticipationAtelier.objects.create(lot=lot, ressource=ressource, nombre=8)
    choix = {"ressource": ressource, "region": region, "attribution": Echelon.RESSOURCE, "lot": lot}
    depots = [un_depot(f"phrase {rang} du groupe", ligne=rang, **choix) for rang in range(textes)]
    return [approuver_depot(soumettre_depot(depot, une_personne()), une_personne()) for depot in depots]


@pytest.mark.parametrize(
    ("champs", "risques"),
    [
        ({}, "faible faible faible faible"),
        ({"echelon": Echelon.RESSOURCE, "candidats": 50}, "faible faible faible faible"),
        ({"echelon": Echelon.RESSOURCE, "candidats": 49}, "moyen faible faible moyen"),
        ({"echelon": Echelon.RESSOURCE, "candidats": 19}, "eleve faible faible eleve"),
        ({"longueur": 141}, "faible moyen faible moyen"),
        ({"longueur": 1001}, "faible eleve faible eleve"),
        ({"echelon": Echelon.RESSOURCE, "candidats": 80, "longueur": 141}, "faible eleve faible eleve"),
        ({"gardes": 3}, "moyen moyen faible moyen"),
        ({"theme_sensible": True}, "faible faible moyen moyen"),
        ({"echelon": Echelon.REGION, "candidats": 49, "theme_sensible": True}, "moyen faible eleve eleve"),
        ({"gardes": 3, "theme_sensible": True}, "moyen moyen moyen eleve"),
    ],
)
def test_les_trois_criteres_suivent_ce_qui_est_public(champs: dict[str, object], risques: str) -> None:
    vu = evaluer(exposition(**champs))
    assert f"{vu.individualisation} {vu.correlation} {vu.inference} {vu.risque_residuel}" == risques


@given(EXPOSITIONS, EXPOSITIONS)
def test_plus_expose_n_est_jamais_moins_risque(une: Exposition, autre: Exposition) -> None:
    foule = [sum(1e9 if c is None else c for c in (e.candidats,)) for e in (une, autre)]
    pire = Exposition(
        echelon=min(une.echelon, autre.echelon, key=lambda e: ECHELLE.index(Echelon(e))),
        candidats=une.candidats if foule[0] <= foule[1] else autre.candidats,
        longueur=max(une.longueur, autre.longueur),
        gardes=max(une.gardes, autre.gardes),
        theme_sensible=une.theme_sensible or autre.theme_sensible,
    )
    avant, apres = evaluer(une), evaluer(pire)
    for critere in ("individualisation", "correlation", "inference", "risque_residuel"):
        assert RISQUES.index(getattr(apres, critere)) >= RISQUES.index(getattr(avant, critere))
    assert all(
        RISQUES.index(avant.risque_residuel) >= RISQUES.index(r) for r in (avant.individualisation, avant.inference)
    )


@pytest.mark.parametrize(
    ("jour", "risque", "attendu"),
    [
        ((2026, 11, 22), Risque.FAIBLE, (2027, 11, 22)),
        ((2026, 11, 22), Risque.MOYEN, (2027, 5, 22)),
        ((2026, 6, 30), Risque.ELEVE, (2026, 12, 30)),
        ((2028, 2, 29), Risque.FAIBLE, (2029, 2, 28)),
        ((2026, 8, 31), Risque.ELEVE, (2027, 2, 28)),
    ],
)
def test_on_reevalue_apres_un_an_ou_six_mois(
    jour: tuple[int, int, int], risque: Risque, attendu: tuple[int, int, int]
) -> None:
    assert date_de_reevaluation(datetime.date(*jour), risque) == datetime.date(*attendu)


@given(st.sampled_from(ECHELLE), st.sampled_from(ECHELLE))
def test_revoir_ne_precise_jamais(publie: Echelon, permis: Echelon) -> None:
    revu = echelon_revu(publie, permis)
    assert ECHELLE.index(revu) == max(ECHELLE.index(publie), ECHELLE.index(permis))
    assert echelon_revu(revu, permis) == revu


@given(st.sampled_from(ECHELLE), st.lists(st.tuples(*[st.integers(0, 60)] * 3, st.lists(st.integers(0, 60)))))
def test_quoi_que_devienne_le_reseau_l_attribution_ne_revient_jamais(
    publie: Echelon, histoire: list[tuple[int, int, int, list[int]]]
) -> None:
    echelon = publie
    for membres, participants, auteurs, region in histoire:
        entourage = Entourage(membres, participants, auteurs, region)
        revu = echelon_revu(echelon, echelon_permis(entourage, a_ressource=True, a_region=True))
        assert ECHELLE.index(revu) >= ECHELLE.index(echelon)
        echelon = revu


@pytest.mark.django_db
def test_approuver_inscrit_une_ligne_sans_texte() -> None:
    temoignage = un_temoignage()
    entree = EntreeRegistre.objects.get()
    assert (entree.temoignage, entree.echelon, entree.motif) == (temoignage, temoignage.echelon, "approuver")
    assert entree.par == Depot.objects.get().decide_par
    assert entree.risque_residuel == Risque.FAIBLE
    assert temoignage.texte not in repr(EntreeRegistre.objects.values().get())


@pytest.mark.django_db
@pytest.mark.parametrize("panne", ["inscrire_approbation", "tracer"])
def test_publier_et_inscrire_tiennent_ou_tombent_ensemble(panne: str, monkeypatch: pytest.MonkeyPatch) -> None:
    depot = soumettre_depot(un_depot(), une_personne())

    def tomber(*_args: object, **_mots: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(sys.modules[approuver.__module__], panne, tomber)
    with pytest.raises(RuntimeError):
        approuver_depot(depot, une_personne())
    assert not EntreeRegistre.objects.exists()
    assert not Temoignage.objects.exists()


@pytest.mark.django_db
def test_les_passages_gardes_comptent() -> None:
    par = une_personne()
    depot = prendre(depot=un_depot("merci à Gaétane, Ginette pis Réjeanne"), par=par)
    vu = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    constats = constats_ouverts(depot, vu.propose)
    assert len(constats) == 3
    gardes = [Garde(c.debut, c.fin, MotifGarde.PUBLIC) for c in constats]
    caviarder(depot=depot, par=par, empreinte_vue=vu.empreinte, gardes=gardes)
    soumettre(depot=depot, par=par, empreinte_vue=vu.empreinte)
    depot.refresh_from_db()
    approuver_depot(depot, une_personne())
    assert EntreeRegistre.objects.get().individualisation == Risque.MOYEN


@pytest.mark.django_db
def test_un_reseau_inchange_ne_change_rien() -> None:
    groupe = un_groupe()
    assert groupe[-1].echelon == Echelon.RESSOURCE
    compte = EntreeRegistre.objects.count()
    assert recalculer_attributions() == []
    assert EntreeRegistre.objects.count() == compte


@pytest.mark.django_db
@pytest.mark.parametrize("changement", [{"active": False}, {"tranche_membres": TrancheMembres.MOINS_DE_20}])
def test_une_ressource_qui_part_ou_retrecit_n_est_plus_nommee(changement: dict[str, object]) -> None:
    groupe = un_groupe()
    Ressource.objects.update(**changement)
    nommes = [t.pk for t in groupe if t.echelon == Echelon.RESSOURCE]

    changements = recalculer_attributions(par=None)

    assert sorted(c.temoignage for c in changements) == sorted(nommes)
    assert {(c.avant, c.apres) for c in changements} == {(Echelon.RESSOURCE, Echelon.QUEBEC)}
    assert {(t.echelon, t.region, t.ressource) for t in Temoignage.objects.all()} == {(Echelon.QUEBEC, "", None)}
    assert EntreeRegistre.objects.filter(motif="recalculer", par=None).count() == len(nommes)
    assert Trace.objects.filter(verbe="recalculer", objet="temoignage", motif=Echelon.QUEBEC).count() == len(nommes)
    assert recalculer_attributions() == []
    Ressource.objects.update(active=True, tranche_membres=TrancheMembres.CENT_ET_PLUS)
    assert recalculer_attributions() == [], "never finer again"


@pytest.mark.django_db
def test_des_retraits_qui_laissent_trop_peu_d_auteurs_rendent_plus_vague() -> None:
    groupe = un_groupe(textes=4)
    retirer(empreinte_code=groupe[0].empreinte_code)
    assert recalculer_attributions() == []
    retirer(empreinte_code=groupe[1].empreinte_code)
    assert {c.apres for c in recalculer_attributions()} == {Echelon.QUEBEC}
    assert not Temoignage.objects.filter(etat=EtatTemoignage.PUBLIE, ressource__isnull=False).exists()


@pytest.mark.django_db
def test_une_ressource_qui_retrecit_passe_a_la_region_si_la_region_la_protege() -> None:
    groupes = [un_groupe("11")]
    for voisine in RessourceFactory.create_batch(3, region="11"):
        soumettre_depot(un_depot("une phrase", ressource=voisine), une_personne())
    ressource = groupes[0][-1].ressource
    assert ressource is not None
    Ressource.objects.filter(pk=ressource.pk).update(tranche_membres=TrancheMembres.INCONNUE)
    changements = recalculer_attributions()
    assert {c.apres for c in changements} == {Echelon.REGION}
    revus = Temoignage.objects.filter(pk__in=[c.temoignage for c in changements])
    assert {(revu.region, revu.ressource) for revu in revus} == {("11", None)}


@pytest.mark.django_db
def test_les_textes_d_une_region_changent_ensemble_quelle_que_soit_leur_ressource() -> None:
    """Were only the texts of the resource that leaves to change, the change would name it."""
    ressources = RessourceFactory.create_batch(3, region="11")
    depots = [un_depot("une phrase", ressource=r, region="11", attribution=Echelon.REGION) for r in ressources]
    soumis = [soumettre_depot(depot, une_personne()) for depot in depots]
    publies = [approuver_depot(depot, une_personne()) for depot in soumis]
    assert {temoignage.echelon for temoignage in publies} == {Echelon.REGION}
    Ressource.objects.filter(pk=ressources[2].pk).update(active=False)
    assert len(recalculer_attributions()) == 3


@pytest.mark.django_db
def test_un_texte_retire_ne_se_recalcule_pas() -> None:
    groupe = un_groupe()
    retirer(empreinte_code=groupe[-1].empreinte_code)
    Ressource.objects.update(active=False)
    assert groupe[-1].pk not in [c.temoignage for c in recalculer_attributions()]


@pytest.mark.django_db
@pytest.mark.parametrize("groupes", [1, 6])
def test_le_recalcul_qui_ne_change_rien_tient_en_sept_requetes(
    groupes: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(groupes):
        un_groupe()
    with django_assert_num_queries(7):
        assert recalculer_attributions() == []


@pytest.mark.django_db
def test_une_reevaluation_donne_une_nouvelle_date(settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-11-22"
    temoignage, par = un_temoignage(duree="trois_ans"), une_personne("approuver_depot")
    assert not a_reevaluer().exists()
    settings.AUJOURDHUI = "2027-11-22"
    assert a_reevaluer().get().temoignage == temoignage

    entree = reevaluer(temoignage=temoignage, par=par)

    assert (entree.motif, entree.par, entree.reevaluer_le) == ("reevaluer", par, datetime.date(2028, 11, 22))
    assert not a_reevaluer().exists()
    assert Trace.objects.filter(verbe="reevaluer", objet_id=temoignage.pk, par=par).count() == 1


@pytest.mark.django_db
def test_reevaluer_demande_le_droit_et_un_texte_publie() -> None:
    temoignage = un_temoignage()
    with pytest.raises(Refus, match="ne permet pas"):
        reevaluer(temoignage=temoignage, par=une_personne("moderer_depot"))
    retirer(empreinte_code=temoignage.empreinte_code)
    assert Depot.objects.get().etat == EtatDepot.RETIRE
    with pytest.raises(Refus, match="changé d’état"):
        reevaluer(temoignage=temoignage, par=une_personne())
    assert EntreeRegistre.objects.count() == 1
