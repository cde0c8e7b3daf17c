"""Taking, reading and putting back; who may, who may not, and what remains of it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Permission

from reseau.horloge import maintenant
from reseau.models import Compte
from temoignages.actions import Refus, caviarder, liberer, lire, prendre, retirer, retoucher
from temoignages.etats import EtatDepot, MotifLecture
from temoignages.models import Depot, Trace
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import soumettre_depot, un_depot, une_personne

pytestmark = pytest.mark.django_db


def regle(geste: object, **champs: object) -> str:
    """Return the rule by which an action refuses."""
    with pytest.raises(Refus) as refus:
        geste(**champs)  # type: ignore[operator]  # an action
    return refus.value.regle


def test_lire_rend_les_mots_et_laisse_une_trace_sans_un_mot() -> None:
    depot, lectrice = un_depot("Merci à Gaétane"), une_personne()
    depot = prendre(depot=depot, par=lectrice)
    textes = lire(depot=depot, par=lectrice, motif=MotifLecture.MODERATION)

    assert (textes.brut, textes.propose) == ("Merci à Gaétane",) * 2
    trace = Trace.objects.get(verbe="lire")
    assert (trace.objet_id, trace.par, trace.motif) == (str(depot.pk), lectrice, MotifLecture.MODERATION)
    assert "Gaétane" not in repr(list(Trace.objects.values()))


def test_deux_moderatrices_ne_tiennent_pas_le_meme_depot() -> None:
    depot, une, autre = un_depot(), une_personne(), une_personne()
    depot = prendre(depot=depot, par=une)
    assert prendre(depot=depot, par=une).pris_par == une
    assert regle(prendre, depot=depot, par=autre) == "pris"
    assert regle(liberer, depot=depot, par=autre) == "pris"
    assert regle(lire, depot=depot, par=autre, motif=MotifLecture.MODERATION) == "permission"
    liberer(depot=depot, par=une)
    assert prendre(depot=depot, par=autre).pris_par == autre


def test_liberer_garde_le_travail_fait() -> None:
    depot, une, autre = un_depot("premiers mots"), une_personne(), une_personne()
    depot = prendre(depot=depot, par=une)
    vu = lire(depot=depot, par=une, motif=MotifLecture.MODERATION)
    retoucher(depot=depot, par=une, empreinte_vue=vu.empreinte, texte="mots retouchés")
    liberer(depot=depot, par=une)
    depot = prendre(depot=depot, par=autre)
    textes = lire(depot=depot, par=autre, motif=MotifLecture.MODERATION)
    assert (textes.brut, textes.propose) == ("premiers mots", "mots retouchés")


@pytest.mark.parametrize("droits", [("approuver_depot",), ("importer_depot",), ("retirer_depot",)])
def test_un_autre_role_ne_prend_ni_ne_lit(droits: tuple[str, ...]) -> None:
    depot, personne = un_depot(), une_personne(*droits)
    assert regle(prendre, depot=depot, par=personne) == "permission"
    for motif in MotifLecture:
        assert regle(lire, depot=depot, par=personne, motif=motif) == "permission"


@pytest.mark.parametrize("par", [AnonymousUser(), Compte(is_superuser=True, is_active=False)])
def test_un_compte_anonyme_ou_inactif_ne_peut_rien(par: Compte) -> None:
    depot = un_depot()
    assert regle(prendre, depot=depot, par=par) == "permission"
    assert regle(lire, depot=depot, par=par, motif=MotifLecture.MODERATION) == "permission"
    assert regle(retirer, empreinte_code=depot.empreinte_code, par=par) == "permission"


@pytest.mark.parametrize("toutes_permissions", [True, False])
def test_le_contact_de_la_ressource_ne_lit_pas_meme_avec_tous_les_droits(toutes_permissions: bool) -> None:
    ressource = RessourceFactory.create()
    contact = CompteFactory.create(is_superuser=True) if toutes_permissions else une_personne()
    ressource.contacts.add(contact)
    depot = un_depot(ressource=ressource)

    assert regle(prendre, depot=depot, par=contact) == "contact"
    depot = soumettre_depot(depot, une_personne())
    assert regle(lire, depot=depot, par=contact, motif=MotifLecture.APPROBATION) == "contact"


def test_personne_ne_lit_hors_de_son_tour() -> None:
    depot, lectrice = un_depot(), une_personne()
    for motif in (*MotifLecture, "autre"):
        assert regle(lire, depot=depot, par=lectrice, motif=motif) == "permission"
    depot = prendre(depot=depot, par=lectrice)
    assert regle(lire, depot=depot, par=lectrice, motif=MotifLecture.APPROBATION) == "permission"
    assert regle(lire, depot=depot, par=lectrice, motif=MotifLecture.IMPORT) == "permission"


def test_une_moderatrice_qui_perd_son_droit_ne_lit_plus_ce_qu_elle_tenait() -> None:
    depot, lectrice = un_depot(), une_personne("moderer_depot")
    depot = prendre(depot=depot, par=lectrice)
    lectrice.user_permissions.remove(Permission.objects.get(codename="moderer_depot"))
    lectrice = Compte.objects.get(pk=lectrice.pk)
    assert regle(lire, depot=depot, par=lectrice, motif=MotifLecture.MODERATION) == "permission"


def test_lire_regarde_la_ligne_et_non_l_objet_en_memoire() -> None:
    depot, une, autre = un_depot(), une_personne(), une_personne()
    perime = prendre(depot=depot, par=une)
    liberer(depot=depot, par=une)
    prendre(depot=depot, par=autre)
    assert regle(lire, depot=perime, par=une, motif=MotifLecture.MODERATION) == "permission"


def test_un_depot_tenu_par_une_personne_partie_peut_etre_repris() -> None:
    depot, partie, autre = un_depot(), une_personne(), une_personne()
    prendre(depot=depot, par=partie)
    assert regle(prendre, depot=depot, par=autre) == "pris"
    Compte.objects.filter(pk=partie.pk).update(is_active=False)
    assert prendre(depot=depot, par=autre).pris_par == autre


def test_un_depot_tenu_depuis_plus_d_un_jour_peut_etre_repris() -> None:
    depot, une, autre = un_depot(), une_personne(), une_personne()
    prendre(depot=depot, par=une)
    Depot.objects.update(pris_le=maintenant() - timedelta(hours=25))
    assert prendre(depot=depot, par=autre).pris_par == autre
    assert regle(liberer, depot=depot, par=une) == "pris"


def test_un_contact_libere_ce_qu_il_tenait_sans_pouvoir_le_lire() -> None:
    ressource, personne = RessourceFactory.create(), une_personne()
    depot = prendre(depot=un_depot(ressource=ressource), par=personne)
    ressource.contacts.add(personne)
    assert regle(lire, depot=depot, par=personne, motif=MotifLecture.MODERATION) == "contact"
    assert liberer(depot=depot, par=personne).etat == EtatDepot.RECU


def test_un_texte_detruit_ne_se_rouvre_pas() -> None:
    depot, lectrice = un_depot(), une_personne()
    depot = prendre(depot=depot, par=lectrice)
    vu = lire(depot=depot, par=lectrice, motif=MotifLecture.MODERATION)
    Depot.objects.filter(pk=depot.pk).update(brut=None, propose=None)
    depot.refresh_from_db()
    assert depot.est_detruit
    assert regle(lire, depot=depot, par=lectrice, motif=MotifLecture.MODERATION) == "detruit"
    assert regle(caviarder, depot=depot, par=lectrice, empreinte_vue=vu.empreinte) == "detruit"
