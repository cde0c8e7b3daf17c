"""Nobody who only reads the site finds who wrote: 2,000 texts, every state of the wall, and the public facts."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reseau.etats import MEMBRES_MINIMUM
from reseau.horloge import maintenant
from reseau.models import Ressource
from temoignages.actions import retirer
from temoignages.actions.registre import recalculer_attributions
from temoignages.etats import Echelon
from temoignages.models import Amorce, Depot, Lot, ParticipationAtelier, Temoignage
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import AmorceFactory, approuver_depot, soumettre_depot, un_depot, une_personne

from .attaque import (
    GRAINE,
    PHRASES,
    TEXTES,
    Affiche,
    Membre,
    Monde,
    Piste,
    Releve,
    Texte,
    attaquer,
    avec_echelle,
    demasques,
    presumer,
    sans_echelle,
    un_reseau,
    vivre,
)
from .calendrier import rapprocher, sans_egard_au_calendrier, vivre_atelier_par_atelier

Siege = tuple[Monde, list[Releve], dict[int, Piste]]


@pytest.fixture(scope="module", params=range(3))
def siege(request: pytest.FixtureRequest) -> Siege:
    """The life of a network under the site's ladder, all its crawls, and what the attacker keeps of them."""
    graine = GRAINE + request.param
    monde = un_reseau(graine)
    releves = vivre(monde, avec_echelle, graine=graine)
    return monde, releves, attaquer(releves)


def test_chaque_texte_nomme_garde_vingt_candidats(siege: Siege) -> None:
    _monde, _releves, pistes = siege
    nommes = [piste for piste in pistes.values() if piste.echelon == Echelon.RESSOURCE]
    assert len(pistes) == TEXTES
    assert len(nommes) > 100
    assert min(piste.candidats for piste in nommes) >= 20


def test_chaque_texte_d_une_region_garde_cinquante_candidats(siege: Siege) -> None:
    monde, _releves, pistes = siege
    assert sum(piste.echelon == Echelon.REGION for piste in pistes.values()) > 100
    assert demasques(monde, pistes) == {}


def test_une_phrase_ne_rapproche_pas_non_plus(siege: Siege) -> None:
    monde, releves, pistes = siege
    assert demasques(monde, presumer(releves, pistes)) == {}


@pytest.mark.parametrize("graine", range(GRAINE, GRAINE + 3))
def test_un_atelier_publie_seul_ne_designe_personne(graine: int) -> None:
    monde = un_reseau(graine)
    releves = vivre_atelier_par_atelier(monde, avec_echelle)
    devinees = rapprocher(releves, attaquer(releves))
    assert demasques(monde, devinees) == {}
    # Québec promises no number, but a resource that is named, beside it, has twenty members.
    vraies = {texte.cle: texte.ressource for texte in monde.textes}
    proches = [piste for cle, piste in devinees.items() if piste.sources == {vraies[cle]}]
    assert len(proches) > 100
    assert min(piste.candidats for piste in proches) >= 20


def test_un_atelier_publie_seul_designait_les_textes_d_une_region() -> None:
    monde = un_reseau()
    releves = vivre_atelier_par_atelier(monde, sans_egard_au_calendrier)
    trouves = demasques(monde, rapprocher(releves, attaquer(releves)))
    assert {piste.echelon for piste in trouves.values()} == {Echelon.REGION}
    assert min(piste.candidats for piste in trouves.values()) < 50


def le_plus_petit_monde() -> Monde:
    """One resource of twenty alone in its region, five people in its workshop, three texts."""
    choix = (Echelon.RESSOURCE, Echelon.RESSOURCE, Echelon.REGION)
    textes = [Texte(rang, 1, "11", 2027, 0, voulu) for rang, voulu in enumerate(choix)]
    return Monde({1: Membre(1, "11", 20)}, textes, {(2027, 1): 5})


def test_vouloir_la_region_seule_ne_designe_pas_vingt_personnes() -> None:
    monde = le_plus_petit_monde()
    monde.publier(monde.textes, avec_echelle)
    assert demasques(monde, attaquer([monde.releve()])) == {}


def test_sans_l_echelle_l_attaque_reussit() -> None:
    monde = un_reseau()
    trouves = demasques(monde, attaquer(vivre(monde, sans_echelle)))
    assert len(trouves) > TEXTES // 10
    assert min(piste.candidats for piste in trouves.values()) == 0
    assert {piste.echelon for piste in trouves.values()} == {Echelon.RESSOURCE, Echelon.REGION}


@pytest.mark.parametrize("un_a_un", [True, False], ids=["un à un", "ensemble"])
def test_changer_les_textes_un_a_un_designerait_la_ressource_qui_part(un_a_un: bool) -> None:
    textes = [Texte(cle, cle, "11", 2027, 0, Echelon.REGION) for cle in (1, 2, 3)]
    membres = {cle: Membre(cle, "11", 20) for cle in (1, 2, 3)}
    monde = Monde(membres, textes, {(2027, cle): 2 for cle in (1, 2, 3)})
    monde.publier(textes, avec_echelle)
    avant = monde.releve()
    del monde.membres[3]
    if un_a_un:
        monde.recalculer_un_a_un()
    else:
        monde.recalculer()
    pistes = attaquer([avant, monde.releve()])
    assert set(demasques(monde, pistes)) == ({3} if un_a_un else set())
    assert {piste.echelon for piste in pistes.values()} == {Echelon.REGION}


@pytest.mark.django_db
def test_les_vraies_actions_montrent_le_meme_mur() -> None:
    monde, cles = _ouvrir_les_ateliers(un_reseau(textes=60, ressources=9))
    premiere, seconde = une_personne(), une_personne()
    for debut in range(0, 60, 20):
        lot = monde.textes[debut : debut + 20]
        for texte in lot:
            depot = soumettre_depot(cles[texte.cle], premiere)
            Depot.objects.filter(pk=depot.pk).update(theme_sensible=texte.sensible)
            approuver_depot(depot, seconde)
        monde.publier(lot, avec_echelle)
        assert _mur_reel() == _mur_du_modele(monde)
        _abimer(monde, cles, lot[0])
        recalculer_attributions()
        monde.recalculer()
        assert _mur_reel() == _mur_du_modele(monde)
    assert {affiche.echelon for affiche in monde.mur.values()} >= {Echelon.RESSOURCE, Echelon.QUEBEC}


def _ouvrir_les_ateliers(monde: Monde) -> tuple[Monde, dict[int, Depot]]:
    """Make in the database the network and the deposits of a world; return it with the keys of the database."""
    tranches = {minimum: tranche for tranche, minimum in MEMBRES_MINIMUM.items()}
    amorces = [AmorceFactory.create().pk for _ in range(PHRASES)]
    vraies = {
        membre.cle: RessourceFactory.create(region="05", tranche_membres=tranches[membre.membres])
        for membre in monde.membres.values()
    }
    monde.membres = {v.pk: Membre(v.pk, v.region, v.membres_minimum) for v in vraies.values()}
    monde.participants = {(annee, vraies[cle].pk): n for (annee, cle), n in monde.participants.items() if annee > 2025}
    monde.textes = [
        replace(
            t, ressource=vraies[t.ressource].pk, region="05", edition=2026 + t.edition % 2, phrase=amorces[t.phrase]
        )
        for t in monde.textes
    ]
    lots = {
        annee: Lot.objects.create(edition=annee, par=une_personne(), cree_le=maintenant(), empreinte_fichier="f")
        for annee in (2026, 2027)
    }
    for (annee, cle), nombre in monde.participants.items():
        ParticipationAtelier.objects.create(lot=lots[annee], ressource_id=cle, nombre=nombre)
    return monde, {texte.cle: _deposer(texte, lots[texte.edition]) for texte in monde.textes}


def _deposer(texte: Texte, lot: Lot) -> Depot:
    return un_depot(
        f"une phrase {texte.cle}",
        ressource=Ressource.objects.get(pk=texte.ressource),
        region=texte.region,
        edition=texte.edition,
        amorce=Amorce.objects.get(pk=texte.phrase),
        attribution=texte.voulu,
        lot=lot,
        ligne=texte.cle,
        duree="trois_ans",
    )


def _abimer(monde: Monde, depots: Mapping[int, Depot], texte: Texte) -> None:
    """Withdraw a text, and let its resource leave."""
    retirer(empreinte_code=depots[texte.cle].empreinte_code)
    monde.retires.add(texte.cle)
    del monde.mur[texte.cle]
    Ressource.objects.filter(pk=texte.ressource).update(active=False)
    monde.membres.pop(texte.ressource, None)


def _mur_reel() -> set[Affiche]:
    return {
        Affiche(
            int(t.texte.rpartition(" ")[2]), t.edition, t.amorce_id or 0, Echelon(t.echelon), t.ressource_id, t.region
        )
        for t in Temoignage.objects.publies()
    }


def _mur_du_modele(monde: Monde) -> set[Affiche]:
    return set(monde.mur.values())
