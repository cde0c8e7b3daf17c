"""The gates of a release, an agenda and a work: what each finds, and what it lets through."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytest_django import Settings

from medias.models import PorteeNom
from pages.etats import Diffusion, GenreCommunique
from pages.models import ContactPresse
from pages.publication.constats import Constat, Regle, Severite, bloquants, examiner
from pages.publication.regles.communique import AVIS_COMPLET, DIFFUSION, FIN_ECRITE
from pages.publication.regles.contacts import ADRESSES_DE_ROLE, CONTACTS
from pages.publication.regles.noms import PERSONNES_NOMMEES
from pages.publication.regles.oeuvre import OEUVRE
from pages.publication.regles.plages import CHEVAUCHEMENTS, TROUS
from pages.publication.regles.sources import CHIFFRES_CLES, CHIFFRES_DU_TEXTE, compte_quelque_chose
from tests.fabriques.pages import corps
from tests.fabriques.presse import (
    JOUR,
    OeuvrePageFactory,
    ProgrammePageFactory,
    chiffre,
    citation,
    faire_parler,
    plages,
    un_communique,
    une_autorisation,
    une_photo,
)

pytestmark = pytest.mark.django_db
MONTREAL = ZoneInfo("America/Toronto")
A_VENIR = datetime.datetime(2040, 10, 10, 8, tzinfo=MONTREAL)


def constats(regle: Regle, page: Any) -> list[Constat]:
    return list(regle.chercher(page))


def test_un_communique_complet_passe() -> None:
    assert bloquants(un_communique()) == []


def test_les_severites_sont_celles_du_metier() -> None:
    assert {r.severite for r in (CHIFFRES_DU_TEXTE, ADRESSES_DE_ROLE, TROUS)} == {Severite.CONSEIL}
    bloquantes = {PERSONNES_NOMMEES, CHIFFRES_CLES, CONTACTS, DIFFUSION, AVIS_COMPLET, FIN_ECRITE, OEUVRE}
    assert {r.severite for r in (*bloquantes, CHEVAUCHEMENTS)} == {Severite.BLOQUANT}


@pytest.mark.parametrize(
    ("champs", "mot"),
    [
        (None, "sans autorisation enregistrée"),
        ({"jusqu_au": datetime.date(2026, 6, 1)}, "échue ou retirée"),
        ({"retiree_le": datetime.date(2026, 6, 1)}, "échue ou retirée"),
        ({"donnee_le": datetime.date(2029, 6, 1)}, "échue ou retirée"),
    ],
)
@pytest.mark.parametrize("ou", ["citation", "porte-parole"])
def test_une_personne_sans_accord_arrete_la_page(champs: dict[str, Any] | None, mot: str, ou: str) -> None:
    autorisation = une_autorisation("Odile Fictive", **champs) if champs is not None else None
    page = un_communique(corps=corps(citation(autorisation))) if ou == "citation" else un_communique()
    if ou == "porte-parole":
        faire_parler(page, autorisation)
    (constat,) = constats(PERSONNES_NOMMEES, page)
    assert mot in constat.message
    assert "Odile" not in constat.message
    assert "personne_nommee" in {constat.regle for constat in bloquants(page)}


def test_un_accord_qui_finit_avant_l_embargo_arrete_la_page() -> None:
    page = faire_parler(un_communique(), une_autorisation(jusqu_au=datetime.date(2027, 1, 1)))
    assert constats(PERSONNES_NOMMEES, page) == []
    page.go_live_at = datetime.datetime(2027, 2, 1, tzinfo=MONTREAL)
    assert len(constats(PERSONNES_NOMMEES, page)) == 1


def test_un_accord_pour_les_communiques_ne_vaut_pas_ailleurs() -> None:
    page = faire_parler(un_communique(), une_autorisation(portee=PorteeNom.COMMUNIQUES))
    assert constats(PERSONNES_NOMMEES, page) == []
    page.portee_des_noms = PorteeNom.SITE
    assert "ne couvre pas" in constats(PERSONNES_NOMMEES, page)[0].message


@pytest.mark.parametrize("source", ["", "   "])
def test_un_chiffre_mis_de_l_avant_a_une_source(source: str) -> None:
    (constat,) = constats(CHIFFRES_CLES, un_communique(corps=corps(chiffre(source=source))))
    assert constat.champ.endswith(".source")
    assert constats(CHIFFRES_CLES, un_communique(corps=corps(chiffre()))) == []


@pytest.mark.parametrize("texte", ["90 tables", "12,5 % de plus", "20 000 repas en 2025"])
def test_un_texte_qui_compte_demande_ses_sources(texte: str) -> None:
    page = un_communique(corps=corps(("texte", f"<p>{texte}</p>")))
    assert len(constats(CHIFFRES_DU_TEXTE, page)) == 1
    page.sources = "<p>Registre, 2026.</p>"
    assert constats(CHIFFRES_DU_TEXTE, page) == []


@pytest.mark.parametrize(
    "texte",
    [
        "Le 10 octobre 2026, à 8 h 30, la 14e Journée",
        "Info-Social 811 ou 514 555-0195",
        "https://exemple.org/12",
        "Rien.",
    ],
)
def test_une_date_une_heure_un_rang_ne_comptent_rien(texte: str) -> None:
    assert not compte_quelque_chose(texte)


@pytest.mark.parametrize(
    ("contacts", "mot"),
    [
        ([], "Il manque un contact"),
        ([ContactPresse(role="Presse")], "ni courriel ni téléphone"),
        ([ContactPresse(role="Presse", telephone="514 555-019")], "ne se compose pas"),
        ([ContactPresse(role="Presse", telephone="911")], "ne se compose pas"),
    ],
)
def test_un_contact_se_joint(contacts: list[ContactPresse], mot: str) -> None:
    page = un_communique()
    page.contacts = contacts
    assert [mot in constat.message for constat in constats(CONTACTS, page)] == [True]


@pytest.mark.parametrize(("courriel", "nombre"), [("presse@exemple.org", 0), ("odile.fictive@exemple.org", 1)])
def test_une_adresse_de_role_est_conseillee(courriel: str, nombre: int) -> None:
    page = un_communique()
    page.contacts = [ContactPresse(role="Presse", courriel=courriel)]
    assert len(constats(ADRESSES_DE_ROLE, page)) == nombre


@pytest.mark.parametrize(
    ("diffusion", "heure", "date", "champs"),
    [
        (Diffusion.EMBARGO, None, JOUR, ["diffusion"]),
        (
            Diffusion.IMMEDIATE,
            datetime.datetime(2040, 10, 10, 8, tzinfo=MONTREAL),
            datetime.date(2040, 10, 10),
            ["diffusion"],
        ),
        (Diffusion.EMBARGO, A_VENIR, datetime.date(2040, 10, 9), ["date"]),
        # Late in the evening in Montréal, it is already the next day in UTC.
        (Diffusion.EMBARGO, datetime.datetime(2040, 10, 11, 2, tzinfo=datetime.UTC), datetime.date(2040, 10, 10), []),
        # The hour has come: the scheduled publication must pass.
        (Diffusion.EMBARGO, datetime.datetime(2020, 10, 10, 8, tzinfo=MONTREAL), datetime.date(2020, 10, 10), []),
        (Diffusion.IMMEDIATE, None, JOUR, []),
        # Both sides of the change of clock of November 2026.
        (Diffusion.EMBARGO, datetime.datetime(2026, 11, 1, 5, 30, tzinfo=datetime.UTC), datetime.date(2026, 11, 1), []),
        (Diffusion.EMBARGO, datetime.datetime(2026, 11, 2, 4, 30, tzinfo=datetime.UTC), datetime.date(2026, 11, 1), []),
    ],
)
def test_l_embargo_l_heure_et_la_date_s_accordent(
    diffusion: Diffusion, heure: datetime.datetime | None, date: datetime.date, champs: list[str]
) -> None:
    page = un_communique(diffusion=diffusion, date=date)
    page.go_live_at = heure
    assert [constat.champ for constat in constats(DIFFUSION, page)] == champs


@pytest.mark.parametrize("fin", ["– 30 –", "-30-", "— 30 —"])
def test_la_fin_ne_se_tape_pas(fin: str) -> None:
    page = un_communique(corps=corps(("texte", f"<p>Voilà.</p><p>{fin}</p>")))
    assert len(constats(FIN_ECRITE, page)) == 1
    assert constats(FIN_ECRITE, un_communique(corps=corps(("texte", "<p>Il y en a -30- ou 30.</p>")))) == []


def test_un_avis_repond_aux_quatre_questions() -> None:
    page = un_communique(genre=GenreCommunique.AVIS, qui="La fédération", ou=" ")
    assert [constat.champ for constat in constats(AVIS_COMPLET, page)] == ["quoi", "quand", "ou"]
    page.genre = GenreCommunique.COMMUNIQUE
    assert constats(AVIS_COMPLET, page) == []


def une_journee(*heures: tuple[str, str]) -> Any:
    page = ProgrammePageFactory.create(live=False)
    page.plages = plages(*heures)
    return page


def test_une_journee_qui_se_suit_passe() -> None:
    page = une_journee(("9:00", "10:15"), ("8:30", "9:00"), ("10:15", "12:00"))
    assert constats(CHEVAUCHEMENTS, page) == constats(TROUS, page) == []


@pytest.mark.parametrize(
    ("heures", "mot"),
    [
        ([], "aucune plage"),
        ([("9:00", "10:00"), ("9:30", "11:00")], "se chevauchent"),
        ([("8:00", "12:00"), ("9:00", "10:00"), ("12:00", "13:00")], "se chevauchent"),
        ([("10:00", "9:00")], "finit avant"),
        ([("9:00", "9:00")], "finit avant"),
    ],
)
def test_un_chevauchement_arrete_la_page(heures: list[tuple[str, str]], mot: str) -> None:
    assert [mot in constat.message for constat in constats(CHEVAUCHEMENTS, une_journee(*heures))] == [True]


def test_un_trou_propose_une_pause() -> None:
    (constat,) = constats(TROUS, une_journee(("8:30", "9:00"), ("9:15", "10:00")))
    assert constat.message == "Rien n’est dit de 9\u00a0h à 9\u00a0h\u00a015 : ajoutez une pause?"


def test_une_photo_sans_description_longue_arrete_la_page() -> None:
    page = OeuvrePageFactory.create(live=False)
    page.photos = [une_photo(description_longue=" ")]
    assert [constat.champ for constat in constats(OEUVRE, page)] == ["photos"]
    page.photos = [une_photo()]
    assert constats(OEUVRE, page) == []


def test_les_dates_d_une_oeuvre_se_suivent() -> None:
    page = OeuvrePageFactory.create(live=False, retour_prevu_le=datetime.date(2026, 1, 1), suivi="<p>Rendue.</p>")
    assert [constat.champ for constat in constats(OEUVRE, page)] == ["retour_prevu_le", "suivi_le"]


def test_un_embargo_passe_ne_s_ecrit_pas(settings: Settings) -> None:
    """The editor's form refuses it beside the field (`saisie`); the gate lets pass the hour that has come."""
    page = un_communique(diffusion=Diffusion.EMBARGO)
    page.go_live_at = datetime.datetime(2026, 10, 10, 8, tzinfo=MONTREAL)
    assert [c.regle for c in examiner(page) if c.regle == "diffusion"] == []
