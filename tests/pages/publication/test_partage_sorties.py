"""The other forms of what a link lends: under that link, marked, logged, behind the same guards."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from medias.niveaux import Niveau
from pages.models import AccesPartage, VarianteRegionale
from pages.publication.partage.actions import partager, revoquer
from tests.fabriques.fichiers import un_document
from tests.fabriques.pages import ContenuPageFactory, accueil, corps, publier
from tests.fabriques.presse import ProgrammePageFactory, un_communique
from tests.fabriques.roles import une_redactrice
from tests.pages.sorties.exemplaire import ouvrir
from tests.pages.sorties.lecteur import autour, decrire, entendre

from .gestes import recrire, un_brouillon

pytestmark = pytest.mark.django_db
FORMES = ("pdf/", "texte/")


def preter(*pages: Any, jours: int = 3) -> tuple[Any, str]:
    """Return a link, and its address."""
    lien, jeton = partager(pages=pages, destinataire="Le comité", jours=jours, par=une_redactrice())
    return lien, f"/partage/{jeton}/"


def dit(reponse: Any) -> str:
    """Return the words of a PDF or of a text, with plain spaces."""
    est_un_pdf = reponse["Content-Type"] == "application/pdf"
    texte = entendre(ouvrir(reponse.content)) if est_un_pdf else reponse.content.decode()
    return " ".join(texte.replace("\u00a0", " ").split())


def liens_de(html: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', html)


def test_la_page_pretee_offre_ses_formes_sous_son_lien(client: Client) -> None:
    page = un_brouillon(title="Ébauche", confidentialite=Niveau.TRAVAIL)
    _lien, adresse = preter(page)
    liens = liens_de(client.get(adresse).content.decode())
    for forme in FORMES:
        assert liens.count(f"{adresse}{page.pk}/{forme}") == 1
        reponse = client.get(f"{adresse}{page.pk}/{forme}")
        assert reponse["Cache-Control"] == "private, no-store"
        assert "ETag" not in reponse
        for mention in ("document de travail – ne pas diffuser", "partagé avec : le comité", "(ébauche)"):
            assert mention in dit(reponse).lower()
    assert not [lien for lien in liens if lien.startswith(page.url)]


def test_chaque_ouverture_est_consignee(client: Client) -> None:
    page = un_brouillon()
    lien, adresse = preter(page)
    for forme in ("", *FORMES):
        client.get(f"{adresse}{page.pk}/{forme}")
    assert list(AccesPartage.objects.values_list("lien", "page")) == [(lien.pk, page.pk)] * 3


@pytest.mark.parametrize("forme", FORMES)
def test_ce_qui_n_ouvre_pas_repond_toujours_pareil(client: Client, settings: Settings, forme: str) -> None:
    page, autre = un_brouillon(), publier(ContenuPageFactory.create(title="Déjà publique"))
    revoque, adresse_revoquee = preter(page)
    revoquer(lien=revoque, par=une_redactrice())
    _expire, adresse_expiree = preter(page, jours=1)
    settings.AUJOURDHUI = "2026-11-24"
    _bon, adresse = preter(page)
    fermees = [
        f"/partage/inconnu/{page.pk}/{forme}",
        f"{adresse_revoquee}{page.pk}/{forme}",
        f"{adresse_expiree}{page.pk}/{forme}",
        f"{adresse}{autre.pk}/{forme}",
        f"{adresse}9999/{forme}",
        f"{adresse}{page.pk}/{forme}rien/",
    ]
    reponses = [client.get(fermee) for fermee in fermees]
    assert {reponse.status_code for reponse in reponses} == {404}
    assert len({reponse.content for reponse in reponses}) == 1
    assert client.get(f"{adresse}{page.pk}/{forme}").status_code == 200
    assert client.post(f"{adresse}{page.pk}/{forme}").status_code == 405


def test_les_versions_regionales_restent_sous_le_lien(client: Client) -> None:
    page = un_communique(slug="avant-l-heure")
    page.variantes = [VarianteRegionale(region="05", paragraphe="deux tables.")]
    page.save_revision()
    _lien, adresse = preter(page)
    region = f"{adresse}{page.pk}/region/05/"
    assert region in liens_de(client.get(adresse).content.decode())
    liens = liens_de(client.get(region).content.decode())
    assert f"{adresse}{page.pk}/" in liens, "the version for the whole of Québec"
    assert not [lien for lien in liens if "/avant-l-heure/" in lien]
    for forme in FORMES:
        assert f"{region}{forme}" in liens
        assert "En Estrie, deux tables." in dit(client.get(f"{region}{forme}"))


def test_un_fichier_de_la_page_reste_sous_le_lien(client: Client) -> None:
    page = recrire(ProgrammePageFactory.create(live=False, has_unpublished_changes=True))
    _lien, adresse = preter(page)
    (agenda,) = [lien for lien in liens_de(client.get(adresse).content.decode()) if "agenda.ics" in lien]
    assert agenda == f"{adresse}{page.pk}/agenda.ics"
    assert client.get(agenda)["Content-Type"].startswith("text/calendar")


def test_une_page_pretee_mene_aux_autres_du_meme_lien_et_d_elles_seules(client: Client) -> None:
    prise, laissee = un_brouillon(title="Prise"), publier(ContenuPageFactory.create(title="Laissée"))
    vers = "".join(f'<p><a linktype="page" id="{page.pk}">{page.title}</a></p>' for page in (prise, laissee, accueil()))
    page = un_brouillon(corps=corps(("texte", vers)))
    _lien, adresse = preter(page, prise)
    liens = liens_de(client.get(f"{adresse}{page.pk}/").content.decode())
    assert f"{adresse}{prise.pk}/" in liens
    assert prise.url not in liens
    assert laissee.url in liens
    assert "/" in liens
    assert "Prise" in client.get(f"{adresse}{prise.pk}/").content.decode()


def test_un_document_prete_ne_mene_ni_a_son_adresse_a_venir_ni_a_ses_fichiers(client: Client) -> None:
    document = un_document()
    vers = f'<p><a linktype="document" id="{document.pk}">la note</a>, <a href="/journee/">la Journée</a></p>'
    page = un_brouillon(slug="pas-encore", corps=corps(("texte", vers)))
    _lien, adresse = preter(page)
    pdf = ouvrir(client.get(f"{adresse}{page.pk}/pdf/").content)
    texte = client.get(f"{adresse}{page.pk}/texte/").content.decode()
    for sortie in (decrire(pdf), texte):
        assert "la note" in sortie
        assert "/documents/" not in sortie
        assert "/pas-encore/" not in sortie
        assert adresse not in sortie, "paper travels: it does not carry the key"
        assert "http://localhost/journee/" in sortie
    assert not any("http" in marge for marge in autour(pdf))


def test_l_heure_d_un_embargo_est_dite_dans_chaque_forme(client: Client) -> None:
    demain = datetime.datetime(2040, 10, 10, 12, 30, tzinfo=datetime.UTC)
    page = un_brouillon(go_live_at=demain)
    _lien, adresse = preter(page)
    for forme in FORMES:
        assert "sous embargo jusqu’au 10 octobre 2040, 8 h 30" in dit(client.get(f"{adresse}{page.pk}/{forme}")).lower()
