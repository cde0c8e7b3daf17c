"""The form of an event: hours as people type them, places that stay hidden, and what is refused beside its field."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.evenements.formulaire import EvenementForm
from pages.evenements.formulaire_heures import MINUIT, HorsHoraire, bornes, ecrire_heure, horaire, lire_heure
from pages.models import Evenement
from reseau.models import Ressource
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.reseau import RessourceFactory

from .gestes import bientot
from .saisies import saisie

QUEBEC = ZoneInfo("America/Toronto")
JOUR = date(2027, 10, 9)


def remplir(ressource: Ressource | None = None, /, **champs: Any) -> EvenementForm:
    """Return the form of a new event, sent."""
    evenement = Evenement(live=False, ressource=ressource or RessourceFactory.create())
    return EvenementForm(saisie(**champs), instance=evenement)


@pytest.mark.parametrize(
    ("texte", "minutes"),
    [
        ("13 h", 780),
        ("13h", 780),
        ("13 h 30", 810),
        ("13h30", 810),
        ("13\u00a0h\u00a030", 810),
        ("13:30", 810),
        ("1330", 810),
        ("930", 570),
        ("9", 540),
        ("13 heures", 780),
        ("13 H 05", 785),
        ("midi", 720),
        ("0 h", 0),
        ("00 h", 0),
        ("24 h", MINUIT),
        ("minuit", MINUIT),
        ("2400", MINUIT),
    ],
)
def test_une_heure_se_lit_comme_on_la_tape_au_quebec(texte: str, minutes: int) -> None:
    assert lire_heure(texte) == minutes


@pytest.mark.parametrize(
    "texte", ["", "h", "25 h", "13 h 60", "24 h 01", "13h5", "1 pm", "-1", "13 à 16", "٣ h", "99999"]
)
def test_ce_qui_n_est_pas_une_heure_est_refuse(texte: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(texte)}$"):
        lire_heure(texte)


@given(st.integers(0, MINUIT))
def test_chaque_heure_ecrite_se_relit(minutes: int) -> None:
    assert lire_heure(ecrire_heure(minutes)) == minutes


@given(
    st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    st.integers(0, MINUIT - 1),
    st.integers(0, MINUIT),
    st.one_of(st.none(), st.integers(0, 31)),
)
def test_le_moment_garde_est_celui_qui_se_remontre(jour: date, debut: int, fin: int, jours: int | None) -> None:
    dernier = None if jours is None else jour + timedelta(days=jours)
    try:
        bornees = bornes(jour, debut, fin, dernier, QUEBEC)
    except HorsHoraire:
        return
    assert bornees[0] < bornees[1]
    montre = horaire(*bornees, QUEBEC)
    relu = bornes(
        montre["jour"],
        lire_heure(montre["heure_debut"]),
        lire_heure(montre["heure_fin"]),
        montre["dernier_jour"],
        QUEBEC,
    )
    assert relu == bornees


@pytest.mark.parametrize("fin", [0, MINUIT])
def test_finir_a_minuit_finit_avec_la_journee(fin: int) -> None:
    assert bornes(JOUR, 20 * 60, fin, None, QUEBEC)[1] == datetime(2027, 10, 10, 4, tzinfo=UTC)
    assert horaire(*bornes(JOUR, 20 * 60, fin, None, QUEBEC), QUEBEC)["dernier_jour"] is None


def test_finir_un_autre_jour() -> None:
    debut, fin = bornes(JOUR, 20 * 60, 2 * 60, date(2027, 10, 10), QUEBEC)
    assert fin - debut == timedelta(hours=6)


@pytest.mark.parametrize(
    ("jour", "debut", "fin", "dernier", "champ"),
    [
        (JOUR, 960, 780, None, "heure_fin"),
        (JOUR, 780, 780, None, "heure_fin"),
        (JOUR, 1320, 120, None, "heure_fin"),
        (JOUR, MINUIT, MINUIT, None, "heure_debut"),
        (JOUR, 780, 960, date(2027, 10, 8), "dernier_jour"),
        (JOUR, 780, 960, date(2027, 11, 20), "dernier_jour"),
        (date(2027, 3, 14), 150, 300, None, "heure_debut"),  # between 2 h and 3 h: the clock jumps
        (date(2027, 3, 14), 60, 150, None, "heure_fin"),
    ],
)
def test_un_moment_impossible_est_dit_a_cote_de_son_champ(
    jour: date, debut: int, fin: int, dernier: date | None, champ: str
) -> None:
    with pytest.raises(HorsHoraire) as refus:
        bornes(jour, debut, fin, dernier, QUEBEC)
    assert refus.value.champ == champ


def test_l_heure_qui_revient_deux_fois_est_la_premiere() -> None:
    debut, fin = bornes(date(2027, 11, 7), 90, 180, None, QUEBEC)
    assert (debut, fin - debut) == (datetime(2027, 11, 7, 5, 30, tzinfo=UTC), timedelta(hours=2, minutes=30))


@pytest.mark.django_db
def test_l_essentiel_suffit() -> None:
    formulaire = remplir()
    assert formulaire.is_valid(), formulaire.errors
    assert formulaire.instance.moment.endswith("13\u00a0h à 16\u00a0h")
    assert not formulaire.details_ouverts


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("champ", "valeur", "message"),
    [
        ("titre", "", "Remplissez ce champ."),
        ("titre", "a" * 5_000, "120"),
        ("titre", "a\x00b", "nul"),
        ("description", "a" * 2_001, "2000"),
        ("jour", "", "Remplissez ce champ."),
        ("jour", "10 octobre", "2026-10-10"),
        ("jour", "0026-10-10", "année"),
        ("jour", "9999-12-31", "année"),
        ("jour", "2020-10-10", "passée"),
        ("dernier_jour", "9999-12-31", "année"),
        ("heure_debut", "vers une heure", "13 h, 13:30 ou 1330"),
        ("heure_fin", "25 h", "13 h, 13:30 ou 1330"),
        ("heure_fin", "9 h", "La fin vient après le début"),
        ("municipalite", "", "Remplissez ce champ."),
        ("courriel_public", "accueil", "courriel"),
        ("telephone_public", "555-0100", "ne se compose pas"),
        ("lien_en_ligne", "javascript:alert(1)", "valide"),
        ("lien_inscription", "data:text/html,x", "valide"),
        ("lien_inscription", "ftp://exemple.org", "valide"),
        ("genre", "inconnu", "inconnu"),
        ("fauteuil", "peut-être", "peut-être"),
        ("region", "99", "99"),
    ],
)
def test_une_mauvaise_saisie_est_dite_a_cote_de_son_champ(champ: str, valeur: str, message: str) -> None:
    formulaire = remplir(**{champ: valeur})
    assert not formulaire.is_valid()
    assert list(formulaire.errors) == [champ]
    assert message in str(formulaire.errors[champ])


@pytest.mark.django_db
def test_une_erreur_dans_les_details_les_ouvre() -> None:
    assert remplir(lien_en_ligne="javascript:alert(1)").details_ouverts
    assert not remplir(titre="").details_ouverts


@pytest.mark.django_db
def test_une_adresse_web_sans_protocole_est_en_https() -> None:
    formulaire = remplir(lien_inscription="exemple.org/inscription")
    assert formulaire.is_valid(), formulaire.errors
    assert formulaire.instance.lien_inscription == "https://exemple.org/inscription"


@pytest.mark.django_db
def test_une_balise_et_un_emoji_sont_du_texte() -> None:
    formulaire = remplir(titre="<b>Café</b> 🧶", description="1 < 2\n<script>alert(1)</script>")
    assert formulaire.is_valid(), formulaire.errors
    assert formulaire.instance.titre == "<b>Café</b> 🧶"


@pytest.mark.django_db
def test_en_ligne_ne_demande_pas_de_municipalite() -> None:
    assert EvenementForm(instance=Evenement(ressource=RessourceFactory.create()))["municipalite"].field.required
    assert remplir(modalite="en_ligne", municipalite="").is_valid()


@pytest.mark.django_db
def test_un_lieu_masque_n_est_ni_demande_ni_garde() -> None:
    refuge = RessourceFactory.create(lieu_masque=True)
    formulaire = remplir(refuge)
    assert not {"lieu", "adresse", "lieu_masque"} & set(formulaire.fields)
    assert formulaire.is_valid(), formulaire.errors
    gardee = formulaire.instance
    assert (gardee.lieu_masque, gardee.lieu, gardee.adresse, gardee.municipalite) == (True, "", "", "Granby")


@pytest.mark.django_db
@pytest.mark.parametrize("champ", ["titre", "description", "contact_acces"])
@pytest.mark.parametrize("masque_par", ["ressource", "evenement"])
def test_une_adresse_ne_se_dit_pas_ailleurs_quand_le_lieu_est_masque(champ: str, masque_par: str) -> None:
    ressource = RessourceFactory.create(lieu_masque=masque_par == "ressource")
    formulaire = remplir(ressource, lieu_masque="on", **{champ: "Au 12, rue des Érables"})
    assert not formulaire.is_valid()
    assert list(formulaire.errors) == [champ]


@pytest.mark.django_db
def test_un_evenement_affiche_et_passe_se_corrige_sans_changer_de_date() -> None:
    evenement = EvenementFactory.create(debut=bientot(-30), fin=bientot(-30, heure=16))
    initial = EvenementForm(instance=evenement).initial
    memes = {nom: initial[nom] or "" for nom in ("jour", "heure_debut", "heure_fin", "dernier_jour")}
    assert EvenementForm(saisie(**memes, titre="Corrigé"), instance=evenement).is_valid()
    deplace = memes | {"jour": initial["jour"] - timedelta(days=1)}
    assert list(EvenementForm(saisie(**deplace), instance=evenement).errors) == ["jour"]


@pytest.mark.django_db
def test_le_navigateur_ne_coupe_pas_en_silence_un_texte_trop_long() -> None:
    assert "maxlength" not in str(remplir())


@pytest.mark.django_db
def test_chaque_question_d_acces_reste_sans_reponse_si_personne_n_y_touche() -> None:
    formulaire = EvenementForm(instance=Evenement(ressource=RessourceFactory.create()))
    assert len(formulaire.acces) == 8
    for champ in formulaire.acces:
        assert [str(option.choice_label) for option in champ] == ["Oui", "Non", "Non précisé"]
        assert str(champ).count("checked") == 1
