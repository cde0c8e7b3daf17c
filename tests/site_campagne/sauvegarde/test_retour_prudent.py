"""A restore opens only on what was taken back again: no ledger, an interruption, a hand that closes: it stays shut."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from pytest_django import Settings

from site_campagne.sauvegarde import moteurs, rejeu, restaurer
from site_campagne.sauvegarde.fermeture import est_ferme, fermer
from site_campagne.sauvegarde.refus import SauvegardeImpossible
from temoignages.actions import retirer
from temoignages.models import Temoignage
from tests.fabriques.fichiers import un_document

from .gestes import archives, au_registre, lancer, une_parole

pytestmark = pytest.mark.django_db(transaction=True)
MOTS = "une chaise qui m’attend"


def est_public(parole: Temoignage) -> bool:
    return Client().get(f"/paroles/{parole.pk}/", follow=True).status_code == 200


def test_sans_le_registre_qui_a_vu_l_archive_rien_ne_revient(lieux_de_sauvegarde: Path, settings: Settings) -> None:
    parole = une_parole(MOTS)
    lancer("sauvegarder")
    archive = str(shutil.copy(archives()[0], lieux_de_sauvegarde))
    retirer(empreinte_code=parole.empreinte_code)

    for ailleurs in ("", str(lieux_de_sauvegarde / "neuf")):
        settings.SAUVEGARDES = ailleurs
        assert "registre des retraits n’est pas là" in (dit := lancer("restaurer", archive, "--remplacer")), dit
        assert not est_ferme()
        assert not est_public(parole)

    registre = shutil.copytree(lieux_de_sauvegarde / "sauvegardes" / "registre", Path(settings.SAUVEGARDES, "registre"))
    assert "Retirés de nouveau : 1." in lancer("restaurer", archive, "--remplacer")
    assert not est_public(parole)
    shutil.rmtree(registre)
    assert "intacte" in (dit := lancer("restaurer", archive, "--remplacer", "--sans-registre")), dit
    assert not est_ferme()


def test_l_archive_qu_on_oublie_est_oubliee_du_registre(settings: Settings) -> None:
    settings.SAUVEGARDES_GARDEES = (1, 0, 0)
    lancer("sauvegarder")
    lancer("sauvegarder")
    assert au_registre("archive") == [f"archive-{archive.name}" for archive in archives()]


def test_une_restauration_qui_n_a_pas_fini_ne_s_ouvre_pas_a_la_main(monkeypatch: pytest.MonkeyPatch) -> None:
    parole = une_parole(MOTS)
    lancer("sauvegarder")
    retirer(empreinte_code=parole.empreinte_code)

    def echouer() -> Any:
        raise SauvegardeImpossible("Le rejeu n’a pas fini.")

    with monkeypatch.context() as panne:
        panne.setattr(restaurer, "rejouer", echouer)
        assert "n’a pas fini" in lancer("restaurer", "dernier", "--remplacer")
    with monkeypatch.context() as panne:  # tried again, and stopped before anything was put back
        panne.setattr(restaurer, "deplier", lambda *_args: echouer())
        assert "n’a pas fini" in lancer("restaurer", "dernier", "--remplacer")
    fermer()
    assert "Une restauration n’a pas fini" in lancer("maintenance", "ouvrir")
    assert Client().get("/").status_code == 503

    assert "Retirés de nouveau : 1." in lancer("rejouer_retraits", "--ouvrir")
    assert not est_ferme()
    assert not est_public(parole)


@pytest.mark.parametrize("arret", [KeyboardInterrupt, OSError])
def test_interrompue_pendant_que_la_base_change_elle_reste_fermee(
    monkeypatch: pytest.MonkeyPatch, arret: type[BaseException]
) -> None:
    parole, document = une_parole(MOTS), un_document()
    lancer("sauvegarder")
    retirer(empreinte_code=parole.empreinte_code)
    default_storage.delete(document.file.name)
    moteur = type(moteurs.moteur_de(connection))
    vrai = moteur.remettre

    def remettre(self: Any, base: Any, fichier: Path) -> None:
        vrai(self, base, fichier)
        raise arret

    with monkeypatch.context() as patch:
        patch.setattr(moteur, "remettre", remettre)
        assert "Le site est fermé" in lancer("restaurer", "dernier", "--remplacer")
    assert Client().get(f"/paroles/{parole.pk}/").status_code == 503
    assert default_storage.exists(document.file.name)

    assert "Retirés de nouveau : 1." in lancer("rejouer_retraits", "--ouvrir")
    assert not est_public(parole)


def test_interrompue_avant_elle_rouvre_et_n_a_rien_change(monkeypatch: pytest.MonkeyPatch) -> None:
    parole, document = une_parole(MOTS), un_document()
    lancer("sauvegarder")
    default_storage.delete(document.file.name)
    Temoignage.objects.update(texte="autre chose")
    vrai = restaurer.deplier

    def deplier(*arguments: Any) -> Any:
        vrai(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(restaurer, "deplier", deplier)
    assert lancer("restaurer", "dernier", "--remplacer").endswith("REFUS : Interrompu.")
    assert not est_ferme()
    assert not default_storage.exists(document.file.name)
    assert Temoignage.objects.get(pk=parole.pk).texte == "autre chose"


def test_un_rejeu_ecrit_d_abord_ce_que_le_registre_attendait(monkeypatch: pytest.MonkeyPatch) -> None:
    lancer("sauvegarder")
    document = un_document()

    def refuser(*_arguments: Any) -> None:
        raise SauvegardeImpossible("Le dossier des sauvegardes ne répond pas.")

    with monkeypatch.context() as panne:
        panne.setattr("site_campagne.sauvegarde.registre.lieu_du_site", refuser)
        document.delete()
    assert au_registre("effacement") == []
    assert rejeu.completer_le_registre() == 1
    assert len(au_registre("effacement")) == 1
    assert rejeu.completer_le_registre() == 0
