"""No model of ours differs from its migrations."""

from io import StringIO

import pytest
from django.core.management import call_command

from .arbre import APPLICATIONS


@pytest.mark.django_db
def test_aucune_migration_ne_manque() -> None:
    sortie = StringIO()
    try:
        call_command("makemigrations", *APPLICATIONS, "coffre", check=True, dry_run=True, stdout=sortie)
    except SystemExit:
        pytest.fail(sortie.getvalue())
