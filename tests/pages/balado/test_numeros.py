import datetime
import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from pages.models import BaladoPage, EpisodePage, NumeroEpisode
from pages.models.numero_episode import NumeroPris
from pages.publication.actions import depublier
from pages.publication.constats import bloquants
from pages.publication.porte import ouvrir
from tests.fabriques.balado import BaladoPageFactory, un_episode
from tests.fabriques.pages import publier
from tests.fabriques.roles import une_redactrice

pytestmark = pytest.mark.django_db


def fautes(page: Any) -> list[str]:
    return [constat.message for constat in bloquants(page) if constat.champ == "numero"]


def test_un_episode_qui_parait_prend_son_numero_pour_toujours() -> None:
    page = publier(un_episode(saison=1, numero=4))
    (pris,) = NumeroEpisode.objects.all()
    assert (pris.episode, pris.serie, pris.saison, pris.numero) == (page.guid, page.serie.guid, 1, 4)


@pytest.mark.parametrize("fin", ["depublie", "supprime"])
def test_un_numero_ne_sert_qu_une_fois(fin: str) -> None:
    page = publier(un_episode(saison=1, numero=4))
    if fin == "depublie":
        depublier(page=page, par=une_redactrice(), motif="retrait")
    else:
        page.delete()
    autre = un_episode(saison=1, numero=4)
    assert "ne sert qu’une fois" in fautes(autre)[0]
    with pytest.raises(NumeroPris):
        publier(autre)
    assert not EpisodePage.objects.get(pk=autre.pk).live
    assert fautes(un_episode(saison=1, numero=5)) == []
    assert fautes(un_episode(saison=2, numero=4)) == []


def test_une_autre_serie_a_ses_propres_numeros() -> None:
    publier(un_episode(numero=4))
    autre_serie = BaladoPageFactory.create(slug="autre")
    assert fautes(un_episode(numero=4, parent=autre_serie)) == []


@pytest.mark.parametrize("champs", [{"numero": 5}, {"saison": 2}, {"numero": None, "genre": "bonus"}])
def test_le_numero_d_un_episode_paru_ne_change_plus(champs: dict[str, Any]) -> None:
    page = publier(un_episode(saison=1, numero=4))
    for nom, valeur in champs.items():
        setattr(page, nom, valeur)
    assert "ne change plus" in fautes(page)[0]
    with pytest.raises(NumeroPris):
        publier(page)
    assert EpisodePage.objects.get(pk=page.pk).numero == 4


def sous_embargo(numero: int) -> Any:
    """Return an episode that waits for its hour under a number."""
    page = un_episode(numero=numero)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    return publier(page)


def test_un_embargo_reserve_son_numero() -> None:
    sous_embargo(4)
    assert "ne sert qu’une fois" in fautes(un_episode(numero=4))[0]


@pytest.mark.parametrize("fin", ["repris", "supprime"])
def test_un_embargo_qui_n_aura_pas_lieu_rend_son_numero(fin: str) -> None:
    page = sous_embargo(4)
    if fin == "repris":
        depublier(page=page, par=une_redactrice(), motif="autre")
    else:
        page.delete()
    autre = un_episode(numero=4)
    assert fautes(autre) == []
    assert publier(autre).numero == 4
    assert NumeroEpisode.objects.get().episode == autre.guid


def test_un_embargo_repris_laisse_changer_de_numero() -> None:
    page = sous_embargo(4)
    depublier(page=page, par=une_redactrice(), motif="autre")
    page = EpisodePage.objects.get(pk=page.pk)
    page.numero, page.go_live_at = 5, None
    assert fautes(page) == []
    assert publier(page).numero == 5
    assert NumeroEpisode.objects.get().numero == 5


def test_un_episode_retire_reprend_son_numero_en_revenant() -> None:
    page = publier(un_episode(numero=4))
    guid = page.guid
    depublier(page=page, par=une_redactrice(), motif="autre")
    page = publier(EpisodePage.objects.get(pk=page.pk))
    assert (page.live, page.guid, page.numero) == (True, guid, 4)


def test_une_bande_annonce_se_passe_de_numero_et_un_episode_non() -> None:
    assert fautes(un_episode(numero=None, genre="trailer")) == []
    assert "a un numéro" in fautes(un_episode(numero=None))[0]
    publier(un_episode(numero=None, genre="trailer"))
    publier(un_episode(numero=None, genre="bonus"))
    assert not NumeroEpisode.objects.exists()


def test_deux_publications_au_meme_instant_une_seule_prend_le_numero(monkeypatch: pytest.MonkeyPatch) -> None:
    un, deux = un_episode(numero=4), un_episode(numero=4)
    # Both look before either writes: only the database can tell.
    monkeypatch.setattr("pages.models.numero_episode.faute_de_numero", lambda *_voulu: "")
    publier(un)
    with pytest.raises(NumeroPris, match="vient d’être pris"):
        publier(deux)
    assert NumeroEpisode.objects.get().episode == un.guid
    assert not EpisodePage.objects.get(pk=deux.pk).live


def test_une_copie_a_une_autre_identite_et_aucun_numero() -> None:
    page = publier(un_episode(numero=4))
    with ouvrir("essai"):
        copie = page.copy(update_attrs={"slug": "copie", "title": "Copie"}, keep_live=False)
    ebauche = copie.get_latest_revision_as_object()
    assert ebauche.numero is None
    assert EpisodePage.objects.get(pk=copie.pk).numero is None
    assert ebauche.guid == EpisodePage.objects.get(pk=copie.pk).guid != page.guid


def test_une_copie_d_une_serie_est_une_autre_serie() -> None:
    serie = BaladoPageFactory.create()
    publier(un_episode(numero=4, parent=serie))
    with ouvrir("essai"):
        copie = serie.copy(update_attrs={"slug": "copie"}, recursive=True, keep_live=False)
    copie = BaladoPage.objects.get(pk=copie.pk)
    assert copie.guid != serie.guid
    assert EpisodePage.objects.child_of(copie).get().numero is None


def test_une_revision_ancienne_ne_ramene_pas_une_autre_identite() -> None:
    page = un_episode()
    revision = page.save_revision()
    revision.content["guid"] = str(uuid.uuid4())
    revision.save()
    assert revision.as_object().guid == page.guid


def test_la_redaction_voit_le_refus_pres_du_champ(client: Client) -> None:
    publier(un_episode(saison=1, numero=4))
    serie = BaladoPage.objects.get()
    client.force_login(une_redactrice())
    vides = {f"{nom}-{suite}": "0" for nom in ("chapitres", "personnes") for suite in ("TOTAL_FORMS", "INITIAL_FORMS")}
    saisie = {"title": "Autre", "slug": "autre", "genre": "full", "saison": "1", "numero": "4", "notes": "null"}
    reponse = client.post(f"/admin/pages/add/pages/episodepage/{serie.pk}/", {**saisie, **vides})
    assert "Ce numéro a déjà servi dans cette saison" in reponse.content.decode()
    assert not Page.objects.filter(slug="autre").exists()
    client.post(f"/admin/pages/add/pages/episodepage/{serie.pk}/", {**saisie, **vides, "numero": "5"})
    assert Page.objects.filter(slug="autre").exists()
