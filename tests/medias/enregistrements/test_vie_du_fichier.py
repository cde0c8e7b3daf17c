"""The file of a recording: replaced, erased or lost, nothing is left of it; however it came, it is prepared."""

import os
import time
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from medias.atelier import Atelier
from medias.models import Enregistrement, EtatPreparation
from medias.orphelins import effacer_les_orphelins
from medias.preparation import preparer

from ..test_depot import fichiers
from .gestes import deposer, gardees, modifier, relu, traces, une_attente
from .sons import enregistrement, recu

pytestmark = pytest.mark.django_db


def test_efface_pendant_qu_on_le_prepare_il_ne_laisse_rien(
    redaction: Client, taches: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    attente = une_attente(redaction)
    vrai = Atelier.preparer

    def etre_efface(atelier: Atelier) -> Any:
        produit = vrai(atelier)
        Enregistrement.objects.get().delete()
        return produit

    monkeypatch.setattr(Atelier, "preparer", etre_efface)
    with taches():
        assert preparer.call(attente.pk) == ""
    assert gardees() == []


def test_remplacer_le_fichier_le_prepare_de_nouveau_et_efface_l_ancien(redaction: Client, taches: Any) -> None:
    with taches():
        deposer(redaction, enregistrement("mp4"))
    avant = relu()
    with taches():
        modifier(redaction, avant, title="Une autre voix", file=recu(enregistrement("webm"), "b.webm"))
    apres = relu()
    assert (apres.etat, apres.title, gardees()) == ("pret", "Une autre voix", ["affiches", "enregistrements"])
    assert {apres.file.name, apres.thumbnail.name} & {avant.file.name, avant.thumbnail.name} == set()
    assert traces() == []


def test_corriger_le_titre_n_ecrase_pas_ce_que_la_preparation_ecrit(
    redaction: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    attente = une_attente(redaction)
    from medias.forms_enregistrement import EnregistrementForm  # noqa: PLC0415 - changed here only

    vrai = EnregistrementForm.save

    def etre_prepare_entre_temps(formulaire: EnregistrementForm, commit: bool = True) -> Any:
        preparer.call(attente.pk)
        return vrai(formulaire, commit)

    monkeypatch.setattr(EnregistrementForm, "save", etre_prepare_entre_temps)
    modifier(redaction, attente, title="Corrigé")
    assert (relu().title, relu().etat) == ("Corrigé", EtatPreparation.PRET)
    assert relu().file.name.startswith("enregistrements/")


def test_effacer_efface_tout(redaction: Client, taches: Any) -> None:
    with taches():
        deposer(redaction, enregistrement("mp4"))
    with taches():
        redaction.post(reverse("wagtailmedia:delete", args=[relu().pk]))
    assert (Enregistrement.objects.count(), gardees()) == (0, [])


def test_un_fichier_que_rien_ne_tient_s_efface_le_lendemain(redaction: Client, taches: Any) -> None:
    with taches():
        deposer(redaction, enregistrement("mp4"))
    tenus = fichiers()
    perdus = [default_storage.save(f"{dossier}/perdu", ContentFile(b"?")) for dossier in ("recus", "affiches")]
    assert (effacer_les_orphelins(), fichiers() > tenus) == (0, True)
    hier = time.time() - 25 * 3600
    for fichier in fichiers():
        os.utime(fichier, (hier, hier))
    assert (effacer_les_orphelins(), fichiers()) == (len(perdus), tenus)


def test_un_gros_fichier_passe_par_le_disque(redaction: Client, taches: Any, settings: Settings) -> None:
    settings.FILE_UPLOAD_HANDLERS = ["medias.reception.ReceptionUploadHandler"]
    with taches():
        deposer(redaction, enregistrement("mov"))
    assert (relu().etat, traces(), gardees()) == ("pret", [], ["affiches", "enregistrements"])


def test_deux_envois_du_meme_fichier_font_deux_enregistrements(redaction: Client, taches: Any) -> None:
    with taches():
        for _fois in range(2):
            deposer(redaction, enregistrement("mp3"), "audio", "meme-nom.mp3")
    noms = set(Enregistrement.objects.values_list("file", flat=True))
    assert (len(noms), gardees()) == (2, ["enregistrements"] * 2)


def test_un_rangement_qui_n_est_pas_un_disque_est_lu_par_blocs(
    redaction: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sans_chemin(*_args: object) -> str:
        raise NotImplementedError

    attente = une_attente(redaction)
    monkeypatch.setattr("django.db.models.fields.files.FieldFile.path", property(sans_chemin))
    assert preparer.call(attente.pk) == EtatPreparation.PRET


def test_un_enregistrement_ecrit_par_le_code_se_prepare_aussi(db: None, taches: Any) -> None:
    with taches():
        Enregistrement.objects.create(
            title="Une voix", type="audio", file=ContentFile(enregistrement("wav"), name="gaetane.wav")
        )
    assert (relu().etat, traces(), gardees()) == (EtatPreparation.PRET, [], ["enregistrements"])
