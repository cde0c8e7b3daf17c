"""Whatever writes what the public may see changes the state, in its own transaction; the rest leaves it alone."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from site_campagne.fraicheur.etat import etat_public
from site_campagne.fraicheur.marques import ECRITURE, Marque, effacer_les_anciennes
from temoignages.models import Depot, Trace
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.pages import ContenuPageFactory, retirer_temoignage, un_temoignage_publie, une_amorce
from tests.fabriques.temoignages import un_depot

pytestmark = pytest.mark.django_db


def change(geste: Callable[[], object]) -> bool:
    """Say whether an act changes the state of the public side."""
    avant = etat_public()
    geste()
    return etat_public() != avant


def test_ce_qui_s_ecrit_sans_signal_change_l_etat_aussi() -> None:
    page = ContenuPageFactory.create()
    parole = un_temoignage_publie()
    evenement = EvenementFactory.create()
    assert change(lambda: Page.objects.filter(pk=page.pk).update(live=False))
    assert change(lambda: type(evenement).objects.filter(pk=evenement.pk).delete())
    assert change(lambda: type(parole).objects.bulk_update([parole], ["texte"]))
    assert change(lambda: retirer_temoignage(un_temoignage_publie("un banc au soleil")))


def test_ce_que_le_public_ne_voit_pas_ne_change_rien() -> None:
    depot, amorce = un_depot(), une_amorce()
    assert not change(lambda: un_depot(amorce=amorce))
    assert not change(lambda: Depot.objects.filter(pk=depot.pk).update(rappels=1))
    assert not change(lambda: Trace.objects.all().delete())
    assert not change(lambda: list(Page.objects.all()))


def test_une_transaction_laisse_une_seule_marque() -> None:
    page = ContenuPageFactory.create()
    etat_public()
    avant = Marque.objects.count()
    with transaction.atomic():
        for rang in range(5):
            Page.objects.filter(pk=page.pk).update(seo_title=str(rang))
    assert Marque.objects.count() == avant + 1


def test_un_point_de_retour_n_emporte_pas_la_marque_de_ce_qui_suit() -> None:
    page = ContenuPageFactory.create()

    def ecrire() -> None:
        point = transaction.savepoint()
        Page.objects.filter(pk=page.pk).update(seo_title="perdu")
        transaction.savepoint_rollback(point)
        Page.objects.filter(pk=page.pk).update(seo_title="gardé")

    assert change(ecrire)


@pytest.mark.django_db(transaction=True)
def test_ce_qui_est_defait_ne_laisse_pas_de_marque() -> None:
    page = ContenuPageFactory.create()

    def defaire() -> None:
        with transaction.atomic():
            Page.objects.filter(pk=page.pk).update(seo_title="perdu")
            transaction.set_rollback(True)

    assert not change(defaire)
    assert change(lambda: Page.objects.filter(pk=page.pk).update(seo_title="hors de toute transaction"))


def test_l_etat_se_lit_en_une_requete() -> None:
    with CaptureQueriesContext(connection) as requetes:
        etat_public()
    assert len(requetes) == 1


def test_le_menage_laisse_la_derniere_marque_et_change_l_etat() -> None:
    for _rang in range(3):
        etat_public()
        ContenuPageFactory.create()
    assert change(effacer_les_anciennes)
    assert Marque.objects.count() == 1
    assert effacer_les_anciennes() == 0


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ('INSERT INTO "pages_page" VALUES (1)', "pages_page"),
        ("INSERT OR IGNORE INTO pages_page VALUES (1)", "pages_page"),
        ('  update "pages_page" SET a = 1', "pages_page"),
        ("DELETE FROM pages_page", "pages_page"),
        ('SELECT "UPDATE x" FROM y', ""),
        ("SAVEPOINT s1", ""),
        ("ROLLBACK TO SAVEPOINT s1", None),
    ],
)
def test_la_table_d_une_ecriture_se_lit(sql: str, table: str | None) -> None:
    trouvee = ECRITURE.match(sql)
    assert (trouvee["table"] if trouvee else "") == table
