"""What passes is 503, what is ours is 500; what was sent is given back, but a password; a silent base is left alone."""

import errno
import time
from typing import Any

import pytest
from django.db import DataError, IntegrityError, InterfaceError, OperationalError, ProgrammingError, connections
from django.forms import PasswordInput
from django.test import Client, RequestFactory

from reseau.forms_second_facteur import MotDePasseForm
from site_campagne import pannes
from tests.temoignages.views.envoi import MOTS, page

SECRET = "serveur.exemple.org"
VUE = "site_campagne.accessibilite.views.render"
PLEIN = OSError(errno.ENOSPC, "No space left on device")


class ConnectionTimeout(Exception):
    """As psycopg calls it."""


def silence() -> OperationalError:
    erreur = OperationalError(SECRET)
    erreur.__cause__ = ConnectionTimeout(SECRET)
    return erreur


@pytest.fixture(autouse=True)
def sans_repit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pannes.Repit, "jusqu_a", 0.0)


def lire(erreur: Exception, monkeypatch: pytest.MonkeyPatch, adresse: str = "/accessibilite/") -> Any:
    """Return what a reader gets when a view fails so."""

    def lever(*_a: object, **_o: object) -> None:
        raise erreur

    monkeypatch.setattr(VUE, lever)
    return Client(raise_request_exception=False).get(adresse)


@pytest.mark.django_db
@pytest.mark.parametrize("genre", [OperationalError, InterfaceError, ProgrammingError])
def test_une_panne_de_la_base_est_une_page_calme_et_une_ligne_du_journal(
    genre: type[Exception], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    reponse = lire(genre(SECRET), monkeypatch)
    assert (reponse.status_code, reponse["Retry-After"], reponse["Cache-Control"]) == (503, "60", "no-store")
    assert "Le site ne répond pas en ce moment" in page(reponse)
    assert "<form" not in page(reponse)
    lignes = [ligne for ligne in caplog.records if ligne.name in {"site_campagne.pannes", "django.request"}]
    assert len(lignes) == 1
    assert SECRET not in lignes[0].getMessage()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("erreur", "statut"),
    [(PLEIN, 503), (OSError("?"), 500), (IntegrityError(), 500), (DataError(), 500), (ZeroDivisionError(), 500)],
    ids=["disque plein", "autre", "intégrité", "donnée", "calcul"],
)
def test_ce_qui_passera_est_503_et_ce_qui_est_a_nous_500(
    erreur: Exception, statut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lire(erreur, monkeypatch).status_code == statut


@pytest.mark.django_db
def test_en_anglais_la_page_est_en_anglais(monkeypatch: pytest.MonkeyPatch) -> None:
    reponse = lire(OperationalError(), monkeypatch, "/en/accessibilite/")
    assert reponse.status_code == 503
    assert '<html lang="en-CA">' in page(reponse)


@pytest.mark.django_db
def test_une_base_qui_se_tait_est_laissee_en_paix_un_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lire(silence(), monkeypatch).status_code == 503
    monkeypatch.undo()
    monkeypatch.setattr(pannes.Repit, "jusqu_a", time.monotonic() + pannes.REPIT)
    visiteur = Client()
    assert [visiteur.get(adresse).status_code for adresse in ("/temoigner/", "/sante/")] == [503, 200]
    gardee = visiteur.post(
        "/temoigner/", f"texte={MOTS.replace(' ', '+')}", content_type="application/x-www-form-urlencoded"
    )
    assert (gardee.status_code, MOTS in page(gardee)) == (503, True)
    monkeypatch.setattr(pannes.Repit, "jusqu_a", time.monotonic() - 1)
    assert visiteur.get("/temoigner/").status_code == 200


@pytest.mark.django_db
def test_seul_un_silence_donne_un_repit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lire(OperationalError(), monkeypatch).status_code == 503
    assert pannes.Repit.jusqu_a == 0.0
    assert lire(silence(), monkeypatch).status_code == 503  # of the safe: the main database is there
    assert pannes.Repit.jusqu_a == 0.0
    with monkeypatch.context() as sans_base:
        sans_base.setattr(connections["default"], "connection", None)
        assert not pannes.la_base_tient()
    monkeypatch.setattr(pannes, "la_base_tient", lambda: False)
    assert lire(silence(), monkeypatch).status_code == 503
    assert pannes.Repit.jusqu_a > time.monotonic()


def relire(adresse: str, **champs: str) -> dict[str, bool]:
    """Return the fields given back, and whether each can be read."""
    requete = RequestFactory().post(adresse, champs)
    assert requete.POST  # as a view has, before it fails
    return {champ.nom: champ.se_lit for champ in pannes.relire_l_envoi(requete)}


def test_ce_qui_fut_tape_se_relit_un_code_se_renvoie_sans_se_voir_un_mot_de_passe_jamais() -> None:
    assert relire("/temoigner/", texte="du monde", jeton="a.b", code="sept mots d’un code") == {
        "texte": True,
        "jeton": False,
        "code": False,
    }
    assert relire("/admin/pages/3/edit/", body="[{} un bloc]") == {"body": False}
    secret = next(nom for nom, champ in MotDePasseForm.base_fields.items() if isinstance(champ.widget, PasswordInput))
    assert relire("/admin/login/", identifiant="odile", **{secret: "rien"}) == {}
    assert relire("/admin/password_reset/", new_password1="rien", new_password2="rien") == {}


def test_un_fichier_qu_on_envoie_n_est_pas_lu_pour_dire_la_panne() -> None:
    requete = RequestFactory().post("/admin/images/add/", {"title": "une cuisine"})
    assert pannes.relire_l_envoi(requete) == []


@pytest.mark.parametrize("corps", [b"a=" + b"x" * 3_000_000, b"\xff=\xfe"])
def test_un_corps_illisible_ne_donne_pas_une_autre_panne(corps: bytes) -> None:
    genre = "application/x-www-form-urlencoded"
    pannes.relire_l_envoi(RequestFactory().post("/temoigner/", corps, content_type=genre))
