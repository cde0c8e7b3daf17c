"""The main job, whole, on PostgreSQL, over what the migrations made from nothing."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connections

from temoignages.actions import Garde, caviarder, constats_ouverts, lire, prendre, rejouer_retraits, retirer, soumettre
from temoignages.coffre.models import CleDepot
from temoignages.etats import EtatDepot, MotifGarde, MotifLecture
from temoignages.models import Consentement, Depot, Temoignage
from tests.fabriques.temoignages import approuver_depot, un_depot, une_personne

pytestmark = pytest.mark.django_db(transaction=True)

MOTS = "Ici, Gaétane m’a gardé une chaise au bout de la table chaque mardi matin de novembre."


def fouiller(texte: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Return the exit code and the answer of `chercher_residus`."""
    sortie = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(texte.encode())))
    try:
        call_command("chercher_residus", stdout=sortie, stderr=sortie)
    except SystemExit as fin:
        return int(fin.code or 0), sortie.getvalue()
    return 0, sortie.getvalue()


def test_les_migrations_partent_de_rien_et_creent_toutes_les_tables() -> None:
    tables = {table for connexion in connections.all() for table in connexion.introspection.table_names()}
    assert {modele._meta.db_table for modele in apps.get_models()} <= tables
    assert {connexion.vendor for connexion in connections.all()} == {"postgresql"}


def test_du_depot_au_retrait_il_ne_reste_rien(monkeypatch: pytest.MonkeyPatch) -> None:
    premiere, seconde = une_personne(), une_personne()
    depot = prendre(depot=un_depot(MOTS), par=premiere)
    vu = lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION)
    gardes = [Garde(c.debut, c.fin, MotifGarde.PUBLIC) for c in constats_ouverts(depot, vu.propose)]
    caviarder(depot=depot, par=premiere, empreinte_vue=vu.empreinte, gardes=gardes)
    temoignage = approuver_depot(soumettre(depot=depot, par=premiere, empreinte_vue=vu.empreinte), seconde)
    assert Temoignage.objects.publies().get() == temoignage
    avant = Depot.objects.values().get(), Consentement.objects.values().get()

    code, reponse = fouiller(MOTS, monkeypatch)
    assert code == 1, reponse
    assert "default.temoignages_temoignage.texte" in reponse

    retirer(empreinte_code=temoignage.empreinte_code)
    assert not Temoignage.objects.publies().exists()
    assert not CleDepot.objects.exists()
    assert fouiller(MOTS, monkeypatch)[0] == 0

    Depot.objects.update(**avant[0])
    Consentement.objects.update(**avant[1])
    Temoignage.objects.update(etat="publie", texte=MOTS)
    assert rejouer_retraits() == 1
    assert Depot.objects.get().etat == EtatDepot.RETIRE
    assert fouiller(MOTS, monkeypatch)[0] == 0
