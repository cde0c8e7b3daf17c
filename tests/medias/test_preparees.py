"""A prepared query gives what the list it was made from gives: today's rows, whatever happened since."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import DateTimeField
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from pytest_django import Settings

from medias.horloge import aujourdhui
from medias.models import ImageCampagne
from medias.preparees import Parametre, Preparee, oublier, preparee
from temoignages.models import Consentement, Temoignage
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.pages import retirer_temoignage, un_temoignage_publie, une_image

pytestmark = pytest.mark.django_db


def par_cle(combien: int) -> Any:
    return Temoignage.objects.publies().filter(pk__in=[Parametre(rang) for rang in range(combien)])


def images() -> Any:
    return ImageCampagne.objects.filter(pk=Parametre(0)).prefetch_related("renditions")


def test_les_memes_lignes_avec_ce_qui_les_accompagne_en_une_requete() -> None:
    paroles = [un_temoignage_publie(f"une chaise, la {rang}") for rang in range(3)]
    cles = [parole.pk for parole in paroles[:2]]
    attendus = list(Temoignage.objects.publies().filter(pk__in=cles))
    requete = preparee(par_cle, 2)
    for _fois in range(2):
        with CaptureQueriesContext(connection) as lues:
            trouves = requete.lire(*cles)
            assert [(t.pk, t.texte, str(t.amorce), t.langue_demandee) for t in trouves] == [
                (t.pk, t.texte, str(t.amorce), t.langue_demandee) for t in attendus
            ]
        assert len(lues) == 1
    assert preparee(par_cle, 2) is requete
    assert requete.lire(paroles[2].pk, "inconnu") == [paroles[2]]


def test_ce_qui_est_repris_depuis_ne_revient_pas() -> None:
    parole, autre = un_temoignage_publie("une chaise"), un_temoignage_publie("du pain")
    assert set(Temoignage.objects.publies_par_cle([parole.pk, autre.pk])) == {parole.pk, autre.pk}
    retirer_temoignage(parole)
    assert set(Temoignage.objects.publies_par_cle([parole.pk, autre.pk])) == {autre.pk}


def test_un_accord_qui_finit_la_veille_ne_vaut_plus_le_lendemain(settings: Settings) -> None:
    parole = un_temoignage_publie("une chaise")
    Consentement.objects.update(jusqu_au=aujourdhui())
    assert list(Temoignage.objects.publies_par_cle([parole.pk])) == [parole.pk]
    settings.AUJOURDHUI = (aujourdhui() + timedelta(days=1)).isoformat()
    assert Temoignage.objects.publies_par_cle([parole.pk]) == {}


def test_la_langue_est_celle_de_la_page() -> None:
    parole = un_temoignage_publie("une chaise")
    assert [t.langue_demandee for t in preparee(par_cle, 1).lire(parole.pk)] == ["fr"]
    with translation.override("en"):
        assert [t.langue_demandee for t in preparee(par_cle, 1).lire(parole.pk)] == ["en"]


def test_les_clefs_deux_fois_les_memes_ou_aucune() -> None:
    parole = un_temoignage_publie("une chaise")
    assert list(Temoignage.objects.publies_par_cle([parole.pk, parole.pk])) == [parole.pk]
    with CaptureQueriesContext(connection) as lues:
        assert Temoignage.objects.publies_par_cle([]) == {}
        assert Preparee(Temoignage.objects.none()).lire() == []
    assert not lues.captured_queries


def test_une_date_se_compare_et_ce_qui_se_lit_d_avance_est_lu() -> None:
    evenement = EvenementFactory.create()
    siens = Preparee(type(evenement).objects.filter(fin__gt=Parametre(0, DateTimeField())))
    assert siens.lire(evenement.fin - timedelta(seconds=1)) == [evenement]
    assert siens.lire(evenement.fin) == []
    image = une_image()
    (lue,) = preparee(images).lire(image.pk)
    with CaptureQueriesContext(connection) as lues:
        assert list(lue.renditions.all()) == []
    assert not lues.captured_queries
    assert set(ImageCampagne.objects.in_bulk([image.pk, image.pk])) == {image.pk}
    assert set(ImageCampagne.objects.in_bulk()) == {image.pk}


@pytest.mark.django_db(transaction=True)
def test_chaque_fil_lit_par_sa_connexion() -> None:
    parole = un_temoignage_publie("une chaise")
    requete = preparee(par_cle, 1)
    requete.lire(parole.pk)
    lus: list[Any] = []

    def lire() -> None:
        try:
            lus.append([t.pk for t in requete.lire(parole.pk)])
        finally:
            connection.close()

    fil = threading.Thread(target=lire)
    fil.start()
    fil.join()
    assert lus == [[parole.pk]]


def test_oublier_fait_reecrire() -> None:
    requete = preparee(par_cle, 1)
    oublier()
    assert preparee(par_cle, 1) is not requete
