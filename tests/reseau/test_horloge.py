"""The clock can be set, and tells the date of Québec."""

import datetime as dt
from unittest import mock

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django.fixtures import Settings

from reseau.horloge import aujourdhui, maintenant


def test_la_date_reglee_est_midi_a_l_heure_locale(settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-07-01"
    assert maintenant().isoformat() == "2026-07-01T12:00:00-04:00"
    assert aujourdhui() == dt.date(2026, 7, 1)


def test_sans_reglage_l_heure_est_celle_du_quebec(settings: Settings) -> None:
    settings.AUJOURDHUI = ""
    soir = dt.datetime(2026, 10, 11, 3, 30, tzinfo=dt.UTC)
    with mock.patch("django.utils.timezone.now", return_value=soir):
        assert maintenant() == soir
        assert aujourdhui() == dt.date(2026, 10, 10)


@pytest.mark.parametrize("reglage", ["demain", "2026-13-01", "10/10/2026"])
def test_une_date_fausse_est_refusee(settings: Settings, reglage: str) -> None:
    settings.AUJOURDHUI = reglage
    with pytest.raises(ImproperlyConfigured, match="AAAA-MM-JJ"):
        maintenant()
