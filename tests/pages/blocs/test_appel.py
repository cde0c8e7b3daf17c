from typing import Any

import pytest
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.blocs import AppelBlock
from tests.fabriques.pages import ContenuPageFactory, accueil
from tests.pages.test_langues import traduite

from .rendu import rendre

pytestmark = pytest.mark.django_db
APPEL: dict[str, Any] = {"titre": "Écrire", "texte": "", "bouton": "Compléter", "page": None, "adresse": ""}


def nettoyer(**champs: Any) -> Any:
    bloc = AppelBlock()
    return bloc.clean(bloc.to_python({**APPEL, **champs}))


def test_le_bouton_mene_a_une_adresse() -> None:
    html = rendre(("appel", {**APPEL, "adresse": "/temoigner/"}))
    assert '<a class="bouton" href="/temoigner/">Compléter</a>' in html


def test_le_bouton_mene_a_une_page() -> None:
    page = ContenuPageFactory.create(slug="participer")
    assert 'href="/participer/"' in rendre(("appel", {**APPEL, "page": page.pk}))


def test_le_bouton_d_une_page_depubliee_disparait() -> None:
    page = ContenuPageFactory.create(live=False)
    html = rendre(("appel", {**APPEL, "page": page.pk}))
    assert "Écrire" in html
    assert "<a " not in html


def test_une_page_ou_une_adresse_est_acceptee() -> None:
    assert nettoyer(adresse="https://exemple.org").url == "https://exemple.org"
    assert nettoyer(page=ContenuPageFactory.create(slug="ici").pk).url == "/ici/"


@pytest.mark.parametrize("adresse", ["", "javascript:alert(1)", "//exemple.org", "temoigner"])
def test_une_adresse_absente_ou_louche_est_refusee(adresse: str) -> None:
    with pytest.raises(StructBlockValidationError) as refus:
        nettoyer(adresse=adresse)
    assert "adresse" in refus.value.block_errors


def test_une_page_et_une_adresse_ensemble_sont_refusees() -> None:
    with pytest.raises(StructBlockValidationError) as refus:
        nettoyer(adresse="/temoigner/", page=ContenuPageFactory.create().pk)
    assert "pas les deux" in refus.value.block_errors["adresse"].message


def test_le_bouton_mene_a_la_page_dans_la_langue_du_lecteur(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    traduite(accueil(), "Home")
    cibles = [ContenuPageFactory.create(slug=f"ici-{rang}") for rang in range(3)]
    appels = [("appel", {**APPEL, "page": cible.pk}) for cible in cibles]
    traduite(cibles[0], "Here")
    traduite(cibles[1], "There", publique=False)
    liens = [f'href="/ici-{rang}/">' for rang in range(3)]
    assert all(lien in rendre(*appels) for lien in liens)

    with override("en"):
        html = rendre(*appels)
        with django_assert_num_queries(2):  # those chosen, then their twins
            rendre(*appels)

    assert 'href="/en/here/">' in html
    assert 'href="/ici-1/" hreflang="fr-CA">' in html
    assert 'href="/ici-2/" hreflang="fr-CA">' in html


@pytest.mark.parametrize(
    ("adresse", "attendue"),
    [
        ("/temoigner/", "/en/temoigner/"),
        ("/recherche/?q=table#resultats", "/en/recherche/?q=table#resultats"),
        ("/journee/", "/journee/"),
        ("/espace/", "/espace/"),
        ("https://exemple.org/temoigner/", "https://exemple.org/temoigner/"),
        ("#aide", "#aide"),
    ],
)
def test_une_adresse_du_site_est_celle_de_la_langue(adresse: str, attendue: str) -> None:
    appel = ("appel", {**APPEL, "adresse": adresse})
    assert f'href="{adresse}"' in rendre(appel)
    with override("en"):
        assert f'href="{attendue}"' in rendre(appel)
