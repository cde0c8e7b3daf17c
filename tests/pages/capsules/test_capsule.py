"""The page of a capsule: what it shows, what it tells search engines, when it falls silent."""

import datetime
import json
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from medias.models import AutorisationImage, Enregistrement, Langue, Personnes, Piste, PorteeNom
from pages.models import CapsulePage, PersonneCapsule
from pages.publication.porte import ouvrir
from reseau.etats import TrancheMembres
from tests.fabriques.capsules import (
    AILLEURS,
    CapsulePageFactory,
    SerieCapsulesPageFactory,
    ailleurs,
    faire_paraitre,
    les_capsules,
    une_video,
)
from tests.fabriques.pages import EditionPageFactory, corps, publier, une_image
from tests.fabriques.presse import une_autorisation
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.roles import une_redactrice

pytestmark = pytest.mark.django_db
HIER = datetime.date(2026, 6, 1)


def html(client: Client, adresse: str) -> str:
    return client.get(adresse).content.decode()


def json_ld(contenu: str) -> dict[str, Any]:
    blocs = re.findall(r'<script type="application/ld\+json">(.*?)</script>', contenu, re.DOTALL)
    (bloc,) = (bloc for bloc in blocs if "@type" in json.loads(bloc))  # the others are graphs: where the page stands
    lu: dict[str, Any] = json.loads(bloc)
    return lu


def test_la_page_montre_la_video_du_site_et_ce_qu_on_en_sait(client: Client) -> None:
    page = CapsulePageFactory.create(
        enregistrement=une_video(),
        edition=2026,
        avertissement="deuil",
        ressource=RessourceFactory.create(nom="La Passerelle"),
        corps=corps(("texte", "<p>Le café est prêt à neuf heures.</p>")),
    )
    faire_paraitre(page, une_autorisation("Odile Fictive"))
    contenu = html(client, page.url)
    for mots in (
        "<video",
        "2\u00a0min\u00a030\u00a0s",
        "Odile Fictive",
        "La Passerelle",
        "Le café est prêt",
        "<dd>2026</dd>",
    ):
        assert mots in contenu
    assert "Cette capsule parle de\u00a0: deuil." in contenu.replace(" : deuil", "\u00a0: deuil")
    assert "Ici, on ouvre à huit heures." in contenu


def test_une_video_d_ailleurs_n_est_qu_une_image_et_un_lien(client: Client) -> None:
    contenu = html(client, CapsulePageFactory.create(**ailleurs()).url)
    principal = contenu.split("<main", 1)[1].split("</main>", 1)[0]
    assert f'href="{AILLEURS}"' in principal
    assert "videos.exemple.org" in principal
    assert "<picture" in principal
    assert "Ici, on ouvre à huit heures." in principal
    assert "nous les avons vérifiés le 1er octobre 2026" in principal.replace("\u00a0", " ")
    for element in ("<iframe", "<video", "<embed", "<object"):
        assert element not in principal
    assert not re.findall(r'(?:src|srcset|poster)="(?:https?:)?//', contenu)


@pytest.mark.parametrize("sens", ["personne retirée", "accord échu", "portée trop courte", "accord effacé", "visage"])
def test_quand_une_personne_se_retire_la_capsule_se_tait_partout(client: Client, sens: str) -> None:
    video = une_video(personnes=Personnes.ACCORD)
    montree = AutorisationImage.objects.create(
        personne="Odile", donnee_le=HIER, jusqu_au=datetime.date(2030, 1, 1), preuve="classeur, no 2"
    )
    video.autorisations.add(montree)
    nommee = une_autorisation("Odile Fictive")
    page = faire_paraitre(CapsulePageFactory.create(title="Canari", enregistrement=video), nommee)
    adresses = [page.url, f"{page.url}texte/", f"{page.url}pdf/"]
    assert [client.get(adresse).status_code for adresse in adresses] == [200, 200, 200]
    assert list(CapsulePage.objects.montrables()) == [page]
    assert "Canari" in html(client, "/capsules/")
    match sens:
        case "personne retirée":
            nommee.retiree_le = HIER
        case "accord échu":
            nommee.jusqu_au = HIER
        case "portée trop courte":
            nommee.portee = PorteeNom.COMMUNIQUES
        case "visage":
            montree.retiree_le = HIER
            montree.save()
    nommee.delete() if sens == "accord effacé" else nommee.save()
    assert [client.get(adresse).status_code for adresse in adresses] == [404, 404, 404]
    assert list(CapsulePage.objects.montrables()) == []
    assert not CapsulePage.objects.get(pk=page.pk).est_montrable
    assert "Canari" not in html(client, "/capsules/")
    # Its file goes with it, wherever it is asked for.
    assert not Enregistrement.objects.montrables().filter(pk=video.pk).exists()


def code(client: Client, adresse: str) -> int:
    reponse: Any = client.get(adresse)
    if reponse.streaming:
        b"".join(reponse.streaming_content)
    return int(reponse.status_code)


def test_l_affiche_d_une_capsule_qui_se_tait_n_est_plus_servie(client: Client) -> None:
    accord, image = une_autorisation("Odile Fictive"), une_image()
    page = publier(CapsulePageFactory.create(**ailleurs(affiche=image), live=False))
    page = publier(nommer(page, accord))
    voisine = publier(CapsulePageFactory.create(**ailleurs(), live=False))
    assert code(client, page.adresse_de_l_affiche) == 200
    accord.retiree_le = HIER
    accord.save()
    assert code(client, page.adresse_de_l_affiche) == 404
    assert code(client, voisine.adresse_de_l_affiche) == 200
    # Another page that shows the same picture answers for it.
    publier(CapsulePageFactory.create(**ailleurs(affiche=image), live=False))
    assert code(client, page.adresse_de_l_affiche) == 200


def nommer(page: Any, *accords: Any) -> Any:
    page.personnes = [PersonneCapsule(autorisation=accord) for accord in accords]
    return page


@pytest.mark.parametrize("efface", [True, False])
def test_une_capsule_supprimee_ne_rend_pas_la_voix(efface: bool) -> None:
    accord, video = une_autorisation("Odile Fictive"), une_video()
    page = publier(nommer(CapsulePageFactory.create(enregistrement=video, live=False), accord))
    page.delete()
    assert Enregistrement.objects.montrables().filter(pk=video.pk).exists()
    if efface:
        accord.delete()
    else:
        accord.retiree_le = HIER
        accord.save()
    assert not Enregistrement.objects.montrables().filter(pk=video.pk).exists()


@pytest.mark.parametrize(
    ("champs", "vu"),
    [
        ({}, "La Passerelle"),
        ({"tranche_membres": TrancheMembres.MOINS_DE_20}, "une ressource alternative de l’Estrie"),
        ({"active": False}, "une ressource alternative de l’Estrie"),
    ],
)
def test_le_lieu_visite_se_nomme_comme_dans_un_episode(client: Client, champs: dict[str, Any], vu: str) -> None:
    page = CapsulePageFactory.create(**ailleurs(), ressource=RessourceFactory.create(nom="La Passerelle", **champs))
    for adresse in (page.url, f"{page.url}texte/"):
        contenu = html(client, adresse)
        assert vu in contenu
        assert ("La Passerelle" in contenu) is (vu == "La Passerelle")


def test_un_nouvel_accord_la_ramene(client: Client) -> None:
    accord = une_autorisation(retiree_le=HIER)
    page = faire_paraitre(CapsulePageFactory.create(enregistrement=une_video()), accord)
    assert client.get(page.url).status_code == 404
    accord.retiree_le = None
    accord.save()
    assert client.get(page.url).status_code == 200


def test_une_personne_qui_accepte_ne_retient_pas_la_video_d_une_ebauche() -> None:
    video = une_video()
    page = CapsulePageFactory.create(enregistrement=video, live=False)
    faire_paraitre(page, une_autorisation(retiree_le=HIER))
    assert Enregistrement.objects.montrables().filter(pk=video.pk).exists()


def test_l_apercu_dit_pourquoi_personne_ne_la_voit(client: Client) -> None:
    page = CapsulePageFactory.create(**ailleurs(), live=False)
    page.personnes = [PersonneCapsule(autorisation=une_autorisation("Odile Fictive", retiree_le=HIER))]
    page.save_revision()
    client.force_login(une_redactrice())
    contenu = html(client, f"/admin/pages/{page.pk}/view_draft/")
    assert "Personne ne voit cette capsule" in contenu
    for tu in ("Odile Fictive", AILLEURS, "Ici, on ouvre", "application/ld+json"):
        assert tu not in contenu


def test_l_equipe_ouvre_le_formulaire_d_une_capsule(client: Client) -> None:
    client.force_login(une_redactrice())
    contenu = html(client, f"/admin/pages/add/pages/capsulepage/{les_capsules().pk}/")
    for mots in ("Une vidéo qui est ailleurs", "Personnes nommées", "Transcription", "media-chooser"):
        assert mots in contenu


def test_elle_se_dit_aux_moteurs_de_recherche(client: Client) -> None:
    video = une_video()
    Piste.objects.create(enregistrement=video, langue=Langue.ANGLAIS, vtt="WEBVTT\n", etat="brouillon")
    page = publier(CapsulePageFactory.create(title="Une cuisine </script>", enregistrement=video, live=False))
    lu = json_ld(html(client, page.url))
    assert lu["@type"] == "VideoObject"
    assert lu["name"] == "Une cuisine </script>"
    assert lu["description"] == page.chapeau
    assert lu["duration"] == "PT2M30S"
    assert lu["inLanguage"] == "fr"
    assert lu["contentUrl"] == f"http://testserver{video.url}"
    assert lu["thumbnailUrl"] == f"http://testserver{video.affiche_url}"
    assert datetime.datetime.fromisoformat(lu["uploadDate"]).tzinfo is not None
    assert lu["transcript"] == "Une membre\u00a0: Ici, on ouvre à huit heures."
    assert lu["accessibilityFeature"] == ["captions", "transcript"]
    assert "sameAs" not in lu


def test_une_video_d_ailleurs_se_dit_sans_pretendre_en_avoir_le_fichier(client: Client) -> None:
    lu = json_ld(html(client, CapsulePageFactory.create(**ailleurs()).url))
    assert "contentUrl" not in lu
    assert "embedUrl" not in lu
    assert lu["sameAs"] == AILLEURS
    assert lu["transcript"] == "Une membre : Ici, on ouvre à huit heures."
    assert lu["thumbnailUrl"].startswith("http://testserver/media/images/")
    assert lu["accessibilityFeature"] == ["captions", "transcript"]


def test_l_audiodescription_est_dite_quand_il_y_en_a_une(client: Client) -> None:
    page = CapsulePageFactory.create(enregistrement=une_video(audiodescription=une_video()))
    assert "audioDescription" in json_ld(html(client, page.url))["accessibilityFeature"]


def test_le_texte_seul_donne_la_transcription(client: Client) -> None:
    page = CapsulePageFactory.create(enregistrement=une_video(), edition=2026)
    faire_paraitre(page, une_autorisation("Odile Fictive"))
    texte = html(client, f"{page.url}texte/")
    for mots in (
        "Une membre : Ici, on ouvre à huit heures.",
        "Durée : 2 min 30 s",
        "Odile Fictive",
        "Audiodescription",
    ):
        assert mots in texte
    autre = html(client, f"{CapsulePageFactory.create(**ailleurs()).url}texte/")
    assert "Ici, on ouvre à huit heures." in autre
    assert AILLEURS in autre


def test_une_capsule_retiree_n_est_plus_nulle_part(client: Client) -> None:
    page = CapsulePageFactory.create(title="Canari", enregistrement=une_video())
    with ouvrir("essai"):
        page.unpublish()
    assert client.get(page.url).status_code == 404
    assert "Canari" not in html(client, "/capsules/")


def test_l_edition_montre_ses_capsules_tant_que_chacun_accepte(client: Client) -> None:
    edition = EditionPageFactory.create(annee=2026)
    accord = une_autorisation()
    faire_paraitre(CapsulePageFactory.create(title="La cuisine", edition=2026, **ailleurs()), accord)
    CapsulePageFactory.create(title="Une autre année", edition=2025, **ailleurs())
    contenu = html(client, edition.url)
    assert "La cuisine" in contenu
    assert "Une autre année" not in contenu
    accord.retiree_le = HIER
    accord.save()
    assert "La cuisine" not in html(client, edition.url)


def test_la_page_tient_dans_son_budget(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    serie, comptes = SerieCapsulesPageFactory.create(), []
    for champs in (ailleurs(), {"enregistrement": une_video()}):
        CapsulePageFactory.create(parent=serie, **champs)
    for nombre in (1, 4):
        video = une_video()
        langues = [langue for langue in Langue if langue != video.langue][: nombre - 1]
        for langue in langues:
            Piste.objects.create(
                enregistrement=video, langue=langue, vtt=video.pistes.get(langue="fr").vtt, etat="relue"
            )
        page = CapsulePageFactory.create(parent=serie, enregistrement=video)
        faire_paraitre(page, *(une_autorisation(f"Personne {rang}") for rang in range(nombre)))
        client.get(page.url)
        with django_assert_max_num_queries(25) as requetes:
            assert client.get(page.url).content.decode().count("<track") == nombre
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
