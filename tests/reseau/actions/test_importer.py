"""The directory brought up to date from a file: once, twice, with mistakes."""

from typing import Any

import pytest

from medias.tableaux import Rangee
from reseau.actions import RapportRessources, Refus, importer_ressources
from reseau.actions.importer import Verdict
from reseau.models import AliasRessource, AncienneAdresse, Ressource
from tests.fabriques.reseau import CompteFactory, RessourceFactory

pytestmark = pytest.mark.django_db
ENVOL = {"nom": "L’Envol", "region": "Estrie", "telephone_public": "819 555-0100", "alias": "ENV"}


def importer(*cases: dict[str, str], **options: Any) -> RapportRessources:
    rangees = [Rangee(numero, ligne) for numero, ligne in enumerate(cases, start=2)]
    return importer_ressources(rangees=rangees, par=options.pop("par", None), **options)


def verdicts(rapport: RapportRessources) -> list[str]:
    return [ligne.verdict for ligne in rapport.lignes]


def test_une_ressource_est_creee_puis_inchangee() -> None:
    assert verdicts(importer(ENVOL)) == [Verdict.CREEE]
    ressource = Ressource.objects.get()
    assert (ressource.nom, ressource.region, ressource.slug) == ("L’Envol", "05", "l-envol")
    assert (ressource.forme_de, ressource.forme_confirmee) == ("de L’Envol", False)
    assert [alias.nom for alias in ressource.alias.all()] == ["ENV"]
    rapport = importer(ENVOL)
    assert verdicts(rapport) == [Verdict.INCHANGEE]
    assert (rapport.a_faire, AliasRessource.objects.count()) == (0, 1)


@pytest.mark.parametrize(
    "reperes",
    [{"slug": "l-envol", "nom": "", "region": ""}, {"nom": "envol"}, {"nom": "E.N.V."}, {"slug": "avant"}],
    ids=["adresse", "nom", "alias", "ancienne adresse"],
)
def test_une_ressource_est_reconnue(reperes: dict[str, str]) -> None:
    importer(ENVOL)
    AncienneAdresse.objects.create(ressource=Ressource.objects.get(), slug="avant")
    ligne = {"nom": "L’Envol", "region": "05", **reperes, "telephone_public": "819 555-0199", "municipalite": ""}
    rapport = importer(ligne)
    assert verdicts(rapport) == [Verdict.MODIFIEE]
    assert any("819 555-0100 → 819 555-0199" in detail for detail in rapport.lignes[0].details)
    ressource = Ressource.objects.get()
    assert (ressource.nom, ressource.telephone_public) == ("L’Envol", "819 555-0199")


def test_un_nom_change_par_l_adresse_seulement_et_sa_forme_est_a_confirmer() -> None:
    RessourceFactory.create(nom="L’Envol", region="05", forme_de="de L’Envol", forme_confirmee=True)
    importer({"slug": "l-envol", "nom": "Le Phare", "region": "05"})
    ressource = Ressource.objects.get()
    assert (ressource.nom, ressource.slug, ressource.forme_de, ressource.forme_confirmee) == (
        "Le Phare", "l-envol", "du Phare", False,
    )  # fmt: skip


def test_une_case_vide_laisse_et_un_tiret_efface() -> None:
    importer(ENVOL | {"courriel_public": "info@exemple.org"})
    importer({"nom": "L’Envol", "region": "05", "telephone_public": "-", "courriel_public": ""})
    ressource = Ressource.objects.get()
    assert (ressource.telephone_public, ressource.courriel_public) == ("", "info@exemple.org")


@pytest.mark.parametrize(
    ("ligne", "raison"),
    [
        ({"nom": "Le Phare", "region": "Ontario"}, "17 régions"),
        ({"nom": "", "region": "05"}, "Il faut le nom et la région."),
        ({"nom": "…", "region": "05"}, "au moins une lettre"),
        ({"nom": "P" * 121, "region": "05"}, "120"),
        ({"nom": "Le Phare", "region": "05", "courriel_public": "pas un courriel"}, "courriel public"),
        ({"nom": "Le Phare", "region": "05", "lieu_masque": "oui", "adresse": "1, rue A"}, "masqué"),
        ({"nom": "Le Phare", "region": "05", "forme_de": "Phare"}, "forme"),
        ({"nom": "Le Phare", "region": "05", "alias": "?"}, "au moins une lettre"),
        ({"nom": "Le Phare", "region": "05", "description": "=1+1"}, "formule"),
        ({"slug": "inconnue", "nom": "Le Phare", "region": "05"}, "Aucune ressource"),
        ({"nom": "envol", "region": "Estrie"}, "même ressource que la ligne 2"),
        ({"slug": "le-nid", "nom": "L’Envol", "region": "05"}, "porte déjà ce nom"),
    ],
)
def test_une_ligne_refusee_dit_pourquoi_et_n_arrete_pas_les_autres(ligne: dict[str, str], raison: str) -> None:
    RessourceFactory.create(nom="Le Nid", region="05")
    rapport = importer(ENVOL, ligne, {"nom": "La Halte", "region": "13"})
    assert verdicts(rapport) == [Verdict.CREEE, Verdict.REFUSEE, Verdict.CREEE]
    (refusee,) = rapport.refusees
    assert raison in " ".join(refusee.details)
    assert refusee.numero == 3
    assert set(Ressource.objects.values_list("nom", flat=True)) == {"Le Nid", "L’Envol", "La Halte"}


def test_un_meme_autre_nom_dans_la_region_est_refuse() -> None:
    for nom in ("Le Phare", "Le Nid"):
        AliasRessource.objects.create(ressource=RessourceFactory.create(nom=nom, region="05"), nom="CSM")
    assert "Plusieurs ressources" in importer({"nom": "CSM", "region": "05"}).refusees[0].details[0]


def test_l_apercu_dit_tout_et_ne_garde_rien() -> None:
    rapport = importer(ENVOL, ENVOL, apercu=True)
    assert verdicts(rapport) == [Verdict.CREEE, Verdict.REFUSEE]
    assert not Ressource.objects.exists()


def test_sans_la_permission_rien_n_est_importe() -> None:
    with pytest.raises(Refus, match="ne permet pas"):
        importer(ENVOL, par=CompteFactory.create())
    assert not Ressource.objects.exists()
