"""A typed figure beside those of the series, and those that other public pages type."""

from typing import Any

import pytest

from pages.models import CommuniquePage, SerieChiffre
from pages.publication.constats import bloquants, examiner
from pages.publication.regles.chiffres import CHIFFRES
from pages.publication.regles.sources import CHIFFRES_A_CITER, CHIFFRES_CLES
from tests.fabriques.documents import PlateformePageFactory, RevendicationPageFactory, une_reference, une_valeur
from tests.fabriques.documents import chiffre as chiffre_cle
from tests.fabriques.pages import corps, publier
from tests.fabriques.presse import chiffre, citation, un_communique, une_autorisation

pytestmark = pytest.mark.django_db


def dits(page: Any) -> list[str]:
    return [constat.message for constat in CHIFFRES.chercher(page)]


def tape(titre: str = "Un autre", **champs: Any) -> Any:
    """Return the draft of a release that types a figure."""
    return un_communique(title=titre, corps=corps(chiffre(**champs)))


def test_un_chiffre_tape_que_rien_ne_contredit_passe() -> None:
    publier(tape("Le premier"))
    une_valeur(libelle="tasses")
    assert bloquants(tape()) == []


@pytest.mark.parametrize("libelle", ["Repas  servis", "REPAS SERVIS"])
def test_ce_qu_une_serie_compte_ne_se_tape_pas(libelle: str) -> None:
    une_valeur("20000", "2026-10-01", libelle="repas servis")
    (constat,) = CHIFFRES.chercher(tape(libelle=libelle))
    assert constat.champ.endswith(".libelle")
    assert "est un chiffre clé du site : citez-le" in constat.message


def test_une_autre_unite_est_un_autre_chiffre() -> None:
    serie = SerieChiffre.objects.create(libelle="repas servis", unite="%", definition="d")
    une_valeur("12", "2026-10-01", serie=serie)
    assert dits(tape()) == []


@pytest.mark.parametrize(
    ("champs", "nombre"),
    [
        ({"valeur": "21 000"}, 1),
        ({"valeur": "20000"}, 0),
        ({"valeur": "21 000", "date": "2025-10-01"}, 0),
        ({"valeur": "21 000", "unite": "kg"}, 0),
        ({"valeur": "21 000", "libelle": "tasses lavées"}, 0),
    ],
)
def test_deux_communiques_publics_ne_se_contredisent_pas(champs: dict[str, str], nombre: int) -> None:
    publier(tape("Le premier"))
    page = tape(**champs)
    assert len(dits(page)) == nombre
    assert all("La page publiée « Le premier » donne un autre nombre" in dit for dit in dits(page))


def test_un_brouillon_et_la_page_elle_meme_ne_contredisent_rien() -> None:
    tape("Un brouillon", valeur="21 000")
    page = publier(tape())
    page.corps = CommuniquePage.corps.field.to_python(corps(chiffre(valeur="22 000")))
    assert dits(page) == []


def test_une_page_neuve_cite_une_serie_qu_un_communique_contredit() -> None:
    """The new page waits; the public one that takes the series goes first, or neither could ever be right."""
    premier = publier(tape("Le premier"))
    valeur = une_valeur("21000", "2026-10-01", libelle="repas servis")
    cite = corps(chiffre_cle(valeur))
    neuve = PlateformePageFactory.create(live=False, chiffres=cite)
    assert ["« Le premier »" in dit for dit in dits(neuve)] == [True]
    premier.corps = CommuniquePage.corps.field.to_python(cite)
    assert dits(premier) == []
    publier(premier)
    assert dits(neuve) == []


@pytest.mark.parametrize(("champ", "vide"), [("source", ""), ("date", None)])
def test_un_chiffre_tape_dit_d_ou_et_de_quand(champ: str, vide: str | None) -> None:
    autre: dict[str, Any] = {champ: vide}
    (constat,) = CHIFFRES_CLES.chercher(tape(**autre))
    assert constat.champ.endswith(f".{champ}")


def test_un_communique_cite_une_serie_dans_toutes_ses_sorties() -> None:
    page = publier(un_communique(corps=corps(chiffre_cle(une_valeur("20000")))))
    assert [bloc.valeur for bloc in page.plan_de_sortie().blocs if hasattr(bloc, "valeur")] == ["20\u00a0000"]
    assert "css/blocs/chiffre.css" in page.feuilles


@pytest.mark.parametrize(
    ("paragraphe", "nombre"),
    [
        ("Il manque 900 places.", 1),
        ("Il manque 900 places (Ardouin, 2019).", 0),
        ("Il manque 900 places[note : compte fait en 2026].", 0),
        ("Le 10 octobre 2026, à 8 h 30.", 0),
    ],
)
def test_un_chiffre_d_une_revendication_cite_sa_source(paragraphe: str, nombre: int) -> None:
    PlateformePageFactory.create(bibliographie=corps(une_reference()))
    page = RevendicationPageFactory.create(live=False, corps=corps(("texte", f"<p>{paragraphe}</p>")))
    constats = [constat for constat in examiner(page) if constat.regle == CHIFFRES_A_CITER.nom]
    assert len(constats) == nombre
    assert not any(constat.est_bloquant for constat in constats)


def test_une_personne_nommee_dans_une_revendication_a_donne_son_accord() -> None:
    PlateformePageFactory.create()
    sans = RevendicationPageFactory.create(live=False, corps=corps(citation(None)))
    assert "personne_nommee" in {constat.regle for constat in bloquants(sans)}
    avec = RevendicationPageFactory.create(live=False, corps=corps(citation(une_autorisation())))
    assert "personne_nommee" not in {constat.regle for constat in bloquants(avec)}
    entendus = [bloc for bloc in avec.plan_de_sortie().blocs if type(bloc).__name__ == "Citation"]
    assert len(entendus) == 1
