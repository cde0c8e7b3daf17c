"""Mail that cannot leave is queued again, said on the screen, and leaves when the server is back."""

from typing import Any

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from reseau import taches
from reseau.connexion import code_de
from reseau.courriel import DELAIS, distribuer, est_en_panne
from reseau.equipe import inviter
from reseau.models import Invitation
from tests.fabriques.reseau import RessourceFactory
from tests.services.courriel import ServeurDeCourriel

from .test_connexion import un_contact

pytestmark = pytest.mark.django_db
FILE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def suite() -> "DBTaskResult[Any, Any]":
    """Return the task that was queued last."""
    return DBTaskResult.objects.latest("enqueued_at")


def test_un_code_est_reessaye_tant_qu_il_sert(settings: Settings, serveur_de_courriel: ServeurDeCourriel) -> None:
    settings.TASKS = FILE
    compte = un_contact(email="odile@exemple.org")
    serveur_de_courriel.arreter()
    assert taches.envoyer_code.call(compte.pk, "g") is False
    attente = suite()
    assert attente.args_kwargs["args"] == [compte.pk, "g", 1]
    assert est_en_panne()
    assert "odile" not in str(DBTaskResult.objects.values())
    serveur_de_courriel.demarrer()
    assert taches.envoyer_code.call(*attente.args_kwargs["args"]) is True
    assert serveur_de_courriel.dernier_pour("odile@exemple.org").code.replace(" ", "") == code_de("g")
    assert sum(DELAIS[: taches.ESSAIS_D_UN_CODE]) < settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT
    assert taches.envoyer_code.call(compte.pk, "g", taches.ESSAIS_D_UN_CODE + 1) is False


def test_une_invitation_est_reessayee_pendant_un_jour(
    settings: Settings, serveur_de_courriel: ServeurDeCourriel
) -> None:
    settings.TASKS = FILE
    ressource, odile = RessourceFactory.create(), un_contact()
    serveur_de_courriel.refus = "451 plus tard"
    invitation = inviter(ressource=ressource, adresse="nadia@exemple.org", par=odile)
    for essai in range(len(DELAIS)):
        assert taches.envoyer_invitation.call(invitation.pk, essai) is False
        assert suite().args_kwargs["args"] == [invitation.pk, essai + 1]
    assert taches.envoyer_invitation.call(invitation.pk, len(DELAIS)) is False
    assert DBTaskResult.objects.count() == len(DELAIS)
    assert sum(DELAIS) > 20 * 3600
    serveur_de_courriel.refus = ""
    assert taches.envoyer_invitation.call(invitation.pk, 3) is True
    assert taches.envoyer_invitation.call(invitation.pk, 4) is False  # it left: not twice
    assert len(serveur_de_courriel.recus) == 1
    assert Invitation.objects.get().envoyee_le


def test_l_ecran_dit_que_les_codes_tardent_a_tout_le_monde(
    client: Client, serveur_de_courriel: ServeurDeCourriel
) -> None:
    compte = un_contact(email="odile@exemple.org")
    serveur_de_courriel.arreter()
    ailleurs = Client()
    for visiteur, adresse in ((client, compte.email), (ailleurs, "inconnue@exemple.org")):
        visiteur.post("/espace/connexion/", {"email": adresse})
        assert "tardent à partir" in visiteur.get("/espace/connexion/code/").content.decode()
    serveur_de_courriel.demarrer()
    client.post("/espace/connexion/", {"email": compte.email})
    assert "tardent à partir" not in client.get("/espace/connexion/code/").content.decode()


def test_le_meme_mot_part_a_chacun_et_une_adresse_refusee_n_arrete_personne(
    serveur_de_courriel: ServeurDeCourriel, caplog: pytest.LogCaptureFixture
) -> None:
    gens = [(1, "odile@exemple.org"), (2, "pas une adresse@"), (3, "nadia@exemple.org")]
    assert distribuer("Sujet", "Corps", gens) == 2
    assert [recu.a for recu in serveur_de_courriel.recus] == [["odile@exemple.org"], ["nadia@exemple.org"]]
    assert "compte 2" in caplog.text
    assert "exemple.org" not in "".join(
        ligne.getMessage() for ligne in caplog.records if ligne.name == "reseau.courriel"
    )


def test_quand_personne_ne_peut_etre_joint_tout_est_a_refaire(serveur_de_courriel: ServeurDeCourriel) -> None:
    serveur_de_courriel.arreter()
    with pytest.raises(OSError, match="refused"):
        distribuer("Sujet", "Corps", [(1, "odile@exemple.org"), (2, "nadia@exemple.org")])
