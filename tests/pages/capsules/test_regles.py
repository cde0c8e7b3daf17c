"""The gates of a capsule: what each finds, and what it lets through."""

import datetime
from typing import Any

import pytest

from medias.models import EtatPiste, EtatPreparation, Langue, Personnes, PorteeNom
from pages.models import PersonneCapsule
from pages.publication.constats import Severite, bloquants, examiner
from tests.fabriques.capsules import CapsulePageFactory, ailleurs, une_video
from tests.fabriques.presse import une_autorisation

pytestmark = pytest.mark.django_db


def une_ebauche(**champs: Any) -> Any:
    """Return the draft of a capsule."""
    return CapsulePageFactory.create(live=False, **champs)


def fautes(page: Any) -> list[tuple[str, str]]:
    return [(constat.champ, constat.message) for constat in bloquants(page)]


def test_une_capsule_complete_passe() -> None:
    assert fautes(une_ebauche(enregistrement=une_video())) == []
    assert fautes(une_ebauche(**ailleurs())) == []


@pytest.mark.parametrize(
    ("champs", "mot"),
    [
        ({"etat": EtatPreparation.EN_COURS}, "n’est pas prête (en préparation)"),
        ({"etat": EtatPreparation.ECHEC}, "n’est pas prête (préparation échouée)"),
        ({"type": "audio"}, "n’a pas d’image"),
        ({"personnes": Personnes.ACCORD}, "n’a pas, ou n’a plus, donné son accord"),
        ({"vtt": ""}, "Les sous-titres en français, la langue parlée, ne sont pas relus"),
        ({"etat_de_la_piste": EtatPiste.BROUILLON}, "ne sont pas relus"),
        ({"vtt": "WEBVTT\n"}, "n’a pas de transcription"),
        ({"sans_audiodescription": " "}, "audiodescription"),
    ],
)
def test_une_video_du_site_incomplete_est_refusee_pres_de_son_champ(champs: dict[str, Any], mot: str) -> None:
    trouvees = fautes(une_ebauche(enregistrement=une_video(**champs)))
    assert {champ for champ, _message in trouvees} == {"enregistrement"}
    assert any(mot in message for _champ, message in trouvees)


def test_des_sous_titres_dans_une_autre_langue_ne_suffisent_pas() -> None:
    video = une_video(langue=Langue.INNU)
    video.pistes.update(langue=Langue.FRANCAIS)
    ((champ, message),) = fautes(une_ebauche(enregistrement=video))
    assert champ == "enregistrement"
    assert "en innu, la langue parlée" in message


def test_l_audiodescription_doit_etre_prete() -> None:
    version = une_video(etat=EtatPreparation.EN_COURS)
    video = une_video(sans_audiodescription="", audiodescription=version)
    assert [
        "audiodescription n’est pas prête" in message for _champ, message in fautes(une_ebauche(enregistrement=video))
    ] == [True]
    type(version).objects.filter(pk=version.pk).update(etat=EtatPreparation.PRET)
    video.refresh_from_db()
    assert fautes(une_ebauche(enregistrement=type(video).objects.get(pk=video.pk))) == []


@pytest.mark.parametrize(
    ("champs", "champ", "mot"),
    [
        ({"transcription": ""}, "transcription", "Il manque la transcription"),
        ({"transcription": "<p> </p>"}, "transcription", "Il manque la transcription"),
        ({"sous_titres_verifies_le": None}, "sous_titres_verifies_le", "avec ses sous-titres"),
        ({"sous_titres_verifies_le": datetime.date(2040, 1, 1)}, "sous_titres_verifies_le", "pas encore venu"),
        ({"audiodescription": ""}, "audiodescription", "pourquoi il n’y en a pas"),
        ({"duree": None}, "duree", "durée"),
        ({"duree": 0}, "duree", "durée"),
        ({"affiche": None}, "affiche", "image"),
        ({"lien_externe": "http://videos.exemple.org/w/abc"}, "lien_externe", "https://"),
    ],
)
def test_une_video_d_ailleurs_incomplete_est_refusee_pres_de_son_champ(
    champs: dict[str, Any], champ: str, mot: str
) -> None:
    ((trouve, message),) = fautes(une_ebauche(**{**ailleurs(), **champs}))
    assert trouve == champ
    assert mot in message


@pytest.mark.parametrize("adresse", ["javascript:alert(1)", "ftp://exemple.org/film.mp4", "exemple"])
def test_une_adresse_qui_ne_mene_pas_a_une_page_est_refusee(adresse: str) -> None:
    assert "lien_externe" in dict(fautes(une_ebauche(**ailleurs(lien_externe=adresse))))


def test_il_faut_une_video_et_une_seule() -> None:
    ((champ, message),) = fautes(une_ebauche())
    assert champ == "enregistrement"
    assert "Il manque la vidéo" in message
    ((champ, message),) = fautes(une_ebauche(enregistrement=une_video(), **ailleurs()))
    assert champ == "lien_externe"
    assert "Une seule vidéo" in message


@pytest.mark.parametrize(("champs", "champ"), [({"chapeau": ""}, "chapeau"), ({"avertissement": ""}, "avertissement")])
def test_le_resume_et_l_avertissement_sont_demandes(champs: dict[str, str], champ: str) -> None:
    assert [trouve for trouve, _message in fautes(une_ebauche(enregistrement=une_video(), **champs))] == [champ]


@pytest.mark.parametrize(
    "accord",
    [
        None,
        {"retiree_le": datetime.date(2026, 6, 1)},
        {"jusqu_au": datetime.date(2026, 6, 1)},
        {"portee": PorteeNom.COMMUNIQUES},
    ],
)
def test_une_personne_sans_accord_arrete_la_capsule(accord: dict[str, Any] | None) -> None:
    page = une_ebauche(**ailleurs())
    personne = une_autorisation("Odile Fictive", **accord) if accord is not None else None
    page.personnes = [PersonneCapsule(autorisation=personne)]
    ((champ, message),) = fautes(page)
    assert champ == "personnes"
    assert "Odile" not in message


def test_nommer_sans_avoir_l_accord_de_montrer_est_rappele_sans_bloquer() -> None:
    page = une_ebauche(enregistrement=une_video())
    page.personnes = [PersonneCapsule(autorisation=une_autorisation())]
    (conseil,) = [constat for constat in examiner(page) if constat.regle == "personne_reconnaissable"]
    assert conseil.severite == Severite.CONSEIL
    assert bloquants(page) == []
    page.personnes = []
    assert "personne_reconnaissable" not in [constat.regle for constat in examiner(page)]
