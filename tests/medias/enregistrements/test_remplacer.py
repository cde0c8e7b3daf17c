"""Replacing a file: the former one goes once the row names the new one, and the new one never goes by mistake."""

from typing import Any
from unittest.mock import Mock

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django.test import Client

from medias import preparation
from medias.models import Enregistrement
from medias.stockage_local import StockageLocal

from .gestes import deposer, gardees, modifier
from .sons import enregistrement, recu

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sans_travailleur")]


@pytest.fixture
def sans_travailleur(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave recordings waiting."""
    monkeypatch.setattr(preparation, "preparer", Mock())


@pytest.fixture
def ancien(redaction: Client) -> Enregistrement:
    deposer(redaction, enregistrement("mp3"), "audio")
    return Enregistrement.objects.get()


def remplacer(client: Client, ancien: Enregistrement) -> Any:
    return modifier(client, ancien, file=recu(enregistrement("wav"), "b.wav"))


def test_l_ancien_part_une_fois_le_nouveau_inscrit(
    redaction: Client, ancien: Enregistrement, monkeypatch: pytest.MonkeyPatch
) -> None:
    effaces: list[tuple[str, str]] = []
    vrai = StockageLocal.delete

    def noter(stockage: Any, nom: str) -> None:
        effaces.append((nom, Enregistrement.objects.get().file.name))
        vrai(stockage, nom)

    monkeypatch.setattr(StockageLocal, "delete", noter)
    assert remplacer(redaction, ancien).status_code == 302
    nouveau = Enregistrement.objects.get().file.name
    assert effaces == [(ancien.file.name, nouveau)]
    assert nouveau != ancien.file.name
    assert gardees() == ["recus"]


def test_si_la_ligne_ne_s_ecrit_pas_l_ancien_reste_et_le_nouveau_part(
    redaction: Client, ancien: Enregistrement, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Enregistrement, "oublier_les_relectures", Mock(side_effect=DatabaseError))
    with pytest.raises(DatabaseError):
        remplacer(redaction, ancien)
    assert Enregistrement.objects.get().file.name == ancien.file.name
    assert default_storage.exists(ancien.file.name)
    assert gardees() == ["recus"]


def test_une_file_qui_refuse_ne_coute_pas_le_fichier_inscrit(
    redaction: Client, ancien: Enregistrement, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "preparer", Mock(**{"enqueue.side_effect": ConnectionRefusedError}))
    assert remplacer(redaction, ancien).status_code == 302
    inscrit = Enregistrement.objects.get()
    assert (inscrit.etat, inscrit.file.name == ancien.file.name) == ("attend", False)
    assert default_storage.exists(inscrit.file.name)
    assert gardees() == ["recus"]


def test_meme_si_ce_qui_suit_la_validation_rate_le_fichier_inscrit_reste(
    redaction: Client, ancien: Enregistrement, monkeypatch: pytest.MonkeyPatch
) -> None:
    rater = Mock(side_effect=ConnectionRefusedError)
    monkeypatch.setattr(Enregistrement, "oublier_les_relectures", lambda _self: transaction.on_commit(rater))
    with pytest.raises(ConnectionRefusedError):
        remplacer(redaction, ancien)
    assert default_storage.exists(Enregistrement.objects.get().file.name)
