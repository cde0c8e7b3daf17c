"""Code that leaks by what it says, serves or forgets: the harness must turn red, and say where."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.http import HttpResponse

from pages.models import MurPage
from reseau.models import Compte
from temoignages.models import Depot, Temoignage, Traduction
from temoignages.models.traduction import TraductionQuerySet
from temoignages.views import gestes

from .courants import les_courants
from .parcours import Saboteur, Vie, vivre
from .releve import Residu

pytestmark = pytest.mark.usefixtures("bases_propres")


def en_se_nommant(remplacement: pytest.MonkeyPatch) -> Saboteur:
    """A `__str__` that returns the text."""
    remplacement.setattr(Temoignage, "__str__", lambda temoignage: temoignage.texte)
    return lambda _vie, _texte: None


def par_un_message(remplacement: pytest.MonkeyPatch) -> Saboteur:
    """A message to the staff that repeats the text: messages are kept in the session."""
    approuver = gestes.GESTES_SECONDE["approuver"]

    def bavard(requete: object, depot: Depot, compte: Compte) -> str:
        approuver(requete, depot, compte)  # type: ignore[arg-type] # handed on as received
        return Temoignage.objects.get().texte

    remplacement.setitem(gestes.GESTES_SECONDE, "approuver", bavard)
    return lambda _vie, _texte: None


def par_une_page(remplacement: pytest.MonkeyPatch) -> Saboteur:
    """An answer that keeps the text in memory and serves it after the withdrawal."""
    return lambda _vie, texte: remplacement.setattr(MurPage, "serve", lambda *_a, **_k: HttpResponse(texte))


def par_un_entete(remplacement: pytest.MonkeyPatch) -> Saboteur:
    """An answer whose headers hold the text."""
    servir = MurPage.serve

    def bavarde(texte: str) -> Callable[..., HttpResponse]:
        def servir_avec(page: MurPage, *args: object, **options: object) -> HttpResponse:
            reponse: HttpResponse = servir(page, *args, **options)
            reponse["X-Titre"] = "".join(c for c in texte if c.isascii())
            return reponse

        return servir_avec

    return lambda _vie, texte: remplacement.setattr(MurPage, "serve", bavarde(texte))


def par_une_page_liberee(_remplacement: pytest.MonkeyPatch) -> Saboteur:
    """A row deleted without erasing its bytes: only the file still knows."""

    def effacer_mal(_vie: Vie, texte: str) -> None:
        with connection.cursor() as curseur:
            curseur.execute("PRAGMA secure_delete=OFF")
            curseur.execute("INSERT INTO taggit_tag (name, slug) VALUES ('a', %s)", [texte])
            curseur.execute("DELETE FROM taggit_tag")
            curseur.execute("PRAGMA secure_delete=ON")

    return effacer_mal


def exiger_vu(surface: str, **moment: Saboteur) -> None:
    """Live a life with a saboteur at a moment of it. Fails unless the search finds the words at `surface`."""
    with pytest.raises(Residu) as residu:
        vivre(**moment)
    assert surface in residu.value.surfaces


VIVANTS: dict[Callable[[pytest.MonkeyPatch], Saboteur], str] = {
    en_se_nommant: "noms d’objets",
    par_un_message: "default.django_session.session_data",
    par_une_page: "http",
    par_un_entete: "entetes",
    par_une_page_liberee: "octets:default",
}


# A message stands in the session, as `dans_la_session`; `test_octets` sees a freed page without a life around it.
@pytest.mark.parametrize(("preparer", "surface"), les_courants(VIVANTS, (en_se_nommant, par_une_page, par_un_entete)))
def test_un_saboteur_qui_se_cache_est_vu(
    preparer: Callable[[pytest.MonkeyPatch], Saboteur], surface: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    exiger_vu(surface, publication=preparer(monkeypatch))


def dans_les_passages_gardes(_remplacement: pytest.MonkeyPatch) -> Saboteur:
    """A reason kept under the passage itself, rather than under its hash."""

    def garder(_vie: Vie, texte: str) -> None:
        Traduction.objects.update(gardes={texte: "vague"})

    return garder


def par_le_nom_de_la_traduction(remplacement: pytest.MonkeyPatch) -> Saboteur:
    """A `__str__` that returns the translation."""
    remplacement.setattr(Traduction, "__str__", lambda traduction: traduction.texte)
    return lambda _vie, _texte: None


def avant_d_etre_approuvee(remplacement: pytest.MonkeyPatch) -> Saboteur:
    """Pages that show what nobody approved."""
    remplacement.setattr(TraductionQuerySet, "approuvees", lambda traductions: traductions.all())
    return lambda _vie, _texte: None


TRADUITS: dict[Callable[[pytest.MonkeyPatch], Saboteur], str] = {
    dans_les_passages_gardes: "default.temoignages_traduction.gardes",
    par_le_nom_de_la_traduction: "noms d’objets",
    avant_d_etre_approuvee: "http",
}


# The two others leak where saboteurs of the text do, in a table and in a name: `make epreuves` runs them.
@pytest.mark.parametrize(("preparer", "surface"), les_courants(TRADUITS, (avant_d_etre_approuvee,)))
def test_un_saboteur_de_traduction_est_vu(
    preparer: Callable[[pytest.MonkeyPatch], Saboteur], surface: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    exiger_vu(surface, traduction=preparer(monkeypatch))
