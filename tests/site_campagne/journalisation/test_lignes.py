"""A canary in everything that a line can be made of: an argument, an error, a query, an address. None comes out."""

import json
import logging
import sys
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.views.debug import get_exception_reporter_class, get_exception_reporter_filter

from site_campagne.journalisation.discretion import AU_PLUS, CHAINE, LIEUX, pile, rayer
from site_campagne.journalisation.lignes import FormateurDiscret, FormateurJson

CANARI = "Gaétane-Canari"
FORMATEURS = (FormateurDiscret(), FormateurJson())


def ecrire(formateur: logging.Formatter, mots: Any, *arguments: Any, nom: str = "pages", exc: Any = None) -> str:
    return formateur.format(logging.LogRecord(nom, logging.ERROR, "f.py", 1, mots, arguments, exc))


def une_erreur() -> Any:
    """Return an error that quotes the canary, led to by another that quotes it too."""
    canari = CANARI
    try:
        try:
            int(canari)  # says what it could not read
        except ValueError as premiere:
            raise RuntimeError(f"la ligne {canari}") from premiere
    except RuntimeError:
        return sys.exc_info()


@pytest.mark.parametrize("formateur", FORMATEURS)
def test_une_erreur_se_dit_par_ses_lieux_et_jamais_par_ses_mots(formateur: logging.Formatter) -> None:
    dit = ecrire(formateur, "Publication impossible : %s", 12, exc=une_erreur())
    assert CANARI not in dit
    for attendu in ("Publication impossible : 12", "RuntimeError", "ValueError", "test_lignes.py", "une_erreur"):
        assert attendu in dit


@pytest.mark.parametrize("formateur", FORMATEURS)
@pytest.mark.parametrize("argument", [ValueError(CANARI), {"a": ValueError(CANARI)}, [ValueError(CANARI)]])
def test_un_argument_qui_est_une_erreur_devient_son_genre(formateur: logging.Formatter, argument: Any) -> None:
    dit = ecrire(formateur, "échec : %s", argument)
    assert CANARI not in dit
    assert "ValueError" in dit


def test_un_objet_devient_sa_classe_et_une_erreur_ecrite_seule_aussi() -> None:
    class Depot:
        def __str__(self) -> str:
            return CANARI

    assert CANARI not in ecrire(FORMATEURS[0], "%s", Depot())
    assert CANARI not in ecrire(FORMATEURS[0], ValueError(CANARI))


@pytest.mark.parametrize(
    ("brut", "attendu"),
    [
        ("Not Found: /recherche/?q=Gaetane&x=1", "Not Found: /recherche/?…"),
        ("GET /a/?b=c HTTP", "GET /a/?… HTTP"),
        ("à odile@exemple.org, refusé", "à …@…, refusé"),
        ("ip=203.0.113.9: x", "ip=…: x"),
        ("de 2001:db8::ff00:42 à", "de … à"),
        ("de ::1 à 2001:db8:0:0:1:2:3:4", "de … à …"),
        ("au 418 555-0199 hier", "au … hier"),
        ("/partage/abcDEF/", "/partage/…"),
        ("redis://moi:secret@cache:6379/0", "redis://moi:…@…:6379/0"),
        ("deux\nlignes\x1b[31m", "deux lignes [31m"),
        ("contenupage 12 : ordre_des_intertitres", "contenupage 12 : ordre_des_intertitres"),
        ("à 10:20:30, le 2026-11-22", "à 10:20:30, le 2026-11-22"),
        ("Django 5.2.19", "Django 5.2.19"),
    ],
)
def test_ce_qui_designe_quelqu_un_est_raye_et_le_reste_demeure(brut: str, attendu: str) -> None:
    assert rayer(brut) == attendu


def test_une_ligne_a_une_longueur() -> None:
    assert len(rayer("mot " * AU_PLUS)) == AU_PLUS + 1


@pytest.mark.django_db
@pytest.mark.parametrize("formateur", FORMATEURS)
def test_une_requete_sql_ne_montre_pas_ses_parametres(
    formateur: logging.Formatter, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "django.db.backends")
    connection.force_debug_cursor = True
    try:
        with connection.cursor() as curseur:
            curseur.execute("SELECT %s", [CANARI])
    finally:
        connection.force_debug_cursor = False
    lignes = [formateur.format(ligne) for ligne in caplog.records if ligne.name == "django.db.backends"]
    assert lignes
    assert CANARI not in "".join(lignes)


@pytest.mark.django_db
def test_une_adresse_inconnue_se_dit_sans_ce_qui_suit(caplog: pytest.LogCaptureFixture) -> None:
    Client().get(f"/nulle-part/?q={CANARI}")
    lignes = [FORMATEURS[0].format(ligne) for ligne in caplog.records]
    assert any("/nulle-part/" in ligne for ligne in lignes)
    assert CANARI not in "".join(lignes)


def test_une_ligne_en_json_se_relit() -> None:
    dite = json.loads(ecrire(FORMATEURS[1], "Échéances : %s.", 3, nom="temoignages"))
    assert (dite["niveau"], dite["nom"], dite["message"]) == ("ERROR", "temoignages", "Échéances : 3.")
    assert "pile" not in dite


@pytest.mark.parametrize(("mots", "arguments"), [("%d choses", ("x",)), ("100 % sûr", (1,)), ("%(a)s", ({"a": 1},))])
def test_une_ligne_mal_ecrite_est_ecrite_quand_meme(mots: str, arguments: tuple[Any, ...]) -> None:
    assert ecrire(FORMATEURS[0], mots, *arguments)


def test_un_rapport_d_erreur_ne_montre_ni_variable_ni_envoi_ni_temoin_ni_recherche() -> None:
    requete = HttpRequest()
    requete.method, requete.path = "POST", "/temoigner/"
    requete.META = {"REMOTE_ADDR": "203.0.113.9", "HTTP_COOKIE": CANARI, "QUERY_STRING": CANARI, "SERVER_NAME": "x"}
    requete.GET = requete.POST = {"texte": CANARI}  # type: ignore[assignment]
    requete.COOKIES = {"sessionid": CANARI}
    rapport = get_exception_reporter_class(requete)(requete, *une_erreur())  # type: ignore[operator]  # a class
    ecrit = rapport.get_traceback_text() + rapport.get_traceback_html()
    assert CANARI not in ecrit
    assert "203.0.113.9" not in ecrit
    assert "RuntimeError" in ecrit
    filtre = get_exception_reporter_filter(requete)
    assert not any(
        (
            filtre.get_post_parameters(requete),
            filtre.get_safe_request_meta(requete),
            filtre.get_safe_cookies(requete),
            filtre.get_safe_settings(),
            filtre.get_traceback_frame_variables(requete, sys._getframe()),
        )
    )


def test_une_longue_chaine_garde_ce_qui_est_sorti_et_ce_qui_a_commence() -> None:
    def tomber(reste: int) -> None:
        try:
            if reste:
                tomber(reste - 1)
            else:
                int(CANARI)
        except ValueError as erreur:
            raise (KeyError if reste == 9 else ValueError)(CANARI) from erreur

    with pytest.raises(KeyError) as saisie:
        tomber(9)
    lignes = pile(saisie.value)
    assert lignes[0] == "KeyError"
    assert [ligne for ligne in lignes if not ligne.startswith(" ")] == ["KeyError", *["ValueError"] * (CHAINE - 1)]
    assert len(lignes) <= CHAINE * (LIEUX + 1)
