"""What the pages say of dates, hours, numbers and places, in English; the French has its own tests."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.utils import translation

from pages.aide import LIGNES
from pages.evenements.chiffres_du_jour import dire_les_lieux
from pages.flux import FluxDesCommuniques
from pages.models import Evenement
from pages.models.chiffres import NombreFormField
from pages.nombres import avec_unite, ecrire_nombre
from pages.presentation import (
    compte_a_rebours,
    compte_affiche,
    date_courte,
    date_longue,
    heure_courte,
    ordinal_html,
    ordinal_texte,
    plage_horaire,
)
from pages.publication.sortie import Document
from pages.references.entrees import Entree
from pages.references.formes import cle
from reseau.langue.attribution import Echelon
from reseau.langue.regions import QUEBEC, region_par_code
from reseau.presentation import attribution_html, attribution_texte, de_la_ressource, de_lieu, en_lieu
from reseau.typographie import typographier, typographier_html
from tests.fabriques.reseau import RessourceFactory

JOUR = datetime.date(2026, 10, 10)


@pytest.fixture(autouse=True)
def anglais() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_les_dates_et_les_heures() -> None:
    assert date_courte(JOUR) == "October 10, 2026"
    assert date_courte(datetime.date(2027, 11, 1)) == "November 1, 2027"
    assert date_longue(JOUR) == "Saturday, October 10, 2026"
    assert heure_courte(datetime.time(18, 30)) == "6:30\u00a0p.m."
    assert plage_horaire(datetime.time(9), datetime.time(12)) == "9\u00a0a.m. to noon"


def test_les_nombres() -> None:
    assert (ecrire_nombre(20000), ecrire_nombre(Decimal("12.5"))) == ("20,000", "12.5")
    assert [avec_unite("12.5", "%"), avec_unite("40", "$"), avec_unite("3", "h")] == ["12.5%", "$40", "3\u00a0h"]
    assert compte_affiche(6000) == "6,000 answers"


def test_un_formulaire_montre_un_nombre_comme_il_le_lit() -> None:
    champ = NombreFormField()
    assert champ.clean(champ.prepare_value(Decimal("20000.50"))) == Decimal("20000.5")


@pytest.mark.parametrize(
    ("annee", "rang"), [(2013, "1st"), (2014, "2nd"), (2015, "3rd"), (2023, "11th"), (2033, "21st")]
)
def test_le_rang(annee: int, rang: str) -> None:
    assert ordinal_texte(annee) == rang
    assert ordinal_html(annee) == f"{rang[:-2]}<sup>{rang[-2:]}</sup>"


def test_le_compte_a_rebours() -> None:
    assert "322 days" in compte_a_rebours(2026, JOUR, datetime.date(2025, 11, 22))


def test_les_lieux_gardent_leur_nom_francais() -> None:
    estrie = region_par_code("05")
    assert estrie is not None
    assert (en_lieu(estrie), de_lieu(estrie), en_lieu(QUEBEC)) == ("in Estrie", "in Estrie", "in Québec")
    assert (dire_les_lieux(12), dire_les_lieux(41)) == ("twelve places", "about forty places")


def test_l_attribution_n_est_jamais_plus_precise_qu_en_francais() -> None:
    ressource = RessourceFactory.build(nom="L’Envol & Cie", forme_de="de L’Envol & Cie", region="05")
    assert attribution_texte(Echelon.RESSOURCE, "", ressource) == (
        "A member of L’Envol & Cie, an alternative resource in Estrie"
    )
    assert 'A member of <span lang="fr-CA">L’Envol &amp; Cie</span>, an alternative' in attribution_html(
        Echelon.RESSOURCE, "", ressource
    )
    assert attribution_texte(Echelon.REGION, "", ressource) == "A member of an alternative resource in Estrie"
    assert attribution_texte(Echelon.QUEBEC, "05", ressource) == "A member of an alternative resource in Québec"
    assert attribution_texte(Echelon.RESSOURCE, "99", None) == "A member of an alternative resource in Québec"
    assert de_la_ressource(ressource) == "of L’Envol & Cie"


def test_la_typographie_francaise_reste_en_francais() -> None:
    assert typographier("Read : 20 000 $ ?") == "Read : 20 000 $ ?"
    assert typographier_html("<p>What ?</p>") == "<p>What ?</p>"


def test_les_lignes_d_aide_se_lisent_en_anglais() -> None:
    premiere = LIGNES[0].traduite()
    assert premiere.nom == LIGNES[0].nom
    assert premiere.description == "Suicide prevention, for you or for someone you worry about."
    assert premiere.autres[0].texte == "Text 535353"
    assert LIGNES[1].traduite().precision == ""


def test_une_reference_se_lit_et_se_trouve_dans_les_deux_langues() -> None:
    entree = Entree(("Ardouin, Léa", "Bellerive, Jo"), "2019", "Une chaise", genre="article", contenant="La Revue")
    assert entree.etiquette == "Ardouin and Bellerive"
    assert "“Une chaise”" in entree.designation
    assert cle("Ardouin and Bellerive", "2019") in entree.cles
    assert entree.cle == cle("Ardouin et Bellerive", "2019")


def test_ce_qui_sort_du_site_dit_sa_langue() -> None:
    assert FluxDesCommuniques(None, []).language == "en-CA"
    assert Document(titre="", genre="", tete_courante="", blocs=()).langue == "en-CA"


@pytest.mark.parametrize(("langue", "lang"), [("fr", "fr-CA"), ("en", ""), ("fr_en", ""), ("autre", "")])
def test_un_evenement_reste_dans_sa_langue(langue: str, lang: str) -> None:
    assert Evenement(langue=langue).lang == lang
