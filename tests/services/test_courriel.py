"""The mail server of the tests is a real one: it parses, refuses, and can be down."""

import smtplib

import pytest
from django.core.mail import send_mail

from .courriel import ServeurDeCourriel


def ecrire() -> None:
    send_mail("Été", "Bonjour, voici : 1234 5678\nhttp://exemple.org/a/\n", None, ["odile@exemple.org"])


def test_un_courriel_arrive_entier(serveur_de_courriel: ServeurDeCourriel) -> None:
    ecrire()
    (recu,) = serveur_de_courriel.recus
    assert (recu.a, recu.message["Subject"], recu.code, recu.lien) == (
        ["odile@exemple.org"],
        "Été",
        "1234 5678",
        "/a/",
    )


def test_un_serveur_qui_refuse_se_voit(serveur_de_courriel: ServeurDeCourriel) -> None:
    serveur_de_courriel.refus = "451 plus tard"
    with pytest.raises(smtplib.SMTPDataError):
        ecrire()
    assert serveur_de_courriel.recus == []


def test_un_serveur_arrete_se_voit(serveur_de_courriel: ServeurDeCourriel) -> None:
    serveur_de_courriel.arreter()
    with pytest.raises(OSError, match="refused"):
        ecrire()
