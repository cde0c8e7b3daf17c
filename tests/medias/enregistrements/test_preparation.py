"""The preparation: seen, resumed, never done twice."""

import errno
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from medias import preparation
from medias.atelier import Atelier
from medias.ffmpeg import DelaiDepasse, FfmpegErreur, lancer
from medias.models import Enregistrement, EtatPreparation
from medias.pannes import StockageIndisponible
from medias.preparation import SILENCE, peut_reprendre, preparer, reprendre
from medias.rangement import ranger_du_disque
from site_campagne.roles import APPROBATION
from tests.fabriques.roles import une_personne_de

from ..test_depot import fichiers
from .gestes import deposer, gardees, relu, une_attente
from .sons import enregistrement

pytestmark = pytest.mark.django_db


def test_avant_d_etre_pret_un_enregistrement_n_a_ni_adresse_ni_lecteur(redaction: Client) -> None:
    attente = une_attente(redaction)
    assert (attente.etat, attente.url, attente.sources, attente.est_montrable) == ("attend", "", [], False)
    assert attente.file.name.startswith("recus/")
    ecran = redaction.get(reverse("wagtailmedia:edit", args=[attente.pk])).content.decode()
    assert "en attente de préparation" in ecran
    assert ">Reprendre</button>" not in ecran
    assert attente.file.name.split("/")[1] not in ecran
    assert "en attente de préparation" in redaction.get(reverse("wagtailmedia:index")).content.decode()


def test_la_preparation_ne_se_fait_qu_une_fois(redaction: Client) -> None:
    attente = une_attente(redaction)
    assert preparer.call(attente.pk) == EtatPreparation.PRET
    avant = relu()
    assert preparer.call(attente.pk) == ""
    assert preparer.call(999_999) == ""
    assert (relu().file.name, avant.avancement) == (avant.file.name, 100)


@pytest.mark.django_db(transaction=True)
def test_deux_travailleurs_a_la_fois_n_en_font_qu_une(redaction: Client, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    attente = une_attente(redaction)
    assert DBTaskResult.objects.filter(task_path__endswith="preparer").count() == 1
    etats: list[str] = []
    fils = [threading.Thread(target=_au_travail, args=(attente.pk, etats)) for _fil in range(2)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert sorted(etats) == ["", EtatPreparation.PRET]
    assert gardees() == ["enregistrements"]


def _au_travail(pk: int, etats: list[str]) -> None:
    from django.db import connections  # noqa: PLC0415 - of this thread

    try:
        etats.append(preparer.call(pk))
    finally:
        connections.close_all()


RATES = {
    "abîmé": (FfmpegErreur("Gaetane"), "abîmé"),
    "trop long": (DelaiDepasse(), "trop de temps"),
    "disque plein": (OSError(errno.ENOSPC, "Gaetane"), "plus de place"),
    "stockage en panne": (StockageIndisponible(), "ne répondent pas"),
    "bogue": (KeyError("Gaetane"), "on ne sait pourquoi"),
}


@pytest.mark.parametrize(("erreur", "mot"), RATES.values(), ids=RATES)
def test_un_echec_se_dit_et_se_reprend(
    redaction: Client,
    taches: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    erreur: Exception,
    mot: str,
) -> None:
    attente = une_attente(redaction)

    def rater(_atelier: Atelier) -> None:
        raise erreur

    with monkeypatch.context() as contexte:
        contexte.setattr(Atelier, "preparer", rater)
        assert preparer.call(attente.pk) == EtatPreparation.ECHEC
    rate = relu()
    assert mot in rate.echec
    assert "Gaetane" not in caplog.text + rate.echec
    ecran = redaction.get(reverse("wagtailmedia:edit", args=[rate.pk])).content.decode()
    assert ">Reprendre</button>" in ecran
    assert mot in ecran
    with taches():
        redaction.post(reverse("reprendre_la_preparation", args=[rate.pk]))
    assert (relu().etat, relu().echec, gardees()) == (EtatPreparation.PRET, "", ["enregistrements"])


def test_ce_qui_est_range_a_moitie_ne_reste_pas(redaction: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    attente = une_attente(redaction, "mp4")
    fois: list[int] = []

    def une_fois_sur_deux(stockage: Any, dossier: str, chemin: Path) -> str:
        fois.append(1)
        if len(fois) > 1:
            raise StockageIndisponible
        return ranger_du_disque(stockage, dossier, chemin)

    monkeypatch.setattr(preparation, "ranger_du_disque", une_fois_sur_deux)
    assert preparer.call(attente.pk) == EtatPreparation.ECHEC
    assert gardees() == ["recus"]


def test_un_travailleur_tue_se_voit_et_se_reprend(
    redaction: Client, taches: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    attente = une_attente(redaction)

    def mourir(_atelier: Atelier) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as contexte:
        contexte.setattr(Atelier, "preparer", mourir)
        with pytest.raises(KeyboardInterrupt):
            preparer.call(attente.pk)
    mort = relu()
    assert (mort.etat, peut_reprendre(mort)) == (EtatPreparation.EN_COURS, False)
    assert preparer.call(mort.pk) == ""
    Enregistrement.objects.update(vu_le=timezone.now() - SILENCE - timedelta(seconds=1))
    assert "Plus de nouvelles" in redaction.get(reverse("wagtailmedia:edit", args=[mort.pk])).content.decode()
    lu_deux_fois = [relu(), relu()]
    with taches():
        assert [reprendre(ligne) for ligne in lu_deux_fois] == [True, False]
    assert relu().etat == EtatPreparation.PRET


def test_un_travailleur_qui_revient_trop_tard_jette_ce_qu_il_a_fait(
    redaction: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    attente = une_attente(redaction)
    vrai = Atelier.preparer

    def se_faire_doubler(atelier: Atelier) -> Any:
        produit = vrai(atelier)
        Enregistrement.objects.update(tentative="une autre")
        return produit

    monkeypatch.setattr(Atelier, "preparer", se_faire_doubler)
    assert preparer.call(attente.pk) == ""
    assert (relu().etat, gardees()) == (EtatPreparation.EN_COURS, ["recus"])


def test_un_fichier_recu_qui_a_disparu_se_dit(redaction: Client) -> None:
    attente = une_attente(redaction)
    for fichier in fichiers():
        fichier.unlink()
    assert preparer.call(attente.pk) == EtatPreparation.ECHEC
    assert "ne se trouve plus" in relu().echec


def test_reprendre_ne_refait_pas_ce_qui_est_pret_et_se_demande_par_qui_le_peut(
    redaction: Client, client: Client
) -> None:
    attente = une_attente(redaction)
    adresse = reverse("reprendre_la_preparation", args=[attente.pk])
    assert "déjà prêt" in redaction.post(adresse, follow=True).content.decode()
    assert redaction.get(adresse).status_code == 405
    client.force_login(une_personne_de(APPROBATION))
    assert client.post(adresse).status_code in {302, 403}
    assert Enregistrement.objects.filter(vu_le=attente.vu_le).exists()


def test_sans_travailleur_la_requete_prepare(redaction: Client, taches: Any) -> None:
    with taches():
        deposer(redaction, enregistrement("mp3"), "audio")
    assert relu().etat == EtatPreparation.PRET


def test_un_programme_trop_lent_est_arrete() -> None:
    with pytest.raises(DelaiDepasse):
        lancer("-re", "-f", "lavfi", "-i", "sine=d=30", "-f", "null", "-", delai=0.3)


def test_ce_qui_suit_peut_arreter_ffmpeg() -> None:
    def assez(_secondes: float) -> None:
        raise preparation.Reprise

    with pytest.raises(preparation.Reprise):
        lancer("-re", "-f", "lavfi", "-i", "sine=d=30", "-f", "null", "-", delai=20, suivre=assez)
