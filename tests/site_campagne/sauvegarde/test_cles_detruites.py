"""Deposit, back up, destroy: eight days later, no archive with the keys of today opens the words (VIE_PRIVEE, 2)."""

import gzip
import io
from pathlib import Path

import pytest
from pytest_django import Settings

from site_campagne.sauvegarde.archive import lire
from site_campagne.sauvegarde.lieux import Dossier
from temoignages.actions import retirer
from temoignages.chambre.scelles import cle_de
from temoignages.chambre.trousseau import ChambreFermee
from temoignages.coffre.models import CleDepot
from temoignages.models import Depot
from tests.fabriques.temoignages import un_depot

from .gestes import archives, lancer

pytestmark = pytest.mark.django_db(transaction=True)
MOTS = "Une chaise m’attendait au bout de la longue table chaque mardi."


def test_huit_jours_apres_la_destruction_aucune_archive_ne_rend_les_mots(
    settings: Settings, lieux_de_sauvegarde: Path
) -> None:
    settings.AUJOURDHUI = "2026-11-01"
    depot = un_depot(MOTS)
    lancer("sauvegarder")
    retirer(empreinte_code=depot.empreinte_code)
    settings.AUJOURDHUI = "2026-11-09"
    assert lancer("sauvegarder").count("relue.") == 2

    assert len(archives()) == 2, "the sealed words are still in the first archive of the site"
    assert len(archives("coffre")) == 1, "their key is in none of the safe"
    for archive in archives("coffre"):
        lancer("restaurer", str(archive), "--coffre", "--remplacer")
        assert not CleDepot.objects.filter(pk=depot.pk).exists()
    lancer("restaurer", str(archives()[0]), "--remplacer")
    with pytest.raises(ChambreFermee):
        cle_de(depot.pk)
    assert Depot.objects.get(pk=depot.pk).brut is None


def test_une_archive_du_coffre_oubliee_ailleurs_est_refusee_apres_sept_jours(
    settings: Settings, tmp_path: Path
) -> None:
    settings.AUJOURDHUI = "2026-11-01"
    un_depot(MOTS)
    lancer("sauvegarder")
    oubliee = archives("coffre")[0].rename(tmp_path / "oubliee")
    settings.AUJOURDHUI = "2026-11-08"

    assert "plus de sept jours" in lancer("restaurer", str(oubliee), "--coffre", "--remplacer")


def test_le_coffre_perime_part_meme_quand_plus_rien_ne_se_sauvegarde(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.AUJOURDHUI = "2026-11-01"
    lancer("sauvegarder")
    settings.AUJOURDHUI = "2026-11-09"
    monkeypatch.setattr("site_campagne.sauvegarde.sauvegarder.moteur_de", lambda _base: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        lancer("sauvegarder")
    assert archives("coffre") == []
    assert len(archives()) == 1


def test_les_cles_enveloppees_ne_sont_que_dans_l_archive_du_coffre(lieux_de_sauvegarde: Path) -> None:
    depot = un_depot(MOTS)
    enveloppe = bytes(CleDepot.objects.get(pk=depot.pk).enveloppe)
    lancer("sauvegarder")
    for genre, attendue in (("site", False), ("coffre", True)):
        archive = archives(genre)[0]
        assert enveloppe not in archive.read_bytes()
        with lire(Dossier(archive.parent), archive.name) as (_entete, membres):
            trouvee = False
            for membre in membres:
                octets = b"".join(iter(membre.flux.read, b""))
                if membre.nom.endswith(".gz"):
                    octets = gzip.GzipFile(fileobj=io.BytesIO(octets)).read()
                trouvee |= enveloppe in octets
        assert trouvee is attendue


def test_rien_de_ce_qui_est_ecrit_au_journal_n_est_un_mot(
    caplog: pytest.LogCaptureFixture, lieux_de_sauvegarde: Path
) -> None:
    depot = un_depot(MOTS)
    dit = lancer("sauvegarder")
    retirer(empreinte_code=depot.empreinte_code)
    dit += lancer("restaurer", "dernier", "--remplacer")

    ecrit = dit + caplog.text + "".join(f.read_text() for f in (lieux_de_sauvegarde / "sauvegardes/registre").iterdir())
    assert not any(mot in ecrit for mot in ("chaise", "table", "mardi"))
