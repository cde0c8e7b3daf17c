"""For each surface, someone who leaks there: the harness must turn red, and say where.

Each saboteur lives a whole life. One for each way that the harness reads (a table, an index, a session, a cache, names
and bytes of files, mails, logs, pages) runs at each run, at one moment; `make epreuves` runs them all, at both.
"""

import logging

import pytest
from allauth.account.models import EmailAddress
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import send_mail
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import FormState
from wagtail.models import PageLogEntry, Revision
from wagtail.search.backends import get_search_backend

from pages.models import LienPartage
from reseau.models import Compte
from temoignages.models import Comptage, Depot, Lot, Trace

from .courants import les_courants
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


@pytest.mark.parametrize("moment", [pytest.param("lecture", marks=pytest.mark.epreuve), "publication"])
@pytest.mark.parametrize(("saboteur", "surface"), les_courants(ECRITS, COURANTS))
def test_un_saboteur_est_vu(saboteur: Saboteur, surface: str, moment: str) -> None:
    with pytest.raises(Residu) as residu:
        vivre(**{moment: saboteur})
    assert surface in residu.value.surfaces
