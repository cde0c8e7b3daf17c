"""For each surface, someone who leaks there: the harness must turn red, and say where.

Each saboteur lives a whole life. One for each way that the harness reads (a table, an index, a session, a cache, names
and bytes of files, mails, logs, pages) runs at each run, at one moment; `make epreuves` runs them all, at both.
"""

import contextlib
import logging
from collections.abc import Callable, Collection, Mapping
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import send_mail
from django.db import connection
from django.http import HttpResponse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from wagtail.admin.models import FormState
from wagtail.models import PageLogEntry, Revision
from wagtail.search.backends import get_search_backend

from pages.models import LienPartage, MurPage
from reseau.models import Compte
from temoignages.models import Comptage, Depot, Lot, Temoignage, Trace, Traduction
from temoignages.models.traduction import TraductionQuerySet
from temoignages.views import gestes

from .parcours import Saboteur, Vie, vivre
from .releve import Residu

pytestmark = pytest.mark.usefixtures("bases_propres")


def dans_le_journal(_vie: Vie, texte: str) -> None:
    logging.getLogger("temoignages.actions").debug("texte lu : %s", texte)


def dans_l_index(vie: Vie, texte: str) -> None:
    vie.contenu.chapeau = texte
    get_search_backend().add(vie.contenu)


def dans_la_session(_vie: Vie, texte: str) -> None:
    session = SessionStore()
    session["brouillon"] = {"texte": texte}
    session.save()


def dans_le_cache(_vie: Vie, texte: str) -> None:
    cache.set("parole", {"texte": texte})


def dans_une_cle_de_cache(_vie: Vie, texte: str) -> None:
    cache.set("-".join(texte.split()), 1)


def dans_un_nom_de_fichier(_vie: Vie, texte: str) -> None:
    default_storage.save(f"images/{texte[-100:]}.txt", ContentFile(b"x"))


def dans_un_fichier(_vie: Vie, texte: str) -> None:
    default_storage.save("images/essai.bin", ContentFile(b"\x89PNG\x00" + texte.encode("utf-16-le") + b"\x00"))


def dans_une_revision(vie: Vie, texte: str) -> None:
    vie.contenu.chapeau = texte
    vie.contenu.save_revision()


def dans_un_nom_de_revision(vie: Vie, texte: str) -> None:
    vie.contenu.save_revision()
    Revision.objects.update(object_str=texte[-200:])


def dans_le_journal_des_pages(vie: Vie, texte: str) -> None:
    PageLogEntry.objects.log_action(vie.contenu, "wagtail.edit", data={"avant": texte})


def dans_un_apercu(vie: Vie, texte: str) -> None:
    genre, personne = ContentType.objects.get_for_model(vie.contenu), Compte.objects.first()
    FormState.objects.create(
        data=f"chapeau={texte}", user=personne, content_type=genre, object_id="1", last_updated_at=timezone.now()
    )


def dans_une_tache(_vie: Vie, texte: str) -> None:
    DBTaskResult.objects.create(args_kwargs={"args": [texte], "kwargs": {}}, task_path="a.b", backend_name="default")


def dans_un_courriel(_vie: Vie, texte: str) -> None:
    send_mail("Nouvelle parole", texte, None, ["equipe@exemple.org"])


def dans_la_trace(_vie: Vie, texte: str) -> None:
    Trace.objects.create(verbe="lire", objet="depot", objet_id=texte, le=timezone.now())


def dans_des_octets(_vie: Vie, texte: str) -> None:
    """SQLite takes bytes in a column of text: a declared type proves nothing."""
    with connection.cursor() as curseur:
        curseur.execute(
            "INSERT INTO taggit_tag (name, slug) VALUES (%s, %s)", ["a", b"\x01" + texte.encode() + b"\xff"]
        )


def dans_la_demande_de_la_personne(_vie: Vie, texte: str) -> None:
    """A column meant for what is sealed, where something is not."""
    Depot.objects.update(demande_auteur=texte.encode())


def dans_un_envoi_de_ressource(_vie: Vie, texte: str) -> None:
    Lot.objects.update(contenu=texte.encode())


def dans_un_compte(_vie: Vie, texte: str) -> None:
    EmailAddress.objects.create(user=Compte.objects.earliest("pk"), email=f"{texte[-200:]}@exemple.org")


def dans_un_lien_de_partage(_vie: Vie, texte: str) -> None:
    LienPartage.objects.create(empreinte="0" * 64, destinataire=texte[-80:], expire_le=timezone.now())


def dans_un_compte_public(_vie: Vie, texte: str) -> None:
    Comptage.objects.create(amorce=0, theme=0, region=texte, edition=0, jusqu_au=timezone.now(), nombre=1)


ECRITS: dict[Saboteur, str] = {
    dans_le_journal: "journal",
    dans_l_index: "default.wagtailsearch_indexentry.body",
    dans_la_session: "default.django_session.session_data",
    dans_le_cache: "cache:default",
    dans_une_cle_de_cache: "cache:default",
    dans_un_nom_de_fichier: "noms:default",
    dans_un_fichier: "medias:default",
    dans_une_revision: "default.wagtailcore_revision.content",
    dans_un_nom_de_revision: "default.wagtailcore_revision.object_str",
    dans_le_journal_des_pages: "default.wagtailcore_pagelogentry.data",
    dans_un_apercu: "default.wagtailadmin_formstate.data",
    dans_une_tache: "default.django_tasks_database_dbtaskresult.args_kwargs",
    dans_un_courriel: "courriels",
    dans_la_trace: "default.temoignages_trace.objet_id",
    dans_des_octets: "default.taggit_tag.slug",
    dans_la_demande_de_la_personne: "default.temoignages_depot.demande_auteur",
    dans_un_envoi_de_ressource: "default.temoignages_lot.contenu",
    dans_un_compte: "default.account_emailaddress.email",
    dans_un_lien_de_partage: "default.pages_lienpartage.destinataire",
    dans_un_compte_public: "default.temoignages_comptage.region",
}


# The others leak in a table, as `dans_l_index`, or read as another does: `make epreuves` runs them.
COURANTS = (
    dans_le_journal,
    dans_l_index,
    dans_la_session,
    dans_le_cache,
    dans_un_nom_de_fichier,
    dans_un_fichier,
    dans_un_courriel,
    dans_des_octets,
)


def les_courants(saboteurs: Mapping[Any, str], courants: Collection[Any]) -> list[Any]:
    """Return the cases of saboteurs, those that are not in `courants` left to `make epreuves`."""
    return [
        pytest.param(saboteur, surface, marks=() if saboteur in courants else pytest.mark.epreuve, id=saboteur.__name__)
        for saboteur, surface in saboteurs.items()
    ]


@pytest.mark.parametrize("moment", [pytest.param("lecture", marks=pytest.mark.epreuve), "publication"])
@pytest.mark.parametrize(("saboteur", "surface"), les_courants(ECRITS, COURANTS))
def test_un_saboteur_est_vu(saboteur: Saboteur, surface: str, moment: str) -> None:
    with pytest.raises(Residu) as residu:
        vivre(**{moment: saboteur})
    assert surface in residu.value.surfaces


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
    with pytest.raises(Residu) as residu:
        vivre(publication=preparer(monkeypatch))
    assert surface in residu.value.surfaces


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
    with pytest.raises(Residu) as residu:
        vivre(traduction=preparer(monkeypatch))
    assert surface in residu.value.surfaces


def une_table(_vie: Vie, _texte: str, _settings: Settings) -> str:
    with connection.cursor() as curseur:
        curseur.execute("CREATE TABLE brouillons (id INTEGER PRIMARY KEY, texte TEXT)")
    return "table default.brouillons"


def un_cache(_vie: Vie, _texte: str, settings: Settings) -> str:
    dossier = f"{settings.VAR}/cache"
    autre = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": dossier}
    settings.CACHES = {**settings.CACHES, "pages": autre}
    return "cache pages"


def un_magasin(_vie: Vie, _texte: str, settings: Settings) -> str:
    settings.STORAGES = {**settings.STORAGES, "ailleurs": {"BACKEND": "tests.temoignages.residus.muets.MagasinMuet"}}
    return "fichiers ailleurs"


def une_sortie(_vie: Vie, _texte: str, _settings: Settings) -> str:
    from .muets import SortieMuette  # noqa: PLC0415 - beside its like

    logging.getLogger("temoignages").addHandler(SortieMuette())
    return "journal tests.temoignages.residus.muets.SortieMuette"


def des_sessions(_vie: Vie, _texte: str, settings: Settings) -> str:
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.file"
    return "sessions django.contrib.sessions.backends.file"


INCONNUES = [une_table, un_cache, un_magasin, une_sortie, des_sessions]


# `test_surfaces` names each kind of unknown surface without a life around it: one at each run is enough here.
@pytest.mark.parametrize(
    "ajouter", [pytest.param(s, marks=() if s is une_table else pytest.mark.epreuve) for s in INCONNUES]
)
def test_une_surface_que_personne_n_a_declaree_est_un_echec(
    ajouter: Callable[[Vie, str, Settings], str], settings: Settings
) -> None:
    attendue: list[str] = []
    with contextlib.ExitStack() as pile:
        pile.callback(logging.getLogger("temoignages").handlers.clear)
        pile.callback(vider_table)
        with pytest.raises(Residu) as residu:
            vivre(lecture=lambda vie, texte: attendue.append(ajouter(vie, texte, settings)))
    assert residu.value.surfaces == set(attendue)


def vider_table() -> None:
    """Drop the table that a test made."""
    with connection.cursor() as curseur:
        curseur.execute("DROP TABLE IF EXISTS brouillons")
