"""Near the title: how long a page is, and its other version; on paper: where it was read."""

import pytest
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.template import Context
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.utils import timezone

from pages.lecture import minutes_a_dire
from pages.models import ContenuPage
from pages.models.contenu import A_SIMPLIFIER
from pages.publication.porte import ouvrir
from pages.templatetags.lecture import papier
from tests.fabriques.pages import ContenuPageFactory, EditionPageFactory, corps, publier

pytestmark = pytest.mark.django_db


def de_mots(nombre: int) -> str:
    return corps(("texte", f"<p>{'mot ' * nombre}</p>"))


@pytest.mark.parametrize(("mots", "minutes"), [(0, None), (200, None), (201, 2), (400, 2), (1001, 6)])
def test_les_minutes_suivent_les_mots_et_une_page_courte_n_en_dit_rien(
    client: Client, mots: int, minutes: int | None
) -> None:
    page = ContenuPageFactory.create(corps=de_mots(mots))
    assert minutes_a_dire(page) == minutes
    contenu = client.get(page.url).content.decode()
    assert (f"{minutes} minutes de lecture" in contenu) is (minutes is not None)


def test_la_page_et_sa_version_facile_se_renvoient_l_une_a_l_autre(client: Client) -> None:
    edition = EditionPageFactory.create()
    facile = ContenuPageFactory.create(title="La Journée en bref", simplifie=edition.page_ptr)
    assert f'href="{facile.url}">Version facile à lire' in client.get(edition.url).content.decode()
    contenu = client.get(facile.url).content.decode()
    assert f'Version facile à lire de cette page : <a href="{edition.url}">' in contenu.replace("\xa0", " ")


def test_une_version_qui_n_est_pas_publique_ne_se_devine_pas(client: Client) -> None:
    edition = EditionPageFactory.create()
    facile = ContenuPageFactory.create(simplifie=edition.page_ptr, live=False)
    assert "facile à lire" not in client.get(edition.url).content.decode()
    publier(facile)
    with ouvrir("essai"):
        edition.unpublish()
    contenu = client.get(facile.url).content.decode()
    assert "facile à lire" not in contenu
    assert edition.title not in contenu


def test_une_page_disparue_laisse_sa_version_facile() -> None:
    complete = ContenuPageFactory.create()
    facile = ContenuPageFactory.create(simplifie=complete.page_ptr)
    complete.delete()
    assert ContenuPage.objects.get(pk=facile.pk).simplifie is None


def test_ni_boucle_ni_chaine_ni_double() -> None:
    complete, facile, autre = (ContenuPageFactory.create() for _ in range(3))
    facile.simplifie = complete.page_ptr
    facile.full_clean()
    publier(facile)
    for page, cible in ((autre, complete), (autre, facile), (complete, autre), (autre, autre)):
        page.simplifie = cible.page_ptr
        with pytest.raises(ValidationError) as refus:
            page.clean()
        assert list(refus.value.message_dict) == ["simplifie"]


def test_une_copie_n_est_pas_une_seconde_version_facile() -> None:
    complete = ContenuPageFactory.create()
    facile = ContenuPageFactory.create(simplifie=complete.page_ptr)
    copie = facile.copy(update_attrs={"slug": "copie", "title": "Copie"}, keep_live=False)
    assert copie.simplifie is None


@pytest.mark.parametrize("genre", A_SIMPLIFIER)
def test_chaque_genre_qui_peut_etre_simplifie_y_mene(genre: str) -> None:
    nom = genre.removeprefix("pages.").removesuffix("Page").lower()
    source = get_template(f"pages/{nom}_page.html").template.source  # type: ignore[attr-defined]
    assert "{% reperes page" in source


def demander(chemin: str) -> HttpRequest:
    requete = RequestFactory().get(chemin, headers={"host": "localhost"})
    requete.resolver_match = object()  # type: ignore[assignment]  # an address that answers
    return requete


@pytest.mark.parametrize(
    ("chemin", "adresse"),
    [
        ("/temoigner/suivi/?code=sept-mots", "http://localhost/temoigner/suivi/"),
        ("/partage/jeton-secret/", ""),
        ("/espace/paroles/", ""),
    ],
)
def test_le_papier_dit_l_adresse_sans_ce_qui_ouvre_une_porte(chemin: str, adresse: str) -> None:
    dit = papier(Context({"request": demander(chemin)}))
    assert dit["adresse"] == adresse
    assert str(timezone.localdate().year) in dit["date"]


def test_une_page_rendue_sans_requete_ne_dit_pas_d_adresse(client: Client) -> None:
    assert papier(Context())["adresse"] == ""
    assert 'class="enrobe papier"' in client.get("/confidentialite/").content.decode()
