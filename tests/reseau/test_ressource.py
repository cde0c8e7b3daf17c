"""Resources: suggested forms, uniqueness, search by a typed name."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from reseau.etats import TrancheMembres
from reseau.models import AliasRessource, Ressource
from tests.fabriques.reseau import CompteFactory, RessourceFactory

pytestmark = pytest.mark.django_db


def test_une_forme_vide_est_proposee_et_reste_a_confirmer() -> None:
    ressource = Ressource.objects.create(nom="  L'Envol ", region="05", forme_confirmee=True)
    assert (ressource.nom, ressource.forme_de, ressource.forme_confirmee) == ("L’Envol", "de L’Envol", False)


def test_une_forme_confirmee_n_est_pas_touchee() -> None:
    ressource = RessourceFactory.create(nom="Passage", forme_de="du Passage")
    ressource.save()
    assert (ressource.forme_de, ressource.forme_confirmee) == ("du Passage", True)


@pytest.mark.parametrize("forme", ["La Passerelle", "De La Passerelle", "le Phare", "de ", "Passage"])
def test_une_forme_qui_ne_suit_pas_membre_est_refusee(forme: str) -> None:
    with pytest.raises(ValidationError) as refus:
        RessourceFactory.build(forme_de=forme).full_clean()
    assert refus.value.message_dict["forme_de"] == [
        "Commencez par «\u00a0de\u00a0», «\u00a0du\u00a0», «\u00a0des\u00a0» ou «\u00a0d’\u00a0», en minuscules."
    ]


@pytest.mark.parametrize("nom", ["!!!", "🙂", "’"])
def test_un_nom_sans_lettre_est_refuse(nom: str) -> None:
    with pytest.raises(ValidationError, match="au moins une lettre"):
        RessourceFactory.build(nom=nom, forme_de="de X").full_clean()


@pytest.mark.parametrize("champ", ["nom", "region"])
def test_un_champ_vide_est_refuse_en_francais(champ: str) -> None:
    with pytest.raises(ValidationError) as refus:
        RessourceFactory.build(**{champ: ""}).full_clean()
    assert refus.value.message_dict[champ] == ["Ce champ ne peut pas être vide."]


def test_deux_ressources_d_une_region_n_ont_pas_le_meme_nom() -> None:
    RessourceFactory.create(nom="L’Étoile", region="05")
    with pytest.raises(ValidationError, match="porte déjà ce nom"):
        RessourceFactory.build(nom="etoile", region="05").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        RessourceFactory.create(nom="etoile", region="05")
    RessourceFactory.build(nom="L’Étoile", region="04").full_clean()


def test_une_ressource_peut_etre_revalidee() -> None:
    RessourceFactory.create(nom="Le Phare").full_clean()


@pytest.mark.parametrize(("tranche", "minimum"), list(zip(TrancheMembres.values, [0, 0, 20, 50, 100], strict=True)))
def test_membres_minimum_ne_promet_que_le_bas_de_la_tranche(tranche: str, minimum: int) -> None:
    assert RessourceFactory.build(tranche_membres=tranche).membres_minimum == minimum


def test_le_lieu_est_la_region_sauf_si_un_autre_est_choisi() -> None:
    ressource = RessourceFactory.create(nom="Le Phare", forme_de="du Phare", region="16")
    assert ressource.lieu == ressource.region_objet
    ressource.sous_region = "Haute-Yamaska"
    ressource.save()
    assert (ressource.sous_region_de, ressource.sous_region_en) == ("de la Haute-Yamaska", "dans la Haute-Yamaska")
    assert ressource.attributions == [
        "un·e membre du Phare, une ressource alternative de la Haute-Yamaska",
        "un·e membre d’une ressource alternative de la Montérégie",
        "un·e membre d’une ressource alternative du Québec",
    ]
    ressource.sous_region = ""
    ressource.save()
    assert (ressource.sous_region_de, ressource.lieu) == ("", ressource.region_objet)


@pytest.mark.parametrize(
    "saisie",
    [
        "La Passerelle",
        "la passerelle",
        "PASSERELLE",
        "Passerelle (Estrie)",
        "la passerelle ( 05 )",
        "l.p.",
        "Passe-Rêve",
    ],
)
def test_nommees_trouve_comme_on_tape(saisie: str) -> None:
    ressource = RessourceFactory.create(nom="La Passerelle", region="05")
    AliasRessource.objects.create(ressource=ressource, nom="LP")
    AliasRessource.objects.create(ressource=ressource, nom="Le Passe-rêve")
    RessourceFactory.create(nom="Le Phare", region="05")
    assert list(Ressource.objects.nommees(saisie)) == [ressource]


def test_nommees_distingue_aucune_une_et_plusieurs() -> None:
    estrie = RessourceFactory.create(nom="La Passerelle", region="05")
    laval = RessourceFactory.create(nom="Passerelle", region="13")
    assert set(Ressource.objects.nommees("la passerelle")) == {estrie, laval}
    assert list(Ressource.objects.nommees("la passerelle (laval)")) == [laval]
    assert list(Ressource.objects.actives().nommees("La Passerelle (Mauricie)")) == []


@pytest.mark.parametrize("saisie", ["", "   ", "()", "(Estrie)", "!!!", "x" * 20_000, "\x00", "Passer"])
def test_nommees_ne_devine_pas(saisie: str) -> None:
    RessourceFactory.create(nom="La Passerelle", region="05")
    assert list(Ressource.objects.nommees(saisie)) == []


def test_nommees_comprend_des_parentheses_qui_ne_sont_pas_une_region() -> None:
    ressource = RessourceFactory.create(nom="Le Phare (PH)")
    assert list(Ressource.objects.nommees("le phare (ph)")) == [ressource]


def test_contenant_cherche_dans_le_nom_l_alias_et_la_municipalite() -> None:
    ressource = RessourceFactory.create(nom="L’Étoile du Nord", municipalite="Sherbrooke")
    AliasRessource.objects.create(ressource=ressource, nom="EDN")
    RessourceFactory.create(nom="Le Phare")
    for saisie in ("etoile", "edn", "sherb", "du nord"):
        assert list(Ressource.objects.contenant(saisie)) == [ressource]
    assert not Ressource.objects.contenant("  ").exists()


def test_la_liste_ignore_l_article_et_les_anciens_membres() -> None:
    zenith = RessourceFactory.create(nom="Zénith")
    envol = RessourceFactory.create(nom="L’Envol")
    RessourceFactory.create(nom="Arche", active=False)
    assert list(Ressource.objects.actives().de_region("05")) == [envol, zenith]


def test_un_contact_est_reconnu() -> None:
    ressource, contact, autre = RessourceFactory.create(), CompteFactory.create(), CompteFactory.create()
    ressource.contacts.add(contact)
    assert ressource.a_pour_contact(contact)
    assert not ressource.a_pour_contact(autre)


def test_le_nom_est_ce_qui_s_affiche() -> None:
    ressource = RessourceFactory.create(nom="La Passerelle")
    assert str(ressource) == "La Passerelle"
    assert str(AliasRessource(ressource=ressource, nom="LP")) == "LP"
