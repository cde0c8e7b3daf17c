"""The indiscreet robot: it asks, without signing in, for every address there is, and must bring back nothing hidden."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db.models import Exists
from django.http import Http404, HttpRequest
from django.test import Client
from django.views.static import serve as servir_statique
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, ReferenceIndex
from wagtail.url_routing import RouteResult

from medias import views as vues_medias
from medias.envoi import absent, envoyer
from pages.models import RayonPage
from pages.publication import confidentialite
from pages.publication.partage import vues as vues_partage
from pages.publication.partage.modeles import LienPartage, LienPartageQuerySet, empreinte_de
from tests.fabriques.genres import genres_de_pages, mots_de
from tests.fabriques.pages import ContenuPageFactory

from .adresses import echantillon, toutes
from .monde import CANARI, Monde, batir

pytestmark = pytest.mark.django_db


def fuites(monde: Monde, adresses: Iterable[str]) -> Iterator[str]:
    """Yield the addresses whose answer holds something hidden, in its body or in its headers."""
    robot = Client(raise_request_exception=True)
    for adresse in adresses:
        reponse: Any = robot.get(adresse)
        contenu = b"".join(reponse.streaming_content) if reponse.streaming else reponse.content
        entetes = " ".join(f"{nom}: {valeur}" for nom, valeur in reponse.items()).encode()
        if monde.trahi_par(contenu) or monde.trahi_par(entetes):
            yield adresse


@pytest.mark.parametrize("choisies", [echantillon, pytest.param(list, marks=pytest.mark.epreuve, id="toutes")])
def test_le_robot_ne_rapporte_rien(choisies: Callable[[list[str]], list[str]]) -> None:
    """Ask for everything; of files under every name and every link, one in ten, and all by `make epreuves`."""
    monde = batir()
    adresses = choisies(toutes(monde.jetons))
    assert {"/", "/sante/", "/participer/", "/journee/2027/", "/cahiers/", "/publications/"} <= set(adresses)
    assert any(adresse.startswith("/media/images/") for adresse in adresses)
    assert len(adresses) > 1000
    assert list(fuites(monde, adresses)) == []


def test_chaque_genre_de_page_a_son_canari() -> None:
    batir()
    ebauches = [page for page in Page.objects.filter(depth__gt=1).specific() if page.get_latest_revision()]
    porteurs = {type(page) for page in ebauches if CANARI in mots_de(page)}
    assert [genre.__name__ for genre in genres_de_pages() if genre not in porteurs] == []


def test_un_titre_seul_n_est_pas_un_canari() -> None:
    page = ContenuPageFactory.create(live=False, title=CANARI)
    page.save_revision()
    assert CANARI not in mots_de(page)


def test_chaque_route_de_chaque_genre_est_demandee() -> None:
    batir()
    adresses = set(toutes([]))
    for page in Page.objects.filter(slug__startswith="ebauche-").specific():
        if isinstance(page, RoutablePageMixin):
            sous = page.get_latest_revision_as_object().url or page.url
            for route in page.get_subpage_urls():
                motif = re.compile(rf"{re.escape(sous)}{route.pattern.regex.pattern.lstrip('^')}")
                assert any(motif.match(adresse) for adresse in adresses), route


# Each guard, taken away: the robot must see it.


def sans_niveau(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(confidentialite, "exiger_public", lambda _objet: None)


def sans_brouillon(patch: pytest.MonkeyPatch) -> None:
    def servir(page: Any, _requete: HttpRequest, composants: list[str]) -> RouteResult:
        if composants:
            enfant = page.get_children().filter(slug=composants[0]).first()
            if enfant is None:
                raise Http404
            return enfant.specific.route(_requete, composants[1:])
        return RouteResult(page.get_latest_revision_as_object())

    patch.setattr(Page, "route", servir)


def sans_garde_des_images(patch: pytest.MonkeyPatch) -> None:
    def tout(requete: HttpRequest, taille: Any, _citees: Any) -> Any:
        return envoyer(requete, taille.file, public=True) if taille else absent()

    patch.setattr(vues_medias, "_servir_taille", tout)


def sans_garde_des_documents(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(vues_medias, "peut_lire", lambda *_args: True)


def sans_regarder_ce_qui_cite(patch: pytest.MonkeyPatch) -> None:
    """A file is public as soon as anything refers to it, draft or not."""
    patch.setattr(vues_medias, "est_cite_en_public", lambda *_args: Exists(ReferenceIndex.objects.all()))


def sans_vue_des_fichiers(patch: pytest.MonkeyPatch) -> None:
    """The folder of media, served as it is: what a careless web server does."""

    def brut(requete: HttpRequest, chemin: Any, _citees: Any) -> Any:
        return servir_statique(requete, chemin, document_root=str(settings.MEDIA_ROOT))

    patch.setattr(vues_medias, "_taille", lambda chemin: chemin)
    patch.setattr(vues_medias, "_servir_taille", brut)


def sans_expiration(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(LienPartageQuerySet, "ouvrables", lambda self: self.filter(revoque_le=None))


def sans_revocation(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(LienPartageQuerySet, "ouvrables", lambda self: self.exclude(revoque_le=None))


def sans_jeton(patch: pytest.MonkeyPatch) -> None:
    def trouver(_self: Any, jeton: str) -> LienPartage | None:
        return LienPartage.objects.filter(empreinte=empreinte_de(jeton)).first() or LienPartage.objects.first()

    patch.setattr(LienPartageQuerySet, "trouver", trouver)


def sans_appartenance(patch: pytest.MonkeyPatch) -> None:
    """A link opens any page, not those it was signed for."""

    def choisie(pages: list[Page], page_id: int | None) -> Page | None:
        return Page.objects.filter(pk=page_id, depth__gt=1).specific().first() or pages[0]

    patch.setattr(vues_partage, "_choisie", choisie)


def sans_citees(patch: pytest.MonkeyPatch) -> None:
    """A link opens any file, not those of its pages."""
    patch.setattr(vues_medias, "_peut_voir", lambda _requete, public, _m, _c, citees: public or citees is not None)


def sans_tri_des_rayons(patch: pytest.MonkeyPatch) -> None:
    """A shelf lists all that stands on it, drafts as well."""
    patch.setattr(RayonPage, "publications", lambda rayon: rayon.get_children().order_by("path").specific())


SABOTEURS: dict[Callable[[pytest.MonkeyPatch], None], str] = {
    sans_niveau: "/ebauche-",
    sans_brouillon: "/ebauche-",
    sans_garde_des_images: "/media/",
    sans_garde_des_documents: "/documents/",
    sans_regarder_ce_qui_cite: "/media/",
    sans_vue_des_fichiers: "/media/",
    sans_expiration: "/partage/",
    sans_revocation: "/partage/",
    sans_jeton: "/partage/",
    sans_appartenance: "/partage/",
    sans_citees: "/partage/",
    sans_tri_des_rayons: "/cahiers/",
}


# They read every shared link before they find anything: `make epreuves` runs them.
LENTS = (sans_expiration, sans_revocation, sans_appartenance, sans_citees)


@pytest.mark.parametrize(
    "saboteur", [pytest.param(s, marks=pytest.mark.epreuve if s in LENTS else ()) for s in SABOTEURS]
)
def test_sans_une_garde_le_robot_rapporte_quelque_chose(
    saboteur: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    saboteur(monkeypatch)
    monde = batir()
    # Where it is to be found is asked for first: a sabotage is found sooner.
    adresses = sorted(toutes(monde.jetons), key=lambda adresse: not adresse.startswith(SABOTEURS[saboteur]))
    assert next(fuites(monde, adresses), None)
