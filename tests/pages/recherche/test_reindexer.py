"""`manage.py reindexer_recherche`: all of it, or nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from pages.management.commands import reindexer_recherche
from pages.recherche.modeles import EntreeRecherche, MotRecherche

from .monde import batir, premiers

pytestmark = pytest.mark.django_db


def test_l_index_refait_dit_ce_qu_il_contient_et_trouve_comme_avant() -> None:
    noms = batir()
    avant = dict(MotRecherche.objects.values_list("mot", "nombre"))
    EntreeRecherche.objects.all().delete()
    sortie = StringIO()

    call_command("reindexer_recherche", stdout=sortie)

    assert "ressource : 1" in sortie.getvalue()
    assert f"Total : {EntreeRecherche.objects.count()}" in sortie.getvalue()
    assert dict(MotRecherche.objects.values_list("mot", "nombre")) == avant
    assert noms["coeur"] in premiers("coeur")


def test_un_echec_se_dit_et_laisse_l_index_tel_quel(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuser(_avancer: object) -> None:
        raise DatabaseError("disque plein")

    monkeypatch.setattr(reindexer_recherche, "reconstruire", refuser)

    with pytest.raises(CommandError, match="comme il était"):
        call_command("reindexer_recherche")
