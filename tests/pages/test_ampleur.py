"""The wall when it is large: nothing reads it from end to end. `tests.bancs.mur` measures; here, the plans are read."""

from itertools import product

import pytest
from django.db import connection
from django.db.models import QuerySet

from pages.croisement import Choix, croiser, paroles_de
from pages.memoire import publies_connus
from pages.redites import redite
from temoignages.models import Amorce, Comptage, Temoignage, Theme
from tests.bancs.foule import peupler

pytestmark = [pytest.mark.django_db, pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plans")]
TEXTES = 4000


@pytest.fixture(autouse=True)
def foule() -> None:
    """A few thousand texts: enough for a plan, quick to make."""
    peupler(TEXTES)


def plan(lignes: QuerySet[Temoignage]) -> str:
    requete, valeurs = lignes.query.sql_with_params()
    with connection.cursor() as curseur:
        curseur.execute(f"EXPLAIN QUERY PLAN {requete}", valeurs)
        return " ".join(str(ligne[-1]) for ligne in curseur.fetchall())


def test_chaque_liste_du_mur_se_lit_dans_l_ordre_d_un_index() -> None:
    phrase, theme = Amorce.objects.all()[0].pk, Theme.objects.all()[0].pk
    for axes in product((None, phrase), (None, theme), (None, "05"), (None, 2026)):
        paroles = paroles_de(Choix(*axes))
        anciennes = [] if axes[-1] else [paroles.filter(edition__lt=2026)]
        for liste in (paroles, paroles.filter(edition=2026, pk__gt="m"), *anciennes):
            lu = plan(liste[:24])
            assert "INDEX temoignage_mur" in lu, axes
            assert "TEMP B-TREE" not in lu, axes
            assert "SCAN temoignages" not in lu, axes


def test_une_parole_plus_douce_se_trouve_par_un_index() -> None:
    legers = Temoignage.objects.publies().legers()
    for liste in (legers.filter(edition=2026, pk__gt="m"), legers.exclude(pk="m")):
        assert "INDEX temoignage_mur " in (lu := plan(liste[:1]))
        assert "TEMP B-TREE" not in lu


def test_les_comptes_ne_croissent_pas_avec_les_textes() -> None:
    assert croiser(Choix()).compte(Choix()) == TEXTES == Temoignage.objects.publies().count()
    axes = (Amorce.objects.count() + 2, Theme.objects.count() + 2, 17 + 2, 4 + 1)
    assert Comptage.objects.count() <= 3 * axes[0] * axes[1] * axes[2] * axes[3]
    assert len(croiser(Choix()).comptes) <= sum(axes)


def test_une_redite_se_trouve_parmi_des_milliers_en_lisant_peu() -> None:
    connus = publies_connus()
    long = next(t for t in Temoignage.objects.publies() if len(t.texte.split()) > 100)
    mots = long.texte.split()
    for debut in (0, 1, 2, 3, 41, len(mots) - 8):
        extrait = " ".join(mots[debut : debut + 8])
        texte = f"<p>Voici ce qui a été dit : {extrait}, puis plus rien de pareil.</p>"
        assert redite(texte, connus.pour(texte))
    ailleurs = "<p>Rien de tout ceci ne vient du mur, ni de près ni de loin, croyez-le.</p>"
    assert not redite(ailleurs, connus.pour(ailleurs))
