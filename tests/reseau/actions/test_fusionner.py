"""Two listings of one resource: all that one held moves, its name and its address still lead to the other."""

import datetime

import pytest
from wagtail.models import ModelLogEntry

from reseau import fusion
from reseau.actions import Refus, deplacements, fusionner
from reseau.models import AliasRessource, AncienneAdresse, Compte, Invitation, Ressource
from temoignages.models import Lot, ParticipationAtelier
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import un_depot, une_personne

pytestmark = pytest.mark.django_db


@pytest.fixture
def tenante() -> Compte:
    return une_personne("tenir_repertoire")


@pytest.fixture
def deux() -> tuple[Ressource, Ressource]:
    return RessourceFactory.create(nom="L’Envol", region="05"), RessourceFactory.create(nom="Envol", region="13")


def un_lot(par: Compte, **champs: object) -> Lot:
    return Lot.objects.create(
        edition=2026,
        par=par,
        cree_le=datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC),
        empreinte_fichier="x",
        **champs,
    )


def test_tout_passe_a_la_fiche_gardee(deux: tuple[Ressource, Ressource], tenante: Compte) -> None:
    gardee, absorbee = deux
    AliasRessource.objects.create(ressource=absorbee, nom="ENV")
    commune, seule = CompteFactory.create(), CompteFactory.create()
    gardee.contacts.add(commune)
    absorbee.contacts.add(commune, seule)
    depot, lot = un_depot(ressource=absorbee), un_lot(tenante, ressource=absorbee)
    assert {d.nom: d.nombre for d in deplacements(absorbee)} == {
        "Autres noms": 1, "Dépôts": 1, "Fichiers d’ateliers": 1, "Personnes de la ressource": 2,
    }  # fmt: skip
    fusionner(gardee=gardee, absorbee=absorbee, par=tenante)
    for ligne in (depot, lot):
        ligne.refresh_from_db()
        assert ligne.ressource_id == gardee.pk
    assert Ressource.objects.get() == gardee
    assert set(gardee.contacts.all()) == {commune, seule}
    assert {alias.nom for alias in AliasRessource.objects.filter(ressource=gardee)} == {"ENV"}
    assert AncienneAdresse.objects.get().slug == "envol"
    assert deplacements(gardee)


def test_le_nom_de_l_autre_devient_un_autre_nom_une_seule_fois(tenante: Compte) -> None:
    gardee, absorbee = RessourceFactory.create(nom="Le Phare"), RessourceFactory.create(nom="La Lanterne")
    for ressource in (gardee, absorbee):
        AliasRessource.objects.create(ressource=ressource, nom="Lanterne")
    fusionner(gardee=gardee, absorbee=absorbee, par=tenante)
    assert [alias.cle for alias in AliasRessource.objects.all()] == ["lanterne"]
    assert list(Ressource.objects.nommees("la lanterne")) == [gardee]


def test_les_adresses_d_une_fiche_deja_fusionnee_suivent(deux: tuple[Ressource, Ressource], tenante: Compte) -> None:
    gardee, absorbee = deux
    AncienneAdresse.objects.create(ressource=absorbee, slug="avant")
    fusionner(gardee=gardee, absorbee=absorbee, par=tenante)
    assert {a.slug for a in AncienneAdresse.objects.filter(ressource=gardee)} == {"avant", "envol"}


def test_deux_comptes_d_un_meme_atelier_gardent_le_plus_grand(
    deux: tuple[Ressource, Ressource], tenante: Compte
) -> None:
    gardee, absorbee = deux
    lot = un_lot(tenante)
    for ressource, nombre in ((gardee, 4), (absorbee, 7)):
        ParticipationAtelier.objects.create(lot=lot, ressource=ressource, nombre=nombre)
    fusionner(gardee=gardee, absorbee=absorbee, par=tenante)
    assert ParticipationAtelier.objects.get().nombre == 7


def test_des_invitations_finies_ne_se_genent_pas_et_deux_ouvertes_n_en_font_qu_une(
    deux: tuple[Ressource, Ressource], tenante: Compte
) -> None:
    fin = datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)
    for rang, ressource in enumerate(deux):
        Invitation.objects.create(ressource=ressource, adresse="a@exemple.org", grain=f"{rang}", expire_le=fin)
        Invitation.objects.create(ressource=ressource, adresse="", grain=f"x{rang}", etat="acceptee", expire_le=fin)
    fusionner(gardee=deux[0], absorbee=deux[1], par=tenante)
    assert sorted(Invitation.objects.values_list("ressource", "adresse")) == [
        (deux[0].pk, ""), (deux[0].pk, ""), (deux[0].pk, "a@exemple.org"),
    ]  # fmt: skip


def test_un_conflit_que_personne_n_a_prevu_arrete_tout(
    deux: tuple[Ressource, Ressource], tenante: Compte, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fusion, "_ACCORDS", {})
    gardee, absorbee = deux
    lot = un_lot(tenante)
    for ressource in deux:
        ParticipationAtelier.objects.create(lot=lot, ressource=ressource, nombre=3)
    with pytest.raises(Refus, match="même élément"):
        fusionner(gardee=gardee, absorbee=absorbee, par=tenante)
    assert Ressource.objects.count() == 2
    assert {p.ressource_id for p in ParticipationAtelier.objects.all()} == {gardee.pk, absorbee.pk}


def test_un_lieu_masque_le_reste(tenante: Compte) -> None:
    gardee = RessourceFactory.create(nom="Le Nid", adresse="1, rue A")
    absorbee = RessourceFactory.create(nom="Nid", region="13", lieu_masque=True)
    fusionner(gardee=gardee, absorbee=absorbee, par=tenante)
    gardee.refresh_from_db()
    assert (gardee.lieu_masque, gardee.adresse) == (True, "")


def test_le_journal_garde_le_geste_sans_nom(deux: tuple[Ressource, Ressource], tenante: Compte) -> None:
    absorbee = deux[1].pk
    fusionner(gardee=deux[0], absorbee=deux[1], par=tenante)
    geste = ModelLogEntry.objects.get(action="reseau.fusionner")
    assert (geste.user, geste.data) == (tenante, {"absorbee": absorbee})


@pytest.mark.parametrize("regle", ["permission", "meme", "inactive", "disparue"])
def test_ce_qui_ne_se_fusionne_pas(regle: str, deux: tuple[Ressource, Ressource], tenante: Compte) -> None:
    gardee, absorbee = deux
    par = CompteFactory.create() if regle == "permission" else tenante
    if regle == "meme":
        absorbee = gardee
    elif regle == "inactive":
        Ressource.objects.filter(pk=gardee.pk).update(active=False)
    elif regle == "disparue":
        Ressource.objects.filter(pk=absorbee.pk).delete()
    avant = Ressource.objects.count()
    with pytest.raises(Refus) as refus:
        fusionner(gardee=gardee, absorbee=absorbee, par=par)
    assert refus.value.regle == regle
    assert Ressource.objects.count() == avant
