"""The safe is a database of its own, in both directions."""

import pytest
from django.apps import apps
from django.db import connections, router

from temoignages.coffre.models import CleDepot, RetraitConsigne
from temoignages.coffre.routeur import RouteurCoffre


def tables(alias: str) -> set[str]:
    """Return the names of the tables of a database."""
    with connections[alias].cursor() as curseur:
        return set(connections[alias].introspection.table_names(curseur))


@pytest.mark.parametrize("modele", apps.get_models())
def test_chaque_modele_a_sa_base(modele: type) -> None:
    attendue = "coffre" if modele in (CleDepot, RetraitConsigne) else "default"
    assert router.db_for_read(modele) == router.db_for_write(modele) == attendue


@pytest.mark.parametrize(
    ("base", "application", "permis"),
    [
        ("coffre", "coffre", True),
        ("coffre", "temoignages", False),
        ("coffre", "auth", False),
        ("default", "coffre", False),
        ("default", "temoignages", True),
    ],
)
def test_une_migration_ne_va_que_dans_sa_base(base: str, application: str, permis: bool) -> None:
    assert RouteurCoffre().allow_migrate(base, application) is permis


@pytest.mark.django_db
def test_les_tables_du_coffre_ne_sont_que_dans_le_coffre() -> None:
    assert {"coffre_cledepot", "coffre_retraitconsigne"} <= tables("coffre")
    assert not any(nom.startswith("coffre_") for nom in tables("default"))
    assert not any(nom.startswith(("temoignages_", "auth_", "wagtail", "reseau_")) for nom in tables("coffre"))


def test_les_lignes_du_coffre_se_nomment_sans_rien_livrer() -> None:
    assert str(RetraitConsigne(empreinte_code="0123456789abcdef")) == "01234567"
    assert repr(CleDepot(enveloppe=b"secret")).count("secret") == 0
