"""Sign-in by a code: what it is made of, who it is for, and what is kept of it."""

import smtplib
from typing import Any

import pytest
from django.core import mail

from reseau import taches
from reseau.connexion import code_de, compte_a_joindre, est_le_code, nouveau_grain
from reseau.models import Compte
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import une_personne


def un_contact(**champs: Any) -> Compte:
    """Return an account of a resource."""
    compte = CompteFactory.create(**champs)
    RessourceFactory.create().contacts.add(compte)
    return compte


def test_un_grain_donne_toujours_les_memes_huit_chiffres() -> None:
    grain = nouveau_grain()
    assert code_de(grain) == code_de(grain)
    assert len(code_de(grain)) == 8
    assert code_de(grain).isdecimal()
    assert len({code_de(nouveau_grain()) for _ in range(50)}) == 50


@pytest.mark.parametrize("forme", ["{}", " {} ", "{0[0]}{0[1]} - {0}", "Code : {}"])
def test_les_espaces_et_les_tirets_sont_pardonnes(forme: str) -> None:
    code = code_de("g")
    ecrit = forme.format(code) if forme.count("{") == 1 else f"{code[:4]}-{code[4:]}"
    assert est_le_code(ecrit, "g")


@pytest.mark.parametrize("saisie", ["", "12345678", "é", "٣٣٣٣٣٣٣٣", "0" * 5000, "\x00"])
def test_autre_chose_n_est_pas_le_code(saisie: str) -> None:
    assert not est_le_code(saisie, "g")


def test_sans_grain_aucun_code_n_est_bon() -> None:
    assert not est_le_code(code_de(""), "")
    assert not est_le_code("", "")


@pytest.mark.django_db
def test_une_personne_d_une_ressource_est_trouvee_par_son_courriel() -> None:
    compte = un_contact(email="Odile@Exemple.org")
    assert compte_a_joindre("odile@exemple.org") == compte


@pytest.mark.django_db
@pytest.mark.parametrize(
    "champs", [{"is_active": False}, {"is_staff": True}, {"is_superuser": True}, {"email": ""}], ids=str
)
def test_ces_comptes_ne_recoivent_pas_de_code(champs: dict[str, Any]) -> None:
    compte = un_contact(**champs)
    assert compte_a_joindre(compte.email) is None


@pytest.mark.django_db
def test_un_compte_qui_ouvre_l_administration_ne_recoit_pas_de_code() -> None:
    compte = une_personne("moderer_depot")
    RessourceFactory.create().contacts.add(compte)
    assert compte_a_joindre(compte.email) is None


@pytest.mark.django_db
def test_un_compte_sans_ressource_ou_inconnu_ne_recoit_rien() -> None:
    assert compte_a_joindre(CompteFactory.create().email) is None
    assert compte_a_joindre("personne@exemple.org") is None


@pytest.mark.django_db
def test_le_courriel_est_en_texte_avec_le_code_seul() -> None:
    compte = un_contact(email="odile@exemple.org")
    taches.envoyer_code.call(compte.pk, "g")
    (message,) = mail.outbox
    assert message.to == ["odile@exemple.org"]
    assert "".join(c for c in message.body.splitlines()[0] if c.isdecimal()) == code_de("g")
    assert getattr(message, "alternatives", []) == []
    assert "http" not in message.body
    assert code_de("g")[:4] not in message.subject


@pytest.mark.django_db
def test_une_panne_du_courriel_ne_montre_aucune_adresse(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    compte = un_contact(email="odile@exemple.org")

    def en_panne(*_args: object, **_options: object) -> None:
        raise smtplib.SMTPRecipientsRefused({"odile@exemple.org": (550, b"non")})

    monkeypatch.setattr("reseau.connexion.send_mail", en_panne)
    assert taches.envoyer_code.call(compte.pk, "g") is False
    assert f"envoyer_code, n° {compte.pk}" in caplog.text
    assert "odile" not in caplog.text
