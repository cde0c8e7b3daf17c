"""A guest changes her mind: the episode leaves at that instant, or goes on without her."""

import datetime
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from django.test import Client
from django.utils import timezone

from medias.models import AutorisationImage, AutorisationNom, Enregistrement, EtatPreparation, Personnes, PorteeNom
from pages.models import Chapitre, EpisodePage, VoixEntendue
from pages.publication.actions import depublier
from pages.suivis import pages_a_retirer
from reseau.horloge import aujourdhui
from tests.fabriques.balado import faire_entendre, un_enregistrement, un_episode
from tests.fabriques.pages import publier
from tests.fabriques.presse import une_autorisation
from tests.fabriques.roles import une_redactrice

pytestmark = pytest.mark.django_db
FLUX = "/balado/flux.xml"
HIER = datetime.timedelta(days=1)


def retirer(accord: AutorisationNom) -> None:
    accord.retiree_le = aujourdhui()
    accord.save()


def laisser_finir(accord: AutorisationNom) -> None:
    accord.jusqu_au = aujourdhui() - HIER
    accord.save()


def effacer(accord: AutorisationNom) -> None:
    accord.delete()


def restreindre(accord: AutorisationNom) -> None:
    accord.portee = PorteeNom.COMMUNIQUES
    accord.save()


FINS: tuple[Callable[[AutorisationNom], None], ...] = (retirer, laisser_finir, effacer, restreindre)


def invitee() -> AutorisationNom:
    return une_autorisation("Odile Fictive")


def statut(client: Client, adresse: str) -> int:
    """Return how an address answers; a file that streams is read to its end, which closes it."""
    reponse: Any = client.get(adresse)
    if reponse.streaming:
        b"".join(reponse.streaming_content)
    return int(reponse.status_code)


def entendus(client: Client) -> list[Any]:
    entrees: list[Any] = feedparser.parse(client.get(FLUX).content).entries
    return entrees


@pytest.mark.parametrize("fin", FINS)
def test_l_episode_quitte_tout_a_l_instant_meme(client: Client, fin: Callable[[AutorisationNom], None]) -> None:
    accord = invitee()
    page = publier(faire_entendre(un_episode(title="Chez Odile"), {"autorisation": accord}))
    etag = client.get(FLUX)["ETag"]
    assert "Odile Fictive" in client.get(page.url).content.decode()
    assert statut(client, page.enregistrement.url) == 200
    fin(accord)
    reponse = client.get(page.url)
    assert reponse.status_code == 404
    contenu = reponse.content.decode()
    assert "ne s’écoute plus" in contenu
    assert "Odile" not in contenu
    for suite in ("texte/", "chapitres.json"):
        assert statut(client, page.url + suite) == 404
    neuf = client.get(FLUX, HTTP_IF_NONE_MATCH=etag)
    assert neuf.status_code == 200
    assert feedparser.parse(neuf.content).entries == []
    assert "Odile" not in neuf.content.decode()
    assert "Odile" not in client.get("/balado/").content.decode()
    assert statut(client, page.enregistrement.url) == 404
    assert statut(client, page.enregistrement.pistes.get().url) == 404


@pytest.mark.parametrize("fin", FINS)
def test_la_version_de_remplacement_prend_sa_place_sous_la_meme_identite(
    client: Client, fin: Callable[[AutorisationNom], None]
) -> None:
    accord, autre = invitee(), un_enregistrement("on continue")
    page = un_episode(enregistrement_sans=autre)
    page = publier(
        faire_entendre(page, {"autorisation": accord, "absente": True}, {"designation": "une voisine", "role": "host"})
    )
    (avant,) = entendus(client)
    fin(accord)
    (apres,) = entendus(client)
    assert (apres.id, apres.title) == (avant.id, avant.title)
    assert avant.enclosures[0].href.endswith(page.enregistrement.url)
    assert apres.enclosures[0].href.endswith(autre.url)
    contenu = client.get(page.url).content.decode()
    assert "on continue" in contenu
    assert "Odile" not in contenu
    assert "une voisine" in contenu
    assert "remonté" in contenu
    assert "on continue" in client.get(f"{page.url}texte/").content.decode()
    assert statut(client, autre.url) == 200
    assert statut(client, page.enregistrement.url) == 404


def test_qui_reste_dans_l_autre_version_l_emporte_aussi(client: Client) -> None:
    accord = invitee()
    page = publier(faire_entendre(un_episode(enregistrement_sans=un_enregistrement()), {"autorisation": accord}))
    retirer(accord)
    assert statut(client, page.url) == 404
    assert entendus(client) == []


def test_les_chapitres_d_une_version_ne_disent_rien_de_l_autre(client: Client) -> None:
    accord = invitee()
    page = un_episode(enregistrement_sans=un_enregistrement())
    page.chapitres = [Chapitre(debut=0, titre="Le café")]
    page = publier(faire_entendre(page, {"autorisation": accord, "absente": True}))
    assert "Le café" in client.get(page.url).content.decode()
    retirer(accord)
    assert "Le café" not in client.get(page.url).content.decode()
    assert "Le café" not in client.get(f"{page.url}chapitres.json").content.decode()


def test_un_accord_rendu_ramene_l_episode(client: Client) -> None:
    accord = invitee()
    page = publier(faire_entendre(un_episode(), {"autorisation": accord}))
    retirer(accord)
    assert statut(client, page.url) == 404
    accord.retiree_le = None
    accord.save()
    assert statut(client, page.url) == 200


def test_une_voix_reconnaissable_compte_autant_qu_un_nom(client: Client) -> None:
    voix = AutorisationImage.objects.create(
        personne="formulaire 12", donnee_le=aujourdhui() - HIER, jusqu_au=aujourdhui() + HIER, preuve="classeur, no 12"
    )
    son, autre = un_enregistrement(personnes=Personnes.ACCORD), un_enregistrement("on continue")
    son.autorisations.add(voix)
    page = publier(un_episode(enregistrement=Enregistrement.objects.get(pk=son.pk), enregistrement_sans=autre))
    assert entendus(client)[0].enclosures[0].href.endswith(son.url)
    voix.retiree_le = aujourdhui()
    voix.save()
    assert entendus(client)[0].enclosures[0].href.endswith(autre.url)
    assert statut(client, son.url) == 404
    assert statut(client, page.url) == 200


def test_une_ebauche_ne_fait_taire_personne(client: Client) -> None:
    accord, son = invitee(), un_enregistrement()
    page = publier(un_episode(enregistrement=son))
    faire_entendre(un_episode(enregistrement=son), {"autorisation": accord}).save()
    retirer(accord)
    assert statut(client, page.url) == 200


def test_ailleurs_aussi_l_enregistrement_se_tait() -> None:
    accord, son = invitee(), un_enregistrement()
    publier(faire_entendre(un_episode(enregistrement=son), {"autorisation": accord}))
    assert Enregistrement.objects.montrables().filter(pk=son.pk).exists()
    retirer(accord)
    assert not Enregistrement.objects.montrables().filter(pk=son.pk).exists()
    assert not Enregistrement.objects.get(pk=son.pk).est_montrable


def test_un_enregistrement_efface_emporte_l_episode(client: Client) -> None:
    page = publier(un_episode())
    page.enregistrement.delete()
    assert statut(client, page.url) == 404
    assert entendus(client) == []
    assert EpisodePage.objects.get(pk=page.pk).live


def test_l_equipe_voit_ce_qui_reste_a_corriger() -> None:
    accord = invitee()
    page = publier(faire_entendre(un_episode(), {"autorisation": accord}))
    assert pages_a_retirer() == []
    retirer(accord)
    assert [trouvee.pk for trouvee in pages_a_retirer()] == [page.pk]


def est_audible(son: Enregistrement) -> bool:
    return bool(Enregistrement.objects.montrables().filter(pk=son.pk).exists())


@pytest.mark.parametrize("ordre", ["avant le retrait", "après le retrait"])
@pytest.mark.parametrize("fin", FINS)
def test_une_page_supprimee_ne_rend_pas_la_voix(fin: Callable[[AutorisationNom], None], ordre: str) -> None:
    accord, son = invitee(), un_enregistrement()
    page = publier(faire_entendre(un_episode(enregistrement=son), {"autorisation": accord}))
    gestes = [lambda: fin(accord), page.delete]
    for geste in gestes if ordre == "après le retrait" else reversed(gestes):
        geste()
    assert not est_audible(son)


def test_une_page_depubliee_ne_rend_pas_la_voix() -> None:
    accord, son = invitee(), un_enregistrement()
    page = publier(faire_entendre(un_episode(enregistrement=son), {"autorisation": accord}))
    depublier(page=page, par=une_redactrice(), motif="retrait")
    assert est_audible(son)
    retirer(accord)
    assert not est_audible(son)


@pytest.mark.parametrize("fin", FINS)
def test_une_correction_ne_rend_pas_le_premier_enregistrement(
    client: Client, fin: Callable[[AutorisationNom], None]
) -> None:
    accord, son, autre = invitee(), un_enregistrement(), un_enregistrement("on continue")
    page = publier(faire_entendre(un_episode(enregistrement=son), {"autorisation": accord}))
    fin(accord)
    page.enregistrement, page.personnes = autre, []
    page = publier(page)
    assert statut(client, page.url) == 200
    assert est_audible(autre)
    ailleurs = publier(un_episode(enregistrement=son))
    assert statut(client, ailleurs.url) == 404
    assert statut(client, son.url) == 404


@pytest.mark.parametrize("fin", FINS)
def test_la_version_avec_audiodescription_se_tait_avec_l_autre(fin: Callable[[AutorisationNom], None]) -> None:
    accord, decrite, voisine = invitee(), un_enregistrement(), un_enregistrement()
    son = un_enregistrement(audiodescription=decrite)
    publier(faire_entendre(un_episode(enregistrement=son), {"autorisation": accord}))
    assert est_audible(decrite)
    fin(accord)
    assert not est_audible(decrite)
    assert est_audible(voisine)


def test_la_version_de_remplacement_ne_retient_que_qui_y_est_dit_entendu() -> None:
    absente, presente, autre = invitee(), une_autorisation("Rose Inventée"), un_enregistrement()
    publier(
        faire_entendre(
            un_episode(enregistrement_sans=autre),
            {"autorisation": absente, "absente": True},
            {"autorisation": presente},
        )
    )
    retirer(absente)
    assert est_audible(autre)
    retirer(presente)
    assert not est_audible(autre)


def test_un_embargo_n_inscrit_personne_avant_son_heure() -> None:
    page = faire_entendre(un_episode(), {"autorisation": invitee()})
    page.go_live_at = timezone.now() + HIER
    publier(page)
    assert not VoixEntendue.objects.exists()


def test_un_enregistrement_qu_on_prepare_a_nouveau_n_accuse_personne(client: Client) -> None:
    page = publier(un_episode())
    Enregistrement.objects.update(etat=EtatPreparation.EN_COURS)
    reponse = client.get(page.url)
    contenu = reponse.content.decode()
    assert reponse.status_code == 404
    assert "n’est pas prêt pour le moment" in contenu
    assert "reprendre sa parole" not in contenu
