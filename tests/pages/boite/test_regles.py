"""The gates of a tool and of a kit: what each refuses, and what passes."""

from typing import Any

import pytest

from medias.models import Enregistrement, EtatPreparation, Piste
from medias.pistes import EtatPiste
from pages.models import FichierOutil, OutilDeTrousse, OutilPage
from pages.publication.constats import bloquants
from pages.publication.porte import ouvrir
from tests.fabriques.outils import un_fichier, un_outil, une_feuille, une_trousse

pytestmark = pytest.mark.django_db


def fautes(page: Any) -> dict[str, str]:
    """Return what the gates find, by field."""
    return {constat.champ: constat.message for constat in bloquants(page)}


def avec(*fichiers: FichierOutil, **champs: Any) -> OutilPage:
    """Return a public tool, in memory, with other files and fields."""
    outil: Any = un_outil()
    outil.fichiers = list(fichiers)
    for nom, valeur in champs.items():
        setattr(outil, nom, valeur)
    return outil


def un_son(**champs: Any) -> Enregistrement:
    """Return a sound that is ready."""
    valeurs = {"title": "Voix", "type": "audio", "file": "a.mp3", "duration": 60, "etat": EtatPreparation.PRET}
    son: Enregistrement = Enregistrement.objects.create(**valeurs | champs)
    return son


def relu(son: Enregistrement) -> Enregistrement:
    """Give a sound a reviewed transcript."""
    vtt = "WEBVTT\n\n00:00.000 --> 00:04.000\nDu pain.\n"
    Piste.objects.create(enregistrement=son, langue="fr", vtt=vtt, etat=EtatPiste.RELUE)
    return Enregistrement.objects.get(pk=son.pk)


def test_un_outil_complet_passe() -> None:
    complet = avec(
        un_fichier(document=une_feuille(), est_accessible=True),
        un_fichier(document=une_feuille("B", version_accessible=une_feuille("C"))),
        un_fichier(enregistrement=relu(un_son())),
        un_fichier(est_accessible=True),
    )
    assert fautes(complet) == {}


def test_un_outil_sans_fichier_ni_lien_est_refuse() -> None:
    assert "au moins un fichier" in fautes(avec())["fichiers"]


@pytest.mark.parametrize("niveau", ["membres", "travail"])
def test_un_document_reserve_est_refuse(niveau: str) -> None:
    document = une_feuille(confidentialite=niveau)
    assert "n’est pas public" in fautes(avec(un_fichier(document=document, est_accessible=True)))["fichiers"]
    jumele = une_feuille(version_accessible=document)
    assert "version accessible de ce document" in fautes(avec(un_fichier(document=jumele)))["fichiers"]


def test_une_rangee_donne_une_chose_et_une_seule() -> None:
    rien = FichierOutil(libelle="Rien", est_accessible=True)
    deux = un_fichier(document=une_feuille(), adresse="https://exemple.org/", langue="fr", est_accessible=True)
    for rangee in (rien, deux):
        assert "et un seul" in fautes(avec(rangee))["fichiers"]


def test_un_lien_dit_sa_langue() -> None:
    assert "dans quelle langue" in fautes(avec(un_fichier(langue="", est_accessible=True)))["fichiers"]


def test_sans_version_accessible_il_faut_dire_pourquoi() -> None:
    assert "lecteur d’écran" in fautes(avec(un_fichier(document=une_feuille())))["raison_sans_accessible"]
    assert fautes(avec(un_fichier(document=une_feuille()), raison_sans_accessible="Une affiche dessinée.")) == {}


def test_une_licence_et_son_credit() -> None:
    fichier = un_fichier(est_accessible=True)
    assert "Choisissez une licence" in fautes(avec(fichier, licence=""))["licence"]
    assert "demande un crédit" in fautes(avec(fichier, attribution=" "))["attribution"]
    assert fautes(avec(fichier, licence="reserves", attribution="")) == {}


def test_un_enregistrement_pret_et_transcrit() -> None:
    attend = un_son(etat=EtatPreparation.ATTEND)
    assert "n’est pas prêt" in fautes(avec(un_fichier(enregistrement=attend)))["fichiers"]
    assert "transcription relue" in fautes(avec(un_fichier(enregistrement=un_son())))["fichiers"]


def test_la_version_facile_est_un_autre_outil_facile() -> None:
    courant, facile = un_outil(niveau="courant"), un_outil(niveau="facile")
    outil = avec(un_fichier(est_accessible=True))
    for choisi, faute in ((outil, "un autre outil"), (courant, "facile à lire"), (facile, "")):
        outil.version_simple = choisi
        assert faute in fautes(outil).get("version_simple", "")
    assert fautes(outil) == {}


def test_une_trousse_rassemble_des_outils_publies() -> None:
    outil = un_outil("Le guide")
    trousse: Any = une_trousse("Tout", outil)
    assert fautes(trousse) == {}
    with ouvrir("essai"):
        outil.unpublish()
    trousse.choisis = [OutilDeTrousse(outil=OutilPage.objects.get(pk=outil.pk))]
    assert "n’est pas publié" in fautes(trousse)["choisis"]
    trousse.choisis = []
    assert "au moins un outil" in fautes(trousse)["choisis"]
